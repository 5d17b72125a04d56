//! How far has a plate of a print order come, and what takes it further? The whole way in one table. (đợt in)

use super::token::tokens;
use super::{Explained, Fault, Sentence, SignState};

tokens! {
    /// What has become of one plate of an order.
    PlateState {
        /// Đã đặt.
        Ordered = "ordered",
        /// Đã gửi nhà in.
        Sent = "sent",
        /// Đã in.
        Printed = "printed",
        /// Đã nhận về.
        Received = "received",
        /// Đã lắp.
        Installed = "installed",
        /// Đã hủy: it will never hang, or hangs no more.
        Void = "void",
    }
}

tokens! {
    /// What takes a plate from one state to another.
    PlateStep {
        /// Gửi nhà in.
        Send = "send",
        /// In xong.
        Print = "print",
        /// Nhận về.
        Receive = "receive",
        /// Lắp.
        Install = "install",
        /// Hủy, with a cause.
        Void = "void",
        /// Lùi một bước: the step before was a wrong click.
        Undo = "undo",
    }
}

tokens! {
    /// Why plates are ordered.
    OrderCause {
        /// The first plate of these signs.
        First = "first",
        /// The plate says something else today.
        Changed = "changed",
        /// The plate is bent, faded or covered.
        Damaged = "damaged",
        /// The plate is gone.
        Lost = "lost",
        /// The plate was made wrong.
        Misprint = "misprint",
        /// Something else, told in the note.
        Other = "other",
    }
}

impl OrderCause {
    /// The key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::First => "cause-first",
            Self::Changed => "cause-changed",
            Self::Damaged => "cause-damaged",
            Self::Lost => "cause-lost",
            Self::Misprint => "cause-misprint",
            Self::Other => "cause-other",
        }
    }
}

tokens! {
    /// What may be done with an order or a plate of it.
    Deed {
        /// It was ordered.
        Order = "order",
        /// A plate went to the print shop.
        Send = "send",
        /// A plate was printed.
        Print = "print",
        /// A plate was received.
        Receive = "receive",
        /// A plate was hung.
        Install = "install",
        /// A plate was given up.
        Void = "void",
        /// A plate went a step back.
        Undo = "undo",
        /// A print shop was given a link.
        Link = "link",
        /// A link was taken back.
        Revoke = "revoke",
        /// A print shop looked at the order.
        Visit = "visit",
        /// A file was fetched.
        Download = "download",
    }
}

tokens! {
    /// What of a plate may be otherwise today.
    PlateField {
        /// The word above the name.
        KindWord = "kind-word",
        /// The name.
        Name = "name",
        /// The number of the sign.
        Number = "number",
        /// The address in the link.
        BaseUrl = "base-url",
        /// The sign is new: there is no plate.
        New = "new",
        /// The sign is retired: there is to be no plate.
        Retired = "retired",
    }
}

impl From<PlateStep> for Deed {
    fn from(step: PlateStep) -> Self {
        match step {
            PlateStep::Send => Self::Send,
            PlateStep::Print => Self::Print,
            PlateStep::Receive => Self::Receive,
            PlateStep::Install => Self::Install,
            PlateStep::Void => Self::Void,
            PlateStep::Undo => Self::Undo,
        }
    }
}

impl Deed {
    /// The step that it is, where it is one.
    #[must_use]
    pub fn step(self) -> Option<PlateStep> {
        PlateStep::ALL.iter().copied().find(|step| Self::from(*step) == self)
    }
}

/// A step that does not begin at this state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{step} does not begin at {from}")]
pub struct PlateRefusal {
    /// The state that the plate is in.
    pub from: PlateState,
    /// The step asked for.
    pub step: PlateStep,
}

impl PlateState {
    /// The state after a step. A void plate stays void: another one is ordered in its place.
    ///
    /// # Errors
    /// Refuses a step that does not begin here.
    pub const fn after(self, step: PlateStep) -> Result<Self, PlateRefusal> {
        match (self, step) {
            (Self::Ordered, PlateStep::Send) | (Self::Printed, PlateStep::Undo) => Ok(Self::Sent),
            (Self::Sent, PlateStep::Print) | (Self::Received, PlateStep::Undo) => Ok(Self::Printed),
            (Self::Printed, PlateStep::Receive) | (Self::Installed, PlateStep::Undo) => Ok(Self::Received),
            (Self::Received, PlateStep::Install) => Ok(Self::Installed),
            (Self::Sent, PlateStep::Undo) => Ok(Self::Ordered),
            (Self::Ordered | Self::Sent | Self::Printed | Self::Received | Self::Installed, PlateStep::Void) => Ok(Self::Void),
            (from, step) => Err(PlateRefusal { from, step }),
        }
    }

    /// The step that goes on from here, where there is one.
    #[must_use]
    pub const fn next(self) -> Option<PlateStep> {
        match self {
            Self::Ordered => Some(PlateStep::Send),
            Self::Sent => Some(PlateStep::Print),
            Self::Printed => Some(PlateStep::Receive),
            Self::Received => Some(PlateStep::Install),
            Self::Installed | Self::Void => None,
        }
    }

    /// What a sign is, as far as this plate of it goes.
    #[must_use]
    pub const fn of_sign(self) -> SignState {
        match self {
            Self::Ordered | Self::Sent | Self::Void => SignState::Planned,
            Self::Printed | Self::Received => SignState::Printed,
            Self::Installed => SignState::Installed,
        }
    }
}

impl PlateStep {
    /// Must whoever takes it say why?
    #[must_use]
    pub const fn needs_cause(self) -> bool {
        matches!(self, Self::Void)
    }
}

/// What a sign is after a plate of it went from one state to another, `all` being the states of every plate of it now. What
/// somebody has seen on the spot is never taken back: a damaged sign stays damaged until its replacement hangs, a retired one retired.
#[must_use]
pub fn sign_state_after(now: SignState, was: PlateState, is: PlateState, all: &[PlateState]) -> SignState {
    let of_plates = all.iter().map(|plate| plate.of_sign()).max().unwrap_or(SignState::Planned);
    match now {
        SignState::Damaged if is == PlateState::Installed => SignState::Replaced,
        SignState::Damaged | SignState::Replaced | SignState::Retired => now,
        SignState::Planned | SignState::Printed | SignState::Installed if is.of_sign() >= was.of_sign() => now.max(is.of_sign()),
        // Only what this plate had made of the sign is undone with it.
        SignState::Planned | SignState::Printed | SignState::Installed if now == was.of_sign() => of_plates,
        SignState::Planned | SignState::Printed | SignState::Installed => now,
    }
}

/// How many plates of an order are in which state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts([usize; PlateState::ALL.len()]);

impl Counts {
    /// Counts plates.
    #[must_use]
    pub fn of(plates: impl IntoIterator<Item = PlateState>) -> Self {
        let mut counts = Self::default();
        plates.into_iter().for_each(|state| counts.add(state, 1));
        counts
    }

    /// Adds plates of a state.
    pub const fn add(&mut self, state: PlateState, plates: usize) {
        self.0[state as usize] += plates;
    }

    /// The plates in this state.
    #[must_use]
    pub const fn in_state(&self, state: PlateState) -> usize {
        self.0[state as usize]
    }

    /// The plates in all states together.
    #[must_use]
    pub fn sum(&self) -> usize {
        self.0.iter().sum()
    }
}

impl Explained for PlateRefusal {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        Sentence::new("plate-step-refused")
    }
}
