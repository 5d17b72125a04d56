//! Where do finished files lie until somebody fetches them? On a shelf beside the database: what is thrown away is made again.

use super::Error;
use super::download::Download;
use crate::register::hex;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Most orders whose files are kept ready.
const MOST_ORDERS: usize = 24;
/// Most bytes of files kept ready.
const MOST_BYTES: u64 = 8 << 30;
/// The folder of an order that is being made begins so; a program that is killed leaves it behind.
const HALF_MADE: &str = ".making-";
/// What is half-made for so long is nobody's any more.
const FORGOTTEN_AFTER: Duration = Duration::from_secs(24 * 3600);
/// The file that tells what is in a folder; written last.
const LIST: &str = "made.json";
/// All files of an order in one.
const ALL: &str = "all.zip";
/// The folder of the files themselves.
const FILES: &str = "files";

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeFile {
    /// What it is called.
    pub name: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// Their digest, in hex.
    pub sha256: String,
}

/// Everything that was made of an order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// The files by name.
    pub files: Vec<MadeFile>,
    /// When the making began, ISO 8601 in UTC.
    pub began: String,
    /// When it ended.
    pub ended: String,
}

impl Made {
    /// How many bytes all files have together.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|file| file.bytes).sum()
    }
}

/// A folder with a folder for each order in it.
#[derive(Debug)]
pub struct PressShelf {
    folder: PathBuf,
}

impl PressShelf {
    /// The shelf in this folder, which is made when the first order is.
    #[must_use]
    pub const fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// What was made of the order of this key; none where nothing lies ready.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<Made> {
        serde_json::from_slice(&fs::read(self.folder.join(key).join(LIST)).ok()?).ok()
    }

    /// A folder to make an order in. Dropped without [`PressShelf::keep`], it is gone.
    ///
    /// # Errors
    /// Fails where nothing can be written beside the database.
    pub fn begin(&self) -> Result<TempDir, Error> {
        fs::create_dir_all(&self.folder).map_err(|source| self.failed(source))?;
        let begun = tempfile::Builder::new().prefix(HALF_MADE).tempdir_in(&self.folder).map_err(|source| self.failed(source))?;
        fs::create_dir(begun.path().join(FILES)).map_err(|source| self.failed(source))?;
        Ok(begun)
    }

    /// The folder in which the files themselves are to lie.
    #[must_use]
    pub fn files_of(begun: &TempDir) -> PathBuf {
        begun.path().join(FILES)
    }

    /// Puts what was made on the shelf under its key, whole, and makes room.
    ///
    /// # Errors
    /// Fails where the folder cannot be read or written.
    pub fn keep(&self, key: &str, begun: TempDir, (began, ended): (String, String)) -> Result<Made, Error> {
        let made = Made { files: read_files(&begun.path().join(FILES)).map_err(|source| self.failed(source))?, began, ended };
        let list = serde_json::to_vec_pretty(&made).map_err(|error| self.failed(error.into()))?;
        let place = self.folder.join(key);
        let put = || {
            let mut file = File::create(begun.path().join(LIST))?;
            file.write_all(&list).and_then(|()| file.sync_all())?;
            // What lies there under this key is of the same recipe; a list that cannot be read is no reason to keep it.
            if place.exists() {
                fs::remove_dir_all(&place)?;
            }
            fs::rename(begun.path(), &place)
        };
        put().map_err(|source| self.failed(source))?;
        drop(begun.keep());
        self.make_room(key);
        Ok(made)
    }

    /// A file of an order, opened.
    #[must_use]
    pub fn open(&self, key: &str, name: &str) -> Option<Download> {
        let found = self.find(key)?.files.into_iter().find(|file| file.name == name)?;
        let path = self.folder.join(key);
        touch(&path);
        open(&path.join(FILES), found)
    }

    /// All files of an order in one, made when first asked for: the same files give the same bytes.
    ///
    /// # Errors
    /// Fails where it cannot be written.
    pub fn open_all(&self, key: &str, name: &str) -> Result<Option<Download>, Error> {
        let Some(made) = self.find(key) else { return Ok(None) };
        let place = self.folder.join(key);
        touch(&place);
        let list = place.join(format!("{ALL}.json"));
        let known: Option<MadeFile> = fs::read(&list).ok().and_then(|list| serde_json::from_slice(&list).ok());
        if let Some(found) = known.and_then(|known| open(&place, known)) {
            return Ok(Some(Download { name: name.to_owned(), ..found }));
        }
        let write = || {
            let mut begun = tempfile::NamedTempFile::new_in(&place)?;
            write_all(&made, &place.join(FILES), begun.as_file_mut())?;
            begun.as_file().sync_all()?;
            begun.persist(place.join(ALL)).map_err(|error| error.error)?;
            let found = read_file(&place.join(ALL), ALL.to_owned())?;
            fs::write(&list, serde_json::to_vec(&found)?)?;
            Ok(found)
        };
        let found = write().map_err(|source: std::io::Error| self.failed(source))?;
        self.make_room(key);
        Ok(open(&place, found).map(|found| Download { name: name.to_owned(), ..found }))
    }

    /// Takes away what was used longest ago, until what is left is within bounds, and what a killed program left half-made.
    fn make_room(&self, but: &str) {
        let mut all: Vec<(SystemTime, PathBuf)> = Vec::new();
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let used = entry.metadata().and_then(|about| about.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with(HALF_MADE) {
                if used.elapsed().is_ok_and(|age| age > FORGOTTEN_AFTER) {
                    remove(&entry.path());
                }
            } else if name != but {
                all.push((used, entry.path()));
            }
        }
        all.sort_by_key(|(used, _)| std::cmp::Reverse(*used));
        let mut bytes = self.bytes_of(but);
        for (at, (_, path)) in all.iter().enumerate() {
            let key = path.file_name().unwrap_or_default().to_string_lossy();
            bytes += self.bytes_of(&key);
            if at + 1 >= MOST_ORDERS || bytes > MOST_BYTES {
                remove(path);
            }
        }
    }

    /// How many bytes lie ready of an order: its files, and all of them in one where somebody has asked for that.
    fn bytes_of(&self, key: &str) -> u64 {
        let all = fs::metadata(self.folder.join(key).join(ALL)).map_or(0, |about| about.len());
        self.find(key).map_or(0, |made| made.bytes()) + all
    }

    fn failed(&self, source: std::io::Error) -> Error {
        Error::Files { path: self.folder.clone(), source }
    }
}

