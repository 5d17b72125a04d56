//! What can be wrong with a sign, as a visitor sees it, and what becomes of the report?

use super::token::tokens;
use super::{CaseNumber, Explained, Fault, Lang, PerLang, PhotoFile, Sentence, Sign, SignCode};

tokens! {
    /// What a visitor says is wrong.
    FaultKind {
        /// Bent, broken, faded.
        Damaged = "damaged",
        /// Nothing hangs there any more.
        Missing = "missing",
        /// Something sticks over it: somebody may be after the visitors' money.
        Covered = "covered",
        /// Phones do not read the symbol.
        Unreadable = "unreadable",
        /// The story is wrong.
        WrongText = "wrong-text",
        /// It hangs at another place than it says.
        WrongPlace = "wrong-place",
        /// The sign does not look as the page says.
        Different = "different",
        /// Anything else.
        Other = "other",
    }
}

tokens! {
    /// How far the office has come with a case.
    CaseState {
        /// It is in, and nobody has taken it yet.
        Received = "received",
        /// Somebody looks at it.
        Taken = "taken",
        /// It is put right.
        Mended = "mended",
        /// There was nothing to put right.
        NoFault = "no-fault",
    }
}

tokens! {
    /// What the office does with a case.
    CaseStep {
        /// Somebody looks at it.
        Take = "take",
        /// It is put right.
        Mend = "mend",
        /// There is nothing to put right.
        Dismiss = "dismiss",
        /// It must be looked at again.
        Reopen = "reopen",
    }
}

/// Longest text of a visitor, in characters.
pub const LONGEST_WORDS: usize = 1_000;
/// Texts kept of one case; what comes after them is counted.
pub const MOST_WORDS: u32 = 20;
/// Photos kept of one case.
pub const MOST_PHOTOS: u32 = 6;

/// A step that this state does not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a case that is {from} takes no step {step}")]
pub struct NoSuchStep {
    /// How the case stands.
    pub from: CaseState,
    /// What was asked for.
    pub step: CaseStep,
}

impl CaseState {
    /// Is there still something to do?
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Received | Self::Taken)
    }

    /// The whole table of steps.
    ///
    /// # Errors
    /// Refuses what makes no sense from here.
    pub const fn after(self, step: CaseStep) -> Result<Self, NoSuchStep> {
        match (self, step) {
            (Self::Received, CaseStep::Take) | (Self::Mended | Self::NoFault, CaseStep::Reopen) => Ok(Self::Taken),
            (Self::Received | Self::Taken, CaseStep::Mend) => Ok(Self::Mended),
            (Self::Received | Self::Taken, CaseStep::Dismiss) => Ok(Self::NoFault),
            (from, step) => Err(NoSuchStep { from, step }),
        }
    }

    /// The steps that can be taken from here.
    pub fn steps(self) -> impl Iterator<Item = CaseStep> {
        CaseStep::ALL.iter().copied().filter(move |step| self.after(*step).is_ok())
    }
}

/// What a visitor sends. Nothing in it tells who they are.
#[derive(Debug, Clone)]
pub struct NewReport {
    /// The sign that it is about.
    pub code: SignCode,
    /// What is wrong.
    pub kind: FaultKind,
    /// In their own words, as far as they wrote any.
    pub words: String,
    /// The language of the page that they wrote on.
    pub lang: Lang,
    /// The widths of one photo, the largest first; empty where none was sent.
    pub photo: Vec<PhotoFile>,
}

/// What came of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filed {
    /// The case that it is now, or that it joined.
    pub case: CaseNumber,
    /// Had somebody said the same before?
    pub has_joined: bool,
}

/// What whoever knows its number may see of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseSeen {
    /// Its number.
    pub case: CaseNumber,
    /// The sign.
    pub code: SignCode,
    /// What is wrong.
    pub kind: FaultKind,
    /// How far the office has come.
    pub state: CaseState,
    /// When it was first reported, ISO 8601 in UTC.
    pub first_at: String,
    /// When the office last did something, ISO 8601 in UTC; empty before that.
    pub changed_at: String,
    /// What the office says of it in public.
    pub sentence: PerLang,
}

/// A case as the office sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// What visitors see of it.
    pub seen: CaseSeen,
    /// The sign as it is in the register.
    pub sign: Sign,
    /// What the sign names.
    pub place_name: String,
    /// The ward that it stands in; empty where not known.
    pub ward: String,
    /// How often it was reported.
    pub count: u32,
    /// When it was last reported, ISO 8601 in UTC.
    pub last_at: String,
    /// Photos kept.
    pub photos: u32,
    /// What visitors wrote, the oldest first.
    pub words: Vec<CaseWords>,
}

/// What one visitor wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseWords {
    /// Their words.
    pub words: String,
    /// The language of the page that they wrote on.
    pub lang: Lang,
    /// When, ISO 8601 in UTC.
    pub at: String,
}

impl Explained for NoSuchStep {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        Sentence::new("case-step-refused")
    }
}
