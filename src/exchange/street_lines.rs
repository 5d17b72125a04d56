//! Which lines of streets does a GeoJSON file bring, and how do they go out again?

use super::geojson::{Members, offset_in};
use super::import::Import;
use super::line_places::{Area, positions_of};
use super::line_streets::Streets;
use super::lines::Lines;
use super::report::refusal;
use super::{MOST_ROWS, Records, Report, decode};
use crate::register::{Line, Position, Register, Sentence, Slug, StreetLine};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// Largest file of lines read, in bytes: 32 MiB.
pub const MOST_LINE_BYTES: usize = 32 * 1024 * 1024;
/// Most positions in one file.
pub const MOST_POINTS: usize = 200_000;
/// The properties that are kept.
const KEPT: [&str; 5] = ["street", "name", "source", "licence", "license"];
/// Properties named in the note on those that are not kept.
const MOST_NAMED: usize = 8;

/// Everything that the features of a file have said of one street so far.
struct Said {
    /// Its parts; none where the line is to be taken away.
    parts: Option<Vec<Vec<Position>>>,
    source: Option<Line>,
    licence: Option<Line>,
}

/// A file being read.
struct Reading<'a> {
    text: &'a str,
    lines: Lines<'a>,
    streets: Streets<'a>,
    area: Area,
    report: &'a mut Report,
    said: BTreeMap<Slug, Said>,
    points: usize,
    let_go: Vec<String>,
    heights: usize,
}

/// Reads a GeoJSON file of streets' lines against what the register holds: an upsert by street. What the file leaves out stays; a
/// feature whose geometry is null takes the street's line away; several features of one street are parts of one line.
///
/// # Errors
/// All or nothing: the report names every fault by line and feature.
pub fn read_lines(bytes: &[u8], register: &Register) -> Result<Import, Report> {
    let mut report = Report::default();
    let said = said_in(bytes, register, &mut report);
    let old: BTreeMap<&Slug, &StreetLine> = register.street_lines.iter().map(|line| (&line.street, line)).collect();
    let mut fresh = Vec::new();
    for (street, said) in said {
        let before = old.get(&street).copied();
        match (line_of(street, said, before), before) {
            (now, Some(before)) if now == *before => report.unchanged += 1,
            (now, None) if now.parts.is_empty() => report.unchanged += 1,
            (now, before) => {
                report.added += usize::from(before.is_none());
                report.changed += usize::from(before.is_some());
                fresh.push(now);
            }
        }
    }
    if report.is_clean() { Ok(Import { records: Records::Lines(fresh), report }) } else { Err(report.refused()) }
}

/// Writes every line as GeoJSON, one feature a line of the file, by slug.
#[must_use]
pub fn write_lines(register: &Register) -> Vec<u8> {
    let names: BTreeMap<&Slug, &str> = register.streets.iter().map(|street| (&street.slug, street.name.as_str())).collect();
    let mut lines: Vec<&StreetLine> = register.street_lines.iter().collect();
    lines.sort_by(|one, other| one.street.cmp(&other.street));
    let features: Vec<String> = lines.into_iter().map(|line| feature_of(line, names.get(&line.street).copied())).collect();
    let rows = if features.is_empty() { String::new() } else { format!("\n{}\n", features.join(",\n")) };
    format!("{{\"type\":\"FeatureCollection\",\"features\":[{rows}]}}\n").into_bytes()
}

/// The line of licence that must go with an export of lines, where one of them needs it.
#[must_use]
pub fn licence_of_lines(register: &Register) -> Option<Sentence> {
    register.street_lines.iter().any(StreetLine::is_odbl).then(|| Sentence::new("licence-lines"))
}

fn feature_of(line: &StreetLine, name: Option<&str>) -> String {
    let text = |text: &str| if text.is_empty() { serde_json::Value::Null } else { text.into() };
    let part = |part: &Vec<Position>| {
        let positions: Vec<String> = part.iter().map(|position| format!("[{position}]")).collect();
        format!("[{}]", positions.join(","))
    };
    let (kind, coordinates) = match line.parts.as_slice() {
        [only] => ("LineString", part(only)),
        parts => ("MultiLineString", format!("[{}]", parts.iter().map(part).collect::<Vec<_>>().join(","))),
    };
    format!(
        "{{\"type\":\"Feature\",\"properties\":{{\"street\":{},\"name\":{},\"source\":{},\"licence\":{}}},\
         \"geometry\":{{\"type\":\"{kind}\",\"coordinates\":{coordinates}}}}}",
        text(line.street.as_str()),
        text(name.unwrap_or_default()),
        text(line.source.as_str()),
        text(line.licence.as_str()),
    )
}