/// Whoever is in the way of it now is not when the next order is made.
fn remove(path: &Path) {
    if let Err(error) = fs::remove_dir_all(path) {
        tracing::warn!(error = &error as &dyn std::error::Error, path = %path.display(), "finished files could not be thrown away");
    }
}

/// Notes that an order was used; where that cannot be noted it is only thrown away sooner.
fn touch(path: &Path) {
    if let Ok(folder) = File::open(path)
        && let Err(error) = folder.set_modified(SystemTime::now())
    {
        tracing::debug!(error = &error as &dyn std::error::Error, "the use of finished files could not be noted");
    }
}

fn open(folder: &Path, found: MadeFile) -> Option<Download> {
    let file = File::open(folder.join(&found.name)).ok()?;
    let is_whole = file.metadata().is_ok_and(|about| about.len() == found.bytes);
    is_whole.then_some(Download { name: found.name, sha256: found.sha256, bytes: found.bytes, file })
}

fn read_files(folder: &Path) -> std::io::Result<Vec<MadeFile>> {
    let names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<std::io::Result<Vec<String>>>()?;
    names.sort();
    names.into_iter().map(|name| read_file(&folder.join(&name), name)).collect()
}

fn read_file(path: &Path, name: String) -> std::io::Result<MadeFile> {
    let (mut file, mut digest, mut bytes) = (File::open(path)?, Sha256::new(), 0);
    let mut piece = vec![0; 256 << 10];
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            break;
        }
        bytes += read as u64;
        digest.update(&piece[..read]);
    }
    Ok(MadeFile { name, bytes, sha256: hex(&digest.finalize()) })
}

/// No date of this day stands in it, so that the same files are the same archive in any year.
fn write_all(made: &Made, folder: &Path, into: &mut File) -> std::io::Result<()> {
    let mut archive = ZipWriter::new(into);
    for file in &made.files {
        let is_packed = ["pdf", "png", "tiff"].iter().any(|ending| file.name.ends_with(ending));
        let method = if is_packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::DEFAULT.compression_method(method).large_file(file.bytes > u64::from(u32::MAX) / 2);
        archive.start_file(&file.name, options)?;
        std::io::copy(&mut File::open(folder.join(&file.name))?, &mut archive)?;
    }
    archive.finish()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{ALL, FILES, MOST_BYTES, PressShelf};
    use std::fs::{File, write};

    #[test]
    fn all_files_in_one_take_room_as_well() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = PressShelf::new(folder.path().to_owned());
        let keep = |key: &str| {
            let begun = shelf.begin().unwrap();
            write(begun.path().join(FILES).join("a.svg"), "a").unwrap();
            shelf.keep(key, begun, (String::new(), String::new())).unwrap();
        };
        keep("older");
        File::create(folder.path().join("older").join(ALL)).unwrap().set_len(MOST_BYTES).unwrap();
        keep("newer");
        assert!(shelf.find("older").is_none() && shelf.find("newer").is_some());
    }
}
