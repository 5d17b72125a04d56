//! How does a street, a landmark or a namesake come into the register by hand?

use super::answer::Answer;
use super::asked::Asked;
use super::entry::{address, kind_key};
use super::fields::Sheet;
use super::frame::{self, Frame, csrf};
use super::record_fields::{NAME, fields_markup, label_of, read_typed};
use super::route::{OpenTo, Route};
use super::{Error, Office};
use crate::register::{Act, Attestation, Explained, FieldFault, FieldTexts, Name, PlaceKind, Record, Slug};
use crate::store;
use actix_web::http::StatusCode;
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/new", OpenTo::WhoMay(Act::KeepRegister), show_new),
    Route::post("/office/new", OpenTo::WhoMay(Act::KeepRegister), save_new),
];

/// Stands for the slug until the store makes one of the name.
const NO_SLUG_YET: &str = "new";

/// The form of a new place as it stands.
struct NewForm {
    kind: PlaceKind,
    texts: FieldTexts,
    faults: Vec<FieldFault>,
    /// Another place bears the name: whoever asks may say that this one is meant all the same.
    offers_another: bool,
    namesakes: Vec<(Slug, Name)>,
}

fn show_new(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let kind = PlaceKind::parse(&asked.query.get("kind")).unwrap_or(PlaceKind::Street);
    let mut form = begun(office, kind)?;
    if let Some(name) = asked.query.find("name") {
        form.texts.insert("name".to_owned(), name);
    }
    Ok(Answer::page(page(asked, &form)))
}

fn save_new(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let mut form = begun(office, PlaceKind::parse(&asked.form.get("kind-of-place"))?)?;
    let (mut typed, faults) = read_typed(&asked.form, form.kind, &form.texts, &form.namesakes);
    typed.insert("name".to_owned(), asked.form.get("name"));
    typed.insert("slug".to_owned(), NO_SLUG_YET.to_owned());
    let is_another = asked.form.has("is-another");
    (form.texts, form.faults) = (typed, faults);
    form.offers_another = is_another;
    if is_another {
        form.texts.insert("is-another".to_owned(), "yes".to_owned());
    }
    match Record::read(form.kind, &form.texts) {
        Ok(record) if form.faults.is_empty() => write(office, asked, form, &record, is_another),
        read => {
            form.faults.extend(read.err().unwrap_or_default());
            Ok(Answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, page(asked, &form)))
        }
    }
}

fn write(office: &Office, asked: &Asked, mut form: NewForm, record: &Record, is_another: bool) -> Result<Answer, Error> {
    let added = office.store()?.add_place(asked.who().id, &asked.now, record, is_another);
    match added {
        Ok(place) => {
            office.has_published();
            Ok(Answer::on_to(&format!("{}?done=added", address(&place))))
        }
        Err(refusal @ (store::Error::NameTaken { .. } | store::Error::NoSlug(_))) => {
            form.offers_another = matches!(refusal, store::Error::NameTaken { .. });
            form.faults.push(FieldFault { field: "name".to_owned(), reason: refusal.sentence() });
            Ok(Answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, page(asked, &form)))
        }
        Err(error) => Err(error.into()),
    }
}

fn begun(office: &Office, kind: PlaceKind) -> Result<NewForm, Error> {
    let namesakes = office.store()?.names_of(PlaceKind::Namesake)?;
    let mut texts = FieldTexts::new();
    if kind != PlaceKind::Namesake {
        texts.insert("attestation".to_owned(), Attestation::SingleSource.to_string());
    }
    Ok(NewForm { kind, texts, faults: Vec::new(), offers_another: false, namesakes })
}

fn page(asked: &Asked, form: &NewForm) -> String {
    let words = asked.words;
    let title = words.say_with("new-title", &[("kind", &words.say(kind_key(form.kind)))]);
    let above = [(words.say("office-entries"), "/office/entries".to_owned())];
    let frame = Frame { above: &above, ..Frame::of(&title, "/office/entries") };
    frame::page(asked, &frame, &form_markup(asked, form))
}

fn form_markup(asked: &Asked, form: &NewForm) -> Markup {
    let words = asked.words;
    let sheet = Sheet { words, texts: &form.texts, faults: &form.faults, conflicts: &[] };
    html! {
        (sheet.summary(&|field| label_of(form.kind, field)))
        nav.tabs aria-label=(words.say("new-kinds")) {
            @for kind in PlaceKind::ALL {
                a href=(format!("/office/new?kind={kind}")) aria-current=[(*kind == form.kind).then_some("page")] { (words.say(kind_key(*kind))) }
            }
        }
        form.fields method="post" action="/office/new" {
            (csrf(asked.signed()))
            input type="hidden" name="kind-of-place" value=(form.kind);
            (sheet.line(NAME))
            @if form.offers_another { (sheet.tick("is-another", "name-is-another")) }
            (fields_markup(&sheet, form.kind, &form.namesakes))
            div.row { button { (words.say("act-add")) } }
        }
        p.note { (words.say("new-note")) }
    }
}
