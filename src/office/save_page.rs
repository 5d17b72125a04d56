//! How is a text saved? What was typed is kept first; only then is it made a version.

use super::answer::Answer;
use super::asked::Asked;
use super::conflict_page;
use super::doubts::doubts;
use super::entry::place_of;
use super::text_form::{numbers, raw_of, text_of, without_unusual};
use super::text_page::{TextView, refused_text, text_address, text_page};
use super::{Error, Office, step_pages};
use crate::register::{Explained, Fault, Lang, Place, Sentence, Step, TextField};
use crate::store::{self, DraftAsked, Kept, RawFields, SaveAsked, Saved, StepAsked};
use crate::web::words::Words;
use actix_web::http::StatusCode;
use maud::html;
use serde_json::json;

/// What a form of a text carries besides its fields.
pub(super) struct Sent {
    pub place: Place,
    pub lang: Lang,
    pub raw: RawFields,
    pub based_on: Option<i64>,
    /// The draft that the page goes on from, and its revision.
    pub draft: Option<(i64, i64)>,
}

impl Sent {
    pub fn of(office: &Office, asked: &Asked) -> Result<Self, Error> {
        let number = |name: &str| asked.form.get(name).parse::<i64>().ok();
        let raw = raw_of(&asked.form);
        Ok(Self {
            place: place_of(office, asked)?,
            lang: asked.lang().ok_or(Error::NotThere)?,
            raw: if asked.form.has("clean") { without_unusual(&raw) } else { raw },
            based_on: number("based_on"),
            draft: number("draft").zip(number("revision")),
        })
    }

    /// Keeps what was typed for whoever typed it.
    pub fn keep(&self, office: &Office, asked: &Asked) -> Result<Kept, Error> {
        let based_on = self.based_on.map(|id| id.to_string()).unwrap_or_default();
        let draft = DraftAsked { place: &self.place, part: self.lang.as_str(), known: self.draft, based_on: &based_on, fields: &self.raw };
        Ok(office.store()?.keep_draft(asked.who().id, &asked.now, &draft)?)
    }
}

/// Keeps what has been typed so far, for whoever types it: several times a minute, and never in the history.
pub(super) fn save_draft(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let sent = Sent::of(office, asked)?;
    let kept = sent.keep(office, asked)?;
    if !asked.wants_json {
        return Ok(Answer::on_to(&format!("{}?draft={}", text_address(&sent.place, sent.lang), kept.id)));
    }
    let found = doubts(office, &sent.raw);
    let told: Vec<_> = found.iter().map(|one| json!({ "written": one.written, "text": asked.words.tell(&one.sentence) })).collect();
    let facts = json!({ "draft": kept.id, "revision": kept.revision, "aside": kept.is_aside, "doubts": told });
    Ok(Answer::json(StatusCode::OK, &facts))
}

/// Drops what somebody has typed and not saved, because they say so.
pub(super) fn drop_draft(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let sent = Sent::of(office, asked)?;
    if let Some((id, _)) = sent.draft {
        office.store()?.drop_draft(asked.who().id, id)?;
    }
    Ok(Answer::on_to(&text_address(&sent.place, sent.lang)))
}

/// Saves a text as a new version; what stands in its way is said on the same form, with every word still in it.
pub(super) fn save_text(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let mut sent = Sent::of(office, asked)?;
    let gave_up = conflict_page::chosen(asked, &mut sent.raw);
    let kept = sent.keep(office, asked)?;
    let text = match text_of(&sent.raw) {
        Ok(text) => text,
        Err(faults) => return again(office, asked, &sent, kept, faults, None),
    };
    let ticked: Vec<usize> = numbers(&sent.raw, "checked");
    let source = asked.form.get("source").parse().ok().map(|source: i64| (source, ticked.as_slice()));
    let asked_to_save = SaveAsked {
        place: &sent.place,
        lang: sent.lang,
        based_on: sent.based_on,
        text: &text,
        gave_up: &gave_up,
        source,
        restored_from: None,
    };
    let saved = office.store()?.save_text(asked.who().id, &asked.now, &asked_to_save);
    match saved {
        Ok(Saved::Conflict { theirs, merged, fields }) => {
            Ok(conflict_page::conflict(office, asked, &sent, kept, &theirs, &merged, &fields))
        }
        Ok(saved) => {
            office.store()?.drop_draft(asked.who().id, kept.id)?;
            after_saving(office, asked, &sent, &saved)
        }
        Err(error) if error.fault() == Fault::Refused => again(office, asked, &sent, kept, Vec::new(), Some(error.into())),
        Err(error) => Err(error.into()),
    }
}

