//! Which glyphs set a text, how wide and how tall are they, and which one is missing?

use super::Error;
use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};
use rustybuzz::{Feature, Script, ShapePlan, UnicodeBuffer};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// The faces on a plate, all of the Barlow family (SIL OFL 1.1), drawn after road signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Names and codes.
    Bold,
    /// Names too long for the bold face.
    Condensed,
    /// Everything else.
    Medium,
}

impl Face {
    /// Every face, in the order of the files that hold them.
    pub const ALL: [Self; 3] = [Self::Bold, Self::Condensed, Self::Medium];

    /// Its name in a finished file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bold => "Barlow-Bold",
            Self::Condensed => "BarlowCondensed-Bold",
            Self::Medium => "Barlow-Medium",
        }
    }

    /// Its file.
    #[must_use]
    pub const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Bold => include_bytes!("../../assets/fonts/Barlow-Bold.ttf"),
            Self::Condensed => include_bytes!("../../assets/fonts/BarlowCondensed-Bold.ttf"),
            Self::Medium => include_bytes!("../../assets/fonts/Barlow-Medium.ttf"),
        }
    }
}

static HASHES: LazyLock<[(&'static str, String); 3]> =
    LazyLock::new(|| Face::ALL.map(|face| (face.name(), super::manifest::hash(face.bytes()))));

/// Every face's name and the SHA-256 of its file, in hexadecimal digits.
#[must_use]
pub fn hashes() -> &'static [(&'static str, String); 3] {
    &HASHES
}

/// One glyph of a set text, its measures in thousandths of the em.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Its number in the face.
    pub id: u16,
    /// How far the next one stands, kerning included.
    pub advance: f64,
    /// Its own width in the face, without kerning.
    pub width: f64,
    /// The characters that it shows; empty where an earlier glyph shows them.
    pub text: Cow<'static, str>,
}

/// A set text.
#[derive(Debug, Clone, PartialEq)]
pub struct Shaped {
    /// Left to right.
    pub glyphs: Vec<Glyph>,
    /// Width in ems, without tracking.
    pub width: f64,
    /// Ink above the baseline, in ems.
    pub top: f64,
    /// Ink below the baseline, in ems.
    pub bottom: f64,
}

impl Shaped {
    /// Width in ems with this much space, in ems, between letters.
    #[must_use]
    pub fn tracked(&self, tracking: f64) -> f64 {
        self.width + tracking * (self.glyphs.len().saturating_sub(1)) as f64
    }
}

