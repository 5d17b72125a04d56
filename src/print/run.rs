//! How does a job become finished files: written, read back, and only then given their names?

use super::desk::{Desk, Lies, PageNumber};
use super::drawing::Drawing;
use super::manifest::{FileFacts, JobFacts, Manifest};
use super::manifest_rows::{PageAt, rows_on};
use super::papers::{self, Say};
use super::preflight::{self, Report};
use super::shares::{Proof, Shares};
use super::shelf::{Hashed, Seal, Shelf};
use super::writing::{PDF_NAME, dots_from, file_of, for_format, links, pages, sheet_for, write_page, write_pdf_to};
use super::{Error, Format, Job, PlateText, proof};
use crate::qr::Link;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError, mpsc};

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

/// A finished file and the pages in it.
#[derive(Debug, Clone)]
pub(super) struct Filed {
    pub(super) seal: Seal,
    pub(super) pages: Vec<Laid>,
}

/// A finished page: what lies on it, in the order of its signs.
#[derive(Debug, Clone)]
pub(super) struct Laid {
    number: PageNumber,
    /// The first of its signs in the job.
    first: usize,
    lies: Vec<Lies>,
}

impl Laid {
    fn signs<'a>(&self, job: &'a Job) -> &'a [PlateText] {
        &job.signs[self.first..self.first + self.lies.len()]
    }
}

/// The finished artwork of a job.
#[derive(Debug)]
pub struct Artwork {
    pub(super) files: Vec<Filed>,
    /// What reads of it, clean and damaged; none where nothing was read back.
    pub shares: Option<Shares>,
    /// Is the PDF fit for the press?
    pub preflight: Option<Report>,
}

impl Artwork {
    /// Pages of all files together.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.files.iter().map(|file| file.pages.len()).sum()
    }

    /// Symbols of all files together.
    #[must_use]
    pub fn symbols(&self) -> usize {
        self.files.iter().flat_map(|file| &file.pages).map(|page| page.lies.len()).sum()
    }

    /// Bytes of all files together.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|file| file.seal.bytes).sum()
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
        let mut file = Hashed::begin(self.shelf, &self.names.artwork)?;
        let (mut pages, mut owed) = (Vec::new(), Vec::new());
        write_pdf_to(self.job, &mut file, &mut |page| {
            let going = (self.goes)(Stage::Writing, page.done, page.all);
            pages.push(Laid { number: page.number, first: page.first, lies: page.lies });
            owed.push(page.links);
            if going { Ok(()) } else { Err(Error::Stopped) }
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
        let files = vec![Filed { seal: file.finish()?, pages }];
        Ok(Artwork { files, shares, preflight })
    }

    /// One file a page: drawn here, written and read back on all cores while the next ones are drawn.
    fn folder(&self) -> Result<Artwork, Error> {
        let job = &for_format(self.job, self.format)?;
        let mut desk = Desk::new(job, sheet_for(job, self.format), dots_from(self.format))?;
        let pages = pages(&desk);
        let cores = std::thread::available_parallelism().map_or(1, usize::from).min(16);
        let (sender, receiver) = mpsc::sync_channel::<Waiting<'_>>(cores);
        let gathered =
            Gathered { queue: Mutex::new(receiver), done: Mutex::new((vec![None; pages.len()], self.proof.map(Shares::new), None)) };
        let mut laid = Vec::with_capacity(pages.len());
        std::thread::scope(|threads| {
            for _ in 0..cores.min(pages.len()) {
                threads.spawn(|| self.work(job, &gathered));
            }
            for (at, page) in pages.iter().enumerate() {
                let drawn = desk.draw(*page)?;
                laid.push(Laid { number: *page, first: desk.first(page.sheet), lies: drawn.lies });
                let waiting =
                    Waiting { at, name: file_of(&desk, *page, self.format), drawing: drawn.drawing, signs: desk.signs(page.sheet) };
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
        let files = seals.into_iter().flatten().zip(laid).map(|(seal, page)| Filed { seal, pages: vec![page] }).collect();
        Ok(Artwork { files, shares, preflight: None })
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
            agree(&reading.pages, &[links(page.signs)])?;
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

/// Writes what lies beside the artwork: the manifest as JSON and as a table, and the page with the job's facts.
///
/// # Errors
/// Fails where the files cannot be put on their shelf.
pub fn finish(artwork: &Artwork, job: &Job, facts: JobFacts, names: &Names, shelf: &dyn Shelf, say: Say<'_>) -> Result<Manifest, Error> {
    let (mut files, mut rows) = (Vec::new(), Vec::new());
    for file in &artwork.files {
        files.push(FileFacts {
            name: file.seal.name.clone(),
            sha256: file.seal.sha256.clone(),
            bytes: file.seal.bytes,
            pages: file.pages.len(),
        });
        for (page, laid) in (1..).zip(&file.pages) {
            let at = PageAt { file: &file.seal.name, sheet: laid.number.sheet, page };
            rows.extend(rows_on(job, &at, laid.signs(job), &laid.lies));
        }
    }
    let mut manifest = Manifest::new(JobFacts { proven: artwork.shares.is_some(), ..facts }, files, rows)?;
    manifest.proof = serde_json::to_value(artwork.shares).map(Into::into).unwrap_or_default();
    manifest.preflight = artwork.preflight.as_ref().map(|report| report.value().into()).unwrap_or_default();
    put(shelf, &format!("{}.csv", names.manifest), |out| manifest.write_csv(out))?;
    put(shelf, &format!("{}.json", names.manifest), |out| manifest.write_json(out))?;
    let told = papers::facts(&manifest, say)?;
    put(shelf, &names.facts, |out| out.write_all(&told))?;
    Ok(manifest)
}

/// Puts a whole file on the shelf.
fn put(shelf: &dyn Shelf, name: &str, write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<(), Error> {
    let mut file = Hashed::begin(shelf, name)?;
    write(&mut file).map_err(|source| Error::Shelf { name: name.to_owned(), source })?;
    file.finish().map(drop)
}
