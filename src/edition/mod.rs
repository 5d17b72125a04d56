//! What is public? The published register in memory, replaced whole when something is published.

mod anniversaries;
mod legacy;
mod lines;
mod mistyped;
mod nearby;
mod positions;
mod search;
mod themes;
mod walks;

pub use lines::{Area, Spot};
pub use nearby::{Neighbour, Way};
pub use positions::{Compass, Fix, Found, Positions};
pub use search::Hit;
pub use walks::{DETOUR, Leg, METRES_A_MINUTE, RouteStop, Through};

use crate::register::{
    Landmark, Lang, LegacyTarget, Line, Namesake, PerLang, Photo, PhotoKind, Place, PlaceKind, Recording, RecordingFormat, Register, Sign,
    SignCode, Slug, Stage, Story, Street, Ward, names_of,
};
use std::collections::{HashMap, HashSet};

/// Everything that a visitor may see, as of one moment, ready to be looked up.
pub struct Edition {
    register: Register,
    signs: HashMap<SignCode, usize>,
    places: HashMap<Place, usize>,
    stories: HashMap<(Place, Lang), usize>,
    withdrawn: HashSet<(Place, Lang)>,
    signs_of: HashMap<Place, Vec<usize>>,
    bearers: HashMap<Slug, Vec<Place>>,
    photos: HashMap<i64, usize>,
    index: search::Index,
    recordings: HashMap<(Place, Lang), usize>,
    former: HashMap<Place, Place>,
    retired: HashMap<Place, Line>,
    ground: lines::Ground,
    legacy: legacy::Legacy,
    through: HashMap<Place, Vec<Through>>,
    themes: themes::Themes,
    positions: Positions,
    /// The places that the positions number.
    positioned: Vec<Place>,
}

