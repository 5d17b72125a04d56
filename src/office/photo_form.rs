//! What may be said of a picture, and how is it filled in? The same fields when it comes and when it is changed.

use super::Error;
use crate::register::photo::OFFERED_LICENCES;
use crate::register::{Lang, Line, PerLang, Photo, PhotoWords, Sentence};
use crate::web::form::Form;
use crate::web::photos::licence_shown;
use crate::web::words::Words;
use maud::{Markup, html};

/// The choice of a licence that is not among the common ones.
pub const OTHER: &str = "other";
/// Longest text that a field takes, in characters; what it shows may be told at more length.
const LONGEST: usize = 300;
const LONGEST_ALT: usize = 500;

/// The fields as typed, right or wrong.
#[derive(Debug, Clone, Default)]
pub struct Filled {
    author: String,
    licence: String,
    other_licence: String,
    source: String,
    taken: String,
    alt_vi: String,
    alt_en: String,
}

/// A field that cannot be kept as it is.
#[derive(Debug)]
pub struct WrongField {
    /// The key of its label, which is also what the form marks it by.
    pub label: &'static str,
    /// Why it cannot be kept.
    pub why: Why,
}

/// Why a field cannot be kept.
#[derive(Debug)]
pub enum Why {
    /// Its text is refused.
    Text(Error),
    /// A licence is chosen and another one written.
    TwoLicences,
}

impl WrongField {
    /// The sentence that says which field is wrong, and why.
    #[must_use]
    pub fn told(&self, words: &Words) -> String {
        use crate::register::Explained;
        let why = match &self.why {
            Why::Text(error) => words.tell(&error.sentence()),
            Why::TwoLicences => words.tell(&Sentence::new("photo-two-licences")),
        };
        format!("{}: {why}", words.say(self.label))
    }
}

impl Filled {
    /// As sent.
    #[must_use]
    pub fn of_form(form: &Form) -> Self {
        Self {
            author: form.get("author"),
            licence: form.get("licence"),
            other_licence: form.get("other_licence"),
            source: form.get("source"),
            taken: form.get("taken"),
            alt_vi: form.get("alt_vi"),
            alt_en: form.get("alt_en"),
        }
    }

    /// As kept.
    #[must_use]
    pub fn of_photo(photo: &Photo) -> Self {
        let licence = photo.licence.to_string();
        let is_offered = licence.is_empty() || OFFERED_LICENCES.contains(&licence.as_str());
        let (licence, other_licence) = if is_offered { (licence, String::new()) } else { (OTHER.to_owned(), licence) };
        Self {
            author: photo.author.to_string(),
            licence,
            other_licence,
            source: photo.source.to_string(),
            taken: photo.taken.to_string(),
            alt_vi: photo.alt.vi.to_string(),
            alt_en: photo.alt.en.to_string(),
        }
    }

    /// What is said, as it can be kept.
    ///
    /// # Errors
    /// Names the first field that cannot, and why.
    pub fn words(&self) -> Result<PhotoWords, WrongField> {
        let line =
            |label, text: &str, most| Line::parse_up_to(text, most).map_err(|error| WrongField { label, why: Why::Text(error.into()) });
        let chosen = if self.licence == OTHER { "" } else { self.licence.trim() };
        let other = self.other_licence.trim();
        if !chosen.is_empty() && !other.is_empty() && chosen != other {
            return Err(WrongField { label: "photo-licence", why: Why::TwoLicences });
        }
        Ok(PhotoWords {
            author: line("photo-author", &self.author, LONGEST)?,
            licence: line("photo-licence", if chosen.is_empty() { other } else { chosen }, LONGEST)?,
            source: line("photo-source", &self.source, LONGEST)?,
            taken: line("photo-taken", &self.taken, LONGEST)?,
            alt: PerLang { vi: line("photo-alt-vi", &self.alt_vi, LONGEST_ALT)?, en: line("photo-alt-en", &self.alt_en, LONGEST_ALT)? },
        })
    }
}

/// The fields of the form; `wrong` is the label of the one that was refused.
pub fn fields_markup(filled: &Filled, wrong: Option<&str>, words: &Words) -> Markup {
    let field = |label, name, value, hint| text_field(&TextField { label, name, value, hint, is_wrong: wrong == Some(label) }, words);
    html! {
        (field("photo-author", "author", &filled.author, "photo-author-hint"))
        (licence_markup(filled, wrong == Some("photo-licence"), words))
        (field("photo-source", "source", &filled.source, "photo-source-hint"))
        (field("photo-taken", "taken", &filled.taken, "photo-taken-hint"))
        (alt_markup("photo-alt-vi", Lang::Vi, &filled.alt_vi, wrong, words))
        (alt_markup("photo-alt-en", Lang::En, &filled.alt_en, wrong, words))
    }
}

struct TextField<'a> {
    label: &'a str,
    name: &'a str,
    value: &'a str,
    hint: &'a str,
    is_wrong: bool,
}

fn text_field(field: &TextField<'_>, words: &Words) -> Markup {
    html! {
        label for=(field.name) { (words.say(field.label)) }
        input id=(field.name) name=(field.name) value=(field.value) autocomplete="off" aria-invalid=[field.is_wrong.then_some("true")]
            aria-describedby=(format!("{}-hint", field.name));
        small id=(format!("{}-hint", field.name)) { (words.say(field.hint)) }
    }
}

fn licence_markup(filled: &Filled, is_wrong: bool, words: &Words) -> Markup {
    let is_other = filled.licence == OTHER || (filled.licence.is_empty() && !filled.other_licence.is_empty());
    html! {
        label for="licence" { (words.say("photo-licence")) }
        select id="licence" name="licence" aria-invalid=[is_wrong.then_some("true")] {
            option value="" { (words.say("photo-licence-unknown")) }
            (licence_options(words, &filled.licence, is_other))
        }
        label for="other_licence" { (words.say("photo-other-licence")) }
        input id="other_licence" name="other_licence" value=(filled.other_licence) autocomplete="off";
    }
}

/// The common licences to choose from, and another one.
pub fn licence_options(words: &Words, chosen: &str, is_other: bool) -> Markup {
    html! {
        @for licence in OFFERED_LICENCES { option value=(licence) selected[chosen == licence] { (licence_shown(licence, words)) } }
        option value=(OTHER) selected[is_other] { (words.say("photo-licence-other")) }
    }
}

fn alt_markup(label: &str, lang: Lang, value: &str, wrong: Option<&str>, words: &Words) -> Markup {
    let id = format!("alt_{lang}");
    html! {
        label for=(id) { (words.say(label)) }
        textarea id=(id) name=(id) rows="2" lang=(lang) aria-invalid=[(wrong == Some(label)).then_some("true")]
            aria-describedby=(format!("{id}-hint")) { (value) }
        small id=(format!("{id}-hint")) { (words.say("photo-alt-hint")) }
    }
}
