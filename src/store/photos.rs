//! How are pictures kept, and which of them may the public see?

use super::{Error, Store, columns, places};
use crate::register::{Lang, PerLang, Photo, PhotoFormat, PhotoKind, Place, PlaceKind};
use rusqlite::{OptionalExtension, Row, Transaction};

const WITH_PLACE: &str =
    "SELECT place.kind AS place_kind, place.slug AS place_slug, photo.* FROM photo JOIN place ON place.id = photo.place_id";

/// A picture as the office sees it.
#[derive(Debug, Clone)]
pub struct KeptPhoto {
    /// The picture.
    pub photo: Photo,
    /// When it was added, ISO 8601 in UTC.
    pub made_at: String,
    /// When it was taken out of use, ISO 8601 in UTC; empty while it is in use.
    pub retired_at: String,
    /// The texts that show it, with whether visitors see it there.
    pub shown_in: Vec<(Lang, bool)>,
}

impl Store {
    /// The pictures of a place, in the order in which they came; those no longer in use are among them.
    ///
    /// # Errors
    /// Refuses a place that is not in the register.
    pub fn photos_of(&mut self, place: &Place) -> Result<Vec<KeptPhoto>, Error> {
        let moment = self.connection.transaction()?;
        let place_id = places::get_id(&moment, place.kind, &place.slug)?;
        let mut query = moment.prepare_cached(&format!("{WITH_PLACE} WHERE photo.place_id = ?1 ORDER BY photo.id"))?;
        let found = query.query_map([place_id], kept_photo_of)?.collect::<Result<Vec<_>, _>>()?;
        found.into_iter().map(|kept| with_texts(&moment, place_id, kept)).collect()
    }

    /// One picture of a place, in use or not.
    ///
    /// # Errors
    /// Refuses a place that is not in the register, and a picture that is not this place's.
    pub fn get_photo(&mut self, place: &Place, id: i64) -> Result<KeptPhoto, Error> {
        let moment = self.connection.transaction()?;
        let place_id = places::get_id(&moment, place.kind, &place.slug)?;
        let kept = get(&moment, place_id, id)?;
        with_texts(&moment, place_id, kept)
    }

    /// A file of a picture, none where there is no such.
    ///
    /// # Errors
    /// Fails when the database cannot be read.
    pub fn find_photo_file(&self, id: i64, width: u32, format: PhotoFormat) -> Result<Option<Vec<u8>>, Error> {
        let query = "SELECT bytes FROM photo_file WHERE photo_id = ?1 AND width = ?2 AND format = ?3";
        Ok(self.connection.prepare_cached(query)?.query_row((id, width, format.as_str()), |row| row.get(0)).optional()?)
    }
}

/// Every picture that is in use.
pub fn read(moment: &Transaction<'_>) -> rusqlite::Result<Vec<Photo>> {
    moment.prepare(&format!("{WITH_PLACE} WHERE retired_at = '' ORDER BY photo.id"))?.query_map([], photo_of)?.collect()
}

/// A picture of this place, in use or not.
pub(super) fn get(moment: &Transaction<'_>, place_id: i64, id: i64) -> Result<KeptPhoto, Error> {
    let query = format!("{WITH_PLACE} WHERE photo.id = ?1 AND photo.place_id = ?2");
    moment.prepare_cached(&query)?.query_row((id, place_id), kept_photo_of).optional()?.ok_or(Error::NoSuchPhoto(id))
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
        found.next().transpose()?.ok_or(Error::PhotoNotHere(*id))?.check_publishable(lang)?;
    }
    Ok(())
}

/// The texts that show a picture, with whether visitors see it there: the published versions, and those that are worked on.
pub(super) fn texts_showing(moment: &Transaction<'_>, place_id: i64, photo: i64) -> rusqlite::Result<Vec<(Lang, bool)>> {
    let mut query = moment.prepare_cached(
        "SELECT story.lang, max(story.public_stage = 'published' AND version.id = story.public_version) AS is_public
         FROM story JOIN version ON version.id = story.working_version OR (version.id = story.public_version AND story.public_stage = 'published')
         WHERE story.place_id = ?1 AND ' ' || version.photos || ' ' LIKE '% ' || ?2 || ' %'
         GROUP BY story.lang ORDER BY story.lang DESC",
    )?;
    query.query_map((place_id, photo), |row| Ok((columns::parsed(row, "lang", Lang::parse)?, row.get("is_public")?)))?.collect()
}

fn with_texts(moment: &Transaction<'_>, place_id: i64, kept: KeptPhoto) -> Result<KeptPhoto, Error> {
    Ok(KeptPhoto { shown_in: texts_showing(moment, place_id, kept.photo.id)?, ..kept })
}

fn kept_photo_of(row: &Row<'_>) -> rusqlite::Result<KeptPhoto> {
    Ok(KeptPhoto { photo: photo_of(row)?, made_at: row.get("made_at")?, retired_at: row.get("retired_at")?, shown_in: Vec::new() })
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
