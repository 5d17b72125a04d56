//! Where is a page cut, how far is it printed, and does each of its boxes lie within the one around it?

use super::facts::{PageSize, Standard};
use super::file::File;
use super::geometry::{Bounds, POINTS};
use super::notes::Notes;
use super::object::Object;
use super::pages::Page;
use super::rule::{Rule, Severity};

/// A page side is at least a millimetre and at most five metres.
const SIDES: std::ops::RangeInclusive<f64> = 1.0..=5000.0;

/// What counts on a page, in points: what is printed, bleed included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Boxes {
    pub(super) bleed: Bounds,
    /// Where it is cut; none where that is not said.
    pub(super) trim: Option<Bounds>,
}

impl Boxes {
    /// The bleed of the narrowest side, in millimetres.
    pub(super) fn least_bleed(&self) -> Option<f64> {
        let (cut, bleed) = (self.trim?, self.bleed);
        let each = [cut.left - bleed.left, cut.bottom - bleed.bottom, bleed.right - cut.right, bleed.top - cut.top];
        Some(each.into_iter().fold(f64::INFINITY, f64::min) / POINTS)
    }
}

/// Reads the boxes of a page, notes what is wrong with them, and takes what is nearest where one is missing.
pub(super) fn check(file: &File, page: &Page, standard: Standard, notes: &mut Notes) -> Boxes {
    let number = Some(page.number);
    let mut read = |key: &str, rule: Rule| -> Option<Bounds> {
        let value = page.value(file, key);
        let bounds = bounds_of(file, &value);
        if bounds.is_none() && !value.is_null() {
            notes.note(number, rule, format!("/{key}"));
        }
        bounds
    };
    let media = read("MediaBox", Rule::MediaBox);
    let crop = read("CropBox", Rule::BoxNesting);
    let bleed = read("BleedBox", Rule::BoxNesting);
    let trim = read("TrimBox", Rule::TrimBox);
    let art = read("ArtBox", Rule::TrimBox);
    match (page.dict.has("TrimBox"), page.dict.has("ArtBox")) {
        (false, false) => notes.note(number, Rule::TrimBox, "/TrimBox"),
        (true, true) => notes.note(number, Rule::TrimBox, "/TrimBox /ArtBox"),
        _ => {}
    }
    if media.is_none() && page.value(file, "MediaBox").is_null() {
        notes.note(number, Rule::MediaBox, "/MediaBox");
    }
    let boxes = [("MediaBox", media), ("CropBox", crop), ("BleedBox", bleed), ("TrimBox", trim.or(art))];
    check_nesting(&boxes, number, notes);
    check_rest(file, page, standard, notes);
    let media = media.unwrap_or(Bounds { left: 0.0, bottom: 0.0, right: 0.0, top: 0.0 });
    let cut = trim.or(art).unwrap_or(media);
    let printed = bleed.unwrap_or(crop.unwrap_or(media));
    check_size(&media, number, notes);
    remember(&media, &cut, &printed, notes);
    Boxes { bleed: bleed.unwrap_or(cut), trim: trim.or(art) }
}

fn bounds_of(file: &File, value: &Object) -> Option<Bounds> {
    let numbers: Vec<f64> = value.array().iter().take(5).filter_map(|one| file.get(one).number()).collect();
    let [a, b, c, d] = <[f64; 4]>::try_from(numbers).ok()?;
    let bounds = Bounds { left: a.min(c), bottom: b.min(d), right: a.max(c), top: b.max(d) };
    (bounds.width() > 0.0 && bounds.height() > 0.0).then_some(bounds)
}

fn check_nesting(boxes: &[(&str, Option<Bounds>)], number: Option<usize>, notes: &mut Notes) {
    let there: Vec<(&str, Bounds)> = boxes.iter().filter_map(|(key, bounds)| bounds.map(|bounds| (*key, bounds))).collect();
    for two in there.windows(2) {
        if !two[0].1.holds(&two[1].1) {
            notes.note(number, Rule::BoxNesting, format!("/{} ⊄ /{}", two[1].0, two[0].0));
        }
    }
}

fn check_rest(file: &File, page: &Page, standard: Standard, notes: &mut Notes) {
    let number = Some(page.number);
    let turned = page.value(file, "Rotate");
    if !turned.is_null() && turned.int().is_none_or(|turned| turned % 90 != 0) {
        notes.note(number, Rule::Rotation, format!("/Rotate {}", turned.number().unwrap_or(f64::NAN)));
    }
    let unit = file.value(&page.dict, "UserUnit");
    if !unit.is_null() && unit.number() != Some(1.0) {
        let severity = if standard.is_x1a() { Severity::Fault } else { Severity::Warning };
        notes.note_as(severity, number, Rule::UserUnit, format!("/UserUnit {}", unit.number().unwrap_or(f64::NAN)));
    }
}

fn check_size(media: &Bounds, number: Option<usize>, notes: &mut Notes) {
    let [width, height] = [media.width(), media.height()].map(|side| side / POINTS);
    if media.width() > 0.0 && !(SIDES.contains(&width) && SIDES.contains(&height)) {
        notes.note(number, Rule::PageSize, format!("{width:.1} × {height:.1} mm"));
    }
}

/// Sizes to a tenth of a millimetre, each once.
fn remember(media: &Bounds, cut: &Bounds, printed: &Bounds, notes: &mut Notes) {
    let round = |side: f64| (side / POINTS * 10.0).round() / 10.0;
    let [media, trim, bleed] = [media, cut, printed].map(|one| (round(one.width()), round(one.height())));
    let sizes = &mut notes.facts.sizes;
    if let Some(known) = sizes.iter_mut().find(|size| (size.media, size.trim, size.bleed) == (media, trim, bleed)) {
        known.pages += 1;
    } else if sizes.len() < 100 {
        sizes.push(PageSize { media, trim, bleed, pages: 1 });
    }
}

/// Nothing may lie upon what is printed, save marks of the press (ISO 15930-7, 6.17; ISO 15930-4, 6.14).
pub(super) fn check_annotations(file: &File, page: &Page, boxes: &Boxes, notes: &mut Notes) {
    for one in page.value(file, "Annots").array().iter().take(1000) {
        let annotation = file.get(one);
        let Some(dict) = annotation.dict() else { continue };
        let kind = file.value(dict, "Subtype").name().unwrap_or("?").to_owned();
        if kind == "TrapNet" || kind == "PrinterMark" {
            continue;
        }
        let place = bounds_of(file, &file.value(dict, "Rect"));
        let upon = place.is_none_or(|place| place.meets(&boxes.bleed));
        let severity = if upon { Severity::Fault } else { Severity::Warning };
        notes.note_as(severity, Some(page.number), Rule::Annotation, format!("/{kind}"));
    }
}
