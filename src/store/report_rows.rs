//! Which cases are there, and what came in with each? Those that are open stand first.

use super::reports::seen_of;
use super::{Error, ReportError, Store, columns, signs};
use crate::register::{Case, CaseNumber, CaseSeen, CaseWords, FaultKind, Lang, Slug};
use rusqlite::{OptionalExtension, Row, Transaction, named_params};

/// Cases on a page.
const A_PAGE: u32 = 50;

const WITH_PLACE: &str = "SELECT report_case.*, ward.name AS ward_name, coalesce(street.name, landmark.name, namesake.name) AS place_name,
        (SELECT count(DISTINCT position) FROM report_photo WHERE report_photo.case_id = report_case.id) AS photos
     FROM report_case JOIN sign ON sign.code = report_case.code LEFT JOIN ward ON ward.id = sign.ward_id
     LEFT JOIN street ON street.place_id = sign.place_id LEFT JOIN landmark ON landmark.place_id = sign.place_id
     LEFT JOIN namesake ON namesake.place_id = sign.place_id";

const CHOSEN: &str = "(:kind = '' OR report_case.kind = :kind) AND (:ward = '' OR ward.slug = :ward)
     AND (:state = '' OR (report_case.state IN ('received', 'taken')) = (:state = 'open'))";

/// Which cases are asked for.
#[derive(Debug, Clone, Default)]
pub struct CasesAsked {
    /// Only those that are open, or only those that are closed.
    pub is_open: Option<bool>,
    /// Only of this kind.
    pub kind: Option<FaultKind>,
    /// Only of signs in this ward.
    pub ward: Option<Slug>,
    /// In which order, after the open ones.
    pub order: CasesOrder,
    /// Which page, from 1.
    pub page: u32,
}

/// In which order cases are told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CasesOrder {
    /// The one reported last first.
    #[default]
    Newest,
    /// The one that has waited longest first.
    Oldest,
    /// The one reported most often first.
    Count,
}

/// A page of cases.
#[derive(Debug, Clone, Default)]
pub struct CasePage {
    /// Its cases, without their words.
    pub rows: Vec<Case>,
    /// All that were asked for.
    pub count: u32,
    /// Pages of them.
    pub pages: u32,
}

