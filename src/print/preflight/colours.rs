//! What kind of colour is that, and has each spot colour one recipe everywhere?

use super::facts::Spot;
use super::file::File;
use super::notes::{Notes, readable};
use super::object::{Dict, Object};
use super::rule::Rule;
use super::state::Colour;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// Spaces within one another.
const DEEPEST: usize = 6;
/// Bytes of a recipe that count.
const LONGEST_RECIPE: usize = 1 << 20;
/// Spot colours of one file.
const MOST_SPOTS: usize = 500;

/// A colour space, as far as the plates go.
#[derive(Debug, Clone)]
pub(super) enum Space {
    Grey,
    Cmyk,
    Spot(Rc<str>),
    Several(Rc<[Rc<str>]>),
    Pattern,
    /// Palettes, and what is a fault by itself.
    Other,
}

/// The spaces known, and the recipe of each spot colour where it was first seen.
#[derive(Default)]
pub(super) struct Spaces {
    known: HashMap<u32, Space>,
    recipes: BTreeMap<String, [u8; 32]>,
}

/// Where a colour is met.
pub(super) struct Met<'a> {
    pub(super) file: &'a File,
    pub(super) notes: &'a mut Notes,
    pub(super) page: usize,
    pub(super) resources: &'a Dict,
}

impl Met<'_> {
    fn note(&mut self, rule: Rule, detail: impl std::fmt::Display) {
        self.notes.note(Some(self.page), rule, detail);
    }
}

impl Space {
    /// The colour that a space begins with (ISO 32000-1, 8.6.3).
    pub(super) fn first(&self) -> Colour {
        match self {
            Self::Grey => Colour::Grey(0.0),
            Self::Cmyk => Colour::Cmyk([0.0, 0.0, 0.0, 1.0]),
            Self::Spot(name) => Colour::Spot(Rc::clone(name), 1.0),
            Self::Several(names) => Colour::Several(names.iter().map(|name| (Rc::clone(name), 1.0)).collect()),
            Self::Pattern | Self::Other => Colour::Other,
        }
    }

    /// The colour of these numbers; none where they are too few or too many.
    pub(super) fn colour(&self, numbers: &[f64]) -> Option<Colour> {
        match (self, numbers) {
            (Self::Grey, [grey]) => Some(Colour::Grey(*grey)),
            (Self::Cmyk, [c, m, y, k]) => Some(Colour::Cmyk([*c, *m, *y, *k])),
            (Self::Spot(name), [tint]) => Some(Colour::Spot(Rc::clone(name), *tint)),
            (Self::Several(names), tints) if names.len() == tints.len() => {
                Some(Colour::Several(names.iter().cloned().zip(tints.iter().copied()).collect()))
            }
            (Self::Pattern | Self::Other, _) => Some(Colour::Other),
            _ => None,
        }
    }
}

impl Spaces {
    /// The space that an object describes or names; what is wrong with it is noted.
    pub(super) fn read(&mut self, met: &mut Met<'_>, object: &Object, depth: usize) -> Space {
        if depth > DEEPEST {
            met.note(Rule::ColourSpace, "?");
            return Space::Other;
        }
        if let Object::Ref(number) = object {
            if let Some(known) = self.known.get(number) {
                return known.clone();
            }
            let space = self.read(met, &met.file.get(object), depth + 1);
            // One that is a fault is told on every page that uses it.
            if !matches!(space, Space::Other) {
                self.known.insert(*number, space.clone());
            }
            return space;
        }
        match object {
            Object::Name(name) => self.named(met, name, depth),
            Object::Array(parts) => self.described(met, parts, depth),
            _ => {
                met.note(Rule::ColourSpace, "?");
                Space::Other
            }
        }
    }

