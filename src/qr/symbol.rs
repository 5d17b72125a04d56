//! Which modules does a link become? ISO/IEC 18004, alphanumeric, level H, the smallest version that holds it.

use super::{Error, Link, mask};
use qrcode::bits::Bits;
use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::types::{Color, EcLevel, Version};

/// Light modules owed on every side of a symbol (ISO/IEC 18004, 5.3.8).
pub const QUIET_ZONE: usize = 4;

/// Metres of reading distance for each millimetre of a module, in a phone's preview stream (measured on simulated photographs of signs).
pub const READING_METRES_PER_MM: f64 = 0.6;

/// The largest version there is.
const LAST_VERSION: i16 = 40;

/// The masks in the order of their references 000 to 111 (ISO/IEC 18004, table 10).
const MASKS: [MaskPattern; 8] = [
    MaskPattern::Checkerboard,
    MaskPattern::HorizontalLines,
    MaskPattern::VerticalLines,
    MaskPattern::DiagonalLines,
    MaskPattern::LargeCheckerboard,
    MaskPattern::Fields,
    MaskPattern::Diamonds,
    MaskPattern::Meadow,
];

/// A QR code symbol: a square of dark and light modules, without its quiet zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    modules: Vec<bool>,
    width: usize,
    version: i16,
    mask: u8,
}

impl Symbol {
    /// The symbol that holds a link, under the mask with the lowest penalty.
    ///
    /// # Errors
    /// Refuses a link that even the largest version cannot hold.
    pub fn of(link: &Link) -> Result<Self, Error> {
        let too_long = || Error::TooLong(link.as_str().len());
        let (version, bits) = (1..=LAST_VERSION).find_map(|version| fitted(link, version)).ok_or_else(too_long)?;
        let (codewords, check) = qrcode::ec::construct_codewords(&bits, Version::Normal(version), EcLevel::H).map_err(|_| too_long())?;
        let mut canvas = Canvas::new(Version::Normal(version), EcLevel::H);
        canvas.draw_all_functional_patterns();
        canvas.draw_data(&codewords, &check);
        let masked = |pattern: MaskPattern| -> Vec<bool> {
            let mut tried = canvas.clone();
            tried.apply_mask(pattern);
            tried.into_colors().into_iter().map(|color| color == Color::Dark).collect()
        };
        let width = usize::try_from(version * 4 + 17).map_err(|_| too_long())?;
        let tried = (0_u8..).zip(MASKS).map(|(mask, pattern)| (mask, masked(pattern)));
        let (mask, modules) = tried.min_by_key(|(_, modules)| mask::penalty(modules, width)).ok_or_else(too_long)?;
        Ok(Self { modules, width, version, mask })
    }

    /// Modules on a side.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// Is the module dark? Outside of the symbol all is light.
    #[must_use]
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        column < self.width && row < self.width && self.modules[row * self.width + column]
    }

    /// The version, 1 to 40.
    #[must_use]
    pub fn version(&self) -> i16 {
        self.version
    }

    /// The reference of the mask, 0 to 7.
    #[must_use]
    pub fn mask(&self) -> u8 {
        self.mask
    }

    /// Millimetres of one module when the symbol alone, without its quiet zone, is this wide.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "at most 177 modules")]
    pub fn module_mm(&self, symbol_mm: f64) -> f64 {
        symbol_mm / self.width as f64
    }
}

/// The data bits of a link in this version, or none where they do not fit.
fn fitted(link: &Link, version: i16) -> Option<(i16, Vec<u8>)> {
    let mut bits = Bits::new(Version::Normal(version));
    bits.push_alphanumeric_data(link.as_str().as_bytes()).ok()?;
    bits.push_terminator(EcLevel::H).ok()?;
    Some((version, bits.into_bytes()))
}
