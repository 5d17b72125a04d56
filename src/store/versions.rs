//! How are the versions of a text kept, and who wrote them?

use super::history::{self, Stamp};
use super::story_state::State;
use super::{Error, columns, places};
use crate::register::story::parse_body;
use crate::register::{Lang, Place, PlaceKind, Review, Text, Version};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params};

/// A version about to be kept.
pub(super) struct NewVersion<'a> {
    pub place_id: i64,
    pub lang: Lang,
    pub text: &'a Text,
    /// The name of whoever saves it.
    pub author: &'a str,
    /// Who saves it; none where it comes in a file.
    pub editor: Option<i64>,
    pub based_on: Option<i64>,
    pub restored_from: Option<i64>,
    pub translated_from: Option<i64>,
    pub at: &'a str,
}

impl<'a> NewVersion<'a> {
    /// A version that rests on nothing before it.
    pub fn of(place_id: i64, lang: Lang, text: &'a Text, stamp: Stamp<'a>) -> Self {
        Self {
            place_id,
            lang,
            text,
            author: stamp.who,
            editor: None,
            based_on: None,
            restored_from: None,
            translated_from: None,
            at: stamp.at,
        }
    }
}

/// Keeps a version, and gives its number among all.
pub(super) fn add(change: &Transaction<'_>, fresh: &NewVersion<'_>) -> Result<i64, Error> {
    let id = places::next_id(change, "SELECT coalesce(max(id), 0) + 1 FROM version")?;
    change
        .prepare_cached(
            "INSERT INTO version (id, place_id, lang, number, lead, body, sources, review, author, photos, editor_id, based_on, restored_from,
                translated_from, made_at)
             VALUES (:id, :place_id, :lang,
                (SELECT coalesce(max(number), 0) + 1 FROM version WHERE place_id = :place_id AND lang = :lang),
                :lead, :body, :sources, :review, :author, :photos, :editor_id, :based_on, :restored_from, :translated_from, :made_at)",
        )?
        .execute(named_params! {
            ":id": id,
            ":place_id": fresh.place_id,
            ":lang": fresh.lang.as_str(),
            ":lead": fresh.text.lead.as_str(),
            ":body": fresh.text.body,
            ":sources": fresh.text.sources.as_str(),
            ":review": fresh.text.review.as_str(),
            ":author": fresh.author,
            ":photos": fresh.text.photos.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
            ":editor_id": fresh.editor,
            ":based_on": fresh.based_on,
            ":restored_from": fresh.restored_from,
            ":translated_from": fresh.translated_from,
            ":made_at": fresh.at,
        })?;
    Ok(id)
}

const WITH_PLACE: &str =
    "SELECT place.kind AS place_kind, place.slug AS place, version.* FROM version JOIN place ON place.id = version.place_id";

/// The version of an id that must be there.
pub(super) fn get(change: &Transaction<'_>, id: i64) -> Result<Version, Error> {
    find(change, id)?.ok_or(Error::NoSuchVersion(id))
}

pub(super) fn find(change: &Transaction<'_>, id: i64) -> rusqlite::Result<Option<Version>> {
    change.prepare_cached(&format!("{WITH_PLACE} WHERE version.id = ?1"))?.query_row([id], version_of).optional()
}

/// The number of the newest version of all; 0 where there is none.
pub(super) fn newest_id(change: &Transaction<'_>) -> rusqlite::Result<i64> {
    places::next_id(change, "SELECT coalesce(max(id), 0) FROM version")
}

/// The versions from one number to another, each with a digest over everything that its row holds.
pub(super) fn digests(moment: &Connection, first: i64, last: i64) -> rusqlite::Result<Vec<(i64, String)>> {
    let columns = "id, place_id, lang, number, lead, body, sources, review, author, photos, editor_id, based_on, restored_from, translated_from, made_at";
    moment
        .prepare_cached(&format!("SELECT {columns} FROM version WHERE id BETWEEN ?1 AND ?2 ORDER BY id"))?
        .query_map((first, last), |row| {
            let parts = (0..row.as_ref().column_count()).map(|at| row.get_ref(at).map(written)).collect::<Result<Vec<_>, _>>()?;
            Ok((row.get("id")?, history::hash_of(&parts.iter().map(String::as_str).collect::<Vec<_>>())))
        })?
        .collect()
}

/// A stored value as text; what is no text any more reads like nothing that ever was one.
pub(super) fn written(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        _ => String::new(),
    }
}

/// Every version of a text, the newest first.
pub(super) fn of_text(change: &Transaction<'_>, place_id: i64, lang: Lang) -> rusqlite::Result<Vec<Version>> {
    change
        .prepare_cached(&format!("{WITH_PLACE} WHERE version.place_id = ?1 AND version.lang = ?2 ORDER BY version.number DESC"))?
        .query_map((place_id, lang.as_str()), version_of)?
        .collect()
}

fn version_of(row: &Row<'_>) -> rusqlite::Result<Version> {
    Ok(Version {
        id: row.get("id")?,
        place: Place { kind: columns::parsed(row, "place_kind", PlaceKind::parse)?, slug: columns::slug(row, "place")? },
        lang: columns::parsed(row, "lang", Lang::parse)?,
        number: row.get("number")?,
        text: Text {
            lead: columns::line(row, "lead")?,
            body: columns::parsed(row, "body", parse_body)?,
            sources: columns::sources(row, "sources")?,
            review: columns::parsed(row, "review", Review::parse)?,
            photos: columns::numbers(row, "photos")?,
        },
        author: columns::line(row, "author")?,
        editor: row.get("editor_id")?,
        based_on: row.get("based_on")?,
        restored_from: row.get("restored_from")?,
        translated_from: row.get("translated_from")?,
        made_at: row.get("made_at")?,
    })
}

/// Whoever wrote any of a version since the text was last public: the version's own editor, and those of the versions that it
/// rests on, back to one that a second person has already agreed to.
pub(super) fn authors(change: &Transaction<'_>, version: i64) -> rusqlite::Result<Vec<i64>> {
    change
        .prepare_cached(
            "WITH RECURSIVE chain (id, editor_id, based_on, restored_from) AS (
                SELECT id, editor_id, based_on, restored_from FROM version WHERE id = ?1
                UNION
                SELECT older.id, older.editor_id, older.based_on, older.restored_from FROM version AS older
                JOIN chain ON older.id = chain.based_on OR older.id = chain.restored_from
                WHERE older.id NOT IN (SELECT version_id FROM publication)
             )
             SELECT DISTINCT editor_id FROM chain WHERE editor_id IS NOT NULL ORDER BY editor_id",
        )?
        .query_map([version], |row| row.get(0))?
        .collect()
}

/// Notes what became public, and until when what was public before it was.
pub(super) fn note_publication(change: &Transaction<'_>, state: &State, at: &str, by: Option<i64>) -> rusqlite::Result<()> {
    change
        .prepare_cached(
            "UPDATE publication SET published_until = ?1 WHERE published_until = '' AND version_id IN
                (SELECT id FROM version WHERE place_id = ?2 AND lang = ?3)",
        )?
        .execute((at, state.place_id, state.lang.as_str()))?;
    if let Some(version) = state.stands_out() {
        change
            .prepare_cached("INSERT INTO publication (version_id, published_at, published_until, editor_id) VALUES (?1, ?2, '', ?3)")?
            .execute((version, at, by))?;
    }
    Ok(())
}
