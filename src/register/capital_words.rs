//! Which words of a text could be part of a name: those with a capital, in the stretches that they form?

use super::spelling::fold;
use unicode_normalization::char::is_combining_mark;

/// A word that begins with a capital.
pub(super) struct CapitalWord {
    /// Characters of the text before it.
    pub at: usize,
    /// Its first byte in the text.
    pub from: usize,
    /// The byte behind it.
    pub to: usize,
    /// The word as a search compares it.
    pub fold: String,
}

/// The stretches of capital words with nothing but blanks, one line end or a hyphen between them.
pub(super) fn capital_runs(text: &str) -> Vec<Vec<CapitalWord>> {
    let mut runs: Vec<Vec<CapitalWord>> = Vec::new();
    let mut last_end = None;
    for (at, from, to) in words(text) {
        let word = &text[from..to];
        if !is_capital(word) {
            last_end = None;
            continue;
        }
        let capital = CapitalWord { at, from, to, fold: fold(word) };
        match runs.last_mut().filter(|_| last_end.is_some_and(|end| is_joint(&text[end..from]))) {
            Some(run) => run.push(capital),
            None => runs.push(vec![capital]),
        }
        last_end = Some(to);
    }
    runs
}

/// Every word: the characters before it, its first byte and the byte behind it.
fn words(text: &str) -> Vec<(usize, usize, usize)> {
    let mut words: Vec<(usize, usize, usize)> = Vec::new();
    let mut is_inside = false;
    for (at, (byte, letter)) in text.char_indices().enumerate() {
        let belongs = (letter.is_alphanumeric() && !has_no_capitals(letter)) || is_combining_mark(letter);
        match words.last_mut().filter(|_| is_inside && belongs) {
            Some(word) => word.2 = byte + letter.len_utf8(),
            None if belongs => words.push((at, byte, byte + letter.len_utf8())),
            None => {}
        }
        is_inside = belongs;
    }
    words
}

/// Chinese, Japanese and Korean letters, which are set behind a name without a blank.
const fn has_no_capitals(letter: char) -> bool {
    matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

/// Words with figures are dates and numbers, not names.
fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !word.contains(char::is_numeric)
}

fn is_joint(gap: &str) -> bool {
    gap == "-" || (gap.chars().all(char::is_whitespace) && gap.matches('\n').count() < 2)
}
