//! Where does each sign of a job stand: on which file, sheet, page and place, how large, and read from how far?

use super::desk::{Desk, Lies};
use super::manifest::shortened;
use super::manifest_fault::ManifestFault;
use super::sheet::DotsFrom;
use super::{Error, Format, Job, PlateText, file_of, pages, sheet_for, sizing};
use crate::register::SignCode;
use serde::{Deserialize, Serialize};

/// The columns of a manifest's table.
pub const COLUMNS: [&str; 27] = [
    "code",
    "address",
    "place",
    "name",
    "number",
    "ward",
    "plate",
    "file",
    "sheet",
    "page",
    "position",
    "x_mm",
    "y_mm",
    "width_mm",
    "height_mm",
    "symbol_x_mm",
    "symbol_y_mm",
    "symbol_mm",
    "version",
    "level",
    "module_mm",
    "module_dots",
    "reading_distance_m",
    "mounting_m",
    "needed_m",
    "reads",
    "sha256",
];

/// The level of error correction of every printed symbol.
const LEVEL: &str = "H";

/// The signs that a spreadsheet takes for the start of a formula.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// One side of one sign's plate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SignRow {
    /// The code under the symbol.
    pub code: String,
    /// What the symbol holds.
    pub address: String,
    /// Its street or landmark, as the register knows it.
    pub place: String,
    /// The name on the plate.
    pub name: String,
    /// The sign's number within its street.
    pub number: Option<u32>,
    /// The ward; empty where unknown.
    pub ward: String,
    /// The plate.
    pub plate: String,
    /// The file that it is in.
    pub file: String,
    /// The sheet, from 1.
    pub sheet: usize,
    /// The page of the file, from 1.
    pub page: usize,
    /// The place on the sheet, from 1.
    pub position: usize,
    /// Left edge of the cut, in millimetres from the page's left.
    pub x_mm: f64,
    /// Upper edge of the cut, in millimetres from the page's top.
    pub y_mm: f64,
    /// Width of the cut on the page.
    pub width_mm: f64,
    /// Height of the cut on the page.
    pub height_mm: f64,
    /// Left edge of the symbol, without its quiet zone.
    pub symbol_x_mm: f64,
    /// Upper edge of the symbol.
    pub symbol_y_mm: f64,
    /// Side of the symbol.
    pub symbol_mm: f64,
    /// The symbol's version.
    pub version: u8,
    /// Its level of error correction.
    pub level: String,
    /// Width of a module.
    pub module_mm: f64,
    /// The same in dots of the device; none where the job names no device.
    pub module_dots: Option<u32>,
    /// From how far it is read, in metres.
    pub reading_distance_m: f64,
    /// How high it hangs; none where only the distance is known.
    pub mounting_m: Option<f64>,
    /// From how far it has to be read, in metres.
    pub needed_m: f64,
    /// Is it read where it hangs?
    pub reads: bool,
    /// Of its file.
    pub sha256: String,
}

/// A page while it is written.
pub(super) struct PageAt<'a> {
    /// The file that it is in.
    pub(super) file: &'a str,
    /// The sheet, from 1.
    pub(super) sheet: usize,
    /// The page of the file, from 1.
    pub(super) page: usize,
}

/// The rows of a whole job, as its files are laid out; their hashes are empty until [`super::Manifest::new`] gives them.
///
/// # Errors
/// Refuses what a plate cannot hold, as [`super::write()`] does.
pub fn rows(job: &Job, format: Format) -> Result<Vec<SignRow>, Error> {
    let from = if format == Format::Pdf { DotsFrom::BottomLeft } else { DotsFrom::TopLeft };
    let mut desk = Desk::new(job, sheet_for(job, format), from)?;
    let mut rows = Vec::with_capacity(job.signs.len());
    for (number, page) in pages(&desk).into_iter().enumerate() {
        let lies = desk.draw(page)?.lies;
        let file = file_of(&desk, page, format);
        let at = PageAt { file: &file, sheet: page.sheet, page: if format == Format::Pdf { number + 1 } else { 1 } };
        rows.extend(rows_on(job, &at, desk.signs(page.sheet), &lies));
    }
    Ok(rows)
}

