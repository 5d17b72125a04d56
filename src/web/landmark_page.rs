//! What does the page of a landmark show?

use super::addresses::place_address;
use super::dates;
use super::former_names;
use super::place_page::{self, Known, PlaceView, own_path};
use super::street_page::{attestation_key, sharers};
use super::telling::Telling;
use super::words::Words;
use super::years::built;
use crate::edition::{Edition, Entry};
use crate::register::{Landmark, Lang, Place, PlaceKind, Rank};
use maud::Markup;

/// The view of a landmark.
pub fn view_of(edition: &Edition, landmark: &Landmark, telling: Telling, words: &Words) -> PlaceView {
    let entry = Entry::Landmark(landmark);
    let name = entry.name(words.lang()).to_owned();
    let names = former_names::spans(landmark.name.as_str(), &landmark.names, "", words);
    let translated = words.lang() != Lang::Vi && name != landmark.name.as_str();
    PlaceView {
        title: name.clone(),
        above: None,
        name,
        name_lang: place_page::name_lang(entry, words),
        below: translated.then(|| landmark.name.to_string()),
        said: place_page::said_to(landmark.name.as_str(), words),
        path: own_path(entry),
        canonical: own_path(entry),
        telling,
        known: known(edition, landmark, names.is_empty(), words),
        names,
        lists: vec![(words.say("same-namesake"), sharers(edition, &entry.place(), landmark.namesake.as_ref(), words))],
        near: Default::default(),
        sign: None,
        notice: None,
        correction: None,
        head: Markup::default(),
        remembered: Vec::new(),
        walks: Vec::new(),
        shows_positions: landmark.point.is_some(),
    }
}

fn known(edition: &Edition, landmark: &Landmark, with_names: bool, words: &Words) -> Vec<Known> {
    let mut known = Vec::new();
    let mut tell = |key: &str, value: String, lang: Option<&'static str>, address: Option<String>| {
        if !value.is_empty() {
            known.push(Known { label: words.say(key), value, lang, address });
        }
    };
    let vietnamese = (words.lang() != Lang::Vi).then_some("vi");
    if Entry::Landmark(landmark).name(words.lang()) != landmark.name.as_str() {
        tell("vietnamese-name", landmark.name.to_string(), vietnamese, None);
    }
    if let Some(honoured) = landmark.namesake.as_ref().and_then(|slug| edition.find_namesake(slug)) {
        let place = Place { kind: PlaceKind::Namesake, slug: honoured.slug.clone() };
        tell("named-after", honoured.name.to_string(), vietnamese, Some(place_address(&place, words.lang())));
    }
    if with_names {
        for former in dates::former_names(landmark.name.as_str(), &landmark.names, words) {
            tell("former-names", former, None, None);
        }
        tell("name-since", dates::name_since(landmark.name.as_str(), &landmark.names, words), None, None);
    }
    tell("built", built(landmark.built.as_str(), words), None, None);
    if let Some(rank) = landmark.rank {
        tell("rank", words.say(rank_key(rank)), None, None);
    }
    tell("former-district", landmark.districts.parts().collect::<Vec<_>>().join(", "), vietnamese, None);
    tell("attested", words.say(attestation_key(landmark.attestation)), None, None);
    known
}

/// The key of the words for a rank.
pub fn rank_key(rank: Rank) -> &'static str {
    match rank {
        Rank::City => "rank-city",
        Rank::National => "rank-national",
        Rank::SpecialNational => "rank-special",
    }
}
