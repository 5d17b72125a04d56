//! What does the table of reports look like that a maintenance crew takes along?

use super::cells::shown;
use super::records::LinkOf;
use super::{csv, json};
use crate::register::{Case, Point};

/// The columns, in this order for ever.
const COLUMNS: &[&str] = &[
    "case",
    "state",
    "fault",
    "count",
    "first_at",
    "last_at",
    "changed_at",
    "code",
    "link",
    "place_kind",
    "place",
    "place_name",
    "number",
    "ward",
    "ward_name",
    "sign_state",
    "placement",
    "lat",
    "lon",
    "photos",
    "words",
    "sentence",
    "sentence_en",
];

/// Between what several visitors wrote.
const BETWEEN: &str = "\n—\n";

/// Writes reports as CSV: UTF-8, one header row, LF, cells that a spreadsheet would run behind an apostrophe.
#[must_use]
pub fn write_reports_csv(cases: &[Case], link_of: LinkOf<'_>) -> Vec<u8> {
    csv::write(COLUMNS, rows_of(cases, link_of))
}

/// Writes reports as JSON: an array with one object a line.
#[must_use]
pub fn write_reports_json(cases: &[Case], link_of: LinkOf<'_>) -> Vec<u8> {
    json::write(COLUMNS, &rows_of(cases, link_of))
}

fn rows_of(cases: &[Case], link_of: LinkOf<'_>) -> Vec<Vec<String>> {
    cases.iter().map(|case| cells_of(case, link_of)).collect()
}

fn cells_of(case: &Case, link_of: LinkOf<'_>) -> Vec<String> {
    let (seen, sign) = (&case.seen, &case.sign);
    vec![
        seen.case.to_string(),
        seen.state.to_string(),
        seen.kind.to_string(),
        case.count.to_string(),
        seen.first_at.clone(),
        case.last_at.clone(),
        seen.changed_at.clone(),
        sign.code.to_string(),
        link_of(sign.code),
        sign.place.kind.to_string(),
        sign.place.slug.to_string(),
        case.place_name.clone(),
        shown(sign.number),
        shown(sign.ward.as_ref()),
        case.ward.clone(),
        sign.state.to_string(),
        sign.placement.as_str().to_owned(),
        shown(sign.point.as_ref().map(Point::lat)),
        shown(sign.point.as_ref().map(Point::lon)),
        case.photos.to_string(),
        case.words.iter().map(|one| one.words.as_str()).collect::<Vec<_>>().join(BETWEEN),
        seen.sentence.vi.to_string(),
        seen.sentence.en.to_string(),
    ]
}
