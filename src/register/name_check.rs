//! Which names of a text differ from the register's by a mark or a letter, as «Lê Duẫn» does from «Lê Duẩn»?

use super::Sentence;
use super::capital_words::{CapitalWord, capital_runs};
use super::name_index::{KnownWord, LEAST_WORDS, MOST_WORDS, NameIndex, Standing};
use super::spelling::nfc;
use super::token::tokens;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Family names: a pair of words behind one of them is the rest of somebody's name, and nothing to doubt. They keep their
/// marks, since without them Dương is the word for a road; and Hồ is left out, being the word for a lake.
const FAMILY_NAMES: [&str; 23] = [
    "bùi", "cao", "chu", "dương", "đặng", "đào", "đinh", "đỗ", "đoàn", "hoàng", "huỳnh", "lê", "lương", "lý", "mạc", "ngô", "nguyễn",
    "phạm", "phan", "tô", "trần", "võ", "vũ",
];

/// Names that stand near one of the register and are right as they are.
static BESIDES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("../../assets/names/besides.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split(" – ").next()).collect()
});

tokens! {
    /// What parts a name in a text from the register's.
    DoubtKind {
        /// The letters are the same, the marks are not.
        Marks = "marks",
        /// One letter is put in, left out, changed, or swapped with its neighbour.
        Letter = "letter",
    }
}

/// A name in a text that the register writes otherwise; a person decides which is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameDoubt {
    /// Characters of the text before it.
    pub at: usize,
    /// The name exactly as it stands in the text.
    pub written: String,
    /// What the register has, in its spelling.
    pub registered: Vec<String>,
    /// What parts them.
    pub kind: DoubtKind,
}

impl NameDoubt {
    /// What to tell the one who wrote it.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        let key = match self.kind {
            DoubtKind::Marks => "name-doubt-marks",
            DoubtKind::Letter => "name-doubt-letter",
        };
        let written = self.written.split_whitespace().collect::<Vec<_>>().join(" ");
        Sentence::new(key).with("written", written).with("registered", self.registered.join(", "))
    }
}

/// The names of a register, ready to be compared with texts of any language.
pub struct NameCheck {
    index: NameIndex,
}

/// A group of neighbouring words of a run that the register has, or nearly has.
struct Group<'a> {
    words: &'a [CapitalWord],
    standing: Standing,
    is_rest_of_name: bool,
}

impl NameCheck {
    /// Made once from every name that a text may rightly use: streets, landmarks, wards, namesakes with their other names.
    ///
    /// ```
    /// use tenpho::register::NameCheck;
    /// let check = NameCheck::of(["Lê Duẩn", "Trần Phú"]);
    /// let doubts = check.look("Đường Lê Duẫn gặp phố Trần Phú.");
    /// assert_eq!((doubts.len(), doubts[0].at, doubts[0].registered[0].as_str()), (1, 6, "Lê Duẩn"));
    /// ```
    #[must_use]
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut index = NameIndex::default();
        for name in names {
            index.add(name);
        }
        Self { index }
    }

    /// The doubtful names of a text in reading order, each spelling once.
    #[must_use]
    pub fn look(&self, text: &str) -> Vec<NameDoubt> {
        let runs = capital_runs(text);
        let mut known: HashMap<&str, KnownWord> = HashMap::new();
        for word in runs.iter().flatten() {
            known.entry(&word.fold).or_insert_with(|| self.index.know(&word.fold));
        }
        let mut doubts: Vec<NameDoubt> =
            runs.iter().flat_map(|run| self.groups(text, run, &known)).filter_map(|group| group.doubt(text)).collect();
        doubts.sort_by_key(|doubt| doubt.at);
        let mut seen = HashSet::new();
        doubts.retain(|doubt| !BESIDES.contains(doubt.written.as_str()) && seen.insert(doubt.written.to_lowercase()));
        doubts
    }

    /// The groups of a run that count: the longest first, and none that overlaps one before it.
    fn groups<'a>(&self, text: &str, run: &'a [CapitalWord], known: &HashMap<&str, KnownWord>) -> Vec<Group<'a>> {
        let words: Vec<&KnownWord> = run.iter().filter_map(|word| known.get(word.fold.as_str())).collect();
        let mut is_taken = vec![false; run.len()];
        let mut groups = Vec::new();
        for length in (LEAST_WORDS..=MOST_WORDS.min(run.len())).rev() {
            let mut near: Vec<(Standing, usize)> = (0..=run.len() - length)
                .filter_map(|from| {
                    let group = &run[from..from + length];
                    Some((self.index.standing(&words[from..from + length], slice(text, group))?, from))
                })
                .collect();
            near.sort();
            for (standing, from) in near {
                if !is_taken[from..from + length].contains(&true) {
                    is_taken[from..from + length].fill(true);
                    let is_rest_of_name = length == LEAST_WORDS && from > 0 && is_family_name(slice(text, &run[from - 1..from]));
                    groups.push(Group { words: &run[from..from + length], standing, is_rest_of_name });
                }
            }
        }
        groups
    }
}

impl Group<'_> {
    fn doubt(self, text: &str) -> Option<NameDoubt> {
        let (kind, registered) = match self.standing {
            _ if self.is_rest_of_name => return None,
            Standing::Registered => return None,
            Standing::OtherMarks(names) => (DoubtKind::Marks, names),
            Standing::OtherLetter(names) => (DoubtKind::Letter, names),
        };
        Some(NameDoubt { at: self.words[0].at, written: slice(text, self.words).to_owned(), registered, kind })
    }
}

fn is_family_name(word: &str) -> bool {
    FAMILY_NAMES.contains(&nfc(word).to_lowercase().as_str())
}

/// The words of a group as they stand in the text.
fn slice<'a>(text: &'a str, words: &[CapitalWord]) -> &'a str {
    match words {
        [first, .., last] => &text[first.from..last.to],
        [only] => &text[only.from..only.to],
        [] => "",
    }
}
