//! Where does everything on one plate stand?

use super::drawing::{Mark, Rect, Text, WHITE};
use super::fit::{Fitted, Place, fit};
use super::fonts::{Face, Fonts, Shaped, cap_height};
use super::plate::Plate;
use super::{Error, PlateText, PlateWords};
use crate::qr::{QUIET_ZONE, Symbol};
use std::sync::Arc;

/// How far the ground runs beyond the cut: the bleed on a sheet, nothing on a plate alone.
pub(super) struct Over(pub(super) f64);

/// Draws what one plate alone says, its trim's top left at the origin, over what all plates of the job share.
///
/// # Errors
/// Refuses a text that fits no size, a missing glyph, and a symbol that the plate does not hold.
pub(super) fn draw(plate: &Plate, fonts: &Fonts, text: &PlateText, symbol: Arc<Symbol>) -> Result<Vec<Mark>, Error> {
    if plate.edge(symbol.width()) < 0.0 || plate.panel_right(symbol.width()) > plate.column.left {
        return Err(Error::SymbolTooLarge { link: text.link.to_string(), plate: plate.name.clone() });
    }
    let mut marks = name(plate, fonts, text)?;
    let code_tries = plate.code.sizes.iter().map(|size| (Face::Bold, *size)).collect();
    let code = one_line(plate, fonts, &text.code.grouped(), code_tries, plate.code.tracking)?;
    marks.push(line(plate, &code, 0, plate.code.baseline, plate.code.tracking));
    marks.push(symbol_mark(plate, symbol));
    Ok(marks)
}

/// Draws what every plate of the job shares: the ground, the panel, what to do and where it leads.
///
/// # Errors
/// Refuses words or an address that fit no size, and a missing glyph.
pub(super) fn draw_shared(
    plate: &Plate,
    fonts: &Fonts,
    words: &PlateWords,
    host: &str,
    modules: u32,
    over: &Over,
) -> Result<Vec<Mark>, Error> {
    let mut marks = ground(plate, modules, over.0);
    let bar = Rect { x: plate.column.left, y: plate.bar.top, width: plate.bar.width, height: plate.bar.height };
    marks.push(Mark::Box { rect: bar, radius: 0.0, paint: plate.colours.accent() });
    marks.extend(foot(plate, fonts, words, host)?);
    Ok(marks)
}

/// The blue and the white; a panel that leaves too narrow an edge runs off the plate on three sides.
fn ground(plate: &Plate, modules: u32, over: f64) -> Vec<Mark> {
    let blue = Mark::Box { rect: plate.trim().grown(over), radius: 0.0, paint: plate.colours.ground() };
    let edge = plate.edge(modules) - plate.panel.pad;
    let right = plate.panel_right(modules);
    let white = if edge >= plate.panel.edge_least {
        let inset = Rect { x: edge, y: edge, width: right - edge, height: plate.height - 2.0 * edge };
        Mark::Box { rect: inset, radius: plate.panel.radius, paint: WHITE }
    } else {
        let rect = Rect { x: -over, y: -over, width: right + over, height: plate.height + 2.0 * over };
        Mark::Box { rect, radius: 0.0, paint: WHITE }
    };
    vec![blue, white]
}

fn symbol_mark(plate: &Plate, symbol: Arc<Symbol>) -> Mark {
    let module = plate.module(symbol.width());
    let at = plate.edge(symbol.width()) + f64::from(QUIET_ZONE) * module;
    Mark::Symbol { x: at, y: at, module, symbol }
}

