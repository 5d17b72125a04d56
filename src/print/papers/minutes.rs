//! What do both minutes have in common: the head of an administrative document, the two sides, the counts, the signatures?

use super::flow::{ASCENT, Align, BODY, Flow, HEAD, HEAD_STRONG, LEADING, LEFT, PAPER, SMALL, STRONG, TINY, TITLE, WIDTH};
use super::table::Table;
use super::wording::{Wording, count, counted, date, grouped, size};
use crate::print::manifest::FileFacts;
use crate::print::{Error, Plate};
use crate::register::Sentence;

/// How much of the width the head's left side takes.
const HEAD_LEFT: f64 = 0.42;

/// Files named one by one; more are in the manifest.
const MOST_FILES: usize = 12;

/// Room for a signature.
const SIGNATURE: f64 = 32.0;

/// What minutes are written about.
#[derive(Debug, Clone)]
pub struct Minutes {
    /// The body above the office, and the office; a blank where one is empty, and where both are unknown.
    pub office_head: Option<(String, String)>,
    /// The batch.
    pub batch: i64,
    /// Its date, ISO 8601.
    pub dated: String,
    /// The plate.
    pub plate: Plate,
    /// Where the links lead.
    pub base_url: String,
    /// How many plates are in which state now, by the state's Vietnamese name, in the order of the work.
    pub counts: Vec<(String, usize)>,
    /// The hash of the job's files; none where the job was never made.
    pub job_hash: Option<String>,
    /// The job's files.
    pub files: Vec<FileFacts>,
    /// Its plates.
    pub signs: Vec<MinutesSign>,
}

/// A plate in minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinutesSign {
    /// The code, as printed.
    pub code: String,
    /// The street or landmark.
    pub name: String,
    /// The sign's number within it.
    pub number: Option<u32>,
    /// The ward; empty where unknown.
    pub ward: String,
    /// The Vietnamese name of its state, one of those counted.
    pub state: String,
}

impl Minutes {
    /// Refuses counts that are not those of the plates.
    pub(super) fn check(&self) -> Result<(), Error> {
        let of = |state: &str| self.signs.iter().filter(|sign| sign.state == state).count();
        let counted = self.counts.iter().map(|(_, plates)| plates).sum();
        let each = self.counts.iter().all(|(state, plates)| of(state) == *plates);
        if each && counted == self.signs.len() { Ok(()) } else { Err(Error::MinutesCounts { counted, plates: self.signs.len() }) }
    }
}

/// A paper being written about a batch.
pub(super) struct Paper<'a> {
    pub(super) flow: Flow,
    pub(super) words: Wording<'a>,
    pub(super) minutes: &'a Minutes,
}

impl<'a> Paper<'a> {
    pub(super) fn new(minutes: &'a Minutes, words: Wording<'a>) -> Self {
        Self { flow: Flow::new(), words, minutes }
    }

    /// The office at the left, the country at the right, place and date left blank, the title in the middle.
    pub(super) fn head(&mut self, kind: &'static str, subject: &'static str) -> Result<(), Error> {
        let [country, motto, number, place] =
            self.words.all(["papers-country", "papers-motto", "papers-number-blank", "papers-place-and-date-blank"]);
        let (left, right) = ((LEFT - 4.0, WIDTH * HEAD_LEFT), (LEFT + WIDTH * HEAD_LEFT, WIDTH * (1.0 - HEAD_LEFT) + 4.0));
        let top = self.flow.y;
        let blank = ".".repeat(42);
        let known = |name: &String| if name.is_empty() { blank.clone() } else { name.clone() };
        let (above, office) = self
            .minutes
            .office_head
            .as_ref()
            .map_or_else(|| (blank.clone(), blank.clone()), |(above, office)| (known(above), known(office)));
        let mut y = self.flow.lines_at(left, top, HEAD, Align::Centre, &above.to_uppercase())?;
        y = self.flow.lines_at(left, y, HEAD_STRONG, Align::Centre, &office.to_uppercase())?;
        self.middle_rule(left, y + 0.8, left.1 * 0.4);
        let left_end = self.flow.lines_at(left, y + 2.6, BODY, Align::Centre, &number)?;
        y = self.flow.lines_at(right, top, HEAD_STRONG, Align::Centre, &country)?;
        y = self.flow.lines_at(right, y, STRONG, Align::Centre, &motto)?;
        let under = self.flow.width(STRONG, &motto)?;
        self.middle_rule(right, y + 0.8, under);
        let right_end = self.flow.lines_at(right, y + 2.6, BODY, Align::Centre, &place)?;
        self.flow.y = left_end.max(right_end) + 7.0;
        self.title(kind, subject)
    }

    fn title(&mut self, kind: &'static str, subject: &'static str) -> Result<(), Error> {
        let batch = self.minutes.batch;
        self.flow.paragraph(TITLE, Align::Centre, &self.words.say(kind))?;
        self.flow.paragraph(STRONG, Align::Centre, &self.words.tell(&Sentence::new(subject).with("batch", batch)))?;
        let y = self.flow.y;
        self.middle_rule((LEFT, WIDTH), y, WIDTH * 0.22);
        self.flow.gap(5.0);
        Ok(())
    }

    fn middle_rule(&mut self, (x, width): (f64, f64), y: f64, length: f64) {
        let middle = x + width / 2.0;
        self.flow.line((middle - length / 2.0, y), (middle + length / 2.0, y));
    }

