//! How does the operator keep a copy, and put it back?

use super::{Error, Outcome, Settings, open, terminal};
use crate::office::clock;
use crate::register::{Explained, Sentence};
use crate::store;
use crate::web::words::Words;
use clap::Args;
use serde_json::json;
use std::path::PathBuf;

/// Faults of a history that are named; what is wrong with the rest of it shows once these are mended.
pub const MOST_FAULTS: usize = 20;

/// Writes a whole copy of the database, as of one moment; safe while `serve` runs.
#[derive(Args)]
pub struct Backup {
    /// The file to write; it must not exist yet
    file: PathBuf,
}

/// Makes the database of `--db` out of a backup. A database that exists is never overwritten.
#[derive(Args)]
pub struct Restore {
    /// The backup
    file: PathBuf,
    /// Only check that the backup is sound; write nothing
    #[arg(long)]
    check: bool,
}

impl Backup {
    /// Writes the copy.
    pub fn run(&self, settings: &Settings, words: &Words) -> Result<Outcome, Error> {
        let seal = open::open(settings, words)?.backup(&self.file, &clock::now())?;
        let verified = store::verify(&self.file)?;
        tell(
            settings,
            words,
            &Told { sentence: Sentence::new("backup-done").with("path", self.file.display()), verified, seal, is_ok: true },
        );
        Ok(Outcome::Done)
    }
}

impl Restore {
    /// Checks the backup, and puts it back unless that was all that was asked.
    pub fn run(&self, settings: &Settings, words: &Words) -> Result<Outcome, Error> {
        let verified = if self.check { store::verify(&self.file)? } else { store::restore(&self.file, &settings.db)? };
        let sentence = if self.check {
            Sentence::new("backup-sound").with("path", self.file.display())
        } else {
            Sentence::new("restore-done").with("path", settings.db.display())
        };
        let seal = store::Seal { count: verified.history.count, hash: verified.history.hash.clone() };
        let is_ok = !self.check || verified.history.faults.is_empty();
        tell(settings, words, &Told { sentence, verified, seal, is_ok });
        Ok(if is_ok { Outcome::Done } else { Outcome::Wanting })
    }
}

/// What is to be said of a copy.
struct Told {
    sentence: Sentence,
    verified: store::Verified,
    seal: store::Seal,
    is_ok: bool,
}

/// Tells what the copy holds. What is wrong with its history is told, and keeps nobody from saving what there is.
fn tell(settings: &Settings, words: &Words, told: &Told) {
    let (verified, seal, history) = (&told.verified, &told.seal, &told.verified.history);
    let faults: Vec<Sentence> = history.faults.iter().map(Explained::sentence).collect();
    if settings.json {
        let faults: Vec<_> = faults.iter().map(|fault| json!({ "key": fault.key, "text": words.tell(fault) })).collect();
        terminal::say(json!({
            "ok": told.is_ok, "schema": verified.schema, "streets": verified.streets, "signs": verified.signs,
            "stories": verified.stories, "history": { "count": seal.count, "hash": seal.hash }, "warnings": faults,
        }));
        return;
    }
    let sentence = told.sentence.clone().with("streets", verified.streets).with("signs", verified.signs).with("stories", verified.stories);
    terminal::say(words.tell(&sentence));
    terminal::say(words.say_with("history-seal", &[("count", &seal.count), ("hash", &seal.hash)]));
    for fault in faults.iter().take(MOST_FAULTS) {
        terminal::note(format!("{} {}", words.say("history-warning"), words.tell(fault)));
    }
}