/// The rows of one page, from what was drawn on it.
pub(super) fn rows_on(job: &Job, at: &PageAt<'_>, signs: &[PlateText], lies: &[Lies]) -> Vec<SignRow> {
    let first = if at.sheet == 1 { job.skip } else { 0 };
    (first + 1..).zip(signs.iter().zip(lies)).map(|(position, (sign, lies))| row(job, at, position, (sign, lies))).collect()
}

fn row(job: &Job, at: &PageAt<'_>, position: usize, (sign, lies): (&PlateText, &Lies)) -> SignRow {
    let sizing = sizing::judge(&job.plate, lies.module, sign.hangs);
    SignRow {
        code: sign.code.to_string(),
        address: sign.link.to_string(),
        place: sign.place.clone(),
        name: sign.name.clone(),
        number: sign.number,
        ward: sign.ward.clone(),
        plate: job.plate.name().to_owned(),
        file: at.file.to_owned(),
        sheet: at.sheet,
        page: at.page,
        position,
        x_mm: thousandths(lies.trim.x),
        y_mm: thousandths(lies.trim.y),
        width_mm: thousandths(lies.trim.width),
        height_mm: thousandths(lies.trim.height),
        symbol_x_mm: thousandths(lies.symbol.x),
        symbol_y_mm: thousandths(lies.symbol.y),
        symbol_mm: thousandths(lies.symbol.width),
        version: lies.version,
        level: LEVEL.to_owned(),
        module_mm: thousandths(lies.module),
        module_dots: job.device.dots(lies.module),
        reading_distance_m: hundredths(sizing.promised_m),
        mounting_m: sizing.mounting_m.map(hundredths),
        needed_m: hundredths(sizing.needed_m),
        reads: sizing.reads,
        sha256: String::new(),
    }
}

impl SignRow {
    /// Its cells, in the order of [`COLUMNS`].
    pub(super) fn cells(&self) -> [String; 27] {
        let text = |text: &String| if text.trim_start_matches('\'').starts_with(FORMULA) { format!("'{text}") } else { text.clone() };
        [
            self.code.clone(),
            text(&self.address),
            text(&self.place),
            text(&self.name),
            self.number.map_or_else(String::new, |number| number.to_string()),
            text(&self.ward),
            text(&self.plate),
            text(&self.file),
            self.sheet.to_string(),
            self.page.to_string(),
            self.position.to_string(),
            self.x_mm.to_string(),
            self.y_mm.to_string(),
            self.width_mm.to_string(),
            self.height_mm.to_string(),
            self.symbol_x_mm.to_string(),
            self.symbol_y_mm.to_string(),
            self.symbol_mm.to_string(),
            self.version.to_string(),
            text(&self.level),
            self.module_mm.to_string(),
            self.module_dots.map_or_else(String::new, |dots| dots.to_string()),
            self.reading_distance_m.to_string(),
            self.mounting_m.map_or_else(String::new, |metres| metres.to_string()),
            self.needed_m.to_string(),
            if self.reads { "yes" } else { "no" }.to_owned(),
            self.sha256.clone(),
        ]
    }

    /// Is this the row of a sign, in a job of ours?
    pub(super) fn check(&self) -> Result<(), ManifestFault> {
        let is_code = SignCode::parse(&self.code).is_ok_and(|code| code.as_str() == self.code);
        let counted = [self.sheet, self.page, self.position].iter().all(|number| (1..=10_000_000).contains(number));
        let sizes = [self.width_mm, self.height_mm, self.symbol_mm, self.module_mm];
        let sized = sizes.iter().all(|size| *size > 0.0 && *size < 1e5) && (1..=40).contains(&self.version);
        if is_code && counted && sized { Ok(()) } else { Err(ManifestFault::Row(shortened(&self.code))) }
    }
}

fn thousandths(millimetres: f64) -> f64 {
    // Adding zero turns −0 into 0.
    (millimetres * 1000.0).round() / 1000.0 + 0.0
}

fn hundredths(metres: f64) -> f64 {
    (metres * 100.0).round() / 100.0 + 0.0
}
