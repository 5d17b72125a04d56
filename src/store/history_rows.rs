//! What does the history tell? Its rows, as people ask for them.

use super::{Error, Store, columns, history, places};
use crate::register::{HistoryAct, Lang, Place, PlaceKind, Slug};
use rusqlite::{OptionalExtension, Params, Row, Transaction, named_params};
use serde_json::Value;

/// Rows on a page.
const ROWS_A_PAGE: usize = 50;

/// One row of the history.
#[derive(Debug, Clone)]
pub struct HistoryRow {
    /// Its number.
    pub id: i64,
    /// When it was written, ISO 8601 in UTC.
    pub at: String,
    /// The login of whoever did it, or the command of an operator at a terminal.
    pub who: String,
    /// Their name today; none where nobody in the office has this login.
    pub name: Option<String>,
    /// What they did; none where no program of ours wrote it.
    pub act: Option<HistoryAct>,
    /// The place that it is about, by its name and slug of today.
    pub place: Option<(Place, String)>,
    /// What it is about, as people would look for it.
    pub subject: String,
    /// The language of the text that it is about.
    pub lang: Option<Lang>,
    /// The version that it is about, by number among all and among those of its text.
    pub version: Option<(i64, u32)>,
    /// What was before and what is after; null where it was erased or cannot be read.
    pub payload: Value,
    /// When it was erased, ISO 8601 in UTC; none where it was not.
    pub erased_at: Option<String>,
}

/// Which rows somebody wants to see; what is empty leaves the choice open.
#[derive(Debug, Clone, Default)]
pub struct HistoryAsked<'a> {
    /// The place that they are about.
    pub place: Option<&'a Place>,
    /// Who did it, by login.
    pub who: &'a str,
    /// What was done.
    pub act: Option<HistoryAct>,
    /// Part of what it was done to, as the history writes it.
    pub subject: &'a str,
    /// The language of the text.
    pub lang: Option<Lang>,
    /// The first moment, ISO 8601 in UTC.
    pub from: &'a str,
    /// The moment before which, ISO 8601 in UTC.
    pub until: &'a str,
    /// Which page, from 1.
    pub page: usize,
}

/// A page of the history, the newest row first.
#[derive(Debug, Clone, Default)]
pub struct HistoryPage {
    /// Its rows.
    pub rows: Vec<HistoryRow>,
    /// How many rows there are on all pages.
    pub count: usize,
    /// How many pages there are, at least one.
    pub pages: usize,
}

/// When a version was public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// The language of the text.
    pub lang: Lang,
    /// The version, by number among all.
    pub version: i64,
    /// The version, by number among those of its text.
    pub number: u32,
    /// From when, ISO 8601 in UTC; empty where that was before the office.
    pub from: String,
    /// Until when; empty where it still is.
    pub until: String,
}

const SELECT: &str = "SELECT history.*, editor.name AS name, place.kind AS place_kind, place.slug AS place_slug,
        coalesce(street.name, landmark.name, namesake.name) AS place_name, version.number AS version_number,
        (SELECT at FROM history AS later WHERE later.subject = 'history/' || history.id AND later.act = 'erase' AND later.id > history.id)
            AS erased_at
     FROM history LEFT JOIN editor ON editor.login = history.who LEFT JOIN place ON place.id = history.place_id
     LEFT JOIN street ON street.place_id = place.id LEFT JOIN landmark ON landmark.place_id = place.id
     LEFT JOIN namesake ON namesake.place_id = place.id LEFT JOIN version ON version.id = history.version_id";

const WHERE: &str = "WHERE (:place IS NULL OR history.place_id = :place) AND (:who = '' OR history.who = :who)
     AND (:act = '' OR history.act = :act) AND (:subject = '' OR instr(lower(history.subject), lower(:subject)) > 0)
     AND (:lang = '' OR history.lang = :lang) AND (:from = '' OR history.at >= :from) AND (:until = '' OR history.at < :until)";

impl Store {
    /// A page of the history. A page beyond the last is the last.
    ///
    /// # Errors
    /// Refuses a place that is not in the register.
    pub fn history(&mut self, asked: &HistoryAsked<'_>) -> Result<HistoryPage, Error> {
        let moment = self.connection.transaction()?;
        let place = asked.place.map(|place| places::get_id(&moment, place.kind, &place.slug)).transpose()?;
        let act = asked.act.map_or("", HistoryAct::as_str);
        let lang = asked.lang.map_or("", Lang::as_str);
        let wanted = named_params! {
            ":place": place, ":who": asked.who, ":act": act, ":subject": asked.subject, ":lang": lang, ":from": asked.from,
            ":until": asked.until,
        };
        let count = counted(&moment, &format!("SELECT count(*) FROM history {WHERE}"), wanted)?;
        let pages = count.div_ceil(ROWS_A_PAGE).max(1);
        let skipped = ROWS_A_PAGE * (asked.page.clamp(1, pages) - 1);
        let query = format!("{SELECT} {WHERE} ORDER BY history.id DESC LIMIT {ROWS_A_PAGE} OFFSET {skipped}");
        let rows = moment.prepare(&query)?.query_map(wanted, row_of)?.collect::<Result<_, _>>()?;
        Ok(HistoryPage { rows, count, pages })
    }

