//! Which operators of PDF paint a drawing? In points from the bottom left; the state is set only where it changes.

use super::drawing::{Mark, Modules, Paint, Placing, Rect, Text};
use super::outlines::polygons;
use super::path::{Corners, Path, Step, outline};
use super::pdf_fonts::FontInUse;
use super::spots::{Spot, Spots};
use crate::qr;
use std::io::Write;
use std::sync::Arc;

/// Points a millimetre.
pub(super) const POINTS: f64 = 72.0 / 25.4;

/// Digits after the point: a third of a micrometre.
const USUAL: usize = 3;
/// For what whole symbols hang on: nothing that a device of 4800 dots an inch could tell.
const FINE: usize = 6;
/// For factors that 177 modules are multiplied by.
const FACTOR: usize = 9;

/// What pages share, gathered while they are drawn.
pub(super) struct Shared<'a> {
    pub(super) spots: &'a Spots,
    pub(super) fonts: [FontInUse; 3],
    /// What many places draw, in the order of their numbers.
    pub(super) stamps: Vec<Arc<Vec<Mark>>>,
}

impl Shared<'_> {
    fn stamp(&mut self, marks: &Arc<Vec<Mark>>) -> usize {
        self.stamps.iter().position(|known| Arc::ptr_eq(known, marks)).unwrap_or_else(|| {
            self.stamps.push(Arc::clone(marks));
            self.stamps.len() - 1
        })
    }
}

/// The name of a stamp among the resources.
pub(super) fn stamp_name(number: usize) -> String {
    format!("S{number}")
}

/// The matrix `[a b c d e f]` of PDF: x' = a·x + c·y + e, y' = b·x + d·y + f.
type Matrix = [f64; 6];

