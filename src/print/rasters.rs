//! What does a page of a finished file look like, as grey dots made from the file's own bytes?

use super::artwork::Artwork;
use super::{Error, Format, read_dxf, read_eps, read_tiff};
use crate::qr::Grey;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use resvg::{tiny_skia, usvg};
use std::sync::Arc;

/// Most pages of one file.
const MOST_PAGES: usize = 20_000;

/// A page side is at least a millimetre and at most five metres.
const SIDES: std::ops::RangeInclusive<f64> = 1.0..=5000.0;

/// Most pixels on a side, so that a large page is drawn coarser and no page fills the memory.
pub(super) const MOST_PIXELS: f64 = 5000.0;

/// Most pixels of a picture that is read as it is.
pub(super) const MOST_PICTURE_PIXELS: u64 = 160_000_000;

/// Millimetres a CSS pixel.
const CSS_PIXEL: f64 = 25.4 / 96.0;

/// A page as grey dots.
#[derive(Clone)]
pub(super) struct Raster {
    pub(super) grey: Grey,
    /// Dots a millimetre.
    pub(super) scale: f64,
}

/// A file that pages are drawn from, for one thread.
pub(super) enum Source {
    Pdf(Box<Pdf>),
    Svg(Box<usvg::Tree>),
    Shapes(Box<Artwork>),
    Dots(Raster),
}

/// What is kept from page to page of one file.
pub(super) type Cache<'a> = RenderCache<'a>;

impl Source {
    /// Opens a finished file.
    ///
    /// # Errors
    /// Refuses what is not of this format, and too many pages.
    pub(super) fn open(bytes: &Arc<Vec<u8>>, format: Format) -> Result<Self, Error> {
        match format {
            Format::Pdf => {
                let pdf = Pdf::new(Arc::clone(bytes)).map_err(|_| Error::Unreadable(format))?;
                match pdf.pages().len() {
                    0 => Err(Error::Unreadable(format)),
                    1..=MOST_PAGES => Ok(Self::Pdf(Box::new(pdf))),
                    pages => Err(Error::TooManyPages(pages)),
                }
            }
            Format::Svg => open_svg(bytes).map(|tree| Self::Svg(Box::new(tree))),
            Format::Eps => read_eps::read(bytes).map(|artwork| Self::Shapes(Box::new(artwork))),
            Format::Dxf => read_dxf::read(bytes).map(|artwork| Self::Shapes(Box::new(artwork))),
            Format::Png => open_png(bytes).map(Self::Dots),
            Format::Tiff => read_tiff::read(bytes).map(Self::Dots),
        }
    }

    pub(super) fn pages(&self) -> usize {
        match self {
            Self::Pdf(pdf) => pdf.pages().len(),
            Self::Svg(_) | Self::Shapes(_) | Self::Dots(_) => 1,
        }
    }

    /// Is it dots already, that no other resolution makes finer?
    pub(super) fn is_picture(&self) -> bool {
        matches!(self, Self::Dots(_))
    }

    /// Draws one page, counted from 0, at about so many dots an inch.
    ///
    /// # Errors
    /// Refuses a page of an absurd size.
    pub(super) fn draw<'a>(&'a self, page: usize, dpi: f64, cache: &Cache<'a>) -> Result<Raster, Error> {
        match self {
            Self::Pdf(pdf) => draw_pdf(pdf, page, dpi, cache),
            Self::Svg(tree) => draw_svg(tree, page, dpi),
            Self::Shapes(artwork) => artwork.draw(page, dpi),
            Self::Dots(raster) => Ok(raster.clone()),
        }
    }
}

/// Dots a millimetre for a page of this size.
pub(super) fn scale_for(page: usize, width: f64, height: f64, dpi: f64) -> Result<f64, Error> {
    if !SIDES.contains(&width) || !SIDES.contains(&height) {
        return Err(Error::PageSize(page + 1));
    }
    Ok((dpi / 25.4).min(MOST_PIXELS / width.max(height)))
}

