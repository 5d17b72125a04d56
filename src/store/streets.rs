//! How are streets kept?

use super::{Error, columns, places};
use crate::register::named::{line_of_names, parse_names};
use crate::register::{Attestation, Named, NamesakeKind, PerLang, PlaceKind, Street, WayKind};
use rusqlite::{Row, Transaction, named_params};

const WITH_SLUGS: &str = "SELECT place.slug, honoured.slug AS namesake, street.* FROM street JOIN place ON place.id = street.place_id
     LEFT JOIN place AS honoured ON honoured.id = street.namesake_id";

/// The street of an id that must be there.
pub fn get(moment: &Transaction<'_>, id: i64) -> rusqlite::Result<Street> {
    moment.prepare_cached(&format!("{WITH_SLUGS} WHERE place.id = ?1"))?.query_row([id], street_of)
}

pub fn read(moment: &Transaction<'_>) -> rusqlite::Result<Vec<Street>> {
    let mut query = moment.prepare(&format!("{WITH_SLUGS} ORDER BY place.slug"))?;
    query.query_map([], street_of)?.collect()
}

fn street_of(row: &Row<'_>) -> rusqlite::Result<Street> {
    Ok(Street {
        slug: columns::slug(row, "slug")?,
        name: columns::name(row, "name")?,
        kind: columns::optional(row, "kind", WayKind::parse)?,
        name_kind: columns::optional(row, "name_kind", NamesakeKind::parse)?,
        namesake: columns::joined_slug(row, "namesake")?,
        attestation: columns::parsed(row, "attestation", Attestation::parse)?,
        source: columns::line(row, "source")?,
        districts: columns::line(row, "districts")?,
        former_names: PerLang { vi: columns::line(row, "former_names_vi")?, en: columns::line(row, "former_names_en")? },
        names: columns::parsed(row, "names", parse_names)?,
        local_tie: PerLang { vi: columns::line(row, "local_tie_vi")?, en: columns::line(row, "local_tie_en")? },
        length_m: columns::number(row, "length_m")?,
        decision: columns::line(row, "decision")?,
        note: columns::line(row, "note")?,
    })
}

pub fn write(change: &Transaction<'_>, streets: &[Street]) -> Result<(), Error> {
    let mut insert = change.prepare(
        "INSERT INTO street (place_id, name, kind, name_kind, namesake_id, attestation, source, districts, former_names_vi,
            former_names_en, local_tie_vi, local_tie_en, length_m, decision, note, names)
         VALUES (:id, :name, :kind, :name_kind, :namesake, :attestation, :source, :districts, :former_vi, :former_en, :tie_vi, :tie_en,
            :length_m, :decision, :note, :names)
         ON CONFLICT (place_id) DO UPDATE SET name = excluded.name, kind = excluded.kind, name_kind = excluded.name_kind,
            namesake_id = excluded.namesake_id, attestation = excluded.attestation, source = excluded.source,
            districts = excluded.districts, former_names_vi = excluded.former_names_vi, former_names_en = excluded.former_names_en,
            local_tie_vi = excluded.local_tie_vi, local_tie_en = excluded.local_tie_en, length_m = excluded.length_m,
            decision = excluded.decision, note = excluded.note, names = excluded.names",
    )?;
    for one in streets {
        let id = places::keep_id(change, PlaceKind::Street, &one.slug)?;
        insert.execute(named_params! {
            ":id": id,
            ":name": one.name.as_str(),
            ":kind": one.kind.map_or("", WayKind::as_str),
            ":name_kind": one.name_kind.map_or("", NamesakeKind::as_str),
            ":namesake": places::namesake_id(change, one.namesake.as_ref())?,
            ":attestation": one.attestation.as_str(),
            ":source": one.source.as_str(),
            ":districts": one.districts.as_str(),
            ":former_vi": one.former_names.vi.as_str(),
            ":former_en": one.former_names.en.as_str(),
            ":tie_vi": one.local_tie.vi.as_str(),
            ":tie_en": one.local_tie.en.as_str(),
            ":length_m": one.length_m,
            ":decision": one.decision.as_str(),
            ":note": one.note.as_str(),
            ":names": line_of_names(&one.names),
        })?;
        places::keep_folded(change, id, &one.all_names())?;
    }
    Ok(())
}
