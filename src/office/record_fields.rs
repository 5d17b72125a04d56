//! Which fields has the form of a record, in which order, and how is each filled in?

use super::fields::{Field, Sheet};
use super::name_rows;
use crate::register::{Attestation, FieldFault, FieldTexts, Name, NamesakeKind, PlaceKind, Rank, Sentence, Slug, WayKind};
use crate::web::form::Form;
use crate::web::words::Words;
use crate::web::{landmark_page, namesake_page, street_page};
use maud::{Markup, html};

/// How a field is filled in.
#[derive(Clone, Copy)]
enum Control {
    Line,
    Long,
    Names,
    Namesake,
    Choice(fn(&Words) -> Vec<(String, String)>),
}

/// A field and how it is filled in.
struct Shape(Field, Control);

const fn shape(name: &'static str, label: &'static str, help: &'static str, control: Control) -> Shape {
    Shape(Field { name, label, help }, control)
}

/// The name of a new place; one that exists gets another by renaming.
pub(super) const NAME: Field = Field { name: "name", label: "field-name", help: "field-name-help" };

const STREET: &[Shape] = &[
    shape("kind", "field-way-kind", "field-way-kind-help", Control::Choice(ways)),
    shape("name_kind", "field-name-kind", "field-name-kind-help", Control::Choice(maybe_namesake_kinds)),
    shape("namesake", "field-namesake", "field-namesake-help", Control::Namesake),
    shape("attestation", "field-attestation", "field-attestation-help", Control::Choice(attestations)),
    shape("names", "field-names", "field-names-help", Control::Names),
    shape("former_names", "field-former-names", "field-former-names-help", Control::Line),
    shape("former_names_en", "field-former-names-en", "field-former-names-en-help", Control::Line),
    shape("decision", "field-decision", "field-decision-help", Control::Line),
    shape("districts", "field-districts", "field-districts-help", Control::Line),
    shape("local_tie", "field-local-tie", "field-local-tie-help", Control::Long),
    shape("local_tie_en", "field-local-tie-en", "field-local-tie-en-help", Control::Long),
    shape("length_m", "field-length", "field-length-help", Control::Line),
    shape("source", "field-source", "field-source-help", Control::Long),
    shape("note", "field-note", "field-note-help", Control::Long),
];

const LANDMARK: &[Shape] = &[
    shape("name_en", "field-name-en", "field-name-en-help", Control::Line),
    shape("kind", "field-landmark-kind", "field-landmark-kind-help", Control::Line),
    shape("namesake", "field-namesake", "field-namesake-help", Control::Namesake),
    shape("attestation", "field-attestation", "field-attestation-help", Control::Choice(attestations)),
    shape("names", "field-names", "field-names-help", Control::Names),
    shape("rank", "field-rank", "field-rank-help", Control::Choice(ranks)),
    shape("built", "field-built", "field-built-help", Control::Line),
    shape("fact", "field-fact", "field-fact-help", Control::Long),
    shape("fact_en", "field-fact-en", "field-fact-en-help", Control::Long),
    shape("districts", "field-districts", "field-districts-help", Control::Line),
    shape("lat", "field-lat", "field-lat-help", Control::Line),
    shape("lon", "field-lon", "field-lon-help", Control::Line),
    shape("coordinate_source", "field-coordinate-source", "field-coordinate-source-help", Control::Line),
    shape("source", "field-source", "field-source-help", Control::Long),
    shape("note", "field-note", "field-note-help", Control::Long),
];

const NAMESAKE: &[Shape] = &[
    shape("kind", "field-name-kind", "field-namesake-kind-help", Control::Choice(namesake_kinds)),
    shape("from", "field-from", "field-from-help", Control::Line),
    shape("until", "field-until", "field-until-help", Control::Line),
    shape("role", "field-role", "field-role-help", Control::Long),
    shape("role_en", "field-role-en", "field-role-en-help", Control::Long),
    shape("other_names", "field-other-names", "field-other-names-help", Control::Line),
    shape("source", "field-source", "field-source-help", Control::Long),
    shape("note", "field-note", "field-note-help", Control::Long),
];

const fn shapes(kind: PlaceKind) -> &'static [Shape] {
    match kind {
        PlaceKind::Street => STREET,
        PlaceKind::Landmark => LANDMARK,
        PlaceKind::Namesake => NAMESAKE,
    }
}

/// Every namesake, to choose from.
pub(super) type Namesakes = [(Slug, Name)];

/// The key of the label of a field, none where the form has no such field.
pub(super) fn label_of(kind: PlaceKind, name: &str) -> Option<&'static str> {
    let found = shapes(kind).iter().find(|Shape(field, _)| field.name == name);
    found.map(|Shape(field, _)| field.label).or((name == NAME.name).then_some(NAME.label))
}

/// The fields of a record, in the order in which people fill them in.
pub(super) fn fields_markup(sheet: &Sheet<'_>, kind: PlaceKind, namesakes: &Namesakes) -> Markup {
    html! {
        @for Shape(field, control) in shapes(kind) { (field_markup(sheet, *field, *control, namesakes)) }
        datalist id="namesakes" { @for (slug, name) in namesakes { option value=(spoken_namesake(name, slug)) {} } }
    }
}