/// The one matrix, and then the other.
fn then(first: Matrix, second: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = first;
    let [g, h, i, j, k, l] = second;
    [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

/// What the operators before have left behind; nothing is known where a stream begins.
#[derive(Default)]
struct State {
    fill: Option<Ink>,
    stroke: Option<Ink>,
    overprint: Option<bool>,
    width: Option<f64>,
    font: Option<(usize, f64)>,
    tracking: Option<f64>,
}

/// What a paint comes to on the press.
#[derive(Clone, Copy, PartialEq)]
enum Ink {
    Process([u8; 4]),
    Own(Spot),
}

/// A content stream growing mark by mark.
pub(super) struct Canvas {
    out: Vec<u8>,
    /// From the millimetres of the marks to points.
    place: Matrix,
    state: State,
    is_stamp: bool,
}

impl Canvas {
    /// Of a page this high, in millimetres.
    pub(super) fn page(height: f64, into: Vec<u8>) -> Self {
        Self { out: into, place: [POINTS, 0.0, 0.0, -POINTS, 0.0, height * POINTS], state: State::default(), is_stamp: false }
    }

    /// Of marks that many places draw: in their own points, and with nothing taken over from where they are drawn.
    pub(super) fn stamp() -> Self {
        Self { is_stamp: true, ..Self::page(0.0, Vec::new()) }
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.out
    }

    pub(super) fn draw(&mut self, marks: &[Mark], shared: &mut Shared<'_>) {
        for mark in marks {
            match mark {
                Mark::Box { rect, radius, paint } => self.draw_box(*rect, *radius, *paint, shared.spots),
                Mark::Text(text) => {
                    self.set(text.paint, false, shared.spots);
                    self.text(text, &mut shared.fonts[text.face as usize]);
                }
                Mark::Symbol(modules) => {
                    self.set(modules.paint, false, shared.spots);
                    self.symbol(modules);
                }
                Mark::Contour { path, width, paint } => {
                    self.stroke(*width, *paint, shared.spots);
                    self.path(path);
                    self.operator(b"S");
                }
                Mark::Line { from, to, width, paint } => {
                    self.stroke(*width, *paint, shared.spots);
                    self.point(*from).operator(b"m");
                    self.point(*to).operator(b"l").operator(b"S");
                }
                Mark::Group { place, marks, shared: true } if !self.is_stamp => {
                    let number = shared.stamp(marks);
                    self.stamp_at(place, number);
                }
                Mark::Group { place, marks, .. } => {
                    let outside = self.place;
                    self.place = then(place.matrix(), outside);
                    self.draw(marks, shared);
                    self.place = outside;
                }
            }
        }
    }

    /// A stamp's points are those of its own canvas; only the rest of the way is left to go.
    fn stamp_at(&mut self, place: &Placing, number: usize) {
        let back = [1.0 / POINTS, 0.0, 0.0, -1.0 / POINTS, 0.0, 0.0];
        let matrix = then(back, then(place.matrix(), self.place));
        self.operator(b"q").matrix(matrix).operator(b"cm");
        self.out.extend_from_slice(format!("/{} Do\nQ\n", stamp_name(number)).as_bytes());
    }

    fn draw_box(&mut self, rect: Rect, radius: f64, paint: Paint, spots: &Spots) {
        self.set(paint, false, spots);
        if radius > 0.0 {
            self.path(&outline(rect, Corners::Round(radius)));
        } else {
            let (one, two) = (self.at((rect.x, rect.y)), self.at((rect.right(), rect.bottom())));
            let (x, y) = (one.0.min(two.0), one.1.min(two.1));
            self.number(x, USUAL).number(y, USUAL).number((one.0 - two.0).abs(), USUAL).number((one.1 - two.1).abs(), USUAL);
            self.operator(b"re");
        }
        self.operator(b"f");
    }

    fn stroke(&mut self, width: f64, paint: Paint, spots: &Spots) {
        self.set(paint, true, spots);
        if self.state.width != Some(width) {
            self.number(width * POINTS, FINE).operator(b"w");
            self.state.width = Some(width);
        }
    }

    fn path(&mut self, path: &Path) {
        for step in path {
            match *step {
                Step::Move(x, y) => self.point((x, y)).operator(b"m"),
                Step::Line(x, y) => self.point((x, y)).operator(b"l"),
                Step::Curve([a, b, c, d, e, f]) => self.point((a, b)).point((c, d)).point((e, f)).operator(b"c"),
                Step::Close => self.operator(b"h"),
            };
        }
    }

    /// One path and one fill, so that no seam can show between two modules: whole blocks, all wound the same way, or, where
    /// ink that spreads is reckoned with, the outline drawn in. The matrix is not rounded as millimetres are: modules of
    /// whole dots must stay so.
    fn symbol(&mut self, one: &Modules) {
        if one.inset == (0.0, 0.0) {
            let matrix = then([one.module, 0.0, 0.0, one.module, one.x, one.y], self.place);
            self.operator(b"q").matrix(matrix).operator(b"cm");
            for (x, y, width, height) in qr::outline::blocks(&one.symbol) {
                self.whole(x).whole(y).whole(width).whole(height).operator(b"re");
            }
            self.operator(b"f").operator(b"Q");
            return;
        }
        for corners in polygons(one) {
            let mut verb: &[u8] = b"m";
            for corner in corners {
                let at = self.at(corner);
                self.number(at.0, FINE).number(at.1, FINE).operator(verb);
                verb = b"l";
            }
            self.operator(b"h");
        }
        self.operator(b"f");
    }

    fn text(&mut self, text: &Text, font: &mut FontInUse) {
        self.operator(b"BT");
        if self.state.font != Some((text.face as usize, text.size)) {
            self.out.extend_from_slice(format!("/{} ", font.resource_name()).as_bytes());
            self.number(text.size * POINTS, USUAL).operator(b"Tf");
            self.state.font = Some((text.face as usize, text.size));
        }
        if self.state.tracking != Some(text.tracking) {
            self.number(text.tracking * POINTS, USUAL).operator(b"Tc");
            self.state.tracking = Some(text.tracking);
        }
        let upright = then([1.0 / POINTS, 0.0, 0.0, -1.0 / POINTS, text.x, text.y], self.place);
        for value in &upright[..4] {
            self.number(*value, FINE);
        }
        self.number(upright[4], USUAL).number(upright[5], USUAL).operator(b"Tm");
        self.out.extend_from_slice(b"[<");
        for glyph in &text.shaped.glyphs {
            let code = font.code_of(glyph);
            write!(self.out, "{code:04X}").expect("a vector takes all");
            let kern = glyph.width - glyph.advance;
            if kern.abs() > 0.5 {
                write!(self.out, ">{}<", kern.round() as i64).expect("a vector takes all");
            }
        }
        self.out.extend_from_slice(b">]TJ\nET\n");
    }

    /// Sets the ink, for filling or for lines, and whether it leaves out what lies below.
    fn set(&mut self, paint: Paint, is_line: bool, spots: &Spots) {
        if self.state.overprint != Some(paint.overprint) {
            self.out.extend_from_slice(if paint.overprint { b"/Over gs\n" } else { b"/Out gs\n" });
            self.state.overprint = Some(paint.overprint);
        }
        let own = paint.spot.filter(|spot| spots.ink(*spot).is_some());
        let ink = own.map_or(Ink::Process(paint.cmyk), Ink::Own);
        let known = if is_line { &mut self.state.stroke } else { &mut self.state.fill };
        if known.replace(ink) == Some(ink) {
            return;
        }
        match ink {
            Ink::Process(cmyk) => {
                for percent in cmyk {
                    self.number(f64::from(percent) / 100.0, USUAL);
                }
                self.operator(if is_line { b"K" } else { b"k" });
            }
            Ink::Own(spot) => {
                let set = if is_line { "CS 1 SCN" } else { "cs 1 scn" };
                self.out.extend_from_slice(format!("/{} {set}\n", spot_name(spot)).as_bytes());
            }
        }
    }

    fn at(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.place;
        (a * x + c * y + e, b * x + d * y + f)
    }

    fn point(&mut self, at: (f64, f64)) -> &mut Self {
        let (x, y) = self.at(at);
        self.number(x, USUAL).number(y, USUAL)
    }

    fn matrix(&mut self, matrix: Matrix) -> &mut Self {
        for value in &matrix[..4] {
            self.number(*value, FACTOR);
        }
        self.number(matrix[4], FINE).number(matrix[5], FINE)
    }

    fn operator(&mut self, name: &[u8]) -> &mut Self {
        self.out.extend_from_slice(name);
        self.out.push(b'\n');
        self
    }

    fn whole(&mut self, number: u32) -> &mut Self {
        push_whole(&mut self.out, u64::from(number));
        self.out.push(b' ');
        self
    }

    /// A number with at most so many digits after the point, and a blank.
    fn number(&mut self, value: f64, digits: usize) -> &mut Self {
        let scale = 10_u64.pow(u32::try_from(digits).unwrap_or(0));
        let scaled = (value.abs() * scale as f64).round() as u64;
        if value < 0.0 && scaled > 0 {
            self.out.push(b'-');
        }
        push_whole(&mut self.out, scaled / scale);
        let mut rest = scaled % scale;
        if rest > 0 {
            self.out.push(b'.');
            let mut place = scale;
            while rest > 0 {
                place /= 10;
                self.out.push(b'0' + u8::try_from(rest / place).unwrap_or(0));
                rest %= place;
            }
        }
        self.out.push(b' ');
        self
    }
}

/// The name of an ink among the resources.
pub(super) fn spot_name(spot: Spot) -> &'static str {
    ["Ground", "Accent", "White", "Cut"][spot as usize]
}

fn push_whole(out: &mut Vec<u8>, number: u64) {
    if number >= 100 {
        push_whole(out, number / 10);
    } else if number >= 10 {
        out.push(b'0' + u8::try_from(number / 10).unwrap_or(0));
    }
    out.push(b'0' + u8::try_from(number % 10).unwrap_or(0));
}
