//! What stands on a page, in millimetres from its top left? Every writer writes this same drawing.

use super::fonts::{Face, Shaped};
use super::path::Path;
use super::spots::{Spot, Spots};
use crate::qr::Symbol;
use std::sync::Arc;

/// A colour, for the press and for a screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paint {
    /// Cyan, magenta, yellow and black, in percent; of a spot colour its alternate.
    pub cmyk: [u8; 4],
    /// Red, green and blue, as near as a screen comes.
    pub screen: [u8; 3],
    /// The ink of its own that it is printed with; none means the four process inks.
    pub spot: Option<Spot>,
    /// Is it printed over what lies below, instead of leaving it out?
    pub overprint: bool,
}

/// Black alone, 100 %: four inks on top of each other would blur a module's edge. It overprints, so that nothing below
/// is left out for it and no light seam shows where two plates of a press are a hair apart.
pub const BLACK: Paint = Paint { cmyk: [0, 0, 0, 100], screen: [0, 0, 0], spot: None, overprint: true };

/// No ink. It never overprints: white that overprints is not there.
pub const WHITE: Paint = Paint { cmyk: [0, 0, 0, 0], screen: [255, 255, 255], spot: None, overprint: false };

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Rect {
    /// The same rectangle, larger by so much on every side.
    #[must_use]
    pub fn grown(self, by: f64) -> Self {
        Self { x: self.x - by, y: self.y - by, width: self.width + 2.0 * by, height: self.height + 2.0 * by }
    }

    /// The same rectangle, moved.
    #[must_use]
    pub fn moved(self, right: f64, down: f64) -> Self {
        Self { x: self.x + right, y: self.y + down, ..self }
    }

    /// Its right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Its bottom edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Does it hold the other one whole?
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        const HAIR: f64 = 1e-6;
        other.x >= self.x - HAIR
            && other.y >= self.y - HAIR
            && other.right() <= self.right() + HAIR
            && other.bottom() <= self.bottom() + HAIR
    }

    /// Have the two any ground in common?
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// The smallest one that holds both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self { x, y, width: self.right().max(other.right()) - x, height: self.bottom().max(other.bottom()) - y }
    }
}

/// One mark on the page.
#[derive(Debug, Clone)]
pub enum Mark {
    /// A filled rectangle, its corners rounded by `radius`.
    Box {
        /// Where.
        rect: Rect,
        /// Radius of the corners; 0 leaves them sharp.
        radius: f64,
        /// In what colour.
        paint: Paint,
    },
    /// A closed path, drawn as a line.
    Contour {
        /// The path.
        path: Arc<Path>,
        /// How thick.
        width: f64,
        /// In what colour.
        paint: Paint,
    },
    /// A straight line.
    Line {
        /// From x, y.
        from: (f64, f64),
        /// To x, y.
        to: (f64, f64),
        /// How thick.
        width: f64,
        /// In what colour.
        paint: Paint,
    },
    /// A line of text.
    Text(Text),
    /// A symbol, without its quiet zone.
    Symbol(Modules),
    /// Marks with an origin of their own: one plate on a sheet, or what many plates share.
    Group {
        /// Where its origin lies.
        place: Placing,
        /// Back to front.
        marks: Arc<Vec<Mark>>,
        /// Do many places draw these very marks (the same `Arc`)? A writer that can writes them once then.
        shared: bool,
    },
}

/// How a group lies on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// As it is read.
    Upright,
    /// Turned clockwise by a quarter: its right is the page's down.
    Right,
    /// Turned the other way by a quarter: its right is the page's up.
    Left,
}

/// Where a group's origin lies on the page, and how it is turned.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placing {
    /// How far right.
    pub x: f64,
    /// How far down.
    pub y: f64,
    /// How it lies.
    pub turn: Turn,
}

impl Placing {
    /// The matrix `[a b c d e f]` that takes a group's points to the page's (x' = a·x + c·y + e, y' = b·x + d·y + f).
    #[must_use]
    pub fn matrix(&self) -> [f64; 6] {
        let [a, b, c, d] = match self.turn {
            Turn::Upright => [1.0, 0.0, 0.0, 1.0],
            Turn::Right => [0.0, 1.0, -1.0, 0.0],
            Turn::Left => [0.0, -1.0, 1.0, 0.0],
        };
        [a, b, c, d, self.x, self.y]
    }

    /// The page's place of a group's own point.
    #[must_use]
    pub fn point(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.matrix();
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// The page's rectangle of a group's own.
    #[must_use]
    pub fn rect(&self, rect: Rect) -> Rect {
        let (one, two) = (self.point((rect.x, rect.y)), self.point((rect.right(), rect.bottom())));
        let (x, y) = (one.0.min(two.0), one.1.min(two.1));
        Rect { x, y, width: (one.0 - two.0).abs(), height: (one.1 - two.1).abs() }
    }
}

/// The modules of a symbol, where they lie and how they are trimmed against ink that spreads.
#[derive(Debug, Clone, PartialEq)]
pub struct Modules {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width of a module; of whole dots where the job names a resolution.
    pub module: f64,
    /// Which are dark.
    pub symbol: Arc<Symbol>,
    /// How far dark edges are drawn in: those that face left or up, and those that face right or down.
    pub inset: (f64, f64),
    /// In what colour.
    pub paint: Paint,
}

/// A line of text.
#[derive(Debug, Clone)]
pub struct Text {
    /// Left end of the baseline.
    pub x: f64,
    /// Height of the baseline.
    pub y: f64,
    /// The em.
    pub size: f64,
    /// Space added after every letter, in millimetres.
    pub tracking: f64,
    /// Which face.
    pub face: Face,
    /// The glyphs.
    pub shaped: Arc<Shaped>,
    /// In what colour.
    pub paint: Paint,
}

/// One page.
#[derive(Debug, Clone)]
pub struct Drawing {
    /// Width of the paper.
    pub width: f64,
    /// Height of the paper.
    pub height: f64,
    /// What is left after cutting; on a sheet of several plates, the box round them all.
    pub trim: Rect,
    /// As far as ink runs over the cut.
    pub bleed: Rect,
    /// Back to front.
    pub marks: Vec<Mark>,
    /// The inks beside the four of the process.
    pub spots: Arc<Spots>,
}
