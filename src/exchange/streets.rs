//! How does a street stand in a table?

use super::Records;
use super::cells::{Cells, shown};
use super::known::Known;
use super::records::{LinkOf, Tabled};
use super::row_fields::RowFields;
use crate::register::named::line_of_names;
use crate::register::record::read_street;
use crate::register::{Attestation, PlaceKind, Register, Street};
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
        let mut fields = RowFields::of(cells, key, old);
        fields.never_empty("attestation", Attestation::SingleSource.as_str());
        fields.find("namesake", |text| known.read_namesake(text));
        fields.read(read_street)
    }
}
