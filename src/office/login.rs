//! How does somebody come in, and go? A password, and a code where they have a second factor.

use super::answer::Answer;
use super::asked::{Asked, Signed};
use super::chance::{are_same, csrf_of, digest_of};
use super::frame::{self, Frame};
use super::kept::{Kept, own_path};
use super::route::{Method, OpenTo, Route};
use super::{Error, Office, diary, second_factor, session};
use crate::register::{Act, Editor, Explained, password};
use crate::store::Credentials;
use actix_web::http::{StatusCode, header};
use maud::{Markup, html};
use std::time::Instant;

/// Most bytes of a sign-in: it may carry a form of a whole text along.
const WITH_A_TEXT: usize = 8 << 20;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/login", OpenTo::Everybody, show_login),
    Route::post("/office/login", OpenTo::Everybody, check_password).of_most(WITH_A_TEXT),
    Route::get("/office/login/code", OpenTo::Everybody, show_code),
    Route::post("/office/login/code", OpenTo::Everybody, check_code).of_most(WITH_A_TEXT),
    Route::post("/office/logout", OpenTo::WhoMay(Act::Read), sign_out),
];

/// Where somebody goes once they are in.
struct After {
    next: Option<String>,
    kept: Option<Kept>,
}

impl After {
    fn of(asked: &Asked) -> Self {
        let next = asked.form.find("next").or_else(|| asked.query.find("next"));
        Self { next: next.as_deref().and_then(own_path), kept: Kept::of_form(asked) }
    }

    fn carried(&self) -> Markup {
        html! {
            @if let Some(next) = &self.next { input type="hidden" name="next" value=(next); }
            @if let Some(kept) = &self.kept { (kept.carried()) }
        }
    }

    fn next(&self) -> &str {
        self.next.as_deref().unwrap_or("/office/")
    }
}

/// What somebody gets who asks for a page and is not signed in: the way in, and not a word of theirs lost.
pub(super) fn way_in(office: &Office, asked: &Asked, method: Method) -> Answer {
    if asked.wants_json {
        let told = serde_json::json!({ "error": "signed-out", "text": asked.words.say("signed-out") });
        return Answer::json(StatusCode::UNAUTHORIZED, &told);
    }
    if method == Method::Get {
        let next: String = url::form_urlencoded::byte_serialize(asked.address.as_bytes()).collect();
        return Answer::on_to(&format!("/office/login?next={next}"));
    }
    let after = After { next: None, kept: Kept::of_refused(asked) };
    let said = asked.words.say(if after.kept.is_some() { "signed-out-kept" } else { "signed-out" });
    password_page(office, asked, StatusCode::UNAUTHORIZED, &after, Some(&said))
}

fn show_login(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let after = After::of(asked);
    if asked.signed.is_some() {
        return Ok(Answer::on_to(after.next()));
    }
    Ok(password_page(office, asked, StatusCode::OK, &after, None))
}

fn check_password(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    check_entrance(office, asked)?;
    let (typed, after) = (asked.form.get("login"), After::of(asked));
    match find_by_password(office, asked, &typed)? {
        Found::Wait(seconds) => {
            diary::note(asked, &typed, "sign-in refused: too many misses");
            let error = Error::TooManyTries(seconds);
            let said = asked.words.tell(&error.sentence());
            let page = password_page(office, asked, StatusCode::TOO_MANY_REQUESTS, &after, Some(&said));
            Ok(page.with(header::RETRY_AFTER, seconds))
        }
        Found::Nobody => {
            diary::note(asked, &typed, "sign-in failed");
            let said = asked.words.say("login-wrong");
            Ok(password_page(office, asked, StatusCode::UNPROCESSABLE_ENTITY, &after, Some(&said)))
        }
        Found::Somebody(who) if who.totp_secret.is_empty() => let_in(office, asked, &who.editor, &after),
        Found::Somebody(who) => {
            let (token, cookie) = session::enter(office.site());
            office.gate().halfway.keep(digest_of(&token), who.editor.id, Instant::now());
            Ok(code_page(asked, StatusCode::OK, &csrf_of(&token), &after, None).with_cookie(cookie))
        }
    }
}

