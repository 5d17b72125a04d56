//! How are pictures kept?

use super::{Error, columns};
use crate::register::{Lang, PerLang, Photo, PhotoKind, Place, PlaceKind};
use rusqlite::{Row, Transaction};

const WITH_PLACE: &str =
    "SELECT place.kind AS place_kind, place.slug AS place_slug, photo.* FROM photo JOIN place ON place.id = photo.place_id";

/// Every picture that is in use.
pub fn read(moment: &Transaction<'_>) -> rusqlite::Result<Vec<Photo>> {
    moment.prepare(&format!("{WITH_PLACE} WHERE retired_at = '' ORDER BY photo.id"))?.query_map([], photo_of)?.collect()
}

/// Have these pictures everything that the public is owed?
///
/// # Errors
/// Refuses a picture of another place, one that is a paper or no longer in use, and one that lacks its author, licence, source or words.
pub(super) fn check_publishable(change: &Transaction<'_>, place_id: i64, photos: &[i64], lang: Lang) -> Result<(), Error> {
    let query = format!("{WITH_PLACE} WHERE photo.id = ?1 AND photo.place_id = ?2 AND photo.kind = 'photo' AND retired_at = ''");
    for id in photos {
        let mut found = change.prepare_cached(&query)?;
        let mut found = found.query_map((id, place_id), photo_of)?;
        found.next().transpose()?.ok_or(Error::NoSuchPhoto(*id))?.check_publishable(lang)?;
    }
    Ok(())
}

fn photo_of(row: &Row<'_>) -> rusqlite::Result<Photo> {
    Ok(Photo {
        id: row.get("id")?,
        place: Place { kind: columns::parsed(row, "place_kind", PlaceKind::parse)?, slug: columns::slug(row, "place_slug")? },
        kind: columns::parsed(row, "kind", PhotoKind::parse)?,
        digest: row.get("digest")?,
        width: row.get("width")?,
        height: row.get("height")?,
        author: columns::line(row, "author")?,
        licence: columns::line(row, "licence")?,
        source: columns::line(row, "source")?,
        taken: columns::line(row, "taken")?,
        alt: PerLang { vi: columns::line(row, "alt_vi")?, en: columns::line(row, "alt_en")? },
    })
}