fn field_markup(sheet: &Sheet<'_>, field: Field, control: Control, namesakes: &Namesakes) -> Markup {
    match control {
        Control::Line => sheet.line(field),
        Control::Long => sheet.long(field),
        Control::Choice(options) => sheet.choice(field, &options(sheet.words)),
        Control::Names => html! {
            fieldset.field id="field-names" {
                legend { (sheet.words.say(field.label)) }
                (sheet.notes(field))
                (name_rows::rows(sheet.words, sheet.text(field.name)))
            }
        },
        Control::Namesake => {
            let known = namesakes.iter().find(|(slug, _)| slug.as_str() == sheet.text(field.name));
            let shown = known.map_or_else(|| sheet.text(field.name).to_owned(), |(slug, name)| spoken_namesake(name, slug));
            let texts = FieldTexts::from([(field.name.to_owned(), shown)]);
            Sheet { texts: &texts, ..*sheet }.listed(field, Some("namesakes"))
        }
    }
}

/// The fields as whoever may not change them sees them: those that say something.
pub(super) fn told_markup(words: &Words, kind: PlaceKind, texts: &FieldTexts) -> Markup {
    let told = shapes(kind).iter().filter_map(|Shape(field, control)| {
        let text = texts.get(field.name).filter(|text| !text.is_empty())?;
        let chosen = match control {
            Control::Choice(options) => options(words).into_iter().find(|(value, _)| value == text).map(|(_, label)| label),
            _ => None,
        };
        Some((words.say(field.label), chosen.unwrap_or_else(|| text.clone())))
    });
    html! { dl { @for (label, text) in told { dt { (label) } dd { (text) } } } }
}

/// What was typed into the fields; a field that was not sent stays as it was. What is typed for a namesake becomes its slug.
pub(super) fn read_typed(form: &Form, kind: PlaceKind, base: &FieldTexts, namesakes: &Namesakes) -> (FieldTexts, Vec<FieldFault>) {
    let (mut texts, mut faults) = (base.clone(), Vec::new());
    for Shape(field, control) in shapes(kind) {
        let typed = match control {
            Control::Names => name_rows::has_rows(form).then(|| name_rows::read_rows(form)),
            _ => form.find(field.name),
        };
        let Some(typed) = typed else { continue };
        let read = if matches!(control, Control::Namesake) { meant_namesake(&typed, namesakes) } else { Ok(typed.clone()) };
        let read = read.unwrap_or_else(|reason| {
            faults.push(FieldFault { field: field.name.to_owned(), reason });
            typed
        });
        texts.insert(field.name.to_owned(), read);
    }
    (texts, faults)
}

/// The slug of the namesake that somebody means: as the list writes it, by its slug, or by a name that only one has.
fn meant_namesake(typed: &str, namesakes: &Namesakes) -> Result<String, Sentence> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(String::new());
    }
    let bracketed = typed.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).map(|(_, slug)| slug.trim());
    let by_slug = |wanted: &str| namesakes.iter().find(|(slug, _)| slug.as_str() == wanted).map(|(slug, _)| slug.to_string());
    if let Some(slug) = bracketed.and_then(by_slug).or_else(|| by_slug(typed)) {
        return Ok(slug);
    }
    let mut named = namesakes.iter().filter(|(_, name)| name.as_str().to_lowercase() == typed.to_lowercase());
    let shown: String = typed.chars().take(60).collect();
    match (named.next(), named.next()) {
        (Some((slug, _)), None) => Ok(slug.to_string()),
        (Some(_), Some(_)) => Err(Sentence::new("namesake-ambiguous").with("given", shown)),
        _ => Err(Sentence::new("namesake-not-found").with("given", shown)),
    }
}

fn spoken_namesake(name: &Name, slug: &Slug) -> String {
    format!("{name} ({slug})")
}

/// A list to choose from, with the choice that nobody knows.
fn or_unknown(words: &Words, options: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), words.say("choice-unknown"))).chain(options).collect()
}

fn ways(words: &Words) -> Vec<(String, String)> {
    or_unknown(words, WayKind::ALL.iter().map(|kind| (kind.to_string(), words.say(street_page::kind_key(*kind)))))
}

fn namesake_kinds(words: &Words) -> Vec<(String, String)> {
    NamesakeKind::ALL.iter().map(|kind| (kind.to_string(), words.say(namesake_page::kind_key(*kind)))).collect()
}

fn maybe_namesake_kinds(words: &Words) -> Vec<(String, String)> {
    or_unknown(words, namesake_kinds(words).into_iter())
}

fn attestations(words: &Words) -> Vec<(String, String)> {
    Attestation::ALL.iter().map(|one| (one.to_string(), words.say(street_page::attestation_key(*one)))).collect()
}

fn ranks(words: &Words) -> Vec<(String, String)> {
    or_unknown(words, Rank::ALL.iter().map(|rank| (rank.to_string(), words.say(landmark_page::rank_key(*rank)))))
}
