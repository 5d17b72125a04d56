//! What stands in one row of a file, whichever format it came in?

use super::{Kind, Report};
use crate::register::Sentence;
use crate::register::spelling::nfc;
use std::borrow::Cow;

/// One row: a cell for every column of its kind, none where the file has no such cell.
pub(super) struct Row {
    pub(super) kind: Kind,
    /// The line of the file where the row starts, from 1.
    pub(super) line: usize,
    cells: Vec<Option<String>>,
}

impl Row {
    pub(super) fn new(kind: Kind, line: usize) -> Self {
        Self { kind, line, cells: vec![None; kind.columns().len()] }
    }

    /// Puts a text into a column.
    pub(super) fn put(&mut self, position: usize, text: String) {
        self.cells[position] = Some(text);
    }

    /// Puts a text into a column by its name; one that the kind lacks is let go.
    pub(super) fn write(&mut self, column: &str, text: String) {
        if let Some(position) = self.kind.position(column) {
            self.put(position, text);
        }
    }

    /// The cell of a column, none where the file leaves it out.
    pub(super) fn cell(&self, column: &str) -> Option<&str> {
        self.cells[self.kind.position(column)?].as_deref()
    }

    /// Does the file have a cell for the column at this position?
    pub(super) fn has(&self, position: usize) -> bool {
        self.cells[position].is_some()
    }
}

/// The text in NFC, as the register keeps it.
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(nfc(text)) }
}

/// Refuses a column that its kind does not have, and names those that it has.
pub(super) fn refuse_column(kind: Kind, line: usize, name: &str, report: &mut Report) {
    let name = name.trim();
    // The list of columns is long, and a hostile header has a million names.
    if report.is_full() {
        return report.count_fault();
    }
    let reason = if name.is_empty() { Sentence::new("column-unnamed") } else { Sentence::new("column-unknown") };
    report.refuse(line, name, reason.with("allowed", kind.columns().join(", ")));
}
