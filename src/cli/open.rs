//! How does a command come by the register?

use super::{Error, Settings, terminal};
use crate::exchange;
use crate::office::clock;
use crate::register::Sentence;
use crate::store::{Stamp, Store};
use crate::web::words::Words;

/// Who the history names for what an operator does at a terminal.
pub const AT_THE_TERMINAL: &str = "tenpho";

/// Opens the database of the settings; one that does not exist is made and filled, and the operator is told.
///
/// # Errors
/// Refuses a file that is no database of ours; fails when it is locked or damaged.
pub fn open(settings: &Settings, words: &Words) -> Result<Store, Error> {
    let now = clock::now();
    let stamp = Stamp { who: AT_THE_TERMINAL, at: &now };
    let (store, made) = Store::open_or_make(&settings.db, stamp, || exchange::starter().map_err(Error::from))?;
    if made {
        terminal::note(words.tell(&Sentence::new("database-made").with("path", settings.db.display())));
    }
    Ok(store)
}
