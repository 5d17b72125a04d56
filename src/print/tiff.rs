//! How is a drawing made black and white dots of a device, as image setters and engravers take them?

use super::Error;
use super::drawing::Drawing;
use super::g4::Packer;
use super::legend::{Legend, MAKER};
use super::rows::Rows;
use super::shapes::{self, Kind, Shape};

/// Dots an inch where none are asked for.
pub const USUAL_DPI: u32 = 600;

/// Most dots of one file.
pub(super) const MOST_DOTS: u64 = 4_000_000_000;

/// Rows of a strip: a reader needs no more than these at a time.
const STRIP: u32 = 256;

/// A line is never thinner than a dot, and then covers the middle of one.
const LEAST_LINE: f64 = 1.001;

/// Of a dot: no curve strays further.
const FLATNESS: f64 = 0.1;

/// Writes one page: symbol, text, borders and marks black, no ground and no panel, and no line for the cutter.
///
/// # Errors
/// Refuses more dots than any device takes.
pub(super) fn write(drawing: &Drawing, legend: &Legend<'_>, dpi: u32) -> Result<Vec<u8>, Error> {
    let dots = f64::from(dpi) / 25.4;
    let [width, height] = [drawing.width, drawing.height].map(|side| (side * dots).round().max(1.0) as u32);
    let (wide, tall) = (u64::from(width), u64::from(height));
    if wide * tall > MOST_DOTS {
        return Err(Error::PictureTooLarge { width: wide, height: tall });
    }
    let mut black = Vec::new();
    shapes::each(drawing, &mut |shape| {
        if is_black(&shape) {
            black.push(shape.covered(FLATNESS / dots, LEAST_LINE / dots));
        }
    });
    let mut rows = Rows::new(black.into_iter(), dots, (width, height));
    let mut file = b"II*\0\0\0\0\0".to_vec();
    let mut strips = Vec::new();
    for top in (0..height).step_by(STRIP as usize) {
        let mut packer = Packer::new(width);
        (top..height.min(top + STRIP)).for_each(|_| packer.add(rows.next_row()));
        let strip = packer.finish();
        strips.push((long(file.len()), long(strip.len())));
        file.extend(strip);
    }
    write_directory(&mut file, &tags(legend, (width, height), dpi, &strips));
    Ok(file)
}

fn is_black(shape: &Shape) -> bool {
    match shape.kind {
        Kind::Symbol | Kind::Text | Kind::Line => true,
        Kind::Contour => !shape.is_cut(),
        Kind::Box => shape.is_black_box(),
    }
}

/// What a tag holds (TIFF 6.0, section 2).
enum Field {
    Short(u16),
    Longs(Vec<u32>),
    Ratio(u32, u32),
    Text(String),
}

fn tags(legend: &Legend<'_>, (width, height): (u32, u32), dpi: u32, strips: &[(u32, u32)]) -> Vec<(u16, Field)> {
    let told = format!("{} {}", legend.codes(), legend.applied());
    let mut tags = vec![
        (254, Field::Longs(vec![0])),
        (256, Field::Longs(vec![width])),
        (257, Field::Longs(vec![height])),
        (258, Field::Short(1)),
        // Group 4, white is zero.
        (259, Field::Short(4)),
        (262, Field::Short(0)),
        (266, Field::Short(1)),
        (270, Field::Text(told)),
        (273, Field::Longs(strips.iter().map(|strip| strip.0).collect())),
        (274, Field::Short(1)),
        (277, Field::Short(1)),
        (278, Field::Longs(vec![STRIP])),
        (279, Field::Longs(strips.iter().map(|strip| strip.1).collect())),
        (282, Field::Ratio(dpi, 1)),
        (283, Field::Ratio(dpi, 1)),
        (293, Field::Longs(vec![0])),
        // Of an inch.
        (296, Field::Short(2)),
        (305, Field::Text(MAKER.to_owned())),
    ];
    tags.extend(date(legend.dated).map(|date| (306, Field::Text(date))));
    tags
}

/// `2026-11-22T08:00:00Z` as `2026:11:22 08:00:00`; none where the job has no such date.
fn date(dated: &str) -> Option<String> {
    let (day, time) = dated.split_once('T')?;
    let told = format!("{} {}", day.replace('-', ":"), time.get(..8)?);
    let shape: String = told.chars().map(|one| if one.is_ascii_digit() { '0' } else { one }).collect();
    (shape == "0000:00:00 00:00:00").then_some(told)
}

/// Adds the directory at the end of the file, and to its head where it is.
fn write_directory(file: &mut Vec<u8>, tags: &[(u16, Field)]) {
    even(file);
    let mut written = Vec::new();
    for (tag, field) in tags {
        let (kind, count, bytes) = match field {
            Field::Short(one) => (3_u16, 1, one.to_le_bytes().to_vec()),
            Field::Longs(all) => (4, all.len(), all.iter().flat_map(|one| one.to_le_bytes()).collect()),
            Field::Ratio(over, under) => (5, 1, [over.to_le_bytes(), under.to_le_bytes()].concat()),
            Field::Text(text) => (2, text.len() + 1, [text.as_bytes(), &[0]].concat()),
        };
        let mut value = bytes;
        if value.len() > 4 {
            let place = long(file.len());
            file.extend(value);
            even(file);
            value = place.to_le_bytes().to_vec();
        }
        value.resize(4, 0);
        written.push([&tag.to_le_bytes()[..], &kind.to_le_bytes(), &long(count).to_le_bytes(), &value].concat());
    }
    let place = long(file.len()).to_le_bytes();
    file[4..8].copy_from_slice(&place);
    file.extend((tags.len() as u16).to_le_bytes());
    file.extend(written.concat());
    file.extend([0; 4]);
}

fn even(file: &mut Vec<u8>) {
    if !file.len().is_multiple_of(2) {
        file.push(0);
    }
}

fn long(number: usize) -> u32 {
    u32::try_from(number).expect("four gigadots pack into less than four gigabytes")
}
