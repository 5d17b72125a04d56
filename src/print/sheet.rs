//! How do plates lie on paper? (tờ in)

use super::drawing::{BLACK, Drawing, Mark, Rect, Text};
use super::fonts::{Face, Fonts};
use super::layout::{self, Over};
use super::{Error, Job, PlateText};
use crate::register::token::tokens;

tokens! {
    /// How plates lie on paper.
    Sheet {
        /// As many plates as lie on A3, landscape.
        A3 = "a3",
        /// One plate a sheet, with its bleed and crop marks.
        Single = "single",
    }
}

/// A3 paper, landscape (ISO 216).
const A3: (f64, f64) = (420.0, 297.0);

/// Least clear space between two plates' cuts: both bleeds, and room for the marks between them.
const LEAST_GAP: f64 = 12.0;

/// Paper left free round the outermost bleed, for marks and the gripper.
const LEAST_MARGIN: f64 = 10.0;

/// A crop mark starts this far beyond the bleed and is this long and this thick (0.25 pt).
const MARK_OFF: f64 = 0.5;
const MARK_LENGTH: f64 = 5.0;
const MARK_WIDTH: f64 = 0.0882;

/// Height of the letters beside the plate, cut away with it.
const SLUG_SIZE: f64 = 2.6;

/// Columns, rows and the first plate's place.
struct Grid {
    paper: (f64, f64),
    columns: usize,
    rows: usize,
    left: f64,
    top: f64,
    gap: f64,
}

/// How many plates one page holds.
#[must_use]
pub(super) fn plates_a_page(job: &Job, sheet: Option<Sheet>) -> usize {
    sheet.map_or(1, |sheet| {
        let grid = Grid::of(job, sheet);
        (grid.columns * grid.rows).max(1)
    })
}

/// Draws one page of these plates; without a sheet, the one plate as it is when cut.
///
/// # Errors
/// Refuses what a plate cannot hold.
pub(super) fn draw(job: &Job, fonts: &Fonts, sheet: Option<Sheet>, page: (usize, usize), signs: &[PlateText]) -> Result<Drawing, Error> {
    let Some(sheet) = sheet else { return draw_alone(job, fonts, signs) };
    let plate = &job.plate;
    let grid = Grid::of(job, sheet);
    let mut marks = Vec::new();
    let mut around: Option<Rect> = None;
    for (number, text) in signs.iter().enumerate() {
        let (right, down) = grid.place(job, number);
        let drawn = layout::draw(plate, fonts, &job.words, text, &Over(plate.bleed))?;
        marks.extend(drawn.into_iter().map(|mark| mark.moved(right, down)));
        let trim = plate.trim().moved(right, down);
        marks.extend(crop_marks(trim, plate.bleed));
        let slug =
            format!("{}  {}{}", text.code.grouped(), text.name, text.number.map_or_else(String::new, |number| format!("  {number}")));
        marks.push(slug_mark(fonts, &slug, trim.x + plate.bleed + 4.0, trim.y + plate.height + plate.bleed + SLUG_SIZE)?);
        around = Some(around.map_or(trim, |known| union(known, trim)));
    }
    let trim = around.ok_or(Error::NothingToPrint)?;
    let foot = format!("{}/{}  {}", page.0, page.1, plate.name);
    marks.push(slug_mark(fonts, &foot, trim.x, grid.paper.1 - 3.0)?);
    Ok(Drawing { width: grid.paper.0, height: grid.paper.1, trim, bleed: trim.grown(plate.bleed), marks })
}

fn draw_alone(job: &Job, fonts: &Fonts, signs: &[PlateText]) -> Result<Drawing, Error> {
    let text = signs.first().ok_or(Error::NothingToPrint)?;
    let marks = layout::draw(&job.plate, fonts, &job.words, text, &Over(0.0))?;
    let trim = job.plate.trim();
    Ok(Drawing { width: trim.width, height: trim.height, trim, bleed: trim, marks })
}

impl Grid {
    fn of(job: &Job, sheet: Sheet) -> Self {
        let plate = &job.plate;
        let around = 2.0 * (plate.bleed + LEAST_MARGIN);
        let gap = LEAST_GAP.max(2.0 * plate.bleed + 6.0);
        let (paper, columns, rows) = match sheet {
            Sheet::Single => ((plate.width + around, plate.height + around), 1, 1),
            Sheet::A3 => (A3, fitting(A3.0 - around, plate.width, gap), fitting(A3.1 - around, plate.height, gap)),
        };
        // A plate larger than the paper gets a page of its own size.
        let (paper, columns, rows) =
            if columns * rows == 0 { ((plate.width + around, plate.height + around), 1, 1) } else { (paper, columns, rows) };
        let used = |count: usize, one: f64| count as f64 * (one + gap) - gap;
        Self {
            paper,
            columns,
            rows,
            left: (paper.0 - used(columns, plate.width)) / 2.0,
            top: (paper.1 - used(rows, plate.height)) / 2.0,
            gap,
        }
    }

    fn place(&self, job: &Job, number: usize) -> (f64, f64) {
        let (column, row) = (number % self.columns, number / self.columns);
        (self.left + column as f64 * (job.plate.width + self.gap), self.top + row as f64 * (job.plate.height + self.gap))
    }
}

fn fitting(room: f64, one: f64, gap: f64) -> usize {
    if room < one { 0 } else { ((room + gap) / (one + gap)).floor() as usize }
}

fn union(one: Rect, two: Rect) -> Rect {
    let (x, y) = (one.x.min(two.x), one.y.min(two.y));
    let right = (one.x + one.width).max(two.x + two.width);
    let bottom = (one.y + one.height).max(two.y + two.height);
    Rect { x, y, width: right - x, height: bottom - y }
}

/// Two marks at each corner of the cut, outside the bleed.
fn crop_marks(trim: Rect, bleed: f64) -> Vec<Mark> {
    let near = bleed + MARK_OFF;
    let far = near + MARK_LENGTH;
    let (right, bottom) = (trim.x + trim.width, trim.y + trim.height);
    let mark = |from, to| Mark::Line { from, to, width: MARK_WIDTH, paint: BLACK };
    let mut marks = Vec::with_capacity(8);
    for x in [trim.x, right] {
        marks.push(mark((x, trim.y - far), (x, trim.y - near)));
        marks.push(mark((x, bottom + near), (x, bottom + far)));
    }
    for y in [trim.y, bottom] {
        marks.push(mark((trim.x - far, y), (trim.x - near, y)));
        marks.push(mark((right + near, y), (right + far, y)));
    }
    marks
}

fn slug_mark(fonts: &Fonts, text: &str, x: f64, y: f64) -> Result<Mark, Error> {
    let shaped = fonts.shape(Face::Medium, text)?;
    Ok(Mark::Text(Text { x, y, size: SLUG_SIZE, tracking: 0.0, face: Face::Medium, shaped, paint: BLACK }))
}
