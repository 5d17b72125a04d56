//! How do counted scans come into the database? A thread writes them down every few seconds, and all that are left when the program ends.

use crate::store::{Error, Store};
use crate::visit::Doorway;
use crate::web::metrics::ScanTotals;
use actix_web::web::Data;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How long scans wait: whoever pulls the plug loses no more than 5 s of them, the writing itself included.
const EVERY: Duration = Duration::from_millis(4_500);
/// How long the end of the program waits for a database that is locked or a disk that is full.
const LAST_TRIES: Duration = Duration::from_secs(60);
/// Between two last tries.
const A_MOMENT: Duration = Duration::from_millis(200);

/// The thread that writes scans down.
pub struct ScanWriter {
    stop: Sender<()>,
    thread: JoinHandle<()>,
}

/// What the thread works with.
struct Desk {
    store: Store,
    doorway: Data<Doorway>,
    totals: Arc<ScanTotals>,
    is_failing: bool,
}

impl ScanWriter {
    /// Begins to write down what is counted at this doorway.
    #[must_use]
    pub fn start(store: Store, doorway: Data<Doorway>, totals: Arc<ScanTotals>) -> Self {
        let (stop, told) = channel();
        let desk = Desk { store, doorway, totals, is_failing: false };
        Self { stop, thread: std::thread::spawn(move || desk.write_until(&told)) }
    }

    /// Writes down all that is left, and waits for it.
    pub fn finish(self) {
        drop(self.stop);
        if self.thread.join().is_err() {
            tracing::error!("the thread that writes scans down has failed");
        }
    }
}

impl Desk {
    fn write_until(mut self, told: &Receiver<()>) {
        while told.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
            self.doorway.scans().forget_old();
            self.write();
        }
        let until = Instant::now() + LAST_TRIES;
        while !self.write() && Instant::now() < until {
            std::thread::sleep(A_MOMENT);
        }
        let lost = self.totals.waiting();
        if lost > 0 {
            tracing::error!(lost, "scans could not be written down");
        }
    }

    /// Writes down what there is, in one transaction; what cannot be written goes back to what is counted next.
    fn write(&mut self) -> bool {
        let scans = self.doorway.scans().take();
        if scans.is_empty() {
            return true;
        }
        match self.add(&scans) {
            Ok(()) => {
                self.totals.written(scans.iter().map(|(_, count)| count).sum());
                if std::mem::take(&mut self.is_failing) {
                    tracing::info!("scans are written down again");
                }
                true
            }
            Err(error) => {
                self.doorway.scans().put_back(scans);
                self.totals.failed();
                if !std::mem::replace(&mut self.is_failing, true) {
                    tracing::error!(error = &error as &dyn std::error::Error, "scans cannot be written down yet; none is lost so far");
                }
                false
            }
        }
    }

    fn add(&mut self, scans: &[(crate::register::Scan, u64)]) -> Result<(), Error> {
        if !self.store.is_still_there() {
            self.store = Store::open(self.store.path())?;
        }
        self.store.add_scans(scans)
    }
}
