//! How do the pages hand on what visitors report, and learn what became of it? Through whoever keeps reports, handed over by `cli`.

use crate::register::{CaseNumber, CaseSeen, CaseState, FaultKind, Filed, NewReport};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Why a report was not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unkept {
    /// As many photos as are kept have come in; without one it may still go.
    PhotosFull,
    /// As many reports as are kept in a day have come in.
    DayFull,
    /// The sign is gone from the register, or the store is broken; it is logged.
    Broken,
}

/// Keeps reports. Each of these may wait for a disk.
pub trait Keeper: Send + Sync {
    /// Keeps a report; when this gives a number, nothing will lose it any more.
    ///
    /// # Errors
    /// Says why it is not kept; nothing of it is then.
    fn file(&self, report: &NewReport) -> Result<Filed, Unkept>;

    /// What whoever knows its number may see of a case.
    ///
    /// # Errors
    /// Fails when the store is broken.
    fn find(&self, case: CaseNumber) -> Result<Option<CaseSeen>, Unkept>;
}

/// The key of the words for what is wrong.
#[must_use]
pub const fn kind_key(kind: FaultKind) -> &'static str {
    match kind {
        FaultKind::Damaged => "fault-damaged",
        FaultKind::Missing => "fault-missing",
        FaultKind::Covered => "fault-covered",
        FaultKind::Unreadable => "fault-unreadable",
        FaultKind::WrongText => "fault-wrong-text",
        FaultKind::WrongPlace => "fault-wrong-place",
        FaultKind::Different => "fault-different",
        FaultKind::Other => "fault-other",
    }
}

/// The key of the words for how far a case has come.
#[must_use]
pub const fn state_key(state: CaseState) -> &'static str {
    match state {
        CaseState::Received => "case-received",
        CaseState::Taken => "case-taken",
        CaseState::Mended => "case-mended",
        CaseState::NoFault => "case-no-fault",
    }
}

/// The day in the city of a moment that the store keeps; empty where it cannot be read.
#[must_use]
pub fn day_of(at: &str) -> String {
    let city = TimeZone::fixed(jiff::tz::offset(7));
    at.parse::<Timestamp>().map(|moment| moment.to_zoned(city).date().to_string()).unwrap_or_default()
}
