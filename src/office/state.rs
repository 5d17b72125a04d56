//! What does the office hold while the program runs?

use super::doubts::Checked;
use super::gate::Gate;
use super::press::Press;
use crate::edition::Edition;
use crate::qr::BaseUrl;
use crate::store::{self, Store};
use crate::web::Site;
use crate::web::proxies::Proxies;
use arc_swap::ArcSwap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The office of one installation: its writer of the database, and what is public at the moment.
pub struct Office {
    store: Mutex<Store>,
    path: PathBuf,
    edition: Arc<ArcSwap<Edition>>,
    site: Site,
    checked: Checked,
    gate: Gate,
    pictures: Mutex<()>,
    press: Press,
    /// Where printed links lead; none where nobody has set it.
    base: Option<BaseUrl>,
    /// Called after something has been written that visitors shall see at once.
    published: Box<dyn Fn() + Send + Sync>,
}

impl Office {
    /// Opens the office on a database of its own connection.
    #[must_use]
    pub fn new(store: Store, edition: Arc<ArcSwap<Edition>>, site: Site, published: Box<dyn Fn() + Send + Sync>) -> Self {
        let (path, checked, gate) = (store.path().to_owned(), Checked::default(), Gate::default());
        let (press, pictures) = (Press::beside(&path), Mutex::new(()));
        Self { path, store: Mutex::new(store), edition, site, checked, gate, pictures, press, base: None, published }
    }

    /// The same office, which may order plates with this address on them.
    #[must_use]
    pub fn printing(mut self, base: Option<BaseUrl>) -> Self {
        self.base = base;
        self
    }

    /// Where printed links lead; none where nobody has set it, and nothing may be printed then.
    #[must_use]
    pub fn base(&self) -> Option<&BaseUrl> {
        self.base.as_ref()
    }

    /// Where orders are made into files.
    pub(super) fn press(&self) -> &Press {
        &self.press
    }

    /// The same office behind proxies whose word it takes for where a request comes from.
    #[must_use]
    pub fn behind(mut self, proxies: Proxies) -> Self {
        self.gate.proxies = proxies;
        self
    }

    /// What stands at the entrance.
    #[must_use]
    pub(super) fn gate(&self) -> &Gate {
        &self.gate
    }

    /// The store, for one act. Where another file bears the name of the database now, that one is opened.
    ///
    /// # Errors
    /// Fails when the file cannot be opened any more.
    pub fn store(&self) -> Result<MutexGuard<'_, Store>, store::Error> {
        // Whoever panicked with the store in hand has left no half-made change: a transaction that is not committed is rolled back.
        let mut store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        if !store.is_still_there() {
            *store = Store::open(&self.path)?;
        }
        Ok(store)
    }

    /// Waits for one's turn to decode a picture: one at a time, so that memory stays bounded whoever sends how many.
    pub fn picture_turn(&self) -> MutexGuard<'_, ()> {
        self.pictures.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is public at the moment.
    #[must_use]
    pub fn edition(&self) -> Arc<Edition> {
        self.edition.load_full()
    }

    /// The installation.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The name check of what is public.
    pub(super) fn checked(&self) -> &Checked {
        &self.checked
    }

    /// Tells the pages for visitors that something may have become public.
    pub fn has_published(&self) {
        (self.published)();
    }
}
