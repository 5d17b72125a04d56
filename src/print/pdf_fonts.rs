//! Which glyphs of a face does a PDF use, and how are they put into it?

use super::Error;
use super::fonts::{Face, Glyph, parsed};
use super::packer::Packer;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish, Name, Pdf, Ref, Str};
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

const IDENTITY: SystemInfo<'static> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// A face and the glyphs of it that are used, numbered as they come.
pub(super) struct FontInUse {
    face: Face,
    numbers: GlyphRemapper,
    /// By new number: the glyph's width, and what it shows.
    glyphs: BTreeMap<u16, (f64, String)>,
}

impl FontInUse {
    pub(super) fn new(face: Face) -> Self {
        Self { face, numbers: GlyphRemapper::new(), glyphs: BTreeMap::new() }
    }

    pub(super) fn is_used(&self) -> bool {
        !self.glyphs.is_empty()
    }

    pub(super) fn resource_name(&self) -> &'static str {
        ["B", "C", "M"][self.face as usize]
    }

    /// The two bytes that stand for a glyph.
    pub(super) fn code_of(&mut self, glyph: &Glyph) -> u16 {
        let code = self.numbers.remap(glyph.id);
        self.glyphs.entry(code).or_insert_with(|| (glyph.width, glyph.text.clone()));
        code
    }

    /// Writes the subset and everything that describes it; the same glyphs give the same bytes.
    pub(super) fn write(&self, pdf: &mut Pdf, next: &mut Ref, packer: &mut Packer) -> Result<Ref, Error> {
        let subset = subsetter::subset(self.face.bytes(), 0, &self.numbers).map_err(|_| Error::Font)?;
        let [font, cid, descriptor, file, unicode] = [(); 5].map(|()| next.bump());
        let name = format!("{}+{}", self.tag(), self.face.name());
        let name = Name(name.as_bytes());
        let mut written = pdf.type0_font(font);
        written.base_font(name).encoding_predefined(Name(b"Identity-H")).descendant_font(cid).to_unicode(unicode);
        written.finish();
        let mut written = pdf.cid_font(cid);
        written.subtype(CidFontType::Type2).base_font(name).system_info(IDENTITY).font_descriptor(descriptor);
        written.cid_to_gid_map_predefined(Name(b"Identity"));
        let mut widths = written.widths();
        for (code, (width, _)) in &self.glyphs {
            widths.consecutive(*code, [width.round() as f32]);
        }
        widths.finish();
        written.finish();
        self.describe(pdf, name, descriptor, file);
        let packed = packer.pack(&subset);
        let length = i32::try_from(subset.len()).map_err(|_| Error::Font)?;
        pdf.stream(file, &packed).filter(Filter::FlateDecode).pair(Name(b"Length1"), length);
        let cmap = packer.pack(&self.unicode());
        pdf.cmap(unicode, &cmap).filter(Filter::FlateDecode);
        Ok(font)
    }

    fn describe(&self, pdf: &mut Pdf, name: Name<'_>, descriptor: Ref, file: Ref) {
        let font = parsed(self.face);
        let scale = 1000.0 / f64::from(font.units_per_em());
        let thousandths = |units: i16| (f64::from(units) * scale).round() as f32;
        let around = font.global_bounding_box();
        let [left, bottom, right, top] = [around.x_min, around.y_min, around.x_max, around.y_max].map(thousandths);
        let mut written = pdf.font_descriptor(descriptor);
        written.name(name).flags(FontFlags::SYMBOLIC).bbox(pdf_writer::Rect::new(left, bottom, right, top));
        written.italic_angle(0.0).ascent(thousandths(font.ascender())).descent(thousandths(font.descender()));
        written.cap_height(thousandths(font.capital_height().unwrap_or(700))).stem_v(120.0).font_file2(file);
    }

    /// Which characters each code shows, so that text can be searched and copied.
    fn unicode(&self) -> Vec<u8> {
        let mut cmap = UnicodeCmap::new(Name(b"Custom"), IDENTITY);
        for (code, (_, text)) in &self.glyphs {
            if !text.is_empty() {
                cmap.pair_with_multiple(*code, text.chars());
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
