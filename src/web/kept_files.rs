//! Where do files lie that pages show and the database holds? In bounded memory, in front of a reader that `cli` hands over.

use actix_web::web::Bytes;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use std::hash::Hash;

/// Hands over the bytes of a file; may wait for a disk.
pub type Reader<Asked> = Box<dyn Fn(&Asked) -> Option<Vec<u8>> + Send + Sync>;

#[derive(Clone)]
struct BySize;

impl<Asked> Weighter<Asked, Bytes> for BySize {
    fn weight(&self, _: &Asked, bytes: &Bytes) -> u64 {
        u64::try_from(bytes.len()).unwrap_or(u64::MAX).max(1)
    }
}

/// The files that were asked for most, by what asks for them.
pub struct KeptFiles<Asked> {
    reader: Reader<Asked>,
    kept: Cache<Asked, Bytes, BySize>,
}

impl<Asked: Hash + Eq + Clone> KeptFiles<Asked> {
    /// Nothing kept yet; at most so many bytes will be. `files` are expected, only as a hint for the size of a table.
    #[must_use]
    pub fn new(reader: Reader<Asked>, files: usize, most_bytes: u64) -> Self {
        Self { reader, kept: Cache::with_weighter(files, most_bytes, BySize) }
    }

    /// The file, where it is kept.
    #[must_use]
    pub fn find_kept(&self, asked: &Asked) -> Option<Bytes> {
        self.kept.get(asked)
    }

    /// The file, read now where it is not kept. Several who ask for the same one wait for one reading.
    #[must_use]
    pub fn read(&self, asked: &Asked) -> Option<Bytes> {
        self.kept.get_or_insert_with(asked, || (self.reader)(asked).map(Bytes::from).ok_or(())).ok()
    }
}
