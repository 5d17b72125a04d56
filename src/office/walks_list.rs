//! Which walks are there, shown to visitors or not?

use super::answer::Answer;
use super::asked::Asked;
use super::frame::{self, Frame};
use super::route::{OpenTo, Route};
use super::{Error, Office};
use crate::register::{Act, Walk, WalkState};
use crate::web::walk_page;
use crate::web::words::Words;
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[Route::get("/office/walks", OpenTo::WhoMay(Act::Read), show_walks)];

fn show_walks(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let (words, walks) = (asked.words, office.store()?.walks()?);
    let title = words.say("office-walks");
    let content = html! {
        @if asked.may(Act::KeepRegister) { p { a.button href="/office/walks/new" { (words.say("walk-new")) } } }
        @if walks.is_empty() { p.note { (words.say("walks-none")) } } @else { (table(office, &walks, words)) }
    };
    Ok(Answer::page(frame::page(asked, &Frame::of(&title, "/office/walks"), &content)))
}

fn table(office: &Office, walks: &[Walk], words: &Words) -> Markup {
    let edition = office.edition();
    html! {
        div.scroll { table {
            thead { tr { @for key in ["walk-name", "entry-state", "walk-stops", "walk-way"] { th scope="col" { (words.say(key)) } } } }
            tbody {
                @for walk in walks {
                    @let (lang, name) = walk.name.in_lang(words.lang());
                    tr {
                        th scope="row" { a href=(address(walk)) lang=(lang) { (name) } }
                        td { (words.say(state_key(walk.state))) }
                        td { (walk.stops.len()) }
                        td { (walk_page::summary(&edition, walk, words)) }
                    }
                }
            }
        } }
    }
}

/// The address of a walk in the office.
pub(super) fn address(walk: &Walk) -> String {
    format!("/office/walk/{}", walk.slug)
}

/// The key of the word for whether a walk is shown.
pub(super) fn state_key(state: WalkState) -> &'static str {
    match state {
        WalkState::Open => "walk-open",
        WalkState::Closed => "walk-closed",
    }
}
