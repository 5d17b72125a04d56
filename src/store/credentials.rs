//! What does somebody prove with that it is they? Hashes and digests; the second factor's secret alone must be kept as it is.

use super::accounts::{kept_of, write};
use super::history::Stamp;
use super::{Error, Store, editors, sessions};
use crate::register::{Editor, EditorState, HistoryAct};
use rusqlite::{OptionalExtension, Row, Transaction, TransactionBehavior};

/// Finds somebody who can sign in.
pub(super) const CAN_SIGN_IN: &str = "SELECT 1 FROM editor WHERE state = 'active' AND password <> ''";

/// What somebody signs in with.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// Who it is.
    pub editor: Editor,
    /// The hash of the password as a PHC string; empty where none is set.
    pub password: String,
    /// The secret of the second factor in base 32; empty where there is none.
    pub totp_secret: String,
}

impl Credentials {
    /// Might they sign in, if they know the password?
    #[must_use]
    pub fn are_good(&self) -> bool {
        self.editor.state == EditorState::Active && !self.password.is_empty()
    }
}

/// What somebody will sign in with.
#[derive(Debug, Clone, Default)]
pub struct Secrets {
    /// The hash of the password as a PHC string.
    pub password: String,
    /// The second factor, where there is one.
    pub factor: Option<Factor>,
}

/// A second factor, once a code of it was seen.
#[derive(Debug, Clone)]
pub struct Factor {
    /// Its secret in base 32.
    pub secret: String,
    /// The step of the code that was seen: no code of it or before it is good again.
    pub step: i64,
    /// Codes that stand in for it, each once.
    pub recovery_codes: Vec<String>,
}

impl Store {
    /// What the bearer of this login signs in with; none where nobody bears it.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn credentials_of(&self, login: &str) -> Result<Option<Credentials>, Error> {
        Ok(self.connection.prepare_cached("SELECT * FROM editor WHERE login = ?1")?.query_row([login], credentials_in).optional()?)
    }

    /// What somebody with this number signs in with.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn credentials_by_id(&self, id: i64) -> Result<Option<Credentials>, Error> {
        Ok(self.connection.prepare_cached("SELECT * FROM editor WHERE id = ?1")?.query_row([id], credentials_in).optional()?)
    }

    /// Somebody changes their password: their other sessions end.
    ///
    /// # Errors
    /// Refuses somebody who may not sign in.
    pub fn change_password(&mut self, id: i64, at: &str, password: &str, session: i64) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = editors::get_active(&change, id)?;
        change.prepare_cached("UPDATE editor SET password = ?1 WHERE id = ?2")?.execute((password, id))?;
        sessions::end_others(&change, id, session)?;
        write(&change, stamp_of(&who, at), HistoryAct::ChangeEditor, &who.login, serde_json::json!({ "renewed": "password" }))?;
        change.commit()?;
        Ok(())
    }

    /// Somebody sets up a second factor, or another one: their other sessions end.
    ///
    /// # Errors
    /// Refuses somebody who may not sign in.
    pub fn change_second_factor(&mut self, id: i64, at: &str, factor: &Factor, session: i64) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = editors::get_active(&change, id)?;
        set_factor(&change, id, factor)?;
        sessions::end_others(&change, id, session)?;
        write(&change, stamp_of(&who, at), HistoryAct::ChangeEditor, &who.login, serde_json::json!({ "renewed": "second-factor" }))?;
        change.commit()?;
        Ok(())
    }

    /// Somebody gets new recovery codes; the old ones are good no more.
    ///
    /// # Errors
    /// Refuses somebody who may not sign in.
    pub fn renew_recovery_codes(&mut self, id: i64, at: &str, codes: &[String]) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = editors::get_active(&change, id)?;
        set_recovery_codes(&change, id, codes)?;
        write(&change, stamp_of(&who, at), HistoryAct::ChangeEditor, &who.login, serde_json::json!({ "renewed": "recovery-codes" }))?;
        change.commit()?;
        Ok(())
    }

    /// Takes a code of the second factor by its step; tells whether no code of this step or a later one was taken before.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn take_step_of_factor(&mut self, id: i64, step: i64) -> Result<bool, Error> {
        let newer = "UPDATE editor SET totp_step = ?1 WHERE id = ?2 AND totp_step < ?1";
        Ok(self.connection.prepare_cached(newer)?.execute((step, id))? == 1)
    }

    /// Takes a recovery code; tells whether it was theirs and not used before.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn take_recovery_code(&mut self, id: i64, code: &str, at: &str) -> Result<bool, Error> {
        let unused = "UPDATE recovery_code SET used_at = ?1 WHERE editor_id = ?2 AND digest = ?3 AND used_at = ''";
        Ok(self.connection.prepare_cached(unused)?.execute((at, id, kept_of(code)))? == 1)
    }

    /// How many recovery codes somebody has left.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn recovery_codes_left(&self, id: i64) -> Result<i64, Error> {
        let count = "SELECT count(*) FROM recovery_code WHERE editor_id = ?1 AND used_at = ''";
        Ok(self.connection.prepare_cached(count)?.query_row([id], |row| row.get(0))?)
    }
}

fn credentials_in(row: &Row<'_>) -> rusqlite::Result<Credentials> {
    Ok(Credentials { editor: editors::editor_of(row)?, password: row.get("password")?, totp_secret: row.get("totp_secret")? })
}

/// Somebody can sign in from now on.
pub(super) fn set(change: &Transaction<'_>, id: i64, secrets: &Secrets) -> Result<(), Error> {
    let set = "UPDATE editor SET password = ?1, state = 'active' WHERE id = ?2";
    change.prepare_cached(set)?.execute((&secrets.password, id))?;
    secrets.factor.as_ref().map_or(Ok(()), |factor| set_factor(change, id, factor))
}

/// Nobody can sign in as them until they have set everything up anew.
pub(super) fn forget(change: &Transaction<'_>, id: i64) -> Result<(), Error> {
    let forget = "UPDATE editor SET password = '', totp_secret = '', totp_step = 0, state = 'invited' WHERE id = ?1";
    change.prepare_cached(forget)?.execute([id])?;
    set_recovery_codes(change, id, &[])
}

fn set_factor(change: &Transaction<'_>, id: i64, factor: &Factor) -> Result<(), Error> {
    let set = "UPDATE editor SET totp_secret = ?1, totp_step = ?2 WHERE id = ?3";
    change.prepare_cached(set)?.execute((&factor.secret, factor.step, id))?;
    set_recovery_codes(change, id, &factor.recovery_codes)
}

fn set_recovery_codes(change: &Transaction<'_>, id: i64, codes: &[String]) -> Result<(), Error> {
    change.prepare_cached("DELETE FROM recovery_code WHERE editor_id = ?1")?.execute([id])?;
    let mut insert = change.prepare_cached("INSERT INTO recovery_code (editor_id, digest, used_at) VALUES (?1, ?2, '')")?;
    for code in codes {
        insert.execute((id, kept_of(code)))?;
    }
    Ok(())
}

fn stamp_of<'a>(who: &'a Editor, at: &'a str) -> Stamp<'a> {
    Stamp { who: who.login.as_str(), at }
}
