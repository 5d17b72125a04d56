//! What can an operator do about one person?

use super::Error;
use super::asked::Asked;
use super::frame::{self, Frame};
use super::people::{role_fields, seen, state_key};
use crate::register::{EditorState, Explained, Lang, Role};
use crate::store::Account;
use crate::web::words::Words;
use maud::{Markup, html};

/// What was done, as the address says, and the words for it.
const DONE: &[(&str, &str)] = &[("changed", "person-changed"), ("disabled", "person-disabled"), ("enabled", "person-enabled")];

/// The page of one person.
#[must_use]
pub fn person_page(asked: &Asked, account: &Account, error: Option<&Error>) -> String {
    let (words, editor, done) = (asked.words, &account.editor, asked.query.get("done"));
    let button = |act, key, class| button(asked, account, act, key, class);
    let (enable, reset) = (button("enable", "person-enable", ""), button("reset", "person-reset", ""));
    let disable = button("disable", "person-disable", "danger");
    let above = [(words.say("office-people"), "/office/people".to_owned())];
    let content = html! {
        @if let Some(error) = error { p.refused role="alert" { (words.tell(&error.sentence())) } }
        @if let Some((_, key)) = DONE.iter().find(|(name, _)| *name == done) { p.done role="status" { (words.say(key)) } }
        (facts(words, account))
        h2 { (words.say("people-role")) }
        form.fields method="post" action=(address("change", account)) {
            (frame::csrf(asked.signed()))
            (role_fields(words, chosen_role(asked, account), &chosen_langs(asked, account)))
            button.strong { (words.say("save")) }
        }
        h2 { (words.say("person-access")) }
        @if editor.state == EditorState::Disabled {
            (enable)
        } @else {
            @if editor.login != asked.who().login {
                p { (words.say("person-reset-explained")) }
                (reset)
            }
            p { (words.say("person-disable-explained")) }
            (disable)
        }
    };
    frame::page(asked, &Frame { above: &above, ..Frame::of(editor.name.as_str(), "/office/people") }, &content)
}

fn facts(words: &Words, account: &Account) -> Markup {
    let has_factor = words.say(if account.has_second_factor { "answer-yes" } else { "answer-no" });
    html! {
        dl {
            dt { (words.say("login-name")) } dd { (account.editor.login) }
            dt { (words.say("people-state")) } dd { (words.say(state_key(account.editor.state))) }
            dt { (words.say("factor-title")) } dd { (has_factor) }
            dt { (words.say("people-seen")) } dd { (seen(words, account)) }
            @if !account.invited_until.is_empty() {
                dt { (words.say("person-link-until")) } dd { (super::clock::shown(&account.invited_until, words)) }
            }
        }
    }
}

fn chosen_role(asked: &Asked, account: &Account) -> Role {
    Role::parse(&asked.form.get("role")).unwrap_or(account.editor.role)
}

fn chosen_langs(asked: &Asked, account: &Account) -> Vec<Lang> {
    match asked.form.has("role") {
        true => asked.form.all("langs").filter_map(|lang| Lang::parse(lang).ok()).collect(),
        false => account.editor.langs.clone(),
    }
}

fn button(asked: &Asked, account: &Account, act: &str, key: &str, class: &str) -> Markup {
    html! {
        form method="post" action=(address(act, account)) {
            (frame::csrf(asked.signed()))
            button class=(class) { (asked.words.say(key)) }
        }
    }
}

fn address(act: &str, account: &Account) -> String {
    format!("/office/people/{}/{act}", account.editor.login)
}
