//! How are sources filled in? A row each, and two more for new ones.

use crate::register::listed::{clean, entries, entry_of, line_of, pairs};
use crate::register::source::SOURCE_KEYS;
use crate::register::{Explained, FieldFault, Source, SourceKind};
use crate::web::form::Form;
use crate::web::words::Words;
use maud::{Markup, html};

/// Most rows of a form.
const MOST_ROWS: usize = 60;
/// Empty rows offered.
const BLANKS: usize = 2;
/// The parts of a row after its kind, each with the key of its label.
const PARTS: &[(&str, &str)] = &[
    ("title", "source-title"),
    ("number", "source-number-label"),
    ("date", "source-date"),
    ("issuer", "source-issuer"),
    ("page", "source-page-label"),
    ("link", "source-link-label"),
    ("scan", "source-scan-label"),
];

/// The parts that most sources have; the others are behind a fold.
const FIRST: &[&str] = &["title", "link"];

/// A paper that a source may be shown by: its number and what it is.
pub(super) struct Paper {
    /// The number of the scan.
    pub id: i64,
    /// What it is, for whoever chooses.
    pub about: String,
}

/// The line of sources that the rows of a form make, right or wrong; [`faults`] says what cannot be kept.
pub(super) fn read_rows(form: &Form) -> String {
    let rows = (0..MOST_ROWS).filter(|at| SOURCE_KEYS.iter().any(|key| form.has(&format!("source-{at}-{key}"))));
    line_of(rows.map(|at| {
        let values: Vec<(&str, String)> = SOURCE_KEYS.iter().map(|key| (*key, form.get(&format!("source-{at}-{key}")))).collect();
        entry(&values)
    }))
}

/// What is wrong with each source of a line, by the name of its row.
pub(super) fn faults(line: &str) -> Vec<FieldFault> {
    let read = entries(line).into_iter().enumerate().map(|(at, part)| (at, Source::read(&part)));
    read.filter_map(|(at, read)| Some(FieldFault { field: format!("source-{at}"), reason: read.err()?.sentence() })).collect()
}

/// The rows of a line of sources, and two more. `papers` are the scans to choose from.
pub(super) fn rows(words: &Words, line: &str, papers: &[Paper]) -> Markup {
    let mut rows: Vec<Vec<(String, String)>> = entries(line).iter().map(|part| values_of(part)).collect();
    rows.resize_with(rows.len() + BLANKS, Vec::new);
    let faults = faults(line);
    html! {
        @for (at, row) in rows.iter().enumerate() {
            @let value = |key: &str| row.iter().find(|(name, _)| name == key).map_or("", |(_, value)| value.as_str());
            fieldset.row id=(format!("source-{at}")) {
                legend { (words.say_with("source-row", &[("number", &(at + 1))])) }
                @if let Some(fault) = faults.iter().find(|fault| fault.field == format!("source-{at}")) {
                    p.refused { (words.tell(&fault.reason)) }
                }
                div {
                    label for=(format!("source-{at}-kind")) { (words.say("source-kind")) }
                    (kinds(words, at, value("kind")))
                }
                @for (part, label) in PARTS.iter().filter(|(part, _)| FIRST.contains(part)) { (part_field(words, at, part, label, value(part))) }
                details open[PARTS.iter().any(|(part, _)| !FIRST.contains(part) && !value(part).is_empty())] {
                    summary { (words.say("source-more")) }
                    div.parts {
                        @for (part, label) in PARTS.iter().filter(|(part, _)| !FIRST.contains(part)) {
                            (part_field(words, at, part, label, value(part)))
                        }
                    }
                }
            }
        }
        datalist id="papers" { @for paper in papers { option value=(paper.id) { (paper.about) } } }
    }
}

fn part_field(words: &Words, at: usize, part: &str, label: &str, value: &str) -> Markup {
    let name = format!("source-{at}-{part}");
    let list = (part == "scan").then_some("papers");
    html! {
        div class=(part) {
            label for=(name) { (words.say(label)) }
            input id=(name) name=(name) value=(value) list=[list] autocomplete="off";
        }
    }
}

fn kinds(words: &Words, at: usize, now: &str) -> Markup {
    let name = format!("source-{at}-kind");
    html! {
        select id=(name) name=(name) {
            @for kind in SourceKind::ALL {
                @let is_chosen = kind.as_str() == now || (now.is_empty() && *kind == SourceKind::Other);
                option value=(if *kind == SourceKind::Other { "" } else { kind.as_str() }) selected[is_chosen] { (words.say(kind_key(*kind))) }
            }
        }
    }
}

/// The key of the word for a kind of source.
pub(super) fn kind_key(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Decision => "source-kind-decision",
        SourceKind::Book => "source-kind-book",
        SourceKind::Article => "source-kind-article",
        SourceKind::Website => "source-kind-website",
        SourceKind::Archive => "source-kind-archive",
        SourceKind::Testimony => "source-kind-testimony",
        SourceKind::Other => "source-kind-other",
    }
}

/// A plain source stays plain; one with several parts becomes pairs, also where one of them is wrong.
fn entry(values: &[(&str, String)]) -> String {
    let kind = values.iter().find(|(key, _)| *key == "kind").map_or("", |(_, value)| value.trim());
    let told: Vec<(&str, &str)> = values.iter().map(|(key, value)| (*key, value.trim())).filter(|(key, _)| *key != "kind").collect();
    let told: Vec<(&str, &str)> = told.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    let sorted = !kind.is_empty() && kind != SourceKind::Other.as_str();
    match told.as_slice() {
        [] => String::new(),
        [("title", title)] if !sorted => clean(title),
        [("link", link)] if !sorted && Source::read(link).is_ok_and(|source| !source.link.is_empty()) => clean(link),
        told => {
            let kind = if sorted { kind } else { SourceKind::Other.as_str() };
            entry_of(&[&[("kind", kind)], told].concat())
        }
    }
}

fn values_of(part: &str) -> Vec<(String, String)> {
    if let Some(pairs) = pairs(part).filter(|pairs| pairs.iter().any(|(key, _)| key == "kind")) {
        return pairs;
    }
    let source = Source::parse(part);
    vec![("title".to_owned(), source.title.to_string()), ("link".to_owned(), source.link.to_string())]
}
