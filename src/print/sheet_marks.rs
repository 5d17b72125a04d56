//! Which marks stand beside the plates on a sheet, for those who cut, fold and register?

use super::drawing::{BLACK, Mark, Paint, Rect};
use super::path::{circle, outline};
use super::plate::Plate;
use super::spots::{Spot, Spots};
use std::sync::Arc;

/// A crop mark starts this far beyond the bleed and is this long.
const MARK_OFF: f64 = 0.5;
const MARK_LENGTH: f64 = 5.0;

/// 0.25 pt, the least that every press holds.
pub(super) const MARK_WIDTH: f64 = 0.0882;

/// Radius of a registration target, and how far its cross reaches.
const TARGET: f64 = 2.0;
const CROSS: f64 = 3.5;

/// A fold mark is dashed: stroke and gap.
const DASH: f64 = 1.0;

/// Two marks at each corner of the cut and two at each end of a fold, outside the bleed; and the cutter's contour.
pub(super) fn around_plate(plate: &Plate, spots: &Spots) -> Vec<Mark> {
    let mut marks = crop_marks(plate.trim(), plate.bleed);
    marks.extend(fold_marks(plate));
    marks.extend(cut_contour(plate, spots));
    marks
}

/// The plate's edge in the cutter's ink, where the job has one. It overprints: nothing is left out under it.
pub(super) fn cut_contour(plate: &Plate, spots: &Spots) -> Option<Mark> {
    let ink = spots.ink(Spot::Cut)?;
    let paint = Paint { cmyk: ink.alternate, screen: [236, 0, 140], spot: Some(Spot::Cut), overprint: true };
    Some(Mark::Contour { path: Arc::new(outline(plate.trim(), plate.corners())), width: MARK_WIDTH, paint })
}

fn line(from: (f64, f64), to: (f64, f64), paint: Paint) -> Mark {
    Mark::Line { from, to, width: MARK_WIDTH, paint }
}

fn crop_marks(trim: Rect, bleed: f64) -> Vec<Mark> {
    let near = bleed + MARK_OFF;
    let far = near + MARK_LENGTH;
    let mut marks = Vec::with_capacity(8);
    for x in [trim.x, trim.right()] {
        marks.push(line((x, trim.y - far), (x, trim.y - near), BLACK));
        marks.push(line((x, trim.bottom() + near), (x, trim.bottom() + far), BLACK));
    }
    for y in [trim.y, trim.bottom()] {
        marks.push(line((trim.x - far, y), (trim.x - near, y), BLACK));
        marks.push(line((trim.right() + near, y), (trim.right() + far, y), BLACK));
    }
    marks
}

fn fold_marks(plate: &Plate) -> Vec<Mark> {
    let near = plate.bleed + MARK_OFF;
    let dashes = [0.0, 2.0 * DASH].map(|from| (near + from, near + from + DASH));
    let mut marks = Vec::new();
    for (from, to) in dashes {
        for x in &plate.folds.across {
            marks.push(line((*x, -to), (*x, -from), BLACK));
            marks.push(line((*x, plate.height + from), (*x, plate.height + to), BLACK));
        }
        for y in &plate.folds.down {
            marks.push(line((-to, *y), (-from, *y), BLACK));
            marks.push(line((plate.width + from, *y), (plate.width + to, *y), BLACK));
        }
    }
    marks
}

/// Targets left, right and above, halfway between the paper's edge and the bleed, in every ink of the job; none where
/// the job has one ink only, which cannot be out of register, or where there is no room.
pub(super) fn registration(paper: (f64, f64), bleed: Rect, plate: &Plate, spots: &Spots) -> Vec<Mark> {
    let inks = registration_inks(plate, spots);
    if inks.len() < 2 && inks.first().is_none_or(|ink| *ink == BLACK) {
        return Vec::new();
    }
    let middle = (bleed.x + bleed.width / 2.0, bleed.y + bleed.height / 2.0);
    let wanted = [
        (bleed.x, (bleed.x / 2.0, middle.1)),
        (paper.0 - bleed.right(), ((paper.0 + bleed.right()) / 2.0, middle.1)),
        (bleed.y, (middle.0, bleed.y / 2.0)),
    ];
    let with_room = wanted.into_iter().filter(|(room, _)| *room >= 2.0 * CROSS + 1.0);
    with_room.flat_map(|(_, at)| inks.iter().flat_map(move |ink| target(at, *ink)).collect::<Vec<_>>()).collect()
}

/// Black alone or all four, and every ink of its own that is printed; none of these leaves the others out.
fn registration_inks(plate: &Plate, spots: &Spots) -> Vec<Paint> {
    let is_process = |role: Spot| {
        let colour = plate.role_colours().into_iter().find_map(|(one, colour)| colour.filter(|_| one == role));
        spots.ink(role).is_none() && colour.is_some_and(|colour| colour.cmyk[..3].iter().any(|ink| *ink > 0))
    };
    let process = is_process(Spot::Ground) || is_process(Spot::Accent);
    let first = if process { Paint { cmyk: [100; 4], ..BLACK } } else { BLACK };
    let own = spots.all().filter(|(role, _)| matches!(role, Spot::Ground | Spot::Accent | Spot::White));
    let own = own.map(|(role, ink)| Paint { cmyk: ink.alternate, screen: [0, 0, 0], spot: Some(role), overprint: true });
    std::iter::once(first).chain(own).collect()
}

fn target(at: (f64, f64), ink: Paint) -> Vec<Mark> {
    vec![
        Mark::Contour { path: Arc::new(circle(at, TARGET)), width: MARK_WIDTH, paint: ink },
        line((at.0 - CROSS, at.1), (at.0 + CROSS, at.1), ink),
        line((at.0, at.1 - CROSS), (at.0, at.1 + CROSS), ink),
    ]
}
