//! How do signs get onto paper? Written, read back, and only then given their name.

use super::finished_file::FinishedFile;
use super::selection::{Selection, plates, plates_of};
use super::{Error, Outcome, Settings, open, progress, terminal};
use crate::edition::Edition;
use crate::office::clock;
use crate::print::{self, Finished, Format, Grid, Job, Plate, PlateText, PlateWords, Profile, Sheet};
use crate::qr::BaseUrl;
use crate::register::{Lang, PlateState, Register, Sentence};
use crate::store::{Batch, BatchSign, Recipe, Stamp, Store, Terms};
use crate::web::words::Words;
use clap::Args;
use std::io::Read;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, mpsc};

/// Plate where none is named.
const USUAL_PLATE: &str = "sub-180x120";

/// Writes plates or sheets for the press, and reads every symbol of the finished file back.
#[derive(Args)]
pub struct Print {
    #[command(flatten)]
    selection: Selection,
    /// The file to write as PDF; for SVG and PNG the folder, made if missing, with one file a sign
    #[arg(long, value_name = "PATH")]
    out: PathBuf,
    /// pdf, svg or png
    #[arg(long, default_value = "pdf", value_parser = |word: &str| Format::parse(word))]
    format: Format,
    /// The plate
    #[arg(long, default_value = USUAL_PLATE, value_name = "NAME")]
    plate: String,
    /// The sheet, single or a3; PDF takes a3 where none is named, the others make one file a sign
    #[arg(long, value_name = "NAME", value_parser = |word: &str| Sheet::parse(word))]
    sheet: Option<Sheet>,
    /// Dots an inch, for PNG
    #[arg(long, value_name = "N")]
    dpi: Option<u32>,
    /// The ICC profile of the shop's press, CMYK: makes PDF/X-4 for that press; without one, PDF/X-1a for coated paper
    #[arg(long, value_name = "FILE")]
    icc: Option<PathBuf>,
    /// Leave out the reading back; the file says so, and it never makes a batch
    #[arg(long)]
    no_proof: bool,
}

/// What has been written.
#[derive(Default)]
struct Written {
    files: AtomicUsize,
    pages: AtomicUsize,
    bytes: AtomicUsize,
    symbols: AtomicUsize,
}

impl Print {
    /// Prints the selection.
    pub fn run(&self, settings: &Settings, words: &Words) -> Result<Outcome, Error> {
        self.check_path()?;
        let base = settings.base_url()?;
        let mut store = open::open(settings, words)?;
        let (job, base) = self.job(&mut store, base, words)?;
        if !base.is_https() {
            terminal::note(words.say("print-not-https"));
        }
        for warning in print::warnings(&job) {
            terminal::note(words.tell(&warning.sentence()));
        }
        let written = Written::default();
        if self.format == Format::Pdf {
            self.write_file(&job, &written, words)?
        } else {
            self.write_folder(&job, &written, words)?
        }
        let batch = match self.selection.batch {
            None if !self.no_proof => Some(self.keep(&mut store, &job, &base)?),
            other => other.filter(|_| !self.no_proof),
        };
        self.tell(&written, job.signs.len(), batch, settings, words);
        Ok(Outcome::Done)
    }

    /// Refuses a path of the wrong kind before any work is done.
    fn check_path(&self) -> Result<(), Error> {
        match self.format {
            Format::Pdf if self.out.is_dir() => Err(Error::IsFolder(self.out.clone())),
            format if format != Format::Pdf && self.out.is_file() => Err(Error::IsFile(self.out.clone())),
            _ => Ok(()),
        }
    }

