//! How does the page of a place lead to its map? By one line with its coordinates, where they are known.

use super::addresses::map_path;
use super::place_page::Known;
use super::words::Words;
use crate::edition::Edition;
use crate::register::{Place, Position};

/// The line; none for a place whose position nobody knows.
#[must_use]
pub fn known(edition: &Edition, place: &Place, words: &Words) -> Option<Known> {
    let spot = edition.find_spot(place)?;
    let address = Some(format!("/{}{}", words.lang(), map_path(place)));
    Some(Known { label: words.say("map"), value: coordinates(spot.at, 4), lang: None, address })
}

/// Latitude and longitude with so many decimals: four are eleven metres, five are one. A point in every language.
#[must_use]
pub fn coordinates(at: Position, decimals: usize) -> String {
    format!("{:.decimals$}, {:.decimals$}", at.lat(), at.lon())
}
