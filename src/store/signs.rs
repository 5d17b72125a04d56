//! How are signs kept? Never deleted: a printed code is for ever.

use super::{Error, columns, photos, places, wards};
use crate::register::survey::parse_check_day;
use crate::register::{Crossing, End, Metres, Place, PlaceKind, Placement, Point, Side, Sign, SignCode, SignState, Survey};
use rusqlite::{OptionalExtension, Row, Transaction, named_params};

const WITH_SLUGS: &str = "SELECT place.kind AS place_kind, place.slug AS place, ward.slug AS ward,
        (SELECT kind || '/' || slug FROM place WHERE id = sign.corner_id) AS corner_place,
        (SELECT kind || '/' || slug FROM place WHERE id = sign.end_a_id) AS end_a_place,
        (SELECT kind || '/' || slug FROM place WHERE id = sign.end_b_id) AS end_b_place, sign.*
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
        survey: Survey {
            side: columns::optional(row, "side", Side::parse)?,
            corner: crossing_of(row, "corner", "corner_place")?,
            ends: [
                End { crossing: crossing_of(row, "end_a", "end_a_place")?, metres: columns::number(row, "end_a_m")? },
                End { crossing: crossing_of(row, "end_b", "end_b_place")?, metres: columns::number(row, "end_b_m")? },
            ],
            checked_on: columns::optional(row, "checked_on", parse_check_day)?,
            photo: row.get("photo_id")?,
        },
    })
}

/// A crossing: the place, under its name of today, or words.
fn crossing_of(row: &Row<'_>, words: &str, place: &str) -> rusqlite::Result<Option<Crossing>> {
    let column = if row.get_ref(place)? == rusqlite::types::ValueRef::Null { words } else { place };
    columns::optional(row, column, Crossing::parse)
}

pub fn write(change: &Transaction<'_>, signs: &[Sign]) -> Result<(), Error> {
    let mut insert = change.prepare(
        "INSERT INTO sign (code, place_id, number, ward_id, state, placement, lat, lon, mounting_m, distance_m, side, corner, corner_id,
            end_a, end_a_id, end_a_m, end_b, end_b_id, end_b_m, checked_on, photo_id)
         VALUES (:code, :place, :number, :ward, :state, :placement, :lat, :lon, :mounting, :distance, :side, :corner, :corner_id,
            :end_a, :end_a_id, :end_a_m, :end_b, :end_b_id, :end_b_m, :checked_on, :photo)
         ON CONFLICT (code) DO UPDATE SET place_id = excluded.place_id, number = excluded.number, ward_id = excluded.ward_id,
            state = excluded.state, placement = excluded.placement, lat = excluded.lat, lon = excluded.lon,
            mounting_m = excluded.mounting_m, distance_m = excluded.distance_m, side = excluded.side,
            corner = excluded.corner, corner_id = excluded.corner_id,
            end_a = excluded.end_a, end_a_id = excluded.end_a_id, end_a_m = excluded.end_a_m,
            end_b = excluded.end_b, end_b_id = excluded.end_b_id, end_b_m = excluded.end_b_m,
            checked_on = excluded.checked_on, photo_id = excluded.photo_id",
    )?;
    for one in signs {
        let place_id = places::get_id(change, one.place.kind, &one.place.slug)?;
        check_photo(change, place_id, one)?;
        let crossings = one.survey.crossings();
        let [corner_id, end_a_id, end_b_id] = crossings.map(|crossing| crossing_id(change, crossing));
        let [corner, end_a, end_b] = crossings.map(words_of);
        insert.execute(named_params! {
            ":code": one.code.as_str(),
            ":place": place_id,
            ":number": one.number,
            ":ward": wards::id_of(change, one.ward.as_ref())?,
            ":state": one.state.as_str(),
            ":placement": one.placement.as_str(),
            ":lat": one.point.as_ref().map_or("", Point::lat),
            ":lon": one.point.as_ref().map_or("", Point::lon),
            ":mounting": columns::shown(one.mounting_m),
            ":distance": columns::shown(one.distance_m),
            ":side": columns::shown(one.survey.side.as_ref()),
            ":corner": corner,
            ":corner_id": corner_id?,
            ":end_a": end_a,
            ":end_a_id": end_a_id?,
            ":end_a_m": one.survey.ends[0].metres,
            ":end_b": end_b,
            ":end_b_id": end_b_id?,
            ":end_b_m": one.survey.ends[1].metres,
            ":checked_on": columns::shown(one.survey.checked_on),
            ":photo": one.survey.photo,
        })?;
    }
    Ok(())
}

/// What a crossing says, where it is no place of the register.
fn words_of(crossing: Option<&Crossing>) -> &str {
    match crossing {
        Some(Crossing::Words(line)) => line.as_str(),
        Some(Crossing::Place(_)) | None => "",
    }
}

/// The place that a crossing names, by its slug of today or of before.
fn crossing_id(change: &Transaction<'_>, crossing: Option<&Crossing>) -> Result<Option<i64>, Error> {
    let Some(Crossing::Place(place)) = crossing else { return Ok(None) };
    places::get_now(change, place).map(|(id, _)| Some(id))
}

/// A picture that a sign newly names is public from then on: it must be a view of the same place that lacks nothing.
fn check_photo(change: &Transaction<'_>, place_id: i64, sign: &Sign) -> Result<(), Error> {
    let Some(id) = sign.survey.photo else { return Ok(()) };
    let before = "SELECT photo_id FROM sign WHERE code = ?1";
    let before: Option<Option<i64>> = change.prepare_cached(before)?.query_row([sign.code.as_str()], |row| row.get(0)).optional()?;
    if before.flatten() == Some(id) {
        return Ok(());
    }
    let kept = photos::get(change, place_id, id).map_err(|_| Error::PhotoNotHere(id))?;
    if kept.retired_at.is_empty() && kept.photo.is_public_view() { Ok(()) } else { Err(Error::PhotoNotHere(id)) }
}
