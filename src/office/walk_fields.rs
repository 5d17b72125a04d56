//! What does the form of a walk show? Its names and leads, each stop with its words and its buttons, and how it looks on a phone.

use super::Office;
use super::asked::Asked;
use super::entry::done;
use super::fields::{Field, Sheet};
use super::frame::{self, Frame, csrf};
use super::walk_form::{RawStop, WalkForm};
use super::walks_list::{address, state_key};
use crate::edition::{Edition, RouteStop};
use crate::register::walk::{lead_field, name_field};
use crate::register::{Act, Lang, PlaceKind, StopAt, WalkState};
use crate::web::addresses::walk_path;
use crate::web::words::Words;
use maud::{Markup, html};

const STATE: Field = Field { name: "state", label: "entry-state", help: "walk-state-help" };
const SOURCE: Field = Field { name: "source", label: "field-source", help: "field-source-help" };
const ADD: Field = Field { name: "add", label: "walk-add", help: "walk-add-help" };

/// The page of a walk in the office.
pub(super) fn page(office: &Office, asked: &Asked, form: &WalkForm) -> String {
    let (words, edition) = (asked.words, office.edition());
    let title = match &form.walk {
        Some(walk) => walk.name.in_lang(words.lang()).1.to_string(),
        None => words.say("walk-new"),
    };
    let above = [(words.say("office-walks"), "/office/walks".to_owned())];
    let frame = Frame { above: &above, is_wide: true, ..Frame::of(&title, "/office/walks") };
    let sheet = Sheet { words, texts: &form.texts, faults: &form.faults, conflicts: &[] };
    let content = html! {
        (done(asked))
        @if form.is_overtaken { p.refused role="alert" { (words.say("walk-overtaken")) } }
        (sheet.summary(&label_of))
        @if let Some(walk) = form.walk.as_ref().filter(|walk| edition.find_walk(&walk.slug).is_some()) {
            @let public = format!("/{}{}", words.lang(), walk_path(&walk.slug));
            p { (words.say("entry-public")) " " a href=(public) { (office.site().absolute(&public)) } }
        }
        div.reading {
            @if asked.may(Act::KeepRegister) { (form_markup(asked, form, &sheet, &edition)) } @else { (told_markup(words, form, &edition)) }
            div.glass {
                @let own = form.walk.as_ref().map(|walk| format!("{}/preview", address(walk)));
                iframe name="preview" title=(words.say("text-as-on-the-phone")) src=[own] {}
            }
        }
    };
    frame::page(asked, &frame, &content)
}

fn form_markup(asked: &Asked, form: &WalkForm, sheet: &Sheet<'_>, edition: &Edition) -> Markup {
    let words = asked.words;
    let states: Vec<(String, String)> = WalkState::ALL.iter().map(|state| (state.to_string(), words.say(state_key(*state)))).collect();
    let texts = Sheet { texts: &[("add".to_owned(), form.add.clone())].into(), ..*sheet };
    html! {
        form.fields method="post" action=(form.walk.as_ref().map_or("/office/walks/new".to_owned(), address)) {
            (csrf(asked.signed()))
            input type="hidden" name="based-on" value=(serde_json::json!(form.based_on));
            // Enter in a field shows the form again; it neither saves nor moves a stop.
            button.unseen name="act" value="again" tabindex="-1" aria-hidden="true" {}
            (wordings(sheet, Lang::OFFICE))
            details { summary { (words.say("walk-more-languages")) } (wordings(sheet, &others())) }
            h2 id="field-stops" { (words.say("walk-stops")) }
            (stops(form, sheet, edition))
            (texts.listed(ADD, Some("places")))
            (proposals(edition, words))
            p { button name="act" value="add" { (words.say("walk-add-button")) } }
            (sheet.long(SOURCE))
            (sheet.choice(STATE, &states))
            div.row.acts {
                button.strong name="act" value="save" { (words.say("record-save")) }
                select name="lang" aria-label=(words.say("walk-preview-in")) {
                    @for lang in Lang::ALL { option value=(lang) lang=(lang) selected[*lang == words.lang()] { (lang.own_name()) } }
                }
                button formaction="/office/walks/preview" formtarget="preview" { (words.say("text-preview")) }
                a href="/office/walks" { (words.say("leave-unsaved")) }
            }
        }
    }
}

/// The languages that only visitors are spoken to in.
fn others() -> Vec<Lang> {
    Lang::ALL.iter().copied().filter(|lang| !Lang::OFFICE.contains(lang)).collect()
}

/// Name and lead in each of these languages.
fn wordings(sheet: &Sheet<'_>, langs: &[Lang]) -> Markup {
    let words = sheet.words;
    html! {
            @for lang in langs {
                fieldset {
                    legend lang=(lang) { (lang.own_name()) }
                    @for (name, key) in [(name_field(*lang), "walk-name"), (lead_field(*lang), "walk-lead")] {
                        @let field = Field { name, label: key, help: "" };
                        div.field {
                            label for=(format!("field-{name}")) { (words.say(key)) }
                            (sheet.notes(field))
    textarea id=(format!("field-{name}")) name=(name) lang=(lang) rows=(if key == "walk-lead" { "3" } else { "1" }) {
                                (sheet.text(name))
                            }
                        }
                    }
                }
            }
        }
}

