//! What may a file hold: a table of one kind, or the lines of streets?

use super::import::{Import, read};
use super::street_lines::read_lines;
use super::{Kind, Report};
use crate::register::{Register, SignCode, UnknownToken};

/// The word for the lines of streets.
const LINES: &str = "lines";

/// What one file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Rows of one kind, as CSV or JSON.
    Table(Kind),
    /// Where streets run, as GeoJSON.
    Lines,
}

impl FileKind {
    /// The kind of a word, in any case and with blanks around it.
    ///
    /// # Errors
    /// Refuses a word that is not on the list, and names the list.
    pub fn parse(word: &str) -> Result<Self, UnknownToken> {
        if word.trim().eq_ignore_ascii_case(LINES) {
            return Ok(Self::Lines);
        }
        Kind::parse(word).map(Self::Table).map_err(|refused| UnknownToken { allowed: format!("{}, {LINES}", refused.allowed), ..refused })
    }
}

/// Reads a file of any kind against what the register holds; see [`read`] and [`read_lines`].
///
/// # Errors
/// All or nothing: the report names every fault where it stands.
pub fn read_file(kind: FileKind, bytes: &[u8], register: &Register, issue: &mut dyn FnMut() -> SignCode) -> Result<Import, Report> {
    match kind {
        FileKind::Table(kind) => read(kind, bytes, register, issue),
        FileKind::Lines => read_lines(bytes, register),
    }
}
