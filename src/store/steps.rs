//! How does a text go from one stage to the next? One act, one transaction; the register says yes or no.

use super::history::{self, Change, Stamp};
use super::story_state::{self, State};
use super::{Error, Store, editors, photos, places, versions};
use crate::register::{Editor, HistoryAct, Lang, Place, Refusal, Stage, Step};
use rusqlite::{Transaction, TransactionBehavior};
use serde_json::json;

/// A step that somebody asks for.
#[derive(Debug, Clone, Copy)]
pub struct StepAsked<'a> {
    /// The place that the text is about.
    pub place: &'a Place,
    /// The language of the text.
    pub lang: Lang,
    /// The version that they saw; if another one stands there by now, nothing is done.
    pub version: i64,
    /// Where to take it.
    pub step: Step,
    /// Why, where the step needs a reason.
    pub reason: &'a str,
    /// When to publish it, ISO 8601 in UTC, for [`Step::Schedule`].
    pub publish_at: &'a str,
}

impl Store {
    /// Takes a text a step further. Whoever asks is looked up anew: their role, and whether they wrote any of it, decide.
    ///
    /// # Errors
    /// Refuses a step that the register refuses, one without the reason or the time that it needs, and one on a version
    /// that is not the one that was seen; nothing is written then.
    pub fn take_step(&mut self, by: i64, at: &str, asked: &StepAsked<'_>) -> Result<(), Error> {
        self.take_steps(by, at, std::slice::from_ref(asked))
    }

    /// Takes several texts a step further, all of them or none.
    ///
    /// # Errors
    /// As [`Store::take_step`], at the first step that is refused.
    pub fn take_steps(&mut self, by: i64, at: &str, all: &[StepAsked<'_>]) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = editors::get_active(&change, by)?;
        for asked in all {
            let place_id = places::get_id(&change, asked.place.kind, &asked.place.slug)?;
            let state = story_state::find(&change, place_id, asked.lang)?.ok_or(Error::NoSuchVersion(asked.version))?;
            take(&change, &who, at, asked, state)?;
        }
        Ok(change.commit()?)
    }

    /// Publishes every text whose time has come, also when the program was not running at that time, and tells how many. Each is
    /// published by itself: one that cannot be holds no other back.
    ///
    /// # Errors
    /// Fails when the file cannot be written, and, after all others are public, when a text cannot be read.
    pub fn publish_due(&mut self, at: &str) -> Result<usize, Error> {
        if !self.connection.prepare_cached("SELECT 1 FROM story WHERE publish_at <> '' AND publish_at <= ?1")?.exists([at])? {
            return Ok(0);
        }
        let due = story_state::due(&self.connection.transaction()?, at)?;
        let (mut published, mut failed) = (0, None);
        for state in due {
            match self.publish_one(at, state.place_id, state.lang) {
                Ok(is_public) => published += usize::from(is_public),
                // What the file refuses of one text it refuses of all.
                Err(error @ (Error::Locked | Error::DiskFull | Error::Disk(_) | Error::ReadOnly)) => return Err(error),
                Err(error) => failed = failed.or(Some(error)),
            }
        }
        failed.map_or(Ok(published), Err)
    }

    fn publish_one(&mut self, at: &str, place_id: i64, lang: Lang) -> Result<bool, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // The office may have taken its time away since it was found.
        let state = story_state::find(&change, place_id, lang)?.filter(|state| state.is_due(at));
        let is_public = state.map(|state| publish_scheduled(&change, at, state)).transpose()?.unwrap_or(false);
        change.commit()?;
        Ok(is_public)
    }
}

