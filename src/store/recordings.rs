//! How are texts read aloud kept, put in the place of older ones, and withdrawn?

use super::spot::Spot;
use super::{Error, Store, columns, history, places};
use crate::register::{HistoryAct, Lang, Line, Place, PlaceKind, Recording, RecordingFormat};
use rusqlite::{OptionalExtension, Row, Transaction, TransactionBehavior, named_params};
use serde_json::json;

const WITH_PLACE: &str =
    "SELECT place.kind AS place_kind, place.slug AS place_slug, recording.* FROM recording JOIN place ON place.id = recording.place_id";

/// A recording as the office sees it.
#[derive(Debug, Clone)]
pub struct KeptRecording {
    /// The recording.
    pub recording: Recording,
    /// When it was added, ISO 8601 in UTC.
    pub made_at: String,
    /// When it was replaced or withdrawn, ISO 8601 in UTC; empty while it is in use.
    pub retired_at: String,
}

/// A recording about to be kept.
#[derive(Debug, Clone)]
pub struct NewRecording<'a> {
    /// The language that is spoken.
    pub lang: Lang,
    /// The start of the SHA-256 of the bytes, in hex.
    pub digest: &'a str,
    /// How it is encoded.
    pub format: RecordingFormat,
    /// How long it takes, where the file tells.
    pub seconds: Option<u32>,
    /// Who speaks.
    pub speaker: &'a Line,
    /// Under which terms it may be heard.
    pub licence: &'a Line,
    /// The file.
    pub bytes: &'a [u8],
}

impl Store {
    /// Keeps a recording of the text about a place in its language; one that is there is replaced and stays, out of use.
    ///
    /// # Errors
    /// Refuses whoever may not, and a place that is not in the register.
    pub fn add_recording(&mut self, by: i64, at: &str, place: &Place, fresh: &NewRecording<'_>) -> Result<i64, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let on = Spot::of(&change, by, at, place)?;
        let replaced = in_use(&on, fresh.lang)?;
        if let Some(id) = replaced {
            put_retired(&on, id)?;
        }
        let id = add(&on, fresh)?;
        let after = [
            ("digest", fresh.digest.to_owned()),
            ("speaker", fresh.speaker.to_string()),
            ("licence", fresh.licence.to_string()),
            ("format", fresh.format.to_string()),
        ];
        let mut payload = history::before_and_after(&[], &after);
        payload["recording"] = json!(id);
        if let Some(replaced) = replaced {
            payload["replaced"] = json!(replaced);
        }
        on.tell(HistoryAct::AddRecording, fresh.lang.as_str(), payload)?;
        change.commit()?;
        Ok(id)
    }

    /// Takes a recording out of use; it stays in the database.
    ///
    /// # Errors
    /// Refuses whoever may not, and a recording that this place does not have.
    pub fn retire_recording(&mut self, by: i64, at: &str, place: &Place, id: i64) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let on = Spot::of(&change, by, at, place)?;
        let query = format!("{WITH_PLACE} WHERE recording.id = ?1 AND place_id = ?2");
        let found = change.prepare_cached(&query)?.query_row((id, on.place_id), kept_of).optional()?;
        let kept = found.ok_or(Error::NoSuchRecording(id))?;
        if !kept.retired_at.is_empty() {
            return Ok(());
        }
        put_retired(&on, id)?;
        on.tell(HistoryAct::RetireRecording, kept.recording.lang.as_str(), json!({ "recording": id }))?;
        Ok(change.commit()?)
    }

    /// The recordings of a place, the newest first; those no longer in use are among them.
    ///
    /// # Errors
    /// Refuses a place that is not in the register.
    pub fn recordings_of(&mut self, place: &Place) -> Result<Vec<KeptRecording>, Error> {
        let moment = self.connection.transaction()?;
        let place_id = places::get_id(&moment, place.kind, &place.slug)?;
        let mut query = moment.prepare_cached(&format!("{WITH_PLACE} WHERE place_id = ?1 ORDER BY recording.id DESC"))?;
        Ok(query.query_map([place_id], kept_of)?.collect::<Result<_, _>>()?)
    }

    /// The file of a recording with how it is encoded, none where there is no such.
    ///
    /// # Errors
    /// Fails when the database cannot be read.
    pub fn find_recording_file(&self, id: i64) -> Result<Option<(RecordingFormat, Vec<u8>)>, Error> {
        let query = "SELECT format, bytes FROM recording JOIN recording_file ON recording_id = id WHERE id = ?1";
        let found = |row: &Row<'_>| Ok((columns::parsed(row, "format", RecordingFormat::parse)?, row.get("bytes")?));
        Ok(self.connection.prepare_cached(query)?.query_row([id], found).optional()?)
    }
}

