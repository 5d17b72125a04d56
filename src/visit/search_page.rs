//! Which places does a visitor look for? Without a question, the page lists them all.

use super::{Doorway, asked_lang};
use crate::edition::Edition;
use crate::register::{PlaceKind, SignCode};
use crate::web::Site;
use crate::web::addresses::sign_address;
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
}

impl SearchView {
    /// What a question finds: a sign by its code, or places by any of their names.
    pub fn of(edition: &Edition, query: &str, words: &Words) -> Self {
        let query: String = query.trim().chars().filter(|letter| !letter.is_control()).take(100).collect();
        let rows = if query.is_empty() { all_rows(edition, words) } else { found_rows(edition, &query, words) };
        let heading = match (query.is_empty(), rows.len()) {
            (true, _) => words.say("all-places"),
            (false, 0) => words.say_with("found-nothing", &[("query", &query)]),
            (false, count) => words.say_with("found", &[("count", &count), ("query", &query)]),
        };
        Self { query, heading, rows }
    }
}

/// The answer to a question in the address.
pub async fn show_search(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    let (shelf, words) = (doorway.shelf(), Words::of(asked_lang(&request)));
    let question = web::Query::<Question>::from_query(request.query_string()).map(web::Query::into_inner).unwrap_or_default();
    let view = SearchView::of(shelf.edition(), &question.q, words);
    Pressed::once(search_page(&view, shelf.site(), words), words.lang()).answer(&request, StatusCode::OK, Varies::ByCoding)
}

/// The page itself.
pub fn search_page(view: &SearchView, site: &Site, words: &Words) -> String {
    let asked: String = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", &view.query).finish();
    let frame = Frame {
        words,
        site,
        title: words.say("search-title"),
        description: words.say("home-lead"),
        path: format!("/search?{asked}"),
        canonical: view.query.is_empty().then(|| "/search".to_owned()),
        shows_positions: false,
        head: Markup::default(),
    };
    let name = words.say("search-title");
    let content = html! {
        (parts::search_box(words, &view.query))
        h2 { (view.heading) }
        (parts::bare_rows(&view.rows))
        @if view.rows.is_empty() { p { a href=(format!("/{}/search", words.lang())) { (words.say("all-places")) } } }
    };
    layout::page(&frame, &parts::plate(&Plate { above: None, name: &name, name_lang: None, below: None }), &content)
}

fn found_rows(edition: &Edition, query: &str, words: &Words) -> Vec<Row> {
    let sign = SignCode::parse(query).ok().and_then(|code| edition.find_sign(code));
    let sign = sign.and_then(|sign| sign_row(edition, sign.code, words));
    let hits = edition.search(query, MOST_HITS);
    sign.into_iter().chain(hits.iter().filter_map(|hit| Some(place_page::row(edition.find(&hit.place)?, None, words)))).collect()
}

/// A row that leads to a sign.
pub fn sign_row(edition: &Edition, code: SignCode, words: &Words) -> Option<Row> {
    let entry = edition.find(&edition.find_sign(code)?.place)?;
    Some(Row { address: sign_address(code), about: code.grouped(), ..place_page::row(entry, None, words) })
}

fn all_rows(edition: &Edition, words: &Words) -> Vec<Row> {
    let places = edition.places().filter(|place| place.kind != PlaceKind::Namesake);
    places.filter_map(|place| Some(place_page::row(edition.find(&place)?, None, words))).collect()
}
