//! How does a cell become a value: the file's, or the old one, or the one that stands for unknown?

use super::Report;
use super::known::Known;
use super::report::refusal;
use super::row::Row;
use crate::register::{Line, Place, PlaceKind, Sentence, Slug};
use jiff::civil::Date;
use std::collections::HashMap;

/// One row being read; what is wrong with a cell goes into the report, and the next cell is read all the same.
pub(super) struct Cells<'a> {
    pub(super) row: &'a Row,
    pub(super) known: &'a Known<'a>,
    /// The key of every record of this kind, in the register or in the file.
    pub(super) keys: &'a HashMap<String, usize>,
    /// Is it known which record the row is about? If not, a cell that is left out says nothing.
    pub(super) is_keyed: bool,
    pub(super) report: &'a mut Report,
}

impl Cells<'_> {
    /// The value of a column: what stands there, else the old one, else what an empty cell means.
    pub(super) fn read<T: Clone, E: Into<Sentence>>(
        &mut self,
        column: &'static str,
        old: Option<&T>,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        let text = match (self.row.cell(column), old) {
            (Some(text), _) => text,
            (None, Some(old)) => return Some(old.clone()),
            (None, None) if self.is_keyed => "",
            (None, None) => return None,
        };
        let read = parse(text);
        self.keep(column, read)
    }

    /// The value of a column that is never unknown: left out or empty, a new row gets the default.
    pub(super) fn read_or<T: Clone, E: Into<Sentence>>(
        &mut self,
        column: &'static str,
        old: Option<&T>,
        default: T,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        let is_empty = self.row.cell(column).is_none_or(|text| text.trim().is_empty());
        match old {
            None if is_empty => Some(default),
            Some(_) if is_empty && self.row.cell(column).is_some() => self.keep(column, Err(Sentence::new("cell-empty"))),
            _ => self.read(column, old, parse),
        }
    }

    /// The place in the columns `place_kind` and `place`, which must be in the register.
    pub(super) fn read_place(&mut self, old: Option<&Place>) -> Option<Place> {
        let kind = self.read("place_kind", old.map(|old| &old.kind), PlaceKind::parse);
        let slug = self.read("place", old.map(|old| &old.slug), Slug::parse);
        let place = Place { kind: kind?, slug: slug? };
        self.keep("place", self.known.find(place))
    }

    fn keep<T, E: Into<Sentence>>(&mut self, column: &str, read: Result<T, E>) -> Option<T> {
        read.map_err(|reason| self.report.refuse(self.row.line, column, reason)).ok()
    }
}

/// Reads with `parse`, or none where nothing is written.
pub(super) fn optional<T, E>(parse: impl FnOnce(&str) -> Result<T, E>) -> impl FnOnce(&str) -> Result<Option<T>, E> {
    |text| if text.trim().is_empty() { Ok(None) } else { parse(text).map(Some) }
}

/// A day, ISO 8601; empty where unknown.
pub(super) fn day(text: &str) -> Result<Line, Sentence> {
    let plain = text.trim();
    let good = plain.len() == "2025-07-01".len() && Date::strptime("%Y-%m-%d", plain).is_ok();
    line_if(good, "cell-day", plain)
}

/// The five digits of a ward's code; empty where unknown.
pub(super) fn ward_code(text: &str) -> Result<Line, Sentence> {
    let plain = text.trim();
    line_if(plain.len() == 5 && plain.bytes().all(|byte| byte.is_ascii_digit()), "cell-ward-code", plain)
}

fn line_if(good: bool, key: &'static str, text: &str) -> Result<Line, Sentence> {
    if good || text.is_empty() { Ok(Line::parse(text)?) } else { Err(refusal(key, text)) }
}

/// The value as a cell shows it: empty where there is none.
pub(super) fn shown<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}
