//! How does a column become a value again? Stored values were parsed once; one that no longer parses is damage.

use crate::register::{Line, Name, Point, Slug};
use rusqlite::{Row, types::Type};

type Boxed = Box<dyn std::error::Error + Send + Sync>;

/// The value in this column, read by the register's own parser.
pub fn parsed<T, E: Into<Boxed>>(row: &Row<'_>, column: &str, parse: impl FnOnce(&str) -> Result<T, E>) -> rusqlite::Result<T> {
    let at = row.as_ref().column_index(column)?;
    let text = row.get_ref(at)?.as_str().map_err(|error| damaged(at, error))?;
    parse(text).map_err(|error| damaged(at, format!("{}{column}: {}", key_of(row), error.into())))
}

/// As [`parsed`], and none where the column is empty.
pub fn optional<T, E: Into<Boxed>>(row: &Row<'_>, column: &str, parse: impl FnOnce(&str) -> Result<T, E>) -> rusqlite::Result<Option<T>> {
    parsed(row, column, |text| if text.is_empty() { Ok(None) } else { parse(text).map(Some) })
}

/// The line in this column.
pub fn line(row: &Row<'_>, column: &str) -> rusqlite::Result<Line> {
    parsed(row, column, Line::parse)
}

/// The name in this column.
pub fn name(row: &Row<'_>, column: &str) -> rusqlite::Result<Name> {
    parsed(row, column, Name::parse)
}

/// The slug in this column.
pub fn slug(row: &Row<'_>, column: &str) -> rusqlite::Result<Slug> {
    parsed(row, column, Slug::parse)
}

/// The slug that a join brought along, none where it found nothing.
pub fn joined_slug(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Slug>> {
    let found: Option<String> = row.get(column)?;
    found.map(|text| Slug::parse(&text).map_err(|error| damaged(0, error))).transpose()
}

/// The number in this column, none where it is not known.
pub fn number(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<u32>> {
    let at = row.as_ref().column_index(column)?;
    row.get(at).map_err(|error| damaged(at, format!("{}{column}: {error}", key_of(row))))
}

/// The position in the columns `lat` and `lon`.
pub fn point(row: &Row<'_>) -> rusqlite::Result<Option<Point>> {
    let (lat, lon): (String, String) = (row.get("lat")?, row.get("lon")?);
    Point::parse(&lat, &lon).map_err(|text| damaged(0, text))
}

/// The code or slug of a row, so that whoever mends it finds it.
fn key_of(row: &Row<'_>) -> String {
    let keys = ["code", "slug", "place"].into_iter().filter_map(|key| row.get::<_, String>(key).ok());
    keys.filter(|key| !key.is_empty()).map(|key| format!("{key}, ")).next().unwrap_or_default()
}

fn damaged(at: usize, error: impl Into<Boxed>) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(at, Type::Text, error.into())
}

/// The sources in this column.
pub fn sources(row: &Row<'_>, column: &str) -> rusqlite::Result<Line> {
    parsed(row, column, crate::register::story::parse_sources)
}

/// The numbers in this column, parted by spaces.
pub fn numbers(row: &Row<'_>, column: &str) -> rusqlite::Result<Vec<i64>> {
    parsed(row, column, |text| text.split_whitespace().map(str::parse).collect::<Result<_, _>>())
}

/// The value as a column keeps it: empty where there is none.
pub fn shown<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}
