//! How does a namesake stand in a table?

use super::Records;
use super::cells::Cells;
use super::known::Known;
use super::records::{LinkOf, Tabled};
use crate::register::record::year;
use crate::register::{Line, Name, Namesake, NamesakeKind, PerLang, PlaceKind, Register, Slug};
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
        let slug = Slug::parse(key).ok();
        let name = cells.read("name", old.map(|old| &old.name), Name::parse);
        let kind = cells.read("kind", old.map(|old| &old.kind), NamesakeKind::parse);
        let from = cells.read("from", old.map(|old| &old.from), year);
        let until = cells.read("until", old.map(|old| &old.until), year);
        let role_vi = cells.read("role", old.map(|old| &old.role.vi), Line::parse);
        let role_en = cells.read("role_en", old.map(|old| &old.role.en), Line::parse);
        let other_names = cells.read("other_names", old.map(|old| &old.other_names), Line::parse);
        let source = cells.read("source", old.map(|old| &old.source), Line::parse);
        let note = cells.read("note", old.map(|old| &old.note), Line::parse);
        Some(Self {
            slug: slug?,
            name: name?,
            kind: kind?,
            from: from?,
            until: until?,
            role: PerLang { vi: role_vi?, en: role_en? },
            other_names: other_names?,
            source: source?,
            note: note?,
        })
    }
}
