//! Who works here? Operators add people, change what they are there for, and let them in no more.

use super::answer::Answer;
use super::asked::Asked;
use super::chance::new_token;
use super::door::status;
use super::frame::{self, Frame};
use super::person_page::person_page;
use super::route::{OpenTo, Route};
use super::{Error, Office, clock, diary};
use crate::register::{Act, EditorState, Explained, Fault, Lang, Login, Name, Role};
use crate::store::{Account, NewEditor, Stamp};
use crate::web::words::Words;
use actix_web::http::StatusCode;
use maud::{Markup, html};

const KEEPERS: OpenTo = OpenTo::WhoMay(Act::KeepPeople);

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/people", KEEPERS, show_people),
    Route::post("/office/people", KEEPERS, save_person),
    Route::get("/office/people/{login}", KEEPERS, show_person),
    Route::post("/office/people/{login}/change", KEEPERS, save_change),
    Route::post("/office/people/{login}/disable", KEEPERS, disable),
    Route::post("/office/people/{login}/enable", KEEPERS, enable),
    Route::post("/office/people/{login}/reset", KEEPERS, reset),
];

fn show_people(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    people(office, asked, None)
}

fn people(office: &Office, asked: &Asked, error: Option<&Error>) -> Result<Answer, Error> {
    let accounts = office.store()?.accounts(&asked.now)?;
    Ok(Answer::page_with(error.map_or(StatusCode::OK, status), people_page(asked, &accounts, error)))
}

fn save_person(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    match add_person(office, asked) {
        Err(error) if error.fault() == Fault::Refused => people(office, asked, Some(&error)),
        done => done,
    }
}

fn add_person(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let (role, langs) = role_of(asked)?;
    let new = NewEditor { login: Login::parse(&asked.form.get("login"))?, name: Name::parse(&asked.form.get("name"))?, role, langs };
    let link = new_token();
    let editor = office.store()?.add_editor(stamp(asked), &new, &link)?;
    diary::note(asked, asked.login_of_asker(), &format!("added {} as {}", editor.login, editor.role));
    Ok(link_page(office, asked, &editor.login, &link))
}

/// The role that a form asks for; a translator translates into at least one language.
fn role_of(asked: &Asked) -> Result<(Role, Vec<Lang>), Error> {
    let role = Role::parse(&asked.form.get("role"))?;
    let langs = asked.form.all("langs").map(Lang::parse).collect::<Result<Vec<_>, _>>()?;
    if role == Role::Translator && langs.is_empty() { Err(Error::NoLanguage) } else { Ok((role, langs)) }
}

fn show_person(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    person(office, asked, None)
}

fn person(office: &Office, asked: &Asked, error: Option<&Error>) -> Result<Answer, Error> {
    let account = get_account(office, asked)?;
    Ok(Answer::page_with(error.map_or(StatusCode::OK, status), person_page(asked, &account, error)))
}

fn get_account(office: &Office, asked: &Asked) -> Result<Account, Error> {
    let login = asked.login().ok_or(Error::NotThere)?;
    let accounts = office.store()?.accounts(&asked.now)?;
    accounts.into_iter().find(|account| account.editor.login == login).ok_or(Error::NotThere)
}

/// Does something about the person of the address, and shows the page again where it is refused.
fn act(office: &Office, asked: &Asked, what: &str, act: impl FnOnce(&Login) -> Result<(), Error>) -> Result<Answer, Error> {
    let login = get_account(office, asked)?.editor.login;
    match act(&login) {
        Err(error) if error.fault() == Fault::Refused => return person(office, asked, Some(&error)),
        done => done?,
    }
    diary::note(asked, asked.login_of_asker(), &format!("{what} {login}"));
    Ok(Answer::on_to(&format!("/office/people/{login}?done={what}")))
}

fn save_change(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    act(office, asked, "changed", |login| {
        let (role, langs) = role_of(asked)?;
        Ok(office.store()?.change_editor(stamp(asked), login, role, &langs)?)
    })
}

fn disable(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    act(office, asked, "disabled", |login| Ok(office.store()?.disable_editor(stamp(asked), login)?))
}

fn enable(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    act(office, asked, "enabled", |login| Ok(office.store()?.enable_editor(stamp(asked), login)?))
}

/// Gives somebody a new beginning. Whoever wants one for themselves has their own page for it.
fn reset(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let login = get_account(office, asked)?.editor.login;
    if login == asked.who().login {
        return Ok(Answer::on_to("/office/me"));
    }
    let link = new_token();
    let done = office.store()?.reset_editor(stamp(asked), &login, &link).map_err(Error::from);
    match done {
        Err(error) if error.fault() == Fault::Refused => return person(office, asked, Some(&error)),
        done => done?,
    }
    diary::note(asked, asked.login_of_asker(), &format!("reset {login}"));
    Ok(link_page(office, asked, &login, &link))
}

