//! What is in a finished file, whatever is wrong with it?

use super::rule::Rule;
use crate::register::token::tokens;
use serde::Serialize;

tokens! {
    /// The standards that a file of ours declares.
    Conformance {
        /// ISO 15930-4: process and spot inks only, PDF 1.4.
        X1a = "PDF/X-1a:2003",
        /// ISO 15930-7: with the profile of the press, PDF 1.6.
        X4 = "PDF/X-4",
    }
}

/// The profile of the press.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Profile {
    /// `prtr` for a printer.
    pub class: String,
    /// `CMYK`.
    pub space: String,
    /// Such as `4.2`.
    pub version: String,
    /// Of its bytes, in hexadecimal.
    pub sha256: String,
}

/// A font.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FontFact {
    /// Its name, with the tag of its subset.
    pub name: String,
    /// Is its program in the file?
    pub embedded: bool,
    /// Only the glyphs in use?
    pub subset: bool,
}

/// A spot colour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Spot {
    /// The name of its plate.
    pub name: String,
    /// What stands in for it on a press without its ink, such as `DeviceCMYK`.
    pub alternate: String,
}

/// Pages of one size, in millimetres.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PageSize {
    /// The paper: width and height.
    pub media: (f64, f64),
    /// What is left after the cut.
    pub trim: (f64, f64),
    /// What is printed beyond the cut.
    pub bleed: (f64, f64),
    /// How many pages are of this size.
    pub pages: usize,
}

/// What is in a file.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Facts {
    /// How many pages.
    pub pages: usize,
    /// Such as `1.4`.
    pub version: String,
    /// Which PDF/X it says it is, as it says so.
    pub conformance: Option<String>,
    /// The printing condition that it is made for.
    pub output_condition: Option<String>,
    /// The profile of that condition, where it is in the file.
    pub profile: Option<Profile>,
    /// Fonts in use.
    pub fonts: Vec<FontFact>,
    /// Spot colours, by name.
    pub spots: Vec<Spot>,
    /// Sizes of pages, as they come.
    pub sizes: Vec<PageSize>,
    /// Pictures drawn.
    pub images: usize,
    /// The most ink in one place, in per cent, as far as single colours tell.
    pub most_ink: f64,
}

/// The standard by which the file is judged: the one declared, else the wider one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standard(pub(super) Option<Conformance>);

impl Standard {
    pub(super) fn is_x1a(self) -> bool {
        self.0 == Some(Conformance::X1a)
    }
}

/// A rule broken, and by what.
pub(super) type Broken = (Rule, String);
