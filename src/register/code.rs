//! What is a sign's permanent code, and is this one? (mã biển)

use super::{Explained, Fault, Sentence};

/// The 31 symbols of a code: no 0 O 1 I L, which people mistake for each other.
pub const SYMBOLS: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// Symbols in a code; the last one is the check character.
pub const LENGTH: usize = 6;

/// The number of symbols, a prime, so that weights 1…6 catch every single error and every swap of two.
const BASE: usize = SYMBOLS.len();

/// Longest input looked at; anything longer is not a code however it is spaced.
const LONGEST_TYPED: usize = 64;

/// The code printed under a QR symbol (mã biển): given once, never reissued, never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SignCode([u8; LENGTH]);

/// Why something typed is not a code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// It does not have six symbols.
    #[error("a code has 6 symbols, not {0}")]
    Length(usize),
    /// It holds a symbol that no code has.
    #[error("{0:?} is in no code")]
    Symbol(char),
    /// Its check character does not fit the other five.
    #[error("the check character does not fit")]
    Check,
}

impl SignCode {
    /// Reads a code as people type it: in any case, with spaces and hyphens.
    ///
    /// ```
    /// use tenpho::register::SignCode;
    /// assert_eq!(SignCode::parse("k7m-2q2 "), SignCode::parse("K7M2Q2"));
    /// assert!(SignCode::parse("K7M2Q3").is_err());
    /// ```
    ///
    /// # Errors
    /// Refuses another length than six, a symbol outside the alphabet, and a wrong check character.
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        let length = symbols_typed(typed).count();
        if length != LENGTH {
            return Err(CodeError::Length(length));
        }
        let mut code = [0; LENGTH];
        for (place, symbol) in code.iter_mut().zip(symbols_typed(typed)) {
            *place = u8::try_from(symbol).ok().filter(|byte| index_of(*byte).is_some()).ok_or(CodeError::Symbol(symbol))?;
        }
        if weighted_sum(&code).is_multiple_of(BASE) { Ok(Self(code)) } else { Err(CodeError::Check) }
    }

    /// Makes a code from five random numbers, or none where it may not be issued:
    /// three letters in a row could be a word, and a word does not belong on the city's enamel.
    #[must_use]
    pub fn issue(random: [u8; LENGTH - 1]) -> Option<Self> {
        issued(&random).map(Self)
    }

    /// The six symbols.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a code is ASCII by construction")
    }

    /// As people read it, in two groups of three: `K7M-2Q2`.
    #[must_use]
    pub fn grouped(&self) -> String {
        let (first, second) = self.as_str().split_at(LENGTH / 2);
        format!("{first}-{second}")
    }
}

impl std::fmt::Display for SignCode {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Explained for CodeError {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::Length(length) => Sentence::new("code-length").with("length", length),
            Self::Symbol(symbol) => Sentence::new("code-symbol").with("symbol", symbol),
            Self::Check => Sentence::new("code-check"),
        }
    }
}

/// What was typed, in capitals, without the spaces and hyphens that people put in.
#[must_use]
pub fn strip_typed(typed: &str) -> String {
    symbols_typed(typed).collect()
}

fn symbols_typed(typed: &str) -> impl Iterator<Item = char> {
    typed
        .chars()
        .take(LONGEST_TYPED)
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}'))
        .map(|letter| letter.to_ascii_uppercase())
}

/// Symbols of random numbers with the check character behind them; none where three letters in a row could be a word.
pub(super) fn issued<const SYMBOLS_IN_ALL: usize>(random: &[u8]) -> Option<[u8; SYMBOLS_IN_ALL]> {
    let mut made = [SYMBOLS[0]; SYMBOLS_IN_ALL];
    for (symbol, number) in made.iter_mut().zip(random) {
        *symbol = SYMBOLS[usize::from(*number) % BASE];
    }
    made[SYMBOLS_IN_ALL - 1] = SYMBOLS.iter().copied().find(|check| {
        let mut tried = made;
        tried[SYMBOLS_IN_ALL - 1] = *check;
        weighted_sum(&tried).is_multiple_of(BASE)
    })?;
    (!has_word(&made)).then_some(made)
}

/// Could three letters in a row be a word?
fn has_word(symbols: &[u8]) -> bool {
    symbols.windows(3).any(|three| three.iter().all(u8::is_ascii_alphabetic))
}

/// Of every byte its place among the symbols; [`BASE`] where it is none.
const INDICES: [u8; 256] = {
    let (mut indices, mut at) = ([BASE as u8; 256], 0);
    while at < BASE {
        indices[SYMBOLS[at] as usize] = at as u8;
        at += 1;
    }
    indices
};

pub(super) fn index_of(symbol: u8) -> Option<usize> {
    Some(usize::from(INDICES[usize::from(symbol)])).filter(|index| *index < BASE)
}

/// The sum of the symbols, each as often as its place says; 0 modulo the prime where the check character fits.
pub(super) fn weighted_sum(code: &[u8]) -> usize {
    code.iter().enumerate().map(|(place, symbol)| (place + 1) * index_of(*symbol).unwrap_or(0)).sum()
}
