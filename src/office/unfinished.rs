//! What has somebody begun that takes another step? Kept in memory for a short while, and never much of it.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long a beginning waits for its end.
const KEPT_FOR: Duration = Duration::from_secs(15 * 60);
/// Most beginnings kept; the oldest gives way.
const MOST: usize = 1_000;

/// Beginnings, each under a key that only whoever began it can bring.
pub struct Unfinished<T>(Mutex<HashMap<String, (Instant, T)>>);

impl<T> Default for Unfinished<T> {
    fn default() -> Self {
        Self(Mutex::new(HashMap::new()))
    }
}

impl<T: Clone> Unfinished<T> {
    /// Keeps a beginning.
    pub fn keep(&self, key: String, begun: T, now: Instant) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, (at, _)| now.saturating_duration_since(*at) < KEPT_FOR);
        if all.len() >= MOST {
            let oldest = all.iter().min_by_key(|(_, (at, _))| *at).map(|(key, _)| key.clone());
            oldest.and_then(|oldest| all.remove(&oldest));
        }
        all.insert(key, (now, begun));
    }

    /// What was begun under this key; none where nothing was, or it is too long ago.
    #[must_use]
    pub fn find(&self, key: &str, now: Instant) -> Option<T> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, begun) = all.get(key)?;
        (now.saturating_duration_since(*at) < KEPT_FOR).then(|| begun.clone())
    }

    /// It is finished, or given up.
    pub fn drop(&self, key: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
    }
}
