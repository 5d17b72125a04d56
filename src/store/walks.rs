//! How are walks kept, and how does the office change one? Whole: its words and its stops with it.

use super::history::{self, Change, Stamp, before_and_after};
use super::records::keeper;
use super::{Error, Store, columns, places};
use crate::register::walk::parse_stop_text;
use crate::register::{Fields, HistoryAct, Lang, Place, PlaceKind, SignCode, Slug, Stop, StopAt, Walk, WalkState, Wording};
use rusqlite::{OptionalExtension, Row, Transaction, TransactionBehavior, named_params};

/// What came of changing a walk.
#[derive(Debug, Clone)]
pub enum WalkSaved {
    /// It is kept.
    Kept,
    /// There was nothing new in it.
    Unchanged,
    /// There is no such walk.
    Gone,
    /// Somebody else has changed it since; this is what it is now.
    Changed(Box<Walk>),
}

impl Store {
    /// Every walk, by slug, shown or not.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn walks(&mut self) -> Result<Vec<Walk>, Error> {
        let moment = self.connection.transaction()?;
        super::of_table("walk", read(&moment))
    }

    /// Adds a walk under its slug, or under the next one like it that is free.
    ///
    /// # Errors
    /// Refuses whoever may not keep the register, and a stop that is not in it.
    pub fn add_walk(&mut self, by: i64, at: &str, walk: &Walk) -> Result<Slug, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = keeper(&change, by)?;
        let mut walk = walk.clone();
        let plain = walk.slug.clone();
        let mut number = 1;
        while find_id(&change, &walk.slug)?.is_some() {
            number += 1;
            walk.slug = Slug::parse(&format!("{plain}-{number}"))?;
        }
        write(&change, std::slice::from_ref(&walk))?;
        write_down(&change, Stamp { who: who.login.as_str(), at }, HistoryAct::Add, None, &walk)?;
        change.commit()?;
        Ok(walk.slug)
    }

    /// Changes a walk that has been as `based_on` when whoever changes it began.
    ///
    /// # Errors
    /// Refuses whoever may not keep the register, and a stop that is not in it.
    pub fn change_walk(&mut self, by: i64, at: &str, based_on: &Walk, walk: &Walk) -> Result<WalkSaved, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = keeper(&change, by)?;
        let all = super::of_table("walk", read(&change))?;
        let Some(is) = all.into_iter().find(|one| one.slug == walk.slug) else { return Ok(WalkSaved::Gone) };
        if is == *walk {
            return Ok(WalkSaved::Unchanged);
        }
        if is != *based_on {
            return Ok(WalkSaved::Changed(Box::new(is)));
        }
        write(&change, std::slice::from_ref(walk))?;
        write_down(&change, Stamp { who: who.login.as_str(), at }, HistoryAct::Change, Some(&is), walk)?;
        change.commit()?;
        Ok(WalkSaved::Kept)
    }
}

fn write_down(change: &Transaction<'_>, stamp: Stamp<'_>, act: HistoryAct, before: Option<&Walk>, after: &Walk) -> Result<(), Error> {
    let subject = format!("walk/{}", after.slug);
    let payload = before_and_after(&before.map(Walk::fields).unwrap_or_default(), &after.fields());
    history::write(change, stamp, &Change { act, place_id: None, subject: &subject, lang: "", version_id: None, payload })
}

fn find_id(moment: &Transaction<'_>, slug: &Slug) -> rusqlite::Result<Option<i64>> {
    moment.prepare_cached("SELECT id FROM walk WHERE slug = ?1")?.query_row([slug.as_str()], |row| row.get(0)).optional()
}

pub fn read(moment: &Transaction<'_>) -> rusqlite::Result<Vec<Walk>> {
    let mut query = moment.prepare("SELECT * FROM walk ORDER BY slug")?;
    let rows = query.query_map([], |row| Ok((row.get("id")?, walk_of(row)?)))?;
    let mut walks: Vec<(i64, Walk)> = rows.collect::<Result<_, _>>()?;
    for (id, walk) in &mut walks {
        (walk.name, walk.lead) = wordings(moment, *id)?;
        walk.stops = stops(moment, *id)?;
    }
    Ok(walks.into_iter().map(|(_, walk)| walk).collect())
}

fn walk_of(row: &Row<'_>) -> rusqlite::Result<Walk> {
    Ok(Walk {
        slug: columns::slug(row, "slug")?,
        state: columns::parsed(row, "state", WalkState::parse)?,
        source: columns::sources(row, "source")?,
        name: Wording::default(),
        lead: Wording::default(),
        stops: Vec::new(),
    })
}

fn wordings(moment: &Transaction<'_>, id: i64) -> rusqlite::Result<(Wording, Wording)> {
    let (mut names, mut leads) = (Wording::default(), Wording::default());
    let mut query = moment.prepare_cached("SELECT lang, name, lead FROM walk_wording WHERE walk_id = ?1")?;
    let read = |row: &Row<'_>| Ok((lang_of(row)?, columns::line(row, "name")?, columns::line(row, "lead")?));
    for found in query.query_map([id], read)? {
        let (lang, name, lead) = found?;
        names.set(lang, name);
        leads.set(lang, lead);
    }
    Ok((names, leads))
}

