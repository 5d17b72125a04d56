//! How does an anniversary stand in a table?

use super::Records;
use super::cells::Cells;
use super::known::Known;
use super::records::{LinkOf, Tabled};
use super::report::refusal;
use crate::register::{Anniversary, AnniversaryKind, KnownDate, Lang, Line, Place, PlaceKind, Register, Sentence, Slug};
use std::cmp::Ordering;

/// The column of the words in each language, in the order of [`Lang::ALL`].
const TEXTS: [&str; Lang::ALL.len()] = ["text", "text_en", "text_fr", "text_zh", "text_ja", "text_ko"];

impl Tabled for Anniversary {
    fn list(register: &Register) -> &[Self] {
        &register.anniversaries
    }

    fn records(all: Vec<Self>) -> Records {
        Records::Anniversaries(all)
    }

    fn key(&self) -> String {
        self.slug.to_string()
    }

    fn order(&self, other: &Self) -> Ordering {
        self.slug.cmp(&other.slug)
    }

    fn cells(&self, _: &Known<'_>, _: LinkOf<'_>) -> Vec<String> {
        let places: Vec<String> = self.shown_on.iter().map(ToString::to_string).collect();
        let mut cells = vec![self.slug.to_string(), self.date.to_string(), self.kind.to_string(), places.join(" ; ")];
        cells.extend(self.text.iter().map(ToString::to_string));
        cells.push(self.source.to_string());
        cells
    }

    fn read(cells: &mut Cells<'_>, key: &str, old: Option<&Self>) -> Option<Self> {
        let known = cells.known;
        let slug = Slug::parse(key).ok();
        let date = cells.read("date", old.map(|old| &old.date), whole_day);
        let kind = cells.read("kind", old.map(|old| &old.kind), AnniversaryKind::parse);
        let shown_on = cells.read("shown_on", old.map(|old| &old.shown_on), |text| places(text, known));
        let text = TEXTS.map(|column| {
            let at = TEXTS.iter().position(|one| *one == column).unwrap_or_default();
            cells.read(column, old.map(|old| &old.text[at]), Line::parse)
        });
        let source = cells.read("source", old.map(|old| &old.source), Line::parse);
        let [vi, en, fr, zh, ja, ko] = text;
        let one =
            Self { slug: slug?, date: date?, kind: kind?, shown_on: shown_on?, text: [vi?, en?, fr?, zh?, ja?, ko?], source: source? };
        let (column, reason) = match one.kind {
            AnniversaryKind::Event if one.in_lang(Lang::Vi).is_empty() => ("text", "anniversary-no-words"),
            AnniversaryKind::Birth | AnniversaryKind::Death if !matches!(one.shown_on.first(), Some(place) if is_somebody(place, known)) => {
                ("shown_on", "anniversary-nobody")
            }
            _ if one.source.is_empty() => ("source", "anniversary-no-source"),
            _ => return Some(one),
        };
        cells.report.refuse(cells.row.line, column, Sentence::new(reason));
        None
    }
}

fn is_somebody(place: &Place, known: &Known<'_>) -> bool {
    place.kind == PlaceKind::Namesake && known.namesake(&place.slug).is_some()
}

/// A date that is known to the day, and not only about then.
fn whole_day(text: &str) -> Result<KnownDate, Sentence> {
    let date = KnownDate::parse(text)?;
    if date.day().is_some() && !date.is_about() { Ok(date) } else { Err(refusal("cell-day", text)) }
}

/// Places written `namesake/le-chan`, parted by semicolons, each in the register.
fn places(text: &str, known: &Known<'_>) -> Result<Vec<Place>, Sentence> {
    let named = text.split(';').map(str::trim).filter(|part| !part.is_empty());
    named.map(|part| known.find(Place::parse(part)?)).collect()
}