/// Every recording that is in use.
pub fn read(moment: &Transaction<'_>) -> rusqlite::Result<Vec<Recording>> {
    let query = format!("{WITH_PLACE} WHERE retired_at = '' ORDER BY recording.id");
    moment.prepare(&query)?.query_map([], recording_of)?.collect()
}

fn kept_of(row: &Row<'_>) -> rusqlite::Result<KeptRecording> {
    Ok(KeptRecording { recording: recording_of(row)?, made_at: row.get("made_at")?, retired_at: row.get("retired_at")? })
}

fn recording_of(row: &Row<'_>) -> rusqlite::Result<Recording> {
    Ok(Recording {
        id: row.get("id")?,
        place: Place { kind: columns::parsed(row, "place_kind", PlaceKind::parse)?, slug: columns::slug(row, "place_slug")? },
        lang: columns::parsed(row, "lang", Lang::parse)?,
        digest: row.get("digest")?,
        format: columns::parsed(row, "format", RecordingFormat::parse)?,
        size: row.get("size")?,
        seconds: row.get("seconds")?,
        speaker: columns::line(row, "speaker")?,
        licence: columns::line(row, "licence")?,
    })
}

fn in_use(on: &Spot<'_>, lang: Lang) -> Result<Option<i64>, Error> {
    let query = "SELECT id FROM recording WHERE place_id = ?1 AND lang = ?2 AND retired_at = ''";
    Ok(on.change.prepare_cached(query)?.query_row((on.place_id, lang.as_str()), |row| row.get(0)).optional()?)
}

fn add(on: &Spot<'_>, fresh: &NewRecording<'_>) -> Result<i64, Error> {
    let id = places::next_id(on.change, "SELECT coalesce(max(id), 0) + 1 FROM recording")?;
    on.change
        .prepare_cached(
            "INSERT INTO recording (id, place_id, lang, digest, format, size, seconds, speaker, licence, editor_id, made_at, retired_at)
             VALUES (:id, :place_id, :lang, :digest, :format, :size, :seconds, :speaker, :licence, :editor_id, :at, '')",
        )?
        .execute(named_params! {
            ":id": id,
            ":place_id": on.place_id,
            ":lang": fresh.lang.as_str(),
            ":digest": fresh.digest,
            ":format": fresh.format.as_str(),
            ":size": i64::try_from(fresh.bytes.len()).unwrap_or(i64::MAX),
            ":seconds": fresh.seconds,
            ":speaker": fresh.speaker.as_str(),
            ":licence": fresh.licence.as_str(),
            ":editor_id": on.who.id,
            ":at": on.at,
        })?;
    let file = "INSERT INTO recording_file (recording_id, bytes) VALUES (?1, ?2)";
    on.change.prepare_cached(file)?.execute((id, fresh.bytes))?;
    Ok(id)
}

fn put_retired(on: &Spot<'_>, id: i64) -> Result<(), Error> {
    on.change.prepare_cached("UPDATE recording SET retired_at = ?1 WHERE id = ?2")?.execute((on.at, id))?;
    Ok(())
}
