//! How does a file become a store? Made and filled once, brought up to date with the old file kept, never refilled.

use super::history::{self, Change, Stamp};
use super::{Error, Store, backup, checks, places, write_all};
use crate::register::{HistoryAct, Register};
use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::{M, Migrations};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The steps of the schema, in order; a released step is never edited.
const STEPS: &[M<'static>] = &[
    M::up(include_str!("migrations/0001_register.sql")),
    M::up(include_str!("migrations/0002_print_batches.sql")),
    M::up(include_str!("migrations/0003_office.sql")),
    M::up(include_str!("migrations/0004_print_orders.sql")),
    M::up(include_str!("migrations/0005_scans.sql")),
    M::up(include_str!("migrations/0006_reports.sql")),
    M::up(include_str!("migrations/0007_lines.sql")),
    M::up(include_str!("migrations/0008_legacy_links.sql")),
    M::up(include_str!("migrations/0009_office_settings.sql")),
    M::up(include_str!("migrations/0010_recordings.sql")),
    M::up(include_str!("migrations/0011_sign_survey.sql")),
    M::up(include_str!("migrations/0012_walks.sql")),
    M::up(include_str!("migrations/0013_anniversaries.sql")),
    M::up(include_str!("migrations/0014_anniversary_places.sql")),
    M::up(include_str!("migrations/0015_draft_numbers.sql")),
];

/// The schema of today.
pub const LATEST: usize = STEPS.len();

/// Says in the file's header that it is ours: `TnPh`.
const APPLICATION_ID: i64 = 0x546E_5068;

/// How long a writer waits for another before it gives up.
const PATIENCE: Duration = Duration::from_secs(5);

impl Store {
    /// Opens a database; one that does not exist is made and filled from `starter`.
    ///
    /// # Errors
    /// Refuses a file that is no database, another program's, or newer than this program; fails when it is locked or damaged.
    pub fn open_or_make<E: From<Error>>(
        path: &Path,
        stamp: Stamp<'_>,
        starter: impl FnOnce() -> Result<Register, E>,
    ) -> Result<(Self, bool), E> {
        if path.exists() {
            return Ok((Self::open(path)?, false));
        }
        let made = make(path, stamp, &starter()?)?;
        Ok((Self::open(path)?, made))
    }

    /// Opens a database that exists, and brings its schema up to date; the file before that is kept beside it.
    ///
    /// # Errors
    /// Refuses a file that is not there, no database, another program's, or newer than this program.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let mut connection = connect(path)?;
        let version = check_ours(&connection, path)?;
        set_up(&connection).map_err(|error| checks::not_a_database(error, path))?;
        if version < STEPS.len() {
            let kept = keep_before_migration(&connection, path, version)?;
            if let Err(error) = Migrations::from_slice(STEPS).to_latest(&mut connection) {
                // No step was taken: whoever tries again and again must not fill the disk with what is there already.
                let _ = std::fs::remove_file(kept);
                return Err(error.into());
            }
            let change = connection.transaction()?;
            places::fold_unfolded(&change)?;
            change.commit()?;
        }
        Ok(Self { connection, path: path.to_owned(), file: identity(path) })
    }

    /// Opens a database that exists for reading alone: every attempt to write through it fails.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_to_read(path: &Path) -> Result<Self, Error> {
        let store = Self::open(path)?;
        store.connection.pragma_update(None, "query_only", "ON")?;
        Ok(store)
    }
}

/// Opens a connection, and changes nothing in the file yet: it may be somebody else's.
fn connect(path: &Path) -> Result<Connection, Error> {
    if !path.exists() {
        return Err(Error::Missing(path.to_owned()));
    }
    if path.is_dir() {
        return Err(Error::NotADatabase(path.to_owned()));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
}

/// Which file bears this name, where the system tells.
pub fn identity(path: &Path) -> Option<u64> {
    #[cfg(unix)]
    return std::fs::metadata(path).ok().map(|file| std::os::unix::fs::MetadataExt::ino(&file));
    #[cfg(not(unix))]
    path.exists().then_some(0)
}

/// Sets what every connection needs: a commit survives a power cut, every reference is whole, and what is deleted leaves no trace in
/// the file, since a law may demand that.
fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "secure_delete", "ON")?;
    connection.pragma_update(None, "foreign_keys", "ON")
}

/// Is it ours, and not from a later program? Gives the number of steps it has taken.
pub fn check_ours(connection: &Connection, path: &Path) -> Result<usize, Error> {
    let read = |pragma| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    let id = read("application_id").map_err(|error| checks::not_a_database(error, path))?;
    if id != APPLICATION_ID {
        return Err(Error::Foreign(path.to_owned()));
    }
    let found = read("user_version")?;
    usize::try_from(found).ok().filter(|version| *version <= STEPS.len()).ok_or(Error::Newer {
        path: path.to_owned(),
        found,
        known: STEPS.len(),
    })
}

/// Makes and fills a database under another name and only then gives it its own, so that no half-made one is ever found.
/// Tells whether it was us who made it: another program may have been quicker.
fn make(path: &Path, stamp: Stamp<'_>, starter: &Register) -> Result<bool, Error> {
    match backup::check_free(path) {
        Err(Error::Exists(_)) => return Ok(false),
        free => free?,
    }
    let beside = |source| Error::Files { path: path.to_owned(), source };
    let half_made = tempfile::Builder::new().prefix(".tenpho-new-").tempfile_in(folder_of(path)).map_err(beside)?.into_temp_path();
    let mut connection = Connection::open(&half_made)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    Migrations::from_slice(STEPS).to_latest(&mut connection)?;
    let change = connection.transaction()?;
    write_all(&change, stamp, starter)?;
    history::write(&change, stamp, &starting(starter))?;
    change.commit()?;
    connection.close().map_err(|(_, error)| Error::from(error))?;
    match half_made.persist_noclobber(path) {
        Ok(()) => Ok(true),
        Err(refused) if refused.error.kind() == std::io::ErrorKind::AlreadyExists => Ok(false),
        Err(refused) => Err(beside(refused.error)),
    }
}

/// The first row of every history: what the database began with.
fn starting(starter: &Register) -> Change<'static> {
    let counts = serde_json::json!({
        "wards": starter.wards.len(), "namesakes": starter.namesakes.len(), "streets": starter.streets.len(),
        "landmarks": starter.landmarks.len(), "signs": starter.signs.len(), "stories": starter.stories.len(),
        "walks": starter.walks.len(),
    });
    Change {
        act: HistoryAct::Start,
        place_id: None,
        subject: "",
        lang: "",
        version_id: None,
        payload: serde_json::json!({ "counts": counts }),
    }
}

/// Copies the file as it is before the schema changes, beside those of earlier times, and tells its name.
fn keep_before_migration(connection: &Connection, path: &Path, version: usize) -> Result<PathBuf, Error> {
    let name = |ending: String| {
        let mut kept = path.as_os_str().to_owned();
        kept.push(format!(".schema-{version}{ending}"));
        PathBuf::from(kept)
    };
    let mut names = std::iter::once(String::new()).chain((2..).map(|number| format!(".{number}"))).map(name);
    let kept = names.find(|kept| !kept.exists()).expect("numbers do not end");
    backup::copy(connection, &kept)?;
    Ok(kept)
}

/// The folder that a file is, or will be, in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
