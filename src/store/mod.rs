//! Where is the register kept? In one SQLite file; all SQL of the product is in this room.

mod backup;
mod batches;
mod checks;
mod columns;
mod error;
mod landmarks;
mod namesakes;
mod open;
mod places;
mod signs;
mod stories;
mod streets;
mod wards;

pub use backup::restore;
pub use batches::{Batch, BatchSign};
pub use checks::{Verified, verify};
pub use error::Error;

use crate::register::Register;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};

/// The one writer of a database file.
pub struct Store {
    connection: Connection,
    path: PathBuf,
}

impl Store {
    /// The file that this store writes.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The whole register as of one moment.
    ///
    /// # Errors
    /// Fails when the file cannot be read, or holds a value that the register refuses.
    pub fn read_register(&mut self) -> Result<Register, Error> {
        let moment = self.connection.transaction()?;
        read_all(&moment)
    }

    /// Every table that holds a value which the register refuses, each with the first such row.
    ///
    /// # Errors
    /// Fails when the file cannot be read at all.
    pub fn bad_rows(&mut self) -> Result<Vec<Error>, Error> {
        let moment = self.connection.transaction()?;
        let mut bad = Vec::new();
        bad.extend(of_table("ward", wards::read(&moment)).err());
        bad.extend(of_table("namesake", namesakes::read(&moment)).err());
        bad.extend(of_table("street", streets::read(&moment)).err());
        bad.extend(of_table("landmark", landmarks::read(&moment)).err());
        bad.extend(of_table("sign", signs::read(&moment)).err());
        bad.extend(of_table("story", stories::read(&moment)).err());
        Ok(bad)
    }

    /// Imports records: `choose` sees the register as it is and gives the records that are new or changed;
    /// they are written all or not at all, and nobody writes in between.
    ///
    /// # Errors
    /// Gives back the refusal of `choose`, or the failure of the file; nothing is written then.
    pub fn import<T, E: From<Error>>(&mut self, choose: impl FnOnce(&Register) -> Result<(Register, T), E>) -> Result<T, E> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(Error::from)?;
        let (records, told) = choose(&read_all(&change)?)?;
        write_all(&change, &records)?;
        change.commit().map_err(Error::from)?;
        Ok(told)
    }

    /// A number that changes whenever another connection has committed to the file.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn change_number(&self) -> Result<i64, Error> {
        Ok(self.connection.query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }
}

fn read_all(moment: &Transaction<'_>) -> Result<Register, Error> {
    Ok(Register {
        wards: of_table("ward", wards::read(moment))?,
        namesakes: of_table("namesake", namesakes::read(moment))?,
        streets: of_table("street", streets::read(moment))?,
        landmarks: of_table("landmark", landmarks::read(moment))?,
        signs: of_table("sign", signs::read(moment))?,
        stories: of_table("story", stories::read(moment))?,
    })
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
fn write_all(change: &Transaction<'_>, records: &Register) -> Result<(), Error> {
    wards::write(change, &records.wards)?;
    namesakes::write(change, &records.namesakes)?;
    streets::write(change, &records.streets)?;
    landmarks::write(change, &records.landmarks)?;
    signs::write(change, &records.signs)?;
    stories::write(change, &records.stories)
}
