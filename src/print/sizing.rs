//! Will a symbol be read where it hangs?

use super::plate::Plate;
use crate::qr::reading_distance_m;
use crate::register::Sentence;

/// Whoever stands under a sign holds the phone at about 1.4 m and a step back: as far from it as this much less than its height.
const NEARER_THAN_HIGH_M: f64 = 0.2;

/// A plate that is meant to hang no higher is for the height of the eyes only.
const EYE_HEIGHT_M: f64 = 1.6;

/// Half a centimetre: nobody measures a height any finer.
const HAIR_M: f64 = 0.005;

/// Where a sign hangs, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Hangs {
    /// Height of its middle above the ground, in metres.
    pub mounting_m: Option<f64>,
    /// From how far people are expected to scan it, in metres.
    pub distance_m: Option<f64>,
}

/// What a symbol promises, and what its place asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizing {
    /// From how far it is read, in metres.
    pub promised_m: f64,
    /// From how far it has to be read, in metres.
    pub needed_m: f64,
    /// How high it hangs, in metres; none where only the distance is known.
    pub mounting_m: Option<f64>,
    /// Is the promise as far as the need?
    pub reads: bool,
}

/// Judges modules of this width, in millimetres: by the distance expected at the sign, else by the height that it hangs at,
/// else by the height that its plate is meant for.
#[must_use]
pub fn judge(plate: &Plate, module_mm: f64, hangs: Hangs) -> Sizing {
    let mounting_m = match hangs {
        Hangs { mounting_m: None, distance_m: Some(_) } => None,
        Hangs { mounting_m, .. } => Some(mounting_m.unwrap_or(plate.hangs_up_to_m())),
    };
    let needed_m = hangs.distance_m.or(mounting_m.map(needed_at_m)).unwrap_or_default();
    let promised_m = reading_distance_m(module_mm);
    Sizing { promised_m, needed_m, mounting_m, reads: promised_m + HAIR_M >= needed_m }
}

/// From how far a symbol at this height has to be read, in metres.
#[must_use]
pub fn needed_at_m(mounting_m: f64) -> f64 {
    (mounting_m - NEARER_THAN_HIGH_M).max(0.0)
}

/// Is this plate for the height of the eyes only?
#[must_use]
pub fn is_for_eye_height(plate: &Plate) -> bool {
    plate.hangs_up_to_m() < EYE_HEIGHT_M
}

/// The smallest of the built-in plates whose symbol of so many modules is read from this far; none where none is.
/// A plate without a word on it is no advice: it tells nobody what to do.
#[must_use]
pub fn smallest_plate_for(needed_m: f64, modules: u32) -> Option<Plate> {
    let plates = Plate::names().into_iter().filter_map(|name| Plate::get(&name).ok());
    let reads = |plate: &Plate| reading_distance_m(plate.module(modules)) + HAIR_M >= needed_m;
    let fit = plates.filter(|plate| plate.has_words() && reads(plate));
    let area = |plate: &Plate| plate.trim().width * plate.trim().height;
    fit.min_by(|one, other| area(one).total_cmp(&area(other)))
}

impl Sizing {
    /// What to tell the shop and the office of a symbol that will not be read where it hangs; none where it will.
    #[must_use]
    pub fn sentence(&self) -> Option<Sentence> {
        let (metres, tenths) = in_tenths(self.promised_m);
        let told = match self.mounting_m {
            _ if self.reads => return None,
            // A height says more than the distance that follows from it; a distance of its own is what counts.
            Some(height) if (needed_at_m(height) - self.needed_m).abs() < HAIR_M => {
                let (height, part) = in_tenths(height);
                Sentence::new("sizing-too-high").with("height", height).with("part", part)
            }
            _ => {
                let (needed, part) = in_tenths(self.needed_m);
                Sentence::new("sizing-too-far").with("needed", needed).with("part", part)
            }
        };
        Some(told.with("metres", metres).with("tenths", tenths))
    }
}

/// Whole metres and tenths, so that each language puts its own sign between them.
fn in_tenths(metres: f64) -> (u32, u32) {
    let tenths = (metres.clamp(0.0, 1e6) * 10.0).round() as u32;
    (tenths / 10, tenths % 10)
}
