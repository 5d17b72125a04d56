//! Does a plate keep the rules of its craft?

use super::drawing::Rect;
use super::fonts::{Face, cap_height};
use super::plate::{Colour, Plate, TextPlace};
use super::spots::Spot;

/// No plate is larger, in millimetres.
const LARGEST: f64 = 2000.0;

/// The versions whose symbols every plate must hold, in modules a side.
pub const PROMISED: [u32; 3] = [25, 29, 33];

/// Capitals lower than this are not read by anybody who stands, in millimetres.
const LEAST_CAPITALS: f64 = 1.5;

/// Longest name that a separation may have.
const LONGEST_SPOT: usize = 60;

/// Names that mean the four process inks or all plates; a spot of this name would be printed as something else.
const RESERVED: [&str; 6] = ["Cyan", "Magenta", "Yellow", "Black", "All", "None"];

/// A rule of the craft that a plate can break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Rule {
    /// A size is negative, not a number, or larger than any plate.
    #[error("a size is negative, not a number or absurd")]
    Size,
    /// The plate does not hold the least symbol with four modules of quiet zone on every side.
    #[error("the plate does not hold the symbol and its quiet zone of four modules")]
    QuietZone,
    /// The symbol lies on a ground that is not white.
    #[error("the quiet zone lies on the ground colour: it needs a white panel")]
    Panel,
    /// The symbol is lighter than what it lies on, or too much like it.
    #[error("the symbol is not dark on white")]
    Inverted,
    /// The symbol is mixed of several inks, whose edges never fall together.
    #[error("the symbol's dark is mixed of several inks")]
    MixedDark,
    /// A corner of the panel is rounded into the quiet zone's own modules.
    #[error("the panel's corners are rounded into the quiet zone")]
    Radius,
    /// Text may come nearer to the cut than it is safe.
    #[error("text leaves the safe area")]
    SafeArea,
    /// Text, a bar, a border or a fold may come into the quiet zone.
    #[error("something comes into the quiet zone")]
    Intrusion,
    /// A place for text has no size of letter, or one out of bounds or too small to read.
    #[error("a size of lettering is out of bounds or too small to read")]
    Lettering,
    /// A colour is over 100 %, over 300 % in all, or not written as `#rrggbb`.
    #[error("a colour is over 100 %, over 300 % in all, or not #rrggbb")]
    Colour,
    /// A spot has no name, one too long, one that means a process ink, or one that another spot has.
    #[error("a spot colour has no name of its own")]
    Spot,
}

impl Rule {
    /// The key of its sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Size => "plate-rule-size",
            Self::QuietZone => "plate-rule-quiet-zone",
            Self::Panel => "plate-rule-panel",
            Self::Inverted => "plate-rule-inverted",
            Self::MixedDark => "plate-rule-mixed-dark",
            Self::Radius => "plate-rule-radius",
            Self::SafeArea => "plate-rule-safe-area",
            Self::Intrusion => "plate-rule-intrusion",
            Self::Lettering => "plate-rule-lettering",
            Self::Colour => "plate-rule-colour",
            Self::Spot => "plate-rule-spot",
        }
    }
}

/// Whether a plate keeps a rule.
type Keeps = fn(&Plate) -> bool;

/// The first rule that the plate breaks.
pub(super) fn broken(plate: &Plate) -> Option<Rule> {
    let rules: [(Rule, Keeps); 11] = [
        (Rule::Size, sizes_are_sane),
        (Rule::Colour, colours_are_sane),
        (Rule::Spot, spots_have_names),
        (Rule::Inverted, symbol_is_dark_on_white),
        (Rule::MixedDark, dark_is_one_ink),
        (Rule::QuietZone, symbols_fit),
        (Rule::Panel, symbol_lies_on_white),
        (Rule::Radius, panel_keeps_its_corners),
        (Rule::Lettering, lettering_is_sane),
        (Rule::SafeArea, text_is_safe),
        (Rule::Intrusion, quiet_zone_is_clear),
    ];
    rules.into_iter().find_map(|(rule, keeps)| (!keeps(plate)).then_some(rule))
}

fn sizes_are_sane(plate: &Plate) -> bool {
    let mut wanted = vec![plate.width, plate.height, plate.symbol.least, plate.symbol.quiet, plate.hangs_up_to_m];
    let mut allowed_zero = vec![plate.bleed, plate.safe, plate.corner, plate.symbol.across, plate.symbol.down];
    if let Some(panel) = &plate.panel {
        allowed_zero.extend([panel.pad, panel.radius, panel.edge_least]);
    }
    if let Some(border) = &plate.border {
        wanted.push(border.width);
        allowed_zero.extend([border.inset, border.round, border.inward]);
    }
    for bar in &plate.bar {
        wanted.extend([bar.width, bar.height]);
        allowed_zero.extend([bar.left, bar.top]);
    }
    wanted.iter().all(|size| *size > 0.0 && *size <= LARGEST)
        && allowed_zero.iter().all(|size| (0.0..=LARGEST).contains(size))
        && plate.corner <= plate.width.min(plate.height) / 2.0
        && (1..=2).contains(&plate.sides)
        && plate.folds.across.iter().all(|at| *at > 0.0 && *at < plate.width)
        && plate.folds.down.iter().all(|at| *at > 0.0 && *at < plate.height)
}

