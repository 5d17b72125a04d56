//! Which recording is asked for, and where does it lie? In bounded memory, in front of a reader that `cli` hands over.

use super::kept_files::{self, KeptFiles};
use crate::register::{Recording, RecordingFormat};

/// Most bytes kept: a few recordings, since a browser asks for one piece after the other of the same.
const MOST_BYTES: u64 = 16 << 20;
/// Recordings expected; only a hint for the size of a table, and few enough that the table stays in one part.
const FILES: usize = 8;

/// A recording, as its public address names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RecordingAsked {
    /// Its number.
    pub id: i64,
    /// Its digest.
    pub digest: String,
    /// How it is encoded.
    pub format: RecordingFormat,
}

impl RecordingAsked {
    /// The recording that a name such as `audio-7.0123456789ab.mp3` stands for.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let (rest, format) = name.strip_prefix("audio-")?.rsplit_once('.')?;
        let (id, digest) = rest.split_once('.')?;
        let format = RecordingFormat::ALL.iter().copied().find(|one| one.as_str() == format)?;
        let asked = Self { id: id.parse().ok()?, digest: digest.to_owned(), format };
        // One file has one name: a `+7` or a `007` is none.
        (asked.name() == name).then_some(asked)
    }

    /// The public file of a recording.
    #[must_use]
    pub fn of(recording: &Recording) -> Self {
        Self { id: recording.id, digest: recording.digest.clone(), format: recording.format }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        format!("audio-{}.{}.{}", self.id, self.digest, self.format)
    }
}

/// Hands over the bytes; may wait for a disk.
pub type Reader = kept_files::Reader<RecordingAsked>;

/// The recordings that were asked for last.
pub type RecordingFiles = KeptFiles<RecordingAsked>;

/// Nothing kept yet.
#[must_use]
pub fn recording_files(reader: Reader) -> RecordingFiles {
    KeptFiles::new(reader, FILES, MOST_BYTES)
}
