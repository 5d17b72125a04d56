//! Which addresses stood on plates before there were codes, and what does each lead to?

use super::spelling::nfc;
use super::{Explained, Fault, Fields, Place, Sentence, SignCode};
use percent_encoding::percent_decode_str;
use std::collections::BTreeSet;
use std::fmt::Write;
use url::form_urlencoded;

/// Longest address kept, in characters.
const LONGEST: usize = 2_000;

/// First parts of a path that are ours for ever, besides sign codes: an old address under one of them could never be reached. House
/// tests hold this list against the routes, and prove that none of it parses as a code.
pub const OURS: &[&str] = &[
    "vi",
    "en",
    "fr",
    "zh",
    "ja",
    "ko",
    "assets",
    "office",
    "data",
    "healthz",
    "livez",
    "metrics",
    "robots.txt",
    "sitemap.xml",
    "favicon.ico",
    "manifest.webmanifest",
    "sw.js",
    ".well-known",
];

/// Parameters that messengers and advertisements hang onto an address; they say nothing of the page.
const TRACKING: &[&str] = &[
    "fbclid",
    "gclid",
    "dclid",
    "gbraid",
    "wbraid",
    "gad_source",
    "msclkid",
    "yclid",
    "ttclid",
    "twclid",
    "igshid",
    "igsh",
    "mibextid",
    "zarsrc",
    "zalo_src",
    "_ga",
    "_gl",
    "mc_cid",
    "mc_eid",
];

/// An old address without scheme and host (địa chỉ cũ): its path decoded, its query a set of pairs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LegacyAddress {
    path: String,
    query: String,
}

/// What an old address leads to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LegacyTarget {
    /// The page of a sign.
    Sign(SignCode),
    /// The page of a place.
    Place(Place),
}

/// An old address with what it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegacyLink {
    /// The address, as far as it tells one page from another.
    pub address: LegacyAddress,
    /// Where it leads.
    pub target: LegacyTarget,
}

/// Why a text cannot be an old address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LegacyError {
    /// Nothing is written.
    #[error("no address is given")]
    Empty,
    /// It begins neither with a slash nor with a scheme.
    #[error("{0:?} begins neither with / nor with https://")]
    Start(String),
    /// Its escapes are no UTF-8, or stand for a control character.
    #[error("{0:?} cannot be decoded")]
    Coding(String),
    /// It is longer than any address on metal.
    #[error("{0} characters")]
    TooLong(usize),
    /// It is an address of ours, which goes on meaning what it means.
    #[error("{0:?} is an address of ours")]
    Ours(String),
}

impl LegacyAddress {
    /// Reads an address as it stands on a plate: `/qr/123`, `/ten-duong?id=45`, `http://old.example/x`. Scheme, host and fragment are
    /// let go; so are a slash at the end, the order of the query, and parameters that only track.
    ///
    /// ```
    /// use tenpho::register::LegacyAddress;
    /// let one = LegacyAddress::parse("http://old.example/t%c3%aan/?b=2&a=1&utm_source=x").unwrap();
    /// assert_eq!(one, LegacyAddress::parse("/tên?a=1&b=2").unwrap());
    /// assert_eq!(one.to_string(), "/tên?a=1&b=2");
    /// ```
    ///
    /// # Errors
    /// Refuses what is no address, cannot be decoded, or is too long.
    pub fn parse(text: &str) -> Result<Self, LegacyError> {
        let text = text.trim();
        let given = || text.chars().take(40).collect::<String>();
        if text.is_empty() {
            return Err(LegacyError::Empty);
        }
        let length = text.chars().count();
        if length > LONGEST {
            return Err(LegacyError::TooLong(length));
        }
        let local = without_host(text).ok_or_else(|| LegacyError::Start(given()))?;
        let local = local.split_once('#').map_or(local, |(before, _)| before);
        let (path, query) = local.split_once('?').unwrap_or((local, ""));
        let path = decoded_path(path).ok_or_else(|| LegacyError::Coding(given()))?;
        Ok(Self { path, query: query_set(query) })
    }

