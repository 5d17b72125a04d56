//! What became of a report? Whoever knows its number may see that, and never who sent it or who works on it.

use super::report_desk::ReportDesk;
use super::report_page::style;
use super::shelf::Shelf;
use super::{Doorway, asked_lang, sign_page};
use crate::register::{CaseNumber, CaseSeen, Fault, Lang, NotACaseNumber, SignCode};
use crate::web::dates::spoken_day;
use crate::web::error::status_of;
use crate::web::form::Form;
use crate::web::layout::{self, Frame};
use crate::web::parts::{self, Plate};
use crate::web::press::{Pressed, Varies};
use crate::web::reports::{day_of, kind_key, state_key};
use crate::web::words::Words;
use actix_web::http::{StatusCode, header};
use actix_web::web::{self, Data};
use actix_web::{HttpRequest, HttpResponse};
use maud::{Markup, html};

/// The box to type a number into; with a number in the address, the way to its case.
pub async fn show_find(request: HttpRequest, doorway: Data<Doorway>) -> HttpResponse {
    let words = Words::of(asked_lang(&request));
    let typed = Form::of_body(request.query_string().as_bytes()).get("case");
    match CaseNumber::parse(&typed) {
        Ok(case) => HttpResponse::SeeOther().insert_header((header::LOCATION, format!("/{}/report/{case}", words.lang()))).finish(),
        Err(_) if typed.trim().is_empty() => find_answer(&request, &doorway.shelf(), StatusCode::OK, None, words),
        Err(unknown) => find_answer(&request, &doorway.shelf(), status_of(Fault::NotThere), Some(&unknown.given), words),
    }
}

/// How far a case has come.
pub async fn show_case(request: HttpRequest, doorway: Data<Doorway>, desk: Data<ReportDesk>) -> HttpResponse {
    let words = Words::of(asked_lang(&request));
    let typed = request.match_info().query("case").to_owned();
    let case = match CaseNumber::parse(&typed) {
        Ok(case) => case,
        Err(NotACaseNumber { given }) => {
            return find_answer(&request, &doorway.shelf(), status_of(Fault::NotThere), Some(&given), words);
        }
    };
    let (shelf, sent) = (doorway.shelf(), Form::of_body(request.query_string().as_bytes()).get("sent"));
    match web::block(move || desk.find(case)).await {
        Ok(Ok(Some(seen))) => {
            let page = case_page(&shelf, &seen, &sent, words);
            Pressed::once(page, words.lang()).answer(&request, StatusCode::OK, Varies::ByCoding)
        }
        Ok(Ok(None)) => find_answer(&request, &shelf, status_of(Fault::NotThere), Some(&case.grouped()), words),
        Ok(Err(_)) | Err(_) => {
            let content = html! { p.refused role="alert" { (words.say("report-broken")) } };
            plain_answer(&request, &shelf, status_of(Fault::Broken), &content, words)
        }
    }
}

fn find_answer(request: &HttpRequest, shelf: &Shelf, status: StatusCode, unknown: Option<&str>, words: &Words) -> HttpResponse {
    plain_answer(request, shelf, status, &find_markup(unknown, words), words)
}

/// A page that is about no sign.
fn plain_answer(request: &HttpRequest, shelf: &Shelf, status: StatusCode, content: &Markup, words: &Words) -> HttpResponse {
    let title = words.say("case-find");
    let page = frame(shelf, ("/report", &title), &plain_plate(&title), content, words);
    Pressed::once(page, words.lang()).answer(request, status, Varies::ByCoding)
}

fn find_markup(unknown: Option<&str>, words: &Words) -> Markup {
    html! {
        @if let Some(given) = unknown { p.refused role="alert" { (words.say_with("case-unknown", &[("given", &given)])) } }
        form.find action=(format!("/{}/report", words.lang())) {
            label for="case" { (words.say("case-number")) }
            div {
                input id="case" name="case" value=(unknown.unwrap_or_default()) maxlength="40" autocomplete="off" autocapitalize="characters"
                    spellcheck="false";
                button { (words.say("case-show")) }
            }
        }
    }
}

fn case_page(shelf: &Shelf, seen: &CaseSeen, sent: &str, words: &Words) -> String {
    let number = seen.case.grouped();
    let title = words.say_with("case-title", &[("case", &number)]);
    let thanks = match sent {
        "new" => Some("case-thanks"),
        "joined" => Some("case-joined"),
        _ => None,
    };
    let content = html! {
        @if let Some(key) = thanks { p.lead role="status" { (words.say(key)) } }
        section.sign {
            h2 { (words.say("case-number")) }
            p.code { (number) }
            p { (words.say("case-keep")) }
        }
        (facts_markup(seen, words))
        @if shelf.edition().find_sign(seen.code).is_some() {
            p { a href=(format!("/{}/{}", words.lang(), seen.code)) { (words.say("case-to-sign")) } }
        }
    };
    let plate = plate_of(shelf, seen.code, words).unwrap_or_else(|| plain_plate(&title));
    frame(shelf, (&format!("/report/{}", seen.case), &title), &plate, &content, words)
}

/// The plate of the sign that a case is about.
fn plate_of(shelf: &Shelf, code: SignCode, words: &Words) -> Option<Markup> {
    shelf.edition().find_sign(code)?;
    let sign = sign_page::view_of(shelf.edition(), shelf.site(), code, words);
    Some(parts::plate(&Plate { above: sign.above.clone(), name: &sign.name, name_lang: sign.name_lang, below: sign.below.clone() }))
}

fn plain_plate(title: &str) -> Markup {
    parts::plate(&Plate { above: None, name: title, name_lang: None, below: None })
}

fn facts_markup(seen: &CaseSeen, words: &Words) -> Markup {
    let day = |at: &str| spoken_day(&day_of(at), words);
    html! {
        p.state.(seen.state.as_str()) { (words.say(state_key(seen.state))) }
        @if let Some((sentence, lang)) = sentence_for(seen, words.lang()) {
            figure.says { figcaption { (words.say("case-says")) } blockquote lang=[lang] { (sentence) } }
        }
        dl {
            dt { (words.say("case-what")) } dd { (words.say(kind_key(seen.kind))) }
            dt { (words.say("case-since")) } dd { (day(&seen.first_at)) }
            @if !seen.changed_at.is_empty() { dt { (words.say("case-changed")) } dd { (day(&seen.changed_at)) } }
        }
    }
}

/// What the office says in public, and in which language where it is not the page's.
fn sentence_for(seen: &CaseSeen, lang: Lang) -> Option<(&str, Option<Lang>)> {
    let (vi, en) = ((&seen.sentence.vi, Lang::Vi), (&seen.sentence.en, Lang::En));
    let order = if lang == Lang::Vi { [vi, en] } else { [en, vi] };
    let (sentence, written) = order.into_iter().find(|(sentence, _)| !sentence.is_empty())?;
    Some((sentence.as_str(), Some(written).filter(|written| *written != lang)))
}

fn frame(shelf: &Shelf, (path, title): (&str, &str), plate: &Markup, content: &Markup, words: &Words) -> String {
    let frame = Frame {
        words,
        site: shelf.site(),
        title: title.to_owned(),
        description: words.say("case-keep"),
        path: path.to_owned(),
        canonical: None,
        shows_positions: false,
        is_text_first: false,
        head: style(),
    };
    layout::page(&frame, plate, content)
}