impl Store {
    /// Cases, a page of them.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn cases(&mut self, asked: &CasesAsked) -> Result<CasePage, Error> {
        let moment = self.connection.transaction()?;
        let (kind, ward) = (asked.kind.map_or("", FaultKind::as_str), asked.ward.as_ref().map_or("", Slug::as_str));
        let state = asked.is_open.map_or("", |is_open| if is_open { "open" } else { "closed" });
        let query = format!(
            "SELECT count(*) FROM report_case JOIN sign ON sign.code = report_case.code LEFT JOIN ward ON ward.id = sign.ward_id WHERE {CHOSEN}"
        );
        let chosen = named_params! { ":kind": kind, ":ward": ward, ":state": state };
        let count: u32 = moment.prepare_cached(&query)?.query_row(chosen, |row| row.get(0))?;
        let pages = count.div_ceil(A_PAGE).max(1);
        let order = match asked.order {
            CasesOrder::Newest => "report_case.last_at DESC, report_case.id DESC",
            CasesOrder::Oldest => "report_case.first_at, report_case.id",
            CasesOrder::Count => "report_case.count DESC, report_case.last_at DESC, report_case.id DESC",
        };
        let query = format!(
            "{WITH_PLACE} WHERE {CHOSEN} ORDER BY report_case.state NOT IN ('received', 'taken'), {order} LIMIT :most OFFSET :from"
        );
        let from = (asked.page.clamp(1, pages) - 1) * A_PAGE;
        let mut query = moment.prepare_cached(&query)?;
        let found = query
            .query_map(named_params! { ":kind": kind, ":ward": ward, ":state": state, ":most": A_PAGE, ":from": from }, bare_case_of)?
            .collect::<Result<Vec<_>, _>>()?;
        let rows = found.into_iter().map(|bare| with_sign(&moment, bare)).collect::<Result<_, _>>()?;
        Ok(CasePage { rows, count, pages })
    }

    /// How many cases are open.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn count_open_cases(&mut self) -> Result<u32, Error> {
        let query = "SELECT count(*) FROM report_case WHERE state IN ('received', 'taken')";
        Ok(self.connection.prepare_cached(query)?.query_row([], |row| row.get(0))?)
    }

    /// One case, with everything that visitors wrote of it as far as it is kept.
    ///
    /// # Errors
    /// Refuses a number that no case has.
    pub fn get_case(&mut self, case: CaseNumber) -> Result<Case, Error> {
        let moment = self.connection.transaction()?;
        let query = format!("{WITH_PLACE} WHERE report_case.number = ?1");
        let found = moment.prepare_cached(&query)?.query_row([case.as_str()], bare_case_of).optional()?;
        let bare = found.ok_or(ReportError::NoSuchCase(case.grouped()))?;
        with_words(&moment, bare)
    }

    /// Every case, the open ones first and the oldest of them before the others: what a crew takes along.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn all_cases(&mut self) -> Result<Vec<Case>, Error> {
        let moment = self.connection.transaction()?;
        let order = "report_case.state NOT IN ('received', 'taken'), report_case.first_at, report_case.id";
        let mut query = moment.prepare_cached(&format!("{WITH_PLACE} ORDER BY {order}"))?;
        let found = query.query_map([], bare_case_of)?.collect::<Result<Vec<_>, _>>()?;
        found.into_iter().map(|bare| with_words(&moment, bare)).collect()
    }

    /// The widths of the photos of a case: of each photo the largest width first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn case_photos(&mut self, case: CaseNumber) -> Result<Vec<CasePhoto>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT position, width, height FROM report_photo JOIN report_case ON report_case.id = report_photo.case_id
             WHERE report_case.number = ?1 ORDER BY position, width DESC",
        )?;
        let found = |row: &Row<'_>| Ok(CasePhoto { position: row.get("position")?, width: row.get("width")?, height: row.get("height")? });
        Ok(query.query_map([case.as_str()], found)?.collect::<Result<_, _>>()?)
    }

    /// A file of a photo of a case, none where there is no such.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn find_case_photo(&mut self, case: CaseNumber, position: u32, width: u32) -> Result<Option<Vec<u8>>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT bytes FROM report_photo JOIN report_case ON report_case.id = report_photo.case_id
             WHERE report_case.number = ?1 AND position = ?2 AND width = ?3",
        )?;
        Ok(query.query_row((case.as_str(), position, width), |row| row.get(0)).optional()?)
    }
}

/// One width of a photo of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CasePhoto {
    /// Which photo, from 0.
    pub position: u32,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// A case before its sign and its words are looked up.
struct BareCase {
    id: i64,
    seen: CaseSeen,
    place_name: String,
    ward: String,
    count: u32,
    last_at: String,
    photos: u32,
}

fn bare_case_of(row: &Row<'_>) -> rusqlite::Result<BareCase> {
    Ok(BareCase {
        id: row.get("id")?,
        seen: seen_of(row)?,
        place_name: row.get::<_, Option<String>>("place_name")?.unwrap_or_default(),
        ward: row.get::<_, Option<String>>("ward_name")?.unwrap_or_default(),
        count: row.get("count")?,
        last_at: row.get("last_at")?,
        photos: row.get("photos")?,
    })
}

fn with_sign(moment: &Transaction<'_>, bare: BareCase) -> Result<Case, Error> {
    let sign = super::of_table("sign", signs::find(moment, bare.seen.code))?.ok_or(Error::NoSuchSign(bare.seen.code))?;
    let BareCase { seen, place_name, ward, count, last_at, photos, .. } = bare;
    Ok(Case { seen, sign, place_name, ward, count, last_at, photos, words: Vec::new() })
}

fn with_words(moment: &Transaction<'_>, bare: BareCase) -> Result<Case, Error> {
    let mut query = moment.prepare_cached("SELECT * FROM report_words WHERE case_id = ?1 ORDER BY position")?;
    let words =
        |row: &Row<'_>| Ok(CaseWords { words: row.get("words")?, lang: columns::parsed(row, "lang", Lang::parse)?, at: row.get("at")? });
    let words = query.query_map([bare.id], words)?.collect::<Result<_, _>>()?;
    Ok(Case { words, ..with_sign(moment, bare)? })
}
