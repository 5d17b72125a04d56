//! What stands in the tables of a job's facts?

use super::wording::{Wording, count, date, decimal, grouped, measure, size};
use crate::print::manifest::{JobFacts, SignRow};
use crate::print::manifest_gist::Gist;
use crate::print::manifest_report::Report;
use crate::register::{OrderCause, Sentence};
use serde_json::Value;

/// The kinds of damage in the order of the paper, each with the key of its name.
const DAMAGE: [(&str, &str); 5] = [
    ("clean", "papers-damage-clean"),
    ("blurred", "papers-damage-blurred"),
    ("turned", "papers-damage-turned"),
    ("small", "papers-damage-small"),
    ("covered", "papers-damage-covered"),
];

/// More decoders than this do not fit the table.
const MOST_DECODERS: usize = 4;

/// The job in a few lines: what, how many, on what, by whose order.
pub(super) fn job_rows(job: &JobFacts, gist: &Gist, words: Wording<'_>) -> Vec<(String, String)> {
    let counts = Sentence::new("papers-counts")
        .with("signs", count(job.counts.signs))
        .with("plates", count(job.counts.plates))
        .with("sheets", count(job.counts.sheets))
        .with("pages", count(job.counts.pages))
        .with("files", count(job.counts.files));
    let plate = format!("{} ({})", job.plate, size(job.plate_mm));
    let sheet = if job.sheet.is_empty() { words.say("papers-no-sheet") } else { job.sheet.clone() };
    let skip = if job.skip > 0 { words.tell(&Sentence::new("papers-skipped").with("skip", job.skip)) } else { String::new() };
    let reprint = job.reprint_of.map_or_else(String::new, |batch| batch.to_string());
    let rows = [
        ("papers-job", words.tell(&counts)),
        ("papers-plate", plate),
        ("papers-sheet", [sheet, skip].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")),
        ("papers-format", job.format.to_uppercase()),
        ("papers-symbol", gist.least.as_ref().map_or_else(String::new, |least| symbol(least, words))),
        ("papers-device", device(job, words)),
        ("papers-condition", job.condition.clone()),
        ("papers-base-url", job.base_url.clone()),
        ("papers-dated", date(&job.dated)),
        ("papers-cause", OrderCause::parse(&job.cause).map_or_else(|_| job.cause.clone(), |cause| words.say(cause.key()))),
        ("papers-reprint", reprint),
        ("papers-reason", job.reason.clone()),
    ];
    rows.into_iter().map(|(key, value)| (words.say(key), value)).collect()
}

/// Version, module and promise of the smallest modules of the job.
fn symbol(least: &SignRow, words: Wording<'_>) -> String {
    let told = Sentence::new("papers-symbol-facts")
        .with("version", format!("{}-{}", least.version, least.level))
        .with("module", measure(least.module_mm, 3, "mm"))
        .with("side", measure(least.symbol_mm, 1, "mm"))
        .with("metres", measure(least.reading_distance_m, 1, "m"));
    words.tell(&told)
}

fn device(job: &JobFacts, words: Wording<'_>) -> String {
    let dpi = job.dpi.map_or_else(|| words.say("papers-any-dpi"), |dpi| format!("{dpi} dpi"));
    if job.bwr_um == 0 {
        return dpi;
    }
    let told = Sentence::new("papers-bwr").with("asked", job.bwr_um).with("applied", decimal(job.bwr_applied_um, 1));
    format!("{dpi}; {}", words.tell(&told))
}

/// The inks, what each is for and what stands for it on another press.
pub(super) fn inks(job: &JobFacts, words: Wording<'_>) -> Vec<Vec<String>> {
    let role = |role: &str| match role {
        "ground" => words.say("papers-ink-ground"),
        "accent" => words.say("papers-ink-accent"),
        "white" => words.say("papers-ink-white"),
        "cut" => words.say("papers-ink-cut"),
        other => other.to_owned(),
    };
    let process = vec![words.say("papers-ink-black"), words.say("papers-ink-black-name"), "0 / 0 / 0 / 100".to_owned()];
    let own = job.spots.iter().map(|ink| vec![role(&ink.role), ink.name.clone(), ink.alternate.map(|part| part.to_string()).join(" / ")]);
    std::iter::once(process).chain(own).collect()
}

/// Versions and hashes of what the job was made with.
pub(super) fn technical(job: &JobFacts, words: Wording<'_>) -> Vec<(String, String)> {
    let mut rows = vec![
        (words.say("papers-program"), format!("Tên Phố {}", job.program)),
        (words.say("papers-plate-hash"), grouped(&job.plate_sha256)),
        (words.say("papers-profile-hash"), grouped(&job.profile_sha256)),
    ];
    rows.extend(job.fonts.iter().map(|font| (font.name.clone(), grouped(&font.sha256))));
    rows
}

/// The decoders, and a row a kind of damage with how many of all symbols each of them read.
pub(super) fn proof_rows(proof: &Report, all: usize, words: Wording<'_>) -> (Vec<String>, Vec<Vec<String>>) {
    let proof = proof.value();
    let of = |kind: &str| proof.get(kind).and_then(Value::as_object);
    let Some(clean) = of("clean") else { return (Vec::new(), Vec::new()) };
    let decoders: Vec<String> = clean.keys().take(MOST_DECODERS).cloned().collect();
    if decoders.is_empty() {
        return (decoders, Vec::new());
    }
    let share = |read: Option<u64>| read.map_or_else(|| "–".to_owned(), |read| share(read, all));
    let row = |(kind, key): (&str, &'static str)| {
        let found = of(kind)?;
        let shares = decoders.iter().map(|decoder| share(found.get(decoder).and_then(Value::as_u64)));
        Some(std::iter::once(words.say(key)).chain(shares).collect())
    };
    let rows = DAMAGE.into_iter().filter_map(row).collect();
    (decoders, rows)
}

/// 2.800 (100 %); never rounded up to 100.
fn share(read: u64, all: usize) -> String {
    let percent = (read as f64 / all.max(1) as f64 * 1000.0).floor() / 10.0;
    format!("{} ({} %)", super::wording::counted(read), decimal(percent, 1))
}
