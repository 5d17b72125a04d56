//! How does a symbol look as SVG?

use super::{QUIET_ZONE, Symbol, outline};
use std::fmt::Write;

/// The path data of the closed outline, one unit a module, the symbol's top left at the origin.
#[must_use]
pub fn path_steps(symbol: &Symbol) -> String {
    let mut path = String::new();
    for contour in outline::contours(symbol) {
        let mut here = contour[0];
        write!(path, "M{} {}", here.0, here.1).expect("a string takes every write");
        for &(x, y) in &contour[1..] {
            let (letter, by) = if y == here.1 { ('h', i64::from(x) - i64::from(here.0)) } else { ('v', i64::from(y) - i64::from(here.1)) };
            write!(path, "{letter}{by}").expect("a string takes every write");
            here = (x, y);
        }
        path.push('z');
    }
    path
}

/// A whole picture of the symbol in black on white, with its quiet zone, for a page; it scales to its place.
#[must_use]
pub fn picture(symbol: &Symbol) -> String {
    let whole = symbol.width() + 2 * QUIET_ZONE;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-{QUIET_ZONE} -{QUIET_ZONE} {whole} {whole}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M-{QUIET_ZONE} -{QUIET_ZONE}h{whole}v{whole}h-{whole}z\"/><path fill=\"#000\" d=\"{}\"/></svg>",
        path_steps(symbol)
    )
}
