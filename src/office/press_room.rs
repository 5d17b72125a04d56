//! How is an order made into files? The one place where the desk meets the press.

use super::Error;
use super::finished_file::Folder;
use super::plates::{facts, job_of, say};
use crate::print::{self, Format, Job, Names, Proof, Stage};
use crate::store::{Batch, Profile};
use std::path::Path;

/// Called while files are made, with what is done and what there is to do; it says whether to go on.
pub type Going<'a> = &'a (dyn Fn(usize, usize) -> bool + Sync);

/// The job of an order that is only looked at, and the format of its files.
///
/// # Errors
/// Refuses a recipe that this version of the program does not know.
pub fn job_to_look_at(batch: &Batch) -> Result<(Job, Format), Error> {
    let mut batch = batch.clone();
    batch.recipe.profile_sha256 = None;
    Ok(job_of(&batch, None, true)?)
}

/// Makes every file of an order in a folder, each read back before it counts, and the manifest beside them; gives the hash of the job.
///
/// # Errors
/// Fails where the folder cannot be written, and at the first symbol that is not read back; stops when it is told to.
pub fn make(batch: &Batch, profile: Option<Profile>, folder: &Path, going: Going<'_>) -> Result<String, Error> {
    let (job, format) = job_of(batch, profile.map(|profile| profile.bytes), true)?;
    let (names, shelf) = (Names::within(), Folder(folder.to_owned()));
    // One file is written whole and then read back: two rounds of all pages. Many are read back one by one, as they are written.
    let rounds = if format == Format::Pdf { 2 } else { 1 };
    let goes = |stage: Stage, done: usize, all: usize| {
        let before = if rounds == 2 && stage == Stage::Reading { all } else { 0 };
        going(before + done, rounds * all)
    };
    let artwork = print::run(&job, format, &names, Some(Proof::Damaged), &shelf, &goes)?;
    let made = print::finish(&artwork, &job, facts(batch, Some(batch.id), &job, format)?, &names, &shelf, &say)?;
    Ok(made.job_hash)
}
