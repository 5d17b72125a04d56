//! What is remembered on a day?

use super::{Edition, Entry};
use crate::register::{Anniversary, Place, PlaceKind};

impl Edition {
    /// What is remembered on this day of this month, in the order of the register.
    pub fn remembered_on(&self, month: i8, day: i8) -> impl Iterator<Item = &Anniversary> {
        self.register.anniversaries.iter().filter(move |one| one.is_on(month, day))
    }

    /// Does the page of this place say it? Where it belongs to no place, every page does; else those places, and whatever bears their name.
    #[must_use]
    pub fn is_remembered_at(&self, anniversary: &Anniversary, place: &Place) -> bool {
        let namesake = match self.find(place) {
            Some(Entry::Street(street)) => street.namesake.as_ref(),
            Some(Entry::Landmark(landmark)) => landmark.namesake.as_ref(),
            Some(Entry::Namesake(_)) | None => None,
        };
        let bears = |shown: &Place| shown.kind == PlaceKind::Namesake && Some(&shown.slug) == namesake;
        anniversary.shown_on.is_empty() || anniversary.shown_on.iter().any(|shown| shown == place || bears(shown))
    }
}
