//! How does an address of before there were codes stand in a table?

use super::Records;
use super::cells::{Cells, shown};
use super::key::Maker;
use super::known::Known;
use super::records::{LinkOf, Tabled};
use super::row::Row;
use crate::register::{LegacyAddress, LegacyLink, LegacyTarget, Register, Sentence, SignCode};
use std::cmp::Ordering;

impl Tabled for LegacyLink {
    fn list(register: &Register) -> &[Self] {
        &register.legacy_links
    }

    fn records(all: Vec<Self>) -> Records {
        Records::LegacyLinks(all)
    }

    fn key(&self) -> String {
        self.address.to_string()
    }

    fn order(&self, other: &Self) -> Ordering {
        self.address.cmp(&other.address)
    }

    fn cells(&self, _: &Known<'_>, _: LinkOf<'_>) -> Vec<String> {
        let place = self.target.place();
        let (kind, slug) = (shown(place.map(|place| place.kind)), shown(place.map(|place| &place.slug)));
        vec![self.address.to_string(), kind, slug, shown(self.target.code())]
    }

    fn read(cells: &mut Cells<'_>, key: &str, old: Option<&Self>) -> Option<Self> {
        let known = cells.known;
        let address = LegacyAddress::parse(key).ok();
        let free = address.as_ref().map_or(Ok(()), |address| address.check_free(|code| known.is_sign(code)));
        let is_free = free.map_err(|reason| cells.report.refuse(cells.row.line, "address", reason)).is_ok();
        let target = read_target(cells, old.map(|old| &old.target));
        Some(Self { address: address.filter(|_| is_free)?, target: target? })
    }

    fn read_key(row: &Row) -> Result<String, (&'static str, Sentence)> {
        let address = LegacyAddress::parse(row.cell("address").unwrap_or_default());
        address.map(|address| address.to_string()).map_err(|reason| ("address", reason.into()))
    }

    fn make_key(_: &Row, _: &mut Maker<'_>) -> Result<String, Sentence> {
        Err(Sentence::new("legacy-empty"))
    }
}

/// What the row leads to: the sign of its code, or its place, and never both; the old target where it says nothing of either.
fn read_target(cells: &mut Cells<'_>, old: Option<&LegacyTarget>) -> Option<LegacyTarget> {
    let row = cells.row;
    let is_written = |column: &str| row.cell(column).is_some_and(|text| !text.trim().is_empty());
    let (has_code, has_place) = (is_written("code"), is_written("place_kind") || is_written("place"));
    let says_nothing = ["code", "place_kind", "place"].iter().all(|column| row.cell(column).is_none());
    match (has_code, has_place) {
        (true, false) => cells.read("code", None, |text| read_code(text, cells.known)).map(LegacyTarget::Sign),
        (false, true) => cells.read_place(old.and_then(LegacyTarget::place)).map(LegacyTarget::Place),
        (false, false) if says_nothing && old.is_some() => old.cloned(),
        (both, _) => {
            cells.report.refuse(row.line, "code", Sentence::new(if both { "legacy-both" } else { "legacy-neither" }));
            None
        }
    }
}

fn read_code(text: &str, known: &Known<'_>) -> Result<SignCode, Sentence> {
    let code = SignCode::parse(text)?;
    if known.is_sign(code) { Ok(code) } else { Err(Sentence::new("legacy-no-sign").with("code", code.grouped())) }
}
