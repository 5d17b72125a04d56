//! What became of a text? Two texts word by word, paragraph beside paragraph.

use super::paragraphs::paragraphs;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::HashMap;

/// Pieces that are compared with each other at most; the time grows with the square of it. What is longer is taken as written anew.
const MOST_PIECES: usize = 4_000;

/// Pairs of paragraphs that are weighed against each other at most.
const MOST_PAIRS: usize = 2_500;

/// Percent of their words that two paragraphs must share to be taken as one that was rewritten.
const ALIKE: usize = 40;

/// A stretch of words that stayed, went or came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// In both texts.
    Same(String),
    /// In the older text only.
    Gone(String),
    /// In the newer text only.
    New(String),
}

/// One paragraph of a comparison: of both texts, or of one of them.
pub type Compared = Vec<Run>;

/// Compares two texts paragraph by paragraph, and each pair of paragraphs word by word.
///
/// ```
/// use tenpho::register::compare::{Run, compare};
/// let runs = compare("phố Lê Duẫn", "phố Lê Duẩn").remove(0);
/// assert_eq!(runs, [Run::Same("phố Lê ".into()), Run::Gone("Duẫn".into()), Run::New("Duẩn".into())]);
/// ```
#[must_use]
pub fn compare(old: &str, new: &str) -> Vec<Compared> {
    let [old, new] = [old, new].map(|text| paragraphs("", text).split_off(1));
    let mut compared = Vec::new();
    for op in changes(&old, &new) {
        match op {
            DiffOp::Equal { old_index, len, .. } => {
                compared.extend(old[old_index..old_index + len].iter().map(|same| vec![Run::Same(same.clone())]))
            }
            other => beside(&old[other.old_range()], &new[other.new_range()], &mut compared),
        }
    }
    compared
}

/// Compares two lines word by word.
#[must_use]
pub fn compare_words(old: &str, new: &str) -> Compared {
    let [old_words, new_words] = [old, new].map(pieces);
    if old_words.len() + new_words.len() <= MOST_PIECES {
        return runs(&old_words, &new_words);
    }
    // So long a paragraph is compared sentence by sentence first, and only then within what was rewritten.
    let [old, new] = [old, new].map(|text| text.split_inclusive(['.', '!', '?', ';', '\n']).collect::<Vec<_>>());
    let mut compared = Vec::new();
    for op in changes(&old, &new) {
        let [was, is] = [old[op.old_range()].concat(), new[op.new_range()].concat()];
        match op {
            DiffOp::Equal { .. } => compared.push(Run::Same(was)),
            _ => {
                let [was, is] = [pieces(&was), pieces(&is)];
                compared.extend(runs(&was, &is));
            }
        }
    }
    joined(compared)
}

/// Whole words, and everything between them one character each; a letter with its marks is never parted.
fn pieces(text: &str) -> Vec<&str> {
    let is_of_word = |letter: char| letter.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&letter);
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = if is_of_word(first) { rest.find(|letter| !is_of_word(letter)).unwrap_or(rest.len()) } else { first.len_utf8() };
        let (piece, after) = rest.split_at(end);
        pieces.push(piece);
        rest = after;
    }
    pieces
}

/// What must be done to the old pieces to make the new ones. Beyond [`MOST_PIECES`], everything between what begins and ends alike is new.
fn changes<T: Eq + std::hash::Hash + Ord>(old: &[T], new: &[T]) -> Vec<DiffOp> {
    if old.len() + new.len() <= MOST_PIECES {
        return capture_diff_slices(Algorithm::Myers, old, new);
    }
    let shorter = old.len().min(new.len());
    let first = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let last = old.iter().rev().zip(new.iter().rev()).take(shorter - first).take_while(|(old, new)| old == new).count();
    let equal = |old_index, new_index, len| DiffOp::Equal { old_index, new_index, len };
    let (old_len, new_len) = (old.len() - first - last, new.len() - first - last);
    let middle = DiffOp::Replace { old_index: first, old_len, new_index: first, new_len };
    let all = [(first, equal(0, 0, first)), (old_len + new_len, middle), (last, equal(old.len() - last, new.len() - last, last))];
    all.into_iter().filter(|(len, _)| *len > 0).map(|(_, op)| op).collect()
}

fn runs(old: &[&str], new: &[&str]) -> Compared {
    let mut runs = Vec::new();
    for op in changes(old, new) {
        let [was, is] = [old[op.old_range()].concat(), new[op.new_range()].concat()];
        match op {
            DiffOp::Equal { .. } => runs.push(Run::Same(was)),
            _ => runs.extend([Run::Gone(was), Run::New(is)]),
        }
    }
    joined(runs)
}

