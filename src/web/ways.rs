//! How does this language say how far it is and in which direction?

use super::words::Words;
use crate::edition::{Compass, Way};
use crate::register::{Lang, Position};

/// Metres to which a distance is told where a position comes from a map, and where both are surveyed.
const FROM_A_MAP: f64 = 50.0;
const SURVEYED: f64 = 10.0;
/// From here on a distance is told in kilometres.
const FAR: usize = 1_000;
/// Metres to which a distance in kilometres is told.
const FAR_STEP: f64 = 100.0;

/// How far it is and in which direction: `about 350 m north-east`.
#[must_use]
pub fn told(way: &Way, words: &Words) -> String {
    let (near, keys) =
        if way.is_surveyed { (SURVEYED, ["metres", "kilometres"]) } else { (FROM_A_MAP, ["about-metres", "about-kilometres"]) };
    // Rounded once: to the tenth of a kilometre that is told.
    let step = if rounded(way.metres, near) < FAR { near } else { FAR_STEP };
    let distance = written(rounded(way.metres, step), keys, words);
    words.say_with("way", &[("distance", &distance), ("direction", &words.say(direction_key(way.direction)))])
}

/// The way from one position on a map to another, in the same words.
#[must_use]
pub fn between(from: Position, to: Position, words: &Words) -> String {
    let north = to.lat() - from.lat();
    let east = (to.lon() - from.lon()) * from.lat().to_radians().cos();
    let direction = Compass::of_degrees(east.atan2(north).to_degrees());
    told(&Way { metres: from.metres_to(to), direction, is_surveyed: false }, words)
}

/// A distance as this language writes it: `350 m`, `1.2 km`.
#[must_use]
pub fn distance(metres: usize, words: &Words) -> String {
    written(metres, ["metres", "kilometres"], words)
}

/// A round length in metres, as the scale of a map shows it.
#[must_use]
pub fn scale(metres: f64, words: &Words) -> String {
    distance(rounded(metres, 1.0), words)
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

#[cfg(test)]
mod tests {
    use super::between;
    use crate::register::{Lang, Position};
    use crate::web::words::Words;

    #[test]
    fn the_way_is_told_as_each_language_writes_it() {
        let at = |lon, lat| Position::of(lon, lat).unwrap();
        let theatre = at(106.681_82, 20.857_5);
        assert_eq!(between(theatre, at(106.6827, 20.861_97), Words::of(Lang::Vi)), "bắc, khoảng 500\u{a0}m");
        assert_eq!(between(theatre, at(106.792_97, 20.687_66), Words::of(Lang::En)), "about 22.1\u{a0}km south-east");
        assert_eq!(between(theatre, at(106.792_97, 20.687_66), Words::of(Lang::Vi)), "đông nam, khoảng 22,1\u{a0}km");
    }
}
