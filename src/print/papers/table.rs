//! How is a table ruled, and how does it go on on the next page?

use super::super::Error;
use super::flow::{ASCENT, Align, Flow, LEADING, LEFT, Letters, SMALL, SMALL_STRONG};

/// Between a rule and the text beside it.
const PAD: f64 = 1.4;

/// A column: its share of the width, and how it is pushed.
pub(super) type Column = (f64, Align);

/// A table with a head that stands on every page of it.
pub(super) struct Table<'a> {
    pub(super) columns: &'a [Column],
    /// Empty where the table has no head.
    pub(super) head: &'a [String],
    /// How its rows are lettered.
    pub(super) letters: Letters,
    /// The least height of a row: room to write by hand.
    pub(super) least: f64,
}

impl<'a> Table<'a> {
    pub(super) fn new(columns: &'a [Column], head: &'a [String]) -> Self {
        Self { columns, head, letters: SMALL, least: 0.0 }
    }

    /// Sets it below what stands on the page already.
    pub(super) fn set(&self, flow: &mut Flow, rows: &[Vec<String>]) -> Result<(), Error> {
        let first = match rows.first() {
            Some(row) => self.height(flow, row, self.letters)?,
            None => 0.0,
        };
        let head = self.head_height(flow)?;
        flow.need(head + first);
        self.set_head(flow)?;
        for row in rows {
            let height = self.height(flow, row, self.letters)?;
            if flow.need(height) {
                self.set_head(flow)?;
            }
            self.set_row(flow, row, (self.letters, height), None)?;
        }
        flow.gap(2.4);
        Ok(())
    }

    fn head_height(&self, flow: &Flow) -> Result<f64, Error> {
        if self.head.is_empty() { Ok(0.0) } else { self.height(flow, self.head, SMALL_STRONG) }
    }

    fn set_head(&self, flow: &mut Flow) -> Result<(), Error> {
        let height = self.head_height(flow)?;
        if height > 0.0 {
            self.set_row(flow, self.head, (SMALL_STRONG, height), Some(Align::Centre))?;
        }
        Ok(())
    }

    fn height(&self, flow: &Flow, row: &[String], letters: Letters) -> Result<f64, Error> {
        let mut most = 1;
        for (cell, (width, _)) in row.iter().zip(self.columns) {
            most = most.max(flow.broken(letters, cell, width - 2.0 * PAD)?.len());
        }
        Ok((most as f64 * letters.size * LEADING + PAD).max(self.least))
    }

    fn set_row(&self, flow: &mut Flow, row: &[String], (letters, height): (Letters, f64), align: Option<Align>) -> Result<(), Error> {
        let (top, bottom) = (flow.y, flow.y + height);
        let right = LEFT + self.columns.iter().map(|(width, _)| width).sum::<f64>();
        flow.line((LEFT, top), (right, top));
        flow.line((LEFT, bottom), (right, bottom));
        flow.line((LEFT, top), (LEFT, bottom));
        let mut x = LEFT;
        for (cell, (width, own)) in row.iter().zip(self.columns) {
            let lines = flow.broken(letters, cell, width - 2.0 * PAD)?;
            // In the middle of the row's height.
            let free = (height - lines.len() as f64 * letters.size * LEADING) / 2.0;
            for (number, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
                let baseline = top + free + letters.size * (number as f64 * LEADING + ASCENT);
                flow.text_at((x + PAD, width - 2.0 * PAD), baseline, letters, align.unwrap_or(*own), line)?;
            }
            x += width;
            flow.line((x, top), (x, bottom));
        }
        flow.y = bottom;
        Ok(())
    }
}
