//! How does a job become finished files: written, read back, and only then given their names?

use super::desk::{Desk, PageNumber};
use super::drawing::Drawing;
use super::manifest::{Counts, FileFacts, Head, JobFacts, JsonRows};
use super::manifest_gist::Gist;
use super::manifest_rows::each_row;
use super::papers::{self, Say};
use super::preflight::{self, Report};
use super::shares::{Proof, Shares};
use super::shelf::{self, Hashed, Seal, Shelf};
use super::writing::{PDF_NAME, dots_from, file_of, for_format, links_of, pages, sheet_for, write_page, write_pdf};
use super::{Error, Format, Job, PlateText, manifest_report, manifest_table, proof};
use crate::qr::Link;
use crate::register::SignCode;
use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{BufWriter, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError, mpsc};

/// How much of a manifest is written at once.
const PIECE: usize = 1 << 14;

/// What a job is busy with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Drawing and writing pages.
    Writing,
    /// Reading finished pages back.
    Reading,
}

/// Told how far a job has come: stage, pages done, pages in all. Says whether to go on.
pub type Goes<'a> = &'a (dyn Fn(Stage, usize, usize) -> bool + Sync);

/// What the files of a job are called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// The one file that holds all sheets; the other formats name their files by sign or sheet.
    pub artwork: String,
    /// The manifest, without its ending.
    pub manifest: String,
    /// The page with the job's facts.
    pub facts: String,
}

impl Names {
    /// Beside one file: `sheets.pdf`, `sheets.manifest.csv`, `sheets.facts.pdf`.
    #[must_use]
    pub fn beside(artwork: &str) -> Self {
        let stem = artwork.rsplit_once('.').map_or(artwork, |(stem, _)| stem);
        Self { artwork: artwork.to_owned(), manifest: format!("{stem}.manifest"), facts: format!("{stem}.facts.pdf") }
    }

    /// In a folder of its own.
    #[must_use]
    pub fn within() -> Self {
        Self { artwork: PDF_NAME.to_owned(), manifest: "manifest".to_owned(), facts: "facts.pdf".to_owned() }
    }
}

/// The finished artwork of a job.
#[derive(Debug)]
pub struct Artwork {
    format: Format,
    /// One for each page, or one for all.
    files: Vec<Seal>,
    pages: usize,
    symbols: usize,
    /// What reads of it, clean and damaged; none where nothing was read back.
    pub shares: Option<Shares>,
    /// Is the PDF fit for the press?
    pub preflight: Option<Report>,
}

impl Artwork {
    /// Pages of all files together.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.pages
    }

    /// Symbols of all files together.
    #[must_use]
    pub fn symbols(&self) -> usize {
        self.symbols
    }

    /// Bytes of all files together.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|file| file.bytes).sum()
    }

    /// Files.
    #[must_use]
    pub fn files(&self) -> usize {
        self.files.len()
    }
}

/// Writes the artwork of a job and reads it back; a file is given its name only when every symbol of it was read by both
/// decoders, and a PDF only when it is fit for the press.
///
/// # Errors
/// Refuses an empty job and what a plate cannot hold; fails where a finished file does not hold what was asked for, or cannot
/// be put on its shelf; and stops where `goes` says so.
pub fn run(job: &Job, format: Format, names: &Names, proof: Option<Proof>, shelf: &dyn Shelf, goes: Goes<'_>) -> Result<Artwork, Error> {
    if job.signs.is_empty() {
        return Err(Error::NothingToPrint);
    }
    let run = Run { job, format, names, proof, shelf, goes };
    if format == Format::Pdf { run.one_file() } else { run.folder() }
}

struct Run<'a> {
    job: &'a Job,
    format: Format,
    names: &'a Names,
    proof: Option<Proof>,
    shelf: &'a dyn Shelf,
    goes: Goes<'a>,
}

/// A page that waits to be written.
struct Waiting<'a> {
    at: usize,
    name: String,
    drawing: Drawing,
    signs: &'a [PlateText],
}

