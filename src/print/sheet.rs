//! How do plates lie on paper? (tờ in)

use super::drawing::{BLACK, Drawing, Mark, Rect, Text};
use super::fonts::{Face, Fonts};
use super::layout::{self, Over};
use super::{Error, Job, PlateText};
use crate::qr::Symbol;
use crate::register::token::tokens;
use std::collections::HashMap;
use std::sync::Arc;

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

/// What the pages of one job share.
pub(super) struct Desk<'a> {
    job: &'a Job,
    sheet: Option<Sheet>,
    fonts: Fonts,
    /// What all plates have in common, by address and by modules a side.
    shared: HashMap<(String, u32), Arc<Vec<Mark>>>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(job: &'a Job, sheet: Option<Sheet>) -> Self {
        Self { job, sheet, fonts: Fonts::default(), shared: HashMap::new() }
    }

    /// Draws one page of these plates; without a sheet, the one plate as it is when cut.
    ///
    /// # Errors
    /// Refuses what a plate cannot hold.
    pub(super) fn draw(&mut self, page: (usize, usize), signs: &[PlateText]) -> Result<Drawing, Error> {
        let Some(sheet) = self.sheet else { return self.draw_alone(signs) };
        let plate = &self.job.plate;
        let grid = Grid::of(self.job, sheet);
        let mut marks = Vec::new();
        let mut around: Option<Rect> = None;
        for (number, text) in signs.iter().enumerate() {
            let (right, down) = grid.place(self.job, number);
            marks.extend(self.draw_plate(text, right, down)?);
            let trim = plate.trim().moved(right, down);
            let number = text.number.map_or_else(String::new, |number| format!("  {number}"));
            let slug = format!("{}  {}{number}", text.code.grouped(), text.name);
            marks.push(slug_mark(&self.fonts, &slug, trim.x + plate.bleed + 4.0, trim.y + plate.height + plate.bleed + SLUG_SIZE)?);
            around = Some(around.map_or(trim, |known| union(known, trim)));
        }
        let trim = around.ok_or(Error::NothingToPrint)?;
        let foot = format!("{}/{}  {}  {}", page.0, page.1, plate.name, self.job.words.mounting);
        marks.push(slug_mark(&self.fonts, &foot, trim.x + plate.bleed + 4.0, grid.paper.1 - 2.5)?);
        Ok(Drawing { width: grid.paper.0, height: grid.paper.1, trim, bleed: trim.grown(plate.bleed), marks })
    }

    fn draw_alone(&mut self, signs: &[PlateText]) -> Result<Drawing, Error> {
        let text = signs.first().ok_or(Error::NothingToPrint)?;
        let marks = self.draw_plate(text, 0.0, 0.0)?;
        let trim = self.job.plate.trim();
        Ok(Drawing { width: trim.width, height: trim.height, trim, bleed: trim, marks })
    }

    fn draw_plate(&mut self, text: &PlateText, right: f64, down: f64) -> Result<Vec<Mark>, Error> {
        let symbol = Arc::new(Symbol::of(&text.link)?);
        let shared = self.shared(text, symbol.width())?;
        let own = layout::draw(&self.job.plate, &self.fonts, text, symbol)?;
        let mut marks = vec![Mark::Stamp { x: right, y: down, marks: shared }];
        marks.extend(own.into_iter().map(|mark| mark.moved(right, down)));
        Ok(marks)
    }

    fn shared(&mut self, text: &PlateText, modules: u32) -> Result<Arc<Vec<Mark>>, Error> {
        // The slash tells whoever types that the code comes right after it.
        let key = (format!("{}/", text.link.host()), modules);
        if let Some(known) = self.shared.get(&key) {
            return Ok(Arc::clone(known));
        }
        let plate = &self.job.plate;
        let over = if self.sheet.is_some() { plate.bleed } else { 0.0 };
        let mut marks = layout::draw_shared(plate, &self.fonts, &self.job.words, &key.0, modules, &Over(over))?;
        if self.sheet.is_some() {
            marks.extend(crop_marks(plate.trim(), plate.bleed));
        }
        let marks = Arc::new(marks);
        self.shared.insert(key, Arc::clone(&marks));
        Ok(marks)
    }
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
