//! What did somebody type into the form of a text? Raw first, so that nothing is lost; a text only when every field is right.

use super::source_rows;
use crate::register::story::{parse_body, parse_lead, parse_sources};
use crate::register::unusual::cleaned;
use crate::register::{Review, Sentence, Text, TextError, TextField, Version};
use crate::store::RawFields;
use crate::web::form::Form;

/// Most paragraphs of a translation that are read.
const MOST_PARAGRAPHS: usize = 200;

/// The fields of a form about a text, as typed: names of [`TextField`], and `checked` for a translation.
#[must_use]
pub fn raw_of(form: &Form) -> RawFields {
    let mut raw = RawFields::new();
    raw.insert("lead".to_owned(), form.get("lead"));
    raw.insert("body".to_owned(), body_of(form));
    raw.insert("sources".to_owned(), form.find("sources").unwrap_or_else(|| source_rows::read_rows(form)));
    raw.insert("review".to_owned(), form.find("review").unwrap_or_else(|| Review::Awaiting.to_string()));
    raw.insert("photos".to_owned(), form.all("photo").collect::<Vec<_>>().join(" "));
    raw.insert("checked".to_owned(), form.all("checked").collect::<Vec<_>>().join(" "));
    raw
}

/// The body: one field, or for a translation one field a paragraph.
fn body_of(form: &Form) -> String {
    form.find("body").unwrap_or_else(|| {
        let paragraphs = (1..MOST_PARAGRAPHS).map_while(|at| form.find(&format!("paragraph-{at}")));
        let written: Vec<String> = paragraphs.map(|paragraph| paragraph.trim().to_owned()).filter(|one| !one.is_empty()).collect();
        written.join("\n\n")
    })
}

/// The fields of a version, as a form shows them.
#[must_use]
pub fn raw_of_version(version: Option<&Version>) -> RawFields {
    let text = version.map(|version| version.text.clone()).unwrap_or_default();
    raw_of_text(&text)
}

/// The fields of a text, as a form shows them.
#[must_use]
pub fn raw_of_text(text: &Text) -> RawFields {
    text.fields().into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// A field as typed, empty where it was not sent.
#[must_use]
pub fn field<'a>(raw: &'a RawFields, name: &str) -> &'a str {
    raw.get(name).map_or("", String::as_str)
}

/// The fields without the characters that nobody sees, and with the letters that were meant.
#[must_use]
pub fn without_unusual(raw: &RawFields) -> RawFields {
    raw.iter().map(|(name, value)| (name.clone(), cleaned(value))).collect()
}

/// The numbers in a field, parted by spaces; whatever is no number is left out.
#[must_use]
pub fn numbers<T: std::str::FromStr>(raw: &RawFields, name: &str) -> Vec<T> {
    field(raw, name).split_whitespace().filter_map(|number| number.parse().ok()).collect()
}

/// The text, or every field that is not right with the sentence that says why.
///
/// # Errors
/// Names each field at fault.
pub fn text_of(raw: &RawFields) -> Result<Text, Vec<(TextField, Sentence)>> {
    let mut faults: Vec<(TextField, Sentence)> = Vec::new();
    let lead = parse_lead(field(raw, "lead")).map_err(|error| faults.push((TextField::Lead, error.into()))).ok();
    let body = parse_body(field(raw, "body")).map_err(|error| faults.push((TextField::Body, error.into()))).ok();
    let sources = parse_sources(field(raw, "sources")).map_err(|error| faults.push((TextField::Sources, error.into()))).ok();
    faults.extend(source_rows::faults(field(raw, "sources")).into_iter().map(|fault| (TextField::Sources, fault.reason)));
    let review = Review::parse(field(raw, "review")).map_err(|error| faults.push((TextField::Review, error.into()))).ok();
    let photos = numbers(raw, "photos");
    match (lead, body, sources, review) {
        (Some(lead), Some(body), Some(sources), Some(review)) if faults.is_empty() => Ok(Text { lead, body, sources, review, photos }),
        _ => Err(faults),
    }
}

/// Is a character that nobody sees the fault? It can be taken out at the press of a button.
#[must_use]
pub fn has_invisible(raw: &RawFields) -> bool {
    ["lead", "body", "sources"].iter().any(|name| {
        let checked = match *name {
            "body" => parse_body(field(raw, name)).map(drop),
            _ => parse_sources(field(raw, name)).map(drop),
        };
        matches!(checked, Err(TextError::Invisible(_)))
    })
}

/// The text as a preview shows it: whatever cannot be kept is shown as well as it can be.
#[must_use]
pub fn shown_text(raw: &RawFields) -> Text {
    let raw = without_unusual(raw);
    let short = |name: &str, most: usize| field(&raw, name).chars().take(most).collect::<String>();
    Text {
        lead: parse_sources(&short("lead", 2_000)).unwrap_or_default(),
        body: parse_body(&short("body", 40_000)).unwrap_or_default(),
        sources: parse_sources(&short("sources", 8_000)).unwrap_or_default(),
        review: Review::parse(field(&raw, "review")).unwrap_or(Review::Awaiting),
        photos: numbers(&raw, "photos"),
    }
}
