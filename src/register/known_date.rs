//! When was it, as far as anybody knows? A year, a month or a day; `~` before it for about.

use super::{Explained, Fault, Sentence};
use jiff::civil::Date;

/// No street was named in a year after this one, and none will be while this program is in use.
const LAST_YEAR: i16 = 2200;

/// A date as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct KnownDate {
    is_about: bool,
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

/// A date that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{given:?} is no date")]
pub struct DateError {
    /// What was written.
    pub given: String,
}

impl KnownDate {
    /// Reads a year, a month or a day in ISO 8601 or as people in Vietnam write it.
    ///
    /// ```
    /// use tenpho::register::KnownDate;
    /// assert_eq!(KnownDate::parse("13/10/1954").unwrap().to_string(), "1954-10-13");
    /// assert!(KnownDate::parse("1954-02-30").is_err());
    /// ```
    ///
    /// # Errors
    /// Refuses anything but `1954`, `1954-10`, `1954-10-13`, `10/1954`, `13/10/1954`, with or without `~` before it.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        Self::read(text.trim()).ok_or_else(|| DateError { given: text.trim().chars().take(40).collect() })
    }

    fn read(text: &str) -> Option<Self> {
        let (is_about, plain) = text.strip_prefix('~').map_or((false, text), |rest| (true, rest.trim()));
        let mut parts: Vec<&str> = plain.split('-').collect();
        if parts.len() == 1 && plain.contains('/') {
            parts = plain.split('/').rev().collect();
        }
        let good = (1..=3).contains(&parts.len())
            && (3..=4).contains(&parts[0].len())
            && parts[1..].iter().all(|part| (1..=2).contains(&part.len()))
            && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        if !good {
            return None;
        }
        let year: i16 = parts[0].parse().ok().filter(|year| (1..=LAST_YEAR).contains(year))?;
        let number = |at: usize| parts.get(at).map(|part| part.parse::<i8>()).transpose().ok();
        let (month, day) = (number(1)?, number(2)?);
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        Some(Self { is_about, year, month, day })
    }

    /// Is it only about then?
    #[must_use]
    pub const fn is_about(&self) -> bool {
        self.is_about
    }

    /// The year.
    #[must_use]
    pub const fn year(&self) -> i16 {
        self.year
    }

    /// The month, where it is known.
    #[must_use]
    pub const fn month(&self) -> Option<i8> {
        self.month
    }

    /// The day, where it is known.
    #[must_use]
    pub const fn day(&self) -> Option<i8> {
        self.day
    }

    /// Can something have begun then and ended at `until`?
    #[must_use]
    pub fn can_be_before(&self, until: &Self) -> bool {
        let first = (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1));
        let last = (until.year, until.month.unwrap_or(12), until.day.unwrap_or(31));
        self.is_about || until.is_about || first <= last
    }
}

impl std::fmt::Display for KnownDate {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(if self.is_about { "~" } else { "" })?;
        match (self.month, self.day) {
            (Some(month), Some(day)) => write!(out, "{:04}-{month:02}-{day:02}", self.year),
            (Some(month), None) => write!(out, "{:04}-{month:02}", self.year),
            (None, _) => write!(out, "{:03}", self.year),
        }
    }
}

impl Explained for DateError {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        Sentence::new("date-unreadable").with("given", &self.given)
    }
}
