//! What do the rows of a manifest say all together? Told row by row, so that no paper has to hold them all.

use super::manifest_rows::SignRow;
use std::collections::HashSet;

/// Rows of signs that will not be read, kept whole.
pub(super) const MOST_UNREAD: usize = 40;

/// What the papers need to know of all rows.
#[derive(Default)]
pub(super) struct Gist {
    /// Rows so far.
    pub(super) rows: usize,
    /// The first of those with the smallest modules.
    pub(super) least: Option<SignRow>,
    /// The signs that will not be read where they hang, each once; the first few.
    pub(super) unread: Vec<SignRow>,
    /// Their codes, all of them.
    codes: HashSet<Box<str>>,
    /// From how far the one that is farthest off has to be read, in metres.
    pub(super) needed_m: f64,
    /// Modules a side of their largest symbol.
    pub(super) modules: u32,
}

impl Gist {
    /// Of these rows.
    pub(super) fn of(rows: &[SignRow]) -> Self {
        let mut gist = Self::default();
        rows.iter().for_each(|row| gist.add(row));
        gist
    }

    /// Signs that will not be read where they hang.
    pub(super) fn unread_signs(&self) -> usize {
        self.codes.len()
    }

    /// Takes the next row in.
    pub(super) fn add<Text: AsRef<str>>(&mut self, row: &SignRow<Text>) {
        self.rows += 1;
        if self.least.as_ref().is_none_or(|least| row.module_mm < least.module_mm) {
            self.least = Some(row.owned());
        }
        if row.reads || !self.codes.insert(row.code.as_ref().into()) {
            return;
        }
        if self.unread.len() < MOST_UNREAD {
            self.unread.push(row.owned());
        }
        self.needed_m = self.needed_m.max(row.needed_m);
        self.modules = self.modules.max(u32::from(row.version) * 4 + 17);
    }
}
