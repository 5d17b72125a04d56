//! How is one sign changed? Its code and its place stay.

use super::answer::Answer;
use super::asked::Asked;
use super::entry::{address, done, way_to};
use super::fields::{Field, Sheet, chosen, shown_conflicts};
use super::frame::{self, Frame, csrf};
use super::route::{OpenTo, Route};
use super::{Error, Office};
use crate::register::record::{read_sign, texts_of};
use crate::register::{Act, Explained, FieldFault, FieldTexts, Record, Sign, SignCode, SignState, Ward};
use crate::store::{self, SignSaved};
use crate::web::form::Form;
use crate::web::words::Words;
use actix_web::http::StatusCode;
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/sign/{code}", OpenTo::WhoMay(Act::Read), show_sign),
    Route::post("/office/sign/{code}", OpenTo::WhoMay(Act::KeepRegister), save_sign),
];

const NUMBER: Field = Field { name: "number", label: "sign-number-label", help: "sign-number-help" };
const STATE: Field = Field { name: "state", label: "sign-state", help: "sign-state-help" };
const WARD: Field = Field { name: "ward", label: "sign-ward", help: "sign-ward-help" };
const PLACEMENT: Field = Field { name: "placement", label: "sign-placement", help: "sign-placement-help" };
const LAT: Field = Field { name: "lat", label: "field-lat", help: "field-lat-help" };
const LON: Field = Field { name: "lon", label: "field-lon", help: "field-lon-help" };
const MOUNTING: Field = Field { name: "mounting_m", label: "sign-mounting", help: "sign-mounting-help" };
const DISTANCE: Field = Field { name: "distance_m", label: "sign-distance", help: "sign-distance-help" };
const SIDE: Field = Field { name: "side", label: "sign-side", help: "sign-side-help" };
const CORNER: Field = Field { name: "corner", label: "sign-corner", help: "sign-corner-help" };
const END_A: Field = Field { name: "end_a", label: "sign-end-a", help: "sign-end-help" };
const END_A_M: Field = Field { name: "end_a_m", label: "sign-end-a-m", help: "sign-end-m-help" };
const END_B: Field = Field { name: "end_b", label: "sign-end-b", help: "sign-end-help" };
const END_B_M: Field = Field { name: "end_b_m", label: "sign-end-b-m", help: "sign-end-m-help" };
const CHECKED: Field = Field { name: "checked_on", label: "sign-checked", help: "sign-checked-help" };
const PHOTO: Field = Field { name: "photo", label: "sign-photo", help: "sign-photo-help" };
const SURVEY: [Field; 8] = [SIDE, CORNER, END_A, END_A_M, END_B, END_B_M, CHECKED, PHOTO];
const FIELDS: [Field; 16] =
    [NUMBER, STATE, WARD, PLACEMENT, LAT, LON, MOUNTING, DISTANCE, SIDE, CORNER, END_A, END_A_M, END_B, END_B_M, CHECKED, PHOTO];

/// The form of a sign as it stands.
struct SignForm {
    sign: Sign,
    record: Record,
    wards: Vec<Ward>,
    texts: FieldTexts,
    based_on: FieldTexts,
    faults: Vec<FieldFault>,
    conflicts: Vec<(String, String)>,
}

fn show_sign(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let form = begun(office, asked)?;
    Ok(Answer::page(page(asked, &form)))
}

fn save_sign(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let mut form = begun(office, asked)?;
    form.based_on = serde_json::from_str(&asked.form.get("based-on")).unwrap_or_default();
    let mut base = form.texts.clone();
    base.extend(
        form.based_on.iter().filter(|(field, _)| form.texts.contains_key(*field)).map(|(field, text)| (field.clone(), text.clone())),
    );
    let mut texts = typed(&asked.form, &base);
    // The code and the place are those of the address, whatever was sent.
    for field in ["code", "place_kind", "place"] {
        texts.insert(field.to_owned(), form.texts.get(field).cloned().unwrap_or_default());
    }
    let choice = chosen(&asked.form, texts, &base);
    (form.texts, form.conflicts) = (choice.texts, choice.open);
    if !form.conflicts.is_empty() {
        return Ok(Answer::page_with(StatusCode::CONFLICT, page(asked, &form)));
    }
    match read_sign(&form.texts) {
        Ok(sign) => write(office, asked, form, &sign, &choice.gave_up),
        Err(faults) => {
            form.faults = faults;
            Ok(Answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, page(asked, &form)))
        }
    }
}

fn write(office: &Office, asked: &Asked, mut form: SignForm, sign: &Sign, gave_up: &[(String, String)]) -> Result<Answer, Error> {
    let saved = office.store()?.change_sign(asked.who().id, &asked.now, &form.based_on, sign, gave_up);
    match saved {
        Ok(SignSaved::Kept) => {
            office.has_published();
            Ok(Answer::on_to(&format!("/office/sign/{}?done=saved", sign.code)))
        }
        Ok(SignSaved::Unchanged) => Ok(Answer::on_to(&format!("/office/sign/{}?done=unchanged", sign.code))),
        Ok(SignSaved::Conflict { theirs, merged, fields }) => {
            form.based_on = texts_of(theirs.as_ref());
            form.conflicts = shown_conflicts(&fields, &form.based_on);
            form.texts = merged;
            Ok(Answer::page_with(StatusCode::CONFLICT, page(asked, &form)))
        }
        Err(error) => {
            let Some(field) = field_of(&error, &form.texts) else { return Err(error.into()) };
            form.faults.push(FieldFault { field: field.to_owned(), reason: error.sentence() });
            Ok(Answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, page(asked, &form)))
        }
    }
}

