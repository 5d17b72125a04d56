//! Which paths and polygons does a drawing come down to, each at its place on the page?

use super::drawing::{BLACK, Drawing, Mark, Paint, Placing, Text, Turn};
use super::path::{Corners, Path, Step, outline};
use super::spots::Spot;
use super::{fonts, outlines};
use rustybuzz::ttf_parser::OutlineBuilder;

/// A closed ring of points.
pub(super) type Polygon = Vec<(f64, f64)>;

/// Sharper turns of a line are not mitred any further than this many half widths.
const MOST_MITRE: f64 = 4.0;

/// What a shape was on the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Box,
    Contour,
    Line,
    Text,
    Symbol,
}

/// One mark as a path, in millimetres from the page's top left.
pub(super) struct Shape {
    pub(super) kind: Kind,
    pub(super) path: Path,
    /// How thick the path is drawn; a shape without is filled.
    pub(super) width: Option<f64>,
    pub(super) paint: Paint,
    /// Does it belong to a plate, not to the sheet round it?
    pub(super) on_plate: bool,
}

/// Hands over every mark, back to front.
pub(super) fn each(drawing: &Drawing, take: &mut dyn FnMut(Shape)) {
    let origin = Placing { x: 0.0, y: 0.0, turn: Turn::Upright };
    walk(&drawing.marks, origin, false, take);
}

fn walk(marks: &[Mark], at: Placing, on_plate: bool, take: &mut dyn FnMut(Shape)) {
    for mark in marks {
        let (kind, path, width, paint) = match mark {
            Mark::Box { rect, radius, paint } => (Kind::Box, outline(*rect, Corners::Round(*radius)), None, *paint),
            Mark::Contour { path, width, paint } => (Kind::Contour, path.to_vec(), Some(*width), *paint),
            Mark::Line { from, to, width, paint } => {
                (Kind::Line, vec![Step::Move(from.0, from.1), Step::Line(to.0, to.1)], Some(*width), *paint)
            }
            Mark::Text(text) => (Kind::Text, text_path(text), None, text.paint),
            Mark::Symbol(one) => (Kind::Symbol, symbol_path(&outlines::polygons(one)), None, one.paint),
            Mark::Group { place, marks, .. } => {
                // Groups lie on the page itself, never in one another.
                walk(marks, *place, true, take);
                continue;
            }
        };
        take(Shape { kind, path: placed(&path, at), width, paint, on_plate });
    }
}

fn placed(path: &[Step], at: Placing) -> Path {
    let point = |x: f64, y: f64| at.point((x, y));
    let step = |step: &Step| match *step {
        Step::Move(x, y) => {
            let (x, y) = point(x, y);
            Step::Move(x, y)
        }
        Step::Line(x, y) => {
            let (x, y) = point(x, y);
            Step::Line(x, y)
        }
        Step::Curve([a, b, c, d, e, f]) => {
            let ((a, b), (c, d), (e, f)) = (point(a, b), point(c, d), point(e, f));
            Step::Curve([a, b, c, d, e, f])
        }
        Step::Close => Step::Close,
    };
    path.iter().map(step).collect()
}

fn symbol_path(rings: &[Polygon]) -> Path {
    let mut path = Path::new();
    for ring in rings {
        path.extend(ring.iter().enumerate().map(|(at, (x, y))| if at == 0 { Step::Move(*x, *y) } else { Step::Line(*x, *y) }));
        path.push(Step::Close);
    }
    path
}

impl Shape {
    /// Is it a box in black alone, such as the bar of a plate without an accent? Grounds and panels are none.
    pub(super) fn is_black_box(&self) -> bool {
        self.kind == Kind::Box && self.paint == BLACK
    }

    /// Is it the line that a cutter follows?
    pub(super) fn is_cut(&self) -> bool {
        self.paint.spot == Some(Spot::Cut)
    }

    /// What it covers, as polygons that either rule fills alike, save where glyphs overlap; a line is never thinner than `least`.
    pub(super) fn covered(&self, tolerance: f64, least: f64) -> Vec<Polygon> {
        let Some(width) = self.width else { return flattened(&self.path, tolerance) };
        let half = width.max(least) / 2.0;
        match self.path[..] {
            [Step::Move(x1, y1), Step::Line(x2, y2)] => vec![bar((x1, y1), (x2, y2), half)],
            _ => flattened(&self.path, tolerance).iter().flat_map(|ring| [beside(ring, half), backwards(beside(ring, -half))]).collect(),
        }
    }
}

/// The rings of a path, its curves made of straight pieces that stray no further than this.
pub(super) fn flattened(path: &[Step], tolerance: f64) -> Vec<Polygon> {
    let mut rings = Vec::new();
    let mut ring = Polygon::new();
    for step in path {
        match *step {
            Step::Move(x, y) | Step::Line(x, y) => ring.push((x, y)),
            Step::Curve(points) => bend(&mut ring, points, tolerance),
            Step::Close => rings.push(without_repeats(std::mem::take(&mut ring))),
        }
    }
    rings.retain(|ring| ring.len() > 2);
    rings
}

