//! What does a symbol go through in the street, and which decoder still reads it?

use super::shares::Shares;
use crate::qr::clear_place::{ClearPlace, clear_place};
use crate::qr::decode::with_quiet_zone;
use crate::qr::{Decoder, Found, Grey};
use crate::register::token::tokens;

tokens! {
    /// What a symbol goes through before it is read.
    Trial {
        /// Nothing: as it stands in the file.
        Clean = "clean",
        /// Out of focus, by [`BLUR`].
        Blurred = "blurred",
        /// Askew, by [`TURN`].
        Turned = "turned",
        /// Drawn [`SMALL`] pixels wide with its quiet zone.
        Small = "small",
        /// Under a square white sticker of [`COVER`] of its area, clear of the finder and alignment patterns where the version
        /// has room for that. White is what more symbols fail under than black or grey.
        Covered = "covered",
    }
}

/// Standard deviation of the blur, in modules: at the distance promised a module is three pixels of a phone's preview,
/// and a lens in focus spreads a point over one of them. At 0.4 rqrr loses nine of ten sound symbols, at 0.5 all.
pub const BLUR: f64 = 1.0 / 3.0;

/// Degrees by which a symbol is turned.
pub const TURN: f64 = 7.0;

/// Pixels across of a small symbol with its quiet zone.
pub const SMALL: usize = 300;

/// The share of a symbol's area that is covered.
pub const COVER: f64 = 0.15;

/// Pixels a module in the picture that is damaged: 222 across for the symbols of most links.
/// At 4 rqrr reads 18 of 100 blurred ones instead of 82, and at 3 no covered one, and its search takes as long.
const MODULE: usize = 6;

/// Puts one symbol of a picture through every trial but the clean one, and counts the decoders that read it all the same.
pub fn measure(picture: &Grey, found: &Found, shares: &mut Shares) {
    let Some(payload) = &found.payload else { return };
    let crop = with_quiet_zone(picture, found.place, found.modules, MODULE * (found.modules + 8));
    let damaged = [
        (Trial::Blurred, blurred(&crop, BLUR * MODULE as f64)),
        (Trial::Turned, turned(&crop, TURN)),
        (Trial::Small, with_quiet_zone(picture, found.place, found.modules, SMALL)),
        (Trial::Covered, covered(&crop, found, u8::MAX)),
    ];
    // Most of the time goes into the search of rqrr: about 6 ms a picture, whatever its size, as it fits its grid twice
    // by 81 tries over the same number of points.
    for (trial, picture) in damaged {
        for decoder in Decoder::ALL {
            if decoder.read(&picture).as_ref() == Some(payload) {
                shares.count(trial, *decoder);
            }
        }
    }
}

/// The place of the cover on an upright symbol of so many modules a side.
#[must_use]
pub fn cover_place(modules: usize) -> ClearPlace {
    clear_place(modules, COVER.sqrt() * modules as f64)
}

/// Out of focus by a Gaussian of this standard deviation in pixels; white beyond the edges.
#[must_use]
pub fn blurred(picture: &Grey, sigma: f64) -> Grey {
    let reach = (3.0 * sigma).ceil() as usize;
    let bell: Vec<f32> = (0..=2 * reach).map(|at| (-((at as f64 - reach as f64) / sigma).powi(2) / 2.0).exp() as f32).collect();
    let whole: f32 = bell.iter().sum();
    let bell: Vec<f32> = bell.iter().map(|share| share / whole).collect();
    // Once along the rows and once along the columns is the same as all round.
    blur_rows_and_turn(&blur_rows_and_turn(picture, &bell), &bell)
}

/// Each row under the bell, written as a column.
fn blur_rows_and_turn(picture: &Grey, bell: &[f32]) -> Grey {
    let (width, height) = (picture.width(), picture.height());
    let reach = bell.len() / 2;
    let mut drawn = vec![u8::MAX; width * height];
    let mut line = vec![f32::from(u8::MAX); width + 2 * reach];
    let mut sums = vec![0.0_f32; width];
    for y in 0..height {
        line[reach..reach + width].iter_mut().zip(picture.row(y)).for_each(|(to, from)| *to = f32::from(*from));
        sums.fill(0.5);
        for (at, share) in bell.iter().enumerate() {
            sums.iter_mut().zip(&line[at..]).for_each(|(sum, value)| *sum += share * value);
        }
        sums.iter().enumerate().for_each(|(x, sum)| drawn[x * height + y] = *sum as u8);
    }
    Grey::new(height, drawn).expect("as many pixels as before")
}

/// Turned clockwise about its middle, on a picture large enough for its corners.
#[must_use]
pub fn turned(picture: &Grey, degrees: f64) -> Grey {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (width, height) = (picture.width() as f64, picture.height() as f64);
    let (across, down) = ((width * cos.abs() + height * sin.abs()).ceil(), (width * sin.abs() + height * cos.abs()).ceil());
    let mut drawn = Vec::with_capacity((across * down) as usize);
    for row in 0..down as usize {
        for column in 0..across as usize {
            let (x, y) = (column as f64 + 0.5 - across / 2.0, row as f64 + 0.5 - down / 2.0);
            drawn.push(between(picture, x * cos + y * sin + width / 2.0 - 0.5, y * cos - x * sin + height / 2.0 - 0.5));
        }
    }
    Grey::new(across as usize, drawn).expect("whole rows were drawn")
}

/// The shade between the four pixels about a point.
fn between(picture: &Grey, x: f64, y: f64) -> u8 {
    let (left, top) = (whole(x), whole(y));
    let (right_share, low_share) = (x - left as f64, y - top as f64);
    let at = |x: isize, y: isize| {
        let inside = usize::try_from(x).ok().zip(usize::try_from(y).ok()).filter(|(x, y)| *x < picture.width() && *y < picture.height());
        f64::from(inside.map_or(u8::MAX, |(x, y)| picture.pixels()[y * picture.width() + x]))
    };
    let upper = at(left, top) * (1.0 - right_share) + at(left + 1, top) * right_share;
    let lower = at(left, top + 1) * (1.0 - right_share) + at(left + 1, top + 1) * right_share;
    (upper * (1.0 - low_share) + lower * low_share + 0.5) as u8
}

/// The whole number below, without the call that `floor` is where a program is built for every processor.
fn whole(number: f64) -> isize {
    let towards_zero = number as isize;
    towards_zero - isize::from(towards_zero as f64 > number)
}

/// Under a square of this shade, where an upright symbol of this version has room for it.
fn covered(crop: &Grey, found: &Found, shade: u8) -> Grey {
    let (modules, side) = (found.modules as f64, COVER.sqrt() * found.modules as f64);
    let place = cover_place(found.modules);
    let (far_x, far_y) = (modules - place.x - side, modules - place.y - side);
    let (x, y) = match found.turned {
        0 => (place.x, place.y),
        1 => (far_y, place.x),
        2 => (far_x, far_y),
        _ => (place.y, far_x),
    };
    let edge = |modules: f64| ((modules + 4.0) * MODULE as f64).round() as usize;
    under_square(crop, (edge(x), edge(y)), edge(x + side) - edge(x), shade)
}

/// A picture with a square of one shade over it.
#[must_use]
pub fn under_square(picture: &Grey, (left, top): (usize, usize), side: usize, shade: u8) -> Grey {
    let width = picture.width();
    let mut pixels = picture.pixels().to_vec();
    for row in pixels.chunks_mut(width).skip(top).take(side) {
        row.iter_mut().skip(left).take(side).for_each(|pixel| *pixel = shade);
    }
    Grey::new(width, pixels).expect("as many pixels as before")
}
