//! What does a stream hold once its filters are undone? Never more than a sound stream would.

use super::file::File;
use super::lexer::{hex_digit, is_blank};
use super::object::{Dict, Object};
use flate2::{Decompress, FlushDecompress, Status};

/// Most bytes of one stream.
const MOST_BYTES: usize = 96 << 20;

/// Why a stream is not undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Packed {
    /// A filter of pictures, LZW or one that is not known.
    Other(String),
    /// The bytes are not what the filter makes.
    Broken(&'static str),
    /// More comes out than a sound stream would hold.
    TooMuch,
}

/// The filters of a stream by name, and what each is told.
pub(super) fn filters_of(file: &File, dict: &Dict) -> Vec<(String, Object)> {
    let (filter, told) = (file.value(dict, "Filter"), file.value(dict, "DecodeParms"));
    let name = |object: &Object| file.get(object).name().unwrap_or_default().to_owned();
    match &filter {
        Object::Null => Vec::new(),
        Object::Array(all) => all
            .iter()
            .take(8)
            .enumerate()
            .map(|(at, one)| (name(one), told.array().get(at).map_or(Object::Null, |one| file.get(one))))
            .collect(),
        one => vec![(name(one), told)],
    }
}

/// Undoes all filters.
pub(super) fn unpack(file: &File, dict: &Dict, bytes: &[u8]) -> Result<Vec<u8>, Packed> {
    let mut now = bytes.to_vec();
    for (filter, told) in filters_of(file, dict) {
        now = match filter.as_str() {
            "FlateDecode" => unpredict(file, inflate(file, &now)?, &told)?,
            "ASCIIHexDecode" => unhex(&now)?,
            "ASCII85Decode" => un85(&now)?,
            "RunLengthDecode" => unrun(&now)?,
            _ => return Err(Packed::Other(filter)),
        };
        if !file.work(now.len()) {
            return Err(Packed::TooMuch);
        }
    }
    Ok(now)
}

fn inflate(file: &File, bytes: &[u8]) -> Result<Vec<u8>, Packed> {
    let mut unpacked = Vec::new();
    let mut inflater = Decompress::new(true);
    loop {
        unpacked.reserve((bytes.len() * 4).clamp(4096, 1 << 20));
        let (before, done) = (unpacked.len(), usize::try_from(inflater.total_in()).unwrap_or(usize::MAX));
        let rest = bytes.get(done..).unwrap_or_default();
        match inflater.decompress_vec(rest, &mut unpacked, FlushDecompress::None) {
            Ok(Status::StreamEnd) => return Ok(unpacked),
            Ok(_) if rest.is_empty() && unpacked.len() == before => return Err(Packed::Broken("ends too soon")),
            Ok(_) => {}
            Err(_) => return Err(Packed::Broken("not deflate")),
        }
        if unpacked.len() > MOST_BYTES || !file.may_still(unpacked.len()) {
            return Err(Packed::TooMuch);
        }
    }
}

/// Undoes a PNG predictor, which tables of cross-references use (ISO 32000-1, 7.4.4.4).
fn unpredict(file: &File, bytes: Vec<u8>, told: &Object) -> Result<Vec<u8>, Packed> {
    let Some(told) = told.dict() else { return Ok(bytes) };
    let number = |key: &str, usual: i64| file.value(told, key).int().unwrap_or(usual);
    match number("Predictor", 1) {
        1 => return Ok(bytes),
        10..=15 => {}
        _ => return Err(Packed::Other("Predictor 2".to_owned())),
    }
    let bits = number("Colors", 1).clamp(1, 32) * number("BitsPerComponent", 8).clamp(1, 16);
    let columns = number("Columns", 1).clamp(1, 1 << 20);
    let back = usize::try_from(bits.max(8) / 8).unwrap_or(1);
    let width = usize::try_from((bits * columns + 7) / 8).unwrap_or(1);
    let mut above = vec![0_u8; width];
    let mut plain = Vec::with_capacity(bytes.len());
    for row in bytes.chunks(width + 1) {
        let mut line = row[1..].to_vec();
        for at in 0..line.len() {
            let left = if at >= back { line[at - back] } else { 0 };
            let corner = if at >= back { above[at - back] } else { 0 };
            line[at] = line[at].wrapping_add(match row[0] {
                0 => 0,
                1 => left,
                2 => above[at],
                3 => u8::midpoint(left, above[at]),
                4 => paeth(left, above[at], corner),
                _ => return Err(Packed::Broken("no PNG predictor")),
            });
        }
        plain.extend_from_slice(&line);
        line.resize(width, 0);
        above = line;
    }
    Ok(plain)
}

fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let [a, b, c] = [left, above, corner].map(i32::from);
    let guess = a + b - c;
    let [to_a, to_b, to_c] = [a, b, c].map(|one| (guess - one).abs());
    if to_a <= to_b && to_a <= to_c {
        left
    } else if to_b <= to_c {
        above
    } else {
        corner
    }
}

fn unhex(bytes: &[u8]) -> Result<Vec<u8>, Packed> {
    let mut digits = Vec::new();
    for byte in bytes.iter().copied().filter(|byte| !is_blank(*byte)).take_while(|byte| *byte != b'>') {
        digits.push(hex_digit(byte).ok_or(Packed::Broken("not hexadecimal"))?);
    }
    Ok(digits.chunks(2).map(|two| two[0] << 4 | two.get(1).copied().unwrap_or(0)).collect())
}

fn un85(bytes: &[u8]) -> Result<Vec<u8>, Packed> {
    let (mut plain, mut group) = (Vec::new(), Vec::new());
    for byte in bytes.iter().copied().filter(|byte| !is_blank(*byte)).take_while(|byte| *byte != b'~') {
        match byte {
            b'z' if group.is_empty() => plain.extend([0; 4]),
            b'!'..=b'u' => group.push(u32::from(byte - b'!')),
            _ => return Err(Packed::Broken("not base 85")),
        }
        if group.len() == 5 {
            plain.extend(word_of(&group));
            group.clear();
        }
    }
    if !group.is_empty() {
        let whole = group.len() - 1;
        group.resize(5, 84);
        plain.extend(&word_of(&group)[..whole]);
    }
    Ok(plain)
}

fn word_of(group: &[u32]) -> [u8; 4] {
    group.iter().fold(0_u32, |sum, digit| sum.wrapping_mul(85).wrapping_add(*digit)).to_be_bytes()
}

fn unrun(bytes: &[u8]) -> Result<Vec<u8>, Packed> {
    let (mut plain, mut at) = (Vec::new(), 0);
    while let Some(&length) = bytes.get(at) {
        let count = usize::from(length);
        match length {
            128 => break,
            0..=127 => {
                plain.extend(bytes.get(at + 1..at + 2 + count).ok_or(Packed::Broken("ends too soon"))?);
                at += count + 2;
            }
            _ => {
                let byte = *bytes.get(at + 1).ok_or(Packed::Broken("ends too soon"))?;
                plain.resize(plain.len() + 257 - count, byte);
                at += 2;
            }
        }
    }
    Ok(plain)
}
