//! How does a story stand in a table?

use super::Records;
use super::cells::Cells;
use super::known::Known;
use super::records::{LinkOf, Tabled};
use super::row::Row;
use crate::register::story::{parse_body, parse_lead, parse_sources};
use crate::register::{Lang, Line, Place, PlaceKind, Register, Review, Sentence, Slug, Stage, Story};
use std::cmp::Ordering;

/// The author of a text that came in a file which does not name one.
const UNNAMED_AUTHOR: &str = "import";

impl Tabled for Story {
    fn list(register: &Register) -> &[Self] {
        &register.stories
    }

    fn records(all: Vec<Self>) -> Records {
        Records::Stories(all)
    }

    fn key(&self) -> String {
        key_of(&self.place, self.lang)
    }

    fn order(&self, other: &Self) -> Ordering {
        (&self.place, self.lang).cmp(&(&other.place, other.lang))
    }

    fn cells(&self, _: &Known<'_>, _: LinkOf<'_>) -> Vec<String> {
        vec![
            self.place.kind.to_string(),
            self.place.slug.to_string(),
            self.lang.to_string(),
            self.stage.to_string(),
            self.lead.to_string(),
            self.body.clone(),
            self.sources.to_string(),
            self.review.to_string(),
            self.author.to_string(),
        ]
    }

    fn read(cells: &mut Cells<'_>, _: &str, old: Option<&Self>) -> Option<Self> {
        // Without a key its columns are refused already, and would be a second time here.
        let place = if cells.is_keyed { cells.read_place(old.map(|old| &old.place)) } else { None };
        let lang = cells.row.cell("lang").and_then(|text| Lang::parse(text).ok());
        let stage = cells.read_or("stage", old.map(|old| &old.stage), Stage::Draft, Stage::parse);
        let lead = cells.read("lead", old.map(|old| &old.lead), parse_lead);
        let body = cells.read("body", old.map(|old| &old.body), parse_body);
        let sources = cells.read("sources", old.map(|old| &old.sources), parse_sources);
        let review = cells.read_or("review", old.map(|old| &old.review), Review::Awaiting, Review::parse);
        let author = match (old, cells.row.cell("author")) {
            (None, None) => Line::parse(UNNAMED_AUTHOR).ok(),
            _ => cells.read("author", old.map(|old| &old.author), Line::parse),
        };
        let story = Self {
            place: place?,
            lang: lang?,
            stage: stage?,
            lead: lead?,
            body: body?,
            sources: sources?,
            review: review?,
            author: author?,
            photos: old.map(|old| old.photos.clone()).unwrap_or_default(),
        };
        let (unfit, column) = match story.check_publishable() {
            Err(why) if story.stage == Stage::Published => (why, if story.lead.is_empty() { "lead" } else { "sources" }),
            _ => return Some(story),
        };
        cells.report.refuse(cells.row.line, column, unfit);
        None
    }

    fn read_key(row: &Row) -> Result<String, (&'static str, Sentence)> {
        let cell = |column| row.cell(column).unwrap_or_default();
        let kind = PlaceKind::parse(cell("place_kind")).map_err(|reason| ("place_kind", reason.into()))?;
        let slug = Slug::parse(cell("place")).map_err(|reason| ("place", reason.into()))?;
        let lang = Lang::parse(cell("lang")).map_err(|reason| ("lang", reason.into()))?;
        Ok(key_of(&Place { kind, slug }, lang))
    }
}

fn key_of(place: &Place, lang: Lang) -> String {
    format!("{}/{}/{lang}", place.kind, place.slug)
}
