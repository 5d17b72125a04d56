//! How is a text saved when others may have saved it too? Never over what they wrote.

use super::history::{self, Change, Stamp};
use super::story_state::{self, State};
use super::versions::{self, NewVersion};
use super::{Error, Store, editors, places};
use crate::register::paragraphs::{digest, stale};
use crate::register::version::merge;
use crate::register::{HistoryAct, Lang, Place, Refusal, Stage, Step, Text, TextField, Version};
use rusqlite::{Transaction, TransactionBehavior};

/// One text with everything that an editor must know of it.
#[derive(Debug, Clone, Default)]
pub struct TextState {
    /// The version that is published or was withdrawn.
    pub public: Option<Version>,
    /// Published or withdrawn.
    pub public_stage: Option<Stage>,
    /// The version that is being worked on.
    pub working: Option<Version>,
    /// Draft or in review.
    pub working_stage: Option<Stage>,
    /// Who sent it for review.
    pub submitted_by: Option<i64>,
    /// Why a reviewer returned it; empty where nobody did.
    pub returned_because: String,
    /// When it is to be published, ISO 8601 in UTC; empty where no time is set.
    pub publish_at: String,
    /// Who agreed to that.
    pub scheduled_by: Option<i64>,
    /// Whoever wrote any of the working version.
    pub authors: Vec<i64>,
    /// The Vietnamese version that visitors read, or the newest where they read none; none for the Vietnamese text itself.
    pub source: Option<Version>,
    /// The paragraphs of the source, by position, that this translation does not follow; the lead is 0.
    pub stale: Vec<usize>,
}

impl TextState {
    /// The version to go on writing from.
    #[must_use]
    pub fn newest(&self) -> Option<&Version> {
        self.working.as_ref().or(self.public.as_ref())
    }
}

/// What somebody wants to save.
#[derive(Debug, Clone)]
pub struct SaveAsked<'a> {
    /// The place that the text is about.
    pub place: &'a Place,
    /// The language of the text.
    pub lang: Lang,
    /// The version that they began from; none where there was none.
    pub based_on: Option<i64>,
    /// What they made of it.
    pub text: &'a Text,
    /// The fields in which they chose the other's words over their own; told in the history with what they gave up.
    pub gave_up: &'a [(TextField, String)],
    /// The source that they had before them, and its paragraphs that they say the translation follows.
    pub source: Option<(i64, &'a [usize])>,
    /// The version that they bring back.
    pub restored_from: Option<i64>,
}

/// What came of saving.
#[derive(Debug, Clone)]
pub enum Saved {
    /// A new version, by number among all.
    Kept(i64),
    /// There was nothing new in it.
    Unchanged,
    /// Both have changed the same fields: nothing is written, and the choice is the asker's.
    Conflict {
        /// The other's version.
        theirs: Box<Version>,
        /// Everything that is in nobody's way, and mine where both changed it.
        merged: Box<Text>,
        /// The fields that both changed.
        fields: Vec<TextField>,
    },
}

impl Store {
    /// Everything that is known of one text; an empty state where there is none yet.
    ///
    /// # Errors
    /// Refuses a place that is not in the register.
    pub fn text_state(&mut self, place: &Place, lang: Lang) -> Result<TextState, Error> {
        let moment = self.connection.transaction()?;
        let place_id = places::get_id(&moment, place.kind, &place.slug)?;
        state_of(&moment, place_id, lang)
    }

    /// The versions of a text, the newest first.
    ///
    /// # Errors
    /// Refuses a place that is not in the register.
    pub fn versions(&mut self, place: &Place, lang: Lang) -> Result<Vec<Version>, Error> {
        let moment = self.connection.transaction()?;
        let place_id = places::get_id(&moment, place.kind, &place.slug)?;
        Ok(versions::of_text(&moment, place_id, lang)?)
    }