fn stops(form: &WalkForm, sheet: &Sheet<'_>, edition: &Edition) -> Markup {
    let words = sheet.words;
    let walk = form.read().ok();
    let route = walk.as_ref().map(|walk| edition.route_of(walk)).unwrap_or_default();
    html! {
        @for (number, stop) in (1..).zip(&form.stops) {
            fieldset id=(format!("stop-{number}")) {
                legend { (number) ". " (name_of(edition, &stop.at, words)) }
                input type="hidden" name=(format!("stop-{number}")) value=(stop.at);
                @if walk.is_some() { p.help { (way_to(&stop.at, &route, words)) } }
                (stop_texts(sheet, number, stop, Lang::OFFICE))
                details { summary { (words.say("walk-more-languages")) } (stop_texts(sheet, number, stop, &others())) }
                div.row {
                    @for (act, key) in [("up", "walk-up"), ("down", "walk-down"), ("drop", "walk-drop")] {
                        @let is_idle = (act == "up" && number == 1) || (act == "down" && number == form.stops.len());
                        button name="act" value=(format!("{act}-{number}")) formaction=(format!("{}#stop-{number}", action(form))) disabled[is_idle]
                            aria-label=(format!("{}: {}", words.say(key), name_of(edition, &stop.at, words))) { (words.say(key)) }
                    }
                }
            }
        }
        @if form.stops.is_empty() { p.note { (words.say("walk-no-stops")) } }
    }
}

fn action(form: &WalkForm) -> String {
    form.walk.as_ref().map_or("/office/walks/new".to_owned(), address)
}

fn stop_texts(sheet: &Sheet<'_>, number: usize, stop: &RawStop, langs: &[Lang]) -> Markup {
    html! {
        @for lang in langs {
            @let name = format!("stop-{number}-{lang}");
            @let fault = sheet.faults.iter().find(|fault| fault.field == name);
            div.field {
                label for=(format!("field-{name}")) lang=(lang) { (lang.own_name()) }
                @if let Some(fault) = fault { p.refused { (sheet.words.tell(&fault.reason)) } }
                textarea id=(format!("field-{name}")) name=(name) lang=(lang) rows="2" aria-invalid=[fault.is_some().then_some("true")] {
                    (stop.texts[*lang as usize])
                }
            }
        }
    }
}

/// How far a stop is from the one before, or why visitors are not led there.
fn way_to(at: &str, route: &[RouteStop<'_>], words: &Words) -> String {
    match route.iter().find(|stop| stop.stop.at.to_string() == at) {
        None => words.say("walk-stop-skipped"),
        Some(stop) => stop.leg.map_or_else(
            || words.say("walk-starts"),
            |leg| words.say_with("walk-leg", &[("metres", &words.count(leg.metres)), ("minutes", &words.count(leg.minutes))]),
        ),
    }
}

/// What a stop is called: its place, and the code of its sign where it is at one.
fn name_of(edition: &Edition, at: &str, words: &Words) -> String {
    let name = |place| edition.find(place).map(|entry| entry.name(words.lang()).to_owned());
    let named = match StopAt::parse(at) {
        Ok(StopAt::Place(place)) => name(&place),
        Ok(StopAt::Sign(code)) => {
            edition.find_sign(code).and_then(|sign| name(&sign.place)).map(|name| format!("{name} · {}", code.grouped()))
        }
        Err(_) => None,
    };
    named.unwrap_or_else(|| at.to_owned())
}

/// The places whose position is known, to choose from while typing.
fn proposals(edition: &Edition, words: &Words) -> Markup {
    let places = edition.places().filter(|place| place.kind != PlaceKind::Namesake && edition.is_placed(place));
    html! {
        datalist id="places" {
            @for place in places {
                @if let Some(entry) = edition.find(&place) { option value=(format!("{}/{}", place.kind, place.slug)) { (entry.name(words.lang())) } }
            }
        }
    }
}

/// What somebody reads who may not change it.
fn told_markup(words: &Words, form: &WalkForm, edition: &Edition) -> Markup {
    let (lang, lead) = match &form.walk {
        Some(walk) => walk.lead.in_lang(words.lang()),
        None => return html! {},
    };
    html! {
        div {
            p lang=(lang) { (lead) }
            ol { @for stop in &form.stops { li { (name_of(edition, &stop.at, words)) } } }
        }
    }
}

/// The key of the label of a field.
fn label_of(field: &str) -> Option<&'static str> {
    match field {
        "state" => Some(STATE.label),
        "source" => Some(SOURCE.label),
        "add" => Some(ADD.label),
        "stops" => Some("walk-stops"),
        name if name.starts_with("stop-") => Some("walk-stop-words"),
        name if name.starts_with("name") => Some("walk-name"),
        name if name.starts_with("lead") => Some("walk-lead"),
        _ => None,
    }
}
