//! How do the pages come by the files of pictures? Through a connection of their own that cannot write.

use super::Error;
use crate::store::{self, Store};
use crate::web::photo_files::{PhotoAsked, Reader};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// Reads files of pictures from the database; a failure is logged, and nothing is handed over.
///
/// # Errors
/// Fails when the database cannot be opened.
pub fn reader(path: &Path) -> Result<Reader, Error> {
    let store = Mutex::new(Store::open_to_read(path)?);
    Ok(Box::new(move |asked| {
        let mut store = store.lock().unwrap_or_else(PoisonError::into_inner);
        let found = read(&mut store, asked);
        found.inspect_err(|error| tracing::error!(error = error as &dyn std::error::Error, "a picture cannot be read")).ok().flatten()
    }))
}

fn read(store: &mut Store, asked: &PhotoAsked) -> Result<Option<Vec<u8>>, store::Error> {
    if !store.is_still_there() {
        *store = Store::open_to_read(store.path())?;
    }
    store.find_photo_file(asked.id, asked.width, asked.format)
}