    fn named(&mut self, met: &mut Met<'_>, name: &str, depth: usize) -> Space {
        match name {
            "DeviceGray" | "G" => self.device(met, Space::Grey, "DefaultGray"),
            "DeviceCMYK" | "CMYK" => self.device(met, Space::Cmyk, "DefaultCMYK"),
            "Pattern" => Space::Pattern,
            "DeviceRGB" | "RGB" => {
                met.note(Rule::Rgb, "/DeviceRGB");
                Space::Other
            }
            _ => {
                let spaces = met.file.value(met.resources, "ColorSpace");
                let found = spaces.dict().map_or(Object::Null, |dict| dict.get(name).clone());
                if found.is_null() {
                    met.note(Rule::Resource, format!("/ColorSpace /{name}"));
                    return Space::Other;
                }
                self.read(met, &found, depth + 1)
            }
        }
    }

    /// A space of the press, unless the page puts another in its place.
    pub(super) fn device(&mut self, met: &mut Met<'_>, space: Space, default: &str) -> Space {
        let spaces = met.file.value(met.resources, "ColorSpace");
        if spaces.dict().is_some_and(|dict| dict.has(default)) {
            met.note(Rule::ColourSpace, format!("/{default}"));
        }
        space
    }

    fn described(&mut self, met: &mut Met<'_>, parts: &[Object], depth: usize) -> Space {
        let kind = parts.first().map(|one| met.file.get(one)).and_then(|one| one.name().map(str::to_owned)).unwrap_or_default();
        let part = |at: usize| parts.get(at).unwrap_or(&Object::Null);
        match kind.as_str() {
            "Separation" => self.spot(met, parts, depth),
            "DeviceN" => self.several(met, parts, depth),
            "Indexed" | "I" => {
                self.read(met, part(1), depth + 1);
                Space::Other
            }
            "Pattern" if parts.len() > 1 => {
                self.read(met, part(1), depth + 1);
                Space::Pattern
            }
            "ICCBased" => {
                let colours = met.file.get(part(1)).dict().and_then(|dict| met.file.value(dict, "N").int());
                let rule = if colours == Some(3) { Rule::Rgb } else { Rule::ColourSpace };
                met.note(rule, format!("/ICCBased /N {}", colours.unwrap_or(0)));
                Space::Other
            }
            "CalRGB" => {
                met.note(Rule::Rgb, "/CalRGB");
                Space::Other
            }
            "DeviceGray" | "DeviceCMYK" | "DeviceRGB" | "Pattern" | "G" | "CMYK" | "RGB" => self.named(met, &kind, depth + 1),
            _ => {
                met.note(Rule::ColourSpace, format!("/{kind}"));
                Space::Other
            }
        }
    }

    fn spot(&mut self, met: &mut Met<'_>, parts: &[Object], depth: usize) -> Space {
        let [_, name, alternate, tint] = parts else {
            met.note(Rule::ColourSpace, "/Separation");
            return Space::Other;
        };
        let name = met.file.get(name).name().unwrap_or_default().to_owned();
        let family = self.alternate(met, &name, alternate, depth);
        let mut recipe = Vec::new();
        write_recipe(met.file, alternate, 0, &mut recipe);
        write_recipe(met.file, tint, 0, &mut recipe);
        met.file.work(recipe.len());
        let recipe: [u8; 32] = Sha256::digest(&recipe).into();
        match self.recipes.get(&name) {
            Some(first) if *first != recipe => met.note(Rule::SpotAlternate, format!("{name}: {family} ≠")),
            Some(_) => {}
            None => self.remember(met, &name, family, recipe),
        }
        Space::Spot(name.into())
    }

