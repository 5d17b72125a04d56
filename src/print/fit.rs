//! At which size, in which face and broken into which lines does a text fit its place?

use super::Error;
use super::fonts::{Face, Fonts, Shaped};
use std::sync::Arc;

/// Each size tried is this much of the one before.
const STEP: f64 = 0.96;

/// The rules that a text is fitted by: as large as can be; at one size in as few lines as can be; and on as many lines
/// in the wanted face before the condensed one.
pub(super) struct Rules<'a> {
    /// The wanted face, and the one that takes over where it is too wide.
    pub(super) faces: &'a [Face],
    /// The condensed face is tried up to this size of the em.
    pub(super) condensed_up_to: f64,
    /// The wanted size of the em, and the least that can be read.
    pub(super) sizes: (f64, f64),
    /// In ems.
    pub(super) tracking: f64,
    /// In millimetres.
    pub(super) width: f64,
    /// Is a block of these lines low enough at this size?
    pub(super) is_low_enough: &'a dyn Fn(&[Arc<Shaped>], f64) -> bool,
}

/// A text that fits.
#[derive(Debug, Clone)]
pub(super) struct Fitted {
    pub(super) face: Face,
    pub(super) size: f64,
    pub(super) lines: Vec<Arc<Shaped>>,
}

/// A way to set the text, whatever the size.
struct Setting {
    face: Face,
    lines: Vec<Arc<Shaped>>,
    /// In ems.
    widest: f64,
}

/// Fits words that may be broken into so many lines.
///
/// # Errors
/// Refuses a text that fits at no size, and one with a character that the font lacks.
pub(super) fn fit_words(fonts: &Fonts, text: &str, lines: usize, rules: &Rules<'_>) -> Result<Fitted, Error> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut settings = Vec::new();
    for count in 1..=lines.min(words.len()) {
        for face in rules.faces {
            let lines = even_lines(fonts, *face, &words, (count, rules.tracking))?;
            settings.push(setting(*face, lines, rules.tracking));
        }
    }
    best(&settings, rules).ok_or_else(|| too_long(text))
}

/// Fits lines that are broken already.
///
/// # Errors
/// As [`fit_words`].
pub(super) fn fit_lines(fonts: &Fonts, lines: &[&str], rules: &Rules<'_>) -> Result<Fitted, Error> {
    let mut settings = Vec::new();
    for face in rules.faces {
        let lines = lines.iter().map(|line| fonts.shape(*face, line)).collect::<Result<Vec<_>, _>>()?;
        settings.push(setting(*face, lines, rules.tracking));
    }
    best(&settings, rules).ok_or_else(|| too_long(&lines.join(" ")))
}

fn too_long(text: &str) -> Error {
    Error::TextTooLong { text: text.chars().take(200).collect() }
}

fn setting(face: Face, lines: Vec<Arc<Shaped>>, tracking: f64) -> Setting {
    let widest = lines.iter().map(|line| line.tracked(tracking)).fold(0.0, f64::max);
    Setting { face, lines, widest }
}

/// The first setting that fits, largest size first.
fn best(settings: &[Setting], rules: &Rules<'_>) -> Option<Fitted> {
    let (largest, smallest) = rules.sizes;
    let steps = std::iter::successors(Some(largest), |size| Some(size * STEP)).take_while(|size| *size > smallest);
    steps.chain([smallest]).find_map(|size| {
        let fits = |setting: &&Setting| {
            let allowed = setting.face != Face::Condensed || size <= rules.condensed_up_to;
            allowed && setting.widest * size <= rules.width && (rules.is_low_enough)(&setting.lines, size)
        };
        let found = settings.iter().find(fits)?;
        Some(Fitted { face: found.face, size, lines: found.lines.clone() })
    })
}

/// The words in so many lines, their widest as narrow as can be.
fn even_lines(fonts: &Fonts, face: Face, words: &[&str], (count, tracking): (usize, f64)) -> Result<Vec<Arc<Shaped>>, Error> {
    let width_of = |from: usize, to: usize| Ok::<_, Error>(fonts.shape(face, &words[from..to].join(" "))?.tracked(tracking));
    let all = words.len();
    // best[n] for k lines: the least width of the widest line that the first n words need, and where the last line starts.
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
        lines.push(fonts.shape(face, &words[from..to].join(" "))?);
        to = from;
    }
    lines.reverse();
    Ok(lines)
}
