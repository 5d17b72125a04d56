//! What else is there to see from here?

use super::positions::{Compass, Fix};
use super::{Edition, Entry};
use crate::register::{Place, PlaceKind, Point, Position, Register, Sign};

/// Another place to go on to.
#[derive(Debug, Clone, PartialEq)]
pub struct Neighbour {
    /// Which one.
    pub place: Place,
    /// How far and where it is; none where either position is unknown.
    pub way: Option<Way>,
}

/// The way from one place to another, as the crow flies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Way {
    /// Metres.
    pub metres: f64,
    /// The direction.
    pub direction: Compass,
    /// Are both positions surveyed, or is one taken from a map?
    pub is_surveyed: bool,
}

impl Edition {
    /// Up to `most` places to go on to from a place; as [`Edition::neighbours_from`], without a sign.
    #[must_use]
    pub fn neighbours(&self, place: &Place, most: usize) -> Vec<Neighbour> {
        self.neighbours_from(place, None, most, most)
    }

    /// The places nearest to a place, or to a sign of it where that has a position of its own: landmarks, and streets by their nearest
    /// sign, up to `nearest`. Where no position is known, up to `beside`: places of the same ward, former district and kind of name, those with a story first.
    #[must_use]
    pub fn neighbours_from(&self, place: &Place, sign: Option<&Sign>, nearest: usize, beside: usize) -> Vec<Neighbour> {
        let Some(entry) = self.find(place) else { return Vec::new() };
        let here = sign.and_then(|sign| sign.point.as_ref()).map(|point| Fix::of(point.position(), true)).or_else(|| position_of(entry));
        let near: Vec<Neighbour> = here.map_or_else(Vec::new, |here| self.by_distance(place, &here, nearest));
        if !near.is_empty() {
            return near;
        }
        let ward = sign.and_then(|sign| sign.ward.as_ref());
        let found = self.themes.beside(place, ward, entry, beside);
        found.into_iter().map(|place| Neighbour { place, way: None }).collect()
    }

    fn by_distance(&self, place: &Place, here: &Fix, most: usize) -> Vec<Neighbour> {
        let own = self.positioned.binary_search(place).ok().and_then(|at| u32::try_from(at).ok());
        let found = self.positions.nearest(here, most, |number| Some(number) == own);
        let neighbour = |found: super::positions::Found| {
            let place = self.place_numbered(found.place)?.clone();
            let is_surveyed = here.is_surveyed() && found.is_surveyed;
            Some(Neighbour { place, way: Some(Way { metres: found.metres, direction: found.direction, is_surveyed }) })
        };
        found.into_iter().filter_map(neighbour).collect()
    }

    /// The place of a number in the tree of positions.
    pub(super) fn place_numbered(&self, number: u32) -> Option<&Place> {
        self.positioned.get(usize::try_from(number).ok()?)
    }
}

pub(super) fn position_of(entry: Entry<'_>) -> Option<Fix> {
    match entry {
        Entry::Landmark(landmark) => landmark.point.as_ref().map(|point| Fix::of(point.position(), false)),
        Entry::Street(_) | Entry::Namesake(_) => None,
    }
}

/// A known position of a place.
pub(super) struct Known {
    pub place: Place,
    pub at: Position,
    /// Has somebody stood there, or is it taken from a map?
    pub is_surveyed: bool,
    /// Does it come from OpenStreetMap?
    pub is_osm: bool,
}

/// Every known position: landmarks at theirs, then whatever has signs at those of its signs that are in use.
pub(super) fn known_positions(register: &Register) -> Vec<Known> {
    let known = |place: Place, point: &Point, is_surveyed, is_osm| Known { place, at: point.position(), is_surveyed, is_osm };
    let landmarks = register.landmarks.iter().filter_map(|one| {
        let is_osm = one.coordinate_source.as_str().contains("OSM");
        Some(known(Entry::Landmark(one).place(), one.point.as_ref()?, false, is_osm))
    });
    let signs = register.signs.iter().filter(|sign| sign.is_in_use() && sign.place.kind != PlaceKind::Namesake);
    landmarks.chain(signs.filter_map(|sign| Some(known(sign.place.clone(), sign.point.as_ref()?, true, false)))).collect()
}
