//! What does a plate look like, in numbers? (biển phụ) The file is its description: `data/plates/*.toml`.

use super::Error;
use super::drawing::{Paint, Rect, WHITE};
use super::path::Corners;
use super::plate_rules;
use super::spots::{Spot, SpotInk, Spots};
use crate::qr::QUIET_ZONE;
use rust_embed::RustEmbed;
use serde::Deserialize;

#[derive(RustEmbed)]
#[folder = "data/plates"]
struct Files;

/// The plate printed where none is named.
pub const DEFAULT: &str = "sub-180x120";

/// Longest file of a plate, in bytes.
pub const LONGEST_FILE: usize = 64 << 10;

/// A plate, in millimetres; each number has its source in its file.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plate {
    pub(super) name: String,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) bleed: f64,
    pub(super) safe: f64,
    #[serde(default)]
    pub(super) corner: f64,
    #[serde(default = "one_side")]
    pub(super) sides: u8,
    pub(super) hangs_up_to_m: f64,
    pub(super) symbol: SymbolPlace,
    #[serde(default)]
    pub(super) inks: Inks,
    pub(super) panel: Option<Panel>,
    pub(super) border: Option<Border>,
    #[serde(default)]
    pub(super) folds: Folds,
    #[serde(default)]
    pub(super) bar: Vec<Bar>,
    #[serde(default)]
    pub(super) text: Vec<TextPlace>,
}

/// Where the symbol lies, by the middle of the symbol and its quiet zone together.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SymbolPlace {
    pub(super) across: f64,
    pub(super) down: f64,
    pub(super) quiet: f64,
    pub(super) least: f64,
    #[serde(default)]
    pub(super) dark: Option<Colour>,
    #[serde(default)]
    pub(super) light: Option<Colour>,
}

/// The plate's colours. What is left out is black for the accent, and bare material for the ground.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Inks {
    pub(super) ground: Option<Colour>,
    pub(super) accent: Option<Colour>,
    pub(super) white: Option<Colour>,
    pub(super) cut: Option<Colour>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Colour {
    pub(super) cmyk: [u8; 4],
    pub(super) screen: String,
    pub(super) spot: Option<String>,
}

/// White under the quiet zone.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Panel {
    pub(super) pad: f64,
    pub(super) radius: f64,
    pub(super) edge_least: f64,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Border {
    pub(super) inset: f64,
    pub(super) width: f64,
    #[serde(default)]
    pub(super) round: f64,
    #[serde(default)]
    pub(super) inward: f64,
}

/// Where the plate is folded: millimetres from its left and from its top.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Folds {
    #[serde(default)]
    pub(super) across: Vec<f64>,
    #[serde(default)]
    pub(super) down: Vec<f64>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Bar {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
    #[serde(default)]
    pub(super) ink: InkName,
}

/// A place for text, and how it is lettered. Sizes are the em; capitals stand 0.7 of it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TextPlace {
    pub(super) shows: Shows,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) largest: f64,
    pub(super) smallest: f64,
    #[serde(default = "one_line")]
    pub(super) lines: usize,
    #[serde(default)]
    pub(super) weight: Weight,
    #[serde(default)]
    pub(super) condensed_up_to: f64,
    #[serde(default)]
    pub(super) capitals: bool,
    #[serde(default)]
    pub(super) align: Align,
    #[serde(default)]
    pub(super) stands: Stands,
    #[serde(default)]
    pub(super) follows: bool,
    #[serde(default)]
    pub(super) tracking: f64,
    #[serde(default = "usual_clear")]
    pub(super) clear: f64,
    #[serde(default = "usual_leading")]
    pub(super) leading: f64,
    #[serde(default)]
    pub(super) ink: InkName,
}

/// What a text place says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Shows {
    /// «Phố», «Đường».
    Kind,
    /// The name.
    Name,
    /// What to do, in Vietnamese and below it in English.
    Call,
    /// The address that can be typed.
    Host,
    /// The code in groups of three.
    Code,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Weight {
    #[default]
    Medium,
    Bold,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Align {
    #[default]
    Left,
    Centre,
    Right,
}

/// Where in its place a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Stands {
    /// Its capitals begin at the top.
    #[default]
    Top,
    /// Its capitals lie about the middle.
    Middle,
    /// Its last baseline is the bottom.
    Bottom,
}

/// A colour of the plate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum InkName {
    #[default]
    White,
    Black,
    Ground,
    Accent,
}

fn one_side() -> u8 {
    1
}

fn one_line() -> usize {
    1
}

fn usual_clear() -> f64 {
    0.13
}

fn usual_leading() -> f64 {
    1.14
}

impl Plate {
    /// The plates that there are.
    #[must_use]
    pub fn names() -> Vec<String> {
        Files::iter().filter_map(|file| file.strip_suffix(".toml").map(str::to_owned)).collect()
    }

    /// The file of the plate of this name.
    ///
    /// # Errors
    /// Refuses a name that no plate has.
    pub fn file(name: &str) -> Result<String, Error> {
        let unknown = || Error::UnknownPlate { given: name.chars().take(40).collect(), known: Self::names().join(", ") };
        let file = Files::get(&format!("{name}.toml")).ok_or_else(unknown)?;
        Ok(String::from_utf8_lossy(&file.data).into_owned())
    }

