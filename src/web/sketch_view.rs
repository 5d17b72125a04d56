//! Which part of the ground does a sketch show, and where on it does a position lie?

use crate::edition::Area;
use crate::register::Position;

/// Width of every sketch in its own units; about two to a pixel of a phone.
pub const WIDTH: f64 = 720.0;
/// Metres in a degree of latitude.
const DEGREE: f64 = 111_194.9;
/// Room around what must be seen: at the sides and above, and below, where the scale stands.
const SIDE: f64 = 64.0;
const BELOW: f64 = 92.0;
/// Height as a share of the width, at least and at most.
const FLAT: f64 = 0.75;
const TALL: f64 = 1.15;
/// Metres that a sketch shows at least from side to side.
const LEAST: f64 = 400.0;
/// A share of the width that the scale takes at most.
const SCALE: f64 = 0.3;

/// A local map: north up, equirectangular about its own middle, so that a metre is as long in every direction.
#[derive(Debug, Clone, Copy)]
pub struct View {
    middle: (f64, f64),
    per_metre: f64,
    narrowing: f64,
    height: f64,
}

impl View {
    /// The view that shows all of an area.
    #[must_use]
    pub fn around(area: Area) -> Self {
        let (lon, lat) = (f64::midpoint(area.west, area.east), f64::midpoint(area.south, area.north));
        // At the very pole a degree of longitude has no length.
        let narrowing = lat.to_radians().cos().max(0.01);
        let (wide, high) = ((area.east - area.west) * DEGREE * narrowing, (area.north - area.south) * DEGREE);
        let room = WIDTH - 2.0 * SIDE;
        let (least, most) = (WIDTH * FLAT - SIDE - BELOW, WIDTH * TALL - SIDE - BELOW);
        let per_metre = (room / wide.max(LEAST)).min(most / high.max(1.0));
        let height = (high * per_metre).clamp(least, most) + SIDE + BELOW;
        Self { middle: (lon, lat), per_metre, narrowing, height: height.round() }
    }

    /// Its height in units.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.height
    }

    /// Where a position lies, in units from the left and from above.
    #[must_use]
    pub fn place(&self, at: Position) -> (f64, f64) {
        let east = (at.lon() - self.middle.0) * DEGREE * self.narrowing;
        let north = (at.lat() - self.middle.1) * DEGREE;
        (WIDTH / 2.0 + east * self.per_metre, self.centre() - north * self.per_metre)
    }

    /// Units of a length in metres.
    #[must_use]
    pub fn units(&self, metres: f64) -> f64 {
        metres * self.per_metre
    }

    /// The ground that it shows, to its very edges.
    #[must_use]
    pub fn area(&self) -> Area {
        let (lon, lat) = self.middle;
        let east = WIDTH / 2.0 / self.per_metre / DEGREE / self.narrowing;
        let up = self.centre() / self.per_metre / DEGREE;
        let down = (self.height - self.centre()) / self.per_metre / DEGREE;
        Area { west: lon - east, south: lat - down, east: lon + east, north: lat + up }
    }

    /// The round number of metres that its scale shows: 1, 2 or 5 and noughts.
    #[must_use]
    pub fn scale(&self) -> f64 {
        let most = WIDTH * SCALE / self.per_metre;
        let power = 10_f64.powf(most.log10().floor());
        [5.0, 2.0, 1.0].into_iter().map(|step| step * power).find(|metres| *metres <= most).unwrap_or(power)
    }

    fn centre(&self) -> f64 {
        SIDE + (self.height - SIDE - BELOW) / 2.0
    }
}
