//! Has this browser asked for this sign a moment ago? Known by a hash that nobody can turn back, under a key that is soon thrown away.
//!
//! Kept for at most twenty minutes, in memory alone: of address, browser and sign only a keyed digest of 64 bits. With its key every
//! digest goes, so that not even whoever reads the memory of the program can ask of older ones whose they were.

use siphasher::sip::SipHasher24;
use std::collections::HashMap;
use std::hash::Hasher;
use std::time::{Duration, Instant};

/// A page that is asked for again within this time is the same scan.
pub const SAME_SCAN: Duration = Duration::from_mins(10);
/// Most digests under one key; where there are more, the oldest go with the key before.
const MOST: usize = 8_192;

/// Digests under one key, each with the second in which its scan was counted.
struct Generation {
    key: [u8; 16],
    seen: HashMap<u64, u32>,
}

/// Who was here of late, under the key of today and the one before it.
pub struct Recent {
    started: Instant,
    turned: Instant,
    now: Generation,
    before: Generation,
}

impl Generation {
    fn new() -> Self {
        Self { key: rand::random(), seen: HashMap::new() }
    }

    /// The second in which this one was counted; nothing is digested where nobody was here.
    fn find(&self, parts: &[&[u8]]) -> Option<&u32> {
        if self.seen.is_empty() { None } else { self.seen.get(&self.digest(parts)) }
    }

    /// SipHash-2-4, made for just this: short inputs under a secret key (Aumasson and Bernstein, 2012).
    fn digest(&self, parts: &[&[u8]]) -> u64 {
        let mut hash = SipHasher24::new_with_key(&self.key);
        for part in parts {
            // Each part with its length, so that no two askers make the same row of bytes.
            hash.write_usize(part.len());
            hash.write(part);
        }
        hash.finish()
    }
}

impl Recent {
    /// Nobody yet.
    #[must_use]
    pub fn new(now: Instant) -> Self {
        Self { started: now, turned: now, now: Generation::new(), before: Generation::new() }
    }

    /// Was this one here within [`SAME_SCAN`]? If not, they are noted as being here now.
    pub fn was_here(&mut self, parts: &[&[u8]], now: Instant) -> bool {
        self.forget_old(now);
        if self.now.seen.len() >= MOST {
            self.turn(now);
        }
        let second = u32::try_from(now.saturating_duration_since(self.started).as_secs()).unwrap_or(u32::MAX);
        let digest = self.now.digest(parts);
        let earlier = self.now.seen.get(&digest).or_else(|| self.before.find(parts));
        if earlier.is_some_and(|then| u64::from(second.saturating_sub(*then)) < SAME_SCAN.as_secs()) {
            return true;
        }
        self.now.seen.insert(digest, second);
        false
    }

    /// Throws away the older key with all that was kept under it, when its time has come.
    pub fn forget_old(&mut self, now: Instant) {
        let age = now.saturating_duration_since(self.turned);
        if age >= SAME_SCAN {
            self.turn(now);
        }
        if age >= 2 * SAME_SCAN {
            self.turn(now);
        }
    }

    fn turn(&mut self, now: Instant) {
        self.before = std::mem::replace(&mut self.now, Generation::new());
        self.turned = now;
    }
}
