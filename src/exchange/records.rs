//! What is common to everything that goes in and out as a table?

use super::cells::Cells;
use super::key::Maker;
use super::known::Known;
use super::row::Row;
use crate::register::{
    Anniversary, Landmark, LegacyLink, Namesake, PlaceKind, Register, Sentence, Sign, SignCode, Slug, Story, Street, StreetLine, Walk, Ward,
};
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

/// The printed address of a code; empty where no base URL is set.
pub(super) type LinkOf<'a> = &'a dyn Fn(SignCode) -> String;

/// Records of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Records {
    /// Named ways and the public works listed with them.
    Streets(Vec<Street>),
    /// Signs with their permanent codes.
    Signs(Vec<Sign>),
    /// Sights and relics.
    Landmarks(Vec<Landmark>),
    /// What the names honour.
    Namesakes(Vec<Namesake>),
    /// Texts about places.
    Stories(Vec<Story>),
    /// Administrative units.
    Wards(Vec<Ward>),
    /// Where streets run; one without a part takes the line away.
    Lines(Vec<StreetLine>),
    /// Days of the year.
    Anniversaries(Vec<Anniversary>),
    /// Addresses of before there were codes.
    LegacyLinks(Vec<LegacyLink>),
    /// Walks through the city.
    Walks(Vec<Walk>),
}

impl Records {
    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        match self {
            Self::Streets(all) => all.len(),
            Self::Signs(all) => all.len(),
            Self::Landmarks(all) => all.len(),
            Self::Namesakes(all) => all.len(),
            Self::Stories(all) => all.len(),
            Self::Wards(all) => all.len(),
            Self::Lines(all) => all.len(),
            Self::Anniversaries(all) => all.len(),
            Self::LegacyLinks(all) => all.len(),
            Self::Walks(all) => all.len(),
        }
    }

    /// Are there none?
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Puts them into a register: over the record with the same key, or as new ones at the end.
    pub fn put_into(self, register: &mut Register) {
        match self {
            Self::Streets(all) => upsert(all, &mut register.streets),
            Self::Signs(all) => upsert(all, &mut register.signs),
            Self::Landmarks(all) => upsert(all, &mut register.landmarks),
            Self::Namesakes(all) => upsert(all, &mut register.namesakes),
            Self::Stories(all) => upsert(all, &mut register.stories),
            Self::Wards(all) => upsert(all, &mut register.wards),
            Self::Lines(all) => put_lines(all, &mut register.street_lines),
            Self::Anniversaries(all) => upsert(all, &mut register.anniversaries),
            Self::LegacyLinks(all) => upsert(all, &mut register.legacy_links),
            Self::Walks(all) => upsert(all, &mut register.walks),
        }
    }
}

fn upsert<T: Tabled>(all: Vec<T>, into: &mut Vec<T>) {
    let mut places: HashMap<String, usize> = into.iter().enumerate().map(|(place, one)| (one.key(), place)).collect();
    for one in all {
        match places.get(&one.key()) {
            Some(place) => into[*place] = one,
            None => {
                places.insert(one.key(), into.len());
                into.push(one);
            }
        }
    }
}

/// A register that had no such line keeps the empty one, so that whoever writes it down takes the line away.
fn put_lines(all: Vec<StreetLine>, into: &mut Vec<StreetLine>) {
    let mut gone = HashSet::new();
    let mut places: HashMap<Slug, usize> = into.iter().enumerate().map(|(place, one)| (one.street.clone(), place)).collect();
    for one in all {
        match places.get(&one.street) {
            Some(place) => {
                if one.parts.is_empty() {
                    gone.insert(one.street.clone());
                }
                into[*place] = one;
            }
            None => {
                places.insert(one.street.clone(), into.len());
                into.push(one);
            }
        }
    }
    into.retain(|one| !gone.contains(&one.street));
}

/// One kind of record: its list, its key, its cells, and the way back.
pub(super) trait Tabled: Clone + PartialEq {
    /// The register's list of them.
    fn list(register: &Register) -> &[Self];

    fn records(all: Vec<Self>) -> Records;

    /// The kind of place that it is the record of, where it is one's.
    fn place_kind() -> Option<PlaceKind> {
        None
    }

    /// What stays the same while everything else may change.
    fn key(&self) -> String;

    /// The order of an export.
    fn order(&self, other: &Self) -> Ordering;

    /// A cell for each column of the kind, in their order.
    fn cells(&self, known: &Known<'_>, link_of: LinkOf<'_>) -> Vec<String>;

    /// The record that a row makes of the old one; none where a cell is refused.
    fn read(cells: &mut Cells<'_>, key: &str, old: Option<&Self>) -> Option<Self>;

    /// The key that a row names, or the column at fault and why.
    fn read_key(row: &Row) -> Result<String, (&'static str, Sentence)> {
        let slug = Slug::parse(row.cell("slug").unwrap_or_default());
        slug.map(|slug| slug.to_string()).map_err(|reason| ("slug", reason.into()))
    }

    /// A key for a row that leaves it empty.
    fn make_key(row: &Row, maker: &mut Maker<'_>) -> Result<String, Sentence> {
        maker.slug(row.cell("name").unwrap_or_default())
    }
}
