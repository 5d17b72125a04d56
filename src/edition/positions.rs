//! Which places are nearest to a position? A tree of all known positions, made once an edition.

use crate::register::Position;

/// Mean radius of the earth in metres.
const EARTH: f64 = 6_371_000.0;
/// Most positions in a leaf of the tree: so few are looked through faster than divided.
const LEAF: usize = 8;

/// A position on the globe and how it came about, ready to be measured from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fix {
    lat: f64,
    lon: f64,
    /// Has somebody stood there, or is it taken from a map?
    is_surveyed: bool,
}

/// One of the eight points of the compass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compass {
    /// Bắc.
    North,
    /// Đông bắc.
    NorthEast,
    /// Đông.
    East,
    /// Đông nam.
    SouthEast,
    /// Nam.
    South,
    /// Tây nam.
    SouthWest,
    /// Tây.
    West,
    /// Tây bắc.
    NorthWest,
}

/// A place that was found, by its number, where it is nearest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// The number of the place.
    pub place: u32,
    /// Metres along the great circle.
    pub metres: f64,
    /// Where it lies from here.
    pub direction: Compass,
    /// Is its position surveyed?
    pub is_surveyed: bool,
}

/// A position of a place in the tree, on a ball of radius 1: chords are as ordered as distances, and no meridian is special.
#[derive(Clone, Copy)]
struct Node {
    at: [f64; 3],
    place: u32,
    is_surveyed: bool,
}

/// The positions of many places; a place may have several.
pub struct Positions {
    /// In the order of the tree: the middle of every stretch parts it by the axis of its depth.
    nodes: Vec<Node>,
}

impl Compass {
    /// All of them, clockwise from the north.
    pub const ALL: [Self; 8] =
        [Self::North, Self::NorthEast, Self::East, Self::SouthEast, Self::South, Self::SouthWest, Self::West, Self::NorthWest];

    /// The one that is nearest to a bearing in degrees, clockwise from the north.
    #[must_use]
    pub fn of_degrees(degrees: f64) -> Self {
        let eighths = (degrees.rem_euclid(360.0) / 45.0).round();
        let at = (0_u8..8).position(|at| (f64::from(at) - eighths).abs() < 0.5);
        // 337.5° and more rounds to a whole turn, which is the north again.
        at.map_or(Self::North, |at| Self::ALL[at])
    }
}

impl Fix {
    /// This position.
    #[must_use]
    pub fn of(at: Position, is_surveyed: bool) -> Self {
        Self { lat: at.lat(), lon: at.lon(), is_surveyed }
    }

    /// Is it surveyed?
    #[must_use]
    pub fn is_surveyed(&self) -> bool {
        self.is_surveyed
    }

    /// Metres from here to there along the great circle.
    #[must_use]
    pub fn metres_to(&self, there: &Self) -> f64 {
        metres_of(squared(self.on_ball(), there.on_ball()))
    }

    /// Where a position lies from here.
    #[must_use]
    pub fn direction_of(&self, there: &Self) -> Compass {
        let (from, to, turn) = (self.lat.to_radians(), there.lat.to_radians(), (there.lon - self.lon).to_radians());
        let east = turn.sin() * to.cos();
        let north = from.cos() * to.sin() - from.sin() * to.cos() * turn.cos();
        Compass::of_degrees(east.atan2(north).to_degrees())
    }

    fn on_ball(&self) -> [f64; 3] {
        let (lat, lon) = (self.lat.to_radians(), self.lon.to_radians());
        [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
    }

    fn from_ball([x, y, z]: [f64; 3], is_surveyed: bool) -> Self {
        Self { lat: z.clamp(-1.0, 1.0).asin().to_degrees(), lon: y.atan2(x).to_degrees(), is_surveyed }
    }
}

impl Positions {
    /// The tree of these positions, each with the number of its place.
    #[must_use]
    pub fn new(all: impl Iterator<Item = (u32, Fix)>) -> Self {
        let mut nodes: Vec<Node> = all.map(|(place, at)| Node { at: at.on_ball(), place, is_surveyed: at.is_surveyed }).collect();
        part(&mut nodes, 0);
        Self { nodes }
    }

    /// Up to `most` places nearest to here, the nearest first, each once; none whose number is left out.
    #[must_use]
    pub fn nearest(&self, here: &Fix, most: usize, is_left_out: impl Fn(u32) -> bool) -> Vec<Found> {
        let mut search = Search { here: here.on_ball(), most, is_left_out, found: Vec::with_capacity(most + 1) };
        if most > 0 {
            search.look(&self.nodes, 0);
        }
        let told = |(node, squared): &(Node, f64)| Found {
            place: node.place,
            metres: metres_of(*squared),
            direction: here.direction_of(&Fix::from_ball(node.at, node.is_surveyed)),
            is_surveyed: node.is_surveyed,
        };
        search.found.iter().map(told).collect()
    }
}

/// A search under way: what was found so far, nearest first.
struct Search<F> {
    here: [f64; 3],
    most: usize,
    is_left_out: F,
    found: Vec<(Node, f64)>,
}

impl<F: Fn(u32) -> bool> Search<F> {
    fn look(&mut self, nodes: &[Node], depth: usize) {
        if nodes.len() <= LEAF {
            nodes.iter().for_each(|node| self.meet(node));
            return;
        }
        let (axis, middle) = (depth % 3, nodes.len() / 2);
        let beyond = self.here[axis] - nodes[middle].at[axis];
        let (near, far) = (&nodes[..middle], &nodes[middle + 1..]);
        let (near, far) = if beyond < 0.0 { (near, far) } else { (far, near) };
        self.look(near, depth + 1);
        self.meet(&nodes[middle]);
        if beyond * beyond <= self.reach() {
            self.look(far, depth + 1);
        }
    }

    fn meet(&mut self, node: &Node) {
        let squared = squared(self.here, node.at);
        if squared > self.reach() || (self.is_left_out)(node.place) {
            return;
        }
        if let Some(at) = self.found.iter().position(|(other, _)| other.place == node.place) {
            if self.found[at].1 <= squared {
                return;
            }
            self.found.remove(at);
        }
        // Of two places equally near, the one of the lower number stands first, in whatever order they are met.
        let at = self.found.partition_point(|(other, far)| (*far, other.place) < (squared, node.place));
        self.found.insert(at, (*node, squared));
        self.found.truncate(self.most);
    }

    /// How far a place may be to be among the nearest.
    fn reach(&self) -> f64 {
        if self.found.len() < self.most { f64::INFINITY } else { self.found.last().map_or(f64::INFINITY, |(_, squared)| *squared) }
    }
}

fn part(nodes: &mut [Node], depth: usize) {
    if nodes.len() <= LEAF {
        return;
    }
    let middle = nodes.len() / 2;
    nodes.select_nth_unstable_by(middle, |one, other| one.at[depth % 3].total_cmp(&other.at[depth % 3]));
    let (before, rest) = nodes.split_at_mut(middle);
    part(before, depth + 1);
    part(&mut rest[1..], depth + 1);
}

fn squared(one: [f64; 3], other: [f64; 3]) -> f64 {
    one.iter().zip(other).map(|(one, other)| (one - other) * (one - other)).sum()
}

/// Metres along the great circle over a chord, given squared, of a ball of radius 1.
fn metres_of(squared: f64) -> f64 {
    2.0 * EARTH * (squared.sqrt() / 2.0).clamp(0.0, 1.0).asin()
}