fn line_of(street: Slug, said: Said, before: Option<&StreetLine>) -> StreetLine {
    let Some(parts) = said.parts else {
        return StreetLine { street, parts: Vec::new(), source: Line::default(), licence: Line::default() };
    };
    let kept = |now: Option<Line>, old: Option<&Line>| now.or_else(|| old.cloned()).unwrap_or_default();
    let source = kept(said.source, before.map(|before| &before.source));
    let licence = kept(said.licence, before.map(|before| &before.licence));
    StreetLine { street, parts, source, licence }
}

/// What the file says of each street; what is wrong with it goes into the report.
fn said_in(bytes: &[u8], register: &Register, report: &mut Report) -> BTreeMap<Slug, Said> {
    if bytes.len() > MOST_LINE_BYTES {
        report.refuse(0, "", Sentence::new("file-too-large").with("most", MOST_LINE_BYTES / 1024 / 1024));
        return BTreeMap::new();
    }
    let Some(text) = decode::decode(bytes, report) else { return BTreeMap::new() };
    match text.trim_start().chars().next() {
        None => report.refuse(0, "", Sentence::new("file-empty")),
        Some('{') => {
            let (lines, streets, area) = (Lines::of(&text), Streets::of(register), Area::of(register));
            let said = BTreeMap::new();
            let mut reading = Reading { text: &text, lines, streets, area, report, said, points: 0, let_go: Vec::new(), heights: 0 };
            reading.read_all();
            return reading.said;
        }
        Some(_) => report.refuse(1, "", Sentence::new("geojson-other")),
    }
    BTreeMap::new()
}

