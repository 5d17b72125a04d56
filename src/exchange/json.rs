//! How does a table look as JSON, an array with one object a record, and which rows does such a file hold?

use super::json_object::Object;
use super::kind::NUMBERS;
use super::lines::Lines;
use super::row::{Row, composed, refuse_column};
use super::{Kind, MOST_ROWS, Report};
use crate::register::Sentence;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Number, Value};

/// Writes an array with one object a line; an empty cell is `null`.
pub(super) fn write(columns: &[&str], rows: &[Vec<String>]) -> Vec<u8> {
    let mut out = b"[".to_vec();
    for (place, cells) in rows.iter().enumerate() {
        out.extend(write_row(columns, cells, place == 0));
    }
    out.extend_from_slice(end(rows.is_empty()));
    out
}

/// Writes one object on a line of its own, after the bracket or after the object before it.
pub(super) fn write_row(columns: &[&str], cells: &[String], is_first: bool) -> Vec<u8> {
    let mut out = if is_first { b"\n".to_vec() } else { b",\n".to_vec() };
    serde_json::to_writer(&mut out, &Record { columns, cells }).expect("memory takes every write, and every key is a text");
    out
}

/// What closes the array.
pub(super) const fn end(is_empty: bool) -> &'static [u8] {
    if is_empty { b"]\n" } else { b"\n]\n" }
}

/// Reads every object; what cannot be read is refused in the report.
pub(super) fn read(kind: Kind, text: &str, report: &mut Report) -> Vec<Row> {
    let mut array = Array::of(text);
    let mut lines = Lines::of(text);
    let mut rows = Vec::new();
    while let Some(found) = array.next_object() {
        match found {
            Ok((start, _)) if rows.len() == MOST_ROWS => {
                report.refuse(lines.line_of(start), "", Sentence::new("file-too-many-rows").with("most", MOST_ROWS));
                break;
            }
            Ok((start, object)) => rows.push(read_row(kind, lines.line_of(start), object, report)),
            Err((start, further)) => {
                report.refuse(lines.line_of(start) + further, "", Sentence::new("file-json"));
                break;
            }
        }
    }
    rows
}

fn read_row(kind: Kind, line: usize, object: Object, report: &mut Report) -> Row {
    let mut row = Row::new(kind, line);
    for (name, cell) in object.0 {
        match (kind.position(&name), cell.0) {
            (None, _) => refuse_column(kind, line, &name, report),
            (Some(at), _) if row.has(at) => report.refuse(line, name.trim(), Sentence::new("column-twice")),
            (Some(_), None) => report.refuse(line, name.trim(), Sentence::new("cell-not-text")),
            (Some(at), Some(text)) => row.put(at, composed(&text).into_owned()),
        }
    }
    for column in kind.key_columns().iter().filter(|column| row.cell(column).is_none()) {
        report.refuse(line, column, Sentence::new("column-missing"));
    }
    row
}

/// One record in the order of its kind's columns.
struct Record<'a> {
    columns: &'a [&'a str],
    cells: &'a [String],
}

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut map = out.serialize_map(Some(self.cells.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            map.serialize_entry(column, &value_of(column, cell))?;
        }
        map.end()
    }
}

fn value_of(column: &str, cell: &str) -> Value {
    if cell.is_empty() {
        return Value::Null;
    }
    let number = NUMBERS.contains(&column).then(|| serde_json::from_str::<Number>(cell).ok()).flatten();
    match number.filter(|number| number.to_string() == cell) {
        Some(number) => Value::Number(number),
        None => Value::String(cell.to_owned()),
    }
}

/// Walks the array one object at a time, because the line of each is wanted.
struct Array<'a> {
    text: &'a str,
    at: usize,
    read: usize,
}

impl<'a> Array<'a> {
    /// An array whose opening bracket is the first thing in the text.
    fn of(text: &'a str) -> Self {
        Self { text, at: text.find('[').map_or(text.len(), |at| at + 1), read: 0 }
    }

    /// The next object and its offset; or the offset of what is wrong, and how many lines further on.
    fn next_object(&mut self) -> Option<Result<(usize, Object), (usize, usize)>> {
        if self.takes(b']') {
            self.skip_blanks();
            return (self.at < self.text.len()).then_some(Err((self.at, 0)));
        }
        if self.read > 0 && !self.takes(b',') {
            return Some(Err((self.at, 0)));
        }
        self.skip_blanks();
        let start = self.at;
        let mut stream = serde_json::Deserializer::from_str(&self.text[start..]).into_iter::<Object>();
        let found = stream.next();
        self.at += stream.byte_offset();
        self.read += 1;
        Some(match found {
            Some(Ok(object)) => Ok((start, object)),
            Some(Err(error)) => Err((start, error.line().saturating_sub(1))),
            None => Err((start, 0)),
        })
    }

    fn skip_blanks(&mut self) {
        let blanks = self.text.bytes().skip(self.at).take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'));
        self.at += blanks.count();
    }

    fn takes(&mut self, wanted: u8) -> bool {
        self.skip_blanks();
        let found = self.text.as_bytes().get(self.at) == Some(&wanted);
        self.at += usize::from(found);
        found
    }
}
