//! What lies where on the ground? The lines of streets and the positions of places, found by where they are.

use super::Edition;
use crate::register::{Place, PlaceKind, Point, Position, Register, Slug, StreetLine};
use std::collections::{HashMap, HashSet};

/// Side of a cell in degrees: a few streets pass through one.
const CELL: f64 = 0.005;

/// Most cells that a line is entered in or an area is looked up by; a larger one is looked at line by line.
const MOST_CELLS: i64 = 4_096;

/// How far around a street's line other places are looked for, in degrees: about two kilometres.
const AROUND_A_LINE: f64 = 0.02;

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

    /// Where a place is: its own position; a street's is the middle of its line, else its first surveyed sign.
    #[must_use]
    pub fn find_spot(&self, place: &Place) -> Option<Spot> {
        self.ground.spot_of.get(place).map(|at| self.ground.spots[*at].1)
    }

    /// Every place with a known position, in the order of the register.
    #[must_use]
    pub fn spots(&self) -> &[(Place, Spot)] {
        &self.ground.spots
    }

    /// The surveyed positions of a place's signs, by number.
    #[must_use]
    pub fn sign_spots(&self, place: &Place) -> Vec<Position> {
        self.signs_of(place).filter_map(|sign| position_of(sign.point.as_ref()?)).collect()
    }

    /// The other places nearest to a place, by distance: from its line where it has one, else from its position. Streets whose own
    /// line is known are left out: they are seen as lines.
    #[must_use]
    pub fn nearest_spots(&self, to: &Place, most: usize) -> Vec<(&Place, Position)> {
        let Some(here) = self.find_spot(to) else { return Vec::new() };
        let line = Some(to).filter(|to| to.kind == PlaceKind::Street).and_then(|to| self.find_line(&to.slug));
        let around = line.and_then(Area::of_line).map(|area| area.grown(AROUND_A_LINE));
        let is_drawn = |place: &Place| place.kind == PlaceKind::Street && self.ground.of_street.contains_key(&place.slug);
        let others = self
            .ground
            .spots
            .iter()
            .filter(|(place, spot)| place != to && !is_drawn(place) && around.is_none_or(|around| around.holds(spot.at)));
        let from = |at: Position| line.and_then(|line| line.nearest_to(at)).unwrap_or(here.at);
        let mut near: Vec<(&Place, Position, f64)> =
            others.map(|(place, spot)| (place, spot.at, from(spot.at).metres_to(spot.at))).collect();
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
    let mut by_sign: HashMap<&Place, Position> = HashMap::new();
    for sign in &register.signs {
        if let Some(at) = sign.point.as_ref().and_then(position_of) {
            by_sign.entry(&sign.place).or_insert(at);
        }
    }
    let signed = |place: &Place| by_sign.get(place).map(|at| Spot { at: *at, is_osm: false });
    let streets = register.streets.iter().map(|street| {
        let place = Place { kind: PlaceKind::Street, slug: street.slug.clone() };
        let line = of_street.get(&street.slug).map(|at| &lines[*at]);
        let middle = line.and_then(|line| Some(Spot { at: line.middle()?, is_osm: line.is_odbl() }));
        let spot = middle.or_else(|| signed(&place));
        (place, spot)
    });
    let landmarks = register.landmarks.iter().map(|landmark| {
        let place = Place { kind: PlaceKind::Landmark, slug: landmark.slug.clone() };
        let is_osm = landmark.coordinate_source.as_str().contains("OSM");
        let own = landmark.point.as_ref().and_then(position_of).map(|at| Spot { at, is_osm });
        let spot = own.or_else(|| signed(&place));
        (place, spot)
    });
    streets.chain(landmarks).filter_map(|(place, spot)| Some((place, spot?))).collect()
}

fn position_of(point: &Point) -> Option<Position> {
    Position::of(point.lon().parse().ok()?, point.lat().parse().ok()?)
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

    fn grown(self, by: f64) -> Self {
        Self { west: self.west - by, south: self.south - by, east: self.east + by, north: self.north + by }
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
