//! How are sources filled in?

use super::form::Form;
use crate::web::words::Words;
use maud::{Markup, html};

/// The rows of a list of sources.
#[must_use]
pub fn rows(words: &Words, line: &str) -> Markup {
    html! { label { (words.say("sources")) textarea name="sources" rows="3" { (line) } } }
}

/// The list of sources that the rows make up.
#[must_use]
pub fn read_rows(form: &Form) -> String {
    form.get("sources")
}