/// Saved: stay, or go on to the reviewer.
fn after_saving(office: &Office, asked: &Asked, sent: &Sent, saved: &Saved) -> Result<Answer, Error> {
    let address = text_address(&sent.place, sent.lang);
    if asked.form.get("then") != "submit" {
        let key = if matches!(saved, Saved::Unchanged) { "text-unchanged" } else { "text-saved" };
        let mut view = TextView::of(office, asked)?;
        view.note = Some(Sentence::new(key));
        return Ok(Answer::page(text_page(asked, &view)));
    }
    let state = office.store()?.text_state(&sent.place, sent.lang)?;
    let Some(version) = state.working.map(|version| version.id) else { return Ok(Answer::on_to(&address)) };
    if !doubts(office, &sent.raw).is_empty() {
        return Ok(step_pages::doubts_before_submitting(office, asked, &sent.place, sent.lang, version));
    }
    let step = StepAsked { place: &sent.place, lang: sent.lang, version, step: Step::Submit, reason: "", publish_at: "" };
    // The store is let go of before the form asks for it again.
    let taken = office.store()?.take_step(asked.who().id, &asked.now, &step);
    match taken {
        Ok(()) => Ok(Answer::on_to(&format!("{address}/review"))),
        Err(error) if error.fault() == Fault::Refused => {
            let mut view = TextView::of(office, asked)?;
            view.faults = vec![(field_of(&error), error.sentence())];
            Ok(refused_text(asked, &view, Some(&error.into())))
        }
        Err(error) => Err(error.into()),
    }
}

/// The field that a refusal is about.
fn field_of(error: &store::Error) -> TextField {
    use crate::register::story::Unpublishable;
    match error {
        store::Error::Unpublishable(Unpublishable::NoSource) => TextField::Sources,
        store::Error::Photo(_) | store::Error::PhotoNotHere(_) => TextField::Photos,
        _ => TextField::Lead,
    }
}

/// The form again, with every word that was typed.
fn again(
    office: &Office,
    asked: &Asked,
    sent: &Sent,
    kept: Kept,
    faults: Vec<(TextField, Sentence)>,
    error: Option<Error>,
) -> Result<Answer, Error> {
    let mut view = TextView::of(office, asked)?;
    view.draft = office.store()?.find_draft(asked.who().id, kept.id)?;
    view.raw = sent.raw.clone();
    view.based_on = sent.based_on;
    view.faults = faults;
    if let Some(error) = &error {
        view.faults.push((TextField::Lead, error.sentence()));
    }
    Ok(refused_text(asked, &view, error.as_ref()))
}

/// Places by name, for a link in a text: what a script asks for while somebody types.
pub(super) fn find_places(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    const MOST: usize = 12;
    let edition = office.edition();
    let hits = edition.search(&asked.query.get("q"), MOST);
    let found: Vec<_> = hits
        .iter()
        .map(|hit| {
            let name = super::entry::name_of(&edition, &hit.place, Lang::Vi);
            json!({ "name": name, "address": format!("{}/{}", hit.place.kind, hit.place.slug) })
        })
        .collect();
    Ok(Answer::json(StatusCode::OK, &json!({ "places": found })))
}

/// Says that nothing was lost, in one sentence.
pub(super) fn nothing_is_lost(words: &Words) -> maud::Markup {
    html! { p.note { (words.say("text-nothing-lost")) } }
}
