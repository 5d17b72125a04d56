//! Which dots does a TIFF hold, and how many make a millimetre?

use super::rasters::{MOST_PICTURE_PIXELS, MOST_PIXELS, Raster};
use super::thin_tiff::Strips;
use super::tiff::MOST_DOTS;
use super::{Error, Format};
use crate::qr::Grey;

/// The tags that we read: the size, dots across and down a unit, and the unit (TIFF 6.0, section 8).
const WIDTH: u64 = 256;
const HEIGHT: u64 = 257;
const X_RESOLUTION: u64 = 282;
const Y_RESOLUTION: u64 = 283;
const RESOLUTION_UNIT: u64 = 296;

/// The picture of a TIFF, no finer than a page is ever drawn.
///
/// # Errors
/// Refuses what is no TIFF of one picture in square dots of a known size, and one too large for the memory.
pub(super) fn read(bytes: &[u8]) -> Result<Raster, Error> {
    let unreadable = |_| Error::Unreadable(Format::Tiff);
    let Tags { width, height, scale } = Tags::read(bytes).ok_or(Error::Unreadable(Format::Tiff))?;
    let times = (width.max(height) as f64 / MOST_PIXELS).ceil() as usize;
    if width.saturating_mul(height) > MOST_PICTURE_PIXELS {
        let grey = read_large(&Bytes::of(bytes), (width, height), times)?;
        return Ok(Raster { grey, scale: scale / times as f64 });
    }
    let mut whole = image::ImageReader::with_format(std::io::Cursor::new(bytes), image::ImageFormat::Tiff);
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(MOST_PICTURE_PIXELS * 8);
    whole.limits(limits);
    let dots = whole.decode().map_err(unreadable)?.into_luma8();
    let across = dots.width() as usize;
    let grey = Grey::new(across, dots.into_raw()).ok_or(Error::Unreadable(Format::Tiff))?;
    Ok(Raster { grey: coarser(grey, times), scale: scale / times as f64 })
}

/// A picture that the memory does not hold whole: only as image setters take it, which is as we write it.
fn read_large(file: &Bytes<'_>, (width, height): (u64, u64), times: usize) -> Result<Grey, Error> {
    let too_large = Error::PictureTooLarge { width, height };
    let (true, Ok(times)) = (width.saturating_mul(height) <= MOST_DOTS, u32::try_from(times)) else { return Err(too_large) };
    Strips::of(file, (width, height)).ok_or(too_large)?.thinned(times).ok_or(Error::Unreadable(Format::Tiff))
}

/// So many dots each way made one; what is left over at the right and the bottom is filled up with white.
fn coarser(grey: Grey, times: usize) -> Grey {
    if times <= 1 {
        return grey;
    }
    let (across, down) = (grey.width().div_ceil(times), grey.height().div_ceil(times));
    let mut drawn = Vec::with_capacity(across * down);
    let white = u32::from(u8::MAX);
    for rows in (0..grey.height()).collect::<Vec<_>>().chunks(times) {
        let mut sums = vec![white * (times * times) as u32; across];
        for row in rows {
            for (sum, dots) in sums.iter_mut().zip(grey.row(*row).chunks(times)) {
                *sum -= dots.iter().map(|dot| white - u32::from(*dot)).sum::<u32>();
            }
        }
        drawn.extend(sums.iter().map(|sum| (sum / (times * times) as u32) as u8));
    }
    Grey::new(across, drawn).expect("whole rows were drawn")
}

/// What the tags of the one picture tell.
struct Tags {
    width: u64,
    height: u64,
    /// Dots a millimetre.
    scale: f64,
}

impl Tags {
    /// None where they tell too little, of more pictures than one, or of dots that are not square.
    fn read(bytes: &[u8]) -> Option<Self> {
        let file = Bytes::of(bytes);
        let (mut size, mut dots, mut unit) = ([None; 2], [None; 2], 2);
        for entry in file.entries()? {
            match file.number(entry, 2)? {
                WIDTH => size[0] = Some(file.value(entry)?),
                HEIGHT => size[1] = Some(file.value(entry)?),
                X_RESOLUTION => dots[0] = Some(file.ratio(entry)?),
                Y_RESOLUTION => dots[1] = Some(file.ratio(entry)?),
                RESOLUTION_UNIT => unit = file.value(entry)?,
                _ => {}
            }
        }
        let alone = file.number(file.directory()? + 2 + 12 * file.number(file.directory()?, 2)?, 4)? == 0;
        let [across, down] = [dots[0]?, dots[1]?];
        let millimetres = if unit == 3 { 10.0 } else { 25.4 };
        let known = alone && (2..=3).contains(&unit) && across == down && (1.0..=20_000.0).contains(&across);
        Some(Self { width: size[0]?, height: size[1]?, scale: across / millimetres }).filter(|_| known)
    }
}

/// A file by its places.
pub(super) struct Bytes<'a> {
    bytes: &'a [u8],
    little: bool,
}

impl<'a> Bytes<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, little: bytes.starts_with(b"II*\0") }
    }

    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Where the first directory begins; none where the file is no TIFF.
    fn directory(&self) -> Option<u64> {
        (self.little || self.bytes.starts_with(b"MM\0*")).then(|| self.number(4, 4))?
    }

    /// Where each entry of the first directory begins.
    pub(super) fn entries(&self) -> Option<impl Iterator<Item = u64> + use<>> {
        let directory = self.directory()?;
        let count = self.number(directory, 2)?;
        Some((0..count).map(move |number| directory + 2 + 12 * number))
    }

    /// So many bytes from here on.
    pub(super) fn part(&self, at: u64, length: u64) -> Option<&'a [u8]> {
        let at = usize::try_from(at).ok()?;
        self.bytes.get(at..at.checked_add(usize::try_from(length).ok()?)?)
    }

    /// The short or long numbers of an entry that must have so many.
    pub(super) fn values(&self, entry: u64, count: u64) -> Option<impl Iterator<Item = Option<u64>>> {
        let length = if self.number(entry + 2, 2)? == 3 { 2 } else { 4 };
        let at = if count * length <= 4 { entry + 8 } else { self.number(entry + 8, 4)? };
        (self.number(entry + 4, 4)? == count).then(|| (0..count).map(move |number| self.number(at + number * length, length as usize)))
    }

    pub(super) fn number(&self, at: u64, length: usize) -> Option<u64> {
        let at = usize::try_from(at).ok()?;
        let found = self.bytes.get(at..at.checked_add(length)?)?;
        let add = |sum: u64, byte: &u8| sum << 8 | u64::from(*byte);
        Some(if self.little { found.iter().rev().fold(0, add) } else { found.iter().fold(0, add) })
    }

    /// The short or long number that an entry holds.
    pub(super) fn value(&self, entry: u64) -> Option<u64> {
        let length = if self.number(entry + 2, 2)? == 3 { 2 } else { 4 };
        self.number(entry + 8, length)
    }

    /// The ratio that an entry points to.
    fn ratio(&self, entry: u64) -> Option<f64> {
        let at = self.number(entry + 8, 4)?;
        let (above, below) = (self.number(at, 4)?, self.number(at + 4, 4)?);
        (self.number(entry + 2, 2)? == 5 && below > 0).then(|| above as f64 / below as f64)
    }
}
