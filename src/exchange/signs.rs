//! How does a sign stand in a table?

use super::Records;
use super::cells::{Cells, optional, shown};
use super::key::Maker;
use super::known::Known;
use super::records::{LinkOf, Tabled};
use super::row::Row;
use crate::register::record::whole_number;
use crate::register::{Metres, Name, Placement, Point, Register, Sentence, Sign, SignCode, SignState};
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
        vec![
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
        ]
    }

    fn read(cells: &mut Cells<'_>, key: &str, old: Option<&Self>) -> Option<Self> {
        let known = cells.known;
        let code = SignCode::parse(key).ok();
        let place = cells.read_place(old.map(|old| &old.place));
        let number = cells.read("number", old.map(|old| &old.number), optional(whole_number));
        let ward = cells.read("ward", old.map(|old| &old.ward), |text| known.read_ward(text));
        let state = cells.read_or("state", old.map(|old| &old.state), SignState::Planned, SignState::parse);
        let placement = cells.read("placement", old.map(|old| &old.placement), Placement::parse);
        let point = cells.read_point(old.map(|old| &old.point));
        let mounting_m = cells.read("mounting_m", old.map(|old| &old.mounting_m), optional(Metres::parse_mounting));
        let distance_m = cells.read("distance_m", old.map(|old| &old.distance_m), optional(Metres::parse_distance));
        Some(Self {
            code: code?,
            place: place?,
            number: number?,
            ward: ward?,
            state: state?,
            placement: placement?,
            point: point?,
            mounting_m: mounting_m?,
            distance_m: distance_m?,
        })
    }

    fn read_key(row: &Row) -> Result<String, (&'static str, Sentence)> {
        let code = SignCode::parse(row.cell("code").unwrap_or_default());
        code.map(|code| code.to_string()).map_err(|reason| ("code", reason.into()))
    }

    fn make_key(_: &Row, maker: &mut Maker<'_>) -> Result<String, Sentence> {
        maker.code()
    }
}
