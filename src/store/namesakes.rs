//! How are namesakes kept?

use super::{Error, columns, places};
use crate::register::{Named, Namesake, NamesakeKind, PerLang, PlaceKind};
use rusqlite::{Row, Transaction, named_params};

const WITH_SLUG: &str = "SELECT place.slug, namesake.* FROM namesake JOIN place ON place.id = namesake.place_id";

/// The namesake of an id that must be there.
pub fn get(moment: &Transaction<'_>, id: i64) -> rusqlite::Result<Namesake> {
    moment.prepare_cached(&format!("{WITH_SLUG} WHERE place.id = ?1"))?.query_row([id], namesake_of)
}

pub fn read(moment: &Transaction<'_>) -> rusqlite::Result<Vec<Namesake>> {
    let mut query = moment.prepare(&format!("{WITH_SLUG} ORDER BY place.slug"))?;
    query.query_map([], namesake_of)?.collect()
}

fn namesake_of(row: &Row<'_>) -> rusqlite::Result<Namesake> {
    Ok(Namesake {
        slug: columns::slug(row, "slug")?,
        name: columns::name(row, "name")?,
        kind: columns::parsed(row, "kind", NamesakeKind::parse)?,
        from: columns::line(row, "year_from")?,
        until: columns::line(row, "year_until")?,
        role: PerLang { vi: columns::line(row, "role_vi")?, en: columns::line(row, "role_en")? },
        other_names: columns::line(row, "other_names")?,
        source: columns::line(row, "source")?,
        note: columns::line(row, "note")?,
    })
}

pub fn write(change: &Transaction<'_>, namesakes: &[Namesake]) -> Result<(), Error> {
    let mut insert = change.prepare(
        "INSERT INTO namesake (place_id, name, kind, year_from, year_until, role_vi, role_en, other_names, source, note)
         VALUES (:id, :name, :kind, :from, :until, :role_vi, :role_en, :other_names, :source, :note)
         ON CONFLICT (place_id) DO UPDATE SET name = excluded.name, kind = excluded.kind, year_from = excluded.year_from,
            year_until = excluded.year_until, role_vi = excluded.role_vi, role_en = excluded.role_en,
            other_names = excluded.other_names, source = excluded.source, note = excluded.note",
    )?;
    for one in namesakes {
        let id = places::keep_id(change, PlaceKind::Namesake, &one.slug)?;
        insert.execute(named_params! {
            ":id": id,
            ":name": one.name.as_str(),
            ":kind": one.kind.as_str(),
            ":from": one.from.as_str(),
            ":until": one.until.as_str(),
            ":role_vi": one.role.vi.as_str(),
            ":role_en": one.role.en.as_str(),
            ":other_names": one.other_names.as_str(),
            ":source": one.source.as_str(),
            ":note": one.note.as_str(),
        })?;
        places::keep_folded(change, id, &one.all_names())?;
    }
    Ok(())
}
