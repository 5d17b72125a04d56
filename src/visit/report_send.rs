//! What becomes of a report that a visitor sends? Read under limits, checked, kept, and only then given its number.

use super::report_desk::{NotTaken, ReportDesk};
use super::report_page::{self, Filled, LARGEST_PHOTO, Refusal, TRAP};
use super::{Doorway, asked_lang, lost_page};
use crate::register::report::LONGEST_WORDS;
use crate::register::{FaultKind, Filed, NewReport, SignCode, cleaned};
use crate::web::form::Form;
use crate::web::origin::Origin;
use crate::web::picture_head::UnfitPicture;
use crate::web::press::Varies;
use crate::web::reports::Unkept;
use crate::web::sent::{PATIENCE, Unread, announced, read_form};
use crate::web::words::Words;
use actix_web::http::{StatusCode, header};
use actix_web::rt::time::timeout;
use actix_web::web::{self, Data, Payload};
use actix_web::{HttpRequest, HttpResponse, guard};
use std::time::Duration;

/// Bytes of a form without a photo at most, and what the fields beside a photo may take.
const WITHOUT_PHOTO: usize = 64 << 10;

/// Why a report was not taken: what is said with which status, about which field.
struct Refused {
    status: StatusCode,
    told: String,
    field: Option<&'static str>,
    /// Seconds to wait, where that helps.
    wait: Option<u64>,
}

impl Refused {
    fn new(status: StatusCode, told: String) -> Self {
        Self { status, told, field: None, wait: None }
    }

    fn about(self, field: &'static str) -> Self {
        Self { field: Some(field), ..self }
    }
}

/// Does a request bring a form with anything in it? The choice of a language does not.
pub fn brings_a_form(request: &guard::GuardContext<'_>) -> bool {
    let headers = &request.head().headers;
    let length = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    length.map_or_else(|| headers.contains_key(header::TRANSFER_ENCODING), |length| length != "0")
}

/// Takes a report in, and leads to the page of its case: reloading that sends nothing twice.
pub async fn save_report(request: HttpRequest, payload: Payload, doorway: Data<Doorway>, desk: Data<ReportDesk>) -> HttpResponse {
    let lang = asked_lang(&request);
    let Some(code) = report_page::known_code(&doorway.shelf(), &request) else {
        return lost_page::answer(&doorway.shelf(), &request, lang, request.match_info().query("code"), Varies::ByCoding);
    };
    let mut form = Form::default();
    match filed(&request, payload, code, &mut form, (&doorway, &desk)).await {
        Ok(filed) => {
            let how = if filed.has_joined { "joined" } else { "new" };
            let address = format!("/{lang}/report/{}?sent={how}", filed.case);
            HttpResponse::SeeOther().insert_header((header::LOCATION, address)).insert_header((header::CACHE_CONTROL, "no-store")).finish()
        }
        Err(refused) => show_again(&request, &doorway, code, &form, &refused),
    }
}

/// Reads the form into `form` and files it.
async fn filed(
    request: &HttpRequest,
    payload: Payload,
    code: SignCode,
    form: &mut Form,
    (doorway, desk): (&Doorway, &Data<ReportDesk>),
) -> Result<Filed, Refused> {
    let words = Words::of(asked_lang(request));
    if Origin::of(request.headers()).is_foreign(doorway.shelf().site()) {
        return Err(Refused::new(StatusCode::FORBIDDEN, words.say("report-foreign")));
    }
    let from = desk.proxies().origin_of(request);
    // One that may hold a photo takes a place, and keeps it until the photo is small: that bounds memory.
    let is_small = announced(request).is_some_and(|bytes| bytes <= WITHOUT_PHOTO);
    let turn = if is_small { None } else { desk.turn(from) };
    if !is_small && turn.is_none() {
        let refused = Refused::new(StatusCode::SERVICE_UNAVAILABLE, words.say("report-busy"));
        return Err(Refused { wait: Some(60), ..refused });
    }
    read(request, payload, form, words).await?;
    desk.admit(from, code).map_err(|wait| too_many(wait, words))?;
    take(form, code, words, desk.clone()).await
}

