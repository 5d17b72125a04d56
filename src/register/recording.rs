//! What does the register hold about a recording of a text read aloud? (bản ghi âm)

use super::token::tokens;
use super::{Lang, Line, Place};

tokens! {
    /// How a recording is encoded.
    RecordingFormat {
        /// MPEG-1 or 2, layer III.
        Mp3 = "mp3",
        /// Opus or Vorbis in Ogg.
        Ogg = "ogg",
        /// AAC in MPEG-4.
        M4a = "m4a",
    }
}

impl RecordingFormat {
    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Mp3 => "audio/mpeg",
            Self::Ogg => "audio/ogg",
            Self::M4a => "audio/mp4",
        }
    }
}

/// A text about a place, read aloud; its bytes are kept apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recording {
    /// Its number, for ever.
    pub id: i64,
    /// What the text is about.
    pub place: Place,
    /// The language that is spoken.
    pub lang: Lang,
    /// The start of the SHA-256 of its bytes, in hex: part of its address.
    pub digest: String,
    /// How it is encoded.
    pub format: RecordingFormat,
    /// Its bytes.
    pub size: u32,
    /// How long it takes, where the file tells.
    pub seconds: Option<u32>,
    /// Who speaks.
    pub speaker: Line,
    /// Under which terms it may be heard.
    pub licence: Line,
}
