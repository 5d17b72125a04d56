//! What lies where on the ground? The lines of streets and the positions of places, found by where they are.

use super::nearby::known_positions;
use super::positions::Fix;
use super::{Edition, Entry};
use crate::register::{Place, PlaceKind, Position, Register, Slug, StreetLine};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Side of a cell in degrees: a few streets pass through one.
const CELL: f64 = 0.005;

/// Most cells that a line is entered in or an area is looked up by; a larger one is looked at line by line.
const MOST_CELLS: i64 = 4_096;

/// Along a street's line, what is near is asked for every so many metres: nothing is missed that is nearer by more than half of it
/// than what is found.
const STEP: f64 = 100.0;

/// Where a place is, and how that is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// In WGS 84.
    pub at: Position,
    /// Does the position, or the line it was taken from, come from OpenStreetMap?
    pub is_osm: bool,
}

/// A part of the earth between two meridians and two parallels, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Least longitude.
    pub west: f64,
    /// Least latitude.
    pub south: f64,
    /// Greatest longitude.
    pub east: f64,
    /// Greatest latitude.
    pub north: f64,
}

/// Everything with a place on the ground.
pub(super) struct Ground {
    lines: Vec<StreetLine>,
    areas: Vec<Area>,
    of_street: HashMap<Slug, usize>,
    cells: HashMap<(i64, i64), Vec<usize>>,
    /// Lines that run through too many cells to be entered in each.
    wide: Vec<usize>,
    spots: Vec<(Place, Spot)>,
    spot_of: HashMap<Place, usize>,
}

impl Edition {
    /// Where this street runs, if that is known.
    #[must_use]
    pub fn find_line(&self, street: &Slug) -> Option<&StreetLine> {
        self.ground.of_street.get(street).map(|at| &self.ground.lines[*at])
    }

    /// Where a place is, in use or not: its own position; a street's is the middle of its line, else its first surveyed sign in use.
    #[must_use]
    pub fn find_spot(&self, place: &Place) -> Option<Spot> {
        self.ground.spot_of.get(place).map(|at| self.ground.spots[*at].1)
    }

    /// Every place in use with a known position, in the order of the register.
    pub fn spots(&self) -> impl Iterator<Item = &(Place, Spot)> {
        self.ground.spots.iter().filter(|(place, _)| self.retired_on(place).is_none())
    }

    /// The surveyed positions of a place's signs in use, by number.
    #[must_use]
    pub fn sign_spots(&self, place: &Place) -> Vec<Position> {
        self.signs_of(place).filter(|sign| sign.is_in_use()).filter_map(|sign| Some(sign.point.as_ref()?.position())).collect()
    }

    /// The other places nearest to a place, each where it is nearest, by distance: from its line where it has one, else from its
    /// position. Streets whose own line is known are left out: they are seen as lines.
    #[must_use]
    pub fn nearest_spots(&self, to: &Place, most: usize) -> Vec<(&Place, Position)> {
        let Some(here) = self.find_spot(to) else { return Vec::new() };
        let line = Some(to).filter(|to| to.kind == PlaceKind::Street).and_then(|to| self.find_line(&to.slug));
        let is_drawn = |place: &Place| place.kind == PlaceKind::Street && self.ground.of_street.contains_key(&place.slug);
        let is_left_out = |number| self.place_numbered(number).is_none_or(|place| place == to || is_drawn(place));
        let along = line.map_or_else(|| vec![here.at], |line| line.every(STEP));
        let asked = along.into_iter().flat_map(|at| self.positions.nearest(&Fix::of(at, false), most, is_left_out));
        let found: BTreeSet<u32> = asked.map(|found| found.place).collect();
        let from = |at: Position| line.and_then(|line| line.nearest_to(at)).unwrap_or(here.at);
        let measured = |number: u32| {
            let place = self.place_numbered(number)?;
            let known = self.find_spot(place).map(|spot| spot.at).into_iter().chain(self.sign_spots(place));
            known.map(|at| (place, at, from(at).metres_to(at))).min_by(|one, other| one.2.total_cmp(&other.2))
        };
        let mut near: Vec<(&Place, Position, f64)> = found.into_iter().filter_map(measured).collect();
        near.sort_by(|one, other| one.2.total_cmp(&other.2));
        near.into_iter().take(most).map(|(place, at, _)| (place, at)).collect()
    }

