//! What is one sign, and where does it stand? (biển tên đường)

use super::token::tokens;
use super::{Line, Metres, Place, Point, SignCode, Slug, Survey, TextError};

tokens! {
    /// What has become of the metal.
    SignState {
        /// Wanted, not made yet.
        Planned = "planned",
        /// Made by the print shop.
        Printed = "printed",
        /// Hanging.
        Installed = "installed",
        /// Hanging, but bent, faded or covered.
        Damaged = "damaged",
        /// Another plate with the same code hangs in its place.
        Replaced = "replaced",
        /// Taken down; its code still answers.
        Retired = "retired",
    }
}

/// How the register words a placement that nobody has surveyed.
const NOT_SURVEYED: &str = "not surveyed";

/// Where on its street a sign stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placement {
    /// Nobody has been there with a notebook yet.
    NotSurveyed,
    /// As the survey wrote it down: corner, side, pole.
    Surveyed(Line),
}

impl Placement {
    /// Reads a placement; an empty one is not surveyed.
    ///
    /// # Errors
    /// Refuses a line that is too long or holds invisible characters.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let line = Line::parse(text)?;
        let unknown = line.is_empty() || line.as_str().eq_ignore_ascii_case(NOT_SURVEYED);
        Ok(if unknown { Self::NotSurveyed } else { Self::Surveyed(line) })
    }

    /// As files and tables write it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::NotSurveyed => NOT_SURVEYED,
            Self::Surveyed(line) => line.as_str(),
        }
    }
}

/// One sign: a permanent code that points at a place, never at a slug.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// Its code, for ever.
    pub code: SignCode,
    /// What it names.
    pub place: Place,
    /// Its number within that place; none where unnumbered.
    pub number: Option<u32>,
    /// The ward it stands in, where known.
    pub ward: Option<Slug>,
    /// What has become of it.
    pub state: SignState,
    /// Where it stands.
    pub placement: Placement,
    /// Its own position, where surveyed.
    pub point: Option<Point>,
    /// How high its plate hangs, where known.
    pub mounting_m: Option<Metres>,
    /// How far a phone is from it when it reads it, where known.
    pub distance_m: Option<Metres>,
    /// What a survey found out about where it stands.
    pub survey: Survey,
}

impl Sign {
    /// Is it in use: made or to be made, and not taken down?
    #[must_use]
    pub fn is_in_use(&self) -> bool {
        self.state != SignState::Retired
    }
}
