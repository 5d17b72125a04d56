//! What should the printer know although it is allowed?

use super::{Job, sizing};
use crate::qr::Symbol;
use crate::register::Sentence;

/// Something allowed that costs reading distance.
#[derive(Debug, Clone, PartialEq)]
pub enum Warning {
    /// Links are longer than the symbols of 29 modules hold.
    LongLink {
        /// Length of the longest, in characters.
        length: usize,
        /// From how far it is read, in metres.
        metres: f64,
    },
    /// From the height that the plate is meant for it cannot be read.
    ShortReach {
        /// Width of the smallest module, in millimetres.
        module: f64,
        /// From how far it is read, in metres.
        metres: f64,
    },
    /// The plate is read at the height of the eyes only, whatever the link.
    EyeHeightOnly {
        /// Up to which height it may hang, in metres.
        metres: f64,
    },
}

impl Warning {
    /// What to tell the printer.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::LongLink { length, metres } => {
                Sentence::new("print-warning-long-link").with("length", length).with("metres", format!("{metres:.1}"))
            }
            Self::ShortReach { module, metres } => {
                Sentence::new("print-warning-reach").with("module", format!("{module:.1}")).with("metres", format!("{metres:.1}"))
            }
            Self::EyeHeightOnly { metres } => Sentence::new("print-warning-eye-height").with("metres", format!("{metres:.1}")),
        }
    }
}

/// What the printer should know about this job, judged by its longest link.
#[must_use]
pub fn warnings(job: &Job) -> Vec<Warning> {
    let longest = job.signs.iter().map(|sign| &sign.link).max_by_key(|link| link.len());
    let Some((link, symbol)) = longest.and_then(|link| Symbol::of(link).ok().map(|symbol| (link, symbol))) else {
        return Vec::new();
    };
    let module = job.plate.module(symbol.width());
    let sizing = sizing::judge(&job.plate, module, sizing::Hangs::default());
    let metres = sizing.promised_m;
    let long = link.is_long().then_some(Warning::LongLink { length: link.len(), metres });
    let short = (!sizing.reads).then_some(Warning::ShortReach { module, metres });
    let low = sizing::is_for_eye_height(&job.plate).then_some(Warning::EyeHeightOnly { metres: job.plate.hangs_up_to_m() });
    long.into_iter().chain(short).chain(low).collect()
}
