//! How does somebody begin? A one-time link leads to a password, to a second factor where one is needed, and in.

use super::answer::Answer;
use super::asked::Asked;
use super::chance::{csrf_of, digest_of};
use super::door::status;
use super::factor_parts::{codes_page, enrolment};
use super::frame::{self, Frame};
use super::gate::SetUp;
use super::route::{OpenTo, Route};
use super::{Error, Office, diary, login, second_factor, session};
use crate::register::password::LEAST_ALONE;
use crate::register::{Editor, Explained, Fault, Login, Name, Password};
use crate::store::{Factor, Invitation, NewEditor, Secrets};
use actix_web::http::StatusCode;
use maud::{Markup, html};
use std::time::Instant;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/setup/{token}", OpenTo::Everybody, show_setup),
    Route::post("/office/setup/{token}", OpenTo::Everybody, save_setup),
];

fn show_setup(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let invitation = get_invitation(office, asked)?;
    match office.gate().setups.find(&digest_of(asked.part("token")), Instant::now()) {
        Some(begun) if !asked.query.has("again") => factor_page(office, asked, &invitation, &begun, None),
        _ => Ok(password_page(office, asked, &invitation, None)),
    }
}

fn save_setup(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    login::check_entrance(office, asked)?;
    let invitation = get_invitation(office, asked)?;
    let begun = office.gate().setups.find(&digest_of(asked.part("token")), Instant::now());
    if asked.form.find("code").is_some() {
        return match begun {
            Some(begun) => save_factor(office, asked, &invitation, &begun),
            None => Ok(password_page(office, asked, &invitation, Some(&Error::SetUpTooLate))),
        };
    }
    match save_password(office, asked, &invitation) {
        Err(error) if error.fault() == Fault::Refused => Ok(password_page(office, asked, &invitation, Some(&error))),
        done => done,
    }
}

fn get_invitation(office: &Office, asked: &Asked) -> Result<Invitation, Error> {
    let found = office.store()?.find_invitation(asked.part("token"), &asked.now)?;
    Ok(found.ok_or(crate::store::Error::NoInvitation)?)
}

/// The first step: who they are, and a password.
fn save_password(office: &Office, asked: &Asked, invitation: &Invitation) -> Result<Answer, Error> {
    let first = match &invitation.editor {
        Some(_) => None,
        None => Some((Login::parse(&asked.form.get("login"))?, Name::parse(&asked.form.get("name"))?)),
    };
    if let Some((login, _)) = &first
        && office.store()?.credentials_of(login.as_str())?.is_some()
    {
        return Err(crate::store::Error::LoginTaken(login.clone()).into());
    }
    let (login, name) = first.clone().unwrap_or_else(|| name_of(invitation));
    let password = new_password(asked, true, &login, &name)?;
    let needs_factor = invitation.editor.as_ref().is_none_or(|editor| editor.role.needs_second_factor())
        || password.as_str().chars().count() < LEAST_ALONE;
    let hash = office.gate().hashing.turn()?.hash(password.as_str())?;
    let begun = SetUp { first, password: hash, secret: second_factor::new_secret() };
    if !needs_factor {
        return finish(office, asked, &begun, None);
    }
    office.gate().setups.keep(digest_of(asked.part("token")), begun.clone(), Instant::now());
    factor_page(office, asked, invitation, &begun, None)
}

/// The new password of a form, which must be there twice.
///
/// # Errors
/// Refuses two that differ, and one that is too easy to guess.
pub(super) fn new_password(asked: &Asked, has_factor: bool, login: &Login, name: &Name) -> Result<Password, Error> {
    let typed = asked.form.get("new-password");
    if typed != asked.form.get("new-password-again") {
        return Err(Error::PasswordsDiffer);
    }
    Ok(Password::parse(&typed, has_factor, &[login.as_str(), name.as_str()])?)
}

/// The second step: a code that proves that the phone has the secret.
fn save_factor(office: &Office, asked: &Asked, invitation: &Invitation, begun: &SetUp) -> Result<Answer, Error> {
    match second_factor::step_of(&begun.secret, &second_factor::plain(&asked.form.get("code")), &asked.now) {
        None => factor_page(office, asked, invitation, begun, Some(&Error::WrongCode)),
        Some(step) => {
            let factor = Factor { secret: begun.secret.clone(), step, recovery_codes: second_factor::new_recovery_codes() };
            finish(office, asked, begun, Some(factor))
        }
    }
}