impl Run<'_> {
    /// One file with every sheet, as long as it may be: pages leave as soon as they are drawn.
    fn one_file(&self) -> Result<Artwork, Error> {
        let (mut pages, mut symbols, mut owed) = (0, 0, Vec::new());
        let mut file = write_pdf(self.job, Hashed::begin(self.shelf, &self.names.artwork)?, &mut |page| {
            (pages, symbols) = (page.done, symbols + page.signs.len());
            if self.proof.is_some() {
                owed.push(links_of(page.signs));
            }
            if (self.goes)(Stage::Writing, page.done, page.all) { Ok(()) } else { Err(Error::Stopped) }
        })
        .map_err(|error| named(&self.names.artwork, error))?;
        let (mut shares, mut preflight) = (None, None);
        if let Some(proof) = self.proof {
            let bytes = Arc::new(file.read_back()?);
            let report = preflight::preflight(Arc::clone(&bytes));
            if !report.is_fit() {
                return Err(Error::Unfit(report.findings));
            }
            preflight = Some(report);
            let reading = super::read_back(bytes, self.format, proof, &|done, all| (self.goes)(Stage::Reading, done, all))?;
            agree(&reading.pages, &owed)?;
            shares = Some(reading.shares);
        }
        Ok(Artwork { format: self.format, files: vec![file.finish()?], pages, symbols, shares, preflight })
    }

    /// One file a page: drawn here, written and read back on all cores while the next ones are drawn.
    fn folder(&self) -> Result<Artwork, Error> {
        let job = &for_format(self.job, self.format)?;
        let mut desk = Desk::new(job, sheet_for(job, self.format), dots_from(self.format))?;
        let pages = pages(&desk);
        let (all, mut symbols) = (pages.len(), 0);
        let cores = std::thread::available_parallelism().map_or(1, usize::from).min(16);
        let (sender, receiver) = mpsc::sync_channel::<Waiting<'_>>(cores);
        let gathered = Gathered { queue: Mutex::new(receiver), done: Mutex::new((vec![None; all], self.proof.map(Shares::new), None)) };
        std::thread::scope(|threads| {
            for _ in 0..cores.min(all) {
                threads.spawn(|| self.work(job, &gathered));
            }
            for (at, page) in pages.enumerate() {
                let (drawing, signs) = (desk.draw(page)?.drawing, desk.signs(page.sheet));
                symbols += signs.len();
                let waiting = Waiting { at, name: file_of(&desk, page, self.format), drawing, signs };
                if gathered.has_failed() || sender.send(waiting).is_err() {
                    break;
                }
            }
            drop(sender);
            Ok::<(), Error>(())
        })?;
        let (seals, shares, failed) = gathered.done.into_inner().unwrap_or_else(PoisonError::into_inner);
        if let Some(error) = failed {
            return Err(error);
        }
        Ok(Artwork { format: self.format, files: seals.into_iter().flatten().collect(), pages: all, symbols, shares, preflight: None })
    }

    /// Takes one page after the other until there is none, or something has failed.
    fn work(&self, job: &Job, gathered: &Gathered<'_>) {
        while let Some(page) = gathered.next() {
            // What still waits is taken and left, so that whoever draws never waits for a place in the queue.
            if gathered.has_failed() {
                continue;
            }
            let at = page.at;
            let made = catch_unwind(AssertUnwindSafe(|| self.write_one(job, &page))).unwrap_or(Err(Error::Picture));
            let stage = if self.proof.is_some() { Stage::Reading } else { Stage::Writing };
            gathered.keep(at, made, |done, all| (self.goes)(stage, done, all));
        }
    }

    fn write_one(&self, job: &Job, page: &Waiting<'_>) -> Result<(Seal, Option<Shares>), Error> {
        let mut file = Hashed::begin(self.shelf, &page.name)?;
        file.write_all(&write_page(job, self.format, &page.drawing, page.signs)?).map_err(|source| named(&page.name, source.into()))?;
        let mut shares = None;
        if let Some(proof) = self.proof {
            let reading = super::read_file(file.read_back()?, self.format, proof)?;
            agree(&reading.pages, &[links_of(page.signs)])?;
            shares = Some(reading.shares);
        }
        Ok((file.finish()?, shares))
    }
}

type Done = (Vec<Option<Seal>>, Option<Shares>, Option<Error>);

/// What the workers of a folder share.
struct Gathered<'a> {
    queue: Mutex<mpsc::Receiver<Waiting<'a>>>,
    done: Mutex<Done>,
}

impl<'a> Gathered<'a> {
    fn next(&self) -> Option<Waiting<'a>> {
        self.queue.lock().ok().and_then(|queue| queue.recv().ok())
    }

    fn has_failed(&self) -> bool {
        self.done.lock().is_ok_and(|done| done.2.is_some())
    }

    fn keep(&self, at: usize, made: Result<(Seal, Option<Shares>), Error>, goes: impl Fn(usize, usize) -> bool) {
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        match made {
            Ok((seal, shares)) => {
                done.0[at] = Some(seal);
                if let (Some(all), Some(shares)) = (&mut done.1, shares) {
                    all.add(&shares);
                }
                let (count, all) = (done.0.iter().flatten().count(), done.0.len());
                if !goes(count, all) {
                    done.2.get_or_insert(Error::Stopped);
                }
            }
            Err(error) => drop(done.2.get_or_insert(error)),
        }
    }
}

