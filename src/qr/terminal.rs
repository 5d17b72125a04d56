//! How does a symbol look on a terminal? Two rows a line, black on white whatever the colours of the terminal are.

use super::{Error, Link, QUIET_ZONE, Symbol};

/// Black letters on a white ground, and back to what it was (ECMA-48).
const BLACK_ON_WHITE: &str = "\u{1b}[30;107m";
const AS_BEFORE: &str = "\u{1b}[0m";

/// A symbol that a phone reads off the screen, with its quiet zone.
///
/// # Errors
/// Refuses a link that fits into no symbol.
pub fn terminal(link: &Link) -> Result<String, Error> {
    let symbol = Symbol::of(link)?;
    let side = symbol.width() + 2 * QUIET_ZONE;
    let dark = |x: usize, y: usize| {
        x.checked_sub(QUIET_ZONE).zip(y.checked_sub(QUIET_ZONE)).is_some_and(|(column, row)| symbol.is_dark(column, row))
    };
    let line = |y: usize| -> String {
        let cell = |x: usize| match (dark(x, y), dark(x, y + 1)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        };
        format!("{BLACK_ON_WHITE}{}{AS_BEFORE}\n", (0..side).map(cell).collect::<String>())
    };
    Ok((0..side).step_by(2).map(line).collect())
}