/// The kind, small, and the name, large, both in capitals as on the street's own sign.
fn name(plate: &Plate, fonts: &Fonts, text: &PlateText) -> Result<Vec<Mark>, Error> {
    let mut marks = Vec::new();
    let mut ceiling = None;
    if let Some(word) = text.kind_word.as_deref().map(str::trim).filter(|word| !word.is_empty()) {
        let tries = plate.kind.sizes.iter().map(|size| (Face::Medium, *size)).collect();
        let kind = one_line(plate, fonts, &word.to_uppercase(), tries, plate.kind.tracking)?;
        let baseline = plate.column.top + cap_height(kind.face) * kind.size;
        // Clear of the kind by a third of its own size, marks below it included.
        ceiling = Some(baseline + kind.size * (kind.lines[0].bottom + 0.32));
        marks.push(line(plate, &kind, 0, baseline, plate.kind.tracking));
    }
    let capitals = text.name.to_uppercase();
    let pieces: Vec<&str> = capitals.split_whitespace().collect();
    let steps = |lines: &[Arc<Shaped>], size: f64| baselines(plate, lines, size, ceiling);
    let low = |lines: &[Arc<Shaped>], size: f64| {
        steps(lines, size).last().zip(lines.last()).is_some_and(|(at, line)| at + line.bottom * size <= plate.title.bottom)
    };
    let place = Place {
        tries: tries(&plate.title.sizes, &plate.title.condensed, Face::Bold),
        tracking: plate.title.tracking,
        width: plate.column.right - plate.column.left,
        lines: plate.title.lines,
        is_low_enough: &low,
    };
    let fitted = fit(fonts, &pieces, " ", &place)?;
    let at = steps(&fitted.lines, fitted.size);
    marks.extend(at.iter().enumerate().map(|(number, at)| line(plate, &fitted, number, *at, plate.title.tracking)));
    Ok(marks)
}

/// Baselines such that the ink of no line comes near the ink of the line above: Ấ Ữ Ỗ stand taller than any leading.
fn baselines(plate: &Plate, lines: &[Arc<Shaped>], size: f64, ceiling: Option<f64>) -> Vec<f64> {
    let mut found: Vec<f64> = Vec::with_capacity(lines.len());
    for (number, line) in lines.iter().enumerate() {
        let at = match (found.last(), ceiling) {
            (Some(above), _) => {
                let ink = lines[number - 1].bottom + line.top + plate.title.clear;
                above + size * ink.max(plate.title.leading)
            }
            (None, Some(ceiling)) => ceiling + size * line.top.max(1.0),
            (None, None) => plate.column.top + size * cap_height(Face::Bold),
        };
        found.push(at);
    }
    found
}

/// What to do, in two languages, and where it leads.
fn foot(plate: &Plate, fonts: &Fonts, words: &PlateWords, host: &str) -> Result<Vec<Mark>, Error> {
    let word_tries = || plate.words.sizes.iter().map(|size| (Face::Medium, *size)).collect();
    let first = one_line(plate, fonts, &words.first, word_tries(), plate.words.tracking)?;
    let second = one_line(plate, fonts, &words.second, word_tries(), plate.words.tracking)?;
    // Both languages in one size: the smaller of the two.
    let size = first.size.min(second.size);
    let (first, second) = (Fitted { size, ..first }, Fitted { size, ..second });
    let host = one_line(plate, fonts, host, tries(&plate.host.sizes, &plate.host.condensed, Face::Medium), plate.host.tracking)?;
    Ok(vec![
        line(plate, &first, 0, plate.words.first, plate.words.tracking),
        line(plate, &second, 0, plate.words.second, plate.words.tracking),
        line(plate, &host, 0, plate.host.baseline, plate.host.tracking),
    ])
}

fn tries(sizes: &[f64], condensed: &[f64], wanted: Face) -> Vec<(Face, f64)> {
    let narrow = condensed.iter().map(|size| (Face::Condensed, *size));
    sizes.iter().map(|size| (wanted, *size)).chain(narrow).collect()
}

fn one_line(plate: &Plate, fonts: &Fonts, text: &str, tries: Vec<(Face, f64)>, tracking: f64) -> Result<Fitted, Error> {
    let width = plate.column.right - plate.column.left;
    fit(fonts, &[text], "", &Place { tries, tracking, width, lines: 1, is_low_enough: &|_, _| true })
}

fn line(plate: &Plate, fitted: &Fitted, number: usize, baseline: f64, tracking: f64) -> Mark {
    Mark::Text(Text {
        x: plate.column.left,
        y: baseline,
        size: fitted.size,
        tracking: tracking * fitted.size,
        face: fitted.face,
        shaped: Arc::clone(&fitted.lines[number]),
        paint: WHITE,
    })
}
