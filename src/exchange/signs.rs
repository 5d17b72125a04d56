//! How does a sign stand in a table?

use super::Records;
use super::cells::{Cells, optional, shown};
use super::key::Maker;
use super::known::Known;
use super::records::{LinkOf, Tabled};
use super::row::Row;
use super::row_fields::RowFields;
use crate::register::record::read_sign;
use crate::register::survey::parse_photo_number;
use crate::register::{Name, Point, Register, Sentence, Sign, SignCode, SignState};
use std::cmp::Ordering;

impl Tabled for Sign {
    fn list(register: &Register) -> &[Self] {
        &register.signs
    }

    fn records(all: Vec<Self>) -> Records {
        Records::Signs(all)
    }

    fn key(&self) -> String {
        self.code.to_string()
    }

    fn order(&self, other: &Self) -> Ordering {
        (&self.place, self.number, self.code).cmp(&(&other.place, other.number, other.code))
    }

    fn cells(&self, known: &Known<'_>, link_of: LinkOf<'_>) -> Vec<String> {
        let mut cells = vec![
            self.code.to_string(),
            link_of(self.code),
            self.place.kind.to_string(),
            self.place.slug.to_string(),
            shown(known.name_of(&self.place).map(Name::as_str)),
            shown(self.number),
            shown(self.ward.as_ref()),
            self.state.to_string(),
            self.placement.as_str().to_owned(),
            shown(self.point.as_ref().map(Point::lat)),
            shown(self.point.as_ref().map(Point::lon)),
            shown(self.mounting_m),
            shown(self.distance_m),
        ];
        cells.extend(self.survey.texts().map(|(_, text)| text));
        cells
    }

    fn read(cells: &mut Cells<'_>, key: &str, old: Option<&Self>) -> Option<Self> {
        let known = cells.known;
        let mut fields = RowFields::of(cells, key, old);
        let place = fields.find_place();
        fields.find("ward", |text| known.read_ward(text));
        fields.never_empty("state", SignState::Planned.as_str());
        for crossing in ["corner", "end_a", "end_b"] {
            fields.find(crossing, optional(|text: &str| known.read_crossing(text)));
        }
        fields.find("photo", |text| {
            let photo = optional(parse_photo_number)(text)?;
            let is_fine = photo.is_none() || old.is_some_and(|old| old.survey.photo == photo) || known.is_photo_of(photo, place.as_ref());
            if is_fine { Ok(photo) } else { Err(Sentence::new("photo-not-here").with("id", text.trim())) }
        });
        fields.read(read_sign)
    }

    fn read_key(row: &Row) -> Result<String, (&'static str, Sentence)> {
        let code = SignCode::parse(row.cell("code").unwrap_or_default());
        code.map(|code| code.to_string()).map_err(|reason| ("code", reason.into()))
    }

    fn make_key(_: &Row, maker: &mut Maker<'_>) -> Result<String, Sentence> {
        maker.code()
    }
}
