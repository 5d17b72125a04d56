//! How is a job written, page by page, in each of its formats?

use super::desk::{Desk, PageNumber};
use super::drawing::Drawing;
use super::legend::Legend;
use super::pdf_objects::{Hashing, Sink};
use super::sheet::{DotsFrom, Imposition};
use super::{Error, Format, Grid, Job, PlateText, Sheet, Spot, SpotInk, Spots, USUAL_DPI, dxf, eps, pdf, png, svg, tiff};
use crate::qr::Link;
use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

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

/// A page that has just been written.
pub struct WrittenPage<'a> {
    /// The signs whose links it must hold, and no other.
    pub signs: &'a [PlateText],
    /// How many pages are written with it.
    pub done: usize,
    /// How many there will be.
    pub all: usize,
}

/// Writes the job, handing over one finished file after the other: PDF makes one, the others one a sign or sheet.
///
/// # Errors
/// Refuses an empty job, a missing glyph, a text or a symbol that fits no plate;
/// and stops at the first refusal of `save`.
pub fn write<E: From<Error>>(job: &Job, format: Format, mut save: impl FnMut(Finished) -> Result<(), E>) -> Result<(), E> {
    if format == Format::Pdf {
        let mut links = Vec::new();
        let bytes = write_pdf_to(job, Vec::new(), &mut |page| {
            links.push(links_of(page.signs));
            Ok(())
        })?;
        return save(Finished { name: PDF_NAME.to_owned(), bytes, links });
    }
    let job = &for_format(job, format)?;
    let mut desk = Desk::new(job, sheet_for(job, format), dots_from(format))?;
    for page in pages(&desk) {
        let signs = desk.signs(page.sheet);
        let bytes = write_page(job, format, &desk.draw(page)?.drawing, signs)?;
        save(Finished { name: file_of(&desk, page, format), bytes, links: vec![links_of(signs)] })?;
    }
    Ok(())
}

/// How many pages, all files together, the job makes.
///
/// # Errors
/// As [`write()`], for what is wrong with the sheet.
pub fn page_count(job: &Job, format: Format) -> Result<usize, Error> {
    let desk = Desk::new(job, sheet_for(job, format), DotsFrom::TopLeft)?;
    Ok(desk.sheets() * desk.sides())
}

/// The job as a format needs it: pictures have dots, and a laser has a line to follow.
pub(super) fn for_format(job: &Job, format: Format) -> Result<Cow<'_, Job>, Error> {
    if job.signs.is_empty() {
        return Err(Error::NothingToPrint);
    }
    let with_dots = |dpi| Ok(Cow::Owned(Job { device: job.device.or_dpi(dpi)?, ..job.clone() }));
    match format {
        Format::Png => with_dots(USUAL_DPI),
        Format::Tiff => with_dots(tiff::USUAL_DPI),
        Format::Dxf if job.spots.ink(Spot::Cut).is_none() => {
            let mut spots = Spots::clone(&job.spots);
            spots.set(Spot::Cut, Some(SpotInk { name: "CutContour".to_owned(), alternate: job.plate.alternate(Spot::Cut) }));
            Ok(Cow::Owned(Job { spots: Arc::new(spots), ..job.clone() }))
        }
        Format::Pdf | Format::Svg | Format::Eps | Format::Dxf => Ok(Cow::Borrowed(job)),
    }
}

/// The sheet of a job; a plate that the usual one does not hold gets a sheet of its own size.
pub(super) fn sheet_for(job: &Job, format: Format) -> Option<Sheet> {
    let usual = || if Imposition::of(&job.plate, Some(Sheet::A3)).is_ok() { Sheet::A3 } else { Sheet::Single };
    job.sheet.or_else(|| (format == Format::Pdf).then(usual))
}

/// Where y grows upwards, dots are counted from below.
pub(super) fn dots_from(format: Format) -> DotsFrom {
    match format {
        Format::Pdf | Format::Eps | Format::Dxf => DotsFrom::BottomLeft,
        Format::Svg | Format::Png | Format::Tiff => DotsFrom::TopLeft,
    }
}

/// The pages of a job in order: each sheet, and its back after it where plates have one.
pub(super) fn pages(desk: &Desk<'_>) -> impl ExactSizeIterator<Item = PageNumber> + use<> {
    let sides = desk.sides();
    (0..desk.sheets() * sides).map(move |page| PageNumber { sheet: page / sides + 1, is_back: page % sides == 1 })
}

