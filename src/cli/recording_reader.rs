//! How do the pages come by recordings? Through a connection of their own that cannot write.

use super::Error;
use crate::store::{self, Store};
use crate::web::recording_files::{Reader, RecordingAsked};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// Reads recordings from the database; a failure is logged, and nothing is handed over.
///
/// # Errors
/// Fails when the database cannot be opened.
pub fn reader(path: &Path) -> Result<Reader, Error> {
    let store = Mutex::new(Store::open_to_read(path)?);
    Ok(Box::new(move |asked| {
        let mut store = store.lock().unwrap_or_else(PoisonError::into_inner);
        let found = read(&mut store, asked);
        found.inspect_err(|error| tracing::error!(error = error as &dyn std::error::Error, "a recording cannot be read")).ok().flatten()
    }))
}

fn read(store: &mut Store, asked: &RecordingAsked) -> Result<Option<Vec<u8>>, store::Error> {
    if !store.is_still_there() {
        *store = Store::open_to_read(store.path())?;
    }
    let found = store.find_recording_file(asked.id)?;
    Ok(found.filter(|(format, _)| *format == asked.format).map(|(_, bytes)| bytes))
}
