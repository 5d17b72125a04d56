//! Where on the page does something lie? Points, from the bottom left.

/// Points a millimetre.
pub(super) const POINTS: f64 = 72.0 / 25.4;

/// A transformation as PDF writes it: `[a b c d e f]`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// The matrix of six numbers, or the one that changes nothing.
    pub(super) fn of(numbers: &[f64]) -> Self {
        numbers.try_into().map_or(Self::SAME, Self)
    }

    /// First this one, then the other.
    pub(super) fn then(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], [p, q, r, s, t, u]) = (self.0, other.0);
        Self([a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u])
    }

    pub(super) fn apply(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// How long a step to the right becomes.
    pub(super) fn across(self) -> f64 {
        self.0[0].hypot(self.0[1])
    }

    /// How long a step upwards becomes.
    pub(super) fn up(self) -> f64 {
        self.0[2].hypot(self.0[3])
    }
}

/// An upright rectangle; empty until something is in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bounds {
    pub(super) left: f64,
    pub(super) bottom: f64,
    pub(super) right: f64,
    pub(super) top: f64,
}

impl Bounds {
    pub(super) const EMPTY: Self = Self { left: f64::INFINITY, bottom: f64::INFINITY, right: f64::NEG_INFINITY, top: f64::NEG_INFINITY };

    pub(super) fn add(&mut self, (x, y): (f64, f64)) {
        self.left = self.left.min(x);
        self.right = self.right.max(x);
        self.bottom = self.bottom.min(y);
        self.top = self.top.max(y);
    }

    /// Around this rectangle of a space that the matrix leads out of.
    pub(super) fn around(matrix: Matrix, [left, bottom, right, top]: [f64; 4]) -> Self {
        let mut bounds = Self::EMPTY;
        for (x, y) in [(left, bottom), (right, bottom), (right, top), (left, top)] {
            bounds.add(matrix.apply(x, y));
        }
        bounds
    }

    pub(super) fn width(&self) -> f64 {
        self.right - self.left
    }

    pub(super) fn height(&self) -> f64 {
        self.top - self.bottom
    }

    pub(super) fn grown(&self, by: f64) -> Self {
        Self { left: self.left - by, bottom: self.bottom - by, right: self.right + by, top: self.top + by }
    }

    /// Do they share more than an edge?
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.bottom < other.top && other.bottom < self.top
    }

    /// Does the other one lie within, up to a rounding?
    pub(super) fn holds(&self, other: &Self) -> bool {
        let near = 0.01;
        self.left <= other.left + near
            && self.bottom <= other.bottom + near
            && self.right >= other.right - near
            && self.top >= other.top - near
    }

    /// Do they stand edge to edge, so that a reader that smooths edges shows the seam?
    pub(super) fn abuts(&self, other: &Self) -> bool {
        let near = |a: f64, b: f64| (a - b).abs() < 0.01;
        let beside = near(self.right, other.left) || near(self.left, other.right);
        let below = near(self.top, other.bottom) || near(self.bottom, other.top);
        let overlap_up = self.top.min(other.top) - self.bottom.max(other.bottom);
        let overlap_across = self.right.min(other.right) - self.left.max(other.left);
        (beside && overlap_up > 0.1) || (below && overlap_across > 0.1)
    }
}
