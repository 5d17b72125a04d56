//! What does a plate look like, in numbers, and does it keep the rules of its craft? (biển phụ)

use super::Error;
use super::drawing::{Paint, Rect};
use crate::qr::QUIET_ZONE;
use rust_embed::RustEmbed;
use serde::Deserialize;

#[derive(RustEmbed)]
#[folder = "data/plates"]
struct Files;

/// The plate printed where none is named.
pub const DEFAULT: &str = "sub-180x120";

/// No plate is larger, in millimetres.
const LARGEST: f64 = 2000.0;

/// The versions whose symbols every plate must hold, in modules a side.
const PROMISED: [u32; 3] = [25, 29, 33];

/// A plate, each number in millimetres and with its source in `data/plates`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plate {
    pub(super) name: String,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) bleed: f64,
    pub(super) safe: f64,
    pub(super) symbol_least: f64,
    pub(super) hangs_up_to_m: f64,
    pub(super) panel: Panel,
    pub(super) colours: Colours,
    pub(super) column: Column,
    pub(super) kind: Lettering,
    pub(super) title: Title,
    pub(super) bar: Bar,
    pub(super) words: Words,
    pub(super) host: Lettering,
    pub(super) code: Lettering,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Panel {
    pub(super) quiet: f64,
    pub(super) pad: f64,
    pub(super) radius: f64,
    pub(super) edge_least: f64,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Colours {
    pub(super) ground: Colour,
    pub(super) accent: Colour,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Colour {
    cmyk: [u8; 4],
    screen: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Column {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

/// How one line is lettered: sizes of the em from the wanted one down to the least that is read.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lettering {
    pub(super) sizes: Vec<f64>,
    #[serde(default)]
    pub(super) condensed: Vec<f64>,
    pub(super) tracking: f64,
    #[serde(default)]
    pub(super) baseline: f64,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Title {
    pub(super) sizes: Vec<f64>,
    pub(super) condensed: Vec<f64>,
    pub(super) tracking: f64,
    pub(super) lines: usize,
    pub(super) bottom: f64,
    pub(super) clear: f64,
    pub(super) leading: f64,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Bar {
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) sizes: Vec<f64>,
    pub(super) tracking: f64,
    pub(super) first: f64,
    pub(super) second: f64,
}

/// A rule of the craft that a plate can break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Rule {
    /// A size is negative, not a number, or larger than any plate.
    #[error("a size is negative, not a number or absurd")]
    Size,
    /// The panel does not hold the least symbol with four modules of quiet zone on every side.
    #[error("the white panel does not hold the symbol and its quiet zone")]
    QuietZone,
    /// A corner of the panel is rounded into the quiet zone's own modules.
    #[error("the panel's corners are rounded into the quiet zone")]
    Radius,
    /// Text may come nearer to the cut than it is safe.
    #[error("text leaves the safe area")]
    SafeArea,
    /// Text may come onto the white panel.
    #[error("text comes onto the white panel")]
    Column,
    /// A place for text has no size of letter, or one out of bounds.
    #[error("a size of lettering is missing or out of bounds")]
    Lettering,
    /// A colour is over 100 %, over 300 % in all, or not written as `#rrggbb`.
    #[error("a colour is over 100 %, over 300 % in all, or not #rrggbb")]
    Colour,
}

impl Plate {
    /// The plates that there are.
    #[must_use]
    pub fn names() -> Vec<String> {
        Files::iter().filter_map(|file| file.strip_suffix(".toml").map(str::to_owned)).collect()
    }

    /// The plate of this name.
    ///
    /// # Errors
    /// Refuses a name that no plate has, and a plate that breaks a rule.
    pub fn get(name: &str) -> Result<Self, Error> {
        let unknown = || Error::UnknownPlate { given: name.chars().take(40).collect(), known: Self::names().join(", ") };
        let file = Files::get(&format!("{name}.toml")).ok_or_else(unknown)?;
        Self::parse(name, &String::from_utf8_lossy(&file.data))
    }

    /// Reads a plate's file.
    ///
    /// # Errors
    /// Refuses what is not such a file, and a plate that breaks a rule.
    pub fn parse(name: &str, text: &str) -> Result<Self, Error> {
        let plate: Self = toml::from_str(text).map_err(|cause| Error::PlateFile { name: name.to_owned(), cause: Box::new(cause) })?;
        match plate.broken_rule() {
            Some(rule) => Err(Error::PlateRule { name: name.to_owned(), rule }),
            None => Ok(plate),
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What is left of it after cutting.
    #[must_use]
    pub fn trim(&self) -> Rect {
        Rect { x: 0.0, y: 0.0, width: self.width, height: self.height }
    }

    /// Width of a module of a symbol of so many modules a side.
    #[must_use]
    pub fn module(&self, modules: u32) -> f64 {
        self.quiet_side(modules) / f64::from(modules + 2 * QUIET_ZONE)
    }

    /// Up to which height, in metres, the plate is meant to hang.
    #[must_use]
    pub fn hangs_up_to_m(&self) -> f64 {
        self.hangs_up_to_m
    }

    /// Symbol and quiet zone together: as the panel holds it, or more where the symbol would fall short.
    pub(super) fn quiet_side(&self, modules: u32) -> f64 {
        let least = self.symbol_least * f64::from(modules + 2 * QUIET_ZONE) / f64::from(modules);
        self.panel.quiet.max(least)
    }

    /// What is left between the quiet zone and the cut, above, below and on the left.
    pub(super) fn edge(&self, modules: u32) -> f64 {
        (self.height - self.quiet_side(modules)) / 2.0
    }

    /// The white panel's right edge, which it has however wide the blue edge on the other sides is.
    pub(super) fn panel_right(&self, modules: u32) -> f64 {
        self.edge(modules) + self.quiet_side(modules) + self.panel.pad
    }

    fn broken_rule(&self) -> Option<Rule> {
        let column = Rect {
            x: self.column.left,
            y: self.column.top,
            width: self.column.right - self.column.left,
            height: self.column.bottom - self.column.top,
        };
        let safe = self.trim().grown(-self.safe);
        let past_panel = |modules: &u32| self.panel_right(*modules) > self.column.left;
        let last_line = [self.title.bottom, self.words.second, self.host.baseline, self.code.baseline, self.bar.top + self.bar.height];
        let checks = [
            (!self.sizes_are_sane(), Rule::Size),
            (PROMISED.iter().any(|modules| self.edge(*modules) < 0.0), Rule::QuietZone),
            (self.panel.radius * (1.0 - std::f64::consts::FRAC_1_SQRT_2) > self.panel.pad, Rule::Radius),
            (!safe.holds(&column) || column.width <= 0.0 || column.height <= 0.0, Rule::SafeArea),
            (last_line.iter().any(|line| *line > self.column.bottom || *line < self.column.top), Rule::SafeArea),
            (PROMISED.iter().any(past_panel), Rule::Column),
            (!self.lettering_is_sane(), Rule::Lettering),
            (self.colours.ground.paint().is_none() || self.colours.accent.paint().is_none(), Rule::Colour),
        ];
        checks.into_iter().find_map(|(broken, rule)| broken.then_some(rule))
    }

    fn sizes_are_sane(&self) -> bool {
        let wanted = [self.width, self.height, self.symbol_least, self.panel.quiet, self.hangs_up_to_m, self.bar.width, self.bar.height];
        let allowed_zero = [self.bleed, self.safe, self.panel.pad, self.panel.radius, self.panel.edge_least];
        wanted.iter().all(|size| *size > 0.0 && *size <= LARGEST) && allowed_zero.iter().all(|size| (0.0..=LARGEST).contains(size))
    }

    fn lettering_is_sane(&self) -> bool {
        let lists = [&self.kind.sizes, &self.title.sizes, &self.words.sizes, &self.host.sizes, &self.code.sizes];
        let condensed = [&self.title.condensed, &self.host.condensed];
        let sane = |size: &f64| (1.0..=200.0).contains(size);
        let tracking = [self.kind.tracking, self.title.tracking, self.words.tracking, self.host.tracking, self.code.tracking];
        lists.iter().all(|sizes| !sizes.is_empty())
            && lists.iter().chain(&condensed).all(|sizes| sizes.iter().all(sane))
            && tracking.iter().all(|by| (0.0..=1.0).contains(by))
            && (1..=8).contains(&self.title.lines)
            && (0.0..=2.0).contains(&self.title.clear)
            && (0.5..=3.0).contains(&self.title.leading)
    }
}

impl Colours {
    pub(super) fn ground(&self) -> Paint {
        self.ground.paint().expect("a plate's colours are checked when it is read")
    }

    pub(super) fn accent(&self) -> Paint {
        self.accent.paint().expect("a plate's colours are checked when it is read")
    }
}

impl Colour {
    fn paint(&self) -> Option<Paint> {
        let sum: u32 = self.cmyk.iter().map(|one| u32::from(*one)).sum();
        let hex = self.screen.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.is_ascii())?;
        let number = u32::from_str_radix(hex, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        let sane = sum <= 300 && self.cmyk.iter().all(|one| *one <= 100);
        sane.then_some(Paint { cmyk: self.cmyk, screen: [red, green, blue] })
    }
}
