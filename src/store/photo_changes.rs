//! How does a picture come in, and how is what is said of it changed?

use super::photos::{self, KeptPhoto};
use super::spot::Spot;
use super::{Error, Store, history, places, signs};
use crate::register::paragraphs::digest;
use crate::register::{Fields, HistoryAct, PhotoFile, PhotoKind, PhotoWords, Place, SignCode};
use rusqlite::{OptionalExtension, TransactionBehavior, named_params};
use serde_json::{Value, json};

/// Pictures in use that a place may have.
const MOST_PHOTOS: i64 = 200;

/// A picture about to be kept.
#[derive(Debug, Clone)]
pub struct NewPhoto<'a> {
    /// A view or a paper.
    pub kind: PhotoKind,
    /// What is said of it so far.
    pub words: &'a PhotoWords,
    /// The start of the SHA-256 of its largest file, in hex.
    pub digest: &'a str,
    /// Its files, the largest first.
    pub files: &'a [PhotoFile],
}

/// What stands for the words of a picture as a form showed them, so that nobody writes over what somebody else has changed since.
#[must_use]
pub fn photo_words_seen(words: &PhotoWords) -> String {
    digest(&format!("{:?}", words.fields()))
}

impl Store {
    /// Adds pictures to a place, all or none, and gives their numbers.
    ///
    /// # Errors
    /// Refuses whoever may not, a place that is not in the register, more pictures than a place may have, and one that is there already.
    pub fn add_photos(&mut self, by: i64, at: &str, place: &Place, fresh: &[NewPhoto<'_>]) -> Result<Vec<i64>, Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let on = Spot::of(&change, by, at, place)?;
        let ids = fresh.iter().map(|one| add(&on, one)).collect::<Result<_, _>>()?;
        check_number(&on)?;
        change.commit()?;
        Ok(ids)
    }

    /// Changes what is said of a picture; `seen` tells what stood there when the form was opened.
    ///
    /// # Errors
    /// Refuses whoever may not, a picture of another place, what somebody else has changed since, and to take away what a published text
    /// or a sign needs of it.
    pub fn change_photo(&mut self, by: i64, at: &str, place: &Place, id: i64, seen: &str, words: &PhotoWords) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let on = Spot::of(&change, by, at, place)?;
        let before = photos::get(&change, on.place_id, id)?.photo.words();
        if before == *words {
            return Ok(());
        }
        if photo_words_seen(&before) != seen {
            return Err(Error::Changed);
        }
        put_words(&on, id, words)?;
        let now = photos::get(&change, on.place_id, id)?.photo;
        for (lang, _) in photos::texts_showing(&change, on.place_id, id)?.into_iter().filter(|(_, is_public)| *is_public) {
            now.check_publishable(lang)?;
        }
        if let Some(code) = sign_showing(&on, id)?
            && !now.is_public_view()
        {
            return Err(Error::PhotoOnSign(code));
        }
        tell(&on, HistoryAct::ChangePhoto, id, history::before_and_after(&before.fields(), &words.fields()))?;
        Ok(change.commit()?)
    }

    /// Takes a picture out of use; it stays in the database.
    ///
    /// # Errors
    /// Refuses whoever may not, a picture of another place, and one that a sign, a published text or one in work shows.
    pub fn retire_photo(&mut self, by: i64, at: &str, place: &Place, id: i64) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let on = Spot::of(&change, by, at, place)?;
        let kept = photos::get(&change, on.place_id, id)?;
        if let Some((lang, _)) = photos::texts_showing(&change, on.place_id, id)?.first() {
            return Err(Error::PhotoShown { place: place.clone(), lang: *lang });
        }
        if let Some(code) = sign_showing(&on, id)? {
            return Err(Error::PhotoOnSign(code));
        }
        if !kept.retired_at.is_empty() {
            return Ok(());
        }
        put_retired(&on, id, at)?;
        tell(&on, HistoryAct::RetirePhoto, id, retired("", at))?;
        Ok(change.commit()?)
    }

    /// Takes a picture into use again.
    ///
    /// # Errors
    /// Refuses whoever may not, a picture of another place, and more pictures than a place may have.
    pub fn revive_photo(&mut self, by: i64, at: &str, place: &Place, id: i64) -> Result<(), Error> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let on = Spot::of(&change, by, at, place)?;
        let KeptPhoto { retired_at, .. } = photos::get(&change, on.place_id, id)?;
        if retired_at.is_empty() {
            return Ok(());
        }
        put_retired(&on, id, "")?;
        check_number(&on)?;
        tell(&on, HistoryAct::Revive, id, retired(&retired_at, ""))?;
        Ok(change.commit()?)
    }
}

