//! Is the history whole? Every row answers for itself, for the one before it and for the versions that it tells of.

use super::history::{self, Row};
use super::versions;
use crate::register::{Explained, Fault, HistoryAct, Sentence};
use rusqlite::Connection;
use std::collections::{HashMap, HashSet};

/// What the history of a database is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HistoryChecked {
    /// Rows in it.
    pub count: i64,
    /// The hash of the last one, which answers for all of them; empty where there is none.
    pub hash: String,
    /// What is wrong with it, in the order of the rows; nothing in a whole one.
    pub faults: Vec<HistoryFault>,
}

/// A row as people look for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowName {
    /// Its number.
    pub id: i64,
    /// When it was written, ISO 8601 in UTC.
    pub at: String,
    /// Who did what it tells of.
    pub who: String,
    /// What was done.
    pub act: String,
    /// What it was done to.
    pub subject: String,
}

/// What is wrong with a history.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HistoryFault {
    /// What the row tells is not what was written.
    #[error("the payload of row {} was changed", .0.id)]
    Payload(RowName),
    /// Something else of the row is not what was written, or the row before it is another one.
    #[error("row {} or the hash before it was changed", .0.id)]
    Row(RowName),
    /// Rows are gone.
    #[error("rows {from} to {until} are missing")]
    Missing {
        /// The first of them.
        from: i64,
        /// The last of them.
        until: i64,
    },
    /// The history does not end where it is noted to end.
    #[error("the history ends with row {found}, noted is {noted}")]
    Head {
        /// Rows there.
        found: i64,
        /// Rows there should be.
        noted: i64,
    },
    /// The row was erased, and no row tells by whom and why.
    #[error("row {} was erased and nothing tells of it", .0.id)]
    ErasedUnseen(RowName),
    /// A version is not what it was when this row told of it.
    #[error("version {version} was changed, row {} told of it", .row.id)]
    Version {
        /// The number of the version.
        version: i64,
        /// The row that tells of it.
        row: RowName,
    },
    /// No row tells of this version.
    #[error("no row tells of version {0}")]
    VersionUntold(i64),
    /// A backup saw another history.
    #[error("the backup of {at} saw row {count} otherwise")]
    Seal {
        /// When the backup was taken.
        at: String,
        /// The rows that there were.
        count: i64,
    },
}

impl Explained for HistoryFault {
    fn fault(&self) -> Fault {
        Fault::Broken
    }

    fn sentence(&self) -> Sentence {
        let of_row = |key, row: &RowName| {
            let sentence = Sentence::new(key).with("row", row.id).with("at", &row.at).with("who", &row.who);
            sentence.with("act", &row.act).with("subject", &row.subject)
        };
        match self {
            Self::Payload(row) => of_row("history-fault-payload", row),
            Self::Row(row) => of_row("history-fault-row", row),
            Self::Missing { from, until } => Sentence::new("history-fault-missing").with("from", from).with("until", until),
            Self::Head { found, noted } => Sentence::new("history-fault-head").with("found", found).with("noted", noted),
            Self::ErasedUnseen(row) => of_row("history-fault-erased", row),
            Self::Version { version, row } => of_row("history-fault-version", row).with("version", version),
            Self::VersionUntold(version) => Sentence::new("history-fault-untold").with("version", version),
            Self::Seal { at, count } => Sentence::new("history-fault-seal").with("at", at).with("count", count),
        }
    }
}

/// Reads the whole history, and says what is wrong with it.
pub(super) fn check(moment: &Connection) -> rusqlite::Result<HistoryChecked> {
    let mut walk = Walk::default();
    let mut query = moment.prepare("SELECT * FROM history ORDER BY id")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        walk.see(&Stored::of(row)?);
    }
    walk.look_at_erased();
    walk.look_at_head(moment)?;
    walk.look_at_versions(moment)?;
    walk.look_at_seals(moment)?;
    Ok(HistoryChecked { count: walk.last, hash: walk.hash, faults: walk.faults })
}

/// A row as it is stored.
struct Stored {
    row: Row,
    payload: String,
    hash: String,
    is_erased: bool,
}