static PARSED: LazyLock<[rustybuzz::Face<'static>; 3]> =
    LazyLock::new(|| Face::ALL.map(|face| rustybuzz::Face::from_slice(face.bytes(), 0).expect("assets/fonts holds fonts")));

/// The face as the shaper and the outliner see it.
pub(super) fn parsed(face: Face) -> &'static rustybuzz::Face<'static> {
    &PARSED[face as usize]
}

/// Texts remembered, so that a job of any size needs the same memory.
const MOST_KNOWN: usize = 256;

/// Texts already set: a street's name stands on all its signs.
#[derive(Default)]
pub struct Fonts {
    memory: Mutex<Memory>,
}

#[derive(Default)]
struct Memory {
    known: HashMap<(Face, String), Arc<Shaped>>,
    /// How texts of a face and a script are set: a plan takes longer to make than a text to set.
    plans: Vec<(Face, Script, ShapePlan)>,
    /// What is known of the ASCII characters set so far: by face and character.
    plain: [Vec<Option<Box<Plain>>>; 3],
    /// The faces' own measures of the glyphs used so far, whose outlines are walked for them.
    measures: HashMap<(Face, u16), Measure>,
}

/// An ASCII character of a face.
struct Plain {
    id: u16,
    measure: Measure,
    /// How far the next one stands, which depends on nothing but that one: by character, and last where there is none.
    advances: [Option<f64>; ASCII + 1],
}

/// Characters of ASCII.
const ASCII: usize = 128;

/// Each of them as a text.
const CHARACTERS: &str = {
    const BYTES: [u8; ASCII] = {
        let mut bytes = [0; ASCII];
        let mut at = 0;
        while at < ASCII {
            bytes[at] = at as u8;
            at += 1;
        }
        bytes
    };
    match str::from_utf8(&BYTES) {
        Ok(characters) => characters,
        Err(_) => unreachable!(),
    }
};

/// A glyph's width in thousandths of the em, and its ink above and below the baseline in ems.
#[derive(Clone, Copy)]
struct Measure {
    width: f64,
    top: f64,
    bottom: f64,
}

impl Fonts {
    /// Sets a text in a face.
    ///
    /// # Errors
    /// Refuses a text with a character that the face lacks, and names it.
    pub fn shape(&self, face: Face, text: &str) -> Result<Arc<Shaped>, Error> {
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        // Codes and numbers never come back whole, but are made of pairs that do.
        if text.is_ascii() {
            return Ok(Arc::new(memory.shape_ascii(face, text)?));
        }
        let key = (face, text.to_owned());
        if let Some(shaped) = memory.known.get(&key) {
            return Ok(Arc::clone(shaped));
        }
        let shaped = Arc::new(memory.shape(face, text)?);
        if memory.known.len() >= MOST_KNOWN {
            memory.known.clear();
        }
        memory.known.insert(key, Arc::clone(&shaped));
        Ok(shaped)
    }

    /// Sets texts one after the other as one line: what comes back is set once, whatever stands beside it.
    ///
    /// # Errors
    /// As [`Fonts::shape`].
    pub(super) fn shape_row(&self, face: Face, texts: &[&str]) -> Result<Arc<Shaped>, Error> {
        let mut row = Shaped { glyphs: Vec::new(), width: 0.0, top: 0.0, bottom: 0.0 };
        for text in texts {
            let part = self.shape(face, text)?;
            row.glyphs.extend(part.glyphs.iter().cloned());
            row.width += part.width;
            (row.top, row.bottom) = (row.top.max(part.top), row.bottom.max(part.bottom));
        }
        Ok(Arc::new(row))
    }
}

impl Memory {
    fn shape(&mut self, face: Face, text: &str) -> Result<Shaped, Error> {
        let font = parsed(face);
        let missing = text.chars().find(|one| font.glyph_index(*one).is_none_or(|id| id.0 == 0));
        if let Some(character) = missing {
            return Err(Error::MissingGlyph { character, text: text.to_owned() });
        }
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let set = rustybuzz::shape_with_plan(font, self.plan(face, &buffer), buffer);
        let scale = 1000.0 / f64::from(font.units_per_em());
        let starts: Vec<usize> = set.glyph_infos().iter().map(|one| one.cluster as usize).collect();
        let mut shaped = Shaped { glyphs: Vec::with_capacity(starts.len()), width: 0.0, top: 0.0, bottom: 0.0 };
        for (at, (glyph, position)) in set.glyph_infos().iter().zip(set.glyph_positions()).enumerate() {
            let id = u16::try_from(glyph.glyph_id).unwrap_or(0);
            let Measure { width, top, bottom } = self.measure(face, id);
            let advance = f64::from(position.x_advance) * scale;
            (shaped.top, shaped.bottom) = (shaped.top.max(top), shaped.bottom.max(bottom));
            shaped.glyphs.push(Glyph { id, advance, width, text: shown_by(text, &starts, at) });
        }
        shaped.width = shaped.glyphs.iter().map(|glyph| glyph.advance).sum::<f64>() / 1000.0;
        Ok(shaped)
    }

    /// Sets ASCII by its pairs: of a face without ligatures that is the same as setting it whole (a test compares the two).
    fn shape_ascii(&mut self, face: Face, text: &str) -> Result<Shaped, Error> {
        let mut shaped = Shaped { glyphs: Vec::with_capacity(text.len()), width: 0.0, top: 0.0, bottom: 0.0 };
        for (at, byte) in text.bytes().enumerate() {
            let next = text.as_bytes().get(at + 1).map_or(ASCII, |next| usize::from(*next));
            let (id, Measure { width, top, bottom }, advance) = self.plain(face, byte, next, &text[at..text.len().min(at + 2)])?;
            (shaped.top, shaped.bottom) = (shaped.top.max(top), shaped.bottom.max(bottom));
            shaped.width += advance / 1000.0;
            shaped.glyphs.push(Glyph { id, advance, width, text: character(byte) });
        }
        Ok(shaped)
    }

    /// The glyph of an ASCII character before another one, and how far that one stands.
    fn plain(&mut self, face: Face, byte: u8, next: usize, pair: &str) -> Result<(u16, Measure, f64), Error> {
        let known = |memory: &Self| {
            memory.plain[face as usize].get(usize::from(byte)).and_then(|one| {
                let one = one.as_ref()?;
                Some((one.id, one.measure, one.advances[next]?))
            })
        };
        if let Some(known) = known(self) {
            return Ok(known);
        }
        let (id, advance) = self.shape(face, pair)?.glyphs.first().map_or((0, 0.0), |glyph| (glyph.id, glyph.advance));
        let measure = self.measure(face, id);
        let of_face = &mut self.plain[face as usize];
        of_face.resize_with(ASCII, || None);
        let one = of_face[usize::from(byte)].get_or_insert_with(|| Box::new(Plain { id, measure, advances: [None; ASCII + 1] }));
        one.advances[next] = Some(advance);
        Ok((id, measure, advance))
    }

    fn plan(&mut self, face: Face, buffer: &UnicodeBuffer) -> &ShapePlan {
        let script = buffer.script();
        let known = self.plans.iter().position(|(one, other, _)| (*one, *other) == (face, script));
        let at = known.unwrap_or_else(|| {
            // One glyph a letter, so that the text can be searched and copied from the finished file.
            let plain = [b"liga", b"clig", b"dlig"].map(|tag| Feature::new(rustybuzz::ttf_parser::Tag::from_bytes(tag), 0, ..));
            self.plans.push((face, script, ShapePlan::new(parsed(face), buffer.direction(), Some(script), None, &plain)));
            self.plans.len() - 1
        });
        &self.plans[at].2
    }

    fn measure(&mut self, face: Face, id: u16) -> Measure {
        *self.measures.entry((face, id)).or_insert_with(|| {
            let font = parsed(face);
            let em = f64::from(font.units_per_em());
            let width = f64::from(font.glyph_hor_advance(GlyphId(id)).unwrap_or(0)) * 1000.0 / em;
            let ink = font.glyph_bounding_box(GlyphId(id));
            let (top, bottom) = ink.map_or((0.0, 0.0), |ink| (f64::from(ink.y_max) / em, -f64::from(ink.y_min) / em));
            Measure { width, top, bottom }
        })
    }
}

/// The characters of the cluster that a glyph opens.
fn shown_by(text: &str, starts: &[usize], at: usize) -> Cow<'static, str> {
    if at > 0 && starts[at] == starts[at - 1] {
        return Cow::Borrowed("");
    }
    let end = starts[at..].iter().copied().find(|next| *next > starts[at]).unwrap_or(text.len());
    match &text.as_bytes()[starts[at]..end] {
        [byte] => character(*byte),
        _ => Cow::Owned(text[starts[at]..end].to_owned()),
    }
}

