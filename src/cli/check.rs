//! Does finished artwork hold what its manifest or the register says? Any file, of ours or not, at any time later.

use super::{Error, Outcome, Settings, check_job, open, progress, terminal};
use crate::print::{self, Format, OnPage, PageRead, Proof};
use crate::qr::{BaseUrl, Link};
use crate::register::{Explained, Fault, Sentence, SignCode};
use crate::web::words::Words;
use clap::Args;
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

/// Decodes every symbol of finished artwork, and compares it with the job's manifest where its folder has one, else with the register.
#[derive(Args)]
pub struct Check {
    /// Files as PDF, SVG, EPS, DXF, PNG or TIFF, or folders of them; a folder with a manifest is checked without the database
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
}

/// What a symbol may lead to.
struct Known {
    codes: HashSet<SignCode>,
    bases: HashSet<String>,
}

/// What was found in all files together.
#[derive(Default)]
pub struct Seen {
    pub files: usize,
    pub pages: usize,
    pub symbols: usize,
    pub codes: BTreeMap<SignCode, usize>,
    /// Was anything compared with the register, and not with a manifest?
    is_of_register: bool,
    faults: Vec<(PathBuf, usize, Sentence)>,
}

impl Check {
    /// Reads the files, and reports.
    pub fn run(&self, settings: &Settings, words: &Words) -> Result<Outcome, Error> {
        let mut seen = Seen::default();
        let mut of_register = Vec::new();
        for path in &self.paths {
            if !path.is_dir() {
                of_register.push((path.clone(), format_of(path).ok_or_else(|| Error::NoArtwork(path.clone()))?));
                continue;
            }
            let (manifests, artwork) = (check_job::manifests(path)?, artwork_in(path)?);
            if manifests.is_empty() {
                of_register.extend(artwork);
            } else {
                check_job::check(path, &manifests, &artwork, &mut seen, words)?;
            }
        }
        if of_register.is_empty() && seen.files == 0 && seen.faults.is_empty() {
            return Err(Error::NoArtwork(self.paths[0].clone()));
        }
        if !of_register.is_empty() {
            check_against_register(of_register, &mut seen, settings, words)?;
        }
        seen.tell(settings, words);
        Ok(if seen.faults.is_empty() { Outcome::Done } else { Outcome::Wanting })
    }
}

