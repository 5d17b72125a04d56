//! Who has been wrong too often of late, and how long must they wait? Per account and per address, in bounded memory.

use crate::web::proxies::network_of;
use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// So many misses cost nothing.
const FREE: u32 = 5;
/// The first wait; each further miss doubles it.
const FIRST_WAIT: Duration = Duration::from_secs(30);
/// Nobody can lock somebody else out for longer.
const LONGEST_FOR_ACCOUNT: Duration = Duration::from_secs(5 * 60);
/// Longest wait of an address.
const LONGEST_FOR_ADDRESS: Duration = Duration::from_secs(15 * 60);
/// After so long without another miss they are forgotten.
const FORGOTTEN_AFTER: Duration = Duration::from_secs(15 * 60);
/// Most accounts and most addresses remembered; the oldest misses give way.
const MOST_REMEMBERED: usize = 10_000;
/// Characters of a typed login that are told apart.
const TOLD_APART: usize = 64;

/// The misses of everybody.
pub struct Misses {
    accounts: Count<String>,
    addresses: Count<IpAddr>,
    codes: Count<i64>,
}

struct Count<K> {
    longest: Duration,
    known: Mutex<HashMap<K, Missed>>,
}

struct Missed {
    times: u32,
    last: Instant,
    until: Instant,
}

impl Default for Misses {
    fn default() -> Self {
        Self {
            accounts: Count::new(LONGEST_FOR_ACCOUNT),
            addresses: Count::new(LONGEST_FOR_ADDRESS),
            codes: Count::new(LONGEST_FOR_ACCOUNT),
        }
    }
}

impl Misses {
    /// How long the bearer of a login, or whoever calls themselves so, must wait; none where they need not.
    #[must_use]
    pub fn wait(&self, login: &str, from: IpAddr, now: Instant) -> Option<Duration> {
        self.accounts.wait(&account_of(login), now).max(self.addresses.wait(&network_of(from), now))
    }

    /// A password was wrong.
    pub fn missed(&self, login: &str, from: IpAddr, now: Instant) {
        self.accounts.missed(account_of(login), now);
        self.addresses.missed(network_of(from), now);
    }

    /// Somebody has signed in: their account begins anew, the address does not.
    pub fn succeeded(&self, login: &str) {
        self.accounts.forget(&account_of(login));
    }

    /// How long somebody must wait before another code of their second factor.
    #[must_use]
    pub fn wait_for_code(&self, editor: i64, now: Instant) -> Option<Duration> {
        self.codes.wait(&editor, now)
    }

    /// A code was wrong; how long they must wait now.
    pub fn missed_code(&self, editor: i64, now: Instant) -> Option<Duration> {
        self.codes.missed(editor, now);
        self.codes.wait(&editor, now)
    }

    /// A code was right.
    pub fn took_code(&self, editor: i64) {
        self.codes.forget(&editor);
    }
}

impl<K: Hash + Eq + Clone> Count<K> {
    fn new(longest: Duration) -> Self {
        Self { longest, known: Mutex::new(HashMap::new()) }
    }

    fn wait(&self, key: &K, now: Instant) -> Option<Duration> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let left = known.get(key)?.until.saturating_duration_since(now);
        (!left.is_zero()).then_some(left)
    }

    fn missed(&self, key: K, now: Instant) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        make_room(&mut known, &key, now);
        let missed = known.entry(key).or_insert(Missed { times: 0, last: now, until: now });
        missed.times = missed.times.saturating_add(1);
        missed.last = now;
        if missed.times >= FREE {
            missed.until = now + FIRST_WAIT.saturating_mul(1 << (missed.times - FREE).min(10)).min(self.longest);
        }
    }

    fn forget(&self, key: &K) {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
    }
}

/// Drops what is long past, and the oldest where that is not enough.
fn make_room<K: Hash + Eq + Clone>(known: &mut HashMap<K, Missed>, key: &K, now: Instant) {
    let is_past = |missed: &Missed| now.saturating_duration_since(missed.last.max(missed.until)) >= FORGOTTEN_AFTER;
    if known.get(key).is_some_and(is_past) {
        known.remove(key);
    }
    if known.len() < MOST_REMEMBERED || known.contains_key(key) {
        return;
    }
    known.retain(|_, missed| !is_past(missed));
    if known.len() >= MOST_REMEMBERED {
        let oldest = known.iter().min_by_key(|(_, missed)| missed.last).map(|(key, _)| key.clone());
        oldest.and_then(|oldest| known.remove(&oldest));
    }
}

fn account_of(login: &str) -> String {
    login.trim().to_lowercase().chars().take(TOLD_APART).collect()
}
