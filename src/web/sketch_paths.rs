//! How does a street's line become a path of few points: clipped to the view, and without the bends that nobody would see?

use super::sketch_view::{View, WIDTH};
use crate::register::StreetLine;
use std::fmt::Write;

/// A point of a sketch, in units.
type Dot = (f64, f64);

/// How far past the edge a line is drawn, so that its end is not seen.
const PAST: f64 = 12.0;
/// Points closer than this are one.
const SAME: f64 = 0.7;
/// How far from its course a point must lie to be kept, at first and at most.
const FINE: f64 = 1.0;
const COARSE: f64 = 60.0;
/// Points thinned out at a time: the work grows with their square at worst.
const AT_A_TIME: usize = 1_000;

/// One path of all these lines, `most` points at most; empty where none is in view.
#[must_use]
pub fn path_of(lines: &[&StreetLine], view: &View, most: usize) -> String {
    let pieces: Vec<Vec<Dot>> = lines.iter().flat_map(|line| &line.parts).flat_map(|part| pieces_of(part, view)).collect();
    let mut tolerance = FINE;
    loop {
        let drawn: Vec<Vec<(i32, i32)>> =
            pieces.iter().map(|piece| whole(&thinned(piece, tolerance))).filter(|one| one.len() > 1).collect();
        if drawn.iter().map(Vec::len).sum::<usize>() <= most || tolerance > COARSE {
            return written(&drawn, most);
        }
        tolerance *= 1.6;
    }
}

/// The pieces of a part that are in view.
fn pieces_of(part: &[crate::register::Position], view: &View) -> Vec<Vec<Dot>> {
    let dots: Vec<Dot> = part.iter().map(|at| view.place(*at)).collect();
    let mut pieces: Vec<Vec<Dot>> = Vec::new();
    let mut goes_on = false;
    for pair in dots.windows(2) {
        let Some((from, to)) = clipped(pair[0], pair[1], view) else {
            goes_on = false;
            continue;
        };
        match pieces.last_mut().filter(|_| goes_on) {
            Some(piece) if apart(piece[piece.len() - 1], to) >= SAME => piece.push(to),
            Some(_) => {}
            None => pieces.push(vec![from, to]),
        }
        goes_on = apart(to, pair[1]) < f64::EPSILON;
    }
    pieces
}

/// The part of a straight piece that is in view (Liang and Barsky 1984).
fn clipped(from: Dot, to: Dot, view: &View) -> Option<(Dot, Dot)> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    let walls = [(-dx, from.0 + PAST), (dx, WIDTH + PAST - from.0), (-dy, from.1 + PAST), (dy, view.height() + PAST - from.1)];
    for (towards, room) in walls {
        if towards == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if towards < 0.0 {
            enters = enters.max(room / towards);
        } else {
            leaves = leaves.min(room / towards);
        }
    }
    let at = |share: f64| (from.0 + dx * share, from.1 + dy * share);
    // The very end is kept as it is, so that the next piece is seen to go on from it.
    (enters <= leaves).then(|| (at(enters), if leaves >= 1.0 { to } else { at(leaves) }))
}

/// The piece without the points that lie nearer to its course than the tolerance (Douglas and Peucker 1973).
fn thinned(piece: &[Dot], tolerance: f64) -> Vec<Dot> {
    let mut kept = vec![piece[0]];
    for part in (0..piece.len() - 1).step_by(AT_A_TIME) {
        let end = (part + AT_A_TIME).min(piece.len() - 1);
        let mut open = vec![(part, end)];
        while let Some((from, to)) = open.pop() {
            let far = (from + 1..to).map(|at| (at, off(piece[at], piece[from], piece[to])));
            match far.max_by(|one, other| one.1.total_cmp(&other.1)).filter(|(_, off)| *off > tolerance) {
                Some((at, _)) => open.extend([(at, to), (from, at)]),
                None => kept.push(piece[to]),
            }
        }
    }
    kept
}

/// How far a point lies from a straight piece.
fn off(point: Dot, from: Dot, to: Dot) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let square = dx * dx + dy * dy;
    let share = if square > 0.0 { (((point.0 - from.0) * dx + (point.1 - from.1) * dy) / square).clamp(0.0, 1.0) } else { 0.0 };
    apart(point, (from.0 + dx * share, from.1 + dy * share))
}

fn apart(one: Dot, other: Dot) -> f64 {
    (one.0 - other.0).hypot(one.1 - other.1)
}

/// Whole units, none twice in a row.
fn whole(piece: &[Dot]) -> Vec<(i32, i32)> {
    let mut dots: Vec<(i32, i32)> = piece.iter().map(|dot| (dot.0.round() as i32, dot.1.round() as i32)).collect();
    dots.dedup();
    dots
}

/// The pieces as path data; one that has no room left is not drawn.
fn written(pieces: &[Vec<(i32, i32)>], most: usize) -> String {
    let mut path = String::new();
    let mut left = most;
    for piece in pieces {
        if piece.len() > left {
            continue;
        }
        left -= piece.len();
        let (mut x, mut y) = piece[0];
        write!(path, "M{x} {y}l").expect("writing to a string never fails");
        for (at, dot) in piece[1..].iter().enumerate() {
            let (dx, dy) = (dot.0 - x, dot.1 - y);
            let parted = if at == 0 || dx < 0 { "" } else { " " };
            let between = if dy < 0 { "" } else { " " };
            write!(path, "{parted}{dx}{between}{dy}").expect("writing to a string never fails");
            (x, y) = *dot;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::{clipped, off, thinned, whole, written};
    use crate::edition::Area;
    use crate::web::sketch_view::View;

    #[test]
    fn what_is_out_of_view_is_cut_off() {
        let view = View::around(Area { west: 106.6, south: 20.8, east: 106.7, north: 20.9 });
        let (from, to) = clipped((-1000.0, 100.0), (2000.0, 100.0), &view).unwrap();
        assert!((from.0 + 12.0).abs() < 1e-6 && (to.0 - 732.0).abs() < 1e-6);
        assert!(clipped((-1000.0, -500.0), (2000.0, -500.0), &view).is_none());
        assert_eq!(clipped((10.0, 10.0), (20.0, 20.0), &view), Some(((10.0, 10.0), (20.0, 20.0))));
    }

    #[test]
    fn a_bend_that_is_seen_stays_and_one_that_is_not_goes() {
        assert_eq!(thinned(&[(0.0, 0.0), (5.0, 0.4), (10.0, 0.0)], 1.0), [(0.0, 0.0), (10.0, 0.0)]);
        assert_eq!(thinned(&[(0.0, 0.0), (5.0, 4.0), (10.0, 0.0)], 1.0).len(), 3);
        let wave: Vec<(f64, f64)> = (0..5_000).map(|at| (f64::from(at) / 10.0, (f64::from(at) / 40.0).sin() * 30.0)).collect();
        let kept = thinned(&wave, 1.0);
        assert!(kept.len() < 500 && kept.len() > 50);
        let strays = wave.iter().filter(|dot| kept.windows(2).all(|pair| off(**dot, pair[0], pair[1]) > 1.0));
        assert_eq!(strays.count(), 0);
    }

    #[test]
    fn a_path_says_each_step_from_the_last_point() {
        let piece = whole(&[(0.2, 0.0), (10.0, -5.0), (7.0, 8.0), (20.0, 8.0)]);
        assert_eq!(written(std::slice::from_ref(&piece), 10), "M0 0l10-5-3 13 13 0");
        assert_eq!(written(&[piece], 3), "");
    }
}
