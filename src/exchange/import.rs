//! What would this file change, or what must be mended in it first?

use super::cells::Cells;
use super::key::{Issue, keys_of};
use super::known::Known;
use super::records::Tabled;
use super::row::Row;
use super::{Kind, Records, Report, csv, decode, json};
use crate::register::{Anniversary, Landmark, LegacyLink, Namesake, Register, Sentence, Sign, SignCode, Story, Street, Ward};
use std::collections::HashMap;

/// Largest file read, in bytes: 64 MiB.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;
/// Most rows read from one file.
pub const MOST_ROWS: usize = 200_000;

/// What a file brings that the register does not have yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Records that are new or changed; those that stay as they are do not come along.
    pub records: Records,
    /// What was read.
    pub report: Report,
}

/// Reads a CSV or JSON file against what the register holds: an upsert by code or slug.
///
/// A column or row that the file leaves out stays as it is, an empty cell means unknown, an empty code gets
/// one from `issue` and an empty slug is made of the name.
///
/// # Errors
/// All or nothing: one fault anywhere and nothing is imported; the report names every fault by line and column.
pub fn read(kind: Kind, bytes: &[u8], register: &Register, issue: &mut dyn FnMut() -> SignCode) -> Result<Import, Report> {
    read_issuing(kind, bytes, register, &mut || Some(issue()))
}

/// Does what [`read`] does, with an issuer that may have no code to give.
pub(super) fn read_issuing(kind: Kind, bytes: &[u8], register: &Register, issue: Issue<'_>) -> Result<Import, Report> {
    let mut report = Report::default();
    let rows = read_rows(kind, bytes, &mut report);
    import(kind, &rows, register, issue, report)
}

/// Makes records of rows, whichever way these came in.
pub(super) fn import(kind: Kind, rows: &[Row], register: &Register, issue: Issue<'_>, report: Report) -> Result<Import, Report> {
    match kind {
        Kind::Streets => upsert::<Street>(rows, register, issue, report),
        Kind::Signs => upsert::<Sign>(rows, register, issue, report),
        Kind::Landmarks => upsert::<Landmark>(rows, register, issue, report),
        Kind::Namesakes => upsert::<Namesake>(rows, register, issue, report),
        Kind::Stories => upsert::<Story>(rows, register, issue, report),
        Kind::Wards => upsert::<Ward>(rows, register, issue, report),
        Kind::Anniversaries => upsert::<Anniversary>(rows, register, issue, report),
        Kind::LegacyLinks => upsert::<LegacyLink>(rows, register, issue, report),
    }
}

fn read_rows(kind: Kind, bytes: &[u8], report: &mut Report) -> Vec<Row> {
    if bytes.len() > MOST_BYTES {
        report.refuse(0, "", Sentence::new("file-too-large").with("most", MOST_BYTES / 1024 / 1024));
        return Vec::new();
    }
    let Some(text) = decode::decode(bytes, report) else { return Vec::new() };
    match text.trim_start().chars().next() {
        None => {
            report.refuse(0, "", Sentence::new("file-empty"));
            Vec::new()
        }
        Some('[') => json::read(kind, &text, report),
        Some(_) => csv::read(kind, &text, report),
    }
}

fn upsert<T: Tabled>(rows: &[Row], register: &Register, issue: Issue<'_>, mut report: Report) -> Result<Import, Report> {
    let known = Known::of(register);
    let old: HashMap<String, &T> = T::list(register).iter().map(|one| (one.key(), one)).collect();
    let former = former_of::<T>(register);
    let (named, keys) = keys_of::<T>(rows, &old, &former, issue, &mut report);
    let mut fresh = Vec::new();
    report.rows = rows.len();
    for (row, key) in rows.iter().zip(named) {
        if let Some((key, now)) =
            key.as_ref().and_then(|key| former.get_key_value(key.as_str())).filter(|(key, _)| !old.contains_key(**key))
        {
            report.refuse(row.line, "slug", Sentence::new("slug-former").with("given", key).with("now", now));
        }
        let before = key.as_ref().and_then(|key| old.get(key)).copied();
        let mut cells = Cells { row, known: &known, keys: &keys, is_keyed: key.is_some(), report: &mut report };
        match (T::read(&mut cells, &key.unwrap_or_default(), before), before) {
            (None, _) => {}
            (Some(now), Some(before)) if now == *before => report.unchanged += 1,
            (Some(now), before) => {
                report.added += usize::from(before.is_none());
                report.changed += usize::from(before.is_some());
                fresh.push(now);
            }
        }
    }
    if report.is_clean() { Ok(Import { records: T::records(fresh), report }) } else { Err(report.refused()) }
}

/// The addresses that places of a kind once had, each with the one of today: a row under one of them would make the place twice.
fn former_of<T: Tabled>(register: &Register) -> HashMap<&str, &str> {
    let pairs = register.former_slugs.iter().filter(|(old, _)| Some(old.kind) == T::place_kind());
    pairs.map(|(old, now)| (old.slug.as_str(), now.slug.as_str())).collect()
}
