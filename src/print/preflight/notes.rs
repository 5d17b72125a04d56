//! What has been found so far? Each thing once, and never more than anybody reads.

use super::rule::{Rule, Severity};
use super::{Facts, Finding, Report};
use std::collections::{HashMap, HashSet};
use std::fmt::Display;

/// Findings listed of one rule and severity, so that a fault is never crowded out.
const MOST_ALIKE: usize = 100;
/// Findings remembered, so that each is told once.
const MOST_SEEN: usize = 200_000;
/// Characters of what was found.
const LONGEST: usize = 120;

/// Facts and findings, growing.
#[derive(Default)]
pub(super) struct Notes {
    pub(super) facts: Facts,
    findings: Vec<Finding>,
    seen: HashSet<(Option<usize>, Rule, String)>,
    counts: HashMap<(Rule, Severity), usize>,
    left_out: usize,
}

impl Notes {
    pub(super) fn note(&mut self, page: Option<usize>, rule: Rule, detail: impl Display) {
        self.note_as(rule.severity(), page, rule, detail);
    }

    /// A finding that is worse or less bad than is usual for its rule.
    pub(super) fn note_as(&mut self, severity: Severity, page: Option<usize>, rule: Rule, detail: impl Display) {
        let detail = readable(&detail.to_string());
        // What is too much to be remembered is too much to be counted.
        if self.seen.len() >= MOST_SEEN || !self.seen.insert((page, rule, detail.clone())) {
            return;
        }
        let count = self.counts.entry((rule, severity)).or_default();
        *count += 1;
        if *count > MOST_ALIKE {
            self.left_out += 1;
            return;
        }
        self.findings.push(Finding { page, rule, severity, detail });
    }

    pub(super) fn report(mut self) -> Report {
        self.findings.sort_by_key(|finding| finding.page);
        Report { facts: self.facts, findings: self.findings, left_out: self.left_out }
    }
}

/// On one line, without anything that a terminal would obey.
pub(super) fn readable(text: &str) -> String {
    let shown: String = text.chars().take(LONGEST).map(|letter| if letter.is_control() { '·' } else { letter }).collect();
    if text.chars().nth(LONGEST).is_some() { shown + "…" } else { shown }
}