    /// Its path, decoded.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Its query, as [`query_set`] writes one.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Is it an address of ours? Ours always answers first, so that a plate with this one could never be told apart.
    ///
    /// # Errors
    /// Refuses the front page, everything below one of [`OURS`], and the code of a sign that there is.
    pub fn check_free(&self, is_sign: impl Fn(SignCode) -> bool) -> Result<(), LegacyError> {
        let rest = self.path.trim_start_matches('/');
        let first = rest.split('/').next().unwrap_or_default();
        let is_front = rest.is_empty() && self.query.is_empty();
        let is_code = !rest.contains('/') && SignCode::parse(rest.strip_suffix('+').unwrap_or(rest)).is_ok_and(is_sign);
        if is_front || is_code || OURS.contains(&first) { Err(LegacyError::Ours(self.to_string())) } else { Ok(()) }
    }
}

/// The path and query of an address, with its host or without; none where it is neither.
fn without_host(text: &str) -> Option<&str> {
    if text.starts_with('/') {
        return Some(text);
    }
    let rest = ["http://", "https://"].iter().find_map(|scheme| {
        let start = text.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| &text[scheme.len()..])
    })?;
    Some(rest.find(['/', '?', '#']).map_or("/", |at| &rest[at..]))
}

/// A path of an address, decoded, in NFC and without a slash at its end; none where it is no text.
#[must_use]
pub fn decoded_path(raw: &str) -> Option<String> {
    let decoded = percent_decode_str(raw).decode_utf8().ok()?;
    if decoded.chars().any(char::is_control) {
        return None;
    }
    let path = decoded.trim_end_matches('/');
    Some(if path.is_empty() { "/".to_owned() } else { composed(path) })
}

/// The query of an address as a set: decoded, sorted, each pair once, without what only tracks.
#[must_use]
pub fn query_set(raw: &str) -> String {
    let pairs = form_urlencoded::parse(raw.as_bytes()).map(|(name, value)| (composed(&name), composed(&value)));
    let pairs: BTreeSet<(String, String)> = pairs.filter(|(name, value)| !(tracks(name) || name.is_empty() && value.is_empty())).collect();
    let mut set = String::new();
    for (name, value) in pairs {
        if !set.is_empty() {
            set.push('&');
        }
        write_escaped(&mut set, &name, "%&=+#");
        if !value.is_empty() {
            set.push('=');
            write_escaped(&mut set, &value, "%&+#");
        }
    }
    set
}

fn tracks(name: &str) -> bool {
    name.starts_with("utm_") || TRACKING.contains(&name)
}

fn composed(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { nfc(text) }
}

/// Writes a text so that it reads as people write it and is decoded to itself again.
fn write_escaped(out: &mut String, text: &str, reserved: &str) {
    for letter in text.chars() {
        if letter.is_whitespace() || letter.is_control() || reserved.contains(letter) {
            let mut bytes = [0; 4];
            for byte in letter.encode_utf8(&mut bytes).bytes() {
                write!(out, "%{byte:02X}").expect("a string takes all");
            }
        } else {
            out.push(letter);
        }
    }
}

impl std::fmt::Display for LegacyAddress {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut text = String::new();
        write_escaped(&mut text, &self.path, "%?#");
        if !self.query.is_empty() {
            text.push('?');
            text.push_str(&self.query);
        }
        out.write_str(&text)
    }
}

impl LegacyTarget {
    /// The sign, where it is one.
    #[must_use]
    pub const fn code(&self) -> Option<SignCode> {
        match self {
            Self::Sign(code) => Some(*code),
            Self::Place(_) => None,
        }
    }

    /// The place, where it is one.
    #[must_use]
    pub const fn place(&self) -> Option<&Place> {
        match self {
            Self::Sign(_) => None,
            Self::Place(place) => Some(place),
        }
    }
}

impl Fields for LegacyLink {
    fn fields(&self) -> Vec<(&'static str, String)> {
        let place = self.target.place();
        vec![
            ("address", self.address.to_string()),
            ("place_kind", place.map(|place| place.kind.to_string()).unwrap_or_default()),
            ("place", place.map(|place| place.slug.to_string()).unwrap_or_default()),
            ("code", self.target.code().map(|code| code.to_string()).unwrap_or_default()),
        ]
    }
}

impl Explained for LegacyError {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::Empty => Sentence::new("legacy-empty"),
            Self::Start(given) => Sentence::new("legacy-start").with("given", given),
            Self::Coding(given) => Sentence::new("legacy-coding").with("given", given),
            Self::TooLong(length) => Sentence::new("legacy-too-long").with("length", length).with("most", LONGEST),
            Self::Ours(given) => Sentence::new("legacy-ours").with("given", given),
        }
    }
}
