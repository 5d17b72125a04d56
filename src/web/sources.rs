//! How does a reader take a source in? One line, in the order in which people cite; an address without its scheme.

use super::dates::spoken;
use super::words::Words;
use crate::register::{Source, SourceKind};

/// A source as a reader takes it in.
#[must_use]
pub fn shown_source(source: &Source, words: &Words) -> String {
    let what = match (source.kind, source.title.as_str()) {
        (SourceKind::Decision, "") => words.say("source-decision"),
        (_, title) => bare(title),
    };
    let decided = source.kind == SourceKind::Decision;
    let cited = if decided { decision(source, &what, words) } else { work(source, &what, words) };
    let page = Some(source.page.as_str()).filter(|page| !page.is_empty());
    let page = page.map(|page| words.say_with("source-page", &[("page", &page)]));
    let parts = [cited, page.unwrap_or_default(), bare(source.link.as_str())];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// «Nghị quyết 12/NQ-HĐND ngày 10/12/2021 của HĐND thành phố»
fn decision(source: &Source, what: &str, words: &Words) -> String {
    let date = source.date.map(|date| {
        let key = if date.day().is_some() { "source-of-day" } else { "source-of-year" };
        words.say_with(key, &[("date", &spoken(date, words))])
    });
    let issuer = Some(source.issuer.as_str()).filter(|issuer| !issuer.is_empty());
    let issuer = issuer.map(|issuer| words.say_with("source-issued", &[("issuer", &issuer)]));
    let parts = [what.to_owned(), source.number.to_string(), date.unwrap_or_default(), issuer.unwrap_or_default()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// «Lịch sử Hải Phòng, NXB Hải Phòng, số 3, 10/1994»
fn work(source: &Source, what: &str, words: &Words) -> String {
    let number = Some(source.number.as_str()).filter(|number| !number.is_empty());
    let number = number.map(|number| words.say_with("source-number", &[("number", &number)]));
    let date = source.date.map(|date| spoken(date, words));
    let parts = [what.to_owned(), source.issuer.to_string(), number.unwrap_or_default(), date.unwrap_or_default()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

pub(super) fn bare(text: &str) -> String {
    let text = text.trim();
    let bare = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text);
    bare.trim_start_matches("www.").trim_end_matches('/').to_owned()
}
