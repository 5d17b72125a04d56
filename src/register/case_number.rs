//! By which number does a visitor find a report again, and is this one?

use super::code::{SYMBOLS, index_of, issued, strip_typed, weighted_sum};
use super::{Explained, Fault, Sentence};

/// Symbols in a case number; the last one is the check character.
pub const LENGTH: usize = 8;

/// The number of a report: random, of the symbols of a sign code and two longer, so that neither is taken for the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseNumber([u8; LENGTH]);

/// Something typed that is no case number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{given:?} is no case number")]
pub struct NotACaseNumber {
    /// What was typed.
    pub given: String,
}

impl CaseNumber {
    /// Reads a number as people type it: in any case, with spaces and hyphens.
    ///
    /// # Errors
    /// Refuses another length than eight, a symbol outside the alphabet, and a wrong check character.
    pub fn parse(typed: &str) -> Result<Self, NotACaseNumber> {
        let plain = strip_typed(typed);
        let symbols: Option<[u8; LENGTH]> = plain.as_bytes().try_into().ok();
        let is_right = |symbols: &[u8; LENGTH]| {
            symbols.iter().all(|symbol| index_of(*symbol).is_some()) && weighted_sum(symbols).is_multiple_of(SYMBOLS.len())
        };
        symbols.filter(is_right).map(Self).ok_or_else(|| NotACaseNumber { given: typed.trim().chars().take(40).collect() })
    }

    /// Makes a number of random ones; none where three letters in a row could be a word.
    #[must_use]
    pub fn issue(random: [u8; LENGTH - 1]) -> Option<Self> {
        issued(&random).map(Self)
    }

    /// The eight symbols.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a case number is ASCII by construction")
    }

    /// As people read it, in two groups of four.
    #[must_use]
    pub fn grouped(&self) -> String {
        let (first, second) = self.as_str().split_at(LENGTH / 2);
        format!("{first}-{second}")
    }
}

impl std::fmt::Display for CaseNumber {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Explained for NotACaseNumber {
    fn fault(&self) -> Fault {
        Fault::NotThere
    }

    fn sentence(&self) -> Sentence {
        Sentence::new("case-refused")
    }
}
