//! Which address is printed for a code?

use super::Error;
use crate::register::SignCode;
use std::sync::Arc;
use url::{Host, Url};

/// Links up to this long give modules of 3 mm on a 90 mm symbol (version 3-H); longer ones cost reading distance.
pub const LONGEST_WITHOUT_WARNING: usize = 35;

/// Where all links lead: scheme, host and port, nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct BaseUrl {
    whole: String,
    /// Shared with every link.
    host: Arc<str>,
}

impl BaseUrl {
    /// Reads a base URL; a single `/` at its end is let pass.
    ///
    /// ```
    /// use tenpho::qr::BaseUrl;
    /// assert_eq!(BaseUrl::parse("https://QR.haiphong.gov.vn/").unwrap().as_str(), "https://qr.haiphong.gov.vn");
    /// assert!(BaseUrl::parse("https://haiphong.gov.vn/qr").is_err());
    /// ```
    ///
    /// # Errors
    /// Refuses all but http and https; a path, query, fragment or user; an empty or IPv6 host;
    /// and any host character that no alphanumeric symbol holds.
    pub fn parse(given: &str) -> Result<Self, Error> {
        let url = Url::parse(given.trim()).map_err(|cause| match cause {
            url::ParseError::EmptyHost => Error::NoHost,
            _ => Error::NotAnAddress(given.trim().chars().take(80).collect()),
        })?;
        check_parts(&url)?;
        let host = plain_host(&url)?;
        let port = url.port().map_or_else(String::new, |port| format!(":{port}"));
        let whole = format!("{}://{host}{port}", url.scheme());
        // What is mended on the way in (backslashes, tabs, 0x7f.1) was not meant that way, and metal is for ever.
        let meant = given.trim().strip_suffix('/').unwrap_or(given.trim());
        let usual_port = if url.scheme() == "https" { ":443" } else { ":80" };
        let meant = meant.strip_suffix(usual_port).unwrap_or(meant);
        if meant.is_ascii() && !meant.eq_ignore_ascii_case(&whole) {
            return Err(Error::Unlike(whole));
        }
        Ok(Self { whole, host: format!("{host}{port}").into() })
    }

    /// In lower case, without a slash at the end: `https://qr.haiphong.gov.vn`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.whole
    }

    /// The host, and the port where there is one, as people read it under a symbol.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Is it served encrypted?
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.whole.starts_with("https:")
    }

    /// The link of one code under this base.
    #[must_use]
    pub fn link(&self, code: SignCode) -> Link {
        let mut whole = String::with_capacity(self.whole.len() + 1 + code.as_str().len());
        whole.push_str(&self.whole);
        whole.make_ascii_uppercase();
        whole.push('/');
        whole.push_str(code.as_str());
        Link { whole: whole.into_boxed_str(), code, host: Arc::clone(&self.host) }
    }
}

impl std::str::FromStr for BaseUrl {
    type Err = Error;

    fn from_str(given: &str) -> Result<Self, Error> {
        Self::parse(given)
    }
}

impl std::fmt::Display for BaseUrl {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.whole)
    }
}

/// What a symbol holds: base URL, `/` and code, all in capitals.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    whole: Box<str>,
    code: SignCode,
    host: Arc<str>,
}

impl Link {
    /// Reads a symbol's payload, in either case.
    ///
    /// # Errors
    /// Refuses what is not a base URL followed by one code.
    pub fn parse(payload: &str) -> Result<Self, Error> {
        let (base, code) = payload.trim().rsplit_once('/').ok_or_else(|| Error::NotAnAddress(payload.chars().take(80).collect()))?;
        Ok(BaseUrl::parse(base)?.link(SignCode::parse(code)?))
    }

    /// As printed: `HTTPS://QR.HAIPHONG.GOV.VN/K7M2Q2`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.whole
    }

    /// Its length in characters.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a link is never empty")]
    pub fn len(&self) -> usize {
        self.whole.len()
    }

    /// The code it ends in.
    #[must_use]
    pub fn code(&self) -> SignCode {
        self.code
    }

    /// The host in lower case.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Does its length cost reading distance?
    #[must_use]
    pub fn is_long(&self) -> bool {
        self.len() > LONGEST_WITHOUT_WARNING
    }
}

impl std::fmt::Display for Link {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.whole)
    }
}

fn check_parts(url: &Url) -> Result<(), Error> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Error::Scheme(url.scheme().to_owned()));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Error::UserInfo);
    }
    if url.query().is_some() {
        return Err(Error::Query);
    }
    if url.fragment().is_some() {
        return Err(Error::Fragment);
    }
    if url.path() != "/" { Err(Error::Path(url.path().chars().take(80).collect())) } else { Ok(()) }
}

fn plain_host(url: &Url) -> Result<String, Error> {
    let host = match url.host() {
        None => return Err(Error::NoHost),
        Some(Host::Ipv6(_)) => return Err(Error::Ipv6),
        Some(host) => host.to_string(),
    };
    let strange = host.chars().find(|one| !one.is_ascii_lowercase() && !one.is_ascii_digit() && !matches!(one, '.' | '-'));
    match strange {
        Some(character) => Err(Error::HostCharacter(character)),
        None if host.is_empty() || url.port() == Some(0) => Err(Error::NoHost),
        None if !is_host_name(&host) => Err(Error::HostName(host.chars().take(80).collect())),
        None => Ok(host),
    }
}

/// Labels of 1 to 63 characters that neither begin nor end with a hyphen, 253 in all (RFC 1123, 2.1).
fn is_host_name(host: &str) -> bool {
    let is_label = |label: &str| (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-');
    host.len() <= 253 && host.split('.').all(is_label)
}
