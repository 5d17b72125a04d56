//! In which languages does the product speak?

use super::token::tokens;

tokens! {
    /// A language that visitors are spoken to in.
    Lang {
        /// Tiếng Việt, the first language of the product.
        Vi = "vi",
        /// English.
        En = "en",
        /// Français.
        Fr = "fr",
        /// 中文, in simplified characters.
        Zh = "zh",
        /// 日本語.
        Ja = "ja",
        /// 한국어.
        Ko = "ko",
    }
}

impl Lang {
    /// The languages that the office, the commands and the sheets speak too; in them the interface is complete everywhere.
    pub const OFFICE: &'static [Self] = &[Self::Vi, Self::En];

    /// This language where the office speaks it, else English.
    #[must_use]
    pub fn of_office(self) -> Self {
        if Self::OFFICE.contains(&self) { self } else { Self::En }
    }

    /// The language's own name for itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Vi => "Tiếng Việt",
            Self::En => "English",
            Self::Fr => "Français",
            Self::Zh => "中文",
            Self::Ja => "日本語",
            Self::Ko => "한국어",
        }
    }

    /// The languages in the order in which a reader of this one takes a text: this one, English, Vietnamese, then any.
    pub fn reading_order(self) -> impl Iterator<Item = Self> {
        let first = [self, Self::En, Self::Vi];
        let others = Self::ALL.iter().copied().filter(move |lang| !first.contains(lang));
        let known = first.into_iter().enumerate().filter(move |(at, lang)| *at == 0 || *lang != self).map(|(_, lang)| lang);
        known.chain(others)
    }

    /// The first of `wanted` that we have, by primary subtag (`en-GB` is English).
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL.iter().copied().find(|lang| lang.as_str().eq_ignore_ascii_case(primary))
    }
}
