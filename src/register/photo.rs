//! What does the register hold about a picture?

use super::token::tokens;
use super::{Explained, Fault, Lang, Line, PerLang, Place, Sentence};

tokens! {
    /// What a picture is of.
    PhotoKind {
        /// A view, shown to visitors with the text that names it.
        Photo = "photo",
        /// A scan of a paper, for the office only.
        Paper = "paper",
    }
}

/// A picture that belongs to a place, as re-encoded; its bytes are kept apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Its number, for ever.
    pub id: i64,
    /// What it shows, or what the paper is about.
    pub place: Place,
    /// A view or a paper.
    pub kind: PhotoKind,
    /// The start of the SHA-256 of its largest file, in hex: part of its address.
    pub digest: String,
    /// Width of the largest file in pixels.
    pub width: u32,
    /// Height of the largest file in pixels.
    pub height: u32,
    /// Who took it.
    pub author: Line,
    /// Under which terms it may be shown.
    pub licence: Line,
    /// Where it comes from.
    pub source: Line,
    /// When it was taken, as far as that is known.
    pub taken: Line,
    /// What it shows, for whoever cannot see it.
    pub alt: PerLang,
}

/// What a picture lacks before the public may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhotoLack {
    /// Its author is not named.
    #[error("no author")]
    Author,
    /// Its licence is not named.
    #[error("no licence")]
    Licence,
    /// Its source is not named.
    #[error("no source")]
    Source,
    /// Nobody has said in this language what it shows.
    #[error("no words for what it shows in {0}")]
    Alt(Lang),
}

impl Photo {
    /// May it be shown beside a text in this language?
    ///
    /// # Errors
    /// Names the first thing that is missing.
    pub fn check_publishable(&self, lang: Lang) -> Result<(), PhotoLack> {
        if self.author.is_empty() {
            return Err(PhotoLack::Author);
        }
        if self.licence.is_empty() {
            return Err(PhotoLack::Licence);
        }
        if self.source.is_empty() {
            return Err(PhotoLack::Source);
        }
        if self.alt.in_lang(lang).is_empty() { Err(PhotoLack::Alt(lang)) } else { Ok(()) }
    }
}

impl Explained for PhotoLack {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::Author => Sentence::new("photo-no-author"),
            Self::Licence => Sentence::new("photo-no-licence"),
            Self::Source => Sentence::new("photo-no-source"),
            Self::Alt(lang) => Sentence::new("photo-no-alt").with("language", lang.own_name()),
        }
    }
}
