//! What does the office do with a case, and what has it done? Each step is one act, told for ever.

use super::history::{self, Change, Stamp};
use super::reports::seen_of;
use super::{Error, ReportError, Store, columns, editors, places, signs};
use crate::register::{Act, CaseNumber, CaseStep, Fields, HistoryAct, PerLang, Sign, SignState};
use rusqlite::{OptionalExtension, Row, TransactionBehavior};
use serde_json::json;

/// A step that the office took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseEvent {
    /// The step.
    pub step: CaseStep,
    /// What was said in public with it.
    pub sentence: PerLang,
    /// Who took it, by name.
    pub who: String,
    /// When, ISO 8601 in UTC.
    pub at: String,
}

impl Store {
    /// Takes a case a step further, with a sentence for the public where there is one to say.
    ///
    /// # Errors
    /// Refuses whoever may not, a number that no case has, and a step that makes no sense from where the case is.
    pub fn step_case(&mut self, by: i64, at: &str, case: CaseNumber, step: CaseStep, sentence: &PerLang) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = editors::get_active(&change, by)?;
        if !who.role.may(Act::SettleReports) {
            return Err(Error::MayNot(Act::SettleReports));
        }
        let query = "SELECT * FROM report_case WHERE number = ?1";
        let found = |row: &Row<'_>| Ok((row.get::<_, i64>("id")?, seen_of(row)?));
        let (id, seen) = change.query_row(query, [case.as_str()], found).optional()?.ok_or(ReportError::NoSuchCase(case.grouped()))?;
        let state = seen.state.after(step).map_err(ReportError::from)?;
        let [vi, en] = [&sentence.vi, &sentence.en].map(|line| line.as_str());
        change.execute(
            "UPDATE report_case SET state = ?1, changed_at = ?2, sentence_vi = ?3, sentence_en = ?4 WHERE id = ?5",
            (state.as_str(), at, vi, en, id),
        )?;
        let event = places::next_id(&change, "SELECT coalesce(max(id), 0) + 1 FROM report_step")?;
        change.execute(
            "INSERT INTO report_step (id, case_id, step, sentence_vi, sentence_en, who, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            (event, id, step.as_str(), vi, en, who.login.as_str(), at),
        )?;
        let place_id = signs::find(&change, seen.code)?.map(|sign| places::get_id(&change, sign.place.kind, &sign.place.slug));
        let subject = format!("report/{case}");
        let payload = json!({ "step": step.as_str(), "code": seen.code.as_str(), "sentence": vi, "sentence_en": en });
        let stamp = Stamp { who: who.login.as_str(), at };
        let act = HistoryAct::ReportStep;
        history::write(
            &change,
            stamp,
            &Change { act, place_id: place_id.transpose()?, subject: &subject, lang: "", version_id: None, payload },
        )?;
        Ok(change.commit()?)
    }

    /// What the office has done with a case, the newest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn case_events(&mut self, case: CaseNumber) -> Result<Vec<CaseEvent>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT report_step.*, coalesce(editor.name, report_step.who) AS name
             FROM report_step JOIN report_case ON report_case.id = report_step.case_id LEFT JOIN editor ON editor.login = report_step.who
             WHERE report_case.number = ?1 ORDER BY report_step.id DESC",
        )?;
        Ok(query.query_map([case.as_str()], event_of)?.collect::<Result<_, _>>()?)
    }

    /// Notes that a sign is damaged, as anybody who keeps the register could in its form.
    ///
    /// # Errors
    /// Refuses whoever may not keep the register, and a code that nobody was given.
    pub fn mark_damaged(&mut self, by: i64, at: &str, sign: &Sign) -> Result<(), Error> {
        let based_on = sign.fields().into_iter().map(|(field, text)| (field.to_owned(), text)).collect();
        let damaged = Sign { state: SignState::Damaged, ..sign.clone() };
        self.change_sign(by, at, &based_on, &damaged, &[]).map(drop)
    }
}

fn event_of(row: &Row<'_>) -> rusqlite::Result<CaseEvent> {
    Ok(CaseEvent {
        step: columns::parsed(row, "step", CaseStep::parse)?,
        sentence: PerLang { vi: columns::line(row, "sentence_vi")?, en: columns::line(row, "sentence_en")? },
        who: row.get("name")?,
        at: row.get("at")?,
    })
}
