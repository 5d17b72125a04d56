//! What was ordered from the press: which plates, made of what, with which address?

use super::history::{self, Change, Stamp};
use super::order_events::{Event, add_event};
use super::{Error, OrderError, Store, columns, places};
use crate::register::order::Deed;
use crate::register::{Counts, HistoryAct, Metres, OrderCause, PlateState, SignCode};
use rusqlite::{OptionalExtension, Row, Transaction, TransactionBehavior, named_params};

/// Orders on a page of the list.
const BATCHES_A_PAGE: usize = 20;

/// One plate of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchSign {
    /// The sign.
    pub code: SignCode,
    /// The word above the name as printed; empty where there was none.
    pub kind_word: String,
    /// The name as printed: metal outlives renamings.
    pub name: String,
    /// The number of the sign within its place then; none where unnumbered.
    pub number: Option<u32>,
    /// Its place then, as `kind/slug`.
    pub place: String,
    /// The name of its ward then; empty where not known.
    pub ward: String,
    /// How high it was to hang, where known.
    pub mounting_m: Option<Metres>,
    /// From how far it was to be read, where known.
    pub distance_m: Option<Metres>,
    /// What has become of the plate.
    pub state: PlateState,
}

/// Everything besides the plates that the files are made of: the same recipe and the same version of the program give the same bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recipe {
    /// The file of the plate as it was; empty means the plate of that name that the program comes with.
    pub plate_file: String,
    /// The digest of each face that the plates are lettered in, one a line; empty where the batch is from before they were noted.
    pub fonts: String,
    /// The digest of the colour profile of the press, as [`Store::add_profile`] gives it.
    pub profile_sha256: Option<String>,
    /// The format of the files.
    pub format: String,
    /// The sheet by its name or its size; empty where each plate is a page of its own or the format has a usual one.
    pub sheet: String,
    /// Dots an inch, where the format has any.
    pub dpi: Option<u32>,
    /// By how much every dark module is narrowed in all against ink gain, in micrometres.
    pub bwr: u32,
    /// The places that are left empty on the first sheet.
    pub skip: u32,
    /// The names of the spot colours, as the recipe writes them.
    pub spots: String,
    /// The date that the files carry, ISO 8601 in UTC.
    pub dated: String,
}

/// Why it was ordered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// The cause.
    pub cause: OrderCause,
    /// The batch that it repeats plates of, where it repeats any.
    pub reprint_of: Option<i64>,
    /// Why plates are made whose entry is not published; empty where there are none.
    pub reason: String,
    /// What else there is to say.
    pub note: String,
}

impl Default for Terms {
    fn default() -> Self {
        Self { cause: OrderCause::First, reprint_of: None, reason: String::new(), note: String::new() }
    }
}

/// One order of plates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Its number; 0 until it is kept.
    pub id: i64,
    /// When it was made, ISO 8601 in UTC.
    pub made_at: String,
    /// Who ordered it: a login, or the command of an operator at a terminal; empty until it is kept.
    pub ordered_by: String,
    /// The base URL in its links.
    pub base_url: String,
    /// The plate that it was drawn on.
    pub plate: String,
    /// The version of the program that made it.
    pub program: String,
    /// What the files are made of.
    pub recipe: Recipe,
    /// Why it was ordered.
    pub terms: Terms,
    /// The hash of what was made of it; none until something was.
    pub manifest_sha256: Option<String>,
    /// The plates in the order of the sheets.
    pub signs: Vec<BatchSign>,
}

impl Batch {
    /// How many of its plates are in which state.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts::of(self.signs.iter().map(|sign| sign.state))
    }

    /// Does the other one order the same again? Its time, and who ordered it, are left out of account.
    fn repeats(&self, other: &Self) -> bool {
        let apart = (other.id, other.made_at.clone(), other.ordered_by.clone(), other.manifest_sha256.clone());
        let (id, made_at, ordered_by, manifest_sha256) = apart;
        Self { id, made_at, ordered_by, manifest_sha256, ..self.clone() } == *other
    }
}

