//! What does the font inside the file say of its own letters?

use rustybuzz::ttf_parser::{Face, GlyphId};

/// Glyphs and their widths in thousandths of the em.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) widths: Vec<f64>,
}

impl Program {
    /// Reads a TrueType or OpenType program; none where it cannot be read.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let face = Face::parse(bytes, 0).ok()?;
        let em = f64::from(face.units_per_em());
        let width = |glyph: u16| f64::from(face.glyph_hor_advance(GlyphId(glyph)).unwrap_or(0)) * 1000.0 / em;
        Some(Self { widths: (0..face.number_of_glyphs()).map(width).collect() })
    }
}
