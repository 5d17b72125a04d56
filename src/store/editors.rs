//! Who works in the office?

use super::{Error, Store, columns};
use crate::register::{Editor, EditorState, Lang, Login, Role};
use rusqlite::{OptionalExtension, Row, Transaction};

impl Store {
    /// Everybody who works or worked in the office, by login.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn editors(&mut self) -> Result<Vec<Editor>, Error> {
        let mut query = self.connection.prepare_cached("SELECT * FROM editor ORDER BY login")?;
        Ok(query.query_map([], editor_of)?.collect::<Result<_, _>>()?)
    }
}

/// Somebody who works in the office now.
///
/// # Errors
/// Refuses an unknown number, and somebody who may not sign in.
pub(super) fn get_active(change: &Transaction<'_>, id: i64) -> Result<Editor, Error> {
    let who = get(change, id)?;
    if who.state == EditorState::Active { Ok(who) } else { Err(Error::NotActive(who.login)) }
}

/// Somebody who works or worked in the office.
pub(super) fn get(change: &Transaction<'_>, id: i64) -> Result<Editor, Error> {
    let query = "SELECT * FROM editor WHERE id = ?1";
    change.prepare_cached(query)?.query_row([id], editor_of).optional()?.ok_or_else(|| Error::NoSuchEditor(id.to_string()))
}

pub(super) fn editor_of(row: &Row<'_>) -> rusqlite::Result<Editor> {
    Ok(Editor {
        id: row.get("id")?,
        login: columns::parsed(row, "login", Login::parse)?,
        name: columns::name(row, "name")?,
        role: columns::parsed(row, "role", Role::parse)?,
        langs: columns::parsed(row, "langs", |text| text.split_whitespace().map(Lang::parse).collect::<Result<Vec<_>, _>>())?,
        state: columns::parsed(row, "state", EditorState::parse)?,
    })
}
