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

/// Ten to the power of as many digits.
const SCALES: [f64; 10] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/// Digits of the largest number of modules.
const LONGEST_WHOLE: usize = 3;

const HEX: &[u8; 16] = b"0123456789ABCDEF";

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
        self.out.push(b'/');
        self.out.extend_from_slice(stamp_name(number).as_bytes());
        self.out.extend_from_slice(b" Do\nQ\n");
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
            for block in qr::outline::blocks(&one.symbol) {
                self.block(block);
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
            self.out.push(b'/');
            self.out.extend_from_slice(font.resource_name().as_bytes());
            self.out.push(b' ');
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
            self.out.extend([12, 8, 4, 0].map(|shift| HEX[usize::from(code >> shift & 0xF)]));
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

    /// A rectangle of whole modules. A job has half a million of them: put together first, and written at once.
    fn block(&mut self, (x, y, width, height): qr::outline::Block) {
        let (mut line, mut at) = ([b' '; 4 * (LONGEST_WHOLE + 1) + 3], 0);
        for number in [x, y, width, height] {
            let mut tens = 100;
            while tens > 1 {
                if number >= tens {
                    line[at] = b'0' + (number / tens % 10) as u8;
                    at += 1;
                }
                tens /= 10;
            }
            line[at] = b'0' + (number % 10) as u8;
            at += 2;
        }
        line[at..at + 3].copy_from_slice(b"re\n");
        self.out.extend_from_slice(&line[..at + 3]);
    }

    /// A number with at most so many digits after the point, and a blank.
    fn number(&mut self, value: f64, digits: usize) -> &mut Self {
        let mut scaled = (value.abs() * SCALES[digits] + 0.5) as u64;
        if value < 0.0 && scaled > 0 {
            self.out.push(b'-');
        }
        let mut fraction = digits;
        while fraction > 0 && scaled.is_multiple_of(10) {
            scaled /= 10;
            fraction -= 1;
        }
        let (mut line, mut at) = ([b' '; 24], 23);
        let mut digit = |at: &mut usize| {
            *at -= 1;
            line[*at] = b'0' + (scaled % 10) as u8;
            scaled /= 10;
            scaled > 0
        };
        for _ in 0..fraction {
            digit(&mut at);
        }
        let point = at;
        at -= usize::from(fraction > 0);
        while digit(&mut at) {}
        if fraction > 0 {
            line[point - 1] = b'.';
        }
        self.out.extend_from_slice(&line[at..]);
        self
    }
}

/// The name of an ink among the resources.
pub(super) fn spot_name(spot: Spot) -> &'static str {
    ["Ground", "Accent", "White", "Cut"][spot as usize]
}
