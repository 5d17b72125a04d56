//! Which known words are one slip of the pen away from this one?

use std::collections::HashMap;

/// Letters of a word at least before a slip in it is looked for: `Du` and `Dụ` are one letter from half the dictionary.
const LEAST_LETTERS: usize = 3;

/// The words that occur in the names, folded, each under a number from 1.
#[derive(Default)]
pub(super) struct NearWords {
    numbers: HashMap<String, u32>,
    words: Vec<Vec<char>>,
    /// Every known word under itself and under what is left of it without one of its letters.
    shortened: HashMap<String, Vec<u32>>,
}

impl NearWords {
    /// The number of this word, a new one where it has none yet.
    pub fn add(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        self.words.push(word.chars().collect());
        let number = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.numbers.insert(word.to_owned(), number);
        for short in shortened(word) {
            self.shortened.entry(short).or_default().push(number);
        }
        number
    }

    /// The number of this word, if a name has it.
    pub fn find(&self, word: &str) -> Option<u32> {
        self.numbers.get(word).copied()
    }

    /// The known words one letter away: put in, left out, changed, or two letters swapped.
    pub fn near(&self, word: &str) -> Vec<u32> {
        let letters: Vec<char> = word.chars().collect();
        let shared = shortened(word).into_iter().filter_map(|short| self.shortened.get(&short)).flatten();
        let mut near: Vec<u32> = shared.copied().filter(|number| is_one_slip(&letters, &self.words[*number as usize - 1])).collect();
        near.sort_unstable();
        near.dedup();
        near
    }
}

/// The word and what is left of it without each of its letters; nothing for a word too short to judge.
fn shortened(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < LEAST_LETTERS {
        return Vec::new();
    }
    let without = |left_out: usize| letters.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, letter)| *letter).collect();
    (0..=letters.len()).map(without).collect()
}

/// Is one of them the other with a letter put in, left out or changed, or with two neighbours swapped?
pub(super) fn is_one_slip(one: &[char], other: &[char]) -> bool {
    let head = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[head..], &other[head..]);
    match (one, other) {
        ([_, one_rest @ ..], [_, other_rest @ ..]) if one_rest == other_rest => true,
        ([a, b, one_rest @ ..], [c, d, other_rest @ ..]) if (a, b) == (d, c) && one_rest == other_rest => true,
        _ => one.get(1..) == Some(other) || other.get(1..) == Some(one),
    }
}
