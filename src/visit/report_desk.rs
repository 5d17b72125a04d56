//! Who takes in what visitors report? One desk: it counts, makes the photo small, and hands both on to whoever keeps them.

use super::report_limits::Limits;
use crate::register::{CaseNumber, CaseSeen, Filed, NewReport, SignCode};
use crate::web::picture::snapshot_of;
use crate::web::picture_head::UnfitPicture;
use crate::web::proxies::Proxies;
use crate::web::reports::{Keeper, Unkept};
use crate::web::turns::{Turn, Turns};
use sha2::{Digest, Sha256};
use std::collections::VecDeque;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Reports remembered, so that one sent again from a shaky network is not taken for another.
const MOST_REMEMBERED: usize = 500;

/// Takes reports in.
pub struct ReportDesk {
    keeper: Box<dyn Keeper>,
    proxies: Proxies,
    limits: Mutex<Limits>,
    /// Whose large forms are in work.
    at_once: Turns<[u8; 32]>,
    /// One photo is decoded at a time, so that memory stays bounded whoever sends how many.
    decoding: Mutex<()>,
    /// What came in last, by what was sent and the random mark of its form.
    known: Mutex<VecDeque<([u8; 32], Filed)>>,
}

/// Why a report was not taken in.
#[derive(Debug)]
pub enum NotTaken {
    /// The photo is none that we take.
    Photo(UnfitPicture),
    /// It cannot be kept.
    Unkept(Unkept),
}

impl ReportDesk {
    /// A desk in front of whoever keeps reports, behind proxies whose word it takes for where a request comes from.
    #[must_use]
    pub fn new(keeper: Box<dyn Keeper>, proxies: Proxies) -> Self {
        let limits = Mutex::new(Limits::new(Instant::now(), rand::random()));
        Self { keeper, proxies, limits, at_once: Turns::default(), decoding: Mutex::new(()), known: Mutex::new(VecDeque::new()) }
    }

    /// The proxies whose word we take.
    #[must_use]
    pub fn proxies(&self) -> &Proxies {
        &self.proxies
    }

    /// Lets one more report through.
    ///
    /// # Errors
    /// Gives the time to wait.
    pub fn admit(&self, from: IpAddr, code: SignCode) -> Result<(), Duration> {
        self.limits.lock().unwrap_or_else(PoisonError::into_inner).admit(from, code, Instant::now(), rand::random())
    }

    /// A place among those whose large forms are in work; none where all are taken, or this network has its share of them.
    #[must_use]
    pub fn turn(&self, from: IpAddr) -> Option<Turn<'_, [u8; 32]>> {
        let network = self.limits.lock().unwrap_or_else(PoisonError::into_inner).hash_of(from);
        self.at_once.take(network)
    }

    /// Takes a report in. What was sent before with the same mark gets the number that it got then; without a mark, each is another.
    ///
    /// # Errors
    /// Says why not; nothing is kept then.
    pub fn take(&self, mut report: NewReport, photo: Option<&[u8]>, mark: &str) -> Result<Filed, NotTaken> {
        let sent = digest_of(&report, photo.unwrap_or_default(), mark);
        let known =
            |known: &VecDeque<([u8; 32], Filed)>| known.iter().find(|(one, _)| !mark.is_empty() && *one == sent).map(|(_, filed)| *filed);
        if let Some(filed) = known(&self.known.lock().unwrap_or_else(PoisonError::into_inner)) {
            return Ok(filed);
        }
        if let Some(photo) = photo {
            let _turn = self.decoding.lock().unwrap_or_else(PoisonError::into_inner);
            report.photo = snapshot_of(photo).map_err(NotTaken::Photo)?;
        }
        // Held until it is kept: of two that are the same, the second waits and learns what became of the first.
        let mut all = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(filed) = known(&all) {
            return Ok(filed);
        }
        let filed = self.keeper.file(&report).map_err(NotTaken::Unkept)?;
        if all.len() >= MOST_REMEMBERED {
            all.pop_front();
        }
        all.push_back((sent, filed));
        Ok(filed)
    }

    /// What whoever knows its number may see of a case.
    ///
    /// # Errors
    /// Fails when the store is broken.
    pub fn find(&self, case: CaseNumber) -> Result<Option<CaseSeen>, Unkept> {
        self.keeper.find(case)
    }
}

fn digest_of(report: &NewReport, photo: &[u8], mark: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in [mark.as_bytes(), report.code.as_str().as_bytes(), report.kind.as_str().as_bytes(), report.words.as_bytes(), photo] {
        hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}
