//! Which ward was this ground in, and when? (phường, xã, đặc khu)

use super::token::tokens;
use super::{Line, Name, Slug};

tokens! {
    /// The kind of an administrative unit.
    WardKind {
        /// Phường.
        Ward = "ward",
        /// Xã.
        Commune = "commune",
        /// Đặc khu.
        SpecialZone = "special-zone",
        /// Thị trấn, until 30 June 2025.
        Township = "township",
    }
}

tokens! {
    /// Did the whole unit go to one successor?
    Split {
        /// Several successors: a street in it has no known new ward.
        Yes = "yes",
        /// One successor.
        No = "no",
    }
}

/// An administrative unit. Codes and names were reused for other ground in 2025, so its identity is the slug.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ward {
    /// Its identity in this register.
    pub slug: Slug,
    /// The five-digit code of the statistics office; empty where unknown.
    pub code: Line,
    /// The official name.
    pub name: Name,
    /// Ward, commune, special zone or township, where known.
    pub kind: Option<WardKind>,
    /// First day of validity, ISO 8601; empty where unknown.
    pub from: Line,
    /// Last day of validity; empty while it is in force.
    pub until: Line,
    /// The former district that it lay in.
    pub district: Line,
    /// The slugs of its successors, parted by semicolons.
    pub became: Line,
    /// Whether it was split; unknown for units in force.
    pub split: Option<Split>,
    /// Where the row comes from.
    pub source: Line,
}

impl Ward {
    /// Is it valid on this day (ISO 8601, so that text compares as time does)?
    #[must_use]
    pub fn is_valid_on(&self, day: &str) -> bool {
        self.from.as_str() <= day && (self.until.is_empty() || self.until.as_str() >= day)
    }
}
