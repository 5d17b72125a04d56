//! Which signs are meant by a form? All of them are named that are not in the register.

use super::plates::plates;
use super::{Error, Office, clock};
use crate::qr::BaseUrl;
use crate::register::token::tokens;
use crate::register::{Explained, FieldFault, FieldTexts, PlaceKind, Register, Selection, Sentence, SignCode, SignState};
use crate::store;
use crate::store::BatchSign;

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

/// The plates of the signs that a form means, as they would be today; what is wrong with the form is in the inner refusal.
///
/// # Errors
/// Fails when the database cannot be read.
pub fn plates_meant(office: &Office, base: &BaseUrl, texts: &FieldTexts) -> Result<Result<Vec<BatchSign>, FieldFault>, Error> {
    let text = |field: &str| texts.get(field).map_or("", String::as_str);
    let choice = Choice::parse(text("which")).unwrap_or(Choice::Street);
    let register = office.store()?.read_register()?;
    let listed = |field: &str| text(field).split_whitespace().map(str::to_owned).collect();
    let selection = match choice {
        Choice::Street => by_place(&register, text("places")),
        Choice::Ward => Selection { wards: listed("wards"), ..Selection::default() },
        Choice::Codes => {
            Selection { codes: text("codes").lines().flat_map(codes_of_line).take(MOST_CODES).collect(), ..Selection::default() }
        }
        Choice::Without => of_codes(&office.store()?.signs_without_plate()?),
        Choice::Changed => match changed(office, &register, base, text("since"))? {
            Ok(codes) => of_codes(&codes),
            Err(reason) => return Ok(Err(FieldFault { field: "since".to_owned(), reason })),
        },
        Choice::All => Selection { all: true, ..Selection::default() },
    };
    let meant = selection.signs(&register, &clock::today());
    Ok(meant
        .map(|signs| plates(&signs, &register))
        .map_err(|error| FieldFault { field: field_of(choice).to_owned(), reason: error.sentence() }))
}

/// The field that a choice is made in.
const fn field_of(choice: Choice) -> &'static str {
    match choice {
        Choice::Street => "places",
        Choice::Ward => "wards",
        Choice::Codes => "codes",
        Choice::Changed => "since",
        Choice::Without | Choice::All => "which",
    }
}

fn of_codes(codes: &[SignCode]) -> Selection {
    Selection { codes: codes.iter().map(SignCode::to_string).collect(), ..Selection::default() }
}

/// Places by kind and slug, as the list of the form sends them; the signs of a landmark are chosen one by one.
fn by_place(register: &Register, places: &str) -> Selection {
    let mut selection = Selection::default();
    for (kind, slug) in places.split_whitespace().filter_map(|place| place.split_once('/')) {
        if kind == PlaceKind::Street.as_str() {
            selection.streets.push(slug.to_owned());
            continue;
        }
        let hers = register.signs.iter().filter(|sign| sign.place.kind.as_str() == kind && sign.place.slug.as_str() == slug);
        selection.codes.extend(hers.filter(|sign| sign.state != SignState::Retired).map(|sign| sign.code.to_string()));
    }
    selection
}

/// A line is one code, or codes parted by commas, semicolons, tabs or blanks.
fn codes_of_line(line: &str) -> Vec<String> {
    if SignCode::parse(line).is_ok() {
        return vec![line.to_owned()];
    }
    line.split([',', ';', '\t', ' ']).map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect()
}

fn changed(office: &Office, register: &Register, base: &BaseUrl, since: &str) -> Result<Result<Vec<SignCode>, Sentence>, Error> {
    let Ok(since) = since.trim().parse::<i64>() else {
        return Ok(Err(Sentence::new("order-since-refused")));
    };
    let today = plates(&register.signs.iter().collect::<Vec<_>>(), register);
    let changes = office.store()?.changed_since(since, &today, base.as_str());
    match changes {
        Ok(changes) => Ok(Ok(changes.iter().filter(|change| change.is_due()).map(|change| change.code).collect())),
        Err(error @ store::Error::NoSuchBatch(_)) => Ok(Err(error.sentence())),
        Err(error) => Err(error.into()),
    }
}
