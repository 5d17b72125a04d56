//! What closed line runs round the dark modules, and which straight blocks fill them?

use super::Symbol;

/// A corner of an outline, in modules from the symbol's top left.
pub type Corner = (u32, u32);

/// The steps right, down, left and up.
const STEPS: [(i64, i64); 4] = [(1, 0), (0, 1), (-1, 0), (0, -1)];

/// A block of dark modules: left end, top row, width and height.
pub type Block = (u32, u32, u32, u32);

/// Blocks that cover every dark module once: maximal runs, those alike that lie below each other taken together.
#[must_use]
pub fn blocks(symbol: &Symbol) -> Vec<Block> {
    let mut found = Vec::with_capacity(symbol.rows().len() * 7);
    if symbol.rows().len() < 64 {
        // One machine number a row is enough, and it is quicker by half.
        let mut rows: Vec<u64> = symbol.rows().iter().map(|row| *row as u64).collect();
        for y in 0..rows.len() {
            while rows[y] != 0 {
                let x = rows[y].trailing_zeros();
                let width = (rows[y] >> x).trailing_ones();
                let run = ((1 << width) - 1) << x;
                let alike = take_alike(&mut rows[y..], run, run | (run << 1) | (run >> 1));
                found.push((x, whole(y), width, whole(alike)));
            }
        }
        return found;
    }
    let mut rows = symbol.rows().to_vec();
    for y in 0..rows.len() {
        while rows[y] != 0 {
            let x = rows[y].trailing_zeros();
            let width = (rows[y] >> x).trailing_ones();
            let run = (u128::MAX >> (128 - width)) << x;
            let alike = take_alike(&mut rows[y..], run, run | (run << 1) | (run >> 1));
            found.push((x, whole(y), width, whole(alike)));
        }
    }
    found
}

/// Takes a run out of its row and out of those right below that have the very same one; how many they are.
fn take_alike<Row>(rows: &mut [Row], run: Row, with_ends: Row) -> usize
where
    Row: Copy + PartialEq + std::ops::BitAnd<Output = Row> + std::ops::BitXorAssign,
{
    let mut alike = 0;
    for row in rows.iter_mut().take_while(|row| **row & with_ends == run) {
        *row ^= run;
        alike += 1;
    }
    alike
}

fn whole(count: usize) -> u32 {
    u32::try_from(count).expect("a symbol has at most 177 modules a side")
}

/// The closed contours of the dark modules: outer ones clockwise, holes the other way round, so that the non-zero
/// and the even-odd rule fill alike. Modules that touch at a corner only keep contours of their own.
#[must_use]
pub fn contours(symbol: &Symbol) -> Vec<Vec<Corner>> {
    let side = usize::try_from(symbol.width() + 1).expect("a symbol has at most 177 modules a side");
    let mut walked = vec![false; side * side];
    let mut found = Vec::new();
    for y in 0..symbol.width() {
        for x in 0..symbol.width() {
            let top_edge = symbol.is_dark(x, y) && !is_dark_at(symbol, i64::from(x), i64::from(y) - 1);
            if top_edge && !walked[at(side, x, y)] {
                found.push(walk(symbol, (x, y), &mut walked, side));
            }
        }
    }
    found
}

/// Follows one contour from the left end of a top edge, dark modules on the right hand.
fn walk(symbol: &Symbol, start: Corner, walked: &mut [bool], side: usize) -> Vec<Corner> {
    let mut corners = vec![start];
    let (mut here, mut heading) = (start, 0);
    loop {
        if heading == 0 {
            walked[at(side, here.0, here.1)] = true;
        }
        here = step(here, heading);
        let next = turn(symbol, here, heading);
        if here == start && next == 0 {
            return corners;
        }
        if next != heading {
            corners.push(here);
        }
        heading = next;
    }
}

/// The heading after a corner: right wherever that is an edge, which parts modules that touch at a corner.
fn turn(symbol: &Symbol, here: Corner, heading: usize) -> usize {
    let edge = |heading: usize| {
        let (right, left) = sides(here, heading);
        is_dark_at(symbol, right.0, right.1) && !is_dark_at(symbol, left.0, left.1)
    };
    [1, 0, 3].into_iter().map(|by| (heading + by) % 4).find(|heading| edge(*heading)).unwrap_or((heading + 2) % 4)
}

/// The modules right and left of the edge that leaves a corner with this heading.
fn sides((x, y): Corner, heading: usize) -> ((i64, i64), (i64, i64)) {
    let (x, y) = (i64::from(x), i64::from(y));
    match heading {
        0 => ((x, y), (x, y - 1)),
        1 => ((x - 1, y), (x, y)),
        2 => ((x - 1, y - 1), (x - 1, y)),
        _ => ((x, y - 1), (x - 1, y - 1)),
    }
}

fn step((x, y): Corner, heading: usize) -> Corner {
    let (right, down) = STEPS[heading];
    let along = |from: u32, by: i64| u32::try_from(i64::from(from) + by).expect("a contour stays on the symbol");
    (along(x, right), along(y, down))
}

fn at(side: usize, x: u32, y: u32) -> usize {
    usize::try_from(y).unwrap_or(0) * side + usize::try_from(x).unwrap_or(0)
}

fn is_dark_at(symbol: &Symbol, x: i64, y: i64) -> bool {
    match (u32::try_from(x), u32::try_from(y)) {
        (Ok(x), Ok(y)) => symbol.is_dark(x, y),
        _ => false,
    }
}
