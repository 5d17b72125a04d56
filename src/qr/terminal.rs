//! How does a symbol look on a terminal?

use super::{QUIET_ZONE, Symbol};

/// Black on bright white whatever the terminal's own colours are.
const BLACK_ON_WHITE: &str = "\u{1b}[38;5;16;48;5;231m";
const AS_BEFORE: &str = "\u{1b}[0m";

/// The symbol with its quiet zone, two modules a character, each line ended.
#[must_use]
pub fn half_blocks(symbol: &Symbol) -> String {
    let whole = symbol.width() + 2 * QUIET_ZONE;
    let is_dark = |x: u32, y: u32| x >= QUIET_ZONE && y >= QUIET_ZONE && symbol.is_dark(x - QUIET_ZONE, y - QUIET_ZONE);
    let mut text = String::new();
    for y in (0..whole).step_by(2) {
        text.push_str(BLACK_ON_WHITE);
        text.extend((0..whole).map(|x| match (is_dark(x, y), is_dark(x, y + 1)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        }));
        text.push_str(AS_BEFORE);
        text.push('\n');
    }
    text
}
