//! How do records of a file come in? All of them or none, each with what it was before in the history.

use super::history::{self, Change, Stamp, before_and_after};
use super::{Error, Store, places, read_all, write_all};
use crate::register::{Fields, HistoryAct, PlaceKind, Register, Slug};
use rusqlite::{Transaction, TransactionBehavior};
use std::collections::HashMap;

impl Store {
    /// Imports records: `choose` sees the register as it is and gives the records that are new or changed;
    /// they are written all or not at all, and nobody writes in between.
    ///
    /// # Errors
    /// Gives back the refusal of `choose`, or the failure of the file; nothing is written then.
    pub fn import<T, E: From<Error>>(
        &mut self,
        stamp: Stamp<'_>,
        choose: impl FnOnce(&Register) -> Result<(Register, T), E>,
    ) -> Result<T, E> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(Error::from)?;
        let before = read_all(&change)?;
        let (records, told) = choose(&before)?;
        history::begin(&change, stamp, None)?;
        write_all(&change, stamp, &records)?;
        write_down(&change, stamp, &before, &records)?;
        change.commit().map_err(Error::from)?;
        Ok(told)
    }
}

/// Writes a row of history for every record; texts have written theirs already, with their versions.
fn write_down(change: &Transaction<'_>, stamp: Stamp<'_>, before: &Register, after: &Register) -> Result<(), Error> {
    let place = |kind: PlaceKind| move |slug: &str| Slug::parse(slug).ok().map(|slug| (kind, slug));
    compare(change, stamp, ("ward", &|_| None), &before.wards, &after.wards)?;
    compare(change, stamp, ("namesake", &place(PlaceKind::Namesake)), &before.namesakes, &after.namesakes)?;
    compare(change, stamp, ("street", &place(PlaceKind::Street)), &before.streets, &after.streets)?;
    compare(change, stamp, ("landmark", &place(PlaceKind::Landmark)), &before.landmarks, &after.landmarks)?;
    // A line is a part of its street, and its history stands with the street's.
    compare(change, stamp, ("street", &place(PlaceKind::Street)), &before.street_lines, &after.street_lines)?;
    compare(change, stamp, ("sign", &|_| None), &before.signs, &after.signs)?;
    compare(change, stamp, ("anniversary", &|_| None), &before.anniversaries, &after.anniversaries)?;
    compare(change, stamp, ("walk", &|_| None), &before.walks, &after.walks)?;
    compare(change, stamp, ("legacy-link", &|_| None), &before.legacy_links, &after.legacy_links)
}

/// A kind of record, and the place that one of it is, where it is one.
type Kind<'a> = (&'a str, &'a dyn Fn(&str) -> Option<(PlaceKind, Slug)>);

/// The first field of every record is its key.
fn compare<T: Fields>(change: &Transaction<'_>, stamp: Stamp<'_>, kind: Kind<'_>, before: &[T], after: &[T]) -> Result<(), Error> {
    let key = |fields: &[(&str, String)]| fields.first().map(|(_, key)| key.clone()).unwrap_or_default();
    let old: HashMap<String, Vec<(&str, String)>> =
        if after.is_empty() { HashMap::new() } else { before.iter().map(T::fields).map(|fields| (key(&fields), fields)).collect() };
    for record in after {
        let fields = record.fields();
        let key = key(&fields);
        let place_id = (kind.1)(&key).map(|(kind, slug)| places::get_id(change, kind, &slug)).transpose()?;
        let payload = before_and_after(old.get(&key).map_or(&[], Vec::as_slice), &fields);
        let subject = format!("{}/{key}", kind.0);
        history::write(
            change,
            stamp,
            &Change { act: HistoryAct::Import, place_id, subject: &subject, lang: "", version_id: None, payload },
        )?;
    }
    Ok(())
}
