//! How does a manifest stand in a table that a spreadsheet opens? A line a row.

use super::manifest_rows::SignRow;
use std::io::{self, Write};

/// The columns of a manifest's table.
pub const COLUMNS: [&str; 27] = [
    "code",
    "address",
    "place",
    "name",
    "number",
    "ward",
    "plate",
    "file",
    "sheet",
    "page",
    "position",
    "x_mm",
    "y_mm",
    "width_mm",
    "height_mm",
    "symbol_x_mm",
    "symbol_y_mm",
    "symbol_mm",
    "version",
    "level",
    "module_mm",
    "module_dots",
    "reading_distance_m",
    "mounting_m",
    "needed_m",
    "reads",
    "sha256",
];

/// The signs that a spreadsheet takes for the start of a formula.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// The first line, which names the columns.
pub(super) fn write_columns(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", COLUMNS.join(","))
}

/// Writes the line of a row. `line` is room for it, taken again for every row.
pub(super) fn write_row<Text: AsRef<str>>(out: &mut impl Write, row: &SignRow<Text>, line: &mut Vec<u8>) -> io::Result<()> {
    line.clear();
    line.extend_from_slice(row.code.as_ref().as_bytes());
    [&row.address, &row.place, &row.name].into_iter().for_each(|cell| text(line, cell.as_ref()));
    whole(line, row.number.map(u64::from));
    [&row.ward, &row.plate, &row.file].into_iter().for_each(|cell| text(line, cell.as_ref()));
    [row.sheet, row.page, row.position].into_iter().for_each(|cell| whole(line, Some(cell as u64)));
    [row.x_mm, row.y_mm, row.width_mm, row.height_mm, row.symbol_x_mm, row.symbol_y_mm, row.symbol_mm]
        .into_iter()
        .for_each(|cell| number(line, Some(cell)));
    whole(line, Some(row.version.into()));
    text(line, row.level.as_ref());
    number(line, Some(row.module_mm));
    whole(line, row.module_dots.map(u64::from));
    [Some(row.reading_distance_m), row.mounting_m, Some(row.needed_m)].into_iter().for_each(|cell| number(line, cell));
    line.extend_from_slice(if row.reads { b",yes," } else { b",no," });
    line.extend_from_slice(row.sha256.as_ref().as_bytes());
    line.push(b'\n');
    out.write_all(line)
}

/// A text that no spreadsheet takes for a formula; between quotation marks where it would break the table (RFC 4180).
fn text(line: &mut Vec<u8>, cell: &str) {
    line.push(b',');
    let guard = if cell.trim_start_matches('\'').starts_with(FORMULA) { "'" } else { "" };
    if cell.bytes().any(|one| matches!(one, b',' | b'"' | b'\r' | b'\n')) {
        line.extend_from_slice(format!("\"{guard}{}\"", cell.replace('"', "\"\"")).as_bytes());
    } else {
        line.extend_from_slice(guard.as_bytes());
        line.extend_from_slice(cell.as_bytes());
    }
}

fn whole(line: &mut Vec<u8>, cell: Option<u64>) {
    line.push(b',');
    if let Some(mut left) = cell {
        let from = line.len();
        loop {
            line.push(b'0' + (left % 10) as u8);
            left /= 10;
            if left == 0 {
                break;
            }
        }
        line[from..].reverse();
    }
}

/// A number with as many digits as tell it: nearly all are of thousandths.
fn number(line: &mut Vec<u8>, cell: Option<f64>) {
    let Some(cell) = cell else { return line.push(b',') };
    let scaled = (cell * 1000.0 + 0.5) as u64;
    if cell.is_sign_negative() || scaled > 1_000_000_000 || scaled as f64 / 1000.0 != cell {
        line.extend_from_slice(format!(",{cell}").as_bytes());
        return;
    }
    whole(line, Some(scaled / 1000));
    let mut rest = scaled % 1000;
    if rest > 0 {
        line.push(b'.');
    }
    while rest > 0 {
        line.push(b'0' + (rest / 100) as u8);
        rest = rest % 100 * 10;
    }
}
