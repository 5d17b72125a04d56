//! How are scans kept? As numbers by day, added up, and nothing of whoever scanned.

use super::{Error, Store, columns, of_table, places};
use crate::register::{CityDay, Lang, Place, PlaceKind, Scan, ScanClass, ScanCount, ScanVia, Scanned, SignCode, Slug};
use rusqlite::{OptionalExtension, Row, Transaction, TransactionBehavior};

/// Most rows in the lists of what was scanned most.
const MOST_LISTED: i64 = 20;

/// What the scans of some days add up to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScanSums {
    /// By day and class, for the days that have any.
    pub days: Vec<(CityDay, ScanClass, u64)>,
    /// The signs that people scanned most, with the place of each, most first.
    pub signs: Vec<(SignCode, Option<Place>, u64)>,
    /// The places whose pages people scanned most, most first.
    pub places: Vec<(Place, u64)>,
    /// By the language that people read, most first.
    pub langs: Vec<(Lang, u64)>,
    /// By the sort of address that people came by.
    pub vias: Vec<(ScanVia, u64)>,
}

impl Store {
    /// Adds scans to what is there: all of them or, where it fails, none.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn add_scans(&mut self, scans: &[(Scan, u64)]) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        {
            let mut add = change.prepare_cached(
                "INSERT INTO scan (day, code, lang, class, via, place_id, count) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT DO UPDATE SET count = count + excluded.count",
            )?;
            for (scan, count) in scans.iter().filter(|(_, count)| *count > 0) {
                let (code, place) = scanned(&change, &scan.of)?;
                let code = code.as_ref().map_or("", SignCode::as_str);
                let count = i64::try_from(*count).unwrap_or(i64::MAX);
                add.execute((
                    scan.day.to_string(),
                    code,
                    scan.lang.as_str(),
                    scan.class.as_str(),
                    scan.via.as_str(),
                    place.unwrap_or(0),
                    count,
                ))?;
            }
        }
        Ok(change.commit()?)
    }

    /// Hands over the scans from one day to another, both included, by day and code.
    ///
    /// # Errors
    /// Fails when the file cannot be read, or when `take` does.
    pub fn read_scans<E: From<Error>>(
        &mut self,
        (from, until): (Option<CityDay>, Option<CityDay>),
        mut take: impl FnMut(ScanCount) -> Result<(), E>,
    ) -> Result<(), E> {
        let moment = self.connection.transaction().map_err(Error::from)?;
        let (from, until) = (columns::shown(from), until.map_or_else(|| "~".to_owned(), |day| day.to_string()));
        let mut query = moment
            .prepare(
                "SELECT day, code, lang, class, count, via, coalesce(place.kind, '') AS place_kind, coalesce(place.slug, '') AS slug
                 FROM scan LEFT JOIN place ON place.id = scan.place_id WHERE day BETWEEN ?1 AND ?2
                 ORDER BY day, code, lang, class, via, place_kind, slug",
            )
            .map_err(Error::from)?;
        let rows = query.query_map((from, until), count_of).map_err(Error::from)?;
        for row in rows {
            take(of_table("scan", row)?)?;
        }
        Ok(())
    }

    /// What the scans from one day to another, both included, add up to.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn scan_sums(&mut self, from: CityDay, until: CityDay) -> Result<ScanSums, Error> {
        let moment = self.connection.transaction()?;
        of_table("scan", sums(&moment, (from.to_string(), until.to_string())))
    }
}

/// The sign and the place behind what was scanned, as they are known now.
fn scanned(change: &Transaction<'_>, of: &Scanned) -> rusqlite::Result<(Option<SignCode>, Option<i64>)> {
    match of {
        Scanned::Sign(code) => {
            let mut query = change.prepare_cached("SELECT place_id FROM sign WHERE code = ?1")?;
            Ok((Some(*code), query.query_row([code.as_str()], |row| row.get(0)).optional()?))
        }
        Scanned::Place(place) => Ok((None, places::find_now(change, place)?.map(|(id, _)| id))),
    }
}

