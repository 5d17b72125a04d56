//! What can be wrong with an address that shall go onto metal?

use crate::register::{Explained, Fault, Sentence};

/// Why there is no link, or no symbol.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// It cannot be read as an address at all.
    #[error("{0:?} is no address")]
    NoAddress(String),
    /// It is neither http nor https.
    #[error("the scheme is {0}, not http or https")]
    Scheme(String),
    /// It goes on after the host.
    #[error("it has a path")]
    Path,
    /// It has a question mark.
    #[error("it has a query")]
    Query,
    /// It has a number sign.
    #[error("it has a fragment")]
    Fragment,
    /// It names a user or a password.
    #[error("it has user information")]
    User,
    /// Its host has a character that an alphanumeric symbol cannot hold.
    #[error("its host has the character {0:?}")]
    HostCharacter(char),
    /// What was read is no link to a sign.
    #[error("{0:?} is no link to a sign")]
    NoLink(String),
    /// No symbol is large enough.
    #[error("{0} characters fit into no symbol at level H")]
    TooLong(usize),
}

impl Explained for Error {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::NoAddress(given) => Sentence::new("base-url-no-address").with("given", given),
            Self::Scheme(scheme) => Sentence::new("base-url-scheme").with("scheme", scheme),
            Self::Path => Sentence::new("base-url-path"),
            Self::Query => Sentence::new("base-url-query"),
            Self::Fragment => Sentence::new("base-url-fragment"),
            Self::User => Sentence::new("base-url-user"),
            Self::HostCharacter(character) => Sentence::new("base-url-host").with("character", character),
            Self::NoLink(given) => Sentence::new("link-none").with("given", given),
            Self::TooLong(length) => Sentence::new("link-too-long").with("length", length),
        }
    }
}
