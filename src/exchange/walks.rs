//! How does a walk stand in a table? One row each; its stops in one cell, in their order.

use super::Records;
use super::cells::Cells;
use super::known::Known;
use super::records::{LinkOf, Tabled};
use super::report::refusal;
use crate::register::story::parse_sources;
use crate::register::walk::{lead_field, name_field, parse_stops, parse_walk_lead, parse_walk_name};
use crate::register::{Fields, Lang, Register, Sentence, Slug, Stop, Walk, WalkState, Wording};
use std::cmp::Ordering;

impl Tabled for Walk {
    fn list(register: &Register) -> &[Self] {
        &register.walks
    }

    fn records(all: Vec<Self>) -> Records {
        Records::Walks(all)
    }

    fn key(&self) -> String {
        self.slug.to_string()
    }

    fn order(&self, other: &Self) -> Ordering {
        self.slug.cmp(&other.slug)
    }

    fn cells(&self, _: &Known<'_>, _: LinkOf<'_>) -> Vec<String> {
        self.fields().into_iter().map(|(_, text)| text).collect()
    }

    fn read(cells: &mut Cells<'_>, key: &str, old: Option<&Self>) -> Option<Self> {
        let known = cells.known;
        let slug = Slug::parse(key).ok();
        let state = cells.read_or("state", old.map(|old| &old.state), WalkState::Open, WalkState::parse);
        let (mut name, mut lead, mut is_whole) = (Wording::default(), Wording::default(), true);
        for lang in Lang::ALL.iter().copied() {
            let read = cells.read(name_field(lang), old.map(|old| old.name.get(lang)), |text| parse_walk_name(text, lang));
            is_whole &= read.is_some();
            name.set(lang, read.unwrap_or_default());
        }
        for lang in Lang::ALL.iter().copied() {
            let read = cells.read(lead_field(lang), old.map(|old| old.lead.get(lang)), |text| parse_walk_lead(text, lang));
            is_whole &= read.is_some();
            lead.set(lang, read.unwrap_or_default());
        }
        let stops = cells.read("stops", old.map(|old| &old.stops), |text| known_stops(text, known));
        let source = cells.read("source", old.map(|old| &old.source), parse_sources);
        let walk = Self { slug: slug?, state: state?, name, lead, stops: stops?, source: source? };
        is_whole.then_some(walk)
    }
}

/// Reads stops; each must be in the register.
fn known_stops(text: &str, known: &Known<'_>) -> Result<Vec<Stop>, Sentence> {
    let stops = parse_stops(text)?;
    let unknown = stops.iter().find(|stop| !known.has_stop(&stop.at)).map(|stop| refusal("walk-stop-unknown", &stop.at.to_string()));
    unknown.map_or(Ok(stops), Err)
}
