//! What does the register hold about a street? (tuyến đường)

use super::token::tokens;
use super::{Attestation, Line, Name, NamePeriod, NamesakeKind, PerLang, Slug};

tokens! {
    /// The word before the name, which is part of the official name.
    WayKind {
        /// Đường: the default in the south, and for main axes.
        Road = "road",
        /// Phố: lined with houses and shops; the north's word, kept untranslated.
        Pho = "pho",
        /// Đại lộ.
        Avenue = "avenue",
        /// Ngõ (north), kiệt (centre): leaves a street, numbered as a rule.
        Alley = "alley",
        /// Ngách (north), hẻm (south): leaves an alley.
        SubAlley = "sub-alley",
        /// Cầu: a public work listed with the streets.
        Bridge = "bridge",
        /// Vườn hoa: a public work listed with the streets.
        Garden = "garden",
        /// Quảng trường: a public work listed with the streets.
        Square = "square",
    }
}

/// A named way of the city, or a public work that is signed like one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Street {
    /// Its part of the address; changes only by renaming.
    pub slug: Slug,
    /// The official name without the kind.
    pub name: Name,
    /// The kind, where a source tells it.
    pub kind: Option<WayKind>,
    /// What sort of name it is, where that is known.
    pub name_kind: Option<NamesakeKind>,
    /// The namesake, only where it is certain.
    pub namesake: Option<Slug>,
    /// How well the sources attest the street.
    pub attestation: Attestation,
    /// Where the row comes from.
    pub source: Line,
    /// The former districts that it lies in (ended on 1 July 2025), parted by semicolons.
    pub districts: Line,
    /// Names that it bore before, as free text.
    pub former_names: PerLang,
    /// Its names over time.
    pub names: Vec<NamePeriod>,
    /// What ties the street or its namesake to the city.
    pub local_tie: PerLang,
    /// Length in metres, where known.
    pub length_m: Option<u32>,
    /// The decision that named it: number, body, date; empty where unknown.
    pub decision: Line,
    /// For the office only; never shown to a visitor.
    pub note: Line,
}
