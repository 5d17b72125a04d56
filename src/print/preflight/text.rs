//! Where do letters stand, how tall are they, and does the font hold each of them?

use super::fonts::Font;
use super::geometry::{Bounds, Matrix, POINTS};
use super::notes::Notes;
use super::object::Object;
use super::paint::{Plates, Way};
use super::rule::Rule;
use super::state::{Lettering, State};

/// Millimetres; lower capitals fill in on the press and are not read on a street.
const LEAST_CAPITALS: f64 = 1.5;

/// Where the next letter stands, and where the line began.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen {
    now: Matrix,
    line: Matrix,
}

impl Pen {
    pub(super) const START: Self = Self { now: Matrix::SAME, line: Matrix::SAME };

    pub(super) fn put(&mut self, matrix: Matrix) {
        (self.now, self.line) = (matrix, matrix);
    }

    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.put(Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(self.line));
    }

    fn advance(&mut self, by: f64) {
        self.now = Matrix([1.0, 0.0, 0.0, 1.0, by, 0.0]).then(self.now);
    }
}

/// Changes how text is set; false where the operator is none of these.
pub(super) fn set(text: &mut Lettering, operator: &str, number: f64) -> bool {
    match operator {
        "Tc" => text.character = number,
        "Tw" => text.word = number,
        "Tz" => text.stretch = number / 100.0,
        "TL" => text.leading = number,
        "Ts" => text.rise = number,
        "Tr" => text.render = number as i64,
        _ => return false,
    }
    true
}

/// Shows the texts of `Tj` and `TJ`.
pub(super) fn show(shown: &Object, state: &State, pen: &mut Pen, page: usize, plates: &mut Plates, notes: &mut Notes) {
    let Some(font) = state.text.font.clone() else { return };
    let text = &state.text;
    let matrix = Matrix([text.size * text.stretch, 0.0, 0.0, text.size, 0.0, text.rise]);
    let mut bounds = Bounds::EMPTY;
    let corners = |pen: &Pen| {
        let here = matrix.then(pen.now).then(state.matrix);
        [here.apply(0.0, 0.0), here.apply(0.0, font.cap_height / 1000.0)]
    };
    let pieces = if let Object::Array(all) = shown { &**all } else { std::slice::from_ref(shown) };
    for piece in pieces {
        corners(pen).into_iter().for_each(|corner| bounds.add(corner));
        match piece {
            Object::Text(bytes) => show_bytes(bytes, &font, text, pen, page, notes),
            other => pen.advance(-other.number().unwrap_or(0.0) / 1000.0 * text.size * text.stretch),
        }
        corners(pen).into_iter().for_each(|corner| bounds.add(corner));
    }
    // 3 is invisible, 7 only cuts.
    if !matches!(text.render, 3 | 7) && bounds.left <= bounds.right {
        let height = matrix.then(pen.now).then(state.matrix).up() * font.cap_height / 1000.0 / POINTS;
        if height < LEAST_CAPITALS && plates.is_printed(&bounds) {
            notes.note(Some(page), Rule::SmallText, format!("{height:.2} mm {}", font.name));
        }
        plates.paint(if text.render % 4 == 1 { Way::Stroke } else { Way::Text }, &bounds, state, notes);
    }
}

fn show_bytes(bytes: &[u8], font: &Font, text: &Lettering, pen: &mut Pen, page: usize, notes: &mut Notes) {
    let mut by = 0.0;
    for letter in bytes.chunks(if font.is_wide { 2 } else { 1 }) {
        let code = letter.iter().fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte));
        if let Some((rule, detail)) = font.judge(code) {
            notes.note(Some(page), rule, detail);
        }
        let blank = if letter == [b' '] { text.word } else { 0.0 };
        by += (font.width(code) / 1000.0 * text.size + text.character + blank) * text.stretch;
    }
    pen.advance(by);
}
