//! How does a ward stand in a table?

use super::Records;
use super::cells::{Cells, day, optional, shown, ward_code};
use super::known::Known;
use super::records::{LinkOf, Tabled};
use super::report::refusal;
use crate::register::{Line, Name, Register, Sentence, Slug, Split, Ward, WardKind};
use std::cmp::Ordering;
use std::collections::HashMap;

impl Tabled for Ward {
    fn list(register: &Register) -> &[Self] {
        &register.wards
    }

    fn records(all: Vec<Self>) -> Records {
        Records::Wards(all)
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
            self.code.to_string(),
            self.name.to_string(),
            shown(self.kind),
            self.from.to_string(),
            self.until.to_string(),
            self.district.to_string(),
            self.became.to_string(),
            shown(self.split),
            self.source.to_string(),
        ]
    }

    fn read(cells: &mut Cells<'_>, key: &str, old: Option<&Self>) -> Option<Self> {
        let slugs = cells.keys;
        let slug = Slug::parse(key).ok();
        let code = cells.read("code", old.map(|old| &old.code), ward_code);
        let name = cells.read("name", old.map(|old| &old.name), Name::parse);
        let kind = cells.read("kind", old.map(|old| &old.kind), optional(WardKind::parse));
        let from = cells.read("from", old.map(|old| &old.from), day);
        let until = cells.read("until", old.map(|old| &old.until), day);
        let district = cells.read("district", old.map(|old| &old.district), Line::parse);
        let became = cells.read("became", old.map(|old| &old.became), |text| successors(text, slugs));
        let split = cells.read("split", old.map(|old| &old.split), optional(Split::parse));
        let source = cells.read("source", old.map(|old| &old.source), Line::parse);
        Some(Self {
            slug: slug?,
            code: code?,
            name: name?,
            kind: kind?,
            from: from?,
            until: until?,
            district: district?,
            became: became?,
            split: split?,
            source: source?,
        })
    }
}

/// Reads the slugs of successors; each must be in the register or in the same file.
fn successors(text: &str, slugs: &HashMap<String, usize>) -> Result<Line, Sentence> {
    let line = Line::parse(text)?;
    let unknown = line.parts().find(|slug| !slugs.contains_key(*slug)).map(|slug| refusal("ward-unknown", slug));
    unknown.map_or(Ok(line), Err)
}
