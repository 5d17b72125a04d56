//! Which signs are meant by a form? All of them are named that are not in the register.

use super::print_plates::plates_today;
use super::{Error, Office};
use crate::edition::Edition;
use crate::qr::BaseUrl;
use crate::register::token::tokens;
use crate::register::{FieldFault, FieldTexts, PlaceKind, Sentence, Sign, SignCode, SignState};
use crate::store::BatchSign;
use std::collections::{BTreeSet, HashSet};

/// Most codes that one form may hold, so that a book pasted by mistake is refused at once.
const MOST_CODES: usize = 20_000;

tokens! {
    /// How signs are chosen.
    Choice {
        /// Those of these streets and landmarks.
        Street = "street",
        /// Those in these wards.
        Ward = "ward",
        /// Those with these codes.
        Codes = "codes",
        /// Those that have no plate.
        Without = "without",
        /// Those whose plate would say something else since a batch.
        Changed = "changed",
        /// Every one that is not retired.
        All = "all",
    }
}

/// The plates of the signs that a form means, as they would be today.
///
/// # Errors
/// Fails when the database cannot be read; what is wrong with the form is in the inner refusal.
pub fn plates_meant(office: &Office, base: &BaseUrl, texts: &FieldTexts) -> Result<Result<Vec<BatchSign>, FieldFault>, Error> {
    let edition = office.edition();
    let text = |field: &str| texts.get(field).map_or("", String::as_str);
    let choice = Choice::parse(text("which")).unwrap_or(Choice::Street);
    let meant = match choice {
        Choice::Street => by_place(&edition, text("places")),
        Choice::Ward => by_ward(&edition, text("wards")),
        Choice::Codes => by_code(&edition, text("codes")),
        Choice::Without => Ok(office.store()?.signs_without_plate()?.into_iter().collect()),
        Choice::Changed => changed(office, &edition, base, text("since"))?,
        Choice::All => Ok(in_use(&edition).map(|sign| sign.code).collect()),
    };
    let codes = match meant {
        Ok(codes) if codes.is_empty() => return Ok(Err(fault(field_of(choice), Sentence::new("print-nothing-selected")))),
        Ok(codes) => codes,
        Err(refused) => return Ok(Err(refused)),
    };
    let mut signs: Vec<&Sign> = edition.signs().iter().filter(|sign| codes.contains(&sign.code)).collect();
    let ward = |sign: &Sign| sign.ward.as_ref().and_then(|slug| edition.find_ward(slug)).map(|ward| ward.name.to_string());
    signs.sort_by_cached_key(|sign| (ward(sign).is_none(), ward(sign), sign.place.clone(), sign.number, sign.code));
    Ok(Ok(plates_today(&edition, signs)))
}

/// The field that a choice is made in.
pub const fn field_of(choice: Choice) -> &'static str {
    match choice {
        Choice::Street => "places",
        Choice::Ward => "wards",
        Choice::Codes => "codes",
        Choice::Changed => "since",
        Choice::Without | Choice::All => "which",
    }
}

type Meant = Result<HashSet<SignCode>, FieldFault>;

fn in_use(edition: &Edition) -> impl Iterator<Item = &Sign> {
    edition.signs().iter().filter(|sign| sign.state != SignState::Retired)
}

/// Places by kind and slug, as the list of the form sends them.
fn by_place(edition: &Edition, places: &str) -> Meant {
    let wanted: HashSet<(PlaceKind, &str)> = places
        .split_whitespace()
        .filter_map(|place| place.split_once('/'))
        .filter_map(|(kind, slug)| Some((PlaceKind::parse(kind).ok()?, slug)))
        .collect();
    Ok(in_use(edition).filter(|sign| wanted.contains(&(sign.place.kind, sign.place.slug.as_str()))).map(|sign| sign.code).collect())
}

fn by_ward(edition: &Edition, wards: &str) -> Meant {
    let wanted: HashSet<&str> = wards.split_whitespace().collect();
    let is_in = |sign: &&Sign| sign.ward.as_ref().is_some_and(|ward| wanted.contains(ward.as_str()));
    Ok(in_use(edition).filter(is_in).map(|sign| sign.code).collect())
}

/// Codes as somebody pasted them: one a line or many, with blanks within or a hyphen, what follows a code on its line left aside.
fn by_code(edition: &Edition, codes: &str) -> Meant {
    let (mut known, mut unknown) = (HashSet::new(), BTreeSet::new());
    for given in codes.lines().flat_map(codes_of_line).take(MOST_CODES) {
        match SignCode::parse(&given).ok().filter(|code| edition.find_sign(*code).is_some()) {
            Some(code) => drop(known.insert(code)),
            None => drop(unknown.insert(given.chars().take(60).collect::<String>())),
        }
    }
    if unknown.is_empty() {
        return Ok(known);
    }
    let all = unknown.into_iter().collect::<Vec<_>>().join(", ");
    Err(fault("codes", Sentence::new("print-unknown").with("given", all)))
}

/// A line is one code, or codes parted by commas, semicolons, tabs or blanks.
fn codes_of_line(line: &str) -> Vec<String> {
    let line = line.trim();
    if line.is_empty() {
        return Vec::new();
    }
    if SignCode::parse(line).is_ok() {
        return vec![line.to_owned()];
    }
    line.split([',', ';', '\t', ' ']).map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect()
}

fn changed(office: &Office, edition: &Edition, base: &BaseUrl, since: &str) -> Result<Meant, Error> {
    let Ok(since) = since.trim().parse::<i64>() else {
        return Ok(Err(fault("since", Sentence::new("order-since-refused"))));
    };
    let today = plates_today(edition, edition.signs());
    let changes = office.store()?.changed_since(since, &today, base.as_str());
    Ok(match changes {
        Ok(changes) => Ok(changes.iter().filter(|change| change.is_to_be_made()).map(|change| change.code).collect()),
        Err(crate::store::Error::NoSuchBatch(id)) => Err(fault("since", Sentence::new("store-no-batch").with("id", id))),
        Err(error) => return Err(error.into()),
    })
}

fn fault(field: &str, reason: Sentence) -> FieldFault {
    FieldFault { field: field.to_owned(), reason }
}
