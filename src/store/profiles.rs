//! Which colour profiles of presses have been used? Kept whole: a batch is made again with its own.

use super::{Error, Store, history};
use rusqlite::{OptionalExtension, TransactionBehavior};

/// A colour profile of a press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The digest of its bytes, in hex.
    pub sha256: String,
    /// What its file was called.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

impl Store {
    /// Keeps a profile and gives its digest; one that is there already stays under its name.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn add_profile(&mut self, name: &str, bytes: &[u8]) -> Result<String, Error> {
        let sha256 = history::sha256_of(bytes);
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        change.execute(
            "INSERT INTO print_profile (sha256, name, bytes) VALUES (?1, ?2, ?3) ON CONFLICT (sha256) DO NOTHING",
            (&sha256, name, bytes),
        )?;
        change.commit()?;
        Ok(sha256)
    }

    /// The profile with this digest; none where there is no such.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn find_profile(&self, sha256: &str) -> Result<Option<Profile>, Error> {
        let mut query = self.connection.prepare_cached("SELECT sha256, name, bytes FROM print_profile WHERE sha256 = ?1")?;
        Ok(query.query_row([sha256], |row| Ok(Profile { sha256: row.get(0)?, name: row.get(1)?, bytes: row.get(2)? })).optional()?)
    }

    /// The digest and the name of every profile, by name.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn profiles(&self) -> Result<Vec<(String, String)>, Error> {
        let mut query = self.connection.prepare_cached("SELECT sha256, name FROM print_profile ORDER BY name, sha256")?;
        Ok(query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?)
    }
}
