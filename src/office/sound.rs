//! Is this file a recording that every phone can play, and how long does it take? Told by its bytes, never by its name.

use crate::register::{Explained, Fault, RecordingFormat, Sentence, hex};
use sha2::{Digest, Sha256};

/// Most bytes of a recording: eight minutes at 128 kbit a second.
pub const MOST_BYTES: usize = 8 << 20;
/// Bytes of the digest in an address.
const DIGEST_BYTES: usize = 6;

/// A recording, fit to be kept.
#[derive(Debug)]
pub struct Sound {
    /// How it is encoded.
    pub format: RecordingFormat,
    /// How long it takes, where the file tells.
    pub seconds: Option<u32>,
    /// The start of the SHA-256 of the bytes, in hex.
    pub digest: String,
    /// The bytes; an MP3 without its tags, which may hold a position, a picture, a name.
    pub bytes: Vec<u8>,
}

/// Why a recording cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnfitSound {
    /// No file was sent.
    #[error("no file")]
    None,
    /// It has more bytes than a recording may have.
    #[error("more than {MOST_BYTES} bytes")]
    TooLarge,
    /// It is neither MP3 nor Opus or Vorbis in Ogg nor AAC in MPEG-4.
    #[error("no recording of a kind that every phone plays")]
    OtherSort,
    /// Nobody is named who speaks.
    #[error("no speaker")]
    NoSpeaker,
    /// No licence is named.
    #[error("no licence")]
    NoLicence,
}

impl Explained for UnfitSound {
    fn fault(&self) -> Fault {
        Fault::Refused
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::None => Sentence::new("recording-none-sent"),
            Self::TooLarge => Sentence::new("recording-too-large").with("most", MOST_BYTES >> 20),
            Self::OtherSort => Sentence::new("recording-other-sort"),
            Self::NoSpeaker => Sentence::new("recording-no-speaker"),
            Self::NoLicence => Sentence::new("recording-no-licence"),
        }
    }
}

/// The recording that these bytes are.
///
/// # Errors
/// Refuses an empty file, a large one, and what is no recording of the three sorts.
pub fn sound_of(bytes: &[u8]) -> Result<Sound, UnfitSound> {
    if bytes.is_empty() {
        return Err(UnfitSound::None);
    }
    if bytes.len() > MOST_BYTES {
        return Err(UnfitSound::TooLarge);
    }
    let (format, seconds, bytes) = if bytes.starts_with(b"OggS") {
        (RecordingFormat::Ogg, ogg_seconds(bytes)?, bytes)
    } else if bytes.get(4..8) == Some(b"ftyp") {
        (RecordingFormat::M4a, mp4_seconds(bytes)?, bytes)
    } else {
        let bare = without_tags(bytes);
        (RecordingFormat::Mp3, mp3_seconds(bare)?, bare)
    };
    let digest = hex(&Sha256::digest(bytes)[..DIGEST_BYTES]);
    Ok(Sound { format, seconds, digest, bytes: bytes.to_vec() })
}

/// An MP3 without the tags before and behind it (ID3v2.4 structure, 3.1; ID3v1).
fn without_tags(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes;
    while rest.len() > 10 && rest.starts_with(b"ID3") {
        let size = rest[6..10].iter().fold(0, |size, byte| size << 7 | usize::from(byte & 0x7f));
        let footer = if rest[5] & 0x10 == 0 { 0 } else { 10 };
        rest = rest.get(10 + size + footer..).unwrap_or_default();
    }
    let tail = rest.len().saturating_sub(128);
    if rest[tail..].starts_with(b"TAG") { &rest[..tail] } else { rest }
}

/// Kilobits a second of layer III, by version 1 and by 2 and 2.5 (ISO/IEC 11172-3 and 13818-3, 2.4.2.3).
const RATES: [[u32; 15]; 2] =
    [[0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320], [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]];
/// Samples a second, by version 1.
const SAMPLES: [u32; 3] = [44_100, 48_000, 32_000];

