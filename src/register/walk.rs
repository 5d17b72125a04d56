//! What is a walk? Stops in their order, with a name, a lead and a few words at each stop, in every language that has them. (đường dạo)

use super::listed::{clean, entries, entry_of, line_of, pairs};
use super::story::{LONGEST_LEAD, parse_sources};
use super::token::tokens;
use super::{Explained, Fault, FieldFault, FieldTexts, Fields, Lang, Line, Name, Place, PlaceKind, Sentence, SignCode, Slug, TextError};

/// Most stops of one walk: nobody's afternoon has more.
pub const MOST_STOPS: usize = 40;
/// Fewest: from one place alone there is nowhere to go.
pub const FEWEST_STOPS: usize = 2;
/// Longest words at a stop, in characters.
pub const LONGEST_STOP_TEXT: usize = 400;
/// Longest list of stops with their words, in characters.
const LONGEST_STOPS: usize = 120_000;

tokens! {
    /// Is a walk shown to visitors?
    WalkState {
        /// It is.
        Open = "open",
        /// It is not, or no longer.
        Closed = "closed",
    }
}

/// A line in as many languages as there is one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording([Line; Lang::ALL.len()]);

impl Wording {
    /// The line in this very language, empty where there is none.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &Line {
        &self.0[lang as usize]
    }

    /// Puts a line in.
    pub fn set(&mut self, lang: Lang, line: Line) {
        self.0[lang as usize] = line;
    }

    /// The line for a reader of this language, with the language that it is in: English where theirs is lacking, else Vietnamese.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> (Lang, &Line) {
        let has_one = |lang: &Lang| !self.get(*lang).is_empty();
        let found = [lang, Lang::En, Lang::Vi].into_iter().find(has_one).unwrap_or(lang);
        (found, self.get(found))
    }

    /// Every language that has a line, with the line.
    pub fn all(&self) -> impl Iterator<Item = (Lang, &Line)> {
        Lang::ALL.iter().map(|lang| (*lang, self.get(*lang))).filter(|(_, line)| !line.is_empty())
    }
}

/// Where a stop is: at a street or landmark, or at one sign.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum StopAt {
    /// At a street or landmark.
    Place(Place),
    /// At a sign.
    Sign(SignCode),
}

/// One stop of a walk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Where it is.
    pub at: StopAt,
    /// A few words about it; empty where nobody has written any.
    pub text: Wording,
}

/// A walk through the city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk {
    /// Its part of the address.
    pub slug: Slug,
    /// Is it shown to visitors?
    pub state: WalkState,
    /// Its name; Vietnamese and English are always there.
    pub name: Wording,
    /// What it is about, in one breath; Vietnamese and English are always there.
    pub lead: Wording,
    /// Where it leads, in this order.
    pub stops: Vec<Stop>,
    /// What its words rest on; empty where nobody has said.
    pub source: Line,
}

/// Why a list of stops cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WalkError {
    /// A text in it cannot be kept.
    #[error(transparent)]
    Text(#[from] TextError),
    /// It is neither a street, a landmark nor a sign.
    #[error("{0:?} is no stop")]
    Stop(String),
    /// It is there twice.
    #[error("{0} is there twice")]
    Twice(String),
    /// There are fewer stops, or more, than a walk has.
    #[error("{0} stops")]
    Number(usize),
}

impl StopAt {
    /// Reads where a stop is: `street/cau-dat`, `landmark/quan-hoa` or the code of a sign.
    ///
    /// # Errors
    /// Refuses anything else; what a name honours is nowhere that one could walk to.
    pub fn parse(text: &str) -> Result<Self, WalkError> {
        let refused = || WalkError::Stop(text.trim().chars().take(60).collect());
        let Some((kind, slug)) = text.split_once('/') else {
            return SignCode::parse(text).map(Self::Sign).map_err(|_| refused());
        };
        let kind = PlaceKind::parse(kind).ok().filter(|kind| *kind != PlaceKind::Namesake).ok_or_else(refused)?;
        Ok(Self::Place(Place { kind, slug: Slug::parse(slug).map_err(|_| refused())? }))
    }
}

impl std::fmt::Display for StopAt {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Place(place) => write!(out, "{}/{}", place.kind, place.slug),
            Self::Sign(code) => out.write_str(code.as_str()),
        }
    }
}

impl Stop {
    /// Reads one entry of a list: where it is, or `at=` with a text for each language: `at=landmark/quan-hoa | vi=… | en=…`.
    fn parse(entry: &str) -> Result<Self, WalkError> {
        let refused = || WalkError::Stop(entry.chars().take(60).collect());
        let Some(pairs) = pairs(entry) else {
            return Ok(Self { at: StopAt::parse(entry)?, text: Wording::default() });
        };
        let (mut at, mut text) = (None, Wording::default());
        for (key, value) in pairs {
            match (key.as_str(), Lang::parse(&key)) {
                ("at", _) if at.is_none() => at = Some(StopAt::parse(&value)?),
                (_, Ok(lang)) if text.get(lang).is_empty() => text.set(lang, parse_stop_text(&value)?),
                _ => return Err(refused()),
            }
        }
        Ok(Self { at: at.ok_or_else(refused)?, text })
    }

    /// The entry of a list.
    #[must_use]
    pub fn entry(&self) -> String {
        let at = self.at.to_string();
        if self.text.all().next().is_none() {
            return at;
        }
        let mut pairs = vec![("at", at.as_str())];
        pairs.extend(self.text.all().map(|(lang, line)| (lang.as_str(), line.as_str())));
        entry_of(&pairs)
    }
}

