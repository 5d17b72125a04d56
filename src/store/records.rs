//! How are streets, landmarks and namesakes looked up, added and changed by hand? Never over what somebody else has changed meanwhile.

use super::history::{self, Change, Stamp, before_and_after};
use super::{Error, Store, editors, places};
use crate::register::record::merge_fields;
use crate::register::{Act, Editor, FieldTexts, Fields, HistoryAct, Line, Name, Place, PlaceKind, Record, Slug};
use rusqlite::{Transaction, TransactionBehavior};
use serde_json::Value;

/// A record that somebody has changed.
#[derive(Debug, Clone)]
pub struct RecordAsked<'a> {
    /// The place that it is about, by its slug of today or of before.
    pub place: &'a Place,
    /// The fields that they began from.
    pub based_on: &'a FieldTexts,
    /// What they made of it; its name and its slug are left as they are.
    pub record: &'a Record,
    /// The fields in which they chose another's value over their own; told in the history with what they gave up.
    pub gave_up: &'a [(String, String)],
}

/// What came of changing a record.
#[derive(Debug, Clone)]
pub enum RecordSaved {
    /// It is changed.
    Kept,
    /// There was nothing new in it.
    Unchanged,
    /// Both have changed the same fields: nothing is written, and the choice is the asker's.
    Conflict {
        /// The record as it stands.
        theirs: Box<Record>,
        /// Everything that is in nobody's way, and mine where both changed it.
        merged: FieldTexts,
        /// The fields that both changed.
        fields: Vec<String>,
    },
}

impl Store {
    /// The place of today that this one is or once was, none where there never was such.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn find_place(&mut self, place: &Place) -> Result<Option<Place>, Error> {
        let moment = self.connection.transaction()?;
        Ok(places::find_now(&moment, place)?.map(|(_, now)| now))
    }

    /// The record of a place, and since when that is no longer in use; the day is empty while it is.
    ///
    /// # Errors
    /// Refuses a place that is not in the register.
    pub fn get_record(&mut self, place: &Place) -> Result<(Record, Line), Error> {
        let moment = self.connection.transaction()?;
        let (id, now) = places::get_now(&moment, place)?;
        Ok((places::get_record(&moment, id, now.kind)?, places::retired_on(&moment, id)?))
    }

    /// Every place of a kind with its name, by slug.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn names_of(&mut self, kind: PlaceKind) -> Result<Vec<(Slug, Name)>, Error> {
        let moment = self.connection.transaction()?;
        Ok(places::names_of(&moment, kind)?)
    }

    /// Changes a record. Where others have changed it since, what only one of the two changed is brought together.
    ///
    /// # Errors
    /// Refuses whoever may not keep the register, and a namesake that is not in it.
    pub fn change_record(&mut self, by: i64, at: &str, asked: &RecordAsked<'_>) -> Result<RecordSaved, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = keeper(&change, by)?;
        let (id, place) = places::get_now(&change, asked.place)?;
        let theirs = places::get_record(&change, id, place.kind)?;
        let is = theirs.texts();
        let mut mine = asked.record.texts();
        mine.retain(|field, _| !matches!(field.as_str(), "slug" | "name"));
        let merged = merge_fields(asked.based_on, &mine, &is);
        if !merged.conflicts.is_empty() {
            return Ok(RecordSaved::Conflict { theirs: Box::new(theirs), merged: merged.fields, fields: merged.conflicts });
        }
        let record = Record::read(place.kind, &merged.fields).map_err(|_| Error::Changed)?;
        if record == theirs {
            return Ok(RecordSaved::Unchanged);
        }
        places::write_record(&change, &record)?;
        let mut payload = before_and_after(&theirs.fields(), &record.fields());
        tell_given_up(&mut payload, asked.gave_up);
        write_down(&change, Stamp { who: who.login.as_str(), at }, HistoryAct::Change, (id, &place), payload)?;
        change.commit()?;
        Ok(RecordSaved::Kept)
    }

    /// Adds a place under the slug of its name. `is_another` says that another place of the same name is known, and not meant.
    ///
    /// # Errors
    /// Refuses whoever may not keep the register, a name that another place of the kind bears, and one that no address can be made of.
    pub fn add_place(&mut self, by: i64, at: &str, record: &Record, is_another: bool) -> Result<Place, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = keeper(&change, by)?;
        let kind = record.place().kind;
        let slug = free_slug(&change, kind, record.name(), None, is_another)?;
        let place = Place { kind, slug };
        let mut fields = record.texts();
        fields.insert("slug".to_owned(), place.slug.to_string());
        let record = Record::read(kind, &fields).map_err(|_| Error::Changed)?;
        places::write_record(&change, &record)?;
        let id = places::get_id(&change, kind, &place.slug)?;
        let payload = before_and_after(&[], &record.fields());
        write_down(&change, Stamp { who: who.login.as_str(), at }, HistoryAct::Add, (id, &place), payload)?;
        change.commit()?;
        Ok(place)
    }
}

/// Whoever may keep the register, looked up anew.
pub(super) fn keeper(change: &Transaction<'_>, by: i64) -> Result<Editor, Error> {
    let who = editors::get_active(change, by)?;
    if who.role.may(Act::KeepRegister) { Ok(who) } else { Err(Error::MayNot(Act::KeepRegister)) }
}

/// A slug for a place of this name that leads nowhere else, today or from before; `own` is the place that is to get it.
pub(super) fn free_slug(change: &Transaction<'_>, kind: PlaceKind, name: &Name, own: Option<i64>, is_another: bool) -> Result<Slug, Error> {
    let plain = Slug::of_name(name.as_str()).ok_or_else(|| Error::NoSlug(name.clone()))?;
    if !is_another {
        for (slug, other) in places::names_of(change, kind)? {
            let is_same = slug == plain || Slug::of_name(other.as_str()).is_some_and(|other| other == plain);
            if is_same && places::find_id(change, kind, &slug)? != own {
                return Err(Error::NameTaken { name: other, place: Place { kind, slug } });
            }
        }
    }
    for number in 1..i64::MAX {
        let tried = if number == 1 { plain.to_string() } else { format!("{plain}-{number}") };
        let tried = Slug::parse(&tried).map_err(|_| Error::NoSlug(name.clone()))?;
        let today = places::find_id(change, kind, &tried)?.filter(|id| Some(*id) != own);
        let before = places::former_id(change, kind, &tried)?.filter(|id| Some(*id) != own);
        if today.is_none() && before.is_none() {
            return Ok(tried);
        }
    }
    Err(Error::NoSlug(name.clone()))
}

/// Puts the values that somebody gave up into a payload.
pub(super) fn tell_given_up(payload: &mut Value, gave_up: &[(String, String)]) {
    if !gave_up.is_empty() {
        let given: serde_json::Map<_, _> = gave_up.iter().map(|(field, text)| (field.clone(), text.clone().into())).collect();
        payload["gave_up"] = given.into();
    }
}

/// Writes what was done to a place into the history.
pub(super) fn write_down(
    change: &Transaction<'_>,
    stamp: Stamp<'_>,
    act: HistoryAct,
    (id, place): (i64, &Place),
    payload: Value,
) -> Result<(), Error> {
    let subject = places::subject(place);
    history::write(change, stamp, &Change { act, place_id: Some(id), subject: &subject, lang: "", version_id: None, payload })
}
