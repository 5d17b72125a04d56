//! How badly does a masked symbol read? The penalty of ISO/IEC 18004:2015, 7.8.3, counted on rows of bits.
//!
//! A row of up to 177 modules lies in three words, so that runs, blocks and patterns are found in all columns at once.

/// Words that hold the widest row.
const WORDS: usize = 3;
/// Penalties of the four features (table 11).
const RUN: u32 = 3;
const BLOCK: u32 = 3;
const PATTERN: u32 = 40;
const PROPORTION: u32 = 10;
/// Modules of one colour in a row from which a run counts.
const LONG_RUN: usize = 5;
/// The finder-like pattern with four light modules after it, and before it, left to right from the lowest bit.
const FINDER_THEN_LIGHT: u16 = 0b000_0101_1101;
const LIGHT_THEN_FINDER: u16 = 0b101_1101_0000;
/// Modules in that pattern.
const PATTERN_LENGTH: usize = 11;

/// Modules of a row or a column, the first in the lowest bit.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Bits([u64; WORDS]);

impl Bits {
    fn set(&mut self, at: usize) {
        self.0[at / 64] |= 1 << (at % 64);
    }

    /// The first `length` bits.
    fn first(length: usize) -> Self {
        let mut bits = Self::default();
        for (at, word) in bits.0.iter_mut().enumerate() {
            let here = length.saturating_sub(at * 64).min(64);
            *word = if here == 64 { u64::MAX } else { (1 << here) - 1 };
        }
        bits
    }

    /// Every bit moved down by `by`, at most 63.
    fn down(self, by: usize) -> Self {
        if by == 0 {
            return self;
        }
        let [low, middle, high] = self.0;
        Self([low >> by | middle << (64 - by), middle >> by | high << (64 - by), high >> by])
    }

    fn and(self, other: Self) -> Self {
        let ([a, b, c], [d, e, f]) = (self.0, other.0);
        Self([a & d, b & e, c & f])
    }

    fn same_as(self, other: Self) -> Self {
        let ([a, b, c], [d, e, f]) = (self.0, other.0);
        Self([!(a ^ d), !(b ^ e), !(c ^ f)])
    }

    fn not(self) -> Self {
        let [a, b, c] = self.0;
        Self([!a, !b, !c])
    }

    fn count(self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }
}

/// The penalty of a symbol of `width` modules a side, row by row; the lowest is the best.
#[must_use]
pub fn penalty(modules: &[bool], width: usize) -> u32 {
    let (rows, columns) = lines(modules, width);
    let dark: u32 = rows.iter().map(|row| row.count()).sum();
    let along: u32 = rows.iter().chain(&columns).map(|line| runs(*line, width) + patterns(*line, width)).sum();
    along + blocks(&rows, width) + proportion(dark, width)
}

fn lines(modules: &[bool], width: usize) -> (Vec<Bits>, Vec<Bits>) {
    let (mut rows, mut columns) = (vec![Bits::default(); width], vec![Bits::default(); width]);
    for (row, line) in modules.chunks_exact(width).enumerate() {
        for (column, _) in line.iter().enumerate().filter(|(_, dark)| **dark) {
            rows[row].set(column);
            columns[column].set(row);
        }
    }
    (rows, columns)
}

/// Feature 1: each run of five or more of one colour costs 3, and 1 for every module beyond the fifth.
fn runs(line: Bits, width: usize) -> u32 {
    // Bit i says that modules i and i+1 are alike; four of those in a row are five modules of one colour.
    let alike = line.same_as(line.down(1)).and(Bits::first(width - 1));
    let long = (1..LONG_RUN - 1).fold(alike, |long, by| long.and(alike.down(by)));
    // A run of n modules leaves n - 4 bits next to each other: 3 + (n - 5) is their number plus 2 for each such group.
    let groups = long.and(long.down(1).not()).count();
    long.count() + (RUN - 1) * groups
}

/// Feature 2: every block of 2 by 2 of one colour costs 3.
fn blocks(rows: &[Bits], width: usize) -> u32 {
    let inside = Bits::first(width - 1);
    let count = |pair: &[Bits]| {
        let [upper, lower] = pair else { return 0 };
        let alike = upper.same_as(upper.down(1)).and(lower.same_as(lower.down(1))).and(upper.same_as(*lower));
        alike.and(inside).count()
    };
    BLOCK * rows.windows(2).map(count).sum::<u32>()
}

/// Feature 3: the pattern 1:1:3:1:1 with four light modules before or after it costs 40. Only within the symbol:
/// the quiet zone is no part of it.
fn patterns(line: Bits, width: usize) -> u32 {
    let starts = Bits::first(width + 1 - PATTERN_LENGTH);
    let found = |pattern: u16| {
        let fits = |at: usize| if pattern >> at & 1 == 1 { line.down(at) } else { line.down(at).not() };
        (0..PATTERN_LENGTH).fold(starts, |found, at| found.and(fits(at))).count()
    };
    PATTERN * (found(FINDER_THEN_LIGHT) + found(LIGHT_THEN_FINDER))
}

/// Feature 4: 10 for every full 5 % by which the share of dark modules is off one half.
fn proportion(dark: u32, width: usize) -> u32 {
    let all = u32::try_from(width * width).unwrap_or(u32::MAX);
    PROPORTION * (dark * 20).abs_diff(all * 10) / all
}
