//! Where does each sign of a job stand: on which file, sheet, page and place, how large, and read from how far?

use super::desk::{Desk, Lies, PageNumber};
use super::manifest::shortened;
use super::manifest_fault::ManifestFault;
use super::writing::{dots_from, file_of, for_format, pages, sheet_for};
use super::{Error, Format, Job, PlateText, sizing};
use crate::register::SignCode;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The level of error correction of every printed symbol.
const LEVEL: &str = "H";

/// One side of one sign's plate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SignRow<Text = String> {
    /// The code under the symbol.
    pub code: Text,
    /// What the symbol holds.
    pub address: Text,
    /// Its street or landmark, as the register knows it.
    pub place: Text,
    /// The name on the plate.
    pub name: Text,
    /// The sign's number within its street.
    pub number: Option<u32>,
    /// The ward; empty where unknown.
    pub ward: Text,
    /// The plate.
    pub plate: Text,
    /// The file that it is in.
    pub file: Text,
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
    pub level: Text,
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
    pub sha256: Text,
}

/// The name and the hash of the file that a page is in.
type FileOf<'f, 'a> = &'f dyn Fn(usize, &Desk<'_>, PageNumber) -> (Cow<'a, str>, &'a str);

/// Hands over the rows of a whole job, one after the other: no more than those of one page are ever in memory.
/// `files` gives the name and the hash of the file of each page, in the order of the pages.
///
/// # Errors
/// Refuses what a plate cannot hold, and stops where `take` does.
pub(super) fn each_row<'a>(
    job: &Job,
    format: Format,
    files: FileOf<'_, 'a>,
    take: &mut dyn FnMut(&SignRow<&str>) -> Result<(), Error>,
) -> Result<(), Error> {
    let laid = for_format(job, format)?;
    let mut desk = Desk::new(&laid, sheet_for(&laid, format), dots_from(format))?;
    for (number, page) in pages(&desk).enumerate() {
        let (file, sha256) = files(number, &desk, page);
        let first = if page.sheet == 1 { job.skip } else { 0 };
        let page_of_file = if format == Format::Pdf { number + 1 } else { 1 };
        let signs = desk.signs(page.sheet);
        for (position, (sign, lies)) in (first + 1..).zip(signs.iter().zip(desk.lay(page)?)) {
            let at = At { file: &file, sha256, sheet: page.sheet, page: page_of_file, position };
            take(&row(job, at, sign, &lies))?;
        }
    }
    Ok(())
}

/// The rows of a whole job, as its files are laid out; their hashes are empty until [`super::Manifest::new`] gives them.
///
/// # Errors
/// Refuses what a plate cannot hold, as [`super::write()`] does.
pub fn rows(job: &Job, format: Format) -> Result<Vec<SignRow>, Error> {
    let mut rows = Vec::with_capacity(job.signs.len());
    each_row(job, format, &|_, desk, page| (Cow::Owned(file_of(desk, page, format)), ""), &mut |row| {
        rows.push(row.owned());
        Ok(())
    })?;
    Ok(rows)
}

/// Where a sign stands.
#[derive(Clone, Copy)]
struct At<'a> {
    file: &'a str,
    sha256: &'a str,
    sheet: usize,
    page: usize,
    position: usize,
}

fn row<'a>(job: &'a Job, at: At<'a>, sign: &'a PlateText, lies: &Lies) -> SignRow<&'a str> {
    let sizing = sizing::judge(&job.plate, lies.module, sign.hangs);
    SignRow {
        code: sign.code.as_str(),
        address: sign.link.as_str(),
        place: &sign.place,
        name: &sign.name,
        number: sign.number,
        ward: &sign.ward,
        plate: job.plate.name(),
        file: at.file,
        sheet: at.sheet,
        page: at.page,
        position: at.position,
        x_mm: thousandths(lies.trim.x),
        y_mm: thousandths(lies.trim.y),
        width_mm: thousandths(lies.trim.width),
        height_mm: thousandths(lies.trim.height),
        symbol_x_mm: thousandths(lies.symbol.x),
        symbol_y_mm: thousandths(lies.symbol.y),
        symbol_mm: thousandths(lies.symbol.width),
        version: lies.version,
        level: LEVEL,
        module_mm: thousandths(lies.module),
        module_dots: job.device.dots(lies.module),
        reading_distance_m: hundredths(sizing.promised_m),
        mounting_m: sizing.mounting_m.map(hundredths),
        needed_m: hundredths(sizing.needed_m),
        reads: sizing.reads,
        sha256: at.sha256,
    }
}

impl<Text: AsRef<str>> SignRow<Text> {
    /// The same row, its texts its own.
    pub(super) fn owned(&self) -> SignRow {
        let Self { number, sheet, page, position, version, module_dots, mounting_m, reads, .. } = *self;
        let own = |text: &Text| text.as_ref().to_owned();
        SignRow {
            code: own(&self.code),
            address: own(&self.address),
            place: own(&self.place),
            name: own(&self.name),
            number,
            ward: own(&self.ward),
            plate: own(&self.plate),
            file: own(&self.file),
            sheet,
            page,
            position,
            x_mm: self.x_mm,
            y_mm: self.y_mm,
            width_mm: self.width_mm,
            height_mm: self.height_mm,
            symbol_x_mm: self.symbol_x_mm,
            symbol_y_mm: self.symbol_y_mm,
            symbol_mm: self.symbol_mm,
            version,
            level: own(&self.level),
            module_mm: self.module_mm,
            module_dots,
            reading_distance_m: self.reading_distance_m,
            mounting_m,
            needed_m: self.needed_m,
            reads,
            sha256: own(&self.sha256),
        }
    }

    /// Is this the row of a sign, in a job of ours?
    pub(super) fn check(&self) -> Result<(), ManifestFault> {
        let is_code = SignCode::parse(self.code.as_ref()).is_ok_and(|code| code.as_str() == self.code.as_ref());
        let counted = [self.sheet, self.page, self.position].iter().all(|number| (1..=10_000_000).contains(number));
        let sizes = [self.width_mm, self.height_mm, self.symbol_mm, self.module_mm];
        let sized = sizes.iter().all(|size| *size > 0.0 && *size < 1e5) && (1..=40).contains(&self.version);
        if is_code && counted && sized { Ok(()) } else { Err(ManifestFault::Row(shortened(self.code.as_ref()))) }
    }
}

fn thousandths(millimetres: f64) -> f64 {
    // Adding zero turns −0 into 0.
    (millimetres * 1000.0).round() / 1000.0 + 0.0
}

fn hundredths(metres: f64) -> f64 {
    (metres * 100.0).round() / 100.0 + 0.0
}
