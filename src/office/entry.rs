//! Which entry is a page of the office about?

use super::asked::Asked;
use super::{Error, Office};
use crate::edition::Edition;
use crate::register::{Lang, Place};

/// The place that the path names.
///
/// # Errors
/// Refuses a path that names nothing that there is.
pub fn place_of(office: &Office, asked: &Asked) -> Result<Place, Error> {
    asked.place().filter(|place| office.edition().find(place).is_some()).ok_or(Error::NotThere)
}

/// The name of a place.
#[must_use]
pub fn name_of(edition: &Edition, place: &Place, lang: Lang) -> String {
    edition.find(place).map_or_else(|| place.slug.to_string(), |entry| entry.name(lang).to_owned())
}
