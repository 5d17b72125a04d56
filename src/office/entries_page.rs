//! Which entries are there, and how far is each in each language?

use super::answer::Answer;
use super::asked::Asked;
use super::entry::{address, kind_key};
use super::frame::{self, Frame};
use super::pages::pages;
use super::text_page::text_address;
use super::{Error, Office, work_parts};
use crate::register::{Lang, PlaceKind, Stage};
use crate::store::{A_PAGE, EntryRow, Narrowed, TextRow};
use crate::web::words::Words;
use maud::{Markup, html};

/// Every narrowing that asks for no language, with its word in addresses and the key of its name.
const NARROWINGS: &[(&str, &str, Narrowed)] = &[
    ("", "only-all", Narrowed::All),
    ("in-review", "stage-in-review", Narrowed::InReview),
    ("draft", "stage-draft", Narrowed::Draft),
    ("scheduled", "desk-scheduled", Narrowed::Scheduled),
    ("withdrawn", "stage-withdrawn", Narrowed::Withdrawn),
    ("awaiting", "missing-awaiting", Narrowed::Awaiting),
    ("no-photo", "missing-photo", Narrowed::NoPhoto),
    ("no-source", "missing-source", Narrowed::NoSource),
    ("no-ward", "missing-ward", Narrowed::NoWard),
    ("no-namesake", "missing-namesake", Narrowed::NoNamesake),
    ("retired", "only-retired", Narrowed::Retired),
];

/// The word of a narrowing in addresses.
#[must_use]
pub fn narrowing(narrowed: Narrowed) -> String {
    match narrowed {
        Narrowed::NoText(lang) => format!("no-{lang}"),
        Narrowed::Stale(lang) => format!("stale-{lang}"),
        plain => NARROWINGS.iter().find(|(_, _, one)| *one == plain).map_or("", |(word, _, _)| word).to_owned(),
    }
}

/// What a narrowing is called.
#[must_use]
pub fn narrowing_name(narrowed: Narrowed, words: &Words) -> String {
    match narrowed {
        Narrowed::NoText(lang) => words.say_with("missing-text", &[("language", &words.language(lang))]),
        Narrowed::Stale(lang) => words.say_with("missing-stale", &[("language", &words.language(lang))]),
        plain => NARROWINGS.iter().find(|(_, _, one)| *one == plain).map(|(_, key, _)| words.say(key)).unwrap_or_default(),
    }
}

/// Every narrowing, those that ask for a language last.
fn all_narrowings() -> impl Iterator<Item = Narrowed> {
    let of_languages = Lang::ALL.iter().copied().flat_map(missing_in);
    NARROWINGS.iter().map(|(_, _, narrowed)| *narrowed).chain(of_languages)
}

/// What can be missing in a language: texts, and translations that follow their source; the source itself is Vietnamese.
pub fn missing_in(lang: Lang) -> impl Iterator<Item = Narrowed> {
    let stale = Some(Narrowed::Stale(lang)).filter(|_| lang != Lang::Vi);
    [Narrowed::NoText(lang)].into_iter().chain(stale)
}

/// A page of a list of entries, ready to print.
struct EntriesView {
    kind: Option<PlaceKind>,
    only: Narrowed,
    page: usize,
    rows: Vec<EntryRow>,
    total: usize,
}

impl EntriesView {
    fn of(office: &Office, asked: &Asked) -> Result<Self, Error> {
        let kind = PlaceKind::parse(&asked.query.get("kind")).ok();
        let wanted = asked.query.get("only");
        let only = all_narrowings().find(|one| narrowing(*one) == wanted).unwrap_or(Narrowed::All);
        let page = asked.query.get("page").parse::<usize>().unwrap_or(1).clamp(1, 100_000);
        let (rows, total) = office.store()?.entries(kind, only, page - 1)?;
        Ok(Self { kind, only, page, rows, total })
    }

    fn address(&self, path: &str, page: usize) -> String {
        let kind = self.kind.map_or("", PlaceKind::as_str);
        format!("{path}?kind={kind}&only={}&page={page}", narrowing(self.only))
    }
}

/// Every entry, narrowed to what is missing or waiting.
pub(super) fn show_entries(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    show(office, asked, "office-entries", "/office/entries")
}

/// The grid of entries and languages.
pub(super) fn show_languages(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    show(office, asked, "office-languages", "/office/languages")
}

fn show(office: &Office, asked: &Asked, title: &str, part: &str) -> Result<Answer, Error> {
    let view = EntriesView::of(office, asked)?;
    let (words, title) = (asked.words, asked.words.say(title));
    let content = html! {
        (narrower(words, &view, part))
        p role="status" { (words.say_with("entries-count", &[("count", &words.count(view.total))])) }
        @if !view.rows.is_empty() { (grid(words, &view.rows)) }
        (pages(words, view.page, view.total.div_ceil(A_PAGE).max(1), &|page| view.address(part, page)))
    };
    Ok(Answer::page(frame::page(asked, &Frame { title: &title, part, above: &[], is_wide: true }, &content)))
}

fn narrower(words: &Words, view: &EntriesView, part: &str) -> Markup {
    html! {
        form.row.narrower action=(part) {
            div.field {
                label for="kind" { (words.say("entries-kind")) }
                select #kind name="kind" {
                    option value="" { (words.say("only-all")) }
                    @for kind in PlaceKind::ALL { option value=(kind) selected[view.kind == Some(*kind)] { (words.say(kind_key(*kind))) } }
                }
            }
            div.field {
                label for="only" { (words.say("entries-only")) }
                select #only name="only" {
                    @for one in all_narrowings() {
                        option value=(narrowing(one)) selected[view.only == one] { (narrowing_name(one, words)) }
                    }
                }
            }
            button { (words.say("entries-show")) }
        }
    }
}

/// The entries as rows, their languages as columns.
#[must_use]
pub fn grid(words: &Words, rows: &[EntryRow]) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(words.say("office-languages")) {
            table.grid {
                thead { tr {
                    th scope="col" { (words.say("entries-name")) }
                    th scope="col" { (words.say("entries-kind")) }
                    @for lang in Lang::ALL { th scope="col" title=(lang.own_name()) aria-label=(words.language(*lang)) { (lang.as_str().to_uppercase()) } }
                } }
                tbody { @for row in rows { tr {
                    th scope="row" {
                        a href=(address(&row.place)) { (row.name) }
                        @if !row.retired_on.is_empty() { " " span.badge.withdrawn { (words.say("only-retired")) } }
                    }
                    td { (words.say(kind_key(row.place.kind))) }
                    @for text in &row.texts { td { (cell(words, row, text)) } }
                } } }
            }
        }
    }
}

fn cell(words: &Words, row: &EntryRow, text: &TextRow) -> Markup {
    let is_empty = text.public_stage.is_none() && text.working_stage.is_none();
    html! {
        a.standing href=(text_address(&row.place, text.lang)) {
            @if is_empty { span.badge.missing { (words.say("stage-missing")) } }
            @if let Some(stage) = text.public_stage { (work_parts::badge(words, stage)) }
            @if let Some(stage) = text.working_stage.filter(|_| text.publish_at.is_empty()) { " " (work_parts::badge(words, stage)) }
            @if !text.publish_at.is_empty() { " " span.badge.scheduled { (work_parts::scheduled(words, &text.publish_at)) } }
            @if text.stale > 0 && text.public_stage != Some(Stage::Withdrawn) {
                " " span.badge.stale { (words.say_with("stage-stale", &[("count", &text.stale)])) }
            }
        }
    }
}
