//! What does a visitor read about a place? (bài giới thiệu)

use super::spelling::{check_text, nfc};
use super::token::tokens;
use super::{Explained, Fault, Lang, Line, Place, Sentence, Stage, TextError};

/// Longest lead, in characters: one breath.
pub const LONGEST_LEAD: usize = 300;
/// Longest list of sources, in characters.
pub const LONGEST_SOURCES: usize = 8_000;
/// Longest body, in characters; a museum label is far shorter.
pub const LONGEST_BODY: usize = 40_000;

tokens! {
    /// Has somebody who knows confirmed the text?
    Review {
        /// The sources named carry the whole text.
        Sourced = "sourced",
        /// Kiến thức chung, chờ thẩm định: general knowledge that awaits review, and says so.
        Awaiting = "awaiting",
    }
}

/// One text in one language about one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// What it is about.
    pub place: Place,
    /// The language that it is written in.
    pub lang: Lang,
    /// How far it has come.
    pub stage: Stage,
    /// The answer in one breath.
    pub lead: Line,
    /// The text, in Markdown: paragraphs parted by an empty line.
    pub body: String,
    /// What it rests on, parted by ` ; `.
    pub sources: Line,
    /// Whether it has been confirmed.
    pub review: Review,
    /// Who wrote it.
    pub author: Line,
    /// The pictures beside it, by number, in order.
    pub photos: Vec<i64>,
}

/// Why a text is not fit to be public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unpublishable {
    /// It answers nothing.
    #[error("no lead")]
    NoLead,
    /// It says that sources carry it, and names none.
    #[error("neither a source nor the label that it awaits review")]
    NoSource,
}

impl Story {
    /// Is it fit to be public? A claim carries its source, or says that it has none yet.
    ///
    /// # Errors
    /// Names what is missing.
    pub fn check_publishable(&self) -> Result<(), Unpublishable> {
        check_publishable(&self.lead, &self.sources, self.review)
    }
}

/// Is a text with this lead, these sources and this label fit to be public?
///
/// # Errors
/// Names what is missing.
pub fn check_publishable(lead: &Line, sources: &Line, review: Review) -> Result<(), Unpublishable> {
    match (lead.is_empty(), review == Review::Sourced && sources.is_empty()) {
        (true, _) => Err(Unpublishable::NoLead),
        (_, true) => Err(Unpublishable::NoSource),
        _ => Ok(()),
    }
}

impl Explained for Unpublishable {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::NoLead => Sentence::new("story-no-lead"),
            Self::NoSource => Sentence::new("story-no-source"),
        }
    }
}

/// Reads a body: NFC, line ends made `\n`, nothing invisible.
///
/// # Errors
/// Refuses one over [`LONGEST_BODY`] and one with characters that nobody sees.
pub fn parse_body(text: &str) -> Result<String, TextError> {
    let body = nfc(text.replace("\r\n", "\n").replace('\r', "\n").trim());
    check_text(&body, LONGEST_BODY)?;
    Ok(body)
}

/// Reads a lead: one line of at most [`LONGEST_LEAD`] characters.
///
/// # Errors
/// Refuses a longer one and one with characters that nobody sees.
pub fn parse_lead(text: &str) -> Result<Line, TextError> {
    let lead = Line::parse(text)?;
    check_text(lead.as_str(), LONGEST_LEAD)?;
    Ok(lead)
}

/// Reads a list of sources, parted by ` ; `.
///
/// # Errors
/// Refuses one over [`LONGEST_SOURCES`] and one with characters that nobody sees.
pub fn parse_sources(text: &str) -> Result<Line, TextError> {
    Line::parse_up_to(text, LONGEST_SOURCES)
}
