//! How high and how far away, in metres? To the centimetre, as a tape shows it.

use super::{Explained, Fault, Sentence};

/// A length in metres with at most two digits after the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Metres(u16);

/// A length that cannot be meant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{given:?} is no length from {least} to {most} m")]
pub struct MetresError {
    /// What was written.
    pub given: String,
    /// The least that would be right.
    pub least: Metres,
    /// The most that would be right.
    pub most: Metres,
}

impl Metres {
    /// Lower than this hangs no plate that anybody reads.
    pub const LEAST_MOUNTING: Self = Self(30);
    /// Higher than this hangs none either.
    pub const MOST_MOUNTING: Self = Self(1_000);
    /// Nearer than this no phone focuses.
    pub const LEAST_DISTANCE: Self = Self(20);
    /// Farther than this no plate of a street-name sign is read.
    pub const MOST_DISTANCE: Self = Self(3_000);

    /// How high the middle of a plate hangs above the ground; a decimal point or comma.
    ///
    /// # Errors
    /// Refuses what is no number with at most two decimals, and what is not from 0.3 to 10.
    pub fn parse_mounting(text: &str) -> Result<Self, MetresError> {
        Self::parse(text, Self::LEAST_MOUNTING, Self::MOST_MOUNTING)
    }

    /// How far a phone is from a plate when it reads it; a decimal point or comma.
    ///
    /// # Errors
    /// Refuses what is no number with at most two decimals, and what is not from 0.2 to 30.
    pub fn parse_distance(text: &str) -> Result<Self, MetresError> {
        Self::parse(text, Self::LEAST_DISTANCE, Self::MOST_DISTANCE)
    }

    fn parse(text: &str, least: Self, most: Self) -> Result<Self, MetresError> {
        let read = read_centimetres(text.trim()).map(Self).filter(|read| (least..=most).contains(read));
        read.ok_or_else(|| MetresError { given: text.trim().chars().take(40).collect(), least, most })
    }

    /// The length in metres.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

fn read_centimetres(text: &str) -> Option<u16> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) || part.len() > 2 {
        return None;
    }
    let centimetres: u16 = part.parse().ok()?;
    let centimetres = if part.len() == 1 { centimetres * 10 } else { centimetres };
    whole.parse::<u16>().ok()?.checked_mul(100)?.checked_add(centimetres)
}

/// With a point and no digit too many: `2`, `2.5`, `2.25`.
impl std::fmt::Display for Metres {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, part) = (self.0 / 100, self.0 % 100);
        match part {
            0 => write!(out, "{whole}"),
            part if part % 10 == 0 => write!(out, "{whole}.{}", part / 10),
            part => write!(out, "{whole}.{part:02}"),
        }
    }
}

impl Explained for MetresError {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        Sentence::new("cell-metres").with("given", &self.given).with("least", self.least).with("most", self.most)
    }
}
