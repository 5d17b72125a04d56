//! Which dots of each row of a device does a drawing cover? Told row by row, so that no page is ever in memory as a whole.

use super::shapes::Polygon;

/// Dots that are covered: from the first to before the second.
pub(super) type Run = (u32, u32);

/// The side of a polygon, over the rows whose middle it crosses.
struct Edge {
    shape: usize,
    first: u32,
    end: u32,
    /// Where it crosses the middle of the first row, and how far it leans in each row.
    x: f64,
    lean: f64,
    /// Downwards or upwards.
    way: i32,
}

/// The rows of a page, from the top.
pub(super) struct Rows {
    /// By first row.
    edges: Vec<Edge>,
    waiting: usize,
    active: Vec<usize>,
    row: u32,
    width: u32,
    crossings: Vec<(usize, f64, i32)>,
    runs: Vec<Run>,
}

impl Rows {
    /// The rows that shapes cover on a page of so many dots. Each shape is filled by the non-zero rule on its own;
    /// a dot is covered where its middle is.
    pub(super) fn new(shapes: impl Iterator<Item = Vec<Polygon>>, dots_a_mm: f64, (width, height): (u32, u32)) -> Self {
        let mut edges = Vec::new();
        for (shape, polygons) in shapes.enumerate() {
            for ring in &polygons {
                let next = ring.iter().cycle().skip(1);
                edges.extend(ring.iter().zip(next).filter_map(|(from, to)| edge(shape, *from, *to, dots_a_mm, height)));
            }
        }
        edges.sort_by_key(|edge| edge.first);
        Self { edges, waiting: 0, active: Vec::new(), row: 0, width, crossings: Vec::new(), runs: Vec::new() }
    }

    /// The runs of the next row, left to right, none touching another.
    pub(super) fn next_row(&mut self) -> &[Run] {
        let row = self.row;
        self.row += 1;
        let edges = &self.edges;
        while self.waiting < edges.len() && edges[self.waiting].first <= row {
            self.active.push(self.waiting);
            self.waiting += 1;
        }
        self.active.retain(|at| edges[*at].end > row);
        self.crossings.clear();
        self.crossings.extend(self.active.iter().map(|at| {
            let edge = &edges[*at];
            (edge.shape, edge.x + edge.lean * f64::from(row - edge.first), edge.way)
        }));
        self.crossings.sort_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
        self.fill();
        &self.runs
    }

    /// From the crossings of a row to its runs.
    fn fill(&mut self) {
        self.runs.clear();
        let (mut winding, mut from) = (0, 0.0);
        for (_, x, way) in &self.crossings {
            if winding == 0 {
                from = *x;
            }
            winding += way;
            let (left, right) = (dot(from, self.width), dot(*x, self.width));
            if winding == 0 && left < right {
                self.runs.push((left, right));
            }
        }
        self.runs.sort_unstable();
        self.runs.dedup_by(|next, kept| {
            let touch = next.0 <= kept.1;
            if touch {
                kept.1 = kept.1.max(next.1);
            }
            touch
        });
    }
}

fn edge(shape: usize, from: (f64, f64), to: (f64, f64), dots_a_mm: f64, height: u32) -> Option<Edge> {
    let [from, to] = [from, to].map(|(x, y)| (x * dots_a_mm, y * dots_a_mm));
    let (top, bottom, way) = if from.1 < to.1 { (from, to, 1) } else { (to, from, -1) };
    let (first, end) = (dot(top.1, height), dot(bottom.1, height));
    let lean = (bottom.0 - top.0) / (bottom.1 - top.1);
    (first < end).then(|| Edge { shape, first, end, x: top.0 + lean * (f64::from(first) + 0.5 - top.1), lean, way })
}

/// The first dot whose middle lies at this place or beyond, on a page of so many.
fn dot(at: f64, most: u32) -> u32 {
    // A negative number becomes 0.
    ((at - 0.5).ceil() as u32).min(most)
}
