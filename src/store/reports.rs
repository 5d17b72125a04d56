//! How does a visitor's report come in? A second one of the same fault joins the first; how much is kept is bounded.

use super::{Error, ReportError, Store, columns, places, signs};
use crate::register::report::{MOST_PHOTOS, MOST_WORDS};
use crate::register::{CaseNumber, CaseSeen, CaseState, FaultKind, Filed, NewReport, PerLang, SignCode};
use rusqlite::{OptionalExtension, Row, Transaction, TransactionBehavior};

/// New cases of a day at most.
const CASES_A_DAY: i64 = 2_000;
/// Bytes of words of a day at most.
const WORDS_A_DAY: i64 = 4 << 20;
/// Bytes of photos of a day at most, and of all days together.
const PHOTOS_A_DAY: i64 = 64 << 20;
const PHOTOS_IN_ALL: i64 = 2 << 30;
/// Numbers tried before giving up: so many used ones in a row mean a broken source of chance.
const MOST_TRIES: usize = 1_000;

/// What came in on one day.
struct Day {
    cases: i64,
    words: i64,
    photos: i64,
}

impl Store {
    /// Takes a report in, all of it or nothing. `issue` gives out case numbers at random.
    ///
    /// # Errors
    /// Refuses a code that nobody was given, and what goes beyond the bounds of the day.
    pub fn file_report(&mut self, at: &str, report: &NewReport, issue: &mut dyn FnMut() -> CaseNumber) -> Result<Filed, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        signs::find(&change, report.code)?.ok_or(Error::NoSuchSign(report.code))?;
        let day = at.get(..10).unwrap_or(at);
        let mut sum = read_day(&change, day)?;
        let open = find_open(&change, report)?;
        let (id, case) = match open {
            Some((id, case)) => {
                change
                    .prepare_cached("UPDATE report_case SET count = count + 1, last_at = max(last_at, ?1) WHERE id = ?2")?
                    .execute((at, id))?;
                (id, case)
            }
            None => {
                sum.cases += 1;
                begin_case(&change, at, report, issue)?
            }
        };
        sum.words += add_words(&change, id, at, report)?;
        sum.photos += add_photo(&change, id, at, report)?;
        check_bounds(&change, day, &sum)?;
        change
            .prepare_cached(
                "INSERT INTO report_day (day, cases, words, photos) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (day) DO UPDATE SET cases = excluded.cases, words = excluded.words, photos = excluded.photos",
            )?
            .execute((day, sum.cases, sum.words, sum.photos))?;
        change.commit()?;
        Ok(Filed { case, has_joined: open.is_some() })
    }

    /// What whoever knows its number may see of a case.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn find_case_seen(&mut self, case: CaseNumber) -> Result<Option<CaseSeen>, Error> {
        let mut query = self.connection.prepare_cached("SELECT * FROM report_case WHERE number = ?1")?;
        Ok(query.query_row([case.as_str()], seen_of).optional()?)
    }
}

pub(super) fn seen_of(row: &Row<'_>) -> rusqlite::Result<CaseSeen> {
    Ok(CaseSeen {
        case: columns::parsed(row, "number", CaseNumber::parse)?,
        code: columns::parsed(row, "code", SignCode::parse)?,
        kind: columns::parsed(row, "kind", FaultKind::parse)?,
        state: columns::parsed(row, "state", CaseState::parse)?,
        first_at: row.get("first_at")?,
        changed_at: row.get("changed_at")?,
        sentence: PerLang { vi: columns::line(row, "sentence_vi")?, en: columns::line(row, "sentence_en")? },
    })
}

/// The case of the same fault of the same sign that is still open.
fn find_open(change: &Transaction<'_>, report: &NewReport) -> rusqlite::Result<Option<(i64, CaseNumber)>> {
    let query = "SELECT id, number FROM report_case WHERE code = ?1 AND kind = ?2 AND state IN ('received', 'taken') ORDER BY id LIMIT 1";
    let mut query = change.prepare_cached(query)?;
    let found = |row: &Row<'_>| Ok((row.get("id")?, columns::parsed(row, "number", CaseNumber::parse)?));
    query.query_row((report.code.as_str(), report.kind.as_str()), found).optional()
}

