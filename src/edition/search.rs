//! Which places does a visitor mean? Marks, tone placement, đ, capitals and one slip of the finger are forgiven.

use super::{Edition, Entry as Found};
use crate::register::spelling::nfc;
use crate::register::{Named, Namesake, Place, Register, Slug, fold};
use std::collections::HashMap;

/// Longest query looked at, in characters.
const LONGEST_QUERY: usize = 100;
/// A word shorter than this is not worth guessing at.
const GUESSABLE: usize = 4;
/// Words that people put before a name, folded; tried without them when nothing is found with them.
const KIND_WORDS: &[&str] = &["duong", "pho", "ngo", "dai", "lo", "street", "road", "st", "hem", "ngach"];

/// One place as the search sees it.
pub struct Entry {
    place: Place,
    name: String,
    folded: String,
    /// Other names, folded: former names, birth names, names in English.
    also: Vec<String>,
}

/// A place that was found, with how well it fits (smaller is better).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The place.
    pub place: Place,
    /// 0 for the very name, marks and all; larger is further off.
    pub rank: u8,
}

impl Edition {
    /// The places that a query means, best first.
    #[must_use]
    pub fn search(&self, query: &str, most: usize) -> Vec<Hit> {
        let query: String = nfc(query).chars().take(LONGEST_QUERY).collect();
        let words: Vec<String> = words(&fold(&query));
        if words.is_empty() {
            return Vec::new();
        }
        let mut hits = self.ranked(&query, &words);
        let named: Vec<String> = words.iter().filter(|word| !KIND_WORDS.contains(&word.as_str())).cloned().collect();
        if hits.iter().all(|hit| hit.rank > 2) && named.len() < words.len() && !named.is_empty() {
            hits.extend(self.ranked(&named.join(" "), &named));
        }
        hits.sort_by(|one, other| (one.rank, one.place.kind, &one.place.slug).cmp(&(other.rank, other.place.kind, &other.place.slug)));
        let mut seen = std::collections::HashSet::new();
        hits.retain(|hit| seen.insert(hit.place.clone()));
        hits.truncate(most);
        hits
    }

    fn ranked(&self, query: &str, words: &[String]) -> Vec<Hit> {
        let lower = query.trim().to_lowercase();
        let whole = words.join(" ");
        let rank = |entry: &Entry| entry.rank(&lower, &whole, words);
        self.entries.iter().filter_map(|entry| Some(Hit { place: entry.place.clone(), rank: rank(entry)? })).collect()
    }
}

impl Entry {
    fn rank(&self, lower: &str, whole: &str, words: &[String]) -> Option<u8> {
        if self.name == lower {
            return Some(0);
        }
        if self.folded == whole {
            return Some(1);
        }
        if self.also.iter().any(|name| name == whole) {
            return Some(2);
        }
        if self.folded.starts_with(whole) {
            return Some(3);
        }
        let names = || std::iter::once(&self.folded).chain(&self.also);
        let begins = |name: &String, word: &String| name.split(' ').any(|part| part.starts_with(word.as_str()));
        if words.iter().all(|word| begins(&self.folded, word)) {
            return Some(4);
        }
        if names().any(|name| words.iter().all(|word| begins(name, word))) {
            return Some(5);
        }
        let slips = |name: &String, word: &String| name.split(' ').any(|part| part == word || is_one_slip_off(part, word));
        if words.iter().all(|word| slips(&self.folded, word)) {
            return Some(6);
        }
        let near =
            whole.len() >= 2 * GUESSABLE && self.folded.len().abs_diff(whole.len()) <= 2 && strsim::osa_distance(&self.folded, whole) <= 2;
        near.then_some(7)
    }
}

fn is_one_slip_off(part: &str, word: &str) -> bool {
    word.len() >= GUESSABLE && part.len().abs_diff(word.len()) <= 1 && strsim::osa_distance(part, word) <= 1
}

fn words(folded: &str) -> Vec<String> {
    folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// What the search knows of every place in a register.
pub fn entries(register: &Register) -> Vec<Entry> {
    let streets = register.streets.iter().map(Found::Street);
    let landmarks = register.landmarks.iter().map(Found::Landmark);
    let namesakes = register.namesakes.iter().map(Found::Namesake);
    let honoured: HashMap<&Slug, &Namesake> = register.namesakes.iter().map(|one| (&one.slug, one)).collect();
    streets.chain(landmarks).chain(namesakes).map(|found| entry_of(found, &honoured)).collect()
}

fn entry_of(found: Found<'_>, namesakes: &HashMap<&Slug, &Namesake>) -> Entry {
    let plain = |text: &str| words(&fold(text)).join(" ");
    let all_names = match found {
        Found::Street(street) => street.all_names(),
        Found::Landmark(landmark) => landmark.all_names(),
        Found::Namesake(namesake) => namesake.all_names(),
    };
    let honoured = match found {
        Found::Street(street) => street.namesake.as_ref().and_then(|slug| namesakes.get(slug)),
        Found::Landmark(_) | Found::Namesake(_) => None,
    };
    let name = all_names.first().copied().unwrap_or_default();
    let also = all_names.iter().skip(1).copied().chain(honoured.into_iter().flat_map(|one| one.all_names()));
    let also: Vec<String> = also.map(plain).collect();
    Entry { place: found.place(), name: name.to_lowercase(), folded: plain(name), also }
}
