//! Is a job's folder whole, and does every symbol in it say what its manifest says? Without the database.

use super::check::{Seen, files_in, read};
use super::{Error, terminal};
use crate::print::{Format, Manifest, OnPage, PageRead, manifest};
use crate::register::{Explained, Fault, Sentence, SignCode};
use crate::web::words::Words;
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

/// How the name of a manifest ends.
const ENDING: &str = "manifest.json";

/// Millimetres that a symbol may lie beside where its manifest puts it: a dot or two of the picture that it was read from.
const BESIDE: f64 = 1.0;

/// The manifests in a folder, by name.
pub fn manifests(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let named = |path: &PathBuf| path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.ends_with(ENDING));
    Ok(files_in(folder)?.into_iter().filter(named).collect())
}

/// Checks every job of a folder, and that it holds no artwork beside them.
pub fn check(folder: &Path, manifests: &[PathBuf], artwork: &[(PathBuf, Format)], seen: &mut Seen, words: &Words) -> Result<(), Error> {
    let mut listed = BTreeSet::new();
    for path in manifests {
        let bytes = std::fs::read(path).map_err(|source| Error::File { path: path.clone(), source })?;
        match Manifest::parse(&bytes) {
            Ok(manifest) => {
                if !manifest.job.proven {
                    terminal::note(words.tell(&Sentence::new("check-not-proven").with("path", path.display())));
                }
                listed.extend(manifest.files.iter().map(|file| folder.join(&file.name)));
                check_job(folder, &manifest, seen, words)?;
                if !table_agrees(path, &manifest) {
                    seen.fault(path, 0, Sentence::new("check-table"));
                }
            }
            Err(error) => seen.fault(path, 0, error.sentence()),
        }
    }
    for (path, format) in artwork.iter().filter(|(path, _)| !listed.contains(path)) {
        // Facts and minutes hold no symbol; anything that does, and that no manifest names, is not of the job.
        let foreign = read(path, *format, words).is_ok_and(|pages| pages.iter().any(|page| !page.symbols.is_empty()));
        if foreign {
            seen.fault(path, 0, Sentence::new("check-not-listed"));
        }
    }
    Ok(())
}

/// Is the table beside the manifest the one that the manifest makes? None beside it is well, too.
fn table_agrees(path: &Path, manifest: &Manifest) -> bool {
    std::fs::read(path.with_extension("csv")).map_or(true, |bytes| bytes == manifest.to_csv())
}

fn check_job(folder: &Path, manifest: &Manifest, seen: &mut Seen, words: &Words) -> Result<(), Error> {
    for file in &manifest.files {
        let path = folder.join(&file.name);
        seen.files += 1;
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(source) if source.kind() == std::io::ErrorKind::NotFound => {
                seen.fault(&path, 0, Sentence::new("check-file-missing"));
                continue;
            }
            Err(source) => return Err(Error::File { path, source }),
        };
        if manifest::hash(&bytes) != file.sha256 {
            seen.fault(&path, 0, Sentence::new("check-file-changed"));
        }
        drop(bytes);
        let Ok(format) = Format::parse(&manifest.job.format) else {
            seen.fault(&path, 0, Sentence::new("check-job-format").with("format", &manifest.job.format));
            continue;
        };
        match read(&path, format, words) {
            Ok(pages) => compare(&path, &file.name, manifest, &pages, seen),
            Err(error) if error.fault() != Fault::Broken => seen.fault(&path, 0, error.sentence()),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Every row of the file on its page, once and at its place, and nothing else.
fn compare(path: &Path, name: &str, manifest: &Manifest, pages: &[PageRead], seen: &mut Seen) {
    let mut owed: HashMap<usize, Vec<&manifest::SignRow>> = HashMap::new();
    for row in manifest.signs.iter().filter(|row| row.file == name) {
        owed.entry(row.page).or_default().push(row);
    }
    for page in pages {
        seen.pages += 1;
        seen.symbols += page.symbols.len();
        let mut rows = owed.remove(&page.page).unwrap_or_default();
        for symbol in &page.symbols {
            let Some(at) = rows.iter().position(|row| is_at(symbol, row)) else {
                let payload = symbol.payload.as_deref().unwrap_or("?").chars().take(80).collect::<String>();
                seen.fault(path, page.page, placed(Sentence::new("check-not-in-manifest").with("payload", payload), symbol));
                continue;
            };
            let row = rows.swap_remove(at);
            match &symbol.payload {
                Some(payload) if *payload == row.address && symbol.quiet => seen.count(&row.code),
                Some(payload) if *payload == row.address => {
                    seen.fault(path, page.page, placed(Sentence::new("check-quiet-zone").with("payload", payload), symbol));
                }
                Some(payload) => {
                    let told = Sentence::new("check-other-payload").with("payload", payload.chars().take(80).collect::<String>());
                    seen.fault(path, page.page, placed(told.with("address", &row.address), symbol));
                }
                None => seen.fault(path, page.page, placed(Sentence::new("check-not-read"), symbol)),
            }
        }
        for row in rows {
            seen.fault(path, page.page, Sentence::new("check-missing").with("address", &row.address));
        }
    }
    for (page, rows) in owed {
        for row in rows {
            seen.fault(path, page, Sentence::new("check-missing").with("address", &row.address));
        }
    }
}

fn is_at(symbol: &OnPage, row: &manifest::SignRow) -> bool {
    (symbol.x - row.symbol_x_mm).abs() <= BESIDE
        && (symbol.y - row.symbol_y_mm).abs() <= BESIDE
        && (symbol.side - row.symbol_mm).abs() <= 2.0 * BESIDE
}

fn placed(fault: Sentence, symbol: &OnPage) -> Sentence {
    fault.with("x", format!("{:.0}", symbol.x)).with("y", format!("{:.0}", symbol.y))
}

impl Seen {
    fn count(&mut self, code: &str) {
        if let Ok(code) = SignCode::parse(code) {
            *self.codes.entry(code).or_default() += 1;
        }
    }
}
