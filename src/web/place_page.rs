//! What does the page of a place show? One view for streets, landmarks and namesakes, with or without the sign scanned.

use super::Site;
use super::addresses::{place_address, place_path};
use super::layout::{self, Frame};
use super::parts::{self, Plate, Row};
use super::remembered::{Remembered, remembered_markup};
use super::telling::{self, Telling};
use super::words::Words;
use super::{dates, landmark_page, map_link, namesake_page, street_page};
use crate::edition::{Edition, Entry};
use crate::register::{Lang, Place, Story};
use maud::{Markup, html};

/// Most other places that a page leads on to.
const NEIGHBOURS: usize = 6;

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

/// What is said about the very sign that was scanned.
pub struct SignView {
    /// The code in two groups.
    pub code: String,
    /// The printed address, as a browser shows it.
    pub address: String,
    /// Which sign of the place it is, and where it stands if that is known.
    pub about: Vec<String>,
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
    /// The path after `/{lang}`.
    pub path: String,
    /// The path after `/{lang}` of the place itself.
    pub canonical: String,
    /// What there is to read.
    pub telling: Telling,
    /// Facts under the lead.
    pub known: Vec<Known>,
    /// Lists of other places, each under its heading.
    pub lists: Vec<(String, Vec<Row>)>,
    /// The sign scanned, where one was.
    pub sign: Option<SignView>,
    /// What must be known first: that the name is no longer in use.
    pub notice: Option<String>,
    /// What the page says to machines.
    pub head: Markup,
    /// What is remembered today.
    pub remembered: Vec<Remembered>,
    /// Are positions from OpenStreetMap used?
    pub shows_positions: bool,
}

/// The view of a place that is in the edition; an empty one where it is not.
pub fn view_of(edition: &Edition, place: &Place, words: &Words) -> PlaceView {
    view_with(edition, place, edition.find_story(place, words.lang()), words)
}

/// The view of a place with this story, whatever the edition has; without one, with what the register knows.
///
/// # Panics
/// If the place is not in the edition: addresses are looked up before pages are made.
pub fn view_with(edition: &Edition, place: &Place, story: Option<&Story>, words: &Words) -> PlaceView {
    let entry = edition.find(place).expect("the address was looked up in this edition before its page is made");
    let telling = Telling::of(edition, entry, story, words);
    let mut view = match entry {
        Entry::Street(street) => street_page::view_of(edition, street, telling, words),
        Entry::Landmark(landmark) => landmark_page::view_of(edition, landmark, telling, words),
        Entry::Namesake(namesake) => namesake_page::view_of(edition, namesake, telling, words),
    };
    view.notice =
        edition.retired_on(place).map(|since| words.say_with("no-longer-used", &[("date", &dates::spoken_day(since.as_str(), words))]));
    view.known.extend(map_link::known(edition, place, words));
    let near = edition.neighbours(place, NEIGHBOURS);
    view.shows_positions |= near.iter().any(|one| one.metres.is_some());
    let rows = near.iter().filter_map(|one| Some(row(edition.find(&one.place)?, one.metres, words)));
    view.lists.push((words.say(if view.shows_positions { "nearby" } else { "read-on" }), rows.collect()));
    view
}

/// A row that leads to a place; what it says beside the name is the distance, or what sort of place it is.
pub fn row(entry: Entry<'_>, metres: Option<f64>, words: &Words) -> Row {
    let place = entry.place();
    let about = match (metres, entry) {
        (Some(metres), _) => words.say_with("about-metres", &[("metres", &words.count(rounded(metres)))]),
        (None, Entry::Street(street)) => {
            street.kind.map_or_else(|| words.say("kind-street"), |kind| words.say(street_page::kind_key(kind)))
        }
        (None, Entry::Landmark(_)) => words.say("kind-landmark"),
        (None, Entry::Namesake(namesake)) => words.say(namesake_page::kind_key(namesake.kind)),
    };
    let name = entry.name(words.lang()).to_owned();
    Row { address: place_address(&place, words.lang()), name, name_lang: name_lang(entry, words), about }
}

/// Names are Vietnamese, save the landmarks that have an English one.
pub fn name_lang(entry: Entry<'_>, words: &Words) -> Option<&'static str> {
    let translated = matches!(entry, Entry::Landmark(landmark) if !landmark.name_en.is_empty());
    (words.lang() != Lang::Vi && !translated).then_some("vi")
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
        head: view.head.clone(),
    };
    let plate = Plate { above: view.above.clone(), name: &view.name, name_lang: view.name_lang, below: view.below.clone() };
    let content = html! {
        @if let Some(notice) = &view.notice { p.note { (notice) } }
        (remembered_markup(&view.remembered))
        (telling::telling_markup(&view.telling))
        (known_markup(&view.known))
        @if let Some(sign) = &view.sign { (sign_markup(sign, words)) }
        @for (heading, rows) in &view.lists { (parts::rows(heading, rows)) }
        (telling::sources_markup(&view.telling, words))
    };
    layout::page(&frame, &parts::plate(&plate), &content)
}

/// The path after `/{lang}` of an entry's own page.
pub fn own_path(entry: Entry<'_>) -> String {
    place_path(&entry.place())
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

fn sign_markup(sign: &SignView, words: &Words) -> Markup {
    html! {
        section.sign {
            h2 { (words.say("this-sign")) }
            p.code { (sign.code) }
            @for line in &sign.about { p { (line) } }
            p { (words.say("compare")) }
            p.address { (sign.address) }
        }
    }
}

/// Metres as far as they can be trusted: to the next 50.
fn rounded(metres: f64) -> usize {
    const STEP: f64 = 50.0;
    let steps = (metres / STEP).round().clamp(1.0, 10_000.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a small positive number above")]
    let metres = (steps * STEP) as usize;
    metres
}
