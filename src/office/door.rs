//! How does a request come in? Read under limits, known by its session, checked against the table, answered on a thread of its own.

use super::answer::Answer;
use super::asked::Asked;
use super::kept::Kept;
use super::route::{Method, OpenTo, Route};
use super::{Error, Office, chance, clock, diary, frame, login, session};
use crate::register::{Explained, Fault};
use crate::web::assets::STYLE_HASH;
use crate::web::crew::session_cookie;
use crate::web::error::status_of;
use crate::web::form::Form;
use crate::web::language::preferred;
use crate::web::origin::Origin;
use crate::web::proxies::network_of;
use crate::web::sent::{PATIENCE, Unread, announced, read_form};
use crate::web::words::Words;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName};
use actix_web::rt::time::timeout;
use actix_web::web::{self, Data, Payload};
use actix_web::{HttpRequest, HttpResponse};
use std::collections::HashMap;

/// Bytes that anybody may send: a sign-in, a short text.
const SMALL: usize = 64 << 10;
/// Longest name of a browser that is looked at.
const LONGEST_DEVICE: usize = 200;

/// Answers a request for a row of the table.
pub async fn answer(row: Route, request: HttpRequest, payload: Payload, office: Data<Office>) -> HttpResponse {
    let words = Words::of(preferred(&request).of_office());
    let mut asked = asked(&row, &request, words, &office);
    match read(&row, &request, payload, &asked, &office).await {
        Ok(form) => asked.form = form,
        Err(error) => return finish(&request, frame::refused(words, None, &error), false),
    }
    let answered = web::block(move || admit(&row, &office, asked)).await;
    let is_framed = row.path.ends_with("/preview");
    answered.map_or_else(|_| HttpResponse::InternalServerError().finish(), |answer| finish(&request, answer, is_framed))
}

/// Answers a request for an address of the office that is not in the table.
pub async fn lost(request: HttpRequest) -> HttpResponse {
    finish(&request, frame::refused(Words::of(preferred(&request).of_office()), None, &Error::NotThere), false)
}

/// Lets whoever asks through to the page, if they may.
fn admit(row: &Route, office: &Office, mut asked: Asked) -> Answer {
    let answered = known(row, office, &mut asked).and_then(|()| (row.page)(office, &asked));
    answered.unwrap_or_else(|error| {
        if error.fault() == Fault::Broken {
            tracing::error!(error = &error as &dyn std::error::Error, path = row.path, "a page of the office failed");
        }
        refusal(row, office, &asked, &error)
    })
}

/// Why it was not done, in the way that whoever asked can go on from.
fn refusal(row: &Route, office: &Office, asked: &Asked, error: &Error) -> Answer {
    match error {
        Error::SignedOut => return login::way_in(office, asked, row.method),
        Error::NoFactor if row.method == Method::Get => return Answer::on_to("/office/me/factor"),
        Error::NotAllowed | Error::ForeignForm => diary::note(asked, asked.login_of_asker(), &format!("refused: {} {error}", row.path)),
        _ => {}
    }
    if asked.wants_json {
        let sentence = error.sentence();
        let told = serde_json::json!({ "error": sentence.key, "text": asked.words.tell(&sentence) });
        return Answer::json(status(error), &told);
    }
    // A form of before the last sign-in, from this very browser: its words are not lost either.
    if let (Error::ForeignForm, Some(signed), true) = (error, &asked.signed, asked.origin.is_surely_ours(office.site()))
        && let Some(kept) = Kept::of_refused(asked)
    {
        return kept.page(status(error), asked.words, signed);
    }
    let answer = frame::refused(asked.words, asked.signed.as_ref(), error);
    if let Error::TooManyTries(seconds) = error { answer.with(header::RETRY_AFTER, seconds) } else { answer }
}

/// Who is it, may they, and does the form come from a page of ours?
fn known(row: &Route, office: &Office, asked: &mut Asked) -> Result<(), Error> {
    if row.method == Method::Post && asked.origin.is_foreign(office.site()) {
        return Err(Error::ForeignForm);
    }
    let found = session::find(office, asked)?;
    let lacks_factor = found.as_ref().is_some_and(|(_, lacks_factor)| *lacks_factor);
    asked.signed = found.map(|(signed, _)| signed);
    let OpenTo::WhoMay(act) = row.open_to else { return Ok(()) };
    let signed = asked.signed.as_ref().ok_or(Error::SignedOut)?;
    if !asked.may(act) {
        return Err(Error::NotAllowed);
    }
    let given = asked.form.find("csrf").unwrap_or_else(|| asked.csrf_of_script.clone());
    if row.method == Method::Post && !chance::are_same(&signed.csrf, &given) {
        return Err(Error::ForeignForm);
    }
    let is_on_the_way = row.path.starts_with("/office/me") || row.path == "/office/logout";
    if lacks_factor && !is_on_the_way { Err(Error::NoFactor) } else { Ok(()) }
}

