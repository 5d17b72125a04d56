//! Which signs has a place, and how does a new one get its code?

use super::answer::Answer;
use super::asked::Asked;
use super::chance::issue_code;
use super::entry::{address, done, place_of, tabs, title_of, way_to};
use super::fields::Sheet;
use super::frame::{self, Frame, csrf};
use super::route::{OpenTo, Route};
use super::sign_form::{field_of, label_of, sign_fields, state_key, typed, ward_choices};
use super::{Error, Office};
use crate::register::record::read_sign;
use crate::register::{Act, Explained, FieldFault, FieldTexts, Place, Placement, Record, Sign, SignState, Ward};
use crate::store::SignAsked;
use actix_web::http::StatusCode;
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/{kind:street|landmark|namesake}/{slug}/signs", OpenTo::WhoMay(Act::Read), show_signs),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/signs", OpenTo::WhoMay(Act::KeepRegister), save_new_sign),
];

/// A code that is well-formed, for reading the rest of a new sign; the store gives it its own.
const NO_CODE_YET: &str = "K7M2Q2";

/// The signs of a place, and the form of a new one.
struct SignsView {
    place: Place,
    record: Record,
    signs: Vec<Sign>,
    wards: Vec<Ward>,
    texts: FieldTexts,
    faults: Vec<FieldFault>,
}

fn show_signs(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let view = begun(office, asked)?;
    Ok(Answer::page(page(asked, office, &view)))
}

fn save_new_sign(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let mut view = begun(office, asked)?;
    view.texts = typed(&asked.form, &view.texts);
    view.texts.insert("code".to_owned(), NO_CODE_YET.to_owned());
    let sign = match read_sign(&view.texts) {
        Ok(sign) => sign,
        Err(faults) => {
            view.faults = faults;
            return Ok(Answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, page(asked, office, &view)));
        }
    };
    let Sign { number, ward, state, placement, point, mounting_m, distance_m, survey, .. } = sign;
    let add = SignAsked { place: &view.place, number, ward, state, placement, point, mounting_m, distance_m, survey };
    let added = office.store()?.add_sign(asked.who().id, &asked.now, &add, &mut issue_code);
    match added {
        Ok(code) => {
            office.has_published();
            Ok(Answer::on_to(&format!("{}/signs?done=added#{code}", address(&view.place))))
        }
        Err(error) => {
            let Some(field) = field_of(&error, &view.texts) else { return Err(error.into()) };
            view.faults.push(FieldFault { field: field.to_owned(), reason: error.sentence() });
            Ok(Answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, page(asked, office, &view)))
        }
    }
}

fn begun(office: &Office, asked: &Asked) -> Result<SignsView, Error> {
    let place = place_of(office, asked)?;
    let mut store = office.store()?;
    let (record, _) = store.get_record(&place)?;
    let (signs, wards) = (store.signs_of(&place)?, store.wards()?);
    let next = signs.iter().filter_map(|sign| sign.number).max().unwrap_or(0).saturating_add(1);
    let texts = [
        ("place_kind", place.kind.to_string()),
        ("place", place.slug.to_string()),
        ("number", next.to_string()),
        ("state", SignState::Planned.to_string()),
    ];
    let texts = texts.into_iter().map(|(field, text)| (field.to_owned(), text)).collect();
    Ok(SignsView { place, record, signs, wards, texts, faults: Vec::new() })
}

fn page(asked: &Asked, office: &Office, view: &SignsView) -> String {
    let words = asked.words;
    let title = words.say_with("signs-title", &[("name", &title_of(&view.record))]);
    let above = way_to(words, &view.place, view.record.name());
    let frame = Frame { above: &above, ..Frame::of(&title, "/office/entries") };
    let content = html! {
        (done(asked))
        (tabs(words, &view.place, "signs"))
        (signs_markup(asked, office, view))
        @if asked.may(Act::KeepRegister) { (form_markup(asked, view)) }
    };
    frame::page(asked, &frame, &content)
}

fn signs_markup(asked: &Asked, office: &Office, view: &SignsView) -> Markup {
    let words = asked.words;
    let ward = |sign: &Sign| {
        let ward = sign.ward.as_ref().and_then(|slug| view.wards.iter().find(|ward| ward.slug == *slug));
        ward.map(|ward| ward.name.to_string()).unwrap_or_default()
    };
    if view.signs.is_empty() {
        return html! { p.note { (words.say("signs-none")) } };
    }
    html! {
        div.scroll { table {
            thead { tr {
                @for key in ["sign-code", "sign-number-label", "sign-state", "sign-ward", "sign-placement", "sign-link"] {
                    th scope="col" { (words.say(key)) }
                }
            } }
            tbody {
                @for sign in &view.signs {
                    tr id=(sign.code) {
                        th scope="row" { a href=(format!("/office/sign/{}", sign.code)) { (sign.code.grouped()) } }
                        td { @if let Some(number) = sign.number { (number) } }
                        td { (words.say(state_key(sign.state))) }
                        td { (ward(sign)) }
                        td { @if let Placement::Surveyed(line) = &sign.placement { (line) } @else { (words.say("sign-not-surveyed")) } }
                        td { a href=(format!("/{}", sign.code)) { (office.site().link(sign.code)) } }
                    }
                }
            }
        } }
    }
}

fn form_markup(asked: &Asked, view: &SignsView) -> Markup {
    let words = asked.words;
    let sheet = Sheet { words, texts: &view.texts, faults: &view.faults, conflicts: &[] };
    html! {
        h2 { (words.say("signs-add")) }
        (sheet.summary(&label_of))
        form.fields method="post" action=(format!("{}/signs", address(&view.place))) {
            (csrf(asked.signed()))
            (sign_fields(&sheet, &ward_choices(words, &view.wards, view.texts.get("ward").map_or("", String::as_str))))
            div.row { button { (words.say("signs-add")) } }
        }
        p.note { (words.say("signs-add-note")) }
    }
}
