//! How is a sign added and changed by hand? Its code is given once and stays.

use super::history::{self, Change, Stamp, before_and_after};
use super::records::{keeper, tell_given_up};
use super::{Error, Store, places, signs};
use crate::register::record::{merge_fields, read_sign, texts_of};
use crate::register::{FieldTexts, Fields, HistoryAct, Metres, Place, Placement, Point, Sign, SignCode, SignState, Slug, Survey};
use rusqlite::{Transaction, TransactionBehavior};

/// Codes tried before giving up: with 31⁵ of them, so many used ones in a row mean a broken source of chance.
const MOST_TRIES: usize = 1_000;

/// A new sign.
#[derive(Debug, Clone)]
pub struct SignAsked<'a> {
    /// The place that it names, by its slug of today or of before.
    pub place: &'a Place,
    /// Its number; none where unnumbered.
    pub number: Option<u32>,
    /// The ward that it stands in, where known.
    pub ward: Option<Slug>,
    /// What has become of it.
    pub state: SignState,
    /// Where it stands.
    pub placement: Placement,
    /// Its position, where surveyed.
    pub point: Option<Point>,
    /// How high its plate hangs, where known.
    pub mounting_m: Option<Metres>,
    /// How far a phone is from it when it reads it, where known.
    pub distance_m: Option<Metres>,
    /// What a survey found out about where it stands.
    pub survey: Survey,
}

/// What came of changing a sign.
#[derive(Debug, Clone)]
pub enum SignSaved {
    /// It is changed.
    Kept,
    /// There was nothing new in it.
    Unchanged,
    /// Both have changed the same fields: nothing is written, and the choice is the asker's.
    Conflict {
        /// The sign as it stands.
        theirs: Box<Sign>,
        /// Everything that is in nobody's way, and mine where both changed it.
        merged: FieldTexts,
        /// The fields that both changed.
        fields: Vec<String>,
    },
}

impl Store {
    /// The signs of a place, by number.
    ///
    /// # Errors
    /// Refuses a place that is not in the register.
    pub fn signs_of(&mut self, place: &Place) -> Result<Vec<Sign>, Error> {
        let moment = self.connection.transaction()?;
        let (id, _) = places::get_now(&moment, place)?;
        super::of_table("sign", signs::of_place(&moment, id))
    }

    /// The sign with this code.
    ///
    /// # Errors
    /// Refuses a code that nobody was given.
    pub fn get_sign(&mut self, code: SignCode) -> Result<Sign, Error> {
        let moment = self.connection.transaction()?;
        super::of_table("sign", signs::find(&moment, code))?.ok_or(Error::NoSuchSign(code))
    }

    /// Adds a sign under a code that nothing bears yet, and gives the code. `issue` gives out codes at random.
    ///
    /// # Errors
    /// Refuses whoever may not keep the register, a number that another sign of the place has, and a ward that is not in the register.
    pub fn add_sign(&mut self, by: i64, at: &str, asked: &SignAsked<'_>, issue: &mut dyn FnMut() -> SignCode) -> Result<SignCode, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = keeper(&change, by)?;
        let (id, place) = places::get_now(&change, asked.place)?;
        let code = unused_code(&change, issue)?;
        let SignAsked { number, ward, state, placement, point, mounting_m, distance_m, survey, .. } = asked.clone();
        let sign = Sign { code, place, number, ward, state, placement, point, mounting_m, distance_m, survey };
        check_number(&change, id, &sign)?;
        signs::write(&change, std::slice::from_ref(&sign))?;
        let payload = before_and_after(&[], &sign.fields());
        write_down(&change, Stamp { who: who.login.as_str(), at }, HistoryAct::Add, (id, code), payload)?;
        change.commit()?;
        Ok(code)
    }

    /// Changes a sign; its code and its place stay. Where others have changed it since, what only one of the two changed is brought together.
    ///
    /// # Errors
    /// Refuses whoever may not keep the register, a number that another sign of the place has, and a ward that is not in the register.
    pub fn change_sign(
        &mut self,
        by: i64,
        at: &str,
        based_on: &FieldTexts,
        sign: &Sign,
        gave_up: &[(String, String)],
    ) -> Result<SignSaved, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = keeper(&change, by)?;
        let theirs = signs::find(&change, sign.code)?.ok_or(Error::NoSuchSign(sign.code))?;
        let mut mine = texts_of(sign);
        mine.retain(|field, _| !matches!(field.as_str(), "code" | "place_kind" | "place"));
        let merged = merge_fields(based_on, &mine, &texts_of(&theirs));
        if !merged.conflicts.is_empty() {
            return Ok(SignSaved::Conflict { theirs: Box::new(theirs), merged: merged.fields, fields: merged.conflicts });
        }
        let now = read_sign(&merged.fields).map_err(|_| Error::Changed)?;
        if now == theirs {
            return Ok(SignSaved::Unchanged);
        }
        let id = places::get_id(&change, now.place.kind, &now.place.slug)?;
        if now.number != theirs.number {
            check_number(&change, id, &now)?;
        }
        signs::write(&change, std::slice::from_ref(&now))?;
        let mut payload = before_and_after(&theirs.fields(), &now.fields());
        tell_given_up(&mut payload, gave_up);
        write_down(&change, Stamp { who: who.login.as_str(), at }, act_of(&theirs, &now), (id, now.code), payload)?;
        change.commit()?;
        Ok(SignSaved::Kept)
    }
}

/// A sign is retired and revived by its state.
fn act_of(before: &Sign, after: &Sign) -> HistoryAct {
    match (before.state == SignState::Retired, after.state == SignState::Retired) {
        (false, true) => HistoryAct::Retire,
        (true, false) => HistoryAct::Revive,
        _ => HistoryAct::Change,
    }
}

fn unused_code(change: &Transaction<'_>, issue: &mut dyn FnMut() -> SignCode) -> Result<SignCode, Error> {
    for _ in 0..MOST_TRIES {
        let code = issue();
        if signs::find(change, code)?.is_none() {
            return Ok(code);
        }
    }
    Err(Error::NoCodeLeft)
}

/// Has no other sign of the place that still hangs or is to hang this number?
fn check_number(change: &Transaction<'_>, place_id: i64, sign: &Sign) -> Result<(), Error> {
    let Some(number) = sign.number else { return Ok(()) };
    let others = signs::of_place(change, place_id)?;
    let taken = others.iter().find(|other| other.number == Some(number) && other.code != sign.code && other.state != SignState::Retired);
    taken.map_or(Ok(()), |other| Err(Error::NumberTaken { number, code: other.code }))
}

fn write_down(
    change: &Transaction<'_>,
    stamp: Stamp<'_>,
    act: HistoryAct,
    (place_id, code): (i64, SignCode),
    payload: serde_json::Value,
) -> Result<(), Error> {
    let subject = format!("sign/{code}");
    history::write(change, stamp, &Change { act, place_id: Some(place_id), subject: &subject, lang: "", version_id: None, payload })
}
