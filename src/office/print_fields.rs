//! What does the form of an order look like? Which signs, which plate, which files, and why.

use super::fields::{Field, Sheet};
use super::print_choice::Choice;
use super::print_form::OWN;
use super::print_parts::{metres, plate_name};
use crate::edition::Edition;
use crate::print::{Format, Plate, Sheet as Paper};
use crate::register::{Lang, OrderCause, Place, PlaceKind, Ward};
use crate::store::BatchRow;
use crate::web::words::Words;
use maud::{Markup, html};
use std::collections::BTreeMap;

const WHICH: Field = Field { name: "which", label: "order-which", help: "" };
const PLATE: Field = Field { name: "plate", label: "order-plate", help: "" };
const PLACES: Field = Field { name: "places", label: "order-places", help: "order-places-help" };
const WARDS: Field = Field { name: "wards", label: "order-wards", help: "order-wards-help" };
const CODES: Field = Field { name: "codes", label: "order-codes", help: "order-codes-help" };
const SINCE: Field = Field { name: "since", label: "order-since", help: "order-since-help" };
const SHEET: Field = Field { name: "sheet", label: "order-sheet", help: "order-sheet-help" };
const OWN_WIDTH: Field = Field { name: "own_width", label: "order-own-width", help: "" };
const OWN_HEIGHT: Field = Field { name: "own_height", label: "order-own-height", help: "" };
const FORMAT: Field = Field { name: "format", label: "order-format", help: "order-format-help" };
const DPI: Field = Field { name: "dpi", label: "order-dpi", help: "order-dpi-help" };
const BWR: Field = Field { name: "bwr", label: "order-bwr", help: "order-bwr-help" };
const SKIP: Field = Field { name: "skip", label: "order-skip", help: "order-skip-help" };
const SPOTS: Field = Field { name: "spots", label: "order-spots", help: "order-spots-help" };
const PROFILE: Field = Field { name: "profile", label: "order-profile", help: "order-profile-help" };
const CAUSE: Field = Field { name: "cause", label: "order-cause", help: "order-cause-help" };
const NOTE: Field = Field { name: "note", label: "order-note", help: "order-note-help" };

/// The key of the label of a field.
pub fn label_of(name: &str) -> Option<&'static str> {
    let fields =
        [WHICH, PLATE, PLACES, WARDS, CODES, SINCE, SHEET, OWN_WIDTH, OWN_HEIGHT, FORMAT, DPI, BWR, SKIP, SPOTS, PROFILE, CAUSE, NOTE];
    fields.iter().find(|field| field.name == name).map(|field| field.label)
}

/// What there is to choose from.
pub struct Offer {
    /// The places that have signs, with their names and how many.
    pub places: Vec<(Place, String, usize)>,
    /// The wards in force, with how many signs stand in each.
    pub wards: Vec<(Ward, usize)>,
    /// The newest orders.
    pub batches: Vec<BatchRow>,
    /// Colour profiles that were used before, by digest and name.
    pub profiles: Vec<(String, String)>,
}

impl Offer {
    /// What the register offers.
    pub fn of(edition: &Edition, batches: Vec<BatchRow>, profiles: Vec<(String, String)>) -> Self {
        let (mut places, mut wards) = (BTreeMap::<Place, usize>::new(), BTreeMap::new());
        for sign in edition.signs() {
            *places.entry(sign.place.clone()).or_default() += 1;
            if let Some(ward) = &sign.ward {
                *wards.entry(ward.clone()).or_default() += 1;
            }
        }
        let name = |place: &Place| edition.find(place).map_or_else(String::new, |entry| entry.name(Lang::Vi).to_owned());
        let mut places: Vec<_> = places.into_iter().map(|(place, count)| (name(&place), place, count)).collect();
        places.sort();
        // A ward in which no sign is known to stand is no choice.
        let in_force = edition.wards().iter().filter(|ward| ward.until.is_empty());
        let wards = in_force.filter_map(|ward| Some((ward.clone(), wards.get(&ward.slug).copied()?)));
        Self {
            places: places.into_iter().map(|(name, place, count)| (place, name, count)).collect(),
            wards: wards.collect(),
            batches,
            profiles,
        }
    }
}

/// The fields of the form.
pub fn fields(sheet: &Sheet<'_>, offer: &Offer) -> Markup {
    let words = sheet.words;
    let causes: Vec<_> = OrderCause::ALL.iter().map(|cause| (cause.to_string(), words.say(cause.key()))).collect();
    html! {
        (which(sheet, offer))
        (plate_choice(sheet))
        fieldset.files {
            legend { (words.say("order-files")) }
            (sheet.choice(FORMAT, &formats(words)))
            (sheet.choice(SHEET, &papers(words)))
            div.own { (sheet.line(OWN_WIDTH)) (sheet.line(OWN_HEIGHT)) }
            details open[["dpi", "bwr", "skip", "spots", "profile"].iter().any(|name| !sheet.text(name).is_empty())] {
                summary { (words.say("order-device")) }
                div.pairs {
                    (sheet.line(DPI))
                    (sheet.line(BWR))
                    (sheet.line(SKIP))
                    (sheet.long(SPOTS))
                    (sheet.choice(PROFILE, &profiles(words, offer)))
                    div.field {
                        label for="icc" { (words.say("order-icc")) }
                        input #icc name="icc" type="file" accept=".icc,.icm";
                    }
                }
            }
        }
        fieldset {
            legend { (words.say("order-why")) }
            (sheet.choice(CAUSE, &causes))
            (sheet.line(NOTE))
            input type="hidden" name="reprint_of" value=(sheet.text("reprint_of"));
        }
    }
}

