//! How does a street stand in a table?

use super::Records;
use super::cells::{Cells, optional, shown};
use super::known::Known;
use super::records::{LinkOf, Tabled};
use crate::register::named::{line_of_names, parse_names};
use crate::register::record::whole_number;
use crate::register::{Attestation, Line, Name, NamesakeKind, PerLang, PlaceKind, Register, Slug, Street, WayKind};
use std::cmp::Ordering;

impl Tabled for Street {
    fn list(register: &Register) -> &[Self] {
        &register.streets
    }

    fn records(all: Vec<Self>) -> Records {
        Records::Streets(all)
    }

    fn place_kind() -> Option<PlaceKind> {
        Some(PlaceKind::Street)
    }

    fn key(&self) -> String {
        self.slug.to_string()
    }

    fn order(&self, other: &Self) -> Ordering {
        self.slug.cmp(&other.slug)
    }

    fn cells(&self, _: &Known<'_>, _: LinkOf<'_>) -> Vec<String> {
        vec![
            self.slug.to_string(),
            self.name.to_string(),
            shown(self.kind),
            shown(self.name_kind),
            shown(self.namesake.as_ref()),
            self.attestation.to_string(),
            self.source.to_string(),
            self.districts.to_string(),
            self.former_names.vi.to_string(),
            self.former_names.en.to_string(),
            self.local_tie.vi.to_string(),
            self.local_tie.en.to_string(),
            shown(self.length_m),
            self.decision.to_string(),
            self.note.to_string(),
            line_of_names(&self.names),
        ]
    }

    fn read(cells: &mut Cells<'_>, key: &str, old: Option<&Self>) -> Option<Self> {
        let known = cells.known;
        let slug = Slug::parse(key).ok();
        let name = cells.read("name", old.map(|old| &old.name), Name::parse);
        let kind = cells.read("kind", old.map(|old| &old.kind), optional(WayKind::parse));
        let name_kind = cells.read("name_kind", old.map(|old| &old.name_kind), optional(NamesakeKind::parse));
        let namesake = cells.read("namesake", old.map(|old| &old.namesake), |text| known.read_namesake(text));
        let attestation = cells.read_or("attestation", old.map(|old| &old.attestation), Attestation::SingleSource, Attestation::parse);
        let source = cells.read("source", old.map(|old| &old.source), Line::parse);
        let districts = cells.read("districts", old.map(|old| &old.districts), Line::parse);
        let former_vi = cells.read("former_names", old.map(|old| &old.former_names.vi), Line::parse);
        let former_en = cells.read("former_names_en", old.map(|old| &old.former_names.en), Line::parse);
        let names = cells.read("names", old.map(|old| &old.names), parse_names);
        let tie_vi = cells.read("local_tie", old.map(|old| &old.local_tie.vi), Line::parse);
        let tie_en = cells.read("local_tie_en", old.map(|old| &old.local_tie.en), Line::parse);
        let length_m = cells.read("length_m", old.map(|old| &old.length_m), optional(whole_number));
        let decision = cells.read("decision", old.map(|old| &old.decision), Line::parse);
        let note = cells.read("note", old.map(|old| &old.note), Line::parse);
        Some(Self {
            slug: slug?,
            name: name?,
            kind: kind?,
            name_kind: name_kind?,
            namesake: namesake?,
            attestation: attestation?,
            source: source?,
            districts: districts?,
            former_names: PerLang { vi: former_vi?, en: former_en? },
            names: names?,
            local_tie: PerLang { vi: tie_vi?, en: tie_en? },
            length_m: length_m?,
            decision: decision?,
            note: note?,
        })
    }
}
