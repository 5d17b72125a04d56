//! How do signs get onto paper? Written, read back, and only then given their name.

use super::selection::Chosen;
use super::{Error, Outcome, Settings, open, progress, terminal};
use crate::office::clock;
use crate::office::finished_file::{FileError, TogetherIn};
use crate::office::plates;
use crate::print::{self, Artwork, Format, Job, Made, Names, Plate, Profile, Proof, Sheet, Stage};
use crate::qr::BaseUrl;
use crate::register::{OrderCause, Sentence, SignCode, SignState, hex};
use crate::store::{Batch, Recipe, Stamp, Store, Terms};
use crate::web::words::Words;
use clap::Args;
use std::collections::HashSet;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// What the history calls whoever prints at a terminal.
const WHO: &str = "print";

/// Writes plates or sheets for the press, and reads every symbol of the finished files back.
#[derive(Args)]
pub struct Print {
    #[command(flatten)]
    chosen: Chosen,
    /// The file to write as PDF; for the other formats the folder, made if missing, with one file a sign
    #[arg(long, value_name = "PATH")]
    out: PathBuf,
    /// pdf, svg, eps, dxf, png or tiff; pdf where none is named
    #[arg(long, value_parser = |word: &str| Format::parse(word))]
    format: Option<Format>,
    /// The plate: one of the program's own, or a file that describes one; sub-180x120 where none is named
    #[arg(long, value_name = "NAME|FILE")]
    plate: Option<String>,
    /// The sheet: single, a4, a3, sra3, roll-600, roll-1300, roll-WIDTH or WIDTHxHEIGHT; PDF takes a3 where none is named, the others make one file a sign
    #[arg(long, value_name = "NAME", value_parser = |word: &str| Sheet::parse(word).map_err(|error| error.to_string()))]
    sheet: Option<Sheet>,
    /// Dots an inch of the device: modules and their places become whole dots
    #[arg(long, value_name = "N")]
    dpi: Option<u32>,
    /// Bar width reduction: dark modules are narrowed by so many micrometres against ink gain
    #[arg(long, value_name = "MICROMETRES")]
    bwr: Option<u32>,
    /// The colour profile of the press (ICC, CMYK): makes PDF/X-4 instead of PDF/X-1a
    #[arg(long, value_name = "FILE")]
    icc: Option<PathBuf>,
    /// Places of the first sheet that are used already
    #[arg(long, value_name = "N")]
    skip: Option<u32>,
    /// What the shop calls an ink: ground, accent, white or cut; without a name the process inks print it
    #[arg(long, num_args = 1.., value_name = "ROLE=NAME")]
    spot: Vec<String>,
    /// Why it is printed again: changed, damaged, lost, misprint or other
    #[arg(long, value_name = "CAUSE", value_parser = |word: &str| OrderCause::parse(word))]
    cause: Option<OrderCause>,
    /// How hard finished files are tried: clean, or damaged (blurred, turned, small and covered as well)
    #[arg(long, value_name = "HOW", default_value = "damaged", value_parser = |word: &str| Proof::parse(word))]
    proof: Proof,
    /// Leave out the reading back; the files say so, and it never makes a batch
    #[arg(long, conflicts_with = "proof")]
    no_proof: bool,
}

impl Print {
    /// Prints the selection.
    pub fn run(&self, settings: &Settings, words: &Words) -> Result<Outcome, Error> {
        self.check_path(self.format.unwrap_or(Format::Pdf))?;
        let base = settings.base_url()?;
        let mut store = open::open(settings, words)?;
        let mut batch = self.order(&mut store, base, words)?;
        if batch.id > 0 && !plates::is_made_alike(&batch) {
            terminal::note(words.tell(&Sentence::new("print-other-version").with("version", &batch.program)));
        }
        let profile = self.profile(&store, &batch)?;
        let (job, format) = plates::job_of(&batch, profile, !self.no_proof)?;
        // What is not kept as an order needs neither the database any more nor its signs a second time.
        let mut store = (!self.no_proof).then_some(store);
        if self.no_proof {
            batch.signs = Vec::new();
        }
        self.check_path(format)?;
        if !BaseUrl::parse(&batch.base_url)?.is_https() {
            terminal::note(words.say("print-not-https"));
        }
        for warning in print::warnings(&job) {
            terminal::note(words.tell(&warning.sentence()));
        }
        let (folder, names) = self.shelf(format)?;
        let _turn = turn_at(&folder, words);
        let proof = (!self.no_proof).then_some(self.proof);
        let files = TogetherIn::new(folder.clone());
        let unshelved = |error| unshelved(&folder, error);
        let artwork = run(&job, format, &names, proof, &files, words).map_err(unshelved)?;
        // The order is kept if all its files have their names, and only then.
        let finish = |id| {
            let facts = plates::facts(&batch, id, &job, format)?;
            let made = print::finish(&artwork, &job, facts, &names, &files, &plates::say).map_err(unshelved)?;
            files.take_names()?;
            Ok((id, made))
        };
        let (id, made) = match &mut store {
            Some(store) => self.keep(store, &batch, finish)?,
            None => finish(None)?,
        };
        if let (Some(store), Some(id), false) = (&mut store, id, self.is_otherwise()) {
            self.seal(store, id, &made, words)?;
        }
        self.tell(&artwork, &made, &folder.join(format!("{}.json", names.manifest)), id, settings, words);
        Ok(Outcome::Done)
    }

