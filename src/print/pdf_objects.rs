//! How do the objects of a PDF go out one by one, each as soon as it is whole?

use super::Error;
use super::packer::Packer;
use pdf_writer::{Chunk, Ref, Settings};
use sha2::{Digest, Sha256};
use std::io::{self, Write};

/// Where a file goes, and who knows the hash of what has gone: whoever keeps one anyway need not reckon it twice.
pub(super) trait Sink: Write {
    /// The SHA-256 of all that has gone out so far.
    fn fingerprint(&self) -> [u8; 32];
}

/// A sink that keeps the hash of what is written to it.
pub(super) struct Hashing<W> {
    pub(super) out: W,
    hash: Sha256,
}

impl<W> Hashing<W> {
    pub(super) fn new(out: W) -> Self {
        Self { out, hash: Sha256::new() }
    }
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl<W: Write> Sink for Hashing<W> {
    fn fingerprint(&self) -> [u8; 32] {
        self.hash.clone().finalize().into()
    }
}

/// Entries of the table of objects that go out at once.
const ENTRIES: usize = 400;

/// A file on its way out: what is kept of an object that is gone is where it began.
pub(super) struct Objects<W> {
    out: W,
    /// Bytes gone so far.
    at: u64,
    /// Of each object by its number, less one, where it began; 0 where it is still to come.
    starts: Vec<u64>,
    packer: Packer,
}

impl<W: Sink> Objects<W> {
    /// # Errors
    /// Fails when the sink does.
    pub(super) fn begin(out: W, version: &str) -> Result<Self, Error> {
        let mut objects = Self { out, at: 0, starts: Vec::new(), packer: Packer::new() };
        // Four bytes beyond ASCII tell whoever carries the file that it is not text (ISO 32000-1, 7.5.2).
        objects.send(format!("%PDF-{version}\n%").as_bytes())?;
        objects.send(b"\x80\x80\x80\x80\n")?;
        Ok(objects)
    }

    /// The number of an object that is written later.
    pub(super) fn reserve(&mut self) -> Ref {
        self.starts.push(0);
        Ref::new(i32::try_from(self.starts.len()).expect("no file has two thousand million objects"))
    }

    /// Writes one object.
    ///
    /// # Errors
    /// Fails when the sink does.
    pub(super) fn put(&mut self, id: Ref, write: impl FnOnce(&mut Chunk, Ref)) -> Result<(), Error> {
        let mut chunk = Chunk::with_settings(Settings { pretty: false });
        write(&mut chunk, id);
        let number = usize::try_from(id.get()).expect("numbers start at 1");
        self.starts[number - 1] = self.at;
        self.send(chunk.as_bytes())
    }

    /// Packs the bytes of a stream.
    pub(super) fn pack(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.packer.pack(bytes)
    }

    /// The fingerprint of all that has gone out so far.
    pub(super) fn fingerprint(&self) -> [u8; 32] {
        self.out.fingerprint()
    }

    /// Ends the file: where each object lies, and which of them is read first.
    ///
    /// # Errors
    /// Fails when the sink does.
    pub(super) fn finish(mut self, catalog: Ref, about: Ref) -> Result<W, Error> {
        let (table, count) = (self.at, self.starts.len() + 1);
        self.send(format!("xref\n0 {count}\n0000000000 65535 f \n").as_bytes())?;
        for starts in std::mem::take(&mut self.starts).chunks(ENTRIES) {
            let entries: Vec<u8> = starts.iter().flat_map(|start| entry(*start)).collect();
            self.send(&entries)?;
        }
        let id: String = self.fingerprint()[..16].iter().map(|byte| format!("{byte:02X}")).collect();
        let (catalog, about) = (catalog.get(), about.get());
        let trailer =
            format!("trailer\n<</Size {count}/Root {catalog} 0 R/Info {about} 0 R/ID[<{id}><{id}>]>>\nstartxref\n{table}\n%%EOF\n");
        self.send(trailer.as_bytes())?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn send(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.out.write_all(bytes)?;
        self.at += bytes.len() as u64;
        Ok(())
    }
}

/// Where an object lies, in the twenty bytes that the table has for it.
fn entry(mut start: u64) -> [u8; 20] {
    let mut entry = *b"0000000000 00000 n \n";
    for digit in entry[..10].iter_mut().rev() {
        *digit = b'0' + (start % 10) as u8;
        start /= 10;
    }
    entry
}
