//! On which paper do plates lie, and where on it? (tờ in)

use super::Error;
use super::drawing::{Placing, Rect, Turn};
use super::plate::Plate;
use super::snap::Grid;
use std::fmt;

/// Paper that plates are printed on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sheet {
    /// One plate a sheet, with its bleed and crop marks.
    Single,
    /// ISO 216, either way up, whichever holds more.
    A4,
    /// ISO 216, either way up, whichever holds more.
    A3,
    /// ISO 217: A3 with room for bleed and marks.
    Sra3,
    /// A roll of this width in millimetres; a page is as long as it must be.
    Roll(u16),
    /// A sheet of this width and height in millimetres.
    Own(u16, u16),
}

/// Narrowest and widest own sheet or roll, in millimetres.
const OWN: std::ops::RangeInclusive<u16> = 50..=5000;

/// No page of a roll is longer, in millimetres: frames that any RIP takes.
const LONGEST_FRAME: f64 = 3000.0;

/// Least clear space between two plates' cuts: both bleeds, and room for the marks between them.
const LEAST_GAP: f64 = 12.0;

/// Paper left free round the outermost bleed, for marks and the gripper.
const LEAST_MARGIN: f64 = 10.0;

impl Sheet {
    /// The sheets that have a name.
    pub const NAMED: [&'static str; 6] = ["single", "a4", "a3", "sra3", "roll-600", "roll-1300"];

    /// Reads `single`, `a4`, `a3`, `sra3`, `roll-WIDTH` or `WIDTHxHEIGHT`, in millimetres.
    ///
    /// # Errors
    /// Refuses any other word, and a size that no press takes.
    pub fn parse(word: &str) -> Result<Self, Error> {
        let plain = word.trim().to_lowercase();
        let side = |text: &str| text.parse::<u16>().ok().filter(|side| OWN.contains(side));
        let own = || {
            if let Some(width) = plain.strip_prefix("roll-") {
                return side(width).map(Self::Roll);
            }
            let (width, height) = plain.split_once('x')?;
            Some(Self::Own(side(width)?, side(height)?))
        };
        match plain.as_str() {
            "single" => Ok(Self::Single),
            "a4" => Ok(Self::A4),
            "a3" => Ok(Self::A3),
            "sra3" => Ok(Self::Sra3),
            _ => own().ok_or_else(|| Error::UnknownSheet { given: word.trim().chars().take(40).collect(), known: Self::NAMED.join(", ") }),
        }
    }
}

impl fmt::Display for Sheet {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Single => out.write_str("single"),
            Self::A4 => out.write_str("a4"),
            Self::A3 => out.write_str("a3"),
            Self::Sra3 => out.write_str("sra3"),
            Self::Roll(width) => write!(out, "roll-{width}"),
            Self::Own(width, height) => write!(out, "{width}x{height}"),
        }
    }
}

/// From which corner a device counts its dots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DotsFrom {
    /// Pictures.
    TopLeft,
    /// PDF and `PostScript`.
    BottomLeft,
}

/// Where the plates of a job lie on its pages.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Imposition {
    /// Width and greatest height of a page.
    paper: (f64, f64),
    /// Is a page only as long as its plates ask for?
    is_roll: bool,
    /// Where plates lie, in the order in which they are taken; the cut's rectangle and the way it is turned.
    places: Vec<(Rect, Turn)>,
    /// Left free below the last plate.
    foot: f64,
}

impl Imposition {
    /// The places of this plate on this paper; without paper, the plate alone as it is when cut.
    ///
    /// # Errors
    /// Refuses paper that does not hold one plate.
    pub(super) fn of(plate: &Plate, sheet: Option<Sheet>) -> Result<Self, Error> {
        let around = plate.bleed + LEAST_MARGIN;
        let single = (plate.width + 2.0 * around, plate.height + 2.0 * around);
        let turned = |(width, height): (f64, f64)| [(width, height), (height, width)];
        let (papers, is_roll): (Vec<(f64, f64)>, bool) = match sheet {
            None => return Ok(Self::alone(plate)),
            Some(Sheet::Single) => (vec![single], false),
            Some(Sheet::A4) => (turned((297.0, 210.0)).to_vec(), false),
            Some(Sheet::A3) => (turned((420.0, 297.0)).to_vec(), false),
            Some(Sheet::Sra3) => (turned((450.0, 320.0)).to_vec(), false),
            Some(Sheet::Own(width, height)) => (vec![(f64::from(width), f64::from(height))], false),
            Some(Sheet::Roll(width)) => (vec![(f64::from(width), LONGEST_FRAME)], true),
        };
        let mut best: Option<Self> = None;
        for paper in papers {
            let found = Self::on(plate, paper, is_roll);
            if best.as_ref().is_none_or(|best| best.places.len() < found.places.len()) {
                best = Some(found);
            }
        }
        let best = best.filter(|best| !best.places.is_empty());
        best.ok_or_else(|| Error::PlateOffSheet {
            plate: plate.name.clone(),
            sheet: sheet.map_or_else(String::new, |sheet| sheet.to_string()),
        })
    }

