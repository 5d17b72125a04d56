//! Which words does the interface use in this language? One Fluent file a language, in `assets/texts`.

use super::assets::Texts;
use crate::register::{Lang, Sentence};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

/// The words of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    lang: Lang,
}

/// Each language is read when it is first asked for: a command needs one.
static ALL: [OnceLock<Words>; Lang::ALL.len()] = [const { OnceLock::new() }; Lang::ALL.len()];

impl Words {
    /// The words of this language.
    #[must_use]
    pub fn of(lang: Lang) -> &'static Self {
        ALL[lang as usize].get_or_init(|| Self::load(lang))
    }

    /// The language that these are in.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The language of a text, where it is not the page's.
    #[must_use]
    pub fn other(&self, of: Lang) -> Option<Lang> {
        (of != self.lang).then_some(of)
    }

    /// The words behind a key.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.tell_with(key, &[])
    }

    /// The words behind a key, with values put in.
    #[must_use]
    pub fn say_with(&self, key: &str, values: &[(&str, &dyn std::fmt::Display)]) -> String {
        let values: Vec<(&str, String)> = values.iter().map(|(name, value)| (*name, value.to_string())).collect();
        self.tell_with(key, &values)
    }

    /// A sentence that the register or another room has chosen.
    #[must_use]
    pub fn tell(&self, sentence: &Sentence) -> String {
        self.tell_with(sentence.key, &sentence.values)
    }

    /// What readers of this language call a language.
    #[must_use]
    pub fn language(&self, named: Lang) -> String {
        self.say(match named {
            Lang::Vi => "language-vi",
            Lang::En => "language-en",
            Lang::Fr => "language-fr",
            Lang::Zh => "language-zh",
            Lang::Ja => "language-ja",
            Lang::Ko => "language-ko",
        })
    }

    /// A quantity as this language writes it: 2.800 in Vietnamese, 2,800 in English.
    #[must_use]
    pub fn count(&self, quantity: usize) -> String {
        let separator = match self.lang {
            Lang::Vi => '.',
            Lang::En | Lang::Zh | Lang::Ja | Lang::Ko => ',',
            // CLDR: U+202F, a narrow space that no line breaks at.
            Lang::Fr => '\u{202f}',
        };
        let digits = quantity.to_string();
        let mut written = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                written.push(separator);
            }
            written.push(digit);
        }
        written
    }

    /// A number with the sign that this language puts before its decimals.
    #[must_use]
    pub fn decimal(&self, number: &str) -> String {
        if matches!(self.lang, Lang::Vi | Lang::Fr) { number.replace('.', ",") } else { number.to_owned() }
    }

    /// Bytes as people read them.
    #[must_use]
    pub fn size(&self, bytes: u64) -> String {
        let (unit, of) = if bytes < 1_000_000 { ("kB", 1_000) } else { ("MB", 1_000_000) };
        let tenths = bytes * 10 / of;
        if tenths >= 1_000 || unit == "kB" {
            return format!("{} {unit}", self.count(usize::try_from(bytes.div_ceil(of)).unwrap_or_default()));
        }
        self.decimal(&format!("{}.{} {unit}", tenths / 10, tenths % 10))
    }

    fn tell_with(&self, key: &str, values: &[(&str, String)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(*name, value_of(value));
        }
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            // What only the office says is not there in every language of the visitors.
            return if self.lang.of_office() == self.lang { key.to_owned() } else { Self::of(Lang::En).tell_with(key, values) };
        };
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    fn load(lang: Lang) -> Self {
        let tag: LanguageIdentifier = lang.as_str().parse().expect("our tags are well-formed");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        let file = Texts::get(&format!("{lang}.ftl")).expect("every language has its file");
        let text = String::from_utf8(file.data.into_owned()).expect("the files are UTF-8");
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self { bundle, lang }
    }
}

/// A whole number is given as one, so that plural rules apply; anything else is text.
fn value_of(value: &str) -> FluentValue<'static> {
    match value.parse::<u32>() {
        Ok(number) if number.to_string() == value => FluentValue::from(number),
        _ => FluentValue::from(value.to_owned()),
    }
}