/// A row of the list of orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchRow {
    /// Its number.
    pub id: i64,
    /// When it was made, ISO 8601 in UTC.
    pub made_at: String,
    /// Who ordered it.
    pub ordered_by: String,
    /// The plate that it was drawn on.
    pub plate: String,
    /// The format of the files.
    pub format: String,
    /// Why it was ordered.
    pub cause: OrderCause,
    /// How many of its plates are in which state.
    pub counts: Counts,
}

/// A page of the list of orders, the newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BatchPage {
    /// Its rows.
    pub rows: Vec<BatchRow>,
    /// How many orders there are on all pages.
    pub count: usize,
    /// How many pages there are, at least one.
    pub pages: usize,
}

impl Store {
    /// Keeps a batch and gives its number. A run that repeats the newest batch in everything but its time is that batch, as long as
    /// nothing has become of that.
    ///
    /// # Errors
    /// Refuses a batch without plates; fails when the file cannot be written, and nothing is kept then.
    pub fn add_batch(&mut self, batch: &Batch, stamp: Stamp<'_>) -> Result<i64, Error> {
        self.add_batch_with(batch, stamp, Ok::<i64, Error>)
    }

    /// As [`Store::add_batch`], and kept only when what goes with it has been made: it is told the number.
    ///
    /// # Errors
    /// As [`Store::add_batch`], and with what could not be made.
    pub fn add_batch_with<T, E: From<Error>>(
        &mut self,
        batch: &Batch,
        stamp: Stamp<'_>,
        make: impl FnOnce(i64) -> Result<T, E>,
    ) -> Result<T, E> {
        let (change, id) = self.begin_batch(batch, stamp)?;
        let made = make(id)?;
        change.commit().map_err(Error::from)?;
        Ok(made)
    }

    fn begin_batch(&mut self, batch: &Batch, stamp: Stamp<'_>) -> Result<(Transaction<'_>, i64), Error> {
        if batch.signs.is_empty() {
            return Err(OrderError::Empty.into());
        }
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let newest = places::next_id(&change, "SELECT coalesce(max(id), 0) FROM print_batch")?;
        if find(&change, newest)?.is_some_and(|last| batch.repeats(&last)) {
            return Ok((change, newest));
        }
        let batch = Batch { id: newest + 1, ordered_by: stamp.who.to_owned(), ..batch.clone() };
        insert(&change, &batch)?;
        add_event(&change, stamp, &Event { batch: batch.id, position: None, deed: Deed::Order, cause: batch.terms.cause.as_str() })?;
        history::write(&change, stamp, &told(&batch, &subject(batch.id)))?;
        Ok((change, batch.id))
    }

    /// The batch with this number.
    ///
    /// # Errors
    /// Refuses a number that no batch has.
    pub fn get_batch(&mut self, id: i64) -> Result<Batch, Error> {
        get(&self.connection.transaction()?, id)
    }

    /// A page of the list of orders, from 1. A page beyond the last is the last.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn batches(&mut self, page: usize) -> Result<BatchPage, Error> {
        let moment = self.connection.transaction()?;
        let count: i64 = moment.query_row("SELECT count(*) FROM print_batch", [], |row| row.get(0))?;
        let count = usize::try_from(count).unwrap_or_default();
        let pages = count.div_ceil(BATCHES_A_PAGE).max(1);
        let skipped = BATCHES_A_PAGE * (page.clamp(1, pages) - 1);
        let query = format!("SELECT * FROM print_batch ORDER BY id DESC LIMIT {BATCHES_A_PAGE} OFFSET {skipped}");
        let mut query = moment.prepare(&query)?;
        let rows = query.query_map([], |row| row_of(&moment, row))?.collect::<rusqlite::Result<_>>();
        Ok(BatchPage { rows: super::of_table("print_batch", rows)?, count, pages })
    }

    /// Notes the hash of what was made of a batch. Tells whether the batch was made before with another one: then it is not the same.
    ///
    /// # Errors
    /// Refuses a number that no batch has.
    pub fn set_job_hash(&mut self, id: i64, sha256: &str) -> Result<bool, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let before = get(&change, id)?.manifest_sha256;
        if before.is_none() {
            change.execute("UPDATE print_batch SET manifest_sha256 = ?1 WHERE id = ?2", (sha256, id))?;
        }
        change.commit()?;
        Ok(before.is_none_or(|before| before == sha256))
    }

    /// Every base URL that stands on metal, oldest first, with the newest batch that used it.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn printed_base_urls(&mut self) -> Result<Vec<(String, i64)>, Error> {
        let mut query = self.connection.prepare("SELECT base_url, max(id) FROM print_batch GROUP BY base_url ORDER BY min(id)")?;
        let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// A batch as the history names it.
