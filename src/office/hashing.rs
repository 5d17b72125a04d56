//! How is a password hashed without slowing everybody else? One at a time, with a short queue before it.

use super::Error;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Memory, passes and lanes of a hash (OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, 2, 1).
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// How many may wait; whoever comes after them is asked to try again.
const MOST_WAITING: usize = 64;

/// The one place where passwords are hashed.
#[derive(Default)]
pub struct Hashing {
    turn: Mutex<()>,
    waiting: AtomicUsize,
}

/// Whoever holds it may hash.
pub struct Turn<'a> {
    _held: MutexGuard<'a, ()>,
}

impl Hashing {
    /// Waits for a turn.
    ///
    /// # Errors
    /// Refuses whoever would be the 65th to wait.
    pub fn turn(&self) -> Result<Turn<'_>, Error> {
        if self.waiting.fetch_add(1, Ordering::SeqCst) >= MOST_WAITING {
            self.waiting.fetch_sub(1, Ordering::SeqCst);
            return Err(Error::Busy);
        }
        let turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        Ok(Turn { _held: turn })
    }
}

impl Turn<'_> {
    /// The hash of a password with a salt of its own, as a PHC string.
    ///
    /// # Errors
    /// Fails when the machine gives no memory or no chance.
    pub fn hash(&self, password: &str) -> Result<String, Error> {
        Ok(argon()?.hash_password(password.as_bytes()).map_err(Error::Hashing)?.to_string())
    }

    /// Is this the password behind the hash? An empty hash, of nobody, takes as long as any other.
    ///
    /// # Errors
    /// As [`Turn::hash`].
    pub fn is_right(&self, password: &str, hash: &str) -> Result<bool, Error> {
        let Ok(hash) = PasswordHash::new(hash) else { return self.hash(password).map(|_| false) };
        Ok(argon()?.verify_password(password.as_bytes(), &hash).is_ok())
    }
}

fn argon() -> Result<Argon2<'static>, Error> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|error| Error::Hashing(error.into()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}