impl Stored {
    fn of(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        let text = |column: &str| -> rusqlite::Result<String> {
            let at = row.as_ref().column_index(column)?;
            Ok(versions::written(row.get_ref(at)?))
        };
        Ok(Self {
            row: Row {
                id: row.get("id")?,
                at: text("at")?,
                who: text("who")?,
                act: text("act")?,
                place_id: row.get("place_id")?,
                subject: text("subject")?,
                lang: text("lang")?,
                version_id: row.get("version_id")?,
                versions: text("versions")?,
                digest: text("digest")?,
            },
            payload: text("payload")?,
            hash: text("hash")?,
            is_erased: row.get::<_, i64>("erased")? != 0,
        })
    }

    fn name(&self) -> RowName {
        let row = &self.row;
        RowName { id: row.id, at: row.at.clone(), who: row.who.clone(), act: row.act.clone(), subject: row.subject.clone() }
    }
}

/// What has been seen on the way through the rows.
#[derive(Default)]
struct Walk {
    last: i64,
    hash: String,
    hashes: HashMap<i64, String>,
    erased: Vec<RowName>,
    /// The rows that an act of erasing names, with the row that tells of it.
    told_erased: HashMap<String, i64>,
    versions: Vec<(String, RowName)>,
    faults: Vec<HistoryFault>,
}

impl Walk {
    fn see(&mut self, stored: &Stored) {
        let (id, name) = (stored.row.id, stored.name());
        if id != self.last + 1 {
            self.faults.push(HistoryFault::Missing { from: self.last + 1, until: id - 1 });
        } else if stored.row.hash_after(&self.hash) != stored.hash {
            self.faults.push(HistoryFault::Row(name.clone()));
        }
        match stored.is_erased {
            false if history::digest_of(&stored.payload) != stored.row.digest => self.faults.push(HistoryFault::Payload(name.clone())),
            true if !stored.payload.is_empty() => self.faults.push(HistoryFault::Payload(name.clone())),
            true => self.erased.push(name.clone()),
            false => {}
        }
        if stored.row.act == HistoryAct::Erase.as_str() {
            self.told_erased.insert(stored.row.subject.clone(), id);
        }
        self.versions.extend(stored.row.versions.split(' ').filter(|told| !told.is_empty()).map(|told| (told.to_owned(), name.clone())));
        self.last = id;
        self.hash.clone_from(&stored.hash);
        self.hashes.insert(id, stored.hash.clone());
    }

    fn look_at_erased(&mut self) {
        for row in std::mem::take(&mut self.erased) {
            if self.told_erased.get(&history::subject(row.id)).is_none_or(|told| *told <= row.id) {
                self.faults.push(HistoryFault::ErasedUnseen(row));
            }
        }
    }

    fn look_at_head(&mut self, moment: &Connection) -> rusqlite::Result<()> {
        let (noted, hash): (i64, String) =
            moment.query_row("SELECT coalesce(max(count), 0), coalesce(max(hash), '') FROM history_head", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        if noted != self.last || hash != self.hash {
            self.faults.push(HistoryFault::Head { found: self.last, noted });
        }
        Ok(())
    }

    fn look_at_versions(&mut self, moment: &Connection) -> rusqlite::Result<()> {
        let stored = versions::digests(moment, i64::MIN, i64::MAX)?;
        let is: HashSet<String> = stored.iter().map(history::told).collect();
        let mut known = HashSet::new();
        for (told, row) in std::mem::take(&mut self.versions) {
            let version = told.split(':').next().and_then(|id| id.parse().ok()).unwrap_or_default();
            known.insert(version);
            if !is.contains(&told) {
                self.faults.push(HistoryFault::Version { version, row });
            }
        }
        // A database from before the office has no history until something is changed.
        if self.last > 0 {
            self.faults.extend(stored.iter().filter(|(id, _)| !known.contains(id)).map(|(id, _)| HistoryFault::VersionUntold(*id)));
        }
        Ok(())
    }

    fn look_at_seals(&mut self, moment: &Connection) -> rusqlite::Result<()> {
        let mut query = moment.prepare("SELECT count, hash, at FROM backup_seal ORDER BY id")?;
        let mut seals = query.query([])?;
        while let Some(seal) = seals.next()? {
            let (count, hash): (i64, String) = (seal.get("count")?, seal.get("hash")?);
            let is = if count == 0 { Some("") } else { self.hashes.get(&count).map(String::as_str) };
            if is != Some(hash.as_str()) {
                self.faults.push(HistoryFault::Seal { at: seal.get("at")?, count });
            }
        }
        Ok(())
    }
}
