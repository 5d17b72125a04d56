//! Where is what somebody in the office looks for, in whatever stage?

use super::answer::Answer;
use super::asked::Asked;
use super::entries_page::grid;
use super::frame::{self, Frame};
use super::{Error, Office};
use maud::html;

/// Longest query looked at, in characters.
const LONGEST_QUERY: usize = 100;

/// Shows what a query finds.
pub(super) fn show_search(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let words = asked.words;
    let query: String = asked.query.get("q").chars().take(LONGEST_QUERY).collect();
    let rows = office.store()?.find_entries(&query)?;
    let found = if rows.is_empty() {
        words.say_with("found-nothing", &[("query", &query)])
    } else {
        words.say_with("found", &[("count", &rows.len()), ("query", &query)])
    };
    let title = words.say("search-title");
    let content = html! {
        form.row action="/office/search" role="search" {
            div.field { label for="q" { (words.say("office-search")) } input #q name="q" type="search" value=(query) maxlength="100"; }
            button { (words.say("search-button")) }
        }
        p role="status" { (found) }
        @if !rows.is_empty() { (grid(words, &rows)) }
    };
    Ok(Answer::page(frame::page(asked, &Frame { title: &title, part: "", above: &[], is_wide: true }, &content)))
}
