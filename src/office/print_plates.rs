//! Will a plate be read where its sign hangs, and is there anything to read behind it?

use super::plates::plates;
use super::{Error, Office};
use crate::edition::Edition;
use crate::print::{Grid, Hangs, Plate, Sizing, sizing};
use crate::qr::{BaseUrl, Symbol};
use crate::register::{Lang, Metres, SignCode, SignState};
use crate::store::BatchSign;

/// What the plate of every sign would say today.
///
/// # Errors
/// Fails when the database cannot be read.
pub fn plates_today(office: &Office) -> Result<Vec<BatchSign>, Error> {
    let register = office.store()?.read_places_and_signs()?;
    Ok(plates(&register.signs.iter().collect::<Vec<_>>(), &register))
}

/// Width of the modules on a plate for this address, in millimetres; none where no symbol holds the links.
pub fn module_of(plate: &Plate, base: &BaseUrl, device: &Grid, signs: &[BatchSign]) -> Option<f64> {
    let symbol = Symbol::of(&base.link(signs.first()?.code)).ok()?;
    device.module(plate.module(symbol.width())).ok()
}

/// Judges one plate where its sign hangs; none where nobody knows how high that is, since the plate's own height is judged for all.
pub fn sizing_of(plate: &Plate, module_mm: f64, sign: &BatchSign) -> Option<Sizing> {
    let [mounting_m, distance_m] = [sign.mounting_m, sign.distance_m].map(|metres| metres.map(Metres::value));
    let is_known = mounting_m.is_some() || distance_m.is_some();
    is_known.then(|| sizing::judge(plate, module_mm, Hangs { mounting_m, distance_m })).filter(|sizing| !sizing.reads)
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
    // A sign that came in a moment ago is in the next edition: until then a scan of it leads nowhere.
    let Some(sign) = edition.find_sign(code) else { return Some(Unready::Unpublished) };
    if sign.state == SignState::Retired || edition.retired_on(&sign.place).is_some() {
        return Some(Unready::Retired);
    }
    let is_told = Lang::ALL.iter().any(|lang| edition.find_story(&sign.place, *lang).is_some());
    (!is_told).then_some(Unready::Unpublished)
}
