//! Has somebody changed the database? Looked at twice a second; a new edition is then made and put in place.

use crate::edition::Edition;
use crate::store::{Error, Store};
use crate::visit::Doorway;
use crate::web::health::Health;
use crate::web::metrics::Metrics;
use actix_web::web::Data;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How often the database is asked: a command that writes is seen well within 2 s.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Looks at the database for as long as the program runs.
pub struct Watch {
    store: Store,
    path: PathBuf,
    /// The number of the last change that is public, or could not be read and has been reported.
    seen: Option<i64>,
    file: Option<u64>,
    doorway: Data<Doorway>,
    health: Data<Health>,
    counts: Data<Metrics>,
}

impl Watch {
    /// Watches from the change that is public now; `seen` must have been read before the register was.
    pub fn new(store: Store, seen: i64, doorway: Data<Doorway>, health: Data<Health>, counts: Data<Metrics>) -> Self {
        let path = store.path().to_owned();
        let file = identity(&path);
        Self { store, path, seen: Some(seen), file, doorway, health, counts }
    }

    /// Begins.
    pub fn start(mut self) {
        std::thread::spawn(move || {
            loop {
                std::thread::sleep(LOOK_EVERY);
                let (was_well, before) = (self.health.is_well(), self.seen);
                let looked = self.look();
                self.health.looked(looked.is_ok());
                if let Err(error) = looked
                    && (was_well || self.seen != before)
                {
                    self.counts.failed();
                    tracing::error!(error = &error as &dyn std::error::Error, "the database cannot be read; the pages stay as they were");
                }
            }
        });
    }

    /// One look. A failure is told once, for as long as the same change stays.
    fn look(&mut self) -> Result<(), Error> {
        let file = identity(&self.path);
        if file != self.file {
            // Another file bears the name now: restored, or gone.
            self.store = Store::open(&self.path)?;
            (self.file, self.seen) = (file, None);
        }
        let number = self.store.change_number()?;
        if self.seen == Some(number) {
            return if self.health.is_well() { Ok(()) } else { self.publish() };
        }
        self.seen = Some(number);
        self.publish()
    }

    fn publish(&mut self) -> Result<(), Error> {
        self.doorway.replace(Edition::new(self.store.read_register()?));
        self.counts.published();
        tracing::info!("the register has changed; a new edition is public");
        Ok(())
    }
}

/// Which file bears this name, where the system tells.
fn identity(path: &Path) -> Option<u64> {
    #[cfg(unix)]
    return std::fs::metadata(path).ok().map(|file| std::os::unix::fs::MetadataExt::ino(&file));
    #[cfg(not(unix))]
    path.exists().then_some(0)
}
