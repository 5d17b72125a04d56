//! How does a namesake stand in a table?

use super::Records;
use super::cells::Cells;
use super::known::Known;
use super::records::{LinkOf, Tabled};
use super::row_fields::RowFields;
use crate::register::record::read_namesake;
use crate::register::{Namesake, PlaceKind, Register};
use std::cmp::Ordering;

impl Tabled for Namesake {
    fn list(register: &Register) -> &[Self] {
        &register.namesakes
    }

    fn records(all: Vec<Self>) -> Records {
        Records::Namesakes(all)
    }

    fn place_kind() -> Option<PlaceKind> {
        Some(PlaceKind::Namesake)
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
            self.kind.to_string(),
            self.from.to_string(),
            self.until.to_string(),
            self.role.vi.to_string(),
            self.role.en.to_string(),
            self.other_names.to_string(),
            self.source.to_string(),
            self.note.to_string(),
        ]
    }

    fn read(cells: &mut Cells<'_>, key: &str, old: Option<&Self>) -> Option<Self> {
        RowFields::of(cells, key, old).read(read_namesake)
    }
}
