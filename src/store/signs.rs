//! How are signs kept? Never deleted: a printed code is for ever.

use super::{Error, columns, places, wards};
use crate::register::{Metres, Place, PlaceKind, Placement, Point, Sign, SignCode, SignState};
use rusqlite::{OptionalExtension, Row, Transaction, named_params};

const WITH_SLUGS: &str = "SELECT place.kind AS place_kind, place.slug AS place, ward.slug AS ward, sign.*
     FROM sign JOIN place ON place.id = sign.place_id LEFT JOIN ward ON ward.id = sign.ward_id";

/// The sign with this code, none where nobody was given it.
pub fn find(moment: &Transaction<'_>, code: SignCode) -> rusqlite::Result<Option<Sign>> {
    moment.prepare_cached(&format!("{WITH_SLUGS} WHERE sign.code = ?1"))?.query_row([code.as_str()], sign_of).optional()
}

/// The signs of a place, by number.
pub fn of_place(moment: &Transaction<'_>, place_id: i64) -> rusqlite::Result<Vec<Sign>> {
    let query = format!("{WITH_SLUGS} WHERE sign.place_id = ?1 ORDER BY sign.number, sign.code");
    moment.prepare_cached(&query)?.query_map([place_id], sign_of)?.collect()
}

pub fn read(moment: &Transaction<'_>) -> rusqlite::Result<Vec<Sign>> {
    let mut query = moment.prepare(&format!("{WITH_SLUGS} ORDER BY place.kind, place.slug, sign.number, sign.code"))?;
    query.query_map([], sign_of)?.collect()
}

fn sign_of(row: &Row<'_>) -> rusqlite::Result<Sign> {
    Ok(Sign {
        code: columns::parsed(row, "code", SignCode::parse)?,
        place: Place { kind: columns::parsed(row, "place_kind", PlaceKind::parse)?, slug: columns::slug(row, "place")? },
        number: columns::number(row, "number")?,
        ward: columns::joined_slug(row, "ward")?,
        state: columns::parsed(row, "state", SignState::parse)?,
        placement: columns::parsed(row, "placement", Placement::parse)?,
        point: columns::point(row)?,
        mounting_m: columns::optional(row, "mounting_m", Metres::parse_mounting)?,
        distance_m: columns::optional(row, "distance_m", Metres::parse_distance)?,
    })
}

pub fn write(change: &Transaction<'_>, signs: &[Sign]) -> Result<(), Error> {
    let mut insert = change.prepare(
        "INSERT INTO sign (code, place_id, number, ward_id, state, placement, lat, lon, mounting_m, distance_m)
         VALUES (:code, :place, :number, :ward, :state, :placement, :lat, :lon, :mounting, :distance)
         ON CONFLICT (code) DO UPDATE SET place_id = excluded.place_id, number = excluded.number, ward_id = excluded.ward_id,
            state = excluded.state, placement = excluded.placement, lat = excluded.lat, lon = excluded.lon,
            mounting_m = excluded.mounting_m, distance_m = excluded.distance_m",
    )?;
    for one in signs {
        insert.execute(named_params! {
            ":code": one.code.as_str(),
            ":place": places::get_id(change, one.place.kind, &one.place.slug)?,
            ":number": one.number,
            ":ward": wards::id_of(change, one.ward.as_ref())?,
            ":state": one.state.as_str(),
            ":placement": one.placement.as_str(),
            ":lat": one.point.as_ref().map_or("", Point::lat),
            ":lon": one.point.as_ref().map_or("", Point::lon),
            ":mounting": columns::shown(one.mounting_m),
            ":distance": columns::shown(one.distance_m),
        })?;
    }
    Ok(())
}
