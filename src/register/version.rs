//! What is one saved state of a text, and how do two people's changes come together?

use super::paragraphs::paragraphs;
use super::story::{Unpublishable, check_publishable};
use super::token::tokens;
use super::{Lang, Line, Place, Review};

/// The part of a story that people write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The answer in one breath.
    pub lead: Line,
    /// The text, in Markdown.
    pub body: String,
    /// What it rests on, parted by ` ; `.
    pub sources: Line,
    /// Whether it has been confirmed.
    pub review: Review,
    /// The pictures beside it, by number, in order.
    pub photos: Vec<i64>,
}

/// One saved state of a text; it never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its number among all versions.
    pub id: i64,
    /// What it is about.
    pub place: Place,
    /// The language that it is written in.
    pub lang: Lang,
    /// Its number among the versions of this text, from 1.
    pub number: u32,
    /// What it says.
    pub text: Text,
    /// The name of whoever saved it.
    pub author: Line,
    /// Who saved it; none where it came in a file.
    pub editor: Option<i64>,
    /// The version that it was written from.
    pub based_on: Option<i64>,
    /// The version that it brings back.
    pub restored_from: Option<i64>,
    /// The Vietnamese version that it is a translation of.
    pub translated_from: Option<i64>,
    /// When it was saved, ISO 8601 in UTC; empty where it was there before the office was.
    pub made_at: String,
}

tokens! {
    /// The parts of a text that two people can change without getting in each other's way.
    TextField {
        /// The lead.
        Lead = "lead",
        /// The body.
        Body = "body",
        /// The sources.
        Sources = "sources",
        /// The label.
        Review = "review",
        /// The pictures.
        Photos = "photos",
    }
}

/// Two people's changes to a text, brought together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// Every change that stands in nobody's way; where both changed a field, mine.
    pub text: Text,
    /// The fields that both changed, and differently.
    pub conflicts: Vec<TextField>,
}

impl Default for Text {
    /// The empty text, which says that it awaits review.
    fn default() -> Self {
        Self { lead: Line::default(), body: String::new(), sources: Line::default(), review: Review::Awaiting, photos: Vec::new() }
    }
}

impl Text {
    /// A field as text.
    #[must_use]
    pub fn field(&self, field: TextField) -> String {
        match field {
            TextField::Lead => self.lead.to_string(),
            TextField::Body => self.body.clone(),
            TextField::Sources => self.sources.to_string(),
            TextField::Review => self.review.to_string(),
            TextField::Photos => self.photos.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        }
    }

    /// Every field with its name, as the history keeps them.
    #[must_use]
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        TextField::ALL.iter().map(|field| (field.as_str(), self.field(*field))).collect()
    }

    /// Takes one field over from another text.
    pub fn take(&mut self, field: TextField, from: &Self) {
        match field {
            TextField::Lead => self.lead = from.lead.clone(),
            TextField::Body => self.body.clone_from(&from.body),
            TextField::Sources => self.sources = from.sources.clone(),
            TextField::Review => self.review = from.review,
            TextField::Photos => self.photos.clone_from(&from.photos),
        }
    }

    /// Its paragraphs, the lead first.
    #[must_use]
    pub fn paragraphs(&self) -> Vec<String> {
        paragraphs(self.lead.as_str(), &self.body)
    }

    /// Is it fit to be public?
    ///
    /// # Errors
    /// Names what is missing.
    pub fn check_publishable(&self) -> Result<(), Unpublishable> {
        check_publishable(&self.lead, &self.sources, self.review)
    }
}

/// Brings together what I and somebody else made of the same text: whatever only one of us changed is kept.
#[must_use]
pub fn merge(base: &Text, mine: &Text, theirs: &Text) -> Merged {
    let mut merged = Merged { text: mine.clone(), conflicts: Vec::new() };
    for field in TextField::ALL {
        let [was, mine, is] = [base, mine, theirs].map(|text| text.field(*field));
        if mine == was {
            merged.text.take(*field, theirs);
        } else if is != was && is != mine {
            merged.conflicts.push(*field);
        }
    }
    merged
}
