//! Which pieces of a page come back on others? The plate, a row of a list, the search box.

use super::words::Words;
use maud::{Markup, html};

/// The sign itself, as the head of the page: what a visitor sees on the wall.
pub struct Plate<'a> {
    /// The word above the name, in Vietnamese as on the metal.
    pub above: Option<String>,
    /// The name.
    pub name: &'a str,
    /// The language of the name, where it is not the page's.
    pub name_lang: Option<&'static str>,
    /// What stands below the name.
    pub below: Option<String>,
}

/// A row of a list that leads somewhere.
pub struct Row {
    /// Where it leads.
    pub address: String,
    /// What is there.
    pub name: String,
    /// The language of the name, where it is not the page's.
    pub name_lang: Option<&'static str>,
    /// A few words more.
    pub about: String,
}

/// The plate above the text.
#[must_use]
pub fn plate(plate: &Plate<'_>) -> Markup {
    html! {
        header.plate {
            @if let Some(above) = &plate.above { p lang="vi" { (above) } }
            h1 lang=[plate.name_lang] { (plate.name) }
            @if let Some(below) = &plate.below { small { (below) } }
        }
    }
}

/// A list of rows under a heading; nothing at all where there is no row.
#[must_use]
pub fn rows(heading: &str, rows: &[Row]) -> Markup {
    html! {
        @if !rows.is_empty() {
            h2 { (heading) }
            (bare_rows(rows))
        }
    }
}

/// A list of rows.
#[must_use]
pub fn bare_rows(rows: &[Row]) -> Markup {
    html! {
        ul.rows {
            @for row in rows {
                li { a href=(row.address) { span lang=[row.name_lang] { (row.name) } small { (row.about) } } }
            }
        }
    }
}

/// The search box, filled in with what was asked before.
#[must_use]
pub fn search_box(words: &Words, query: &str) -> Markup {
    html! {
        form.find action=(format!("/{}/search", words.lang())) role="search" {
            label for="q" { (words.say("search-label")) }
            div {
                input id="q" name="q" type="search" value=(query) maxlength="100" autocomplete="off" enterkeyhint="search";
                button { (words.say("search-button")) }
            }
        }
    }
}
