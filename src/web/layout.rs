//! What is around every page? The head, the way home, the languages, the promise at the foot.

use super::assets::{STYLE, asset_address};
use super::{Site, words::Words};
use crate::register::Lang;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// What the frame needs to know of the page inside it.
pub struct Frame<'a> {
    /// The language of the page.
    pub words: &'a Words,
    /// The installation.
    pub site: &'a Site,
    /// The title, without the city.
    pub title: String,
    /// One or two sentences for a search engine or a shared link.
    pub description: String,
    /// The path of this page after `/{lang}`, the same in every language; a choice of language goes there.
    pub path: String,
    /// The path after `/{lang}` of the page that search engines shall keep; none where they shall not keep any.
    pub canonical: Option<String>,
    /// Are positions from OpenStreetMap shown?
    pub shows_positions: bool,
    /// Does the content itself link the second style sheet, behind its text? What stands before it is then shown without waiting for it.
    pub is_text_first: bool,
    /// What this page says to machines besides, in its head.
    pub head: Markup,
}

/// The whole page around its content; `plate` is what stands above the text, on the enamel.
#[must_use]
pub fn page(frame: &Frame<'_>, plate: &Markup, content: &Markup) -> String {
    let words = frame.words;
    let page = html! {
        (DOCTYPE)
        html lang=(words.lang()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (frame.title) " · " (words.say("city")) }
                meta name="description" content=(frame.description);
                (addresses(frame))
                link rel="icon" href=(asset_address("icon.svg"));
                meta name="format-detection" content="telephone=no";
                style { (PreEscaped(STYLE.as_str())) }
                @if !frame.is_text_first { (second_style()) }
                (frame.head)
            }
            body {
                a.skip href="#text" { (words.say("skip")) }
                (top(frame))
                (plate)
                main id="text" { (content) }
                (foot(frame))
            }
        }
    };
    page.into_string()
}

/// The style of everything but the plate and the text: a file of its own, which a browser keeps.
#[must_use]
pub fn second_style() -> Markup {
    html! { link rel="stylesheet" href=(asset_address("more.css")); }
}

/// The addresses of this page and of its siblings in other languages.
fn addresses(frame: &Frame<'_>) -> Markup {
    let address = |lang: Lang, path: &str| frame.site.absolute(&format!("/{lang}{path}"));
    html! {
        @if let Some(path) = &frame.canonical {
            link rel="canonical" href=(address(frame.words.lang(), path));
            // Only a page that is its own canonical one speaks for its siblings; a sign's page leaves that to its place.
            @if *path == frame.path {
                @for lang in Lang::ALL {
                    link rel="alternate" hreflang=(lang) href=(address(*lang, path));
                }
                link rel="alternate" hreflang="x-default" href=(frame.site.absolute(&unasked_path(path)));
            }
            meta property="og:title" content=(frame.title);
            meta property="og:description" content=(frame.description);
            meta property="og:url" content=(address(frame.words.lang(), path));
        } @else {
            meta name="robots" content="noindex";
        }
    }
}

/// Where somebody goes whose language we lack: the front page chooses for itself, of any other page it is the English one.
#[must_use]
pub fn unasked_path(path: &str) -> String {
    if path == "/" { path.to_owned() } else { format!("/{}{path}", Lang::En) }
}

/// The way home and the languages, folded away under the name of this one. A choice is a POST, so that opening an address never sets the cookie.
fn top(frame: &Frame<'_>) -> Markup {
    let words = frame.words;
    html! {
        nav.top {
            a.home href=(format!("/{}/", words.lang())) { (words.say("product")) }
            details {
                summary aria-label=(format!("{} – {}", words.say("languages"), words.lang().own_name())) { (words.lang().own_name()) }
                form method="post" {
                    @for lang in Lang::ALL {
                        @let current = (*lang == words.lang()).then_some("true");
                        button lang=(lang) aria-current=[current] formaction=(format!("/{lang}{}", frame.path)) { (lang.own_name()) }
                    }
                }
            }
        }
    }
}

fn foot(frame: &Frame<'_>) -> Markup {
    let words = frame.words;
    html! {
        footer {
            p { (words.say("only-address")) " " b { (frame.site.host()) } }
            p { (words.say("promise")) }
            p { (words.say("licence")) @if frame.shows_positions { " © OpenStreetMap contributors, ODbL." } }
        }
    }
}
