//! With what is drawn at a moment: colours, overprint, line, text?

use super::colours::Space;
use super::fonts::Font;
use super::geometry::{Bounds, Matrix};
use std::rc::Rc;

/// A colour, as far as the plates go.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Colour {
    Cmyk([f64; 4]),
    /// 1 is white.
    Grey(f64),
    Spot(Rc<str>, f64),
    Several(Vec<(Rc<str>, f64)>),
    /// A pattern, a picture's, or one that is a fault by itself.
    Other,
}

/// What `q` keeps and `Q` brings back.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub(super) matrix: Matrix,
    pub(super) fill: Ink,
    pub(super) stroke: Ink,
    /// The overprint mode: with 1, a process ink of 0 leaves what lies below (ISO 32000-1, 8.6.7).
    pub(super) mode: i64,
    pub(super) line_width: f64,
    pub(super) text: Lettering,
}

/// A colour with its space, and whether it overprints.
#[derive(Debug, Clone)]
pub(super) struct Ink {
    pub(super) space: Space,
    pub(super) colour: Colour,
    pub(super) overprints: bool,
}

/// How text is set.
#[derive(Debug, Clone)]
pub(super) struct Lettering {
    pub(super) font: Option<Rc<Font>>,
    pub(super) size: f64,
    pub(super) character: f64,
    pub(super) word: f64,
    pub(super) stretch: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
    pub(super) render: i64,
}

impl State {
    pub(super) fn new(matrix: Matrix) -> Self {
        let ink = Ink { space: Space::Grey, colour: Colour::Grey(0.0), overprints: false };
        let text = Lettering { font: None, size: 0.0, character: 0.0, word: 0.0, stretch: 1.0, leading: 0.0, rise: 0.0, render: 0 };
        Self { matrix, fill: ink.clone(), stroke: ink, mode: 0, line_width: 1.0, text }
    }
}

/// A path as it grows.
#[derive(Debug, Clone)]
pub(super) struct Path {
    pub(super) bounds: Bounds,
    /// Whole rectangles, and pieces of anything else.
    pub(super) rectangles: usize,
    pub(super) pieces: usize,
}

impl Path {
    pub(super) const EMPTY: Self = Self { bounds: Bounds::EMPTY, rectangles: 0, pieces: 0 };
}
