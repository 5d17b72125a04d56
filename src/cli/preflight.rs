//! Is this PDF fit for the press? Any file, of ours or not; every finding with its page and its rule.

use super::{Error, Outcome, Settings, terminal};
use crate::print::preflight::{Finding, Report, Rule, Severity, preflight};
use crate::register::Sentence;
use crate::web::words::Words;
use clap::Args;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Findings that a person reads; programs get them all.
const MOST_SAID: usize = 60;
/// Objects named for one broken rule.
const MOST_DETAILS: usize = 3;

/// Looks at finished PDF files as a print shop would.
#[derive(Args)]
pub struct Preflight {
    /// Files as PDF
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl Preflight {
    /// Reads the files, and reports.
    pub fn run(&self, settings: &Settings, words: &Words) -> Result<Outcome, Error> {
        let mut reports = Vec::new();
        for path in &self.files {
            reports.push((path.as_path(), look_at(path)?));
        }
        let is_fit = reports.iter().all(|(_, report)| report.is_fit());
        if settings.json {
            let files: Vec<_> = reports.iter().map(|(path, report)| as_json(path, report, words)).collect();
            terminal::say(json!({ "ok": is_fit, "files": files }));
        } else {
            reports.iter().for_each(|(path, report)| tell(path, report, words));
        }
        Ok(if is_fit { Outcome::Done } else { Outcome::Wanting })
    }
}

fn look_at(path: &Path) -> Result<Report, Error> {
    let bytes = std::fs::read(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    // A hostile file may make a reader of fonts give up in the middle; that is told as a finding, not in its own words.
    let loud = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let report = preflight(Arc::new(bytes));
    std::panic::set_hook(loud);
    Ok(report)
}

fn count(report: &Report, severity: Severity) -> usize {
    report.findings.iter().filter(|finding| finding.severity == severity).count()
}

fn as_json(path: &Path, report: &Report, words: &Words) -> serde_json::Value {
    let finding = |one: &Finding| {
        json!({ "page": one.page, "rule": one.rule.as_str(), "severity": one.severity.as_str(), "detail": one.detail,
            "text": words.tell(&one.sentence()) })
    };
    let findings: Vec<_> = report.findings.iter().map(finding).collect();
    json!({ "path": path, "fit": report.is_fit(), "facts": report.facts, "findings": findings, "left_out": report.left_out })
}

fn tell(path: &Path, report: &Report, words: &Words) {
    let alike = gather(&report.findings);
    for one in alike.iter().take(MOST_SAID) {
        let place = match one.pages.as_slice() {
            [] => Sentence::new("preflight-place-file"),
            [page] => Sentence::new("preflight-place-page").with("page", page),
            pages => Sentence::new("preflight-place-pages").with("pages", ranges(pages)),
        };
        let key = if one.finding.severity == Severity::Fault { "preflight-said" } else { "preflight-said-warning" };
        let said = Sentence::new(key).with("rule", one.finding.rule).with("text", words.tell(&one.sentence()));
        terminal::say(format!("{} {}", words.tell(&place.with("path", path.display())), words.tell(&said)));
    }
    let more = alike.len().saturating_sub(MOST_SAID) + report.left_out;
    if more > 0 {
        terminal::say(words.tell(&Sentence::new("preflight-more").with("count", words.count(more))));
    }
    // What is no PDF has no facts, and its one sentence is enough.
    if !report.findings.iter().any(|finding| finding.rule == Rule::Readable) {
        tell_facts(path, report, words);
    }
}

/// What is found alike in several places, told once.
struct Alike<'a> {
    finding: &'a Finding,
    /// None for the file as a whole.
    pages: Vec<usize>,
    details: Vec<&'a str>,
}

impl Alike<'_> {
    fn sentence(&self) -> Sentence {
        let mut detail = self.details.iter().take(MOST_DETAILS).copied().collect::<Vec<_>>().join("; ");
        if self.details.len() > MOST_DETAILS {
            detail += &format!("; … (+{})", self.details.len() - MOST_DETAILS);
        }
        Finding { detail, ..self.finding.clone() }.sentence()
    }
}

/// The same on many pages is one; so is the same rule broken by many objects of the file as a whole.
fn gather(findings: &[Finding]) -> Vec<Alike<'_>> {
    let mut alike: Vec<Alike<'_>> = Vec::new();
    for finding in findings {
        let same = |one: &&mut Alike<'_>| {
            (one.finding.rule, one.finding.severity, one.finding.page.is_some()) == (finding.rule, finding.severity, finding.page.is_some())
                && (finding.page.is_none() || one.finding.detail == finding.detail)
        };
        match (alike.iter_mut().find(same), finding.page) {
            (Some(known), Some(page)) => known.pages.push(page),
            (Some(known), None) => known.details.push(&finding.detail),
            (None, page) => alike.push(Alike { finding, pages: page.into_iter().collect(), details: vec![&finding.detail] }),
        }
    }
    alike
}

/// «1–3, 7».
fn ranges(pages: &[usize]) -> String {
    let runs = pages.chunk_by(|page, next| page + 1 == *next);
    let shown = runs.map(|run| if run.len() == 1 { run[0].to_string() } else { format!("{}–{}", run[0], run[run.len() - 1]) });
    shown.collect::<Vec<_>>().join(", ")
}

fn tell_facts(path: &Path, report: &Report, words: &Words) {
    let facts = &report.facts;
    let none = || words.say("preflight-none");
    let listed = |all: Vec<&str>| if all.is_empty() { none() } else { all.join(", ") };
    let spots = listed(facts.spots.iter().map(|spot| spot.name.as_str()).collect());
    let fonts = listed(facts.fonts.iter().map(|font| font.name.as_str()).collect());
    let condition = facts.output_condition.clone().unwrap_or_else(none);
    let told = Sentence::new("preflight-facts").with("spots", spots).with("fonts", fonts).with("condition", condition);
    terminal::say(words.tell(&told));
    let conformance = facts.conformance.clone().unwrap_or_else(|| words.say("preflight-no-conformance"));
    let key = if report.is_fit() { "preflight-fit" } else { "preflight-unfit" };
    let warnings = count(report, Severity::Warning);
    let mut told = Sentence::new(key).with("path", path.display()).with("pages", words.count(facts.pages));
    told = told.with("conformance", conformance).with("warnings", words.count(warnings));
    terminal::say(words.tell(&told.with("faults", words.count(count(report, Severity::Fault)))));
}