pub(super) fn subject(id: i64) -> String {
    format!("batch/{id}")
}

fn told<'a>(batch: &Batch, subject: &'a str) -> Change<'a> {
    let codes: Vec<&str> = batch.signs.iter().map(|sign| sign.code.as_str()).collect();
    let payload = serde_json::json!({
        "plates": batch.signs.len().to_string(), "plate": batch.plate, "base_url": batch.base_url, "format": batch.recipe.format,
        "order_cause": batch.terms.cause.as_str(), "reprint_of": batch.terms.reprint_of.map(|id| id.to_string()),
        "reason": batch.terms.reason, "note": batch.terms.note, "codes": codes.join(" "),
    });
    Change { act: HistoryAct::Order, place_id: None, subject, lang: "", version_id: None, payload }
}

/// The batch with this number, which must be there.
pub(super) fn get(moment: &Transaction<'_>, id: i64) -> Result<Batch, Error> {
    find(moment, id)?.ok_or(Error::NoSuchBatch(id))
}

/// The batch with this number.
pub(super) fn find(moment: &Transaction<'_>, id: i64) -> Result<Option<Batch>, Error> {
    let signs = signs_of(moment, id);
    let mut query = moment.prepare_cached("SELECT * FROM print_batch WHERE id = ?1")?;
    let found = query.query_row([id], batch_of).optional();
    let Some(batch) = super::of_table("print_batch", found)? else { return Ok(None) };
    Ok(Some(Batch { signs: super::of_table("print_batch_sign", signs)?, ..batch }))
}

/// The plates of a batch, in the order of the sheets.
pub(super) fn signs_of(moment: &Transaction<'_>, id: i64) -> rusqlite::Result<Vec<BatchSign>> {
    moment.prepare_cached("SELECT * FROM print_batch_sign WHERE batch_id = ?1 ORDER BY position")?.query_map([id], sign_of)?.collect()
}

/// Reads every batch, so that what cannot be read is found.
pub(super) fn read(moment: &Transaction<'_>) -> rusqlite::Result<()> {
    moment.prepare("SELECT * FROM print_batch")?.query_map([], batch_of)?.try_for_each(|read| read.map(drop))?;
    moment.prepare("SELECT * FROM print_batch_sign")?.query_map([], sign_of)?.try_for_each(|read| read.map(drop))
}

/// The plate in this row.
pub(super) fn sign_of(row: &Row<'_>) -> rusqlite::Result<BatchSign> {
    Ok(BatchSign {
        code: columns::parsed(row, "code", SignCode::parse)?,
        kind_word: row.get("kind_word")?,
        name: row.get("name")?,
        number: columns::number(row, "number")?,
        place: row.get("place")?,
        ward: row.get("ward")?,
        mounting_m: columns::optional(row, "mounting_m", Metres::parse_mounting)?,
        distance_m: columns::optional(row, "distance_m", Metres::parse_distance)?,
        state: columns::parsed(row, "state", PlateState::parse)?,
    })
}

