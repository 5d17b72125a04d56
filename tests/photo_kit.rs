//! Pictures for the tests: of two halves, with something hidden in the file, and hostile ones.

use image::{ImageFormat, RgbImage};
use std::io::{Cursor, Write};
use tenpho::web::picture_head::UnfitPicture;

/// What must be found nowhere once the picture is kept.
pub const HIDDEN: &str = "HIDDEN-IN-THE-FILE";

/// Red on the left, blue on the right.
pub fn two_halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| image::Rgb(if x < width / 2 { [200, 20, 20] } else { [20, 20, 200] }))
}

pub fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A TIFF block with an orientation, a description, and a position in words.
fn exif(orientation: u8) -> Vec<u8> {
    let mut block = b"II*\0\x08\0\0\0\x02\0".to_vec();
    block.extend_from_slice(&[0x0e, 0x01, 2, 0]);
    block.extend_from_slice(&u32::try_from(HIDDEN.len()).unwrap().to_le_bytes());
    block.extend_from_slice(&38_u32.to_le_bytes());
    block.extend_from_slice(&[0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]);
    block.extend_from_slice(format!("{HIDDEN} GPS 20.8563,106.6822 {HIDDEN}").as_bytes());
    block
}

pub fn jpeg_with_secrets(picture: &RgbImage, orientation: u8) -> Vec<u8> {
    let plain = encoded(picture, ImageFormat::Jpeg);
    let segment = |marker: u8, content: &[u8]| {
        let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker], &length[..], content].concat()
    };
    let exif = segment(0xe1, &[&b"Exif\0\0"[..], &exif(orientation)].concat());
    let xmp = segment(0xe1, format!("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>{HIDDEN}</x:xmpmeta>").as_bytes());
    let comment = segment(0xfe, HIDDEN.as_bytes());
    [&plain[..2], &exif, &xmp, &comment, &plain[2..], HIDDEN.as_bytes()].concat()
}

pub fn png_chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(kind);
    sum.update(content);
    [&u32::try_from(content.len()).unwrap().to_be_bytes(), &kind[..], content, &sum.sum().to_be_bytes()].concat()
}

pub fn png_with_secrets(picture: &RgbImage, orientation: u8) -> Vec<u8> {
    let plain = encoded(picture, ImageFormat::Png);
    let text = png_chunk(b"tEXt", format!("Comment\0{HIDDEN}").as_bytes());
    let exif = png_chunk(b"eXIf", &exif(orientation));
    [&plain[..33], &text, &exif, &plain[33..]].concat()
}

pub fn webp_with_secrets(picture: &RgbImage, orientation: u8) -> Vec<u8> {
    let plain = encoded(picture, ImageFormat::WebP);
    let chunk = |kind: &[u8; 4], content: &[u8]| {
        let padding: &[u8] = if content.len() % 2 == 1 { &[0] } else { &[] };
        [&kind[..], &u32::try_from(content.len()).unwrap().to_le_bytes(), content, padding].concat()
    };
    let side = |side: u32| (side - 1).to_le_bytes()[..3].to_vec();
    let extended = chunk(b"VP8X", &[vec![0x0c, 0, 0, 0], side(picture.width()), side(picture.height())].concat());
    let inside = [&b"WEBP"[..], &extended, &plain[12..], &chunk(b"EXIF", &exif(orientation)), &chunk(b"XMP ", HIDDEN.as_bytes())].concat();
    [&b"RIFF"[..], &u32::try_from(inside.len()).unwrap().to_le_bytes(), &inside].concat()
}

/// A PNG of so many grey pixels, all of them there where `is_whole`.
fn png_of(width: u32, height: u32, is_whole: bool) -> Vec<u8> {
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let row = vec![0; if is_whole { usize::try_from(width).unwrap() + 1 } else { 100 }];
    (0..if is_whole { height } else { 1 }).for_each(|_| packed.write_all(&row).unwrap());
    let chunks = [png_chunk(b"IHDR", &head), png_chunk(b"IDAT", &packed.finish().unwrap()), png_chunk(b"IEND", &[])].concat();
    [&b"\x89PNG\r\n\x1a\n"[..], &chunks].concat()
}