    /// The plate of this name.
    ///
    /// # Errors
    /// Refuses a name that no plate has, and a plate that breaks a rule.
    pub fn get(name: &str) -> Result<Self, Error> {
        Self::parse(name, &Self::file(name)?)
    }

    /// Reads a plate's file.
    ///
    /// # Errors
    /// Refuses what is not such a file, and a plate that breaks a rule.
    pub fn parse(name: &str, text: &str) -> Result<Self, Error> {
        if text.len() > LONGEST_FILE {
            return Err(Error::PlateTooLong { name: name.to_owned(), most: LONGEST_FILE });
        }
        let plate: Self = toml::from_str(text).map_err(|cause| Error::PlateFile { name: name.to_owned(), cause: Box::new(cause) })?;
        match plate_rules::broken(&plate) {
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

    /// Its outline as a cutter follows it.
    pub(super) fn corners(&self) -> Corners {
        Corners::Round(self.corner)
    }

    /// Is it printed on both sides?
    #[must_use]
    pub fn is_two_sided(&self) -> bool {
        self.sides == 2
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

    /// Does it say anything beside its symbol?
    pub(super) fn has_words(&self) -> bool {
        !self.text.is_empty()
    }

    /// The inks that the plate's file names.
    #[must_use]
    pub fn spots(&self) -> Spots {
        let mut spots = Spots::default();
        for (role, colour) in self.role_colours() {
            if let Some((colour, name)) = colour.and_then(|colour| colour.spot.as_ref().map(|name| (colour, name))) {
                spots.set(role, Some(SpotInk { name: name.clone(), alternate: colour.cmyk }));
            }
        }
        spots
    }

    /// The four process inks that stand for a role's ink; magenta for a cut, which has to be seen.
    #[must_use]
    pub fn alternate(&self, spot: Spot) -> [u8; 4] {
        let colour = self.role_colours().into_iter().find_map(|(role, colour)| colour.filter(|_| role == spot));
        colour.map_or(if spot == Spot::Cut { [0, 100, 0, 0] } else { [0, 0, 0, 0] }, |colour| colour.cmyk)
    }

    pub(super) fn role_colours(&self) -> [(Spot, Option<&Colour>); 4] {
        let inks = &self.inks;
        let given = [&inks.ground, &inks.accent, &inks.white, &inks.cut];
        let roles = [Spot::Ground, Spot::Accent, Spot::White, Spot::Cut];
        std::array::from_fn(|at| (roles[at], given[at].as_ref()))
    }

    /// The paint of a colour of the plate, in the inks of the job.
    pub(super) fn paint(&self, name: InkName, spots: &Spots) -> Paint {
        let of = |spot: Spot, colour: &Option<Colour>, otherwise: Paint| {
            spots.paint(spot, colour.as_ref().and_then(Colour::paint).unwrap_or(otherwise))
        };
        match name {
            InkName::White => of(Spot::White, &self.inks.white, WHITE),
            InkName::Black => super::drawing::BLACK,
            InkName::Ground => of(Spot::Ground, &self.inks.ground, WHITE),
            InkName::Accent => of(Spot::Accent, &self.inks.accent, super::drawing::BLACK),
        }
    }

    /// Symbol and quiet zone together: as the plate places it, or more where the symbol would fall short.
    pub(super) fn quiet_side(&self, modules: u32) -> f64 {
        let least = self.symbol.least * f64::from(modules + 2 * QUIET_ZONE) / f64::from(modules);
        self.symbol.quiet.max(least)
    }

    /// The square of a symbol of so many modules and its quiet zone.
    pub(super) fn quiet_rect(&self, modules: u32) -> Rect {
        let side = self.quiet_side(modules);
        Rect { x: self.symbol.across - side / 2.0, y: self.symbol.down - side / 2.0, width: side, height: side }
    }

    /// The white under it; where it comes too near a cut, it runs over that by so much.
    pub(super) fn panel_rect(&self, panel: &Panel, modules: u32, over: f64) -> (Rect, f64) {
        let inner = self.quiet_rect(modules).grown(panel.pad);
        let beyond = |gap: f64| if gap < panel.edge_least { gap + over } else { 0.0 };
        let gaps = [inner.x, inner.y, self.width - inner.right(), self.height - inner.bottom()];
        let [left, top, right, bottom] = gaps.map(beyond);
        let rect = Rect { x: inner.x - left, y: inner.y - top, width: inner.width + left + right, height: inner.height + top + bottom };
        let radius = if gaps.iter().any(|gap| *gap < panel.edge_least) { 0.0 } else { panel.radius };
        (rect, radius)
    }
}

impl Colour {
    /// The paint of this colour; none where it is over 100 %, over 300 % in all, or not `#rrggbb`.
    pub(super) fn paint(&self) -> Option<Paint> {
        let sum: u32 = self.cmyk.iter().map(|one| u32::from(*one)).sum();
        let hex = self.screen.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.is_ascii())?;
        let number = u32::from_str_radix(hex, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        let sane = sum <= 300 && self.cmyk.iter().all(|one| *one <= 100);
        sane.then_some(Paint { cmyk: self.cmyk, screen: [red, green, blue], spot: None, overprint: false })
    }
}