fn batch_of(row: &Row<'_>) -> rusqlite::Result<Batch> {
    Ok(Batch {
        id: row.get("id")?,
        made_at: row.get("made_at")?,
        ordered_by: row.get("ordered_by")?,
        base_url: row.get("base_url")?,
        plate: row.get("plate")?,
        program: row.get("program")?,
        recipe: Recipe {
            plate_file: row.get("plate_file")?,
            fonts: row.get("fonts")?,
            profile_sha256: row.get("profile_sha256")?,
            format: row.get("format")?,
            sheet: row.get("sheet")?,
            dpi: columns::number(row, "dpi")?,
            bwr: row.get("bwr")?,
            skip: row.get("skip")?,
            spots: row.get("spots")?,
            dated: row.get("dated")?,
        },
        terms: Terms {
            cause: columns::parsed(row, "cause", OrderCause::parse)?,
            reprint_of: row.get("reprint_of")?,
            reason: row.get("reason")?,
            note: row.get("note")?,
        },
        manifest_sha256: row.get("manifest_sha256")?,
        signs: Vec::new(),
    })
}

fn row_of(moment: &Transaction<'_>, row: &Row<'_>) -> rusqlite::Result<BatchRow> {
    let batch = batch_of(row)?;
    let mut counts = Counts::default();
    let mut query = moment.prepare_cached("SELECT state, count(*) AS plates FROM print_batch_sign WHERE batch_id = ?1 GROUP BY state")?;
    let mut rows = query.query([batch.id])?;
    while let Some(row) = rows.next()? {
        counts.add(columns::parsed(row, "state", PlateState::parse)?, usize::try_from(row.get::<_, i64>("plates")?).unwrap_or_default());
    }
    let Batch { id, made_at, ordered_by, plate, recipe, terms, .. } = batch;
    Ok(BatchRow { id, made_at, ordered_by, plate, format: recipe.format, cause: terms.cause, counts })
}

fn insert(change: &Transaction<'_>, batch: &Batch) -> Result<(), Error> {
    let (recipe, terms) = (&batch.recipe, &batch.terms);
    change.execute(
        "INSERT INTO print_batch (id, made_at, ordered_by, base_url, plate, program, plate_file, fonts, profile_sha256, format, sheet,
            dpi, bwr, skip, spots, dated, cause, reprint_of, reason, note)
         VALUES (:id, :made_at, :ordered_by, :base_url, :plate, :program, :plate_file, :fonts, :profile, :format, :sheet,
            :dpi, :bwr, :skip, :spots, :dated, :cause, :reprint_of, :reason, :note)",
        named_params! {
            ":id": batch.id, ":made_at": batch.made_at, ":ordered_by": batch.ordered_by, ":base_url": batch.base_url,
            ":plate": batch.plate, ":program": batch.program, ":plate_file": recipe.plate_file, ":fonts": recipe.fonts,
            ":profile": recipe.profile_sha256, ":format": recipe.format, ":sheet": recipe.sheet, ":dpi": recipe.dpi,
            ":bwr": recipe.bwr, ":skip": recipe.skip, ":spots": recipe.spots, ":dated": recipe.dated,
            ":cause": terms.cause.as_str(), ":reprint_of": terms.reprint_of, ":reason": terms.reason, ":note": terms.note,
        },
    )?;
    let mut insert = change.prepare(
        "INSERT INTO print_batch_sign (batch_id, position, code, kind_word, name, number, place, ward, mounting_m, distance_m, state)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?;
    for (position, sign) in (1_i64..).zip(&batch.signs) {
        let sized = (columns::shown(sign.mounting_m), columns::shown(sign.distance_m));
        let state = sign.state.as_str();
        insert.execute((
            batch.id,
            position,
            sign.code.as_str(),
            &sign.kind_word,
            &sign.name,
            sign.number,
            &sign.place,
            &sign.ward,
            sized.0,
            sized.1,
            state,
        ))?;
    }
    Ok(())
}
