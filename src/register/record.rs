//! How do the fields of a form, or of a row of a file, become a record, and how do two people's changes to one come together?

use super::named::{Named, parse_names};
use super::survey::{parse_check_day, parse_metres_along, parse_photo_number};
use super::{
    Attestation, Crossing, End, Explained, Fields, Landmark, LandmarkKind, Line, Metres, Name, Namesake, NamesakeKind, PerLang, Place,
    PlaceKind, Placement, Point, Rank, Sentence, Side, Sign, SignCode, SignState, Slug, Street, Survey, TextError, WayKind,
};
use std::collections::BTreeMap;

/// The fields of a record as texts, by name.
pub type FieldTexts = BTreeMap<String, String>;

/// The record of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// A street's.
    Street(Street),
    /// A landmark's.
    Landmark(Landmark),
    /// A namesake's.
    Namesake(Namesake),
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    /// The name of the field.
    pub field: String,
    /// What is wrong, and so what to change.
    pub reason: Sentence,
}

/// Two people's changes to a record, brought together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergedFields {
    /// Every change that stands in nobody's way; where both changed a field, mine.
    pub fields: FieldTexts,
    /// The fields that both changed, and differently.
    pub conflicts: Vec<String>,
}

impl Record {
    /// Reads the record of a place of this kind.
    ///
    /// # Errors
    /// Names every field that cannot be kept.
    pub fn read(kind: PlaceKind, fields: &FieldTexts) -> Result<Self, Vec<FieldFault>> {
        match kind {
            PlaceKind::Street => read_street(fields).map(Self::Street),
            PlaceKind::Landmark => read_landmark(fields).map(Self::Landmark),
            PlaceKind::Namesake => read_namesake(fields).map(Self::Namesake),
        }
    }

    /// Its fields as texts.
    #[must_use]
    pub fn texts(&self) -> FieldTexts {
        texts_of(self)
    }

    /// The place that it is about.
    #[must_use]
    pub fn place(&self) -> Place {
        let (kind, slug) = match self {
            Self::Street(one) => (PlaceKind::Street, &one.slug),
            Self::Landmark(one) => (PlaceKind::Landmark, &one.slug),
            Self::Namesake(one) => (PlaceKind::Namesake, &one.slug),
        };
        Place { kind, slug: slug.clone() }
    }

    /// Its name today.
    #[must_use]
    pub fn name(&self) -> &Name {
        match self {
            Self::Street(one) => &one.name,
            Self::Landmark(one) => &one.name,
            Self::Namesake(one) => &one.name,
        }
    }
}

impl Fields for Record {
    fn fields(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Street(one) => one.fields(),
            Self::Landmark(one) => one.fields(),
            Self::Namesake(one) => one.fields(),
        }
    }
}

impl Named for Record {
    fn all_names(&self) -> Vec<&str> {
        match self {
            Self::Street(one) => one.all_names(),
            Self::Landmark(one) => one.all_names(),
            Self::Namesake(one) => one.all_names(),
        }
    }
}

/// The fields of anything that has some, as texts.
#[must_use]
pub fn texts_of(record: &impl Fields) -> FieldTexts {
    record.fields().into_iter().map(|(field, text)| (field.to_owned(), text)).collect()
}

/// Reads a street.
///
/// # Errors
/// Names every field that cannot be kept.
pub fn read_street(fields: &FieldTexts) -> Result<Street, Vec<FieldFault>> {
    read_whole(fields, |reader| reader.street())
}

/// Reads a landmark.
///
/// # Errors
/// Names every field that cannot be kept.
pub fn read_landmark(fields: &FieldTexts) -> Result<Landmark, Vec<FieldFault>> {
    read_whole(fields, |reader| reader.landmark())
}

/// Reads a namesake.
///
/// # Errors
/// Names every field that cannot be kept.
pub fn read_namesake(fields: &FieldTexts) -> Result<Namesake, Vec<FieldFault>> {
    read_whole(fields, |reader| reader.namesake())
}

/// Reads a sign.
///
/// # Errors
/// Names every field that cannot be kept.
pub fn read_sign(fields: &FieldTexts) -> Result<Sign, Vec<FieldFault>> {
    read_whole(fields, |reader| reader.sign())
}

