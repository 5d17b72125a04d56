//! Who makes the files of orders, and how far are they? Two orders at once; the others wait their turn.

use super::download::Download;
use super::press_shelf::{Made, PressShelf};
use super::{Error, chance, clock, press_room};
use crate::register::{Explained, Sentence};
use crate::store::{Batch, Profile, Store};
use std::collections::{HashMap, VecDeque};
use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Orders made at once.
const MOST_AT_ONCE: usize = 2;
/// Orders that may wait.
const MOST_WAITING: usize = 50;
/// Ended jobs that are remembered.
const MOST_REMEMBERED: usize = 100;

/// How far the files of an order are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has asked for them yet, or they were thrown away since.
    Absent,
    /// So many orders come before.
    Waiting(usize),
    /// So many pages of so many are done.
    Making(usize, usize),
    /// They lie ready.
    Ready(Made),
    /// Whoever asked for them has stopped it.
    Stopped,
    /// They could not be made, for this reason.
    Failed(Sentence),
}

impl Standing {
    /// Will it be otherwise in a moment?
    #[must_use]
    pub const fn is_moving(&self) -> bool {
        matches!(self, Self::Waiting(_) | Self::Making(..))
    }
}

/// The press of one installation.
pub struct Press {
    inner: Arc<Inner>,
}

struct Inner {
    database: PathBuf,
    shelf: PressShelf,
    desk: Mutex<Desk>,
    /// Whoever packs all files of an order into one.
    packing: Mutex<()>,
}

#[derive(Default)]
struct Desk {
    waiting: VecDeque<Waiting>,
    at_work: usize,
    jobs: HashMap<String, Arc<Job>>,
}

struct Waiting {
    key: String,
    batch: Batch,
    profile: Option<Profile>,
    job: Arc<Job>,
}

/// What is known of a job while it runs and after it.
#[derive(Default)]
struct Job {
    done: AtomicUsize,
    all: AtomicUsize,
    stops: AtomicBool,
    began: Mutex<String>,
    ended: Mutex<Option<Standing>>,
}

impl Press {
    /// The press that keeps its files beside a database.
    #[must_use]
    pub fn beside(database: &Path) -> Self {
        let mut folder = database.as_os_str().to_owned();
        folder.push(".print");
        let shelf = PressShelf::new(folder.into());
        let inner = Inner { database: database.to_owned(), shelf, desk: Mutex::default(), packing: Mutex::default() };
        Self { inner: Arc::new(inner) }
    }

    /// How far the files of this order are.
    #[must_use]
    pub fn standing(&self, batch: &Batch) -> Standing {
        let key = key_of(batch);
        if let Some(made) = self.inner.shelf.find(&key) {
            return Standing::Ready(made);
        }
        let desk = self.inner.desk();
        if let Some(before) = desk.waiting.iter().position(|one| one.key == key) {
            return Standing::Waiting(before + desk.at_work);
        }
        let Some(job) = desk.jobs.get(&key) else { return Standing::Absent };
        let ended = job.ended.lock().unwrap_or_else(PoisonError::into_inner).clone();
        // What was made and does not lie there any more was thrown away since.
        let ended = ended.map(|ended| if matches!(ended, Standing::Ready(_)) { Standing::Absent } else { ended });
        ended.unwrap_or_else(|| Standing::Making(job.done.load(Ordering::Relaxed), job.all.load(Ordering::Relaxed)))
    }

    /// Has the files of an order made, unless they lie ready or are on their way. Asking twice is asking once.
    ///
    /// # Errors
    /// Refuses when too many orders wait already.
    pub fn begin(&self, batch: Batch, profile: Option<Profile>) -> Result<(), Error> {
        if matches!(self.standing(&batch), Standing::Ready(_)) {
            return Ok(());
        }
        let key = key_of(&batch);
        let mut desk = self.inner.desk();
        let runs = desk.jobs.get(&key).is_some_and(|job| job.ended.lock().unwrap_or_else(PoisonError::into_inner).is_none());
        if runs {
            return Ok(());
        }
        if desk.waiting.len() >= MOST_WAITING {
            return Err(Error::Busy);
        }
        if desk.jobs.len() >= MOST_REMEMBERED {
            desk.jobs.retain(|_, job| job.ended.lock().unwrap_or_else(PoisonError::into_inner).is_none());
        }
        let job = Arc::new(Job::default());
        desk.jobs.insert(key.clone(), job.clone());
        desk.waiting.push_back(Waiting { key, batch, profile, job });
        if desk.at_work < MOST_AT_ONCE {
            desk.at_work += 1;
            let inner = self.inner.clone();
            std::thread::spawn(move || inner.work());
        }
        Ok(())
    }

