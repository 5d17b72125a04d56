//! Which tables go in and out, and what are their columns?

use crate::register::token::tokens;

tokens! {
    /// What one file holds.
    Kind {
        /// Named ways and the public works listed with them.
        Streets = "streets",
        /// Signs with their permanent codes.
        Signs = "signs",
        /// Sights and relics.
        Landmarks = "landmarks",
        /// What the names honour.
        Namesakes = "namesakes",
        /// Texts about places.
        Stories = "stories",
        /// Administrative units, those in force and those before them.
        Wards = "wards",
        /// Days of the year on which pages say something more.
        Anniversaries = "anniversaries",
        /// Addresses of before there were codes.
        LegacyLinks = "legacy-links",
    }
}

impl Kind {
    /// The columns in the order of the export; an import takes them in any order.
    #[must_use]
    pub const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Streets => &[
                "slug",
                "name",
                "kind",
                "name_kind",
                "namesake",
                "attestation",
                "source",
                "districts",
                "former_names",
                "former_names_en",
                "local_tie",
                "local_tie_en",
                "length_m",
                "decision",
                "note",
                "names",
            ],
            Self::Signs => &[
                "code",
                "link",
                "place_kind",
                "place",
                "place_name",
                "number",
                "ward",
                "state",
                "placement",
                "lat",
                "lon",
                "mounting_m",
                "distance_m",
            ],
            Self::Landmarks => &[
                "slug",
                "name",
                "kind",
                "name_kind",
                "namesake",
                "attestation",
                "source",
                "name_en",
                "districts",
                "lat",
                "lon",
                "coordinate_source",
                "built",
                "rank",
                "fact",
                "fact_en",
                "note",
                "names",
            ],
            Self::Namesakes => &["slug", "name", "kind", "from", "until", "role", "role_en", "other_names", "source", "note"],
            Self::Stories => &["place_kind", "place", "lang", "stage", "lead", "body", "sources", "review", "author"],
            Self::Wards => &["slug", "code", "name", "kind", "from", "until", "district", "became", "split", "source"],
            Self::Anniversaries => {
                &["slug", "date", "kind", "shown_on", "text", "text_en", "text_fr", "text_zh", "text_ja", "text_ko", "source"]
            }
            Self::LegacyLinks => &["address", "place_kind", "place", "code"],
        }
    }

    /// The columns that say which record a row is about; a file without them is refused.
    #[must_use]
    pub const fn key_columns(self) -> &'static [&'static str] {
        match self {
            Self::Signs => &["code"],
            Self::Stories => &["place_kind", "place", "lang"],
            Self::LegacyLinks => &["address"],
            Self::Streets | Self::Landmarks | Self::Namesakes | Self::Wards | Self::Anniversaries => &["slug"],
        }
    }

    /// Where a column stands, by its name in any case with blanks around it.
    pub(super) fn position(self, name: &str) -> Option<usize> {
        self.columns().iter().position(|column| column.eq_ignore_ascii_case(name.trim()))
    }
}

/// Columns that JSON writes as numbers wherever no digit is lost by it.
pub(super) const NUMBERS: [&str; 7] = ["number", "lat", "lon", "length_m", "mounting_m", "distance_m", "count"];