fn read_whole<T>(fields: &FieldTexts, read: impl FnOnce(&mut Reader<'_>) -> Option<T>) -> Result<T, Vec<FieldFault>> {
    let mut reader = Reader { fields, faults: Vec::new() };
    let read = read(&mut reader);
    read.filter(|_| reader.faults.is_empty()).ok_or(reader.faults)
}

/// Brings together what I and somebody else made of the same record: whatever only one of us changed is kept.
/// A field that is not known to have been the same for both counts as changed by both.
#[must_use]
pub fn merge_fields(base: &FieldTexts, mine: &FieldTexts, theirs: &FieldTexts) -> MergedFields {
    let mut merged = MergedFields { fields: theirs.clone(), conflicts: Vec::new() };
    for (field, is) in theirs {
        let (was, own) = (base.get(field), mine.get(field).unwrap_or(is));
        if own == is || was == Some(own) {
            continue;
        }
        merged.fields.insert(field.clone(), own.clone());
        if was != Some(is) {
            merged.conflicts.push(field.clone());
        }
    }
    keep_point_whole(base, mine, theirs, &mut merged);
    merged
}

/// One's latitude with the other's longitude is nobody's position.
fn keep_point_whole(base: &FieldTexts, mine: &FieldTexts, theirs: &FieldTexts, merged: &mut MergedFields) {
    let point = |fields: &FieldTexts| ["lat", "lon"].map(|half| fields.get(half).cloned().unwrap_or_default());
    let [was, own, is] = [base, mine, theirs].map(point);
    if own == was || is == was || own == is {
        return;
    }
    for (half, text) in ["lat", "lon"].into_iter().zip(own) {
        merged.fields.insert(half.to_owned(), text);
        if !merged.conflicts.iter().any(|field| field == half) {
            merged.conflicts.push(half.to_owned());
        }
    }
}

struct Reader<'a> {
    fields: &'a FieldTexts,
    faults: Vec<FieldFault>,
}

