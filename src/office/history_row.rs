//! What exactly did one change do? What was before and what is after, field by field; and how its content is erased by law.

use super::answer::Answer;
use super::asked::Asked;
use super::field_words::name_of;
use super::frame::{self, Frame};
use super::route::{OpenTo, Route};
use super::{Error, Office, changes, clock, door, told};
use crate::register::compare::compare;
use crate::register::{Act, Explained};
use crate::store::{self, HistoryRow, erased_row};
use crate::web::words::Words;
use maud::{Markup, html};
use serde_json::Value;

pub(super) const ROUTES: &[Route] = &[
    Route::get(r"/office/history/{id:\d+}", OpenTo::WhoMay(Act::Read), show_row),
    Route::post(r"/office/history/{id:\d+}/erase", OpenTo::WhoMay(Act::KeepPeople), erase_row),
];

fn show_row(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let row = office.store()?.find_history(number(asked)?)?.ok_or(Error::NotThere)?;
    Ok(Answer::page(whole(asked, &row, None)))
}

fn erase_row(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let id = number(asked)?;
    let mut store = office.store()?;
    match store.erase_history(asked.who().id, &asked.now, id, &asked.form.get("reason")) {
        Ok(()) => Ok(Answer::on_to(&format!("/office/history/{id}"))),
        Err(error @ (store::Error::NoReason | store::Error::ErasedBefore(_) | store::Error::LogStands)) => {
            let row = store.find_history(id)?.ok_or(Error::NotThere)?;
            let error = Error::from(error);
            Ok(Answer::page_with(door::status(&error), whole(asked, &row, Some(&error))))
        }
        Err(error) => Err(error.into()),
    }
}

fn number(asked: &Asked) -> Result<i64, Error> {
    asked.number("id").ok_or(Error::NotThere)
}

fn whole(asked: &Asked, row: &HistoryRow, error: Option<&Error>) -> String {
    let words = asked.words;
    let title = words.say_with("history-row-title", &[("row", &row.id)]);
    let above = [(words.say("office-history"), "/office/history".to_owned())];
    let content = html! {
        @if let Some(error) = error { p.refused role="alert" { (words.tell(&error.sentence())) } }
        p { time datetime=(row.at) { (clock::shown(&row.at, words)) } }
        p.lead { (told::sentence(words, row)) }
        (ways_on(words, row))
        @if let Some(erased) = &row.erased_at {
            p.note { (words.say_with("history-erased", &[("at", &clock::shown(erased, words))])) }
        } @else {
            (payload(words, row))
            @if asked.may(Act::KeepPeople) { (erase_form(asked, row)) }
        }
    };
    frame::page(asked, &Frame { above: &above, ..Frame::of(&title, "/office/history") }, &content)
}

fn ways_on(words: &Words, row: &HistoryRow) -> Markup {
    html! {
        @if let Some((place, name)) = &row.place {
            p { a href=(format!("/office/{}/{}/history", place.kind, place.slug)) { (words.say_with("history-of", &[("name", name)])) } }
            @if let (Some((version, _)), Some(lang)) = (row.version, row.lang) {
                p { a href=(format!("/office/{}/{}/{}/compare?to={}", place.kind, place.slug, lang, version)) { (words.say("history-compare-version")) } }
            }
        }
        @if let Some(erased) = erased_row(&row.subject) {
            p { a href=(format!("/office/history/{}", erased)) { (words.say_with("history-row-title", &[("row", &erased)])) } }
        }
    }
}

/// Everything that the payload holds; whatever has no form of its own is shown as it is.
fn payload(words: &Words, row: &HistoryRow) -> Markup {
    let side = |side: &str, field: &str| row.payload.get(side).and_then(|fields| fields.get(field)).map(as_text).unwrap_or_default();
    let others = row
        .payload
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(name, value)| !matches!(name.as_str(), "before" | "after" | "gave_up") && !as_text(value).is_empty());
    let given_up = row.payload.get("gave_up").and_then(Value::as_object);
    html! {
        dl { @for (name, value) in others { dt { (name_of(words, name)) } dd { (shown(words, name, value)) } } }
        @for field in told::changed_fields(&row.payload) {
            section {
                h2 { (name_of(words, field)) }
                (changes::paragraphs(words, &compare(&side("before", field), &side("after", field))))
            }
        }
        @if let Some(given_up) = given_up {
            section {
                h2 { (words.say("history-gave-up")) }
                dl { @for (field, value) in given_up { dt { (name_of(words, field)) } dd { (as_text(value)) } } }
            }
        }
    }
}

fn shown(words: &Words, name: &str, value: &Value) -> String {
    let text = as_text(value);
    let moment = if name.ends_with("_at") { clock::shown(&text, words) } else { String::new() };
    if moment.is_empty() { text } else { moment }
}

fn as_text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn erase_form(asked: &Asked, row: &HistoryRow) -> Markup {
    let words = asked.words;
    html! {
            details open[asked.form.has("csrf")] {
                summary { (words.say("history-erase")) }
                form.fields method="post" action=(format!("/office/history/{}/erase", row.id)) {
                    (frame::csrf(asked.signed()))
                    p.note { (words.say("history-erase-note")) }
                    label { (words.say("history-erase-reason")) textarea name="reason" rows="3" maxlength="1000" required { (asked.form.get("reason")) } }
                    button.danger { (words.say("history-erase-now")) }
                }
            }
    }
}
