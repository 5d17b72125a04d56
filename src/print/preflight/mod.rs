//! Is a finished PDF fit for the press? Every finding with its page and its rule, read from the file's own bytes
//! by a reader that shares no code with the writer, and that repairs nothing silently.

mod boxes;
mod colours;
mod content;
mod dates;
mod facts;
mod file;
mod filters;
mod font_program;
mod fonts;
mod forbidden;
mod geometry;
mod images;
mod intent;
mod lexer;
mod metadata;
mod notes;
mod object;
mod operators;
mod pages;
mod paint;
mod resources;
mod rule;
mod state;
mod structure;
mod text;
mod xmp;
mod xref;

pub use facts::{Conformance, Facts, FontFact, PageSize, Profile, Spot};
pub use rule::{Rule, Severity};

use crate::register::Sentence;
use file::File;
use notes::Notes;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Larger files are none of ours.
const MOST_BYTES: usize = 512 << 20;

/// Something that is not as it must be.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Finding {
    /// The page, counted from 1; none for the file as a whole.
    pub page: Option<usize>,
    /// The rule that is broken.
    pub rule: Rule,
    /// How bad that is here.
    pub severity: Severity,
    /// What was found, in the words of PDF and in figures.
    pub detail: String,
}

impl Finding {
    /// What to tell the printer.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        Sentence::new(self.rule.key()).with("detail", &self.detail)
    }
}

/// What is in a file, and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// What is in it.
    pub facts: Facts,
    /// What is wrong with it: the file as a whole first, then page by page.
    pub findings: Vec<Finding>,
    /// Findings too many to be listed.
    pub left_out: usize,
}

impl Report {
    /// May the file go to press? Warnings do not hinder it.
    #[must_use]
    pub fn is_fit(&self) -> bool {
        !self.findings.iter().any(|finding| finding.severity == Severity::Fault)
    }

    /// As a manifest keeps it.
    #[must_use]
    pub fn value(&self) -> serde_json::Value {
        let finding = |one: &Finding| serde_json::json!({ "page": one.page, "rule": one.rule.as_str(), "severity": one.severity.as_str(), "detail": one.detail });
        let findings: Vec<_> = self.findings.iter().map(finding).collect();
        serde_json::json!({ "fit": self.is_fit(), "facts": self.facts, "findings": findings, "left_out": self.left_out })
    }
}

/// Looks at a finished file. Answers in bounded time and memory whatever the bytes are, and never panics.
#[must_use]
pub fn preflight(bytes: Arc<Vec<u8>>) -> Report {
    catch_unwind(AssertUnwindSafe(|| look_at(bytes))).unwrap_or_else(|_| {
        let mut notes = Notes::default();
        notes.note(None, Rule::Readable, "?");
        notes.report()
    })
}

fn look_at(bytes: Arc<Vec<u8>>) -> Report {
    let mut notes = Notes::default();
    if bytes.len() > MOST_BYTES {
        notes.note(None, Rule::Limits, format!("{} MiB", bytes.len() >> 20));
        return notes.report();
    }
    if !structure::has_header(&bytes, &mut notes) {
        return notes.report();
    }
    let mut table = xref::read_tables(&bytes);
    let shape = structure::Shape::of(&mut table);
    let file = File::new(bytes, table);
    let pages = pages::read_pages(&file, &mut notes);
    let standard = metadata::declared(&file, &mut notes);
    structure::check(&file, &shape, standard, &mut notes);
    forbidden::check(&file, &pages, standard, &mut notes);
    metadata::check(&file, standard, &mut notes);
    intent::check(&file, standard, &mut notes);
    content::check(&file, &pages, standard, &mut notes);
    if !file.may_still(0) {
        notes.note(None, Rule::Limits, "100 : 1");
    }
    notes.facts.pages = pages.len();
    notes.report()
}