/// The field that the store refuses, where it is one that somebody can mend in the form.
pub(super) fn field_of(refusal: &store::Error, texts: &FieldTexts) -> Option<&'static str> {
    match refusal {
        store::Error::NumberTaken { .. } => Some("number"),
        store::Error::NoSuchWard(_) => Some("ward"),
        store::Error::PhotoNotHere(_) => Some("photo"),
        store::Error::NoSuchPlace { kind, slug } => {
            let named = format!("{kind}/{slug}");
            [CORNER, END_A, END_B]
                .map(|field| field.name)
                .into_iter()
                .find(|name| texts.get(*name).is_some_and(|text| text.trim() == named))
        }
        _ => None,
    }
}

fn begun(office: &Office, asked: &Asked) -> Result<SignForm, Error> {
    let code = SignCode::parse(asked.part("code")).map_err(|_| Error::NotThere)?;
    let mut store = office.store()?;
    let sign = store.get_sign(code)?;
    let (record, _) = store.get_record(&sign.place)?;
    let (wards, texts) = (store.wards()?, texts_of(&sign));
    Ok(SignForm { sign, record, wards, based_on: texts.clone(), texts, faults: Vec::new(), conflicts: Vec::new() })
}

fn page(asked: &Asked, form: &SignForm) -> String {
    let words = asked.words;
    let title = words.say_with("sign-title", &[("code", &form.sign.code.grouped())]);
    let place = &form.sign.place;
    let [entries, entry] = way_to(words, place, form.record.name());
    let above = [entries, entry, (words.say("entry-signs"), format!("{}/signs", address(place)))];
    let frame = Frame { above: &above, ..Frame::of(&title, "/office/entries") };
    let sheet = Sheet { words, texts: &form.texts, faults: &form.faults, conflicts: &form.conflicts };
    let content = html! {
        (done(asked))
        (sheet.summary(&label_of))
        @if asked.may(Act::KeepRegister) { (form_markup(asked, form, &sheet)) } @else { (told_markup(words, form)) }
    };
    frame::page(asked, &frame, &content)
}

fn form_markup(asked: &Asked, form: &SignForm, sheet: &Sheet<'_>) -> Markup {
    let words = asked.words;
    html! {
        p.note { (words.say("sign-code-stays")) }
        form.fields method="post" action=(format!("/office/sign/{}", form.sign.code)) {
            (csrf(asked.signed()))
            input type="hidden" name="based-on" value=(serde_json::json!(form.based_on));
            (sign_fields(sheet, &ward_choices(words, &form.wards, sheet.text("ward"))))
            div.row { button { (words.say("record-save")) } " " a href=(format!("{}/signs", address(&form.sign.place))) { (words.say("leave-unsaved")) } }
        }
    }
}

fn told_markup(words: &Words, form: &SignForm) -> Markup {
    let told = FIELDS.iter().filter_map(|field| Some((field, form.texts.get(field.name).filter(|text| !text.is_empty())?)));
    html! {
        dl {
            @for (field, text) in told {
                dt { (words.say(field.label)) }
                dd { @if field.name == STATE.name { (words.say(state_key(form.sign.state))) } @else { (text) } }
            }
        }
    }
}

/// The fields of a sign.
pub(super) fn sign_fields(sheet: &Sheet<'_>, wards: &[(String, String)]) -> Markup {
    let words = sheet.words;
    let states: Vec<(String, String)> = SignState::ALL.iter().map(|state| (state.to_string(), words.say(state_key(*state)))).collect();
    html! {
        (sheet.line(NUMBER))
        (sheet.choice(STATE, &states))
        (sheet.choice(WARD, wards))
        (sheet.line(PLACEMENT))
        (sheet.line(LAT))
        (sheet.line(LON))
        (sheet.line(MOUNTING))
        (sheet.line(DISTANCE))
        @for field in SURVEY { (sheet.line(field)) }
    }
}

/// The wards in force to choose from, and the one that stands there now.
pub(super) fn ward_choices(words: &Words, wards: &[Ward], now: &str) -> Vec<(String, String)> {
    let open = wards.iter().filter(|ward| ward.until.is_empty() || ward.slug.as_str() == now);
    let mut choices: Vec<(String, String)> = open.map(|ward| (ward.slug.to_string(), ward.name.to_string())).collect();
    choices.sort_by(|one, other| one.1.cmp(&other.1));
    choices.insert(0, (String::new(), words.say("choice-unknown")));
    choices
}

/// What was typed; a field that was not sent stays as it was.
pub(super) fn typed(form: &Form, base: &FieldTexts) -> FieldTexts {
    let mut texts = base.clone();
    texts.extend(FIELDS.iter().filter_map(|field| Some((field.name.to_owned(), form.find(field.name)?))));
    texts
}

/// The key of the label of a field.
pub(super) fn label_of(name: &str) -> Option<&'static str> {
    FIELDS.iter().find(|field| field.name == name).map(|field| field.label)
}

/// The key of the word for what has become of a sign.
pub(super) fn state_key(state: SignState) -> &'static str {
    match state {
        SignState::Planned => "sign-state-planned",
        SignState::Printed => "sign-state-printed",
        SignState::Installed => "sign-state-installed",
        SignState::Damaged => "sign-state-damaged",
        SignState::Replaced => "sign-state-replaced",
        SignState::Retired => "sign-state-retired",
    }
}
