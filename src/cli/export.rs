//! How does a table of the register go out?

use super::{Error, Outcome, Settings, open, terminal};
use crate::exchange::{self, FileKind};
use crate::office::finished_file::FinishedFile;
use crate::register::{Register, Sentence, SignCode};
use crate::web::words::Words;
use clap::{Args, ValueEnum};
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

/// Writes a table of the register: UTF-8, one header row, columns whose names never change.
#[derive(Args)]
pub struct Export {
    /// Which table: streets, signs, landmarks, namesakes, stories, wards; or lines
    #[arg(value_parser = |word: &str| FileKind::parse(word))]
    kind: FileKind,
    /// The file to write; standard output where none is named
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The form of the file: csv where none is named; lines are always geojson
    #[arg(long, value_enum)]
    format: Option<Format>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Csv,
    Json,
    Geojson,
}

impl Export {
    /// Writes the table.
    pub fn run(&self, settings: &Settings, words: &Words) -> Result<Outcome, Error> {
        let register = open::open(settings, words)?.read_register()?;
        let (bytes, licence) = self.write(&register, settings)?;
        match &self.out {
            Some(path) => {
                let mut file = FinishedFile::begin(path)?;
                file.add(&bytes)?;
                file.finish()?;
            }
            None => print(&bytes)?,
        }
        if let Some(line) = licence {
            terminal::note(words.tell(&line));
        }
        Ok(Outcome::Done)
    }

    /// The file, and the line of licence that must go with it.
    fn write(&self, register: &Register, settings: &Settings) -> Result<(Vec<u8>, Option<Sentence>), Error> {
        let base = settings.base_url()?;
        let link = |code: SignCode| base.as_ref().map(|base| base.link(code).as_str().to_owned()).unwrap_or_default();
        Ok(match (self.kind, self.format) {
            (FileKind::Table(kind), None | Some(Format::Csv)) => (exchange::write_csv(kind, register, &link), exchange::licence_line(kind)),
            (FileKind::Table(kind), Some(Format::Json)) => (exchange::write_json(kind, register, &link), exchange::licence_line(kind)),
            (FileKind::Lines, None | Some(Format::Geojson)) => (exchange::write_lines(register), exchange::licence_of_lines(register)),
            (FileKind::Table(_), Some(Format::Geojson)) => return Err(Error::TableAsGeojson),
            (FileKind::Lines, Some(Format::Csv | Format::Json)) => return Err(Error::LinesAsTable),
        })
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