    /// What is to be printed, and with which base URL: a batch keeps its own.
    fn job(&self, store: &mut Store, base: Option<BaseUrl>, words: &Words) -> Result<(Job, BaseUrl), Error> {
        let register = store.read_register()?;
        let (base, plate, signs) = match self.selection.batch {
            Some(id) => {
                let batch = store.get_batch(id)?;
                let printed = BaseUrl::parse(&batch.base_url)?;
                if batch.program != env!("CARGO_PKG_VERSION") {
                    terminal::note(words.tell(&Sentence::new("print-other-version").with("version", &batch.program)));
                }
                let signs = plates_of(&batch, &Edition::new(register), &printed);
                (printed, batch.plate, signs)
            }
            None => {
                let base = base.ok_or(Error::NoBaseUrl)?;
                let signs = self.selection.signs(&register, &clock::today())?;
                let signs: Vec<PlateText> = plates(&signs, &Edition::new(register.clone()), &base);
                (base, self.plate.clone(), signs)
            }
        };
        let [first, second] = [Lang::Vi, Lang::En].map(|lang| Words::of(lang).say("scan-to-learn"));
        let title = Words::of(Lang::Vi).tell(&Sentence::new("print-title").with("count", signs.len()).with("host", base.host()));
        let title = if self.no_proof { format!("{title} · {}", Words::of(Lang::Vi).say("print-not-proven")) } else { title };
        let plate = Plate::get(&plate)?;
        let height = Words::of(Lang::Vi)
            .tell(&Sentence::new("hang-up-to").with("metres", format!("{:.1}", plate.hangs_up_to_m()).replace('.', ",")));
        let words = PlateWords { first, second, mounting: height, ..PlateWords::default() };
        let spots = std::sync::Arc::new(plate.spots());
        let device = Grid::new(self.dpi, 0)?;
        Ok((
            Job { plate, sheet: self.sheet, words, signs, device, skip: 0, spots, title, dated: String::new(), profile: self.profile()? },
            base,
        ))
    }

