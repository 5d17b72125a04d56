//! How are rows of black and white packed as CCITT group 4 (ITU-T T.6)?

use super::rows::Run;
use fax::maps::{EDFB_HALF, Mode, black, mode, white};
use fax::{BitWriter, Bits, VecWriter};

/// The longest run that has a code of its own.
const LONGEST: u32 = 2560;

/// Packs the rows of one strip. Works from run to run, not from dot to dot: a row of 40,000 dots has a hundred runs.
pub(super) struct Packer {
    width: u32,
    writer: VecWriter,
    /// Where the colour changes in the row above and in this one, from white to black first.
    above: Vec<u32>,
    row: Vec<u32>,
}

impl Packer {
    pub(super) fn new(width: u32) -> Self {
        Self { width, writer: VecWriter::new(), above: Vec::new(), row: Vec::new() }
    }

    /// Adds a row by its black runs, left to right, none touching another.
    pub(super) fn add(&mut self, runs: &[Run]) {
        self.row.clear();
        self.row.extend(runs.iter().flat_map(|run| [run.0, run.1]));
        let Self { width, writer, above, row } = self;
        let width = *width;
        let at = |changes: &[u32], number: usize| changes.get(number).map_or(width, |at| (*at).min(width));
        // The number of the next change in each row; the colour is black after an odd one.
        let (mut here, mut number, mut over) = (None::<u32>, 0_usize, 0_usize);
        while here.is_none_or(|here| here < width) {
            over = next_change(above, over, number, here);
            let (change, reference, after) = (at(row, number), at(above, over), at(above, over + 1));
            if after < change {
                put_mode(writer, Mode::Pass);
                here = Some(after);
                continue;
            }
            let off = i64::from(change) - i64::from(reference);
            if let Some(off) = i8::try_from(off).ok().filter(|off| (-3..=3).contains(off)) {
                put_mode(writer, Mode::Vertical(off));
                (here, number) = (Some(change), number + 1);
                continue;
            }
            let end = at(row, number + 1);
            put_mode(writer, Mode::Horizontal);
            put_run(writer, number % 2 == 1, change - here.unwrap_or(0));
            put_run(writer, number % 2 == 0, end - change);
            (here, number) = (Some(end), number + 2);
        }
        std::mem::swap(above, row);
    }

    /// The strip, closed by the mark of its end.
    pub(super) fn finish(mut self) -> Vec<u8> {
        put(&mut self.writer, EDFB_HALF);
        put(&mut self.writer, EDFB_HALF);
        self.writer.finish()
    }
}

/// The first change of the row above beyond this place that changes to the other colour, as the next one of this row does.
fn next_change(above: &[u32], from: usize, number: usize, here: Option<u32>) -> usize {
    // After a step to the left, the last two may lie beyond this place again.
    let mut at = from.saturating_sub(3);
    at += (at + number) % 2;
    while above.get(at).is_some_and(|change| here.is_some_and(|here| *change <= here)) {
        at += 2;
    }
    at
}

fn put(writer: &mut VecWriter, bits: Bits) {
    let Ok(()) = writer.write(bits);
}

fn put_mode(writer: &mut VecWriter, which: Mode) {
    put(writer, mode::encode(which).expect("group 4 has a code for every mode that we use"));
}

fn put_run(writer: &mut VecWriter, is_black: bool, mut length: u32) {
    let codes = if is_black { &black::ENTRIES } else { &white::ENTRIES };
    // The first 64 are the lengths below 64, the others their multiples.
    let mut code = |number: u32| put(writer, codes[number as usize].1);
    while length >= LONGEST {
        code(63 + LONGEST / 64);
        length -= LONGEST;
    }
    if length >= 64 {
        code(63 + length / 64);
    }
    code(length % 64);
}
