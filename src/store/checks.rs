//! Is this file a sound database of ours?

use super::history_check::{self, HistoryChecked};
use super::{Error, Store, open};
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::path::Path;

/// What a sound database holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Steps of the schema that it has taken.
    pub schema: usize,
    /// Signs in it.
    pub signs: i64,
    /// Streets in it.
    pub streets: i64,
    /// Stories in it.
    pub stories: i64,
    /// Its history; a file from before the office has none.
    pub history: HistoryChecked,
}

impl Store {
    /// Checks the open database as [`verify`] does.
    ///
    /// # Errors
    /// Names the damage that SQLite's own checks find.
    pub fn check(&self) -> Result<Verified, Error> {
        check(&self.connection, &self.path)
    }
}

/// Checks a file without changing it: ours, not newer than the program, sound in every page, every reference whole. What is wrong with
/// its history is told and not refused: a file that somebody has tampered with may be all that there is to save.
///
/// # Errors
/// Refuses a file that is not there, no database or another program's; names the damage of one that is ours.
pub fn verify(path: &Path) -> Result<Verified, Error> {
    let mut connection = open_to_read(path)?;
    let verified = check(&connection, path)?;
    check_whole(&connection, path)?;
    // A backup from before an update is brought up to date when it is opened; until then its tables are not the ones read here.
    if verified.schema == open::LATEST {
        let moment = connection.transaction()?;
        super::read_all(&moment)?;
        super::of_table("print_batch", super::batches::read(&moment))?;
    }
    Ok(verified)
}

/// Is every page that the file promises there? SQLite reads a cut-off last page as zeros. A copy of ours has no log beside it.
fn check_whole(connection: &Connection, path: &Path) -> Result<(), Error> {
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    let promised =
        connection.query_row("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", [], |row| row.get::<_, i64>(0))?;
    let there = std::fs::metadata(path).map_err(|source| Error::Files { path: path.to_owned(), source })?.len();
    if mode == "wal" || i64::try_from(there).is_ok_and(|there| there >= promised) {
        return Ok(());
    }
    Err(Error::Damaged { path: path.to_owned(), report: format!("{there} of {promised} bytes") })
}

/// Opens a file so that nothing can be written to it.
pub fn open_to_read(path: &Path) -> Result<Connection, Error> {
    if !path.is_file() {
        return Err(if path.exists() { Error::NotADatabase(path.to_owned()) } else { Error::Missing(path.to_owned()) });
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(path, flags).map_err(|error| not_a_database(error, path))
}

fn check(connection: &Connection, path: &Path) -> Result<Verified, Error> {
    let schema = open::check_ours(connection, path)?;
    let damaged = |report: String| Error::Damaged { path: path.to_owned(), report };
    let as_damage = |error: rusqlite::Error| match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => damaged(error.to_string()),
        _ => Error::from(error),
    };
    let report: String = connection.query_row("PRAGMA integrity_check(5)", [], |row| row.get(0)).map_err(as_damage)?;
    if report != "ok" {
        return Err(damaged(report.lines().take(3).collect::<Vec<_>>().join("; ")));
    }
    let dangling = connection.prepare("PRAGMA foreign_key_check").and_then(|mut query| query.exists([])).map_err(as_damage)?;
    if dangling {
        return Err(damaged("foreign_key_check".to_owned()));
    }
    let count = |query: &str| connection.query_row(query, [], |row| row.get(0)).map_err(as_damage);
    Ok(Verified {
        schema,
        signs: count("SELECT count(*) FROM sign")?,
        streets: count("SELECT count(*) FROM street")?,
        stories: count("SELECT count(*) FROM story")?,
        history: if schema == open::LATEST { history_check::check(connection).map_err(as_damage)? } else { HistoryChecked::default() },
    })
}

/// SQLite's first look at a file tells whether it is a database at all.
pub fn not_a_database(error: rusqlite::Error, path: &Path) -> Error {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => Error::NotADatabase(path.to_owned()),
        Some(ErrorCode::DatabaseCorrupt) => Error::Damaged { path: path.to_owned(), report: error.to_string() },
        _ => Error::from(error),
    }
}
