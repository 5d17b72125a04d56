//! In which direction is another place, and how far?

use super::words::Words;
use crate::register::{Lang, Position};

/// The eight directions from the north on with the sun, as keys of their words.
const DIRECTIONS: [&str; 8] = ["map-to-n", "map-to-ne", "map-to-e", "map-to-se", "map-to-s", "map-to-sw", "map-to-w", "map-to-nw"];
/// From here on a distance is told in kilometres.
const FAR: f64 = 1_975.0;
/// Metres as far as they can be trusted.
const STEP: f64 = 50.0;

/// The way from one position to another in words: about 350 m, north-east.
#[must_use]
pub fn way(from: Position, to: Position, words: &Words) -> String {
    words.say_with("map-way", &[("distance", &about(from.metres_to(to), words)), ("direction", &words.say(direction(from, to)))])
}

/// The key of the direction from one position to another.
#[must_use]
pub fn direction(from: Position, to: Position) -> &'static str {
    let north = to.lat() - from.lat();
    let east = (to.lon() - from.lon()) * from.lat().to_radians().cos();
    let eighths = (east.atan2(north) / std::f64::consts::FRAC_PI_4).round() as i32;
    DIRECTIONS[usize::try_from(eighths.rem_euclid(8)).unwrap_or(0)]
}

/// A round length in words, as a scale shows it: 500 m, 2 km.
#[must_use]
pub fn length(metres: f64, words: &Words) -> String {
    let whole = |metres: f64| words.count(metres.round() as usize);
    if metres < 1_000.0 {
        words.say_with("metres", &[("metres", &whole(metres))])
    } else {
        words.say_with("map-kilometres", &[("kilometres", &whole(metres / 1_000.0))])
    }
}

/// A distance as far as it can be trusted.
fn about(metres: f64, words: &Words) -> String {
    if metres < FAR {
        let steps = (metres / STEP).round().max(1.0);
        return words.say_with("about-metres", &[("metres", &words.count((steps * STEP) as usize))]);
    }
    let tenths = (metres / 100.0).round() as usize;
    let point = if matches!(words.lang(), Lang::Vi | Lang::Fr) { ',' } else { '.' };
    let kilometres = match tenths % 10 {
        0 => words.count(tenths / 10),
        rest => format!("{}{point}{rest}", words.count(tenths / 10)),
    };
    words.say_with("map-about-kilometres", &[("kilometres", &kilometres)])
}

#[cfg(test)]
mod tests {
    use super::{direction, way};
    use crate::register::{Lang, Position};
    use crate::web::words::Words;

    #[test]
    fn the_way_is_told_as_each_language_writes_it() {
        let at = |lon, lat| Position::of(lon, lat).unwrap();
        let theatre = at(106.681_82, 20.857_5);
        assert_eq!(way(theatre, at(106.6827, 20.861_97), Words::of(Lang::Vi)), "khoảng 500 m về phía bắc");
        assert_eq!(way(theatre, at(106.792_97, 20.687_66), Words::of(Lang::En)), "about 22.1 km south-east");
        assert_eq!(way(theatre, at(106.792_97, 20.687_66), Words::of(Lang::Vi)), "khoảng 22,1 km về phía đông nam");
    }

    #[test]
    fn each_eighth_of_the_horizon_has_its_word() {
        let middle = Position::of(106.0, 20.0).unwrap();
        let turned = (0..8).map(|eighth| {
            let angle = f64::from(eighth) * std::f64::consts::FRAC_PI_4 + 0.3;
            direction(middle, Position::of(106.0 + angle.sin() * 0.01 / 20_f64.to_radians().cos(), 20.0 + angle.cos() * 0.01).unwrap())
        });
        assert_eq!(turned.collect::<Vec<_>>(), super::DIRECTIONS);
    }
}
