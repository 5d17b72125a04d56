//! Which entries are there, how far is each of their texts, and what is missing?

use super::story_state::{self, State};
use super::texts::stale_paragraphs;
use super::{Error, Store, columns, versions};
use crate::register::{Lang, Place, PlaceKind, SignCode, Slug, Stage, fold};
use rusqlite::{Row, Transaction, params_from_iter};

/// Entries on one page of a list.
pub const A_PAGE: usize = 50;
/// Most hits of a search.
const MOST_HITS: usize = 60;

/// One entry in a list.
#[derive(Debug, Clone)]
pub struct EntryRow {
    /// The place.
    pub place: Place,
    /// Its name.
    pub name: String,
    /// The last day on which it was in use; empty while it is.
    pub retired_on: String,
    /// How far its text is, in the order of the languages.
    pub texts: Vec<TextRow>,
}

/// How far one text of an entry is.
#[derive(Debug, Clone)]
pub struct TextRow {
    /// The language.
    pub lang: Lang,
    /// Published or withdrawn.
    pub public_stage: Option<Stage>,
    /// Draft or in review.
    pub working_stage: Option<Stage>,
    /// When it is to be published, ISO 8601 in UTC; empty where no time is set.
    pub publish_at: String,
    /// How many paragraphs of the Vietnamese it does not follow.
    pub stale: usize,
}

/// What a list of entries is narrowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Narrowed {
    /// Every entry.
    All,
    /// No text of this language is public.
    NoText(Lang),
    /// No picture.
    NoPhoto,
    /// A text that names no source.
    NoSource,
    /// A sign whose ward is not known.
    NoWard,
    /// A street whose namesake is not known.
    NoNamesake,
    /// A text that waits for a reviewer.
    InReview,
    /// A text that is being written.
    Draft,
    /// A text that has a time to be published at.
    Scheduled,
    /// A text that was taken down.
    Withdrawn,
    /// A public text that has not been confirmed.
    Awaiting,
    /// A translation that no longer follows its source.
    Stale(Lang),
    /// No longer in use.
    Retired,
}

impl Narrowed {
    /// As a condition on `place`.
    fn condition(self) -> String {
        let story = |more: &str| format!("EXISTS (SELECT 1 FROM story WHERE story.place_id = place.id AND {more})");
        match self {
            Self::All => "1".to_owned(),
            Self::NoText(lang) => format!("NOT {}", story(&format!("lang = '{lang}' AND public_stage = 'published'"))),
            Self::NoPhoto => {
                "NOT EXISTS (SELECT 1 FROM photo WHERE photo.place_id = place.id AND photo.kind = 'photo' AND retired_at = '')".to_owned()
            }
            Self::NoSource => "EXISTS (SELECT 1 FROM story JOIN version ON version.id = coalesce(working_version, public_version)
                WHERE story.place_id = place.id AND version.sources = '')"
                .to_owned(),
            Self::NoWard => "EXISTS (SELECT 1 FROM sign WHERE sign.place_id = place.id AND ward_id IS NULL)".to_owned(),
            Self::NoNamesake => "place.kind = 'street' AND street.namesake_id IS NULL".to_owned(),
            Self::InReview => story("working_stage = 'in-review' AND publish_at = ''"),
            Self::Draft => story("working_stage = 'draft'"),
            Self::Scheduled => story("publish_at <> ''"),
            Self::Withdrawn => story("public_stage = 'withdrawn'"),
            Self::Awaiting => "EXISTS (SELECT 1 FROM story JOIN version ON version.id = public_version
                WHERE story.place_id = place.id AND public_stage = 'published' AND version.review = 'awaiting')"
                .to_owned(),
            Self::Stale(lang) => format!(
                "EXISTS (SELECT 1 FROM story JOIN story AS source ON source.place_id = story.place_id AND source.lang = 'vi'
                    WHERE story.place_id = place.id AND story.lang = '{lang}' AND coalesce(story.public_version, story.working_version) > 0
                    AND story.translated_from IS NOT coalesce(source.public_version, source.working_version))"
            ),
            Self::Retired => "place.retired_on <> ''".to_owned(),
        }
    }
}

const LISTED: &str =
    "SELECT place.id, place.kind, place.slug, place.retired_on, coalesce(street.name, landmark.name, namesake.name) AS name
    FROM place LEFT JOIN street ON street.place_id = place.id LEFT JOIN landmark ON landmark.place_id = place.id
    LEFT JOIN namesake ON namesake.place_id = place.id";

