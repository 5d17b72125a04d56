//! Which modules of a link's symbol are dark?

use super::mask::Matrix;
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

/// What is alike in every symbol of a version.
struct Template {
    /// The function patterns, with room for data.
    canvas: Canvas,
    /// Function patterns, format information and mask, over data of all zeros.
    masked: [Matrix; 8],
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
        let (number, bits) = smallest(EcLevel::H, push).ok_or(Error::TooLong(link.len()))?;
        let template = TEMPLATES[usize::from(number)].get_or_init(|| Template::of(version_of(number), EcLevel::H));
        Self::draw(number, &bits, EcLevel::H, template).ok_or(Error::TooLong(link.len()))
    }

    /// Makes the symbol of a text for a screen: level M, in bytes.
    ///
    /// # Errors
    /// Refuses a text that no symbol up to version 27 holds.
    pub fn of_text(text: &str) -> Result<Self, Error> {
        let (number, bits) = smallest(EcLevel::M, |bits| bits.push_byte_data(text.as_bytes())).ok_or(Error::TooLong(text.len()))?;
        Self::draw(number, &bits, EcLevel::M, &Template::of(version_of(number), EcLevel::M)).ok_or(Error::TooLong(text.len()))
    }

    /// Draws the bits in every mask, and takes the one of the lowest penalty; none where the version does not hold them.
    fn draw(number: u8, bits: &[u8], level: EcLevel, template: &Template) -> Option<Self> {
        let (data, correction) = ec::construct_codewords(bits, version_of(number), level).ok()?;
        let drawn = template.draw(&data, &correction);
        let (mask, matrix, _) = template
            .masked
            .iter()
            .zip(0..)
            .map(|(template, mask)| {
                let matrix = drawn.xor(template);
                let penalty = matrix.penalty();
                (mask, matrix, penalty)
            })
            .min_by_key(|(_, _, penalty)| *penalty)
            .expect("there are eight masks");
        Some(Self { matrix, version: number, mask })
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

/// The smallest version that holds what is pushed at this level, and its data bits.
fn smallest(level: EcLevel, push: impl Fn(&mut Bits) -> QrResult<()>) -> Option<(u8, Vec<u8>)> {
    (1..=u8::try_from(LARGEST_VERSION).expect("a version fits a byte")).find_map(|number| {
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
        Self { canvas, masked }
    }

    /// The data modules alone, not masked.
    fn draw(&self, data: &[u8], correction: &[u8]) -> Matrix {
        let mut canvas = self.canvas.clone();
        canvas.draw_data(data, correction);
        let side = |at: usize| i16::try_from(at).expect("a symbol has at most 177 modules a side");
        let width = self.masked[0].rows.len();
        Matrix::of(width, |x, y| canvas.get(side(x), side(y)) == Module::Unmasked(Color::Dark))
    }
}

fn to_matrix(canvas: Canvas) -> Matrix {
    let colours = canvas.into_colors();
    let width = colours.len().isqrt();
    Matrix::of(width, |x, y| colours[y * width + x] == Color::Dark)
}
