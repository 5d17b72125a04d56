//! Which of the eight masks gives the symbol the lowest penalty (ISO/IEC 18004:2015, 7.8.3)?
//! Whole rows are scored at once: a row is a number, its lowest bit the leftmost module.

/// Every row of a symbol, a bit a module, dark is 1.
pub type Rows = Vec<u128>;

/// A matrix and its transpose, so that columns are scored as rows are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matrix {
    /// Top to bottom.
    pub rows: Rows,
    /// Left to right.
    pub columns: Rows,
}

impl Matrix {
    /// The matrix whose module at (x, y) is dark where `is_dark` says so.
    pub fn of(width: usize, is_dark: impl Fn(usize, usize) -> bool) -> Self {
        let mut made = Self { rows: vec![0; width], columns: vec![0; width] };
        for y in 0..width {
            for x in 0..width {
                let bit = u128::from(is_dark(x, y));
                made.rows[y] |= bit << x;
                made.columns[x] |= bit << y;
            }
        }
        made
    }

    /// Every module that is dark in exactly one of the two.
    #[must_use]
    pub fn xor(&self, other: &Self) -> Self {
        let both = |one: &Rows, two: &Rows| one.iter().zip(two).map(|(a, b)| a ^ b).collect();
        Self { rows: both(&self.rows, &other.rows), columns: both(&self.columns, &other.columns) }
    }

    /// The penalty of ISO/IEC 18004:2015, table 11.
    ///
    /// Where the standard's words leave room: «the area to be evaluated shall be the complete symbol», so the quiet
    /// zone gives no light modules to the third rule; a pattern with a light area on both sides counts once.
    #[must_use]
    pub fn penalty(&self) -> u32 {
        if self.rows.len() <= 64 { penalty_of::<u64>(self) } else { penalty_of::<u128>(self) }
    }
}

/// A row of modules held in one machine number.
trait Row:
    Copy
    + std::ops::BitAnd<Output = Self>
    + std::ops::BitOr<Output = Self>
    + std::ops::BitXor<Output = Self>
    + std::ops::Not<Output = Self>
    + std::ops::Shl<u32, Output = Self>
    + std::ops::Shr<u32, Output = Self>
{
    fn of(wide: u128) -> Self;
    fn ones(self) -> u32;
}

impl Row for u64 {
    fn of(wide: u128) -> Self {
        u64::try_from(wide).expect("a row of at most 64 modules")
    }

    fn ones(self) -> u32 {
        self.count_ones()
    }
}

impl Row for u128 {
    fn of(wide: u128) -> Self {
        wide
    }

    fn ones(self) -> u32 {
        self.count_ones()
    }
}

fn penalty_of<R: Row>(matrix: &Matrix) -> u32 {
    let width = matrix.rows.len();
    let all = R::of(mask_of(width));
    let pairs = R::of(mask_of(width - 1));
    let mut dark = 0;
    let mut sum = 0;
    let mut above: Option<R> = None;
    for &wide in &matrix.rows {
        let row = R::of(wide);
        dark += row.ones();
        sum += lines(row, all, pairs);
        sum += above.map_or(0, |above| blocks(above, row, pairs));
        above = Some(row);
    }
    sum += matrix.columns.iter().map(|column| lines(R::of(*column), all, pairs)).sum::<u32>();
    let total = u32::try_from(width * width).expect("a symbol has at most 177 modules a side");
    sum + 10 * ((20 * dark).abs_diff(10 * total) / total)
}

fn mask_of(width: usize) -> u128 {
    if width >= 128 { u128::MAX } else { (1 << width) - 1 }
}

/// Rules 1 and 3 in one row: runs of five and more, and finder-like patterns beside four light modules.
fn lines<R: Row>(row: R, all: R, pairs: R) -> u32 {
    let same = !(row ^ (row >> 1)) & pairs;
    let two = same & (same >> 1);
    let fives = two & (two >> 2);
    let runs = fives & !(fives >> 1);
    // A run of n ≥ 5 holds n - 4 fives and costs n - 2.
    let mut sum = fives.ones() + 2 * runs.ones();
    let dark = row & (row >> 2) & (row >> 3) & (row >> 4) & (row >> 6);
    let pattern = dark & !((row >> 1) | (row >> 5));
    if pattern.ones() > 0 {
        let light = !row & all;
        let light_two = light & (light >> 1);
        let light_four = light_two & (light_two >> 2);
        sum += 40 * (pattern & ((light_four << 4) | (light_four >> 7))).ones();
    }
    sum
}

/// Rule 2 between two rows: each 2×2 block of one colour.
fn blocks<R: Row>(above: R, below: R, pairs: R) -> u32 {
    let same_above = !(above ^ (above >> 1));
    let same_below = !(below ^ (below >> 1));
    3 * (same_above & same_below & !(above ^ below) & pairs).ones()
}
