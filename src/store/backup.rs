//! How is a database copied safely while it is in use, and put back?

use super::{Error, Store, checks, open, places};
use rusqlite::backup::Backup;
use rusqlite::{Connection, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Pages copied at a time.
const PAGES_A_STEP: std::ffi::c_int = 1024;

/// What the history was when a backup was taken: noted outside the database, it shows whether anybody has rewritten it since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// Rows of the history.
    pub count: i64,
    /// The hash of the last one, which answers for all of them.
    pub hash: String,
}

impl Store {
    /// Writes a whole copy of the database, as of one moment, to a file that must not exist yet; safe while serving. What the history
    /// is now is sealed first: the seal stays in the database, and goes with the copy.
    ///
    /// # Errors
    /// Refuses a file that exists, and to copy damage; fails when it cannot be written, and leaves nothing behind then.
    pub fn backup(&mut self, to: &Path, at: &str) -> Result<Seal, Error> {
        check_free(to)?;
        self.check()?;
        let seal = self.seal(at)?;
        copy(&self.connection, to)?;
        Ok(seal)
    }

    fn seal(&mut self, at: &str) -> Result<Seal, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (count, hash) = change.query_row("SELECT count, hash FROM history_head", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let seal = Seal { count, hash };
        let id = places::next_id(&change, "SELECT coalesce(max(id), 0) + 1 FROM backup_seal")?;
        change.execute("INSERT INTO backup_seal (id, count, hash, at) VALUES (?1, ?2, ?3, ?4)", (id, seal.count, &seal.hash, at))?;
        change.commit()?;
        Ok(seal)
    }
}

/// Copies a checked backup to a database that must not exist yet.
///
/// # Errors
/// Refuses a backup that [`checks::verify`] refuses, and a database that exists.
pub fn restore(from: &Path, to: &Path) -> Result<checks::Verified, Error> {
    check_free(to)?;
    let verified = checks::verify(from)?;
    copy(&checks::open_to_read(from)?, to)?;
    Ok(verified)
}

/// Refuses a name that a database has, or had and left its log under: SQLite would play that log over the new file.
pub fn check_free(to: &Path) -> Result<(), Error> {
    if to.exists() {
        return Err(Error::Exists(to.to_owned()));
    }
    let logs = ["-wal", "-journal"].map(|ending| {
        let mut log = to.as_os_str().to_owned();
        log.push(ending);
        PathBuf::from(log)
    });
    logs.into_iter().find(|log| log.exists()).map_or(Ok(()), |log| Err(Error::LeftOver(log)))
}

/// Copies to a file of another name, and gives it the asked one only when it is whole.
pub fn copy(from: &Connection, to: &Path) -> Result<(), Error> {
    check_free(to)?;
    let refused = |source| Error::Files { path: to.to_owned(), source };
    let half_made = tempfile::Builder::new().prefix(".tenpho-copy-").tempfile_in(open::folder_of(to)).map_err(refused)?.into_temp_path();
    let mut target = Connection::open(&half_made)?;
    // The copy is of this moment, and keeps no writer waiting. Without it every change by somebody else would begin the copy anew.
    let moment = from.unchecked_transaction()?;
    moment.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Backup::new(from, &mut target)?.run_to_completion(PAGES_A_STEP, Duration::ZERO, None)?;
    drop(moment);
    target.pragma_update(None, "journal_mode", "DELETE")?;
    target.close().map_err(|(_, error)| Error::from(error))?;
    std::fs::File::open(&half_made).and_then(|file| file.sync_all()).map_err(refused)?;
    half_made.persist_noclobber(to).map_err(|error| match error.error.kind() {
        std::io::ErrorKind::AlreadyExists => Error::Exists(to.to_owned()),
        _ => refused(error.error),
    })
}
