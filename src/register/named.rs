//! What was a place called, and when? (tên qua các thời kỳ)

use super::listed::{entries, entry_of, line_of, pairs};
use super::{DateError, Explained, Fault, KnownDate, Landmark, Line, Name, Namesake, Sentence, Street, TextError};

/// Longest list of names, in characters.
const LONGEST_NAMES: usize = 8_000;
/// The keys of an entry.
const KEYS: &[&str] = &["name", "from", "until", "decision"];

/// A name that a place bears or bore.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamePeriod {
    /// The name.
    pub name: Name,
    /// Since when, where that is known.
    pub from: Option<KnownDate>,
    /// Until when; none where that is not known, or where it still bears the name.
    pub until: Option<KnownDate>,
    /// The decision that gave the name; empty where unknown.
    pub decision: Line,
}

/// Why a list of names cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NamesError {
    /// A text in it cannot be kept.
    #[error(transparent)]
    Text(#[from] TextError),
    /// A date in it cannot be read.
    #[error(transparent)]
    Date(#[from] DateError),
    /// It ends before it begins.
    #[error("{0} ends before it begins")]
    Backwards(String),
    /// It has a key that no entry has, or none.
    #[error("{0:?} is no entry of names")]
    Entry(String),
}

impl NamePeriod {
    /// Reads one entry of a list: a plain name, or pairs.
    ///
    /// # Errors
    /// Refuses an unknown key, a name or a decision that cannot be kept, a date that is none, and an end before the beginning.
    pub fn parse(entry: &str) -> Result<Self, NamesError> {
        let Some(pairs) = pairs(entry) else {
            return if entry.split_whitespace().any(|word| word == "|") { Err(unreadable(entry)) } else { Self::plain(entry) };
        };
        if pairs.iter().any(|(key, _)| !KEYS.contains(&key.as_str())) {
            return Err(unreadable(entry));
        }
        let value = |key: &str| pairs.iter().find(|(name, _)| name == key).map_or("", |(_, value)| value.as_str());
        let date = |key: &str| Some(value(key)).filter(|text| !text.is_empty()).map(KnownDate::parse).transpose();
        let read = Self {
            name: Name::parse(value("name"))?,
            from: date("from")?,
            until: date("until")?,
            decision: Line::parse(value("decision"))?,
        };
        let backwards = read.from.zip(read.until).is_some_and(|(from, until)| !from.can_be_before(&until));
        if backwards { Err(NamesError::Backwards(read.name.to_string())) } else { Ok(read) }
    }

    /// A name of which nothing else is known.
    fn plain(name: &str) -> Result<Self, NamesError> {
        Ok(Self { name: Name::parse(name)?, from: None, until: None, decision: Line::default() })
    }

    /// The entry of a list.
    #[must_use]
    pub fn entry(&self) -> String {
        let date = |date: Option<KnownDate>| date.map(|date| date.to_string()).unwrap_or_default();
        let (from, until) = (date(self.from), date(self.until));
        if from.is_empty() && until.is_empty() && self.decision.is_empty() {
            return super::listed::clean(self.name.as_str());
        }
        entry_of(&[("name", self.name.as_str()), ("from", &from), ("until", &until), ("decision", self.decision.as_str())])
    }
}

/// Reads a list of names.
///
/// # Errors
/// Refuses what [`NamePeriod::parse`] refuses, and a list of more than 8,000 characters.
pub fn parse_names(line: &str) -> Result<Vec<NamePeriod>, NamesError> {
    let line = Line::parse_up_to(line, LONGEST_NAMES)?;
    entries(line.as_str()).iter().map(|entry| NamePeriod::parse(entry)).collect()
}

/// A list of names as one line.
#[must_use]
pub fn line_of_names(names: &[NamePeriod]) -> String {
    line_of(names.iter().map(NamePeriod::entry))
}

/// Whatever has names, of today and of before.
pub trait Named {
    /// Every name, today's first; names in other languages and of other times after it.
    fn all_names(&self) -> Vec<&str>;
}

impl Named for Street {
    fn all_names(&self) -> Vec<&str> {
        let former = self.former_names.vi.parts().chain(self.former_names.en.parts());
        let names = std::iter::once(self.name.as_str()).chain(former);
        names.chain(self.names.iter().map(|one| one.name.as_str())).collect()
    }
}

impl Named for Landmark {
    fn all_names(&self) -> Vec<&str> {
        let english = Some(self.name_en.as_str()).filter(|name| !name.is_empty());
        std::iter::once(self.name.as_str()).chain(english).chain(self.names.iter().map(|one| one.name.as_str())).collect()
    }
}

impl Named for Namesake {
    fn all_names(&self) -> Vec<&str> {
        std::iter::once(self.name.as_str()).chain(self.other_names.parts()).collect()
    }
}

fn unreadable(entry: &str) -> NamesError {
    NamesError::Entry(entry.chars().take(60).collect())
}

impl Explained for NamesError {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::Text(error) => error.sentence(),
            Self::Date(error) => error.sentence(),
            Self::Backwards(name) => Sentence::new("names-backwards").with("name", name),
            Self::Entry(given) => Sentence::new("names-unreadable").with("given", given),
        }
    }
}
