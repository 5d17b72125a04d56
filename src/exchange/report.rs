//! What came of an import, row by row?

use crate::register::Sentence;
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

/// Faults listed; the rest are only counted, since nobody reads more.
pub const MOST_FAULTS: usize = 1_000;
/// Longest column name repeated from a file, in characters.
const LONGEST_COLUMN: usize = 60;
/// Longest text repeated from a cell, in characters.
const LONGEST_GIVEN: usize = 40;

/// What an import did, or why it did nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Rows read, the header not counted.
    pub rows: usize,
    /// Records that were not there before.
    pub added: usize,
    /// Records that were there and differ now.
    pub changed: usize,
    /// Records that were there and stay as they are.
    pub unchanged: usize,
    /// What must be mended before anything is imported, by line; at most [`MOST_FAULTS`].
    pub faults: Vec<BadCell>,
    /// How many faults there are in all.
    pub faults_in_all: usize,
    /// What the reader should know and need not mend.
    #[serde(serialize_with = "sentences")]
    pub notes: Vec<Sentence>,
}

/// One thing to mend, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BadCell {
    /// The line of the file where the record starts, from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// The column; empty where the row as a whole is meant.
    pub column: String,
    /// What is wrong, and so what to change.
    #[serde(serialize_with = "sentence")]
    pub reason: Sentence,
}

impl Report {
    /// Is there nothing to mend?
    #[must_use]
    pub const fn is_clean(&self) -> bool {
        self.faults_in_all == 0
    }

    /// Notes one fault; beyond [`MOST_FAULTS`] it is only counted.
    pub(super) fn refuse(&mut self, line: usize, column: &str, reason: impl Into<Sentence>) {
        self.count_fault();
        if !self.is_full() {
            let column = column.chars().take(LONGEST_COLUMN).collect();
            self.faults.push(BadCell { line, column, reason: reason.into() });
        }
    }

    /// Are there as many faults as are ever listed?
    pub(super) const fn is_full(&self) -> bool {
        self.faults.len() >= MOST_FAULTS
    }

    /// Counts a fault that is not listed.
    pub(super) const fn count_fault(&mut self) {
        self.faults_in_all += 1;
    }

    /// The report of an import that was refused: faults by line, and nothing counted as done.
    pub(super) fn refused(mut self) -> Self {
        self.faults.sort_by_key(|fault| fault.line);
        Self { added: 0, changed: 0, unchanged: 0, ..self }
    }
}

/// The sentence that repeats what was given, cut where nobody reads on.
pub(super) fn refusal(key: &'static str, given: &str) -> Sentence {
    Sentence::new(key).with("given", given.trim().chars().take(LONGEST_GIVEN).collect::<String>())
}

struct Spoken<'a>(&'a Sentence);

impl Serialize for Spoken<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut map = out.serialize_map(Some(1 + self.0.values.len()))?;
        map.serialize_entry("key", self.0.key)?;
        for (name, value) in &self.0.values {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

fn sentence<S: Serializer>(one: &Sentence, out: S) -> Result<S::Ok, S::Error> {
    Spoken(one).serialize(out)
}

fn sentences<S: Serializer>(all: &[Sentence], out: S) -> Result<S::Ok, S::Error> {
    let mut list = out.serialize_seq(Some(all.len()))?;
    for one in all {
        list.serialize_element(&Spoken(one))?;
    }
    list.end()
}
