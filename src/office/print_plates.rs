//! What would the plate of a sign say today, would it be read where it hangs, and is there anything to read behind it?

use crate::edition::{Edition, Entry};
use crate::print::Plate;
use crate::qr::{BaseUrl, Symbol, reading_distance_m};
use crate::register::{Lang, Metres, PlateState, Sign, SignCode, SignState};
use crate::store::BatchSign;
use crate::web::street_page::word_on_the_sign;

/// Below the height of a plate its reader holds the phone at about 1.4 m, a step back from under it.
const NEARER_THAN_HIGH_M: f64 = 0.2;

/// What the plates of these signs say today.
pub fn plates_today<'a>(edition: &Edition, signs: impl IntoIterator<Item = &'a Sign>) -> Vec<BatchSign> {
    signs.into_iter().filter_map(|sign| plate_today(edition, sign)).collect()
}

fn plate_today(edition: &Edition, sign: &Sign) -> Option<BatchSign> {
    let entry = edition.find(&sign.place)?;
    let kind_word = match entry {
        Entry::Street(street) => street.kind.map(word_on_the_sign),
        Entry::Landmark(_) | Entry::Namesake(_) => None,
    };
    let ward = sign.ward.as_ref().and_then(|slug| edition.find_ward(slug));
    Some(BatchSign {
        code: sign.code,
        kind_word: kind_word.unwrap_or_default(),
        name: entry.name(Lang::Vi).to_owned(),
        number: sign.number,
        place: format!("{}/{}", sign.place.kind, sign.place.slug),
        ward: ward.map(|ward| ward.name.to_string()).unwrap_or_default(),
        mounting_m: sign.mounting_m,
        distance_m: sign.distance_m,
        state: PlateState::Ordered,
    })
}

/// How far a symbol is read, and how far it would have to be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reach {
    /// From how far it is read, in metres.
    pub promised_m: f64,
    /// From how far it is looked at, in metres.
    pub needed_m: f64,
    /// How high it hangs, in metres.
    pub mounting_m: f64,
}

impl Reach {
    /// Will it be read where it hangs?
    #[must_use]
    pub fn reads(&self) -> bool {
        self.promised_m >= self.needed_m - 1e-9
    }
}

/// Judges one plate where its sign hangs; none where its link fits no symbol.
pub fn reach_of(plate: &Plate, base: &BaseUrl, sign: &BatchSign) -> Option<Reach> {
    let symbol = Symbol::of(&base.link(sign.code)).ok()?;
    let promised_m = reading_distance_m(plate.module(symbol.width()));
    let mounting_m = sign.mounting_m.map_or_else(|| plate.hangs_up_to_m(), Metres::value);
    let needed_m = sign.distance_m.map_or(mounting_m - NEARER_THAN_HIGH_M, Metres::value);
    Some(Reach { promised_m, needed_m, mounting_m })
}

/// Why there is nothing to read behind a plate today, where there is nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unready {
    /// No text about its place is published.
    Unpublished,
    /// The sign is retired, or its place is.
    Retired,
}

/// Is there anything to read behind this sign?
pub fn unready(edition: &Edition, code: SignCode) -> Option<Unready> {
    let sign = edition.find_sign(code)?;
    if sign.state == SignState::Retired || edition.retired_on(&sign.place).is_some() {
        return Some(Unready::Retired);
    }
    let is_told = Lang::ALL.iter().any(|lang| edition.find_story(&sign.place, *lang).is_some());
    (!is_told).then_some(Unready::Unpublished)
}
