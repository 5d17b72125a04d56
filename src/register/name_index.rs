//! Which registered names does a group of words come near, and how near?

use super::capital_words::{CapitalWord, capital_runs};
use super::near_words::{NearWords, is_one_slip};
use super::spelling::fold;
use super::syllable::tones_last;
use std::collections::{HashMap, HashSet};

/// Words of a name at most; longer ones are sentences.
pub(super) const MOST_WORDS: usize = 6;
/// Words of a name at least: a single word means too many things.
pub(super) const LEAST_WORDS: usize = 2;
/// Letters of a name at least before one letter is called a slip.
const LEAST_LETTERS: usize = 7;
/// Stands in a pattern for the word left open.
const OPEN: u32 = u32::MAX;
/// What a thing is, before its name: a text writes these words small, or not at all.
const KIND_WORDS: [&str; 30] = [
    "ấp",
    "bến",
    "các",
    "cảng",
    "cầu",
    "chợ",
    "chùa",
    "đảo",
    "đền",
    "đình",
    "ga",
    "hang",
    "kênh",
    "làng",
    "lăng",
    "miếu",
    "ngày",
    "núi",
    "phố",
    "phủ",
    "phường",
    "sông",
    "suối",
    "tháp",
    "thôn",
    "trận",
    "vịnh",
    "vùng",
    "xã",
    "xóm",
];

/// The numbers of the words of a name, 0 behind the last.
type Pattern = [u32; MOST_WORDS];

/// A word of a text, as the index knows it.
pub(super) struct KnownWord {
    /// Its number, none where no name has it.
    number: Option<u32>,
    /// The words one letter away.
    near: Vec<u32>,
}

/// How a group of words stands to the register.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// It is a name of the register.
    Registered,
    /// Without marks it is one of these names, with marks it is none.
    OtherMarks(Vec<String>),
    /// One letter parts it from these names.
    OtherLetter(Vec<String>),
}

/// The names of a register, laid out for looking up.
#[derive(Default)]
pub(super) struct NameIndex {
    words: NearWords,
    /// The spellings of every name, by the words that it has without its marks.
    spellings: HashMap<Pattern, Vec<String>>,
    /// Every name with one of its words left open.
    open: HashSet<Pattern>,
}

impl NameIndex {
    /// Takes up a name, or those parts of a longer one that are names themselves: «Cao Quỳ» of «Bãi cọc Cao Quỳ».
    pub fn add(&mut self, name: &str) {
        for run in capital_runs(name) {
            self.add_words(name, &run);
            let is_kind = run.first().is_some_and(|first| KIND_WORDS.contains(&name[first.from..first.to].to_lowercase().as_str()));
            if is_kind {
                self.add_words(name, &run[1..]);
            }
        }
    }

    fn add_words(&mut self, name: &str, run: &[CapitalWord]) {
        if !(LEAST_WORDS..=MOST_WORDS).contains(&run.len()) {
            return;
        }
        let mut pattern = [0; MOST_WORDS];
        for (place, word) in run.iter().enumerate() {
            pattern[place] = self.words.add(&word.fold);
        }
        let spellings = self.spellings.entry(pattern).or_default();
        let written = &name[run[0].from..run[run.len() - 1].to];
        if !spellings.iter().any(|known| spelling(known) == spelling(written)) {
            spellings.push(written.to_owned());
        }
        if letters(run) >= LEAST_LETTERS {
            self.open.extend((0..run.len()).map(|place| with(pattern, place, OPEN)));
        }
    }

    /// What the index knows of a folded word.
    pub fn know(&self, fold: &str) -> KnownWord {
        KnownWord { number: self.words.find(fold), near: self.words.near(fold) }
    }

    /// How these words, written so, stand to the register; none where no name is near.
    pub fn standing(&self, words: &[&KnownWord], written: &str) -> Option<Standing> {
        let mut pattern = [0; MOST_WORDS];
        let mut unknown = None;
        for (place, word) in words.iter().enumerate() {
            match word.number {
                Some(number) => pattern[place] = number,
                None if unknown.is_some() => return None,
                None => unknown = Some(place),
            }
        }
        let named = self.spellings.get(&pattern).filter(|_| unknown.is_none());
        match named {
            Some(names) if names.iter().any(|name| spelling(name) == spelling(written)) => Some(Standing::Registered),
            Some(names) => Some(Standing::OtherMarks(names.clone())),
            None => self.one_letter_off(words, pattern, unknown, written),
        }
    }

    /// The names that have another word, one letter away, in the place of one of these.
    fn one_letter_off(&self, words: &[&KnownWord], pattern: Pattern, unknown: Option<usize>, written: &str) -> Option<Standing> {
        let places = unknown.map_or(0..words.len(), |place| place..place + 1);
        let open = places.filter(|place| self.open.contains(&with(pattern, *place, OPEN)));
        let near = open.flat_map(|place| words[place].near.iter().map(move |number| (place, with(pattern, place, *number))));
        let named = near.filter_map(|(place, pattern)| Some((place, self.spellings.get(&pattern)?)));
        let mut names: Vec<String> =
            named.flat_map(|(place, names)| names.iter().filter(move |name| is_slip(written, name, place)).cloned()).collect();
        names.sort();
        names.dedup();
        (!names.is_empty()).then_some(Standing::OtherLetter(names))
    }
}

/// Could a slip in the word at this place have made the one name of the other? The marks of all other letters agree,
/// unless the text has no marks at all; and two names of two words that begin otherwise are two names.
fn is_slip(written: &str, name: &str, place: usize) -> bool {
    let is_bare = written.is_ascii();
    let form = |text: &str| if is_bare { fold(&spelling(text)) } else { spelling(text) };
    let (written, name) = (form(written), form(name));
    let words = || written.split(' ').zip(name.split(' '));
    let others_agree = words().enumerate().all(|(at, (one, other))| at == place || one == other);
    let letters = |word: &str| word.chars().collect::<Vec<char>>();
    others_agree
        && words().nth(place).is_some_and(|(one, other)| {
            let (one, other) = (letters(one), letters(other));
            is_one_slip(&one, &other) && (words().count() > LEAST_WORDS || one.first() == other.first())
        })
}

fn with(mut pattern: Pattern, place: usize, number: u32) -> Pattern {
    pattern[place] = number;
    pattern
}

fn letters(run: &[CapitalWord]) -> usize {
    run.iter().map(|word| word.fold.chars().count()).sum()
}

/// What two writings of one name have in common: case, the place of a tone mark and the blanks make no other spelling.
fn spelling(name: &str) -> String {
    tones_last(name).replace('-', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}
