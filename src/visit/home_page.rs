//! What does somebody see who comes in by the front door?

use super::search_page::box_head;
use super::walks_page;
use crate::edition::{Edition, Entry};
use crate::register::{Lang, Place, PlaceKind};
use crate::web::Site;
use crate::web::addresses::CITY_MAP;
use crate::web::layout::{self, Frame};
use crate::web::parts::{self, Plate, Row};
use crate::web::place_page;
use crate::web::remembered::{Remembered, remembered, remembered_markup};
use crate::web::walk_page;
use crate::web::words::Words;
use jiff::civil::Date;
use maud::html;

/// Places of each kind that the front page leads to.
const OFFERED: usize = 8;

/// The front page, ready to print.
pub struct HomeView {
    counts: (usize, usize, usize),
    walks: Vec<Row>,
    streets: Vec<Row>,
    landmarks: Vec<Row>,
    has_map: bool,
    remembered: Vec<Remembered>,
}

impl HomeView {
    /// The front page of an edition on this day: places that have a story to tell.
    pub fn of(edition: &Edition, today: Date, words: &Words) -> Self {
        let told = |kind: PlaceKind| {
            let told = |place: &Place| place.kind == kind && edition.find_story(place, words.lang()).is_some();
            let entries = best_told(edition, edition.places().filter(told).collect());
            spread(entries.iter().filter_map(|place| Some(row(edition.find(place)?, words))).collect(), OFFERED)
        };
        Self {
            counts: edition.counts(),
            walks: walks_page::rows(edition, words, walk_page::length),
            streets: told(PlaceKind::Street),
            landmarks: told(PlaceKind::Landmark),
            has_map: edition.spots().next().is_some(),
            remembered: remembered(edition, today, None, words),
        }
    }
}

/// The page itself.
pub fn home_page(view: &HomeView, site: &Site, words: &Words) -> String {
    let (streets, landmarks, signs) = view.counts;
    let [streets, landmarks, signs] = [streets, landmarks, signs].map(|count| words.count(count));
    let about = words.say_with("home-counts", &[("streets", &streets), ("landmarks", &landmarks), ("signs", &signs)]);
    let frame = Frame {
        words,
        site,
        title: words.say("home-title"),
        description: words.say("home-lead"),
        path: "/".to_owned(),
        canonical: Some("/".to_owned()),
        shows_positions: false,
        is_text_first: false,
        head: html! {
            (box_head())
            link rel="manifest" href="/manifest.webmanifest";
            link rel="alternate" type="application/atom+xml" href=(format!("/{}/feed.xml", words.lang()));
        },
    };
    let name = words.say("product");
    let plate = Plate { above: Some(Words::of(Lang::Vi).say("city")), name: &name, name_lang: None, below: Some(words.say("home-title")) };
    let content = html! {
        p.lead { (words.say("home-lead")) }
        (remembered_markup(&view.remembered))
        (parts::search_box(words, ""))
        (parts::rows(&words.say("walks"), &view.walks))
        (parts::rows(&words.say("home-streets"), &view.streets))
        (parts::rows(&words.say("home-landmarks"), &view.landmarks))
        p { a href=(format!("/{}/search", words.lang())) { (words.say("all-places")) } }
        @if view.has_map { p { a href=(format!("/{}{CITY_MAP}", words.lang())) { (words.say("city-map")) } } }
        p.note { (about) }
    };
    layout::page(&frame, &parts::plate(&plate), &content)
}

fn row(entry: Entry<'_>, words: &Words) -> Row {
    place_page::row(entry, None, words)
}

/// Those that are told in the most languages: whoever tells of a place in six has much to tell. Where they are too few, all.
fn best_told(edition: &Edition, places: Vec<Place>) -> Vec<Place> {
    let languages = edition.languages_told();
    let told = |place: &Place| languages.get(place).copied().unwrap_or_default();
    let most = places.iter().map(told).max().unwrap_or_default();
    let best: Vec<Place> = places.iter().filter(|place| told(place) == most).cloned().collect();
    if best.len() < OFFERED { places } else { best }
}

/// A few of many, spread evenly over the whole list.
fn spread(rows: Vec<Row>, most: usize) -> Vec<Row> {
    let step = rows.len().div_ceil(most).max(1);
    rows.into_iter().step_by(step).collect()
}
