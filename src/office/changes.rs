//! What was there, what is there now? Gone and new words, told apart also by those who see no colours or nothing at all.

use crate::register::compare::{Compared, Run};
use crate::web::words::Words;
use maud::{Markup, html};

/// Paragraphs of a comparison.
pub fn paragraphs(words: &Words, compared: &[Compared]) -> Markup {
    html! { @for paragraph in compared { p.compared { (runs(words, paragraph)) } } }
}

/// The runs of one paragraph.
pub fn runs(words: &Words, compared: &Compared) -> Markup {
    let (before_gone, before_new) = (unseen(words, "history-gone"), unseen(words, "history-new"));
    html! {
        @for run in compared {
            @match run {
                Run::Same(same) => (same),
                Run::Gone(gone) => del { (before_gone) (gone) span.unseen { "]" } },
                Run::New(fresh) => ins { (before_new) (fresh) span.unseen { "]" } },
            }
        }
    }
}

/// Says aloud what the eye sees by a line through or under the words.
fn unseen(words: &Words, key: &str) -> Markup {
    html! { span.unseen { "[" (words.say(key)) ": " } }
}

/// One value that took the place of another.
pub fn replaced(words: &Words, was: &str, is: &str) -> Markup {
    runs(words, &vec![Run::Gone(was.to_owned()), Run::New(is.to_owned())])
}

/// A list that became another one: what went, and what is there now in its order.
pub fn list(words: &Words, was: &[String], is: &[String]) -> Markup {
    html! {
        ul {
            @for gone in was.iter().filter(|gone| !is.contains(gone)) { li { (runs(words, &vec![Run::Gone(gone.clone())])) } }
            @for now in is {
                li { @if was.contains(now) { (now) } @else { (runs(words, &vec![Run::New(now.clone())])) } }
            }
        }
    }
}
