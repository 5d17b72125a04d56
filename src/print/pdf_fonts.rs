//! Which glyphs of a face does a PDF use, and how are they put into it?

use super::Error;
use super::fonts::{Face, Glyph, parsed};
use super::pdf_objects::{Objects, Sink};
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Chunk, Filter, Name, Ref, Str};
use std::borrow::Cow;
use subsetter::GlyphRemapper;

const IDENTITY: SystemInfo<'static> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// A face and the glyphs of it that are used, numbered as they come.
pub(super) struct FontInUse {
    face: Face,
    numbers: GlyphRemapper,
    /// The new number of each glyph by its old one, 0 where it has none: asked for every letter of every plate.
    codes: Vec<u16>,
    /// By new number, less one: the glyph's width, and what it shows.
    glyphs: Vec<(f64, Cow<'static, str>)>,
}

impl FontInUse {
    pub(super) fn new(face: Face) -> Self {
        Self { face, numbers: GlyphRemapper::new(), codes: Vec::new(), glyphs: Vec::new() }
    }

    pub(super) fn is_used(&self) -> bool {
        !self.glyphs.is_empty()
    }

    pub(super) fn resource_name(&self) -> &'static str {
        ["B", "C", "M"][self.face as usize]
    }

    /// The two bytes that stand for a glyph.
    pub(super) fn code_of(&mut self, glyph: &Glyph) -> u16 {
        let at = usize::from(glyph.id);
        if let Some(code) = self.codes.get(at).filter(|code| **code > 0) {
            return *code;
        }
        let code = self.numbers.remap(glyph.id);
        if self.codes.len() <= at {
            self.codes.resize(at + 1, 0);
        }
        self.codes[at] = code;
        self.glyphs.push((glyph.width, glyph.text.clone()));
        code
    }

    /// The glyphs with their new numbers.
    fn numbered(&self) -> impl Iterator<Item = (u16, &(f64, Cow<'static, str>))> {
        (1..).zip(&self.glyphs)
    }

    /// Writes the subset and everything that describes it; the same glyphs give the same bytes.
    pub(super) fn write<W: Sink>(&self, objects: &mut Objects<W>) -> Result<Ref, Error> {
        let subset = subsetter::subset(self.face.bytes(), 0, &self.numbers).map_err(|_| Error::Font)?;
        let length = i32::try_from(subset.len()).map_err(|_| Error::Font)?;
        let [font, cid, descriptor, file, unicode] = [(); 5].map(|()| objects.reserve());
        let name = format!("{}+{}", self.tag(), self.face.name());
        let name = Name(name.as_bytes());
        objects.put(font, |chunk, id| {
            let mut written = chunk.type0_font(id);
            written.base_font(name).encoding_predefined(Name(b"Identity-H")).descendant_font(cid).to_unicode(unicode);
        })?;
        objects.put(cid, |chunk, id| {
            let mut written = chunk.cid_font(id);
            written.subtype(CidFontType::Type2).base_font(name).system_info(IDENTITY).font_descriptor(descriptor);
            written.cid_to_gid_map_predefined(Name(b"Identity"));
            let mut widths = written.widths();
            widths.consecutive(1, self.glyphs.iter().map(|(width, _)| width.round() as f32));
        })?;
        objects.put(descriptor, |chunk, id| self.describe(chunk, name, id, file))?;
        let packed = objects.pack(&subset);
        objects.put(file, |chunk, id| {
            chunk.stream(id, &packed).filter(Filter::FlateDecode).pair(Name(b"Length1"), length);
        })?;
        let cmap = objects.pack(&self.unicode());
        objects.put(unicode, |chunk, id| {
            chunk.cmap(id, &cmap).filter(Filter::FlateDecode);
        })?;
        Ok(font)
    }

    fn describe(&self, chunk: &mut Chunk, name: Name<'_>, descriptor: Ref, file: Ref) {
        let font = parsed(self.face);
        let scale = 1000.0 / f64::from(font.units_per_em());
        let thousandths = |units: i16| (f64::from(units) * scale).round() as f32;
        let around = font.global_bounding_box();
        let [left, bottom, right, top] = [around.x_min, around.y_min, around.x_max, around.y_max].map(thousandths);
        let mut written = chunk.font_descriptor(descriptor);
        written.name(name).flags(FontFlags::SYMBOLIC).bbox(pdf_writer::Rect::new(left, bottom, right, top));
        written.italic_angle(0.0).ascent(thousandths(font.ascender())).descent(thousandths(font.descender()));
        written.cap_height(thousandths(font.capital_height().unwrap_or(700))).stem_v(120.0).font_file2(file);
    }

    /// Which characters each code shows, so that text can be searched and copied.
    fn unicode(&self) -> Vec<u8> {
        let mut cmap = UnicodeCmap::new(Name(b"Custom"), IDENTITY);
        for (code, (_, text)) in self.numbered() {
            if !text.is_empty() {
                cmap.pair_with_multiple(code, text.chars());
            }
        }
        cmap.finish().into_vec()
    }

    /// Six capitals that tell two subsets of one face apart (ISO 32000, 9.6.4).
    fn tag(&self) -> String {
        let mut sum = self.numbers.remapped_gids().fold(5381_u32, |sum, id| sum.wrapping_mul(33) ^ u32::from(id));
        let mut tag = String::with_capacity(6);
        for _ in 0..6 {
            tag.push(char::from(b'A' + u8::try_from(sum % 26).unwrap_or(0)));
            sum /= 26;
        }
        tag
    }
}
