//! How do plates go from the order to the wall? All that are meant take a step, or none.

use super::batches::{sign_of, subject};
use super::history::{self, Change, Stamp, before_and_after};
use super::order_events::{Event, add_event};
use super::{Error, OrderError, Store, batches, columns};
use crate::register::{HistoryAct, PlateState, PlateStep, SignCode, SignState, sign_state_after};
use rusqlite::{Transaction, TransactionBehavior};
use serde_json::json;
use std::collections::BTreeSet;

/// Longest cause, in characters.
const LONGEST_CAUSE: usize = 500;

/// Which plates of a batch are meant?
#[derive(Debug, Clone, Copy)]
pub enum Plates<'a> {
    /// Every one that can take the step.
    All,
    /// These, and each must be able to.
    These(&'a [SignCode]),
}

/// A plate on its way.
struct Moving {
    position: i64,
    code: SignCode,
    from: PlateState,
    to: PlateState,
}

impl Store {
    /// Takes a step with plates of a batch, and gives how many took it. Their signs follow.
    ///
    /// # Errors
    /// Refuses a step that needs a cause and has none, codes that are not in the batch (all are named) and plates that cannot take the
    /// step (all are named); nothing is changed then.
    pub fn take_plate_step(
        &mut self,
        batch: i64,
        plates: Plates<'_>,
        step: PlateStep,
        cause: &str,
        stamp: Stamp<'_>,
    ) -> Result<usize, Error> {
        let cause: String = cause.trim().chars().take(LONGEST_CAUSE).collect();
        if step.needs_cause() && cause.is_empty() {
            return Err(Error::NoReason);
        }
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        batches::get(&change, batch)?;
        let moving = moving(&change, batch, plates, step)?;
        write_step(&change, batch, step, stamp, (&moving, &cause))?;
        for plate in &moving {
            keep_sign_in_step(&change, batch, plate, stamp)?;
        }
        change.commit()?;
        Ok(moving.len())
    }
}

/// The plates that take the step.
fn moving(change: &Transaction<'_>, batch: i64, plates: Plates<'_>, step: PlateStep) -> Result<Vec<Moving>, Error> {
    let mut query = change.prepare_cached("SELECT * FROM print_batch_sign WHERE batch_id = ?1 ORDER BY position")?;
    let all = query.query_map([batch], |row| Ok((row.get::<_, i64>("position")?, sign_of(row)?)))?;
    let all: Vec<_> = super::of_table("print_batch_sign", all.collect::<rusqlite::Result<_>>())?;
    let meant: Option<BTreeSet<SignCode>> = match plates {
        Plates::All => None,
        Plates::These(codes) => Some(codes.iter().copied().collect()),
    };
    if let Some(meant) = &meant {
        let unknown: Vec<SignCode> = meant.iter().filter(|code| !all.iter().any(|(_, sign)| sign.code == **code)).copied().collect();
        if !unknown.is_empty() {
            return Err(OrderError::NotInBatch { batch, codes: unknown }.into());
        }
    }
    let (mut moving, mut refused) = (Vec::new(), Vec::new());
    for (position, sign) in all.into_iter().filter(|(_, sign)| meant.as_ref().is_none_or(|meant| meant.contains(&sign.code))) {
        match sign.state.after(step) {
            Ok(to) => moving.push(Moving { position, code: sign.code, from: sign.state, to }),
            Err(_) => refused.push(sign.code),
        }
    }
    match plates {
        Plates::These(_) if !refused.is_empty() => Err(OrderError::Step { step, codes: refused }.into()),
        _ if moving.is_empty() => Err(OrderError::Step { step, codes: refused }.into()),
        _ => Ok(moving),
    }
}

fn write_step(
    change: &Transaction<'_>,
    batch: i64,
    step: PlateStep,
    stamp: Stamp<'_>,
    (moving, cause): (&[Moving], &str),
) -> Result<(), Error> {
    let mut update = change.prepare_cached("UPDATE print_batch_sign SET state = ?1 WHERE batch_id = ?2 AND position = ?3")?;
    for plate in moving {
        update.execute((plate.to.as_str(), batch, plate.position))?;
        add_event(change, stamp, &Event { batch, position: Some(plate.position), deed: step.into(), cause })?;
    }
    let codes: Vec<&str> = moving.iter().map(|plate| plate.code.as_str()).collect();
    let payload = json!({ "step": step.as_str(), "cause": cause, "plates": moving.len().to_string(), "codes": codes.join(" ") });
    let act = if step == PlateStep::Void { HistoryAct::VoidPlate } else { HistoryAct::PrintStep };
    history::write(change, stamp, &Change { act, place_id: None, subject: &subject(batch), lang: "", version_id: None, payload })
}

/// What has become of the plate is what has become of its sign, unless somebody has seen otherwise on the spot.
fn keep_sign_in_step(change: &Transaction<'_>, batch: i64, plate: &Moving, stamp: Stamp<'_>) -> Result<(), Error> {
    let mut query = change.prepare_cached("SELECT state FROM print_batch_sign WHERE code = ?1")?;
    let all = query.query_map([plate.code.as_str()], |row| columns::parsed(row, "state", PlateState::parse))?;
    let all: Vec<PlateState> = super::of_table("print_batch_sign", all.collect::<rusqlite::Result<_>>())?;
    let mut query = change.prepare_cached("SELECT place_id, state FROM sign WHERE code = ?1")?;
    let (place_id, now): (i64, SignState) =
        query.query_row([plate.code.as_str()], |row| Ok((row.get(0)?, columns::parsed(row, "state", SignState::parse)?)))?;
    let is = sign_state_after(now, plate.from, plate.to, &all);
    if is == now {
        return Ok(());
    }
    change.prepare_cached("UPDATE sign SET state = ?1 WHERE code = ?2")?.execute((is.as_str(), plate.code.as_str()))?;
    let mut payload = before_and_after(&[("state", now.to_string())], &[("state", is.to_string())]);
    payload["batch"] = batch.to_string().into();
    let subject = format!("sign/{}", plate.code);
    let told = Change { act: HistoryAct::PrintStep, place_id: Some(place_id), subject: &subject, lang: "", version_id: None, payload };
    history::write(change, stamp, &told)
}
