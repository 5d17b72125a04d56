//! Which file of a picture is asked for, and where does it lie? In bounded memory, in front of a reader that `cli` hands over.

use super::kept_files::{self, KeptFiles};
use crate::register::photo::widths;
use crate::register::{Photo, PhotoFormat};

/// Most bytes of files kept: about a hundred pictures in the width that phones ask for.
const MOST_BYTES: u64 = 32 << 20;
/// Files expected; only a hint for the size of a table.
const FILES: usize = 512;

/// What a browser is told about a picture opened on its own: nothing in it runs.
pub const FILE_POLICY: &str = "sandbox; default-src 'none'";

/// One file of a picture, as its public address names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PhotoAsked {
    /// The picture's number.
    pub id: i64,
    /// The picture's digest.
    pub digest: String,
    /// The width of the file.
    pub width: u32,
    /// How it is encoded.
    pub format: PhotoFormat,
}

impl PhotoAsked {
    /// The file that a name such as `photo-7-800.0123456789ab.webp` stands for.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let (rest, format) = name.strip_prefix("photo-")?.rsplit_once('.')?;
        let (rest, digest) = rest.split_once('.')?;
        let (id, width) = rest.split_once('-')?;
        let format = PhotoFormat::ALL.iter().copied().find(|one| one.as_str() == format)?;
        let asked = Self { id: id.parse().ok()?, digest: digest.to_owned(), width: width.parse().ok()?, format };
        // One file has one name: a `+7` or a `007` is none.
        (asked.name() == name).then_some(asked)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        format!("photo-{}-{}.{}.{}", self.id, self.width, self.digest, self.format)
    }

    /// Is it a file of this picture?
    #[must_use]
    pub fn is_of(&self, photo: &Photo) -> bool {
        self.id == photo.id && self.digest == photo.digest && widths(photo.width).any(|width| width == self.width)
    }
}

/// Hands over the bytes; may wait for a disk.
pub type Reader = kept_files::Reader<PhotoAsked>;

/// The files of pictures that were asked for most.
pub type PhotoFiles = KeptFiles<PhotoAsked>;

/// Nothing kept yet.
#[must_use]
pub fn photo_files(reader: Reader) -> PhotoFiles {
    KeptFiles::new(reader, FILES, MOST_BYTES)
}
