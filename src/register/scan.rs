//! What is counted of a scan? Which sign, on which day, in which language, by what sort of asker; never who. (lượt quét)

use super::token::tokens;
use super::{Lang, Place, SignCode};
use jiff::civil::Date;

tokens! {
    /// What sort of asker a scan is counted for.
    ScanClass {
        /// Somebody at a sign.
        Person = "person",
        /// A program: a search engine, the preview of a shared link, a browser that reads ahead.
        Robot = "robot",
        /// Somebody who works with the signs.
        Crew = "crew",
    }
}

tokens! {
    /// By which address a scan came in.
    ScanVia {
        /// By a code of ours.
        Code = "code",
        /// By an address of before there were codes.
        Legacy = "legacy",
    }
}

/// How far the city's clock is ahead of UTC, in seconds: Asia/Ho_Chi_Minh has known no summer time since 1975.
const CITY_AHEAD: i64 = 7 * 3_600;
const DAY: i64 = 24 * 3_600;

/// A day on the city's calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CityDay(i32);

/// A text that is no day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no day")]
pub struct NoDay(pub String);

impl CityDay {
    /// The day in the city at so many seconds after the beginning of 1970 in UTC.
    #[must_use]
    pub fn at(unix_seconds: i64) -> Self {
        let day = unix_seconds.saturating_add(CITY_AHEAD).div_euclid(DAY);
        Self(i32::try_from(day).unwrap_or(if day < 0 { i32::MIN } else { i32::MAX }))
    }

    /// Reads a day as ISO 8601 writes it, `2027-05-13`.
    ///
    /// # Errors
    /// Refuses whatever is no day.
    pub fn parse(text: &str) -> Result<Self, NoDay> {
        let date: Date = text.trim().parse().map_err(|_| NoDay(text.chars().take(40).collect()))?;
        let days = date.since(EPOCH).map_err(|_| NoDay(text.to_owned()))?.get_days();
        Ok(Self(days))
    }

    /// The day so many days later; earlier, where they are negative.
    #[must_use]
    pub const fn after(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Days from an earlier day to this one; negative where it is a later one.
    #[must_use]
    pub const fn days_since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }
}

const EPOCH: Date = Date::constant(1970, 1, 1);

impl std::fmt::Display for CityDay {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let date = EPOCH.saturating_add(jiff::Span::new().try_days(self.0).unwrap_or_default());
        out.write_str(&date.to_string())
    }
}

/// What a scan was of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scanned {
    /// A sign, by its code or by an old address that leads to it.
    Sign(SignCode),
    /// A place, by an old address that names no sign.
    Place(Place),
}

/// What scans are counted by; those that agree in all of it are one number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Scan {
    /// The day in the city.
    pub day: CityDay,
    /// What was scanned.
    pub of: Scanned,
    /// The language of the page that was shown.
    pub lang: Lang,
    /// The sort of asker.
    pub class: ScanClass,
    /// The sort of address.
    pub via: ScanVia,
}

/// How often it was scanned, with the place behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScanCount {
    /// The day in the city.
    pub day: CityDay,
    /// The sign, where one was scanned.
    pub code: Option<SignCode>,
    /// The language of the page that was shown.
    pub lang: Lang,
    /// The sort of asker.
    pub class: ScanClass,
    /// How often.
    pub count: u64,
    /// The sort of address.
    pub via: ScanVia,
    /// The place whose page was shown, as it is called today; none where the register no longer knows.
    pub place: Option<Place>,
}