fn begin_case(
    change: &Transaction<'_>,
    at: &str,
    report: &NewReport,
    issue: &mut dyn FnMut() -> CaseNumber,
) -> Result<(i64, CaseNumber), Error> {
    let mut known = change.prepare_cached("SELECT EXISTS (SELECT 1 FROM report_case WHERE number = ?1)")?;
    let mut number = issue();
    for _ in 0..MOST_TRIES {
        if !known.query_row([number.as_str()], |row| row.get::<_, bool>(0))? {
            let id = places::next_id(change, "SELECT coalesce(max(id), 0) + 1 FROM report_case")?;
            let insert =
                "INSERT INTO report_case (id, number, code, kind, state, count, first_at, last_at, changed_at, sentence_vi, sentence_en)
                 VALUES (?1, ?2, ?3, ?4, 'received', 1, ?5, ?5, '', '', '')";
            change.prepare_cached(insert)?.execute((id, number.as_str(), report.code.as_str(), report.kind.as_str(), at))?;
            return Ok((id, number));
        }
        number = issue();
    }
    Err(Error::NoCodeLeft)
}

/// Keeps the words, unless they are kept already or there are enough; gives the bytes that they take.
fn add_words(change: &Transaction<'_>, id: i64, at: &str, report: &NewReport) -> rusqlite::Result<i64> {
    let query = "SELECT count(*), coalesce(max(words = ?2), 0) FROM report_words WHERE case_id = ?1";
    let (count, is_known): (u32, bool) =
        change.prepare_cached(query)?.query_row((id, &report.words), |row| Ok((row.get(0)?, row.get(1)?)))?;
    if report.words.is_empty() || is_known || count >= MOST_WORDS {
        return Ok(0);
    }
    let insert = "INSERT INTO report_words (case_id, position, words, lang, at) VALUES (?1, ?2, ?3, ?4, ?5)";
    change.prepare_cached(insert)?.execute((id, count, &report.words, report.lang.as_str(), at))?;
    Ok(bytes(&report.words))
}

/// Keeps the photo, unless there are enough; gives the bytes that it takes.
fn add_photo(change: &Transaction<'_>, id: i64, at: &str, report: &NewReport) -> rusqlite::Result<i64> {
    let query = "SELECT coalesce(max(position) + 1, 0) FROM report_photo WHERE case_id = ?1";
    let position: u32 = change.prepare_cached(query)?.query_row([id], |row| row.get(0))?;
    if position >= MOST_PHOTOS {
        return Ok(0);
    }
    let insert = "INSERT INTO report_photo (case_id, position, width, height, at, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    for file in &report.photo {
        change.prepare_cached(insert)?.execute((id, position, file.width, file.height, at, &file.bytes))?;
    }
    Ok(report.photo.iter().map(|file| bytes(&file.bytes)).sum())
}

fn bytes(kept: impl AsRef<[u8]>) -> i64 {
    i64::try_from(kept.as_ref().len()).unwrap_or(i64::MAX)
}

fn read_day(change: &Transaction<'_>, day: &str) -> rusqlite::Result<Day> {
    let query = "SELECT coalesce(sum(cases), 0), coalesce(sum(words), 0), coalesce(sum(photos), 0) FROM report_day WHERE day = ?1";
    change.prepare_cached(query)?.query_row([day], |row| Ok(Day { cases: row.get(0)?, words: row.get(1)?, photos: row.get(2)? }))
}

fn check_bounds(change: &Transaction<'_>, day: &str, sum: &Day) -> Result<(), Error> {
    let query = "SELECT coalesce(sum(photos), 0) FROM report_day WHERE day <> ?1";
    let before: i64 = change.prepare_cached(query)?.query_row([day], |row| row.get(0))?;
    if sum.cases > CASES_A_DAY || sum.words > WORDS_A_DAY {
        return Err(ReportError::DayFull.into());
    }
    if sum.photos > PHOTOS_A_DAY || before + sum.photos > PHOTOS_IN_ALL { Err(ReportError::PhotosFull.into()) } else { Ok(()) }
}
