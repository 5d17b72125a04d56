//! What does the register hold about a sight or relic? (di tích, danh lam thắng cảnh)

use super::token::tokens;
use super::{Attestation, Line, Name, NamePeriod, PerLang, Position, Slug};

tokens! {
    /// The rank of a listed relic.
    Rank {
        /// Cấp thành phố.
        City = "city",
        /// Cấp quốc gia.
        National = "national",
        /// Quốc gia đặc biệt.
        SpecialNational = "special-national",
    }
}

/// What sort of thing a landmark is, by a short English word such as `pagoda`; the list is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LandmarkKind(Slug);

impl LandmarkKind {
    /// # Errors
    /// Refuses what is not a slug.
    pub fn parse(word: &str) -> Result<Self, super::TextError> {
        Slug::parse(word).map(Self)
    }

    /// The word itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// A position in WGS 84, kept as written so that a file comes back letter for letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    lat: String,
    lon: String,
}

impl Point {
    /// Reads a latitude and a longitude in decimal degrees, or none where both are empty.
    ///
    /// # Errors
    /// Gives back the text that is not a number in its range, or the empty one of a half-filled pair.
    pub fn parse(lat: &str, lon: &str) -> Result<Option<Self>, String> {
        let (lat, lon) = (lat.trim(), lon.trim());
        if lat.is_empty() && lon.is_empty() {
            return Ok(None);
        }
        for (text, most) in [(lat, 90.0), (lon, 180.0)] {
            let plain = text.len() <= 20 && text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
            let inside = text.parse::<f64>().is_ok_and(|degrees| degrees.abs() <= most);
            if !plain || !inside {
                return Err(text.chars().take(40).collect());
            }
        }
        Ok(Some(Self { lat: lat.to_owned(), lon: lon.to_owned() }))
    }

    /// Latitude in decimal degrees, as written.
    #[must_use]
    pub fn lat(&self) -> &str {
        &self.lat
    }

    /// Longitude in decimal degrees, as written.
    #[must_use]
    pub fn lon(&self) -> &str {
        &self.lon
    }

    /// The position itself.
    ///
    /// # Panics
    /// Never: both numbers were read, and found in their range, before the point was made.
    #[must_use]
    pub fn position(&self) -> Position {
        let degrees = |text: &str| text.parse().ok();
        let at = degrees(&self.lon).zip(degrees(&self.lat)).and_then(|(lon, lat)| Position::of(lon, lat));
        at.expect("a point is two numbers in their range")
    }
}

/// A sight or relic of the city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Landmark {
    /// Its part of the address.
    pub slug: Slug,
    /// The official name.
    pub name: Name,
    /// The name in English; empty where there is none.
    pub name_en: Line,
    /// Its names over time.
    pub names: Vec<NamePeriod>,
    /// What sort of thing it is.
    pub kind: Option<LandmarkKind>,
    /// Whom or what it is named after, only where certain.
    pub namesake: Option<Slug>,
    /// How well the sources attest it.
    pub attestation: Attestation,
    /// Where the row comes from.
    pub source: Line,
    /// The former districts that it lies in.
    pub districts: Line,
    /// Where it stands, where that is known.
    pub point: Option<Point>,
    /// Where the position comes from: `OSM` is © OpenStreetMap contributors, ODbL.
    pub coordinate_source: Line,
    /// When it was built, as the sources say.
    pub built: Line,
    /// Its rank, where it is listed.
    pub rank: Option<Rank>,
    /// What is known of it, in a sentence or two.
    pub fact: PerLang,
    /// For the office only.
    pub note: Line,
}
