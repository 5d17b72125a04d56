//! What stands in this text that nobody typed on purpose: the unseen, the look-alike, the stray mark?

use super::Sentence;
use super::look_alike::{double, is_latin, undressed};
use super::spelling::{is_invisible, nfc};
use super::syllable::has_misplaced_tone;
use unicode_normalization::char::is_combining_mark;

/// What a decoder writes where it could not read a letter.
const REPLACEMENT: char = '\u{fffd}';

/// What is odd about a character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Oddity {
    /// Nobody sees it: a control, a direction mark, a zero-width character, a soft hyphen, private use.
    Invisible,
    /// A blank that is no plain space: no-break, thin, ideographic, a tab.
    Space,
    /// A letter was lost here when a file was read in the wrong encoding; only a person can mend it.
    Lost,
    /// It looks like a letter of ours and is another.
    LookAlike {
        /// What the reader takes it for.
        meant: String,
    },
    /// A mark that no letter takes: a second tone on one vowel, or a mark with no letter under it.
    LooseMark,
    /// A syllable with two tone marks, or with its one tone mark on the wrong letter.
    Misplaced,
}

/// One odd place of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unusual {
    /// Characters of the text before it.
    pub at: usize,
    /// What stands there, exactly as in the text.
    pub written: String,
    /// What is odd about it.
    pub oddity: Oddity,
}

impl Unusual {
    /// What to tell the one who wrote it.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        let code = self.written.chars().next().map_or(0, u32::from);
        let coded = |key| Sentence::new(key).with("character", format!("U+{code:04X}"));
        match &self.oddity {
            Oddity::Invisible => coded("unusual-invisible"),
            Oddity::Space => coded("unusual-space"),
            Oddity::Lost => Sentence::new("unusual-lost"),
            Oddity::LookAlike { meant } => coded("unusual-look-alike").with("written", &self.written).with("meant", meant),
            Oddity::LooseMark => Sentence::new("unusual-loose-mark").with("written", &self.written),
            Oddity::Misplaced => Sentence::new("unusual-misplaced").with("written", &self.written),
        }
    }
}

/// Everything odd in a text of any form of Unicode, in reading order.
///
/// ```
/// use tenpho::register::{Oddity, unusual};
/// let found = unusual("Ðường Lê Duẩn");
/// assert_eq!(found[0].oddity, Oddity::LookAlike { meant: "Đ".to_owned() });
/// ```
#[must_use]
pub fn unusual(text: &str) -> Vec<Unusual> {
    let letters: Vec<char> = text.chars().collect();
    let mut found: Vec<Unusual> = letters.iter().enumerate().filter_map(|(at, letter)| odd_letter(at, *letter)).collect();
    for (from, to) in runs(&letters, |letter| is_of_word(letter) || is_taken_out(letter)) {
        found.extend(odd_in_word(&letters, from, to));
    }
    for (from, to) in runs(&letters, is_mark) {
        found.extend(loose_mark(&letters, from, to));
    }
    found.sort_by_key(|one| one.at);
    found
}

/// The text with all of that mended which can be mended without asking: the invisible taken out, odd blanks made plain
/// spaces, look-alikes made the letters meant, all in NFC. Line breaks stay, in whatever way they were written.
///
/// ```
/// assert_eq!(tenpho::register::cleaned("\u{feff}Ðường\u{a0}Ｌê\u{200b} Duẩn\r\n"), "Đường Lê Duẩn\n");
/// ```
#[must_use]
pub fn cleaned(text: &str) -> String {
    let seen: String = text.replace("\r\n", "\n").chars().filter_map(seen_letter).collect();
    let letters: Vec<char> = nfc(&seen).chars().collect();
    let mut plain = String::with_capacity(seen.len());
    let mut done = 0;
    for (from, to) in runs(&letters, is_of_word).filter(|(from, to)| letters[*from..*to].iter().copied().any(is_latin)) {
        plain.extend(&letters[done..from]);
        plain.extend(letters[from..to].iter().map(|letter| double(*letter).unwrap_or_else(|| letter.to_string())));
        done = to;
    }
    plain.extend(&letters[done..]);
    nfc(&plain)
}

/// What a cleaned text has in place of this character; nothing where it is invisible.
fn seen_letter(letter: char) -> Option<String> {
    match letter {
        _ if is_line_break(letter) => Some("\n".to_owned()),
        _ if is_odd_space(letter) => Some(" ".to_owned()),
        _ if is_taken_out(letter) => None,
        _ => Some(undressed(letter).unwrap_or_else(|| letter.to_string())),
    }
}

/// What is odd about a character wherever it stands.
fn odd_letter(at: usize, letter: char) -> Option<Unusual> {
    let oddity = match letter {
        // Forms in a browser send their line ends so.
        '\n' | '\r' => return None,
        REPLACEMENT => Oddity::Lost,
        _ if is_odd_space(letter) => Oddity::Space,
        _ if is_invisible(letter) => Oddity::Invisible,
        _ => Oddity::LookAlike { meant: undressed(letter)? },
    };
    Some(Unusual { at, written: letter.to_string(), oddity })
}

/// What is odd about the letters of a word among its other letters.
fn odd_in_word(letters: &[char], from: usize, to: usize) -> Vec<Unusual> {
    let word = &letters[from..to];
    if !word.iter().copied().any(is_latin) {
        return Vec::new();
    }
    let doubles = word.iter().enumerate().filter_map(|(place, letter)| {
        double(*letter).map(|meant| Unusual { at: from + place, written: letter.to_string(), oddity: Oddity::LookAlike { meant } })
    });
    let mut found: Vec<Unusual> = doubles.collect();
    let seen: String = word.iter().copied().filter(|letter| !is_invisible(*letter)).collect();
    if has_misplaced_tone(&seen) {
        found.push(Unusual { at: from, written: word.iter().collect(), oddity: Oddity::Misplaced });
    }
    found
}

/// The marks of a run that stay marks when they are composed with the letter before them.
fn loose_mark(letters: &[char], from: usize, to: usize) -> Option<Unusual> {
    let base = from.checked_sub(1).filter(|before| letters[*before].is_alphabetic());
    // Marks on other alphabets follow other rules.
    if base.is_some_and(|before| !is_latin(letters[before])) {
        return None;
    }
    let at = base.unwrap_or(from);
    let written: String = letters[at..to].iter().collect();
    nfc(&written).chars().any(is_mark).then_some(Unusual { at, written, oddity: Oddity::LooseMark })
}

/// The longest stretches of characters that satisfy the test, as ranges.
fn runs(letters: &[char], test: impl Fn(char) -> bool + Copy) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let from = at + letters[at..].iter().position(|letter| test(*letter))?;
        at = letters[from..].iter().position(|letter| !test(*letter)).map_or(letters.len(), |length| from + length);
        Some((from, at))
    })
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphabetic() || is_combining_mark(letter)
}

/// Unseen, and nothing is lost with it.
fn is_taken_out(letter: char) -> bool {
    is_invisible(letter) && letter != REPLACEMENT
}

/// A mark of the kind that Latin letters carry, and one that is seen.
fn is_mark(letter: char) -> bool {
    let is_latin_mark = matches!(letter, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}');
    is_latin_mark && !is_invisible(letter)
}

fn is_line_break(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// White space that is neither a plain space nor the end of a line.
fn is_odd_space(letter: char) -> bool {
    letter.is_whitespace() && letter != ' ' && !is_line_break(letter)
}
