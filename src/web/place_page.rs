//! What does the page of a place show? One view for streets, landmarks and namesakes, with or without the sign scanned.

use super::addresses::{place_address, place_path, report_address};
use super::former_names::{Span, names_markup};
use super::layout::{self, Frame};
use super::next_stop::{self, NextStop};
use super::parts::{self, Plate, Row};
use super::remembered::{Remembered, remembered_markup};
use super::sign_card::{SignView, sign_card};
use super::telling::{self, Telling};
use super::words::Words;
use super::{Site, dates, landmark_page, map_link, namesake_page, street_page, ways};
use crate::edition::{Edition, Entry, Way};
use crate::register::{FaultKind, Lang, Place, Sign, Story, said};
use maud::{Markup, html};

/// Most places that a page leads on to where distances are known, and where they are not.
const NEAREST: usize = 10;
const BESIDE: usize = 5;

/// A fact in the list under the lead.
pub struct Known {
    /// What it tells.
    pub label: String,
    /// What is known.
    pub value: String,
    /// The language of the value, where it is not the page's.
    pub lang: Option<&'static str>,
    /// Where it leads.
    pub address: Option<String>,
}

/// The page of a place, ready to print.
pub struct PlaceView {
    /// The title of the page.
    pub title: String,
    /// The word above the name on the plate, as on the metal.
    pub above: Option<String>,
    /// The name on the plate.
    pub name: String,
    /// The language of the name, where it is not the page's.
    pub name_lang: Option<&'static str>,
    /// What stands under the name on the plate.
    pub below: Option<String>,
    /// How the name is said, in phonetic letters; for those who do not read Vietnamese.
    pub said: Option<String>,
    /// The path after `/{lang}`.
    pub path: String,
    /// The path after `/{lang}` of the place itself.
    pub canonical: String,
    /// What there is to read.
    pub telling: Telling,
    /// Facts under the lead.
    pub known: Vec<Known>,
    /// The names over time, where former ones are dated.
    pub names: Vec<Span>,
    /// Other places that have to do with the name, each list under its heading.
    pub lists: Vec<(String, Vec<Row>)>,
    /// What there is to see next, under its heading.
    pub near: (String, Vec<Row>),
    /// The sign scanned, where one was.
    pub sign: Option<SignView>,
    /// What must be known first: that the name is no longer in use.
    pub notice: Option<String>,
    /// Where to correct the text or add to it: at the sign that was scanned, or else at the first of the place.
    pub correction: Option<String>,
    /// What the page says to machines.
    pub head: Markup,
    /// What is remembered today.
    pub remembered: Vec<Remembered>,
    /// Where the walks through here go on to.
    pub walks: Vec<NextStop>,
    /// Are positions from OpenStreetMap used?
    pub shows_positions: bool,
}

/// The view of a place that is in the edition; an empty one where it is not.
pub fn view_of(edition: &Edition, place: &Place, words: &Words) -> PlaceView {
    view_with(edition, place, edition.find_story(place, words.lang()), words)
}

/// The view of a place as seen from one of its signs: what is near is near to the sign.
pub fn view_at(edition: &Edition, sign: &Sign, words: &Words) -> PlaceView {
    let mut view = bare_view(edition, &sign.place, edition.find_story(&sign.place, words.lang()), words);
    tell_near(&mut view, edition, &sign.place, Some(sign), words);
    view.correction = Some(correction_at(sign, words));
    view
}

/// The view of a place with this story, whatever the edition has; without one, with what the register knows.
///
/// # Panics
/// If the place is not in the edition: addresses are looked up before pages are made.
pub fn view_with(edition: &Edition, place: &Place, story: Option<&Story>, words: &Words) -> PlaceView {
    let mut view = bare_view(edition, place, story, words);
    tell_near(&mut view, edition, place, None, words);
    view
}

fn bare_view(edition: &Edition, place: &Place, story: Option<&Story>, words: &Words) -> PlaceView {
    let entry = edition.find(place).expect("the address was looked up in this edition before its page is made");
    let telling = Telling::of(edition, entry, story, words);
    let mut view = match entry {
        Entry::Street(street) => street_page::view_of(edition, street, telling, words),
        Entry::Landmark(landmark) => landmark_page::view_of(edition, landmark, telling, words),
        Entry::Namesake(namesake) => namesake_page::view_of(edition, namesake, telling, words),
    };
    view.notice =
        edition.retired_on(place).map(|since| words.say_with("no-longer-used", &[("date", &dates::spoken_day(since.as_str(), words))]));
    view.correction = edition.signs_of(place).next().map(|sign| correction_at(sign, words));
    view.walks = next_stop::all_from(edition, place, words);
    view.known.extend(map_link::known(edition, place, words));
    view
}

