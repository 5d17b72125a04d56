//! Which places go together, where nobody knows how far apart they are? Same ward, same former district, same kind of name.

use super::Entry;
use crate::register::{NamesakeKind, Place, PlaceKind, Register, Sign, Slug};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What places have in common.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Signs in this ward.
    Ward(Slug),
    /// This former district.
    District(String),
    /// A name of this kind.
    NameKind(NamesakeKind),
}

/// The places of each theme, by what there is to read, in the order of their slugs.
#[derive(Default)]
pub struct Themes {
    groups: HashMap<Theme, Group>,
}

/// The places of one theme.
#[derive(Default)]
struct Group {
    /// Landmarks with a story, streets with a story, and all the others.
    ranks: [Vec<Place>; 3],
}

impl Themes {
    /// The themes of a register; `told` are the places with a story.
    #[must_use]
    pub fn new(register: &Register, told: &HashSet<&Place>) -> Self {
        let mut sorted: HashMap<Theme, BTreeSet<Place>> = HashMap::new();
        let entries = register.streets.iter().map(Entry::Street).chain(register.landmarks.iter().map(Entry::Landmark));
        let gone: HashSet<&Place> = register.retired.iter().map(|(place, _)| place).collect();
        for entry in entries.filter(|entry| !gone.contains(&entry.place())) {
            for theme in own_themes(entry) {
                sorted.entry(theme).or_default().insert(entry.place());
            }
        }
        for Sign { ward, place, .. } in &register.signs {
            if let Some(ward) = ward.as_ref().filter(|_| place.kind != PlaceKind::Namesake && !gone.contains(place)) {
                sorted.entry(Theme::Ward(ward.clone())).or_default().insert(place.clone());
            }
        }
        let group = |places: BTreeSet<Place>| {
            let mut group = Group::default();
            for place in places {
                let rank = if !told.contains(&place) { 2 } else { usize::from(place.kind == PlaceKind::Street) };
                group.ranks[rank].push(place);
            }
            group
        };
        Self { groups: sorted.into_iter().map(|(theme, places)| (theme, group(places))).collect() }
    }

    /// Up to `most` other places that go with this one, those with a story first, half of them landmarks at most. They begin behind this
    /// place in the alphabet, so that not every page names the same few.
    #[must_use]
    pub fn beside(&self, place: &Place, ward: Option<&Slug>, entry: Entry<'_>, most: usize) -> Vec<Place> {
        let themes: Vec<Theme> = ward.map(|ward| Theme::Ward(ward.clone())).into_iter().chain(own_themes(entry)).collect();
        let groups: Vec<&Group> = themes.iter().filter_map(|theme| self.groups.get(theme)).collect();
        let mut found: Vec<Place> = Vec::with_capacity(most);
        for (rank, limit) in [(0, most / 2), (1, most), (0, most), (2, most)] {
            for other in groups.iter().flat_map(|group| behind(&group.ranks[rank], &place.slug)) {
                if found.len() >= limit {
                    break;
                }
                if other != place && !found.contains(other) {
                    found.push(other.clone());
                }
            }
        }
        found
    }
}

/// All of a list, once round from where a slug would stand in it.
fn behind<'a>(places: &'a [Place], slug: &Slug) -> impl Iterator<Item = &'a Place> {
    let from = places.partition_point(|place| place.slug <= *slug);
    let (before, after) = places.split_at(from.min(places.len()));
    after.iter().chain(before)
}

fn own_themes(entry: Entry<'_>) -> Vec<Theme> {
    let (districts, kind) = match entry {
        Entry::Street(street) => (&street.districts, street.name_kind),
        Entry::Landmark(landmark) => (&landmark.districts, None),
        Entry::Namesake(_) => return Vec::new(),
    };
    districts.parts().map(|part| Theme::District(part.to_owned())).chain(kind.map(Theme::NameKind)).collect()
}
