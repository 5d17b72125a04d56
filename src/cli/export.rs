//! How does a table of the register go out?

use super::{Error, Outcome, Settings, open, terminal};
use crate::exchange::{self, Kind};
use crate::office::finished_file::FinishedFile;
use crate::register::SignCode;
use crate::web::words::Words;
use clap::{Args, ValueEnum};
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

/// Writes a table of the register: UTF-8, one header row, columns whose names never change.
#[derive(Args)]
pub struct Export {
    /// Which table: streets, signs, landmarks, namesakes, stories, wards, walks
    #[arg(value_parser = |word: &str| Kind::parse(word))]
    kind: Kind,
    /// The file to write; standard output where none is named
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The form of the file
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Csv,
    Json,
}

impl Export {
    /// Writes the table.
    pub fn run(&self, settings: &Settings, words: &Words) -> Result<Outcome, Error> {
        let base = settings.base_url()?;
        let register = open::open(settings, words)?.read_register()?;
        let link = |code: SignCode| base.as_ref().map(|base| base.link(code).as_str().to_owned()).unwrap_or_default();
        let bytes = match self.format {
            Format::Csv => exchange::write_csv(self.kind, &register, &link),
            Format::Json => exchange::write_json(self.kind, &register, &link),
        };
        match &self.out {
            Some(path) => {
                let mut file = FinishedFile::begin(path)?;
                file.add(&bytes)?;
                file.finish()?;
            }
            None => print(&bytes)?,
        }
        if let Some(line) = exchange::licence_line(self.kind) {
            terminal::note(words.tell(&line));
        }
        Ok(Outcome::Done)
    }
}

/// Standard output; a reader that has seen enough is no failure.
fn print(bytes: &[u8]) -> Result<(), Error> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Error::File { path: "-".into(), source: error }),
        _ => Ok(()),
    }
}
