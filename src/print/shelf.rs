//! Where do finished files go? Whoever runs a job says so; this room opens no file.

use super::Error;
use super::pdf_objects::Sink;
use crate::register::hex;
use sha2::{Digest, Sha256};
use std::io::{self, Write};

/// A place for the files of one job.
pub trait Shelf: Sync {
    /// Begins a file of this name; nobody finds it under that name before it is finished.
    ///
    /// # Errors
    /// Fails where the place does.
    fn begin(&self, name: &str) -> io::Result<Box<dyn HalfMade + '_>>;
}

/// A file that has no name yet; dropped, it leaves nothing behind.
pub trait HalfMade: Write + Send {
    /// What has been written so far, read from where it lies and not from memory.
    ///
    /// # Errors
    /// Fails where the place does.
    fn read_back(&mut self) -> io::Result<Vec<u8>>;

    /// Gives the file its name.
    ///
    /// # Errors
    /// Fails where the place does.
    fn finish(self: Box<Self>) -> io::Result<()>;
}

/// A file being written, its hash and its length kept along the way.
pub(super) struct Hashed<'a> {
    name: String,
    file: Box<dyn HalfMade + 'a>,
    hash: Sha256,
    length: u64,
}

/// What identifies a finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seal {
    pub(super) name: String,
    pub(super) sha256: String,
    pub(super) bytes: u64,
}

impl<'a> Hashed<'a> {
    pub(super) fn begin(shelf: &'a dyn Shelf, name: &str) -> Result<Self, Error> {
        let file = shelf.begin(name).map_err(|source| failed(name, source))?;
        Ok(Self { name: name.to_owned(), file, hash: Sha256::new(), length: 0 })
    }

    pub(super) fn read_back(&mut self) -> Result<Vec<u8>, Error> {
        self.file.flush().and_then(|()| self.file.read_back()).map_err(|source| failed(&self.name, source))
    }

    pub(super) fn finish(mut self) -> Result<Seal, Error> {
        self.file.flush().and_then(|()| self.file.finish()).map_err(|source| failed(&self.name, source))?;
        Ok(Seal { name: self.name, sha256: hex(&self.hash.finalize()), bytes: self.length })
    }
}

impl Write for Hashed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.length += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Sink for Hashed<'_> {
    fn fingerprint(&self) -> [u8; 32] {
        self.hash.clone().finalize().into()
    }
}

pub(super) fn failed(name: &str, source: io::Error) -> Error {
    Error::Shelf { name: name.to_owned(), source }
}
