//! Which symbols does this picture hold, and what do they say? Knows nothing of the encoder.

use super::decoders::read_modules;
use super::finders::{Finder, find_finders};
use super::{Decoder, Error};
use std::cmp::Ordering;

/// A picture in grey, one byte a pixel, 0 black, row by row.
#[derive(Debug, Clone)]
pub struct Grey {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Grey {
    /// A picture of this width; none where the pixels do not fill whole rows.
    #[must_use]
    pub fn new(width: usize, pixels: Vec<u8>) -> Option<Self> {
        let whole = width > 0 && !pixels.is_empty() && pixels.len().is_multiple_of(width);
        whole.then(|| Self { width, height: pixels.len() / width, pixels })
    }

    /// Pixels across.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// Pixels down.
    #[must_use]
    pub fn height(&self) -> usize {
        self.height
    }

    /// Every pixel, row by row.
    #[must_use]
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// One row of pixels.
    #[must_use]
    pub fn row(&self, y: usize) -> &[u8] {
        &self.pixels[y * self.width..(y + 1) * self.width]
    }

    /// The pixel here; white beyond the edges.
    #[must_use]
    pub fn at(&self, x: f64, y: f64) -> u8 {
        let (x, y) = (x.floor(), y.floor());
        if x < 0.0 || y < 0.0 || x >= self.width as f64 || y >= self.height as f64 {
            return u8::MAX;
        }
        self.pixels[y as usize * self.width + x as usize]
    }

    /// Midway between the darkest and the lightest pixel: artwork has no shadows.
    #[must_use]
    pub fn threshold(&self) -> u8 {
        let (mut least, mut most) = (u8::MAX, 0);
        for pixel in &self.pixels {
            least = least.min(*pixel);
            most = most.max(*pixel);
        }
        u8::midpoint(least, most)
    }
}

/// Where a symbol lies, in pixels from the picture's top left, without the quiet zone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PixelRect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width and height.
    pub side: f64,
}

/// A symbol that is there: three finders at the corners of a square.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Where it lies.
    pub place: PixelRect,
    /// Modules a side.
    pub modules: usize,
    /// What it says, or none where no decoder reads it.
    pub payload: Option<String>,
    /// The decoders that read just this.
    pub read_by: Vec<Decoder>,
    /// Are four modules on every side light?
    pub quiet: bool,
    /// The corner without a finder, clockwise from the bottom right (0), which is where an upright symbol has it.
    pub turned: usize,
}

impl Found {
    /// The link that it holds, or none where it cannot be read.
    ///
    /// # Errors
    /// Refuses a payload that is not a link.
    pub fn link(&self) -> Option<Result<super::Link, Error>> {
        self.payload.as_deref().map(super::Link::parse)
    }
}

/// The three finders of one symbol, and where its corner without one lies.
struct Corners {
    left: f64,
    top: f64,
    side: f64,
    module: f64,
    /// The corner without a finder, clockwise from the bottom right (0), which is where an upright symbol has it.
    turned: usize,
}

/// Most squares tried in one picture, so that a hostile one costs no endless time.
const MOST_SQUARES: usize = 20_000;

/// Pixels a module where a symbol is cut out for a decoder's own search: twice what it needs, and soon searched.
const CROP_MODULE: usize = 6;

/// Every symbol of a picture, top to bottom, upright or turned by quarter turns.
#[must_use]
pub fn find_symbols(picture: &Grey) -> Vec<Found> {
    let threshold = picture.threshold();
    let finders = find_finders(picture);
    let squares = squares(&finders);
    let mut used = vec![false; finders.len()];
    let mut found = Vec::new();
    // What reads is a symbol; of the finders left over, squares of a symbol's size are symbols that do not read.
    for read in [read_grid, read_crop] {
        for (three, corners) in &squares {
            if three.iter().any(|at| used[*at]) {
                continue;
            }
            if let Some(symbol) = read(picture, threshold, corners) {
                three.iter().for_each(|at| used[*at] = true);
                found.push(symbol);
            }
        }
    }
    found.sort_by(|one: &Found, two| (one.place.y, one.place.x).partial_cmp(&(two.place.y, two.place.x)).unwrap_or(Ordering::Equal));
    found
}

