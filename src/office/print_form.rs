//! What was filled in for an order? Which plate on which sheet, for which device, and why.

use super::Error;
use super::print_choice::Choice;
use crate::print::{self, Format, Plate, Sheet as Paper};
use crate::register::record::whole_number;
use crate::register::{Explained, FieldFault, FieldTexts, OrderCause, Sentence};
use crate::store::{Batch, Recipe, Terms};
use crate::web::form::Form;

/// Every field of the form but those that can be sent several times.
const SINGLE: [&str; 17] = [
    "which",
    "codes",
    "since",
    "plate",
    "sheet",
    "own_width",
    "own_height",
    "format",
    "dpi",
    "bwr",
    "skip",
    "spots",
    "profile",
    "cause",
    "note",
    "reason",
    "reprint_of",
];
/// Those that can: what a list sends.
const SEVERAL: [&str; 2] = ["places", "wards"];
/// A sheet of one's own size.
pub(super) const OWN: &str = "own";
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
    let spots = reader.spots();
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
            spots: spots?,
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
        ("spots", recipe.spots.clone()),
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

    /// One ink a line, as a role and the name that the shop gives to it.
    fn spots(&mut self) -> Option<String> {
        let plate = self.texts.get("plate").and_then(|name| Plate::get(name).ok());
        self.read("spots", |text| {
            let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            let told = lines.join("\n");
            plate.map_or(Ok(()), |plate| print::Spots::chosen(&plate, &told).map(drop)).map(|()| told)
        })
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

/// What is wrong with the sheet or the device is only known once the job is.
pub fn fault_of(error: &Error) -> FieldFault {
    let field = match error.of_press() {
        Some(print::Error::Skip { .. }) => "skip",
        Some(print::Error::PlateOffSheet { .. } | print::Error::UnknownSheet { .. }) => "sheet",
        _ => "dpi",
    };
    FieldFault { field: field.to_owned(), reason: error.sentence() }
}
