//! Which shapes fill exactly the dark modules? Runs for a press, closed outlines for everything that cuts.

use super::Symbol;

/// Dark modules side by side in one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// First column.
    pub column: usize,
    /// Row, from the top.
    pub row: usize,
    /// Modules in the run.
    pub length: usize,
}

/// A corner of an outline, in modules from the top left of the symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Corner {
    /// Columns from the left.
    pub x: usize,
    /// Rows from the top.
    pub y: usize,
}

/// The runs of a symbol, row by row.
#[must_use]
pub fn runs(symbol: &Symbol) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for row in 0..symbol.width() {
        for column in (0..symbol.width()).filter(|column| symbol.is_dark(*column, row)) {
            match runs.last_mut() {
                Some(last) if last.row == row && last.column + last.length == column => last.length += 1,
                _ => runs.push(Run { column, row, length: 1 }),
            }
        }
    }
    runs
}

/// The closed outlines of a symbol: dark on the right of the way, so that outer ones turn clockwise and holes the other way.
/// Modules that touch at a corner only stay apart, as a cutter needs it.
#[must_use]
pub fn outline(symbol: &Symbol) -> Vec<Vec<Corner>> {
    let side = symbol.width() + 1;
    // Edges that leave each grid point: east, south, west, north.
    let mut leaving = vec![[false; 4]; side * side];
    for y in 0..symbol.width() {
        for x in (0..symbol.width()).filter(|x| symbol.is_dark(*x, y)) {
            let light = |column: Option<usize>, row: Option<usize>| !column.zip(row).is_some_and(|(c, r)| symbol.is_dark(c, r));
            let (here, up, left) = (Some(y), y.checked_sub(1), x.checked_sub(1));
            leaving[y * side + x][EAST] |= light(Some(x), up);
            leaving[y * side + x + 1][SOUTH] |= light(Some(x + 1), here);
            leaving[(y + 1) * side + x + 1][WEST] |= light(Some(x), Some(y + 1));
            leaving[(y + 1) * side + x][NORTH] |= light(left, here);
        }
    }
    let mut outlines = Vec::new();
    for start in 0..leaving.len() {
        while let Some(direction) = leaving[start].iter().position(|edge| *edge) {
            outlines.push(walk(&mut leaving, side, start, direction));
        }
    }
    outlines
}

const EAST: usize = 0;
const SOUTH: usize = 1;
const WEST: usize = 2;
const NORTH: usize = 3;

/// Walks one outline, taking its edges away, and keeps only the corners where it turns.
fn walk(leaving: &mut [[bool; 4]], side: usize, start: usize, first: usize) -> Vec<Corner> {
    let (mut at, mut direction) = (start, first);
    let mut corners = Vec::new();
    loop {
        leaving[at][direction] = false;
        at = match direction {
            EAST => at + 1,
            SOUTH => at + side,
            WEST => at - 1,
            _ => at - side,
        };
        // Turning right first keeps modules apart that touch at a corner only.
        let turns = [(direction + 1) % 4, direction, (direction + 3) % 4];
        let next = turns.into_iter().find(|turn| leaving[at][*turn]);
        if next != Some(direction) && !(at == start && next.is_none() && first == direction) {
            corners.push(Corner { x: at % side, y: at / side });
        }
        match next {
            Some(next) => direction = next,
            None => return corners,
        }
    }
}
