//! What can a sign or a story be about, and how sure are we that it exists?

use super::token::tokens;
use super::{Lang, Line, Slug};

tokens! {
    /// The three kinds of thing with a page of their own.
    PlaceKind {
        /// A named way, or a public work listed with the streets.
        Street = "street",
        /// A sight or relic.
        Landmark = "landmark",
        /// What a name honours.
        Namesake = "namesake",
    }
}

tokens! {
    /// How well the sources attest that a place bears its name.
    Attestation {
        /// Two independent sources or an official one.
        Confirmed = "confirmed",
        /// One source.
        SingleSource = "single-source",
        /// A source that is itself in doubt.
        Doubtful = "doubtful",
    }
}

/// One place, by kind and slug.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Street, landmark or namesake.
    pub kind: PlaceKind,
    /// Its slug within that kind.
    pub slug: Slug,
}

impl Place {
    /// Reads what [`Display`](std::fmt::Display) writes: `street/cau-dat`.
    ///
    /// # Errors
    /// Refuses a kind that is not on the list, and what is no slug.
    pub fn parse(written: &str) -> Result<Self, super::Sentence> {
        let (kind, slug) = written.split_once('/').unwrap_or((written, ""));
        Ok(Self { kind: PlaceKind::parse(kind).map_err(super::Sentence::from)?, slug: Slug::parse(slug).map_err(super::Sentence::from)? })
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}/{}", self.kind, self.slug)
    }
}

/// A line that every language has its own wording of; empty where nothing is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PerLang {
    /// In Vietnamese.
    pub vi: Line,
    /// In English.
    pub en: Line,
}

impl PerLang {
    /// The wording in this language, empty where there is none. The register words its facts in Vietnamese and English;
    /// whoever reads neither gets the English.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &Line {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En | Lang::Fr | Lang::Zh | Lang::Ja | Lang::Ko => &self.en,
        }
    }
}
