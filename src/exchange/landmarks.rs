//! How does a landmark stand in a table?

use super::Records;
use super::cells::{Cells, shown};
use super::known::Known;
use super::records::{LinkOf, Tabled};
use super::row_fields::RowFields;
use crate::register::named::line_of_names;
use crate::register::record::read_landmark;
use crate::register::{Attestation, Landmark, LandmarkKind, PlaceKind, Point, Register};
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
        let mut fields = RowFields::of(cells, key, old);
        fields.never_empty("attestation", Attestation::SingleSource.as_str());
        fields.find("namesake", |text| known.read_namesake(text));
        fields.read(read_landmark)
    }
}
