//! Which table does a command name? One of the register, the lines of streets, or one that only ever goes out: scans, and reports.

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
    /// What visitors reported of signs.
    Reports,
}

/// The words of the tables that are not of the register.
const OTHERS: [(&str, Table); 3] = [("lines", Table::Lines), ("scans", Table::Scans), ("reports", Table::Reports)];

impl Table {
    /// Reads the word of a table.
    ///
    /// # Errors
    /// Refuses a word that names none, and lists those that do.
    pub fn parse(word: &str) -> Result<Self, UnknownToken> {
        if let Some((_, table)) = OTHERS.iter().find(|(own, _)| own.eq_ignore_ascii_case(word.trim())) {
            return Ok(*table);
        }
        let refused = |unknown: UnknownToken| UnknownToken { allowed: format!("{}, lines, scans, reports", unknown.allowed), ..unknown };
        Kind::parse(word).map(Self::Of).map_err(refused)
    }
}
