//! What does the shop have to know of a job before it prints? (phiếu thông tin lệnh in)

use super::facts_rows::{inks, job_rows, proof_rows, technical};
use super::flow::{Align, BODY, Flow, HEAD, Letters, SMALL, TINY, TITLE, WIDTH, write};
use super::minutes::{files_table, hash_lines};
use super::table::Table;
use super::wording::{Say, Wording, count, measure};
use crate::print::manifest::{Head, JobFacts, SignRow};
use crate::print::manifest_gist::Gist;
use crate::print::{Error, Manifest, Sizing, sizing};
use crate::register::Sentence;

/// The facts of a job, as PDF. It prints the job's hash, so it is itself no file of the manifest.
///
/// # Errors
/// Refuses a character that the font lacks.
pub fn facts(manifest: &Manifest, say: Say<'_>) -> Result<Vec<u8>, Error> {
    facts_of(manifest.head(), &Gist::of(&manifest.signs), say)
}

/// The same, of a manifest whose rows are gone already.
pub(in crate::print) fn facts_of(manifest: Head<'_>, gist: &Gist, say: Say<'_>) -> Result<Vec<u8>, Error> {
    let words = Wording(say);
    let mut flow = Flow::new();
    let job = manifest.job;
    let subject = match job.batch {
        Some(batch) => words.tell(&Sentence::new("papers-facts-batch").with("batch", batch)),
        None => words.say("papers-facts-no-batch"),
    };
    flow.paragraph(TITLE, Align::Centre, &words.say("papers-facts"))?;
    flow.paragraph(HEAD, Align::Centre, &subject)?;
    flow.gap(3.0);
    two_columns(&mut flow, SMALL, &job_rows(job, gist, words))?;
    flow.section(&words.say("papers-inks"))?;
    let head = words.all(["papers-ink-role", "papers-ink-name", "papers-ink-cmyk"]);
    Table::new(&[(62.0, Align::Left), (50.0, Align::Left), (WIDTH - 112.0, Align::Left)], &head).set(&mut flow, &inks(job, words))?;
    flow.section(&words.say("papers-to-check"))?;
    for check in checks(job, words) {
        flow.tick(HEAD, &check)?;
    }
    flow.section(&words.say("papers-warnings"))?;
    warnings(&mut flow, job, gist, words)?;
    flow.section(&words.say("papers-proof"))?;
    proof(&mut flow, manifest, gist.rows, words)?;
    flow.section(&words.say("papers-files"))?;
    flow.paragraph(SMALL, Align::Left, &words.say("papers-job-hash"))?;
    hash_lines(&mut flow, &manifest.job_hash())?;
    files_table(&mut flow, words, manifest.files)?;
    flow.paragraph(SMALL, Align::Left, &words.say("papers-by-hand"))?;
    flow.section(&words.say("papers-technical"))?;
    two_columns(&mut flow, TINY, &technical(job, words))?;
    write(&flow.finish()?, &format!("{} · {subject}", words.say("papers-facts")), &job.dated)
}

fn two_columns(flow: &mut Flow, letters: Letters, rows: &[(String, String)]) -> Result<(), Error> {
    let filled = rows.iter().filter(|(_, value)| !value.is_empty());
    let rows: Vec<Vec<String>> = filled.map(|(label, value)| vec![label.clone(), value.clone()]).collect();
    let columns = [(50.0, Align::Left), (WIDTH - 50.0, Align::Left)];
    Table { letters, ..Table::new(&columns, &[]) }.set(flow, &rows)
}

/// What the shop ticks before and while it prints.
fn checks(job: &JobFacts, words: Wording<'_>) -> Vec<String> {
    let mut checks = vec![words.say("papers-check-hash"), words.say("papers-check-scale"), words.say("papers-check-black")];
    if let Some(cut) = job.spots.iter().find(|ink| ink.role == "cut") {
        checks.push(words.tell(&Sentence::new("papers-check-cut").with("ink", &cut.name)));
    }
    checks.extend(words.all(["papers-check-laminate", "papers-check-quiet-zone", "papers-check-scan"]));
    checks
}

/// The signs that will not be read where they hang, and which plate would be.
fn warnings(flow: &mut Flow, job: &JobFacts, gist: &Gist, words: Wording<'_>) -> Result<(), Error> {
    let unread = gist.unread_signs();
    if !job.proven {
        flow.paragraph(BODY, Align::Left, &words.say("papers-not-proven"))?;
    }
    if unread == 0 {
        return flow.paragraph(HEAD, Align::Left, &words.say("papers-all-read"));
    }
    let told = Sentence::new("papers-unread").with("count", count(unread));
    flow.paragraph(HEAD, Align::Left, &words.tell(&told))?;
    let columns = [(11.0, Align::Centre), (24.0, Align::Left), (50.0, Align::Left), (WIDTH - 85.0, Align::Left)];
    let row = |(row, at): (&SignRow, usize)| {
        let name = row.number.map_or_else(|| row.name.clone(), |number| format!("{} {number}", row.name));
        vec![at.to_string(), row.code.clone(), name, sizing_of(row).sentence().map_or_else(String::new, |told| words.tell(&told))]
    };
    let rows: Vec<Vec<String>> = gist.unread.iter().zip(1..).map(row).collect();
    let head = words.all(["papers-row", "papers-code", "papers-street", "papers-warning"]);
    Table::new(&columns, &head).set(flow, &rows)?;
    if unread > gist.unread.len() {
        let more = Sentence::new("papers-more-signs").with("more", count(unread - gist.unread.len()));
        flow.paragraph(HEAD, Align::Left, &words.tell(&more))?;
    }
    flow.paragraph(HEAD, Align::Left, &words.tell(&advice(gist)))
}

fn sizing_of(row: &SignRow) -> Sizing {
    Sizing { promised_m: row.reading_distance_m, needed_m: row.needed_m, mounting_m: row.mounting_m, reads: row.reads }
}

/// What to do about signs that will not be read: the plate that would, or hanging them lower.
fn advice(gist: &Gist) -> Sentence {
    let (needed, modules) = (gist.needed_m, gist.modules);
    let told = |key| Sentence::new(key).with("needed", measure(needed, 1, "m"));
    match sizing::smallest_plate_for(needed, modules) {
        Some(plate) => told("papers-advice").with("plate", plate.name()),
        None => told("papers-advice-lower"),
    }
}

/// The shares that were read back, by damage and decoder.
fn proof(flow: &mut Flow, manifest: Head<'_>, all: usize, words: Wording<'_>) -> Result<(), Error> {
    let (decoders, rows) = proof_rows(manifest.proof, all, words);
    if rows.is_empty() {
        let key = if manifest.job.proven { "papers-proven" } else { "papers-not-proven" };
        return flow.paragraph(HEAD, Align::Left, &words.say(key));
    }
    let each = (WIDTH - 62.0) / decoders.len() as f64;
    let columns: Vec<(f64, Align)> = std::iter::once((62.0, Align::Left)).chain(decoders.iter().map(|_| (each, Align::Right))).collect();
    let head: Vec<String> = std::iter::once(words.say("papers-damage")).chain(decoders).collect();
    Table::new(&columns, &head).set(flow, &rows)
}
