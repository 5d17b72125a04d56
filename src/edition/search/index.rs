//! What does the search know of a register? Every name of every place as numbers of words, and for every word the names that hold it.

use super::around::{Around, Says};
use super::tokens::{Token, tokens};
use super::typing::letters_of;
use crate::edition::Entry;
use crate::register::{Named, Namesake, Place, PlaceKind, Register, Slug};
use std::collections::{HashMap, HashSet};

/// Where a name comes from; the earlier, the more it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The name of today.
    Main,
    /// Another name, also of whom or what the place honours.
    Other,
    /// What people call a sight of this sort.
    Kind,
    /// What the register says of it: no name, but words that people remember.
    About,
}

/// A place that can be found.
pub struct Known {
    /// The place.
    pub place: Place,
    /// Has it a published story?
    pub is_told: bool,
    /// What sort of sight it is.
    pub kind: Option<u16>,
    /// The districts and wards that it lies in.
    pub areas: Vec<u16>,
}

/// One name of a place.
pub struct NameOf {
    /// Whose, by its place in the list.
    pub place: u32,
    /// Where the name comes from.
    pub source: Source,
    /// Its words, by number.
    pub words: Box<[u32]>,
    /// Its words with their marks, joined by spaces; empty where they have none.
    pub marked: Box<str>,
    /// How many words lead to it, and need not be asked for: «rue de la» before a former name.
    pub led: u8,
    /// Which letters it has, and how many.
    pub letters: (u32, u8),
}

/// What the search knows.
pub struct Index {
    /// The places.
    pub places: Vec<Known>,
    /// Their names.
    pub names: Vec<NameOf>,
    /// The words without marks, in order of the alphabet.
    pub words: Vec<Box<str>>,
    /// Which letters each word has.
    pub letters: Vec<u32>,
    /// Names of districts, wards and towns, by their words without marks.
    pub areas: HashMap<Vec<String>, u16>,
    starts: Vec<u32>,
    holders: Vec<u32>,
}

/// Words of a text, runs of scripts without spaces parted.
pub fn words_of(text: &str) -> Vec<Token> {
    let part = |token: Token| if token.is_unspaced() { Around::get().parted(&token) } else { vec![token] };
    tokens(text).into_iter().flat_map(part).collect()
}

impl Index {
    /// The index of a register; of its stories only the published ones are there.
    pub fn new(register: &Register) -> Self {
        let mut made = Making::default();
        made.add_areas(register);
        let told: HashSet<&Place> = register.stories.iter().map(|story| &story.place).collect();
        let honoured: HashMap<&Slug, &Namesake> = register.namesakes.iter().map(|one| (&one.slug, one)).collect();
        let streets = register.streets.iter().map(Entry::Street);
        let landmarks = register.landmarks.iter().map(Entry::Landmark);
        let namesakes = register.namesakes.iter().map(Entry::Namesake);
        let mut wards: HashMap<&Place, Vec<u16>> = HashMap::new();
        let names: HashMap<&Slug, &str> = register.wards.iter().map(|ward| (&ward.slug, ward.name.as_str())).collect();
        for sign in &register.signs {
            let area = sign.ward.as_ref().and_then(|ward| names.get(ward)).and_then(|name| made.areas.get(&folded(name)).copied());
            wards.entry(&sign.place).or_default().extend(area);
        }
        for entry in streets.chain(landmarks).chain(namesakes) {
            let place = entry.place();
            let areas = wards.remove(&place).unwrap_or_default();
            made.add(entry, told.contains(&place), areas, &honoured);
        }
        made.finished()
    }