    /// The shop's profile, where one is named.
    fn profile(&self) -> Result<Option<std::sync::Arc<Profile>>, Error> {
        let Some(path) = &self.icc else { return Ok(None) };
        let failed = |source| Error::File { path: path.clone(), source };
        let file = std::fs::File::open(path).map_err(failed)?;
        // One byte more than is taken tells that there is too much, whatever the file is.
        let mut bytes = Vec::new();
        file.take(print::profile::MOST_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
        Ok(Some(std::sync::Arc::new(Profile::parse(bytes)?)))
    }

    /// One file with every sheet.
    fn write_file(&self, job: &Job, written: &Written, words: &Words) -> Result<(), Error> {
        let mut file = FinishedFile::begin(&self.out)?;
        print::write(job, self.format, |finished: Finished| {
            file.write(&finished.bytes)?;
            written.add(&finished);
            let links = finished.links;
            drop(finished.bytes);
            if self.no_proof { Ok(()) } else { self.prove(file.read_back()?, &links, words) }
        })?;
        file.finish()
    }

    /// Many files, proven and written on all cores while the next ones are drawn.
    fn write_folder(&self, job: &Job, written: &Written, words: &Words) -> Result<(), Error> {
        std::fs::create_dir_all(&self.out).map_err(|source| Error::File { path: self.out.clone(), source })?;
        let bar = progress::bar(print::page_count(job, self.format)?, words.say("progress-writing"));
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let (sender, receiver) = mpsc::sync_channel::<Finished>(cores);
        let (receiver, failed) = (Mutex::new(receiver), Mutex::new(None));
        std::thread::scope(|threads| {
            for _ in 0..cores {
                threads.spawn(|| {
                    while let Some(finished) = receiver.lock().ok().and_then(|queue| queue.recv().ok()) {
                        match self.write_one(&finished, words) {
                            Ok(()) => written.add(&finished),
                            Err(error) => {
                                if let Ok(mut failed) = failed.lock() {
                                    failed.get_or_insert(error);
                                }
                            }
                        }
                        bar.inc(1);
                    }
                });
            }
            let sent = print::write(job, self.format, |finished| {
                let stopped = failed.lock().is_ok_and(|failed| failed.is_some());
                if stopped || sender.send(finished).is_err() { Err(Error::Stopped) } else { Ok(()) }
            });
            drop(sender);
            sent
        })
        .or_else(|error| if matches!(error, Error::Stopped) { Ok(()) } else { Err(error) })?;
        bar.finish_and_clear();
        failed.into_inner().ok().flatten().map_or(Ok(()), Err)
    }

    fn write_one(&self, finished: &Finished, words: &Words) -> Result<(), Error> {
        let mut file = FinishedFile::begin(&self.out.join(&finished.name))?;
        file.write(&finished.bytes)?;
        if !self.no_proof {
            self.prove(file.read_back()?, &finished.links, words)?;
        }
        file.finish()
    }

    /// Reads the finished bytes back: every link on its page, once, and no other.
    fn prove(&self, bytes: Vec<u8>, links: &[Vec<crate::qr::Link>], words: &Words) -> Result<(), Error> {
        let bar = progress::bar(if links.len() > 1 { links.len() } else { 0 }, words.say("progress-reading"));
        let pages = print::read_back(bytes, self.format, print::Proof::Clean, &|done, _| bar.set_position(done as u64))?.pages;
        bar.finish_and_clear();
        let differences = print::compare(&pages, links);
        if differences.is_empty() { Ok(()) } else { Err(print::Error::Proof(differences).into()) }
    }

    /// Keeps the run as a batch. Whoever knows more of a plate than what it says is the register.
    fn keep(&self, store: &mut Store, job: &Job, base: &BaseUrl) -> Result<i64, Error> {
        let (register, now) = (store.read_register()?, clock::now());
        let recipe = Recipe {
            format: self.format.to_string(),
            sheet: self.sheet.map(|sheet| sheet.to_string()).unwrap_or_default(),
            dpi: self.dpi,
            dated: store.newest_change()?,
            ..Recipe::default()
        };
        let batch = Batch {
            id: 0,
            made_at: now.clone(),
            ordered_by: String::new(),
            base_url: base.as_str().to_owned(),
            plate: job.plate.name().to_owned(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            recipe,
            terms: Terms::default(),
            manifest_sha256: None,
            signs: job.signs.iter().map(|plate| batch_sign(plate, &register)).collect(),
        };
        Ok(store.add_batch(&batch, Stamp { who: open::AT_THE_TERMINAL, at: &now })?)
    }

    fn tell(&self, written: &Written, signs: usize, batch: Option<i64>, settings: &Settings, words: &Words) {
        let [files, pages, bytes, symbols] =
            [&written.files, &written.pages, &written.bytes, &written.symbols].map(|count| count.load(Ordering::Relaxed));
        if settings.json {
            let told = serde_json::json!({ "ok": true, "out": self.out, "files": files, "pages": pages, "bytes": bytes, "signs": signs,
                "symbols_read_back": if self.no_proof { 0 } else { symbols }, "batch": batch });
            terminal::say(format!("{told}"));
            return;
        }
        let key = if self.no_proof { "print-done-not-proven" } else { "print-done" };
        let told = Sentence::new(key).with("signs", words.count(signs)).with("pages", words.count(pages));
        terminal::say(words.tell(&told.with("path", self.out.display()).with("size", size(bytes))));
        if let Some(batch) = batch {
            terminal::say(words.tell(&Sentence::new("print-batch").with("batch", batch)));
        }
    }
}

impl Written {
    fn add(&self, finished: &Finished) {
        self.files.fetch_add(1, Ordering::Relaxed);
        self.pages.fetch_add(finished.links.len(), Ordering::Relaxed);
        self.bytes.fetch_add(finished.bytes.len(), Ordering::Relaxed);
        self.symbols.fetch_add(finished.links.iter().map(Vec::len).sum(), Ordering::Relaxed);
    }
}

fn batch_sign(plate: &PlateText, register: &Register) -> BatchSign {
    let sign = register.signs.iter().find(|sign| sign.code == plate.code);
    let ward = sign.and_then(|sign| sign.ward.as_ref()).and_then(|slug| register.wards.iter().find(|ward| ward.slug == *slug));
    BatchSign {
        code: plate.code,
        kind_word: plate.kind_word.clone().unwrap_or_default(),
        name: plate.name.clone(),
        number: plate.number,
        place: plate.place.clone(),
        ward: ward.map(|ward| ward.name.to_string()).unwrap_or_default(),
        mounting_m: sign.and_then(|sign| sign.mounting_m),
        distance_m: sign.and_then(|sign| sign.distance_m),
        state: PlateState::Ordered,
    }
}

/// Bytes as people read them.
fn size(bytes: usize) -> String {
    if bytes < 100_000 {
        format!("{} kB", bytes.div_ceil(1_000))
    } else {
        format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
    }
}