/// A file that could not be written is told by its name.
fn named(name: &str, error: Error) -> Error {
    match error {
        Error::Write(source) => Error::Shelf { name: name.to_owned(), source },
        other => other,
    }
}

fn agree(read: &[super::PageRead], owed: &[Vec<Link>]) -> Result<(), Error> {
    let differences = proof::compare(read, owed);
    if differences.is_empty() { Ok(()) } else { Err(Error::Proof(differences)) }
}

/// What is known of a job once all its files are there; the rows are in the manifest.
#[derive(Debug, Clone)]
pub struct Made {
    /// What was made.
    pub counts: Counts,
    /// The hash of all files of artwork, as [`Manifest::job_hash`] reckons it.
    pub job_hash: String,
    /// What the preflight found; null where there was none.
    pub preflight: manifest_report::Report,
}

/// Writes what lies beside the artwork: the manifest as a table and as JSON, and the page with the job's facts.
///
/// # Errors
/// Fails where the files cannot be put on their shelf.
pub fn finish(artwork: &Artwork, job: &Job, facts: JobFacts, names: &Names, shelf: &dyn Shelf, say: Say<'_>) -> Result<Made, Error> {
    let is_one = artwork.format == Format::Pdf;
    let pages = if is_one { artwork.pages } else { 1 };
    let file = |seal: &Seal| FileFacts { name: seal.name.clone(), sha256: seal.sha256.clone(), bytes: seal.bytes, pages };
    let mut files: Vec<FileFacts> = artwork.files.iter().map(file).collect();
    files.sort_by(|one, other| one.name.cmp(&other.name));
    let counts = counts(artwork, job)?;
    let facts = JobFacts { proven: artwork.shares.is_some(), counts, ..facts };
    let proof = serde_json::to_value(artwork.shares).map(Into::into).unwrap_or_default();
    let preflight = artwork.preflight.as_ref().map(|report| report.value().into()).unwrap_or_default();
    let head = Head::new(&facts, &files, &proof, &preflight);
    head.check()?;
    let seal_of = |page: usize, _: &Desk<'_>, _: PageNumber| {
        let seal = &artwork.files[if is_one { 0 } else { page }];
        (Cow::Borrowed(seal.name.as_str()), seal.sha256.as_str())
    };
    let (mut gist, mut line) = (Gist::default(), Vec::new());
    put(shelf, &format!("{}.csv", names.manifest), |mut out| {
        manifest_table::write_columns(&mut out)?;
        each_row(job, artwork.format, &seal_of, &mut |row| {
            row.check()?;
            gist.add(row);
            Ok(manifest_table::write_row(&mut out, row, &mut line)?)
        })
    })?;
    put(shelf, &format!("{}.json", names.manifest), |out| {
        let mut rows = JsonRows::begin(out, head)?;
        each_row(job, artwork.format, &seal_of, &mut |row| Ok(rows.add(row)?))?;
        Ok(rows.finish()?)
    })?;
    let told = papers::facts_of(head, &gist, say)?;
    put(shelf, &names.facts, |out| Ok(out.write_all(&told)?))?;
    let job_hash = head.job_hash();
    Ok(Made { counts, job_hash, preflight })
}

/// What was made, counted as a manifest that is read counts its rows.
fn counts(artwork: &Artwork, job: &Job) -> Result<Counts, Error> {
    let desk = Desk::new(job, sheet_for(job, artwork.format), dots_from(artwork.format))?;
    let codes: HashSet<SignCode> = job.signs.iter().map(|sign| sign.code).collect();
    Ok(Counts { signs: codes.len(), plates: job.signs.len(), sheets: desk.sheets(), pages: artwork.pages, files: artwork.files.len() })
}

/// Puts a whole file on the shelf, which may be written in as small pieces as there are.
fn put(shelf: &dyn Shelf, name: &str, write: impl FnOnce(&mut dyn Write) -> Result<(), Error>) -> Result<(), Error> {
    let failed = |source| shelf::failed(name, source);
    let mut file = BufWriter::with_capacity(PIECE, shelf.begin(name).map_err(failed)?);
    write(&mut file).map_err(|error| named(name, error))?;
    file.into_inner().map_err(|error| failed(error.into_error()))?.finish().map_err(failed)
}