/// Triples of finders at three corners of a square, the nearest first: neighbours on a sheet make squares too.
fn squares(finders: &[Finder]) -> Vec<([usize; 3], Corners)> {
    let mut triples = Vec::new();
    for (a, one) in finders.iter().enumerate() {
        for (b, two) in finders.iter().enumerate().filter(|(_, two)| is_top_or_bottom_edge(one, two)) {
            for (c, three) in finders.iter().enumerate() {
                triples.extend(square_of(one, two, three).map(|corners| ([a, b, c], corners)));
            }
            if triples.len() >= MOST_SQUARES {
                break;
            }
        }
    }
    triples.sort_by(|one, two| one.1.side.total_cmp(&two.1.side));
    triples
}

/// May these two be the left and right finder of one symbol?
fn is_top_or_bottom_edge(left: &Finder, right: &Finder) -> bool {
    let module = f64::midpoint(left.module, right.module);
    let apart = (right.x - left.x) / module;
    (left.y - right.y).abs() < module && alike(left, right) && (13.0..=172.0).contains(&apart)
}

fn alike(one: &Finder, two: &Finder) -> bool {
    (one.module - two.module).abs() <= 0.15 * one.module.max(two.module) + 0.3
}

/// The square that a left, a right and a third finder make, if they do.
fn square_of(left: &Finder, right: &Finder, third: &Finder) -> Option<Corners> {
    let module = f64::midpoint(left.module, right.module);
    let apart = right.x - left.x;
    let down = third.y - f64::midpoint(left.y, right.y);
    let under_left = (third.x - left.x).abs() < module;
    let under_right = (third.x - right.x).abs() < module;
    if !alike(left, third) || (down.abs() - apart).abs() > module || !(under_left || under_right) {
        return None;
    }
    let side = f64::midpoint(down.abs(), apart);
    let turned = match (down > 0.0, under_left) {
        (true, true) => 0,
        (true, false) => 1,
        (false, false) => 2,
        (false, true) => 3,
    };
    Some(Corners { left: left.x, top: left.y.min(third.y), side, module, turned })
}

/// The symbol of a square, by its modules, trying the size that its finders suggest and then the next ones.
fn read_grid(picture: &Grey, threshold: u8, corners: &Corners) -> Option<Found> {
    let guess = version_of(corners).round().clamp(1.0, 40.0) as usize;
    [guess, guess + 1, guess.saturating_sub(1)].iter().find_map(|version| {
        let modules = 17 + 4 * version.clamp(&1, &40);
        let place = place_of(corners, modules);
        let payload = read_modules(&sample(picture, threshold, corners.turned, place, modules), modules)?;
        let quiet = is_quiet(picture, threshold, place, modules);
        let mut read_by = vec![Decoder::Rqrr];
        if Decoder::Rxing.read(&with_quiet_zone(picture, place, modules, CROP_MODULE * (modules + 8))).as_ref() == Some(&payload) {
            read_by.push(Decoder::Rxing);
        }
        Some(Found { place, modules, payload: Some(payload), read_by, quiet, turned: corners.turned })
    })
}