fn colours_are_sane(plate: &Plate) -> bool {
    let symbol = [plate.symbol.dark.as_ref(), plate.symbol.light.as_ref()];
    let roles = plate.role_colours().map(|(_, colour)| colour);
    roles.into_iter().chain(symbol).flatten().all(|colour| colour.paint().is_some())
}

fn spots_have_names(plate: &Plate) -> bool {
    spot_names_are_sane(plate.spots().all().map(|(role, ink)| (role, ink.name.as_str())))
}

/// May these be the names of a job's inks?
pub fn spot_names_are_sane<'a>(spots: impl Iterator<Item = (Spot, &'a str)>) -> bool {
    let mut seen: Vec<String> = Vec::new();
    for (_, name) in spots {
        let plain = name.trim().to_lowercase();
        let reserved = RESERVED.iter().any(|one| one.to_lowercase() == plain);
        let printable = name.chars().all(|one| (' '..='~').contains(&one));
        if plain.is_empty() || name.len() > LONGEST_SPOT || reserved || !printable || seen.contains(&plain) {
            return false;
        }
        seen.push(plain);
    }
    true
}

fn symbol_is_dark_on_white(plate: &Plate) -> bool {
    let luma = |colour: Option<&Colour>, otherwise: f64| {
        colour.and_then(Colour::paint).map_or(otherwise, |paint| {
            let [red, green, blue] = paint.screen.map(f64::from);
            (0.299 * red + 0.587 * green + 0.114 * blue) / 255.0
        })
    };
    let light_is_bare = plate.symbol.light.as_ref().is_none_or(|light| light.cmyk == [0; 4]);
    let (dark, light) = (luma(plate.symbol.dark.as_ref(), 0.0), luma(plate.symbol.light.as_ref(), 1.0));
    // ISO/IEC 15415 grades a symbol contrast of 70 % and more as A.
    light_is_bare && light - dark >= 0.7
}

fn dark_is_one_ink(plate: &Plate) -> bool {
    plate.symbol.dark.as_ref().is_none_or(|dark| dark.spot.is_some() || dark.cmyk.iter().filter(|one| **one > 0).count() == 1)
}

fn symbols_fit(plate: &Plate) -> bool {
    PROMISED.iter().all(|modules| plate.trim().holds(&plate.quiet_rect(*modules)))
}

fn symbol_lies_on_white(plate: &Plate) -> bool {
    plate.inks.ground.as_ref().is_none_or(|ground| ground.cmyk == [0; 4]) || plate.panel.is_some()
}

fn panel_keeps_its_corners(plate: &Plate) -> bool {
    plate.panel.as_ref().is_none_or(|panel| panel.radius * (1.0 - std::f64::consts::FRAC_1_SQRT_2) <= panel.pad)
}

fn lettering_is_sane(plate: &Plate) -> bool {
    plate.text.iter().all(|place| {
        let sizes = [place.largest, place.smallest];
        sizes.iter().all(|size| (1.0..=400.0).contains(size))
            && place.smallest <= place.largest
            && place.smallest * cap_height(Face::Bold) >= LEAST_CAPITALS
            && (0.0..=400.0).contains(&place.condensed_up_to)
            && (0.0..=1.0).contains(&place.tracking)
            && (1..=8).contains(&place.lines)
            && (0.0..=2.0).contains(&place.clear)
            && (0.5..=3.0).contains(&place.leading)
    })
}

fn text_is_safe(plate: &Plate) -> bool {
    let safe = plate.trim().grown(-plate.safe);
    plate.text.iter().map(rect_of).all(|rect| rect.width > 0.0 && rect.height > 0.0 && safe.holds(&rect))
}

fn quiet_zone_is_clear(plate: &Plate) -> bool {
    let places = plate.text.iter().map(rect_of);
    let bars = plate.bar.iter().map(|bar| Rect { x: bar.left, y: bar.top, width: bar.width, height: bar.height });
    let mut around: Vec<Rect> = places.chain(bars).collect();
    let across = |at: &f64| Rect { x: *at, y: 0.0, width: 0.01, height: plate.height };
    let down = |at: &f64| Rect { x: 0.0, y: *at, width: plate.width, height: 0.01 };
    around.extend(plate.folds.across.iter().map(across).chain(plate.folds.down.iter().map(down)));
    PROMISED.iter().all(|modules| {
        let pad = plate.panel.as_ref().map_or(0.0, |panel| panel.pad);
        let quiet = plate.quiet_rect(*modules);
        let within_border =
            plate.border.as_ref().is_none_or(|border| plate.trim().grown(-(border.inset + border.width)).holds(&quiet.grown(pad)));
        within_border && !around.iter().any(|rect| rect.meets(&quiet))
    })
}

pub(super) fn rect_of(place: &TextPlace) -> Rect {
    Rect { x: place.left, y: place.top, width: place.right - place.left, height: place.bottom - place.top }
}
