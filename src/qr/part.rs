//! How is a square part of a picture drawn anew, in as many pixels as are wanted?

use super::Grey;

/// The pixels of one line that a new pixel is made of, each with its share of the whole.
type Shares = Vec<(isize, f32)>;

impl Grey {
    /// The square with this top left and side, drawn in so many pixels a side, each the mean of what it covers;
    /// white beyond the edges.
    #[must_use]
    pub fn part(&self, left: f64, top: f64, side: f64, pixels: usize) -> Self {
        let pixels = pixels.max(1);
        let (across, down) = (shares(left, side, pixels), shares(top, side, pixels));
        let first = down[0].first().map_or(0, |(at, _)| *at);
        let last = down[pixels - 1].last().map_or(0, |(at, _)| *at);
        let lines: Vec<Vec<f32>> = (first..=last).map(|y| self.line(y, &across)).collect();
        let mut drawn = Vec::with_capacity(pixels * pixels);
        let mut sums = vec![0.0_f32; pixels];
        for shares in &down {
            sums.fill(0.5);
            for (y, share) in shares {
                for (sum, value) in sums.iter_mut().zip(&lines[(y - first) as usize]) {
                    *sum += share * value;
                }
            }
            drawn.extend(sums.iter().map(|sum| *sum as u8));
        }
        Self::new(pixels, drawn).expect("whole rows were drawn")
    }

    /// One row, drawn anew from left to right.
    fn line(&self, y: isize, across: &[Shares]) -> Vec<f32> {
        let Some(row) = usize::try_from(y).ok().filter(|y| *y < self.height()).map(|y| self.row(y)) else {
            return vec![f32::from(u8::MAX); across.len()];
        };
        let at = |x: isize| usize::try_from(x).ok().and_then(|x| row.get(x)).map_or(f32::from(u8::MAX), |pixel| f32::from(*pixel));
        across.iter().map(|shares| shares.iter().map(|(x, share)| share * at(*x)).sum()).collect()
    }
}

/// For each new pixel of a line, the old ones that it covers.
fn shares(from: f64, length: f64, pixels: usize) -> Vec<Shares> {
    let step = length / pixels as f64;
    (0..pixels)
        .map(|at| {
            let (start, end) = (from + at as f64 * step, from + (at + 1) as f64 * step);
            let last = (end.ceil() as isize - 1).max(start.floor() as isize);
            (start.floor() as isize..=last).map(|old| (old, ((end.min(old as f64 + 1.0) - start.max(old as f64)) / step) as f32)).collect()
        })
        .collect()
}