/// The symbol of a square whose size is that of a symbol, read or not.
fn read_crop(picture: &Grey, threshold: u8, corners: &Corners) -> Option<Found> {
    let version = version_of(corners);
    // A fifth of a version is 0.8 modules: less than neighbours four modules of quiet zone apart are off.
    if (version - version.round()).abs() > 0.2 || !(0.5..40.5).contains(&version) {
        return None;
    }
    let modules = 17 + 4 * version.round() as usize;
    let place = place_of(corners, modules);
    let crop = with_quiet_zone(picture, place, modules, CROP_MODULE * (modules + 8));
    let texts = Decoder::ALL.iter().map(|decoder| (*decoder, decoder.read(&crop)));
    let texts: Vec<_> = texts.filter_map(|(decoder, text)| text.map(|text| (decoder, text))).collect();
    let payload = texts.first().map(|(_, text)| text.clone());
    let read_by = texts.into_iter().filter(|(_, text)| payload.as_ref() == Some(text)).map(|(decoder, _)| decoder).collect();
    Some(Found { place, modules, payload, read_by, quiet: is_quiet(picture, threshold, place, modules), turned: corners.turned })
}

/// The version that a square's size suggests: whole where it is a symbol's.
fn version_of(corners: &Corners) -> f64 {
    (corners.side / corners.module - 10.0) / 4.0
}

fn place_of(corners: &Corners, modules: usize) -> PixelRect {
    let module = corners.side / (modules - 7) as f64;
    PixelRect { x: corners.left - 3.5 * module, y: corners.top - 3.5 * module, side: module * modules as f64 }
}

/// The modules, upright, each by the mean of nine points about its middle.
fn sample(picture: &Grey, threshold: u8, turned: usize, place: PixelRect, modules: usize) -> Vec<bool> {
    let module = place.side / modules as f64;
    let last = modules - 1;
    let mut dark = Vec::with_capacity(modules * modules);
    for row in 0..modules {
        for column in 0..modules {
            let (x, y) = match turned {
                0 => (column, row),
                1 => (last - row, column),
                2 => (last - column, last - row),
                _ => (row, last - column),
            };
            let mean = mean_at(picture, place.x + (x as f64 + 0.5) * module, place.y + (y as f64 + 0.5) * module, module / 5.0);
            dark.push(mean <= f64::from(threshold));
        }
    }
    dark
}

fn mean_at(picture: &Grey, x: f64, y: f64, reach: f64) -> f64 {
    let steps = [-reach, 0.0, reach];
    let sum: u32 = steps.iter().flat_map(|right| steps.iter().map(move |down| u32::from(picture.at(x + right, y + down)))).sum();
    f64::from(sum) / 9.0
}

/// A symbol and its quiet zone, drawn in so many pixels a side: on a page of many, the decoders mix symbols up.
#[must_use]
pub fn with_quiet_zone(picture: &Grey, place: PixelRect, modules: usize, pixels: usize) -> Grey {
    let quiet = 4.0 * place.side / modules as f64;
    picture.part(place.x - quiet, place.y - quiet, place.side + 2.0 * quiet, pixels)
}

/// Are the four modules round the symbol light, and within the picture? Blurred edges are let pass.
fn is_quiet(picture: &Grey, threshold: u8, place: PixelRect, modules: usize) -> bool {
    let module = place.side / modules as f64;
    let (near, far) = (0.75_f64.max(module * 0.2), 4.0 * module - 0.75);
    let inside = |x: f64, y: f64| x >= 0.0 && y >= 0.0 && x <= picture.width() as f64 && y <= picture.height() as f64;
    let (left, top) = (place.x - far, place.y - far);
    let (right, bottom) = (place.x + place.side + far, place.y + place.side + far);
    if !inside(left, top) || !inside(right, bottom) {
        return false;
    }
    let step = (module / 3.0).max(1.0);
    let steps = ((right - left) / step).ceil() as usize;
    let rings = ((far - near) / step).ceil() as usize;
    (0..=rings).map(|ring| (near + ring as f64 * step).min(far)).all(|out| {
        (0..=steps).map(|at| (left + at as f64 * step).clamp(place.x - out, place.x + place.side + out)).all(|x| {
            let y = place.y + (x - place.x);
            let edges = [(x, place.y - out), (x, place.y + place.side + out), (place.x - out, y), (place.x + place.side + out, y)];
            edges.iter().all(|(x, y)| picture.at(*x, *y) > threshold)
        })
    })
}
