//! From symbols to paper, and the finished file read back.
//! One drawing a page; every writer writes the same one. Gives bytes and reports, and opens no file.

mod desk;
pub mod drawing;
pub mod error;
mod fit;
pub mod fonts;
mod layout;
pub mod manifest;
mod manifest_fault;
mod manifest_report;
mod manifest_rows;
mod packer;
pub mod papers;
pub mod path;
mod pdf;
mod pdf_fonts;
pub mod plate;
pub mod plate_rules;
pub mod png;
pub mod proof;
mod rasters;
pub mod read_back;
pub mod sheet;
mod sheet_marks;
pub mod sizing;
pub mod snap;
pub mod spots;
pub mod svg;
pub mod warning;

pub use error::Error;
pub use manifest::Manifest;
pub use manifest_fault::ManifestFault;
pub use plate::Plate;
pub use plate_rules::Rule;
pub use proof::{Difference, compare};
pub use read_back::{OnPage, PageRead, Progress, read_back};
pub use sheet::Sheet;
pub use sizing::{Hangs, Sizing};
pub use snap::Grid;
pub use spots::{Spot, SpotInk, Spots};
pub use warning::{Warning, warnings};

use crate::qr::Link;
use crate::register::SignCode;
use crate::register::token::tokens;
use desk::{Desk, PageNumber};
use drawing::Drawing;
use sheet::DotsFrom;
use std::sync::Arc;

tokens! {
    /// The formats that a job is written in.
    Format {
        /// One file, all sheets.
        Pdf = "pdf",
        /// One file a sign, or a sheet where one is named.
        Svg = "svg",
        /// As SVG, but of dots.
        Png = "png",
    }
}

/// Dots an inch of a picture where none are asked for.
pub const USUAL_DPI: u32 = 300;

/// The one file of a job in PDF.
const PDF_NAME: &str = "sheets.pdf";

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
}

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// Its name where every sign or sheet has a file of its own: `K7M2Q2.svg`, `sheet-001.svg`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The links that each of its pages must hold, and no other.
    pub links: Vec<Vec<Link>>,
}

/// Writes the job, handing over one finished file after the other: PDF makes one, the others one a sign or sheet.
///
/// # Errors
/// Refuses an empty job, a missing glyph, a text or a symbol that fits no plate;
/// and stops at the first refusal of `save`.
pub fn write<E: From<Error>>(job: &Job, format: Format, mut save: impl FnMut(Finished) -> Result<(), E>) -> Result<(), E> {
    if job.signs.is_empty() {
        return Err(Error::NothingToPrint.into());
    }
    match format {
        Format::Pdf => save(write_pdf(job)?),
        Format::Svg => write_pages(job, format, &mut save, &|drawing| Ok(svg::write(drawing).into_bytes())),
        Format::Png => {
            let dpi = job.device.dpi().unwrap_or(USUAL_DPI);
            write_pages(job, format, &mut save, &|drawing| png::write(drawing, dpi))
        }
    }
}

/// How many pages, all files together, the job makes.
///
/// # Errors
/// As [`write()`], for what is wrong with the sheet.
pub fn page_count(job: &Job, format: Format) -> Result<usize, Error> {
    let desk = Desk::new(job, sheet_for(job, format), DotsFrom::TopLeft)?;
    Ok(desk.sheets() * desk.sides())
}

fn sheet_for(job: &Job, format: Format) -> Option<Sheet> {
    job.sheet.or(if format == Format::Pdf { Some(Sheet::A3) } else { None })
}

/// The pages of a job in order: each sheet, and its back after it where plates have one.
fn pages(desk: &Desk<'_>) -> Vec<PageNumber> {
    let backs = if desk.sides() == 2 { &[false, true][..] } else { &[false][..] };
    (1..=desk.sheets()).flat_map(|sheet| backs.iter().map(move |is_back| PageNumber { sheet, is_back: *is_back })).collect()
}

/// The file that a page is in: PDF has one for all.
fn file_of(desk: &Desk<'_>, page: PageNumber, format: Format) -> String {
    if format == Format::Pdf {
        return PDF_NAME.to_owned();
    }
    let digits = desk.sheets().to_string().len().max(3);
    let back = if page.is_back { "-back" } else { "" };
    let one = desk.signs(page.sheet).first().filter(|_| desk.each() == 1);
    let stem = one.map_or_else(|| format!("sheet-{:0digits$}", page.sheet), |sign| sign.code.to_string());
    format!("{stem}{back}.{format}")
}

fn links(signs: &[PlateText]) -> Vec<Link> {
    signs.iter().map(|sign| sign.link.clone()).collect()
}

fn write_pdf(job: &Job) -> Result<Finished, Error> {
    let mut desk = Desk::new(job, sheet_for(job, Format::Pdf), DotsFrom::BottomLeft)?;
    let mut writer = pdf::Writer::new();
    let mut owed = Vec::new();
    let mut before: Option<&str> = None;
    for page in pages(&desk) {
        let signs = desk.signs(page.sheet);
        let drawn = desk.draw(page)?;
        let mut starting = Vec::new();
        for sign in signs.iter().filter(|_| !page.is_back) {
            if before != Some(sign.place.as_str()) {
                starting.push(sign.name.as_str());
            }
            before = Some(&sign.place);
        }
        writer.add_page(&drawn.drawing, &starting);
        owed.push(links(signs));
    }
    Ok(Finished { name: PDF_NAME.to_owned(), bytes: writer.finish(&job.title)?, links: owed })
}

type WritePage<'a> = &'a (dyn Fn(&Drawing) -> Result<Vec<u8>, Error> + Sync);

/// One file a page, a handful at a time on all cores, so that no more than a handful is ever in memory.
fn write_pages<E: From<Error>>(
    job: &Job,
    format: Format,
    save: &mut impl FnMut(Finished) -> Result<(), E>,
    write_page: WritePage<'_>,
) -> Result<(), E> {
    let mut desk = Desk::new(job, sheet_for(job, format), DotsFrom::TopLeft)?;
    let cores = std::thread::available_parallelism().map_or(1, usize::from).min(8);
    for handful in pages(&desk).chunks(cores) {
        let drawings = handful.iter().map(|page| desk.draw(*page).map(|page| page.drawing)).collect::<Result<Vec<_>, _>>()?;
        for (bytes, page) in write_at_once(&drawings, write_page).into_iter().zip(handful) {
            let signs = desk.signs(page.sheet);
            save(Finished { name: file_of(&desk, *page, format), bytes: bytes?, links: vec![links(signs)] })?;
        }
    }
    Ok(())
}

fn write_at_once(drawings: &[Drawing], write_page: WritePage<'_>) -> Vec<Result<Vec<u8>, Error>> {
    std::thread::scope(|threads| {
        let running: Vec<_> = drawings.iter().map(|drawing| threads.spawn(move || write_page(drawing))).collect();
        running.into_iter().map(|thread| thread.join().unwrap_or(Err(Error::Picture))).collect()
    })
}
