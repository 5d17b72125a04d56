//! Which address does a symbol hold? Base URL, slash, code, the whole in capitals: that keeps the modules large.

use super::Error;
use crate::register::SignCode;
use std::str::FromStr;
use url::Url;

/// Longest link that fits version 3 at level H, in characters (ISO/IEC 18004, table 7); a longer one makes smaller modules.
pub const LONGEST_AT_VERSION_3: usize = 35;

/// Longest base URL taken, in characters; a host name has at most 253.
const LONGEST: usize = 300;

/// The address that the codes of a city lead to: scheme, host and perhaps a port, nothing more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// Reads a base URL.
    ///
    /// ```
    /// use tenpho::qr::BaseUrl;
    /// assert_eq!(BaseUrl::parse("https://QR.Haiphong.gov.vn/").unwrap().as_str(), "https://qr.haiphong.gov.vn");
    /// assert!(BaseUrl::parse("https://haiphong.gov.vn/qr").is_err());
    /// ```
    ///
    /// # Errors
    /// Refuses anything but http or https, a path, a query, a fragment, user information, and a host that no
    /// alphanumeric symbol can hold.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let given = || text.chars().take(80).collect::<String>();
        let url = Url::parse(text).ok().filter(|_| text.len() <= LONGEST).ok_or_else(|| Error::NoAddress(given()))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Error::Scheme(url.scheme().to_owned()));
        }
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or_else(|| Error::NoAddress(given()))?;
        if !url.username().is_empty() || url.password().is_some() || text.contains('@') {
            return Err(Error::User);
        }
        if url.query().is_some() {
            return Err(Error::Query);
        }
        if url.fragment().is_some() {
            return Err(Error::Fragment);
        }
        if url.path() != "/" {
            return Err(Error::Path);
        }
        if let Some(bad) = host.chars().find(|letter| !is_alphanumeric(letter.to_ascii_uppercase())) {
            return Err(Error::HostCharacter(bad));
        }
        let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
        Ok(Self(format!("{}://{host}{port}", url.scheme())))
    }

    /// The base URL in lower case, without a slash at the end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host and the port where there is one, as it stands on the plate.
    #[must_use]
    pub fn host(&self) -> &str {
        self.0.split_once("://").map_or(&self.0, |(_, host)| host)
    }

    /// Is it https?
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https:")
    }

    /// The link of a sign.
    #[must_use]
    pub fn link(&self, code: SignCode) -> Link {
        Link(format!("{}/{code}", self.0.to_ascii_uppercase()))
    }
}

impl FromStr for BaseUrl {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

/// The printed address of one sign, in capitals.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link(String);

impl Link {
    /// Takes what a symbol holds apart: the base URL and the code.
    ///
    /// # Errors
    /// Refuses what does not end in a slash and a code, or does not begin with a base URL.
    pub fn parse(payload: &str) -> Result<(BaseUrl, SignCode), Error> {
        let no_link = || Error::NoLink(payload.chars().take(80).collect());
        let (base, code) = payload.rsplit_once('/').ok_or_else(no_link)?;
        let code = SignCode::parse(code).map_err(|_| no_link())?;
        Ok((BaseUrl::parse(base).map_err(|_| no_link())?, code))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Is it longer than version 3 holds, so that its modules are smaller than they need be?
    #[must_use]
    pub fn is_long(&self) -> bool {
        self.0.len() > LONGEST_AT_VERSION_3
    }
}

/// Is this one of the 45 characters of alphanumeric mode (ISO/IEC 18004, table 5)?
fn is_alphanumeric(letter: char) -> bool {
    letter.is_ascii_digit() || letter.is_ascii_uppercase() || " $%*+-./:".contains(letter)
}
