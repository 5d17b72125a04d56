//! With what does a new database begin? The tables and stories of `data/`, compiled in.

use super::import::{Import, import, read_issuing};
use super::row::Row;
use super::{Error, Kind, Report};
use crate::register::{Register, Stage};
use rust_embed::RustEmbed;
use serde::Deserialize;
use std::borrow::Cow;

#[derive(RustEmbed)]
#[folder = "data/"]
struct Starter;

/// The tables, each after those that it points at.
const TABLES: [Kind; 7] = [Kind::Wards, Kind::Namesakes, Kind::Streets, Kind::Landmarks, Kind::Signs, Kind::Walks, Kind::Anniversaries];
/// The author of every story compiled in.
const AUTHOR: &str = "starter register";
/// The line before and after a story's front matter.
const FENCE: &str = "+++\n";

/// What stands above a story's text.
#[derive(Deserialize)]
struct FrontMatter {
    place_kind: String,
    place: String,
    lang: String,
    lead: String,
    sources: Vec<String>,
    review: String,
}

/// The starter register, read by the same import as any file.
///
/// # Errors
/// Names the file that is missing or refused; only a faulty build has one.
pub fn starter() -> Result<Register, Error> {
    let mut register = Register::default();
    for kind in TABLES {
        let file = format!("{kind}.csv");
        let bytes = bytes_of(&file)?;
        // No code is ever made up here: a starter sign without one would get another at every first start.
        let found = read_issuing(kind, &bytes, &register, &mut || None);
        take(found, file, &mut register)?;
    }
    let files: Vec<Cow<'static, str>> = Starter::iter().filter(|file| file.starts_with("stories/") && file.ends_with(".md")).collect();
    let rows = (1..).zip(&files).map(|(line, file)| story_row(line, file, &bytes_of(file)?)).collect::<Result<Vec<Row>, Error>>()?;
    let found = import(Kind::Stories, &rows, &register, &mut || None, Report::default());
    let first_bad = found.as_ref().err().and_then(|report| files.get(report.faults.first()?.line.checked_sub(1)?));
    let file = first_bad.map_or_else(|| "stories".to_owned(), ToString::to_string);
    take(found, file, &mut register)?;
    Ok(register)
}

fn bytes_of(file: &str) -> Result<Cow<'static, [u8]>, Error> {
    Starter::get(file).map(|found| found.data).ok_or_else(|| Error::Missing { file: file.to_owned() })
}

fn take(found: Result<Import, Report>, file: String, register: &mut Register) -> Result<(), Error> {
    match found {
        Ok(import) => import.records.put_into(register),
        Err(report) => return Err(Error::Refused { file, report: Box::new(report) }),
    }
    Ok(())
}

/// The row of a story; its line is its number among the files.
fn story_row(line: usize, file: &str, bytes: &[u8]) -> Result<Row, Error> {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    let parts = text.strip_prefix(FENCE).and_then(|rest| rest.split_once(&format!("\n{FENCE}")));
    let (front, body) = parts.ok_or_else(|| Error::NoFrontMatter { file: file.to_owned() })?;
    let front: FrontMatter =
        toml::from_str(front).map_err(|source| Error::FrontMatter { file: file.to_owned(), source: Box::new(source) })?;
    let should = format!("stories/{}/{}/{}.md", front.lang, front.place_kind, front.place);
    if should != file {
        return Err(Error::Misplaced { file: file.to_owned(), should });
    }
    Ok(row_of(line, front, body))
}

fn row_of(line: usize, front: FrontMatter, body: &str) -> Row {
    let mut row = Row::new(Kind::Stories, line);
    row.write("place_kind", front.place_kind);
    row.write("place", front.place);
    row.write("lang", front.lang);
    row.write("stage", Stage::Published.to_string());
    row.write("lead", front.lead);
    row.write("body", body.to_owned());
    row.write("sources", front.sources.join(" ; "));
    row.write("review", front.review);
    row.write("author", AUTHOR.to_owned());
    row
}
