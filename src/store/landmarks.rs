//! How are landmarks kept?

use super::{Error, columns, places};
use crate::register::named::{line_of_names, parse_names};
use crate::register::{Attestation, Landmark, LandmarkKind, Named, PerLang, PlaceKind, Point, Rank};
use rusqlite::{Row, Transaction, named_params};

const WITH_SLUGS: &str = "SELECT place.slug, honoured.slug AS namesake, landmark.* FROM landmark JOIN place ON place.id = landmark.place_id
     LEFT JOIN place AS honoured ON honoured.id = landmark.namesake_id";

/// The landmark of an id that must be there.
pub fn get(moment: &Transaction<'_>, id: i64) -> rusqlite::Result<Landmark> {
    moment.prepare_cached(&format!("{WITH_SLUGS} WHERE place.id = ?1"))?.query_row([id], landmark_of)
}

pub fn read(moment: &Transaction<'_>) -> rusqlite::Result<Vec<Landmark>> {
    let mut query = moment.prepare(&format!("{WITH_SLUGS} ORDER BY place.slug"))?;
    query.query_map([], landmark_of)?.collect()
}

fn landmark_of(row: &Row<'_>) -> rusqlite::Result<Landmark> {
    Ok(Landmark {
        slug: columns::slug(row, "slug")?,
        name: columns::name(row, "name")?,
        name_en: columns::line(row, "name_en")?,
        names: columns::parsed(row, "names", parse_names)?,
        kind: columns::optional(row, "kind", LandmarkKind::parse)?,
        namesake: columns::joined_slug(row, "namesake")?,
        attestation: columns::parsed(row, "attestation", Attestation::parse)?,
        source: columns::line(row, "source")?,
        districts: columns::line(row, "districts")?,
        point: columns::point(row)?,
        coordinate_source: columns::line(row, "coordinate_source")?,
        built: columns::line(row, "built")?,
        rank: columns::optional(row, "rank", Rank::parse)?,
        fact: PerLang { vi: columns::line(row, "fact_vi")?, en: columns::line(row, "fact_en")? },
        note: columns::line(row, "note")?,
    })
}

pub fn write(change: &Transaction<'_>, landmarks: &[Landmark]) -> Result<(), Error> {
    let mut insert = change.prepare(
        "INSERT INTO landmark (place_id, name, name_en, kind, namesake_id, attestation, source, districts, lat, lon, coordinate_source,
            built, rank, fact_vi, fact_en, note, names)
         VALUES (:id, :name, :name_en, :kind, :namesake, :attestation, :source, :districts, :lat, :lon, :coordinate_source, :built,
            :rank, :fact_vi, :fact_en, :note, :names)
         ON CONFLICT (place_id) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, kind = excluded.kind,
            namesake_id = excluded.namesake_id, attestation = excluded.attestation, source = excluded.source,
            districts = excluded.districts, lat = excluded.lat, lon = excluded.lon, coordinate_source = excluded.coordinate_source,
            built = excluded.built, rank = excluded.rank, fact_vi = excluded.fact_vi, fact_en = excluded.fact_en, note = excluded.note,
            names = excluded.names",
    )?;
    for one in landmarks {
        let id = places::keep_id(change, PlaceKind::Landmark, &one.slug)?;
        insert.execute(named_params! {
            ":id": id,
            ":name": one.name.as_str(),
            ":name_en": one.name_en.as_str(),
            ":kind": one.kind.as_ref().map_or("", LandmarkKind::as_str),
            ":namesake": places::namesake_id(change, one.namesake.as_ref())?,
            ":attestation": one.attestation.as_str(),
            ":source": one.source.as_str(),
            ":districts": one.districts.as_str(),
            ":lat": one.point.as_ref().map_or("", Point::lat),
            ":lon": one.point.as_ref().map_or("", Point::lon),
            ":coordinate_source": one.coordinate_source.as_str(),
            ":built": one.built.as_str(),
            ":rank": one.rank.map_or("", Rank::as_str),
            ":fact_vi": one.fact.vi.as_str(),
            ":fact_en": one.fact.en.as_str(),
            ":note": one.note.as_str(),
            ":names": line_of_names(&one.names),
        })?;
        places::keep_folded(change, id, &one.all_names())?;
    }
    Ok(())
}
