//! How is an order made into files? The one place where the desk meets the press.

use super::Error;
use crate::print::{self, Finished, Format, Grid, Job, Plate, PlateText, PlateWords, Sheet};
use crate::qr::BaseUrl;
use crate::register::{Lang, Sentence};
use crate::store::{Batch, BatchSign, Profile};
use crate::web::words::Words;
use std::path::Path;
use std::sync::Arc;

/// Called while files are made, with what is done and what there is to do; it says whether to go on.
pub type Going<'a> = &'a (dyn Fn(usize, usize) -> bool + Sync);

/// What the press takes: the job of an order, and the format of its files.
///
/// # Errors
/// Refuses a recipe that this version of the program does not know.
pub fn job_of(batch: &Batch) -> Result<(Job, Format), Error> {
    let recipe = &batch.recipe;
    let plate = plate_of(batch)?;
    let base = BaseUrl::parse(&batch.base_url)?;
    let vietnamese = Words::of(Lang::Vi);
    let title = vietnamese.tell(&Sentence::new("print-title").with("count", batch.signs.len()).with("host", base.host()));
    let mounting = vietnamese.say_with("hang-up-to", &[("metres", &format!("{:.1}", plate.hangs_up_to_m()).replace('.', ","))]);
    let [first, second] = [Lang::Vi, Lang::En].map(|lang| Words::of(lang).say("scan-to-learn"));
    let job = Job {
        spots: Arc::new(plate.spots()),
        plate,
        sheet: Some(recipe.sheet.as_str()).filter(|sheet| !sheet.is_empty()).map(Sheet::parse).transpose()?,
        words: PlateWords { first, second, mounting, ..PlateWords::default() },
        signs: batch.signs.iter().map(|sign| text_of(sign, &base)).collect(),
        device: Grid::new(recipe.dpi, recipe.bwr)?,
        skip: usize::try_from(recipe.skip).unwrap_or_default(),
        title,
        dated: recipe.dated.clone(),
    };
    Ok((job, Format::parse(&recipe.format)?))
}

/// The plate of an order, as it was when it was ordered.
///
/// # Errors
/// Refuses a plate that this version of the program does not know.
pub fn plate_of(batch: &Batch) -> Result<Plate, Error> {
    let file = &batch.recipe.plate_file;
    Ok(if file.is_empty() { Plate::get(&batch.plate)? } else { Plate::parse(&batch.plate, file)? })
}

fn text_of(sign: &BatchSign, base: &BaseUrl) -> PlateText {
    PlateText {
        code: sign.code,
        link: base.link(sign.code),
        kind_word: Some(sign.kind_word.clone()).filter(|word| !word.is_empty()),
        name: sign.name.clone(),
        number: sign.number,
        place: sign.place.clone(),
        ward: sign.ward.clone(),
        warning: None,
    }
}

/// Makes every file of an order in a folder, each read back before it counts.
///
/// # Errors
/// Fails where the folder cannot be written, and at the first symbol that is not read back; stops when it is told to.
pub fn make(batch: &Batch, _profile: Option<&Profile>, folder: &Path, going: Going<'_>) -> Result<(), Error> {
    let (job, format) = job_of(batch)?;
    let all = print::page_count(&job, format)?;
    let mut done = 0;
    print::write(&job, format, |finished: Finished| {
        let path = folder.join(&finished.name);
        std::fs::write(&path, &finished.bytes).map_err(|source| Error::Files { path, source })?;
        let go = |page: usize| going(done + page, all);
        let pages = print::read_back(finished.bytes, format, &|page, _| {
            go(page);
        })?;
        let differences = print::compare(&pages, &finished.links);
        if !differences.is_empty() {
            return Err(print::Error::Proof(differences).into());
        }
        done += finished.links.len();
        if going(done, all) { Ok(()) } else { Err(Error::Stopped) }
    })
}