impl Store {
    /// One page of the entries of a kind (all kinds where none is named), and how many there are in all.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn entries(&mut self, kind: Option<PlaceKind>, narrowed: Narrowed, page: usize) -> Result<(Vec<EntryRow>, usize), Error> {
        let moment = self.connection.transaction()?;
        let kind = kind.map_or_else(|| "1".to_owned(), |kind| format!("place.kind = '{kind}'"));
        let condition = format!("{kind} AND {}", narrowed.condition());
        if let Narrowed::Stale(lang) = narrowed {
            // Whether a paragraph has changed is known only once both texts have been read.
            let all = rows(&moment, &format!("{LISTED} WHERE {condition} ORDER BY place.kind DESC, place.slug"), &[])?;
            let stale: Vec<EntryRow> =
                all.into_iter().filter(|row| row.texts.iter().any(|text| text.lang == lang && text.stale > 0)).collect();
            let total = stale.len();
            return Ok((stale.into_iter().skip(page * A_PAGE).take(A_PAGE).collect(), total));
        }
        let counted = format!("SELECT count(*) FROM ({LISTED} WHERE {condition})");
        let total = moment.prepare_cached(&counted)?.query_row([], count_of)?;
        let from = page.saturating_mul(A_PAGE).min(total);
        let listed = format!("{LISTED} WHERE {condition} ORDER BY place.kind DESC, place.slug LIMIT {A_PAGE} OFFSET {from}");
        Ok((rows(&moment, &listed, &[])?, total))
    }

    /// How many entries a list would have.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn count_entries(&mut self, kind: Option<PlaceKind>, narrowed: Narrowed) -> Result<usize, Error> {
        if matches!(narrowed, Narrowed::Stale(_)) {
            return Ok(self.entries(kind, narrowed, 0)?.1);
        }
        let kind = kind.map_or_else(|| "1".to_owned(), |kind| format!("place.kind = '{kind}'"));
        let counted = format!("SELECT count(*) FROM ({LISTED} WHERE {kind} AND {})", narrowed.condition());
        Ok(self.connection.prepare_cached(&counted)?.query_row([], count_of)?)
    }

    /// One entry, with how far each of its texts is.
    ///
    /// # Errors
    /// Refuses a place that is not in the register.
    pub fn entry(&mut self, place: &Place) -> Result<EntryRow, Error> {
        let moment = self.connection.transaction()?;
        let listed = format!("{LISTED} WHERE place.kind = ?1 AND place.slug = ?2");
        let mut found = rows(&moment, &listed, &[place.kind.as_str().to_owned(), place.slug.to_string()])?;
        found.pop().ok_or_else(|| Error::NoSuchPlace { kind: place.kind, slug: place.slug.to_string() })
    }

    /// The entries that a query means, in any stage: by name first, then by what their texts say. Marks and case are forgiven;
    /// a sign's code leads to its place.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn find_entries(&mut self, query: &str) -> Result<Vec<EntryRow>, Error> {
        let moment = self.connection.transaction()?;
        let code = SignCode::parse(query).map(|code| code.to_string()).unwrap_or_default();
        let words: Vec<String> = fold(query).split_whitespace().take(10).map(escaped).collect();
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let all_in = |column: &str| {
            let conditions: Vec<String> = (2..words.len() + 2).map(|at| format!("{column} LIKE ?{at} ESCAPE '\\'")).collect();
            conditions.join(" AND ")
        };
        let by_name = all_in("place.folded");
        let by_text = format!("EXISTS (SELECT 1 FROM story WHERE story.place_id = place.id AND {})", all_in("story.folded"));
        let by_code = "EXISTS (SELECT 1 FROM sign WHERE sign.place_id = place.id AND sign.code = ?1)";
        let listed = format!(
            "{LISTED} WHERE {by_code} OR ({by_name}) OR {by_text} ORDER BY {by_code} DESC, ({by_name}) DESC, length(place.folded), place.slug
             LIMIT {MOST_HITS}"
        );
        let values: Vec<String> = std::iter::once(code).chain(words).collect();
        rows(&moment, &listed, &values)
    }

    /// The texts that wait for a reviewer who wrote none of them, the oldest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn waiting_for(&mut self, reviewer: i64, most: usize) -> Result<Vec<AtWork>, Error> {
        let moment = self.connection.transaction()?;
        let mut found = Vec::new();
        for (state, work) in at_work(&moment, "working_stage = 'in-review' AND publish_at = '' ORDER BY story.changed_at")? {
            let authors = state.working_version.map(|id| versions::authors(&moment, id)).transpose()?.unwrap_or_default();
            if !authors.contains(&reviewer) {
                found.push(work);
            }
            if found.len() == most {
                break;
            }
        }
        Ok(found)
    }

    /// The texts that somebody is writing, those that were returned first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn writing_of(&mut self, editor: i64, most: usize) -> Result<Vec<AtWork>, Error> {
        let moment = self.connection.transaction()?;
        let condition = format!(
            "working_stage = 'draft' AND version.editor_id = {editor} ORDER BY returned_because = '', story.changed_at DESC LIMIT {most}"
        );
        Ok(at_work(&moment, &condition)?.into_iter().map(|(_, work)| work).collect())
    }

    /// The texts that have a time to be published at, the next first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn scheduled(&mut self, most: usize) -> Result<Vec<AtWork>, Error> {
        let moment = self.connection.transaction()?;
        let condition = format!("publish_at <> '' ORDER BY publish_at LIMIT {most}");
        Ok(at_work(&moment, &condition)?.into_iter().map(|(_, work)| work).collect())
    }
}

