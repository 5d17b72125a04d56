//! How does a command come by the register?

use super::{Error, Settings, terminal};
use crate::exchange;
use crate::register::Sentence;
use crate::store::{Stamp, Store};
use crate::web::words::Words;

/// Who the history names for what an operator does at a terminal.
pub const AT_THE_TERMINAL: &str = "tenpho";

/// Asia/Ho_Chi_Minh, which has known no summer time since 1975.
const CITY: jiff::tz::Offset = jiff::tz::offset(7);

/// Opens the database of the settings; one that does not exist is made and filled, and the operator is told.
///
/// # Errors
/// Refuses a file that is no database of ours; fails when it is locked or damaged.
pub fn open(settings: &Settings, words: &Words) -> Result<Store, Error> {
    let now = now();
    let stamp = Stamp { who: AT_THE_TERMINAL, at: &now };
    let (store, made) = Store::open_or_make(&settings.db, stamp, || exchange::starter().map_err(Error::from))?;
    if made {
        terminal::note(words.tell(&Sentence::new("database-made").with("path", settings.db.display())));
    }
    Ok(store)
}

/// The day in the city, ISO 8601.
#[must_use]
pub fn today() -> String {
    jiff::Timestamp::now().to_zoned(CITY.to_time_zone()).date().to_string()
}

/// This moment in UTC, ISO 8601, to the second.
#[must_use]
pub fn now() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
