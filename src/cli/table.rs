//! Which table does a command name? One of the register, the lines of streets, or the scans, which only ever go out.

use crate::exchange::Kind;
use crate::register::UnknownToken;

/// A table by its word.
#[derive(Debug, Clone, Copy)]
pub enum Table {
    /// One of the register.
    Of(Kind),
    /// Where streets run.
    Lines,
    /// What has been counted.
    Scans,
}

impl Table {
    /// Reads the word of a table.
    ///
    /// # Errors
    /// Refuses a word that names none, and lists those that do.
    pub fn parse(word: &str) -> Result<Self, UnknownToken> {
        match word.trim().to_ascii_lowercase().as_str() {
            "lines" => return Ok(Self::Lines),
            "scans" => return Ok(Self::Scans),
            _ => {}
        }
        let refused = |unknown: UnknownToken| UnknownToken { allowed: format!("{}, lines, scans", unknown.allowed), ..unknown };
        Kind::parse(word).map(Self::Of).map_err(refused)
    }
}