    /// The names that hold a word.
    pub fn holders(&self, word: u32) -> &[u32] {
        let at = word as usize;
        &self.holders[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// The number of a word.
    pub fn find_word(&self, word: &str) -> Option<u32> {
        self.words.binary_search_by(|one| (**one).cmp(word)).ok().and_then(|at| u32::try_from(at).ok())
    }

    /// The numbers of the words that begin so.
    pub fn beginning(&self, start: &str) -> std::ops::Range<usize> {
        let from = self.words.partition_point(|word| **word < *start);
        let length = self.words[from..].partition_point(|word| word.starts_with(start));
        from..from + length
    }

    /// Bytes that it takes, about.
    pub fn size(&self) -> usize {
        let names: usize = self.names.iter().map(|one| size_of::<NameOf>() + one.words.len() * 4 + one.marked.len()).sum();
        let places: usize = self.places.iter().map(|one| size_of::<Known>() + one.areas.len() * 2 + one.place.slug.as_str().len()).sum();
        let words: usize = self.words.iter().map(|word| word.len() + size_of::<Box<str>>() + 4).sum();
        names + places + words + (self.starts.len() + self.holders.len()) * 4
    }
}

fn folded(text: &str) -> Vec<String> {
    words_of(text).into_iter().map(|token| token.folded).collect()
}

/// Words that stand before another name and are no part of it: a kind of way, and little ones after that. One word is always left.
fn led(tokens: &[Token], source: Source) -> u8 {
    let words: Vec<String> = tokens.iter().map(|token| token.folded.clone()).collect();
    let way = (1..words.len()).rev().find(|length| Around::get().find(&words[..*length]) == Some(Says::Way));
    let Some(way) = way.filter(|_| source == Source::Other) else { return 0 };
    let is_little = |word: &&String| Around::get().find(std::slice::from_ref(*word)) == Some(Says::Little);
    let little = words[way..words.len() - 1].iter().take_while(is_little).count();
    u8::try_from(way + little).unwrap_or(0)
}

/// An index in the making: words get their numbers as they come, and their order at the end.
#[derive(Default)]
struct Making {
    places: Vec<Known>,
    names: Vec<NameOf>,
    numbers: HashMap<String, u32>,
    areas: HashMap<Vec<String>, u16>,
}

impl Making {
    fn add_areas(&mut self, register: &Register) {
        let wards = register.wards.iter().flat_map(|ward| [ward.name.as_str(), ward.district.as_str()]);
        let streets = register.streets.iter().flat_map(|street| street.districts.parts());
        let landmarks = register.landmarks.iter().flat_map(|landmark| landmark.districts.parts());
        let is_town = |kind: &crate::register::LandmarkKind| kind.as_str() == "town";
        let towns = register.landmarks.iter().filter(|one| one.kind.as_ref().is_some_and(is_town)).map(|one| one.name.as_str());
        for name in wards.chain(streets).chain(landmarks).chain(towns).filter(|name| !name.is_empty()) {
            let next = u16::try_from(self.areas.len()).unwrap_or(u16::MAX);
            self.areas.entry(folded(name)).or_insert(next);
        }
    }

    fn add(&mut self, entry: Entry<'_>, is_told: bool, mut areas: Vec<u16>, honoured: &HashMap<&Slug, &Namesake>) {
        let (districts, sort, namesake) = match entry {
            Entry::Street(street) => (Some(&street.districts), None, street.namesake.as_ref()),
            Entry::Landmark(landmark) => (Some(&landmark.districts), landmark.kind.as_ref(), landmark.namesake.as_ref()),
            Entry::Namesake(_) => (None, None, None),
        };
        areas.extend(districts.into_iter().flat_map(|line| line.parts()).filter_map(|name| self.areas.get(&folded(name)).copied()));
        areas.sort_unstable();
        areas.dedup();
        let kind = sort.and_then(|kind| Around::get().find_kind(kind.as_str()));
        self.places.push(Known { place: entry.place(), is_told, kind, areas });
        let all = all_names(entry);
        for (at, name) in all.iter().enumerate() {
            self.add_name(name, if at == 0 { Source::Main } else { Source::Other });
        }
        if let Some(one) = namesake.and_then(|slug| honoured.get(slug)) {
            one.all_names().iter().for_each(|name| self.add_name(name, Source::Other));
        }
        for word in kind.map(|kind| Around::get().words_of_kind(kind)).into_iter().flatten() {
            self.add_name(word, Source::Kind);
        }
        if let Some(said) = entry.sentence() {
            self.add_name(&format!("{} {}", said.vi, said.en), Source::About);
        }
    }

    fn add_name(&mut self, name: &str, source: Source) {
        let tokens = words_of(name);
        let words: Box<[u32]> = tokens.iter().map(|token| self.number(&token.folded)).collect();
        let place = u32::try_from(self.places.len() - 1).unwrap_or(u32::MAX);
        let is_there = self.names.iter().rev().take_while(|one| one.place == place).any(|one| one.words == words);
        if words.is_empty() || is_there && source != Source::Main {
            return;
        }
        let marks = source != Source::About && tokens.iter().any(Token::has_marks);
        let marked = if marks { tokens.iter().map(|token| token.marked.as_str()).collect::<Vec<_>>().join(" ") } else { String::new() };
        let whole = super::around::joined(&tokens);
        let letters = (letters_of(&whole), u8::try_from(whole.len()).unwrap_or(u8::MAX));
        self.names.push(NameOf { place, source, words, marked: marked.into(), led: led(&tokens, source), letters });
    }

    fn number(&mut self, word: &str) -> u32 {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(word.to_owned()).or_insert(next)
    }

    fn finished(self) -> Index {
        let mut sorted: Vec<(String, u32)> = self.numbers.into_iter().collect();
        sorted.sort_unstable();
        let mut today = vec![0_u32; sorted.len()];
        (0..).zip(&sorted).for_each(|(now, (_, before))| today[*before as usize] = now);
        let mut names = self.names;
        names.iter_mut().flat_map(|name| name.words.iter_mut()).for_each(|word| *word = today[*word as usize]);
        let mut held: Vec<(u32, u32)> = Vec::new();
        for (at, name) in (0..).zip(&names) {
            held.extend(name.words.iter().map(|word| (*word, at)));
        }
        held.sort_unstable();
        held.dedup();
        let starts = (0..=sorted.len()).map(|word| u32::try_from(held.partition_point(|(one, _)| (*one as usize) < word)).unwrap_or(0));
        let starts = starts.collect();
        Index {
            letters: sorted.iter().map(|(word, _)| letters_of(word)).collect(),
            words: sorted.into_iter().map(|(word, _)| word.into()).collect(),
            holders: held.into_iter().map(|(_, name)| name).collect(),
            places: self.places,
            areas: self.areas,
            names,
            starts,
        }
    }
}

/// Every name, today's first. What is written around a former name («sau 8/1945: …», «… (chưa kiểm chứng)») is parted from it.
fn all_names(entry: Entry<'_>) -> Vec<String> {
    let names = match entry {
        Entry::Street(street) => street.all_names(),
        Entry::Landmark(landmark) => landmark.all_names(),
        Entry::Namesake(namesake) => namesake.all_names(),
    };
    let mut all: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let is_street = entry.place().kind == PlaceKind::Street;
    let signs: &[char] = if is_street { &['(', ')', ',', ':', '“', '”'] } else { &['(', ')', '“', '”'] };
    for name in &names {
        let parts = name.split(signs).flat_map(|part| part.split(" và ")).flat_map(|part| part.split(" and "));
        all.extend(parts.map(str::trim).filter(|part| !part.is_empty() && *part != *name).map(str::to_owned));
    }
    all
}
