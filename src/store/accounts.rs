//! Who is let into the office, as what, and who no longer is?

use super::history::{self, Change, Stamp, before_and_after, digest_of};
use super::{Error, Store, credentials, editors, invitations, sessions};
use crate::register::{Editor, EditorState, HistoryAct, Lang, Login, Name, Role};
use rusqlite::{OptionalExtension, Transaction, TransactionBehavior};
use serde_json::Value;

/// Somebody about to join the office.
#[derive(Debug, Clone)]
pub struct NewEditor {
    /// What they will sign in with.
    pub login: Login,
    /// Their name, as the history tells it.
    pub name: Name,
    /// What they are there for.
    pub role: Role,
    /// The languages that a translator writes; of no account for anybody else.
    pub langs: Vec<Lang>,
}

/// What an operator sees of somebody.
#[derive(Debug, Clone)]
pub struct Account {
    /// Who it is.
    pub editor: Editor,
    /// Have they set a password?
    pub has_password: bool,
    /// Have they set up a second factor?
    pub has_second_factor: bool,
    /// When they were last seen, ISO 8601 in UTC; empty where that is not known any more.
    pub seen_at: String,
    /// Until when their one-time link is good; empty where none is.
    pub invited_until: String,
}

impl Store {
    /// Everybody who works or worked in the office, by login.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn accounts(&mut self, at: &str) -> Result<Vec<Account>, Error> {
        let query = "SELECT editor.*,
                coalesce((SELECT max(seen_at) FROM session WHERE session.editor_id = editor.id), '') AS last_seen,
                coalesce((SELECT max(valid_until) FROM invitation
                    WHERE invitation.editor_id = editor.id AND used_at = '' AND valid_until > ?1), '') AS invited_until
             FROM editor ORDER BY login";
        let mut query = self.connection.prepare_cached(query)?;
        let account = |row: &rusqlite::Row<'_>| {
            Ok(Account {
                editor: editors::editor_of(row)?,
                has_password: !row.get::<_, String>("password")?.is_empty(),
                has_second_factor: !row.get::<_, String>("totp_secret")?.is_empty(),
                seen_at: row.get("last_seen")?,
                invited_until: row.get("invited_until")?,
            })
        };
        Ok(query.query_map([at], account)?.collect::<Result<_, _>>()?)
    }

    /// Can anybody sign in at all?
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn anybody_can_sign_in(&self) -> Result<bool, Error> {
        Ok(self.connection.prepare_cached(credentials::CAN_SIGN_IN)?.exists([])?)
    }

    /// Somebody joins: they may set a password with the one-time link.
    ///
    /// # Errors
    /// Refuses a login that somebody has; fails when the file cannot be written.
    pub fn add_editor(&mut self, stamp: Stamp<'_>, new: &NewEditor, link: &str) -> Result<Editor, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let editor = insert(&change, stamp, new, EditorState::Invited)?;
        invitations::invite(&change, editor.id, stamp.at, link)?;
        change.commit()?;
        Ok(editor)
    }

    /// What somebody is there for changes, and their sessions end.
    ///
    /// # Errors
    /// Refuses an unknown login, and taking the office from its last operator.
    pub fn change_editor(&mut self, stamp: Stamp<'_>, login: &Login, role: Role, langs: &[Lang]) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = get_by_login(&change, login)?;
        let langs = langs_of(role, langs);
        if who.role == role && who.langs == langs {
            return Ok(());
        }
        if role != Role::Operator {
            check_not_last(&change, &who)?;
        }
        change.prepare_cached("UPDATE editor SET role = ?1, langs = ?2 WHERE id = ?3")?.execute((role.as_str(), joined(&langs), who.id))?;
        sessions::end_all(&change, who.id)?;
        let after = Editor { role, langs, ..who.clone() };
        write(&change, stamp, HistoryAct::ChangeEditor, login, before_and_after(&told(&who), &told(&after)))?;
        change.commit()?;
        Ok(())
    }

    /// Somebody writes their own name another way.
    ///
    /// # Errors
    /// Refuses an unknown number, and somebody who may not sign in.
    pub fn rename_editor(&mut self, id: i64, at: &str, name: &Name) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = editors::get_active(&change, id)?;
        if who.name == *name {
            return Ok(());
        }
        change.prepare_cached("UPDATE editor SET name = ?1 WHERE id = ?2")?.execute((name.as_str(), id))?;
        let after = Editor { name: name.clone(), ..who.clone() };
        let stamp = Stamp { who: who.login.as_str(), at };
        write(&change, stamp, HistoryAct::ChangeEditor, &who.login, before_and_after(&told(&who), &told(&after)))?;
        change.commit()?;
        Ok(())
    }

    /// Somebody may no longer sign in; their sessions and links end at once. What they wrote stays theirs.
    ///
    /// # Errors
    /// Refuses an unknown login, and the last operator.
    pub fn disable_editor(&mut self, stamp: Stamp<'_>, login: &Login) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = get_by_login(&change, login)?;
        if who.state == EditorState::Disabled {
            return Ok(());
        }
        check_not_last(&change, &who)?;
        invitations::end(&change, who.id)?;
        sessions::end_all(&change, who.id)?;
        let after = set_state(&change, &who, EditorState::Disabled)?;
        write(&change, stamp, HistoryAct::DisableEditor, login, before_and_after(&told(&who), &told(&after)))?;
        change.commit()?;
        Ok(())
    }

    /// Somebody may sign in again, with the password that they had.
    ///
    /// # Errors
    /// Refuses an unknown login.
    pub fn enable_editor(&mut self, stamp: Stamp<'_>, login: &Login) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = get_by_login(&change, login)?;
        if who.state != EditorState::Disabled {
            return Ok(());
        }
        let has_password = change.prepare_cached("SELECT 1 FROM editor WHERE id = ?1 AND password <> ''")?.exists([who.id])?;
        let after = set_state(&change, &who, if has_password { EditorState::Active } else { EditorState::Invited })?;
        write(&change, stamp, HistoryAct::EnableEditor, login, before_and_after(&told(&who), &told(&after)))?;
        change.commit()?;
        Ok(())
    }

    /// Somebody sets everything up anew with the one-time link: password, second factor and recovery codes are gone, sessions end.
    ///
    /// # Errors
    /// Refuses an unknown login, and somebody who may not sign in.
    pub fn reset_editor(&mut self, stamp: Stamp<'_>, login: &Login, link: &str) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = get_by_login(&change, login)?;
        if who.state == EditorState::Disabled {
            return Err(Error::NotActive(who.login));
        }
        credentials::forget(&change, who.id)?;
        sessions::end_all(&change, who.id)?;
        invitations::invite(&change, who.id, stamp.at, link)?;
        write(&change, stamp, HistoryAct::ResetPassword, login, serde_json::json!({}))?;
        change.commit()?;
        Ok(())
    }
}

