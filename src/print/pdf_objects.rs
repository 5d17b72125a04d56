//! How do the objects of a PDF go out one by one, each as soon as it is whole?

use super::Error;
use super::packer::Packer;
use pdf_writer::{Chunk, Ref, Settings};
use sha2::{Digest, Sha256};
use std::io::Write;

/// A file on its way out: what is kept of an object that is gone is where it began.
pub(super) struct Objects<W> {
    out: W,
    /// Bytes gone so far.
    at: u64,
    /// Of each object by its number, less one, where it began; 0 where it is still to come.
    starts: Vec<u64>,
    hash: Sha256,
    packer: Packer,
}

impl<W: Write> Objects<W> {
    /// # Errors
    /// Fails when the sink does.
    pub(super) fn begin(out: W, version: &str) -> Result<Self, Error> {
        let (hash, packer) = (Sha256::new(), Packer::new());
        let mut objects = Self { out, at: 0, starts: Vec::new(), hash, packer };
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
        self.hash.clone().finalize().into()
    }

    /// Ends the file: where each object lies, and which of them is read first.
    ///
    /// # Errors
    /// Fails when the sink does.
    pub(super) fn finish(mut self, catalog: Ref, about: Ref) -> Result<W, Error> {
        let (table, count) = (self.at, self.starts.len() + 1);
        let mut text = format!("xref\n0 {count}\n0000000000 65535 f \n").into_bytes();
        for start in std::mem::take(&mut self.starts) {
            text.extend_from_slice(format!("{start:010} 00000 n \n").as_bytes());
        }
        self.send(&text)?;
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
        self.hash.update(bytes);
        self.at += bytes.len() as u64;
        Ok(())
    }
}