/// What the step does to the state, and what the history tells of it.
fn take(change: &Transaction<'_>, who: &Editor, at: &str, asked: &StepAsked<'_>, mut state: State) -> Result<(), Error> {
    let is_about_public = matches!(asked.step, Step::Withdraw | Step::Reopen);
    let (stage, version) =
        if is_about_public { (state.public_stage, state.public_version) } else { (state.working_stage, state.working_version) };
    let (Some(stage), Some(version)) = (stage, version) else { return Err(Error::Changed) };
    if version != asked.version {
        return Err(Error::Changed);
    }
    let after = stage.after(asked.step)?;
    asked.step.check(who, &versions::authors(change, version)?)?;
    if asked.step.act() == crate::register::Act::Write && !who.may_write(asked.lang) {
        return Err(Refusal::NotAllowed(asked.step).into());
    }
    check_complete(change, asked, &state, version, at)?;
    let reason = history::kept_reason(asked.reason);
    let before = state.clone();
    match asked.step {
        Step::Submit => (state.working_stage, state.submitted_by) = (Some(after), Some(who.id)),
        Step::Recall | Step::Return => {
            state.unschedule();
            (state.working_stage, state.submitted_by) = (Some(after), None);
        }
        Step::Schedule => (state.publish_at, state.scheduled_by) = (asked.publish_at.to_owned(), Some(who.id)),
        Step::Unschedule => state.unschedule(),
        Step::Publish => state.publish(version),
        Step::Withdraw => state.withdraw(version),
        Step::Reopen => state.work_on(version, after),
    }
    state.returned_because = if asked.step == Step::Return { reason.clone() } else { String::new() };
    if before.stands_out() != state.stands_out() {
        versions::note_publication(change, &state, at, Some(who.id))?;
    }
    story_state::write(change, &state, at)?;
    let payload = json!({ "stage": after.as_str(), "reason": reason, "publish_at": state.publish_at });
    write_down(change, Stamp { who: who.login.as_str(), at }, act_of(asked.step), &state, version, payload)
}

/// Does the text have what the step needs of it?
fn check_complete(change: &Transaction<'_>, asked: &StepAsked<'_>, state: &State, version: i64, at: &str) -> Result<(), Error> {
    match asked.step {
        Step::Submit | Step::Publish | Step::Schedule => {
            let text = versions::get(change, version)?.text;
            text.check_publishable()?;
            photos::check_publishable(change, state.place_id, &text.photos, state.lang)?;
        }
        Step::Return | Step::Withdraw if asked.reason.trim().is_empty() => return Err(Error::NoReason),
        Step::Reopen if state.working_version.is_some() => return Err(Error::Changed),
        _ => {}
    }
    if asked.step == Step::Schedule && asked.publish_at <= at { Err(Error::TimeIsPast) } else { Ok(()) }
}

/// Publishes one text whose time has come. One that has lost something it needs goes back to waiting for a reviewer, and the history says why.
fn publish_scheduled(change: &Transaction<'_>, at: &str, mut state: State) -> Result<bool, Error> {
    let (Some(version), Some(by)) = (state.working_version, state.scheduled_by) else { return Ok(false) };
    let who = editors::get(change, by)?;
    let text = versions::get(change, version)?.text;
    let fit = photos::check_publishable(change, state.place_id, &text.photos, state.lang);
    let (act, payload) = match fit {
        Ok(()) => {
            let planned = state.publish_at.clone();
            state.publish(version);
            versions::note_publication(change, &state, at, Some(by))?;
            (HistoryAct::Publish, json!({ "stage": Stage::Published.as_str(), "publish_at": planned }))
        }
        Err(why @ (Error::Photo(_) | Error::PhotoNotHere(_))) => {
            state.unschedule();
            (HistoryAct::Unschedule, json!({ "stage": Stage::InReview.as_str(), "reason": why.to_string() }))
        }
        Err(other) => return Err(other),
    };
    story_state::write(change, &state, at)?;
    write_down(change, Stamp { who: who.login.as_str(), at }, act, &state, version, payload)?;
    Ok(act == HistoryAct::Publish)
}

fn write_down(
    change: &Transaction<'_>,
    stamp: Stamp<'_>,
    act: HistoryAct,
    state: &State,
    version: i64,
    payload: serde_json::Value,
) -> Result<(), Error> {
    let place = places::get_place(change, state.place_id)?;
    let subject = places::subject(&place);
    let lang = state.lang.as_str();
    history::write(
        change,
        stamp,
        &Change { act, place_id: Some(state.place_id), subject: &subject, lang, version_id: Some(version), payload },
    )
}

fn act_of(step: Step) -> HistoryAct {
    match step {
        Step::Submit => HistoryAct::Submit,
        Step::Recall => HistoryAct::Recall,
        Step::Return => HistoryAct::Return,
        Step::Publish => HistoryAct::Publish,
        Step::Schedule => HistoryAct::Schedule,
        Step::Unschedule => HistoryAct::Unschedule,
        Step::Withdraw => HistoryAct::Withdraw,
        Step::Reopen => HistoryAct::Reopen,
    }
}
