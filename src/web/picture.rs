//! What becomes of a picture that was sent? Decoded under limits, turned upright, and encoded anew in the widths that pages need.

use super::picture_head::{Head, Sort, UnfitPicture, head_of};
use super::picture_walk::bare_png;
use crate::register::photo::{WIDTHS, widths};
use crate::register::{PhotoFile, PhotoFormat, hex};
use fast_image_resize::Resizer;
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::{DynamicImage, ImageDecoder, Limits, RgbImage};
use sha2::{Digest, Sha256};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How well files are encoded, of 100: beyond it they grow and nobody sees why.
const QUALITY: u8 = 80;
/// Most bytes that a decoder may ask for.
const MOST_ALLOCATED: u64 = 192 << 20;
/// Characters of the digest in an address.
const DIGEST: usize = 12;
/// Rows of the largest file at most: a scroll four times as high as it is wide.
const MOST_ROWS: u32 = 4 * WIDTHS[0];

/// A picture as it is kept: nothing of the file that was sent is in it but what it shows.
#[derive(Debug, Clone)]
pub struct Picture {
    /// The start of the SHA-256 of its largest JPEG, in hex.
    pub digest: String,
    /// Every width in every format, the largest first.
    pub files: Vec<PhotoFile>,
}

/// Makes a picture of what was sent. The colours are taken for sRGB, whatever profile came with them.
///
/// # Errors
/// Refuses what [`head_of`] refuses, and what cannot be decoded.
pub fn picture_of(bytes: &[u8]) -> Result<Picture, UnfitPicture> {
    made_of(bytes, |largest| {
        let files = files_of(largest, widths(largest.width()), &[PhotoFormat::Jpg, PhotoFormat::Webp])?;
        Some(Picture { digest: digest_of(&files.first()?.bytes), files })
    })
}

/// Makes a snapshot of what was sent: the largest and the smallest width, in one format, the largest first.
///
/// # Errors
/// As [`picture_of`].
pub fn snapshot_of(bytes: &[u8]) -> Result<Vec<PhotoFile>, UnfitPicture> {
    made_of(bytes, |largest| {
        let [.., small] = WIDTHS;
        let both = std::iter::once(largest.width()).chain(Some(small).filter(|small| *small < largest.width()));
        files_of(largest, both, &[PhotoFormat::Webp])
    })
}

fn made_of<T>(bytes: &[u8], make: impl FnOnce(&DynamicImage) -> Option<T>) -> Result<T, UnfitPicture> {
    let head = head_of(bytes)?;
    // A decoder that panics over a hostile file has not decoded it, and that is all there is to say.
    catch_unwind(AssertUnwindSafe(|| make(&largest_of(bytes, head)?))).unwrap_or(None).ok_or(UnfitPicture::Damaged)
}

fn largest_of(bytes: &[u8], head: Head) -> Option<DynamicImage> {
    match head.sort {
        Sort::Jpeg => upright(JpegDecoder::new(Cursor::new(bytes)).ok()?),
        Sort::Png => upright(PngDecoder::with_limits(Cursor::new(bare_png(bytes)), limits()).ok()?),
        Sort::Webp => upright(WebPDecoder::new(Cursor::new(bytes)).ok()?),
    }
}

fn files_of(largest: &DynamicImage, widths: impl Iterator<Item = u32>, formats: &[PhotoFormat]) -> Option<Vec<PhotoFile>> {
    let mut files = Vec::new();
    for width in widths {
        let smaller = if width == largest.width() { None } else { Some(resized(largest, (width, rows_at(width, largest)))?) };
        let shown = smaller.as_ref().unwrap_or(largest).as_rgb8()?;
        for format in formats {
            let bytes = match format {
                PhotoFormat::Jpg => jpeg_of(shown)?,
                PhotoFormat::Webp => webp_of(shown)?,
            };
            files.push(PhotoFile { width, height: shown.height(), format: *format, bytes });
        }
    }
    Some(files)
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_ALLOCATED);
    limits
}

/// The picture in its largest width, turned as its camera says and without transparency.
fn upright(mut decoder: impl ImageDecoder) -> Option<DynamicImage> {
    decoder.set_limits(limits()).ok()?;
    let turn = decoder.orientation().ok()?;
    let sent = DynamicImage::from_decoder(decoder).ok()?;
    let is_on_its_side = turn.to_exif() >= 5;
    let (wide, high) = if is_on_its_side { (sent.height(), sent.width()) } else { (sent.width(), sent.height()) };
    let (width, height) = fitting(wide, high);
    let size = if is_on_its_side { (height, width) } else { (width, height) };
    let mut fitting = if size == (sent.width(), sent.height()) { sent } else { resized(&sent, size)? };
    fitting.apply_orientation(turn);
    Some(DynamicImage::ImageRgb8(on_white(fitting)))
}

/// The size of the largest file: as sent, where that is not too wide or too high.
fn fitting(width: u32, height: u32) -> (u32, u32) {
    let scale = (f64::from(WIDTHS[0]) / f64::from(width)).min(f64::from(MOST_ROWS) / f64::from(height)).min(1.0);
    (scaled(width, scale), scaled(height, scale))
}

fn rows_at(width: u32, largest: &DynamicImage) -> u32 {
    scaled(largest.height(), f64::from(width) / f64::from(largest.width()))
}

fn scaled(side: u32, scale: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a side of at most 16,000 pixels, made smaller")]
    let side = (f64::from(side) * scale).round().max(1.0) as u32;
    side
}

fn resized(picture: &DynamicImage, (width, height): (u32, u32)) -> Option<DynamicImage> {
    let mut smaller = DynamicImage::new(width, height, picture.color());
    Resizer::new().resize(picture, &mut smaller, None).ok()?;
    Some(smaller)
}

/// What is transparent becomes white, as paper is.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let see_through = picture.into_rgba8();
    RgbImage::from_fn(see_through.width(), see_through.height(), |x, y| {
        let [colours @ .., alpha] = see_through.get_pixel(x, y).0;
        image::Rgb(colours.map(|colour| over_white(colour, alpha)))
    })
}

fn over_white(colour: u8, alpha: u8) -> u8 {
    let mixed = (u16::from(colour) * u16::from(alpha) + 255 * (255 - u16::from(alpha)) + 127) / 255;
    u8::try_from(mixed).unwrap_or(u8::MAX)
}

fn jpeg_of(picture: &RgbImage) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(picture).ok()?;
    Some(bytes)
}

fn webp_of(picture: &RgbImage) -> Option<Vec<u8>> {
    let encoder = webp::Encoder::from_rgb(picture.as_raw(), picture.width(), picture.height());
    Some(encoder.encode_simple(false, f32::from(QUALITY)).ok()?.to_vec())
}

fn digest_of(bytes: &[u8]) -> String {
    let mut digest = hex(&Sha256::digest(bytes));
    digest.truncate(DIGEST);
    digest
}
