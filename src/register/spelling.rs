//! Is this text fit to keep, and which spellings are the same to a reader?

use super::{Explained, Fault, Sentence};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark, is_nfc};

/// Longest name of a street, a person or a ward, in characters.
pub const LONGEST_NAME: usize = 160;
/// Longest line of a record, in characters.
pub const LONGEST_LINE: usize = 2000;

/// Why a text cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing is there where something must be.
    #[error("nothing is written here")]
    Empty,
    /// It is longer than the place for it.
    #[error("{length} characters, at most {most}")]
    TooLong {
        /// Characters given.
        length: usize,
        /// Characters allowed.
        most: usize,
    },
    /// It holds a character that nobody sees: a control, a direction mark, a zero-width space.
    #[error("the invisible character U+{0:04X}")]
    Invisible(u32),
    /// It is not a slug.
    #[error("{0:?} is not a slug")]
    Slug(String),
}

impl Explained for TextError {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::Empty => Sentence::new("text-empty"),
            Self::TooLong { length, most } => Sentence::new("text-too-long").with("length", length).with("most", most),
            Self::Invisible(character) => Sentence::new("text-invisible").with("character", format!("U+{character:04X}")),
            Self::Slug(given) => Sentence::new("text-slug").with("given", given),
        }
    }
}

/// A name as it is officially written: one line of NFC text that is not empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(String);

impl Name {
    /// # Errors
    /// Refuses an empty name, one over [`LONGEST_NAME`] and one with characters that nobody sees.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let line = clean_line(text, LONGEST_NAME)?;
        if line.is_empty() { Err(TextError::Empty) } else { Ok(Self(line)) }
    }

    /// The name itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One line of NFC text; empty where nothing is known.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line(String);

impl Line {
    /// # Errors
    /// Refuses a line over [`LONGEST_LINE`] and one with characters that nobody sees.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        clean_line(text, LONGEST_LINE).map(Self)
    }

    /// Reads a line that may be longer or must be shorter than others.
    ///
    /// # Errors
    /// Refuses a line over `most` characters and one with characters that nobody sees.
    pub fn parse_up_to(text: &str, most: usize) -> Result<Self, TextError> {
        clean_line(text, most).map(Self)
    }

    /// The line, empty where nothing is known.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Is nothing known?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The parts of a line that lists several things, parted by semicolons.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.split(';').map(str::trim).filter(|part| !part.is_empty())
    }
}

/// The part of an address that names a place: `nguyen-duc-canh`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

impl Slug {
    /// # Errors
    /// Refuses anything but words of `a-z` and `0-9` joined by single hyphens.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let text = text.trim();
        let good = !text.is_empty()
            && text.len() <= LONGEST_NAME
            && text.split('-').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
        if good { Ok(Self(text.to_owned())) } else { Err(TextError::Slug(text.chars().take(60).collect())) }
    }

    /// The slug that a name gets, or none where no letter of it is left.
    ///
    /// ```
    /// use tenpho::register::Slug;
    /// assert_eq!(Slug::of_name("Nguyễn Đức Cảnh").unwrap().as_str(), "nguyen-duc-canh");
    /// ```
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let plain = fold(name);
        let words: Vec<&str> = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
        Self::parse(&words.join("-")).ok()
    }

    /// The slug itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::fmt::Display for Line {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::fmt::Display for Slug {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

/// The text as a search compares it: lower case, no marks, đ as d, so that `hoà`, `hòa` and `HOA` are one.
#[must_use]
pub fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .map(|letter| if letter == 'đ' { 'd' } else { letter })
        .collect()
}

/// The text in NFC (TCVN 6909:2001 lists both forms; one of them must be the one that we keep).
#[must_use]
pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// One clean line: NFC, runs of white space made one space, none at the ends.
fn clean_line(text: &str, most: usize) -> Result<String, TextError> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // What a database holds is in NFC already, and is only looked at.
    let line = if line.is_ascii() || is_nfc(&line) { line } else { line.nfc().collect() };
    check_text(&line, most)?;
    Ok(line)
}

/// Is every character one that a reader can see, and are there few enough?
///
/// # Errors
/// Names the first invisible character, or both lengths.
pub fn check_text(text: &str, most: usize) -> Result<(), TextError> {
    if let Some(bad) = text.chars().find(|letter| is_invisible(*letter)) {
        return Err(TextError::Invisible(u32::from(bad)));
    }
    let length = text.chars().count();
    if length > most { Err(TextError::TooLong { length, most }) } else { Ok(()) }
}

/// Controls, direction overrides, zero-width characters, private use and the replacement character of a broken decoding.
pub(crate) fn is_invisible(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(letter,
            '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{fe00}'..='\u{fe0f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{e000}'..='\u{f8ff}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}' | '\u{e0000}'..='\u{10ffff}')
}
