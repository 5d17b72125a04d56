//! How are plates ordered? A form, a look at what it would come to, and only then the order.

use super::answer::Answer;
use super::asked::Asked;
use super::fields::Sheet;
use super::frame::{self, Frame, csrf};
use super::plates::{PlateError, recipe_of_today};
use super::print_choice::plates_meant;
use super::print_fields::{self, Offer};
use super::print_form::{self, Read};
use super::print_review::{Looked, review_page};
use super::route::{OpenTo, Route};
use super::{Error, Office};
use crate::print::Profile;
use crate::qr::BaseUrl;
use crate::register::{Act, Explained, FieldFault, FieldTexts, OrderCause, Sentence};
use crate::store::{Batch, BatchSign, Recipe, Stamp};
use actix_web::http::StatusCode;
use maud::html;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/print/new", OpenTo::WhoMay(Act::Print), show_form),
    Route::post("/office/print/new", OpenTo::WhoMay(Act::Print), save_form).of_most(MOST_SENT),
];

/// A list of codes and a colour profile.
const MOST_SENT: usize = 10 << 20;

/// The form, filled in as the way to it wishes: with the signs of an order that are to be made again, or what changed since one.
fn show_form(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let mut texts = print_form::texts_of(&asked.query);
    if let Ok(id) = asked.query.get("reprint_of").parse::<i64>() {
        texts.extend(print_form::texts_of_batch(&office.store()?.get_batch(id)?));
        if texts.get("cause").is_some_and(|cause| cause == OrderCause::First.as_str()) {
            texts.insert("cause".to_owned(), OrderCause::Damaged.to_string());
        }
    }
    form_page(office, asked, &texts, &[])
}

fn save_form(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let mut texts = print_form::texts_of(&asked.form);
    let base = office.base().ok_or(Error::NoBaseUrl)?;
    if asked.form.get("act") == "change" {
        return form_page(office, asked, &texts, &[]);
    }
    let mut faults = keep_profile(office, asked, &mut texts)?;
    let (read, meant) = (print_form::read(&texts), plates_meant(office, base, &texts)?);
    let (read, plates) = match (read, meant) {
        (Ok(read), Ok(plates)) if faults.is_empty() => (read, plates),
        (read, meant) => {
            faults.extend(meant.err());
            faults.extend(read.err().into_iter().flatten());
            return form_page(office, asked, &texts, &faults);
        }
    };
    let batch = batch_of(office, asked, base, read, plates)?;
    let looked = match Looked::at(office, batch) {
        Ok(looked) => looked,
        Err(error) if error.of_press().is_some() => return form_page(office, asked, &texts, &[print_form::fault_of(&error)]),
        Err(error) => return Err(error),
    };
    if asked.form.get("act") == "order" { order(office, asked, &texts, &looked) } else { Ok(review_page(asked, &texts, &looked, None)) }
}

/// Orders what was looked at: whatever has changed since is looked at first.
fn order(office: &Office, asked: &Asked, texts: &FieldTexts, looked: &Looked) -> Result<Answer, Error> {
    if asked.form.get("seen") != looked.seen() {
        return Ok(review_page(asked, texts, looked, Some(Sentence::new("order-changed-since"))));
    }
    if !looked.unready.is_empty() && looked.batch.terms.reason.is_empty() {
        return Ok(review_page(asked, texts, looked, Some(Sentence::new("order-needs-reason"))));
    }
    let mut store = office.store()?;
    let id = store.add_batch(&looked.batch, Stamp { who: asked.login_of_asker(), at: &asked.now })?;
    let batch = store.get_batch(id)?;
    let profile = batch.recipe.profile_sha256.as_ref().map(|sha256| store.find_profile(sha256)).transpose()?.flatten();
    drop(store);
    // The order stands whether or not the press takes it at once: its page has a button for that.
    let _ = office.press().begin(batch, profile);
    Ok(Answer::on_to(&format!("/office/print/{id}?done=ordered")))
}

/// Keeps a colour profile that was sent, and notes it in the form.
fn keep_profile(office: &Office, asked: &Asked, texts: &mut FieldTexts) -> Result<Vec<FieldFault>, Error> {
    let fault = |reason: Sentence| Ok(vec![FieldFault { field: "profile".to_owned(), reason }]);
    let known = texts.get("profile").filter(|sha256| !sha256.is_empty()).cloned();
    if let Some(file) = asked.form.uploads.first() {
        let profile = match Profile::parse(file.bytes.clone()) {
            Ok(profile) => profile,
            Err(error) => return fault(error.sentence()),
        };
        let sha256 = office.store()?.add_profile(profile.name(), profile.bytes())?;
        texts.insert("profile".to_owned(), sha256);
    } else if let Some(sha256) = known {
        let profile = office.store()?.find_profile(&sha256)?;
        if profile.is_none() {
            return fault(PlateError::NoProfile(sha256).sentence());
        }
    }
    Ok(Vec::new())
}

fn batch_of(office: &Office, asked: &Asked, base: &BaseUrl, read: Read, signs: Vec<BatchSign>) -> Result<Batch, Error> {
    let dated = office.store()?.newest_change()?;
    let recipe = recipe_of_today(read.recipe.plate_file.clone(), Recipe { dated, ..read.recipe });
    Ok(Batch {
        id: 0,
        made_at: asked.now.clone(),
        ordered_by: String::new(),
        base_url: base.as_str().to_owned(),
        plate: read.plate,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        recipe,
        terms: read.terms,
        manifest_sha256: None,
        signs,
    })
}

fn form_page(office: &Office, asked: &Asked, texts: &FieldTexts, faults: &[FieldFault]) -> Result<Answer, Error> {
    let words = asked.words;
    let (batches, profiles) = {
        let mut store = office.store()?;
        (store.batches(1)?.rows, store.profiles()?)
    };
    let offer = Offer::of(&office.edition(), batches, profiles);
    let sheet = Sheet { words, texts, faults, conflicts: &[] };
    let content = html! {
        @match office.base() {
            None => p.refused role="alert" { (words.tell(&Error::NoBaseUrl.sentence())) },
            Some(base) => {
                (sheet.summary(&print_fields::label_of))
                p { (words.say_with("order-leads-to", &[("address", &base)])) }
                form.order method="post" action="/office/print/new" enctype="multipart/form-data" {
                    (csrf(asked.signed()))
                    (print_fields::fields(&sheet, &offer))
                    button.strong name="act" value="review" { (words.say("order-look")) }
                }
            }
        }
    };
    let title = words.say("order-new");
    let above = [(words.say("office-print"), "/office/print".to_owned())];
    let frame = Frame { above: &above, ..Frame::of(&title, "/office/print") };
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(Answer::page_with(status, frame::page(asked, &frame, &content)))
}