/// Writes a new person down.
pub(super) fn insert(change: &Transaction<'_>, stamp: Stamp<'_>, new: &NewEditor, state: EditorState) -> Result<Editor, Error> {
    if change.prepare_cached("SELECT 1 FROM editor WHERE login = ?1")?.exists([new.login.as_str()])? {
        return Err(Error::LoginTaken(new.login.clone()));
    }
    let langs = langs_of(new.role, &new.langs);
    let insert = "INSERT INTO editor (login, name, role, langs, password, totp_secret, totp_step, state, made_at)
         VALUES (?1, ?2, ?3, ?4, '', '', 0, ?5, ?6)";
    let columns = (new.login.as_str(), new.name.as_str(), new.role.as_str(), joined(&langs), state.as_str(), stamp.at);
    let id = change.prepare_cached(insert)?.insert(columns)?;
    let editor = Editor { id, login: new.login.clone(), name: new.name.clone(), role: new.role, langs, state };
    write(change, stamp, HistoryAct::AddEditor, &new.login, before_and_after(&[], &told(&editor)))?;
    Ok(editor)
}

/// Writes a change of somebody into the history.
pub(super) fn write(change: &Transaction<'_>, stamp: Stamp<'_>, act: HistoryAct, login: &Login, payload: Value) -> Result<(), Error> {
    history::write(change, stamp, &Change { act, place_id: None, subject: login.as_str(), lang: "", version_id: None, payload })
}

fn get_by_login(change: &Transaction<'_>, login: &Login) -> Result<Editor, Error> {
    let query = "SELECT * FROM editor WHERE login = ?1";
    let found = change.prepare_cached(query)?.query_row([login.as_str()], editors::editor_of).optional()?;
    found.ok_or_else(|| Error::NoSuchEditor(login.to_string()))
}

/// There must always be an operator who can sign in.
fn check_not_last(change: &Transaction<'_>, who: &Editor) -> Result<(), Error> {
    let query = "SELECT id FROM editor WHERE role = ?1 AND state = ?2 AND password <> '' LIMIT 2";
    let ids = (Role::Operator.as_str(), EditorState::Active.as_str());
    let able = change.prepare_cached(query)?.query_map(ids, |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?;
    if able == [who.id] { Err(Error::LastOperator) } else { Ok(()) }
}

fn set_state(change: &Transaction<'_>, who: &Editor, state: EditorState) -> Result<Editor, Error> {
    change.prepare_cached("UPDATE editor SET state = ?1 WHERE id = ?2")?.execute((state.as_str(), who.id))?;
    Ok(Editor { state, ..who.clone() })
}

/// Only a translator is bound to languages.
fn langs_of(role: Role, langs: &[Lang]) -> Vec<Lang> {
    Lang::ALL.iter().copied().filter(|lang| role == Role::Translator && langs.contains(lang)).collect()
}

fn joined(langs: &[Lang]) -> String {
    langs.iter().map(|lang| lang.as_str()).collect::<Vec<_>>().join(" ")
}

fn told(editor: &Editor) -> [(&'static str, String); 4] {
    [
        ("name", editor.name.to_string()),
        ("role", editor.role.to_string()),
        ("langs", joined(&editor.langs)),
        ("state", editor.state.to_string()),
    ]
}

/// What is kept of a token that only its bearer knows.
pub(super) fn kept_of(token: &str) -> String {
    digest_of(token)
}
