//! How does a sign look in a message that shares its page? The plate as a picture of 1200 by 630 dots, as Open Graph asks for it.

use super::drawing::{Drawing, Mark, Paint, Rect, Text, WHITE};
use super::fit::{Rules, fit_words};
use super::fonts::{Face, Fonts, Shaped, cap_height};
use super::{Error, png};
use std::sync::Arc;

/// Width of the picture in dots.
pub const WIDTH: u32 = 1200;
/// Height of the picture in dots.
pub const HEIGHT: u32 = 630;

/// Ten dots a millimetre, so that the drawing's millimetres are easy to think in.
const DPI: u32 = 254;
const DOTS: f64 = 10.0;

const ENAMEL: Paint = screen([18, 48, 107]);
const PAPER: Paint = screen([251, 250, 246]);
/// The ground under the name, from the edge of the picture: paper, enamel, the white line, enamel.
const EDGES: [(f64, f64, Paint); 4] = [(0.0, 0.0, PAPER), (3.0, 4.0, ENAMEL), (5.2, 2.6, WHITE), (5.9, 2.0, ENAMEL)];

/// Where words may stand: the column, and the heights of the kind's and the city's baselines.
const COLUMN: (f64, f64) = (10.0, 110.0);
const KIND_AT: f64 = 17.0;
const CITY_AT: f64 = 54.5;
/// Ink of the name stays between the two.
const NAME: (f64, f64) = (19.0, 48.5);
/// Space between the ink of two lines, in ems.
const CLEAR: f64 = 0.12;
const NAME_SIZES: (f64, f64) = (24.0, 5.0);
const MOST_LINES: usize = 3;

const fn screen(colour: [u8; 3]) -> Paint {
    Paint { screen: colour, ..WHITE }
}

/// Draws the plate: the word above the name where there is one, the name, and the words at the foot. Capitals as on the metal.
///
/// # Errors
/// Refuses a name that fits at no size, and a character that the faces lack.
pub fn write(above: Option<&str>, name: &str, foot: &str) -> Result<Vec<u8>, Error> {
    let fonts = Fonts::default();
    let (width, height) = (f64::from(WIDTH) / DOTS, f64::from(HEIGHT) / DOTS);
    let whole = Rect { x: 0.0, y: 0.0, width, height };
    let grounds = EDGES.iter().map(|(inset, radius, paint)| Mark::Box { rect: whole.grown(-inset), radius: *radius, paint: *paint });
    let mut marks: Vec<Mark> = grounds.collect();
    if let Some(above) = above {
        marks.push(line(&fonts.shape(Face::Medium, &above.to_uppercase())?, Face::Medium, (5.0, 0.3), KIND_AT));
    }
    marks.extend(set_name(&fonts, &name.to_uppercase())?);
    marks.push(line(&fonts.shape(Face::Medium, foot)?, Face::Medium, (3.4, 0.06), CITY_AT));
    png::write(&Drawing { width, height, trim: whole, bleed: whole, marks, spots: Arc::default() }, DPI)
}

/// The name, as large as can be, in up to three lines whose ink never touches.
fn set_name(fonts: &Fonts, name: &str) -> Result<Vec<Mark>, Error> {
    let is_low_enough = |lines: &[Arc<Shaped>], size: f64| ink_height(lines, size) <= NAME.1 - NAME.0;
    let rules = Rules {
        faces: &[Face::Bold, Face::Condensed],
        condensed_up_to: NAME_SIZES.0,
        sizes: NAME_SIZES,
        tracking: 0.015,
        width: COLUMN.1 - COLUMN.0,
        is_low_enough: &is_low_enough,
    };
    let fitted = fit_words(fonts, name, MOST_LINES, &rules)?;
    let spare = NAME.1 - NAME.0 - ink_height(&fitted.lines, fitted.size);
    let mut marks = Vec::new();
    let mut roof = NAME.0 + spare / 2.0;
    for shaped in &fitted.lines {
        let baseline = roof + fitted.size * shaped.top;
        marks.push(line(shaped, fitted.face, (fitted.size, rules.tracking), baseline));
        roof = baseline + fitted.size * (shaped.bottom + CLEAR);
    }
    Ok(marks)
}

fn ink_height(lines: &[Arc<Shaped>], size: f64) -> f64 {
    let ink: f64 = lines.iter().map(|line| line.top.max(cap_height(Face::Bold)) + line.bottom).sum();
    size * (ink + CLEAR * (lines.len().saturating_sub(1)) as f64)
}

/// A white line of text in the middle.
fn line(shaped: &Arc<Shaped>, face: Face, (size, tracking): (f64, f64), baseline: f64) -> Mark {
    let left_over = COLUMN.1 - COLUMN.0 - shaped.tracked(tracking) * size;
    Mark::Text(Text {
        x: COLUMN.0 + left_over / 2.0,
        y: baseline,
        size,
        tracking: tracking * size,
        face,
        shaped: Arc::clone(shaped),
        paint: WHITE,
    })
}
