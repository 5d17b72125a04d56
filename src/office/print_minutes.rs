//! Which papers do the office and the shop sign? The minutes of handover and of acceptance, filled in as far as the order knows.

use super::answer::Answer;
use super::asked::Asked;
use super::plates::{plate_of, say};
use super::print_parts::state_key;
use super::route::{OpenTo, Route};
use super::{Error, Office};
use crate::print::manifest::FileFacts;
use crate::print::papers::{Minutes, MinutesSign, Say, acceptance, handover};
use crate::print::{self, Manifest};
use crate::register::{Act, Lang, PlateState};
use crate::store::{Batch, BatchSign};
use crate::web::words::Words;
use actix_web::http::header::CONTENT_DISPOSITION;
use std::io::Read;

pub(super) const ROUTES: &[Route] = &[
    Route::get(r"/office/print/{batch:\d+}/handover.pdf", OpenTo::WhoMay(Act::Read), show_handover),
    Route::get(r"/office/print/{batch:\d+}/acceptance.pdf", OpenTo::WhoMay(Act::Read), show_acceptance),
];

/// Writes one of the papers.
type Write = fn(&Minutes, Say<'_>) -> Result<Vec<u8>, print::Error>;

fn show_handover(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    paper(office, asked, "handover", handover)
}

fn show_acceptance(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    paper(office, asked, "acceptance", acceptance)
}

fn paper(office: &Office, asked: &Asked, name: &str, write: Write) -> Result<Answer, Error> {
    let batch = office.store()?.get_batch(asked.number("batch").ok_or(Error::NotThere)?)?;
    let minutes = minutes_of(office, &batch)?;
    let name = format!("attachment; filename=\"batch-{}-{name}.pdf\"", batch.id);
    Ok(Answer::file("application/pdf", write(&minutes, &say)?).with(CONTENT_DISPOSITION, name))
}

/// The papers speak Vietnamese, whatever the office does. Whose papers they are is left blank where nobody has told us, and so is who signs.
fn minutes_of(office: &Office, batch: &Batch) -> Result<Minutes, Error> {
    let head = office.store()?.office_head()?;
    let (words, counts) = (Words::of(Lang::Vi), batch.counts());
    let state = |state: PlateState| words.say(state_key(state));
    let sign = |sign: &BatchSign| MinutesSign {
        code: sign.code.to_string(),
        name: sign.name.clone(),
        number: sign.number,
        ward: sign.ward.clone(),
        state: state(sign.state),
    };
    Ok(Minutes {
        office_head: Some((head.above().to_owned(), head.office().to_owned())),
        batch: batch.id,
        dated: batch.made_at.clone(),
        plate: plate_of(batch)?,
        base_url: batch.base_url.clone(),
        counts: PlateState::ALL.iter().map(|one| (state(*one), counts.in_state(*one))).collect(),
        job_hash: batch.manifest_sha256.clone(),
        files: files_of(office, batch),
        signs: batch.signs.iter().map(sign).collect(),
    })
}

/// The artwork as its manifest lists it; nothing where the files do not lie ready.
fn files_of(office: &Office, batch: &Batch) -> Vec<FileFacts> {
    let manifest = || {
        let mut bytes = Vec::new();
        office.press().open(batch, "manifest.json")?.file.read_to_end(&mut bytes).ok()?;
        Manifest::parse(&bytes).ok()
    };
    manifest().map(|manifest| manifest.files).unwrap_or_default()
}