fn correction_at(sign: &Sign, words: &Words) -> String {
    report_address(sign.code, FaultKind::WrongText, words.lang())
}

/// What is near to the sign, or else to the place; where no position is known, what goes with it.
fn tell_near(view: &mut PlaceView, edition: &Edition, place: &Place, sign: Option<&Sign>, words: &Words) {
    let near = edition.neighbours_from(place, sign, NEAREST, BESIDE);
    let is_measured = near.iter().any(|one| one.way.is_some());
    view.shows_positions |= is_measured;
    let rows = near.iter().filter_map(|one| Some(row(edition.find(&one.place)?, one.way, words)));
    view.near = (words.say(if is_measured { "nearby" } else { "read-on" }), rows.collect());
}

/// A row that leads to a place; what it says beside the name is the way there, or what sort of place it is.
pub fn row(entry: Entry<'_>, way: Option<Way>, words: &Words) -> Row {
    let place = entry.place();
    let about = match (way, entry) {
        (Some(way), _) => ways::told(&way, words),
        (None, Entry::Street(street)) => {
            street.kind.map_or_else(|| words.say("kind-street"), |kind| words.say(street_page::kind_key(kind)))
        }
        (None, Entry::Landmark(_)) => words.say("kind-landmark"),
        (None, Entry::Namesake(namesake)) => words.say(namesake_page::kind_key(namesake.kind)),
    };
    let name = entry.name(words.lang()).to_owned();
    Row { address: place_address(&place, words.lang()), name, name_lang: name_lang(entry, words), about }
}

/// Names are Vietnamese, save the landmarks that have an English one, which every reader but the Vietnamese gets.
pub fn name_lang(entry: Entry<'_>, words: &Words) -> Option<&'static str> {
    let translated = matches!(entry, Entry::Landmark(landmark) if !landmark.name_en.is_empty());
    let written = if translated && words.lang() != Lang::Vi { Lang::En } else { Lang::Vi };
    (words.lang() != written).then_some(written.as_str())
}

/// The page itself.
pub fn place_page(view: &PlaceView, site: &Site, words: &Words) -> String {
    let frame = Frame {
        words,
        site,
        title: view.title.clone(),
        description: view.telling.description(),
        path: view.path.clone(),
        canonical: Some(view.canonical.clone()),
        shows_positions: view.shows_positions,
        is_text_first: true,
        head: html! { (view.head) (view.telling.listening.script()) },
    };
    let plate = Plate { above: view.above.clone(), name: &view.name, name_lang: view.name_lang, below: view.below.clone() };
    let content = html! {
        @if let Some(notice) = &view.notice { p.note { (notice) } }
        (remembered_markup(&view.remembered))
        @if let Some(said) = &view.said { p.said { (words.say("said")) " " span lang="vi-fonipa" { "[" (said) "]" } } }
        (telling::telling_markup(&view.telling))
        (layout::second_style())
        (telling::figures_markup(&view.telling))
        (names_markup(&view.names, words))
        (known_markup(&view.known))
        @for (heading, rows) in &view.lists { (parts::rows(heading, rows)) }
        @if let Some(sign) = &view.sign { (sign_card(sign, words)) }
        (next_stop::markup(&view.walks))
        (parts::rows(&view.near.0, &view.near.1))
        (telling::sources_markup(&view.telling, words))
        @if let Some(address) = &view.correction { p { a href=(address) { (words.say("correct-text")) } } }
    };
    layout::page(&frame, &parts::plate(&plate), &content)
}

/// The path after `/{lang}` of an entry's own page.
pub fn own_path(entry: Entry<'_>) -> String {
    place_path(&entry.place())
}

/// How a name is said, for readers of other languages than Vietnamese; none where it is not written in Vietnamese words.
pub fn said_to(name: &str, words: &Words) -> Option<String> {
    if words.lang() == Lang::Vi { None } else { said(name) }
}

fn known_markup(known: &[Known]) -> Markup {
    html! {
        @if !known.is_empty() {
            dl {
                @for (at, one) in known.iter().enumerate() {
                    @if at == 0 || known[at - 1].label != one.label { dt { (one.label) } }
                    dd lang=[one.lang] {
                        @if let Some(address) = &one.address { a href=(address) { (one.value) } } @else { (one.value) }
                    }
                }
            }
        }
    }
}
