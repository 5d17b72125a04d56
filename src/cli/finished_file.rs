//! How does a file get its name? Only when it is whole, so that nobody ever finds half of one.

use super::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file that is being written under another name, beside its own.
pub struct FinishedFile {
    half_made: NamedTempFile,
    path: PathBuf,
}

impl FinishedFile {
    /// Begins a file; an older one under its name stays until [`FinishedFile::finish`].
    ///
    /// # Errors
    /// Refuses a path that is a folder, a device or a pipe, or whose folder is not there or not writable.
    pub fn begin(path: &Path) -> Result<Self, Error> {
        // A link is followed: the file behind it is meant. A device or a pipe would be replaced by a file, and is refused.
        let path = &std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        match path.symlink_metadata() {
            Ok(there) if there.is_dir() => return Err(Error::IsFolder(path.to_owned())),
            Ok(there) if !there.is_file() => return Err(Error::NoOrdinaryFile(path.to_owned())),
            _ => {}
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let half_made = builder().tempfile_in(folder).map_err(|source| Error::File { path: path.to_owned(), source })?;
        Ok(Self { half_made, path: path.to_owned() })
    }

    /// Writes the next bytes.
    ///
    /// # Errors
    /// Fails when the disk does; the half-made file is removed with `self`.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.half_made.write_all(bytes).map_err(|source| self.failed(source))
    }

    /// What has been written so far, read back from the file itself.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn read_back(&self) -> Result<Vec<u8>, Error> {
        std::fs::read(self.half_made.path()).map_err(|source| self.failed(source))
    }

    /// Gives the file its name, in place of an older one.
    ///
    /// # Errors
    /// Fails when the disk does.
    pub fn finish(self) -> Result<(), Error> {
        self.half_made.as_file().sync_all().map_err(|source| self.failed(source))?;
        let path = self.path;
        self.half_made.persist(&path).map(drop).map_err(|refused| Error::File { path, source: refused.error })
    }

    fn failed(&self, source: std::io::Error) -> Error {
        Error::File { path: self.path.clone(), source }
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
