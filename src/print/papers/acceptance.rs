//! What do the minutes of acceptance say? (biên bản nghiệm thu)

use super::flow::{Align, BODY, WIDTH, write};
use super::minutes::{Minutes, Paper};
use super::table::Table;
use super::wording::{Say, Wording, count, size};
use crate::print::Error;
use crate::register::Sentence;

/// Rows for signs that are scanned by hand.
const SAMPLES: usize = 10;

/// Room to write in, in millimetres.
const BY_HAND: f64 = 8.0;

/// The minutes of accepting a batch, as PDF: criteria, a table for the codes that were scanned, and a conclusion to tick.
///
/// # Errors
/// Refuses counts that are not those of the plates, and a character that the font lacks.
pub fn acceptance(minutes: &Minutes, say: Say<'_>) -> Result<Vec<u8>, Error> {
    minutes.check()?;
    let words = Wording(say);
    let mut paper = Paper::new(minutes, words);
    paper.head("papers-acceptance", "papers-acceptance-subject")?;
    paper.sides("papers-giver", "papers-taker")?;
    paper.flow.paragraph(BODY, Align::Left, &words.say("papers-acceptance-agree"))?;
    paper.flow.section(&words.say("papers-acceptance-what"))?;
    paper.subject()?;
    paper.counts()?;
    paper.flow.section(&words.say("papers-files"))?;
    paper.files()?;
    paper.flow.section(&words.say("papers-criteria"))?;
    criteria(&mut paper)?;
    paper.flow.section(&words.say("papers-samples"))?;
    samples(&mut paper)?;
    paper.flow.section(&words.say("papers-conclusion"))?;
    for choice in words.all(["papers-passed", "papers-failed"]) {
        paper.flow.tick(BODY, &choice)?;
    }
    paper.flow.paragraph(BODY, Align::Left, &words.say("papers-mended-by"))?;
    for _ in 0..2 {
        paper.flow.blanks(&[("", 1.0)])?;
    }
    paper.end("papers-giver-signs", "papers-taker-signs")?;
    paper.annex()?;
    let title = words.tell(&Sentence::new("papers-acceptance-subject").with("batch", minutes.batch));
    write(&paper.flow.finish()?, &title, &minutes.dated)
}

/// What is asked for, and a cell each to tick for yes and for no.
fn criteria(paper: &mut Paper<'_>) -> Result<(), Error> {
    let words = paper.words;
    let trim = paper.minutes.plate.trim();
    let cut = Sentence::new("papers-size-asked").with("size", size((trim.width, trim.height)));
    let asked = [
        ("papers-quantity", words.tell(&Sentence::new("papers-quantity-asked").with("count", count(paper.minutes.signs.len())))),
        ("papers-size", words.tell(&cut)),
        ("papers-colour", words.say("papers-colour-asked")),
        ("papers-surface", words.say("papers-surface-asked")),
        ("papers-quiet-zone", words.say("papers-quiet-zone-asked")),
        ("papers-scan", words.say("papers-scan-asked")),
    ];
    let row =
        |((key, asked), at): ((&'static str, String), usize)| vec![at.to_string(), words.say(key), asked, String::new(), String::new()];
    let rows: Vec<Vec<String>> = asked.into_iter().zip(1..).map(row).collect();
    let columns = [(11.0, Align::Centre), (33.0, Align::Left), (WIDTH - 80.0, Align::Left), (18.0, Align::Centre), (18.0, Align::Centre)];
    let head = words.all(["papers-row", "papers-criterion", "papers-asked", "papers-yes", "papers-no"]);
    Table { least: BY_HAND, ..Table::new(&columns, &head) }.set(&mut paper.flow, &rows)
}

/// Blank rows for the codes that both sides scan together.
fn samples(paper: &mut Paper<'_>) -> Result<(), Error> {
    let words = paper.words;
    paper.flow.paragraph(BODY, Align::Left, &words.say("papers-samples-how"))?;
    let columns = [
        (11.0, Align::Centre),
        (26.0, Align::Left),
        (WIDTH - 113.0, Align::Left),
        (22.0, Align::Left),
        (18.0, Align::Centre),
        (18.0, Align::Centre),
        (18.0, Align::Left),
    ];
    let head =
        words.all(["papers-row", "papers-code", "papers-street", "papers-distance", "papers-reads", "papers-right-page", "papers-note"]);
    let row = |at: usize| std::iter::once(at.to_string()).chain(std::iter::repeat_n(String::new(), 6)).collect();
    let rows: Vec<Vec<String>> = (1..=SAMPLES).map(row).collect();
    Table { least: BY_HAND, ..Table::new(&columns, &head) }.set(&mut paper.flow, &rows)
}
