//! What has become of an order? Every event is kept, and the states of the plates must follow from them.

use super::history::Stamp;
use super::{Error, Store, columns, places};
use crate::register::order::Deed;
use crate::register::{PlateState, SignCode};
use rusqlite::{Row, Transaction};
use std::collections::HashMap;

/// Something that became of an order or of one plate of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderEvent {
    /// When, ISO 8601 in UTC.
    pub at: String,
    /// Who: a login, the command of an operator at a terminal, or a link of a print shop.
    pub who: String,
    /// The plate that it is about; none where it is about the whole order.
    pub code: Option<SignCode>,
    /// What was done.
    pub deed: Deed,
    /// Why, or with what.
    pub cause: String,
}

/// An event about to be kept.
pub(super) struct Event<'a> {
    pub batch: i64,
    pub position: Option<i64>,
    pub deed: Deed,
    pub cause: &'a str,
}

impl Store {
    /// What became of an order, the newest first, so many rows at most.
    ///
    /// # Errors
    /// Refuses a number that no batch has.
    pub fn order_events(&mut self, batch: i64, most: usize) -> Result<Vec<OrderEvent>, Error> {
        let moment = self.connection.transaction()?;
        super::batches::get(&moment, batch)?;
        let query = format!(
            "SELECT print_event.*, coalesce(print_batch_sign.code, '') AS code FROM print_event
             LEFT JOIN print_batch_sign ON print_batch_sign.batch_id = print_event.batch_id
                AND print_batch_sign.position = print_event.position
             WHERE print_event.batch_id = ?1 ORDER BY print_event.id DESC LIMIT {most}"
        );
        let events = moment.prepare_cached(&query)?.query_map([batch], event_of)?.collect::<rusqlite::Result<_>>();
        super::of_table("print_event", events)
    }

    /// Every plate whose state does not follow from what became of it, by batch and code; none in a file that no hand has been in.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn plates_out_of_step(&mut self) -> Result<Vec<(i64, SignCode)>, Error> {
        let moment = self.connection.transaction()?;
        let mut follows: HashMap<(i64, i64), Option<PlateState>> = HashMap::new();
        let mut query = moment.prepare("SELECT batch_id, position, step FROM print_event WHERE position IS NOT NULL ORDER BY id")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let step = Deed::parse(&row.get::<_, String>("step")?).ok().and_then(Deed::step);
            let state = follows.entry((row.get("batch_id")?, row.get("position")?)).or_insert(Some(PlateState::Ordered));
            *state = state.zip(step).and_then(|(state, step)| state.after(step).ok());
        }
        let mut query = moment.prepare("SELECT batch_id, position, code, state FROM print_batch_sign ORDER BY batch_id, position")?;
        let mut rows = query.query([])?;
        let mut wrong = Vec::new();
        while let Some(row) = rows.next()? {
            let (batch, state) = (row.get("batch_id")?, columns::parsed(row, "state", PlateState::parse)?);
            if follows.get(&(batch, row.get("position")?)).copied().unwrap_or(Some(PlateState::Ordered)) != Some(state) {
                wrong.push((batch, columns::parsed(row, "code", SignCode::parse)?));
            }
        }
        Ok(wrong)
    }
}

/// Keeps an event.
pub(super) fn add_event(change: &Transaction<'_>, stamp: Stamp<'_>, event: &Event<'_>) -> Result<(), Error> {
    let id = places::next_id(change, "SELECT coalesce(max(id), 0) + 1 FROM print_event")?;
    change
        .prepare_cached("INSERT INTO print_event (id, batch_id, position, step, cause, who, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
        .execute((id, event.batch, event.position, event.deed.as_str(), event.cause, stamp.who, stamp.at))?;
    Ok(())
}

fn event_of(row: &Row<'_>) -> rusqlite::Result<OrderEvent> {
    Ok(OrderEvent {
        at: row.get("at")?,
        who: row.get("who")?,
        code: columns::optional(row, "code", SignCode::parse)?,
        deed: columns::parsed(row, "step", Deed::parse)?,
        cause: row.get("cause")?,
    })
}
