//! What does a black and white TIFF of gigadots show? Unpacked row by row and thinned at once, so that only rows are in memory.

use super::read_tiff::Bytes;
use crate::qr::Grey;
use fax::decoder::{DecodeStatus, Group4Decoder};
use std::convert::Infallible;

/// The tags that tell how it is packed (TIFF 6.0, sections 8 and 11).
const BITS: u64 = 258;
const COMPRESSION: u64 = 259;
const PHOTOMETRIC: u64 = 262;
const FILL_ORDER: u64 = 266;
const OFFSETS: u64 = 273;
const SAMPLES: u64 = 277;
const STRIP_ROWS: u64 = 278;
const LENGTHS: u64 = 279;
const G4_OPTIONS: u64 = 293;

/// Longest side: five metres in the finest dots of any device.
const LONGEST_SIDE: u64 = 1 << 22;

/// Largest strip. Ours have some kilobytes.
const LARGEST_STRIP: usize = 32 << 20;

/// The strips of a picture in CCITT group 4, white being zero.
pub(super) struct Strips<'a> {
    width: u32,
    height: u32,
    /// Of all strips but the last.
    rows: u32,
    packed: Vec<&'a [u8]>,
}

impl<'a> Strips<'a> {
    /// None where the picture is packed in any other way, or its strips do not lie in the file.
    pub(super) fn of(file: &Bytes<'a>, (width, height): (u64, u64)) -> Option<Self> {
        let tag = |wanted: u64| file.entries()?.find(|entry| file.number(*entry, 2) == Some(wanted));
        let value = |wanted: u64, usual: u64| tag(wanted).map_or(Some(usual), |entry| file.value(entry));
        let known = [(BITS, 1, 1), (COMPRESSION, 1, 4), (PHOTOMETRIC, 1, 0), (FILL_ORDER, 1, 1), (SAMPLES, 1, 1), (G4_OPTIONS, 0, 0)];
        if width.max(height) > LONGEST_SIDE || known.iter().any(|(tag, usual, ours)| value(*tag, *usual) != Some(*ours)) {
            return None;
        }
        let rows = value(STRIP_ROWS, height)?.clamp(1, height);
        let count = height.div_ceil(rows);
        let (offsets, lengths) = (file.values(tag(OFFSETS)?, count)?, file.values(tag(LENGTHS)?, count)?);
        let packed: Option<Vec<_>> = offsets.zip(lengths).map(|(offset, length)| file.part(offset?, length?)).collect();
        let packed = packed.filter(|all| all.iter().all(|strip| strip.len() <= LARGEST_STRIP))?;
        // Strips that share bytes would unpack to more than the file holds.
        let whole = packed.iter().map(|strip| strip.len()).sum::<usize>() <= file.len();
        let [width, height, rows] = [width, height, rows].map(|side| u32::try_from(side).ok());
        Some(Self { width: width?, height: height?, rows: rows?, packed }).filter(|_| whole)
    }

    /// So many dots each way made one; what is left over at the right and the bottom is filled up with white.
    /// None where a strip holds less than its rows.
    pub(super) fn thinned(&self, times: u32) -> Option<Grey> {
        let across = self.width.div_ceil(times) as usize;
        let mut thin = Thin { times, rows: 0, black: vec![0; across], drawn: Vec::new() };
        let mut left = self.height;
        for strip in &self.packed {
            let rows = left.min(self.rows);
            let bytes = strip.iter().map(|byte| Ok::<u8, Infallible>(*byte));
            let mut decoder = Group4Decoder::new(bytes, self.width).ok()?;
            for _ in 0..rows {
                if decoder.advance().ok()? != DecodeStatus::Incomplete {
                    return None;
                }
                thin.add(decoder.transition(), self.width)?;
            }
            left -= rows;
        }
        if thin.rows > 0 {
            thin.draw();
        }
        Grey::new(across, thin.drawn)
    }
}

/// Rows on their way into one.
struct Thin {
    times: u32,
    rows: u32,
    /// The black dots under each new one.
    black: Vec<u32>,
    drawn: Vec<u8>,
}

impl Thin {
    /// Adds a row by the places where its colour changes; none where they do not go from left to right.
    fn add(&mut self, changes: &[u32], width: u32) -> Option<()> {
        if !changes.is_sorted_by(|one, next| one < next) {
            return None;
        }
        for run in changes.chunks(2) {
            let (mut at, end) = (run[0], run.get(1).map_or(width, |end| (*end).min(width)));
            while at < end {
                let number = at / self.times;
                let next = end.min((number + 1) * self.times);
                self.black[number as usize] += next - at;
                at = next;
            }
        }
        self.rows += 1;
        if self.rows == self.times {
            self.draw();
        }
        Some(())
    }

    fn draw(&mut self) {
        let (white, all) = (u64::from(u8::MAX), u64::from(self.times) * u64::from(self.times));
        self.drawn.extend(self.black.iter().map(|black| ((white * (all - u64::from(*black))) / all) as u8));
        self.black.fill(0);
        self.rows = 0;
    }
}
