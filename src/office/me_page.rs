//! What can somebody change about themselves? Their name, their password, and where they are signed in.

use super::answer::Answer;
use super::asked::Asked;
use super::door::status;
use super::frame::{self, Frame};
use super::route::{OpenTo, Route};
use super::setup::{new_password, new_password_fields};
use super::{Error, Office, clock, diary};
use crate::register::{Act, Explained, Fault, Name, password};
use crate::store::SessionSeen;
use crate::web::words::Words;
use actix_web::http::StatusCode;
use maud::{Markup, html};
use std::time::Instant;

const ME: OpenTo = OpenTo::WhoMay(Act::Read);

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/me", ME, show_me),
    Route::post("/office/me/name", ME, save_name),
    Route::post("/office/me/password", ME, save_password),
    Route::post("/office/me/sessions", ME, end_sessions),
];

/// What was done, as the address says, and the words for it.
const DONE: &[(&str, &str)] = &[("name", "me-done-name"), ("password", "me-done-password"), ("sessions", "me-done-sessions")];

/// The page of one person, ready to print.
struct MeView {
    sessions: Vec<SessionSeen>,
    has_factor: bool,
    codes_left: i64,
}

impl MeView {
    fn of(office: &Office, asked: &Asked) -> Result<Self, Error> {
        let (store, id) = (office.store()?, asked.who().id);
        let has_factor = store.credentials_by_id(id)?.is_some_and(|known| !known.totp_secret.is_empty());
        Ok(Self { sessions: store.sessions_of(id, &asked.now)?, has_factor, codes_left: store.recovery_codes_left(id)? })
    }
}

fn show_me(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    me(office, asked, None)
}

/// The page, with what was refused.
fn me(office: &Office, asked: &Asked, error: Option<&Error>) -> Result<Answer, Error> {
    let page = me_page(asked, &MeView::of(office, asked)?, error);
    Ok(Answer::page_with(error.map_or(StatusCode::OK, status), page))
}

/// Shows the page again where the asker can mend it.
fn or_again(office: &Office, asked: &Asked, done: Result<Answer, Error>) -> Result<Answer, Error> {
    match done {
        Err(error) if error.fault() == Fault::Refused => me(office, asked, Some(&error)),
        done => done,
    }
}

fn save_name(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let save = || {
        let name = Name::parse(&asked.form.get("name"))?;
        office.store()?.rename_editor(asked.who().id, &asked.now, &name)?;
        Ok(Answer::on_to("/office/me?done=name"))
    };
    or_again(office, asked, save())
}

fn save_password(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let save = || {
        let who = asked.who();
        check_own_password(office, asked)?;
        let has_factor = office.store()?.credentials_by_id(who.id)?.is_some_and(|known| !known.totp_secret.is_empty());
        let password = new_password(asked, has_factor, &who.login, &who.name)?;
        let hash = office.gate().hashing.turn()?.hash(password.as_str())?;
        office.store()?.change_password(who.id, &asked.now, &hash, asked.signed().session)?;
        diary::note(asked, who.login.as_str(), "changed their password");
        Ok(Answer::on_to("/office/me?done=password"))
    };
    or_again(office, asked, save())
}

/// Is it really they? Whoever finds a browser left open must not take the account over.
///
/// # Errors
/// Refuses a wrong password, and whoever was wrong too often.
pub(super) fn check_own_password(office: &Office, asked: &Asked) -> Result<(), Error> {
    let (who, gate) = (asked.who(), office.gate());
    let turn = gate.hashing.turn()?;
    if let Some(wait) = gate.misses.wait(who.login.as_str(), asked.from, Instant::now()) {
        return Err(Error::TooManyTries(wait.as_secs() + 1));
    }
    let known = office.store()?.credentials_by_id(who.id)?.ok_or(Error::SignedOut)?;
    if turn.is_right(&password::typed(&asked.form.get("password")), &known.password)? {
        gate.misses.succeeded(who.login.as_str());
        return Ok(());
    }
    gate.misses.missed(who.login.as_str(), asked.from, Instant::now());
    diary::note(asked, who.login.as_str(), "wrong current password");
    Err(Error::WrongPassword)
}