    /// Saves a text as a new version. Where others have saved since, what only one of the two changed is brought together.
    ///
    /// # Errors
    /// Refuses whoever may not write this language, and a text that is in review.
    pub fn save_text(&mut self, by: i64, at: &str, asked: &SaveAsked<'_>) -> Result<Saved, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = editors::get_active(&change, by)?;
        if !who.may_write(asked.lang) {
            return Err(Refusal::NotAllowed(Step::Submit).into());
        }
        let place_id = places::get_id(&change, asked.place.kind, &asked.place.slug)?;
        let mut state = story_state::find(&change, place_id, asked.lang)?.unwrap_or_else(|| State::new(place_id, asked.lang));
        if state.working_stage == Some(Stage::InReview) {
            return Err(Error::InReview);
        }
        let newest = state.working_version.or(state.public_version).map(|id| versions::get(&change, id)).transpose()?;
        let text = match brought_together(&change, asked, newest.as_ref())? {
            Ok(text) => text,
            Err(conflict) => return Ok(conflict),
        };
        let followed = follow(&change, &mut state, asked)? | follow_restored(&change, &mut state, asked)?;
        let stamp = Stamp { who: who.login.as_str(), at };
        if let Some(newest) = newest.as_ref().filter(|newest| newest.text == text) {
            if followed {
                story_state::write(&change, &state, at)?;
            }
            if !asked.gave_up.is_empty() {
                // Nothing of theirs is left, and the history still has it.
                write_down(&change, stamp, asked, place_id, Some(newest), (newest.id, &text))?;
            }
            change.commit()?;
            return Ok(Saved::Unchanged);
        }
        let fresh = NewVersion {
            author: who.name.as_str(),
            editor: Some(who.id),
            based_on: newest.as_ref().map(|newest| newest.id),
            restored_from: asked.restored_from,
            translated_from: state.translated_from,
            ..NewVersion::of(place_id, asked.lang, &text, stamp)
        };
        let id = versions::add(&change, &fresh)?;
        let returned_because = std::mem::take(&mut state.returned_because);
        state.work_on(id, Stage::Draft);
        state.returned_because = returned_because;
        story_state::write(&change, &state, at)?;
        write_down(&change, stamp, asked, place_id, newest.as_ref(), (id, &text))?;
        change.commit()?;
        Ok(Saved::Kept(id))
    }

    /// Gives up the working version: the public one, where there is one, is what remains. Every version stays in the history.
    ///
    /// # Errors
    /// Refuses whoever may not write this language, and a version that is not the one that was seen.
    pub fn discard_text(&mut self, by: i64, at: &str, place: &Place, lang: Lang, version: i64) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = editors::get_active(&change, by)?;
        if !who.may_write(lang) {
            return Err(Refusal::NotAllowed(Step::Submit).into());
        }
        let place_id = places::get_id(&change, place.kind, &place.slug)?;
        let mut state = story_state::find(&change, place_id, lang)?.ok_or(Error::Changed)?;
        if state.working_version != Some(version) || state.working_stage != Some(Stage::Draft) {
            return Err(Error::Changed);
        }
        state.clear_work();
        // What the draft followed goes with it: the public text follows what it followed before.
        let public = state.public_version.map(|id| versions::get(&change, id)).transpose()?;
        (state.translated_from, state.checked) = (public.and_then(|version| version.translated_from), Vec::new());
        story_state::write(&change, &state, at)?;
        let subject = places::subject(place);
        let payload = serde_json::json!({});
        let told = Change {
            act: HistoryAct::Discard,
            place_id: Some(place_id),
            subject: &subject,
            lang: lang.as_str(),
            version_id: Some(version),
            payload,
        };
        history::write(&change, Stamp { who: who.login.as_str(), at }, &told)?;
        Ok(change.commit()?)
    }
}

/// My text with what others saved since I began, or the fields that both of us changed.
fn brought_together(change: &Transaction<'_>, asked: &SaveAsked<'_>, newest: Option<&Version>) -> Result<Result<Text, Saved>, Error> {
    let Some(newest) = newest.filter(|newest| Some(newest.id) != asked.based_on) else { return Ok(Ok(asked.text.clone())) };
    let base = match asked.based_on {
        Some(id) => {
            let base = versions::get(change, id)?;
            if base.place != newest.place || base.lang != newest.lang {
                return Err(Error::NoSuchVersion(id));
            }
            base.text
        }
        None => Text::default(),
    };
    let merged = merge(&base, asked.text, &newest.text);
    if merged.conflicts.is_empty() {
        return Ok(Ok(merged.text));
    }
    Ok(Err(Saved::Conflict { theirs: Box::new(newest.clone()), merged: Box::new(merged.text), fields: merged.conflicts }))
}

