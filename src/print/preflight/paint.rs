//! What becomes of a shape on the plates: too much ink, white that vanishes, black that knocks out, lines too thin?

use super::boxes::Boxes;
use super::geometry::{Bounds, POINTS};
use super::notes::Notes;
use super::rule::{Rule, Severity};
use super::state::{Colour, Ink, Path, State};

/// Ink on one place in per cent: above the first, drying is slow; above the second, sheets stick (coated offset, ISO 12647-2).
const MUCH_INK: f64 = 300.0;
const TOO_MUCH_INK: f64 = 320.0;
/// Millimetres; a thinner line may break on the plate.
const LEAST_LINE: f64 = 0.05;
/// Bleed in millimetres that even a sticker needs where something runs up to the cut, and how near that is in points.
const LEAST_BLEED: f64 = 1.0;
const UP_TO_THE_CUT: f64 = 0.3;
/// Touching shapes filled one by one, from which seams are told.
const MANY_SEAMS: usize = 20;
/// What is in the name of a spot colour that no ink prints.
const TECHNICAL: &[&str] = &["cut", "contour", "crease", "fold", "perf", "score", "diel", "kiss", "bế", "cắt", "gấp"];

/// How something is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Fill,
    Stroke,
    Text,
}

/// What is painted on one page.
pub(super) struct Plates {
    page: usize,
    boxes: Boxes,
    last: Option<(Bounds, Colour)>,
    seams: usize,
    /// Does anything run up to the cut?
    is_cut: bool,
}

impl Plates {
    pub(super) fn new(page: usize, boxes: Boxes) -> Self {
        Self { page, boxes, last: None, seams: 0, is_cut: false }
    }

    /// A path that is filled or stroked.
    pub(super) fn paint_path(&mut self, path: &Path, fills: bool, strokes: bool, state: &State, notes: &mut Notes) {
        if path.bounds.left > path.bounds.right {
            return;
        }
        if fills {
            self.look_for_seams(path, &state.fill.colour);
            self.paint(Way::Fill, &path.bounds, state, notes);
        }
        if strokes {
            let width = state.line_width * state.matrix.across().min(state.matrix.up());
            if width / POINTS < LEAST_LINE {
                notes.note(Some(self.page), Rule::Hairline, format!("{:.3} mm", width / POINTS));
            }
            self.paint(Way::Stroke, &path.bounds.grown(width / 2.0), state, notes);
        }
    }

    /// Anything that is painted within these bounds.
    pub(super) fn paint(&mut self, way: Way, bounds: &Bounds, state: &State, notes: &mut Notes) {
        if !bounds.grown(0.01).meets(&self.boxes.bleed.grown(-0.05)) {
            return;
        }
        let ink = if way == Way::Stroke { &state.stroke } else { &state.fill };
        self.weigh(&ink.colour, notes);
        if way != Way::Stroke {
            self.look_for_the_cut(bounds, &ink.colour);
        }
        self.check_overprint(ink, state.mode, notes);
        if way == Way::Text && is_rich_black(&ink.colour) {
            notes.note(Some(self.page), Rule::RichBlack, shown(&ink.colour));
        }
    }

    /// The bounds of a text small enough to be in the way of a knife or a press.
    pub(super) fn is_printed(&self, bounds: &Bounds) -> bool {
        bounds.meets(&self.boxes.bleed)
    }

    /// Told at the end of a page.
    pub(super) fn finish(&self, notes: &mut Notes) {
        if let Some(bleed) = self.boxes.least_bleed().filter(|bleed| self.is_cut && *bleed < LEAST_BLEED - 0.01) {
            notes.note(Some(self.page), Rule::Bleed, format!("{bleed:.2} mm"));
        }
        if self.seams >= MANY_SEAMS {
            notes.note(Some(self.page), Rule::Seams, format!("{} × re f", self.seams));
        }
    }

    /// White is the paper, and lines are marks of their own or the knife's.
    fn look_for_the_cut(&mut self, bounds: &Bounds, colour: &Colour) {
        let is_paper = tints_of(colour).iter().all(|tint| *tint <= 0.0);
        let is_line = matches!(colour, Colour::Spot(name, _) if &**name == "All" || is_technical(name));
        let runs_up = |cut: Bounds| bounds.meets(&cut.grown(UP_TO_THE_CUT)) && !cut.grown(-UP_TO_THE_CUT).holds(bounds);
        self.is_cut |= !is_paper && !is_line && self.boxes.trim.is_some_and(runs_up);
    }

