//! What is one report about, and what is done about it? Its words, its photos, the sign, the steps, and who took them.

use super::answer::Answer;
use super::asked::Asked;
use super::frame::{self, Frame, csrf};
use super::reports_page::{case_address, state_badge};
use super::route::{OpenTo, Route};
use super::sign_form::state_key;
use super::{Error, Office, clock};
use crate::register::report::MOST_WORDS;
use crate::register::{Act, Case, CaseNumber, CaseStep, Line, PerLang, Placement, Point, SignState};
use crate::store::{CaseEvent, CasePhoto};
use crate::web::photo_files::FILE_POLICY;
use crate::web::reports::kind_key;
use crate::web::words::Words;
use actix_web::http::header;
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/reports/{case}", OpenTo::WhoMay(Act::Read), show_case),
    Route::post("/office/reports/{case}", OpenTo::WhoMay(Act::SettleReports), save_step),
    Route::post("/office/reports/{case}/damaged", OpenTo::WhoMay(Act::KeepRegister), save_damaged),
    Route::get(r"/office/reports/{case}/photos/{position:\d+}/{width:\d+}.webp", OpenTo::WhoMay(Act::Read), show_photo),
];

/// A case and what belongs to it.
struct CaseView {
    case: Case,
    photos: Vec<CasePhoto>,
    events: Vec<CaseEvent>,
}

impl CaseView {
    fn of(office: &Office, asked: &Asked) -> Result<Self, Error> {
        let number = number(asked)?;
        let mut store = office.store()?;
        let case = store.get_case(number)?;
        Ok(Self { case, photos: store.case_photos(number)?, events: store.case_events(number)? })
    }
}

fn number(asked: &Asked) -> Result<CaseNumber, Error> {
    CaseNumber::parse(asked.part("case")).map_err(|_| Error::NotThere)
}

fn show_case(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let view = CaseView::of(office, asked)?;
    Ok(Answer::page(page(asked, &view)))
}

fn save_step(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let (number, step) = (number(asked)?, CaseStep::parse(&asked.form.get("step"))?);
    let sentence = PerLang { vi: Line::parse(&asked.form.get("sentence"))?, en: Line::parse(&asked.form.get("sentence_en"))? };
    office.store()?.step_case(asked.who().id, &asked.now, number, step, &sentence)?;
    Ok(Answer::on_to(&format!("/office/reports/{number}")))
}

fn save_damaged(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let number = number(asked)?;
    let mut store = office.store()?;
    let sign = store.get_case(number)?.sign;
    store.mark_damaged(asked.who().id, &asked.now, &sign)?;
    drop(store);
    office.has_published();
    Ok(Answer::on_to(&format!("/office/reports/{number}")))
}

fn show_photo(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let wanted = |name| asked.number(name).and_then(|number| u32::try_from(number).ok());
    let (position, width) = wanted("position").zip(wanted("width")).ok_or(Error::NotThere)?;
    let bytes = office.store()?.find_case_photo(number(asked)?, position, width)?.ok_or(Error::NotThere)?;
    Ok(Answer::file("image/webp", bytes).with(header::CONTENT_SECURITY_POLICY, FILE_POLICY))
}

fn page(asked: &Asked, view: &CaseView) -> String {
    let (words, case) = (asked.words, &view.case);
    let title = words.say_with("case-title", &[("case", &case.seen.case.grouped())]);
    let above = [(words.say("office-reports"), "/office/reports".to_owned())];
    let content = html! {
        p.row { (state_badge(words, case)) b { (words.say(kind_key(case.seen.kind))) } }
        div.columns {
            div {
                (words_card(words, case))
                (photos_card(words, view))
            }
            div {
                (sign_card(asked, case))
                @if asked.may(Act::SettleReports) { (steps_card(asked, case)) }
                (events_card(words, view))
            }
        }
    };
    frame::page(asked, &Frame { above: &above, is_wide: true, ..Frame::of(&title, "/office/reports") }, &content)
}

fn words_card(words: &Words, case: &Case) -> Markup {
    html! {
        section.card {
            h2 { (words.say("report-words-of-visitors")) }
            @if case.words.is_empty() { p.help { (words.say("report-no-words")) } }
            @for one in &case.words {
                blockquote.comment {
                    p.words lang=(one.lang) { (one.words) }
                    small { time datetime=(one.at) { (clock::shown(&one.at, words)) } " · " (one.lang.own_name()) }
                }
            }
            @if case.words.len() >= MOST_WORDS as usize { p.help { (words.say_with("report-words-more", &[("most", &MOST_WORDS)])) } }
        }
    }
}

