//! In which encoding was this file saved, and what is its text?

use super::Report;
use crate::register::Sentence;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1258};
use std::borrow::Cow;

/// Bytes of text and bytes that no UTF-8 has, counted.
#[derive(Default)]
struct Tally {
    letters: usize,
    broken: usize,
    first_broken_line: usize,
}

/// The text of a file: by its byte order mark, else UTF-8, else Windows-1258; none where it is neither.
pub(super) fn decode<'a>(bytes: &'a [u8], report: &mut Report) -> Option<Cow<'a, str>> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding != UTF_8) {
        let (text, broken) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return if broken { refuse(0, Sentence::new("file-encoding"), report) } else { Some(text) };
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(Cow::Borrowed(text)),
        Err(_) => decode_windows_1258(bytes, report),
    }
}

fn decode_windows_1258<'a>(bytes: &'a [u8], report: &mut Report) -> Option<Cow<'a, str>> {
    let tally = tally(bytes);
    // Damaged UTF-8 also decodes as Windows-1258, into nonsense that nobody would notice among 450 rows.
    if tally.letters > tally.broken {
        return refuse(tally.first_broken_line, Sentence::new("file-broken-utf8"), report);
    }
    let (text, _) = WINDOWS_1258.decode_without_bom_handling(bytes);
    if text.chars().any(|letter| letter.is_control() && !matches!(letter, '\t' | '\r' | '\n')) {
        return refuse(0, Sentence::new("file-encoding"), report);
    }
    report.notes.push(Sentence::new("file-read-as-windows-1258"));
    Some(text)
}

fn refuse<T>(line: usize, reason: Sentence, report: &mut Report) -> Option<T> {
    report.refuse(line, "", reason);
    None
}

fn tally(bytes: &[u8]) -> Tally {
    let mut tally = Tally { first_broken_line: 1, ..Tally::default() };
    for chunk in bytes.utf8_chunks() {
        tally.letters += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        if tally.broken == 0 {
            tally.first_broken_line += chunk.valid().bytes().filter(|byte| *byte == b'\n').count();
        }
        tally.broken += usize::from(!chunk.invalid().is_empty());
    }
    tally
}
