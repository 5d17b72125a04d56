//! Has somebody changed what is public, or has a text's time come? Looked at twice a second, and at once when the office says so.

use crate::edition::Edition;
use crate::office::clock;
use crate::store::{Error, Store};
use crate::visit::Doorway;
use crate::web::health::Health;
use crate::web::metrics::Metrics;
use actix_web::web::Data;
use arc_swap::ArcSwap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

/// How often the database is asked: a command that writes is seen well within 2 s.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Looks at the database for as long as the program runs.
pub struct Watch {
    /// What it looks at.
    pub store: Store,
    /// The number of the last edition that is public, or could not be read and has been reported.
    pub seen: Option<i64>,
    /// Could a text not be published at its time, and has that been reported?
    pub is_held_up: bool,
    /// What is public, for the office.
    pub edition: Arc<ArcSwap<Edition>>,
    /// What is public, for visitors.
    pub doorway: Data<Doorway>,
    /// Where it says whether the database can be read.
    pub health: Data<Health>,
    /// Where it counts.
    pub counts: Data<Metrics>,
    /// Rings when the office has published something.
    pub bell: Receiver<()>,
}

impl Watch {
    /// Begins.
    pub fn start(mut self) {
        std::thread::spawn(move || {
            loop {
                if self.bell.recv_timeout(LOOK_EVERY) == Err(RecvTimeoutError::Disconnected) {
                    std::thread::sleep(LOOK_EVERY);
                }
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
        if !self.store.is_still_there() {
            // Another file bears the name now: restored, or gone.
            self.store = Store::open(self.store.path())?;
            self.seen = None;
        }
        self.publish_due();
        self.turn_the_page();
        self.show_changes()
    }

    /// Publishes the texts whose time has come. One that cannot be published is told once, and says nothing of what can be read:
    /// other changes reach the pages, and the pages stay.
    fn publish_due(&mut self) {
        let published = self.store.publish_due(&clock::now());
        let was_held_up = std::mem::replace(&mut self.is_held_up, published.is_err());
        match published {
            Ok(0) => {}
            Ok(_) => tracing::info!("texts whose time has come are public"),
            Err(error) if !was_held_up => {
                self.counts.failed();
                tracing::error!(error = &error as &dyn std::error::Error, "a text whose time has come cannot be published");
            }
            Err(_) => {}
        }
    }

    /// On a new day the pages are those of that day.
    fn turn_the_page(&self) {
        let today = clock::day();
        if self.doorway.today() != today {
            self.doorway.replace(self.edition.load_full(), today);
        }
    }

    /// Makes a new edition where what is public has changed.
    fn show_changes(&mut self) -> Result<(), Error> {
        let number = self.store.edition_number()?;
        if self.seen == Some(number) {
            return if self.health.is_well() { Ok(()) } else { self.publish() };
        }
        self.seen = Some(number);
        self.publish()
    }

    fn publish(&mut self) -> Result<(), Error> {
        let edition = Arc::new(Edition::new(self.store.read_register()?));
        self.edition.store(edition.clone());
        self.doorway.replace(edition, clock::day());
        self.counts.published();
        tracing::info!("the register has changed; a new edition is public");
        Ok(())
    }
}
