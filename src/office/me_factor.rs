//! How does somebody set up another second factor, or get new recovery codes? With their password, whoever sits at the browser.

use super::answer::Answer;
use super::asked::Asked;
use super::door::status;
use super::factor_parts::{codes_page, enrolment};
use super::frame::{self, Frame};
use super::me_page::{check_own_password, current_password};
use super::route::{OpenTo, Route};
use super::{Error, Office, diary, second_factor};
use crate::register::{Act, Explained, Fault};
use crate::store::Factor;
use actix_web::http::StatusCode;
use maud::{Markup, html};
use std::time::Instant;

const ME: OpenTo = OpenTo::WhoMay(Act::Read);

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/me/factor", ME, show_factor),
    Route::post("/office/me/factor", ME, begin_factor),
    Route::post("/office/me/factor/confirm", ME, save_factor),
    Route::post("/office/me/codes", ME, renew_codes),
];

fn show_factor(_office: &Office, asked: &Asked) -> Result<Answer, Error> {
    Ok(ask_password(asked, "/office/me/factor", None))
}

fn begin_factor(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    match check_own_password(office, asked) {
        Err(error) if error.fault() == Fault::Refused => return Ok(ask_password(asked, "/office/me/factor", Some(&error))),
        checked => checked?,
    }
    let secret = second_factor::new_secret();
    office.gate().new_factors.keep(key_of(asked), secret.clone(), Instant::now());
    confirm_page(office, asked, &secret, None)
}

fn save_factor(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let Some(secret) = office.gate().new_factors.find(&key_of(asked), Instant::now()) else {
        return Ok(ask_password(asked, "/office/me/factor", Some(&Error::SetUpTooLate)));
    };
    let Some(step) = second_factor::step_of(&secret, &second_factor::plain(&asked.form.get("code")), &asked.now) else {
        return confirm_page(office, asked, &secret, Some(&Error::WrongCode));
    };
    let (who, signed) = (asked.who(), asked.signed());
    let factor = Factor { secret, step, recovery_codes: second_factor::new_recovery_codes() };
    office.store()?.change_second_factor(who.id, &asked.now, &factor, signed.session)?;
    office.gate().new_factors.drop(&key_of(asked));
    diary::note(asked, who.login.as_str(), "set up a second factor");
    Ok(codes_page(asked.words, signed, &factor.recovery_codes, "/office/me"))
}

fn renew_codes(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    match check_own_password(office, asked) {
        Err(error) if error.fault() == Fault::Refused => return Ok(ask_password(asked, "/office/me/codes", Some(&error))),
        checked => checked?,
    }
    let (who, codes) = (asked.who(), second_factor::new_recovery_codes());
    office.store()?.renew_recovery_codes(who.id, &asked.now, &codes)?;
    diary::note(asked, who.login.as_str(), "made new recovery codes");
    Ok(codes_page(asked.words, asked.signed(), &codes, "/office/me"))
}

/// Whose half-made second factor it is: that of one session.
fn key_of(asked: &Asked) -> String {
    asked.signed().csrf.clone()
}

fn ask_password(asked: &Asked, action: &str, error: Option<&Error>) -> Answer {
    let words = asked.words;
    let explained = words.say(if action.ends_with("codes") { "codes-renew-explained" } else { "factor-explained" });
    let content = html! {
        @if let Some(error) = error { p.refused role="alert" { (words.tell(&error.sentence())) } }
        p { (explained) }
        form.fields method="post" action=(action) {
            (frame::csrf(asked.signed()))
            (current_password("password-now", words))
            button.strong { (words.say("login-send")) }
        }
    };
    page(asked, &content, error)
}

fn confirm_page(office: &Office, asked: &Asked, secret: &str, error: Option<&Error>) -> Result<Answer, Error> {
    let words = asked.words;
    let content = html! {
        @if let Some(error) = error { p.refused role="alert" { (words.tell(&error.sentence())) } }
        form.fields method="post" action="/office/me/factor/confirm" {
            (frame::csrf(asked.signed()))
            (enrolment(office, words, &asked.who().login, secret)?)
            button.strong { (words.say("login-send")) }
        }
    };
    Ok(page(asked, &content, error))
}

fn page(asked: &Asked, content: &Markup, error: Option<&Error>) -> Answer {
    let title = asked.words.say("factor-title");
    let above = [(asked.words.say("me-title"), "/office/me".to_owned())];
    let frame = Frame { above: &above, ..Frame::of(&title, "/office/me") };
    Answer::page_with(error.map_or(StatusCode::OK, status), frame::page(asked, &frame, content))
}
