//! How does a file come into the register?

use super::table::Table;
use super::{Error, Outcome, Settings, open, terminal};
use crate::exchange::{self, Report};
use crate::office::{clock, issue_code};
use crate::register::{Register, Sentence};
use crate::store::Stamp;
use crate::web::words::Words;
use clap::Args;
use std::io::Read;
use std::path::PathBuf;

/// Faults listed on a terminal; the JSON report has them all.
const MOST_LISTED: usize = 50;

/// Takes a CSV, JSON or GeoJSON file into the register: an upsert by code or slug, all of it or nothing.
///
/// What the file leaves out stays as it is; an empty cell means unknown; an empty code gets a new one.
#[derive(Args)]
pub struct Import {
    /// What the file holds: streets, signs, landmarks, namesakes, stories, wards, walks, legacy-links, anniversaries; lines as GeoJSON
    #[arg(value_parser = Table::parse)]
    kind: Table,
    /// The file; `-` is standard input
    file: PathBuf,
    /// Make every check and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Why nothing was written.
enum Stopped {
    Refused(Box<Report>),
    OnlyTried(Box<Report>),
    Failed(Error),
}

impl From<crate::store::Error> for Stopped {
    fn from(error: crate::store::Error) -> Self {
        Self::Failed(error.into())
    }
}

impl Import {
    /// Reads the file, and writes what it brings unless this is a dry run.
    pub fn run(&self, settings: &Settings, words: &Words) -> Result<Outcome, Error> {
        match self.kind {
            Table::Scans => return Err(Error::ScansComeFromSigns),
            Table::Reports => return Err(Error::ReportsComeFromVisitors),
            Table::Of(_) | Table::Lines => {}
        }
        let bytes = self.read()?;
        let mut store = open::open(settings, words)?;
        let now = clock::now();
        let imported = store.import(Stamp { who: open::AT_THE_TERMINAL, at: &now }, |register| {
            let read = match self.kind {
                Table::Of(kind) => exchange::read(kind, &bytes, register, &mut issue_code),
                Table::Lines => exchange::read_lines(&bytes, register),
                Table::Scans => return Err(Stopped::Failed(Error::ScansComeFromSigns)),
                Table::Reports => return Err(Stopped::Failed(Error::ReportsComeFromVisitors)),
            };
            let import = read.map_err(|report| Stopped::Refused(Box::new(report)))?;
            if self.dry_run {
                return Err(Stopped::OnlyTried(Box::new(import.report)));
            }
            let mut records = Register::default();
            import.records.put_into(&mut records);
            Ok((records, import.report))
        });
        match imported {
            Ok(report) => self.tell(&report, "import-done", settings, words),
            Err(Stopped::OnlyTried(report)) => self.tell(&report, "import-tried", settings, words),
            Err(Stopped::Failed(error)) => return Err(error),
            Err(Stopped::Refused(report)) => {
                self.tell_faults(&report, settings, words);
                return Err(Error::ImportRefused { faults: report.faults_in_all });
            }
        }
        Ok(Outcome::Done)
    }

    fn read(&self) -> Result<Vec<u8>, Error> {
        let failed = |source| Error::File { path: self.file.clone(), source };
        if self.file.is_dir() {
            return Err(Error::IsFolder(self.file.clone()));
        }
        // One byte over the limit is enough for the reader to say that it is too large.
        let most = u64::try_from(exchange::MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
        let mut bytes = Vec::new();
        let source: Box<dyn Read> = if self.file.as_os_str() == "-" {
            Box::new(std::io::stdin().lock())
        } else {
            Box::new(std::fs::File::open(&self.file).map_err(failed)?)
        };
        source.take(most).read_to_end(&mut bytes).map_err(failed)?;
        Ok(bytes)
    }

    fn tell(&self, report: &Report, key: &'static str, settings: &Settings, words: &Words) {
        if settings.json {
            terminal::say(as_json(report, self.dry_run));
            return;
        }
        tell_notes(report, words);
        let counts = Sentence::new(key).with("rows", report.rows).with("added", report.added).with("changed", report.changed);
        terminal::say(words.tell(&counts.with("unchanged", report.unchanged)));
    }

    fn tell_faults(&self, report: &Report, settings: &Settings, words: &Words) {
        if settings.json {
            terminal::say(as_json(report, self.dry_run));
            return;
        }
        tell_notes(report, words);
        for fault in report.faults.iter().take(MOST_LISTED) {
            let place = match (fault.line, fault.column.is_empty()) {
                (0, _) => String::new(),
                (line, true) => words.say_with("at-line", &[("line", &line)]),
                (line, false) => words.say_with("at-line-and-column", &[("line", &line), ("column", &fault.column)]),
            };
            terminal::note(format!("{place}{}", words.tell(&fault.reason)));
        }
        if report.faults_in_all > MOST_LISTED {
            terminal::note(words.say_with("more-faults", &[("more", &(report.faults_in_all - MOST_LISTED))]));
        }
    }
}

fn tell_notes(report: &Report, words: &Words) {
    for note in &report.notes {
        terminal::note(words.tell(note));
    }
}

fn as_json(report: &Report, dry_run: bool) -> serde_json::Value {
    serde_json::json!({ "ok": report.is_clean(), "dry_run": dry_run, "report": report })
}
