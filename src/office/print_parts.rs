//! Which pieces do the pages of orders share? States, counts that add up, and the facts of a recipe.

use crate::print::{Format, Plate};
use crate::register::{Counts, PlateState, PlateStep};
use crate::store::Batch;
use crate::web::words::Words;
use maud::{Markup, html};

/// The key of a state's name.
pub const fn state_key(state: PlateState) -> &'static str {
    match state {
        PlateState::Ordered => "plate-ordered",
        PlateState::Sent => "plate-sent",
        PlateState::Printed => "plate-printed",
        PlateState::Received => "plate-received",
        PlateState::Installed => "plate-installed",
        PlateState::Void => "plate-void",
    }
}

/// The key of what a step says on its button.
pub const fn step_key(step: PlateStep) -> &'static str {
    match step {
        PlateStep::Send => "step-send",
        PlateStep::Print => "step-print",
        PlateStep::Receive => "step-receive",
        PlateStep::Install => "step-install",
        PlateStep::Void => "step-void",
        PlateStep::Undo => "step-undo",
    }
}

/// A state as a badge.
pub fn state_badge(words: &Words, state: PlateState) -> Markup {
    html! { span class=(format!("badge plate-{state}")) { (words.say(state_key(state))) } }
}

/// A bar of how far the plates of an order are, and the numbers under it.
pub fn counts(words: &Words, counts: &Counts, address: Option<&str>) -> Markup {
    let of = |state: &PlateState| counts.in_state(*state);
    let far_first = || PlateState::ALL.iter().rev();
    let before = |state: &PlateState| far_first().take_while(|other| *other != state).map(of).sum::<usize>();
    html! {
        svg.far viewBox=(format!("0 0 {} 1", counts.sum().max(1))) preserveAspectRatio="none" aria-hidden="true" {
            @for state in far_first().filter(|state| of(state) > 0) {
                rect class=(format!("plate-{state}")) x=(before(state)) width=(of(state)) height="1" {}
            }
        }
        ul.plain.states {
            @for state in PlateState::ALL.iter().filter(|state| of(state) > 0) {
                li {
                    @if let Some(address) = address { a href=(format!("{address}?state={state}")) { (words.say(state_key(*state))) } }
                    @else { (words.say(state_key(*state))) }
                    " " b { (words.count(of(state))) }
                }
            }
        }
    }
}

/// A plate's name and its size, as people in the shop call it.
pub fn plate_name(name: &str) -> String {
    let size = Plate::get(name).map(|plate| plate.trim()).ok();
    size.map_or_else(|| name.to_owned(), |size| format!("{name} · {:.0} × {:.0} mm", size.width, size.height))
}

/// The facts of a recipe that differ from the usual, and those that every shop asks for.
pub fn recipe_facts(words: &Words, batch: &Batch) -> Markup {
    let recipe = &batch.recipe;
    let sheet = match recipe.sheet.as_str() {
        "" if recipe.format == Format::Pdf.as_str() => "A3".to_owned(),
        "" => words.say("sheet-none"),
        named => named.to_uppercase(),
    };
    html! {
        dt { (words.say("order-format")) } dd { (recipe.format.to_uppercase()) ", " (sheet) }
        @if let Some(dpi) = recipe.dpi { dt { (words.say("order-dpi")) } dd { (dpi) } }
        @if recipe.bwr > 0 { dt { (words.say("order-bwr")) } dd { (recipe.bwr) } }
        @if recipe.skip > 0 { dt { (words.say("order-skip")) } dd { (recipe.skip) } }
        @if !recipe.spots.is_empty() { dt { (words.say("order-spots")) } dd { (recipe.spots.replace('\n', ", ")) } }
        @if let Some(sha256) = &recipe.profile_sha256 { dt { (words.say("order-profile")) } dd { code { (sha256.chars().take(16).collect::<String>()) "…" } } }
        dt { (words.say("history-field-base-url")) } dd { (batch.base_url) }
    }
}

/// Metres with one digit after the sign that the language puts there.
pub fn metres(words: &Words, metres: f64) -> String {
    words.decimal(&format!("{metres:.1}"))
}

/// A digest in groups that people can compare by eye.
pub fn grouped(sha256: &str) -> String {
    sha256.as_bytes().chunks(8).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
}
