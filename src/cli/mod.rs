//! For the operator: which command was asked for, and how did it end? The only room that knows all the others,
//! and the only file that knows exit codes.

mod announce;
mod backup;
mod check;
mod check_job;
mod doctor;
mod editor;
mod error;
mod export;
mod import;
mod open;
mod photo_reader;
mod preflight;
mod print;
mod progress;
mod scan_writer;
mod selection;
mod serve;
mod settings;
mod share_painter;
mod table;
mod terminal;
mod watch;

pub use error::Error;
pub use settings::Settings;

use crate::print as paper;
use crate::register::{Explained, Fault, Sentence};
use crate::web::words::Words;
use clap::{CommandFactory, Parser, Subcommand};
use std::process::ExitCode;

/// Differences listed when a finished file does not hold what it should.
const MOST_DIFFERENCES: usize = 20;

/// The system behind the QR codes on a city's street-name signs.
///
/// Without a command it serves: the pages for visitors, from one program and one SQLite file.
/// A database that does not exist is made and filled with the starter register.
#[derive(Parser)]
#[command(name = "tenpho", version, max_term_width = 110)]
struct Asked {
    #[command(flatten)]
    settings: Settings,
    #[command(flatten)]
    serve: serve::Serve,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the pages (the default)
    Serve(serve::Serve),
    /// Write plates or sheets for the press, and read every symbol back
    Print(print::Print),
    /// Decode finished artwork, and compare it with the register
    Check(check::Check),
    /// Is this PDF fit for the press? Every finding with its page and its rule
    Preflight(preflight::Preflight),
    /// Take a CSV or JSON file into the register: all of it, or nothing
    Import(import::Import),
    /// Write a table of the register as CSV or JSON
    Export(export::Export),
    /// Write a whole copy of the database, safe while serving
    Backup(backup::Backup),
    /// Make a database of a backup; an existing one is never overwritten
    Restore(backup::Restore),
    /// Keep the people of the office: add, list, disable, enable, reset-password
    Editor(editor::Editor),
    /// Is everything in order?
    Doctor(doctor::Doctor),
}

/// How a command ended, when it did not fail.
pub enum Outcome {
    /// Done.
    Done,
    /// Done, and what it found is not in order; the report says what.
    Wanting,
}

/// Runs the command line.
#[must_use]
pub fn run() -> ExitCode {
    let asked = match Asked::try_parse() {
        Ok(asked) => asked,
        Err(usage) => {
            // Whoever asks for help gets it; whoever mistypes an option can mend it.
            let exit = if usage.use_stderr() { ExitCode::from(1) } else { ExitCode::SUCCESS };
            return usage.print().map_or(ExitCode::from(2), |()| exit);
        }
    };
    let words = Words::of(settings::lang_of_operator());
    let json = asked.settings.json;
    match asked.carry_out(words).and_then(|outcome| terminal::all_said().map(|()| outcome)) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Wanting) => ExitCode::from(1),
        Err(error) => say_failure(&error, json, words),
    }
}

impl Asked {
    fn carry_out(self, words: &'static Words) -> Result<Outcome, Error> {
        let settings = self.settings;
        match self.command {
            None => self.serve.run(&settings, words),
            Some(Command::Serve(serve)) => serve.or(self.serve).run(&settings, words),
            Some(Command::Print(print)) => print.run(&settings, words),
            Some(Command::Check(check)) => check.run(&settings, words),
            Some(Command::Preflight(preflight)) => preflight.run(&settings, words),
            Some(Command::Import(import)) => import.run(&settings, words),
            Some(Command::Export(export)) => export.run(&settings, words),
            Some(Command::Backup(backup)) => backup.run(&settings, words),
            Some(Command::Restore(restore)) => restore.run(&settings, words),
            Some(Command::Editor(editor)) => editor.run(&settings, words),
            Some(Command::Doctor(doctor)) => doctor.run(&settings, words),
        }
    }
}

/// The help of a command, as `--help` prints it; of the program itself for an empty name.
#[must_use]
pub fn help_of(name: &str) -> Option<String> {
    let mut whole = Asked::command().term_width(100);
    whole.build();
    if name.is_empty() {
        return Some(whole.render_long_help().to_string());
    }
    whole.find_subcommand_mut(name).map(|command| command.render_long_help().to_string())
}

/// Every command, in the order of the help.
#[must_use]
pub fn command_names() -> Vec<String> {
    Asked::command().get_subcommands().map(|command| command.get_name().to_owned()).collect()
}

/// One sentence for the asker; for the operator of something broken, the whole chain of causes.
fn say_failure(error: &Error, json: bool, words: &Words) -> ExitCode {
    let sentence = error.sentence();
    // An import that was refused has given its report as JSON already.
    if json && !matches!(error, Error::ImportRefused { .. }) {
        terminal::say(serde_json::json!({ "ok": false, "error": { "key": sentence.key, "text": words.tell(&sentence) } }));
    }
    terminal::note(format!("tenpho: {}", words.tell(&sentence)));
    if let Error::Print(paper::Error::Proof(differences)) = error {
        differences.iter().take(MOST_DIFFERENCES).for_each(|one| terminal::note(format!("  {}", words.tell(&one.sentence()))));
    }
    if let Error::Print(paper::Error::Unfit(findings)) = error {
        findings.iter().take(MOST_DIFFERENCES).for_each(|one| terminal::note(format!("  {}", words.tell(&one.sentence()))));
    }
    if error.fault() != Fault::Broken {
        return ExitCode::from(1);
    }
    let mut cause = std::error::Error::source(error);
    while let Some(one) = cause {
        terminal::note(format!("  {}", words.tell(&Sentence::new("because").with("reason", one))));
        cause = one.source();
    }
    ExitCode::from(2)
}
