//! Is each font in the file, and does the file say the same of it as the font itself?

use super::facts::FontFact;
use super::file::File;
use super::font_program::Program;
use super::notes::{Notes, readable};
use super::object::{Dict, Object};
use super::rule::Rule;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// Fonts of one file that are remembered.
const MOST_FONTS: usize = 2000;
/// Widths of one font.
const MOST_WIDTHS: u32 = 70_000;
/// What two widths may differ by, in thousandths of the em: one is rounded.
const NEAR: f64 = 1.0;

/// A font, as far as it can be judged.
#[derive(Debug)]
pub(super) struct Font {
    pub(super) name: String,
    /// Two bytes a letter?
    pub(super) is_wide: bool,
    /// In thousandths of the em.
    pub(super) cap_height: f64,
    widths: HashMap<u32, f64>,
    usual: f64,
    /// Its own widths, where a code is a glyph.
    program: Option<Program>,
    judged: RefCell<BTreeSet<u32>>,
}

impl Font {
    /// In thousandths of the em.
    pub(super) fn width(&self, code: u32) -> f64 {
        self.widths.get(&code).copied().unwrap_or(self.usual)
    }

    /// What is wrong with a letter, told once.
    pub(super) fn judge(&self, code: u32) -> Option<(Rule, String)> {
        let program = self.program.as_ref()?;
        if !self.judged.borrow_mut().insert(code) {
            return None;
        }
        let own = usize::try_from(code).ok().and_then(|code| program.widths.get(code));
        match own.filter(|_| code > 0) {
            None => Some((Rule::FontGlyph, format!("{} <{code:04x}>", self.name))),
            Some(own) if (own - self.width(code)).abs() > NEAR => {
                Some((Rule::FontWidths, format!("{} <{code:04x}>: {} ≠ {own:.0}", self.name, self.width(code))))
            }
            Some(_) => None,
        }
    }
}

/// The fonts of a file by object.
#[derive(Default)]
pub(super) struct Fonts {
    known: HashMap<u32, Rc<Font>>,
}

impl Fonts {
    /// The font that an object is; what is wrong with it is noted on the page that uses it first.
    pub(super) fn read(&mut self, file: &File, object: &Object, page: usize, notes: &mut Notes) -> Option<Rc<Font>> {
        if let Object::Ref(number) = object
            && let Some(known) = self.known.get(number)
        {
            return Some(Rc::clone(known));
        }
        let found = file.get(object);
        let font = Rc::new(Reading { file, page, notes }.font(found.dict()?));
        if let Object::Ref(number) = object
            && self.known.len() < MOST_FONTS
        {
            self.known.insert(*number, Rc::clone(&font));
        }
        Some(font)
    }
}

struct Reading<'a> {
    file: &'a File,
    page: usize,
    notes: &'a mut Notes,
}