    fn weigh(&self, colour: &Colour, notes: &mut Notes) {
        let page = Some(self.page);
        if matches!(colour, Colour::Spot(name, tint) if &**name == "All" && *tint > 0.0) {
            notes.note(page, Rule::Registration, shown(colour));
            return;
        }
        let sum = 100.0 * tints_of(colour).iter().sum::<f64>();
        notes.facts.most_ink = notes.facts.most_ink.max((sum * 10.0).round() / 10.0);
        if sum > TOO_MUCH_INK + 0.5 {
            notes.note(page, Rule::Ink, format!("{sum:.0} % > {TOO_MUCH_INK} %: {}", shown(colour)));
        } else if sum > MUCH_INK + 0.5 {
            notes.note_as(Severity::Warning, page, Rule::Ink, format!("{sum:.0} % > {MUCH_INK} %: {}", shown(colour)));
        }
    }

    fn check_overprint(&self, ink: &Ink, mode: i64, notes: &mut Notes) {
        let page = Some(self.page);
        let colour = &ink.colour;
        let mut note = |rule| notes.note(page, rule, shown(colour));
        let tints = tints_of(colour);
        let is_black = is_pure_black(colour);
        match (ink.overprints, colour) {
            (_, Colour::Other) => {}
            (true, _) if tints.iter().all(|tint| *tint <= 0.0) => note(Rule::OverprintWhite),
            // ISO 32000-1, table 148: only with OPM 1, and only in DeviceCMYK, does an ink of 0 leave what lies below.
            (true, Colour::Cmyk(_)) if is_black && mode != 1 => note(Rule::OverprintMode),
            (true, Colour::Grey(_)) if is_black => note(Rule::OverprintMode),
            (true, Colour::Cmyk(_) | Colour::Grey(_)) if !is_black => note(Rule::OverprintColour),
            (false, _) if is_black => note(Rule::OverprintBlack),
            (false, Colour::Spot(name, _)) if is_technical(name) => note(Rule::OverprintTechnical),
            _ => {}
        }
    }

    /// One rectangle beside the last one in the same colour, each with a fill of its own.
    fn look_for_seams(&mut self, path: &Path, colour: &Colour) {
        if path.rectangles != 1 || path.pieces > 0 {
            self.last = None;
            return;
        }
        let beside = self.last.as_ref().is_some_and(|(last, before)| before == colour && last.abuts(&path.bounds));
        self.seams += usize::from(beside);
        self.last = Some((path.bounds, colour.clone()));
    }
}

fn tints_of(colour: &Colour) -> Vec<f64> {
    match colour {
        Colour::Cmyk(tints) => tints.to_vec(),
        Colour::Grey(grey) => vec![1.0 - grey],
        Colour::Spot(_, tint) => vec![*tint],
        Colour::Several(tints) => tints.iter().map(|(_, tint)| *tint).collect(),
        Colour::Other => Vec::new(),
    }
}

fn is_pure_black(colour: &Colour) -> bool {
    match colour {
        Colour::Cmyk([c, m, y, k]) => *c <= 0.0 && *m <= 0.0 && *y <= 0.0 && *k >= 0.995,
        Colour::Grey(grey) => *grey <= 0.005,
        Colour::Spot(name, tint) => &**name == "Black" && *tint >= 0.995,
        _ => false,
    }
}

/// Black to the eye, but of more than one ink.
fn is_rich_black(colour: &Colour) -> bool {
    let Colour::Cmyk([c, m, y, k]) = *colour else { return false };
    let (most, least) = (c.max(m).max(y), c.min(m).min(y));
    (k >= 0.85 && most > 0.0) || (least >= 0.55 && most - least <= 0.25)
}

fn is_technical(name: &str) -> bool {
    let name = name.to_lowercase();
    TECHNICAL.iter().any(|word| name.contains(word))
}

/// As the operators write it.
fn shown(colour: &Colour) -> String {
    match colour {
        Colour::Cmyk([c, m, y, k]) => format!("{c} {m} {y} {k} k"),
        Colour::Grey(grey) => format!("{grey} g"),
        Colour::Spot(name, tint) => format!("{name} {tint} scn"),
        Colour::Several(tints) => tints.iter().map(|(name, tint)| format!("{name} {tint} ")).collect::<String>() + "scn",
        Colour::Other => "?".to_owned(),
    }
}