fn end_sessions(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let (id, own) = (asked.who().id, asked.signed().session);
    match asked.form.get("session").parse::<i64>() {
        Ok(session) if session != own => office.store()?.end_session(id, session)?,
        Ok(_) => {}
        Err(_) => office.store()?.end_other_sessions(id, own)?,
    }
    Ok(Answer::on_to("/office/me?done=sessions"))
}

fn me_page(asked: &Asked, view: &MeView, error: Option<&Error>) -> String {
    let (words, done) = (asked.words, asked.query.get("done"));
    let content = html! {
        @if let Some(error) = error { p.refused role="alert" { (words.tell(&error.sentence())) } }
        @if let Some((_, key)) = DONE.iter().find(|(name, _)| *name == done) { p.done role="status" { (words.say(key)) } }
        p.note { (words.say("login-name")) ": " b { (asked.who().login) } }
        (name_form(asked))
        (password_form(asked))
        (factor_forms(asked, view))
        (sessions_table(asked, view))
    };
    frame::page(asked, &Frame::of(&words.say("me-title"), "/office/me"), &content)
}

fn name_form(asked: &Asked) -> Markup {
    let name = asked.form.find("name").unwrap_or_else(|| asked.who().name.to_string());
    html! {
        form.fields method="post" action="/office/me/name" {
            (frame::csrf(asked.signed()))
            div.field {
                label for="name" { (asked.words.say("people-name")) }
                input #name name="name" required maxlength="160" autocomplete="name" value=(name);
            }
            button.strong { (asked.words.say("save")) }
        }
    }
}

fn password_form(asked: &Asked) -> Markup {
    html! {
        h2 { (asked.words.say("login-password")) }
        form.fields method="post" action="/office/me/password" {
            (frame::csrf(asked.signed()))
            input type="hidden" value=(asked.who().login) autocomplete="username";
            (current_password("password-now", asked.words))
            (new_password_fields(asked))
            button.strong { (asked.words.say("password-change")) }
        }
    }
}

/// The field of the password that they have.
#[must_use]
pub(super) fn current_password(id: &str, words: &Words) -> Markup {
    html! {
        div.field {
            label for=(id) { (words.say("password-current")) }
            input id=(id) name="password" type="password" required maxlength="1000" autocomplete="current-password";
        }
    }
}

fn factor_forms(asked: &Asked, view: &MeView) -> Markup {
    let words = asked.words;
    let way = words.say(if view.has_factor { "factor-replace" } else { "factor-set-up" });
    html! {
        h2 { (words.say("factor-title")) }
        @if view.has_factor {
            p { (words.say("factor-is-set")) " " (words.say_with("codes-left", &[("count", &view.codes_left)])) }
        } @else {
            p { (words.say("factor-is-not-set")) }
        }
        p { a href="/office/me/factor" { (way) } }
        @if view.has_factor {
            form.fields method="post" action="/office/me/codes" {
                (frame::csrf(asked.signed()))
                (current_password("password-for-codes", words))
                button.quiet { (words.say("codes-renew")) }
            }
        }
    }
}

fn sessions_table(asked: &Asked, view: &MeView) -> Markup {
    let (words, own) = (asked.words, asked.signed().session);
    let end = |session: i64| end_button(asked, &session.to_string(), "sessions-end");
    let end_others = end_button(asked, "others", "sessions-end-others");
    html! {
        h2 { (words.say("sessions-title")) }
        div.scroll { table {
            thead { tr {
                th scope="col" { (words.say("sessions-device")) }
                th scope="col" { (words.say("sessions-since")) }
                th scope="col" { (words.say("people-seen")) }
                td {}
            } }
            tbody {
                @for session in &view.sessions {
                    tr {
                        td { (session.device) }
                        td { (clock::shown(&session.made_at, words)) }
                        td { (clock::shown(&session.seen_at, words)) }
                        td {
                            @if session.id == own { (words.say("sessions-this")) } @else { (end(session.id)) }
                        }
                    }
                }
            }
        } }
        @if view.sessions.len() > 1 { (end_others) }
    }
}

fn end_button(asked: &Asked, session: &str, key: &str) -> Markup {
    html! {
        form method="post" action="/office/me/sessions" {
            (frame::csrf(asked.signed()))
            button.quiet name="session" value=(session) { (asked.words.say(key)) }
        }
    }
}
