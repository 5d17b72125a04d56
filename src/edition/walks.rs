//! Where does a walk lead today? Through those of its stops that are in use and whose position is known, with metres and minutes.

use super::Edition;
use super::nearby;
use super::positions::Fix;
use crate::register::walk::FEWEST_STOPS;
use crate::register::{Place, SignState, Slug, Stop, StopAt, Walk, WalkState};
use std::collections::HashMap;

/// How much longer the way along the streets is than the straight line that is measured.
pub const DETOUR: f64 = 1.3;
/// 4.5 km/h: somebody who looks about.
pub const METRES_A_MINUTE: f64 = 75.0;
/// Metres are told to the next so many: positions are no better.
const STEP: f64 = 50.0;

/// The way from one stop to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leg {
    /// Metres in a straight line, to the next 50.
    pub metres: usize,
    /// Minutes on foot, with the detour.
    pub minutes: usize,
}

/// A stop where one can go.
#[derive(Debug, Clone)]
pub struct RouteStop<'a> {
    /// The stop.
    pub stop: &'a Stop,
    /// The street or landmark that it is at.
    pub place: Place,
    /// The way here from the stop before; none at the first.
    pub leg: Option<Leg>,
}

/// That a walk comes through a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Through {
    /// The walk.
    pub walk: Slug,
    /// Where it goes on to; none where it ends here.
    pub next: Option<(Place, Leg)>,
}

impl Leg {
    fn of(from: &Fix, to: &Fix) -> Self {
        let steps = (from.metres_to(to) / STEP).round().clamp(1.0, 2_000.0);
        let metres = steps * STEP;
        let minutes = (metres * DETOUR / METRES_A_MINUTE).ceil();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a small positive number above")]
        let leg = Self { metres: metres as usize, minutes: minutes as usize };
        leg
    }
}

impl Edition {
    /// The walks that visitors are shown: open, and with somewhere to go.
    #[must_use]
    pub fn walks(&self) -> &[Walk] {
        &self.register.walks
    }

    /// The walk with this slug.
    #[must_use]
    pub fn find_walk(&self, slug: &Slug) -> Option<&Walk> {
        self.register.walks.iter().find(|walk| walk.slug == *slug)
    }

    /// The walks through a place, each with where it goes on to.
    #[must_use]
    pub fn walks_through(&self, place: &Place) -> &[Through] {
        self.through.get(place).map_or(&[], Vec::as_slice)
    }

    /// The stops of a walk where one can go: those in use whose position is known.
    #[must_use]
    pub fn route_of<'a>(&self, walk: &'a Walk) -> Vec<RouteStop<'a>> {
        let mut last: Option<Fix> = None;
        let mut route = Vec::new();
        for stop in &walk.stops {
            let Some((place, point)) = self.position_of(&stop.at) else { continue };
            route.push(RouteStop { stop, place, leg: last.map(|last| Leg::of(&last, &point)) });
            last = Some(point);
        }
        route
    }

    /// Is it known where this place is, and is it in use?
    #[must_use]
    pub fn is_placed(&self, place: &Place) -> bool {
        self.position_of(&StopAt::Place(place.clone())).is_some()
    }

    /// The place of a stop and where exactly that is; none for one that is no longer in use, or that nobody knows the position of.
    fn position_of(&self, at: &StopAt) -> Option<(Place, Fix)> {
        let (place, own) = match at {
            StopAt::Place(place) => (place, None),
            StopAt::Sign(code) => {
                let sign = self.find_sign(*code).filter(|sign| sign.state != SignState::Retired)?;
                (&sign.place, sign.point.as_ref().map(|point| Fix::of(point.position(), true)))
            }
        };
        let entry = self.find(place).filter(|_| self.retired_on(place).is_none())?;
        Some((place.clone(), own.or_else(|| nearby::position_of(entry))?))
    }

    /// The edition with the walks that can be walked, and what comes through each place.
    pub(super) fn with_walks(mut self) -> Self {
        let mut walks = std::mem::take(&mut self.register.walks);
        walks.retain(|walk| walk.state == WalkState::Open && self.route_of(walk).len() >= FEWEST_STOPS);
        let mut through: HashMap<Place, Vec<Through>> = HashMap::new();
        for walk in &walks {
            let route = self.route_of(walk);
            for (at, stop) in route.iter().enumerate() {
                let next = route.get(at + 1).and_then(|next| Some((next.place.clone(), next.leg?)));
                let known = through.entry(stop.place.clone()).or_default();
                // A walk that comes through twice is told of once, with where it goes on to first.
                if known.iter().all(|one| one.walk != walk.slug) {
                    known.push(Through { walk: walk.slug.clone(), next });
                }
            }
        }
        self.register.walks = walks;
        self.through = through;
        self
    }
}
