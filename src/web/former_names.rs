//! What was the place called before? A list from the oldest name to the one of today.

use super::dates;
use super::words::Words;
use crate::register::NamePeriod;
use maud::{Markup, html};

/// A name with the time that it was borne, ready to print.
pub struct Span {
    /// The time; empty where it is not known.
    time: String,
    name: String,
    /// The decision that gave the name; empty where it is not known.
    decision: String,
}

/// The names over time, where at least one former one has a date or a decision; else none.
/// `free` are former names of which nothing else is known; they come first.
#[must_use]
pub fn spans(today: &str, names: &[NamePeriod], free: &str, words: &Words) -> Vec<Span> {
    let is_dated = |one: &NamePeriod| one.from.is_some() || one.until.is_some() || !one.decision.is_empty();
    let (current, former): (Vec<_>, Vec<_>) = names.iter().partition(|one| dates::is_todays(one, today));
    let has_former = !former.is_empty() || !free.is_empty();
    if !has_former || !names.iter().any(is_dated) {
        return Vec::new();
    }
    let is_told = |name: &str| names.iter().any(|one| one.name.as_str() == name);
    let plain = free.split(';').map(str::trim).filter(|name| !name.is_empty() && !is_told(name));
    let plain = plain.map(|name| Span { time: String::new(), name: name.to_owned(), decision: String::new() });
    let span = |one: &NamePeriod| Span { time: dates::time_of(one, words), name: one.name.to_string(), decision: one.decision.to_string() };
    let last = current.last().map_or_else(
        || Span { time: words.say("name-since"), name: today.to_owned(), decision: String::new() },
        |one| Span {
            time: Some(dates::time_of(one, words)).filter(|time| !time.is_empty()).unwrap_or_else(|| words.say("name-since")),
            ..span(one)
        },
    );
    plain.chain(former.into_iter().map(span)).chain([last]).collect()
}

/// The list under its heading; nothing where there is none.
#[must_use]
pub fn names_markup(spans: &[Span], words: &Words) -> Markup {
    html! {
        @if !spans.is_empty() {
            h2 { (words.say("then-and-now")) }
            ol.then {
                @for span in spans {
                    li {
                        @if !span.time.is_empty() { small { (span.time) } }
                        b { (span.name) }
                        @if !span.decision.is_empty() { small { (span.decision) } }
                    }
                }
            }
        }
    }
}