/// Notes which source the translation follows now; tells whether that has changed.
fn follow(change: &Transaction<'_>, state: &mut State, asked: &SaveAsked<'_>) -> Result<bool, Error> {
    let Some((source, ticked)) = asked.source.filter(|_| asked.lang != Lang::Vi) else { return Ok(false) };
    let now = versions::get(change, source)?;
    if places::find_id(change, now.place.kind, &now.place.slug)? != Some(state.place_id) || now.lang != Lang::Vi {
        return Err(Error::NoSuchVersion(source));
    }
    let before = (state.translated_from, state.checked.clone());
    let now = now.text.paragraphs();
    let still: Vec<usize> = stale_now(change, state, &now)?.into_iter().filter(|at| !ticked.contains(at)).collect();
    if still.is_empty() {
        (state.translated_from, state.checked) = (Some(source), Vec::new());
    } else {
        let fresh = ticked.iter().filter_map(|at| now.get(*at)).map(|paragraph| digest(paragraph));
        let fresh: Vec<String> = fresh.filter(|one| !state.checked.contains(one)).collect();
        state.checked.extend(fresh);
    }
    Ok(before != (state.translated_from, state.checked.clone()))
}

/// A translation that is brought back follows what it followed then.
fn follow_restored(change: &Transaction<'_>, state: &mut State, asked: &SaveAsked<'_>) -> Result<bool, Error> {
    let Some(id) = asked.restored_from else { return Ok(false) };
    let restored = versions::get(change, id)?;
    if restored.place != *asked.place || restored.lang != asked.lang {
        return Err(Error::NoSuchVersion(id));
    }
    let before = state.translated_from;
    if asked.lang != Lang::Vi && asked.source.is_none() && before != restored.translated_from {
        (state.translated_from, state.checked) = (restored.translated_from, Vec::new());
    }
    Ok(before != state.translated_from)
}

/// The paragraphs of this version of the Vietnamese text that a translation does not follow; none while there is no translation.
pub(super) fn stale_paragraphs(moment: &Transaction<'_>, state: &State, source: Option<i64>) -> Result<Vec<usize>, Error> {
    let is_there = state.public_version.or(state.working_version).is_some();
    match source.filter(|source| state.lang != Lang::Vi && is_there && state.translated_from != Some(*source)) {
        Some(source) => stale_now(moment, state, &versions::get(moment, source)?.text.paragraphs()),
        None => Ok(Vec::new()),
    }
}

fn stale_now(change: &Transaction<'_>, state: &State, now: &[String]) -> Result<Vec<usize>, Error> {
    let then = match state.translated_from {
        Some(id) => versions::get(change, id)?.text.paragraphs(),
        None => Vec::new(),
    };
    Ok(stale(now, &then, &state.checked))
}

/// Everything that is known of one text.
pub(super) fn state_of(moment: &Transaction<'_>, place_id: i64, lang: Lang) -> Result<TextState, Error> {
    let source = if lang == Lang::Vi { None } else { story_state::newest_version(moment, place_id, Lang::Vi)? };
    let source = source.map(|id| versions::get(moment, id)).transpose()?;
    let Some(state) = story_state::find(moment, place_id, lang)? else { return Ok(TextState { source, ..TextState::default() }) };
    let get = |id: Option<i64>| id.map(|id| versions::get(moment, id)).transpose();
    let stale = stale_paragraphs(moment, &state, source.as_ref().map(|source| source.id))?;
    Ok(TextState {
        public: get(state.public_version)?,
        public_stage: state.public_stage,
        working: get(state.working_version)?,
        working_stage: state.working_stage,
        submitted_by: state.submitted_by,
        returned_because: state.returned_because,
        publish_at: state.publish_at,
        scheduled_by: state.scheduled_by,
        authors: state.working_version.map(|id| versions::authors(moment, id)).transpose()?.unwrap_or_default(),
        source,
        stale,
    })
}

fn write_down(
    change: &Transaction<'_>,
    stamp: Stamp<'_>,
    asked: &SaveAsked<'_>,
    place_id: i64,
    before: Option<&Version>,
    (id, text): (i64, &Text),
) -> Result<(), Error> {
    let mut payload = history::before_and_after(&before.map(|before| before.text.fields()).unwrap_or_default(), &text.fields());
    if !asked.gave_up.is_empty() {
        let given: serde_json::Map<_, _> = asked.gave_up.iter().map(|(field, words)| (field.to_string(), words.clone().into())).collect();
        payload["gave_up"] = given.into();
    }
    let act = if asked.restored_from.is_some() { HistoryAct::Restore } else { HistoryAct::Save };
    let subject = places::subject(asked.place);
    let told = Change { act, place_id: Some(place_id), subject: &subject, lang: asked.lang.as_str(), version_id: Some(id), payload };
    history::write(change, stamp, &told)
}
