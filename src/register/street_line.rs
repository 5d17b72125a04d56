//! Where does a street run on the ground? (tim đường, đường nét trên bản đồ)

use super::fields::Fields;
use super::{Line, Slug};

/// Parts of a degree that positions are kept in: a billionth is a tenth of a millimetre, far below what anybody measures.
const PARTS: f64 = 1e9;

/// Mean radius of the earth in metres.
const EARTH: f64 = 6_371_000.0;

/// A position in WGS 84, exact to a billionth of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    lon: i64,
    lat: i64,
}

/// One street's line, in one part or in several where a square or a river interrupts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StreetLine {
    /// The street that runs there.
    pub street: Slug,
    /// Its parts, each of two positions or more; none at all in a file that takes the line away.
    pub parts: Vec<Vec<Position>>,
    /// Where the line comes from.
    pub source: Line,
    /// Under which licence it may be shown; `ODbL` asks for a credit on every map.
    pub licence: Line,
}

/// Stored positions that cannot be read: damage, since each was checked before it was kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no position")]
pub struct NoPosition(String);

impl Position {
    /// The position at a longitude and a latitude in degrees; none where there is no such place on earth.
    #[must_use]
    pub fn of(lon: f64, lat: f64) -> Option<Self> {
        let inside = lon.abs() <= 180.0 && lat.abs() <= 90.0;
        inside.then(|| Self { lon: (lon * PARTS).round() as i64, lat: (lat * PARTS).round() as i64 })
    }

    /// Longitude in degrees.
    #[must_use]
    pub fn lon(self) -> f64 {
        self.lon as f64 / PARTS
    }

    /// Latitude in degrees.
    #[must_use]
    pub fn lat(self) -> f64 {
        self.lat as f64 / PARTS
    }

    /// Metres to another position along the great circle.
    #[must_use]
    pub fn metres_to(self, other: Self) -> f64 {
        let [lat1, lat2] = [self.lat().to_radians(), other.lat().to_radians()];
        let half = |from: f64, to: f64| ((to - from) / 2.0).sin().powi(2);
        let chord = half(lat1, lat2) + lat1.cos() * lat2.cos() * half(self.lon().to_radians(), other.lon().to_radians());
        2.0 * EARTH * chord.sqrt().min(1.0).asin()
    }

    /// The position at this share of the straight way to another one.
    fn towards(self, other: Self, share: f64) -> Option<Self> {
        let between = |from: f64, to: f64| from + (to - from) * share;
        Self::of(between(self.lon(), other.lon()), between(self.lat(), other.lat()))
    }
}

/// Longitude and latitude with a comma between them, without a digit too many.
impl std::fmt::Display for Position {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{},{}", degrees(self.lon), degrees(self.lat))
    }
}

/// A number of billionths as a plain decimal number.
fn degrees(parts: i64) -> String {
    const WHOLE: u64 = 1_000_000_000;
    let sign = if parts < 0 { "-" } else { "" };
    let (whole, rest) = (parts.unsigned_abs() / WHOLE, parts.unsigned_abs() % WHOLE);
    let plain = format!("{sign}{whole}.{rest:09}");
    plain.trim_end_matches('0').trim_end_matches('.').to_owned()
}

impl StreetLine {
    /// How many positions it has.
    #[must_use]
    pub fn points(&self) -> usize {
        self.parts.iter().map(Vec::len).sum()
    }

    /// Its length in metres, gaps not counted.
    #[must_use]
    pub fn metres(&self) -> f64 {
        self.parts.iter().flat_map(|part| part.windows(2)).map(|pair| pair[0].metres_to(pair[1])).sum()
    }

    /// The position halfway along; none where there is no line.
    #[must_use]
    pub fn middle(&self) -> Option<Position> {
        let mut left = self.metres() / 2.0;
        let mut last = self.parts.first()?.first().copied();
        for pair in self.parts.iter().flat_map(|part| part.windows(2)) {
            let length = pair[0].metres_to(pair[1]);
            if length >= left && length > 0.0 {
                return pair[0].towards(pair[1], left / length);
            }
            left -= length;
            last = Some(pair[1]);
        }
        last
    }

    /// Positions along it, from end to end of every part, none more than so many metres from the next.
    #[must_use]
    pub fn every(&self, metres: f64) -> Vec<Position> {
        let pairs = self.parts.iter().flat_map(|part| part.windows(2));
        let along = pairs.flat_map(|pair| {
            let steps = (pair[0].metres_to(pair[1]) / metres).ceil().max(1.0) as u32;
            (0..=steps).filter_map(move |step| pair[0].towards(pair[1], f64::from(step) / f64::from(steps)))
        });
        along.collect()
    }