fn retired(before: &str, after: &str) -> Value {
    history::before_and_after(&[("retired_at", before.to_owned())], &[("retired_at", after.to_owned())])
}

fn add(on: &Spot<'_>, fresh: &NewPhoto<'_>) -> Result<i64, Error> {
    let same = "SELECT id FROM photo WHERE place_id = ?1 AND digest = ?2";
    if let Some(same) = on.change.prepare_cached(same)?.query_row((on.place_id, fresh.digest), |row| row.get(0)).optional()? {
        return Err(Error::SamePhoto(same));
    }
    let id = places::next_id(on.change, "SELECT coalesce(max(id), 0) + 1 FROM photo")?;
    let (width, height) = fresh.files.first().map_or((0, 0), |largest| (largest.width, largest.height));
    on.change
        .prepare_cached(
            "INSERT INTO photo (id, place_id, kind, digest, width, height, author, licence, source, taken, alt_vi, alt_en, editor_id,
                made_at, retired_at)
             VALUES (:id, :place_id, :kind, :digest, :width, :height, :author, :licence, :source, :taken, :alt_vi, :alt_en, :editor_id,
                :at, '')",
        )?
        .execute(named_params! {
            ":id": id,
            ":place_id": on.place_id,
            ":kind": fresh.kind.as_str(),
            ":digest": fresh.digest,
            ":width": width,
            ":height": height,
            ":author": fresh.words.author.as_str(),
            ":licence": fresh.words.licence.as_str(),
            ":source": fresh.words.source.as_str(),
            ":taken": fresh.words.taken.as_str(),
            ":alt_vi": fresh.words.alt.vi.as_str(),
            ":alt_en": fresh.words.alt.en.as_str(),
            ":editor_id": on.who.id,
            ":at": on.at,
        })?;
    let file = "INSERT INTO photo_file (photo_id, width, format, height, bytes) VALUES (?1, ?2, ?3, ?4, ?5)";
    for one in fresh.files {
        on.change.prepare_cached(file)?.execute((id, one.width, one.format.as_str(), one.height, &one.bytes))?;
    }
    let made = [("kind", fresh.kind.to_string()), ("digest", fresh.digest.to_owned())];
    let after: Vec<_> = made.into_iter().chain(fresh.words.fields()).collect();
    tell(on, HistoryAct::AddPhoto, id, history::before_and_after(&[], &after))?;
    Ok(id)
}

/// A sign of the place that shows a picture.
fn sign_showing(on: &Spot<'_>, id: i64) -> Result<Option<SignCode>, Error> {
    let all = super::of_table("sign", signs::of_place(on.change, on.place_id))?;
    Ok(all.into_iter().find(|sign| sign.survey.photo == Some(id)).map(|sign| sign.code))
}

fn put_words(on: &Spot<'_>, id: i64, words: &PhotoWords) -> Result<(), Error> {
    on.change
        .prepare_cached(
            "UPDATE photo SET author = :author, licence = :licence, source = :source, taken = :taken, alt_vi = :alt_vi, alt_en = :alt_en
             WHERE id = :id",
        )?
        .execute(named_params! {
            ":author": words.author.as_str(),
            ":licence": words.licence.as_str(),
            ":source": words.source.as_str(),
            ":taken": words.taken.as_str(),
            ":alt_vi": words.alt.vi.as_str(),
            ":alt_en": words.alt.en.as_str(),
            ":id": id,
        })?;
    Ok(())
}

fn put_retired(on: &Spot<'_>, id: i64, retired_at: &str) -> Result<(), Error> {
    on.change.prepare_cached("UPDATE photo SET retired_at = ?1 WHERE id = ?2")?.execute((retired_at, id))?;
    Ok(())
}

fn check_number(on: &Spot<'_>) -> Result<(), Error> {
    let count = "SELECT count(*) FROM photo WHERE place_id = ?1 AND retired_at = ''";
    let number: i64 = on.change.prepare_cached(count)?.query_row([on.place_id], |row| row.get(0))?;
    if number > MOST_PHOTOS { Err(Error::TooManyPhotos(MOST_PHOTOS)) } else { Ok(()) }
}

/// Writes into the history which picture it was, beside what changed.
fn tell(on: &Spot<'_>, act: HistoryAct, id: i64, mut payload: Value) -> Result<(), Error> {
    payload["photo"] = json!(id);
    on.tell(act, "", payload)
}
