//! Which id does a place have? The one thing that signs and stories point at, whatever it is called.

use super::Error;
use super::columns;
use super::{landmarks, namesakes, streets};
use crate::register::{Line, Name, Named, Place, PlaceKind, Record, Slug, fold};
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

/// The next id that a query gives; the program makes the ids, not the database, save those of drafts.
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

/// The id and the place of today that this one is, or once was.
pub fn find_now(moment: &Transaction<'_>, place: &Place) -> rusqlite::Result<Option<(i64, Place)>> {
    let id = match find_id(moment, place.kind, &place.slug)? {
        Some(id) => Some(id),
        None => former_id(moment, place.kind, &place.slug)?,
    };
    id.map(|id| Ok((id, get_place(moment, id)?))).transpose()
}

/// As [`find_now`], and it must be there.
pub fn get_now(moment: &Transaction<'_>, place: &Place) -> Result<(i64, Place), Error> {
    find_now(moment, place)?.ok_or_else(|| Error::NoSuchPlace { kind: place.kind, slug: place.slug.to_string() })
}

/// The id of the place that once had this slug.
pub fn former_id(moment: &Transaction<'_>, kind: PlaceKind, slug: &Slug) -> rusqlite::Result<Option<i64>> {
    moment
        .prepare_cached("SELECT place_id FROM former_slug WHERE kind = ?1 AND slug = ?2")?
        .query_row((kind.as_str(), slug.as_str()), |row| row.get(0))
        .optional()
}

/// Gives a place another slug; the old one goes on leading to it.
pub fn change_slug(change: &Transaction<'_>, id: i64, old: &Place, new: &Slug) -> rusqlite::Result<()> {
    change.prepare_cached("DELETE FROM former_slug WHERE kind = ?1 AND slug = ?2")?.execute((old.kind.as_str(), new.as_str()))?;
    change.prepare_cached("UPDATE place SET slug = ?1 WHERE id = ?2")?.execute((new.as_str(), id))?;
    change.prepare_cached("INSERT OR REPLACE INTO former_slug (kind, slug, place_id) VALUES (?1, ?2, ?3)")?.execute((
        old.kind.as_str(),
        old.slug.as_str(),
        id,
    ))?;
    Ok(())
}

/// Since when a place is no longer in use; empty while it is.
pub fn retired_on(moment: &Transaction<'_>, id: i64) -> rusqlite::Result<Line> {
    moment.prepare_cached("SELECT retired_on FROM place WHERE id = ?1")?.query_row([id], |row| columns::line(row, "retired_on"))
}

/// Says since when a place is no longer in use.
pub fn retire(change: &Transaction<'_>, id: i64, since: &str) -> rusqlite::Result<()> {
    change.prepare_cached("UPDATE place SET retired_on = ?1 WHERE id = ?2")?.execute((since, id))?;
    Ok(())
}

/// The record of a place of this id.
pub fn get_record(moment: &Transaction<'_>, id: i64, kind: PlaceKind) -> Result<Record, Error> {
    Ok(match kind {
        PlaceKind::Street => Record::Street(super::of_table("street", streets::get(moment, id))?),
        PlaceKind::Landmark => Record::Landmark(super::of_table("landmark", landmarks::get(moment, id))?),
        PlaceKind::Namesake => Record::Namesake(super::of_table("namesake", namesakes::get(moment, id))?),
    })
}

/// Writes a record, new or changed.
pub fn write_record(change: &Transaction<'_>, record: &Record) -> Result<(), Error> {
    match record {
        Record::Street(one) => streets::write(change, std::slice::from_ref(one)),
        Record::Landmark(one) => landmarks::write(change, std::slice::from_ref(one)),
        Record::Namesake(one) => namesakes::write(change, std::slice::from_ref(one)),
    }
}

/// Every place of a kind with its name, by slug.
pub fn names_of(moment: &Transaction<'_>, kind: PlaceKind) -> rusqlite::Result<Vec<(Slug, Name)>> {
    // The kinds are the names of the tables, and none comes from outside.
    let query = format!("SELECT place.slug, {kind}.name FROM {kind} JOIN place ON place.id = {kind}.place_id ORDER BY place.slug");
    moment.prepare_cached(&query)?.query_map([], |row| Ok((columns::slug(row, "slug")?, columns::name(row, "name")?)))?.collect()
}

/// Keeps what a search compares: every name of a place, folded.
pub fn keep_folded(change: &Transaction<'_>, id: i64, names: &[&str]) -> rusqlite::Result<()> {
    let folded = fold(&names.join(" "));
    change.prepare_cached("UPDATE place SET folded = ?1 WHERE id = ?2 AND folded <> ?1")?.execute((folded, id))?;
    Ok(())
}

/// Folds the names of every place that has none folded yet: one of before the office. A record that cannot be read is left to the doctor.
pub fn fold_unfolded(change: &Transaction<'_>) -> Result<(), Error> {
    let mut query = change.prepare("SELECT id, kind, slug FROM place WHERE folded = ''")?;
    let found: Vec<(i64, Place)> = query.query_map([], |row| Ok((row.get("id")?, place_of(row)?)))?.collect::<Result<_, _>>()?;
    for (id, place) in found {
        if let Ok(record) = get_record(change, id, place.kind) {
            keep_folded(change, id, &record.all_names())?;
        }
    }
    Ok(())
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

/// Places that are no longer in use, with the day since when.
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