/// Reads the words at a stop.
///
/// # Errors
/// Refuses more than [`LONGEST_STOP_TEXT`] characters, and those that nobody sees.
pub fn parse_stop_text(text: &str) -> Result<Line, TextError> {
    Line::parse_up_to(&clean(text), LONGEST_STOP_TEXT)
}

/// Reads a list of stops.
///
/// # Errors
/// Refuses a stop that is none or is there twice, and a list that is too short or too long.
pub fn parse_stops(line: &str) -> Result<Vec<Stop>, WalkError> {
    let line = Line::parse_up_to(line, LONGEST_STOPS)?;
    let mut stops: Vec<Stop> = Vec::new();
    for entry in entries(line.as_str()) {
        let stop = Stop::parse(&entry)?;
        if stops.iter().any(|known| known.at == stop.at) {
            return Err(WalkError::Twice(stop.at.to_string()));
        }
        stops.push(stop);
    }
    if (FEWEST_STOPS..=MOST_STOPS).contains(&stops.len()) { Ok(stops) } else { Err(WalkError::Number(stops.len())) }
}

/// A list of stops as one line.
#[must_use]
pub fn line_of_stops(stops: &[Stop]) -> String {
    line_of(stops.iter().map(Stop::entry))
}

/// Reads the name of a walk; Vietnamese and English must be there.
///
/// # Errors
/// Refuses what no name can be.
pub fn parse_walk_name(text: &str, lang: Lang) -> Result<Line, TextError> {
    if text.trim().is_empty() && lang.of_office() != lang {
        return Ok(Line::default());
    }
    Line::parse(Name::parse(text)?.as_str())
}

/// Reads the lead of a walk; Vietnamese and English must be there.
///
/// # Errors
/// Refuses one that is too long, or lacking where it must be there.
pub fn parse_walk_lead(text: &str, lang: Lang) -> Result<Line, TextError> {
    let line = Line::parse_up_to(text, LONGEST_LEAD)?;
    if line.is_empty() && lang.of_office() == lang { Err(TextError::Empty) } else { Ok(line) }
}

/// The column and field that the name in this language stands in.
#[must_use]
pub const fn name_field(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "name",
        Lang::En => "name_en",
        Lang::Fr => "name_fr",
        Lang::Zh => "name_zh",
        Lang::Ja => "name_ja",
        Lang::Ko => "name_ko",
    }
}

/// The column and field that the lead in this language stands in.
#[must_use]
pub const fn lead_field(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "lead",
        Lang::En => "lead_en",
        Lang::Fr => "lead_fr",
        Lang::Zh => "lead_zh",
        Lang::Ja => "lead_ja",
        Lang::Ko => "lead_ko",
    }
}

impl Walk {
    /// Reads the fields of a form.
    ///
    /// # Errors
    /// Names every field that cannot be kept.
    pub fn read(fields: &FieldTexts) -> Result<Self, Vec<FieldFault>> {
        let mut faults = Vec::new();
        let slug = field(fields, "slug", Slug::parse, &mut faults);
        let state = field(fields, "state", WalkState::parse, &mut faults);
        let (mut name, mut lead) = (Wording::default(), Wording::default());
        for lang in Lang::ALL.iter().copied() {
            name.set(lang, field(fields, name_field(lang), |text| parse_walk_name(text, lang), &mut faults).unwrap_or_default());
            lead.set(lang, field(fields, lead_field(lang), |text| parse_walk_lead(text, lang), &mut faults).unwrap_or_default());
        }
        let stops = field(fields, "stops", parse_stops, &mut faults);
        let source = field(fields, "source", parse_sources, &mut faults);
        match (slug, state, stops, source) {
            (Some(slug), Some(state), Some(stops), Some(source)) if faults.is_empty() => {
                Ok(Self { slug, state, name, lead, stops, source })
            }
            _ => Err(faults),
        }
    }

    /// Its fields as texts.
    #[must_use]
    pub fn texts(&self) -> FieldTexts {
        super::record::texts_of(self)
    }
}

fn field<T, E: Into<Sentence>>(
    fields: &FieldTexts,
    name: &str,
    parse: impl FnOnce(&str) -> Result<T, E>,
    faults: &mut Vec<FieldFault>,
) -> Option<T> {
    let read = parse(fields.get(name).map_or("", String::as_str));
    read.map_err(|reason| faults.push(FieldFault { field: name.to_owned(), reason: reason.into() })).ok()
}

impl Fields for Walk {
    fn fields(&self) -> Vec<(&'static str, String)> {
        let mut fields = vec![("slug", self.slug.to_string()), ("state", self.state.to_string())];
        fields.extend(Lang::ALL.iter().map(|lang| (name_field(*lang), self.name.get(*lang).to_string())));
        fields.extend(Lang::ALL.iter().map(|lang| (lead_field(*lang), self.lead.get(*lang).to_string())));
        fields.extend([("stops", line_of_stops(&self.stops)), ("source", self.source.to_string())]);
        fields
    }
}

impl Explained for WalkError {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::Text(error) => error.sentence(),
            Self::Stop(given) => Sentence::new("walk-stop-unreadable").with("given", given),
            Self::Twice(at) => Sentence::new("walk-stop-twice").with("given", at),
            Self::Number(count) => {
                Sentence::new("walk-stops-number").with("count", count).with("fewest", FEWEST_STOPS).with("most", MOST_STOPS)
            }
        }
    }
}
