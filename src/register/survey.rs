//! What did somebody find out who stood before a sign with a notebook?

use super::{DateError, KnownDate, Line, Place, PlaceKind, Sentence, Slug, TextError};

/// No street of a city is longer, in metres.
const LONGEST_STREET: u32 = 100_000;

/// On which side of its street a sign stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Side {
    /// Where the houses have even numbers.
    Even,
    /// Where the houses have odd numbers.
    Odd,
    /// On the left, seen from the street's first end.
    Left,
    /// On the right, seen from the street's first end.
    Right,
    /// As the survey put it.
    Words(Line),
}

/// What a street meets at a corner or at one of its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Crossing {
    /// A street or a landmark of the register.
    Place(Place),
    /// As the survey put it.
    Words(Line),
}

/// How far a sign is from one end of its street.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct End {
    /// What the street meets there.
    pub crossing: Option<Crossing>,
    /// Metres from the sign to there, along the street.
    pub metres: Option<u32>,
}

/// What is known of the very place where a sign stands; nothing where nobody has been there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Survey {
    /// The side of the street.
    pub side: Option<Side>,
    /// The corner.
    pub corner: Option<Crossing>,
    /// The two ends of the street.
    pub ends: [End; 2],
    /// The day on which somebody last looked at the sign.
    pub checked_on: Option<KnownDate>,
    /// The picture of the sign itself, one of its place; naming it here makes it public.
    pub photo: Option<i64>,
}

impl Side {
    /// Reads a side: one of four words, or any others.
    ///
    /// # Errors
    /// Refuses a line that is too long or holds invisible characters.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        Ok(match text.trim() {
            "even" => Self::Even,
            "odd" => Self::Odd,
            "left" => Self::Left,
            "right" => Self::Right,
            other => Self::Words(Line::parse(other)?),
        })
    }
}

impl Crossing {
    /// Reads a crossing: `street/le-loi`, `landmark/cho-sat`, or any words.
    ///
    /// # Errors
    /// Refuses a line that is too long or holds invisible characters.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let named = text.trim().split_once('/').and_then(|(kind, slug)| PlaceKind::parse(kind).ok().zip(Slug::parse(slug).ok()));
        match named {
            Some((kind, slug)) => Ok(Self::Place(Place { kind, slug })),
            None => Ok(Self::Words(Line::parse(text)?)),
        }
    }
}

impl Survey {
    /// The corner and what is at either end.
    #[must_use]
    pub fn crossings(&self) -> [Option<&Crossing>; 3] {
        let [first, last] = &self.ends;
        [self.corner.as_ref(), first.crossing.as_ref(), last.crossing.as_ref()]
    }

    /// Everything as texts, by the names that files and tables have for it; unknown is empty.
    #[must_use]
    pub fn texts(&self) -> [(&'static str, String); 8] {
        fn shown<T: ToString>(value: Option<&T>) -> String {
            value.map(ToString::to_string).unwrap_or_default()
        }
        let [first, last] = &self.ends;
        [
            ("side", shown(self.side.as_ref())),
            ("corner", shown(self.corner.as_ref())),
            ("end_a", shown(first.crossing.as_ref())),
            ("end_a_m", shown(first.metres.as_ref())),
            ("end_b", shown(last.crossing.as_ref())),
            ("end_b_m", shown(last.metres.as_ref())),
            ("checked_on", shown(self.checked_on.as_ref())),
            ("photo", shown(self.photo.as_ref())),
        ]
    }
}

/// Reads the day of a check: a whole day, and no day that is only about right.
///
/// # Errors
/// Refuses what is no date, and a date without its day.
pub fn parse_check_day(text: &str) -> Result<KnownDate, DateError> {
    let day = KnownDate::parse(text)?;
    let whole = day.day().is_some() && !day.is_about();
    whole.then_some(day).ok_or_else(|| DateError { given: text.trim().chars().take(40).collect() })
}

/// Reads metres along a street.
///
/// # Errors
/// Refuses what is no whole number, and more than a street is long.
pub fn parse_metres_along(text: &str) -> Result<u32, Sentence> {
    let metres = super::record::whole_number(text)?;
    if metres <= LONGEST_STREET { Ok(metres) } else { Err(Sentence::new("cell-number").with("given", metres)) }
}

/// Reads the number of a picture.
///
/// # Errors
/// Refuses what is no whole number.
pub fn parse_photo_number(text: &str) -> Result<i64, Sentence> {
    super::record::whole_number(text).map(i64::from)
}

impl std::fmt::Display for Side {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(match self {
            Self::Even => "even",
            Self::Odd => "odd",
            Self::Left => "left",
            Self::Right => "right",
            Self::Words(line) => line.as_str(),
        })
    }
}

impl std::fmt::Display for Crossing {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Place(place) => write!(out, "{}/{}", place.kind, place.slug),
            Self::Words(line) => write!(out, "{line}"),
        }
    }
}
