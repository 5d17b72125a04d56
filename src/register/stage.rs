//! How far has a version of a story come, and who may take it further? The whole workflow in one table.

use super::token::tokens;
use super::{Act, Editor, Explained, Fault, Sentence};

tokens! {
    /// The stage of a version; the published one stays visible until the next is published.
    Stage {
        /// Bản nháp.
        Draft = "draft",
        /// Chờ duyệt.
        InReview = "in-review",
        /// Đã công bố.
        Published = "published",
        /// Đã thu hồi.
        Withdrawn = "withdrawn",
    }
}

tokens! {
    /// What takes a version from one stage to another.
    Step {
        /// Gửi duyệt.
        Submit = "submit",
        /// Rút lại: whoever submitted it takes it back to go on writing.
        Recall = "recall",
        /// Trả lại, with a reason.
        Return = "return",
        /// Công bố.
        Publish = "publish",
        /// Hẹn đăng: agreed to, and published when its time has come.
        Schedule = "schedule",
        /// Thôi hẹn: back to waiting for a reviewer.
        Unschedule = "unschedule",
        /// Thu hồi.
        Withdraw = "withdraw",
        /// Viết lại a withdrawn text.
        Reopen = "reopen",
    }
}

/// Why a step is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The step does not begin at this stage.
    #[error("{step} does not begin at {from}")]
    WrongStage {
        /// The stage that the version is in.
        from: Stage,
        /// The step asked for.
        step: Step,
    },
    /// Nobody publishes their own text.
    #[error("nobody agrees to their own text")]
    OwnText,
    /// The role does not allow it.
    #[error("this role may not {0}")]
    NotAllowed(Step),
}

impl Stage {
    /// The stage after a step.
    ///
    /// # Errors
    /// Refuses a step that does not begin here.
    pub const fn after(self, step: Step) -> Result<Self, Refusal> {
        match (self, step) {
            (Self::Draft, Step::Submit) => Ok(Self::InReview),
            (Self::InReview, Step::Recall | Step::Return) => Ok(Self::Draft),
            (Self::InReview, Step::Schedule | Step::Unschedule) => Ok(Self::InReview),
            (Self::InReview, Step::Publish) => Ok(Self::Published),
            (Self::Published, Step::Withdraw) => Ok(Self::Withdrawn),
            (Self::Withdrawn, Step::Reopen) => Ok(Self::Draft),
            (from, step) => Err(Refusal::WrongStage { from, step }),
        }
    }
}

impl Step {
    /// What somebody must be allowed to do for this step.
    #[must_use]
    pub const fn act(self) -> Act {
        match self {
            Self::Submit | Self::Recall | Self::Reopen => Act::Write,
            Self::Return | Self::Publish | Self::Schedule | Self::Unschedule | Self::Withdraw => Act::Review,
        }
    }

    /// Does this step put a text before the public? Then it takes a second person.
    #[must_use]
    pub const fn needs_another(self) -> bool {
        matches!(self, Self::Publish | Self::Schedule)
    }

    /// May this person take the step with a text that `authors` wrote? Whoever wrote any of it may not publish it,
    /// whatever their role is.
    ///
    /// # Errors
    /// Says whether the role or the authorship is in the way.
    pub fn check(self, who: &Editor, authors: &[i64]) -> Result<(), Refusal> {
        if !who.role.may(self.act()) {
            return Err(Refusal::NotAllowed(self));
        }
        if self.needs_another() && authors.contains(&who.id) {
            return Err(Refusal::OwnText);
        }
        Ok(())
    }
}

impl Explained for Refusal {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::WrongStage { .. } => Sentence::new("step-wrong-stage"),
            Self::OwnText => Sentence::new("step-own-text"),
            Self::NotAllowed(_) => Sentence::new("step-not-allowed"),
        }
    }
}
