//! What does the form of an order hold? Which signs, which plate on which sheet, and why.

use super::Error;
use super::fields::{Field, Sheet};
use super::form::Form;
use super::print_choice::Choice;
use super::print_parts::{cause_key, plate_name};
use crate::edition::Edition;
use crate::print::{self, Format, Plate, Sheet as Paper};
use crate::register::record::whole_number;
use crate::register::{Explained, FieldFault, FieldTexts, Lang, OrderCause, Place, PlaceKind, Sentence, Ward};
use crate::store::{Batch, BatchRow, Recipe, Terms};
use crate::web::words::Words;
use maud::{Markup, html};
use std::collections::BTreeMap;

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
const PROFILE: Field = Field { name: "profile", label: "order-profile", help: "order-profile-help" };
const CAUSE: Field = Field { name: "cause", label: "order-cause", help: "order-cause-help" };
const NOTE: Field = Field { name: "note", label: "order-note", help: "order-note-help" };

/// Every field of the form but those that can be sent several times.
const SINGLE: [&str; 16] = [
    "which", "codes", "since", "plate", "sheet", "own_width", "own_height", "format", "dpi", "bwr", "skip", "profile", "cause", "note",
    "reason", "reprint_of",
];
/// Those that can: what a list sends.
const SEVERAL: [&str; 2] = ["places", "wards"];
/// A sheet of one's own size.
const OWN: &str = "own";
/// Longest note and longest reason, in characters.
const LONGEST_NOTE: usize = 500;

/// The fields as they were sent; what was chosen of a list stands parted by blanks.
pub fn texts_of(form: &Form) -> FieldTexts {
    let mut texts: FieldTexts = SINGLE.iter().map(|name| ((*name).to_owned(), form.get(name))).collect();
    for name in SEVERAL {
        texts.insert(name.to_owned(), form.all(name).collect::<Vec<_>>().join(" "));
    }
    for (name, usual) in [("which", Choice::Street.as_str()), ("plate", print::plate::DEFAULT), ("format", "pdf"), ("cause", "first")] {
        let text = texts.entry(name.to_owned()).or_default();
        if text.is_empty() {
            usual.clone_into(text);
        }
    }
    texts
}

/// Everything of an order but its plates.
pub struct Read {
    /// The name of the plate.
    pub plate: String,
    /// What the files are made of; its date is still open.
    pub recipe: Recipe,
    /// Why it is ordered.
    pub terms: Terms,
}

/// Reads the recipe and the terms.
///
/// # Errors
/// Names every field that cannot be kept.
pub fn read(texts: &FieldTexts) -> Result<Read, Vec<FieldFault>> {
    let mut reader = Reader { texts, faults: Vec::new() };
    let file = reader.read("plate", |name| Plate::get(name).and_then(|_| Plate::file(name)));
    let sheet = reader.sheet();
    let format = reader.read("format", Format::parse);
    let dpi = reader.read("dpi", |text| if text.is_empty() { Ok(None) } else { whole_number(text).map(Some) });
    let [bwr, skip] = ["bwr", "skip"].map(|name| reader.read(name, |text| if text.is_empty() { Ok(0) } else { whole_number(text) }));
    let cause = reader.read("cause", OrderCause::parse);
    if let (Some(dpi), Some(bwr)) = (dpi, bwr) {
        reader.read("dpi", |_| print::Grid::new(dpi, bwr));
    }
    let text = |name: &str| texts.get(name).map(|text| text.trim().to_owned()).unwrap_or_default();
    let short = |name: &str| text(name).chars().take(LONGEST_NOTE).collect::<String>();
    let read = || {
        let recipe = Recipe {
            plate_file: file?,
            profile_sha256: Some(text("profile")).filter(|sha256| !sha256.is_empty()),
            format: format?.to_string(),
            sheet: sheet?,
            dpi: dpi?,
            bwr: bwr?,
            skip: skip?,
            ..Recipe::default()
        };
        let terms = Terms { cause: cause?, reprint_of: text("reprint_of").parse().ok(), reason: short("reason"), note: short("note") };
        Some(Read { plate: text("plate"), recipe, terms })
    };
    read().filter(|_| reader.faults.is_empty()).ok_or(reader.faults)
}

/// The form as it was filled in for an order, to order the same again.
pub fn texts_of_batch(batch: &Batch) -> FieldTexts {
    let recipe = &batch.recipe;
    let own = recipe.sheet.split_once('x').map(|(width, height)| (width.to_owned(), height.to_owned()));
    let number = |number: u32| if number == 0 { String::new() } else { number.to_string() };
    let pairs = [
        ("plate", batch.plate.clone()),
        ("sheet", if own.is_some() { OWN.to_owned() } else { recipe.sheet.clone() }),
        ("own_width", own.as_ref().map(|own| own.0.clone()).unwrap_or_default()),
        ("own_height", own.map(|own| own.1).unwrap_or_default()),
        ("format", recipe.format.clone()),
        ("dpi", recipe.dpi.map(|dpi| dpi.to_string()).unwrap_or_default()),
        ("bwr", number(recipe.bwr)),
        ("profile", recipe.profile_sha256.clone().unwrap_or_default()),
        ("reprint_of", batch.id.to_string()),
    ];
    pairs.into_iter().map(|(name, text)| (name.to_owned(), text)).collect()
}

struct Reader<'a> {
    texts: &'a FieldTexts,
    faults: Vec<FieldFault>,
}

