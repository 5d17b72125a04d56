//! What do the parts of a JPEG, a PNG and a WebP file tell? Walked over without decoding; each must reach its own end.

use super::picture_head::{Head, Sort, UnfitPicture};

/// Scans of a progressive JPEG at most: cameras and programs write about ten, and each costs a pass over the whole picture.
const MOST_SCANS: usize = 64;

/// Walks over a JPEG file to the end of its first picture; what cameras put behind that is not looked at.
pub fn jpeg(bytes: &[u8]) -> Result<Head, UnfitPicture> {
    walk_jpeg(bytes).ok_or(UnfitPicture::Damaged)
}

fn walk_jpeg(bytes: &[u8]) -> Option<Head> {
    let (mut at, mut head, mut scans) = (2, None, 0);
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        let marker = *bytes.get(at + 1)?;
        match marker {
            0xff => at += 1,
            // A stuffed byte of the coded picture, or a marker without a length.
            0x00..=0x01 | 0xd0..=0xd8 => at += 2,
            0xd9 => return head.filter(|_| scans > 0),
            _ => {
                let length = usize::from(u16::from_be_bytes(*bytes.get(at + 2..)?.first_chunk()?));
                let segment = bytes.get(at + 4..(at + 2).checked_add(length)?)?;
                if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) && head.is_none() {
                    head = Some(jpeg_frame(segment, matches!(marker, 0xc2 | 0xc6 | 0xca | 0xce))?);
                }
                scans += usize::from(marker == 0xda);
                if scans > MOST_SCANS {
                    return None;
                }
                at += 2 + length;
            }
        }
    }
}

/// The frame header. A progressive picture is kept in coefficients of two bytes until its last scan, beside what it becomes.
fn jpeg_frame(segment: &[u8], is_progressive: bool) -> Option<Head> {
    let side = |at: usize| Some(u32::from(u16::from_be_bytes(*segment.get(at..)?.first_chunk()?)));
    let (height, width) = (side(1)?, side(3)?);
    let samplings = segment.get(6..)?.chunks_exact(3).map(|part| (u64::from(part[1] >> 4), u64::from(part[1] & 15)));
    let samplings: Vec<(u64, u64)> = samplings.collect();
    let widest = samplings.iter().map(|(across, _)| *across).max()?.max(1);
    let highest = samplings.iter().map(|(_, down)| *down).max()?.max(1);
    let pixels = u64::from(width) * u64::from(height);
    let samples: u64 = samplings.iter().map(|(across, down)| pixels * across * down / (widest * highest)).sum();
    let shown = pixels * if samplings.len() == 1 { 1 } else { 3 };
    Some(Head { sort: Sort::Jpeg, width, height, decoded: shown + if is_progressive { 2 * samples } else { 0 } })
}

/// Walks over a PNG file to its last chunk.
pub fn png(bytes: &[u8]) -> Result<Head, UnfitPicture> {
    let mut head = None;
    for (kind, content) in png_chunks(bytes) {
        match kind {
            b"IHDR" => head = png_head(content),
            b"acTL" => return Err(UnfitPicture::Moving),
            b"IEND" => return head.ok_or(UnfitPicture::Damaged),
            _ => {}
        }
    }
    Err(UnfitPicture::Damaged)
}

fn png_head(content: &[u8]) -> Option<Head> {
    let side = |at: usize| Some(u32::from_be_bytes(*content.get(at..)?.first_chunk()?));
    let (width, height) = (side(0)?, side(4)?);
    let channels = match content.get(9)? {
        0 => 1,
        2 => 3,
        // A palette may have transparent colours.
        3 | 6 => 4,
        4 => 2,
        _ => return None,
    };
    let bytes = if *content.get(8)? == 16 { 2 } else { 1 };
    Some(Head { sort: Sort::Png, width, height, decoded: (u64::from(width) * u64::from(height)).saturating_mul(channels * bytes) })
}

/// The chunks of a PNG file as far as they are whole: kind and content.
fn png_chunks(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = bytes.get(8..).unwrap_or_default();
    std::iter::from_fn(move || {
        let length = usize::try_from(u32::from_be_bytes(*rest.first_chunk()?)).ok()?;
        let kind = rest.get(4..8)?;
        let content = rest.get(8..length.checked_add(8)?)?;
        rest = rest.get(length.checked_add(12)?..)?;
        Some((kind, content))
    })
}

/// The same PNG with nothing but what its pixels and the way it is to be turned need: a packed text or profile is never unpacked.
pub fn bare_png(bytes: &[u8]) -> Vec<u8> {
    let mut bare = bytes.get(..8).unwrap_or_default().to_vec();
    let mut at = 8;
    for (kind, content) in png_chunks(bytes) {
        let whole = content.len() + 12;
        if [&b"IHDR"[..], b"PLTE", b"tRNS", b"IDAT", b"eXIf", b"IEND"].contains(&kind) {
            bare.extend_from_slice(&bytes[at..at + whole]);
        }
        at += whole;
    }
    bare
}

/// Walks over a WebP file to the end that it announces.
pub fn webp(bytes: &[u8]) -> Result<Head, UnfitPicture> {
    let announced = bytes.get(4..).and_then(<[u8]>::first_chunk).map_or(0, |length| u32::from_le_bytes(*length));
    let end = usize::try_from(announced).ok().and_then(|length| length.checked_add(8)).filter(|end| *end <= bytes.len());
    let mut rest = bytes.get(12..end.ok_or(UnfitPicture::Damaged)?).unwrap_or_default();
    let mut head = None;
    while let Some((kind, content, after)) = webp_chunk(rest) {
        if kind == b"ANIM" || kind == b"ANMF" {
            return Err(UnfitPicture::Moving);
        }
        // An extended file tells its size first, and its pixels follow.
        head = head.or_else(|| webp_head(kind, content));
        rest = after;
    }
    head.ok_or(UnfitPicture::Damaged)
}

fn webp_chunk(rest: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let length = usize::try_from(u32::from_le_bytes(*rest.get(4..)?.first_chunk()?)).ok()?;
    let content = rest.get(8..length.checked_add(8)?)?;
    Some((&rest[..4], content, rest.get(8 + length + length % 2..).unwrap_or_default()))
}

/// Width and height, with the bytes that our decoder takes a pixel for this sort of chunk.
fn webp_head(kind: &[u8], content: &[u8]) -> Option<Head> {
    let number = |at: usize, bytes: usize| Some(content.get(at..at + bytes)?.iter().rev().fold(0, |sum, byte| sum << 8 | u32::from(*byte)));
    let (width, height, a_pixel) = match kind {
        b"VP8X" => (number(4, 3)? + 1, number(7, 3)? + 1, 7),
        b"VP8 " => (number(6, 2)? & 0x3fff, number(8, 2)? & 0x3fff, 5),
        b"VP8L" => (number(1, 4)? & 0x3fff, number(1, 4)? >> 14 & 0x3fff, 7),
        _ => return None,
    };
    let extra = u32::from(kind == b"VP8L");
    let (width, height) = (width + extra, height + extra);
    Some(Head { sort: Sort::Webp, width, height, decoded: u64::from(width) * u64::from(height) * a_pixel })
}
