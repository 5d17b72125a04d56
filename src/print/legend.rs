//! What does a finished file say of itself?

use super::{Grid, Job, PlateText};
use unicode_normalization::UnicodeNormalization;

/// The program, as files name their maker that hold ASCII alone.
pub(super) const MAKER: &str = "Ten Pho";

/// Longest title in a comment of a file: a line of one may have 255 letters.
const LONGEST: usize = 200;

/// What stands in a file beside the drawing.
pub(super) struct Legend<'a> {
    /// The job's title.
    pub(super) title: &'a str,
    /// When the job was made, ISO 8601 in UTC; empty where unknown.
    pub(super) dated: &'a str,
    /// The device's dots and the reduction, in words for the shop; empty where nothing was applied.
    pub(super) device: &'a str,
    pub(super) grid: Grid,
    pub(super) signs: &'a [PlateText],
}

impl<'a> Legend<'a> {
    pub(super) fn of(job: &'a Job, signs: &'a [PlateText]) -> Self {
        Self { title: &job.title, dated: &job.dated, device: &job.words.device, grid: job.device, signs }
    }

    /// What was really applied, in ASCII and the same in every language: `dpi=600 bwr-um=42.3`.
    pub(super) fn applied(&self) -> String {
        let dpi = self.grid.dpi().map_or_else(|| "none".to_owned(), |dpi| dpi.to_string());
        format!("dpi={dpi} bwr-um={}", (self.grid.applied_um() * 10.0).round() / 10.0)
    }

    /// The codes, one after the other.
    pub(super) fn codes(&self) -> String {
        self.signs.iter().map(|sign| sign.code.to_string()).collect::<Vec<_>>().join(",")
    }

    /// The title in ASCII: Vietnamese without its marks.
    pub(super) fn ascii_title(&self) -> String {
        ascii(self.title).chars().take(LONGEST).collect()
    }
}

/// A text for a file that holds ASCII alone.
fn ascii(text: &str) -> String {
    let plain = |letter: char| match letter {
        'đ' => Some('d'),
        'Đ' => Some('D'),
        '–' | '·' => Some('-'),
        ' '..='~' => Some(letter),
        '\u{300}'..='\u{36f}' => None,
        _ => Some('?'),
    };
    text.nfd().filter_map(plain).collect()
}