/// All that a request says, save what it brings.
fn asked(row: &Route, request: &HttpRequest, words: &'static Words, office: &Office) -> Asked {
    let headers = request.headers();
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let cookies = request.cookies().map(|all| all.iter().map(|one| (one.name().to_owned(), one.value().to_owned())).collect());
    Asked {
        signed: None,
        words,
        address: request.uri().path_and_query().map_or_else(String::new, ToString::to_string),
        parts: parts_of(row.path, request),
        query: Form::of_body(request.query_string().as_bytes()),
        form: Form::default(),
        cookies: cookies.unwrap_or_default(),
        from: office.gate().proxies.origin_of(request),
        origin: Origin::of(headers),
        csrf_of_script: text(HeaderName::from_static("x-csrf")).to_owned(),
        device: text(header::USER_AGENT).chars().filter(|letter| !letter.is_control()).take(LONGEST_DEVICE).collect(),
        wants_part: headers.contains_key(header::RANGE),
        wants_json: text(header::ACCEPT).starts_with("application/json"),
        now: clock::now(),
    }
}

/// The parts of the path, by the names in braces.
fn parts_of(path: &'static str, request: &HttpRequest) -> HashMap<&'static str, String> {
    let names = path.split('{').skip(1).filter_map(|rest| rest.split(['}', ':']).next());
    names.map(|name| (name, request.match_info().query(name).to_owned())).collect()
}

/// Reads what was sent, and no more of it than the row allows. Whoever is not signed in and sends much waits for a place: what was typed
/// when the session ended is carried through the sign-in, but nobody may fill the memory with it.
async fn read(row: &Route, request: &HttpRequest, payload: Payload, asked: &Asked, office: &Data<Office>) -> Result<Form, Error> {
    if row.method == Method::Get {
        return Ok(Form::default());
    }
    // Nobody in the office sends so much by mistake that it would be worth waiting for the rest of it.
    if announced(request).is_some_and(|bytes| bytes > row.most_bytes) {
        return Err(Error::TooLarge(row.most_bytes));
    }
    let is_large = announced(request).is_none_or(|bytes| bytes > SMALL);
    let _turn = match is_large && !is_known(asked, office).await {
        true => Some(office.gate().strangers.take(network_of(asked.from)).ok_or(Error::Busy)?),
        false => None,
    };
    let read = timeout(PATIENCE, read_form(request, payload, row.most_bytes)).await.map_err(|_| Error::NoForm)?;
    read.map_err(|unread| match unread {
        Unread::TooLarge(_) => Error::TooLarge(row.most_bytes),
        Unread::NoForm => Error::NoForm,
    })
}

/// Is somebody signed in there?
async fn is_known(asked: &Asked, office: &Data<Office>) -> bool {
    let Some(token) = asked.cookies.get(session_cookie(office.site())).cloned() else { return false };
    let (office, now) = (office.clone(), asked.now.clone());
    let found = web::block(move || Ok::<_, Error>(office.store()?.find_session(&token, &now)?.is_some())).await;
    matches!(found, Ok(Ok(true)))
}

/// The status of a failure of the office.
pub fn status(error: &Error) -> StatusCode {
    match error {
        Error::NotAllowed | Error::ForeignForm | Error::NoFactor => StatusCode::FORBIDDEN,
        Error::Store(crate::store::Error::MayNot(_) | crate::store::Error::MayNotErase) => StatusCode::FORBIDDEN,
        Error::SignedOut => StatusCode::UNAUTHORIZED,
        Error::Busy => StatusCode::SERVICE_UNAVAILABLE,
        Error::TooManyTries(_) => StatusCode::TOO_MANY_REQUESTS,
        Error::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
        Error::NoForm => StatusCode::BAD_REQUEST,
        Error::Store(crate::store::Error::Changed) => StatusCode::CONFLICT,
        other => status_of(other.fault()),
    }
}

/// What every answer of the office says besides: keep nothing, run nothing but ours, no frame around it but our own.
fn finish(request: &HttpRequest, answer: Answer, is_framed: bool) -> HttpResponse {
    let mut response = answer.into_response(request);
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-{}'; img-src 'self' data: blob:; media-src 'self'; connect-src 'self'; \
         frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors {}",
        STYLE_HASH.as_str(),
        if is_framed { "'self'" } else { "'none'" }
    );
    put(response.headers_mut(), header::CONTENT_SECURITY_POLICY, &policy);
    put(response.headers_mut(), header::CACHE_CONTROL, "no-store");
    put(response.headers_mut(), header::REFERRER_POLICY, "same-origin");
    response
}

/// Says it where the answer has not said otherwise itself.
fn put(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = value.parse()
        && !headers.contains_key(&name)
    {
        headers.insert(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::{StatusCode, status};
    use crate::register::Act;
    use crate::store::Error;

    #[test]
    fn what_a_role_may_not_is_forbidden_whoever_says_so() {
        for refused in [Error::MayNot(Act::KeepRegister), Error::MayNotErase] {
            assert_eq!(status(&refused.into()), StatusCode::FORBIDDEN);
        }
    }
}
