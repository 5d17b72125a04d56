//! How does a landmark stand in a table?

use super::Records;
use super::cells::{Cells, optional, shown};
use super::known::Known;
use super::records::{LinkOf, Tabled};
use crate::register::named::{line_of_names, parse_names};
use crate::register::{Attestation, Landmark, LandmarkKind, Line, Name, PerLang, PlaceKind, Point, Rank, Register, Slug};
use std::cmp::Ordering;

impl Tabled for Landmark {
    fn list(register: &Register) -> &[Self] {
        &register.landmarks
    }

    fn records(all: Vec<Self>) -> Records {
        Records::Landmarks(all)
    }

    fn place_kind() -> Option<PlaceKind> {
        Some(PlaceKind::Landmark)
    }

    fn key(&self) -> String {
        self.slug.to_string()
    }

    fn order(&self, other: &Self) -> Ordering {
        self.slug.cmp(&other.slug)
    }

    fn cells(&self, known: &Known<'_>, _: LinkOf<'_>) -> Vec<String> {
        vec![
            self.slug.to_string(),
            self.name.to_string(),
            shown(self.kind.as_ref().map(LandmarkKind::as_str)),
            shown(self.namesake.as_ref().and_then(|slug| known.namesake(slug)).map(|namesake| namesake.kind)),
            shown(self.namesake.as_ref()),
            self.attestation.to_string(),
            self.source.to_string(),
            self.name_en.to_string(),
            self.districts.to_string(),
            shown(self.point.as_ref().map(Point::lat)),
            shown(self.point.as_ref().map(Point::lon)),
            self.coordinate_source.to_string(),
            self.built.to_string(),
            shown(self.rank),
            self.fact.vi.to_string(),
            self.fact.en.to_string(),
            self.note.to_string(),
            line_of_names(&self.names),
        ]
    }

    fn read(cells: &mut Cells<'_>, key: &str, old: Option<&Self>) -> Option<Self> {
        let known = cells.known;
        let slug = Slug::parse(key).ok();
        let name = cells.read("name", old.map(|old| &old.name), Name::parse);
        let kind = cells.read("kind", old.map(|old| &old.kind), optional(LandmarkKind::parse));
        let namesake = cells.read("namesake", old.map(|old| &old.namesake), |text| known.read_namesake(text));
        let attestation = cells.read_or("attestation", old.map(|old| &old.attestation), Attestation::SingleSource, Attestation::parse);
        let source = cells.read("source", old.map(|old| &old.source), Line::parse);
        let name_en = cells.read("name_en", old.map(|old| &old.name_en), Line::parse);
        let names = cells.read("names", old.map(|old| &old.names), parse_names);
        let districts = cells.read("districts", old.map(|old| &old.districts), Line::parse);
        let point = cells.read_point(old.map(|old| &old.point));
        let coordinate_source = cells.read("coordinate_source", old.map(|old| &old.coordinate_source), Line::parse);
        let built = cells.read("built", old.map(|old| &old.built), Line::parse);
        let rank = cells.read("rank", old.map(|old| &old.rank), optional(Rank::parse));
        let fact_vi = cells.read("fact", old.map(|old| &old.fact.vi), Line::parse);
        let fact_en = cells.read("fact_en", old.map(|old| &old.fact.en), Line::parse);
        let note = cells.read("note", old.map(|old| &old.note), Line::parse);
        Some(Self {
            slug: slug?,
            name: name?,
            name_en: name_en?,
            names: names?,
            kind: kind?,
            namesake: namesake?,
            attestation: attestation?,
            source: source?,
            districts: districts?,
            point: point?,
            coordinate_source: coordinate_source?,
            built: built?,
            rank: rank?,
            fact: PerLang { vi: fact_vi?, en: fact_en? },
            note: note?,
        })
    }
}
