//! Which closed lines do borders, cuts and targets follow?

use super::drawing::Rect;

/// How far a quarter circle's control points lie along its tangents.
pub const QUARTER: f64 = 0.552_285;

/// One step of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// Begin here.
    Move(f64, f64),
    /// A straight line to here.
    Line(f64, f64),
    /// A Bézier curve: two control points and its end.
    Curve([f64; 6]),
    /// Back to where the path began.
    Close,
}

/// A closed path.
pub type Path = Vec<Step>;

/// How the corners of a rectangle are made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Corners {
    /// Rounded outwards, as cut plates are; 0 leaves them sharp.
    Round(f64),
    /// Curved inwards, as the border of a street-name plate is (Circular 36/2006/TT-BVHTT).
    Inward(f64),
}

/// A rectangle's outline, clockwise from its top left.
#[must_use]
pub fn outline(rect: Rect, corners: Corners) -> Path {
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    let (radius, inward) = match corners {
        Corners::Round(radius) => (radius, false),
        Corners::Inward(radius) => (radius, true),
    };
    if radius <= 0.0 {
        return vec![Step::Move(left, top), Step::Line(right, top), Step::Line(right, bottom), Step::Line(left, bottom), Step::Close];
    }
    let r = radius;
    // Of each corner: the corner itself, and the ends of its bend, each a radius away along an edge.
    let bends = [
        ((right, top), (right - r, top), (right, top + r)),
        ((right, bottom), (right, bottom - r), (right - r, bottom)),
        ((left, bottom), (left + r, bottom), (left, bottom - r)),
        ((left, top), (left, top + r), (left + r, top)),
    ];
    let mut path = vec![Step::Move(left + r, top)];
    for (corner, from, to) in bends {
        path.push(Step::Line(from.0, from.1));
        path.push(bend(corner, from, to, inward));
    }
    path.push(Step::Close);
    path
}

/// A quarter circle from one edge to the next, round the inside of the corner or round the corner itself.
fn bend(corner: (f64, f64), from: (f64, f64), to: (f64, f64), inward: bool) -> Step {
    // The control points pull towards the corner, or towards the point that mirrors it.
    let mirror = (from.0 + to.0 - corner.0, from.1 + to.1 - corner.1);
    let pull = if inward { mirror } else { corner };
    let towards = |at: (f64, f64)| (at.0 + (pull.0 - at.0) * QUARTER, at.1 + (pull.1 - at.1) * QUARTER);
    let (one, two) = (towards(from), towards(to));
    Step::Curve([one.0, one.1, two.0, two.1, to.0, to.1])
}

/// A circle.
#[must_use]
pub fn circle((x, y): (f64, f64), radius: f64) -> Path {
    outline(Rect { x: x - radius, y: y - radius, width: 2.0 * radius, height: 2.0 * radius }, Corners::Round(radius))
}
