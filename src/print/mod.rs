//! From symbols to paper, and the finished file read back.
//! One drawing a page; every writer writes the same one. Gives bytes and reports, and opens no file.

mod desk;
mod artwork;
pub mod damage;
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
pub mod outlines;
pub mod manifest;
mod manifest_fault;
mod manifest_report;
mod manifest_rows;
mod packer;
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
pub mod profile;
pub mod preflight;
pub mod proof;
mod rasters;
pub mod read_back;
mod read_dxf;
mod read_eps;
mod read_tiff;
pub mod shares;
mod rows;
mod shapes;
pub mod sheet;
mod sheet_marks;
pub mod sizing;
pub mod snap;
pub mod spots;
pub mod svg;
pub mod tiff;
pub mod warning;

pub use error::Error;
pub use manifest::Manifest;
pub use manifest_fault::ManifestFault;
pub use plate::Plate;
pub use plate_rules::Rule;
pub use profile::Profile;
pub use proof::{Difference, compare};
pub use read_back::{OnPage, PageRead, Progress, Reading, read_back, read_file};
pub use shares::{Proof, Shares};
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
use legend::Legend;
use sheet::DotsFrom;
use std::collections::HashSet;
use std::sync::Arc;

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
    /// The profile of the shop's press, for PDF.
    pub profile: Option<Arc<Profile>>,
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
        Format::Pdf => {
            let (bytes, links) = write_pdf_to(job, Vec::new())?;
            save(Finished { name: "sheets.pdf".to_owned(), bytes, links })
        }
        Format::Svg => write_pages(job, format, &mut save, &|drawing, legend| Ok(svg::write(drawing, legend).into_bytes())),
        Format::Eps => write_pages(job, format, &mut save, &|drawing, legend| Ok(eps::write(drawing, legend))),
        Format::Dxf => write_pages(&with_cut(job), format, &mut save, &|drawing, legend| Ok(dxf::write(drawing, legend))),
        Format::Png => {
            let device = job.device.or_dpi(USUAL_DPI)?;
            let job = Job { device, ..job.clone() };
            write_pages(&job, format, &mut save, &|drawing, _| png::write(drawing, device.dpi().unwrap_or(USUAL_DPI)))
        }
        Format::Tiff => {
            let device = job.device.or_dpi(tiff::USUAL_DPI)?;
            let job = Job { device, ..job.clone() };
            write_pages(&job, format, &mut save, &|drawing, legend| tiff::write(drawing, legend, device.dpi().unwrap_or(tiff::USUAL_DPI)))
        }
    }
}

/// The same job with a line for the cutter, which is what a laser follows.
fn with_cut(job: &Job) -> Job {
    let mut spots = Spots::clone(&job.spots);
    if spots.ink(Spot::Cut).is_none() {
        spots.set(Spot::Cut, Some(SpotInk { name: "CutContour".to_owned(), alternate: job.plate.alternate(Spot::Cut) }));
    }
    Job { spots: Arc::new(spots), ..job.clone() }
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

/// Writes the job as PDF, each page as soon as it is drawn, and tells which links each page must hold; the sink comes back
/// with it. Every object goes out by one write, most of them small: a file wants a buffer round it.
///
/// # Errors
/// As [`write()`], and fails when the sink does.
pub fn write_pdf_to<W: std::io::Write>(job: &Job, out: W) -> Result<(W, Vec<Vec<Link>>), Error> {
    if job.signs.is_empty() {
        return Err(Error::NothingToPrint);
    }
    let mut desk = Desk::new(job, sheet_for(job, Format::Pdf), DotsFrom::BottomLeft)?;
    let keywords = applied(&job.device);
    let (title, dated, subject) = (job.title.as_str(), job.dated.as_str(), job.words.device.as_str());
    let head = pdf::Head { title, dated, subject, keywords: &keywords, profile: job.profile.as_deref(), spots: &job.spots };
    let mut writer = pdf::Writer::begin(out, &head)?;
    let (mut owed, mut known) = (Vec::new(), HashSet::new());
    for page in pages(&desk) {
        let signs = desk.signs(page.sheet);
        let drawn = desk.draw(page)?;
        let mut starting = Vec::new();
        for (sign, lies) in signs.iter().zip(&drawn.lies) {
            if known.insert((sign.ward.as_str(), sign.place.as_str())) {
                let top = lies.trim.y - job.plate.bleed;
                starting.push(pdf::Bookmark { ward: &sign.ward, name: &sign.name, top });
            }
        }
        writer.add_page(&drawn.drawing, &signs[0].name, &starting)?;
        owed.push(links(signs));
    }
    Ok((writer.finish()?, owed))
}

/// What was done to fit the device, in figures; empty where nothing was.
fn applied(device: &Grid) -> String {
    let dpi = device.dpi().map(|dpi| format!("dpi={dpi}"));
    let reduction = Some(device.applied_um()).filter(|lost| *lost > 0.0).map(|lost| format!("bwr={}um", lost.round()));
    dpi.into_iter().chain(reduction).collect::<Vec<_>>().join(" ")
}

type WritePage<'a> = &'a (dyn Fn(&Drawing, &Legend<'_>) -> Result<Vec<u8>, Error> + Sync);

/// One file a page, a handful at a time on all cores, so that no more than a handful is ever in memory.
fn write_pages<E: From<Error>>(
    job: &Job,
    format: Format,
    save: &mut impl FnMut(Finished) -> Result<(), E>,
    write_page: WritePage<'_>,
) -> Result<(), E> {
    // Where y grows upwards, dots are counted from below.
    let dots_from = if matches!(format, Format::Eps | Format::Dxf) { DotsFrom::BottomLeft } else { DotsFrom::TopLeft };
    let mut desk = Desk::new(job, sheet_for(job, format), dots_from)?;
    let cores = std::thread::available_parallelism().map_or(1, usize::from).min(8);
    for handful in pages(&desk).chunks(cores) {
        let draw = |page: &PageNumber| Ok((desk.draw(*page)?.drawing, Legend::of(job, desk.signs(page.sheet))));
        let drawings = handful.iter().map(draw).collect::<Result<Vec<_>, Error>>()?;
        for (bytes, page) in write_at_once(&drawings, write_page).into_iter().zip(handful) {
            let signs = desk.signs(page.sheet);
            save(Finished { name: file_of(&desk, *page, format), bytes: bytes?, links: vec![links(signs)] })?;
        }
    }
    Ok(())
}

fn write_at_once(drawings: &[(Drawing, Legend<'_>)], write_page: WritePage<'_>) -> Vec<Result<Vec<u8>, Error>> {
    std::thread::scope(|threads| {
        let running: Vec<_> = drawings.iter().map(|(drawing, legend)| threads.spawn(move || write_page(drawing, legend))).collect();
        running.into_iter().map(|thread| thread.join().unwrap_or(Err(Error::Picture))).collect()
    })
}
