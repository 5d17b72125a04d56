//! How are the lines of streets kept?

use super::{Error, columns, places};
use crate::register::street_line::parse_shape;
use crate::register::{PlaceKind, StreetLine};
use rusqlite::{Row, Transaction};

pub fn read(moment: &Transaction<'_>) -> rusqlite::Result<Vec<StreetLine>> {
    let mut query = moment
        .prepare("SELECT place.slug, street_line.* FROM street_line JOIN place ON place.id = street_line.place_id ORDER BY place.slug")?;
    query.query_map([], line_of)?.collect()
}

fn line_of(row: &Row<'_>) -> rusqlite::Result<StreetLine> {
    Ok(StreetLine {
        street: columns::slug(row, "slug")?,
        parts: columns::parsed(row, "shape", parse_shape)?,
        source: columns::line(row, "source")?,
        licence: columns::line(row, "licence")?,
    })
}

/// Writes lines over the old ones; one without a part is taken away.
pub fn write(change: &Transaction<'_>, lines: &[StreetLine]) -> Result<(), Error> {
    let mut insert = change.prepare(
        "INSERT INTO street_line (place_id, shape, source, licence) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (place_id) DO UPDATE SET shape = excluded.shape, source = excluded.source, licence = excluded.licence",
    )?;
    let mut delete = change.prepare("DELETE FROM street_line WHERE place_id = ?1")?;
    for one in lines {
        let id = places::get_id(change, PlaceKind::Street, &one.street)?;
        if one.parts.is_empty() {
            delete.execute([id])?;
        } else {
            insert.execute((id, one.shape(), one.source.as_str(), one.licence.as_str()))?;
        }
    }
    Ok(())
}