fn moving_png() -> Vec<u8> {
    let plain = encoded(&two_halves(8, 8), ImageFormat::Png);
    [&plain[..33], &png_chunk(b"acTL", &[0, 0, 0, 1, 0, 0, 0, 0]), &plain[33..]].concat()
}

fn moving_webp() -> Vec<u8> {
    let head = b"VP8X\x0a\0\0\0\x02\0\0\0\x07\0\0\x07\0\0ANIM\x06\0\0\0\0\0\0\0\0\0";
    [&b"RIFF"[..], &u32::try_from(head.len() + 4).unwrap().to_le_bytes(), b"WEBP", head].concat()
}

fn gif_of_many_frames() -> Vec<u8> {
    let frame = b"\x2c\0\0\0\0\x10\x27\x10\x27\0\x02\x02\x44\x01\0";
    [&b"GIF89a\x10\x27\x10\x27\x80\0\0\0\0\0\xff\xff\xff"[..], &frame.repeat(5_000), b"\x3b"].concat()
}

/// Files that are not what they say, or would fill the memory of whoever opens them.
pub fn hostile() -> Vec<(&'static str, Vec<u8>, UnfitPicture)> {
    let jpeg = encoded(&two_halves(300, 200), ImageFormat::Jpeg);
    let png = encoded(&two_halves(300, 200), ImageFormat::Png);
    let webp = encoded(&two_halves(300, 200), ImageFormat::WebP);
    let mut wrong_sum = png.clone();
    wrong_sum[60] ^= 0xff;
    let other = UnfitPicture::OtherSort;
    let large = |width, height| UnfitPicture::TooLarge { width, height };
    vec![
        ("20000 x 20000", png_of(20_000, 20_000, true), large(20_000, 20_000)),
        ("12000 x 8000", png_of(12_000, 8_000, true), large(12_000, 8_000)),
        ("65535 x 65535", png_of(65_535, 65_535, false), large(65_535, 65_535)),
        ("the largest sides", png_of(u32::MAX, u32::MAX, false), large(u32::MAX, u32::MAX)),
        ("one row", png_of(20_000, 1, true), large(20_000, 1)),
        ("no row", png_of(100, 0, false), UnfitPicture::Damaged),
        ("too few rows", png_of(3_000, 3_000, false), UnfitPicture::Damaged),
        ("GIF of 5,000 frames", gif_of_many_frames(), other("GIF")),
        ("moving PNG", moving_png(), UnfitPicture::Moving),
        ("moving WebP", moving_webp(), UnfitPicture::Moving),
        ("half a JPEG", jpeg[..jpeg.len() / 2].to_vec(), UnfitPicture::Damaged),
        ("JPEG without its last bytes", jpeg[..jpeg.len() - 2].to_vec(), UnfitPicture::Damaged),
        ("half a PNG", png[..png.len() / 2].to_vec(), UnfitPicture::Damaged),
        ("half a WebP", webp[..webp.len() / 2].to_vec(), UnfitPicture::Damaged),
        ("spoilt PNG", wrong_sum, UnfitPicture::Damaged),
        ("three bytes", vec![0xff, 0xd8, 0xff], UnfitPicture::Damaged),
        ("nothing but a signature", b"\x89PNG\r\n\x1a\n".to_vec(), UnfitPicture::Damaged),
        ("ELF", b"\x7fELF\x02\x01\x01".repeat(100), other("ELF")),
        ("XLSX or a zip bomb", [&b"PK\x03\x04"[..], &[0; 4_000]].concat(), other("ZIP")),
        ("SVG", b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(), other("SVG")),
        ("HTML", b"\n<!DOCTYPE html><script>alert(1)</script>".to_vec(), other("HTML")),
        ("PDF", b"%PDF-1.7".to_vec(), other("PDF")),
        ("BMP", b"BM\0\0\0\0".to_vec(), other("BMP")),
        ("AVIF", b"\0\0\0\x18ftypmif1\0\0\0\0avifmif1".to_vec(), other("AVIF")),
        ("HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), UnfitPicture::Heic),
        ("text", b"not a picture".to_vec(), UnfitPicture::Unknown),
    ]
}

pub fn holds(bytes: &[u8], needle: &str) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle.as_bytes())
}
