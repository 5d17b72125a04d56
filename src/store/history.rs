//! What has ever been changed, by whom? Rows are added and never changed; each carries a hash over the one before it.

use super::{Error, versions};
use crate::register::{HistoryAct, hex};
use rusqlite::{Transaction, named_params};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Longest reason, in characters.
const LONGEST_REASON: usize = 1_000;

/// Who does something, and when: it goes into the history with what they do.
#[derive(Debug, Clone, Copy)]
pub struct Stamp<'a> {
    /// The login of an editor, or the command of an operator at a terminal.
    pub who: &'a str,
    /// The moment, ISO 8601 in UTC to the second.
    pub at: &'a str,
}

/// A change about to be written down.
pub(super) struct Change<'a> {
    pub act: HistoryAct,
    /// The place that it is about, where it is about one.
    pub place_id: Option<i64>,
    /// What it is about, as people would look for it: `street/cau-dat`, a sign code, a login.
    pub subject: &'a str,
    /// The language of the text, empty where it is about no text.
    pub lang: &'a str,
    pub version_id: Option<i64>,
    /// What was before and what is after, by field; null where there was nothing.
    pub payload: Value,
}

/// A payload that tells of each field what was before and what is after; fields that stay are left out.
pub(super) fn before_and_after(before: &[(&str, String)], after: &[(&str, String)]) -> Value {
    let value_in = |fields: &[(&str, String)], key: &str| fields.iter().find(|(name, _)| *name == key).map(|(_, value)| value.clone());
    let (mut was, mut is) = (serde_json::Map::new(), serde_json::Map::new());
    let keys = before.iter().chain(after.iter().filter(|(key, _)| value_in(before, key).is_none())).map(|(key, _)| *key);
    for key in keys {
        let (old, new) = (value_in(before, key).unwrap_or_default(), value_in(after, key).unwrap_or_default());
        if old != new {
            was.insert(key.to_owned(), old.into());
            is.insert(key.to_owned(), new.into());
        }
    }
    serde_json::json!({ "before": was, "after": is })
}

/// A reason as it is kept: no longer than anybody reads.
pub(super) fn kept_reason(given: &str) -> String {
    given.trim().chars().take(LONGEST_REASON).collect()
}

/// Writes one row, as part of the change that it tells of. It answers from now on for every version that no row has told of yet.
pub(super) fn write(change: &Transaction<'_>, stamp: Stamp<'_>, what: &Change<'_>) -> Result<(), Error> {
    if what.act != HistoryAct::Start {
        begin(change, stamp, what.version_id)?;
    }
    add(change, stamp, what, versions::newest_id(change)?)
}

/// Begins the history of a database that was there before it: what is there now is what it begins with, save for the version that is
/// about to be told of.
pub(super) fn begin(change: &Transaction<'_>, stamp: Stamp<'_>, about: Option<i64>) -> Result<(), Error> {
    if change.prepare_cached("SELECT count > 0 FROM history_head")?.query_row([], |row| row.get(0))? {
        return Ok(());
    }
    let payload = serde_json::json!({});
    let start = Change { act: HistoryAct::Start, place_id: None, subject: "", lang: "", version_id: None, payload };
    let newest = versions::newest_id(change)?;
    add(change, stamp, &start, about.map_or(newest, |about| newest.min(about - 1)))
}

fn add(change: &Transaction<'_>, stamp: Stamp<'_>, what: &Change<'_>, last_version: i64) -> Result<(), Error> {
    let (count, previous, first_version): (i64, String, i64) = change
        .prepare_cached("SELECT count, hash, last_version + 1 FROM history_head")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let payload = what.payload.to_string();
    let row = Row {
        id: count + 1,
        at: stamp.at.to_owned(),
        who: stamp.who.to_owned(),
        act: what.act.to_string(),
        place_id: what.place_id,
        subject: what.subject.to_owned(),
        lang: what.lang.to_owned(),
        version_id: what.version_id,
        versions: versions::digests(change, first_version, last_version)?.iter().map(told).collect::<Vec<_>>().join(" "),
        digest: digest_of(&payload),
    };
    let hash = row.hash_after(&previous);
    change
        .prepare_cached(
            "INSERT INTO history (id, at, who, act, place_id, subject, lang, version_id, versions, payload, digest, hash, erased)
             VALUES (:id, :at, :who, :act, :place_id, :subject, :lang, :version_id, :versions, :payload, :digest, :hash, 0)",
        )?
        .execute(named_params! {
            ":id": row.id,
            ":at": row.at,
            ":who": row.who,
            ":act": row.act,
            ":place_id": row.place_id,
            ":subject": row.subject,
            ":lang": row.lang,
            ":version_id": row.version_id,
            ":versions": row.versions,
            ":payload": payload,
            ":digest": row.digest,
            ":hash": hash,
        })?;
    change.prepare_cached("UPDATE history_head SET count = ?1, hash = ?2, last_version = max(last_version, ?3)")?.execute((
        row.id,
        &hash,
        last_version,
    ))?;
    Ok(())
}

/// A row of the history, as the row that tells of its erasure names it.
pub(super) fn subject(row: i64) -> String {
    format!("history/{row}")
}

/// A version as a row tells of it: its number and its digest.
pub(super) fn told((id, digest): &(i64, String)) -> String {
    format!("{id}:{digest}")
}

/// What the hash of a row answers for.
pub(super) struct Row {
    pub id: i64,
    pub at: String,
    pub who: String,
    pub act: String,
    pub place_id: Option<i64>,
    pub subject: String,
    pub lang: String,
    pub version_id: Option<i64>,
    /// Every version that this row is the first to tell of, as [`told`] writes it.
    pub versions: String,
    pub digest: String,
}

impl Row {
    /// The hash of this row after the one before it.
    pub fn hash_after(&self, previous: &str) -> String {
        let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
        let (id, place_id, version_id) = (self.id.to_string(), number(self.place_id), number(self.version_id));
        hash_of(&[
            previous,
            &id,
            &self.at,
            &self.who,
            &self.act,
            &place_id,
            &self.subject,
            &self.lang,
            &version_id,
            &self.versions,
            &self.digest,
        ])
    }
}

/// The hash of several texts in hex. Each is led by its length, so that no two lists read alike.
pub(super) fn hash_of(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(part);
    }
    hex(&hash.finalize())
}

/// The digest of a payload, in hex.
pub(super) fn digest_of(payload: &str) -> String {
    sha256_of(payload.as_bytes())
}

/// The digest of bytes, in hex.
pub(super) fn sha256_of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}
