//! Who keeps what visitors report? The store, through a connection of its own.

use super::Error;
use crate::register::{CaseNumber, CaseSeen, Filed, NewReport};
use crate::store::{self, ReportError, Store};
use crate::web::reports::{Keeper, Unkept};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Keeps reports in the database.
pub struct ReportKeeper {
    store: Mutex<Store>,
}

impl ReportKeeper {
    /// Opens the database once more.
    ///
    /// # Errors
    /// Fails when it cannot be opened.
    pub fn open(path: &Path) -> Result<Self, Error> {
        Ok(Self { store: Mutex::new(Store::open(path)?) })
    }

    /// The store; where another file bears the name of the database now, that one.
    fn store(&self) -> Result<MutexGuard<'_, Store>, store::Error> {
        let mut store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        if !store.is_still_there() {
            *store = Store::open(store.path())?;
        }
        Ok(store)
    }
}

impl Keeper for ReportKeeper {
    fn file(&self, report: &NewReport) -> Result<Filed, Unkept> {
        let now = crate::office::clock::now();
        self.store().and_then(|mut store| store.file_report(&now, report, &mut issue)).map_err(unkept)
    }

    fn find(&self, case: CaseNumber) -> Result<Option<CaseSeen>, Unkept> {
        self.store().and_then(|mut store| store.find_case_seen(case)).map_err(unkept)
    }
}

fn unkept(error: store::Error) -> Unkept {
    match error {
        store::Error::Report(ReportError::PhotosFull) => Unkept::PhotosFull,
        store::Error::Report(ReportError::DayFull) => Unkept::DayFull,
        other => {
            tracing::error!(error = &other as &dyn std::error::Error, "a report of a visitor cannot be kept or found");
            Unkept::Broken
        }
    }
}

/// A new case number, at random.
fn issue() -> CaseNumber {
    loop {
        if let Some(case) = CaseNumber::issue(rand::random::<[u8; 7]>().map(|byte| byte % 31)) {
            return case;
        }
    }
}
