//! What is true: the city's streets, what they honour, and the signs that name them.
//! This room knows no database, no page, no file and no clock.

mod anniversary;
mod capital_words;
mod case_number;
pub mod code;
pub mod compare;
pub mod editor;
pub mod explained;
pub mod fields;
mod hex;
pub mod history;
pub mod known_date;
pub mod landmark;
pub mod lang;
pub mod legacy;
pub mod listed;
mod look_alike;
pub mod metres;
mod mixed_language;
pub mod name_check;
mod name_index;
pub mod named;
pub mod namesake;
mod near_words;
pub mod office_head;
pub mod order;
pub mod paragraphs;
pub mod password;
pub mod photo;
pub mod place;
pub mod record;
pub mod recording;
pub mod report;
mod said;
pub mod scan;
pub mod selection;
pub mod sign;
pub mod source;
pub mod spelling;
pub mod stage;
pub mod story;
pub mod street;
pub mod street_line;
pub mod survey;
mod syllable;
pub mod text_check;
pub mod token;
mod told_years;
pub mod unusual;
pub mod version;
pub mod walk;
pub mod ward;

pub use anniversary::{Anniversary, AnniversaryKind};
pub use case_number::{CaseNumber, NotACaseNumber};
pub use code::{CodeError, SignCode};
pub use editor::{Act, Editor, EditorState, Login, LoginError, Role};
pub use explained::{Explained, Fault, Sentence};
pub use fields::Fields;
pub use hex::hex;
pub use history::HistoryAct;
pub use known_date::{DateError, KnownDate};
pub use landmark::{Landmark, LandmarkKind, Point, Rank};
pub use lang::Lang;
pub use legacy::{LegacyAddress, LegacyError, LegacyLink, LegacyTarget};
pub use metres::{Metres, MetresError};
pub use name_check::{DoubtKind, NameCheck, NameDoubt};
pub use named::{NamePeriod, Named, NamesError};
pub use namesake::{Namesake, NamesakeKind};
pub use office_head::OfficeHead;
pub use order::{Counts, OrderCause, PlateRefusal, PlateState, PlateStep, sign_state_after};
pub use password::{Password, PasswordError};
pub use photo::{Photo, PhotoFile, PhotoFormat, PhotoKind, PhotoLack, PhotoWords};
pub use place::{Attestation, PerLang, Place, PlaceKind};
pub use record::{FieldFault, FieldTexts, MergedFields, Record};
pub use recording::{Recording, RecordingFormat};
pub use report::{Case, CaseSeen, CaseState, CaseStep, CaseWords, FaultKind, Filed, NewReport, NoSuchStep};
pub use said::said;
pub use scan::{CityDay, Scan, ScanClass, ScanCount, ScanVia, Scanned};
pub use selection::{Selection, SelectionError};
pub use sign::{Placement, Sign, SignState};
pub use source::{Source, SourceError, SourceKind};
pub use spelling::{Line, Name, Slug, TextError, fold};
pub use stage::{Refusal, Stage, Step};
pub use story::{Review, Story};
pub use street::{Street, WayKind};
pub use street_line::{Position, StreetLine};
pub use survey::{Crossing, End, Side, Survey};
pub use syllable::{has_misplaced_tone, tones_last};
pub use text_check::{TextFinding, names_of, text_findings};
pub use token::UnknownToken;
pub use unusual::{Oddity, Unusual, cleaned, unusual};
pub use version::{Merged, Text, TextField, Version};
pub use walk::{Stop, StopAt, Walk, WalkError, WalkState, Wording};
pub use ward::{Split, Ward, WardKind};

/// What a file without a date of its own carries while nothing has been changed since the starter register, so that two fresh
/// databases make the same bytes.
pub const STARTER_DATED: &str = "2026-11-22T00:00:00Z";

/// Everything that the register holds, whole: what a database is filled from, an edition is made of and a file is checked against.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Register {
    /// Administrative units, those in force and those before them.
    pub wards: Vec<Ward>,
    /// What the names honour.
    pub namesakes: Vec<Namesake>,
    /// Named ways and the public works listed with them.
    pub streets: Vec<Street>,
    /// Sights and relics.
    pub landmarks: Vec<Landmark>,
    /// Signs with their permanent codes.
    pub signs: Vec<Sign>,
    /// Texts about places, each in its one current version: the public one where there is one.
    pub stories: Vec<Story>,
    /// Walks through the city.
    pub walks: Vec<Walk>,
    /// Pictures that texts may name.
    pub photos: Vec<Photo>,
    /// Texts read aloud, those in use.
    pub recordings: Vec<Recording>,
    /// Addresses that places once had, each with the place that it leads to now.
    pub former_slugs: Vec<(Place, Place)>,
    /// Where streets run, by slug.
    pub street_lines: Vec<StreetLine>,
    /// Places that are no longer in use, with the day since when (ISO 8601).
    pub retired: Vec<(Place, Line)>,
    /// When texts became public as they are, ISO 8601, as far as that is known.
    pub published: Vec<(Place, Lang, Line)>,
    /// Days of the year on which pages say something more.
    pub anniversaries: Vec<Anniversary>,
    /// Addresses of before there were codes, each with what it leads to.
    pub legacy_links: Vec<LegacyLink>,
}