/// The record behind a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Entry<'a> {
    /// A street's.
    Street(&'a Street),
    /// A landmark's.
    Landmark(&'a Landmark),
    /// A namesake's.
    Namesake(&'a Namesake),
}

impl Edition {
    /// The edition of a register: only published stories are taken over.
    #[must_use]
    pub fn new(mut register: Register) -> Self {
        let is_withdrawn = |story: &&Story| story.stage == Stage::Withdrawn;
        let withdrawn = register.stories.iter().filter(is_withdrawn).map(|story| (story.place.clone(), story.lang)).collect();
        register.stories.retain(|story| story.stage == Stage::Published);
        keep_public_photos(&mut register);
        let photos = (0..).zip(&register.photos).map(|(at, photo)| (photo.id, at)).collect();
        let places: HashMap<Place, usize> = all_places(&register).collect();
        // Only a hand in the file itself could leave a sign without its place; its code is then unknown, and the doctor names it.
        register.signs.retain(|sign| places.contains_key(&sign.place));
        let signs: HashMap<SignCode, usize> = (0..).zip(&register.signs).map(|(at, sign)| (sign.code, at)).collect();
        let stories: HashMap<_, _> = (0..).zip(&register.stories).map(|(at, story)| ((story.place.clone(), story.lang), at)).collect();
        let mut signs_of: HashMap<Place, Vec<usize>> = HashMap::new();
        for (at, sign) in (0..).zip(&register.signs) {
            signs_of.entry(sign.place.clone()).or_default().push(at);
        }
        let bearers = bearers(&register);
        let index = search::Index::new(&register);
        register.recordings.retain(|one| stories_in(&stories, one));
        let recordings = (0..).zip(&register.recordings).map(|(at, one)| ((one.place.clone(), one.lang), at)).collect();
        let told = register.stories.iter().map(|story| &story.place).collect();
        let themes = themes::Themes::new(&register, &told);
        let (positioned, positions) = positions_of(&register);
        let former = std::mem::take(&mut register.former_slugs).into_iter().collect();
        let retired = std::mem::take(&mut register.retired).into_iter().collect();
        let ground = lines::Ground::of(&mut register);
        let mut legacy_links = std::mem::take(&mut register.legacy_links);
        legacy_links.retain(|link| match &link.target {
            LegacyTarget::Sign(code) => signs.contains_key(code),
            LegacyTarget::Place(place) => places.contains_key(place),
        });
        let legacy = legacy::Legacy::of(legacy_links);
        let whole = Self {
            register,
            signs,
            places,
            stories,
            withdrawn,
            signs_of,
            bearers,
            photos,
            index,
            recordings,
            former,
            retired,
            legacy,
            ground,
            through: HashMap::new(),
            themes,
            positions,
            positioned,
        };
        whole.with_walks()
    }

    /// The sign with this code.
    #[must_use]
    pub fn find_sign(&self, code: SignCode) -> Option<&Sign> {
        self.signs.get(&code).map(|at| &self.register.signs[*at])
    }

    /// The record of a place.
    #[must_use]
    pub fn find(&self, place: &Place) -> Option<Entry<'_>> {
        let at = *self.places.get(place)?;
        Some(match place.kind {
            PlaceKind::Street => Entry::Street(&self.register.streets[at]),
            PlaceKind::Landmark => Entry::Landmark(&self.register.landmarks[at]),
            PlaceKind::Namesake => Entry::Namesake(&self.register.namesakes[at]),
        })
    }

    /// The place that once had this address, as it is called today; none where the address is one of today, or never was one.
    #[must_use]
    pub fn find_renamed(&self, place: &Place) -> Option<&Place> {
        self.former.get(place).filter(|now| !self.places.contains_key(place) && self.places.contains_key(now))
    }

    /// What an address of before there were codes leads to, by its path and query as they were asked for.
    #[must_use]
    pub fn find_legacy(&self, path: &str, query: &str) -> Option<&LegacyTarget> {
        self.legacy.find(path, query)
    }

    /// Since when a place is no longer in use, ISO 8601; none while it is.
    #[must_use]
    pub fn retired_on(&self, place: &Place) -> Option<&Line> {
        self.retired.get(place)
    }

    /// The namesake with this slug.
    #[must_use]
    pub fn find_namesake(&self, slug: &Slug) -> Option<&Namesake> {
        match self.find(&Place { kind: PlaceKind::Namesake, slug: slug.clone() }) {
            Some(Entry::Namesake(namesake)) => Some(namesake),
            _ => None,
        }
    }

    /// The ward with this slug.
    #[must_use]
    pub fn find_ward(&self, slug: &Slug) -> Option<&Ward> {
        self.register.wards.iter().find(|ward| ward.slug == *slug)
    }

    /// Every ward, in force or not.
    #[must_use]
    pub fn wards(&self) -> &[Ward] {
        &self.register.wards
    }

    /// Has the story about a place in this language been taken down?
    #[must_use]
    pub fn is_withdrawn(&self, place: &Place, lang: Lang) -> bool {
        self.withdrawn.contains(&(place.clone(), lang))
    }

    /// The published story about a place in this language, or else in the one that its reader takes most likely. Where the one in this language was taken
    /// down there is none: what was wrong in it may be wrong in its translations.
    #[must_use]
    pub fn find_story(&self, place: &Place, lang: Lang) -> Option<&Story> {
        if self.is_withdrawn(place, lang) {
            return None;
        }
        lang.reading_order().find_map(|lang| self.stories.get(&(place.clone(), lang))).map(|at| &self.register.stories[*at])
    }

    /// In how many languages each place is told that is told at all.
    #[must_use]
    pub fn languages_told(&self) -> HashMap<&Place, usize> {
        let mut told = HashMap::new();
        for (place, _) in self.stories.keys() {
            *told.entry(place).or_default() += 1;
        }
        told
    }

    /// The published stories of a language with the moment when each became public, the newest first; those of unknown age are left out.
    pub fn newest_stories(&self, lang: Lang) -> impl Iterator<Item = (&str, &Story)> {
        let of_lang = self.register.published.iter().filter(move |(_, own, _)| *own == lang);
        of_lang.filter_map(|(place, lang, at)| Some((at.as_str(), &self.register.stories[*self.stories.get(&(place.clone(), *lang))?])))
    }

    /// The picture of this number, where a published story or a sign shows it.
    #[must_use]
    pub fn find_photo(&self, id: i64) -> Option<&Photo> {
        self.photos.get(&id).map(|at| &self.register.photos[*at])
    }

    /// The pictures of a story, in its order; one of another place is never among them.
    pub fn photos_of<'a>(&'a self, story: &'a Story) -> impl Iterator<Item = &'a Photo> {
        story.photos.iter().filter_map(|id| self.find_photo(*id)).filter(|photo| photo.place == story.place)
    }

    /// The recording of the published story about a place in this language.
    #[must_use]
    pub fn find_recording(&self, place: &Place, lang: Lang) -> Option<&Recording> {
        self.recordings.get(&(place.clone(), lang)).map(|at| &self.register.recordings[*at])
    }

    /// Is this file one of a published story?
    #[must_use]
    pub fn has_recording(&self, id: i64, digest: &str, format: RecordingFormat) -> bool {
        self.register.recordings.iter().any(|one| one.id == id && one.digest == digest && one.format == format)
    }

    /// The picture of the sign itself, where there is one of the same place.
    #[must_use]
    pub fn photo_of_sign(&self, sign: &Sign) -> Option<&Photo> {
        sign.survey.photo.and_then(|id| self.find_photo(id)).filter(|photo| photo.place == sign.place)
    }

    /// The signs of a place, by number.
    pub fn signs_of(&self, place: &Place) -> impl Iterator<Item = &Sign> {
        self.signs_of.get(place).into_iter().flatten().map(|at| &self.register.signs[*at])
    }

    /// Every name that a text may rightly use.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        names_of(&self.register)
    }

    /// The streets and landmarks that bear a namesake's name.
    #[must_use]
    pub fn bearers_of(&self, namesake: &Slug) -> &[Place] {
        self.bearers.get(namesake).map_or(&[], Vec::as_slice)
    }

    /// Every place with a page, in the order of the register.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        all_places(&self.register).map(|(place, _)| place)
    }

    /// Every sign, in the order of the register.
    #[must_use]
    pub fn signs(&self) -> &[Sign] {
        &self.register.signs
    }

    /// How many streets, landmarks and signs there are.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize) {
        (self.register.streets.len(), self.register.landmarks.len(), self.register.signs.len())
    }
}

