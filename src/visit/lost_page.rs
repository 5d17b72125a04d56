//! What does somebody see who asked for what is not here? Never a dead end: the nearest real codes, or a search.

use super::search_page::sign_row;
use super::shelf::Shelf;
use super::{Doorway, legacy};
use crate::edition::Edition;
use crate::register::code::strip_typed;
use crate::register::{CodeError, Explained, Fault, Lang, SignCode};
use crate::web::Site;
use crate::web::error::status_of;
use crate::web::language::preferred;
use crate::web::layout::{self, Frame};
use crate::web::parts::{self, Plate, Row};
use crate::web::place_page;
use crate::web::press::{Pressed, Varies};
use crate::web::words::Words;
use actix_web::http::{Method, StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};
use maud::{Markup, html};
use percent_encoding::percent_decode_str;

/// Guesses offered.
const GUESSES: usize = 5;

/// What to tell, ready to print.
pub struct LostView {
    query: String,
    lead: String,
    signs: Vec<Row>,
    places: Vec<Row>,
}

impl LostView {
    /// What to tell somebody who asked for `asked`: a code with a slip in it, or some words.
    pub fn of(edition: &Edition, asked: &str, words: &Words) -> Self {
        let typed: String = asked.trim().chars().filter(|letter| !letter.is_control()).take(60).collect();
        let signs: Vec<Row> =
            edition.nearest_codes(&typed, GUESSES).into_iter().filter_map(|code| sign_row(edition, code, words)).collect();
        let spoken = typed.replace(['-', '_', '+'], " ");
        let hits = if signs.is_empty() { edition.search(&spoken, GUESSES) } else { Vec::new() };
        let places = hits.iter().filter_map(|hit| Some(place_page::row(edition.find(&hit.place)?, None, words))).collect();
        let lead = match SignCode::parse(&typed) {
            Ok(code) if edition.find_sign(code).is_some() => words.say("lost-code-elsewhere"),
            Ok(code) => words.say_with("lost-code-unknown", &[("code", &code.grouped())]),
            Err(error) if looks_like_a_code(&typed, &error) => words.tell(&error.sentence()),
            Err(_) => words.say("lost-page"),
        };
        Self { query: if signs.is_empty() { spoken } else { String::new() }, lead, signs, places }
    }
}

/// The answer to an address that leads nowhere.
pub fn answer(shelf: &Shelf, request: &HttpRequest, lang: Lang, asked: &str, varies: Varies) -> HttpResponse {
    let words = Words::of(lang);
    let page = lost_page(&LostView::of(shelf.edition(), asked, words), request.uri().path(), shelf.site(), words);
    Pressed::once(page, lang).answer(request, status_of(Fault::NotThere), varies)
}

/// Any address that no page has; and any other verb than reading.
pub async fn show_lost(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return HttpResponse::build(StatusCode::METHOD_NOT_ALLOWED).insert_header((header::ALLOW, "GET, HEAD")).finish();
    }
    if let Some(answer) = legacy::find_answer(&doorway, &request) {
        return answer;
    }
    let path = request.path().trim_matches('/');
    let named = path.split('/').next().and_then(|first| Lang::ALL.iter().copied().find(|lang| lang.as_str() == first));
    let (lang, varies) = named.map_or_else(|| (preferred(&request), Varies::ByCodingAndLanguage), |lang| (lang, Varies::ByCoding));
    let asked = percent_decode_str(path.rsplit('/').next().unwrap_or_default()).decode_utf8_lossy();
    answer(&doorway.shelf(), &request, lang, &asked, varies)
}

/// The page itself.
pub fn lost_page(view: &LostView, path: &str, site: &Site, words: &Words) -> String {
    let title = words.say("lost-title");
    let path = Lang::ALL.iter().find_map(|lang| path.strip_prefix(&format!("/{lang}/"))).unwrap_or(path.trim_start_matches('/'));
    let frame = Frame {
        words,
        site,
        title: title.clone(),
        description: view.lead.clone(),
        path: format!("/{path}"),
        canonical: None,
        shows_positions: false,
        head: Markup::default(),
    };
    let content = html! {
        p.lead { (view.lead) }
        (parts::rows(&words.say("nearest-codes"), &view.signs))
        (parts::rows(&words.say("nearest-places"), &view.places))
        (parts::search_box(words, &view.query))
        p { a href=(format!("/{}/search", words.lang())) { (words.say("all-places")) } }
    };
    layout::page(&frame, &parts::plate(&Plate { above: None, name: &title, name_lang: None, below: None }), &content)
}

/// Somebody who typed a wrong symbol or check character, or one symbol too few or too many, meant a code.
fn looks_like_a_code(typed: &str, error: &CodeError) -> bool {
    let digits = strip_typed(typed).chars().filter(char::is_ascii_digit).count();
    match error {
        CodeError::Check => true,
        CodeError::Symbol(_) => digits > 0,
        CodeError::Length(length) => (5..=7).contains(length) && digits > 0,
    }
}
