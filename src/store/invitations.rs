//! Who may set a password without having one? Whoever holds a one-time link; of its token only the digest is kept.

use super::accounts::{self, NewEditor, kept_of};
use super::credentials::{self, CAN_SIGN_IN, Secrets};
use super::history::Stamp;
use super::{Error, Store, editors, sessions};
use crate::register::{Editor, EditorState, HistoryAct, Role};
use rusqlite::{OptionalExtension, Transaction, TransactionBehavior};

/// How long a link to somebody is good (a modifier of SQLite's). The first one of all is good until it is used.
const VALID: &str = "+72 hours";

/// A link that is good.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Who may set a password with it; none for the first operator of all, who tells who they are.
    pub editor: Option<Editor>,
}

impl Store {
    /// Makes the link for the first operator of all; the one before it is good no more.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn invite_first(&mut self, link: &str, at: &str) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        change.prepare_cached("DELETE FROM invitation WHERE editor_id IS NULL AND used_at = ''")?.execute([])?;
        let insert = "INSERT INTO invitation (digest, editor_id, made_at, valid_until, used_at) VALUES (?1, NULL, ?2, '', '')";
        change.prepare_cached(insert)?.execute((kept_of(link), at))?;
        change.commit()?;
        Ok(())
    }

    /// The link of this token; none where it was never given, was used, or is past its time.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn find_invitation(&mut self, link: &str, at: &str) -> Result<Option<Invitation>, Error> {
        let moment = self.connection.transaction()?;
        match find(&moment, link, at)? {
            None => Ok(None),
            Some(None) if moment.prepare_cached(CAN_SIGN_IN)?.exists([])? => Ok(None),
            Some(None) => Ok(Some(Invitation { editor: None })),
            Some(Some(id)) => Ok(Some(Invitation { editor: Some(editors::get(&moment, id)?) })),
        }
    }

    /// The first operator of all sets up who they are.
    ///
    /// # Errors
    /// Refuses a link that is not good, and a login that somebody has.
    pub fn begin_office(&mut self, at: &str, link: &str, new: &NewEditor, secrets: &Secrets) -> Result<Editor, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if find(&change, link, at)? != Some(None) || change.prepare_cached(CAN_SIGN_IN)?.exists([])? {
            return Err(Error::NoInvitation);
        }
        let new = NewEditor { role: Role::Operator, ..new.clone() };
        let editor = accounts::insert(&change, Stamp { who: new.login.as_str(), at }, &new, EditorState::Active)?;
        credentials::set(&change, editor.id, secrets)?;
        use_up(&change, link, at)?;
        change.commit()?;
        Ok(editor)
    }

    /// Somebody who was invited, or given a new beginning, sets what they sign in with.
    ///
    /// # Errors
    /// Refuses a link that is not good.
    pub fn accept_invitation(&mut self, at: &str, link: &str, secrets: &Secrets) -> Result<Editor, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let id = find(&change, link, at)?.flatten().ok_or(Error::NoInvitation)?;
        credentials::set(&change, id, secrets)?;
        sessions::end_all(&change, id)?;
        use_up(&change, link, at)?;
        let editor = editors::get(&change, id)?;
        let payload = serde_json::json!({ "renewed": "password" });
        accounts::write(&change, Stamp { who: editor.login.as_str(), at }, HistoryAct::ChangeEditor, &editor.login, payload)?;
        change.commit()?;
        Ok(editor)
    }
}

/// Gives somebody a link; the one before it is good no more.
pub(super) fn invite(change: &Transaction<'_>, editor: i64, at: &str, link: &str) -> Result<(), Error> {
    end(change, editor)?;
    let insert = "INSERT INTO invitation (digest, editor_id, made_at, valid_until, used_at)
         VALUES (?1, ?2, ?3, strftime('%Y-%m-%dT%H:%M:%SZ', ?3, ?4), '')";
    change.prepare_cached(insert)?.execute((kept_of(link), editor, at, VALID))?;
    Ok(())
}

/// No link of theirs is good any more.
pub(super) fn end(change: &Transaction<'_>, editor: i64) -> Result<(), Error> {
    change.prepare_cached("DELETE FROM invitation WHERE editor_id = ?1 AND used_at = ''")?.execute([editor])?;
    Ok(())
}

/// Whose link this is; the inner none is the first operator of all.
fn find(moment: &Transaction<'_>, link: &str, at: &str) -> Result<Option<Option<i64>>, Error> {
    let query = "SELECT editor_id FROM invitation WHERE digest = ?1 AND used_at = '' AND (valid_until = '' OR valid_until > ?2)";
    Ok(moment.prepare_cached(query)?.query_row((kept_of(link), at), |row| row.get(0)).optional()?)
}

fn use_up(change: &Transaction<'_>, link: &str, at: &str) -> Result<(), Error> {
    change.prepare_cached("UPDATE invitation SET used_at = ?1 WHERE digest = ?2")?.execute((at, kept_of(link)))?;
    Ok(())
}
