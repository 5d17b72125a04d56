//! Who presses the pages as hard as they go? One thread, behind the visitors' backs: the first of them does not wait for it.

use crate::web::press::{Made, Pressed};
use actix_web::http::header::HeaderValue;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use std::convert::Infallible;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Weak};

/// Most bytes of pressed pages kept, of this edition and of the one before: some 5,000 pages; beyond it the least asked for are made anew.
pub const MOST_BYTES: u64 = 40 << 20;
/// Pages expected; only a hint for the size of a table.
pub const PAGES: usize = 8_192;
/// Most pages that wait; beyond it a page stays as it was first pressed until it is made anew.
const MOST_WAITING: usize = 65_536;

/// Weighs pressed pages by the memory that they take.
#[derive(Clone)]
pub struct BySize;

impl<Key> Weighter<Key, Arc<Pressed>> for BySize {
    fn weight(&self, _: &Key, page: &Arc<Pressed>) -> u64 {
        u64::try_from(page.size()).unwrap_or(u64::MAX).max(1)
    }
}

/// Presses pages, and knows those that it has pressed: of a new edition most pages are what they were, and are not pressed again.
#[derive(Clone)]
pub struct Presser {
    known: Arc<Cache<HeaderValue, Arc<Pressed>, BySize>>,
    queue: SyncSender<Weak<Pressed>>,
}

impl Presser {
    /// Starts the thread; it ends with the last shelf that knows it.
    #[must_use]
    pub fn start() -> Self {
        let (queue, waiting) = sync_channel(MOST_WAITING);
        std::thread::spawn(move || press_all(&waiting));
        Self { known: Arc::new(Cache::with_weighter(PAGES, MOST_BYTES, BySize)), queue }
    }

    /// Presses a page that has just been made, lightly, and puts it in the queue; or gives back what it was pressed to before.
    #[must_use]
    pub fn press(&self, made: Made) -> Arc<Pressed> {
        let tag = made.etag().clone();
        let pressed = self.known.get_or_insert_with(&tag, || {
            let pressed = Arc::new(made.press());
            // Pressed lightly it is a page all the same: a full queue is no fault.
            match self.queue.try_send(Arc::downgrade(&pressed)) {
                Ok(()) | Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) => Ok::<_, Infallible>(pressed),
            }
        });
        match pressed {
            Ok(pressed) => pressed,
            Err(never) => match never {},
        }
    }
}

fn press_all(queue: &Receiver<Weak<Pressed>>) {
    for page in queue {
        // A page that nobody keeps any more is not worth the work.
        if let Some(page) = page.upgrade() {
            page.press_harder();
        }
    }
}