/// A way to choose, and what is chosen by it beside it.
fn which(sheet: &Sheet<'_>, offer: &Offer) -> Markup {
    let (words, chosen) = (sheet.words, sheet.text("which"));
    let way = |choice: Choice, key: &str, beside: Option<Markup>| {
        html! {
            div.way {
                label { input type="radio" name="which" value=(choice) checked[choice.as_str() == chosen]; " " (words.say(key)) }
                @if let Some(beside) = beside { div { (beside) } }
            }
        }
    };
    let since = offer.batches.iter().map(|batch| (batch.id.to_string(), words.say_with("batch-named", &[("batch", &batch.id)])));
    let since: Vec<_> = since.collect();
    html! {
        fieldset.which {
            legend { (words.say("order-which")) }
            (sheet.notes(WHICH))
            (way(Choice::Street, "order-by-street", Some(several(sheet, PLACES, &places(words, offer)))))
            @if !offer.wards.is_empty() { (way(Choice::Ward, "order-by-ward", Some(several(sheet, WARDS, &wards(offer))))) }
            (way(Choice::Codes, "order-by-code", Some(sheet.long(CODES))))
            @if !since.is_empty() { (way(Choice::Changed, "order-changed", Some(sheet.choice(SINCE, &since)))) }
            (way(Choice::Without, "order-without", None))
            (way(Choice::All, "order-all", None))
        }
    }
}

fn places(words: &Words, offer: &Offer) -> Vec<(String, String)> {
    let shown = |(place, name, count): &(Place, String, usize)| {
        let of = if place.kind == PlaceKind::Street { name.clone() } else { format!("{name} ({})", words.say("kind-landmark")) };
        (format!("{}/{}", place.kind, place.slug), format!("{of} · {count}"))
    };
    offer.places.iter().map(shown).collect()
}

fn wards(offer: &Offer) -> Vec<(String, String)> {
    offer.wards.iter().map(|(ward, count)| (ward.code.to_string(), format!("{} · {count}", ward.name))).collect()
}

/// A list of which several may be chosen.
fn several(sheet: &Sheet<'_>, field: Field, options: &[(String, String)]) -> Markup {
    let chosen: Vec<&str> = sheet.text(field.name).split_whitespace().collect();
    let id = format!("field-{}", field.name);
    sheet.around(
        field,
        &html! {
            select id=(id) name=(field.name) multiple size="6" aria-describedby=(format!("{id}-help")) {
                @for (value, label) in options { option value=(value) selected[chosen.contains(&value.as_str())] { (label) } }
            }
        },
    )
}

fn plate_choice(sheet: &Sheet<'_>) -> Markup {
    let (words, chosen) = (sheet.words, sheet.text("plate"));
    html! {
        fieldset.plate-choice {
            legend { (words.say("order-plate")) }
            (sheet.notes(PLATE))
            @for name in Plate::names() {
                label {
                    input type="radio" name="plate" value=(name) checked[name == chosen];
                    span {
                        img src=(format!("/office/print/picture.png?plate={name}")) alt="" loading="lazy";
                        b { (plate_name(&name)) }
                        @if let Ok(plate) = Plate::get(&name) {
                            small { (words.say_with("plate-hangs-up-to", &[("metres", &metres(words, plate.hangs_up_to_m()))])) }
                        }
                    }
                }
            }
        }
    }
}

fn formats(words: &Words) -> Vec<(String, String)> {
    let named = |format: &Format| (format.to_string(), format!("{} – {}", format.as_str().to_uppercase(), words.say(format_key(*format))));
    Format::ALL.iter().map(named).collect()
}

/// What a format is for.
const fn format_key(format: Format) -> &'static str {
    match format {
        Format::Pdf => "format-pdf",
        Format::Svg => "format-svg",
        Format::Eps => "format-eps",
        Format::Dxf => "format-dxf",
        Format::Png => "format-png",
        Format::Tiff => "format-tiff",
    }
}

fn papers(words: &Words) -> Vec<(String, String)> {
    let named = Paper::NAMED.iter().map(|name| ((*name).to_owned(), name.to_uppercase()));
    let usual = (String::new(), words.say("sheet-usual"));
    std::iter::once(usual).chain(named).chain([(OWN.to_owned(), words.say("sheet-own"))]).collect()
}

fn profiles(words: &Words, offer: &Offer) -> Vec<(String, String)> {
    let none = (String::new(), words.say("profile-none"));
    let named = offer.profiles.iter().map(|(sha256, name)| (sha256.clone(), format!("{name} ({})", &sha256[..8.min(sha256.len())])));
    std::iter::once(none).chain(named).collect()
}