fn stops(moment: &Transaction<'_>, id: i64) -> rusqlite::Result<Vec<Stop>> {
    let mut query = moment.prepare_cached(
        "SELECT walk_stop.number, walk_stop.sign_code, place.kind, place.slug FROM walk_stop
         LEFT JOIN place ON place.id = walk_stop.place_id WHERE walk_stop.walk_id = ?1 ORDER BY walk_stop.number",
    )?;
    let found: Vec<(i64, StopAt)> = query.query_map([id], |row| Ok((row.get("number")?, at_of(row)?)))?.collect::<Result<_, _>>()?;
    let mut texts = moment.prepare_cached("SELECT lang, text FROM walk_stop_text WHERE walk_id = ?1 AND number = ?2")?;
    let mut stops = Vec::new();
    for (number, at) in found {
        let mut text = Wording::default();
        for said in texts.query_map((id, number), |row| Ok((lang_of(row)?, columns::parsed(row, "text", parse_stop_text)?)))? {
            let (lang, line) = said?;
            text.set(lang, line);
        }
        stops.push(Stop { at, text });
    }
    Ok(stops)
}

fn at_of(row: &Row<'_>) -> rusqlite::Result<StopAt> {
    match columns::joined_slug(row, "slug")? {
        Some(slug) => Ok(StopAt::Place(Place { kind: columns::parsed(row, "kind", PlaceKind::parse)?, slug })),
        None => columns::parsed(row, "sign_code", SignCode::parse).map(StopAt::Sign),
    }
}

fn lang_of(row: &Row<'_>) -> rusqlite::Result<Lang> {
    columns::parsed(row, "lang", Lang::parse)
}

/// Writes walks, new or changed, each whole.
pub fn write(change: &Transaction<'_>, walks: &[Walk]) -> Result<(), Error> {
    for walk in walks {
        let id = match find_id(change, &walk.slug)? {
            Some(id) => id,
            None => places::next_id(change, "SELECT coalesce(max(id), 0) + 1 FROM walk")?,
        };
        for query in [
            "DELETE FROM walk_stop_text WHERE walk_id = ?1",
            "DELETE FROM walk_stop WHERE walk_id = ?1",
            "DELETE FROM walk_wording WHERE walk_id = ?1",
        ] {
            change.prepare_cached(query)?.execute([id])?;
        }
        change
            .prepare_cached(
                "INSERT INTO walk (id, slug, state, source) VALUES (:id, :slug, :state, :source)
                 ON CONFLICT (id) DO UPDATE SET state = excluded.state, source = excluded.source",
            )?
            .execute(named_params! {
                ":id": id, ":slug": walk.slug.as_str(), ":state": walk.state.as_str(), ":source": walk.source.as_str(),
            })?;
        write_words(change, id, walk)?;
        write_stops(change, id, &walk.stops)?;
    }
    Ok(())
}

fn write_words(change: &Transaction<'_>, id: i64, walk: &Walk) -> Result<(), Error> {
    let mut insert = change.prepare_cached("INSERT INTO walk_wording (walk_id, lang, name, lead) VALUES (?1, ?2, ?3, ?4)")?;
    for lang in Lang::ALL {
        let (name, lead) = (walk.name.get(*lang), walk.lead.get(*lang));
        if !name.is_empty() || !lead.is_empty() {
            insert.execute((id, lang.as_str(), name.as_str(), lead.as_str()))?;
        }
    }
    Ok(())
}

fn write_stops(change: &Transaction<'_>, id: i64, stops: &[Stop]) -> Result<(), Error> {
    let mut insert = change.prepare_cached("INSERT INTO walk_stop (walk_id, number, place_id, sign_code) VALUES (?1, ?2, ?3, ?4)")?;
    let mut say = change.prepare_cached("INSERT INTO walk_stop_text (walk_id, number, lang, text) VALUES (?1, ?2, ?3, ?4)")?;
    for (number, stop) in (1_i64..).zip(stops) {
        let (place, sign) = match &stop.at {
            StopAt::Place(place) => (Some(places::get_id(change, place.kind, &place.slug)?), None),
            StopAt::Sign(code) => (None, Some(known_sign(change, *code)?)),
        };
        insert.execute((id, number, place, sign))?;
        for (lang, line) in stop.text.all() {
            say.execute((id, number, lang.as_str(), line.as_str()))?;
        }
    }
    Ok(())
}

fn known_sign(change: &Transaction<'_>, code: SignCode) -> Result<String, Error> {
    let found = change.prepare_cached("SELECT code FROM sign WHERE code = ?1")?.query_row([code.as_str()], |row| row.get(0)).optional()?;
    found.ok_or(Error::NoSuchSign(code))
}
