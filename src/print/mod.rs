//! From symbols to paper, and the finished file read back.
//! One drawing a page; every writer writes the same one. Gives bytes and reports, and opens no file.

mod artwork;
pub mod damage;
mod desk;
pub mod drawing;
mod dxf;
mod dxf_frame;
mod eps;
pub mod error;
mod fit;
pub mod fonts;
mod g4;
mod layout;
mod legend;
pub mod manifest;
mod manifest_fault;
mod manifest_report;
mod manifest_rows;
pub mod outlines;
mod packer;
pub mod papers;
pub mod path;
mod pdf;
mod pdf_canvas;
mod pdf_fonts;
mod pdf_objects;
mod pdf_outline;
mod pdf_tree;
mod pdf_x;
pub mod plate;
pub mod plate_rules;
pub mod png;
pub mod preflight;
pub mod profile;
pub mod proof;
mod rasters;
pub mod read_back;
mod read_dxf;
mod read_eps;
mod read_tiff;
mod rows;
pub mod run;
mod shapes;
pub mod share_picture;
pub mod shares;
pub mod sheet;
mod sheet_marks;
pub mod shelf;
pub mod sizing;
pub mod snap;
pub mod spots;
pub mod svg;
pub mod thin_tiff;
mod tiff;
pub mod warning;
pub mod writing;

pub use error::Error;
pub use manifest::Manifest;
pub use manifest_fault::ManifestFault;
pub use plate::Plate;
pub use plate_rules::Rule;
pub use profile::Profile;
pub use proof::{Difference, compare};
pub use read_back::{OnPage, PageRead, Progress, Reading, read_back, read_file};
pub use run::{Artwork, Names, Stage, finish, run};
pub use shares::{Proof, Shares};
pub use sheet::Sheet;
pub use shelf::{HalfMade, Shelf};
pub use sizing::{Hangs, Sizing};
pub use snap::Grid;
pub use spots::{Spot, SpotInk, Spots};
pub use warning::{Warning, warnings};
pub use writing::{Finished, page_count, write, write_pdf_to};

use crate::qr::Link;
use crate::register::SignCode;
use crate::register::token::tokens;
use std::sync::Arc;
use writing::{file_of, pages, sheet_for};

tokens! {
    /// The formats that a job is written in.
    Format {
        /// One file, all sheets.
        Pdf = "pdf",
        /// One file a sign, or a sheet where one is named.
        Svg = "svg",
        /// As SVG, in the inks of the press.
        Eps = "eps",
        /// As SVG, for cutters and lasers: closed lines alone.
        Dxf = "dxf",
        /// As SVG, but of dots.
        Png = "png",
        /// As PNG, but in black and white alone, for image setters and engravers.
        Tiff = "tiff",
    }
}

/// Dots an inch of a picture where none are asked for.
pub const USUAL_DPI: u32 = 300;

/// The words on every plate, in the two languages of the street, and those on the sheet beside the plates.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlateWords {
    /// «Quét mã để tìm hiểu».
    pub first: String,
    /// «Scan to learn more».
    pub second: String,
    /// Up to which height the plate may hang; stands on the sheet, outside the plates, like all that follow.
    pub mounting: String,
    /// The device's dots and the bar width reduction that were applied; empty where none were.
    pub device: String,
    /// What the whole job is: its batch, or that nothing of it was read back.
    pub standing: String,
    /// «mặt trước», of a plate with two sides.
    pub front: String,
    /// «mặt sau».
    pub back: String,
}

/// What one plate says, and what stands beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct PlateText {
    /// The code under the symbol.
    pub code: SignCode,
    /// What the symbol holds.
    pub link: Link,
    /// «Phố», «Đường»; none where the register does not know it.
    pub kind_word: Option<String>,
    /// The name as on the register.
    pub name: String,
    /// The sign's number within its street; stands beside the plate, not on it.
    pub number: Option<u32>,
    /// What bookmarks gather by: the street's slug or name; neighbours alike share one.
    pub place: String,
    /// The ward it hangs in, as people call it; empty where unknown.
    pub ward: String,
    /// Where it hangs, as far as it is known.
    pub hangs: sizing::Hangs,
    /// What to tell the shop where the symbol will not be read where it hangs.
    pub warning: Option<String>,
}

/// What is to be printed.
#[derive(Debug, Clone)]
pub struct Job {
    /// The plate.
    pub plate: Plate,
    /// The sheet; none means A3 for PDF, and the plate alone, as cut, for the other formats.
    pub sheet: Option<Sheet>,
    /// The words on every plate and on every sheet.
    pub words: PlateWords,
    /// The signs, in the order of the sheets.
    pub signs: Vec<PlateText>,
    /// The device's dots, and what modules lose against ink gain.
    pub device: Grid,
    /// Places of the first sheet that are used already.
    pub skip: usize,
    /// The inks beside the four of the process.
    pub spots: Arc<Spots>,
    /// The title of the file.
    pub title: String,
    /// The date that files carry, ISO 8601 in UTC: the batch's, or that of the register's newest change.
    pub dated: String,
    /// The profile of the shop's press, for PDF.
    pub profile: Option<Arc<Profile>>,
}