/// An ASCII character as a text that nobody has to keep.
fn character(byte: u8) -> Cow<'static, str> {
    let at = usize::from(byte);
    CHARACTERS.get(at..=at).map_or(Cow::Borrowed(""), Cow::Borrowed)
}

/// Draws the outline of one glyph, in font units, y upwards.
pub(super) fn outline(face: Face, id: u16, builder: &mut dyn OutlineBuilder) {
    parsed(face).outline_glyph(GlyphId(id), builder);
}

/// Height of a capital without marks, in ems.
#[must_use]
pub fn cap_height(face: Face) -> f64 {
    let font = parsed(face);
    f64::from(font.capital_height().unwrap_or(700)) / f64::from(font.units_per_em())
}

#[cfg(test)]
mod tests {
    use super::{Face, Fonts, Memory};

    #[test]
    fn a_text_set_by_its_pairs_is_the_text_set_whole() {
        let fonts = Fonts::default();
        let mut texts: Vec<String> =
            ["qr.haiphong.gov.vn/", "12/700", "1/4", "AVATAR To. \"WA\" fi ffl 1:1 ->", "  37"].map(str::to_owned).into();
        let letters = || ('0'..='9').chain('A'..='Z');
        texts.extend(letters().flat_map(|one| letters().map(move |next| format!("{one}{next}-{next}{one}"))));
        let mut memory = Memory::default();
        for face in Face::ALL {
            for text in &texts {
                let (pairs, whole) = (fonts.shape(face, text).unwrap(), memory.shape(face, text).unwrap());
                assert_eq!(pairs.glyphs, whole.glyphs, "{text}");
                assert!((pairs.width - whole.width).abs() < 1e-9 && pairs.top == whole.top && pairs.bottom == whole.bottom, "{text}");
            }
        }
    }
}
