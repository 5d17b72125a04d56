//! How does this language say how far it is and in which direction?

use super::words::Words;
use crate::edition::{Compass, Way};
use crate::register::Lang;

/// Metres to which a distance is told where a position comes from a map, and where both are surveyed.
const FROM_A_MAP: f64 = 50.0;
const SURVEYED: f64 = 10.0;
/// From here on a distance is told in kilometres.
const FAR: usize = 1_000;

/// How far it is and in which direction: `about 350 m north-east`.
#[must_use]
pub fn told(way: &Way, words: &Words) -> String {
    let distance = if way.is_surveyed {
        written(rounded(way.metres, SURVEYED), ["metres", "kilometres"], words)
    } else {
        written(rounded(way.metres, FROM_A_MAP), ["about-metres", "about-kilometres"], words)
    };
    words.say_with("way", &[("distance", &distance), ("direction", &words.say(direction_key(way.direction)))])
}

/// A distance as this language writes it: `350 m`, `1.2 km`.
#[must_use]
pub fn distance(metres: usize, words: &Words) -> String {
    written(metres, ["metres", "kilometres"], words)
}

/// A distance in the words of one of two keys: in metres, or with one decimal in kilometres.
fn written(metres: usize, [near, far]: [&str; 2], words: &Words) -> String {
    if metres < FAR {
        return words.say_with(near, &[("metres", &words.count(metres))]);
    }
    let tenths = (metres + FAR / 20) / (FAR / 10);
    let (whole, part) = (words.count(tenths / 10), tenths % 10);
    let mark = if matches!(words.lang(), Lang::Vi | Lang::Fr) { ',' } else { '.' };
    let kilometres = if part == 0 { whole } else { format!("{whole}{mark}{part}") };
    words.say_with(far, &[("kilometres", &kilometres)])
}

/// Metres as far as they can be trusted: to the next whole step, and never none at all.
fn rounded(metres: f64, step: f64) -> usize {
    let steps = (metres / step).round().clamp(1.0, 10_000_000.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a small positive number above")]
    let metres = (steps * step) as usize;
    metres
}

fn direction_key(direction: Compass) -> &'static str {
    match direction {
        Compass::North => "direction-north",
        Compass::NorthEast => "direction-north-east",
        Compass::East => "direction-east",
        Compass::SouthEast => "direction-south-east",
        Compass::South => "direction-south",
        Compass::SouthWest => "direction-south-west",
        Compass::West => "direction-west",
        Compass::NorthWest => "direction-north-west",
    }
}
