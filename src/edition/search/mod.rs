//! Which places does a visitor mean? Marks, tone placement, đ, keys, kind words, old names, other languages and a slip are forgiven.

mod around;
mod cost;
mod index;
mod query;
mod tokens;
mod typing;

pub use index::Index;

use super::Edition;
use crate::register::{Place, PlaceKind};
use around::Says;
use cost::{GUESS, cost};
use index::Source;
use query::Query;

/// Longest query looked at, in characters.
const LONGEST_QUERY: usize = 100;
/// From so many good hits on, no slips are guessed at.
const ENOUGH: usize = 1;
/// A good hit costs less: a name holds what is asked for.
const GOOD: u16 = 45;
/// What the whole name costs that is one slip off, and one that is two slips off.
const NEAR: [u16; 3] = [10, 52, 80];
/// Letters that a name needs before one slip, and before two slips are looked for in the whole of it.
const NEAR_LETTERS: [usize; 3] = [4, 4, 9];
/// What it costs that words were written together.
const GLUED: u16 = 8;
/// What a place costs that only lies where the query says.
const IN_AREA: u16 = 46;

/// A place that was found, with how well it fits (smaller is better).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The place.
    pub place: Place,
    /// 0 for the very name, marks and all; larger is further off.
    pub cost: u16,
}

impl Hit {
    /// Is it only near to what was asked, since nothing holds all of its words?
    #[must_use]
    pub const fn is_guess(&self) -> bool {
        self.cost >= GUESS
    }
}

impl Edition {
    /// The places that a query means, best first. Where nothing holds all of its words, the nearest are guessed at.
    #[must_use]
    pub fn search(&self, query: &str, most: usize) -> Vec<Hit> {
        let text: String = query.chars().take(LONGEST_QUERY).collect();
        let index = &self.index;
        let mut found = Found::new(index);
        let query = Query::new(&text, index, false);
        if query.words.is_empty() || most == 0 {
            return Vec::new();
        }
        found.take(&query, false, 0);
        if found.good() < ENOUGH {
            let slips = Query::new(&text, index, true);
            found.take(&slips, false, 0);
            found.take_near(&slips);
            if let Some(unglued) = slips.unglued(index, true) {
                found.take(&unglued, false, GLUED);
            }
            if found.best.iter().flatten().all(|(cost, _)| *cost >= GUESS) {
                found.take(&slips, true, 0);
            }
        }
        found.take_areas(&query);
        found.hits(most)
    }

    /// Bytes that the index of the search takes, about; `cargo bench` tells it.
    #[must_use]
    pub fn search_size(&self) -> usize {
        self.index.size()
    }
}

/// The best that every place costs so far, and how many words of that name are missing.
struct Found<'a> {
    index: &'a Index,
    best: Vec<Option<(u16, u8)>>,
}

impl<'a> Found<'a> {
    fn new(index: &'a Index) -> Self {
        Self { index, best: vec![None; index.places.len()] }
    }

    fn good(&self) -> usize {
        self.best.iter().flatten().filter(|(cost, _)| *cost < GOOD).count()
    }

    fn put(&mut self, place: u32, cost: (u16, u8)) {
        let best = &mut self.best[place as usize];
        *best = Some(best.map_or(cost, |before| before.min(cost)));
    }

    /// Every name that holds what is needed.
    fn take(&mut self, query: &Query, guess: bool, more: u16) {
        let mut holds = vec![0_u16; self.index.names.len()];
        for (at, asked) in query.words.iter().enumerate() {
            for (word, _) in &asked.fits {
                for name in self.index.holders(*word) {
                    holds[*name as usize] |= 1 << at;
                }
            }
        }
        let needed = query.all() & !query.passable;
        for (name, mask) in self.index.names.iter().zip(holds) {
            let is_worth = mask != 0 && (guess || needed & !mask == 0) && (!guess || name.source <= Source::Other);
            if is_worth && let Some((cost, missing)) = cost(query, name, self.index, guess) {
                self.put(name.place, (cost.saturating_add(more), missing));
            }
        }
    }

    /// Names that as a whole are a slip or two off, spaces aside.
    fn take_near(&mut self, query: &Query) {
        let asked = query.required();
        if !asked.is_ascii() || asked.len() < NEAR_LETTERS[0] || asked.bytes().all(|byte| byte.is_ascii_digit()) {
            return;
        }
        let letters = typing::letters_of(&asked);
        let most = if asked.len() >= NEAR_LETTERS[2] { 2 } else { 1 };
        for name in self.index.names.iter().filter(|name| name.source <= Source::Other) {
            let apart = (name.letters.0 ^ letters).count_ones() as usize;
            if apart > 2 * most || usize::from(name.letters.1).abs_diff(asked.len()) > most {
                continue;
            }
            let whole: String = name.words.iter().map(|word| &*self.index.words[*word as usize]).collect();
            let slips = strsim::osa_distance(&whole, &asked);
            if slips <= most {
                let other = if name.source == Source::Main { 0 } else { 20 };
                self.put(name.place, (NEAR[slips] + other, 0));
            }
        }
    }

    /// Places in a district or a ward, where the query says nothing else.
    fn take_areas(&mut self, query: &Query) {
        let area = |says: Says| if let Says::Area(area) = says { Some(area) } else { None };
        let areas: Vec<(u16, u16)> = query.asides.iter().filter_map(|one| Some((area(one.says)?, one.mask))).collect();
        let little = query.asides.iter().filter(|one| area(one.says).is_none()).fold(0, |mask, one| mask | one.mask);
        let named: Vec<u16> = areas.iter().filter(|(_, mask)| query.all() & !(little | mask) == 0).map(|(area, _)| *area).collect();
        if named.is_empty() {
            return;
        }
        for (at, known) in (0..).zip(&self.index.places) {
            if known.areas.iter().any(|area| named.contains(area)) {
                self.put(at, (IN_AREA, 0));
            }
        }
    }

    /// Best first; of equals streets and sights before whom they honour, and those with a story before the others.
    fn hits(self, most: usize) -> Vec<Hit> {
        let index = self.index;
        let key = |(at, best): (usize, Option<(u16, u8)>)| {
            let known = &index.places[at];
            let (cost, missing) = best?;
            Some(((cost, known.place.kind == PlaceKind::Namesake, !known.is_told, missing, &known.place.slug), at))
        };
        let mut found: Vec<_> = self.best.into_iter().enumerate().filter_map(key).collect();
        found.sort_unstable();
        found.into_iter().take(most).map(|((cost, ..), at)| Hit { place: index.places[at].place.clone(), cost }).collect()
    }
}
