//! Where in a picture are finder patterns: dark, light, dark, light, dark in the widths 1:1:3:1:1 both ways?

use super::Grey;

/// The smallest module looked for, in pixels; anything less is noise.
const LEAST_MODULE: f64 = 1.5;

/// Most finders looked at in one picture, so that a hostile one costs no endless time.
const MOST_FINDERS: usize = 4000;

/// The middle of a finder pattern and the width of its modules, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Finder {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) module: f64,
}

/// Every finder pattern, top to bottom.
pub(super) fn find_finders(picture: &Grey) -> Vec<Finder> {
    let threshold = picture.threshold();
    let mut found: Vec<Finder> = Vec::new();
    for y in 0..picture.height() {
        for (from, widths) in patterns(picture.row(y), threshold) {
            let middle = from + widths[0] + widths[1] + widths[2] / 2;
            if found.iter().rev().take(64).any(|known| known.covers(middle, y)) {
                continue;
            }
            if let Some(finder) = cross_check(picture, threshold, middle, y, widths) {
                found.push(finder);
            }
            if found.len() >= MOST_FINDERS {
                return found;
            }
        }
    }
    found
}

impl Finder {
    /// Is this pixel within its dark core?
    fn covers(&self, x: usize, y: usize) -> bool {
        let reach = 2.0 * self.module;
        (x as f64 - self.x).abs() < reach && (y as f64 - self.y).abs() < reach
    }
}

/// The runs of one line that stand 1:1:3:1:1, by their start and widths.
fn patterns(line: &[u8], threshold: u8) -> Vec<(usize, [usize; 5])> {
    let mut found = Vec::new();
    let mut widths = [0; 5];
    let (mut start, mut dark) = (0, false);
    for at in 0..=line.len() {
        let here = at < line.len() && line[at] <= threshold;
        if here == dark && at < line.len() {
            continue;
        }
        widths.rotate_left(1);
        widths[4] = at - start;
        if dark && fits(widths) {
            found.push((at - widths.iter().sum::<usize>(), widths));
        }
        (start, dark) = (at, here);
    }
    found
}

/// Do five runs stand 1:1:3:1:1, give or take half a module and the blur of a pixel?
fn fits(widths: [usize; 5]) -> bool {
    let module = widths.iter().sum::<usize>() as f64 / 7.0;
    let slack = module / 2.0 + 0.5;
    module >= LEAST_MODULE
        && widths.iter().zip([1.0, 1.0, 3.0, 1.0, 1.0]).all(|(width, share)| (*width as f64 - share * module).abs() <= slack)
}

/// The finder whose row was seen, if its column agrees.
fn cross_check(picture: &Grey, threshold: u8, x: usize, y: usize, seen: [usize; 5]) -> Option<Finder> {
    let wide = seen.iter().sum::<usize>();
    let top = y.saturating_sub(2 * wide);
    let below = (y + 2 * wide).min(picture.height());
    let column: Vec<u8> = (top..below).map(|at| picture.row(at)[x]).collect();
    let (middle_y, tall) = pattern_around(&column, threshold, y - top)?;
    let row = picture.row((top as f64 + middle_y) as usize);
    let left = x.saturating_sub(2 * wide);
    let right = (x + 2 * wide).min(row.len());
    let (middle_x, wide) = pattern_around(&row[left..right], threshold, x - left)?;
    let square = (wide - tall).abs() <= 0.25 * wide.max(tall) + 1.0;
    square.then_some(Finder { x: left as f64 + middle_x, y: top as f64 + middle_y, module: (wide + tall) / 14.0 })
}

/// The middle and the width of the pattern whose core holds this pixel.
fn pattern_around(line: &[u8], threshold: u8, pixel: usize) -> Option<(f64, f64)> {
    patterns(line, threshold).into_iter().find_map(|(from, widths)| {
        let core = from + widths[0] + widths[1];
        let whole = widths.iter().sum::<usize>() as f64;
        (core..core + widths[2]).contains(&pixel).then(|| (from as f64 + whole / 2.0, whole))
    })
}
