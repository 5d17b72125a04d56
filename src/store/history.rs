//! What has ever been changed, by whom? Rows are added and never changed; each carries a hash over the one before it.

use super::Error;
use crate::register::HistoryAct;
use rusqlite::{Transaction, named_params};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write;

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

/// Writes one row, as part of the change that it tells of.
pub(super) fn write(change: &Transaction<'_>, stamp: Stamp<'_>, what: &Change<'_>) -> Result<(), Error> {
    let (count, previous): (i64, String) =
        change.prepare_cached("SELECT count, hash FROM history_head")?.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let id = count + 1;
    let payload = what.payload.to_string();
    let digest = digest_of(&payload);
    let row = Row { id, stamp, what, digest: &digest };
    let hash = row.hash_after(&previous);
    change
        .prepare_cached(
            "INSERT INTO history (id, at, who, act, place_id, subject, lang, version_id, payload, digest, hash, erased)
             VALUES (:id, :at, :who, :act, :place_id, :subject, :lang, :version_id, :payload, :digest, :hash, 0)",
        )?
        .execute(named_params! {
            ":id": id,
            ":at": stamp.at,
            ":who": stamp.who,
            ":act": what.act.as_str(),
            ":place_id": what.place_id,
            ":subject": what.subject,
            ":lang": what.lang,
            ":version_id": what.version_id,
            ":payload": payload,
            ":digest": digest,
            ":hash": hash,
        })?;
    change.prepare_cached("UPDATE history_head SET count = ?1, hash = ?2")?.execute((id, &hash))?;
    Ok(())
}

struct Row<'a> {
    id: i64,
    stamp: Stamp<'a>,
    what: &'a Change<'a>,
    digest: &'a str,
}

impl Row<'_> {
    /// The hash of this row after the one before it. Each part is led by its length, so that no two rows read alike.
    fn hash_after(&self, previous: &str) -> String {
        let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
        let parts = [
            previous,
            &self.id.to_string(),
            self.stamp.at,
            self.stamp.who,
            self.what.act.as_str(),
            &number(self.what.place_id),
            self.what.subject,
            self.what.lang,
            &number(self.what.version_id),
            self.digest,
        ];
        let mut hash = Sha256::new();
        for part in parts {
            hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            hash.update(part);
        }
        hex(&hash.finalize())
    }
}

/// The digest of a payload, in hex.
pub(super) fn digest_of(payload: &str) -> String {
    hex(&Sha256::digest(payload))
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in bytes {
        write!(text, "{byte:02x}").expect("writing to a string never fails");
    }
    text
}