fn draw_pdf<'a>(pdf: &'a Pdf, number: usize, dpi: f64, cache: &Cache<'a>) -> Result<Raster, Error> {
    let page = pdf.pages().get(number).ok_or(Error::Unreadable(Format::Pdf))?;
    let (width, height) = page.render_dimensions();
    let millimetre = 25.4 / 72.0;
    let scale = scale_for(number, f64::from(width) * millimetre, f64::from(height) * millimetre, dpi)?;
    let zoom = (scale * millimetre) as f32;
    let picture = hayro::render(
        page,
        cache,
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &PixmapSettings { x_scale: zoom, y_scale: zoom, bg_color: WHITE },
    );
    let pixels = picture.data().iter().map(|one| luma(one.r, one.g, one.b)).collect();
    let grey = Grey::new(usize::from(picture.width()), pixels).ok_or(Error::PageSize(number + 1))?;
    Ok(Raster { grey, scale })
}

/// Fonts, files and pictures outside the file are none of its own bytes and stay out.
fn open_svg(bytes: &[u8]) -> Result<usvg::Tree, Error> {
    let alone = usvg::ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
    let options = usvg::Options { image_href_resolver: alone, ..usvg::Options::default() };
    usvg::Tree::from_data(bytes, &options).map_err(|_| Error::Unreadable(Format::Svg))
}

fn draw_svg(tree: &usvg::Tree, page: usize, dpi: f64) -> Result<Raster, Error> {
    let [width, height] = [tree.size().width(), tree.size().height()].map(|side| f64::from(side) * CSS_PIXEL);
    let scale = scale_for(page, width, height, dpi)?;
    let [across, down] = [width, height].map(|side| (side * scale).round().max(1.0) as u32);
    let mut canvas = tiny_skia::Pixmap::new(across, down).ok_or(Error::PageSize(page + 1))?;
    canvas.fill(tiny_skia::Color::WHITE);
    let zoom = (scale * CSS_PIXEL) as f32;
    resvg::render(tree, tiny_skia::Transform::from_scale(zoom, zoom), &mut canvas.as_mut());
    let pixels = canvas.data().chunks_exact(4).map(|one| luma(one[0], one[1], one[2])).collect();
    let grey = Grey::new(across as usize, pixels).ok_or(Error::PageSize(page + 1))?;
    Ok(Raster { grey, scale })
}

fn open_png(bytes: &[u8]) -> Result<Raster, Error> {
    let unreadable = |_| Error::Unreadable(Format::Png);
    let reader = || image::ImageReader::with_format(std::io::Cursor::new(bytes), image::ImageFormat::Png);
    let (width, height) = reader().into_dimensions().map_err(unreadable)?;
    let (width, height) = (u64::from(width), u64::from(height));
    if width * height > MOST_PICTURE_PIXELS {
        return Err(Error::PictureTooLarge { width, height });
    }
    let mut whole = reader();
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(MOST_PICTURE_PIXELS * 8);
    whole.limits(limits);
    let rgba = whole.decode().map_err(unreadable)?.into_rgba8();
    let across = rgba.width() as usize;
    let pixels = rgba.as_raw().chunks_exact(4).map(|one| over_white(luma(one[0], one[1], one[2]), one[3])).collect();
    let grey = Grey::new(across, pixels).ok_or(Error::Unreadable(Format::Png))?;
    Ok(Raster { grey, scale: dots_a_millimetre(bytes) })
}

/// What the pHYs chunk says, or CSS pixels where there is none.
fn dots_a_millimetre(bytes: &[u8]) -> f64 {
    let head = &bytes[..bytes.len().min(4096)];
    let found = head.windows(4).position(|four| four == b"pHYs");
    let dots = found.and_then(|at| head.get(at + 4..at + 8)).and_then(|four| four.try_into().ok()).map(u32::from_be_bytes);
    dots.filter(|dots| *dots > 0).map_or(1.0 / CSS_PIXEL, |dots| f64::from(dots) / 1000.0)
}

/// Rec. 601 weights, which every scanner uses.
fn luma(red: u8, green: u8, blue: u8) -> u8 {
    let sum = 299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue);
    u8::try_from(sum / 1000).unwrap_or(u8::MAX)
}

fn over_white(luma: u8, alpha: u8) -> u8 {
    let alpha = u32::from(alpha);
    u8::try_from((u32::from(luma) * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
}
