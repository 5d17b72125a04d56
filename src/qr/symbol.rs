//! Which modules of a link's symbol are dark?

use super::mask::{Eight, Matrix};
use super::{Error, Link};
use qrcode::bits::Bits;
use qrcode::canvas::{Canvas, MaskPattern, Module};
use qrcode::types::QrResult;
use qrcode::{Color, EcLevel, Version, ec};
use std::sync::OnceLock;

/// Light modules owed on every side of a symbol (ISO/IEC 18004:2015, 6.3.8).
pub const QUIET_ZONE: u32 = 4;

/// The largest version whose rows fit the mask search; at level H it holds any link that a host name can make.
const LARGEST_VERSION: usize = 27;

/// Metres of reading distance a millimetre of module, measured in phones' preview streams.
const DISTANCE_PER_MODULE: f64 = 0.6;

const PATTERNS: [MaskPattern; 8] = [
    MaskPattern::Checkerboard,
    MaskPattern::HorizontalLines,
    MaskPattern::VerticalLines,
    MaskPattern::DiagonalLines,
    MaskPattern::LargeCheckerboard,
    MaskPattern::Fields,
    MaskPattern::Diamonds,
    MaskPattern::Meadow,
];

/// Characters that each version holds in alphanumeric mode at level H (ISO/IEC 18004:2015, table 7), as far as links are short:
/// smaller versions need not be tried.
const HOLDS: [usize; 10] = [10, 20, 35, 50, 64, 84, 93, 122, 143, 174];

/// What is alike in every symbol of a version.
struct Template {
    /// Column and row of every bit of data and correction, in the order in which they are drawn.
    places: Vec<(u8, u8)>,
    /// Function patterns, format information and mask, over data of all zeros.
    masked: [Matrix; 8],
    /// The same in a form that is scored at once, of small symbols.
    eight: Option<Eight>,
}

static TEMPLATES: [OnceLock<Template>; LARGEST_VERSION + 1] = [const { OnceLock::new() }; LARGEST_VERSION + 1];

/// The symbol of a link, level H and alphanumeric, or of a text on a screen, in the smallest version that holds it (mã QR).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    matrix: Matrix,
    version: u8,
    mask: u8,
}

impl Symbol {
    /// Makes the symbol of a link, with the mask of the lowest penalty.
    ///
    /// # Errors
    /// Refuses a link that no symbol up to version 27 holds.
    pub fn of(link: &Link) -> Result<Self, Error> {
        let push = |bits: &mut Bits| bits.push_alphanumeric_data(link.as_str().as_bytes());
        let too_small = HOLDS.iter().take_while(|held| **held < link.len()).count();
        let (number, bits) = smallest(too_small, EcLevel::H, push).ok_or(Error::TooLong(link.len()))?;
        let template = TEMPLATES[usize::from(number)].get_or_init(|| Template::of(version_of(number), EcLevel::H));
        Self::draw(number, &bits, EcLevel::H, template).ok_or(Error::TooLong(link.len()))
    }

    /// Makes the symbol of a text for a screen: level M, in bytes.
    ///
    /// # Errors
    /// Refuses a text that no symbol up to version 27 holds.
    pub fn of_text(text: &str) -> Result<Self, Error> {
        let (number, bits) = smallest(0, EcLevel::M, |bits| bits.push_byte_data(text.as_bytes())).ok_or(Error::TooLong(text.len()))?;
        Self::draw(number, &bits, EcLevel::M, &Template::of(version_of(number), EcLevel::M)).ok_or(Error::TooLong(text.len()))
    }

    /// Draws the bits in every mask, and takes the one of the lowest penalty; none where the version does not hold them.
    fn draw(number: u8, bits: &[u8], level: EcLevel, template: &Template) -> Option<Self> {
        let (data, correction) = ec::construct_codewords(bits, version_of(number), level).ok()?;
        let drawn = template.draw(&[&data, &correction]);
        let penalties = template
            .eight
            .as_ref()
            .map_or_else(|| std::array::from_fn(|mask| drawn.xor(&template.masked[mask]).penalty()), |eight| eight.penalties(&drawn));
        let (mask, _) = (0..).zip(penalties).min_by_key(|(_, penalty)| *penalty).expect("there are eight masks");
        Some(Self { matrix: drawn.xor(&template.masked[usize::from(mask)]), version: number, mask })
    }

    /// Modules a side, without the quiet zone.
    #[must_use]
    pub fn width(&self) -> u32 {
        u32::try_from(self.matrix.rows.len()).expect("a symbol has at most 177 modules a side")
    }

    /// Is the module in this column and row dark? Outside the symbol none is.
    #[must_use]
    pub fn is_dark(&self, x: u32, y: u32) -> bool {
        let row = usize::try_from(y).ok().and_then(|y| self.matrix.rows.get(y));
        x < self.width() && row.is_some_and(|row| (row >> x) & 1 == 1)
    }

