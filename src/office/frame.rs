//! What is around every page of the office? Where one is, who one is, and the way to the rest.

use super::answer::Answer;
use super::asked::{Asked, Signed};
use super::{Error, door};
use crate::register::{Act, Explained, Fault, Lang, Sentence};
use crate::web::assets::asset_address;
use crate::web::words::Words;
use maud::{DOCTYPE, Markup, html};

/// What a page of the office is called, and where it belongs.
pub struct Frame<'a> {
    /// The title, also the first heading.
    pub title: &'a str,
    /// The address of the part of the office that it belongs to, such as `/office/people`.
    pub part: &'a str,
    /// The way down to this page: names and addresses of the pages above it.
    pub above: &'a [(String, String)],
    /// Does the page take the whole width of the window?
    pub is_wide: bool,
}

impl<'a> Frame<'a> {
    /// A page of a part of the office.
    #[must_use]
    pub const fn of(title: &'a str, part: &'a str) -> Self {
        Self { title, part, above: &[], is_wide: false }
    }
}

/// The parts of the office, with what somebody must be allowed to do to see each.
const PARTS: &[(&str, &str, Act)] = &[
    ("/office/", "office-desk", Act::Read),
    ("/office/entries", "office-entries", Act::Read),
    ("/office/print", "office-print", Act::Read),
    ("/office/languages", "office-languages", Act::Read),
    ("/office/scans", "office-scans", Act::Read),
    ("/office/history", "office-history", Act::Read),
    ("/office/people", "office-people", Act::KeepPeople),
];

/// A page for somebody who is signed in.
#[must_use]
pub fn page(asked: &Asked, frame: &Frame<'_>, content: &Markup) -> String {
    whole(asked.words, asked.signed.as_ref(), frame, content)
}

/// The page that tells why something was not done.
#[must_use]
pub fn refused(words: &Words, signed: Option<&Signed>, error: &Error) -> Answer {
    if let Error::Moved(address) = error {
        return Answer::on_to(address);
    }
    let title = words.say("office-refused");
    let sentence = if error.fault() == Fault::Broken { Sentence::new("page-broken") } else { error.sentence() };
    let content = html! {
        p.refused role="alert" { (words.tell(&sentence)) }
        p { a href="/office/" { (words.say("office-to-the-desk")) } }
    };
    Answer::page_with(door::status(error), whole(words, signed, &Frame::of(&title, ""), &content))
}

/// A page for whoever it is.
#[must_use]
pub fn whole(words: &Words, signed: Option<&Signed>, frame: &Frame<'_>, content: &Markup) -> String {
    document(words, frame, &top(words, signed, frame), content)
}

/// A page of one step, with no way off it: what it carries along would be lost there.
#[must_use]
pub fn alone(words: &Words, title: &str, content: &Markup) -> String {
    document(words, &Frame::of(title, ""), &html! { header.top { span.home { (words.say("product")) } } }, content)
}

fn document(words: &Words, frame: &Frame<'_>, top: &Markup, content: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(words.lang()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (frame.title) " · " (words.say("office")) " · " (words.say("product")) }
                link rel="icon" type="image/svg+xml" href=(asset_address("icon.svg"));
                link rel="stylesheet" href=(asset_address("office.css"));
            }
            body {
                a.skip href="#text" { (words.say("skip")) }
                (top)
                main #text .wide[frame.is_wide] {
                    @if !frame.above.is_empty() { (way_down(words, frame)) }
                    h1 { (frame.title) }
                    (content)
                }
            }
        }
    };
    page.into_string()
}

fn way_down(words: &Words, frame: &Frame<'_>) -> Markup {
    html! {
        nav.way aria-label=(words.say("office-way-down")) {
            ol { @for (name, address) in frame.above { li { a href=(address) { (name) } } } }
        }
    }
}

fn top(words: &Words, signed: Option<&Signed>, frame: &Frame<'_>) -> Markup {
    html! {
        header.top {
            a.home href="/office/" { (words.say("product")) }
            @if let Some(signed) = signed {
                nav.parts aria-label=(words.say("office-parts")) {
                    @for (address, key, act) in PARTS {
                        @if signed.editor.role.may(*act) {
                            a href=(address) aria-current=[(frame.part == *address).then_some("page")] { (words.say(key)) }
                        }
                    }
                }
                form.find action="/office/search" role="search" aria-label=(words.say("office-search")) {
                    input name="q" type="search" maxlength="100" autocomplete="off" aria-label=(words.say("office-search"))
                        placeholder=(words.say("office-search"));
                }
                a.me href="/office/me" { (signed.editor.name) }
                form method="post" action="/office/logout" { (csrf(signed)) button { (words.say("office-sign-out")) } }
            }
            (languages(words))
        }
    }
}

/// The language that the office speaks is the visitor's choice, kept in the same cookie.
fn languages(words: &Words) -> Markup {
    html! {
        form.languages method="post" action="/office/language" aria-label=(words.say("languages")) {
            @for lang in Lang::OFFICE {
                button name="lang" value=(lang) lang=(lang) aria-current=[(*lang == words.lang()).then_some("true")] { (lang.own_name()) }
            }
        }
    }
}

/// What every form of somebody signed in carries.
#[must_use]
pub fn csrf(signed: &Signed) -> Markup {
    html! { input type="hidden" name="csrf" value=(signed.csrf); }
}
