//! Along which closed lines is a symbol cut, lasered or filled, its dark modules narrowed against ink that spreads?

use super::drawing::Modules;
use crate::qr::outline::{Corner, contours};

/// The closed contours of a symbol, in the millimetres that the symbol itself is placed in: outer ones clockwise, holes
/// the other way round, every edge drawn in by the symbol's inset. The non-zero and the even-odd rule fill them alike.
/// Modules that touch at a corner only stay apart: as contours of their own, and with an inset without a shared point.
#[must_use]
pub fn polygons(one: &Modules) -> Vec<Vec<(f64, f64)>> {
    contours(&one.symbol).iter().map(|contour| drawn_in(one, contour)).collect()
}

/// A contour's edges lie across and upright in turn: each corner takes its height from the one and its side from the other.
fn drawn_in(one: &Modules, contour: &[Corner]) -> Vec<(f64, f64)> {
    let before = contour.iter().cycle().skip(contour.len() - 1);
    let after = contour.iter().cycle().skip(1);
    let corner = |((from, here), to): ((&Corner, &Corner), &Corner)| {
        let (one_edge, other_edge) = (shift(*from, *here, one.inset), shift(*here, *to, one.inset));
        let at = |start: f64, modules: u32, by: f64| start + f64::from(modules) * one.module + by;
        (at(one.x, here.0, one_edge.0 + other_edge.0), at(one.y, here.1, one_edge.1 + other_edge.1))
    };
    before.zip(contour).zip(after).map(corner).collect()
}

/// How far an edge moves right and down. What is dark lies on the right hand of whoever walks it.
fn shift(from: Corner, to: Corner, (near, far): (f64, f64)) -> (f64, f64) {
    match (to.0.cmp(&from.0), to.1.cmp(&from.1)) {
        (std::cmp::Ordering::Greater, _) => (0.0, near),
        (std::cmp::Ordering::Less, _) => (0.0, -far),
        (_, std::cmp::Ordering::Less) => (near, 0.0),
        _ => (-far, 0.0),
    }
}
