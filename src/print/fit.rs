//! At which size, in which face and broken into which lines does a text fit its place?

use super::Error;
use super::fonts::{Face, Fonts, Shaped};
use std::sync::Arc;

/// A place for text and the rules of its lettering.
pub(super) struct Place<'a> {
    /// Faces and sizes, the wanted one first.
    pub(super) tries: Vec<(Face, f64)>,
    /// In ems.
    pub(super) tracking: f64,
    /// In millimetres.
    pub(super) width: f64,
    /// Most lines.
    pub(super) lines: usize,
    /// Is a block of these lines low enough at this size?
    pub(super) is_low_enough: &'a dyn Fn(&[Arc<Shaped>], f64) -> bool,
}

/// A text that fits.
pub(super) struct Fitted {
    pub(super) face: Face,
    pub(super) size: f64,
    pub(super) lines: Vec<Arc<Shaped>>,
}

/// The first try at which the pieces fit, in the fewest and most even lines.
///
/// # Errors
/// Refuses a text that fits at no try, and one with a character that the font lacks.
pub(super) fn fit(fonts: &Fonts, pieces: &[&str], glue: &str, place: &Place<'_>) -> Result<Fitted, Error> {
    for &(face, size) in &place.tries {
        for count in 1..=place.lines.min(pieces.len()) {
            let lines = even_lines(fonts, face, pieces, glue, (count, place.tracking))?;
            let narrow = lines.iter().all(|line| line.tracked(place.tracking) * size <= place.width);
            if narrow && (place.is_low_enough)(&lines, size) {
                return Ok(Fitted { face, size, lines });
            }
        }
    }
    Err(Error::TextTooLong { text: pieces.join(glue).chars().take(200).collect() })
}

/// The pieces in so many lines, their widest as narrow as can be.
fn even_lines(fonts: &Fonts, face: Face, pieces: &[&str], glue: &str, (count, tracking): (usize, f64)) -> Result<Vec<Arc<Shaped>>, Error> {
    let width_of = |from: usize, to: usize| Ok::<_, Error>(fonts.shape(face, &pieces[from..to].join(glue))?.tracked(tracking));
    let all = pieces.len();
    // best[n] for k lines: the least width of the widest line that the first n pieces need, and where the last line starts.
    let mut best: Vec<Option<(f64, usize)>> = vec![None; all + 1];
    best[0] = Some((0.0, 0));
    let mut starts = Vec::with_capacity(count);
    for _ in 0..count {
        let mut next: Vec<Option<(f64, usize)>> = vec![None; all + 1];
        for (to, best_to) in next.iter_mut().enumerate().skip(1) {
            for (from, known) in best.iter().enumerate().take(to) {
                let Some((before, _)) = known else { continue };
                let widest = before.max(width_of(from, to)?);
                if best_to.is_none_or(|(known, _)| widest < known) {
                    *best_to = Some((widest, from));
                }
            }
        }
        starts.push(next.clone());
        best = next;
    }
    let mut lines = Vec::with_capacity(count);
    let mut to = all;
    for table in starts.iter().rev() {
        let from = table[to].map_or(0, |(_, from)| from);
        lines.push(fonts.shape(face, &pieces[from..to].join(glue))?);
        to = from;
    }
    lines.reverse();
    Ok(lines)
}
