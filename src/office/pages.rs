//! How does somebody turn the pages of a list?

use crate::web::words::Words;
use maud::{Markup, html};

/// The way to the pages before and after this one; nothing where there is only one.
pub(super) fn pages(words: &Words, page: usize, last: usize, address: &dyn Fn(usize) -> String) -> Markup {
    html! {
        @if last > 1 {
            nav.row.pages aria-label=(words.say("pages")) {
                @if page > 1 { a rel="prev" href=(address(page - 1)) { (words.say("page-before")) } }
                span { (words.say_with("page-of", &[("page", &page), ("last", &last)])) }
                @if page < last { a rel="next" href=(address(page + 1)) { (words.say("page-after")) } }
            }
        }
    }
}
