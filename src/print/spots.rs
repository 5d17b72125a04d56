//! Which inks does a job use beside the four of the process, and what are they called?

use super::drawing::Paint;
use super::plate::Plate;
use super::{Error, plate_rules};
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

impl Spot {
    fn words() -> String {
        Self::ALL.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(", ")
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

    /// The inks of a plate, with those that a shop calls otherwise: lines of `role=name`; no name leaves the role to the process
    /// inks, and the cutter without a contour.
    ///
    /// # Errors
    /// Refuses a line that is none, a role that there is not, and a name that no separation may have.
    pub fn chosen(plate: &Plate, lines: &str) -> Result<Self, Error> {
        let mut spots = plate.spots();
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let refused = || Error::Spot { given: line.chars().take(80).collect(), roles: Spot::words() };
            let (role, name) = line.split_once('=').ok_or_else(refused)?;
            let role = Spot::parse(role).map_err(|_| refused())?;
            let name = name.trim();
            let ink = SpotInk { name: name.to_owned(), alternate: plate.alternate(role) };
            spots.set(role, (!name.is_empty()).then_some(ink));
        }
        let names = spots.all().map(|(role, ink)| (role, ink.name.as_str()));
        if plate_rules::spot_names_are_sane(names) {
            Ok(spots)
        } else {
            Err(Error::Spot { given: lines.chars().take(80).collect(), roles: Spot::words() })
        }
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
