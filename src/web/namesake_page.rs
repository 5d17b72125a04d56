//! What does the page of a namesake show?

use super::parts::Row;
use super::place_page::{self, Known, PlaceView, own_path};
use super::telling::Telling;
use super::words::Words;
use super::years::years;
use crate::edition::{Edition, Entry};
use crate::register::{Namesake, NamesakeKind};
use maud::Markup;

/// The key of the word for a kind of namesake.
pub fn kind_key(kind: NamesakeKind) -> &'static str {
    match kind {
        NamesakeKind::Person => "kind-person",
        NamesakeKind::Event => "kind-event",
        NamesakeKind::Place => "kind-place",
        NamesakeKind::Word => "kind-word",
    }
}

/// The key of the label before a namesake's years.
pub fn years_key(kind: NamesakeKind) -> &'static str {
    match kind {
        NamesakeKind::Person => "life",
        NamesakeKind::Event | NamesakeKind::Place | NamesakeKind::Word => "time",
    }
}

/// The view of a namesake.
pub fn view_of(edition: &Edition, namesake: &Namesake, telling: Telling, words: &Words) -> PlaceView {
    let entry = Entry::Namesake(namesake);
    let bearers = edition.bearers_of(&namesake.slug).iter();
    let rows: Vec<Row> = bearers.filter_map(|place| Some(place_page::row(edition.find(place)?, None, words))).collect();
    PlaceView {
        title: namesake.name.to_string(),
        above: None,
        name: namesake.name.to_string(),
        name_lang: place_page::name_lang(entry, words),
        below: years(namesake, words),
        said: place_page::said_to(namesake.name.as_str(), words),
        path: own_path(entry),
        canonical: own_path(entry),
        telling,
        known: known(namesake, words),
        names: Vec::new(),
        lists: vec![(words.say("bears-the-name"), rows)],
        near: Default::default(),
        sign: None,
        notice: None,
        correction: None,
        head: Markup::default(),
        remembered: Vec::new(),
        walks: Vec::new(),
        shows_positions: false,
    }
}

fn known(namesake: &Namesake, words: &Words) -> Vec<Known> {
    let vietnamese = place_page::name_lang(Entry::Namesake(namesake), words);
    let told = [
        ("name-kind", words.say(kind_key(namesake.kind)), None),
        (years_key(namesake.kind), years(namesake, words).unwrap_or_default(), None),
        ("other-names", namesake.other_names.parts().collect::<Vec<_>>().join(", "), vietnamese),
    ];
    let told = told.into_iter().filter(|(_, value, _)| !value.is_empty());
    told.map(|(key, value, lang)| Known { label: words.say(key), value, lang, address: None }).collect()
}
