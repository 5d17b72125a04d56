//! How do scans go out as a table? Row by row: there may be millions, and they never come back in.

use super::cells::shown;
use super::{csv, json};
use crate::register::ScanCount;

/// The columns of the table of scans.
pub const SCAN_COLUMNS: &[&str] = &["day", "code", "lang", "class", "count", "via", "place_kind", "place"];

/// The form of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Comma-separated, one header row.
    Csv,
    /// An array with one object a line.
    Json,
}

/// A table of scans being written.
#[derive(Debug)]
pub struct ScanTable {
    form: Form,
    is_empty: bool,
}

impl ScanTable {
    /// Begins a table; gives the bytes before its first row.
    #[must_use]
    pub fn begin(form: Form) -> (Self, Vec<u8>) {
        let head = match form {
            Form::Csv => csv::write(SCAN_COLUMNS, Vec::new()),
            Form::Json => b"[".to_vec(),
        };
        (Self { form, is_empty: true }, head)
    }

    /// The bytes of the next row.
    #[must_use]
    pub fn row(&mut self, scan: &ScanCount) -> Vec<u8> {
        let cells = cells(scan);
        let is_first = std::mem::replace(&mut self.is_empty, false);
        match self.form {
            Form::Csv => csv::write_row(cells),
            Form::Json => json::write_row(SCAN_COLUMNS, &cells, is_first),
        }
    }

    /// The bytes after the last row.
    #[must_use]
    pub const fn end(&self) -> &'static [u8] {
        match self.form {
            Form::Csv => b"",
            Form::Json => json::end(self.is_empty),
        }
    }
}

fn cells(scan: &ScanCount) -> Vec<String> {
    vec![
        scan.day.to_string(),
        shown(scan.code),
        scan.lang.to_string(),
        scan.class.to_string(),
        scan.count.to_string(),
        scan.via.to_string(),
        shown(scan.place.as_ref().map(|place| place.kind)),
        shown(scan.place.as_ref().map(|place| &place.slug)),
    ]
}