impl Reader<'_> {
    fn text(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }

    fn read<T, E: Into<Sentence>>(&mut self, field: &str, parse: impl FnOnce(&str) -> Result<T, E>) -> Option<T> {
        let read = parse(self.text(field));
        read.map_err(|reason| self.faults.push(FieldFault { field: field.to_owned(), reason: reason.into() })).ok()
    }

    fn line(&mut self, field: &str) -> Option<Line> {
        self.read(field, Line::parse)
    }

    fn both(&mut self, vi: &str, en: &str) -> Option<PerLang> {
        let (vi, en) = (self.line(vi), self.line(en));
        Some(PerLang { vi: vi?, en: en? })
    }

    fn point(&mut self) -> Option<Option<Point>> {
        let (lat, lon) = (self.text("lat").to_owned(), self.text("lon").to_owned());
        let field = if lat.trim().is_empty() || Point::parse(&lat, "0").is_err() { "lat" } else { "lon" };
        self.read(field, |_| {
            Point::parse(&lat, &lon).map_err(|given| match given.as_str() {
                "" => Sentence::new("cell-coordinate-half"),
                _ => Sentence::new("cell-coordinate").with("given", given),
            })
        })
    }

    fn street(&mut self) -> Option<Street> {
        let (slug, name) = (self.read("slug", Slug::parse), self.read("name", Name::parse));
        let (kind, name_kind) = (self.read("kind", optional(WayKind::parse)), self.read("name_kind", optional(NamesakeKind::parse)));
        let (namesake, attestation) = (self.read("namesake", optional(Slug::parse)), self.read("attestation", Attestation::parse));
        let (source, districts) = (self.line("source"), self.line("districts"));
        let (former_names, names) = (self.both("former_names", "former_names_en"), self.read("names", parse_names));
        let (local_tie, length_m) = (self.both("local_tie", "local_tie_en"), self.read("length_m", optional(whole_number)));
        let (decision, note) = (self.line("decision"), self.line("note"));
        Some(Street {
            slug: slug?,
            name: name?,
            kind: kind?,
            name_kind: name_kind?,
            namesake: namesake?,
            attestation: attestation?,
            source: source?,
            districts: districts?,
            former_names: former_names?,
            names: names?,
            local_tie: local_tie?,
            length_m: length_m?,
            decision: decision?,
            note: note?,
        })
    }

    fn landmark(&mut self) -> Option<Landmark> {
        let (slug, name, name_en) = (self.read("slug", Slug::parse), self.read("name", Name::parse), self.line("name_en"));
        let (names, kind) = (self.read("names", parse_names), self.read("kind", optional(LandmarkKind::parse)));
        let (namesake, attestation) = (self.read("namesake", optional(Slug::parse)), self.read("attestation", Attestation::parse));
        let (source, districts, point) = (self.line("source"), self.line("districts"), self.point());
        let (coordinate_source, built) = (self.line("coordinate_source"), self.line("built"));
        let (rank, fact, note) = (self.read("rank", optional(Rank::parse)), self.both("fact", "fact_en"), self.line("note"));
        Some(Landmark {
            slug: slug?,
            name: name?,
            name_en: name_en?,
            names: names?,
            kind: kind?,
            namesake: namesake?,
            attestation: attestation?,
            source: source?,
            districts: districts?,
            point: point?,
            coordinate_source: coordinate_source?,
            built: built?,
            rank: rank?,
            fact: fact?,
            note: note?,
        })
    }

    fn namesake(&mut self) -> Option<Namesake> {
        let (slug, name, kind) = (self.read("slug", Slug::parse), self.read("name", Name::parse), self.read("kind", NamesakeKind::parse));
        let (from, until) = (self.read("from", year), self.read("until", year));
        let (role, other_names) = (self.both("role", "role_en"), self.line("other_names"));
        let (source, note) = (self.line("source"), self.line("note"));
        Some(Namesake {
            slug: slug?,
            name: name?,
            kind: kind?,
            from: from?,
            until: until?,
            role: role?,
            other_names: other_names?,
            source: source?,
            note: note?,
        })
    }

    fn sign(&mut self) -> Option<Sign> {
        let (code, kind) = (self.read("code", SignCode::parse), self.read("place_kind", PlaceKind::parse));
        let (slug, number) = (self.read("place", Slug::parse), self.read("number", optional(whole_number)));
        let (ward, state) = (self.read("ward", optional(Slug::parse)), self.read("state", SignState::parse));
        let (placement, point) = (self.read("placement", Placement::parse), self.point());
        let mounting_m = self.read("mounting_m", optional(Metres::parse_mounting));
        let distance_m = self.read("distance_m", optional(Metres::parse_distance));
        let survey = self.survey();
        Some(Sign {
            code: code?,
            place: Place { kind: kind?, slug: slug? },
            number: number?,
            ward: ward?,
            state: state?,
            placement: placement?,
            point: point?,
            mounting_m: mounting_m?,
            distance_m: distance_m?,
            survey: survey?,
        })
    }

    fn survey(&mut self) -> Option<Survey> {
        let (side, corner) = (self.read("side", optional(Side::parse)), self.read("corner", optional(Crossing::parse)));
        let ends = [self.end("end_a", "end_a_m"), self.end("end_b", "end_b_m")];
        let (checked_on, photo) = (self.read("checked_on", optional(parse_check_day)), self.read("photo", optional(parse_photo_number)));
        let [first, last] = ends;
        Some(Survey { side: side?, corner: corner?, ends: [first?, last?], checked_on: checked_on?, photo: photo? })
    }

    fn end(&mut self, crossing: &str, metres: &str) -> Option<End> {
        let (crossing, metres) = (self.read(crossing, optional(Crossing::parse)), self.read(metres, optional(parse_metres_along)));
        Some(End { crossing: crossing?, metres: metres? })
    }
}

fn optional<T, E>(parse: impl FnOnce(&str) -> Result<T, E>) -> impl FnOnce(&str) -> Result<Option<T>, E> {
    |text| if text.trim().is_empty() { Ok(None) } else { parse(text).map(Some) }
}

/// Reads a whole number from 0, in digits only.
///
/// # Errors
/// Refuses anything else.
pub fn whole_number(text: &str) -> Result<u32, Sentence> {
    let digits = text.trim();
    let number = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten();
    number.ok_or_else(|| Sentence::new("cell-number").with("given", digits.chars().take(40).collect::<String>()))
}

/// Reads a year: `~` before it for about, `-` for BCE, one to four digits; empty where unknown.
fn year(text: &str) -> Result<Line, Sentence> {
    let plain = text.trim();
    let after_about = plain.strip_prefix('~').unwrap_or(plain);
    let digits = after_about.strip_prefix('-').unwrap_or(after_about);
    let good = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if good || plain.is_empty() {
        return Line::parse(plain).map_err(|error: TextError| error.sentence());
    }
    Err(Sentence::new("cell-year").with("given", plain.chars().take(40).collect::<String>()))
}
