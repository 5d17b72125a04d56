//! How well does a name answer a query? In points: none for the very name, marks and all; the more, the further off.

use super::around::Says;
use super::index::{Index, Known, NameOf, Source};
use super::query::{Fits, Query};
use crate::register::PlaceKind;

/// The rest of the name is missing, at its end; somewhere.
const BEGUN: u16 = 30;
const BEGUN_WHOLE: u16 = 27;
const SOME_WORDS: u16 = 40;
/// All words are there, not in this order.
const OTHER_ORDER: u16 = 6;
/// Words are passed over, and yet the name has others: «le ho» rather begins «Lê Hồng Phong» than «Hồ Tam Bạc».
const PASSED_OVER: u16 = 6;
/// A first slip, and another.
const SLIP: u16 = 50;
const NEXT_SLIP: u16 = 25;
/// A word that only keys without marks explain.
const TYPED: u16 = 4;
/// A word as it is heard in the north.
const HEARD: u16 = 22;
/// Letters of the query that nothing explains, each; only where nothing else is found.
const UNEXPLAINED: u16 = 8;
/// What is only a guess costs at least this: a word is left over, or little more than «phố» or another sort of sight is asked for.
pub const GUESS: u16 = 200;
/// Another sort of sight was asked for.
const OTHER_KIND: u16 = 60;

/// Which words of a name the query holds.
struct Matched {
    /// For each word of the query, the word of the name, and how it fits.
    at: Vec<Option<(usize, Fits)>>,
    /// Words of the query that are in the name, a bit each.
    mask: u16,
}

/// What a name costs; none where it does not answer the query. Guesses may leave words of the query unexplained.
pub fn cost(query: &Query, name: &NameOf, index: &Index, guess: bool) -> Option<(u16, u8)> {
    let matched = matched(query, name);
    let left = query.all() & !matched.mask;
    let beside = beside(query, left, name, index);
    if matched.mask == 0 || (beside.unexplained > 0 && !guess) {
        return None;
    }
    let fits = || matched.at.iter().flatten().map(|(_, fits)| *fits);
    // What the register says of a place is remembered word by word, or not at all.
    if name.source == Source::About && fits().any(|fits| fits > Fits::Typed)
        || is_short_number(query, matched.mask) && name.source >= Source::Kind
    {
        return None;
    }
    let slips = fits().filter(|fits| *fits == Fits::Slip).count();
    let (cover, missing) = cover_cost(&matched, name);
    let mut cost = match name.source {
        Source::Main => 0,
        Source::Other => 20,
        Source::Kind => 45,
        Source::About => 56,
    };
    cost += cover + beside.cost + mark_cost(query, &matched, name, index);
    cost += if left != 0 && cover > 0 { PASSED_OVER } else { 0 };
    cost += TYPED * points(fits().filter(|fits| *fits == Fits::Typed).count().min(3));
    cost += HEARD * points(fits().filter(|fits| *fits == Fits::Heard).count());
    let is_far = left != 0 && is_beside(query, matched.mask) || letters(query, beside.other_kind) > letters(query, matched.mask);
    cost += if is_far || beside.unexplained > 0 { GUESS } else { 0 };
    cost += match (beside.unexplained, beside.other_kind) {
        (0, 0) => 0,
        (0, _) => OTHER_KIND,
        (unexplained, other) => UNEXPLAINED * points(letters(query, unexplained | other)),
    };
    cost += if slips == 0 { 0 } else { SLIP + NEXT_SLIP * points(slips - 1) };
    Some((cost, missing))
}

/// Letters of some words of a query.
fn letters(query: &Query, mask: u16) -> usize {
    let words = query.words.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0);
    words.map(|(_, asked)| asked.token.folded.chars().count()).sum()
}

/// Are these words only numbers that are no year? Every text has some of them.
fn is_short_number(query: &Query, mask: u16) -> bool {
    let is_short = |word: &str| word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    query.words.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0).all(|(_, asked)| is_short(&asked.token.folded))
}

/// Are these words only such as stand beside a name?
fn is_beside(query: &Query, mask: u16) -> bool {
    let beside = query.asides.iter().filter(|aside| matches!(aside.says, Says::Way | Says::Lane | Says::Little));
    mask & !beside.fold(0, |all, aside| all | aside.mask) == 0
}

fn points(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX).min(200)
}

