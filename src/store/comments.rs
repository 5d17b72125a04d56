//! What do people say about the paragraphs of a version?

use super::history::{self, Change, Stamp};
use super::{Error, Store, editors, places, versions};
use crate::register::{Act, HistoryAct, Line, Refusal, Step};
use rusqlite::{OptionalExtension, Row, Transaction, TransactionBehavior};
use serde_json::json;

/// Something that was said about a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Its number.
    pub id: i64,
    /// The version that it was said of.
    pub version: i64,
    /// The paragraph, 0 is the lead.
    pub paragraph: u32,
    /// What was said.
    pub words: String,
    /// The name of whoever said it.
    pub by: String,
    /// When, ISO 8601 in UTC.
    pub made_at: String,
    /// Has it been dealt with?
    pub is_settled: bool,
}

impl Store {
    /// Says something about a paragraph of a version.
    ///
    /// # Errors
    /// Refuses whoever may not, an empty or overlong comment, and a version that there is not.
    pub fn add_comment(&mut self, by: i64, at: &str, version: i64, paragraph: u32, words: &str) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = editors::get_active(&change, by)?;
        if !who.role.may(Act::Comment) {
            return Err(Refusal::NotAllowed(Step::Return).into());
        }
        let words = Line::parse(words)?;
        if words.is_empty() {
            return Err(Error::NoReason);
        }
        versions::get(&change, version)?;
        let id = places::next_id(&change, "SELECT coalesce(max(id), 0) + 1 FROM comment")?;
        change.execute(
            "INSERT INTO comment (id, version_id, paragraph, words, editor_id, made_at, settled_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, '')",
            (id, version, paragraph, words.as_str(), by, at),
        )?;
        let payload = json!({ "paragraph": paragraph, "comment": words.as_str() });
        write_down(&change, Stamp { who: who.login.as_str(), at }, HistoryAct::Comment, version, payload)?;
        Ok(change.commit()?)
    }

    /// Notes that what was said has been dealt with.
    ///
    /// # Errors
    /// Refuses whoever may not, and a comment that there is not.
    pub fn settle_comment(&mut self, by: i64, at: &str, id: i64) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = editors::get_active(&change, by)?;
        if !who.role.may(Act::Comment) {
            return Err(Refusal::NotAllowed(Step::Return).into());
        }
        let query = "SELECT version_id, words FROM comment WHERE id = ?1";
        let found: Option<(i64, String)> = change.query_row(query, [id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let (version, words) = found.ok_or(Error::NoSuchComment(id))?;
        change.execute("UPDATE comment SET settled_at = ?1, settled_by = ?2 WHERE id = ?3 AND settled_at = ''", (at, by, id))?;
        write_down(&change, Stamp { who: who.login.as_str(), at }, HistoryAct::Settle, version, json!({ "comment": words }))?;
        Ok(change.commit()?)
    }

    /// What was said of a version and of those that it was written from, since the text was last public; oldest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn comments_on(&mut self, version: i64) -> Result<Vec<Comment>, Error> {
        let mut query = self.connection.prepare_cached(
            "WITH RECURSIVE chain (id, based_on) AS (
                SELECT id, based_on FROM version WHERE id = ?1
                UNION SELECT older.id, older.based_on FROM version AS older JOIN chain ON older.id = chain.based_on
                WHERE older.id NOT IN (SELECT version_id FROM publication)
             )
             SELECT comment.*, editor.name AS by FROM comment JOIN chain ON chain.id = comment.version_id
             JOIN editor ON editor.id = comment.editor_id ORDER BY comment.id",
        )?;
        Ok(query.query_map([version], comment_of)?.collect::<Result<_, _>>()?)
    }
}

fn comment_of(row: &Row<'_>) -> rusqlite::Result<Comment> {
    Ok(Comment {
        id: row.get("id")?,
        version: row.get("version_id")?,
        paragraph: row.get("paragraph")?,
        words: row.get("words")?,
        by: row.get("by")?,
        made_at: row.get("made_at")?,
        is_settled: !row.get::<_, String>("settled_at")?.is_empty(),
    })
}

fn write_down(change: &Transaction<'_>, stamp: Stamp<'_>, act: HistoryAct, version: i64, payload: serde_json::Value) -> Result<(), Error> {
    let version = versions::get(change, version)?;
    let place_id = places::get_id(change, version.place.kind, &version.place.slug)?;
    let subject = places::subject(&version.place);
    let told =
        Change { act, place_id: Some(place_id), subject: &subject, lang: version.lang.as_str(), version_id: Some(version.id), payload };
    history::write(change, stamp, &told)
}