impl<'a> Entry<'a> {
    /// The name of the place in this language.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'a str {
        match self {
            Self::Street(street) => street.name.as_str(),
            Self::Namesake(namesake) => namesake.name.as_str(),
            Self::Landmark(landmark) if lang != Lang::Vi && !landmark.name_en.is_empty() => landmark.name_en.as_str(),
            Self::Landmark(landmark) => landmark.name.as_str(),
        }
    }

    /// The place itself.
    #[must_use]
    pub fn place(self) -> Place {
        let (kind, slug) = match self {
            Self::Street(street) => (PlaceKind::Street, &street.slug),
            Self::Landmark(landmark) => (PlaceKind::Landmark, &landmark.slug),
            Self::Namesake(namesake) => (PlaceKind::Namesake, &namesake.slug),
        };
        Place { kind, slug: slug.clone() }
    }

    /// The one sentence that the register holds about it, where there is one.
    #[must_use]
    pub fn sentence(self) -> Option<&'a PerLang> {
        match self {
            Self::Street(_) => None,
            Self::Landmark(landmark) => Some(&landmark.fact),
            Self::Namesake(namesake) => Some(&namesake.role),
        }
    }
}

/// Is the story that a recording reads published?
fn stories_in(stories: &HashMap<(Place, Lang), usize>, recording: &Recording) -> bool {
    stories.contains_key(&(recording.place.clone(), recording.lang))
}

/// Only views that a published story or a sign shows are public; what a sign shows must lack nothing.
fn keep_public_photos(register: &mut Register) {
    let in_stories = register.stories.iter().flat_map(|story| story.photos.iter().map(|id| (story.place.clone(), *id)));
    let in_stories: HashSet<(Place, i64)> = in_stories.collect();
    let of_signs = register.signs.iter().filter_map(|sign| Some((sign.place.clone(), sign.survey.photo?)));
    let of_signs: HashSet<(Place, i64)> = of_signs.collect();
    register.photos.retain(|photo| {
        let shown = (photo.place.clone(), photo.id);
        photo.kind == PhotoKind::Photo && (in_stories.contains(&shown) || (of_signs.contains(&shown) && photo.is_public_view()))
    });
}

/// The places in use with known positions, in order, and the tree that knows them by their numbers in it.
fn positions_of(register: &Register) -> (Vec<Place>, Positions) {
    let gone: HashSet<&Place> = register.retired.iter().map(|(place, _)| place).collect();
    let mut known = nearby::known_positions(register);
    known.retain(|one| !gone.contains(&one.place));
    let mut places: Vec<Place> = known.iter().map(|one| one.place.clone()).collect();
    places.sort();
    places.dedup();
    let numbered = known.iter().filter_map(|one| {
        let at = places.binary_search(&one.place).ok()?;
        Some((u32::try_from(at).ok()?, Fix::of(one.at, one.is_surveyed)))
    });
    let positions = Positions::new(numbered);
    (places, positions)
}

fn all_places(register: &Register) -> impl Iterator<Item = (Place, usize)> {
    let place = |kind, slug: &Slug| Place { kind, slug: slug.clone() };
    let streets = (0..).zip(&register.streets).map(move |(at, one)| (place(PlaceKind::Street, &one.slug), at));
    let landmarks = (0..).zip(&register.landmarks).map(move |(at, one)| (place(PlaceKind::Landmark, &one.slug), at));
    let namesakes = (0..).zip(&register.namesakes).map(move |(at, one)| (place(PlaceKind::Namesake, &one.slug), at));
    streets.chain(landmarks).chain(namesakes)
}

fn bearers(register: &Register) -> HashMap<Slug, Vec<Place>> {
    let mut bearers: HashMap<Slug, Vec<Place>> = HashMap::new();
    let streets = register.streets.iter().map(|one| (&one.namesake, PlaceKind::Street, &one.slug));
    let landmarks = register.landmarks.iter().map(|one| (&one.namesake, PlaceKind::Landmark, &one.slug));
    for (namesake, kind, slug) in streets.chain(landmarks) {
        if let Some(namesake) = namesake {
            bearers.entry(namesake.clone()).or_default().push(Place { kind, slug: slug.clone() });
        }
    }
    bearers
}
