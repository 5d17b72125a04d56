//! Is a picture fine enough for the press, and in its colours?

use super::colours::{Met, Spaces};
use super::file::File;
use super::geometry::Matrix;
use super::notes::Notes;
use super::object::{Dict, Object};
use super::rule::Rule;

/// Pixels an inch that tones need, and that lines of one bit need.
const LEAST_TONES: f64 = 200.0;
const LEAST_LINES: f64 = 600.0;

/// Looks at a picture that fills the unit square of the matrix. The keys of an inline picture may be short.
pub(super) fn check(dict: &Dict, matrix: Matrix, spaces: &mut Spaces, met: &mut Met<'_>) {
    met.notes.facts.images += 1;
    let (file, page): (&File, _) = (met.file, Some(met.page));
    let value = |long: &str, short: &str| {
        let found = file.value(dict, long);
        if found.is_null() { file.value(dict, short) } else { found }
    };
    let is_mask = value("ImageMask", "IM") == Object::Bool(true);
    let space = if dict.has("ColorSpace") { dict.get("ColorSpace") } else { dict.get("CS") };
    if !is_mask && !space.is_null() {
        spaces.read(met, space, 0);
    }
    let bits = value("BitsPerComponent", "BPC").int().unwrap_or(8);
    let [width, height] = [value("Width", "W"), value("Height", "H")].map(|side| side.number().unwrap_or(0.0));
    let least = if is_mask || bits == 1 { LEAST_LINES } else { LEAST_TONES };
    let finest = (width * 72.0 / matrix.across().max(1e-6)).min(height * 72.0 / matrix.up().max(1e-6));
    if finest < least {
        met.notes.note(page, Rule::ImageResolution, format!("{finest:.0} < {least:.0} ppi"));
    }
    if value("Interpolate", "I") == Object::Bool(true) {
        met.notes.note(page, Rule::ImageInterpolation, "/Interpolate");
    }
    if is_see_through(file, dict) {
        met.notes.note(page, Rule::Transparency, "/SMask");
    }
}

/// A soft mask, or one inside a JPEG 2000.
fn is_see_through(file: &File, dict: &Dict) -> bool {
    let mask = file.value(dict, "SMask");
    let soft = !mask.is_null() && mask.name() != Some("None");
    soft || file.value(dict, "SMaskInData").int().is_some_and(|kind| kind > 0)
}

/// What a picture within the contents itself must not be packed with.
pub(super) fn check_inline_filter(dict: &Dict, page: usize, notes: &mut Notes) {
    let filter = if dict.has("Filter") { dict.get("Filter") } else { dict.get("F") };
    let names: Vec<&str> =
        if let Object::Array(all) = filter { all.iter().filter_map(Object::name).collect() } else { filter.name().into_iter().collect() };
    for name in names.into_iter().filter(|name| matches!(*name, "LZW" | "LZWDecode")) {
        notes.note(Some(page), Rule::Filter, format!("/{name}"));
    }
}
