//! What stands on a page, in millimetres from its top left? Every writer writes this same drawing.

use super::fonts::{Face, Shaped};
use crate::qr::Symbol;
use std::sync::Arc;

/// A colour, for the press and for a screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paint {
    /// Cyan, magenta, yellow and black, in percent.
    pub cmyk: [u8; 4],
    /// Red, green and blue, as near as a screen comes.
    pub screen: [u8; 3],
}

/// Black alone, 100 %: four inks on top of each other would blur a module's edge.
pub const BLACK: Paint = Paint { cmyk: [0, 0, 0, 100], screen: [0, 0, 0] };

/// No ink.
pub const WHITE: Paint = Paint { cmyk: [0, 0, 0, 0], screen: [255, 255, 255] };

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

    /// Does it hold the other one whole?
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        const HAIR: f64 = 1e-6;
        other.x >= self.x - HAIR
            && other.y >= self.y - HAIR
            && other.x + other.width <= self.x + self.width + HAIR
            && other.y + other.height <= self.y + self.height + HAIR
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
    /// A symbol in black, without its quiet zone.
    Symbol {
        /// Left edge.
        x: f64,
        /// Top edge.
        y: f64,
        /// Width of a module.
        module: f64,
        /// The modules.
        symbol: Arc<Symbol>,
    },
    /// Marks that many places share, drawn with their origin here. Equal only to itself: written once, used often.
    Stamp {
        /// How far right.
        x: f64,
        /// How far down.
        y: f64,
        /// Back to front.
        marks: Arc<Vec<Mark>>,
    },
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
}

impl Mark {
    /// The same mark elsewhere.
    #[must_use]
    pub fn moved(self, right: f64, down: f64) -> Self {
        match self {
            Self::Box { rect, radius, paint } => Self::Box { rect: rect.moved(right, down), radius, paint },
            Self::Line { from, to, width, paint } => {
                Self::Line { from: (from.0 + right, from.1 + down), to: (to.0 + right, to.1 + down), width, paint }
            }
            Self::Text(text) => Self::Text(Text { x: text.x + right, y: text.y + down, ..text }),
            Self::Symbol { x, y, module, symbol } => Self::Symbol { x: x + right, y: y + down, module, symbol },
            Self::Stamp { x, y, marks } => Self::Stamp { x: x + right, y: y + down, marks },
        }
    }
}
