//! What can be wrong with a base URL, a link or a symbol?

use crate::register::{CodeError, Explained, Fault, Sentence};

/// Why a base URL or a link is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// It is not an address at all.
    #[error("{0:?} is not an address")]
    NotAnAddress(String),
    /// Its scheme is neither http nor https.
    #[error("the scheme {0:?} is neither http nor https")]
    Scheme(String),
    /// It holds a path; a code's address is the host and the code, nothing between.
    #[error("the base URL holds the path {0:?}")]
    Path(String),
    /// It holds a query.
    #[error("the base URL holds a query")]
    Query,
    /// It holds a fragment.
    #[error("the base URL holds a fragment")]
    Fragment,
    /// It holds a user name or a password.
    #[error("the base URL holds a user name or a password")]
    UserInfo,
    /// It names no host.
    #[error("the base URL names no host")]
    NoHost,
    /// Its host is an IPv6 address, whose brackets no alphanumeric symbol holds.
    #[error("the host is an IPv6 address")]
    Ipv6,
    /// Its host holds a character outside the alphanumeric set of ISO/IEC 18004.
    #[error("the host holds {0:?}, which no alphanumeric symbol holds")]
    HostCharacter(char),
    /// Its host is no host name.
    #[error("{0:?} is no host name")]
    HostName(String),
    /// It is read as something else than what was written.
    #[error("it reads as {0}")]
    Unlike(String),
    /// A link's last part is not a code.
    #[error("the link ends in no code: {0}")]
    Code(#[from] CodeError),
    /// A link is longer than the largest symbol holds.
    #[error("a link of {0} characters fits no symbol")]
    TooLong(usize),
}

impl Explained for Error {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::NotAnAddress(given) => Sentence::new("base-url-not-an-address").with("given", given),
            Self::Scheme(scheme) => Sentence::new("base-url-scheme").with("scheme", scheme),
            Self::Path(path) => Sentence::new("base-url-path").with("path", path),
            Self::Query => Sentence::new("base-url-query"),
            Self::Fragment => Sentence::new("base-url-fragment"),
            Self::UserInfo => Sentence::new("base-url-user"),
            Self::NoHost => Sentence::new("base-url-no-host"),
            Self::Ipv6 => Sentence::new("base-url-ipv6"),
            Self::HostCharacter(character) => Sentence::new("base-url-character").with("character", character),
            Self::HostName(host) => Sentence::new("base-url-host-name").with("host", host),
            Self::Unlike(whole) => Sentence::new("base-url-unlike").with("whole", whole),
            Self::Code(cause) => cause.sentence(),
            Self::TooLong(length) => Sentence::new("link-too-long").with("length", length),
        }
    }
}