/// A text that is being worked on.
#[derive(Debug, Clone)]
pub struct AtWork {
    /// What it is about.
    pub place: Place,
    /// The name of that.
    pub name: String,
    /// The language of the text.
    pub lang: Lang,
    /// Who saved it last.
    pub author: String,
    /// When it was last changed, ISO 8601 in UTC.
    pub changed_at: String,
    /// When it is to be published; empty where no time is set.
    pub publish_at: String,
    /// Why a reviewer returned it; empty where nobody did.
    pub returned_because: String,
}

fn at_work(moment: &Transaction<'_>, condition: &str) -> Result<Vec<(State, AtWork)>, Error> {
    let query = format!(
        "SELECT story.*, place.kind, place.slug, version.author, coalesce(street.name, landmark.name, namesake.name) AS name
         FROM story JOIN place ON place.id = story.place_id JOIN version ON version.id = story.working_version
         LEFT JOIN street ON street.place_id = place.id LEFT JOIN landmark ON landmark.place_id = place.id
         LEFT JOIN namesake ON namesake.place_id = place.id WHERE {condition}"
    );
    let work = |row: &Row<'_>| {
        let state = story_state::state_of(row)?;
        let work = AtWork {
            place: place_of(row)?,
            name: row.get("name")?,
            lang: state.lang,
            author: row.get("author")?,
            changed_at: row.get("changed_at")?,
            publish_at: state.publish_at.clone(),
            returned_because: state.returned_because.clone(),
        };
        Ok((state, work))
    };
    Ok(moment.prepare_cached(&query)?.query_map([], work)?.collect::<Result<_, _>>()?)
}

fn rows(moment: &Transaction<'_>, query: &str, values: &[String]) -> Result<Vec<EntryRow>, Error> {
    let mut listed = moment.prepare_cached(query)?;
    let found = listed.query_map(params_from_iter(values), |row| {
        Ok((row.get::<_, i64>("id")?, row.get("name")?, place_of(row)?, row.get("retired_on")?))
    })?;
    let found: Vec<(i64, String, Place, String)> = found.collect::<Result<_, _>>()?;
    let row = |(id, name, place, retired_on)| Ok(EntryRow { place, name, retired_on, texts: texts_of(moment, id)? });
    found.into_iter().map(row).collect()
}

fn place_of(row: &Row<'_>) -> rusqlite::Result<Place> {
    Ok(Place { kind: columns::parsed(row, "kind", PlaceKind::parse)?, slug: columns::parsed(row, "slug", Slug::parse)? })
}

/// How far each text of a place is.
fn texts_of(moment: &Transaction<'_>, place_id: i64) -> Result<Vec<TextRow>, Error> {
    let states = story_state::of_place(moment, place_id)?;
    let source = states.iter().find(|state| state.lang == Lang::Vi).and_then(|state| state.public_version.or(state.working_version));
    let mut texts = Vec::new();
    for lang in Lang::ALL.iter().copied() {
        let Some(state) = states.iter().find(|state| state.lang == lang) else {
            texts.push(TextRow { lang, public_stage: None, working_stage: None, publish_at: String::new(), stale: 0 });
            continue;
        };
        texts.push(TextRow {
            lang,
            public_stage: state.public_stage,
            working_stage: state.working_stage,
            publish_at: state.publish_at.clone(),
            stale: stale_paragraphs(moment, state, source)?.len(),
        });
    }
    Ok(texts)
}

fn count_of(row: &Row<'_>) -> rusqlite::Result<usize> {
    row.get::<_, u32>(0).map(|count| usize::try_from(count).unwrap_or(usize::MAX))
}

/// A word of a search as `LIKE` takes it, anywhere in the text.
fn escaped(word: &str) -> String {
    format!("%{}%", word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"))
}