    /// The space that stands in for a spot colour must be of process inks.
    fn alternate(&mut self, met: &mut Met<'_>, name: &str, alternate: &Object, depth: usize) -> &'static str {
        // Judged here and not as a space of the page: the fault is the spot colour's.
        let found = met.file.get(alternate);
        match found.name() {
            Some("DeviceCMYK") => return "DeviceCMYK",
            Some("DeviceGray") => return "DeviceGray",
            _ => {}
        }
        let first = found.array().first().map(|one| met.file.get(one));
        let family = first.as_ref().or(Some(&found)).and_then(Object::name).unwrap_or("?").to_owned();
        met.note(Rule::SpotAlternate, format!("{name}: {family}"));
        if depth > DEEPEST { "?" } else { "…" }
    }

    fn remember(&mut self, met: &mut Met<'_>, name: &str, family: &str, recipe: [u8; 32]) {
        if ["Cyan", "Magenta", "Yellow", "Black"].iter().any(|process| process.eq_ignore_ascii_case(name.trim())) {
            met.note(Rule::SpotName, name);
        }
        let twin = self.recipes.keys().find(|other| letters_of(other) == letters_of(name)).cloned();
        if let Some(twin) = twin {
            met.note(Rule::SpotName, format!("{twin} / {name}"));
        }
        if self.recipes.len() < MOST_SPOTS {
            self.recipes.insert(name.to_owned(), recipe);
        }
        // `All` is every plate, and `None` is none.
        if self.recipes.len() < MOST_SPOTS && !matches!(name, "All" | "None") {
            met.notes.facts.spots.push(Spot { name: readable(name), alternate: family.to_owned() });
        }
    }

    fn several(&mut self, met: &mut Met<'_>, parts: &[Object], depth: usize) -> Space {
        let names: Vec<Rc<str>> = parts
            .get(1)
            .map(|one| met.file.get(one))
            .unwrap_or(Object::Null)
            .array()
            .iter()
            .filter_map(|one| one.name().map(Rc::from))
            .collect();
        if names.is_empty() || names.len() > 32 {
            met.note(Rule::ColourSpace, "/DeviceN");
            return Space::Other;
        }
        self.alternate(met, &names.join("+"), parts.get(2).unwrap_or(&Object::Null), depth);
        let attributes = parts.get(4).map_or(Object::Null, |one| met.file.get(one));
        let colorants = attributes.dict().map_or(Object::Null, |dict| met.file.value(dict, "Colorants"));
        for one in colorants.dict().into_iter().flat_map(|dict| dict.0.values()) {
            self.read(met, one, depth + 1);
        }
        Space::Several(names.into())
    }
}

/// Letters and digits alone, small: what two names share when only their writing differs.
fn letters_of(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Writes an object so that equal ones give equal bytes, wherever they stand in the file.
fn write_recipe(file: &File, object: &Object, depth: usize, recipe: &mut Vec<u8>) {
    if depth > 12 || recipe.len() > LONGEST_RECIPE {
        return;
    }
    match file.get(object) {
        Object::Array(members) => {
            recipe.push(b'[');
            members.iter().for_each(|one| write_recipe(file, one, depth + 1, recipe));
            recipe.push(b']');
        }
        Object::Dict(dict) => write_dict(file, &dict, depth, recipe),
        Object::Stream(stream) => {
            let plain =
                Dict(stream.dict.0.iter().filter(|(key, _)| !is_of_packing(key)).map(|(key, one)| (key.clone(), one.clone())).collect());
            write_dict(file, &plain, depth, recipe);
            let bytes = file.unpack(&stream).unwrap_or_default();
            recipe.extend_from_slice(&bytes[..bytes.len().min(LONGEST_RECIPE)]);
        }
        // A whole number may be written with a point.
        other => recipe.extend(other.number().map_or_else(|| format!("{other:?} "), |number| format!("{number} ")).into_bytes()),
    }
}

fn is_of_packing(key: &str) -> bool {
    matches!(key, "Length" | "Filter" | "DecodeParms")
}

fn write_dict(file: &File, dict: &Dict, depth: usize, recipe: &mut Vec<u8>) {
    recipe.push(b'<');
    for (key, one) in &dict.0 {
        recipe.extend(format!("/{key} ").into_bytes());
        write_recipe(file, one, depth + 1, recipe);
    }
    recipe.push(b'>');
}
