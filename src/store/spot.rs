//! Where does somebody keep pictures or sound, and may they?

use super::history::{self, Change, Stamp};
use super::records::keeper;
use super::{Error, places};
use crate::register::{Editor, HistoryAct, Place};
use rusqlite::Transaction;
use serde_json::Value;

/// A place in the hands of somebody who may keep the register.
pub(super) struct Spot<'a> {
    pub change: &'a Transaction<'a>,
    pub who: Editor,
    pub at: &'a str,
    pub place_id: i64,
    subject: String,
}

impl<'a> Spot<'a> {
    /// # Errors
    /// Refuses whoever may not keep the register, and a place that is not in it.
    pub fn of(change: &'a Transaction<'a>, by: i64, at: &'a str, place: &Place) -> Result<Self, Error> {
        let who = keeper(change, by)?;
        let place_id = places::get_id(change, place.kind, &place.slug)?;
        Ok(Self { change, who, at, place_id, subject: places::subject(place) })
    }

    /// Writes into the history what was done here; `lang` is empty where it is about no language.
    pub fn tell(&self, act: HistoryAct, lang: &str, payload: Value) -> Result<(), Error> {
        let told = Change { act, place_id: Some(self.place_id), subject: &self.subject, lang, version_id: None, payload };
        history::write(self.change, Stamp { who: self.who.login.as_str(), at: self.at }, &told)
    }
}
