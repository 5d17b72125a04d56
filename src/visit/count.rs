//! How often is what scanned? Counted in memory, and handed over to whoever writes it down; of the asker nothing is kept.

use super::asker::{agent, class_of};
use super::recent::Recent;
use crate::register::{CityDay, Lang, Scan, ScanVia, Scanned};
use crate::web::Site;
use crate::web::metrics::ScanTotals;
use crate::web::proxies::Proxies;
use actix_web::HttpRequest;
use actix_web::http::Method;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// Parts of the tally, each under a lock of its own, so that workers seldom meet.
const SHARDS: usize = 32;

/// One part of the tally: the signs whose codes fall into it.
struct Shard {
    tally: HashMap<Scan, u64>,
    recent: Recent,
}

/// The scans that are counted and not yet written down.
pub struct Scans {
    shards: Vec<Mutex<Shard>>,
    proxies: Proxies,
    totals: Arc<ScanTotals>,
}

impl Scans {
    /// Nothing counted yet. `proxies` tell where a request comes from, and `totals` are for the operator.
    #[must_use]
    pub fn new(proxies: Proxies, totals: Arc<ScanTotals>) -> Self {
        let now = Instant::now();
        let shard = || Mutex::new(Shard { tally: HashMap::new(), recent: Recent::new(now) });
        Self { shards: std::iter::repeat_with(shard).take(SHARDS).collect(), proxies, totals }
    }

    /// Counts a page that is about to be shown: a GET once, and asked for again within ten minutes not again. Whoever asks with HEAD
    /// sees no page.
    pub fn count(&self, request: &HttpRequest, site: &Site, of: Scanned, lang: Lang, via: ScanVia) {
        if request.method() != Method::GET {
            return;
        }
        let class = class_of(request.headers(), site);
        let (address, address_length) = bytes_of(self.proxies.origin_of(request));
        let (kind, name) = name_of(&of);
        let asker = [class.as_str().as_bytes(), kind.as_bytes(), name.as_bytes(), &address[..address_length], agent(request.headers())];
        let mut shard = self.shard(name);
        if shard.recent.was_here(&asker, Instant::now()) {
            return self.totals.repeated();
        }
        *shard.tally.entry(Scan { day: today(), of, lang, class, via }).or_insert(0) += 1;
        self.totals.counted(class);
    }

    /// Takes what has been counted since it was last taken.
    #[must_use]
    pub fn take(&self) -> Vec<(Scan, u64)> {
        self.shards.iter().flat_map(|shard| std::mem::take(&mut open(shard).tally)).collect()
    }

    /// Puts back what was taken and could not be written down.
    pub fn put_back(&self, scans: Vec<(Scan, u64)>) {
        for (scan, count) in scans {
            let mut shard = self.shard(name_of(&scan.of).1);
            *shard.tally.entry(scan).or_insert(0) += count;
        }
    }

    /// Forgets who was here, as far as that is due. Called now and then, since nobody else may come for hours.
    pub fn forget_old(&self) {
        let now = Instant::now();
        for shard in &self.shards {
            open(shard).recent.forget_old(now);
        }
    }

    /// The part of the tally that something of this name falls into.
    fn shard(&self, name: &str) -> MutexGuard<'_, Shard> {
        let spread = name.bytes().fold(0_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte)));
        open(&self.shards[spread % SHARDS])
    }
}

/// Whoever panicked with a part in hand has left it whole: a number is added in one step.
fn open(shard: &Mutex<Shard>) -> MutexGuard<'_, Shard> {
    shard.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The kind and the name of what was scanned.
fn name_of(of: &Scanned) -> (&str, &str) {
    match of {
        Scanned::Sign(code) => ("", code.as_str()),
        Scanned::Place(place) => (place.kind.as_str(), place.slug.as_str()),
    }
}

fn bytes_of(address: IpAddr) -> ([u8; 16], usize) {
    match address {
        IpAddr::V6(address) => (address.octets(), 16),
        IpAddr::V4(address) => {
            let mut bytes = [0; 16];
            bytes[..4].copy_from_slice(&address.octets());
            (bytes, 4)
        }
    }
}

/// The day in the city.
fn today() -> CityDay {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    CityDay::at(i64::try_from(seconds).unwrap_or(i64::MAX))
}