    fn alone(plate: &Plate) -> Self {
        Self { paper: (plate.width, plate.height), is_roll: false, places: vec![(plate.trim(), Turn::Upright)], foot: 0.0 }
    }

    /// Columns of upright plates, and beside them columns of turned ones where they use the width better.
    fn on(plate: &Plate, paper: (f64, f64), is_roll: bool) -> Self {
        let around = plate.bleed + LEAST_MARGIN;
        let gap = LEAST_GAP.max(2.0 * plate.bleed + 6.0);
        let room = (paper.0 - 2.0 * around, paper.1 - 2.0 * around);
        let (wide, tall) = (plate.width, plate.height);
        let rows = [fitting(room.1, tall, gap), fitting(room.1, wide, gap)];
        let mut best = (0, 0, 0);
        for upright in 0..=fitting(room.0, wide, gap) {
            let left = room.0 - upright as f64 * (wide + gap);
            let beside = fitting(left, tall, gap);
            let count = upright * rows[0] + beside * rows[1];
            // At a tie fewer plates are turned.
            if count >= best.0 && count > 0 {
                best = (count, upright, beside);
            }
        }
        let (_, upright, beside) = best;
        let beside = if rows[1] == 0 { 0 } else { beside };
        let block = |columns: usize, one: f64| columns as f64 * (one + gap);
        let used = block(upright, wide) + block(beside, tall) - gap;
        let left = (paper.0 - used) / 2.0;
        let mut places = Vec::new();
        let mut fill = |from: f64, columns: usize, rows: usize, size: (f64, f64), turn: Turn| {
            let top = if is_roll { around } else { (paper.1 - (rows as f64 * (size.1 + gap) - gap)) / 2.0 };
            for row in 0..rows {
                for column in 0..columns {
                    let (x, y) = (from + column as f64 * (size.0 + gap), top + row as f64 * (size.1 + gap));
                    places.push((Rect { x, y, width: size.0, height: size.1 }, turn));
                }
            }
        };
        fill(left, upright, rows[0], (wide, tall), Turn::Upright);
        fill(left + block(upright, wide), beside, rows[1], (tall, wide), Turn::Right);
        if is_roll {
            // Whatever ends highest is taken first, so that the last frame is as short as can be.
            places.sort_by(|one, two| one.0.bottom().total_cmp(&two.0.bottom()).then(one.0.x.total_cmp(&two.0.x)));
        }
        Self { paper, is_roll, places, foot: around }
    }

    /// Plates a page.
    pub(super) fn each(&self) -> usize {
        self.places.len()
    }

    /// The page's size with its first so many places in use.
    pub(super) fn paper(&self, places: usize) -> (f64, f64) {
        if !self.is_roll {
            return self.paper;
        }
        let end = self.places.iter().take(places).map(|(rect, _)| rect.bottom()).fold(0.0, f64::max);
        (self.paper.0, (end + self.foot).ceil())
    }

    /// The place with this number on a page of this size: the cut's rectangle, and where the plate's own origin lies.
    /// On a back, which is seen after the sheet is turned over its upright edge, left and right are exchanged.
    pub(super) fn place(&self, number: usize, paper: (f64, f64), is_back: bool, grid: (&Grid, DotsFrom)) -> (Rect, Placing) {
        let (mut rect, turn) = self.places[number];
        let turn = if is_back { turn.seen_from_behind() } else { turn };
        if is_back {
            rect.x = paper.0 - rect.right();
        }
        let origin = match turn {
            Turn::Upright => (rect.x, rect.y),
            Turn::Right => (rect.right(), rect.y),
            Turn::Left => (rect.x, rect.bottom()),
        };
        let (grid, from) = grid;
        let down = match from {
            DotsFrom::TopLeft => grid.snap(origin.1),
            DotsFrom::BottomLeft => grid.snap_from_end(origin.1, paper.1),
        };
        let place = Placing { x: grid.snap(origin.0), y: down, turn };
        (rect.moved(place.x - origin.0, place.y - origin.1), place)
    }
}

impl Turn {
    fn seen_from_behind(self) -> Self {
        match self {
            Self::Upright => Self::Upright,
            Self::Right => Self::Left,
            Self::Left => Self::Right,
        }
    }
}

fn fitting(room: f64, one: f64, gap: f64) -> usize {
    if room < one { 0 } else { ((room + gap) / (one + gap) + 1e-9).floor() as usize }
}
