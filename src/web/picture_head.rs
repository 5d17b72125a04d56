//! Which sort of file was sent, and how large is the picture in it? Told by its first bytes, before anything is decoded.

use super::picture_walk;

/// Most pixels of a picture.
pub const MOST_PIXELS: u64 = 50_000_000;
/// Most pixels of one of its sides.
pub const LONGEST_SIDE: u32 = 16_000;
/// Most bytes that decoding it may take.
const MOST_DECODED: u64 = 160 << 20;

/// A sort of picture that is taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
}

/// What the head of a picture tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Its sort.
    pub sort: Sort,
    /// Its width in pixels, as stored.
    pub width: u32,
    /// Its height in pixels, as stored.
    pub height: u32,
    /// Bytes that decoding it takes, about.
    pub decoded: u64,
}

/// Why a file is not taken in as a picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnfitPicture {
    /// It is what an iPhone saves if nothing else is said.
    #[error("HEIC")]
    Heic,
    /// It is of another sort, which has a name.
    #[error("a file of the sort {0}")]
    OtherSort(&'static str),
    /// It is no picture that we know of.
    #[error("no picture")]
    Unknown,
    /// It moves.
    #[error("it moves")]
    Moving,
    /// It has too many pixels.
    #[error("{width} by {height} pixels")]
    TooLarge {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
    },
    /// Decoding it would take too much memory, though it has not too many pixels.
    #[error("too much to decode")]
    TooHeavy,
    /// It ends too early or is damaged.
    #[error("damaged or cut off")]
    Damaged,
}

/// What other sorts of files begin with, and from which byte on.
const OTHERS: &[(usize, &[u8], &str)] = &[
    (0, b"GIF8", "GIF"),
    (0, b"BM", "BMP"),
    (0, b"%PDF", "PDF"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (0, b"PK\x03\x04", "ZIP"),
    (0, b"\x7fELF", "ELF"),
    (0, b"MZ", "EXE"),
    (4, b"ftypavif", "AVIF"),
    (4, b"ftypavis", "AVIF"),
    (4, b"ftyp", "MP4"),
    (0, b"\0\0\0\x0cJXL ", "JPEG XL"),
    (0, b"\xff\x0a", "JPEG XL"),
    (0, b"\0\0\0\x0cjP", "JPEG 2000"),
];

/// The brands that a HEIC file names itself by.
const HEIC_BRANDS: [&[u8]; 8] = [b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"];

/// How far into a file a tag is looked for.
const TAG_WITHIN: usize = 1_024;

/// Reads the head of a file.
///
/// # Errors
/// Refuses every other sort, a picture that moves, one too large to decode, and one that ends before its end.
pub fn head_of(bytes: &[u8]) -> Result<Head, UnfitPicture> {
    let head = match bytes {
        [0xff, 0xd8, 0xff, ..] => picture_walk::jpeg(bytes),
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => picture_walk::png(bytes),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => picture_walk::webp(bytes),
        _ => Err(other_sort(bytes)),
    }?;
    let pixels = u64::from(head.width) * u64::from(head.height);
    if pixels == 0 {
        return Err(UnfitPicture::Damaged);
    }
    if pixels > MOST_PIXELS || head.width.max(head.height) > LONGEST_SIDE {
        return Err(UnfitPicture::TooLarge { width: head.width, height: head.height });
    }
    if head.decoded > MOST_DECODED { Err(UnfitPicture::TooHeavy) } else { Ok(head) }
}

fn other_sort(bytes: &[u8]) -> UnfitPicture {
    let begins = |at: usize, with: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(with));
    if begins(4, b"ftyp") && HEIC_BRANDS.iter().any(|brand| begins(8, brand)) {
        return if is_avif(bytes) { UnfitPicture::OtherSort("AVIF") } else { UnfitPicture::Heic };
    }
    if let Some((_, _, name)) = OTHERS.iter().find(|(at, with, _)| begins(*at, with)) {
        return UnfitPicture::OtherSort(name);
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(TAG_WITHIN)]).to_lowercase();
    match [("<svg", "SVG"), ("<!doctype html", "HTML"), ("<html", "HTML")].iter().find(|(tag, _)| start.contains(tag)) {
        Some((_, name)) => UnfitPicture::OtherSort(name),
        None => UnfitPicture::Unknown,
    }
}

/// An AVIF file may lead with the brand that it shares with HEIC; its own is then among the others.
fn is_avif(bytes: &[u8]) -> bool {
    let length = bytes.first_chunk().map_or(0, |length| u32::from_be_bytes(*length));
    let brands = bytes.get(8..usize::try_from(length).unwrap_or(0).min(64)).unwrap_or_default();
    brands.chunks(4).any(|brand| brand == b"avif")
}
