//! How is a record changed? Every field in one form; what two people have changed differently is for whoever sends it to decide.

use super::answer::Answer;
use super::asked::Asked;
use super::entry::{address, place_of, tabs, title_of, way_to};
use super::fields::{Sheet, chosen, shown_conflicts};
use super::frame::{self, Frame, csrf};
use super::record_fields::{Namesakes, fields_markup, label_of, read_typed, told_markup};
use super::route::{OpenTo, Route};
use super::{Error, Office};
use crate::register::{Act, FieldFault, FieldTexts, Name, Place, PlaceKind, Record, Slug};
use crate::store::{RecordAsked, RecordSaved};
use crate::web::assets::asset_address;
use actix_web::http::StatusCode;
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/{kind:street|landmark|namesake}/{slug}/record", OpenTo::WhoMay(Act::Read), show_record),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/record", OpenTo::WhoMay(Act::KeepRegister), save_record),
];

/// The form of a record as it stands.
struct RecordForm {
    place: Place,
    record: Record,
    texts: FieldTexts,
    /// What the form was begun from, as it goes along with it.
    based_on: FieldTexts,
    faults: Vec<FieldFault>,
    conflicts: Vec<(String, String)>,
    namesakes: Vec<(Slug, Name)>,
}

fn show_record(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let form = begun(office, place_of(office, asked)?)?;
    Ok(Answer::page(page(asked, &form)))
}

fn save_record(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let mut form = begun(office, place_of(office, asked)?)?;
    form.based_on = serde_json::from_str(&asked.form.get("based-on")).unwrap_or_default();
    let mut base = form.texts.clone();
    base.extend(
        form.based_on.iter().filter(|(field, _)| form.texts.contains_key(*field)).map(|(field, text)| (field.clone(), text.clone())),
    );
    let (typed, faults) = read_typed(&asked.form, form.place.kind, &base, &form.namesakes);
    let choice = chosen(&asked.form, typed, &base);
    (form.texts, form.faults, form.conflicts) = (choice.texts, faults, choice.open);
    if !form.conflicts.is_empty() {
        return Ok(Answer::page_with(StatusCode::CONFLICT, page(asked, &form)));
    }
    match Record::read(form.place.kind, &form.texts) {
        Ok(record) if form.faults.is_empty() => write(office, asked, form, &record, &choice.gave_up),
        read => {
            let known: Vec<String> = form.faults.iter().map(|fault| fault.field.clone()).collect();
            form.faults.extend(read.err().unwrap_or_default().into_iter().filter(|fault| !known.contains(&fault.field)));
            Ok(Answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, page(asked, &form)))
        }
    }
}

fn write(office: &Office, asked: &Asked, mut form: RecordForm, record: &Record, gave_up: &[(String, String)]) -> Result<Answer, Error> {
    let change = RecordAsked { place: &form.place, based_on: &form.based_on, record, gave_up };
    let saved = office.store()?.change_record(asked.who().id, &asked.now, &change)?;
    match saved {
        RecordSaved::Kept => {
            office.has_published();
            Ok(Answer::on_to(&format!("{}?done=saved", address(&form.place))))
        }
        RecordSaved::Unchanged => Ok(Answer::on_to(&format!("{}?done=unchanged", address(&form.place)))),
        RecordSaved::Conflict { theirs, merged, fields } => {
            form.based_on = theirs.texts();
            form.conflicts = shown_conflicts(&fields, &form.based_on);
            form.texts = merged;
            Ok(Answer::page_with(StatusCode::CONFLICT, page(asked, &form)))
        }
    }
}

/// The form as it is opened.
fn begun(office: &Office, place: Place) -> Result<RecordForm, Error> {
    let mut store = office.store()?;
    let (record, _) = store.get_record(&place)?;
    let namesakes = store.names_of(PlaceKind::Namesake)?;
    let texts = record.texts();
    Ok(RecordForm { place, record, based_on: texts.clone(), texts, faults: Vec::new(), conflicts: Vec::new(), namesakes })
}

fn page(asked: &Asked, form: &RecordForm) -> String {
    let words = asked.words;
    let title = words.say_with("record-title", &[("name", &title_of(&form.record))]);
    let above = way_to(words, &form.place, form.record.name());
    let frame = Frame { above: &above, ..Frame::of(&title, "/office/entries") };
    let content = html! {
        (tabs(words, &form.place, "record"))
        @if asked.may(Act::KeepRegister) { (form_markup(asked, form)) } @else { (told_markup(words, form.place.kind, &form.texts)) }
    };
    frame::page(asked, &frame, &content)
}

fn form_markup(asked: &Asked, form: &RecordForm) -> Markup {
    let (words, kind) = (asked.words, form.place.kind);
    let sheet = Sheet { words, texts: &form.texts, faults: &form.faults, conflicts: &form.conflicts };
    let namesakes: &Namesakes = &form.namesakes;
    let own = address(&form.place);
    html! {
        (sheet.summary(&|field| label_of(kind, field)))
        p.note { (words.say("record-name-stays")) " " a href=(format!("{own}/rename")) { (words.say("act-rename")) } }
        form.fields method="post" action=(format!("{own}/record")) data-remember="" data-back=(words.say("text-back"))
            data-take=(words.say("text-take-back")) data-leave=(words.say("text-leave-it")) {
            script src=(asset_address("office.js")) defer {}
            (csrf(asked.signed()))
            input type="hidden" name="based-on" value=(serde_json::json!(form.based_on));
            (fields_markup(&sheet, kind, namesakes))
            div.row { button { (words.say("record-save")) } " " a href=(own) { (words.say("leave-unsaved")) } }
        }
    }
}
