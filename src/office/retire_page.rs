//! How does a place go out of use, and come back? Asked once more before it is done.

use super::answer::Answer;
use super::asked::Asked;
use super::entry::{address, place_of, title_of, way_to};
use super::fields::{Field, Sheet};
use super::frame::{self, Frame, csrf};
use super::route::{OpenTo, Route};
use super::{Error, Office, clock};
use crate::register::{Act, Explained, FieldFault, FieldTexts, KnownDate, Line, Place, Record, Sentence};
use actix_web::http::StatusCode;
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/{kind:street|landmark|namesake}/{slug}/retire", OpenTo::WhoMay(Act::KeepRegister), show_retire),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/retire", OpenTo::WhoMay(Act::KeepRegister), save_retire),
    Route::get("/office/{kind:street|landmark|namesake}/{slug}/revive", OpenTo::WhoMay(Act::KeepRegister), show_revive),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/revive", OpenTo::WhoMay(Act::KeepRegister), save_revive),
];

const SINCE: Field = Field { name: "since", label: "retire-since", help: "retire-since-help" };
const REASON: Field = Field { name: "reason", label: "retire-reason", help: "retire-reason-help" };

/// Out of use, or back.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    Retire,
    Revive,
}

/// The form as it stands.
struct RetireForm {
    way: Way,
    place: Place,
    record: Record,
    signs: usize,
    texts: FieldTexts,
    faults: Vec<FieldFault>,
}

fn show_retire(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    Ok(Answer::page(page(asked, &begun(office, asked, Way::Retire)?)))
}

fn show_revive(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    Ok(Answer::page(page(asked, &begun(office, asked, Way::Revive)?)))
}

fn save_retire(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let mut form = begun(office, asked, Way::Retire)?;
    let Some((since, reason)) = read(&mut form, asked) else {
        return Ok(Answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, page(asked, &form)));
    };
    let place = office.store()?.retire_place(asked.who().id, &asked.now, &form.place, &since, &reason)?;
    office.has_published();
    Ok(Answer::on_to(&format!("{}?done=retired", address(&place))))
}

fn save_revive(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let mut form = begun(office, asked, Way::Revive)?;
    let Some((_, reason)) = read(&mut form, asked) else {
        return Ok(Answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, page(asked, &form)));
    };
    let place = office.store()?.revive_place(asked.who().id, &asked.now, &form.place, &reason)?;
    office.has_published();
    Ok(Answer::on_to(&format!("{}?done=revived", address(&place))))
}

/// The day and the reason, none where one of them cannot be kept.
fn read(form: &mut RetireForm, asked: &Asked) -> Option<(String, Line)> {
    for field in ["since", "reason"] {
        form.texts.insert(field.to_owned(), asked.form.get(field));
    }
    let mut refuse = |field: &str, reason: Sentence| form.faults.push(FieldFault { field: field.to_owned(), reason });
    let since = if form.way == Way::Retire { day(&asked.form.get("since"), &today(asked)) } else { Ok(String::new()) };
    let since = since.map_err(|reason| refuse("since", reason)).ok();
    let reason = Line::parse(&asked.form.get("reason")).map_err(|error| refuse("reason", error.sentence())).ok();
    Some((since?, reason?))
}

/// A whole day that is not still to come.
fn day(typed: &str, today: &str) -> Result<String, Sentence> {
    let date = KnownDate::parse(typed).map_err(|error| error.sentence())?;
    let is_day = date.day().is_some() && !date.is_about();
    let day = date.to_string();
    match (is_day, day.as_str() <= today) {
        (false, _) => Err(Sentence::new("retire-no-day").with("given", day)),
        (true, false) => Err(Sentence::new("retire-day-ahead")),
        (true, true) => Ok(day),
    }
}

fn today(asked: &Asked) -> String {
    clock::in_the_city(&asked.now).map(|now| now.date().to_string()).unwrap_or_default()
}

fn begun(office: &Office, asked: &Asked, way: Way) -> Result<RetireForm, Error> {
    let place = place_of(office, asked)?;
    let mut store = office.store()?;
    let (record, _) = store.get_record(&place)?;
    let signs = store.signs_of(&place)?.len();
    let texts = FieldTexts::from([("since".to_owned(), today(asked))]);
    Ok(RetireForm { way, place, record, signs, texts, faults: Vec::new() })
}

fn page(asked: &Asked, form: &RetireForm) -> String {
    let words = asked.words;
    let key = if form.way == Way::Retire { "retire-title" } else { "revive-title" };
    let title = words.say_with(key, &[("name", &title_of(&form.record))]);
    let above = way_to(words, &form.place, form.record.name());
    let frame = Frame { above: &above, ..Frame::of(&title, "/office/entries") };
    frame::page(asked, &frame, &form_markup(asked, form))
}

fn form_markup(asked: &Asked, form: &RetireForm) -> Markup {
    let words = asked.words;
    let sheet = Sheet { words, texts: &form.texts, faults: &form.faults, conflicts: &[] };
    let label_of = |field: &str| [SINCE, REASON].iter().find(|one| one.name == field).map(|one| one.label);
    let (path, note, button) = match form.way {
        Way::Retire => ("retire", "retire-note", "act-retire"),
        Way::Revive => ("revive", "revive-note", "act-revive"),
    };
    html! {
        (sheet.summary(&label_of))
        p.note { (words.say_with(note, &[("signs", &form.signs)])) }
        form.fields method="post" action=(format!("{}/{path}", address(&form.place))) {
            (csrf(asked.signed()))
            @if form.way == Way::Retire { (sheet.line(SINCE)) }
            (sheet.line(REASON))
            div.row {
                button.danger[form.way == Way::Retire] { (words.say(button)) }
                " " a href=(address(&form.place)) { (words.say("leave-unsaved")) }
            }
        }
    }
}
