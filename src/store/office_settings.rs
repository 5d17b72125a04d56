//! What has the office said of itself? Rows of key and value; what was never said is not there.

use super::history::{self, Change, Stamp};
use super::{Error, Store};
use crate::register::{HistoryAct, OfficeHead};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

/// The keys of the head of papers, and what the history calls them.
const ABOVE: &str = "head-above";
const OFFICE: &str = "head-office";

impl Store {
    /// Whose papers the office writes.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn office_head(&self) -> Result<OfficeHead, Error> {
        read(&self.connection)
    }

    /// Says whose papers the office writes; what stays as it was leaves no trace.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn set_office_head(&mut self, head: &OfficeHead, stamp: Stamp<'_>) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let before = read(&change)?;
        if before == *head {
            return Ok(());
        }
        for (key, value) in fields(head) {
            change.execute("DELETE FROM office_setting WHERE key = ?1", [key])?;
            if !value.is_empty() {
                change.execute("INSERT INTO office_setting (key, value) VALUES (?1, ?2)", [key, &value])?;
            }
        }
        let payload = history::before_and_after(&fields(&before), &fields(head));
        let what = Change { act: HistoryAct::OfficeHead, place_id: None, subject: "office-head", lang: "", version_id: None, payload };
        history::write(&change, stamp, &what)?;
        change.commit()?;
        Ok(())
    }
}

fn fields(head: &OfficeHead) -> [(&'static str, String); 2] {
    [(ABOVE, head.above().to_owned()), (OFFICE, head.office().to_owned())]
}

fn read(connection: &Connection) -> Result<OfficeHead, Error> {
    let value = |key: &str| {
        let mut query = connection.prepare_cached("SELECT value FROM office_setting WHERE key = ?1")?;
        query.query_row([key], |row| row.get::<_, String>(0)).optional()
    };
    Ok(OfficeHead::parse(&value(ABOVE)?.unwrap_or_default(), &value(OFFICE)?.unwrap_or_default())?)
}
