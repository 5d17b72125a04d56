//! Where is the register kept? In one SQLite file; all SQL of the product is in this room.

mod accounts;
mod anniversaries;
mod backup;
mod batches;
mod checks;
mod columns;
mod comments;
mod credentials;
mod deltas;
mod drafts;
mod editors;
mod entries;
mod erasing;
mod error;
mod history;
mod history_check;
mod history_rows;
mod imports;
mod invitations;
mod landmarks;
mod legacy_links;
mod namesakes;
mod office_settings;
mod open;
mod order_error;
mod order_events;
mod photo_changes;
mod photos;
mod places;
mod plate_steps;
mod profiles;
mod recordings;
mod records;
mod renaming;
mod report_error;
mod report_rows;
mod report_steps;
mod reports;
mod scans;
mod sessions;
mod shop_links;
mod sign_acts;
mod signs;
mod spot;
mod steps;
mod stories;
mod story_state;
mod street_lines;
mod streets;
mod texts;
mod versions;
mod walks;
mod wards;

pub use accounts::{Account, NewEditor};

pub use backup::{Seal, restore};
pub use batches::{Batch, BatchPage, BatchRow, BatchSign, Recipe, Terms};
pub use checks::{Verified, verify};
pub use comments::Comment;
pub use credentials::{Credentials, Factor, Secrets};
pub use deltas::{Difference, PlateChange};
pub use drafts::{Draft, DraftAsked, Kept, RawFields};
pub use entries::{A_PAGE, AtWork, EntryRow, Narrowed, TextRow};
pub use error::Error;
pub use history::Stamp;
pub use history_check::{HistoryChecked, HistoryFault, RowName};
pub use history_rows::{HistoryAsked, HistoryPage, HistoryRow, Publication, erased_row};
pub use invitations::Invitation;
pub use order_error::OrderError;
pub use order_events::OrderEvent;
pub use photo_changes::{NewPhoto, photo_words_seen};
pub use photos::KeptPhoto;
pub use plate_steps::Plates;
pub use profiles::Profile;
pub use recordings::{KeptRecording, NewRecording};
pub use records::{RecordAsked, RecordSaved};
pub use renaming::RenameAsked;
pub use report_error::ReportError;
pub use report_rows::{CasePage, CasePhoto, CasesAsked, CasesOrder};
pub use report_steps::CaseEvent;
pub use scans::ScanSums;
pub use sessions::{Session, SessionSeen};
pub use shop_links::{Fetched, ShopLink, ShopLinkFound};
pub use sign_acts::{SignAsked, SignSaved};
pub use steps::StepAsked;
pub use texts::{SaveAsked, Saved, TextState};
pub use walks::WalkSaved;

use crate::register::Register;
use rusqlite::{Connection, Transaction};
use std::path::{Path, PathBuf};

/// The one writer of a database file.
pub struct Store {
    connection: Connection,
    path: PathBuf,
    file: Option<u64>,
}

impl Store {
    /// The file that this store writes.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Does the file that was opened still bear its name? A restored one has taken its place otherwise.
    #[must_use]
    pub fn is_still_there(&self) -> bool {
        open::identity(&self.path) == self.file
    }

    /// The whole register as of one moment.
    ///
    /// # Errors
    /// Fails when the file cannot be read, or holds a value that the register refuses.
    pub fn read_register(&mut self) -> Result<Register, Error> {
        let moment = self.connection.transaction()?;
        read_all(&moment)
    }

    /// The register without its texts and pictures: all that plates are made of.
    ///
    /// # Errors
    /// Fails when the file cannot be read, or holds a value that the register refuses.
    pub fn read_places_and_signs(&mut self) -> Result<Register, Error> {
        let moment = self.connection.transaction()?;
        read_places_and_signs(&moment, &mut Err)
    }

    /// Every table that holds a value which the register refuses, each with the first such row.
    ///
    /// # Errors
    /// Fails when the file cannot be read at all.
    pub fn bad_rows(&mut self) -> Result<Vec<Error>, Error> {
        let moment = self.connection.transaction()?;
        let mut bad = Vec::new();
        let mut note = |refused| {
            bad.push(refused);
            Ok(())
        };
        read_tables(&moment, &mut note)?;
        table("print_batch", batches::read(&moment), &mut note)?;
        Ok(bad)
    }

    /// A number that grows with every change that visitors can see, whoever makes it; what the office only works on leaves it as it is.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn edition_number(&self) -> Result<i64, Error> {
        Ok(self.connection.query_row("SELECT number FROM edition_number", [], |row| row.get(0))?)
    }
}

fn read_all(moment: &Transaction<'_>) -> Result<Register, Error> {
    read_tables(moment, &mut Err)
}

/// What becomes of the error of a table that is refused: the end of the reading, or a note, and a table without rows.
type Refused<'a> = &'a mut dyn FnMut(Error) -> Result<(), Error>;

fn read_tables(moment: &Transaction<'_>, refused: Refused<'_>) -> Result<Register, Error> {
    let places_and_signs = read_places_and_signs(moment, refused)?;
    Ok(Register {
        stories: table("story", stories::read(moment), refused)?,
        walks: table("walk", walks::read(moment), refused)?,
        photos: table("photo", photos::read(moment), refused)?,
        recordings: table("recording", recordings::read(moment), refused)?,
        street_lines: table("street_line", street_lines::read(moment), refused)?,
        former_slugs: table("former_slug", places::former_slugs(moment), refused)?,
        retired: table("place", places::retired(moment), refused)?,
        published: table("publication", stories::published(moment), refused)?,
        anniversaries: table("anniversary", anniversaries::read(moment), refused)?,
        legacy_links: table("legacy_link", legacy_links::read(moment), refused)?,
        ..places_and_signs
    })
}

fn read_places_and_signs(moment: &Transaction<'_>, refused: Refused<'_>) -> Result<Register, Error> {
    Ok(Register {
        wards: table("ward", wards::read(moment), refused)?,
        namesakes: table("namesake", namesakes::read(moment), refused)?,
        streets: table("street", streets::read(moment), refused)?,
        landmarks: table("landmark", landmarks::read(moment), refused)?,
        signs: table("sign", signs::read(moment), refused)?,
        ..Register::default()
    })
}

fn table<T: Default>(table: &'static str, read: rusqlite::Result<T>, refused: Refused<'_>) -> Result<T, Error> {
    of_table(table, read).or_else(|error| refused(error).map(|()| T::default()))
}

/// Says which table a refused value stands in.
fn of_table<T>(table: &'static str, read: rusqlite::Result<T>) -> Result<T, Error> {
    use rusqlite::Error::{FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType};
    read.map_err(|source| match source {
        FromSqlConversionFailure(..) | IntegralValueOutOfRange(..) | InvalidColumnType(..) => Error::BadRow { table, source },
        other => other.into(),
    })
}

/// Writes every record, new or changed, in the order in which they point at each other.
fn write_all(change: &Transaction<'_>, stamp: Stamp<'_>, records: &Register) -> Result<(), Error> {
    wards::write(change, &records.wards)?;
    namesakes::write(change, &records.namesakes)?;
    streets::write(change, &records.streets)?;
    landmarks::write(change, &records.landmarks)?;
    signs::write(change, &records.signs)?;
    street_lines::write(change, &records.street_lines)?;
    anniversaries::write(change, &records.anniversaries)?;
    legacy_links::write(change, &records.legacy_links)?;
    walks::write(change, &records.walks)?;
    stories::write(change, stamp, &records.stories)
}
