//! How does a table look as CSV (RFC 4180), and which rows does a CSV file hold?

use super::formula::{guard, unguard};
use super::lines::Lines;
use super::row::{Row, composed, refuse_column};
use super::{Kind, MOST_ROWS, Report};
use crate::register::Sentence;
use csv::{Position, ReaderBuilder, StringRecord, WriterBuilder};
use std::io::Read;

/// Bytes of an ordinary short row; only a hint.
const ROW: usize = 256;

/// Put after the file: where the last row swallows it, a quote was never closed.
const END: &[u8] = b"\nend";

/// Most delimiters on one line: more than the longest story has commas. A hostile line has millions, each a cell to keep.
const MOST_CELLS: usize = 50_000;

/// Writes one header row and the rows, LF at each end.
pub(super) fn write(columns: &[&str], rows: Vec<Vec<String>>) -> Vec<u8> {
    let mut out = WriterBuilder::new().from_writer(Vec::new());
    out.write_record(columns).expect("memory takes every write");
    for row in rows {
        out.write_record(row.into_iter().map(guard)).expect("memory takes every write, and each row has every column");
    }
    out.into_inner().expect("memory takes every write")
}

/// Writes one row on its own, LF at its end.
pub(super) fn write_row(row: Vec<String>) -> Vec<u8> {
    let mut out = WriterBuilder::new().buffer_capacity(ROW).from_writer(Vec::with_capacity(ROW));
    out.write_record(row.into_iter().map(guard)).expect("memory takes every write");
    out.into_inner().expect("memory takes every write")
}

/// Reads every row; what cannot be read is refused in the report.
pub(super) fn read(kind: Kind, text: &str, report: &mut Report) -> Vec<Row> {
    let delimiter = delimiter_of(text);
    if let Some(line) = overfull_line(text, delimiter) {
        report.refuse(line, "", Sentence::new("row-too-many-cells").with("most", MOST_CELLS));
        return Vec::new();
    }
    let source = text.as_bytes().chain(END);
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(source);
    let mut lines = Lines::of(text);
    let mut header: Option<Vec<Option<usize>>> = None;
    let mut rows = Vec::new();
    let mut record = StringRecord::new();
    // The decoded text is UTF-8 and lies in memory, so that reading it cannot fail; an error would end the file.
    while reader.read_record(&mut record).unwrap_or(false) {
        let start = lines.past_line_ends(record.position().map_or(usize::MAX, byte_of));
        if start >= text.len() {
            break;
        }
        let line = lines.line_of(start);
        if byte_of(reader.position()) > text.len() + 1 {
            report.refuse(line, "", Sentence::new("file-unclosed-quote"));
            break;
        }
        let Some(columns) = &header else {
            header = Some(read_header(kind, line, &record, report));
            continue;
        };
        if rows.len() == MOST_ROWS {
            report.refuse(line, "", Sentence::new("file-too-many-rows").with("most", MOST_ROWS));
            break;
        }
        rows.extend(read_row(kind, line, columns, &record, report));
    }
    missing_key_column(kind, header.as_deref().unwrap_or_default(), report);
    rows
}

/// A kind's column for each column of the file, none for one that must be refused.
fn read_header(kind: Kind, line: usize, record: &StringRecord, report: &mut Report) -> Vec<Option<usize>> {
    let mut columns = Vec::with_capacity(record.len());
    for name in record {
        let position = kind.position(name);
        match position {
            None => refuse_column(kind, line, name, report),
            Some(at) if columns.contains(&Some(at)) => report.refuse(line, name.trim(), Sentence::new("column-twice")),
            Some(_) => {}
        }
        columns.push(position.filter(|at| !columns.contains(&Some(*at))));
    }
    columns
}

fn read_row(kind: Kind, line: usize, columns: &[Option<usize>], record: &StringRecord, report: &mut Report) -> Option<Row> {
    if record.iter().all(|cell| cell.trim().is_empty()) {
        return None;
    }
    if record.len() != columns.len() {
        let reason = Sentence::new("row-cells").with("cells", record.len()).with("columns", columns.len());
        report.refuse(line, "", reason);
        return None;
    }
    let mut row = Row::new(kind, line);
    for (position, cell) in columns.iter().zip(record).filter_map(|(at, cell)| at.map(|at| (at, cell))) {
        row.put(position, unguard(&composed(cell)).to_owned());
    }
    Some(row)
}

fn byte_of(position: &Position) -> usize {
    usize::try_from(position.byte()).unwrap_or(usize::MAX)
}

fn missing_key_column(kind: Kind, columns: &[Option<usize>], report: &mut Report) {
    for column in kind.key_columns() {
        if !columns.contains(&kind.position(column)) {
            report.refuse(1, column, Sentence::new("column-missing"));
        }
    }
}

/// The first line, from 1, that could be a row of more than [`MOST_CELLS`] cells.
fn overfull_line(text: &str, delimiter: u8) -> Option<usize> {
    let is_overfull = |line: &str| line.len() > MOST_CELLS && line.bytes().filter(|byte| *byte == delimiter).count() > MOST_CELLS;
    let mut end = 0;
    let overfull = text.split_inclusive(['\n', '\r']).find(|line| {
        end += line.len();
        is_overfull(line)
    })?;
    Some(Lines::of(text).line_of(end - overfull.len()))
}

/// The delimiter that the first line uses most; a comma where it uses none.
fn delimiter_of(text: &str) -> u8 {
    let header = text.trim_start().lines().next().unwrap_or_default();
    let count = |delimiter: u8| header.bytes().filter(|byte| *byte == delimiter).count();
    [b'\t', b';', b','].into_iter().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}
