//! How does a table of the register go out?

use super::table::Table;
use super::{Error, Outcome, Settings, open, terminal};
use crate::exchange::{self, Form, Kind, ScanTable};
use crate::office::finished_file::FinishedFile;
use crate::register::{Sentence, SignCode};
use crate::web::words::Words;
use clap::{Args, ValueEnum};
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

/// Writes a table of the register: UTF-8, one header row, columns whose names never change.
#[derive(Args)]
pub struct Export {
    /// Which table: streets, signs, landmarks, namesakes, stories, wards, lines, walks, legacy-links, anniversaries, scans, reports
    #[arg(value_parser = Table::parse)]
    kind: Table,
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

/// Bytes gathered before they are written.
const PIECE: usize = 64 << 10;

impl Export {
    /// Writes the table.
    pub fn run(&self, settings: &Settings, words: &Words) -> Result<Outcome, Error> {
        match self.kind {
            Table::Of(kind) => self.write_table(kind, settings, words)?,
            Table::Lines => self.write_lines(settings, words)?,
            Table::Scans => self.write_scans(settings, words)?,
            Table::Reports => self.write_reports(settings, words)?,
        }
        Ok(Outcome::Done)
    }

    fn write_table(&self, kind: Kind, settings: &Settings, words: &Words) -> Result<(), Error> {
        let (base, form) = (settings.base_url()?, self.form()?);
        let register = open::open(settings, words)?.read_register()?;
        let link = |code: SignCode| base.as_ref().map(|base| base.link(code).as_str().to_owned()).unwrap_or_default();
        let bytes = match form {
            Form::Csv => exchange::write_csv(kind, &register, &link),
            Form::Json => exchange::write_json(kind, &register, &link),
        };
        self.write(|take| take(&bytes))?;
        tell_licence(exchange::licence_line(kind), words);
        Ok(())
    }

    fn write_reports(&self, settings: &Settings, words: &Words) -> Result<(), Error> {
        let form = self.form()?;
        let base = settings.base_url()?;
        let cases = open::open(settings, words)?.all_cases()?;
        let link = |code: SignCode| base.as_ref().map(|base| base.link(code).as_str().to_owned()).unwrap_or_default();
        let bytes = match form {
            Form::Csv => exchange::write_reports_csv(&cases, &link),
            Form::Json => exchange::write_reports_json(&cases, &link),
        };
        self.write(|take| take(&bytes))
    }

    fn write_lines(&self, settings: &Settings, words: &Words) -> Result<(), Error> {
        if matches!(self.format, Some(Format::Csv | Format::Json)) {
            return Err(Error::LinesAsTable);
        }
        let register = open::open(settings, words)?.read_register()?;
        self.write(|take| take(&exchange::write_lines(&register)))?;
        tell_licence(exchange::licence_of_lines(&register), words);
        Ok(())
    }

    /// The form of a table.
    fn form(&self) -> Result<Form, Error> {
        match self.format {
            None | Some(Format::Csv) => Ok(Form::Csv),
            Some(Format::Json) => Ok(Form::Json),
            Some(Format::Geojson) => Err(Error::TableAsGeojson),
        }
    }

    /// Scans go out as they are read: there may be millions.
    fn write_scans(&self, settings: &Settings, words: &Words) -> Result<(), Error> {
        let form = self.form()?;
        let mut store = open::open(settings, words)?;
        self.write(|take| {
            let (mut table, mut piece) = ScanTable::begin(form);
            store.read_scans((None, None), |scan| {
                piece.extend(table.row(&scan));
                if piece.len() < PIECE {
                    return Ok(());
                }
                take(&std::mem::take(&mut piece))
            })?;
            piece.extend_from_slice(table.end());
            take(&piece)
        })
    }

    /// Lets `make` write, piece by piece, to the file that was named or to standard output.
    fn write(&self, make: impl FnOnce(&mut dyn FnMut(&[u8]) -> Result<(), Error>) -> Result<(), Error>) -> Result<(), Error> {
        let Some(path) = &self.out else { return make(&mut print) };
        let mut file = FinishedFile::begin(path)?;
        make(&mut |bytes| Ok(file.add(bytes)?))?;
        file.finish()?;
        Ok(())
    }
}

/// The line of licence that must go with a file, where it needs one.
fn tell_licence(line: Option<Sentence>, words: &Words) {
    if let Some(line) = line {
        terminal::note(words.tell(&line));
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
