//! Why is a report not taken, or a step of its case not?

use crate::register::{Explained, Fault, NoSuchStep, Sentence};

/// What the reports refuse.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReportError {
    /// No case has this number.
    #[error("there is no case {0}")]
    NoSuchCase(String),
    /// The case stands otherwise.
    #[error(transparent)]
    Step(#[from] NoSuchStep),
    /// As much came in today, or in all, as is kept; without the photo it may still go.
    #[error("as many photos as are kept have come in")]
    PhotosFull,
    /// As much came in today as is kept.
    #[error("as many reports as are kept in a day have come in")]
    DayFull,
}

impl Explained for ReportError {
    fn fault(&self) -> Fault {
        match self {
            Self::NoSuchCase(_) => Fault::NotThere,
            Self::Step(_) | Self::PhotosFull | Self::DayFull => Fault::Refused,
        }
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::NoSuchCase(_) => Sentence::new("report-no-such-case"),
            Self::Step(refused) => refused.sentence(),
            Self::PhotosFull => Sentence::new("report-photos-full"),
            Self::DayFull => Sentence::new("report-day-full"),
        }
    }
}
