//! Who reads a symbol? Two decoders that share nothing with each other, nor with what drew the symbol.

use super::Grey;
use crate::register::token::tokens;
use rxing::common::HybridBinarizer;
use rxing::qrcode::cpp_port::QrReader;
use rxing::{BarcodeFormat, BinaryBitmap, DecodeHints, ImmutableReader, Luma8Source};
use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

tokens! {
    /// The decoders that every symbol must please.
    Decoder {
        /// The crate `rqrr`, after quirc.
        Rqrr = "rqrr",
        /// The crate `rxing`, after ZXing's C++ code, which most phones' readers descend from.
        Rxing = "rxing",
    }
}

impl Decoder {
    /// What the one symbol of a picture says, found and read by this decoder's own means; none where it fails.
    #[must_use]
    pub fn read(self, picture: &Grey) -> Option<String> {
        // A decoder that gives up in the middle has not read it either.
        catch_unwind(AssertUnwindSafe(|| match self {
            Self::Rqrr => read_with_rqrr(picture),
            Self::Rxing => read_with_rxing(picture),
        }))
        .ok()
        .flatten()
    }
}

/// The modules as they were sampled, by the decoder alone; none where it fails.
pub(super) fn read_modules(dark: &[bool], modules: usize) -> Option<String> {
    catch_unwind(AssertUnwindSafe(|| {
        let grid = rqrr::SimpleGrid::from_func(modules, |x, y| dark[y * modules + x]);
        rqrr::Grid::new(grid).decode().ok().map(|(_, text)| text)
    }))
    .ok()
    .flatten()
}

fn read_with_rqrr(picture: &Grey) -> Option<String> {
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(picture.width(), picture.height(), |x, y| picture.row(y)[x]);
    prepared.detect_grids().iter().find_map(|grid| grid.decode().ok().map(|(_, text)| text))
}

fn read_with_rxing(picture: &Grey) -> Option<String> {
    let (width, height) = (u32::try_from(picture.width()).ok()?, u32::try_from(picture.height()).ok()?);
    let source = Luma8Source::new_with_slice(picture.pixels(), width, height).ok()?;
    let mut bitmap = BinaryBitmap::new(HybridBinarizer::new(source));
    let hints = DecodeHints { PossibleFormats: Some(HashSet::from([BarcodeFormat::QR_CODE])), ..DecodeHints::default() };
    // Not its older reader after the Java code, whose search takes some modules for finders: 2 % of clean symbols are lost on it.
    let read = QrReader.immutable_decode_with_hints(&mut bitmap, &hints).ok()?;
    Some(read.getText().to_owned())
}
