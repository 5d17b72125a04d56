//! Which version of a text is public, and which is being worked on?

use super::{Error, columns};
use crate::register::{Lang, Stage, fold};
use rusqlite::{OptionalExtension, Row, Transaction, named_params};

/// Where the versions of one text stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct State {
    pub place_id: i64,
    pub lang: Lang,
    pub public_version: Option<i64>,
    /// Published or withdrawn.
    pub public_stage: Option<Stage>,
    pub working_version: Option<i64>,
    /// Draft or in review.
    pub working_stage: Option<Stage>,
    pub submitted_by: Option<i64>,
    pub returned_because: String,
    /// When it is to be published, ISO 8601 in UTC; empty where no time is set.
    pub publish_at: String,
    pub scheduled_by: Option<i64>,
    /// The Vietnamese version that the newest text follows.
    pub translated_from: Option<i64>,
    /// Digests of the Vietnamese paragraphs that have been checked since.
    pub checked: Vec<String>,
}

impl State {
    /// A text of which there is nothing yet.
    pub fn new(place_id: i64, lang: Lang) -> Self {
        Self {
            place_id,
            lang,
            public_version: None,
            public_stage: None,
            working_version: None,
            working_stage: None,
            submitted_by: None,
            returned_because: String::new(),
            publish_at: String::new(),
            scheduled_by: None,
            translated_from: None,
            checked: Vec::new(),
        }
    }

    /// The version that visitors can read, where they can read any.
    pub fn stands_out(&self) -> Option<i64> {
        self.public_version.filter(|_| self.public_stage == Some(Stage::Published))
    }

    /// Has the time come that is set for it?
    pub fn is_due(&self, at: &str) -> bool {
        !self.publish_at.is_empty() && self.publish_at.as_str() <= at
    }

    /// Puts a version to be worked on in place.
    pub fn work_on(&mut self, version: i64, stage: Stage) {
        self.clear_work();
        (self.working_version, self.working_stage) = (Some(version), Some(stage));
    }

    /// Puts a version before the public; nothing is worked on any more.
    pub fn publish(&mut self, version: i64) {
        self.clear_work();
        (self.public_version, self.public_stage) = (Some(version), Some(Stage::Published));
    }

    /// Takes the text down.
    pub fn withdraw(&mut self, version: i64) {
        (self.public_version, self.public_stage) = (Some(version), Some(Stage::Withdrawn));
        if self.working_version == Some(version) {
            self.clear_work();
        }
    }

    /// Nothing is worked on any more.
    pub fn clear_work(&mut self) {
        (self.working_version, self.working_stage, self.submitted_by) = (None, None, None);
        self.returned_because.clear();
        self.unschedule();
    }

    /// No time is set any more.
    pub fn unschedule(&mut self) {
        self.publish_at.clear();
        self.scheduled_by = None;
    }
}

/// Where a text stands, none where there has never been one.
pub(super) fn find(change: &Transaction<'_>, place_id: i64, lang: Lang) -> rusqlite::Result<Option<State>> {
    change
        .prepare_cached("SELECT * FROM story WHERE place_id = ?1 AND lang = ?2")?
        .query_row((place_id, lang.as_str()), state_of)
        .optional()
}

/// Every text of a place.
pub(super) fn of_place(change: &Transaction<'_>, place_id: i64) -> rusqlite::Result<Vec<State>> {
    change.prepare_cached("SELECT * FROM story WHERE place_id = ?1 ORDER BY lang DESC")?.query_map([place_id], state_of)?.collect()
}

/// The texts whose time has come.
pub(super) fn due(change: &Transaction<'_>, at: &str) -> rusqlite::Result<Vec<State>> {
    change
        .prepare_cached("SELECT * FROM story WHERE publish_at <> '' AND publish_at <= ?1 ORDER BY publish_at, place_id, lang DESC")?
        .query_map([at], state_of)?
        .collect()
}

/// The version that a translator starts from: the published one, else the newest.
pub(super) fn newest_version(change: &Transaction<'_>, place_id: i64, lang: Lang) -> rusqlite::Result<Option<i64>> {
    Ok(find(change, place_id, lang)?.and_then(|state| state.public_version.or(state.working_version)))
}

pub(super) fn state_of(row: &Row<'_>) -> rusqlite::Result<State> {
    Ok(State {
        place_id: row.get("place_id")?,
        lang: columns::parsed(row, "lang", Lang::parse)?,
        public_version: row.get("public_version")?,
        public_stage: columns::optional(row, "public_stage", Stage::parse)?,
        working_version: row.get("working_version")?,
        working_stage: columns::optional(row, "working_stage", Stage::parse)?,
        submitted_by: row.get("submitted_by")?,
        returned_because: row.get("returned_because")?,
        publish_at: row.get("publish_at")?,
        scheduled_by: row.get("scheduled_by")?,
        translated_from: row.get("translated_from")?,
        checked: row.get::<_, String>("checked")?.split_whitespace().map(str::to_owned).collect(),
    })
}

/// Writes where a text stands now.
pub(super) fn write(change: &Transaction<'_>, state: &State, at: &str) -> Result<(), Error> {
    let mut words = Vec::new();
    for id in [state.public_version, state.working_version].into_iter().flatten() {
        let query = "SELECT lead || ' ' || body || ' ' || sources FROM version WHERE id = ?1";
        words.push(change.prepare_cached(query)?.query_row([id], |row| row.get::<_, String>(0))?);
    }
    change
        .prepare_cached(
            "INSERT INTO story (place_id, lang, public_version, public_stage, working_version, working_stage, submitted_by, returned_because,
                publish_at, scheduled_by, translated_from, checked, changed_at, folded)
             VALUES (:place_id, :lang, :public_version, :public_stage, :working_version, :working_stage, :submitted_by, :returned_because,
                :publish_at, :scheduled_by, :translated_from, :checked, :at, :folded)
             ON CONFLICT (place_id, lang) DO UPDATE SET public_version = excluded.public_version, public_stage = excluded.public_stage,
                working_version = excluded.working_version, working_stage = excluded.working_stage, submitted_by = excluded.submitted_by,
                returned_because = excluded.returned_because, publish_at = excluded.publish_at, scheduled_by = excluded.scheduled_by,
                translated_from = excluded.translated_from, checked = excluded.checked, changed_at = excluded.changed_at,
                folded = excluded.folded",
        )?
        .execute(named_params! {
            ":place_id": state.place_id,
            ":lang": state.lang.as_str(),
            ":public_version": state.public_version,
            ":public_stage": state.public_stage.map_or("", Stage::as_str),
            ":working_version": state.working_version,
            ":working_stage": state.working_stage.map_or("", Stage::as_str),
            ":submitted_by": state.submitted_by,
            ":returned_because": state.returned_because,
            ":publish_at": state.publish_at,
            ":scheduled_by": state.scheduled_by,
            ":translated_from": state.translated_from,
            ":checked": state.checked.join(" "),
            ":at": at,
            ":folded": fold(&words.join(" ")),
        })?;
    Ok(())
}
