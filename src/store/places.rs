//! Which id does a place have? The one thing that signs and stories point at, whatever it is called.

use super::Error;
use crate::register::{PlaceKind, Slug};
use rusqlite::{OptionalExtension, Transaction};

/// The id of a place that must be there.
pub fn get_id(change: &Transaction<'_>, kind: PlaceKind, slug: &Slug) -> Result<i64, Error> {
    find_id(change, kind, slug)?.ok_or_else(|| Error::NoSuchPlace { kind, slug: slug.to_string() })
}

/// The id of a place, given one now where it has none.
pub fn keep_id(change: &Transaction<'_>, kind: PlaceKind, slug: &Slug) -> Result<i64, Error> {
    if let Some(id) = find_id(change, kind, slug)? {
        return Ok(id);
    }
    let id = next_id(change, "SELECT coalesce(max(id), 0) + 1 FROM place")?;
    change.prepare_cached("INSERT INTO place (id, kind, slug) VALUES (?1, ?2, ?3)")?.execute((id, kind.as_str(), slug.as_str()))?;
    Ok(id)
}

/// The id of a namesake, where a record names one.
pub fn namesake_id(change: &Transaction<'_>, slug: Option<&Slug>) -> Result<Option<i64>, Error> {
    slug.map(|slug| get_id(change, PlaceKind::Namesake, slug)).transpose()
}

/// The next id that a query gives; the program makes the ids, not the database.
pub fn next_id(change: &Transaction<'_>, query: &str) -> rusqlite::Result<i64> {
    change.prepare_cached(query)?.query_row([], |row| row.get(0))
}

fn find_id(change: &Transaction<'_>, kind: PlaceKind, slug: &Slug) -> rusqlite::Result<Option<i64>> {
    change
        .prepare_cached("SELECT id FROM place WHERE kind = ?1 AND slug = ?2")?
        .query_row((kind.as_str(), slug.as_str()), |row| row.get(0))
        .optional()
}
