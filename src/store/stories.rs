//! How do texts come in with a file, and what is each one's current version?

use super::history::{self, Change, Stamp};
use super::story_state::{self, State};
use super::versions::{self, NewVersion};
use super::{Error, columns, places};
use crate::register::story::parse_body;
use crate::register::{HistoryAct, Lang, Line, Place, PlaceKind, Review, Stage, Story, Text};
use rusqlite::{Row, Transaction};

/// Every text in its current version: the public one where there is one, else the one that is worked on.
pub fn read(moment: &Transaction<'_>) -> rusqlite::Result<Vec<Story>> {
    let mut query = moment.prepare(
        "SELECT place.kind AS place_kind, place.slug AS place, story.lang AS lang, version.*,
            CASE WHEN story.public_stage <> '' THEN story.public_stage ELSE story.working_stage END AS stage
         FROM story JOIN place ON place.id = story.place_id
         JOIN version ON version.id = coalesce(story.public_version, story.working_version)
         ORDER BY place.kind, place.slug, story.lang",
    )?;
    query.query_map([], story_of)?.collect()
}

/// When each public text became public as it is; what was public before that was written down is left out.
pub fn published(moment: &Transaction<'_>) -> rusqlite::Result<Vec<(Place, Lang, Line)>> {
    let mut query = moment.prepare(
        "SELECT place.kind AS place_kind, place.slug AS place, story.lang AS lang, max(publication.published_at) AS published_at
         FROM story JOIN place ON place.id = story.place_id JOIN publication ON publication.version_id = story.public_version
         WHERE story.public_stage = 'published' AND publication.published_at <> ''
         GROUP BY story.place_id, story.lang ORDER BY published_at DESC, max(publication.id) DESC",
    )?;
    let read = |row: &Row<'_>| {
        let place = Place { kind: columns::parsed(row, "place_kind", PlaceKind::parse)?, slug: columns::slug(row, "place")? };
        Ok((place, columns::parsed(row, "lang", Lang::parse)?, columns::line(row, "published_at")?))
    };
    query.query_map([], read)?.collect()
}

fn story_of(row: &Row<'_>) -> rusqlite::Result<Story> {
    Ok(Story {
        place: Place { kind: columns::parsed(row, "place_kind", PlaceKind::parse)?, slug: columns::slug(row, "place")? },
        lang: columns::parsed(row, "lang", Lang::parse)?,
        stage: columns::parsed(row, "stage", Stage::parse)?,
        lead: columns::line(row, "lead")?,
        body: columns::parsed(row, "body", parse_body)?,
        sources: columns::sources(row, "sources")?,
        review: columns::parsed(row, "review", Review::parse)?,
        author: columns::line(row, "author")?,
        photos: columns::numbers(row, "photos")?,
    })
}

/// Takes texts of a file over. The Vietnamese ones come first: translations are noted as following them.
///
/// # Errors
/// Refuses a text that somebody in the office is working on: what they wrote would be lost, or published unseen.
pub fn write(change: &Transaction<'_>, stamp: Stamp<'_>, stories: &[Story]) -> Result<(), Error> {
    let (first, others): (Vec<&Story>, Vec<&Story>) = stories.iter().partition(|story| story.lang == Lang::Vi);
    first.into_iter().chain(others).try_for_each(|story| take_over(change, stamp, story))
}

fn take_over(change: &Transaction<'_>, stamp: Stamp<'_>, story: &Story) -> Result<(), Error> {
    let place_id = places::get_id(change, story.place.kind, &story.place.slug)?;
    let mut state = story_state::find(change, place_id, story.lang)?.unwrap_or_else(|| State::new(place_id, story.lang));
    let working = state.working_version.map(|id| versions::get(change, id)).transpose()?;
    let text = text_of(story);
    if working.is_some_and(|version| version.editor.is_some() && version.text != text) {
        return Err(Error::InTheOffice { place: story.place.clone(), lang: story.lang });
    }
    let before = state.clone();
    let version = kept_version(change, stamp, story, &text, &state)?;
    state.translated_from = versions::get(change, version)?.translated_from;
    state.checked.clear();
    match story.stage {
        Stage::Draft | Stage::InReview => state.work_on(version, story.stage),
        Stage::Published => state.publish(version),
        Stage::Withdrawn => state.withdraw(version),
    }
    if before.stands_out() != state.stands_out() {
        versions::note_publication(change, &state, stamp.at, None)?;
    }
    story_state::write(change, &state, stamp.at)
}

/// The version that holds this very text already, else a new one.
fn kept_version(change: &Transaction<'_>, stamp: Stamp<'_>, story: &Story, text: &Text, state: &State) -> Result<i64, Error> {
    let newest = state.public_version.or(state.working_version).map(|id| versions::get(change, id)).transpose()?;
    if let Some(same) = newest.as_ref().filter(|newest| newest.text == *text) {
        return Ok(same.id);
    }
    let translated_from = if story.lang == Lang::Vi { None } else { story_state::newest_version(change, state.place_id, Lang::Vi)? };
    let based_on = newest.as_ref().map(|newest| newest.id);
    let fresh =
        NewVersion { author: story.author.as_str(), based_on, translated_from, ..NewVersion::of(state.place_id, story.lang, text, stamp) };
    let id = versions::add(change, &fresh)?;
    // What a new database begins with is told in one row, not in one a text.
    if !is_starting(change)? {
        let before = newest.map(|newest| newest.text.fields()).unwrap_or_default();
        history::write(
            change,
            stamp,
            &Change {
                act: HistoryAct::Import,
                place_id: Some(state.place_id),
                subject: &places::subject(&story.place),
                lang: story.lang.as_str(),
                version_id: Some(id),
                payload: history::before_and_after(&before, &text.fields()),
            },
        )?;
    }
    Ok(id)
}

/// Is the database being filled for the first time?
fn is_starting(change: &Transaction<'_>) -> rusqlite::Result<bool> {
    change.prepare_cached("SELECT count = 0 FROM history_head")?.query_row([], |row| row.get(0))
}

fn text_of(story: &Story) -> Text {
    Text {
        lead: story.lead.clone(),
        body: story.body.clone(),
        sources: story.sources.clone(),
        review: story.review,
        photos: story.photos.clone(),
    }
}
