//! Which places are there? All of them by their first letter, so that a phone need not scroll through hundreds.

use super::search_page::box_head;
use crate::edition::Edition;
use crate::register::{PlaceKind, fold, tones_last};
use crate::web::Site;
use crate::web::layout::{self, Frame};
use crate::web::parts::{self, Plate, Row};
use crate::web::place_page;
use crate::web::words::Words;
use maud::html;

/// The Vietnamese alphabet, with the four letters of foreign names where dictionaries put them.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// Every place, ready to print.
pub struct PlacesView {
    /// The letters that names begin with, in order, each with its places.
    letters: Vec<(String, Vec<Row>)>,
}

impl PlacesView {
    /// Every street and sight of an edition.
    pub fn of(edition: &Edition, words: &Words) -> Self {
        let places = edition.places().filter(|place| place.kind != PlaceKind::Namesake);
        let mut rows: Vec<Row> = places.filter_map(|place| Some(place_page::row(edition.find(&place)?, None, words))).collect();
        rows.sort_by_cached_key(|row| (place_in_alphabet(&row.name), fold(&row.name), tones_last(&row.name)));
        let mut letters: Vec<(String, Vec<Row>)> = Vec::new();
        for row in rows {
            let letter = letter_of(&row.name);
            match letters.last_mut() {
                Some((last, rows)) if *last == letter => rows.push(row),
                _ => letters.push((letter, vec![row])),
            }
        }
        Self { letters }
    }
}

/// The letter that a name begins with, without its tone: «Ấp Bắc» is under Â. Digits and whatever else are under one sign.
fn letter_of(name: &str) -> String {
    let first = tones_last(name).chars().next().filter(|letter| ALPHABET.contains(*letter));
    first.map_or_else(|| "0–9".to_owned(), |letter| letter.to_uppercase().collect())
}

fn place_in_alphabet(name: &str) -> Option<usize> {
    ALPHABET.find(tones_last(name).chars().next()?)
}

/// The page itself.
pub fn places_page(view: &PlacesView, site: &Site, words: &Words) -> String {
    let title = words.say("all-places");
    let frame = Frame {
        words,
        site,
        title: title.clone(),
        description: words.say("home-lead"),
        path: "/search".to_owned(),
        canonical: Some("/search".to_owned()),
        shows_positions: false,
        is_text_first: false,
        head: box_head(),
    };
    let content = html! {
        (parts::search_box(words, ""))
        nav.letters aria-label=(words.say("by-letter")) {
            @for (at, (letter, _)) in view.letters.iter().enumerate() { a href=(format!("#letter-{at}")) { (letter) } }
        }
        @for (at, (letter, rows)) in view.letters.iter().enumerate() {
            h2 id=(format!("letter-{at}")) { (letter) }
            (parts::bare_rows(rows))
        }
    };
    layout::page(&frame, &parts::plate(&Plate { above: None, name: &title, name_lang: None, below: None }), &content)
}
