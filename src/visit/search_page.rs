//! Which places does a visitor look for? The best hits, or the nearest guesses, said to be that.

use super::shelf::PageOf;
use super::{Doorway, asked_lang};
use crate::edition::Edition;
use crate::register::SignCode;
use crate::web::Site;
use crate::web::addresses::sign_address;
use crate::web::assets::asset_address;
use crate::web::layout::{self, Frame};
use crate::web::parts::{self, Plate, Row};
use crate::web::place_page;
use crate::web::press::{Pressed, Varies};
use crate::web::words::Words;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use maud::{Markup, html};
use serde::Deserialize;

/// Most places shown for one question.
const MOST_HITS: usize = 30;
/// Most guesses shown where nothing answers the question.
const MOST_GUESSES: usize = 8;
/// Longest question, in characters; the box takes no more.
const LONGEST: usize = 100;

/// The question in the address.
#[derive(Deserialize, Default)]
struct Question {
    #[serde(default)]
    q: String,
}

/// The answer, ready to print.
pub struct SearchView {
    query: String,
    heading: String,
    rows: Vec<Row>,
    /// Do the rows only come near?
    are_guesses: bool,
}

impl SearchView {
    /// What a question finds: a sign by its code, or places by any of their names.
    pub fn of(edition: &Edition, query: &str, words: &Words) -> Self {
        let (rows, are_guesses) = found_rows(edition, query, MOST_HITS, words);
        let heading = match rows.len() {
            count if count > 0 && !are_guesses => words.say_with("found", &[("count", &count), ("query", &query)]),
            _ => words.say_with("found-nothing", &[("query", &query)]),
        };
        Self { query: query.to_owned(), heading, rows, are_guesses }
    }
}

/// What the address asks for, as far as it can be looked for.
pub fn asked_for(request: &HttpRequest) -> String {
    let question = web::Query::<Question>::from_query(request.query_string()).map(web::Query::into_inner).unwrap_or_default();
    let seen: String = question.q.chars().filter(|letter| !letter.is_control()).take(LONGEST).collect();
    seen.trim().to_owned()
}

/// The answer to a question in the address; without one, every place.
pub async fn show_search(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    let (shelf, words) = (doorway.shelf(), Words::of(asked_lang(&request)));
    let query = asked_for(&request);
    if query.is_empty() {
        return shelf.page(PageOf::Places, words.lang()).answer(&request, StatusCode::OK, Varies::ByCoding);
    }
    let view = SearchView::of(shelf.edition(), &query, words);
    Pressed::once(search_page(&view, shelf.site(), words), words.lang()).answer(&request, StatusCode::OK, Varies::ByCoding)
}

/// What a page with a search box needs besides: how the suggestions look, and the script that fetches them.
pub fn box_head() -> Markup {
    html! {
        link rel="stylesheet" href=(asset_address("search.css"));
        script defer src=(asset_address("search.js")) {}
    }
}

/// The page itself.
pub fn search_page(view: &SearchView, site: &Site, words: &Words) -> String {
    let asked: String = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", &view.query).finish();
    let path = format!("/search?{asked}");
    let frame = Frame {
        words,
        site,
        title: words.say("search-title"),
        description: words.say("home-lead"),
        path,
        canonical: None,
        shows_positions: false,
        is_text_first: false,
        head: box_head(),
    };
    let name = words.say("search-title");
    let content = html! {
        (parts::search_box(words, &view.query))
        h2 { (view.heading) }
        @if view.are_guesses && !view.rows.is_empty() { p.note { (words.say("nearest-guesses")) } }
        (parts::bare_rows(&view.rows))
        @if view.are_guesses || view.rows.is_empty() {
            p { a href=(format!("/{}/search", words.lang())) { (words.say("all-places")) } }
        }
    };
    layout::page(&frame, &parts::plate(&Plate { above: None, name: &name, name_lang: None, below: None }), &content)
}

/// A sign by its code, and places by their names, best first; and whether they only come near.
pub fn found_rows(edition: &Edition, query: &str, most: usize, words: &Words) -> (Vec<Row>, bool) {
    let sign = SignCode::parse(query).ok().and_then(|code| edition.find_sign(code));
    let sign = sign.and_then(|sign| sign_row(edition, sign.code, words));
    let mut hits = edition.search(query, most);
    let are_guesses = sign.is_none() && hits.first().is_none_or(crate::edition::Hit::is_guess);
    if are_guesses {
        hits.truncate(MOST_GUESSES);
    } else {
        hits.retain(|hit| !hit.is_guess());
    }
    let places = hits.iter().filter_map(|hit| Some(place_page::row(edition.find(&hit.place)?, None, words)));
    (sign.into_iter().chain(places).collect(), are_guesses)
}

/// A row that leads to a sign.
pub fn sign_row(edition: &Edition, code: SignCode, words: &Words) -> Option<Row> {
    let entry = edition.find(&edition.find_sign(code)?.place)?;
    Some(Row { address: sign_address(code), about: code.grouped(), ..place_page::row(entry, None, words) })
}
