//! What does one table of the register look like as a file?

use super::known::Known;
use super::records::{LinkOf, Tabled};
use super::{Kind, csv, json};
use crate::register::{Anniversary, Landmark, LegacyLink, Namesake, Register, Sentence, Sign, Story, Street, Ward};

/// Writes a table as CSV: UTF-8, one header row, LF, cells that a spreadsheet would run behind an apostrophe.
#[must_use]
pub fn write_csv(kind: Kind, register: &Register, link_of: LinkOf<'_>) -> Vec<u8> {
    csv::write(kind.columns(), rows_of(kind, register, link_of))
}

/// Writes a table as JSON: an array with one object a line, the columns as names, `null` where nothing is known.
#[must_use]
pub fn write_json(kind: Kind, register: &Register, link_of: LinkOf<'_>) -> Vec<u8> {
    json::write(kind.columns(), &rows_of(kind, register, link_of))
}

/// The line of licence that must go with an export of this kind, where it needs one.
#[must_use]
pub fn licence_line(kind: Kind) -> Option<Sentence> {
    (kind == Kind::Landmarks).then(|| Sentence::new("licence-coordinates"))
}

fn rows_of(kind: Kind, register: &Register, link_of: LinkOf<'_>) -> Vec<Vec<String>> {
    match kind {
        Kind::Streets => sorted::<Street>(register, link_of),
        Kind::Signs => sorted::<Sign>(register, link_of),
        Kind::Landmarks => sorted::<Landmark>(register, link_of),
        Kind::Namesakes => sorted::<Namesake>(register, link_of),
        Kind::Stories => sorted::<Story>(register, link_of),
        Kind::Wards => sorted::<Ward>(register, link_of),
        Kind::Anniversaries => sorted::<Anniversary>(register, link_of),
        Kind::LegacyLinks => sorted::<LegacyLink>(register, link_of),
    }
}

fn sorted<T: Tabled>(register: &Register, link_of: LinkOf<'_>) -> Vec<Vec<String>> {
    let known = Known::of(register);
    let mut all: Vec<&T> = T::list(register).iter().collect();
    all.sort_by(|one, other| one.order(other));
    all.into_iter().map(|one| one.cells(&known, link_of)).collect()
}
