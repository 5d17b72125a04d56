//! How does a file get its name? Only when it is whole, so that nobody ever finds half of one.

use crate::print::{HalfMade, Shelf};
use crate::register::{Explained, Fault, Sentence};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use tempfile::{NamedTempFile, TempPath};

/// Why a file cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// A folder is where a file should go.
    #[error("{0} is a folder")]
    IsFolder(PathBuf),
    /// A device, a pipe or the like is where a file should go.
    #[error("{0} is no ordinary file")]
    NoOrdinaryFile(PathBuf),
    /// The disk refuses.
    #[error("{path}: {source}")]
    Disk {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
}

/// A file that is being written under another name, beside its own.
pub struct FinishedFile {
    half_made: BufWriter<NamedTempFile>,
    path: PathBuf,
}

impl FinishedFile {
    /// Begins a file; an older one under its name stays until [`FinishedFile::finish`].
    ///
    /// # Errors
    /// Refuses a path that is a folder, a device or a pipe, or whose folder is not there or not writable.
    pub fn begin(path: &Path) -> Result<Self, FileError> {
        // A link is followed: the file behind it is meant. A device or a pipe would be replaced by a file, and is refused.
        let path = &std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        match path.symlink_metadata() {
            Ok(there) if there.is_dir() => return Err(FileError::IsFolder(path.to_owned())),
            Ok(there) if !there.is_file() => return Err(FileError::NoOrdinaryFile(path.to_owned())),
            _ => {}
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let half_made = builder().tempfile_in(folder).map_err(|source| FileError::Disk { path: path.to_owned(), source })?;
        Ok(Self { half_made: BufWriter::new(half_made), path: path.to_owned() })
    }

    /// Writes the next bytes.
    ///
    /// # Errors
    /// Fails when the disk does; the half-made file is removed with `self`.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        self.half_made.write_all(bytes).map_err(|source| self.failed(source))
    }

    /// What has been written so far, read back from the file itself.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn read_back(&mut self) -> Result<Vec<u8>, FileError> {
        let read = self.half_made.flush().and_then(|()| std::fs::read(self.half_made.get_ref().path()));
        read.map_err(|source| self.failed(source))
    }

    /// Gives the file its name, in place of an older one.
    ///
    /// # Errors
    /// Fails when the disk does.
    pub fn finish(self) -> Result<(), FileError> {
        self.close()?.take_name()
    }

    /// Ends the file, which still has no name.
    fn close(self) -> Result<WholeFile, FileError> {
        let path = self.path;
        let disk = |source| FileError::Disk { path: path.clone(), source };
        let half_made = self.half_made.into_inner().map_err(|error| disk(error.into_error()))?;
        half_made.as_file().sync_all().map_err(disk)?;
        Ok(WholeFile { made: half_made.into_temp_path(), path })
    }

    fn failed(&self, source: io::Error) -> FileError {
        FileError::Disk { path: self.path.clone(), source }
    }
}

/// A file that is all there, but for its name.
struct WholeFile {
    made: TempPath,
    path: PathBuf,
}

impl WholeFile {
    fn take_name(self) -> Result<(), FileError> {
        let path = self.path;
        self.made.persist(&path).map_err(|refused| FileError::Disk { path, source: refused.error })
    }
}

fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".tenpho-");
    #[cfg(unix)]
    {
        // A file for others: readable by whom the operator's umask lets read.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder
}

impl Explained for FileError {
    fn fault(&self) -> Fault {
        match self {
            Self::Disk { source, .. } => fault_of(source),
            Self::IsFolder(_) | Self::NoOrdinaryFile(_) => Fault::Refused,
        }
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::IsFolder(path) => Sentence::new("file-is-folder").with("path", path.display()),
            Self::NoOrdinaryFile(path) => Sentence::new("file-not-ordinary").with("path", path.display()),
            Self::Disk { path, source } => Sentence::new("file-trouble").with("path", path.display()).with("reason", source),
        }
    }
}

/// A wrong name is the asker's; a full disk or a failing one is the operator's.
#[must_use]
pub fn fault_of(error: &io::Error) -> Fault {
    use io::ErrorKind::{AlreadyExists, InvalidInput, IsADirectory, NotADirectory, NotFound, PermissionDenied};
    match error.kind() {
        NotFound | PermissionDenied | AlreadyExists | IsADirectory | NotADirectory | InvalidInput => Fault::Refused,
        _ => Fault::Broken,
    }
}

impl From<FileError> for io::Error {
    fn from(error: FileError) -> Self {
        match error {
            FileError::Disk { source, .. } => source,
            FileError::IsFolder(_) => io::ErrorKind::IsADirectory.into(),
            FileError::NoOrdinaryFile(_) => io::ErrorKind::InvalidInput.into(),
        }
    }
}

/// A folder that finished files go into.
pub struct Folder(pub PathBuf);

impl Shelf for Folder {
    fn begin(&self, name: &str) -> io::Result<Box<dyn HalfMade + '_>> {
        Ok(Box::new(FinishedFile::begin(&self.0.join(name))?))
    }
}

/// A folder that the files of one job go into together: none has its name before all are whole.
pub struct TogetherIn {
    folder: PathBuf,
    whole: Mutex<Vec<WholeFile>>,
}

impl TogetherIn {
    /// Nothing yet, for this folder.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, whole: Mutex::default() }
    }

    /// Gives every file its name, in place of older ones.
    ///
    /// # Errors
    /// Fails where the disk does; what has no name yet then is gone.
    pub fn take_names(self) -> Result<(), FileError> {
        self.whole.into_inner().unwrap_or_else(PoisonError::into_inner).into_iter().try_for_each(WholeFile::take_name)
    }
}

impl Shelf for TogetherIn {
    fn begin(&self, name: &str) -> io::Result<Box<dyn HalfMade + '_>> {
        Ok(Box::new(OneOf { file: FinishedFile::begin(&self.folder.join(name))?, whole: &self.whole }))
    }
}

/// One of the files of a job.
struct OneOf<'a> {
    file: FinishedFile,
    whole: &'a Mutex<Vec<WholeFile>>,
}

impl Write for OneOf<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl HalfMade for OneOf<'_> {
    fn read_back(&mut self) -> io::Result<Vec<u8>> {
        Ok(self.file.read_back()?)
    }

    fn finish(self: Box<Self>) -> io::Result<()> {
        let whole = self.file.close()?;
        self.whole.lock().unwrap_or_else(PoisonError::into_inner).push(whole);
        Ok(())
    }
}

impl Write for FinishedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.half_made.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.half_made.flush()
    }
}

impl HalfMade for FinishedFile {
    fn read_back(&mut self) -> io::Result<Vec<u8>> {
        Ok(Self::read_back(self)?)
    }

    fn finish(self: Box<Self>) -> io::Result<()> {
        Ok(Self::finish(*self)?)
    }
}
