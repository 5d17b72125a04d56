//! How are stories kept?

use super::{Error, columns, places};
use crate::register::story::parse_body;
use crate::register::{Lang, Place, PlaceKind, Review, Stage, Story};
use rusqlite::{Row, Transaction, named_params};

pub fn read(moment: &Transaction<'_>) -> rusqlite::Result<Vec<Story>> {
    let mut query = moment.prepare(
        "SELECT place.kind AS place_kind, place.slug AS place, story.* FROM story JOIN place ON place.id = story.place_id
         ORDER BY place.kind, place.slug, story.lang",
    )?;
    query.query_map([], story_of)?.collect()
}

fn story_of(row: &Row<'_>) -> rusqlite::Result<Story> {
    Ok(Story {
        place: Place { kind: columns::parsed(row, "place_kind", PlaceKind::parse)?, slug: columns::slug(row, "place")? },
        lang: columns::parsed(row, "lang", Lang::parse)?,
        stage: columns::parsed(row, "stage", Stage::parse)?,
        lead: columns::line(row, "lead")?,
        body: columns::parsed(row, "body", parse_body)?,
        sources: columns::line(row, "sources")?,
        review: columns::parsed(row, "review", Review::parse)?,
        author: columns::line(row, "author")?,
    })
}

pub fn write(change: &Transaction<'_>, stories: &[Story]) -> Result<(), Error> {
    let mut insert = change.prepare(
        "INSERT INTO story (id, place_id, lang, stage, lead, body, sources, review, author)
         VALUES (:id, :place, :lang, :stage, :lead, :body, :sources, :review, :author)
         ON CONFLICT (place_id, lang) DO UPDATE SET stage = excluded.stage, lead = excluded.lead, body = excluded.body,
            sources = excluded.sources, review = excluded.review, author = excluded.author",
    )?;
    for one in stories {
        insert.execute(named_params! {
            ":id": places::next_id(change, "SELECT coalesce(max(id), 0) + 1 FROM story")?,
            ":place": places::get_id(change, one.place.kind, &one.place.slug)?,
            ":lang": one.lang.as_str(),
            ":stage": one.stage.as_str(),
            ":lead": one.lead.as_str(),
            ":body": one.body.as_str(),
            ":sources": one.sources.as_str(),
            ":review": one.review.as_str(),
            ":author": one.author.as_str(),
        })?;
    }
    Ok(())
}