    /// Its rows, a bit a module, the lowest bit the leftmost one, dark is 1.
    pub(super) fn rows(&self) -> &[u128] {
        &self.matrix.rows
    }

    /// Its version, 1 to 27: 2 has 25 modules, 3 has 29.
    #[must_use]
    pub fn version(&self) -> u8 {
        self.version
    }

    /// The mask chosen, 0 to 7.
    #[must_use]
    pub fn mask(&self) -> u8 {
        self.mask
    }

    /// The penalty of the mask chosen (ISO/IEC 18004:2015, 7.8.3).
    #[must_use]
    pub fn penalty(&self) -> u32 {
        self.matrix.penalty()
    }
}

/// From how far, in metres, a phone reads modules of this many millimetres.
#[must_use]
pub fn reading_distance_m(module_mm: f64) -> f64 {
    module_mm * DISTANCE_PER_MODULE
}

/// The smallest version that holds what is pushed at this level, and its data bits; the first few are known to be too small.
fn smallest(too_small: usize, level: EcLevel, push: impl Fn(&mut Bits) -> QrResult<()>) -> Option<(u8, Vec<u8>)> {
    (1..=u8::try_from(LARGEST_VERSION).expect("a version fits a byte")).skip(too_small).find_map(|number| {
        let mut bits = Bits::new(version_of(number));
        push(&mut bits).and_then(|()| bits.push_terminator(level)).ok()?;
        Some((number, bits.into_bytes()))
    })
}

fn version_of(number: u8) -> Version {
    Version::Normal(i16::from(number))
}

impl Template {
    fn of(version: Version, level: EcLevel) -> Self {
        let mut canvas = Canvas::new(version, level);
        canvas.draw_all_functional_patterns();
        let masked = PATTERNS.map(|pattern| {
            let mut masked = canvas.clone();
            masked.apply_mask(pattern);
            to_matrix(masked)
        });
        let eight = Eight::of(&masked);
        Self { places: places(version, level, &canvas), masked, eight }
    }

    /// The data modules alone, not masked.
    fn draw(&self, codewords: &[&[u8]; 2]) -> Matrix {
        let width = self.masked[0].rows.len();
        let mut drawn = Matrix { rows: vec![0; width], columns: vec![0; width] };
        let bytes = codewords.iter().flat_map(|some| some.iter());
        for (byte, places) in bytes.zip(self.places.chunks(8)) {
            let mut left = *byte;
            while left > 0 {
                let first = left.leading_zeros();
                left &= !(0x80 >> first);
                let (x, y) = places[first as usize];
                drawn.rows[usize::from(y)] |= 1 << x;
                drawn.columns[usize::from(x)] |= 1 << y;
            }
        }
        drawn
    }
}

/// Where each bit is drawn. Every bit of its own number is asked of the canvas once.
fn places(version: Version, level: EcLevel, canvas: &Canvas) -> Vec<(u8, u8)> {
    let (data, correction) = ec::construct_codewords(&vec![0; payload_bytes(version, level)], version, level).unwrap_or_default();
    let (first, all) = (data.len(), data.len() + correction.len());
    let side = |at: u8| i16::from(at);
    let width = u8::try_from(version.width()).unwrap_or_default();
    // Which modules are dark when these bytes are drawn?
    let drawn = |byte: &dyn Fn(usize) -> u8| {
        let mut canvas = canvas.clone();
        let bytes: Vec<u8> = (0..all).map(byte).collect();
        canvas.draw_data(&bytes[..first], &bytes[first..]);
        move |x: u8, y: u8| canvas.get(side(x), side(y)) == Module::Unmasked(Color::Dark)
    };
    let is_data = drawn(&|_| 0xFF);
    // The bits of a byte's number, and those of a bit's number within its byte.
    let planes: Vec<_> = (0..16).map(|plane| drawn(&move |at| if at >> plane & 1 == 1 { 0xFF } else { 0 })).collect();
    let within: Vec<_> = [0x55, 0x33, 0x0F].into_iter().map(|pattern| drawn(&move |_| pattern)).collect();
    let mut places = vec![(0, 0); all * 8];
    for (x, y) in (0..width).flat_map(|y| (0..width).map(move |x| (x, y))).filter(|(x, y)| is_data(*x, *y)) {
        let byte: usize = planes.iter().enumerate().map(|(plane, is_set)| usize::from(is_set(x, y)) << plane).sum();
        let bit: usize = within.iter().enumerate().map(|(plane, is_set)| usize::from(is_set(x, y)) << plane).sum();
        places[byte * 8 + bit] = (x, y);
    }
    places
}

/// Bytes of data that a version holds at a level.
fn payload_bytes(version: Version, level: EcLevel) -> usize {
    Bits::new(version).max_len(level).unwrap_or_default() / 8
}

fn to_matrix(canvas: Canvas) -> Matrix {
    let colours = canvas.into_colors();
    let width = colours.len().isqrt();
    Matrix::of(width, |x, y| colours[y * width + x] == Color::Dark)
}
