//! What do the minutes of handing over say? (biên bản bàn giao)

use super::flow::{Align, BODY, write};
use super::minutes::{Minutes, Paper};
use super::wording::{Say, Wording};
use crate::print::Error;
use crate::register::Sentence;

/// The minutes of handing a batch over, as PDF: blank where the two sides write by hand.
///
/// # Errors
/// Refuses counts that are not those of the plates, and a character that the font lacks.
pub fn handover(minutes: &Minutes, say: Say<'_>) -> Result<Vec<u8>, Error> {
    minutes.check()?;
    let words = Wording(say);
    let mut paper = Paper::new(minutes, words);
    paper.head("papers-handover", "papers-handover-subject")?;
    paper.sides("papers-giver", "papers-taker")?;
    paper.flow.paragraph(BODY, Align::Left, &words.say("papers-handover-agree"))?;
    paper.flow.section(&words.say("papers-handover-what"))?;
    paper.subject()?;
    paper.flow.section(&words.say("papers-handover-counts"))?;
    paper.counts()?;
    paper.flow.section(&words.say("papers-files"))?;
    paper.files()?;
    paper.flow.section(&words.say("papers-handover-state"))?;
    for _ in 0..3 {
        paper.flow.blanks(&[("", 1.0)])?;
    }
    paper.flow.section(&words.say("papers-duties"))?;
    for duty in words.all(["papers-duty-codes", "papers-duty-count", "papers-duty-damage"]) {
        paper.flow.paragraph(BODY, Align::Left, &duty)?;
    }
    paper.end("papers-giver-signs", "papers-taker-signs")?;
    paper.annex()?;
    let title = words.tell(&Sentence::new("papers-handover-subject").with("batch", minutes.batch));
    write(&paper.flow.finish()?, &title, &minutes.dated)
}