enum Found {
    Wait(u64),
    Nobody,
    Somebody(Box<Credentials>),
}

/// Whose password this is. Whoever nobody is takes as long to answer, and reads alike.
fn find_by_password(office: &Office, asked: &Asked, typed: &str) -> Result<Found, Error> {
    let gate = office.gate();
    let wait = || gate.misses.wait(typed, asked.from, Instant::now()).map(|wait| Found::Wait(wait.as_secs() + 1));
    if let Some(wait) = wait() {
        return Ok(wait);
    }
    let turn = gate.hashing.turn()?;
    // Of many who came at once, all but the first few have been wrong by now.
    if let Some(wait) = wait() {
        return Ok(wait);
    }
    let login = typed.trim().to_ascii_lowercase();
    let known = office.store()?.credentials_of(&login)?;
    let hash = known.as_ref().map_or("", |known| known.password.as_str());
    let is_right = turn.is_right(&password::typed(&asked.form.get("password")), hash)?;
    match known.filter(|known| is_right && known.are_good()) {
        Some(known) => Ok(Found::Somebody(Box::new(known))),
        None => {
            gate.misses.missed(typed, asked.from, Instant::now());
            Ok(Found::Nobody)
        }
    }
}

fn show_code(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let after = After::of(asked);
    match halfway(office, asked) {
        Some((token, _)) => Ok(code_page(asked, StatusCode::OK, &csrf_of(&token), &after, None)),
        None => Ok(Answer::on_to("/office/login")),
    }
}

fn check_code(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    check_entrance(office, asked)?;
    let after = After::of(asked);
    let Some((token, who)) = halfway(office, asked) else {
        let said = asked.words.say("login-too-late");
        return Ok(password_page(office, asked, StatusCode::UNPROCESSABLE_ENTITY, &after, Some(&said)));
    };
    match take_code(office, asked, &who) {
        Ok(()) => {
            office.gate().halfway.drop(&digest_of(&token));
            let_in(office, asked, &who.editor, &after)
        }
        Err(error @ (Error::WrongCode | Error::TooManyTries(_))) => {
            diary::note(asked, who.editor.login.as_str(), "code of second factor refused");
            let said = asked.words.tell(&error.sentence());
            let page = code_page(asked, super::door::status(&error), &csrf_of(&token), &after, Some(&said));
            Ok(if let Error::TooManyTries(seconds) = error { page.with(header::RETRY_AFTER, seconds) } else { page })
        }
        Err(error) => Err(error),
    }
}

/// Whoever has given their password under this cookie and owes a code, with the token in it.
fn halfway(office: &Office, asked: &Asked) -> Option<(String, Credentials)> {
    let token = session::at_entrance(office.site(), asked)?;
    let id = office.gate().halfway.find(&digest_of(&token), Instant::now())?;
    let who = office.store().ok()?.credentials_by_id(id).ok()??;
    who.are_good().then_some((token, who))
}

/// Takes a code of the second factor, or one for recovery.
///
/// # Errors
/// Refuses a wrong code, one that was used before, and whoever was wrong too often.
pub(super) fn take_code(office: &Office, asked: &Asked, who: &Credentials) -> Result<(), Error> {
    let (misses, id) = (&office.gate().misses, who.editor.id);
    if let Some(wait) = misses.wait_for_code(id, Instant::now()) {
        return Err(Error::TooManyTries(wait.as_secs() + 1));
    }
    let code = second_factor::plain(&asked.form.get("code"));
    let is_taken = if second_factor::is_of_phone(&code) {
        let step = second_factor::step_of(&who.totp_secret, &code, &asked.now);
        step.map_or(Ok(false), |step| office.store()?.take_step_of_factor(id, step))?
    } else {
        office.store()?.take_recovery_code(id, &code, &asked.now)?
    };
    if is_taken {
        misses.took_code(id);
        return Ok(());
    }
    Err(misses.missed_code(id, Instant::now()).map_or(Error::WrongCode, |wait| Error::TooManyTries(wait.as_secs() + 1)))
}

