//! Is everything in order? Faults must be mended; notes are work that is left to do.

use super::{Error, Outcome, Settings, open, terminal};
use crate::office::clock;
use crate::register::story::Unpublishable;
use crate::register::{EditorState, Explained, Lang, PlaceKind, Placement, Register, Review, Sentence, Stage, Street, text_findings};
use crate::store::{self, Account, HistoryChecked};
use crate::web::words::Words;
use clap::Args;
use std::collections::HashSet;

/// Checks the database and the register: faults (exit 1) and notes (exit 0).
#[derive(Args)]
pub struct Doctor {}

/// What was found.
#[derive(Default)]
struct Findings {
    faults: Vec<Sentence>,
    notes: Vec<Sentence>,
    history: HistoryChecked,
}

impl Doctor {
    /// Looks at everything, and reports.
    pub fn run(&self, settings: &Settings, words: &Words) -> Result<Outcome, Error> {
        let mut store = open::open(settings, words)?;
        let mut findings = Findings::default();
        match store.check() {
            Ok(verified) => findings.history = verified.history,
            Err(error @ store::Error::Damaged { .. }) => findings.faults.push(Explained::sentence(&error)),
            Err(error) => return Err(error.into()),
        }
        if findings.faults.is_empty() {
            findings.faults.extend(store.bad_rows()?.iter().map(Explained::sentence));
        }
        if findings.faults.is_empty() {
            let register = store.read_register()?;
            findings.look_at(&register);
            findings.look_at_texts(&register, words);
            findings.look_at_addresses(settings.base_url()?.as_ref().map(crate::qr::BaseUrl::as_str), &store.printed_base_urls()?);
        }
        if findings.faults.is_empty() {
            for (batch, code) in store.plates_out_of_step()? {
                findings.faults.push(Sentence::new("doctor-plate-state").with("batch", batch).with("code", code.grouped()));
            }
        }
        findings.faults.extend(findings.history.faults.iter().take(super::backup::MOST_FAULTS).map(Explained::sentence));
        if findings.faults.is_empty() {
            findings.look_at_people(&store.accounts(&clock::now())?);
        }
        findings.tell(settings, words);
        Ok(if findings.faults.is_empty() { Outcome::Done } else { Outcome::Wanting })
    }
}

impl Findings {
    fn look_at(&mut self, register: &Register) {
        self.look_at_stories(register);
        let placed: HashSet<_> = places(register).collect();
        for sign in register.signs.iter().filter(|sign| !placed.contains(&(sign.place.kind, sign.place.slug.as_str()))) {
            self.faults.push(Sentence::new("doctor-no-place").with("code", sign.code).with("place", &sign.place.slug));
        }
        let signed: HashSet<_> = register.signs.iter().map(|sign| &sign.place.slug).collect();
        let told = |lang: Lang| {
            let told: HashSet<_> = published(register).filter(|story| story.lang == lang).map(|story| &story.place.slug).collect();
            move |street: &&Street| !told.contains(&street.slug)
        };
        let not_surveyed = register.signs.iter().filter(|sign| sign.placement == Placement::NotSurveyed).count();
        let no_ward = register.signs.iter().filter(|sign| sign.ward.is_none()).count();
        let streets = || register.streets.iter();
        self.note("doctor-not-surveyed", not_surveyed);
        self.note("doctor-no-ward", no_ward);
        self.note("doctor-no-sign", streets().filter(|street| !signed.contains(&street.slug)).count());
        self.note("doctor-no-namesake", streets().filter(|street| street.namesake.is_none()).count());
        self.note("doctor-single-source", streets().filter(|street| street.attestation != crate::register::Attestation::Confirmed).count());
        self.note("doctor-no-story-vi", streets().filter(told(Lang::Vi)).count());
        self.note("doctor-no-story-en", streets().filter(told(Lang::En)).count());
        let told_in = |lang: &Lang| format!("{lang} {}", published(register).filter(|story| story.lang == *lang).count());
        let told_in: Vec<String> = Lang::ALL.iter().map(told_in).collect();
        self.notes.push(Sentence::new("doctor-stories").with("counts", told_in.join(", ")));
        self.note("doctor-awaiting-review", published(register).filter(|story| story.review == Review::Awaiting).count());
    }

