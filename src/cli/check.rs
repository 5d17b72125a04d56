//! Does finished artwork hold what the register says? Any file, of ours or not, at any time later.

use super::{Error, Outcome, Settings, open, progress, terminal};
use crate::print::{self, Format, OnPage, PageRead};
use crate::qr::{BaseUrl, Link};
use crate::register::{Explained, Fault, Sentence, SignCode};
use crate::web::words::Words;
use clap::Args;
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

/// Decodes every symbol of finished artwork, and compares it with the register.
#[derive(Args)]
pub struct Check {
    /// Files as PDF, SVG or PNG, or folders of them
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
struct Seen {
    files: usize,
    pages: usize,
    symbols: usize,
    codes: BTreeMap<SignCode, usize>,
    faults: Vec<(PathBuf, usize, Sentence)>,
}

impl Check {
    /// Reads the files, and reports.
    pub fn run(&self, settings: &Settings, words: &Words) -> Result<Outcome, Error> {
        let files = self.files()?;
        let mut store = open::open(settings, words)?;
        let codes = store.read_register()?.signs.iter().map(|sign| sign.code).collect();
        let printed = store.printed_base_urls()?.into_iter().map(|(base, _)| base);
        let bases = printed.chain(settings.base_url()?.as_ref().map(|base| BaseUrl::as_str(base).to_owned())).collect();
        let known = Known { codes, bases };
        let mut seen = Seen::default();
        for (path, format) in files {
            seen.files += 1;
            match read(&path, format, words) {
                Ok(pages) => pages.iter().for_each(|page| seen.look_at(&path, page, &known)),
                Err(error) if error.fault() != Fault::Broken => seen.faults.push((path, 0, error.sentence())),
                Err(error) => return Err(error),
            }
        }
        seen.tell(settings, words);
        Ok(if seen.faults.is_empty() { Outcome::Done } else { Outcome::Wanting })
    }

    /// The files named, and those of a known format in the folders named.
    fn files(&self) -> Result<Vec<(PathBuf, Format)>, Error> {
        let mut files = Vec::new();
        for path in &self.paths {
            if path.is_dir() {
                let entries = std::fs::read_dir(path).map_err(|source| Error::File { path: path.clone(), source })?;
                let mut inside: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
                inside.sort();
                files.extend(inside.into_iter().filter_map(|path| format_of(&path).map(|format| (path, format))));
            } else {
                let format = format_of(path).ok_or_else(|| Error::NoArtwork(path.clone()))?;
                files.push((path.clone(), format));
            }
        }
        if files.is_empty() { Err(Error::NoArtwork(self.paths[0].clone())) } else { Ok(files) }
    }
}

fn format_of(path: &Path) -> Option<Format> {
    path.extension().and_then(|ending| ending.to_str()).and_then(|ending| Format::parse(ending).ok())
}

fn read(path: &Path, format: Format, words: &Words) -> Result<Vec<PageRead>, Error> {
    let bytes = std::fs::read(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    let bar = progress::bar(if format == Format::Pdf { 1 } else { 0 }, words.say("progress-reading"));
    // A hostile file may make a reader give up in the middle; that is caught and told in a sentence of ours, not in its own.
    let loud = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let read = print::read_back(bytes, format, print::Proof::Clean, &|done, all| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    });
    std::panic::set_hook(loud);
    bar.finish_and_clear();
    Ok(read?.pages)
}

impl Seen {
    fn look_at(&mut self, path: &Path, page: &PageRead, known: &Known) {
        self.pages += 1;
        self.symbols += page.symbols.len();
        if page.symbols.is_empty() {
            self.faults.push((path.to_owned(), page.page, Sentence::new("check-no-symbol")));
        }
        for symbol in &page.symbols {
            match known.judge(symbol) {
                Ok(code) => *self.codes.entry(code).or_default() += 1,
                Err(fault) => {
                    let fault = fault.with("x", format!("{:.0}", symbol.x)).with("y", format!("{:.0}", symbol.y));
                    self.faults.push((path.to_owned(), page.page, fault));
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
        let key = if self.faults.is_empty() { "check-in-order" } else { "check-not-in-order" };
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
