//! What can go wrong in the office, and who can mend it?

use crate::register::{Explained, Fault, LoginError, Refusal, Sentence, TextError, UnknownToken};
use crate::store;

/// A failure of the office.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The store's.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// A text that cannot be kept.
    #[error(transparent)]
    Text(#[from] TextError),
    /// A word that is not on its list.
    #[error(transparent)]
    Token(#[from] UnknownToken),
    /// A login that cannot be one.
    #[error(transparent)]
    Login(#[from] LoginError),
    /// A step that the register refuses.
    #[error(transparent)]
    Step(#[from] Refusal),
    /// There is no such page, or it is about nothing that there is.
    #[error("not there")]
    NotThere,
    /// What is asked for has another address by now.
    #[error("moved to {0}")]
    Moved(String),
    /// Their role does not allow it.
    #[error("not allowed")]
    NotAllowed,
    /// The form does not come from a page that we gave to them.
    #[error("the form is not from a page of ours")]
    ForeignForm,
    /// More was sent than is read.
    #[error("more than {0} bytes were sent")]
    TooLarge(usize),
    /// What was sent is not a form.
    #[error("what was sent is no form")]
    NoForm,
}

impl Explained for Error {
    fn fault(&self) -> Fault {
        match self {
            Self::Store(error) => error.fault(),
            Self::NotThere | Self::Moved(_) => Fault::NotThere,
            _ => Fault::Refused,
        }
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::Store(error) => error.sentence(),
            Self::Text(error) => error.sentence(),
            Self::Token(error) => error.sentence(),
            Self::Login(error) => error.sentence(),
            Self::Step(error) => error.sentence(),
            Self::NotThere | Self::Moved(_) => Sentence::new("office-not-there"),
            Self::NotAllowed => Sentence::new("office-not-allowed"),
            Self::ForeignForm => Sentence::new("office-foreign-form"),
            Self::TooLarge(most) => Sentence::new("office-too-large").with("most", most / 1024 / 1024),
            Self::NoForm => Sentence::new("office-no-form"),
        }
    }
}
