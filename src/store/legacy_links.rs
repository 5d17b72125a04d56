//! How are the addresses kept that stood on plates before there were codes?

use super::{Error, columns, places};
use crate::register::{LegacyAddress, LegacyLink, LegacyTarget, Place, PlaceKind, SignCode};
use rusqlite::{Row, Transaction};

pub fn read(moment: &Transaction<'_>) -> rusqlite::Result<Vec<LegacyLink>> {
    let mut query = moment.prepare(
        "SELECT legacy_link.address, coalesce(legacy_link.code, '') AS code, coalesce(place.kind, '') AS kind,
            coalesce(place.slug, '') AS slug
         FROM legacy_link LEFT JOIN place ON place.id = legacy_link.place_id ORDER BY legacy_link.address",
    )?;
    query.query_map([], link_of)?.collect()
}

fn link_of(row: &Row<'_>) -> rusqlite::Result<LegacyLink> {
    let target = match columns::optional(row, "code", SignCode::parse)? {
        Some(code) => LegacyTarget::Sign(code),
        None => LegacyTarget::Place(Place { kind: columns::parsed(row, "kind", PlaceKind::parse)?, slug: columns::slug(row, "slug")? }),
    };
    Ok(LegacyLink { address: columns::parsed(row, "address", LegacyAddress::parse)?, target })
}

pub fn write(change: &Transaction<'_>, links: &[LegacyLink]) -> Result<(), Error> {
    let mut insert = change.prepare(
        "INSERT INTO legacy_link (address, place_id, code) VALUES (?1, ?2, ?3)
         ON CONFLICT (address) DO UPDATE SET place_id = excluded.place_id, code = excluded.code",
    )?;
    for one in links {
        let place = one.target.place().map(|place| places::get_id(change, place.kind, &place.slug)).transpose()?;
        let code = one.target.code();
        insert.execute((one.address.to_string(), place, code.as_ref().map(SignCode::as_str)))?;
    }
    Ok(())
}
