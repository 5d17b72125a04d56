//! What has somebody typed and not saved yet? Kept for them alone, outside the history.

use super::{Error, Store, editors, places};
use crate::register::{Place, PlaceKind, Slug};
use rusqlite::{OptionalExtension, Row, TransactionBehavior};
use std::collections::BTreeMap;

/// Raw fields of a form, by name: as typed, right or wrong.
pub type RawFields = BTreeMap<String, String>;

/// Unsaved drafts of one person about one text at most; beyond that the oldest give way only by their own hand.
const MOST_DRAFTS: i64 = 500;

/// What somebody has typed and not saved.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Its number.
    pub id: i64,
    /// The place that it is about.
    pub place: Place,
    /// A language, or `record`.
    pub part: String,
    /// What they began from: the number of a version, or a record as JSON.
    pub based_on: String,
    /// What they have typed.
    pub fields: RawFields,
    /// Grows by one with every save of this draft.
    pub revision: i64,
    /// When it was last kept, ISO 8601 in UTC.
    pub saved_at: String,
}

/// A draft about to be kept.
#[derive(Debug, Clone)]
pub struct DraftAsked<'a> {
    /// The place that it is about.
    pub place: &'a Place,
    /// A language, or `record`.
    pub part: &'a str,
    /// The draft that this goes on from, and its revision as the page knows it; none for a new one.
    pub known: Option<(i64, i64)>,
    /// What they began from.
    pub based_on: &'a str,
    /// What they have typed.
    pub fields: &'a RawFields,
}

/// Where a draft was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// Its number.
    pub id: i64,
    /// Its revision now.
    pub revision: i64,
    /// Another page has gone on from the same draft: this one is kept beside it.
    pub is_aside: bool,
}

impl Store {
    /// Keeps what somebody has typed. If another page of theirs has gone on from the same draft, this one is kept beside it.
    ///
    /// # Errors
    /// Refuses a place that is not in the register and more drafts than anybody writes; fails when the file cannot be written.
    pub fn keep_draft(&mut self, by: i64, at: &str, asked: &DraftAsked<'_>) -> Result<Kept, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        editors::get_active(&change, by)?;
        let place_id = places::get_id(&change, asked.place.kind, &asked.place.slug)?;
        let fields = serde_json::to_string(asked.fields).map_err(Error::Json)?;
        let mut is_aside = false;
        if let Some((id, revision)) = asked.known {
            let goes_on = "UPDATE draft SET fields = ?1, based_on = ?2, saved_at = ?3, revision = revision + 1
                 WHERE id = ?4 AND revision = ?5 AND editor_id = ?6 AND place_id = ?7 AND part = ?8";
            let known = (&fields, asked.based_on, at, id, revision, by, place_id, asked.part);
            if change.prepare_cached(goes_on)?.execute(known)? == 1 {
                change.commit()?;
                return Ok(Kept { id, revision: revision + 1, is_aside });
            }
            is_aside = change.prepare_cached("SELECT 1 FROM draft WHERE id = ?1 AND editor_id = ?2")?.exists((id, by))?;
        }
        let count = "SELECT count(*) FROM draft WHERE place_id = ?1 AND part = ?2 AND editor_id = ?3";
        if change.prepare_cached(count)?.query_row((place_id, asked.part, by), |row| row.get::<_, i64>(0))? >= MOST_DRAFTS {
            return Err(Error::TooManyDrafts);
        }
        // The database gives the number here: it remembers those of drafts that are gone.
        let id = change
            .prepare_cached(
                "INSERT INTO draft (place_id, part, editor_id, based_on, fields, revision, saved_at) VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6)",
            )?
            .insert((place_id, asked.part, by, asked.based_on, &fields, at))?;
        change.commit()?;
        Ok(Kept { id, revision: 1, is_aside })
    }

    /// Somebody's drafts about one text or record, the newest first.
    ///
    /// # Errors
    /// Refuses a place that is not in the register.
    pub fn drafts_of(&mut self, by: i64, place: &Place, part: &str) -> Result<Vec<Draft>, Error> {
        let moment = self.connection.transaction()?;
        let place_id = places::get_id(&moment, place.kind, &place.slug)?;
        let query = format!("{WITH_PLACE} WHERE editor_id = ?1 AND place_id = ?2 AND part = ?3 ORDER BY saved_at DESC, draft.id DESC");
        Ok(moment.prepare_cached(&query)?.query_map((by, place_id, part), draft_of)?.collect::<Result<_, _>>()?)
    }

    /// Everything that somebody has typed and not saved, the newest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn all_drafts_of(&mut self, by: i64, most: usize) -> Result<Vec<Draft>, Error> {
        let query = format!("{WITH_PLACE} WHERE editor_id = ?1 ORDER BY saved_at DESC, draft.id DESC LIMIT ?2");
        let mut query = self.connection.prepare_cached(&query)?;
        Ok(query.query_map((by, i64::try_from(most).unwrap_or(i64::MAX)), draft_of)?.collect::<Result<_, _>>()?)
    }

    /// One draft of theirs, none where there is no such.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn find_draft(&mut self, by: i64, id: i64) -> Result<Option<Draft>, Error> {
        let query = format!("{WITH_PLACE} WHERE editor_id = ?1 AND draft.id = ?2");
        Ok(self.connection.prepare_cached(&query)?.query_row((by, id), draft_of).optional()?)
    }

    /// Drops a draft of theirs, because it has been saved or because they say so.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn drop_draft(&mut self, by: i64, id: i64) -> Result<(), Error> {
        self.connection.execute("DELETE FROM draft WHERE id = ?1 AND editor_id = ?2", (id, by))?;
        Ok(())
    }
}

const WITH_PLACE: &str =
    "SELECT place.kind AS place_kind, place.slug AS place_slug, draft.* FROM draft JOIN place ON place.id = draft.place_id";

fn draft_of(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        id: row.get("id")?,
        place: Place {
            kind: super::columns::parsed(row, "place_kind", PlaceKind::parse)?,
            slug: super::columns::parsed(row, "place_slug", Slug::parse)?,
        },
        part: row.get("part")?,
        based_on: row.get("based_on")?,
        fields: super::columns::parsed(row, "fields", |text| serde_json::from_str::<RawFields>(text))?,
        revision: row.get("revision")?,
        saved_at: row.get("saved_at")?,
    })
}
