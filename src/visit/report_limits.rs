//! How many reports are taken in, and from whom? Counted in memory for ten minutes, under a key that is then thrown away.

use crate::register::SignCode;
use crate::web::proxies::network_of;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::collections::HashMap;
use std::net::IpAddr;
use std::time::{Duration, Instant};

/// How long is counted.
const WINDOW: Duration = Duration::from_secs(10 * 60);
/// Reports of one network in that time; many phones may share one.
const OF_A_NETWORK: u32 = 15;
/// Reports of one sign in that time.
const OF_A_SIGN: u32 = 40;
/// All reports in that time. It also bounds the memory that counting takes.
const OF_ALL: u32 = 600;

/// What came in of late. No address is in it: only a hash that cannot be made again once its key is gone.
pub struct Limits {
    key: [u8; 32],
    begun: Instant,
    networks: HashMap<[u8; 32], u32>,
    signs: HashMap<SignCode, u32>,
    all: u32,
}

impl Limits {
    /// Nothing has come in yet.
    #[must_use]
    pub fn new(now: Instant, key: [u8; 32]) -> Self {
        Self { key, begun: now, networks: HashMap::new(), signs: HashMap::new(), all: 0 }
    }

    /// Lets one more report through, or tells how long whoever sends it must wait. `key` is random, for when a new count begins.
    ///
    /// # Errors
    /// Gives the time to wait; nothing is counted then.
    pub fn admit(&mut self, from: IpAddr, code: SignCode, now: Instant, key: [u8; 32]) -> Result<(), Duration> {
        if now.saturating_duration_since(self.begun) >= WINDOW {
            *self = Self::new(now, key);
        }
        let network = self.hash_of(from);
        let so_far = |count: Option<&u32>| count.copied().unwrap_or_default();
        let is_full = so_far(self.networks.get(&network)) >= OF_A_NETWORK || so_far(self.signs.get(&code)) >= OF_A_SIGN;
        if is_full || self.all >= OF_ALL {
            return Err(WINDOW.saturating_sub(now.saturating_duration_since(self.begun)));
        }
        *self.networks.entry(network).or_default() += 1;
        *self.signs.entry(code).or_default() += 1;
        self.all += 1;
        Ok(())
    }

    /// What stands for a network while its key is known.
    #[must_use]
    pub fn hash_of(&self, from: IpAddr) -> [u8; 32] {
        let mut hash = Hmac::<Sha256>::new_from_slice(&self.key).expect("HMAC takes a key of any length");
        hash.update(network_of(from).to_string().as_bytes());
        hash.finalize().into_bytes().into()
    }
}