impl<'a> Reading<'a> {
    fn read_all(&mut self) {
        let top: Members<'a> = match serde_json::from_str(self.text) {
            Ok(top) => top,
            Err(error) => return self.report.refuse(error.line(), "", Sentence::new("geojson-broken")),
        };
        if !self.is_wgs84(&top, "crs") {
            return;
        }
        match top.text("type").as_deref() {
            Some("FeatureCollection") => self.read_features(&top),
            Some("Feature") => self.read_feature(&top, 0, ""),
            other => self.report.refuse(1, "type", refusal("geojson-type", other.unwrap_or("?"))),
        }
        self.tell_notes();
    }

    fn read_features(&mut self, top: &Members<'a>) {
        let listed = top.get("features").map(|raw| serde_json::from_str::<Vec<&RawValue>>(raw.get()));
        let Some(Ok(features)) = listed else { return self.report.refuse(1, "features", Sentence::new("geojson-no-features")) };
        if features.len() > MOST_ROWS {
            return self.report.refuse(0, "features", Sentence::new("file-too-many-rows").with("most", MOST_ROWS));
        }
        if features.is_empty() {
            self.report.notes.push(Sentence::new("geojson-nothing"));
        }
        for (at, raw) in features.into_iter().enumerate() {
            let (line, path) = (self.line_of(raw), format!("features[{at}]"));
            match serde_json::from_str::<Members<'a>>(raw.get()) {
                Ok(feature) => self.read_feature(&feature, line, &path),
                Err(_) => self.report.refuse(line, &path, Sentence::new("feature-other")),
            }
            if self.points > MOST_POINTS {
                return;
            }
        }
    }

    fn read_feature(&mut self, feature: &Members<'a>, line: usize, path: &str) {
        let (line, path) = (line.max(1), if path.is_empty() { String::new() } else { format!("{path}.") });
        self.report.rows += 1;
        if feature.text("type").as_deref() != Some("Feature") {
            return self.report.refuse(line, &format!("{path}type"), Sentence::new("feature-other"));
        }
        if !self.is_wgs84(feature, &format!("{path}crs")) {
            return;
        }
        let properties = match feature.get("properties").map(|raw| serde_json::from_str::<Option<Members<'a>>>(raw.get())) {
            None | Some(Ok(None)) => return self.report.refuse(line, &format!("{path}properties"), Sentence::new("line-no-street")),
            Some(Err(_)) => return self.report.refuse(line, &format!("{path}properties"), Sentence::new("feature-properties")),
            Some(Ok(Some(properties))) => properties,
        };
        let street = self.street_of(&properties, line, &path);
        let (source, licence) =
            (self.words_of(&properties, &["source"], line, &path), self.words_of(&properties, &["licence", "license"], line, &path));
        let parts = self.parts_of(feature, line, &path);
        if let (Some(street), Some(source), Some(licence), Some(parts)) = (street, source, licence, parts) {
            self.say(street, Said { parts, source, licence }, line, &path);
        }
        let others = properties.names().filter(|name| !KEPT.contains(name));
        let fresh: Vec<String> = others.filter(|name| !self.let_go.iter().any(|one| one == name)).map(str::to_owned).collect();
        self.let_go.extend(fresh.into_iter().take(MOST_NAMED.saturating_sub(self.let_go.len())));
    }

    /// Adds what a feature says of a street to what those before it have said.
    fn say(&mut self, street: Slug, now: Said, line: usize, path: &str) {
        let Some(before) = self.said.get_mut(&street) else {
            self.said.insert(street, now);
            return;
        };
        let column = if path.is_empty() { String::new() } else { path.trim_end_matches('.').to_owned() };
        if (&before.source, &before.licence) != (&now.source, &now.licence) {
            return self.report.refuse(line, &column, refusal("line-two-sources", street.as_str()));
        }
        match (&mut before.parts, now.parts) {
            (Some(parts), Some(more)) => parts.extend(more),
            _ => self.report.refuse(line, &column, refusal("line-twice", street.as_str())),
        }
    }

    fn street_of(&mut self, properties: &Members<'a>, line: usize, path: &str) -> Option<Slug> {
        let slug = self.word_of(properties, "street", line, path)?;
        let name = self.word_of(properties, "name", line, path)?;
        let (column, found) = match (slug.trim(), name.trim()) {
            ("", "") => ("properties", Err(Sentence::new("line-no-street"))),
            ("", name) => ("properties.name", self.streets.by_name(name)),
            (slug, _) => ("properties.street", self.streets.by_slug(slug)),
        };
        found.map_err(|reason| self.report.refuse(line, &format!("{path}{column}"), reason)).ok()
    }

    /// The text of a property, empty where it is null or not there; none where it is refused.
    fn word_of(&mut self, properties: &Members<'a>, name: &str, line: usize, path: &str) -> Option<String> {
        let Some(raw) = properties.get(name) else { return Some(String::new()) };
        match serde_json::from_str::<Option<String>>(raw.get()) {
            Ok(text) => Some(text.unwrap_or_default()),
            Err(_) => {
                self.report.refuse(line, &format!("{path}properties.{name}"), Sentence::new("feature-not-text"));
                None
            }
        }
    }

    /// The line of a property under one of its names; none within where the file leaves it out.
    fn words_of(&mut self, properties: &Members<'a>, names: &[&str], line: usize, path: &str) -> Option<Option<Line>> {
        let Some(name) = names.iter().find(|name| properties.get(name).is_some()) else { return Some(None) };
        let text = self.word_of(properties, name, line, path)?;
        match Line::parse(&text) {
            Ok(words) => Some(Some(words)),
            Err(reason) => {
                self.report.refuse(line, &format!("{path}properties.{name}"), reason);
                None
            }
        }
    }

    /// The parts of a feature; none within where its geometry is null.
    fn parts_of(&mut self, feature: &Members<'a>, line: usize, path: &str) -> Option<Option<Vec<Vec<Position>>>> {
        let Some(raw) = feature.get("geometry") else {
            self.report.refuse(line, &format!("{path}geometry"), Sentence::new("line-no-geometry"));
            return None;
        };
        if raw.get() == "null" {
            return Some(None);
        }
        let (start, left) = (self.line_of(raw), MOST_POINTS.saturating_sub(self.points));
        match positions_of(raw, &self.area, left) {
            Ok(found) => {
                self.points += found.parts.iter().map(Vec::len).sum::<usize>();
                self.heights += found.heights;
                Some(Some(found.parts))
            }
            Err(fault) => {
                self.points += if fault.is_too_many { MOST_POINTS + 1 } else { 0 };
                self.report.refuse(start + fault.further, &format!("{path}geometry{}", fault.at), fault.reason);
                None
            }
        }
    }

    /// Is the file in WGS 84? The member that names another system belongs to the GeoJSON of before 2016.
    fn is_wgs84(&mut self, holder: &Members<'a>, column: &str) -> bool {
        let Some(raw) = holder.get("crs").filter(|raw| raw.get() != "null") else { return true };
        let named = raw.get().to_ascii_uppercase();
        let good = ["CRS84", "EPSG:4326", "EPSG::4326"].iter().any(|name| named.contains(name));
        if !good {
            let line = self.line_of(raw);
            self.report.refuse(line, column, Sentence::new("geojson-crs"));
        }
        good
    }

    fn line_of(&mut self, piece: &RawValue) -> usize {
        self.lines.line_of(offset_in(self.text, piece))
    }

    fn tell_notes(&mut self) {
        if !self.let_go.is_empty() {
            self.report.notes.push(Sentence::new("line-properties-let-go").with("names", self.let_go.join(", ")));
        }
        if self.heights > 0 {
            self.report.notes.push(Sentence::new("line-heights-let-go").with("count", self.heights));
        }
        let far = self.said.iter().filter(|(_, said)| said.parts.iter().flatten().flatten().any(|one| !self.area.holds(*one)));
        let far: Vec<&str> = far.map(|(street, _)| street.as_str()).take(MOST_NAMED).collect();
        if !far.is_empty() {
            self.report.notes.push(Sentence::new("line-far-away").with("streets", far.join(", ")));
        }
    }
}