/// They are in: a session of their own, and on to where they were going.
fn let_in(office: &Office, asked: &Asked, editor: &Editor, after: &After) -> Result<Answer, Error> {
    let (signed, cookie) = session::begin(office, asked, editor.id)?;
    office.gate().misses.succeeded(editor.login.as_str());
    diary::note(asked, editor.login.as_str(), "signed in");
    let answer = match &after.kept {
        Some(kept) => kept.page(StatusCode::OK, asked.words, &signed),
        None => Answer::on_to(after.next()),
    };
    Ok(answer.with_cookie(cookie))
}

fn sign_out(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let Signed { editor, session, .. } = asked.signed();
    office.store()?.end_session(editor.id, *session)?;
    diary::note(asked, editor.login.as_str(), "signed out");
    Ok(Answer::on_to("/office/login").with_cookie(session::farewell(office.site())))
}

/// Does a form at the entrance come from the page that this browser was given?
///
/// # Errors
/// Refuses any other.
pub(super) fn check_entrance(office: &Office, asked: &Asked) -> Result<(), Error> {
    let token = session::at_entrance(office.site(), asked).ok_or(Error::ForeignForm)?;
    if are_same(&csrf_of(&token), &asked.form.get("csrf")) { Ok(()) } else { Err(Error::ForeignForm) }
}

fn password_page(office: &Office, asked: &Asked, status: StatusCode, after: &After, said: Option<&str>) -> Answer {
    let words = asked.words;
    let (token, cookie) = session::enter_or_stay(office.site(), asked);
    let content = html! {
        @if let Some(said) = said { p.refused role="alert" { (said) } }
        form.fields method="post" action="/office/login" {
            input type="hidden" name="csrf" value=(csrf_of(&token));
            (after.carried())
            div.field {
                label for="login" { (words.say("login-name")) }
                input #login name="login" required maxlength="100" autocomplete="username" autocapitalize="none" spellcheck="false"
                    value=(asked.form.get("login")) autofocus;
            }
            div.field {
                label for="password" { (words.say("login-password")) }
                input #password name="password" type="password" required maxlength="1000" autocomplete="current-password";
            }
            button.strong { (words.say("login-send")) }
        }
    };
    page(asked, status, &words.say("login-title"), after, &content).with_cookie(cookie)
}

fn code_page(asked: &Asked, status: StatusCode, csrf: &str, after: &After, said: Option<&str>) -> Answer {
    let words = asked.words;
    let content = html! {
        @if let Some(said) = said { p.refused role="alert" { (said) } }
        form.fields method="post" action="/office/login/code" {
            input type="hidden" name="csrf" value=(csrf);
            (after.carried())
            div.field {
                label for="code" { (words.say("code-label")) }
                input #code name="code" required maxlength="40" autocomplete="one-time-code" autocapitalize="none" spellcheck="false"
                    aria-describedby="code-note" autofocus;
                p.help #code-note { (words.say("code-note")) }
            }
            button.strong { (words.say("login-send")) }
        }
        @if after.kept.is_none() { p { a href="/office/login" { (words.say("login-as-another")) } } }
    };
    page(asked, status, &words.say("code-title"), after, &content)
}

/// A page for somebody who is not in yet. Where it carries a form along, it has no way off.
fn page(asked: &Asked, status: StatusCode, title: &str, after: &After, content: &Markup) -> Answer {
    let html = match after.kept {
        Some(_) => frame::alone(asked.words, title, content),
        None => frame::whole(asked.words, None, &Frame::of(title, ""), content),
    };
    Answer::page_with(status, html)
}
