//! Which signs are meant, and in which order are they printed?

use super::{Explained, Fault, PlaceKind, Register, Sentence, Sign, SignCode, SignState, Slug};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Most of what is unknown that is named at once; the rest is counted.
const MOST_NAMED: usize = 500;

/// What somebody asked for; several may be combined.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Every sign that is not retired.
    pub all: bool,
    /// The signs of these streets, by slug.
    pub streets: Vec<String>,
    /// The signs in these wards of today, by code.
    pub wards: Vec<String>,
    /// These signs, by code, retired or not.
    pub codes: Vec<String>,
}

/// Why no sign can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SelectionError {
    /// Nothing of these is in the register.
    #[error("not in the register: {}", .0.join(", "))]
    Unknown(Vec<String>),
    /// The selection holds no sign.
    #[error("the selection holds no sign")]
    Empty,
}

impl Explained for SelectionError {
    fn fault(&self) -> Fault {
        match self {
            Self::Unknown(_) => Fault::NotThere,
            Self::Empty => Fault::Refused,
        }
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::Unknown(given) => Sentence::new("print-unknown").with("given", given.join(", ")),
            Self::Empty => Sentence::new("print-nothing-selected"),
        }
    }
}

impl Selection {
    /// The signs meant, by ward, street and number: as a crew hangs them.
    ///
    /// # Errors
    /// Names every street, ward and code at once that is not in the register; refuses a selection without a sign.
    pub fn signs<'a>(&self, register: &'a Register, today: &str) -> Result<Vec<&'a Sign>, SelectionError> {
        let mut unknown = BTreeSet::new();
        let streets = self.streets(register, &mut unknown);
        let wards = self.wards(register, today, &mut unknown);
        let codes = self.codes(register, &mut unknown);
        if !unknown.is_empty() {
            return Err(SelectionError::Unknown(unknown.into_iter().take(MOST_NAMED).collect()));
        }
        let meant = |sign: &&Sign| {
            let in_street = sign.place.kind == PlaceKind::Street && streets.contains(&sign.place.slug);
            let in_ward = sign.ward.as_ref().is_some_and(|ward| wards.contains(ward));
            codes.contains(&sign.code) || (sign.state != SignState::Retired && (self.all || in_street || in_ward))
        };
        let mut signs: Vec<&Sign> = register.signs.iter().filter(meant).collect();
        in_order(&mut signs, register);
        if signs.is_empty() { Err(SelectionError::Empty) } else { Ok(signs) }
    }

    fn streets(&self, register: &Register, unknown: &mut BTreeSet<String>) -> HashSet<Slug> {
        let known: HashMap<&str, &Slug> = register.streets.iter().map(|street| (street.slug.as_str(), &street.slug)).collect();
        let find = |given: &&String| known.get(given.trim()).map(|slug| (*slug).clone());
        found(&self.streets, find, unknown)
    }

    /// Wards with these codes that are in force today: codes were reused for other ground.
    fn wards(&self, register: &Register, today: &str, unknown: &mut BTreeSet<String>) -> HashSet<Slug> {
        let find = |given: &&String| {
            let found = register.wards.iter().find(|ward| ward.code.as_str() == given.trim() && ward.is_valid_on(today));
            found.map(|ward| ward.slug.clone())
        };
        found(&self.wards, find, unknown)
    }

    fn codes(&self, register: &Register, unknown: &mut BTreeSet<String>) -> HashSet<SignCode> {
        let known: HashSet<SignCode> = register.signs.iter().map(|sign| sign.code).collect();
        let find = |given: &&String| SignCode::parse(given).ok().filter(|code| known.contains(code));
        found(&self.codes, find, unknown)
    }
}

/// What was found of what was given; the rest is unknown.
fn found<T: std::hash::Hash + Eq>(given: &[String], find: impl Fn(&&String) -> Option<T>, unknown: &mut BTreeSet<String>) -> HashSet<T> {
    let mut all = HashSet::new();
    for one in given {
        match find(&one) {
            Some(known) => drop(all.insert(known)),
            None => drop(unknown.insert(one.trim().chars().take(60).collect())),
        }
    }
    all
}

/// Puts signs in the order in which they are printed and hung: by ward, by street, by number. Where the ward is not known they come last.
pub fn in_order(signs: &mut [&Sign], register: &Register) {
    let wards: HashMap<&Slug, &str> = register.wards.iter().map(|ward| (&ward.slug, ward.name.as_str())).collect();
    let ward = |sign: &Sign| sign.ward.as_ref().map_or((true, ""), |slug| (false, wards.get(slug).copied().unwrap_or_default()));
    signs.sort_by(|one, two| {
        let key = |sign: &&Sign| (sign.place.kind, sign.number, sign.code);
        ward(one)
            .cmp(&ward(two))
            .then_with(|| one.place.kind.cmp(&two.place.kind))
            .then_with(|| one.place.slug.cmp(&two.place.slug))
            .then_with(|| key(one).cmp(&key(two)))
    });
}
