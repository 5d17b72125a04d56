//! Which positions does a geometry hold, and can they be meant?

use super::geojson::{Members, Written};
use super::report::refusal;
use crate::register::{Point, Position, Register, Sentence};
use serde_json::value::RawValue;

/// How far around what the register knows a street may run without a question, in degrees: about 110 km.
const AROUND: f64 = 1.0;

/// The part of the earth that the register knows, and a good deal around it; none where it knows no position.
pub(super) struct Area(Option<[f64; 4]>);

/// What a geometry holds.
pub(super) struct Found {
    pub(super) parts: Vec<Vec<Position>>,
    /// Positions with a height, which is not kept.
    pub(super) heights: usize,
}

/// What is wrong with a geometry.
pub(super) struct Unfit {
    /// The path from the geometry on.
    pub(super) at: String,
    /// Lines below the geometry's first.
    pub(super) further: usize,
    pub(super) reason: Sentence,
    /// Would it be more positions than are read?
    pub(super) is_too_many: bool,
}

impl Area {
    pub(super) fn of(register: &Register) -> Self {
        let landmarks = register.landmarks.iter().filter_map(|landmark| landmark.point.as_ref());
        let points = landmarks.chain(register.signs.iter().filter_map(|sign| sign.point.as_ref()));
        let degrees = |point: &Point| Some((point.lon().parse::<f64>().ok()?, point.lat().parse::<f64>().ok()?));
        Self(points.filter_map(degrees).fold(None, |area, (lon, lat)| {
            let [west, south, east, north] = area.unwrap_or([lon, lat, lon, lat]);
            Some([west.min(lon), south.min(lat), east.max(lon), north.max(lat)])
        }))
    }

    /// Does it lie there? Everything does where nothing is known.
    pub(super) fn holds(&self, position: Position) -> bool {
        self.has(position.lon(), position.lat()).unwrap_or(true)
    }

    fn has(&self, lon: f64, lat: f64) -> Option<bool> {
        let [west, south, east, north] = self.0?;
        Some((west - AROUND..=east + AROUND).contains(&lon) && (south - AROUND..=north + AROUND).contains(&lat))
    }

    /// The position of two numbers, longitude first, or why it cannot be meant.
    fn position(&self, first: f64, second: f64) -> Result<Position, Sentence> {
        let given = || format!("{first}, {second}");
        let Some(position) = Position::of(first, second) else {
            let is_swapped = first.abs() <= 90.0 && second.abs() <= 180.0;
            let is_metres = first.abs() > 360.0 && second.abs() > 360.0;
            let key = if is_swapped { "line-swapped" } else { "line-outside" };
            return Err(refusal(if is_metres { "line-in-metres" } else { key }, &given()));
        };
        let is_swapped = self.has(first, second) == Some(false) && self.has(second, first) == Some(true);
        if is_swapped { Err(refusal("line-swapped", &given())) } else { Ok(position) }
    }
}

impl Unfit {
    fn new(at: impl Into<String>, reason: Sentence) -> Self {
        Self { at: at.into(), further: 0, reason, is_too_many: false }
    }
}

/// The positions of a LineString or a MultiLineString, `most` at most.
pub(super) fn positions_of(geometry: &RawValue, area: &Area, most: usize) -> Result<Found, Unfit> {
    let members: Members<'_> = serde_json::from_str(geometry.get()).map_err(|_| Unfit::new("", Sentence::new("line-no-geometry")))?;
    let kind = members.text("type").unwrap_or_default();
    let Some(raw) = members.get("coordinates").filter(|_| matches!(kind.as_str(), "LineString" | "MultiLineString")) else {
        let lacks = matches!(kind.as_str(), "LineString" | "MultiLineString");
        return Err(if lacks {
            Unfit::new(".coordinates", Sentence::new("line-coordinates"))
        } else {
            Unfit::new(".type", refusal("line-geometry", &kind))
        });
    };
    // Each position opens a bracket: so many are never made into numbers only to be refused.
    if raw.get().bytes().filter(|byte| *byte == b'[').take(2 * most + 3).count() > 2 * most + 2 {
        return Err(too_many());
    }
    let written: Result<Vec<Vec<Written>>, serde_json::Error> = match kind.as_str() {
        "LineString" => serde_json::from_str(raw.get()).map(|one| vec![one]),
        _ => serde_json::from_str(raw.get()),
    };
    let written = written.map_err(|error| Unfit {
        further: error.line().saturating_sub(1) + lines_before(geometry, raw),
        ..Unfit::new(".coordinates", Sentence::new("line-coordinates"))
    })?;
    if written.iter().map(Vec::len).sum::<usize>() > most {
        return Err(too_many());
    }
    if written.is_empty() {
        return Err(Unfit::new(".coordinates", Sentence::new("line-empty")));
    }
    let heights = written.iter().flatten().filter(|one| one.more > 0).count();
    let is_multi = kind == "MultiLineString";
    let parts = written.iter().enumerate().map(|(at, part)| part_of(part, if is_multi { format!("[{at}]") } else { String::new() }, area));
    Ok(Found { parts: parts.collect::<Result<_, _>>()?, heights })
}

fn part_of(written: &[Written], at: String, area: &Area) -> Result<Vec<Position>, Unfit> {
    let path = |at: &str| format!(".coordinates{at}");
    if written.len() < 2 {
        return Err(Unfit::new(path(&at), Sentence::new("line-too-short")));
    }
    let position = |(number, one): (usize, &Written)| {
        area.position(one.first, one.second).map_err(|reason| Unfit::new(path(&format!("{at}[{number}]")), reason))
    };
    let part: Vec<Position> = written.iter().enumerate().map(position).collect::<Result<_, _>>()?;
    if part.iter().all(|one| *one == part[0]) {
        return Err(Unfit::new(path(&at), Sentence::new("line-no-length")));
    }
    Ok(part)
}

fn too_many() -> Unfit {
    let reason = Sentence::new("line-too-many-points").with("most", super::MOST_POINTS);
    Unfit { is_too_many: true, ..Unfit::new(".coordinates", reason) }
}

/// Line ends between the start of a piece and that of one within it.
fn lines_before(whole: &RawValue, within: &RawValue) -> usize {
    let until = super::geojson::offset_in(whole.get(), within);
    whole.get().bytes().take(until).filter(|byte| *byte == b'\n').count()
}