/// As many equal pieces as keep a Bézier curve within its tolerance: its second derivative bounds how far each strays.
fn bend(ring: &mut Polygon, [a, b, c, d, e, f]: [f64; 6], tolerance: f64) {
    let (x, y) = ring.last().copied().unwrap_or((a, b));
    let second = |from: f64, over: f64, to: f64| from - 2.0 * over + to;
    let most = second(x, a, c).hypot(second(y, b, d)).max(second(a, c, e).hypot(second(b, d, f)));
    let pieces = (0.75 * most / tolerance).sqrt().ceil().max(1.0) as u32;
    for piece in 1..=pieces {
        let t = f64::from(piece) / f64::from(pieces);
        let u = 1.0 - t;
        let at = |one: f64, two: f64, three: f64, four: f64| {
            u * u * u * one + 3.0 * u * u * t * two + 3.0 * u * t * t * three + t * t * t * four
        };
        ring.push(if piece == pieces { (e, f) } else { (at(x, a, c, e), at(y, b, d, f)) });
    }
}

fn without_repeats(mut ring: Polygon) -> Polygon {
    let same = |one: &(f64, f64), other: &(f64, f64)| (one.0 - other.0).hypot(one.1 - other.1) < 1e-9;
    ring.dedup_by(|one, other| same(one, other));
    while ring.len() > 1 && same(&ring[0], &ring[ring.len() - 1]) {
        ring.pop();
    }
    ring
}

/// A straight line as the rectangle that it covers.
fn bar(from: (f64, f64), to: (f64, f64), half: f64) -> Polygon {
    let length = (to.0 - from.0).hypot(to.1 - from.1).max(1e-9);
    let (across, down) = ((from.1 - to.1) / length * half, (to.0 - from.0) / length * half);
    vec![(from.0 - across, from.1 - down), (to.0 - across, to.1 - down), (to.0 + across, to.1 + down), (from.0 + across, from.1 + down)]
}

/// The ring at this distance to the left of whoever walks it, its corners mitred.
fn beside(ring: &[(f64, f64)], by: f64) -> Polygon {
    let normal = |from: (f64, f64), to: (f64, f64)| {
        let length = (to.0 - from.0).hypot(to.1 - from.1).max(1e-9);
        ((to.1 - from.1) / length, (from.0 - to.0) / length)
    };
    let count = ring.len();
    let corner = |at: usize| {
        let (here, one) = (ring[at], normal(ring[(at + count - 1) % count], ring[at]));
        let other = normal(here, ring[(at + 1) % count]);
        let reach = by / (1.0 + one.0 * other.0 + one.1 * other.1).max(2.0 / (MOST_MITRE * MOST_MITRE));
        (here.0 + (one.0 + other.0) * reach, here.1 + (one.1 + other.1) * reach)
    };
    (0..count).map(corner).collect()
}

fn backwards(mut ring: Polygon) -> Polygon {
    ring.reverse();
    ring
}

fn text_path(text: &Text) -> Path {
    let em = f64::from(fonts::parsed(text.face).units_per_em());
    let mut pen = Pen { path: Path::new(), x: text.x, y: text.y, scale: text.size / em, here: (0.0, 0.0) };
    for glyph in &text.shaped.glyphs {
        fonts::outline(text.face, glyph.id, &mut pen);
        pen.x += glyph.advance / 1000.0 * text.size + text.tracking;
    }
    pen.path
}

/// Draws glyphs from here on, y downwards.
struct Pen {
    path: Path,
    x: f64,
    y: f64,
    scale: f64,
    here: (f64, f64),
}

impl Pen {
    fn point(&self, x: f32, y: f32) -> (f64, f64) {
        (self.x + f64::from(x) * self.scale, self.y - f64::from(y) * self.scale)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.here = self.point(x, y);
        self.path.push(Step::Move(self.here.0, self.here.1));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.here = self.point(x, y);
        self.path.push(Step::Line(self.here.0, self.here.1));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (from, over, to) = (self.here, self.point(x1, y1), self.point(x, y));
        // The same curve, of the third degree.
        let third = |end: (f64, f64)| (end.0 + (over.0 - end.0) * 2.0 / 3.0, end.1 + (over.1 - end.1) * 2.0 / 3.0);
        let (one, two) = (third(from), third(to));
        self.path.push(Step::Curve([one.0, one.1, two.0, two.1, to.0, to.1]));
        self.here = to;
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (one, two, to) = (self.point(x1, y1), self.point(x2, y2), self.point(x, y));
        self.path.push(Step::Curve([one.0, one.1, two.0, two.1, to.0, to.1]));
        self.here = to;
    }

    fn close(&mut self) {
        self.path.push(Step::Close);
    }
}
