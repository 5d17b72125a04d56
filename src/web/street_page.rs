//! What does the page of a street show?

use super::addresses::place_address;
use super::dates;
use super::former_names;
use super::parts::Row;
use super::place_page::{self, Known, PlaceView};
use super::telling::Telling;
use super::words::Words;
use super::years::years;
use super::{namesake_page, place_page::own_path};
use crate::edition::{Edition, Entry};
use crate::register::{Attestation, Lang, Place, PlaceKind, Slug, Street, WayKind};
use maud::Markup;

/// Most other places of the same name that a page of one lists; the namesake's own page lists all.
const MOST_SHARERS: usize = 6;

/// The key of the word for a kind of way.
pub fn kind_key(kind: WayKind) -> &'static str {
    match kind {
        WayKind::Road => "kind-road",
        WayKind::Pho => "kind-pho",
        WayKind::Avenue => "kind-avenue",
        WayKind::Alley => "kind-alley",
        WayKind::SubAlley => "kind-sub-alley",
        WayKind::Bridge => "kind-bridge",
        WayKind::Garden => "kind-garden",
        WayKind::Square => "kind-square",
    }
}

/// The view of a street.
pub fn view_of(edition: &Edition, street: &Street, telling: Telling, words: &Words) -> PlaceView {
    let entry = Entry::Street(street);
    let above = street.kind.map(word_on_the_sign);
    let names = former_names::spans(street.name.as_str(), &street.names, street.former_names.in_lang(words.lang()).as_str(), words);
    PlaceView {
        title: above.as_ref().map_or_else(|| street.name.to_string(), |above| format!("{above} {}", street.name)),
        above,
        name: street.name.to_string(),
        name_lang: place_page::name_lang(entry, words),
        below: None,
        said: place_page::said_to(street.name.as_str(), words),
        path: own_path(entry),
        canonical: own_path(entry),
        telling,
        known: known(edition, street, names.is_empty(), words),
        names,
        lists: vec![(words.say("same-namesake"), sharers(edition, &entry.place(), street.namesake.as_ref(), words))],
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

/// The word above the name, which is Vietnamese on the metal and therefore on the page.
pub fn word_on_the_sign(kind: WayKind) -> String {
    let word = Words::of(Lang::Vi).say(kind_key(kind));
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn known(edition: &Edition, street: &Street, with_names: bool, words: &Words) -> Vec<Known> {
    let mut known = Vec::new();
    let mut tell = |key: &str, value: String, lang: Option<&'static str>, address: Option<String>| {
        if !value.is_empty() {
            known.push(Known { label: words.say(key), value, lang, address });
        }
    };
    let vietnamese = place_page::name_lang(Entry::Street(street), words);
    if let Some(honoured) = street.namesake.as_ref().and_then(|slug| edition.find_namesake(slug)) {
        let place = Place { kind: PlaceKind::Namesake, slug: honoured.slug.clone() };
        tell("named-after", honoured.name.to_string(), vietnamese, Some(place_address(&place, words.lang())));
        tell(namesake_page::years_key(honoured.kind), years(honoured, words).unwrap_or_default(), None, None);
        tell("other-names", honoured.other_names.parts().collect::<Vec<_>>().join(", "), vietnamese, None);
    } else if let Some(kind) = street.name_kind {
        tell("name-kind", words.say(namesake_page::kind_key(kind)), None, None);
    }
    if with_names {
        for former in dates::former_names(street.name.as_str(), &street.names, words) {
            tell("former-names", former, None, None);
        }
        if let Some((lang, former)) = street.former_names.worded(words.lang()) {
            tell("former-names", former.to_string(), words.other(lang).map(Lang::as_str), None);
        }
        tell("name-since", dates::name_since(street.name.as_str(), &street.names, words), None, None);
    }
    tell("former-district", street.districts.parts().collect::<Vec<_>>().join(", "), vietnamese, None);
    if let Some(metres) = street.length_m.and_then(|metres| usize::try_from(metres).ok()) {
        tell("length", words.say_with("metres", &[("metres", &words.count(metres))]), None, None);
    }
    tell("decision", street.decision.to_string(), vietnamese, None);
    tell("attested", words.say(attestation_key(street.attestation)), None, None);
    known
}

/// The key of the words for how well a name is attested.
pub fn attestation_key(attestation: Attestation) -> &'static str {
    match attestation {
        Attestation::Confirmed => "attested-confirmed",
        Attestation::SingleSource => "attested-single",
        Attestation::Doubtful => "attested-doubtful",
    }
}

/// The other places that bear the name of the same namesake.
pub fn sharers(edition: &Edition, own: &Place, namesake: Option<&Slug>, words: &Words) -> Vec<Row> {
    let bearers = namesake.map_or(&[][..], |slug| edition.bearers_of(slug));
    let others = bearers.iter().filter(|place| *place != own).take(MOST_SHARERS);
    others.filter_map(|place| Some(place_page::row(edition.find(place)?, None, words))).collect()
}