    /// Refuses a path of the wrong kind before any work is done.
    fn check_path(&self, format: Format) -> Result<(), Error> {
        match format {
            Format::Pdf if self.out.is_dir() => Err(FileError::IsFolder(self.out.clone()).into()),
            Format::Pdf => Ok(()),
            _ if self.out.is_file() => Err(Error::IsFile(self.out.clone())),
            _ => Ok(()),
        }
    }

    /// Where the files go, and what they are called.
    fn shelf(&self, format: Format) -> Result<(PathBuf, Names), Error> {
        if format == Format::Pdf {
            let folder = self.out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            let name = self.out.file_name().and_then(|name| name.to_str()).ok_or_else(|| Error::FileName(self.out.clone()))?;
            return Ok((folder.to_owned(), Names::beside(name)));
        }
        std::fs::create_dir_all(&self.out).map_err(|source| Error::File { path: self.out.clone(), source })?;
        Ok((self.out.clone(), Names::within()))
    }

    /// The order: an earlier one as it was, some plates of it, or a new one.
    fn order(&self, store: &mut Store, base: Option<BaseUrl>, words: &Words) -> Result<Batch, Error> {
        let dated = store.newest_change()?;
        if let Some(id) = self.chosen.batch {
            let mut batch = store.get_batch(id)?;
            self.tell_retired(store, &batch, words)?;
            if !self.chosen.sign.is_empty() {
                batch = self.chosen.of_batch(batch, self.cause.unwrap_or(OrderCause::Damaged))?;
                batch.recipe = plates::recipe_of_today(plates::plate_file_of(&batch)?, Recipe { dated, ..batch.recipe });
            }
            batch.recipe = self.recipe(batch.recipe)?;
            return Ok(batch);
        }
        let base = base.ok_or(Error::NoBaseUrl)?;
        let register = store.read_places_and_signs()?;
        let signs = self.chosen.signs(store, &register, &base, &clock::today())?;
        let (plate, plate_file) = self.plate()?;
        let cause = self.cause.unwrap_or(if self.chosen.since.is_some() { OrderCause::Changed } else { OrderCause::First });
        Ok(Batch {
            id: 0,
            made_at: clock::now(),
            ordered_by: WHO.to_owned(),
            base_url: base.as_str().to_owned(),
            plate,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            recipe: plates::recipe_of_today(
                plate_file,
                self.recipe(Recipe { format: Format::Pdf.to_string(), dated, ..Recipe::default() })?,
            ),
            terms: Terms { cause, reprint_of: self.chosen.since, ..Terms::default() },
            manifest_sha256: None,
            signs,
        })
    }

    /// A batch is printed again as it was; which of its signs are not in use any more, the printer is told.
    fn tell_retired(&self, store: &mut Store, batch: &Batch, words: &Words) -> Result<(), Error> {
        let retired: HashSet<SignCode> =
            store.read_places_and_signs()?.signs.iter().filter(|sign| sign.state == SignState::Retired).map(|sign| sign.code).collect();
        let codes: Vec<String> = batch.signs.iter().filter(|sign| retired.contains(&sign.code)).map(|sign| sign.code.grouped()).collect();
        if !codes.is_empty() {
            terminal::note(words.tell(&Sentence::new("print-retired-since").with("codes", codes.join(", "))));
        }
        Ok(())
    }