    /// The lines that may run through an area, in the order of the register.
    #[must_use]
    pub fn lines_in(&self, area: Area) -> Vec<&StreetLine> {
        let ground = &self.ground;
        let touching: Vec<usize> = match area.cells() {
            None => (0..ground.lines.len()).collect(),
            Some(cells) => {
                let mut found: Vec<usize> =
                    cells.filter_map(|cell| ground.cells.get(&cell)).flatten().chain(&ground.wide).copied().collect();
                found.sort_unstable();
                found.dedup();
                found
            }
        };
        touching.into_iter().filter(|at| ground.areas[*at].meets(&area)).map(|at| &ground.lines[at]).collect()
    }
}

impl Ground {
    /// Takes the lines out of a register, and enters them and its positions. A line without its street is left out.
    pub(super) fn of(register: &mut Register) -> Self {
        let streets: HashSet<&Slug> = register.streets.iter().map(|street| &street.slug).collect();
        let mut lines = std::mem::take(&mut register.street_lines);
        lines.retain(|line| streets.contains(&line.street) && line.points() > 0);
        let areas: Vec<Area> = lines.iter().filter_map(Area::of_line).collect();
        let of_street: HashMap<Slug, usize> = (0..).zip(&lines).map(|(at, line)| (line.street.clone(), at)).collect();
        let mut cells: HashMap<(i64, i64), Vec<usize>> = HashMap::new();
        let mut wide = Vec::new();
        for (at, area) in areas.iter().enumerate() {
            match area.cells() {
                Some(touched) => touched.for_each(|cell| cells.entry(cell).or_default().push(at)),
                None => wide.push(at),
            }
        }
        let spots = spots_of(register, &lines, &of_street);
        let spot_of = spots.iter().enumerate().map(|(at, (place, _))| (place.clone(), at)).collect();
        Self { lines, areas, of_street, cells, wide, spots, spot_of }
    }
}

fn spots_of(register: &Register, lines: &[StreetLine], of_street: &HashMap<Slug, usize>) -> Vec<(Place, Spot)> {
    let mut first: HashMap<Place, Spot> = HashMap::new();
    for known in known_positions(register) {
        first.entry(known.place).or_insert(Spot { at: known.at, is_osm: known.is_osm });
    }
    let streets = register.streets.iter().map(|street| {
        let line = of_street.get(&street.slug).map(|at| &lines[*at]);
        (Entry::Street(street).place(), line.and_then(|line| Some(Spot { at: line.middle()?, is_osm: line.is_odbl() })))
    });
    let landmarks = register.landmarks.iter().map(|landmark| (Entry::Landmark(landmark).place(), None));
    let spot = |(place, own): (Place, Option<Spot>)| own.or_else(|| first.get(&place).copied()).map(|spot| (place, spot));
    streets.chain(landmarks).filter_map(spot).collect()
}

impl Area {
    /// The least area that holds these positions; none where there are none.
    #[must_use]
    pub fn around(positions: impl IntoIterator<Item = Position>) -> Option<Self> {
        positions.into_iter().fold(None, |area: Option<Self>, at| {
            let (lon, lat) = (at.lon(), at.lat());
            let area = area.unwrap_or(Self { west: lon, south: lat, east: lon, north: lat });
            Some(Self { west: area.west.min(lon), south: area.south.min(lat), east: area.east.max(lon), north: area.north.max(lat) })
        })
    }

    /// Does a position lie in it, or on its edge?
    #[must_use]
    pub fn holds(&self, at: Position) -> bool {
        (self.west..=self.east).contains(&at.lon()) && (self.south..=self.north).contains(&at.lat())
    }

    fn of_line(line: &StreetLine) -> Option<Self> {
        Self::around(line.parts.iter().flatten().copied())
    }

    fn meets(&self, other: &Self) -> bool {
        self.west <= other.east && other.west <= self.east && self.south <= other.north && other.south <= self.north
    }

    /// The cells that it touches; none where these are too many to walk through.
    fn cells(self) -> Option<impl Iterator<Item = (i64, i64)>> {
        let cell = |degrees: f64| (degrees / CELL).floor() as i64;
        let (west, east, south, north) = (cell(self.west), cell(self.east), cell(self.south), cell(self.north));
        let is_few = (east - west + 1).saturating_mul(north - south + 1) <= MOST_CELLS;
        is_few.then(|| (west..=east).flat_map(move |x| (south..=north).map(move |y| (x, y))))
    }
}
