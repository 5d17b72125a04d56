//! What was sent to the press, and with which address?

use super::{Error, Store, columns, places};
use crate::register::SignCode;
use rusqlite::{OptionalExtension, TransactionBehavior};

/// One plate of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchSign {
    /// The sign.
    pub code: SignCode,
    /// The word above the name as printed; empty where there was none.
    pub kind_word: String,
    /// The name as printed: metal outlives renamings.
    pub name: String,
}

/// One print run whose every symbol was read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Its number; 0 until it is kept.
    pub id: i64,
    /// When it was made, ISO 8601 in UTC.
    pub made_at: String,
    /// The base URL in its links.
    pub base_url: String,
    /// The plate that it was drawn on.
    pub plate: String,
    /// The version of the program that made it.
    pub program: String,
    /// The plates in the order of the sheets.
    pub signs: Vec<BatchSign>,
}

impl Store {
    /// Keeps a batch and gives its number. A run that repeats the newest batch in everything but its time is that batch.
    ///
    /// # Errors
    /// Fails when the file cannot be written; nothing is kept then.
    pub fn add_batch(&mut self, batch: &Batch) -> Result<i64, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let newest = places::next_id(&change, "SELECT coalesce(max(id), 0) FROM print_batch")?;
        if let Some(last) = find(&change, newest)?
            && last == (Batch { id: last.id, made_at: last.made_at.clone(), ..batch.clone() })
        {
            return Ok(newest);
        }
        let id = newest + 1;
        change.execute(
            "INSERT INTO print_batch (id, made_at, base_url, plate, program) VALUES (?1, ?2, ?3, ?4, ?5)",
            (id, &batch.made_at, &batch.base_url, &batch.plate, &batch.program),
        )?;
        let mut insert =
            change.prepare("INSERT INTO print_batch_sign (batch_id, position, code, kind_word, name) VALUES (?1, ?2, ?3, ?4, ?5)")?;
        for (position, sign) in (1_i64..).zip(&batch.signs) {
            insert.execute((id, position, sign.code.as_str(), &sign.kind_word, &sign.name))?;
        }
        drop(insert);
        change.commit()?;
        Ok(id)
    }

    /// The batch with this number.
    ///
    /// # Errors
    /// Refuses a number that no batch has.
    pub fn get_batch(&mut self, id: i64) -> Result<Batch, Error> {
        find(&self.connection.transaction()?, id)?.ok_or(Error::NoSuchBatch(id))
    }

    /// Every base URL that stands on metal, oldest first, with the newest batch that used it.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn printed_base_urls(&mut self) -> Result<Vec<(String, i64)>, Error> {
        let mut query = self.connection.prepare("SELECT base_url, max(id) FROM print_batch GROUP BY base_url ORDER BY min(id)")?;
        let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

fn find(moment: &rusqlite::Transaction<'_>, id: i64) -> rusqlite::Result<Option<Batch>> {
    let mut query = moment.prepare("SELECT code, kind_word, name FROM print_batch_sign WHERE batch_id = ?1 ORDER BY position")?;
    let sign = |row: &rusqlite::Row<'_>| {
        let code = columns::parsed(row, "code", SignCode::parse)?;
        Ok(BatchSign { code, kind_word: row.get("kind_word")?, name: row.get("name")? })
    };
    let rows = query.query_map([id], sign)?;
    let signs = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    moment
        .query_row("SELECT made_at, base_url, plate, program FROM print_batch WHERE id = ?1", [id], |row| {
            Ok(Batch { id, made_at: row.get(0)?, base_url: row.get(1)?, plate: row.get(2)?, program: row.get(3)?, signs })
        })
        .optional()
}
