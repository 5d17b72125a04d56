//! Where on a symbol may a square lie without covering the patterns by which the symbol is found?

/// Steps a module when a place is looked for.
const STEPS: usize = 4;

/// A rectangle on a symbol, in modules from its top left, upright.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ModuleRect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Where a square lies, and how much of what it should leave free it covers all the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClearPlace {
    /// Left edge, in modules.
    pub x: f64,
    /// Top edge, in modules.
    pub y: f64,
    /// Modules of the finder and alignment patterns that it covers: 0 where the symbol has room for the square.
    pub on_patterns: f64,
}

/// The place nearest to the middle where a square of this side covers no finder or alignment pattern, and as little as can
/// be of the timing, format and version modules; where the version has no room for it, the place of the least overlap.
#[must_use]
pub fn clear_place(modules: usize, side: f64) -> ClearPlace {
    let (patterns, others) = (patterns(modules), others(modules));
    let room = (modules as f64 - side).max(0.0);
    let steps = (room * STEPS as f64).floor() as usize;
    let mut best = (ClearPlace { x: 0.0, y: 0.0, on_patterns: f64::MAX }, f64::MAX, f64::MAX);
    for (down, across) in (0..=steps).flat_map(|down| (0..=steps).map(move |across| (down, across))) {
        let (x, y) = (across as f64 / STEPS as f64, down as f64 / STEPS as f64);
        let square = ModuleRect { x, y, width: side, height: side };
        let on_patterns: f64 = patterns.iter().map(|one| square.overlap(one)).sum();
        if on_patterns > best.0.on_patterns {
            continue;
        }
        let on_others: f64 = others.iter().map(|one| square.overlap(one)).sum();
        let off_middle = (x - room / 2.0).powi(2) + (y - room / 2.0).powi(2);
        if (on_patterns, on_others, off_middle) < (best.0.on_patterns, best.1, best.2) {
            best = (ClearPlace { x, y, on_patterns }, on_others, off_middle);
        }
    }
    best.0
}

impl ModuleRect {
    fn overlap(&self, other: &Self) -> f64 {
        let across = (self.x + self.width).min(other.x + other.width) - self.x.max(other.x);
        let down = (self.y + self.height).min(other.y + other.height) - self.y.max(other.y);
        across.max(0.0) * down.max(0.0)
    }
}

fn rect(x: usize, y: usize, width: usize, height: usize) -> ModuleRect {
    ModuleRect { x: x as f64, y: y as f64, width: width as f64, height: height as f64 }
}

/// The finder patterns and the alignment patterns (ISO/IEC 18004:2015, 6.3.3 and 6.3.6).
#[must_use]
pub fn patterns(modules: usize) -> Vec<ModuleRect> {
    let far = modules - 7;
    let mut found = vec![rect(0, 0, 7, 7), rect(far, 0, 7, 7), rect(0, far, 7, 7)];
    let centres = alignment_centres(modules);
    let last = modules.saturating_sub(7);
    for (x, y) in centres.iter().flat_map(|x| centres.iter().map(move |y| (*x, *y))) {
        if ![(6, 6), (last, 6), (6, last)].contains(&(x, y)) {
            found.push(rect(x - 2, y - 2, 5, 5));
        }
    }
    found
}

/// Separators with format information, timing, and from version 7 the version itself (6.3.4, 6.3.5, 7.9, 7.10).
fn others(modules: usize) -> Vec<ModuleRect> {
    let mut found = vec![rect(0, 0, 9, 9), rect(modules - 8, 0, 8, 9), rect(0, modules - 8, 9, 8)];
    found.extend([rect(6, 0, 1, modules), rect(0, 6, modules, 1)]);
    if modules >= 45 {
        found.extend([rect(modules - 11, 0, 3, 6), rect(0, modules - 11, 6, 3)]);
    }
    found
}

/// The rows and columns in which alignment patterns have their middles (annex E).
fn alignment_centres(modules: usize) -> Vec<usize> {
    let version = (modules - 17) / 4;
    if version < 2 {
        return Vec::new();
    }
    let count = version / 7 + 2;
    let step = (version * 8 + count * 3 + 5) / (count * 4 - 4) * 2;
    let mut centres: Vec<usize> = (0..count - 1).map(|at| modules - 7 - at * step).collect();
    centres.push(6);
    centres.reverse();
    centres
}
