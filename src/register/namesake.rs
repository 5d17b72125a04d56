//! Whom or what does a name honour? (đối tượng được đặt tên)

use super::token::tokens;
use super::{Line, Name, PerLang, Slug};

tokens! {
    /// The kinds of namesake that article 10 of decree 91/2005/NĐ-CP allows.
    NamesakeKind {
        /// Danh nhân.
        Person = "person",
        /// Sự kiện lịch sử.
        Event = "event",
        /// Địa danh.
        Place = "place",
        /// A word of political, cultural or social meaning, a trade, a thing.
        Word = "word",
    }
}

/// What a name honours; many streets and landmarks may share one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Namesake {
    /// Its part of the address.
    pub slug: Slug,
    /// The name by which it is best known.
    pub name: Name,
    /// Person, event, place or word.
    pub kind: NamesakeKind,
    /// Birth, beginning or foundation: a year, `~` before it for about, `-` before it for BCE; empty where unknown.
    pub from: Line,
    /// Death or end, written as `from` is.
    pub until: Line,
    /// Who or what it is, in one sentence.
    pub role: PerLang,
    /// Birth name, courtesy name, pen names, parted by semicolons.
    pub other_names: Line,
    /// Where the facts come from; `background` is general knowledge that awaits review.
    pub source: Line,
    /// For the office only.
    pub note: Line,
}
