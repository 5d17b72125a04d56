//! On which day of the year is something remembered, and on which pages is it said? (ngày kỷ niệm)

use super::token::tokens;
use super::{KnownDate, Lang, Line, Place, Slug};

tokens! {
    /// What happened on the day.
    AnniversaryKind {
        /// Somebody was born.
        Birth = "birth",
        /// Somebody died.
        Death = "death",
        /// Something else; it has words of its own.
        Event = "event",
    }
}

/// A day on which the pages say something that they do not say on other days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anniversary {
    /// Its identity in this register.
    pub slug: Slug,
    /// The day on which it happened, known to the day.
    pub date: KnownDate,
    /// What happened.
    pub kind: AnniversaryKind,
    /// The places that say it, and those that bear the name of one of them; every page where there is none.
    pub shown_on: Vec<Place>,
    /// What is said, by language in the order of [`Lang::ALL`]; of a birth or a death the interface has words.
    pub text: [Line; Lang::ALL.len()],
    /// What it rests on.
    pub source: Line,
}

impl Anniversary {
    /// Is it remembered on this day of this month?
    #[must_use]
    pub fn is_on(&self, month: i8, day: i8) -> bool {
        (self.date.month(), self.date.day()) == (Some(month), Some(day))
    }

    /// The words in this language; empty where there are none.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &Line {
        &self.text[lang as usize]
    }
}
