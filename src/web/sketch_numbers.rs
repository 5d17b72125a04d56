//! Where does the number of each dot go, so that none covers another?

use super::sketch_view::WIDTH;

/// Radius of the disc behind a number.
pub const DISC: f64 = 24.0;
/// Radius of a dot whose number stands elsewhere.
pub const DOT: f64 = 7.0;
/// Room between two discs.
const GAP: f64 = 3.0;
/// Directions tried around a dot, and how far off: in steps of a third of a disc.
const DIRECTIONS: usize = 24;
const STEPS: usize = 30;
/// What it costs to cross the way of another number to its dot, or to pass over another dot.
const CROSSING: f64 = 4.0 * DISC;
const PASSING: f64 = 3.0 * DISC;

/// A point of a sketch, in units.
pub type At = (f64, f64);

/// What numbers must keep away from.
pub struct Taken {
    /// Round things, with their radius.
    pub discs: Vec<(At, f64)>,
    /// Boxes: left, top, right, bottom.
    pub boxes: Vec<[f64; 4]>,
    /// The height of the sketch.
    pub height: f64,
}

/// A place for the number of each dot: on the dot itself where there is room, else near it; none where there is none at all.
#[must_use]
pub fn places_of(dots: &[At], taken: &Taken) -> Vec<Option<At>> {
    let mut places: Vec<Option<At>> = vec![None; dots.len()];
    let alone = |at: usize| {
        let others = dots.iter().enumerate().filter(|(other, _)| *other != at);
        others.map(|(_, other)| apart(*other, dots[at])).all(|metres| metres > 2.0 * DISC + GAP)
    };
    for at in (0..dots.len()).filter(|at| alone(*at)) {
        places[at] = Some(dots[at]).filter(|place| is_free(*place, &places, taken));
    }
    // Those with many dots around them have the least choice, and choose first.
    let mut left: Vec<usize> = (0..dots.len()).filter(|at| places[*at].is_none()).collect();
    left.sort_by_key(|at| std::cmp::Reverse(dots.iter().filter(|dot| apart(**dot, dots[*at]) < 4.0 * DISC).count()));
    for at in left {
        places[at] = best_of(at, dots, &places, taken);
    }
    places
}

fn best_of(at: usize, dots: &[At], places: &[Option<At>], taken: &Taken) -> Option<At> {
    let here = dots[at];
    let around = (0..STEPS).flat_map(|step| (0..DIRECTIONS).map(move |turn| (step, turn)));
    let tried = around.map(|(step, turn)| {
        let off = DISC + DOT + 4.0 + step as f64 * DISC / 3.0;
        let angle = turn as f64 / DIRECTIONS as f64 * std::f64::consts::TAU;
        (off, (here.0 + off * angle.sin(), here.1 - off * angle.cos()))
    });
    let free = tried.filter(|(_, place)| is_free(*place, places, taken) && dots.iter().all(|dot| apart(*dot, *place) > DISC + DOT));
    let costs = free.map(|(off, place)| (off + cost(at, place, dots, places), place));
    costs.min_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, place)| place)
}

/// What the way from a dot to its number crosses.
fn cost(at: usize, place: At, dots: &[At], places: &[Option<At>]) -> f64 {
    let others = || dots.iter().zip(places).enumerate().filter(|(other, _)| *other != at);
    let crossed = others().filter(|(_, (dot, other))| other.is_some_and(|other| do_cross((dots[at], place), (**dot, other)))).count();
    let covered = others().filter(|(_, (_, other))| other.is_some_and(|other| from_way(other, dots[at], place) < DISC)).count();
    let passed = others().filter(|(_, (dot, _))| from_way(**dot, dots[at], place) < DOT + 2.0).count();
    (crossed + covered) as f64 * CROSSING + passed as f64 * PASSING
}

fn is_free(place: At, places: &[Option<At>], taken: &Taken) -> bool {
    let inside = |at: f64, most: f64| (DISC + GAP..=most - DISC - GAP).contains(&at);
    let off_box = |[left, top, right, bottom]: &[f64; 4]| {
        let near = (place.0.clamp(*left, *right), place.1.clamp(*top, *bottom));
        apart(near, place) > DISC + GAP
    };
    inside(place.0, WIDTH)
        && inside(place.1, taken.height)
        && places.iter().flatten().all(|other| apart(*other, place) > 2.0 * DISC + GAP)
        && taken.discs.iter().all(|(other, radius)| apart(*other, place) > radius + DISC + GAP)
        && taken.boxes.iter().all(off_box)
}

fn apart(one: At, other: At) -> f64 {
    (one.0 - other.0).hypot(one.1 - other.1)
}

/// How far a point lies from the way between two others.
fn from_way(point: At, from: At, to: At) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let square = (dx * dx + dy * dy).max(f64::MIN_POSITIVE);
    let share = (((point.0 - from.0) * dx + (point.1 - from.1) * dy) / square).clamp(0.0, 1.0);
    apart(point, (from.0 + dx * share, from.1 + dy * share))
}

fn do_cross(one: (At, At), other: (At, At)) -> bool {
    let side = |from: At, to: At, point: At| (to.0 - from.0) * (point.1 - from.1) - (to.1 - from.1) * (point.0 - from.0);
    side(one.0, one.1, other.0) * side(one.0, one.1, other.1) < 0.0 && side(other.0, other.1, one.0) * side(other.0, other.1, one.1) < 0.0
}

#[cfg(test)]
mod tests {
    use super::{DISC, Taken, apart, places_of};

    #[test]
    fn no_number_covers_another_nor_a_dot_that_is_not_its_own() {
        let dots: Vec<(f64, f64)> = (0..26_i32).map(|at| (360.0 + f64::from(at % 5) * 13.0, 300.0 + f64::from(at / 5) * 17.0)).collect();
        let taken = Taken { discs: vec![((300.0, 300.0), 16.0)], boxes: vec![[20.0, 540.0, 240.0, 600.0]], height: 600.0 };
        let places: Vec<(f64, f64)> = places_of(&dots, &taken).into_iter().map(Option::unwrap).collect();
        for (at, place) in places.iter().enumerate() {
            assert!(places[..at].iter().all(|other| apart(*place, *other) > 2.0 * DISC), "{at}");
            assert!(dots.iter().enumerate().all(|(other, dot)| other == at || apart(*dot, *place) > DISC), "{at}");
            assert!(place.0 > DISC && place.0 < 720.0 - DISC && place.1 > DISC && place.1 < 600.0 - DISC);
        }
    }

    #[test]
    fn a_number_with_room_stands_on_its_dot() {
        let taken = Taken { discs: Vec::new(), boxes: Vec::new(), height: 600.0 };
        assert_eq!(places_of(&[(100.0, 100.0), (300.0, 100.0)], &taken), [Some((100.0, 100.0)), Some((300.0, 100.0))]);
    }
}
