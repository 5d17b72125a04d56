//! What does the search box offer while somebody types? A few places as JSON, in the order of the search page.

use super::search_page::{asked_for, found_rows};
use super::{Doorway, asked_lang};
use crate::web::words::Words;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;

/// Most suggestions: a phone shows no more above its keyboard.
const MOST: usize = 8;
/// The register of a day changes seldom, and what is a minute old helps as well.
const A_MINUTE: &str = "public, max-age=60";

/// What the script of the search box reads.
#[derive(Serialize)]
struct Suggestions {
    /// How many there are, in words for whoever does not see them.
    said: String,
    rows: Vec<Suggestion>,
}

#[derive(Serialize)]
struct Suggestion {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'static str>,
    kind: String,
    address: String,
}

/// The suggestions for what is typed so far; none for nothing.
pub async fn show_suggestions(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    let (shelf, words) = (doorway.shelf(), Words::of(asked_lang(&request)));
    let query = asked_for(&request);
    let rows = if query.is_empty() { Vec::new() } else { found_rows(shelf.edition(), &query, MOST, words).0 };
    let rows: Vec<Suggestion> = rows
        .into_iter()
        .take(MOST)
        .map(|row| Suggestion { name: row.name, lang: row.name_lang, kind: row.about, address: row.address })
        .collect();
    let said = words.say_with("suggestions", &[("count", &rows.len())]);
    HttpResponse::Ok().insert_header((CACHE_CONTROL, A_MINUTE)).json(Suggestions { said, rows })
}