/// The photos, small; each leads to itself in full.
fn photos_card(words: &Words, view: &CaseView) -> Markup {
    let address = |photo: &CasePhoto| format!("{}/photos/{}/{}.webp", case_address(&view.case), photo.position, photo.width);
    let of = |position: u32| view.photos.iter().filter(move |photo| photo.position == position);
    html! {
        @if !view.photos.is_empty() {
            section.card {
                h2 { (words.say("report-photos")) }
                ul.photos {
                    @for (large, small) in (0..view.case.photos).filter_map(|position| of(position).next().zip(of(position).next_back())) {
                        li {
                            a href=(address(large)) {
                                img src=(address(small)) width=(small.width) height=(small.height) loading="lazy"
                                    alt=(words.say_with("report-photo-alt", &[("number", &(large.position + 1))]));
                            }
                        }
                    }
                }
            }
        }
    }
}

fn sign_card(asked: &Asked, case: &Case) -> Markup {
    let (words, sign) = (asked.words, &case.sign);
    html! {
        section.card {
            h2 { (words.say("case-sign")) " " (sign.code.grouped()) }
            dl.entry {
                dt { (words.say("history-field-place")) }
                dd { a href=(format!("/office/{}/{}", sign.place.kind, sign.place.slug)) { (case.place_name) } }
                @if let Some(number) = sign.number { dt { (words.say("history-field-number")) } dd { (number) } }
                @if !case.ward.is_empty() { dt { (words.say("reports-ward")) } dd { (case.ward) } }
                @if let Placement::Surveyed(line) = &sign.placement { dt { (words.say("history-field-placement")) } dd { (line) } }
                @if let Some(point) = &sign.point { dt { (words.say("report-place")) } dd { (Point::lat(point)) ", " (Point::lon(point)) } }
                dt { (words.say("history-field-state")) } dd { (words.say(state_key(sign.state))) }
                dt { (words.say("report-count")) } dd { (words.count(case.count as usize)) }
                dt { (words.say("case-since")) } dd { (clock::shown(&case.seen.first_at, words)) }
                dt { (words.say("report-last")) } dd { (clock::shown(&case.last_at, words)) }
            }
            p.row {
                a href=(format!("/office/sign/{}", sign.code)) { (words.say("report-to-sign")) }
                a href=(format!("/{}/report/{}", words.lang(), case.seen.case)) { (words.say("report-public-page")) }
            }
            @if sign.state == SignState::Damaged { p.help { (words.say("report-is-damaged")) } }
            @else if asked.may(Act::KeepRegister) {
                form method="post" action=(format!("{}/damaged", case_address(case))) {
                    (csrf(asked.signed()))
                    button { (words.say("report-mark-damaged")) }
                }
            }
        }
    }
}

fn steps_card(asked: &Asked, case: &Case) -> Markup {
    let (words, sentence) = (asked.words, &case.seen.sentence);
    html! {
        section.card {
            h2 { (words.say("report-steps")) }
            form.fields method="post" action=(case_address(case)) {
                (csrf(asked.signed()))
                label for="sentence" { (words.say("report-sentence-vi")) }
                textarea id="sentence" name="sentence" rows="2" lang="vi" aria-describedby="sentence-hint" { (sentence.vi) }
                label for="sentence_en" { (words.say("report-sentence-en")) }
                textarea id="sentence_en" name="sentence_en" rows="2" lang="en" aria-describedby="sentence-hint" { (sentence.en) }
                small id="sentence-hint" { (words.say("report-sentence-hint")) }
                div.row { @for step in case.seen.state.steps() { button name="step" value=(step) { (words.say(step_key(step))) } } }
            }
        }
    }
}

fn events_card(words: &Words, view: &CaseView) -> Markup {
    html! {
        @if !view.events.is_empty() {
            section.card {
                h2 { (words.say("report-history")) }
                ul.plain.works {
                    @for event in &view.events {
                        li {
                            (words.say(step_key(event.step))) " "
                            small { (event.who) " · " time datetime=(event.at) { (clock::shown(&event.at, words)) } }
                            @for sentence in [&event.sentence.vi, &event.sentence.en].into_iter().filter(|line| !line.is_empty()) { p.note { (sentence) } }
                        }
                    }
                }
            }
        }
    }
}

const fn step_key(step: CaseStep) -> &'static str {
    match step {
        CaseStep::Take => "report-step-take",
        CaseStep::Mend => "report-step-mend",
        CaseStep::Dismiss => "report-step-dismiss",
        CaseStep::Reopen => "report-step-reopen",
    }
}
