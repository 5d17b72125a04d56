//! What does a query ask for? Its words, what each may stand for in the register, and which of them may stand around a name.

use super::around::{Around, Says};
use super::index::{Index, words_of};
use super::tokens::Token;
use super::typing::{heard, is_one_slip_off, letters_of, meant};

/// Most words of a query that are looked at: each has a bit of a mask.
const MOST_WORDS: usize = 14;
/// Letters that a word needs before a slip in it is guessed at.
const GUESSABLE: usize = 3;
/// Letters that a word needs before its end may be missing, save the last word.
const BEGUN: usize = 2;

/// How a word of the query stands for one of the register; the earlier, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fits {
    /// It is the word.
    Whole,
    /// It is the word as keys type it, or as it is also spelt.
    Typed,
    /// The word begins so.
    Begins,
    /// It sounds like it in the north: l and n, tr and ch, s and x, gi, d and r.
    Heard,
    /// It is one slip off.
    Slip,
}

/// One word of a query.
pub struct Asked {
    /// The word.
    pub token: Token,
    /// The words of the register that it may stand for, in order of their numbers.
    pub fits: Vec<(u32, Fits)>,
}

/// Some words of a query that say something together, and are passed over where the name does not hold them.
#[derive(Debug, Clone, Copy)]
pub struct Aside {
    /// Which words, a bit each.
    pub mask: u16,
    /// What they say.
    pub says: Says,
}

/// A query, ready to be compared with names.
pub struct Query {
    /// Its words.
    pub words: Vec<Asked>,
    /// What may be passed over.
    pub asides: Vec<Aside>,
    /// Everything that may be passed over, a bit for each word.
    pub passable: u16,
}

impl Query {
    /// Reads a query. With `slips`, words that are one slip off count too.
    pub fn new(text: &str, index: &Index, slips: bool) -> Self {
        let tokens: Vec<Token> = words_of(text).into_iter().take(MOST_WORDS).collect();
        Self::of_tokens(tokens, index, slips)
    }

    /// The query with words that were written together parted, where the register has the parts.
    pub fn unglued(&self, index: &Index, slips: bool) -> Option<Self> {
        let known = |asked: &Asked| asked.fits.iter().any(|(_, fits)| *fits < Fits::Slip);
        let parted = |asked: &Asked| (!known(asked)).then(|| unglued(&asked.token.folded, index)).flatten();
        let mut tokens = Vec::new();
        let mut is_other = false;
        for asked in &self.words {
            let parts = parted(asked);
            is_other |= parts.is_some();
            let plain = |word: String| Token { marked: word.clone(), folded: word };
            tokens.extend(parts.map_or_else(|| vec![asked.token.clone()], |parts| parts.into_iter().map(plain).collect()));
        }
        tokens.truncate(MOST_WORDS);
        is_other.then(|| Self::of_tokens(tokens, index, slips))
    }

    /// All words, a bit each.
    pub const fn all(&self) -> u16 {
        // At most fourteen words: the shift stays inside.
        (1 << self.words.len()) - 1
    }

    /// The words that no aside explains, without marks and joined.
    pub fn required(&self) -> String {
        let is_needed = |at: &usize| self.passable & (1 << at) == 0;
        (0..self.words.len()).filter(is_needed).map(|at| self.words[at].token.folded.as_str()).collect()
    }

    fn of_tokens(tokens: Vec<Token>, index: &Index, slips: bool) -> Self {
        let asides = asides(&tokens, index);
        let last = tokens.len().saturating_sub(1);
        let words: Vec<Asked> =
            (0..).zip(tokens).map(|(at, token)| Asked { fits: fits(&token.folded, index, at == last, slips), token }).collect();
        let passable = asides.iter().fold(0, |mask, aside| mask | aside.mask);
        Self { words, asides, passable }
    }
}

fn is_number(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit())
}

/// What may be passed over: words of the list, names of districts and wards, numbers.
fn asides(tokens: &[Token], index: &Index) -> Vec<Aside> {
    let mut found = Vec::new();
    let words: Vec<String> = tokens.iter().map(|token| token.folded.clone()).collect();
    for from in 0..words.len() {
        let longest = Around::get().longest().max(4).min(words.len() - from);
        for length in 1..=longest {
            let some = &words[from..from + length];
            let mask = ((1_u16 << length) - 1) << from;
            let area = index.areas.get(some).map(|area| Says::Area(*area));
            let says = [Around::get().find(some), area];
            found.extend(says.into_iter().flatten().map(|says| Aside { mask, says }));
        }
        if is_number(&words[from]) {
            found.push(Aside { mask: 1 << from, says: Says::Number });
        }
        if Around::get().month(&words[from]).is_some() {
            found.push(Aside { mask: 1 << from, says: Says::Little });
        }
    }
    found
}

/// The words of the register that a word may stand for, each as it fits best.
fn fits(word: &str, index: &Index, is_last: bool, slips: bool) -> Vec<(u32, Fits)> {
    let mut found: Vec<(u32, Fits)> = index.find_word(word).map(|at| (at, Fits::Whole)).into_iter().collect();
    let typed = meant(word).into_iter().chain(Around::get().month(word).map(str::to_owned));
    let typed: Vec<String> = typed.collect();
    found.extend(typed.iter().filter_map(|one| index.find_word(one)).map(|at| (at, Fits::Typed)));
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    if !is_number(word) && (is_last || word.len() >= BEGUN) {
        found.extend(index.beginning(word).map(|at| (number(at), Fits::Begins)));
        let begun = typed.iter().filter(|one| !is_number(one) && one.len() > BEGUN);
        found.extend(begun.flat_map(|one| index.beginning(one)).map(|at| (number(at), Fits::Begins)));
    }
    if slips {
        found.extend(heard(word).iter().filter_map(|one| index.find_word(one)).map(|at| (at, Fits::Heard)));
    }
    if slips && word.is_ascii() && !is_number(word) && word.len() >= GUESSABLE {
        let letters = letters_of(word);
        let near = |at: &usize| {
            let other = &index.words[*at];
            (index.letters[*at] ^ letters).count_ones() <= 2
                && other.len() >= GUESSABLE
                && is_one_slip_off(other.as_bytes(), word.as_bytes())
        };
        found.extend((0..index.words.len()).filter(near).map(|at| (number(at), Fits::Slip)));
    }
    found.sort_unstable();
    found.dedup_by_key(|(at, _)| *at);
    found
}

/// A word as a row of words of the register, at least two letters each, as few as can be.
fn unglued(word: &str, index: &Index) -> Option<Vec<String>> {
    const SHORTEST: usize = 2;
    if !word.is_ascii() || word.len() < 2 * SHORTEST || is_number(word) {
        return None;
    }
    let mut best: Vec<Option<(usize, usize)>> = vec![None; word.len() + 1];
    best[0] = Some((0, 0));
    for to in SHORTEST..=word.len() {
        let from = (0..=to - SHORTEST).filter(|from| index.find_word(&word[*from..to]).is_some());
        best[to] = from.filter_map(|from| best[from].map(|(parts, _)| (parts + 1, from))).min();
    }
    let (mut parts, mut to) = (Vec::new(), word.len());
    while to > 0 {
        let (_, from) = best[to]?;
        parts.push(word[from..to].to_owned());
        to = from;
    }
    parts.reverse();
    (parts.len() > 1).then_some(parts)
}
