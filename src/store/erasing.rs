//! How is something taken out of the history when a law demands it? Its content goes; that it was there, and who took it out, stays.

use super::history::{self, Change, Stamp};
use super::{Error, Store, editors};
use crate::register::{Act, HistoryAct};
use rusqlite::{OptionalExtension, TransactionBehavior};
use serde_json::json;

impl Store {
    /// Erases what a row of the history tells, for good: nothing of it stays in the file. The row itself stays, marked, and another one
    /// tells who erased it and why.
    ///
    /// # Errors
    /// Refuses whoever may not, a row that is not there or was erased before, and to do so without a reason. Tells where the row is
    /// erased and the log beside the file, kept by a reader, still holds it; asked for once more, it is emptied then.
    pub fn erase_history(&mut self, by: i64, at: &str, id: i64, reason: &str) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = editors::get_active(&change, by)?;
        if !who.role.may(Act::KeepPeople) {
            return Err(Error::MayNotErase);
        }
        let found = "SELECT erased, place_id, lang FROM history WHERE id = ?1";
        let row = change.query_row(found, [id], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?, row.get::<_, String>(2)?))).optional()?;
        let (erased, place_id, lang) = row.ok_or(Error::NoSuchHistory(id))?;
        if erased != 0 {
            drop(change);
            self.empty_log()?;
            return Err(Error::ErasedBefore(id));
        }
        let reason = history::kept_reason(reason);
        if reason.is_empty() {
            return Err(Error::NoReason);
        }
        change.execute("UPDATE history SET payload = '', erased = 1 WHERE id = ?1", [id])?;
        let subject = history::subject(id);
        let payload = json!({ "reason": reason });
        let told = Change { act: HistoryAct::Erase, place_id, subject: &subject, lang: &lang, version_id: None, payload };
        history::write(&change, Stamp { who: who.login.as_str(), at }, &told)?;
        change.commit()?;
        self.empty_log()
    }

    /// Empties the log beside the file, which still holds what was erased. SQLite waits for readers as long as for writers.
    fn empty_log(&self) -> Result<(), Error> {
        let is_kept = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>("busy"))?;
        if is_kept { Err(Error::LogStands) } else { Ok(()) }
    }
}