/// The frame at the start: its bytes, how many samples it holds, samples a second, and where its table of frames would be.
fn mp3_frame(bytes: &[u8]) -> Option<(usize, u32, u32, usize)> {
    let head: [u8; 4] = bytes.get(..4)?.try_into().ok()?;
    let (version, layer) = (head[1] >> 3 & 3, head[1] >> 1 & 3);
    if head[0] != 0xff || head[1] & 0xe0 != 0xe0 || version == 1 || layer != 1 {
        return None;
    }
    let is_first = version == 3;
    let rate = RATES[usize::from(!is_first)].get(usize::from(head[2] >> 4)).filter(|rate| **rate > 0)? * 1000;
    let hertz = SAMPLES.get(usize::from(head[2] >> 2 & 3))?
        / match version {
            3 => 1,
            2 => 2,
            _ => 4,
        };
    let samples = if is_first { 1152 } else { 576 };
    let padding = u32::from(head[2] >> 1 & 1);
    let side = match (is_first, head[3] >> 6 == 3) {
        (true, false) => 32,
        (true, true) | (false, false) => 17,
        (false, true) => 9,
    };
    Some(((samples / 8 * rate / hertz + padding) as usize, samples, hertz, 4 + side))
}

/// Two frames must follow each other; a table of frames at the start tells how many there are, else all are taken as long as the first.
fn mp3_seconds(bytes: &[u8]) -> Result<Option<u32>, UnfitSound> {
    let (length, samples, hertz, table) = mp3_frame(bytes).ok_or(UnfitSound::OtherSort)?;
    bytes.get(length..).and_then(mp3_frame).ok_or(UnfitSound::OtherSort)?;
    let named = bytes.get(table..table + 4).is_some_and(|name| name == b"Xing" || name == b"Info");
    let counted = bytes.get(table + 4..table + 12).filter(|head| named && head[3] & 1 == 1);
    let counted = counted.map(|head| u64::from(u32::from_be_bytes([head[4], head[5], head[6], head[7]])));
    let frames = counted.unwrap_or((bytes.len() / length.max(1)) as u64);
    Ok(u32::try_from(frames * u64::from(samples) / u64::from(hertz)).ok())
}

/// The first page names Opus or Vorbis; the last one tells how many samples there were (RFC 3533, 6; RFC 7845, 4).
fn ogg_seconds(bytes: &[u8]) -> Result<Option<u32>, UnfitSound> {
    let segments = usize::from(*bytes.get(26).ok_or(UnfitSound::OtherSort)?);
    let first = bytes.get(27 + segments..).unwrap_or_default();
    let hertz = if first.starts_with(b"OpusHead") {
        48_000
    } else if first.starts_with(b"\x01vorbis") {
        first.get(12..16).and_then(|rate| rate.try_into().ok()).map_or(0, u32::from_le_bytes)
    } else {
        return Err(UnfitSound::OtherSort);
    };
    let last = bytes.windows(4).rposition(|four| four == b"OggS").and_then(|at| bytes.get(at + 6..at + 14)?.try_into().ok());
    let samples = last.map_or(0, u64::from_le_bytes);
    Ok(samples.checked_div(u64::from(hertz)).filter(|seconds| *seconds > 0).and_then(|seconds| u32::try_from(seconds).ok()))
}

/// A film is no recording: there must be sound and no picture (ISO/IEC 14496-12, 8.2.2 and 8.4.3).
fn mp4_seconds(bytes: &[u8]) -> Result<Option<u32>, UnfitSound> {
    let find = |name: &[u8]| bytes.windows(name.len()).position(|four| four == name);
    let handlers: Vec<&[u8]> = bytes.windows(16).filter(|part| part.starts_with(b"hdlr")).map(|part| &part[12..16]).collect();
    if find(b"moov").is_none() || !handlers.contains(&&b"soun"[..]) || handlers.contains(&&b"vide"[..]) {
        return Err(UnfitSound::OtherSort);
    }
    let head = find(b"mvhd").and_then(|at| bytes.get(at + 4..at + 36));
    let number = |at: usize| head.and_then(|head| head[at..at + 4].try_into().ok()).map(u32::from_be_bytes);
    let is_long = head.is_some_and(|head| head[0] == 1);
    let (scale, length) = if is_long { (number(20), number(28)) } else { (number(12), number(16)) };
    Ok(scale.zip(length).and_then(|(scale, length)| length.checked_div(scale)))
}
