//! Is this password hard enough to guess? Length counts, and that nobody would try it first; nothing else is asked of it.

use super::spelling::{fold, nfc};
use super::{Explained, Fault, Sentence};
use std::collections::HashSet;
use std::sync::LazyLock;

/// Fewest characters of a password that stands alone (NIST SP 800-63B-4, 3.1.1.2).
pub const LEAST_ALONE: usize = 15;
/// Fewest characters beside a second factor (ibid.).
pub const LEAST_WITH_FACTOR: usize = 8;
/// Most characters, so that nobody makes us hash a book.
pub const MOST: usize = 256;
/// A unit of up to so many characters repeated is no more than the unit.
const LONGEST_UNIT: usize = 4;

/// Words of this place and this product, folded: no password by themselves, nor with digits after them.
const HERE: &[&str] =
    &["tenpho", "haiphong", "thanhphohaiphong", "tphaiphong", "vietnam", "matkhau", "password", "sovanhoa", "phongbientap"];
/// Rows that fingers run along.
const ROWS: &[&str] = &["qwertyuiopasdfghjklzxcvbnm", "abcdefghijklmnopqrstuvwxyz", "12345678901234567890", "qazwsxedcrfvtgbyhnujmikolp"];

static TRIED_FIRST: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("../../assets/passwords/common.txt").lines();
    lines.filter(|line| !line.starts_with('#')).collect()
});

/// A password fit to be kept, as a hash: any characters, unchanged but for NFC, so that it is the same from every keyboard.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Too few characters for one that stands alone; with a second factor there would be enough.
    #[error("shorter than {LEAST_ALONE} characters without a second factor")]
    TooShortAlone,
    /// Too few characters, whatever is beside it.
    #[error("shorter than {LEAST_WITH_FACTOR} characters")]
    TooShort,
    /// Too many characters.
    #[error("longer than {MOST} characters")]
    TooLong,
    /// Everybody would try it first.
    #[error("a common password")]
    Common,
    /// It is a name of theirs, or of this place.
    #[error("a name")]
    OwnName,
    /// One character again and again, or a row of the keyboard.
    #[error("a simple pattern")]
    Simple,
}

impl Password {
    /// Reads a new password. `names` are the words that others know of whoever sets it: login and name.
    ///
    /// # Errors
    /// Refuses one that is too short, too long, or among the first that anybody would try.
    pub fn parse(text: &str, has_second_factor: bool, names: &[&str]) -> Result<Self, PasswordError> {
        let password = typed(text);
        let length = password.chars().count();
        if length > MOST {
            return Err(PasswordError::TooLong);
        }
        if length < LEAST_WITH_FACTOR {
            return Err(PasswordError::TooShort);
        }
        check_guess(&password, names)?;
        if length < LEAST_ALONE && !has_second_factor {
            return Err(PasswordError::TooShortAlone);
        }
        Ok(Self(password))
    }

    /// What is hashed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A password as typed, in the form in which it is hashed.
#[must_use]
pub fn typed(text: &str) -> String {
    nfc(text)
}

/// Would anybody try it first?
fn check_guess(password: &str, names: &[&str]) -> Result<(), PasswordError> {
    let bare = |text: &str| fold(text).split_whitespace().collect::<String>();
    let folded = bare(password);
    if TRIED_FIRST.contains(folded.as_str()) {
        return Err(PasswordError::Common);
    }
    let word = folded.trim_end_matches(|letter: char| !letter.is_alphabetic());
    let is_word = |name: &str| !name.is_empty() && (name == word || name == folded);
    let of_name = |name: &&str| is_word(&bare(name)) || name.split_whitespace().any(|part| is_word(&bare(part)));
    if HERE.iter().any(|name| is_word(name)) || names.iter().any(of_name) {
        return Err(PasswordError::OwnName);
    }
    if is_repeated(&folded) || is_row(&folded) { Err(PasswordError::Simple) } else { Ok(()) }
}

/// A few characters again and again.
fn is_repeated(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    (1..=LONGEST_UNIT).any(|unit| letters.len() > unit && letters.iter().skip(unit).zip(&letters).all(|(one, other)| one == other))
}

/// A piece of a row, forwards or backwards.
fn is_row(text: &str) -> bool {
    let back: String = text.chars().rev().collect();
    ROWS.iter().any(|row| row.contains(text) || row.contains(&back))
}

impl Explained for PasswordError {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::TooShortAlone => Sentence::new("password-too-short-alone").with("alone", LEAST_ALONE).with("beside", LEAST_WITH_FACTOR),
            Self::TooShort => Sentence::new("password-too-short").with("least", LEAST_WITH_FACTOR),
            Self::TooLong => Sentence::new("password-too-long").with("most", MOST),
            Self::Common => Sentence::new("password-common"),
            Self::OwnName => Sentence::new("password-own-name"),
            Self::Simple => Sentence::new("password-simple"),
        }
    }
}
