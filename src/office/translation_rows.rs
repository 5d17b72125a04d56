//! How is a text translated? Paragraph by paragraph, the source on the left, the translation on the right.

use super::text_form::{field, numbers};
use super::text_page::{TextView, lead_field};
use crate::register::paragraphs::paragraphs;
use crate::web::words::Words;
use maud::{Markup, html};

/// One paragraph of the source beside its translation.
struct Pair {
    at: usize,
    source: String,
    target: String,
    is_stale: bool,
    is_ticked: bool,
}

/// The rows of a translation; without a source, only the translation.
#[must_use]
pub fn rows(words: &Words, view: &TextView) -> Markup {
    let pairs = pairs(view);
    html! {
        @if view.state.source.is_none() { p.note { (words.say("translation-no-source")) } }
        @if !view.state.stale.is_empty() && view.state.newest().is_some() {
            p.note { (words.say_with("translation-stale", &[("count", &view.state.stale.len())])) }
        }
        div.pairs {
            @for pair in &pairs {
                div.pair.stale[pair.is_stale] {
                    div.source lang="vi" { (pair.source) }
                    div.target {
                        @if pair.at == 0 { (lead_field(words, view)) } @else { (paragraph(words, view, pair)) }
                        @if !pair.source.is_empty() { (tick(words, pair)) }
                    }
                }
            }
        }
    }
}

fn paragraph(words: &Words, view: &TextView, pair: &Pair) -> Markup {
    let label = words.say_with("translation-paragraph", &[("number", &pair.at)]);
    let height = 2 + pair.source.chars().count().max(pair.target.chars().count()) / 55;
    html! {
        div.field {
            label for=(format!("paragraph-{}", pair.at)) { (label) }
            textarea id=(format!("paragraph-{}", pair.at)) name=(format!("paragraph-{}", pair.at)) rows=(height) lang=(view.lang)
                spellcheck="true" { (pair.target) }
        }
    }
}

/// Says that the translation follows this paragraph of the source.
fn tick(words: &Words, pair: &Pair) -> Markup {
    html! {
        label.choice {
            input type="checkbox" name="checked" value=(pair.at) checked[pair.is_ticked];
            " " (words.say(if pair.is_stale { "translation-tick-stale" } else { "translation-tick" }))
        }
    }
}

/// The source's paragraphs beside those of the translation; one more row for what the translator adds.
fn pairs(view: &TextView) -> Vec<Pair> {
    let source = view.state.source.as_ref().map(|source| source.text.paragraphs()).unwrap_or_default();
    let target = paragraphs(field(&view.raw, "lead"), field(&view.raw, "body"));
    let is_new = view.state.newest().is_none();
    let ticked: Option<Vec<usize>> = view.raw.contains_key("checked").then(|| numbers(&view.raw, "checked"));
    let text = |all: &[String], at: usize| all.get(at).cloned().unwrap_or_default();
    let length = source.len().max(target.len() + usize::from(target.len() >= source.len()));
    let pair = |at: usize| {
        let is_stale = !is_new && view.state.stale.contains(&at);
        let is_ticked = ticked.as_ref().map_or(!is_stale, |ticked| ticked.contains(&at));
        Pair { at, source: text(&source, at), target: text(&target, at), is_stale, is_ticked }
    };
    (0..length.max(2)).map(pair).collect()
}
