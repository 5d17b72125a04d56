//! How does a place get another name?

use super::answer::Answer;
use super::asked::Asked;
use super::entry::{address, place_of, title_of, way_to};
use super::fields::{Field, Sheet};
use super::frame::{self, Frame, csrf};
use super::route::{OpenTo, Route};
use super::{Error, Office};
use crate::register::{Act, Explained, FieldFault, FieldTexts, KnownDate, Line, Name, Place, Record, Sentence};
use crate::store::{self, RenameAsked};
use actix_web::http::StatusCode;
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/{kind:street|landmark|namesake}/{slug}/rename", OpenTo::WhoMay(Act::KeepRegister), show_rename),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/rename", OpenTo::WhoMay(Act::KeepRegister), save_rename),
];

const NAME: Field = Field { name: "name", label: "rename-name", help: "rename-name-help" };
const SINCE: Field = Field { name: "since", label: "rename-since", help: "rename-since-help" };
const DECISION: Field = Field { name: "decision", label: "field-decision", help: "rename-decision-help" };

/// The form as it stands.
struct RenameForm {
    place: Place,
    record: Record,
    texts: FieldTexts,
    faults: Vec<FieldFault>,
    offers_another: bool,
}

fn show_rename(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let form = begun(office, asked)?;
    Ok(Answer::page(page(asked, &form)))
}

fn save_rename(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let mut form = begun(office, asked)?;
    for field in ["name", "since", "decision", "is-correction", "is-another"] {
        form.texts.insert(field.to_owned(), asked.form.get(field));
    }
    form.offers_another = asked.form.has("is-another");
    let Some((name, since, decision)) = read(&mut form) else {
        return Ok(Answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, page(asked, &form)));
    };
    let (is_correction, is_another) = (asked.form.has("is-correction"), asked.form.has("is-another"));
    let rename = RenameAsked { place: &form.place, name: &name, since, decision: &decision, is_correction, is_another };
    let renamed = office.store()?.rename_place(asked.who().id, &asked.now, &rename);
    match renamed {
        Ok(now) => {
            office.has_published();
            Ok(Answer::on_to(&format!("{}?done=renamed", address(&now))))
        }
        Err(refusal @ (store::Error::NameTaken { .. } | store::Error::SameName(_) | store::Error::NoSlug(_))) => {
            form.offers_another = matches!(refusal, store::Error::NameTaken { .. });
            form.faults.push(FieldFault { field: "name".to_owned(), reason: refusal.sentence() });
            Ok(Answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, page(asked, &form)))
        }
        Err(error) => Err(error.into()),
    }
}

/// The values of the form, none where one of them cannot be kept.
fn read(form: &mut RenameForm) -> Option<(Name, Option<KnownDate>, Line)> {
    let text = |field: &str| form.texts.get(field).map_or("", String::as_str).trim();
    let mut faults: Vec<FieldFault> = Vec::new();
    let mut refuse = |field: &str, reason: Sentence| faults.push(FieldFault { field: field.to_owned(), reason });
    let name = Name::parse(text("name")).map_err(|error| refuse("name", error.sentence())).ok();
    let since = Some(text("since")).filter(|text| !text.is_empty()).map(KnownDate::parse).transpose();
    let since = since.map_err(|error| refuse("since", error.sentence())).ok();
    let decision = Line::parse(text("decision")).map_err(|error| refuse("decision", error.sentence())).ok();
    form.faults = faults;
    Some((name?, since?, decision?))
}

fn begun(office: &Office, asked: &Asked) -> Result<RenameForm, Error> {
    let place = place_of(office, asked)?;
    let (record, _) = office.store()?.get_record(&place)?;
    let texts = FieldTexts::from([("name".to_owned(), record.name().to_string())]);
    Ok(RenameForm { place, record, texts, faults: Vec::new(), offers_another: false })
}

fn page(asked: &Asked, form: &RenameForm) -> String {
    let words = asked.words;
    let title = words.say_with("rename-title", &[("name", &title_of(&form.record))]);
    let above = way_to(words, &form.place, form.record.name());
    let frame = Frame { above: &above, ..Frame::of(&title, "/office/entries") };
    frame::page(asked, &frame, &form_markup(asked, form))
}

fn form_markup(asked: &Asked, form: &RenameForm) -> Markup {
    let words = asked.words;
    let sheet = Sheet { words, texts: &form.texts, faults: &form.faults, conflicts: &[] };
    let label_of = |field: &str| [NAME, SINCE, DECISION].iter().find(|one| one.name == field).map(|one| one.label);
    html! {
        (sheet.summary(&label_of))
        p.note { (words.say("rename-note")) }
        form.fields method="post" action=(format!("{}/rename", address(&form.place))) {
            (csrf(asked.signed()))
            (sheet.line(NAME))
            @if form.offers_another { (sheet.tick("is-another", "name-is-another")) }
            (sheet.line(SINCE))
            (sheet.line(DECISION))
            (sheet.tick("is-correction", "rename-is-correction"))
            div.row { button { (words.say("act-rename")) } " " a href=(address(&form.place)) { (words.say("leave-unsaved")) } }
        }
    }
}