/// Writes it all down, and lets them in.
fn finish(office: &Office, asked: &Asked, begun: &SetUp, factor: Option<Factor>) -> Result<Answer, Error> {
    let link = asked.part("token");
    let codes = factor.as_ref().map(|factor| factor.recovery_codes.clone());
    let secrets = Secrets { password: begun.password.clone(), factor };
    let editor = save(office, asked, begun, &secrets)?;
    office.gate().setups.drop(&digest_of(link));
    office.gate().misses.succeeded(editor.login.as_str());
    diary::note(asked, editor.login.as_str(), "set up how to sign in");
    let (signed, cookie) = session::begin(office, asked, editor.id)?;
    let answer = codes.map_or_else(|| Answer::on_to("/office/"), |codes| codes_page(asked.words, &signed, &codes, "/office/"));
    Ok(answer.with_cookie(cookie))
}

fn save(office: &Office, asked: &Asked, begun: &SetUp, secrets: &Secrets) -> Result<Editor, Error> {
    let (mut store, link) = (office.store()?, asked.part("token"));
    Ok(match &begun.first {
        None => store.accept_invitation(&asked.now, link, secrets)?,
        Some((login, name)) => {
            let role = crate::register::Role::Operator;
            let new = NewEditor { login: login.clone(), name: name.clone(), role, langs: Vec::new() };
            store.begin_office(&asked.now, link, &new, secrets)?
        }
    })
}

fn name_of(invitation: &Invitation) -> (Login, Name) {
    let editor = invitation.editor.as_ref().expect("only the first operator of all says who they are");
    (editor.login.clone(), editor.name.clone())
}

fn password_page(office: &Office, asked: &Asked, invitation: &Invitation, error: Option<&Error>) -> Answer {
    let words = asked.words;
    let (token, cookie) = session::enter_or_stay(office.site(), asked);
    let explained = words.say(if invitation.editor.is_some() { "setup-invited" } else { "setup-first" });
    let content = html! {
        @if let Some(error) = error { p.refused role="alert" { (words.tell(&error.sentence())) } }
        p { (explained) }
        form.fields method="post" action=(format!("/office/setup/{}", asked.part("token"))) {
            input type="hidden" name="csrf" value=(csrf_of(&token));
            @match &invitation.editor {
                Some(editor) => {
                    div.field {
                        label for="login" { (words.say("login-name")) }
                        input #login value=(editor.login) readonly autocomplete="username";
                    }
                }
                None => (who_fields(asked)),
            }
            (new_password_fields(asked))
            button.strong { (words.say("login-send")) }
        }
    };
    let title = words.say("setup-title");
    Answer::page_with(error.map_or(StatusCode::OK, status), frame::whole(words, None, &Frame::of(&title, ""), &content)).with_cookie(cookie)
}

fn who_fields(asked: &Asked) -> Markup {
    let words = asked.words;
    html! {
        div.field {
            label for="login" { (words.say("login-name")) }
            input #login name="login" required maxlength="40" autocomplete="username" autocapitalize="none" spellcheck="false"
                value=(asked.form.get("login")) aria-describedby="login-note";
            p.help #login-note { (words.say("login-rule")) }
        }
        div.field {
            label for="name" { (words.say("people-name")) }
            input #name name="name" required maxlength="160" autocomplete="name" value=(asked.form.get("name"));
        }
    }
}

/// The fields of a new password, with its rule.
#[must_use]
pub(super) fn new_password_fields(asked: &Asked) -> Markup {
    let words = asked.words;
    html! {
        div.field {
            label for="new-password" { (words.say("password-new")) }
            input #new-password name="new-password" type="password" required maxlength="1000" autocomplete="new-password"
                aria-describedby="password-rule";
            p.help #password-rule { (words.say("password-rule")) }
        }
        div.field {
            label for="new-password-again" { (words.say("password-new-again")) }
            input #new-password-again name="new-password-again" type="password" required maxlength="1000" autocomplete="new-password";
        }
    }
}

fn factor_page(office: &Office, asked: &Asked, invitation: &Invitation, begun: &SetUp, error: Option<&Error>) -> Result<Answer, Error> {
    let words = asked.words;
    let (token, cookie) = session::enter_or_stay(office.site(), asked);
    let (login, _) = begun.first.clone().unwrap_or_else(|| name_of(invitation));
    let address = format!("/office/setup/{}", asked.part("token"));
    let content = html! {
        @if let Some(error) = error { p.refused role="alert" { (words.tell(&error.sentence())) } }
        p { (words.say("factor-explained")) }
        form.fields method="post" action=(address) {
            input type="hidden" name="csrf" value=(csrf_of(&token));
            (enrolment(office, words, &login, &begun.secret)?)
            button.strong { (words.say("login-send")) }
        }
        p { a href=(format!("{address}?again=1")) { (words.say("setup-again")) } }
    };
    let title = words.say("factor-title");
    Ok(Answer::page_with(error.map_or(StatusCode::OK, status), frame::whole(words, None, &Frame::of(&title, ""), &content))
        .with_cookie(cookie))
}
