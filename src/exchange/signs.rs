//! How does a sign stand in a table?

use super::Records;
use super::cells::{Cells, optional, shown};
use super::key::Maker;
use super::known::Known;
use super::records::{LinkOf, Tabled};
use super::row::Row;
use crate::register::record::whole_number;
use crate::register::survey::{parse_check_day, parse_metres_along, parse_photo_number};
use crate::register::{Crossing, End, Metres, Name, Place, Placement, Point, Register, Sentence, Side, Sign, SignCode, SignState, Survey};
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
        let code = SignCode::parse(key).ok();
        let place = cells.read_place(old.map(|old| &old.place));
        let number = cells.read("number", old.map(|old| &old.number), optional(whole_number));
        let ward = cells.read("ward", old.map(|old| &old.ward), |text| known.read_ward(text));
        let state = cells.read_or("state", old.map(|old| &old.state), SignState::Planned, SignState::parse);
        let placement = cells.read("placement", old.map(|old| &old.placement), Placement::parse);
        let point = cells.read_point(old.map(|old| &old.point));
        let mounting_m = cells.read("mounting_m", old.map(|old| &old.mounting_m), optional(Metres::parse_mounting));
        let distance_m = cells.read("distance_m", old.map(|old| &old.distance_m), optional(Metres::parse_distance));
        let survey = read_survey(cells, place.as_ref(), old.map(|old| &old.survey));
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
            survey: survey?,
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

fn read_survey(cells: &mut Cells<'_>, place: Option<&Place>, old: Option<&Survey>) -> Option<Survey> {
    let known = cells.known;
    let side = cells.read("side", old.map(|old| &old.side), optional(Side::parse));
    let corner = cells.read("corner", old.map(|old| &old.corner), optional(|text: &str| known.read_crossing(text)));
    let [first, last] = [old.map(|old| &old.ends[0]), old.map(|old| &old.ends[1])];
    let (first, last) = (read_end(cells, ["end_a", "end_a_m"], first), read_end(cells, ["end_b", "end_b_m"], last));
    let checked_on = cells.read("checked_on", old.map(|old| &old.checked_on), optional(parse_check_day));
    let photo = cells.read("photo", old.map(|old| &old.photo), |text| {
        let photo = optional(parse_photo_number)(text)?;
        let is_fine = photo.is_none() || old.is_some_and(|old| old.photo == photo) || known.is_photo_of(photo, place);
        if is_fine { Ok(photo) } else { Err(Sentence::new("photo-not-here").with("id", text.trim())) }
    });
    Some(Survey { side: side?, corner: corner?, ends: [first?, last?], checked_on: checked_on?, photo: photo? })
}

fn read_end(cells: &mut Cells<'_>, [crossing, metres]: [&'static str; 2], old: Option<&End>) -> Option<End> {
    let known = cells.known;
    let crossing: Option<Option<Crossing>> =
        cells.read(crossing, old.map(|old| &old.crossing), optional(|text: &str| known.read_crossing(text)));
    let metres = cells.read(metres, old.map(|old| &old.metres), optional(parse_metres_along));
    Some(End { crossing: crossing?, metres: metres? })
}