/// Reads the form; of one that is too large, the fields before the photo.
async fn read(request: &HttpRequest, payload: Payload, form: &mut Form, words: &Words) -> Result<(), Refused> {
    let cut_off = |status| Refused::new(status, words.say("report-cut-off"));
    match timeout(PATIENCE, read_form(request, payload, LARGEST_PHOTO + WITHOUT_PHOTO)).await {
        Ok(Ok(whole)) => {
            *form = whole;
            Ok(())
        }
        Ok(Err(Unread::TooLarge(begun))) => {
            *form = begun;
            let told = words.say_with("report-photo-large", &[("most", &(LARGEST_PHOTO >> 20))]);
            Err(Refused::new(StatusCode::PAYLOAD_TOO_LARGE, told).about("photo"))
        }
        Ok(Err(Unread::NoForm)) => Err(cut_off(StatusCode::BAD_REQUEST)),
        Err(_) => Err(cut_off(StatusCode::REQUEST_TIMEOUT)),
    }
}

async fn take(form: &mut Form, code: SignCode, words: &'static Words, desk: Data<ReportDesk>) -> Result<Filed, Refused> {
    let report = checked(form, code, words)?;
    let (photo, mark) = (form.uploads.first_mut().map(|upload| std::mem::take(&mut upload.bytes)), Filled::of(form).mark);
    let taken = web::block(move || desk.take(report, photo.as_deref(), &mark)).await;
    match taken {
        Ok(Ok(filed)) => Ok(filed),
        Ok(Err(NotTaken::Photo(unfit))) => Err(unprocessable(told_of(&unfit, words)).about("photo")),
        Ok(Err(NotTaken::Unkept(Unkept::PhotosFull))) => {
            Err(Refused::new(StatusCode::TOO_MANY_REQUESTS, words.say("report-photos-full")).about("photo"))
        }
        Ok(Err(NotTaken::Unkept(Unkept::DayFull))) => Err(Refused::new(StatusCode::TOO_MANY_REQUESTS, words.say("report-day-full"))),
        Ok(Err(NotTaken::Unkept(Unkept::Broken))) | Err(_) => {
            Err(Refused::new(StatusCode::INTERNAL_SERVER_ERROR, words.say("report-broken")))
        }
    }
}

/// The report that the form holds, if it holds one.
fn checked(form: &Form, code: SignCode, words: &Words) -> Result<NewReport, Refused> {
    if form.has(TRAP) {
        return Err(unprocessable(words.say("report-trapped")));
    }
    let filled = Filled::of(form);
    let kind = filled.kind.ok_or_else(|| unprocessable(words.say("report-no-kind")).about("kind"))?;
    let text = cleaned(&filled.words).trim().to_owned();
    let length = text.chars().count();
    if length > LONGEST_WORDS {
        let [length, most] = [length, LONGEST_WORDS].map(|count| words.count(count));
        let told = words.say_with("report-words-long", &[("length", &length), ("most", &most)]);
        return Err(unprocessable(told).about("words"));
    }
    if kind == FaultKind::Other && text.is_empty() && form.uploads.is_empty() {
        return Err(unprocessable(words.say("report-say-what")).about("words"));
    }
    Ok(NewReport { code, kind, words: text, lang: words.lang(), photo: Vec::new() })
}

fn unprocessable(told: String) -> Refused {
    Refused::new(StatusCode::UNPROCESSABLE_ENTITY, told)
}

fn too_many(wait: Duration, words: &Words) -> Refused {
    let minutes = wait.as_secs().div_ceil(60).max(1);
    let told = words.say_with("report-too-many", &[("minutes", &minutes)]);
    Refused { wait: Some(wait.as_secs().max(1)), ..Refused::new(StatusCode::TOO_MANY_REQUESTS, told) }
}

fn told_of(unfit: &UnfitPicture, words: &Words) -> String {
    match unfit {
        UnfitPicture::Heic => words.say("report-photo-heic"),
        UnfitPicture::OtherSort(sort) => words.say_with("report-photo-sort", &[("sort", sort)]),
        UnfitPicture::TooLarge { .. } | UnfitPicture::TooHeavy => words.say("report-photo-pixels"),
        UnfitPicture::Unknown | UnfitPicture::Moving | UnfitPicture::Damaged => words.say("report-photo-unreadable"),
    }
}

/// The form again, with what was sent in it as far as a page can put it back.
fn show_again(request: &HttpRequest, doorway: &Doorway, code: SignCode, form: &Form, refused: &Refused) -> HttpResponse {
    let had_photo = !form.uploads.is_empty() && refused.field != Some("photo");
    let refusal = Refusal { told: refused.told.clone(), field: refused.field, had_photo };
    let mut answer = report_page::answer(&doorway.shelf(), request, refused.status, code, &Filled::of(form), Some(&refusal));
    if let Some(seconds) = refused.wait {
        answer.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from(seconds));
    }
    answer
}
