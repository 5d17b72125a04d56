//! Does a finished file hold what was asked for, each symbol once on its page, and nothing else?

use super::read_back::{OnPage, PageRead};
use crate::qr::{Decoder, Link};
use crate::register::Sentence;

/// Something in a finished file that was not asked for, or asked for and not there.
#[derive(Debug, Clone, PartialEq)]
pub enum Difference {
    /// A link's symbol is not on its page.
    Missing {
        /// The page, from 1.
        page: usize,
        /// The link.
        link: Link,
    },
    /// A symbol that the page does not owe.
    Extra {
        /// The page, from 1.
        page: usize,
        /// Millimetres from the left and the top of the page.
        at: (f64, f64),
        /// What it says.
        payload: String,
    },
    /// A link's symbol is on its page more than once.
    Twice {
        /// The page, from 1.
        page: usize,
        /// Millimetres from the left and the top of the page.
        at: (f64, f64),
        /// The link.
        link: Link,
    },
    /// A symbol that is there but cannot be read.
    Unread {
        /// The page, from 1.
        page: usize,
        /// Millimetres from the left and the top of the page.
        at: (f64, f64),
    },
    /// Only one of the decoders reads a symbol.
    OneDecoder {
        /// The page, from 1.
        page: usize,
        /// Millimetres from the left and the top of the page.
        at: (f64, f64),
        /// The one that reads it.
        decoder: Decoder,
    },
    /// Something stands in the four light modules round a symbol.
    QuietZone {
        /// The page, from 1.
        page: usize,
        /// Millimetres from the left and the top of the page.
        at: (f64, f64),
    },
}

impl Difference {
    /// What to tell the printer.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        let placed = |key, page: &usize, at: &(f64, f64)| {
            Sentence::new(key).with("page", page).with("x", format!("{:.0}", at.0)).with("y", format!("{:.0}", at.1))
        };
        match self {
            Self::Missing { page, link } => Sentence::new("proof-missing").with("page", page).with("link", link),
            Self::Extra { page, at, payload } => placed("proof-extra", page, at).with("payload", payload),
            Self::Twice { page, at, link } => placed("proof-twice", page, at).with("link", link),
            Self::Unread { page, at } => placed("proof-unread", page, at),
            Self::OneDecoder { page, at, decoder } => placed("proof-one-decoder", page, at).with("decoder", decoder),
            Self::QuietZone { page, at } => placed("proof-quiet-zone", page, at),
        }
    }
}

/// Every difference between what was read and the links that each page owes; empty where all is well.
#[must_use]
pub fn compare(read: &[PageRead], expected: &[Vec<Link>]) -> Vec<Difference> {
    let mut found = Vec::new();
    for number in 0..read.len().max(expected.len()) {
        let symbols = read.iter().find(|page| page.page == number + 1).map_or(&[][..], |page| &page.symbols);
        let owed = expected.get(number).map_or(&[][..], Vec::as_slice);
        found.extend(compare_page(number + 1, symbols, owed));
    }
    found
}

fn compare_page(page: usize, symbols: &[OnPage], owed: &[Link]) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut seen = vec![false; owed.len()];
    for symbol in symbols {
        let at = (symbol.x, symbol.y);
        let Some(payload) = &symbol.payload else {
            found.push(Difference::Unread { page, at });
            continue;
        };
        if let [decoder] = symbol.read_by[..] {
            found.push(Difference::OneDecoder { page, at, decoder });
        }
        if !symbol.quiet {
            found.push(Difference::QuietZone { page, at });
        }
        match owed.iter().position(|link| link.as_str() == payload) {
            None => found.push(Difference::Extra { page, at, payload: payload.chars().take(200).collect() }),
            Some(number) if seen[number] => found.push(Difference::Twice { page, at, link: owed[number].clone() }),
            Some(number) => seen[number] = true,
        }
    }
    let missing = owed.iter().zip(&seen).filter(|(_, seen)| !**seen);
    found.extend(missing.map(|(link, _)| Difference::Missing { page, link: link.clone() }));
    found
}
