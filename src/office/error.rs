//! What can go wrong in the office, and who can mend it?

use super::plates::PlateError;
use super::sound::UnfitSound;
use crate::register::{Explained, Fault, LoginError, PasswordError, Refusal, Sentence, TextError, UnknownToken};
use crate::web::picture_head::UnfitPicture;
use crate::{print, qr, store};
use std::path::PathBuf;

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
    /// Nobody is signed in, or no longer.
    #[error("signed out")]
    SignedOut,
    /// Their role needs a second factor, which they have yet to set up.
    #[error("a second factor is to be set up first")]
    NoFactor,
    /// Too many want to sign in at once.
    #[error("too many sign-ins at once")]
    Busy,
    /// They were wrong too often, and must wait so many seconds.
    #[error("too many misses, {0} s to wait")]
    TooManyTries(u64),
    /// The code of the second factor is wrong, or was used before.
    #[error("a wrong code")]
    WrongCode,
    /// The password that they have is another.
    #[error("a wrong password")]
    WrongPassword,
    /// The new password was typed in two ways.
    #[error("the new password is there in two ways")]
    PasswordsDiffer,
    /// What was begun has been forgotten since.
    #[error("begun too long ago")]
    SetUpTooLate,
    /// A translator without a language.
    #[error("no language is chosen")]
    NoLanguage,
    /// A password that cannot be one.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// The machine could not hash.
    #[error("hashing failed")]
    Hashing(#[source] argon2::password_hash::Error),
    /// No symbol holds it.
    #[error(transparent)]
    Symbol(#[from] qr::Error),
    /// It is no day.
    #[error("{0:?} is no day")]
    NoDay(String),
    /// The text says already what it said in the version that is to be brought back.
    #[error("the text is the same already")]
    SameAlready,
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
    /// A recording is not taken in.
    #[error(transparent)]
    Sound(#[from] UnfitSound),
    /// The press refuses, or a symbol was not read back.
    #[error(transparent)]
    Print(#[from] print::Error),
    /// An order cannot be made.
    #[error(transparent)]
    Plate(#[from] PlateError),
    /// Nobody has said where printed links lead.
    #[error("no base URL is set")]
    NoBaseUrl,
    /// The file system refused.
    #[error("{path}")]
    Files {
        /// The path asked for.
        path: PathBuf,
        /// Its reason.
        source: std::io::Error,
    },
    /// What was sent is not a form.
    #[error("what was sent is no form")]
    NoForm,
}

impl Error {
    /// What the press says, where it is the press that refuses.
    #[must_use]
    pub fn of_press(&self) -> Option<&print::Error> {
        match self {
            Self::Print(error) | Self::Plate(PlateError::Print(error)) => Some(error),
            _ => None,
        }
    }

    /// Has somebody stopped it? Then nothing went wrong.
    #[must_use]
    pub fn is_stop(&self) -> bool {
        matches!(self.of_press(), Some(print::Error::Stopped))
    }
}

impl Explained for Error {
    fn fault(&self) -> Fault {
        match self {
            Self::Store(error) => error.fault(),
            Self::Symbol(error) => error.fault(),
            Self::Print(error) => error.fault(),
            Self::Plate(error) => error.fault(),
            Self::Hashing(_) | Self::Files { .. } => Fault::Broken,
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
            Self::Print(error) => error.sentence(),
            Self::Plate(error) => error.sentence(),
            Self::NoBaseUrl => Sentence::new("order-no-base-url"),
            Self::Files { path, source } => Sentence::new("store-files").with("path", path.display()).with("reason", source),
            Self::NotThere | Self::Moved(_) => Sentence::new("office-not-there"),
            Self::NotAllowed => Sentence::new("office-not-allowed"),
            Self::ForeignForm => Sentence::new("office-foreign-form"),
            Self::TooLarge(most) => Sentence::new("office-too-large").with("most", most / 1024 / 1024),
            Self::SignedOut => Sentence::new("signed-out"),
            Self::NoFactor => Sentence::new("factor-needed"),
            Self::Busy => Sentence::new("office-busy"),
            Self::TooManyTries(seconds) => Sentence::new("too-many-tries").with("seconds", seconds),
            Self::WrongCode => Sentence::new("code-wrong"),
            Self::WrongPassword => Sentence::new("password-wrong"),
            Self::PasswordsDiffer => Sentence::new("passwords-differ"),
            Self::SetUpTooLate => Sentence::new("setup-too-late"),
            Self::NoLanguage => Sentence::new("no-language"),
            Self::Password(error) => error.sentence(),
            Self::Symbol(error) => error.sentence(),
            Self::Hashing(_) => Sentence::new("page-broken"),
            Self::NoDay(given) => Sentence::new("history-no-day").with("given", given),
            Self::SameAlready => Sentence::new("history-same-already"),
            Self::NoPicture => Sentence::new("picture-none"),
            Self::TooManyPictures(most) => Sentence::new("picture-too-many").with("most", most),
            Self::Picture { at, of, why } => {
                let sentence = why.sentence().with("file", at);
                sentence.with("of", of)
            }
            Self::Sound(error) => error.sentence(),
            Self::NoForm => Sentence::new("office-no-form"),
        }
    }
}