fn check_against_register(files: Vec<(PathBuf, Format)>, seen: &mut Seen, settings: &Settings, words: &Words) -> Result<(), Error> {
    seen.is_of_register = true;
    let mut store = open::open(settings, words)?;
    let codes = store.read_places_and_signs()?.signs.iter().map(|sign| sign.code).collect();
    let printed = store.printed_base_urls()?.into_iter().map(|(base, _)| base);
    let bases = printed.chain(settings.base_url()?.as_ref().map(|base| BaseUrl::as_str(base).to_owned())).collect();
    let known = Known { codes, bases };
    for (path, format) in files {
        seen.files += 1;
        match read(&path, format, words) {
            Ok(pages) => pages.iter().for_each(|page| seen.look_at(&path, page, &known)),
            Err(error) if error.fault() != Fault::Broken => seen.fault(&path, 0, error.sentence()),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// The files of a known format in a folder.
fn artwork_in(folder: &Path) -> Result<Vec<(PathBuf, Format)>, Error> {
    Ok(files_in(folder)?.into_iter().filter_map(|path| format_of(&path).map(|format| (path, format))).collect())
}

/// Whatever lies in a folder, by name.
pub fn files_in(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let failed = |source| Error::File { path: folder.to_owned(), source };
    let entries = std::fs::read_dir(folder).map_err(failed)?.collect::<Result<Vec<_>, _>>().map_err(failed)?;
    let mut inside: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    inside.sort();
    Ok(inside)
}

fn format_of(path: &Path) -> Option<Format> {
    path.extension().and_then(|ending| ending.to_str()).and_then(|ending| Format::parse(ending).ok())
}

/// The symbols of a finished file; whatever it is, no panic.
pub fn read(path: &Path, format: Format, words: &Words) -> Result<Vec<PageRead>, Error> {
    let bytes = std::fs::read(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    let bar = progress::bar(if format == Format::Pdf { 1 } else { 0 }, words.say("progress-reading"));
    // A hostile file may make a reader give up in the middle; that is caught and told in a sentence of ours, not in its own.
    let loud = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let reading = print::read_back(bytes, format, Proof::Clean, &|done, all| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
        true
    });
    std::panic::set_hook(loud);
    bar.finish_and_clear();
    Ok(reading?.pages)
}

impl Seen {
    /// Notes something wrong on a page of a file; page 0 is the whole file.
    pub fn fault(&mut self, path: &Path, page: usize, fault: Sentence) {
        self.faults.push((path.to_owned(), page, fault));
    }

    fn look_at(&mut self, path: &Path, page: &PageRead, known: &Known) {
        self.pages += 1;
        self.symbols += page.symbols.len();
        if page.symbols.is_empty() {
            self.fault(path, page.page, Sentence::new("check-no-symbol"));
        }
        for symbol in &page.symbols {
            match known.judge(symbol) {
                Ok(code) => *self.codes.entry(code).or_default() += 1,
                Err(fault) => {
                    let fault = fault.with("x", format!("{:.0}", symbol.x)).with("y", format!("{:.0}", symbol.y));
                    self.fault(path, page.page, fault);
                }
            }
        }
    }

    fn tell(&self, settings: &Settings, words: &Words) {
        if settings.json {
            let fault = |(path, page, fault): &(PathBuf, usize, Sentence)| serde_json::json!({ "path": path, "page": page, "key": fault.key, "text": words.tell(fault) });
            let told = serde_json::json!({ "ok": self.faults.is_empty(), "files": self.files, "pages": self.pages, "symbols": self.symbols,
                "signs": self.codes.len(), "faults": self.faults.iter().map(fault).collect::<Vec<_>>() });
            terminal::say(format!("{told}"));
            return;
        }
        for (path, page, fault) in &self.faults {
            let place = words.tell(&Sentence::new("check-place").with("path", path.display()).with("page", page));
            terminal::say(format!("{place} {}", words.tell(fault)));
        }
        let counted = [self.symbols, self.pages, self.codes.len(), self.faults.len()].map(|count| words.count(count));
        let [symbols, pages, signs, faults] = counted;
        let key = match (self.faults.is_empty(), self.is_of_register) {
            (true, true) => "check-in-order",
            (true, false) => "check-job-in-order",
            (false, _) => "check-not-in-order",
        };
        let told = Sentence::new(key).with("symbols", symbols).with("pages", pages).with("signs", signs).with("faults", faults);
        terminal::say(words.tell(&told));
    }
}

impl Known {
    /// The sign that a symbol leads to, or what is wrong with it.
    fn judge(&self, symbol: &OnPage) -> Result<SignCode, Sentence> {
        let payload = symbol.payload.as_ref().ok_or_else(|| Sentence::new("check-not-read"))?;
        let shown: String = payload.chars().take(80).collect();
        let link = Link::parse(payload).map_err(|_| Sentence::new("check-foreign").with("payload", &shown))?;
        if link.as_str() != payload {
            return Err(Sentence::new("check-not-capitals").with("payload", &shown));
        }
        let base = link.as_str().rsplit_once('/').map(|(base, _)| base.to_lowercase()).unwrap_or_default();
        if !self.bases.is_empty() && !self.bases.contains(&base) {
            return Err(Sentence::new("check-other-base").with("payload", &shown));
        }
        if !self.codes.contains(&link.code()) {
            return Err(Sentence::new("check-unknown-code").with("payload", &shown));
        }
        if symbol.quiet { Ok(link.code()) } else { Err(Sentence::new("check-quiet-zone").with("payload", &shown)) }
    }
}
