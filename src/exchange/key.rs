//! Which record is a row about, and what does a new one get called?

use super::Report;
use super::records::Tabled;
use super::row::Row;
use crate::register::{Sentence, SignCode, Slug};
use std::collections::HashMap;

/// Codes asked for before giving up: with 31⁵ of them, so many used ones in a row mean a broken source of chance.
const MOST_TRIES: usize = 1_000;

/// What gives out codes; none means that this try gave no code.
pub(super) type Issue<'a> = &'a mut dyn FnMut() -> Option<SignCode>;

/// The key of each row, none where it is refused; and the line of every key, 0 for one of the register alone.
pub(super) fn keys_of<T: Tabled>(
    rows: &[Row],
    old: &HashMap<String, &T>,
    former: &HashMap<&str, &str>,
    issue: Issue<'_>,
    report: &mut Report,
) -> (Vec<Option<String>>, HashMap<String, usize>) {
    let mut lines: HashMap<String, usize> =
        old.keys().map(String::as_str).chain(former.keys().copied()).map(|key| (key.to_owned(), 0)).collect();
    let mut keys: Vec<Option<String>> = rows.iter().map(|row| written_key::<T>(row, &mut lines, report)).collect();
    let mut maker = Maker { lines, last: HashMap::new(), issue };
    for (row, key) in rows.iter().zip(&mut keys).filter(|(row, key)| key.is_none() && is_empty(row)) {
        match T::make_key(row, &mut maker) {
            Ok(made) => {
                maker.lines.insert(made.clone(), row.line);
                *key = Some(made);
            }
            Err(reason) => report.refuse(row.line, row.kind.key_columns()[0], reason),
        }
    }
    (keys, maker.lines)
}

fn written_key<T: Tabled>(row: &Row, lines: &mut HashMap<String, usize>, report: &mut Report) -> Option<String> {
    if is_empty(row) {
        return None;
    }
    let key = T::read_key(row).map_err(|(column, reason)| report.refuse(row.line, column, reason)).ok()?;
    match lines.insert(key.clone(), row.line) {
        Some(earlier) if earlier > 0 => {
            report.refuse(row.line, row.kind.key_columns()[0], Sentence::new("row-twice").with("earlier", earlier));
            None
        }
        _ => Some(key),
    }
}

/// Is the row one that asks for a key? Only kinds with a key of one column make keys.
fn is_empty(row: &Row) -> bool {
    match row.kind.key_columns() {
        [only] => row.cell(only).is_some_and(|text| text.trim().is_empty()),
        _ => false,
    }
}

/// Makes keys that neither the register nor the file has.
pub(super) struct Maker<'a> {
    lines: HashMap<String, usize>,
    /// The last number put behind each name's slug, so that a thousand of one name are not tried from `-2` each.
    last: HashMap<String, u32>,
    issue: Issue<'a>,
}

impl Maker<'_> {
    /// A code that nothing bears.
    pub(super) fn code(&mut self) -> Result<String, Sentence> {
        let fresh = (0..MOST_TRIES).filter_map(|_| (self.issue)()).map(|code| code.to_string());
        let mut unused = fresh.filter(|code| !self.lines.contains_key(code));
        unused.next().ok_or_else(|| Sentence::new("code-none-left"))
    }

    /// The slug of a name, with `-2` and so on where it is taken.
    pub(super) fn slug(&mut self, name: &str) -> Result<String, Sentence> {
        let plain = Slug::of_name(name).ok_or_else(|| Sentence::new("slug-unmakeable"))?;
        let last = self.last.entry(plain.to_string()).or_insert(0);
        loop {
            *last += 1;
            let tried = if *last == 1 { plain.to_string() } else { format!("{plain}-{last}") };
            if !self.lines.contains_key(&tried) {
                return Ok(Slug::parse(&tried)?.to_string());
            }
        }
    }
}