    /// The plate's name, and its file as it is today.
    fn plate(&self) -> Result<(String, String), Error> {
        let named = self.plate.as_deref().unwrap_or(print::plate::DEFAULT);
        let path = Path::new(named);
        if Plate::names().iter().any(|name| name == named) || !(path.is_file() || named.ends_with(".toml")) {
            return Ok((named.to_owned(), Plate::file(named)?));
        }
        let text = std::fs::read(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
        let plate = Plate::parse(named, &String::from_utf8_lossy(&text))?;
        Ok((plate.name().to_owned(), String::from_utf8_lossy(&text).into_owned()))
    }

    /// What is asked for, over what an earlier order had.
    fn recipe(&self, known: Recipe) -> Result<Recipe, Error> {
        let profile_sha256 = match &self.icc {
            Some(path) => Some(hex(&read_profile(path)?.sha256())),
            None => known.profile_sha256,
        };
        Ok(Recipe {
            profile_sha256,
            format: self.format.map_or(known.format, |format| format.to_string()),
            sheet: self.sheet.map_or(known.sheet, |sheet| sheet.to_string()),
            dpi: self.dpi.or(known.dpi),
            bwr: self.bwr.unwrap_or(known.bwr),
            skip: self.skip.unwrap_or(known.skip),
            spots: if self.spot.is_empty() { known.spots } else { self.spot.join("\n") },
            ..known
        })
    }

    fn profile(&self, store: &Store, batch: &Batch) -> Result<Option<Vec<u8>>, Error> {
        if let Some(path) = &self.icc {
            return Ok(Some(read_profile(path)?.bytes().to_vec()));
        }
        let kept = batch.recipe.profile_sha256.as_ref().map(|digest| store.find_profile(digest)).transpose()?;
        Ok(kept.flatten().map(|profile| profile.bytes))
    }

    /// Finishes a new order and keeps it; an earlier one is kept already.
    fn keep<T>(&self, store: &mut Store, batch: &Batch, finish: impl FnOnce(Option<i64>) -> Result<T, Error>) -> Result<T, Error> {
        if batch.id > 0 {
            return finish(Some(batch.id));
        }
        if let Some(path) = &self.icc {
            let profile = read_profile(path)?;
            store.add_profile(profile.name(), profile.bytes())?;
        }
        store.add_batch_with(batch, Stamp { who: WHO, at: &batch.made_at }, |id| finish(Some(id)))
    }

    /// Is an earlier order made in another way than it was ordered? What comes out then is not what it is known by.
    fn is_otherwise(&self) -> bool {
        let asked =
            [self.format.is_some(), self.sheet.is_some(), self.dpi.is_some(), self.bwr.is_some(), self.icc.is_some(), self.skip.is_some()];
        self.chosen.batch.is_some() && self.chosen.sign.is_empty() && (asked.contains(&true) || !self.spot.is_empty())
    }

    /// Keeps what the first making of an order gave, and tells where a later one gives something else.
    fn seal(&self, store: &mut Store, id: i64, made: &Made, words: &Words) -> Result<(), Error> {
        if !store.set_job_hash(id, &made.job_hash)? {
            terminal::note(words.tell(&Sentence::new("print-other-bytes").with("batch", id)));
        }
        Ok(())
    }

    fn tell(&self, artwork: &Artwork, made: &Made, path: &Path, batch: Option<i64>, settings: &Settings, words: &Words) {
        let signs = made.counts.signs;
        if settings.json {
            let read_back = if self.no_proof { 0 } else { artwork.symbols() };
            let told = serde_json::json!({ "ok": true, "out": self.out, "files": artwork.files(), "pages": artwork.pages(), "bytes": artwork.bytes(),
                "signs": signs, "symbols_read_back": read_back, "batch": batch, "manifest": path, "job_sha256": made.job_hash,
                "proof": artwork.shares, "preflight": made.preflight });
            terminal::say(format!("{told}"));
            return;
        }
        let key = if self.no_proof { "print-done-not-proven" } else { "print-done" };
        let told = Sentence::new(key).with("signs", words.count(signs)).with("pages", words.count(artwork.pages()));
        terminal::say(words.tell(&told.with("path", self.out.display()).with("size", words.size(artwork.bytes()))));
        if let Some(batch) = batch {
            terminal::say(words.tell(&Sentence::new("print-batch").with("batch", batch)));
        }
    }
}

/// Runs the job with a bar for each of its stages.
fn run(job: &Job, format: Format, names: &Names, proof: Option<Proof>, files: &TogetherIn, words: &Words) -> Result<Artwork, print::Error> {
    let bar = Mutex::new((Stage::Writing, progress::bar(0, String::new())));
    let goes = |stage: Stage, done: usize, all: usize| {
        if let Ok(mut bar) = bar.lock() {
            if bar.0 != stage || bar.1.length().is_none_or(|length| length == 0) {
                bar.1.finish_and_clear();
                let label = if stage == Stage::Writing { "progress-writing" } else { "progress-reading" };
                *bar = (stage, progress::bar(if all > 1 { all } else { 0 }, words.say(label)));
            }
            bar.1.set_position(done as u64);
        }
        true
    };
    let ran = print::run(job, format, names, proof, files, &goes);
    if let Ok(bar) = bar.lock() {
        bar.1.finish_and_clear();
    }
    ran
}

/// Waits until no other run writes into the folder: artwork and manifest of two runs under one name would not belong together.
fn turn_at(folder: &Path, words: &Words) -> Option<File> {
    let lock = File::open(folder).ok()?;
    if matches!(lock.try_lock(), Err(TryLockError::WouldBlock)) {
        terminal::note(words.say("print-waiting"));
        // Where a file system knows no locks, runs go on side by side.
        lock.lock().ok()?;
    }
    Some(lock)
}

/// A file that could not be put into its folder is told by its whole path, sorted by who can mend it.
fn unshelved(folder: &Path, error: print::Error) -> Error {
    match error {
        print::Error::Shelf { name, source } => FileError::Disk { path: folder.join(name), source }.into(),
        other => other.into(),
    }
}

fn read_profile(path: &Path) -> Result<Profile, Error> {
    let bytes = std::fs::read(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    Ok(Profile::parse(bytes)?)
}
