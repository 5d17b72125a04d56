//! What else is there to see from here?

use super::{Edition, Entry};
use crate::register::{Lang, Line, Place, PlaceKind, Point};
use std::collections::HashSet;

/// Mean radius of the earth in metres.
const EARTH: f64 = 6_371_000.0;

/// Another place to go on to.
#[derive(Debug, Clone, PartialEq)]
pub struct Neighbour {
    /// Which one.
    pub place: Place,
    /// Metres between the two, where both positions are known.
    pub metres: Option<f64>,
}

impl Edition {
    /// Places to go on to: by distance where positions are known, else in the same former district;
    /// those with a story of their own come first.
    #[must_use]
    pub fn neighbours(&self, place: &Place, most: usize) -> Vec<Neighbour> {
        let Some(entry) = self.find(place) else { return Vec::new() };
        let here = point_of(entry);
        let mut near: Vec<Neighbour> = here.map_or_else(Vec::new, |here| self.by_distance(place, here));
        if near.is_empty() {
            near = self.by_district(place, districts_of(entry));
        }
        near.truncate(most);
        near
    }

    fn by_distance(&self, place: &Place, here: &Point) -> Vec<Neighbour> {
        let landmarks = self.register.landmarks.iter().filter(|other| other.slug != place.slug);
        let mut near: Vec<Neighbour> = landmarks
            .filter_map(|other| {
                let metres = distance(here, other.point.as_ref()?);
                Some(Neighbour { place: Entry::Landmark(other).place(), metres: Some(metres) })
            })
            .collect();
        near.sort_by(|one, other| one.metres.unwrap_or(0.0).total_cmp(&other.metres.unwrap_or(0.0)));
        near
    }

    fn by_district(&self, place: &Place, districts: &Line) -> Vec<Neighbour> {
        let mine: HashSet<&str> = districts.parts().collect();
        let streets = self.register.streets.iter().map(Entry::Street);
        let landmarks = self.register.landmarks.iter().map(Entry::Landmark);
        let shares = |entry: &Entry<'_>| districts_of(*entry).parts().any(|part| mine.contains(part));
        let mut near: Vec<Place> = landmarks.chain(streets).filter(shares).map(Entry::place).filter(|other| other != place).collect();
        // Those with a story first; among them the ones that follow this place in the alphabet, so that not every page names the same few.
        near.sort_by_cached_key(|other| {
            (!self.is_told(other), other.kind != PlaceKind::Landmark && other.slug < place.slug, other.slug.clone())
        });
        near.into_iter().map(|place| Neighbour { place, metres: None }).collect()
    }

    fn is_told(&self, place: &Place) -> bool {
        Lang::ALL.iter().any(|lang| self.stories.contains_key(&(place.clone(), *lang)))
    }
}

fn districts_of(entry: Entry<'_>) -> &Line {
    static NOWHERE: std::sync::LazyLock<Line> = std::sync::LazyLock::new(Line::default);
    match entry {
        Entry::Street(street) => &street.districts,
        Entry::Landmark(landmark) => &landmark.districts,
        Entry::Namesake(_) => &NOWHERE,
    }
}

pub(super) fn point_of(entry: Entry<'_>) -> Option<&Point> {
    match entry {
        Entry::Landmark(landmark) => landmark.point.as_ref(),
        Entry::Street(_) | Entry::Namesake(_) => None,
    }
}

/// Metres between two points along the great circle.
pub(super) fn distance(from: &Point, to: &Point) -> f64 {
    let radians = |text: &str| text.parse::<f64>().unwrap_or(0.0).to_radians();
    let (lat1, lon1, lat2, lon2) = (radians(from.lat()), radians(from.lon()), radians(to.lat()), radians(to.lon()));
    let half = ((lat2 - lat1) / 2.0).sin().powi(2) + lat1.cos() * lat2.cos() * ((lon2 - lon1) / 2.0).sin().powi(2);
    2.0 * EARTH * half.sqrt().asin()
}
