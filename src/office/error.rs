//! What can go wrong in the office, and who can mend it?

use super::picture_head::UnfitPicture;
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
    /// Their role does not allow it.
    #[error("not allowed")]
    NotAllowed,
    /// The form does not come from a page that we gave to them.
    #[error("the form is not from a page of ours")]
    ForeignForm,
    /// More was sent than is read.
    #[error("more than {0} bytes were sent")]
    TooLarge(usize),
    /// No picture was sent.
    #[error("no picture was sent")]
    NoPicture,
    /// More pictures were sent at once than are taken in.
    #[error("more than {0} pictures were sent")]
    TooManyPictures(usize),
    /// A file is not taken in as a picture.
    #[error("file {at} of {of}: {why}")]
    Picture {
        /// Which of the files, from 1.
        at: usize,
        /// How many were sent.
        of: usize,
        /// What is the matter with it.
        why: UnfitPicture,
    },
    /// What was sent is not a form.
    #[error("what was sent is no form")]
    NoForm,
}

impl Explained for Error {
    fn fault(&self) -> Fault {
        match self {
            Self::Store(error) => error.fault(),
            Self::NotThere => Fault::NotThere,
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
            Self::NotThere => Sentence::new("office-not-there"),
            Self::NotAllowed => Sentence::new("office-not-allowed"),
            Self::ForeignForm => Sentence::new("office-foreign-form"),
            Self::TooLarge(most) => Sentence::new("office-too-large").with("most", most / 1024 / 1024),
            Self::NoPicture => Sentence::new("picture-none"),
            Self::TooManyPictures(most) => Sentence::new("picture-too-many").with("most", most),
            Self::Picture { at, of, why } => {
                let sentence = why.sentence().with("file", at);
                sentence.with("of", of)
            }
            Self::NoForm => Sentence::new("office-no-form"),
        }
    }
}
