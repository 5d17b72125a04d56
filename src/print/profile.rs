//! Is a file the ICC profile of a press: CMYK, for output, whole?

use sha2::{Digest, Sha256};
use std::fmt;

/// Presses' profiles have half a megabyte to two; larger files are something else.
pub const MOST_BYTES: usize = 8 << 20;

/// The head, and the number of tags (ICC.1:2022, 7.2 and 7.3).
const HEAD: usize = 128;
const FIRST_TAG: usize = HEAD + 4;
const TAG: usize = 12;

/// Why a file is not the profile of a press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// It is no ICC profile.
    NotIcc,
    /// It ends before it should, or its parts lie outside it.
    Truncated,
    /// It describes another space than CMYK.
    Space(String),
    /// It is none for output: of a screen, a scanner, a link between two devices.
    Class(String),
    /// It is of a version that no standard for print allows.
    Version(u8),
    /// It lacks a table that leads to the press's inks, or back.
    Incomplete,
    /// It is larger than any press's.
    TooLarge(usize),
}

impl Unfit {
    /// Where its sentence for people stands.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotIcc => "profile-not-icc",
            Self::Truncated => "profile-truncated",
            Self::Space(_) => "profile-space",
            Self::Class(_) => "profile-class",
            Self::Version(_) => "profile-version",
            Self::Incomplete => "profile-incomplete",
            Self::TooLarge(_) => "profile-too-large",
        }
    }

    /// What was found instead.
    #[must_use]
    pub fn given(&self) -> String {
        match self {
            Self::NotIcc | Self::Truncated | Self::Incomplete => String::new(),
            Self::Space(found) | Self::Class(found) => found.clone(),
            Self::Version(found) => found.to_string(),
            Self::TooLarge(bytes) => format!("{:.1}", *bytes as f64 / 1_048_576.0),
        }
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.key(), self.given())
    }
}

/// The profile of a press, as its shop gave it.
#[derive(Clone, PartialEq, Eq)]
pub struct Profile {
    bytes: Vec<u8>,
    name: String,
}

impl fmt::Debug for Profile {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Profile({:?}, {} bytes)", self.name, self.bytes.len())
    }
}

impl Profile {
    /// Takes the bytes of a profile: CMYK, for output, version 2 or 4, whole, at most 8 MiB.
    ///
    /// # Errors
    /// Refuses everything else, and says what it is.
    pub fn parse(bytes: Vec<u8>) -> Result<Self, super::Error> {
        let name = check(&bytes).map_err(super::Error::Profile)?;
        Ok(Self { bytes, name })
    }

    /// What it calls itself: «Coated FOGRA39 (ISO 12647-2:2004)».
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its bytes, unchanged.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The fingerprint of its bytes.
    #[must_use]
    pub fn sha256(&self) -> [u8; 32] {
        Sha256::digest(&self.bytes).into()
    }
}

/// The name of a profile that is in order.
fn check(bytes: &[u8]) -> Result<String, Unfit> {
    if bytes.len() > MOST_BYTES {
        return Err(Unfit::TooLarge(bytes.len()));
    }
    // A cut-off file still has its signature where it was; what never had one is no profile.
    if bytes.get(36..40) != Some(b"acsp") {
        return Err(Unfit::NotIcc);
    }
    if bytes.len() < FIRST_TAG || number(bytes, 0) != Some(bytes.len()) {
        return Err(Unfit::Truncated);
    }
    let word = |at: usize| String::from_utf8_lossy(&bytes[at..at + 4]).trim_end().to_owned();
    if &bytes[16..20] != b"CMYK" {
        return Err(Unfit::Space(word(16)));
    }
    if &bytes[12..16] != b"prtr" {
        return Err(Unfit::Class(word(12)));
    }
    if !matches!(bytes[8], 2 | 4) {
        return Err(Unfit::Version(bytes[8]));
    }
    if !matches!(&bytes[20..24], b"Lab " | b"XYZ ") {
        return Err(Unfit::Incomplete);
    }
    let tags = tags(bytes)?;
    let tag = |name: &[u8; 4]| tags.iter().find(|(one, _)| one == name).map(|(_, content)| *content);
    if tag(b"A2B0").is_none() || tag(b"B2A0").is_none() {
        return Err(Unfit::Incomplete);
    }
    Ok(tag(b"desc").and_then(description).unwrap_or_else(|| "CMYK".to_owned()))
}

type Tag<'a> = ([u8; 4], &'a [u8]);

fn tags(bytes: &[u8]) -> Result<Vec<Tag<'_>>, Unfit> {
    let count = number(bytes, HEAD).ok_or(Unfit::Truncated)?;
    if count > (bytes.len() - FIRST_TAG) / TAG {
        return Err(Unfit::Truncated);
    }
    let table = bytes[FIRST_TAG..].chunks_exact(TAG).take(count);
    let tag = |entry: &[u8]| {
        let (from, length) = (number(entry, 4)?, number(entry, 8)?);
        let content = bytes.get(from..from.checked_add(length)?)?;
        Some(([entry[0], entry[1], entry[2], entry[3]], content))
    };
    table.map(|entry| tag(entry).ok_or(Unfit::Truncated)).collect()
}

/// Four bytes, the highest first.
fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let four: [u8; 4] = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(u32::from_be_bytes(four)).ok()
}

/// The text of a description: one string in version 2, one a language in version 4, of which the first is taken.
fn description(content: &[u8]) -> Option<String> {
    let text = match content.get(..4)? {
        b"desc" => {
            let length = number(content, 8)?;
            String::from_utf8_lossy(content.get(12..12_usize.checked_add(length)?)?).into_owned()
        }
        b"mluc" => {
            let (length, from) = (number(content, 20)?, number(content, 24)?);
            let units = content.get(from..from.checked_add(length)?)?.chunks_exact(2);
            String::from_utf16_lossy(&units.map(|two| u16::from_be_bytes([two[0], two[1]])).collect::<Vec<_>>())
        }
        _ => return None,
    };
    let clean: String = text.chars().filter(|one| !one.is_control()).take(120).collect();
    Some(clean.trim().to_owned()).filter(|name| !name.is_empty())
}
