//! What do pages say today that they do not say on other days?

use super::words::Words;
use crate::edition::Edition;
use crate::register::{Anniversary, AnniversaryKind, Lang, Place};
use jiff::civil::Date;
use maud::{Markup, html};

/// One sentence of the day.
pub struct Remembered {
    text: String,
    /// The language of the text, where it is not the page's.
    lang: Option<Lang>,
}

/// What the page of a place says on this day; the front page says all of it.
#[must_use]
pub fn remembered(edition: &Edition, today: Date, place: Option<&Place>, words: &Words) -> Vec<Remembered> {
    let is_here = |one: &&Anniversary| place.is_none_or(|place| edition.is_remembered_at(one, place));
    edition.remembered_on(today.month(), today.day()).filter(is_here).filter_map(|one| told(edition, one, words)).collect()
}

fn told(edition: &Edition, one: &Anniversary, words: &Words) -> Option<Remembered> {
    let langs = [words.lang(), Lang::En, Lang::Vi];
    if let Some(lang) = langs.into_iter().find(|lang| !one.in_lang(*lang).is_empty()) {
        return Some(Remembered { text: one.in_lang(lang).to_string(), lang: (lang != words.lang()).then_some(lang) });
    }
    let key = match one.kind {
        AnniversaryKind::Birth => "remembered-birth",
        AnniversaryKind::Death => "remembered-death",
        AnniversaryKind::Event => return None,
    };
    let name = edition.find(one.shown_on.first()?)?.name(words.lang());
    Some(Remembered { text: words.say_with(key, &[("name", &name), ("year", &one.date.year().to_string())]), lang: None })
}

/// The sentences of the day.
#[must_use]
pub fn remembered_markup(remembered: &[Remembered]) -> Markup {
    html! {
        @for one in remembered { p.note lang=[one.lang] { (one.text) } }
    }
}
