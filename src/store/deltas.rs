//! What must be made anew? Which plates would say something else today, and which signs have none?

use super::batches::{self, sign_of};
use super::{BatchSign, Error, Store, columns};
use crate::register::order::PlateField;
use crate::register::{HistoryAct, STARTER_DATED, SignCode, SignState};
use rusqlite::{OptionalExtension, Transaction};
use std::collections::{HashMap, HashSet};

/// What would be otherwise on a plate today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What of it.
    pub field: PlateField,
    /// What the plate says; empty for a sign that has none.
    pub was: String,
    /// What it would say today.
    pub is: String,
}

/// A sign whose plate is not what it would be today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlateChange {
    /// The sign.
    pub code: SignCode,
    /// What its place is called today, or was when it was printed last.
    pub name: String,
    /// What is otherwise.
    pub differences: Vec<Difference>,
    /// The newest order after that batch with a plate of it that says what it would say today, where there is one.
    pub ordered_since: Option<i64>,
}

impl PlateChange {
    /// Is a plate to be made for it? Not for one that only hangs on after its sign was retired.
    #[must_use]
    pub fn is_to_be_made(&self) -> bool {
        self.differences.iter().any(|difference| difference.field != PlateField::Retired)
    }

    /// Is a plate still to be ordered? Not where a later order has it already.
    #[must_use]
    pub fn is_due(&self) -> bool {
        self.ordered_since.is_none() && self.is_to_be_made()
    }
}

impl Store {
    /// What changed since a batch: every sign whose newest plate of that time would say something else today, signs that are new since,
    /// and plates whose sign is retired. `today` is what the plate of every sign would say, `base_url` the address in its link.
    ///
    /// # Errors
    /// Refuses a number that no batch has.
    pub fn changed_since(&mut self, batch: i64, today: &[BatchSign], base_url: &str) -> Result<Vec<PlateChange>, Error> {
        let moment = self.connection.transaction()?;
        let made_at = batches::get(&moment, batch)?.made_at;
        let plates = newest_plates(&moment, 0, batch)?;
        let later = newest_plates(&moment, batch, i64::MAX)?;
        let added = added_since(&moment, &made_at)?;
        let retired = retired(&moment)?;
        let mut changes = Vec::new();
        for now in today.iter().filter(|now| !retired.contains(&now.code)) {
            let found = match plates.get(&now.code) {
                Some(plate) => differences(plate, now, base_url),
                None if added.contains(&now.code) => vec![Difference { field: PlateField::New, was: String::new(), is: now.name.clone() }],
                None => Vec::new(),
            };
            if !found.is_empty() {
                let is_right = |plate: &&Plate| differences(plate, now, base_url).is_empty();
                let ordered_since = later.get(&now.code).filter(is_right).map(|plate| plate.batch);
                changes.push(PlateChange { code: now.code, name: now.name.clone(), differences: found, ordered_since });
            }
        }
        let mut gone: Vec<_> = plates.into_iter().filter(|(code, _)| retired.contains(code)).collect();
        gone.sort_by_key(|(code, _)| *code);
        changes.extend(gone.into_iter().map(|(code, Plate { sign, .. })| PlateChange {
            code,
            differences: vec![Difference { field: PlateField::Retired, was: sign.name.clone(), is: String::new() }],
            name: sign.name,
            ordered_since: None,
        }));
        Ok(changes)
    }

    /// The signs in use that are in no order, or only in such as were given up.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn signs_without_plate(&mut self) -> Result<Vec<SignCode>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT sign.code FROM sign JOIN place ON place.id = sign.place_id
             WHERE sign.state <> 'retired'
                AND NOT EXISTS (SELECT 1 FROM print_batch_sign WHERE print_batch_sign.code = sign.code AND print_batch_sign.state <> 'void')
             ORDER BY place.kind, place.slug, sign.number, sign.code",
        )?;
        let codes = query.query_map([], |row| columns::parsed(row, "code", SignCode::parse))?.collect::<rusqlite::Result<_>>();
        super::of_table("sign", codes)
    }

    /// When what may be printed was last changed, ISO 8601 in UTC: what files are dated with that belong to no batch. A database in
    /// which nothing has been changed yet is as old as the starter register.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn newest_change(&self) -> Result<String, Error> {
        let acts: Vec<String> = HistoryAct::ALL.iter().filter(|act| act.is_public()).map(|act| format!("'{act}'")).collect();
        let query = format!("SELECT at FROM history WHERE act IN ({}) ORDER BY id DESC LIMIT 1", acts.join(", "));
        let newest = self.connection.prepare_cached(&query)?.query_row([], |row| row.get(0)).optional()?;
        Ok(newest.unwrap_or_else(|| STARTER_DATED.to_owned()))
    }
}

/// A plate of a batch, with the address in its link.
struct Plate {
    batch: i64,
    base_url: String,
    sign: BatchSign,
}

fn differences(plate: &Plate, now: &BatchSign, base_url: &str) -> Vec<Difference> {
    let (was, number) = (&plate.sign, |number: Option<u32>| columns::shown(number));
    let pairs = [
        (PlateField::KindWord, was.kind_word.clone(), now.kind_word.clone()),
        (PlateField::Name, was.name.clone(), now.name.clone()),
        (PlateField::Number, number(was.number), number(now.number)),
        (PlateField::BaseUrl, plate.base_url.clone(), base_url.to_owned()),
    ];
    pairs.into_iter().filter(|(_, was, is)| was != is).map(|(field, was, is)| Difference { field, was, is }).collect()
}

/// The newest plate of every sign in the batches after one and up to another; what was given up is none.
fn newest_plates(moment: &Transaction<'_>, after: i64, until: i64) -> Result<HashMap<SignCode, Plate>, Error> {
    let mut query = moment.prepare_cached(
        "SELECT print_batch_sign.*, print_batch.base_url FROM print_batch_sign JOIN print_batch ON print_batch.id = print_batch_sign.batch_id
         WHERE batch_id > ?1 AND batch_id <= ?2 AND state <> 'void' ORDER BY batch_id, position",
    )?;
    let plate = |row: &rusqlite::Row<'_>| {
        let plate = Plate { batch: row.get("batch_id")?, base_url: row.get("base_url")?, sign: sign_of(row)? };
        Ok((plate.sign.code, plate))
    };
    let plates = query.query_map([after, until], plate)?.collect::<rusqlite::Result<_>>();
    super::of_table("print_batch_sign", plates)
}

/// The signs that the history tells to be new since a moment: what was not there before had no code.
fn added_since(moment: &Transaction<'_>, at: &str) -> Result<HashSet<SignCode>, Error> {
    let mut query = moment.prepare_cached(
        "SELECT subject FROM history WHERE at >= ?1 AND subject LIKE 'sign/%' AND act IN ('add', 'import')
            AND (erased = 1 OR json_extract(payload, '$.before.code') = '')",
    )?;
    let subjects = query.query_map([at], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(subjects.iter().filter_map(|subject| SignCode::parse(subject.strip_prefix("sign/")?).ok()).collect())
}

fn retired(moment: &Transaction<'_>) -> Result<HashSet<SignCode>, Error> {
    let mut query = moment.prepare_cached("SELECT code FROM sign WHERE state = ?1")?;
    let codes = query.query_map([SignState::Retired.as_str()], |row| columns::parsed(row, "code", SignCode::parse))?;
    super::of_table("sign", codes.collect::<rusqlite::Result<_>>())
}