pub(super) fn links_of(signs: &[PlateText]) -> Vec<Link> {
    signs.iter().map(|sign| sign.link.clone()).collect()
}

/// The one file of a job in PDF where nobody gives it another name.
pub(super) const PDF_NAME: &str = "sheets.pdf";

/// The file that a page is in: PDF has one for all.
pub(super) fn file_of(desk: &Desk<'_>, page: PageNumber, format: Format) -> String {
    if format == Format::Pdf {
        return PDF_NAME.to_owned();
    }
    let digits = desk.sheets().to_string().len().max(3);
    let back = if page.is_back { "-back" } else { "" };
    let one = desk.signs(page.sheet).first().filter(|_| desk.each() == 1);
    let stem = one.map_or_else(|| format!("sheet-{:0digits$}", page.sheet), |sign| sign.code.to_string());
    format!("{stem}{back}.{format}")
}

/// One page as a file of its own. The job is that of its format.
pub(super) fn write_page(job: &Job, format: Format, drawing: &Drawing, signs: &[PlateText]) -> Result<Vec<u8>, Error> {
    let legend = &Legend::of(job, signs);
    match format {
        Format::Svg => Ok(svg::write(drawing, legend).into_bytes()),
        Format::Eps => Ok(eps::write(drawing, legend)),
        Format::Dxf => Ok(dxf::write(drawing, legend)),
        Format::Png => png::write(drawing, job.device.dpi().unwrap_or(USUAL_DPI)),
        Format::Tiff => tiff::write(drawing, legend, job.device.dpi().unwrap_or(tiff::USUAL_DPI)),
        Format::Pdf => {
            let keywords = applied(&job.device);
            let mut writer = pdf::Writer::begin(Hashing::new(Vec::new()), &head(job, &keywords))?;
            writer.add_page(drawing, &signs[0].name, &[])?;
            Ok(writer.finish()?.out)
        }
    }
}

/// Writes the job as PDF, each page as soon as it is drawn, and tells of each page when it is out; the sink comes back.
/// Every object goes out by one write, most of them small: a file wants a buffer round it.
///
/// # Errors
/// As [`write()`], and fails when the sink does.
pub fn write_pdf_to<W: std::io::Write>(job: &Job, out: W, told: &mut dyn FnMut(WrittenPage<'_>) -> Result<(), Error>) -> Result<W, Error> {
    Ok(write_pdf(job, Hashing::new(out), told)?.out)
}

/// As [`write_pdf_to`], to a sink that keeps the hash itself.
pub(super) fn write_pdf<W: Sink>(job: &Job, out: W, told: &mut dyn FnMut(WrittenPage<'_>) -> Result<(), Error>) -> Result<W, Error> {
    let job = &for_format(job, Format::Pdf)?;
    let mut desk = Desk::new(job, sheet_for(job, Format::Pdf), dots_from(Format::Pdf))?;
    let keywords = applied(&job.device);
    let mut writer = pdf::Writer::begin(out, &head(job, &keywords))?;
    let mut known = HashSet::new();
    let all = desk.sheets() * desk.sides();
    for (done, page) in (1..).zip(pages(&desk)) {
        let signs = desk.signs(page.sheet);
        let drawn = desk.draw(page)?;
        let mut starting = Vec::new();
        for (sign, lies) in signs.iter().zip(&drawn.lies) {
            if known.insert((&*sign.ward, &*sign.place)) {
                let top = lies.trim.y - job.plate.bleed;
                starting.push(pdf::Bookmark { ward: &sign.ward, name: &sign.name, top });
            }
        }
        writer.add_page(&drawn.drawing, &signs[0].name, &starting)?;
        told(WrittenPage { signs, done, all })?;
    }
    writer.finish()
}

fn head<'a>(job: &'a Job, keywords: &'a str) -> pdf::Head<'a> {
    let (title, dated, subject) = (job.title.as_str(), job.dated.as_str(), job.words.device.as_str());
    pdf::Head { title, dated, subject, keywords, profile: job.profile.as_deref(), spots: &job.spots }
}

/// What was done to fit the device, in figures; empty where nothing was.
fn applied(device: &Grid) -> String {
    let dpi = device.dpi().map(|dpi| format!("dpi={dpi}"));
    let reduction = Some(device.applied_um()).filter(|lost| *lost > 0.0).map(|lost| format!("bwr={}um", lost.round()));
    dpi.into_iter().chain(reduction).collect::<Vec<_>>().join(" ")
}
