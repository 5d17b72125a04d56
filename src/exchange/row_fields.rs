//! What are the fields of a record once a row is laid over them? The register reads them; only what it cannot know is checked here.

use super::cells::{Cells, shown};
use crate::register::record::texts_of;
use crate::register::{FieldFault, FieldTexts, Fields, Place, PlaceKind, Sentence, Slug};

/// The fields of the record that a row is about: its cells, and what the record had where the row leaves one out.
pub(super) struct RowFields<'a, 'b> {
    cells: &'a mut Cells<'b>,
    texts: FieldTexts,
    is_new: bool,
    faults: Vec<FieldFault>,
}

impl<'a, 'b> RowFields<'a, 'b> {
    pub(super) fn of(cells: &'a mut Cells<'b>, key: &str, old: Option<&impl Fields>) -> Self {
        let row = cells.row;
        let mut texts = old.map(texts_of).unwrap_or_default();
        let written = row.kind.columns().iter().filter_map(|column| Some((*column, row.cell(column)?)));
        texts.extend(written.chain([(row.kind.key_columns()[0], key)]).map(|(column, text)| (column.to_owned(), text.to_owned())));
        Self { cells, texts, is_new: old.is_none(), faults: Vec::new() }
    }

    /// A field that is never unknown: left out or empty, a new record gets the default.
    pub(super) fn never_empty(&mut self, field: &str, default: &str) {
        match (self.text(field).trim().is_empty(), self.is_new) {
            (true, true) => self.write(field, default.to_owned()),
            (true, false) => self.refuse(field, Sentence::new("cell-empty")),
            (false, _) => {}
        }
    }

    /// A field that points at something: what the row writes there is looked up in the register.
    pub(super) fn find<T: ToString>(&mut self, field: &str, find: impl FnOnce(&str) -> Result<Option<T>, Sentence>) {
        match self.cells.row.cell(field).map(find) {
            Some(Ok(found)) => self.write(field, shown(found)),
            Some(Err(reason)) => self.refuse(field, reason),
            None => {}
        }
    }

    /// The place in the fields `place_kind` and `place`, which must be in the register.
    pub(super) fn find_place(&mut self) -> Option<Place> {
        let (kind, slug) = (PlaceKind::parse(self.text("place_kind")).ok()?, Slug::parse(self.text("place")).ok()?);
        self.cells.known.find(Place { kind, slug }).map_err(|reason| self.refuse("place", reason)).ok()
    }

    /// The record, as the register reads it; none where a field is refused.
    pub(super) fn read<T>(mut self, read: impl FnOnce(&FieldTexts) -> Result<T, Vec<FieldFault>>) -> Option<T> {
        let read = read(&self.texts).map_err(|faults| self.faults.extend(faults)).ok();
        let faults = self.faults_by_column();
        let read = read.filter(|_| faults.is_empty());
        for fault in faults {
            self.cells.report.refuse(self.cells.row.line, &fault.field, fault.reason);
        }
        read
    }

    /// One fault a column: what the file got wrong goes before what the register makes of it.
    fn faults_by_column(&mut self) -> Vec<FieldFault> {
        let mut faults = std::mem::take(&mut self.faults);
        faults.retain(|fault| self.cells.is_keyed || self.is_written(&fault.field));
        for fault in faults.iter_mut().filter(|fault| fault.field == "lat") {
            // A position with an empty half is refused at that half, whatever stands in the other.
            if !self.text("lat").trim().is_empty() && self.text("lon").trim().is_empty() {
                fault.field = "lon".to_owned();
            }
        }
        faults.sort_by_key(|fault| self.cells.row.kind.position(&fault.field));
        faults.dedup_by(|later, first| later.field == first.field);
        faults
    }

    /// Does the row say something here? One without a key says nothing by what it leaves out, but for half a position.
    fn is_written(&self, field: &str) -> bool {
        let row = self.cells.row;
        let is_key = row.kind.key_columns().contains(&field);
        !is_key && (row.cell(field).is_some() || ["lat", "lon"].contains(&field))
    }

    fn text(&self, field: &str) -> &str {
        self.texts.get(field).map_or("", String::as_str)
    }

    fn write(&mut self, field: &str, text: String) {
        self.texts.insert(field.to_owned(), text);
    }

    fn refuse(&mut self, field: &str, reason: Sentence) {
        self.faults.push(FieldFault { field: field.to_owned(), reason });
    }
}
