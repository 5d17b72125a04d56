//! In which languages does the product speak?

use super::token::tokens;

tokens! {
    /// A language that the interface is complete in.
    Lang {
        /// Tiếng Việt, the first language of the product.
        Vi = "vi",
        /// English.
        En = "en",
    }
}

impl Lang {
    /// The language's own name for itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Vi => "Tiếng Việt",
            Self::En => "English",
        }
    }

    /// The first of `wanted` that we have, by primary subtag (`en-GB` is English).
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL.iter().copied().find(|lang| lang.as_str().eq_ignore_ascii_case(primary))
    }
}
