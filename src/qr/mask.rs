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

/// A line of each of the eight masks.
type Lanes = [u32; 8];

/// The eight masks of a small symbol beside each other, scored at once.
pub struct Eight {
    rows: Vec<Lanes>,
    columns: Vec<Lanes>,
}

/// What is counted in lines, every byte of a number by itself.
#[derive(Default)]
struct Tally {
    fives: Lanes,
    runs: Lanes,
    patterns: Lanes,
    blocks: Lanes,
    dark: Lanes,
}

impl Eight {
    /// Most modules a side: a byte counts the eight modules of so many lines.
    const WIDEST: usize = 31;

    /// Puts the masks beside each other; none where they are too large.
    pub fn of(masked: &[Matrix; 8]) -> Option<Self> {
        let width = masked[0].rows.len();
        let beside = |line: &dyn Fn(&Matrix) -> u128| std::array::from_fn(|lane| u32::try_from(line(&masked[lane])).unwrap_or_default());
        let rows = || (0..width).map(|at| beside(&|one| one.rows[at])).collect();
        let columns = || (0..width).map(|at| beside(&|one| one.columns[at])).collect();
        (width <= Self::WIDEST).then(|| Self { rows: rows(), columns: columns() })
    }

    /// The penalty of what is drawn under each of the masks, as [`Matrix::penalty`] reckons it.
    pub fn penalties(&self, drawn: &Matrix) -> [u32; 8] {
        let width = self.rows.len();
        let ([all, pairs], total) = ([width, width - 1].map(|width| (1 << width) - 1), (width * width) as u32);
        let (mut down, mut across) = (Tally::default(), Tally::default());
        let mut above = None;
        for (masks, line) in self.rows.iter().zip(&drawn.rows) {
            let line = under(masks, *line);
            down.lines(&line, all, pairs);
            if let Some(above) = &above {
                down.blocks(above, &line, pairs);
            }
            above = Some(line);
        }
        for (masks, line) in self.columns.iter().zip(&drawn.columns) {
            across.lines(&under(masks, *line), all, pairs);
        }
        let [down, across] = [down, across].map(Tally::sums);
        std::array::from_fn(|lane| {
            let both = |of: fn(&Tally) -> &Lanes| of(&down)[lane] + of(&across)[lane];
            let runs = both(|tally| &tally.fives) + 2 * both(|tally| &tally.runs) + 40 * both(|tally| &tally.patterns);
            runs + 3 * down.blocks[lane] + 10 * ((20 * down.dark[lane]).abs_diff(10 * total) / total)
        })
    }
}

/// A line as each of the masks turns it.
fn under(masks: &Lanes, line: u128) -> Lanes {
    masks.map(|mask| mask ^ line as u32)
}

impl Tally {
    /// As [`lines`], and the dark modules.
    fn lines(&mut self, line: &Lanes, all: u32, pairs: u32) {
        for (lane, row) in line.iter().enumerate() {
            let row = *row;
            let same = !(row ^ (row >> 1)) & pairs;
            let two = same & (same >> 1);
            let fives = two & (two >> 2);
            let light = !row & all;
            let light_two = light & (light >> 1);
            let light_four = light_two & (light_two >> 2);
            let dark = row & (row >> 2) & (row >> 3) & (row >> 4) & (row >> 6);
            let pattern = dark & !((row >> 1) | (row >> 5));
            self.fives[lane] += by_byte(fives);
            self.runs[lane] += by_byte(fives & !(fives >> 1));
            self.patterns[lane] += by_byte(pattern & ((light_four << 4) | (light_four >> 7)));
            self.dark[lane] += by_byte(row);
        }
    }

    /// As [`blocks`].
    fn blocks(&mut self, above: &Lanes, below: &Lanes, pairs: u32) {
        for (lane, (above, below)) in above.iter().zip(below).enumerate() {
            let same = !(above ^ (above >> 1)) & !(below ^ (below >> 1)) & !(above ^ below);
            self.blocks[lane] += by_byte(same & pairs);
        }
    }

    /// The bytes of each number together.
    fn sums(self) -> Self {
        let sum = |lanes: Lanes| lanes.map(|bytes| bytes.to_le_bytes().map(u32::from).iter().sum());
        let [fives, runs, patterns] = [self.fives, self.runs, self.patterns].map(sum);
        Self { fives, runs, patterns, blocks: sum(self.blocks), dark: sum(self.dark) }
    }
}

/// How many bits are set in each byte of a number, in that byte.
fn by_byte(bits: u32) -> u32 {
    let pairs = bits - ((bits >> 1) & 0x5555_5555);
    let fours = (pairs & 0x3333_3333) + ((pairs >> 2) & 0x3333_3333);
    (fours + (fours >> 4)) & 0x0F0F_0F0F
}