impl Reader<'_> {
    fn read<T, E: Into<Sentence>>(&mut self, field: &str, parse: impl FnOnce(&str) -> Result<T, E>) -> Option<T> {
        let read = parse(self.texts.get(field).map_or("", |text| text.trim()));
        read.map_err(|reason| self.faults.push(FieldFault { field: field.to_owned(), reason: reason.into() })).ok()
    }

    fn sheet(&mut self) -> Option<String> {
        let own = ["own_width", "own_height"].map(|side| self.texts.get(side).map(|text| text.trim().to_owned()).unwrap_or_default());
        self.read("sheet", |sheet| match sheet {
            "" => Ok(String::new()),
            OWN => Paper::parse(&own.join("x")).map(|paper| paper.to_string()),
            named => Paper::parse(named).map(|paper| paper.to_string()),
        })
    }
}

/// The key of the label of a field.
pub fn label_of(name: &str) -> Option<&'static str> {
    let fields = [PLACES, WARDS, CODES, SINCE, SHEET, OWN_WIDTH, OWN_HEIGHT, FORMAT, DPI, BWR, SKIP, PROFILE, CAUSE, NOTE];
    let special = [("which", "order-which"), ("plate", "order-plate"), ("reason", "order-reason")];
    let found = fields.iter().find(|field| field.name == name).map(|field| field.label);
    found.or_else(|| special.iter().find(|(field, _)| *field == name).map(|(_, label)| *label))
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
        let in_force = edition.wards().iter().filter(|ward| ward.until.is_empty());
        let wards = in_force.map(|ward| (ward.clone(), wards.get(&ward.slug).copied().unwrap_or_default()));
        Self { places: places.into_iter().map(|(name, place, count)| (place, name, count)).collect(), wards: wards.collect(), batches, profiles }
    }
}

/// The fields of the form.
pub fn fields(sheet: &Sheet<'_>, offer: &Offer) -> Markup {
    let words = sheet.words;
    let causes: Vec<_> = OrderCause::ALL.iter().map(|cause| (cause.to_string(), words.say(cause_key(*cause)))).collect();
    html! {
        (which(sheet, offer))
        (plates(sheet))
        fieldset {
            legend { (words.say("order-files")) }
            div.row {
                (sheet.choice(FORMAT, &formats(words)))
                (sheet.choice(SHEET, &papers(words)))
                (sheet.line(OWN_WIDTH))
                (sheet.line(OWN_HEIGHT))
            }
            details open[["dpi", "bwr", "skip", "profile"].iter().any(|name| !sheet.text(name).is_empty())] {
                summary { (words.say("order-device")) }
                (sheet.line(DPI))
                (sheet.line(BWR))
                (sheet.line(SKIP))
                (sheet.choice(PROFILE, &profiles(words, offer)))
                div.field {
                    label for="icc" { (words.say("order-icc")) }
                    input #icc name="icc" type="file" accept=".icc,.icm";
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

fn which(sheet: &Sheet<'_>, offer: &Offer) -> Markup {
    let (words, chosen) = (sheet.words, sheet.text("which"));
    let choice = |choice: Choice, key: &str| {
        html! { label { input type="radio" name="which" value=(choice) checked[choice.as_str() == chosen]; " " (words.say(key)) } }
    };
    let since: Vec<_> =
        offer.batches.iter().map(|batch| (batch.id.to_string(), words.say_with("batch-named", &[("batch", &batch.id)]))).collect();
    html! {
        fieldset.which {
            legend { (words.say("order-which")) }
            (sheet.notes(Field { name: "which", label: "order-which", help: "" }))
            (choice(Choice::Street, "order-by-street"))
            (several(sheet, PLACES, &offer.places.iter().map(|(place, name, count)| {
                let of = if place.kind == PlaceKind::Street { name.clone() } else { format!("{name} ({})", words.say("kind-landmark")) };
                (format!("{}/{}", place.kind, place.slug), format!("{of} · {count}"))
            }).collect::<Vec<_>>()))
            (choice(Choice::Ward, "order-by-ward"))
            (several(sheet, WARDS, &offer.wards.iter().map(|(ward, count)| (ward.slug.to_string(), format!("{} · {count}", ward.name))).collect::<Vec<_>>()))
            (choice(Choice::Codes, "order-by-code"))
            (sheet.long(CODES))
            (choice(Choice::Without, "order-without"))
            @if !since.is_empty() {
                (choice(Choice::Changed, "order-changed"))
                (sheet.choice(SINCE, &since))
            }
            (choice(Choice::All, "order-all"))
        }
    }
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

fn plates(sheet: &Sheet<'_>) -> Markup {
    let (words, chosen) = (sheet.words, sheet.text("plate"));
    html! {
        fieldset.plates {
            legend { (words.say("order-plate")) }
            (sheet.notes(Field { name: "plate", label: "order-plate", help: "" }))
            @for name in Plate::names() {
                label {
                    input type="radio" name="plate" value=(name) checked[name == chosen];
                    span {
                        img src=(format!("/office/print/picture.png?plate={name}")) alt="" loading="lazy";
                        b { (plate_name(&name)) }
                        @if let Ok(plate) = Plate::get(&name) {
                            small { (words.say_with("plate-hangs-up-to", &[("metres", &format!("{:.1}", plate.hangs_up_to_m()))])) }
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
        Format::Png => "format-png",
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

/// What is wrong with the sheet or the device is only known once the job is.
pub fn fault_of(error: &Error) -> FieldFault {
    let field = match error {
        Error::Print(print::Error::Skip { .. }) => "skip",
        Error::Print(print::Error::PlateOffSheet { .. } | print::Error::UnknownSheet { .. }) => "sheet",
        _ => "dpi",
    };
    FieldFault { field: field.to_owned(), reason: error.sentence() }
}
