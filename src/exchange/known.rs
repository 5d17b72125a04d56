//! What is already in the register, so that a row can point at it?

use super::report::refusal;
use crate::register::{Crossing, Name, Namesake, Photo, Place, PlaceKind, Register, Sentence, SignCode, Slug, StopAt, Ward};
use std::collections::{HashMap, HashSet};

/// The register, looked up by slug.
pub(super) struct Known<'a> {
    names: HashMap<(PlaceKind, &'a str), &'a Name>,
    namesakes: HashMap<&'a str, &'a Namesake>,
    wards: &'a [Ward],
    ward_slugs: HashSet<&'a str>,
    signs: HashSet<SignCode>,
    photos: HashMap<i64, &'a Photo>,
}

impl<'a> Known<'a> {
    pub(super) fn of(register: &'a Register) -> Self {
        let streets = register.streets.iter().map(|one| (PlaceKind::Street, &one.slug, &one.name));
        let landmarks = register.landmarks.iter().map(|one| (PlaceKind::Landmark, &one.slug, &one.name));
        let namesakes = register.namesakes.iter().map(|one| (PlaceKind::Namesake, &one.slug, &one.name));
        Self {
            names: streets.chain(landmarks).chain(namesakes).map(|(kind, slug, name)| ((kind, slug.as_str()), name)).collect(),
            namesakes: register.namesakes.iter().map(|one| (one.slug.as_str(), one)).collect(),
            wards: &register.wards,
            ward_slugs: register.wards.iter().map(|one| one.slug.as_str()).collect(),
            signs: register.signs.iter().map(|one| one.code).collect(),
            photos: register.photos.iter().map(|one| (one.id, one)).collect(),
        }
    }

    /// The name of a place, none where it is not in the register.
    pub(super) fn name_of(&self, place: &Place) -> Option<&'a Name> {
        self.names.get(&(place.kind, place.slug.as_str())).copied()
    }

    /// The place, which must be in the register.
    pub(super) fn find(&self, place: Place) -> Result<Place, Sentence> {
        match self.name_of(&place) {
            Some(_) => Ok(place),
            None => Err(Sentence::new("place-unknown").with("kind", place.kind).with("given", place.slug)),
        }
    }

    /// Is there somewhere to stop?
    pub(super) fn has_stop(&self, at: &StopAt) -> bool {
        match at {
            StopAt::Place(place) => self.name_of(place).is_some(),
            StopAt::Sign(code) => self.signs.contains(code),
        }
    }

    /// Reads a crossing: a place of the register, or words.
    pub(super) fn read_crossing(&self, text: &str) -> Result<Crossing, Sentence> {
        match Crossing::parse(text)? {
            Crossing::Place(place) => self.find(place).map(Crossing::Place),
            words @ Crossing::Words(_) => Ok(words),
        }
    }

    /// Is this a picture of that place, fit for the public?
    pub(super) fn is_photo_of(&self, id: Option<i64>, place: Option<&Place>) -> bool {
        let photo = id.and_then(|id| self.photos.get(&id));
        photo.is_some_and(|photo| Some(&photo.place) == place && photo.is_public_view())
    }

    /// What this slug names, where it is in the register.
    pub(super) fn namesake(&self, slug: &Slug) -> Option<&'a Namesake> {
        self.namesakes.get(slug.as_str()).copied()
    }

    /// Does a sign bear this code?
    pub(super) fn is_sign(&self, code: SignCode) -> bool {
        self.signs.contains(&code)
    }

    /// Reads the slug of a namesake; none where the cell is empty.
    pub(super) fn read_namesake(&self, text: &str) -> Result<Option<Slug>, Sentence> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        let slug = Slug::parse(text)?;
        if self.namesake(&slug).is_some() { Ok(Some(slug)) } else { Err(refusal("namesake-unknown", text)) }
    }

    /// Reads the slug of a ward, or a code that only one ward has; none where the cell is empty.
    pub(super) fn read_ward(&self, text: &str) -> Result<Option<Slug>, Sentence> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        if self.ward_slugs.contains(text) {
            return Ok(Some(Slug::parse(text)?));
        }
        let with_code: Vec<&Ward> = self.wards.iter().filter(|ward| ward.code.as_str() == text).collect();
        let in_force: Vec<&Ward> = with_code.iter().copied().filter(|ward| ward.until.is_empty()).collect();
        match (in_force.as_slice(), with_code.as_slice()) {
            ([only], _) | (_, [only]) => Ok(Some(only.slug.clone())),
            (_, []) => Err(refusal("ward-unknown", text)),
            _ => Err(refusal("ward-ambiguous", text)),
        }
    }
}
