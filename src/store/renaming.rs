//! How does a place get another name, go out of use and come back? Its number stays, and every address that it ever had leads to it.

use super::history::{Stamp, before_and_after};
use super::records::{free_slug, keeper, write_down};
use super::{Error, Store, places};
use crate::register::{Fields, HistoryAct, KnownDate, Line, Name, NamePeriod, Place, Record};
use rusqlite::TransactionBehavior;
use serde_json::json;

/// Another name for a place.
#[derive(Debug, Clone)]
pub struct RenameAsked<'a> {
    /// The place, by its slug of today or of before.
    pub place: &'a Place,
    /// The new name.
    pub name: &'a Name,
    /// Since when it bears it, where that is known.
    pub since: Option<KnownDate>,
    /// The decision; empty where unknown.
    pub decision: &'a Line,
    /// Was the old name only misspelt? Then it never was its name, and is not kept as one.
    pub is_correction: bool,
    /// Another place bears the new name, and that is right.
    pub is_another: bool,
}

impl Store {
    /// Gives a place another name, and the address that goes with it. The old name goes to its names over time, the old address leads on.
    ///
    /// # Errors
    /// Refuses whoever may not keep the register, the name that it has, and one that another place of the kind bears.
    pub fn rename_place(&mut self, by: i64, at: &str, asked: &RenameAsked<'_>) -> Result<Place, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = keeper(&change, by)?;
        let (id, old) = places::get_now(&change, asked.place)?;
        let before = places::get_record(&change, id, old.kind)?;
        if before.name() == asked.name {
            return Err(Error::SameName(asked.name.clone()));
        }
        let slug = free_slug(&change, old.kind, asked.name, Some(id), asked.is_another)?;
        let now = Place { kind: old.kind, slug };
        if now != old {
            places::change_slug(&change, id, &old, &now.slug)?;
        }
        let after = renamed(before.clone(), &now, asked);
        places::write_record(&change, &after)?;
        let mut payload = before_and_after(&before.fields(), &after.fields());
        payload["correction"] = asked.is_correction.into();
        if let Some(since) = asked.since {
            payload["since"] = since.to_string().into();
        }
        if !asked.decision.is_empty() {
            payload["decision"] = asked.decision.as_str().into();
        }
        write_down(&change, Stamp { who: who.login.as_str(), at }, HistoryAct::Rename, (id, &now), payload)?;
        change.commit()?;
        Ok(now)
    }

    /// Says that a place is no longer in use since a day (ISO 8601). Its page and its codes go on answering.
    ///
    /// # Errors
    /// Refuses whoever may not keep the register, and a place that is out of use already.
    pub fn retire_place(&mut self, by: i64, at: &str, place: &Place, since: &str, reason: &Line) -> Result<Place, Error> {
        self.set_retired(by, at, place, (HistoryAct::Retire, since), reason)
    }

    /// Says that a place is in use again.
    ///
    /// # Errors
    /// Refuses whoever may not keep the register, and a place that is in use.
    pub fn revive_place(&mut self, by: i64, at: &str, place: &Place, reason: &Line) -> Result<Place, Error> {
        self.set_retired(by, at, place, (HistoryAct::Revive, ""), reason)
    }

    fn set_retired(&mut self, by: i64, at: &str, place: &Place, to: (HistoryAct, &str), reason: &Line) -> Result<Place, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = keeper(&change, by)?;
        let (id, now) = places::get_now(&change, place)?;
        let was = places::retired_on(&change, id)?;
        let (act, since) = to;
        if was.is_empty() == since.is_empty() {
            return Err(Error::Changed);
        }
        places::retire(&change, id, since)?;
        let payload = json!({ "before": { "retired_on": was.as_str() }, "after": { "retired_on": since }, "reason": reason.as_str() });
        write_down(&change, Stamp { who: who.login.as_str(), at }, act, (id, &now), payload)?;
        change.commit()?;
        Ok(now)
    }
}

/// The record under its new name.
fn renamed(mut record: Record, now: &Place, asked: &RenameAsked<'_>) -> Record {
    match &mut record {
        Record::Street(one) => {
            one.slug = now.slug.clone();
            let old = std::mem::replace(&mut one.name, asked.name.clone());
            if !asked.is_correction {
                let gave = std::mem::take(&mut one.decision);
                one.decision = asked.decision.clone();
                pass_on(&mut one.names, old, gave, asked);
            }
        }
        Record::Landmark(one) => {
            one.slug = now.slug.clone();
            let old = std::mem::replace(&mut one.name, asked.name.clone());
            if !asked.is_correction {
                pass_on(&mut one.names, old, Line::default(), asked);
            }
        }
        Record::Namesake(one) => {
            one.slug = now.slug.clone();
            one.name = asked.name.clone();
        }
    }
    record
}

/// Ends the period of the old name and begins that of the new one.
fn pass_on(names: &mut Vec<NamePeriod>, old: Name, gave: Line, asked: &RenameAsked<'_>) {
    // A period whose beginning is not before its end would say what cannot be.
    let can_end = |from: Option<KnownDate>| from.zip(asked.since).is_none_or(|(from, since)| from.can_be_before(&since));
    match names.iter_mut().rev().find(|one| one.name == old && one.until.is_none()) {
        Some(one) if can_end(one.from) => one.until = asked.since,
        Some(_) => {}
        None => names.push(NamePeriod { name: old, from: None, until: asked.since, decision: gave }),
    }
    names.push(NamePeriod { name: asked.name.clone(), from: asked.since, until: None, decision: asked.decision.clone() });
}