/// The same runs, easier to read: changes that only a blank parts are one change, and empty runs are left out.
fn joined(runs: Vec<Run>) -> Compared {
    let mut joined = Vec::new();
    let (mut gone, mut new, mut blank) = (String::new(), String::new(), String::new());
    for run in runs {
        match run {
            Run::Same(same) if same.trim().is_empty() && !(gone.is_empty() && new.is_empty()) => blank.push_str(&same),
            Run::Same(same) => {
                settle(&mut joined, &mut gone, &mut new);
                joined.push(Run::Same(std::mem::take(&mut blank) + &same));
            }
            Run::Gone(words) | Run::New(words) if words.is_empty() => {}
            Run::Gone(words) => {
                bridge(&mut gone, &mut new, &mut blank);
                gone.push_str(&words);
            }
            Run::New(words) => {
                bridge(&mut gone, &mut new, &mut blank);
                new.push_str(&words);
            }
        }
    }
    settle(&mut joined, &mut gone, &mut new);
    joined.push(Run::Same(blank));
    joined.retain(|run| !matches!(run, Run::Same(words) if words.is_empty()));
    joined
}

/// Another change follows the blank: it belongs to both sides.
fn bridge(gone: &mut String, new: &mut String, blank: &mut String) {
    gone.push_str(blank);
    new.push_str(blank);
    blank.clear();
}

fn settle(joined: &mut Vec<Run>, gone: &mut String, new: &mut String) {
    let sides = [Run::Gone(std::mem::take(gone)), Run::New(std::mem::take(new))];
    joined.extend(sides.into_iter().filter(|side| !matches!(side, Run::Gone(words) | Run::New(words) if words.is_empty())));
}

/// Puts the paragraphs of a rewritten stretch beside those that they became.
fn beside(old: &[String], new: &[String], compared: &mut Vec<Compared>) {
    let pairs = pairs(old, new);
    let (mut next_old, mut next_new) = (0, 0);
    for (at_old, at_new) in pairs.into_iter().chain([(old.len(), new.len())]) {
        compared.extend(old[next_old..at_old].iter().map(|gone| vec![Run::Gone(gone.clone())]));
        compared.extend(new[next_new..at_new].iter().map(|fresh| vec![Run::New(fresh.clone())]));
        if let (Some(was), Some(is)) = (old.get(at_old), new.get(at_new)) {
            compared.push(compare_words(was, is));
        }
        (next_old, next_new) = (at_old + 1, at_new + 1);
    }
}

/// Which paragraphs belong together: those pairs, in order, whose likeness adds up to most.
fn pairs(old: &[String], new: &[String]) -> Vec<(usize, usize)> {
    if old.len() * new.len() > MOST_PAIRS {
        return (0..old.len().min(new.len())).map(|at| (at, at)).collect();
    }
    let [old_words, new_words] = [old, new].map(|texts| texts.iter().map(|text| counted(text)).collect::<Vec<_>>());
    let likeness: Vec<Vec<usize>> = old_words.iter().map(|was| new_words.iter().map(|is| likeness(was, is)).collect()).collect();
    // best[i][j]: the most that the paragraphs from old i and new j on can add up to.
    let mut best = vec![vec![0; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            let paired = if likeness[i][j] >= ALIKE { likeness[i][j] + best[i + 1][j + 1] } else { 0 };
            best[i][j] = paired.max(best[i + 1][j]).max(best[i][j + 1]);
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        if best[i][j] == best[i + 1][j] {
            i += 1;
        } else if best[i][j] == best[i][j + 1] {
            j += 1;
        } else {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        }
    }
    pairs
}

fn counted(text: &str) -> HashMap<&str, usize> {
    let mut counts = HashMap::new();
    for word in pieces(text).into_iter().filter(|piece| piece.starts_with(char::is_alphanumeric)) {
        *counts.entry(word).or_insert(0) += 1;
    }
    counts
}

/// How many of their words two paragraphs share, in percent.
fn likeness(old: &HashMap<&str, usize>, new: &HashMap<&str, usize>) -> usize {
    let shared: usize = old.iter().map(|(word, count)| (*count).min(new.get(word).copied().unwrap_or_default())).sum();
    let all: usize = old.values().chain(new.values()).sum();
    (200 * shared).checked_div(all).unwrap_or(100)
}
