//! Which signs are meant?

use super::Error;
use crate::edition::{Edition, Entry};
use crate::print::PlateText;
use crate::qr::BaseUrl;
use crate::register::{Lang, Place, PlaceKind, Register, Sign, SignCode, SignState, Slug};
use crate::store::Batch;
use crate::web::street_page::word_on_the_sign;
use clap::Args;
use std::collections::{BTreeSet, HashSet};

/// Which signs to print; several may be combined.
#[derive(Args)]
#[group(id = "selection", required = true, multiple = true)]
pub struct Selection {
    /// Every sign that is not retired
    #[arg(long)]
    all: bool,
    /// The signs of these streets
    #[arg(long, num_args = 1.., value_name = "SLUG")]
    street: Vec<String>,
    /// The signs in these wards of today
    #[arg(long, num_args = 1.., value_name = "CODE")]
    ward: Vec<String>,
    /// These signs
    #[arg(long, num_args = 1.., value_name = "CODE")]
    sign: Vec<String>,
    /// The signs of an earlier batch, as they were printed then: its plate, its names, its base URL
    #[arg(long, value_name = "ID", conflicts_with_all = ["all", "street", "ward", "sign", "plate"])]
    pub batch: Option<i64>,
}

impl Selection {
    /// The signs meant, in the order of the register.
    ///
    /// # Errors
    /// Names every street, ward and code at once that is not in the register; refuses a selection without a sign.
    pub fn signs<'a>(&self, register: &'a Register, today: &str) -> Result<Vec<&'a Sign>, Error> {
        let mut unknown = BTreeSet::new();
        let streets: HashSet<Slug> = self.street.iter().filter_map(|given| street(register, given, &mut unknown)).collect();
        let wards: HashSet<Slug> = self.ward.iter().filter_map(|given| ward(register, given, today, &mut unknown)).collect();
        let codes: HashSet<SignCode> = self.sign.iter().filter_map(|given| sign(register, given, &mut unknown)).collect();
        if !unknown.is_empty() {
            return Err(Error::UnknownSelection(unknown.into_iter().collect()));
        }
        let meant = |sign: &&Sign| {
            let in_street = sign.place.kind == PlaceKind::Street && streets.contains(&sign.place.slug);
            let in_ward = sign.ward.as_ref().is_some_and(|ward| wards.contains(ward));
            codes.contains(&sign.code) || (sign.state != SignState::Retired && (self.all || in_street || in_ward))
        };
        let signs: Vec<&Sign> = register.signs.iter().filter(meant).collect();
        if signs.is_empty() { Err(Error::EmptySelection) } else { Ok(signs) }
    }
}

/// What the plates of these signs say.
pub fn plates(signs: &[&Sign], edition: &Edition, base: &BaseUrl) -> Vec<PlateText> {
    let plate = |sign: &&Sign| {
        let entry = edition.find(&sign.place)?;
        let kind_word = match entry {
            Entry::Street(street) => street.kind.map(word_on_the_sign),
            Entry::Landmark(_) | Entry::Namesake(_) => None,
        };
        let name = entry.name(Lang::Vi).to_owned();
        Some(PlateText {
            code: sign.code,
            link: base.link(sign.code),
            kind_word,
            name,
            number: sign.number,
            place: key(&sign.place),
            ward: String::new(),
            hangs: crate::print::Hangs::default(),
            warning: None,
        })
    };
    signs.iter().filter_map(plate).collect()
}

/// What the plates of a batch said.
pub fn plates_of(batch: &Batch, edition: &Edition, base: &BaseUrl) -> Vec<PlateText> {
    let plate = |printed: &crate::store::BatchSign| {
        let sign = edition.find_sign(printed.code);
        PlateText {
            code: printed.code,
            link: base.link(printed.code),
            kind_word: Some(printed.kind_word.clone()).filter(|word| !word.is_empty()),
            name: printed.name.clone(),
            number: sign.and_then(|sign| sign.number),
            place: sign.map(|sign| key(&sign.place)).unwrap_or_default(),
            ward: String::new(),
            hangs: crate::print::Hangs::default(),
            warning: None,
        }
    };
    batch.signs.iter().map(plate).collect()
}

fn key(place: &Place) -> String {
    format!("{}/{}", place.kind, place.slug)
}

fn street(register: &Register, given: &str, unknown: &mut BTreeSet<String>) -> Option<Slug> {
    let found = register.streets.iter().find(|street| street.slug.as_str() == given.trim());
    known(found.map(|street| street.slug.clone()), given, unknown)
}

/// The ward with this code that is in force today: codes were reused for other ground.
fn ward(register: &Register, given: &str, today: &str, unknown: &mut BTreeSet<String>) -> Option<Slug> {
    let found = register.wards.iter().find(|ward| ward.code.as_str() == given.trim() && ward.is_valid_on(today));
    known(found.map(|ward| ward.slug.clone()), given, unknown)
}

fn sign(register: &Register, given: &str, unknown: &mut BTreeSet<String>) -> Option<SignCode> {
    let code = SignCode::parse(given).ok();
    known(code.filter(|code| register.signs.iter().any(|sign| sign.code == *code)), given, unknown)
}

fn known<T>(found: Option<T>, given: &str, unknown: &mut BTreeSet<String>) -> Option<T> {
    if found.is_none() {
        unknown.insert(given.chars().take(60).collect());
    }
    found
}
