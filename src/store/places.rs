//! Which id does a place have? The one thing that signs and stories point at, whatever it is called.

use super::Error;
use super::columns;
use crate::register::{Line, Place, PlaceKind, Slug};
use rusqlite::{OptionalExtension, Row, Transaction};

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

/// The id of a place by the slug of today.
pub fn find_id(change: &Transaction<'_>, kind: PlaceKind, slug: &Slug) -> rusqlite::Result<Option<i64>> {
    change
        .prepare_cached("SELECT id FROM place WHERE kind = ?1 AND slug = ?2")?
        .query_row((kind.as_str(), slug.as_str()), |row| row.get(0))
        .optional()
}

/// The place of an id that must be there.
pub fn get_place(change: &Transaction<'_>, id: i64) -> rusqlite::Result<Place> {
    change.prepare_cached("SELECT kind, slug FROM place WHERE id = ?1")?.query_row([id], place_of)
}

/// Addresses that places once had, each with the place that it leads to now.
pub fn former_slugs(moment: &Transaction<'_>) -> rusqlite::Result<Vec<(Place, Place)>> {
    let mut query = moment.prepare(
        "SELECT former_slug.kind, former_slug.slug, place.slug AS now FROM former_slug JOIN place ON place.id = former_slug.place_id
         ORDER BY former_slug.kind, former_slug.slug",
    )?;
    let pair = |row: &Row<'_>| {
        let old = place_of(row)?;
        let now = Place { kind: old.kind, slug: columns::slug(row, "now")? };
        Ok((old, now))
    };
    query.query_map([], pair)?.collect()
}

/// Places that are no longer in use, with the last day.
pub fn retired(moment: &Transaction<'_>) -> rusqlite::Result<Vec<(Place, Line)>> {
    let mut query = moment.prepare("SELECT kind, slug, retired_on FROM place WHERE retired_on <> '' ORDER BY kind, slug")?;
    query.query_map([], |row| Ok((place_of(row)?, columns::line(row, "retired_on")?)))?.collect()
}

fn place_of(row: &Row<'_>) -> rusqlite::Result<Place> {
    Ok(Place { kind: columns::parsed(row, "kind", PlaceKind::parse)?, slug: columns::slug(row, "slug")? })
}

/// A place as the history names it.
pub fn subject(place: &Place) -> String {
    format!("{}/{}", place.kind, place.slug)
}
