//! Which words stand around a name, and what do they say? «đường», «street», «路»; a district, the city, a house number, a sort of sight.

use super::tokens::{Token, tokens};
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word around a name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// The place is a way: «đường», «street».
    Way,
    /// A lane, a house: «ngõ», «số».
    Lane,
    /// A number: of a house, of a lane.
    Number,
    /// The name of a district, a ward or a town of the register, by its place in the list.
    Area(u16),
    /// A sort of sight, by its place in the list.
    Kind(u16),
    /// Nothing that helps: «quận», «Hải Phòng», «tháng», «of».
    Little,
}

/// The words of the list, by how they are written without marks.
pub struct Around {
    words: HashMap<Vec<String>, Says>,
    unspaced: Vec<(String, Says)>,
    kinds: Vec<String>,
    kind_words: Vec<Vec<String>>,
    months: HashMap<String, String>,
    longest: usize,
}

static AROUND: LazyLock<Around> = LazyLock::new(|| Around::read(include_str!("../../../assets/search/words.txt")));

impl Around {
    /// The words that the product knows.
    pub fn get() -> &'static Self {
        &AROUND
    }

    fn read(list: &str) -> Self {
        let mut all = Self {
            words: HashMap::new(),
            unspaced: Vec::new(),
            kinds: Vec::new(),
            kind_words: Vec::new(),
            months: HashMap::new(),
            longest: 1,
        };
        for (key, words) in list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": ")) {
            all.add_line(key, words);
        }
        all.unspaced.sort_by_key(|(word, _)| std::cmp::Reverse(word.chars().count()));
        all
    }

    fn add_line(&mut self, key: &str, words: &str) {
        let words = words.split(", ");
        if let Some(month) = key.strip_prefix("month-") {
            self.months.extend(words.map(|word| (joined(&tokens(word)), month.to_owned())));
            return;
        }
        let says = match key {
            "way" => Says::Way,
            "lane" => Says::Lane,
            _ => key.strip_prefix("kind-").map_or(Says::Little, |kind| self.add_kind(kind, words.clone())),
        };
        for word in words {
            let word = tokens(word);
            if let [one] = word.as_slice()
                && one.is_unspaced()
            {
                self.unspaced.push((one.folded.clone(), says));
            }
            self.longest = self.longest.max(word.len());
            // A word of two lines says what the first one has it say: «square» is a garden in French, a place in English.
            self.words.entry(word.into_iter().map(|token| token.folded).collect()).or_insert(says);
        }
    }

    fn add_kind<'a>(&mut self, kind: &str, words: impl Iterator<Item = &'a str>) -> Says {
        self.kinds.push(kind.to_owned());
        self.kind_words.push(words.map(str::to_owned).collect());
        Says::Kind(u16::try_from(self.kinds.len() - 1).unwrap_or(u16::MAX))
    }

    /// What these words say together, without marks.
    pub fn find(&self, words: &[String]) -> Option<Says> {
        self.words.get(words).copied()
    }

    /// Most words that one entry of the list has.
    pub const fn longest(&self) -> usize {
        self.longest
    }

    /// The number of the month that a word names.
    pub fn month(&self, word: &str) -> Option<&str> {
        self.months.get(word).map(String::as_str)
    }

    /// The place of a sort of sight in the list.
    pub fn find_kind(&self, kind: &str) -> Option<u16> {
        self.kinds.iter().position(|one| one == kind).and_then(|at| u16::try_from(at).ok())
    }

    /// How people call a sort of sight.
    pub fn words_of_kind(&self, kind: u16) -> &[String] {
        self.kind_words.get(usize::from(kind)).map_or(&[], Vec::as_slice)
    }

    /// A run of a script without spaces, parted where a word of the list begins or ends.
    pub fn parted(&self, run: &Token) -> Vec<Token> {
        let (mut found, mut rest, mut other) = (Vec::new(), run.folded.as_str(), String::new());
        let plain = |text: &str| Token { folded: text.to_owned(), marked: text.to_owned() };
        while let Some(letter) = rest.chars().next() {
            let word = self.unspaced.iter().map(|(word, _)| word.as_str()).find(|word| rest.starts_with(word));
            if let Some(word) = word {
                found.extend((!other.is_empty()).then(|| plain(&std::mem::take(&mut other))));
                found.push(plain(word));
            } else {
                other.push(letter);
            }
            rest = &rest[word.map_or(letter.len_utf8(), str::len)..];
        }
        found.extend((!other.is_empty()).then(|| plain(&other)));
        found
    }
}

/// Words without marks, joined by nothing.
pub fn joined(tokens: &[Token]) -> String {
    tokens.iter().map(|token| token.folded.as_str()).collect()
}