impl Reading<'_> {
    fn font(&mut self, dict: &Dict) -> Font {
        let kind = self.file.value(dict, "Subtype").name().unwrap_or_default().to_owned();
        let name = self.file.value(dict, "BaseFont").name().unwrap_or("?").to_owned();
        let is_wide = kind == "Type0";
        if kind == "Type3" {
            self.notes.note(Some(self.page), Rule::FontType3, self.file.value(dict, "Name").name().unwrap_or("/Type3"));
            let plain =
                Font { name, is_wide, cap_height: 1000.0, widths: HashMap::new(), usual: 0.0, program: None, judged: RefCell::default() };
            return plain;
        }
        let below = self.file.value(dict, "DescendantFonts");
        let below = below.array().first().map(|one| self.file.get(one));
        let inner = below.as_ref().and_then(Object::dict).filter(|_| is_wide).map_or(dict, |inner| inner);
        let descriptor = self.file.value(inner, "FontDescriptor");
        let descriptor = descriptor.dict().cloned().unwrap_or_default();
        let bytes = self.program_bytes(&descriptor);
        self.remember(dict, &name, bytes.is_some());
        let cap_height = self.file.value(&descriptor, "CapHeight").number().filter(|height| *height > 0.0).unwrap_or(700.0);
        let is_identity = is_wide
            && self.file.value(dict, "Encoding").name() == Some("Identity-H")
            && self.file.value(inner, "Subtype").name() == Some("CIDFontType2")
            && matches!(self.file.value(inner, "CIDToGIDMap").name(), None | Some("Identity"))
            && !matches!(self.file.value(inner, "CIDToGIDMap"), Object::Stream(_));
        let program = bytes.filter(|_| is_identity).and_then(|bytes| {
            let program = Program::read(&bytes);
            if program.is_none() {
                self.notes.note(Some(self.page), Rule::FontEmbedded, format!("{name}: TrueType?"));
            }
            program
        });
        let (widths, usual) = if is_wide { self.wide_widths(inner) } else { self.narrow_widths(dict, &descriptor) };
        Font { name, is_wide, cap_height, widths, usual, program, judged: RefCell::default() }
    }

    /// The program itself, unpacked; none where the file lacks it or it cannot be unpacked.
    fn program_bytes(&self, descriptor: &Dict) -> Option<Vec<u8>> {
        let found = ["FontFile2", "FontFile3", "FontFile"].iter().find_map(|key| self.file.value(descriptor, key).stream().cloned());
        let stream = found?;
        self.file.unpack(&stream).ok().filter(|bytes| !bytes.is_empty())
    }

    fn remember(&mut self, dict: &Dict, name: &str, embedded: bool) {
        let tag = name.split_once('+').filter(|(tag, _)| tag.len() == 6 && tag.bytes().all(|letter| letter.is_ascii_uppercase()));
        let page = Some(self.page);
        if !embedded {
            self.notes.note(page, Rule::FontEmbedded, name);
        } else if tag.is_none() {
            self.notes.note(page, Rule::FontSubset, name);
        }
        if !self.file.value(dict, "ToUnicode").stream().is_some_and(|stream| self.file.unpack(stream).is_ok_and(|bytes| !bytes.is_empty()))
        {
            self.notes.note(page, Rule::FontUnicode, name);
        }
        let fact = FontFact { name: readable(name), embedded, subset: tag.is_some() };
        if !self.notes.facts.fonts.contains(&fact) && self.notes.facts.fonts.len() < MOST_FONTS {
            self.notes.facts.fonts.push(fact);
        }
    }

    /// `/W [first [w …]  first last w]` (ISO 32000-1, 9.7.4.3).
    fn wide_widths(&self, inner: &Dict) -> (HashMap<u32, f64>, f64) {
        let mut widths = HashMap::new();
        let all = self.file.value(inner, "W");
        let code_of = |one: &Object| one.int().and_then(|code| u32::try_from(code).ok()).filter(|code| *code < MOST_WIDTHS);
        let mut parts = all.array().iter().map(|one| self.file.get(one));
        while let (Some(first), Some(second)) = (parts.next(), parts.next()) {
            let Some(first) = code_of(&first) else { break };
            if let Object::Array(each) = &second {
                let numbered = (first..MOST_WIDTHS).zip(each.iter().filter_map(Object::number));
                widths.extend(numbered);
            } else if let (Some(last), Some(width)) = (code_of(&second), parts.next().and_then(|one| one.number())) {
                widths.extend((first..=last).map(|code| (code, width)));
            } else {
                break;
            }
            // Ranges over ranges would take for ever.
            if !self.file.work(widths.len()) {
                break;
            }
        }
        (widths, self.file.value(inner, "DW").number().unwrap_or(1000.0))
    }

    fn narrow_widths(&self, dict: &Dict, descriptor: &Dict) -> (HashMap<u32, f64>, f64) {
        let first = self.file.value(dict, "FirstChar").int().and_then(|first| u32::try_from(first).ok()).unwrap_or(0);
        let all = self.file.value(dict, "Widths");
        let each = all.array().iter().take(256).map(|one| self.file.get(one).number().unwrap_or(0.0));
        let usual = self.file.value(descriptor, "MissingWidth").number().unwrap_or(500.0);
        ((first..first.saturating_add(256)).zip(each).collect(), usual)
    }
}