    fn look_at_stories(&mut self, register: &Register) {
        for story in published(register) {
            if let Err(why) = story.check_publishable() {
                let place = format!("{} {} {}", story.place.kind, story.place.slug, story.lang);
                let key = match why {
                    Unpublishable::NoLead => "doctor-no-lead",
                    Unpublishable::NoSource => "doctor-no-source",
                };
                self.faults.push(Sentence::new(key).with("place", place));
            }
        }
    }

    /// What a text says that the register, or another text, says otherwise. Of a text that somebody who knows has confirmed it is only told.
    fn look_at_texts(&mut self, register: &Register, words: &Words) {
        for found in text_findings(register) {
            let place = found.lang.map_or_else(|| found.place.to_string(), |lang| format!("{} ({lang})", found.place));
            let sentence = Sentence::new("doctor-text").with("place", place).with("what", words.tell(&found.sentence));
            if found.may_stand { self.notes.push(sentence) } else { self.faults.push(sentence) }
        }
    }

    fn look_at_addresses(&mut self, set: Option<&str>, printed: &[(String, i64)]) {
        match set {
            None => self.notes.push(Sentence::new("doctor-no-base-url")),
            Some(set) => {
                for (other, batch) in printed.iter().filter(|(base, _)| base != set) {
                    let note = Sentence::new("doctor-other-base-url").with("printed", other).with("batch", batch).with("set", set);
                    self.notes.push(note);
                }
            }
        }
    }

    fn look_at_people(&mut self, accounts: &[Account]) {
        let active = || accounts.iter().filter(|account| account.editor.state == EditorState::Active);
        if !active().any(|account| account.has_password) {
            self.notes.push(Sentence::new("doctor-nobody-can-sign-in"));
        }
        let lacks = |account: &&Account| account.editor.role.needs_second_factor() && !account.has_second_factor;
        self.note("doctor-no-second-factor", active().filter(lacks).count());
    }

    fn note(&mut self, key: &'static str, count: usize) {
        if count > 0 {
            self.notes.push(Sentence::new(key).with("count", count));
        }
    }

    fn tell(&self, settings: &Settings, words: &Words) {
        if settings.json {
            let told = |all: &[Sentence]| -> Vec<serde_json::Value> {
                let one = |sentence: &Sentence| serde_json::json!({ "key": sentence.key, "text": words.tell(sentence), "values": values(sentence) });
                all.iter().map(one).collect()
            };
            let history = serde_json::json!({ "count": self.history.count, "hash": self.history.hash });
            terminal::say(serde_json::json!({
                "ok": self.faults.is_empty(), "faults": told(&self.faults), "notes": told(&self.notes), "history": history,
            }));
            return;
        }
        for fault in &self.faults {
            terminal::say(format!("{} {}", words.say("doctor-fault"), words.tell(fault)));
        }
        for note in &self.notes {
            terminal::say(format!("{} {}", words.say("doctor-note"), words.tell(note)));
        }
        terminal::say(words.say_with("history-seal", &[("count", &self.history.count), ("hash", &self.history.hash)]));
        terminal::say(words.say(if self.faults.is_empty() { "doctor-in-order" } else { "doctor-not-in-order" }));
    }
}

fn places(register: &Register) -> impl Iterator<Item = (PlaceKind, &str)> {
    let streets = register.streets.iter().map(|one| (PlaceKind::Street, one.slug.as_str()));
    let landmarks = register.landmarks.iter().map(|one| (PlaceKind::Landmark, one.slug.as_str()));
    streets.chain(landmarks).chain(register.namesakes.iter().map(|one| (PlaceKind::Namesake, one.slug.as_str())))
}

fn published(register: &Register) -> impl Iterator<Item = &crate::register::Story> {
    register.stories.iter().filter(|story| story.stage == Stage::Published)
}

fn values(sentence: &Sentence) -> serde_json::Map<String, serde_json::Value> {
    sentence.values.iter().map(|(name, value)| ((*name).to_owned(), value.clone().into())).collect()
}
