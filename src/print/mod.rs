//! From symbols to paper, and the finished file read back.
//! One drawing a page; every writer writes the same one. Gives bytes and reports, and opens no file.

pub mod drawing;
pub mod error;
mod fit;
pub mod fonts;
mod layout;
mod packer;
mod pdf;
mod pdf_fonts;
pub mod plate;
pub mod png;
pub mod preflight;
pub mod proof;
mod rasters;
pub mod read_back;
pub mod sheet;
pub mod svg;
pub mod warning;

pub use error::Error;
pub use plate::Plate;
pub use proof::{Difference, compare};
pub use read_back::{OnPage, PageRead, Progress, read_back};
pub use sheet::Sheet;
pub use warning::{Warning, warnings};

use crate::qr::Link;
use crate::register::SignCode;
use crate::register::token::tokens;
use drawing::Drawing;
use sheet::Desk;

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

/// Dots an inch where none are asked for.
pub const USUAL_DPI: u32 = 300;

/// The words on every plate, in the two languages of the street.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlateWords {
    /// «Quét mã để tìm hiểu».
    pub first: String,
    /// «Scan to learn more».
    pub second: String,
    /// Up to which height the plate may hang; stands on the sheet, outside the plates.
    pub mounting: String,
}

/// What one plate says.
#[derive(Debug, Clone, PartialEq, Eq)]
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
}

/// What is to be printed.
#[derive(Debug, Clone)]
pub struct Job {
    /// The plate.
    pub plate: Plate,
    /// The sheet; none means A3 for PDF, and the plate alone, as cut, for the other formats.
    pub sheet: Option<Sheet>,
    /// The words on every plate.
    pub words: PlateWords,
    /// The signs, in the order of the sheets.
    pub signs: Vec<PlateText>,
    /// Dots an inch, for PNG.
    pub dpi: u32,
    /// The title of the file.
    pub title: String,
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
/// Refuses an empty job, a resolution out of bounds, a missing glyph, a text or a symbol that fits no plate;
/// and stops at the first refusal of `save`.
pub fn write<E: From<Error>>(job: &Job, format: Format, mut save: impl FnMut(Finished) -> Result<(), E>) -> Result<(), E> {
    if job.signs.is_empty() {
        return Err(Error::NothingToPrint.into());
    }
    png::check_dpi(job.dpi)?;
    match format {
        Format::Pdf => save(write_pdf(job)?),
        Format::Svg => write_pages(job, format, &mut save, &|drawing| Ok(svg::write(drawing).into_bytes())),
        Format::Png => write_pages(job, format, &mut save, &|drawing| png::write(drawing, job.dpi)),
    }
}

/// How many pages, all files together, the job makes.
#[must_use]
pub fn page_count(job: &Job, format: Format) -> usize {
    job.signs.len().div_ceil(sheet::plates_a_page(job, sheet_for(job, format)))
}

fn sheet_for(job: &Job, format: Format) -> Option<Sheet> {
    job.sheet.or(if format == Format::Pdf { Some(Sheet::A3) } else { None })
}

fn write_pdf(job: &Job) -> Result<Finished, Error> {
    let sheet = sheet_for(job, Format::Pdf);
    let (pages, each) = (page_count(job, Format::Pdf), sheet::plates_a_page(job, sheet));
    let mut desk = Desk::new(job, sheet);
    let mut writer = pdf::Writer::new();
    let mut links = Vec::with_capacity(pages);
    let mut before: Option<&str> = None;
    for (number, signs) in job.signs.chunks(each).enumerate() {
        let drawing = desk.draw((number + 1, pages), signs)?;
        let mut starting = Vec::new();
        for sign in signs {
            if before != Some(sign.place.as_str()) {
                starting.push(sign.name.as_str());
            }
            before = Some(&sign.place);
        }
        writer.add_page(&drawing, &starting);
        links.push(signs.iter().map(|sign| sign.link.clone()).collect());
    }
    Ok(Finished { name: "sheets.pdf".to_owned(), bytes: writer.finish(&job.title)?, links })
}

type WritePage<'a> = &'a (dyn Fn(&Drawing) -> Result<Vec<u8>, Error> + Sync);

/// One file a page, a handful at a time on all cores, so that no more than a handful is ever in memory.
fn write_pages<E: From<Error>>(
    job: &Job,
    format: Format,
    save: &mut impl FnMut(Finished) -> Result<(), E>,
    write_page: WritePage<'_>,
) -> Result<(), E> {
    let sheet = sheet_for(job, format);
    let (pages, each) = (page_count(job, format), sheet::plates_a_page(job, sheet));
    let cores = std::thread::available_parallelism().map_or(1, usize::from).min(8);
    let mut desk = Desk::new(job, sheet);
    let digits = pages.to_string().len().max(3);
    for (handful, signs) in job.signs.chunks(each * cores).enumerate() {
        let first = handful * cores + 1;
        let drawings: Vec<Drawing> =
            signs.chunks(each).zip(first..).map(|(signs, page)| desk.draw((page, pages), signs)).collect::<Result<_, _>>()?;
        for ((bytes, signs), page) in write_at_once(&drawings, write_page).into_iter().zip(signs.chunks(each)).zip(first..) {
            let stem = if each == 1 { signs[0].code.to_string() } else { format!("sheet-{page:0digits$}") };
            let links = vec![signs.iter().map(|sign| sign.link.clone()).collect()];
            save(Finished { name: format!("{stem}.{format}"), bytes: bytes?, links })?;
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
