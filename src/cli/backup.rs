//! How does the operator keep a copy, and put it back?

use super::{Error, Outcome, Settings, open, terminal};
use crate::register::Sentence;
use crate::store;
use crate::web::words::Words;
use clap::Args;
use std::path::PathBuf;

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
        open::open(settings, words)?.backup(&self.file)?;
        let verified = store::verify(&self.file)?;
        tell(settings, words, Sentence::new("backup-done").with("path", self.file.display()), &verified);
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
        tell(settings, words, sentence, &verified);
        Ok(Outcome::Done)
    }
}

fn tell(settings: &Settings, words: &Words, sentence: Sentence, verified: &store::Verified) {
    if settings.json {
        let counts = serde_json::json!({
            "ok": true, "schema": verified.schema, "streets": verified.streets, "signs": verified.signs, "stories": verified.stories,
        });
        terminal::say(format!("{counts}"));
        return;
    }
    let sentence = sentence.with("streets", verified.streets).with("signs", verified.signs).with("stories", verified.stories);
    terminal::say(words.tell(&sentence));
}