    /// The position on it that is nearest to another; none where there is no line.
    #[must_use]
    pub fn nearest_to(&self, other: Position) -> Option<Position> {
        let narrowing = other.lat().to_radians().cos();
        let flat = |at: Position| ((at.lon() - other.lon()) * narrowing, at.lat() - other.lat());
        let pairs = self.parts.iter().flat_map(|part| part.windows(2));
        let nearest = pairs.map(|pair| {
            let ((x, y), (to_x, to_y)) = (flat(pair[0]), flat(pair[1]));
            let (dx, dy) = (to_x - x, to_y - y);
            let share = (-(x * dx + y * dy) / (dx * dx + dy * dy).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0);
            ((x + dx * share).hypot(y + dy * share), pair[0].towards(pair[1], share))
        });
        nearest.min_by(|one, other| one.0.total_cmp(&other.0)).and_then(|(_, at)| at)
    }

    /// Does its licence ask for the credit of OpenStreetMap's contributors?
    #[must_use]
    pub fn is_odbl(&self) -> bool {
        self.licence.as_str().to_ascii_lowercase().contains("odbl")
    }

    /// Its parts in one text: positions parted by blanks, parts by semicolons.
    #[must_use]
    pub fn shape(&self) -> String {
        let part = |part: &Vec<Position>| part.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        self.parts.iter().map(part).collect::<Vec<_>>().join(";")
    }
}

/// Reads what [`StreetLine::shape`] wrote.
///
/// # Errors
/// Refuses a text that is no list of positions.
pub fn parse_shape(text: &str) -> Result<Vec<Vec<Position>>, NoPosition> {
    let position = |word: &str| {
        let (lon, lat) = word.split_once(',')?;
        Position::of(lon.parse().ok()?, lat.parse().ok()?)
    };
    let part = |part: &str| {
        let words = part.split_whitespace();
        words.map(|word| position(word).ok_or_else(|| NoPosition(word.chars().take(40).collect()))).collect()
    };
    text.split(';').filter(|part| !part.is_empty()).map(part).collect()
}

impl Fields for StreetLine {
    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("slug", self.street.to_string()),
            ("line", self.shape()),
            ("line_source", self.source.to_string()),
            ("line_licence", self.licence.to_string()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::{Position, StreetLine, degrees, parse_shape};
    use crate::register::{Line, Slug};

    #[test]
    fn a_position_is_written_without_a_digit_too_many_or_too_few() {
        for (parts, written) in [(0, "0"), (1, "0.000000001"), (-20_100_000_000, "-20.1"), (180_000_000_000, "180"), (-1, "-0.000000001")] {
            assert_eq!(degrees(parts), written);
        }
        assert_eq!(Position::of(106.682_700_000_01, 20.861_97).unwrap().to_string(), "106.6827,20.86197");
        assert!(Position::of(180.1, 0.0).is_none() && Position::of(0.0, -90.1).is_none() && Position::of(f64::NAN, 0.0).is_none());
    }

    #[test]
    fn the_middle_lies_halfway_along_whatever_the_parts() {
        let line = |shape: &str| StreetLine {
            street: Slug::parse("a").unwrap(),
            parts: parse_shape(shape).unwrap(),
            source: Line::default(),
            licence: Line::default(),
        };
        assert_eq!(line("0,0 1,0 3,0").middle().unwrap().to_string(), "1.5,0");
        assert_eq!(line("0,0 1,0;5,0 8,0").middle().unwrap().to_string(), "6,0");
        assert_eq!(line("").middle(), None);
        let nearest = |shape: &str| line(shape).nearest_to(Position::of(1.0, 0.5).unwrap()).map(|at| at.to_string());
        assert_eq!(nearest("0,0 3,0").as_deref(), Some("1,0"));
        assert_eq!(nearest("2,0.5 3,0;-1,0.5 0,0.5 0,9").as_deref(), Some("2,0.5"));
        assert_eq!(nearest(""), None);
        assert!((line("0,0 0,1").metres() - 111_195.0).abs() < 1.0);
        assert_eq!(line("0,0 1,0;5,0 8,0").shape(), "0,0 1,0;5,0 8,0");
        assert!(parse_shape("0,0 1").is_err() && parse_shape("0,91").is_err());
    }
}