    /// One row of the history, none where there is no such.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn find_history(&mut self, id: i64) -> Result<Option<HistoryRow>, Error> {
        let query = format!("{SELECT} WHERE history.id = ?1");
        Ok(self.connection.prepare_cached(&query)?.query_row([id], row_of).optional()?)
    }

    /// How many changes there have been since a moment, and the newest of them.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn changes_since(&mut self, at: &str, most: usize) -> Result<(usize, Vec<HistoryRow>), Error> {
        let moment = self.connection.transaction()?;
        let count = counted(&moment, "SELECT count(*) FROM history WHERE at >= ?1", [at])?;
        let query = format!("{SELECT} WHERE history.at >= ?1 ORDER BY history.id DESC LIMIT {most}");
        Ok((count, moment.prepare(&query)?.query_map([at], row_of)?.collect::<Result<_, _>>()?))
    }

    /// Everybody whom the history names, by login.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn named_in_history(&mut self) -> Result<Vec<String>, Error> {
        let mut query = self.connection.prepare_cached("SELECT DISTINCT who FROM history ORDER BY who")?;
        Ok(query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// When the versions of the texts of a place were public, the newest first.
    ///
    /// # Errors
    /// Refuses a place that is not in the register.
    pub fn publications(&mut self, place: &Place) -> Result<Vec<Publication>, Error> {
        let moment = self.connection.transaction()?;
        let place_id = places::get_id(&moment, place.kind, &place.slug)?;
        let mut query = moment.prepare_cached(
            "SELECT version.lang, version.id, version.number, published_at, published_until FROM publication
             JOIN version ON version.id = publication.version_id WHERE version.place_id = ?1 ORDER BY publication.id DESC",
        )?;
        let publication = |row: &Row<'_>| {
            Ok(Publication {
                lang: columns::parsed(row, "lang", Lang::parse)?,
                version: row.get("id")?,
                number: row.get("number")?,
                from: row.get("published_at")?,
                until: row.get("published_until")?,
            })
        };
        Ok(query.query_map([place_id], publication)?.collect::<Result<_, _>>()?)
    }

    /// The name that a place bears today.
    ///
    /// # Errors
    /// Refuses a place that is not in the register.
    pub fn name_of(&mut self, place: &Place) -> Result<String, Error> {
        let moment = self.connection.transaction()?;
        let id = places::get_id(&moment, place.kind, &place.slug)?;
        Ok(find_name(&moment, id)?.unwrap_or_else(|| place.slug.to_string()))
    }

    /// What pictures show, in a language, also those that are no longer in use.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn shown_in_photos(&mut self, place: &Place, lang: Lang) -> Result<Vec<(i64, String)>, Error> {
        let moment = self.connection.transaction()?;
        let place_id = places::get_id(&moment, place.kind, &place.slug)?;
        let alt = match lang {
            Lang::Vi => "alt_vi",
            Lang::En | Lang::Fr | Lang::Zh | Lang::Ja | Lang::Ko => "alt_en",
        };
        let mut query = moment.prepare_cached(&format!("SELECT id, {alt} FROM photo WHERE place_id = ?1"))?;
        Ok(query.query_map([place_id], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
    }
}

fn counted(moment: &Transaction<'_>, query: &str, wanted: impl Params) -> rusqlite::Result<usize> {
    let count: i64 = moment.prepare_cached(query)?.query_row(wanted, |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or_default())
}

fn find_name(moment: &Transaction<'_>, place_id: i64) -> rusqlite::Result<Option<String>> {
    moment
        .prepare_cached(
            "SELECT coalesce(street.name, landmark.name, namesake.name) FROM place LEFT JOIN street ON street.place_id = place.id
             LEFT JOIN landmark ON landmark.place_id = place.id LEFT JOIN namesake ON namesake.place_id = place.id WHERE place.id = ?1",
        )?
        .query_row([place_id], |row| row.get(0))
}

fn row_of(row: &Row<'_>) -> rusqlite::Result<HistoryRow> {
    // Whatever somebody has done to the file, its history must be readable: what makes no sense any more is left out.
    let text = |column: &str| row.get::<_, Option<String>>(column).ok().flatten();
    let subject = text("subject").unwrap_or_default();
    let kind = text("place_kind").and_then(|kind| PlaceKind::parse(&kind).ok());
    let slug = text("place_slug").and_then(|slug| Slug::parse(&slug).ok());
    let place = kind.zip(slug).map(|(kind, slug)| Place { kind, slug });
    Ok(HistoryRow {
        id: row.get("id")?,
        at: text("at").unwrap_or_default(),
        who: text("who").unwrap_or_default(),
        name: text("name"),
        act: text("act").and_then(|act| HistoryAct::parse(&act).ok()),
        place: place.map(|place| (place, text("place_name").unwrap_or_else(|| subject.clone()))),
        lang: text("lang").and_then(|lang| Lang::parse(&lang).ok()),
        version: row.get::<_, Option<i64>>("version_id")?.zip(row.get("version_number")?),
        payload: text("payload").and_then(|payload| serde_json::from_str(&payload).ok()).unwrap_or_default(),
        erased_at: text("erased_at").filter(|_| row.get::<_, i64>("erased").is_ok_and(|erased| erased != 0)),
        subject,
    })
}

/// The row of which a row tells that it was erased.
#[must_use]
pub fn erased_row(subject: &str) -> Option<i64> {
    let id = subject.strip_prefix("history/")?.parse().ok()?;
    (history::subject(id) == subject).then_some(id)
}