    /// Where and when, and the two sides with blanks for those who sign.
    pub(super) fn sides(&mut self, giver: &'static str, taker: &'static str) -> Result<(), Error> {
        let words = self.words;
        let [order, today, at, person, post, phone] =
            words.all(["papers-order-blank", "papers-today-blank", "papers-at", "papers-person", "papers-post", "papers-address"]);
        self.flow.paragraph(BODY, Align::Left, &order)?;
        self.flow.paragraph(BODY, Align::Left, &today)?;
        self.flow.blanks(&[(&at, 1.0)])?;
        for side in [giver, taker] {
            self.flow.heading(&words.say(side))?;
            self.flow.blanks(&[(&words.say("papers-unit"), 1.0)])?;
            self.flow.blanks(&[(&phone, 1.0)])?;
            self.flow.blanks(&[(&person, 0.55), (&post, 0.45)])?;
            self.flow.blanks(&[(&person, 0.55), (&post, 0.45)])?;
        }
        self.flow.gap(2.0);
        Ok(())
    }

    /// The batch and its plate in one sentence.
    pub(super) fn subject(&mut self) -> Result<(), Error> {
        let minutes = self.minutes;
        let trim = minutes.plate.trim();
        let told = Sentence::new("papers-subject")
            .with("batch", minutes.batch)
            .with("date", date(&minutes.dated))
            .with("count", count(minutes.signs.len()))
            .with("plate", minutes.plate.name())
            .with("size", size((trim.width, trim.height)))
            .with("base", &minutes.base_url);
        self.flow.paragraph(BODY, Align::Left, &self.words.tell(&told))
    }

    /// How many plates are in which state, and all together.
    pub(super) fn counts(&mut self) -> Result<(), Error> {
        let columns = [(14.0, Align::Centre), (64.0, Align::Left), (32.0, Align::Right), (WIDTH - 110.0, Align::Left)];
        let head = self.words.all(["papers-row", "papers-state", "papers-plates", "papers-note"]);
        let row = |number: String, state: &str, plates: usize| vec![number, state.to_owned(), count(plates), String::new()];
        let counts = self.minutes.counts.iter().zip(1_usize..);
        let mut rows: Vec<Vec<String>> = counts.map(|((state, plates), at)| row(at.to_string(), state, *plates)).collect();
        rows.push(row(String::new(), &self.words.say("papers-sum"), self.minutes.signs.len()));
        let table = Table { least: 6.8, ..Table::new(&columns, &head) };
        table.set(&mut self.flow, &rows)
    }

    /// The job's files and the hash of them all, which both sides can check by hand.
    pub(super) fn files(&mut self) -> Result<(), Error> {
        let Some(hash) = &self.minutes.job_hash else {
            return self.flow.paragraph(BODY, Align::Left, &self.words.say("papers-no-files"));
        };
        self.flow.paragraph(BODY, Align::Left, &self.words.say("papers-job-hash"))?;
        hash_lines(&mut self.flow, hash)?;
        files_table(&mut self.flow, self.words, &self.minutes.files)?;
        self.flow.paragraph(SMALL, Align::Left, &self.words.say("papers-by-hand"))
    }

    /// How many copies, and who signs.
    pub(super) fn end(&mut self, giver: &'static str, taker: &'static str) -> Result<(), Error> {
        let [closing, sign] = self.words.all(["papers-copies-blank", "papers-sign"]);
        let step = BODY.size * LEADING;
        self.flow.need(SIGNATURE + step * 6.0);
        self.flow.paragraph(BODY, Align::Left, &closing)?;
        self.flow.gap(4.0);
        let (top, half) = (self.flow.y, WIDTH / 2.0);
        for (at, side) in [giver, taker].into_iter().enumerate() {
            let edges = (LEFT + half * at as f64, half);
            let below = self.flow.lines_at(edges, top, STRONG, Align::Centre, &self.words.say(side))?;
            self.flow.text_at(edges, below + SMALL.size * ASCENT, SMALL, Align::Centre, &sign)?;
        }
        self.flow.y = (top + step * 2.0 + SIGNATURE).min(PAPER.1);
        Ok(())
    }
}

/// A hash in large enough letters to be compared, in groups of eight.
pub(super) fn hash_lines(flow: &mut Flow, hash: &str) -> Result<(), Error> {
    flow.paragraph(super::flow::SMALL_STRONG, Align::Centre, &grouped(hash))?;
    flow.gap(1.0);
    Ok(())
}

/// Files by name, with their hashes; the first dozen where there are more.
pub(super) fn files_table(flow: &mut Flow, words: Wording<'_>, files: &[FileFacts]) -> Result<(), Error> {
    let columns = [(46.0, Align::Left), (14.0, Align::Right), (24.0, Align::Right), (WIDTH - 84.0, Align::Left)];
    let head = words.all(["papers-file", "papers-pages", "papers-bytes", "papers-sha256"]);
    let row = |file: &FileFacts| vec![file.name.clone(), count(file.pages), counted(file.bytes), grouped(&file.sha256)];
    let rows: Vec<Vec<String>> = files.iter().take(MOST_FILES).map(row).collect();
    Table { letters: TINY, ..Table::new(&columns, &head) }.set(flow, &rows)?;
    if files.len() > MOST_FILES {
        let more = Sentence::new("papers-more-files").with("more", count(files.len() - MOST_FILES));
        flow.paragraph(SMALL, Align::Left, &words.tell(&more))?;
    }
    Ok(())
}