/// Each word of the query takes one word of the name: first those that are it, then those that come near.
fn matched(query: &Query, name: &NameOf) -> Matched {
    let mut at: Vec<Option<(usize, Fits)>> = vec![None; query.words.len()];
    let mut taken = 0_u64;
    for round in [Fits::Typed, Fits::Slip] {
        let mut next = 0;
        for (asked, found) in query.words.iter().zip(&mut at) {
            if let Some((place, _)) = found {
                next = *place + 1;
                continue;
            }
            let free = |place: &usize| taken & (1 << (place % 64)) == 0;
            let fit = |place: usize| {
                let word = asked.fits.binary_search_by_key(&name.words[place], |(word, _)| *word).ok()?;
                Some(asked.fits[word].1).filter(|fits| *fits <= round).map(|fits| (fits, place != next, place))
            };
            if let Some((fits, _, place)) = (0..name.words.len()).filter(free).filter_map(fit).min() {
                taken |= 1 << (place % 64);
                *found = Some((place, fits));
                next = place + 1;
            }
        }
    }
    let mask = (0..).zip(&at).filter(|(_, found)| found.is_some()).fold(0, |mask, (bit, _)| mask | 1_u16 << bit);
    Matched { at, mask }
}

/// What it costs that words of the name are not in the query, and how many there are. A word such as «rue» before a name is not missed.
fn cover_cost(matched: &Matched, name: &NameOf) -> (u16, u8) {
    let places: Vec<(usize, Fits)> = matched.at.iter().flatten().copied().collect();
    let is_begun = places.iter().any(|(_, fits)| *fits == Fits::Begins);
    let held = |place: usize| places.iter().any(|(one, _)| *one == place);
    let first = places.iter().map(|(place, _)| *place).min().unwrap_or(0);
    // «Rue de la» before a former name is not missed.
    let is_missed = |place: &usize| !held(*place) && *place >= usize::from(name.led);
    let missing = (0..name.words.len()).filter(is_missed).count();
    let in_order = places.windows(2).all(|two| two[0].0 < two[1].0);
    let starts = (0..first).all(|place| !is_missed(&place));
    let in_a_row = in_order && places.windows(2).all(|two| two[0].0 + 1 == two[1].0);
    let cost = match (missing, is_begun) {
        (0, false) => {
            if in_order {
                0
            } else {
                OTHER_ORDER
            }
        }
        _ if starts && in_a_row => {
            if is_begun {
                BEGUN
            } else {
                BEGUN_WHOLE
            }
        }
        _ => SOME_WORDS + if in_order { 0 } else { OTHER_ORDER },
    };
    (if name.source == Source::About { 0 } else { cost }, u8::try_from(missing).unwrap_or(u8::MAX))
}

/// A mark that was left out costs little, one that is another a little more.
fn mark_cost(query: &Query, matched: &Matched, name: &NameOf, index: &Index) -> u16 {
    let marked: Vec<&str> = name.marked.split(' ').collect();
    let one = |(at, found): (usize, &Option<(usize, Fits)>)| {
        let (place, fits) = (*found)?;
        let token = &query.words[at].token;
        let written = if name.marked.is_empty() { &*index.words[name.words[place] as usize] } else { marked.get(place).copied()? };
        let same = if fits == Fits::Begins { written.starts_with(&token.marked) } else { written == token.marked };
        Some(if same || fits == Fits::Slip {
            0
        } else if token.has_marks() {
            2
        } else {
            1
        })
    };
    matched.at.iter().enumerate().filter_map(one).sum::<u16>().min(8)
}

/// What stands beside the name in the query.
#[derive(Default)]
struct Beside {
    cost: u16,
    /// Words that nothing explains, a bit each.
    unexplained: u16,
    /// Words that ask for another sort of sight, a bit each.
    other_kind: u16,
}

/// What the words beside the name cost, and which of them nothing explains.
fn beside(query: &Query, left: u16, name: &NameOf, index: &Index) -> Beside {
    let mut found = Beside::default();
    if left == 0 {
        return found;
    }
    let known = &index.places[name.place as usize];
    let inside = query.asides.iter().filter(|aside| aside.mask & left == aside.mask);
    let mut inside: Vec<(u16, u16)> = inside.map(|aside| (said_cost(aside.says, known), aside.mask)).collect();
    // What costs least explains first; of equals, what explains most words.
    inside.sort_by_key(|(cost, mask)| (*cost, std::cmp::Reverse(mask.count_ones())));
    let mut explained = 0_u16;
    for (cost, mask) in &inside {
        let fresh = mask & !explained;
        explained |= mask;
        if *cost == OTHER_KIND {
            found.other_kind |= fresh;
        } else if fresh != 0 {
            found.cost += cost;
        }
    }
    // A place of the sort or the district asked for comes before others of its name.
    found.cost += u16::from(inside.first().is_none_or(|(cost, _)| *cost > 0));
    found.unexplained = left & !explained;
    found
}

/// What it costs to pass over words that say this; nothing where it is true of the place.
fn said_cost(says: Says, known: &Known) -> u16 {
    match says {
        Says::Way | Says::Lane | Says::Number if known.place.kind == PlaceKind::Street => 1,
        Says::Way | Says::Lane | Says::Number => 7,
        Says::Area(area) if known.areas.contains(&area) => 0,
        Says::Area(_) => 9,
        Says::Kind(kind) if known.kind == Some(kind) => 0,
        Says::Kind(_) => OTHER_KIND,
        Says::Little => 1,
    }
}
