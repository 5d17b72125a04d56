//! Which walks come through here, and where do they go on to? One line each.

use super::addresses::{place_address, walk_path};
use super::place_page::name_lang;
use super::words::Words;
use crate::edition::{Edition, Through};
use crate::register::{Lang, Place};
use maud::{Markup, html};

/// A walk through this place, ready to print.
pub struct NextStop {
    walk: Link,
    /// What is said of the next stop, or that there is none.
    label: String,
    /// The next stop, and how far it is.
    next: Option<(Link, String)>,
}

/// A name that leads somewhere.
struct Link {
    address: String,
    name: String,
    /// The language of the name, where it is not the page's.
    lang: Option<&'static str>,
}

/// Every walk through a place.
pub fn all_from(edition: &Edition, place: &Place, words: &Words) -> Vec<NextStop> {
    edition.walks_through(place).iter().filter_map(|through| next_of(edition, through, words)).collect()
}

fn next_of(edition: &Edition, through: &Through, words: &Words) -> Option<NextStop> {
    let (lang, name) = edition.find_walk(&through.walk)?.name.in_lang(words.lang());
    let walk = Link {
        address: format!("/{}{}", words.lang(), walk_path(&through.walk)),
        name: name.to_string(),
        lang: words.other(lang).map(Lang::as_str),
    };
    let Some((place, leg)) = &through.next else {
        return Some(NextStop { walk, label: words.say("walk-ends"), next: None });
    };
    let entry = edition.find(place)?;
    let stop =
        Link { address: place_address(place, words.lang()), name: entry.name(words.lang()).to_owned(), lang: name_lang(entry, words) };
    let about = words.say_with("about-metres", &[("metres", &words.count(leg.metres))]);
    Some(NextStop { walk, label: words.say("walk-next"), next: Some((stop, about)) })
}

/// A line for each walk.
#[must_use]
pub fn markup(walks: &[NextStop]) -> Markup {
    html! {
        @for one in walks {
            p.note {
                (link(&one.walk)) " · " (one.label)
                @if let Some((stop, about)) = &one.next { " " (link(stop)) " · " (about) }
            }
        }
    }
}

fn link(link: &Link) -> Markup {
    html! { a href=(link.address) lang=[link.lang] { (link.name) } }
}
