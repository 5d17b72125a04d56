//! Which walks are there? And what does a phone show that has no network and has not kept the page asked for?

use crate::edition::Edition;
use crate::register::{Lang, Walk};
use crate::web::Site;
use crate::web::addresses::walk_path;
use crate::web::layout::{self, Frame};
use crate::web::parts::{self, Plate, Row};
use crate::web::walk_page;
use crate::web::words::Words;
use maud::{Markup, html};

/// A row for each walk of the edition; `tell` says in a few words how long it is.
pub fn rows(edition: &Edition, words: &Words, tell: fn(&Edition, &Walk, &Words) -> String) -> Vec<Row> {
    edition.walks().iter().map(|walk| row(walk, tell(edition, walk, words), words)).collect()
}

fn row(walk: &Walk, about: String, words: &Words) -> Row {
    let (lang, name) = walk.name.in_lang(words.lang());
    Row {
        address: format!("/{}{}", words.lang(), walk_path(&walk.slug)),
        name: name.to_string(),
        name_lang: words.other(lang).map(Lang::as_str),
        about,
    }
}

/// The list of walks.
pub fn walks_page(edition: &Edition, site: &Site, words: &Words) -> String {
    let rows = rows(edition, words, walk_page::summary);
    let title = words.say("walks");
    let content = html! {
        p.lead { (words.say("walks-lead")) }
        @if rows.is_empty() { p { (words.say("walks-none")) } } @else { (parts::bare_rows(&rows)) }
        p.note { (words.say("walk-figures")) }
        p { a href=(format!("/{}/search", words.lang())) { (words.say("all-places")) } }
    };
    page(&title, &words.say("walks-lead"), "/walk", true, site, words, &content)
}

/// What a phone shows without a network; its script lists what was kept.
pub fn offline_page(site: &Site, words: &Words) -> String {
    let title = words.say("offline-title");
    let content = html! {
        p.lead { (words.say("offline-lead")) }
        ul.rows data-kept=(words.say("offline-none")) {}
    };
    page(&title, &words.say("offline-lead"), "/offline", false, site, words, &content)
}

fn page(title: &str, lead: &str, path: &str, is_found: bool, site: &Site, words: &Words, content: &Markup) -> String {
    let frame = Frame {
        words,
        site,
        title: title.to_owned(),
        description: lead.to_owned(),
        path: path.to_owned(),
        canonical: is_found.then(|| path.to_owned()),
        shows_positions: is_found,
        is_text_first: false,
        head: walk_page::head(),
    };
    layout::page(&frame, &parts::plate(&Plate { above: None, name: title, name_lang: None, below: None }), content)
}
