//! Which dots does a TIFF hold, and how many make a millimetre?

use super::rasters::{MOST_PICTURE_PIXELS, MOST_PIXELS, Raster};
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
    if width.saturating_mul(height) > MOST_PICTURE_PIXELS {
        return Err(Error::PictureTooLarge { width, height });
    }
    let mut whole = image::ImageReader::with_format(std::io::Cursor::new(bytes), image::ImageFormat::Tiff);
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(MOST_PICTURE_PIXELS * 8);
    whole.limits(limits);
    let dots = whole.decode().map_err(unreadable)?.into_luma8();
    let across = dots.width() as usize;
    let grey = Grey::new(across, dots.into_raw()).ok_or(Error::Unreadable(Format::Tiff))?;
    let times = (width.max(height) as f64 / MOST_PIXELS).ceil() as usize;
    Ok(Raster { grey: coarser(grey, times), scale: scale / times as f64 })
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
        let file = Bytes { bytes, little: bytes.starts_with(b"II*\0") };
        let directory = (file.little || bytes.starts_with(b"MM\0*")).then(|| file.number(4, 4))??;
        let count = file.number(directory, 2)?;
        let (mut size, mut dots, mut unit) = ([None; 2], [None; 2], 2);
        for entry in (0..count).map(|number| directory + 2 + 12 * number) {
            match file.number(entry, 2)? {
                WIDTH => size[0] = Some(file.value(entry)?),
                HEIGHT => size[1] = Some(file.value(entry)?),
                X_RESOLUTION => dots[0] = Some(file.ratio(entry)?),
                Y_RESOLUTION => dots[1] = Some(file.ratio(entry)?),
                RESOLUTION_UNIT => unit = file.value(entry)?,
                _ => {}
            }
        }
        let alone = file.number(directory + 2 + 12 * count, 4)? == 0;
        let [across, down] = [dots[0]?, dots[1]?];
        let millimetres = if unit == 3 { 10.0 } else { 25.4 };
        let known = alone && (2..=3).contains(&unit) && across == down && (1.0..=20_000.0).contains(&across);
        Some(Self { width: size[0]?, height: size[1]?, scale: across / millimetres }).filter(|_| known)
    }
}

struct Bytes<'a> {
    bytes: &'a [u8],
    little: bool,
}

impl Bytes<'_> {
    fn number(&self, at: u64, length: usize) -> Option<u64> {
        let at = usize::try_from(at).ok()?;
        let found = self.bytes.get(at..at.checked_add(length)?)?;
        let add = |sum: u64, byte: &u8| sum << 8 | u64::from(*byte);
        Some(if self.little { found.iter().rev().fold(0, add) } else { found.iter().fold(0, add) })
    }

    /// The short or long number that an entry holds.
    fn value(&self, entry: u64) -> Option<u64> {
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