fn stamp(asked: &Asked) -> Stamp<'_> {
    Stamp { who: asked.login_of_asker(), at: &asked.now }
}

/// The columns of the list.
const COLUMNS: [&str; 5] = ["people-name", "login-name", "people-role", "people-state", "people-seen"];

/// The page that shows a one-time link, once.
fn link_page(office: &Office, asked: &Asked, login: &Login, link: &str) -> Answer {
    let words = asked.words;
    let content = html! {
        p.done role="status" { (words.say_with("link-explained", &[("login", login)])) }
        div.fields {
            div.field {
                label for="link" { (words.say("link-label")) }
                input #link readonly value=(office.site().absolute(&format!("/office/setup/{link}"))) autofocus;
            }
        }
        p { a href="/office/people" { (words.say("people-back")) } }
    };
    Answer::page(frame::page(asked, &Frame::of(&words.say("link-title"), "/office/people"), &content))
}

fn people_page(asked: &Asked, accounts: &[Account], error: Option<&Error>) -> String {
    let words = asked.words;
    let content = html! {
        div.scroll { table {
            thead { tr {
                @for key in COLUMNS { th scope="col" { (words.say(key)) } }
            } }
            tbody { @for account in accounts { (row(words, account)) } }
        } }
        h2 { (words.say("people-add")) }
        @if let Some(error) = error { p.refused role="alert" { (words.tell(&error.sentence())) } }
        form.fields method="post" action="/office/people" {
            (frame::csrf(asked.signed()))
            div.field {
                label for="name" { (words.say("people-name")) }
                input #name name="name" required maxlength="160" autocomplete="off" value=(asked.form.get("name"));
            }
            div.field {
                label for="login" { (words.say("login-name")) }
                input #login name="login" required maxlength="40" autocomplete="off" autocapitalize="none" spellcheck="false"
                    value=(asked.form.get("login")) aria-describedby="login-note";
                p.help #login-note { (words.say("login-rule")) }
            }
            (role_fields(words, Role::parse(&asked.form.get("role")).unwrap_or(Role::Editor), &langs_of_form(asked)))
            button.strong { (words.say("people-add")) }
        }
    };
    let title = words.say("office-people");
    frame::page(asked, &Frame { is_wide: true, ..Frame::of(&title, "/office/people") }, &content)
}

fn langs_of_form(asked: &Asked) -> Vec<Lang> {
    asked.form.all("langs").filter_map(|lang| Lang::parse(lang).ok()).collect()
}

fn row(words: &Words, account: &Account) -> Markup {
    let editor = &account.editor;
    let langs = editor.langs.iter().map(|lang| lang.own_name()).collect::<Vec<_>>().join(", ");
    html! {
        tr {
            td { a href=(format!("/office/people/{}", editor.login)) { (editor.name) } }
            td { (editor.login) }
            td { (words.say(role_key(editor.role))) @if !langs.is_empty() { " (" (langs) ")" } }
            td { (words.say(state_key(editor.state))) }
            td { (seen(words, account)) }
        }
    }
}

/// When somebody was last seen.
#[must_use]
pub(super) fn seen(words: &Words, account: &Account) -> String {
    if account.seen_at.is_empty() { words.say("people-not-lately") } else { clock::shown(&account.seen_at, words) }
}

/// The fields for what somebody is there for.
#[must_use]
pub(super) fn role_fields(words: &Words, chosen: Role, langs: &[Lang]) -> Markup {
    html! {
        div.field {
            label for="role" { (words.say("people-role")) }
            select #role name="role" aria-describedby="role-note" {
                @for role in Role::ALL { option value=(role) selected[*role == chosen] { (words.say(role_key(*role))) } }
            }
            p.help #role-note { (words.say("people-role-note")) }
        }
        fieldset {
            legend { (words.say("people-langs")) }
            @for lang in Lang::ALL {
                label.choice { input type="checkbox" name="langs" value=(lang) checked[langs.contains(lang)]; " " (lang.own_name()) }
            }
        }
    }
}

/// The key of a role's name.
#[must_use]
pub(super) fn role_key(role: Role) -> &'static str {
    match role {
        Role::Editor => "role-editor",
        Role::Translator => "role-translator",
        Role::Reviewer => "role-reviewer",
        Role::Printer => "role-printer",
        Role::Operator => "role-operator",
    }
}

/// The key of a state's name.
#[must_use]
pub(super) fn state_key(state: EditorState) -> &'static str {
    match state {
        EditorState::Invited => "state-invited",
        EditorState::Active => "state-active",
        EditorState::Disabled => "state-disabled",
    }
}
