//! What may a print shop without an account see? One order, for a time; of its link only the digest is kept, and every use is told.

use super::accounts::kept_of;
use super::batches::subject;
use super::history::{self, Change, Stamp};
use super::order_events::{Event, add_event};
use super::{Error, OrderError, Store, batches, places};
use crate::register::HistoryAct;
use crate::register::order::Deed;
use rusqlite::{OptionalExtension, Row, Transaction, TransactionBehavior};
use serde_json::{Value, json};

/// A link that a print shop was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShopLink {
    /// Its number.
    pub id: i64,
    /// The order that it shows.
    pub batch: i64,
    /// Until when it is good, ISO 8601 in UTC.
    pub until: String,
    /// Who gave it.
    pub made_by: String,
    /// When it was given.
    pub made_at: String,
    /// When it was taken back; empty where it was not.
    pub revoked_at: String,
}

/// A file of an order that somebody fetches.
#[derive(Debug, Clone, Copy)]
pub struct Fetched<'a> {
    /// Its name.
    pub file: &'a str,
    /// Is only a part of it asked for?
    pub is_part: bool,
}

/// What came of looking for a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShopLinkFound {
    /// It is good.
    Good(ShopLink),
    /// Its time is past, or it was taken back.
    Gone(ShopLink),
    /// There never was such a link.
    Unknown,
}

impl Store {
    /// Gives out a link to one order, and its number. The link itself is not kept, only what recognises it.
    ///
    /// # Errors
    /// Refuses a number that no batch has.
    pub fn add_shop_link(&mut self, batch: i64, link: &str, until: &str, stamp: Stamp<'_>) -> Result<i64, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        batches::get(&change, batch)?;
        let id = places::next_id(&change, "SELECT coalesce(max(id), 0) + 1 FROM shop_link")?;
        change.execute(
            "INSERT INTO shop_link (id, digest, batch_id, until, made_by, made_at, revoked_at, revoked_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, '', '')",
            (id, kept_of(link), batch, until, stamp.who, stamp.at),
        )?;
        let told = json!({ "link": id.to_string(), "until": until });
        tell(&change, stamp, batch, (HistoryAct::ShopLink, Deed::Link), (&id.to_string(), told))?;
        change.commit()?;
        Ok(id)
    }

    /// Is this link good now?
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn find_shop_link(&mut self, link: &str, now: &str) -> Result<ShopLinkFound, Error> {
        let moment = self.connection.transaction()?;
        let mut query = moment.prepare_cached("SELECT * FROM shop_link WHERE digest = ?1")?;
        let found = query.query_row([kept_of(link)], link_of).optional()?;
        Ok(match found {
            Some(found) if found.revoked_at.is_empty() && now < found.until.as_str() => ShopLinkFound::Good(found),
            Some(found) => ShopLinkFound::Gone(found),
            None => ShopLinkFound::Unknown,
        })
    }

    /// The links to an order, the newest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn shop_links(&self, batch: i64) -> Result<Vec<ShopLink>, Error> {
        let mut query = self.connection.prepare_cached("SELECT * FROM shop_link WHERE batch_id = ?1 ORDER BY id DESC")?;
        Ok(query.query_map([batch], link_of)?.collect::<rusqlite::Result<_>>()?)
    }

    /// Takes a link back; once is enough.
    ///
    /// # Errors
    /// Refuses a link that this order does not have.
    pub fn revoke_shop_link(&mut self, batch: i64, id: i64, stamp: Stamp<'_>) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut query = change.prepare_cached("SELECT * FROM shop_link WHERE id = ?1 AND batch_id = ?2")?;
        let found = query.query_row([id, batch], link_of).optional()?.ok_or(OrderError::NoSuchShopLink(id))?;
        drop(query);
        if found.revoked_at.is_empty() {
            change.execute("UPDATE shop_link SET revoked_at = ?1, revoked_by = ?2 WHERE id = ?3", (stamp.at, stamp.who, id))?;
            let told = json!({ "link": id.to_string(), "revoked": stamp.at });
            tell(&change, stamp, batch, (HistoryAct::ShopLink, Deed::Revoke), (&id.to_string(), told))?;
        }
        change.commit()?;
        Ok(())
    }

    /// Tells that a print shop has looked at its order, or fetched a file of it. Who it was is not asked.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn tell_shop_use(&mut self, link: &ShopLink, fetched: Option<Fetched<'_>>, at: &str) -> Result<(), Error> {
        let who = format!("shop-link {}", link.id);
        let stamp = Stamp { who: &who, at };
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if fetched.map_or(Ok(false), |fetched| is_told(&change, link.batch, fetched, stamp))? {
            return Ok(());
        }
        let file = fetched.map(|fetched| fetched.file);
        let (act, deed) = file.map_or((HistoryAct::ShopVisit, Deed::Visit), |_| (HistoryAct::Download, Deed::Download));
        let told = json!({ "link": link.id.to_string(), "file": file });
        tell(&change, stamp, link.batch, (act, deed), (file.unwrap_or_default(), told))?;
        change.commit()?;
        Ok(())
    }

    /// Tells that somebody of the office has fetched a file of an order.
    ///
    /// # Errors
    /// Refuses a number that no batch has.
    pub fn tell_download(&mut self, batch: i64, fetched: Fetched<'_>, stamp: Stamp<'_>) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        batches::get(&change, batch)?;
        if is_told(&change, batch, fetched, stamp)? {
            return Ok(());
        }
        let file = fetched.file;
        tell(&change, stamp, batch, (HistoryAct::Download, Deed::Download), (file, json!({ "file": file })))?;
        change.commit()?;
        Ok(())
    }
}

/// Parts of one file that somebody fetches within an hour are one download: it went on where it broke off.
fn is_told(change: &Transaction<'_>, batch: i64, fetched: Fetched<'_>, stamp: Stamp<'_>) -> Result<bool, Error> {
    let told = "SELECT EXISTS (SELECT 1 FROM print_event WHERE batch_id = ?1 AND step = ?2 AND who = ?3 AND cause = ?4
        AND at > strftime('%Y-%m-%dT%H:%M:%SZ', ?5, '-1 hour'))";
    let asked = (batch, Deed::Download.as_str(), stamp.who, fetched.file, stamp.at);
    Ok(fetched.is_part && change.prepare_cached(told)?.query_row(asked, |row| row.get(0))?)
}

fn tell(
    change: &Transaction<'_>,
    stamp: Stamp<'_>,
    batch: i64,
    (act, deed): (HistoryAct, Deed),
    (cause, payload): (&str, Value),
) -> Result<(), Error> {
    add_event(change, stamp, &Event { batch, position: None, deed, cause })?;
    history::write(change, stamp, &Change { act, place_id: None, subject: &subject(batch), lang: "", version_id: None, payload })
}

fn link_of(row: &Row<'_>) -> rusqlite::Result<ShopLink> {
    Ok(ShopLink {
        id: row.get("id")?,
        batch: row.get("batch_id")?,
        until: row.get("until")?,
        made_by: row.get("made_by")?,
        made_at: row.get("made_at")?,
        revoked_at: row.get("revoked_at")?,
    })
}
