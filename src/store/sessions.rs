//! Who is signed in, on which device, and for how long yet? Of a session's token only the digest is kept.

use super::accounts::kept_of;
use super::{Error, Store, editors};
use crate::register::Editor;
use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, named_params};

/// A session that nothing was heard of for this long is over (a modifier of SQLite's).
const IDLE: &str = "-30 minutes";
/// A session is over after this long, whatever was heard of it.
const LONGEST: &str = "-12 hours";
/// How often it is written down that a session goes on.
const TOUCHED_EVERY: &str = "-1 minutes";

/// Chooses the sessions that are not over at `:at`.
const ALIVE: &str = "session.seen_at > strftime('%Y-%m-%dT%H:%M:%SZ', :at, :idle)
    AND session.made_at > strftime('%Y-%m-%dT%H:%M:%SZ', :at, :longest)";

/// A session that is not over.
#[derive(Debug, Clone)]
pub struct Session {
    /// Its number.
    pub id: i64,
    /// Whose it is.
    pub editor: Editor,
    /// Their role needs a second factor, and they have none.
    pub lacks_factor: bool,
}

/// What somebody sees of a session of theirs.
#[derive(Debug, Clone)]
pub struct SessionSeen {
    /// Its number.
    pub id: i64,
    /// What the browser calls itself.
    pub device: String,
    /// When it began, ISO 8601 in UTC.
    pub made_at: String,
    /// When it was last heard of, to the minute.
    pub seen_at: String,
}

impl Store {
    /// Somebody has signed in. Sessions that are over are swept away.
    ///
    /// # Errors
    /// Refuses somebody who may not sign in.
    pub fn begin_session(&mut self, editor: i64, token: &str, device: &str, at: &str) -> Result<i64, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        editors::get_active(&change, editor)?;
        let over = format!("DELETE FROM session WHERE NOT ({ALIVE})");
        change.prepare_cached(&over)?.execute(named_params! { ":at": at, ":idle": IDLE, ":longest": LONGEST })?;
        let insert = "INSERT INTO session (digest, id, editor_id, made_at, seen_at, device)
             VALUES (?1, (SELECT coalesce(max(id), 0) + 1 FROM session), ?2, ?3, ?3, ?4) RETURNING id";
        let id = change.prepare_cached(insert)?.query_row((kept_of(token), editor, at, device), |row| row.get(0))?;
        change.commit()?;
        Ok(id)
    }

    /// The session of this token, and that it goes on; none where there is none, or it is over.
    ///
    /// # Errors
    /// Fails when the file cannot be read or written.
    pub fn find_session(&mut self, token: &str, at: &str) -> Result<Option<Session>, Error> {
        let query = format!(
            "SELECT editor.*, session.id AS session_id, session.seen_at < strftime('%Y-%m-%dT%H:%M:%SZ', :at, :touched) AS is_quiet
             FROM session JOIN editor ON editor.id = session.editor_id
             WHERE session.digest = :digest AND editor.state = 'active' AND {ALIVE}"
        );
        let asked = named_params! { ":digest": kept_of(token), ":at": at, ":touched": TOUCHED_EVERY, ":idle": IDLE, ":longest": LONGEST };
        let found = self.connection.prepare_cached(&query)?.query_row(asked, |row| {
            let editor = editors::editor_of(row)?;
            let lacks_factor = editor.role.needs_second_factor() && row.get::<_, String>("totp_secret")?.is_empty();
            Ok((Session { id: row.get("session_id")?, editor, lacks_factor }, row.get::<_, bool>("is_quiet")?))
        });
        let Some((session, is_quiet)) = found.optional()? else { return Ok(None) };
        if is_quiet {
            // Whoever only reads goes on reading on a full disk.
            self.connection.prepare_cached("UPDATE session SET seen_at = ?1 WHERE id = ?2")?.execute((at, session.id)).ok();
        }
        Ok(Some(session))
    }

    /// The sessions of somebody that are not over, the newest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn sessions_of(&self, editor: i64, at: &str) -> Result<Vec<SessionSeen>, Error> {
        let query = format!("SELECT * FROM session WHERE editor_id = :editor AND {ALIVE} ORDER BY made_at DESC, id DESC");
        let asked = named_params! { ":editor": editor, ":at": at, ":idle": IDLE, ":longest": LONGEST };
        let mut query = self.connection.prepare_cached(&query)?;
        let seen = query.query_map(asked, |row| {
            Ok(SessionSeen { id: row.get("id")?, device: row.get("device")?, made_at: row.get("made_at")?, seen_at: row.get("seen_at")? })
        })?;
        Ok(seen.collect::<Result<_, _>>()?)
    }

    /// Ends a session of somebody; one that is not theirs stays.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn end_session(&mut self, editor: i64, session: i64) -> Result<(), Error> {
        self.connection.prepare_cached("DELETE FROM session WHERE editor_id = ?1 AND id = ?2")?.execute((editor, session))?;
        Ok(())
    }

    /// Ends every session of somebody but this one.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn end_other_sessions(&mut self, editor: i64, session: i64) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        end_others(&change, editor, session)?;
        change.commit()?;
        Ok(())
    }
}

/// Ends every session of somebody.
pub(super) fn end_all(change: &Transaction<'_>, editor: i64) -> Result<(), Error> {
    change.prepare_cached("DELETE FROM session WHERE editor_id = ?1")?.execute([editor])?;
    Ok(())
}

/// Ends every session of somebody but this one.
pub(super) fn end_others(change: &Transaction<'_>, editor: i64, session: i64) -> Result<(), Error> {
    change.prepare_cached("DELETE FROM session WHERE editor_id = ?1 AND id <> ?2")?.execute((editor, session))?;
    Ok(())
}