    /// Stops the making of an order, where it is being made or waits.
    pub fn stop(&self, batch: &Batch) {
        let key = key_of(batch);
        let mut desk = self.inner.desk();
        desk.waiting.retain(|one| one.key != key);
        if let Some(job) = desk.jobs.get(&key) {
            job.stops.store(true, Ordering::Relaxed);
            // One that has not begun has nobody to end it.
            if job.began.lock().unwrap_or_else(PoisonError::into_inner).is_empty() {
                job.end(Standing::Stopped);
            }
        }
    }

    /// A file of an order; none where nothing of this name lies ready.
    #[must_use]
    pub fn open(&self, batch: &Batch, name: &str) -> Option<Download> {
        self.inner.shelf.open(&key_of(batch), name)
    }

    /// All files of an order in one; none where nothing lies ready.
    ///
    /// # Errors
    /// Fails where it cannot be written.
    pub fn open_all(&self, batch: &Batch) -> Result<Option<Download>, Error> {
        let _packing = self.inner.packing.lock().unwrap_or_else(PoisonError::into_inner);
        self.inner.shelf.open_all(&key_of(batch), &format!("batch-{}.zip", batch.id))
    }
}

/// The same order of the same program is the same key; a database that was put back may have another order of this number.
fn key_of(batch: &Batch) -> String {
    let plates: Vec<_> = batch.signs.iter().map(|sign| (sign.code, &sign.kind_word, &sign.name, sign.number, &sign.place)).collect();
    let what = format!("{} {:?} {} {:?} {plates:?}", env!("CARGO_PKG_VERSION"), batch.recipe, batch.base_url, batch.plate);
    format!("{}-{}", batch.id, &chance::digest_of(&what)[..16])
}

impl Inner {
    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes one order after the other until none waits.
    fn work(&self) {
        loop {
            let next = {
                let mut desk = self.desk();
                let next = desk.waiting.pop_front();
                match &next {
                    Some(next) => next.job.begin(),
                    None => desk.at_work -= 1,
                }
                next
            };
            let Some(next) = next else { return };
            // Whatever a fault of ours does, the next order is made.
            let made = std::panic::catch_unwind(AssertUnwindSafe(|| self.make(&next)));
            let made = made.unwrap_or_else(|_| Ok(Standing::Failed(Sentence::new("page-broken"))));
            next.job.end(made.unwrap_or_else(|error| match error {
                error if error.is_stop() => Standing::Stopped,
                error => {
                    tracing::error!(error = &error as &dyn std::error::Error, batch = next.batch.id, "an order could not be made");
                    Standing::Failed(error.sentence())
                }
            }));
        }
    }

    fn make(&self, next: &Waiting) -> Result<Standing, Error> {
        let job = &next.job;
        let began = clock::now();
        let begun = self.shelf.begin()?;
        let hash = press_room::make(&next.batch, next.profile.clone(), &PressShelf::files_of(&begun), &|done, all| {
            job.done.store(done, Ordering::Relaxed);
            job.all.store(all, Ordering::Relaxed);
            !job.stops.load(Ordering::Relaxed)
        })?;
        if job.stops.load(Ordering::Relaxed) {
            return Ok(Standing::Stopped);
        }
        // The order knows its hash before anybody can fetch a file of it.
        if !Store::open(&self.database)?.set_job_hash(next.batch.id, &hash)? {
            tracing::warn!(batch = next.batch.id, "an order was made before with other bytes");
        }
        let made = self.shelf.keep(&next.key, begun, (began, clock::now()))?;
        Ok(Standing::Ready(made))
    }
}

impl Job {
    fn begin(&self) {
        *self.began.lock().unwrap_or_else(PoisonError::into_inner) = clock::now();
    }

    fn end(&self, standing: Standing) {
        *self.ended.lock().unwrap_or_else(PoisonError::into_inner) = Some(standing);
    }
}
