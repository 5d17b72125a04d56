//! Which inks does a job use beside the four of the process, and what are they called?

use super::drawing::Paint;
use crate::register::token::tokens;

tokens! {
    /// What an ink of its own is for.
    Spot {
        /// The plate's ground.
        Ground = "ground",
        /// The plate's accent.
        Accent = "accent",
        /// White under and in the plate, where the material is not white.
        White = "white",
        /// The contour that a cutter follows.
        Cut = "cut",
    }
}

/// An ink: what the shop calls it, and how it looks where the press has no such ink.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpotInk {
    /// Its name at the shop: `CutContour`, `Sign Blue`.
    pub name: String,
    /// Cyan, magenta, yellow and black that stand for it, in percent.
    pub alternate: [u8; 4],
}

/// The inks of a job, one alternate each, everywhere the same.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spots([Option<SpotInk>; 4]);

impl Spots {
    /// The ink of a role, none where the process inks print it.
    #[must_use]
    pub fn ink(&self, spot: Spot) -> Option<&SpotInk> {
        self.0[spot as usize].as_ref()
    }

    /// Gives a role its ink, or leaves it to the process.
    pub fn set(&mut self, spot: Spot, ink: Option<SpotInk>) {
        self.0[spot as usize] = ink;
    }

    /// The roles that have an ink, with their inks.
    pub fn all(&self) -> impl Iterator<Item = (Spot, &SpotInk)> {
        Spot::ALL.iter().filter_map(|spot| self.ink(*spot).map(|ink| (*spot, ink)))
    }

    /// A paint in the ink of its role, where the role has one.
    #[must_use]
    pub fn paint(&self, spot: Spot, paint: Paint) -> Paint {
        Paint { spot: self.ink(spot).map(|_| spot), ..paint }
    }
}