fn count_of(row: &Row<'_>) -> rusqlite::Result<ScanCount> {
    Ok(ScanCount {
        day: columns::parsed(row, "day", CityDay::parse)?,
        code: columns::optional(row, "code", SignCode::parse)?,
        lang: columns::parsed(row, "lang", Lang::parse)?,
        class: columns::parsed(row, "class", ScanClass::parse)?,
        count: counted(row)?,
        via: columns::parsed(row, "via", ScanVia::parse)?,
        place: place_of(row)?,
    })
}

fn counted(row: &Row<'_>) -> rusqlite::Result<u64> {
    Ok(u64::try_from(row.get::<_, i64>("count")?).unwrap_or(0))
}

fn place_of(row: &Row<'_>) -> rusqlite::Result<Option<Place>> {
    let kind = columns::optional(row, "place_kind", PlaceKind::parse)?;
    Ok(kind.zip(columns::optional(row, "slug", Slug::parse)?).map(|(kind, slug)| Place { kind, slug }))
}

type Days = (String, String);

fn sums(moment: &Transaction<'_>, days: Days) -> rusqlite::Result<ScanSums> {
    Ok(ScanSums {
        days: listed(moment, &days, i64::MAX, "SELECT day, class, sum(count) AS count FROM scan WHERE day BETWEEN ?1 AND ?2 GROUP BY day, class ORDER BY day, class LIMIT ?3", |row| {
            Ok((columns::parsed(row, "day", CityDay::parse)?, columns::parsed(row, "class", ScanClass::parse)?, counted(row)?))
        })?,
        signs: listed(
            moment,
            &days,
            MOST_LISTED,
            "SELECT scan.code, max(place.kind) AS place_kind, max(place.slug) AS slug, sum(count) AS count
             FROM scan LEFT JOIN sign ON sign.code = scan.code LEFT JOIN place ON place.id = sign.place_id
             WHERE day BETWEEN ?1 AND ?2 AND class = 'person' AND scan.code <> '' GROUP BY scan.code ORDER BY count DESC, scan.code LIMIT ?3",
            |row| Ok((columns::parsed(row, "code", SignCode::parse)?, joined(row)?, counted(row)?)),
        )?,
        places: listed(
            moment,
            &days,
            MOST_LISTED,
            "SELECT place.kind AS place_kind, place.slug, sum(count) AS count FROM scan JOIN place ON place.id = scan.place_id
             WHERE day BETWEEN ?1 AND ?2 AND class = 'person' GROUP BY place.id ORDER BY count DESC, place.kind, place.slug LIMIT ?3",
            |row| Ok((place_of(row)?, counted(row)?)),
        )?
        .into_iter()
        .filter_map(|(place, count)| Some((place?, count)))
        .collect(),
        langs: listed(
            moment,
            &days,
            MOST_LISTED,
            "SELECT lang, sum(count) AS count FROM scan WHERE day BETWEEN ?1 AND ?2 AND class = 'person'
             GROUP BY lang ORDER BY count DESC, lang LIMIT ?3",
            |row| Ok((columns::parsed(row, "lang", Lang::parse)?, counted(row)?)),
        )?,
        vias: listed(
            moment,
            &days,
            MOST_LISTED,
            "SELECT via, sum(count) AS count FROM scan WHERE day BETWEEN ?1 AND ?2 AND class = 'person' GROUP BY via ORDER BY via LIMIT ?3",
            |row| Ok((columns::parsed(row, "via", ScanVia::parse)?, counted(row)?)),
        )?,
    })
}

/// The place that an outer join brought along.
fn joined(row: &Row<'_>) -> rusqlite::Result<Option<Place>> {
    if row.get::<_, Option<String>>("slug")?.is_none() { Ok(None) } else { place_of(row) }
}

fn listed<T>(
    moment: &Transaction<'_>,
    (from, until): &Days,
    most: i64,
    query: &str,
    read: fn(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    moment.prepare_cached(query)?.query_map((from, until, most), read)?.collect()
}
