//! What is a job made of, file by file and sign by sign? It lies beside the artwork, so that a folder can be checked alone.

use super::manifest_fault::ManifestFault;
use super::manifest_report::Report;
use super::pdf_x::CONDITION;
use super::{Error, Profile, fonts, manifest_table};
use crate::register::hex;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashMap};
use std::io::{self, Write};

pub use super::manifest_rows::{SignRow, rows};
pub use super::manifest_table::COLUMNS;

/// Longest file of a manifest that is read: ten times that of 100,000 signs.
pub const LONGEST: usize = 64 << 20;

/// The form that this program writes and reads.
const FORM: u32 = 1;

/// All that a job is made of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of this file.
    manifest: u32,
    /// What the whole job is.
    pub job: JobFacts,
    /// Its files, by name.
    pub files: Vec<FileFacts>,
    /// A row a sign, and one more for its back, in the order of the sheets.
    pub signs: Vec<SignRow>,
    /// Which shares of the symbols were read back, by damage and decoder; null where nothing was.
    pub proof: Report,
    /// What the preflight found; null where there was none.
    pub preflight: Report,
}

/// All of a manifest but its rows, which are as many as there are signs.
#[derive(Clone, Copy, Serialize)]
pub(super) struct Head<'a> {
    pub(super) manifest: u32,
    pub(super) job: &'a JobFacts,
    pub(super) files: &'a [FileFacts],
    pub(super) proof: &'a Report,
    pub(super) preflight: &'a Report,
}

/// A file of a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFacts {
    /// Its name in the job's folder.
    pub name: String,
    /// Its SHA-256, in hexadecimal digits.
    pub sha256: String,
    /// Its length.
    pub bytes: u64,
    /// Its pages; 1 where a format has none.
    pub pages: usize,
}

impl FileFacts {
    /// What these bytes are, as a file of this name.
    #[must_use]
    pub fn of(name: &str, bytes: &[u8], pages: usize) -> Self {
        Self { name: name.to_owned(), sha256: hash(bytes), bytes: bytes.len() as u64, pages }
    }
}

/// What a whole job is.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct JobFacts {
    /// The batch; none where the job is of no batch.
    pub batch: Option<i64>,
    /// The date that its files carry, ISO 8601 in UTC.
    pub dated: String,
    /// The version of this program.
    pub program: String,
    /// Where all links lead.
    pub base_url: String,
    /// The plate's name.
    pub plate: String,
    /// Of the plate's file.
    pub plate_sha256: String,
    /// The plate's width and height in millimetres.
    pub plate_mm: (f64, f64),
    /// The sheet; empty where every plate is a page.
    pub sheet: String,
    /// The format.
    pub format: String,
    /// Dots an inch of the device, where the job names one.
    pub dpi: Option<u32>,
    /// The bar width reduction asked for, in micrometres.
    pub bwr_um: u32,
    /// The one applied, in whole dots of the device.
    pub bwr_applied_um: f64,
    /// Places of the first sheet left out.
    pub skip: usize,
    /// The inks beside the four of the process.
    pub spots: Vec<InkFacts>,
    /// The printing condition, or the profile's name.
    pub condition: String,
    /// Of the profile; empty where the condition is only named.
    pub profile_sha256: String,
    /// The fonts on the plates.
    pub fonts: Vec<FontFacts>,
    /// What was made; [`Manifest::new`] counts it.
    pub counts: Counts,
    /// Why: first order, reprint, change.
    pub cause: String,
    /// The batch that this one prints again.
    pub reprint_of: Option<i64>,
    /// The reason stated for what is not published.
    pub reason: String,
    /// Was every symbol read back?
    pub proven: bool,
}

/// An ink of a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InkFacts {
    /// What it is for: ground, accent, white, cut.
    pub role: String,
    /// Its name at the shop.
    pub name: String,
    /// Cyan, magenta, yellow and black that stand for it, in percent.
    pub alternate: [u8; 4],
}

/// A font of a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FontFacts {
    /// Its name.
    pub name: String,
    /// Of its file.
    pub sha256: String,
}

/// What was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    /// Signs.
    pub signs: usize,
    /// Plates: as many, unless a sign has several.
    pub plates: usize,
    /// Sheets.
    pub sheets: usize,
    /// Pages of artwork.
    pub pages: usize,
    /// Files.
    pub files: usize,
}

impl JobFacts {
    /// What a job knows of itself. Its batch, cause and proof are for whoever ordered it to add.
    #[must_use]
    pub fn of(job: &super::Job, format: super::Format, plate_file: &str) -> Self {
        let is_pdf = format == super::Format::Pdf;
        let spots =
            job.spots.all().map(|(role, ink)| InkFacts { role: role.to_string(), name: ink.name.clone(), alternate: ink.alternate });
        let fonts = fonts::hashes().iter().map(|(name, sha256)| FontFacts { name: (*name).to_owned(), sha256: sha256.clone() });
        Self {
            dated: job.dated.clone(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            plate: job.plate.name().to_owned(),
            plate_sha256: hash(plate_file.as_bytes()),
            plate_mm: (job.plate.trim().width, job.plate.trim().height),
            sheet: super::sheet_for(job, format).map_or_else(String::new, |sheet| sheet.to_string()),
            format: format.to_string(),
            dpi: job.device.dpi(),
            bwr_applied_um: (job.device.applied_um() * 10.0).round() / 10.0,
            skip: job.skip,
            condition: if is_pdf { job.profile.as_deref().map_or(CONDITION, Profile::name).to_owned() } else { String::new() },
            profile_sha256: job.profile.as_ref().filter(|_| is_pdf).map(|profile| hex(&profile.sha256())).unwrap_or_default(),
            spots: spots.collect(),
            fonts: fonts.collect(),
            ..Self::default()
        }
    }
}

impl Manifest {
    /// The manifest of these files and rows: counts them, and gives every row the hash of its file.
    ///
    /// # Errors
    /// Refuses whatever [`Manifest::parse`] would refuse, a row of no file above all.
    pub fn new(job: JobFacts, mut files: Vec<FileFacts>, mut signs: Vec<SignRow>) -> Result<Self, Error> {
        files.sort_by(|one, other| one.name.cmp(&other.name));
        let known: HashMap<&str, &str> = files.iter().map(|file| (file.name.as_str(), file.sha256.as_str())).collect();
        for row in &mut signs {
            (*known.get(row.file.as_str()).unwrap_or(&"")).clone_into(&mut row.sha256);
        }
        let job = JobFacts { counts: count(&files, &signs), ..job };
        let made = Self { manifest: FORM, job, files, signs, proof: Report::default(), preflight: Report::default() };
        made.check()?;
        Ok(made)
    }

    /// Reads a manifest, and refuses one that no job of ours has.
    ///
    /// # Errors
    /// Refuses what is too long, not JSON of this form, counts that do not add up, names that lead out of the folder,
    /// and rows of no file.
    pub fn parse(json: &[u8]) -> Result<Self, Error> {
        if json.len() > LONGEST {
            return Err(ManifestFault::TooLong(LONGEST).into());
        }
        let read: Self = serde_json::from_slice(json).map_err(ManifestFault::Unreadable)?;
        read.check()?;
        Ok(read)
    }

    /// All but its rows.
    pub(super) fn head(&self) -> Head<'_> {
        Head { manifest: self.manifest, job: &self.job, files: &self.files, proof: &self.proof, preflight: &self.preflight }
    }

    /// As JSON, every time the same bytes: what the job is in lines of its own, and a line a sign. A run writes the same row by row;
    /// public for the tests, which hold a manifest whole and prove that it is read back as it was.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        let mut json = Vec::new();
        let written = JsonRows::begin(&mut json, self.head()).and_then(|mut rows| {
            self.signs.iter().try_for_each(|row| rows.add(row))?;
            rows.finish()
        });
        written.expect("memory takes every write");
        json
    }

    /// The rows as CSV.
    #[must_use]
    pub fn to_csv(&self) -> Vec<u8> {
        let mut table = Vec::new();
        self.write_csv(&mut table).expect("memory takes every record");
        table
    }

    /// Writes the same table.
    ///
    /// # Errors
    /// Fails when the sink does.
    pub fn write_csv(&self, mut out: impl Write) -> io::Result<()> {
        manifest_table::write_columns(&mut out)?;
        let mut line = Vec::new();
        self.signs.iter().try_for_each(|row| manifest_table::write_row(&mut out, row, &mut line))
    }

    /// The hash of all files, whatever they are called: the SHA-256 of theirs, a line each, sorted.
    /// Whoever holds the folder gets it by `sha256sum FILES | cut -c1-64 | LC_ALL=C sort | sha256sum`.
    #[must_use]
    pub fn job_hash(&self) -> String {
        self.head().job_hash()
    }

    /// The signs that will not be read where they hang, each once.
    pub fn unread(&self) -> impl Iterator<Item = &SignRow> {
        let mut seen = BTreeSet::new();
        self.signs.iter().filter(move |row| !row.reads && seen.insert(row.code.as_str()))
    }

    fn check(&self) -> Result<(), ManifestFault> {
        let known = self.head().check()?;
        for row in &self.signs {
            row.check()?;
            if known.get(row.file.as_str()) != Some(&row.sha256.as_str()) {
                return Err(ManifestFault::Row(shortened(&row.code)));
            }
        }
        if self.job.counts == count(&self.files, &self.signs) { Ok(()) } else { Err(ManifestFault::Counts) }
    }
}

impl<'a> Head<'a> {
    /// All but the rows of a job that has just been made.
    pub(super) fn new(job: &'a JobFacts, files: &'a [FileFacts], proof: &'a Report, preflight: &'a Report) -> Self {
        Self { manifest: FORM, job, files, proof, preflight }
    }

    /// As [`Manifest::job_hash`].
    pub(super) fn job_hash(&self) -> String {
        let mut lines: Vec<String> = self.files.iter().map(|file| format!("{}\n", file.sha256)).collect();
        lines.sort();
        hash(lines.concat().as_bytes())
    }

    /// The files' hashes by their names; refuses another form than ours, and names and hashes that no job of ours has.
    pub(super) fn check(&self) -> Result<HashMap<&'a str, &'a str>, ManifestFault> {
        if self.manifest != FORM {
            return Err(ManifestFault::Form(self.manifest));
        }
        let mut known = HashMap::with_capacity(self.files.len());
        for file in self.files {
            if !is_plain_name(&file.name) || known.insert(file.name.as_str(), file.sha256.as_str()).is_some() {
                return Err(ManifestFault::Name(shortened(&file.name)));
            }
            if !is_hash(&file.sha256) {
                return Err(ManifestFault::Hash(shortened(&file.name)));
            }
        }
        Ok(known)
    }
}

/// A manifest on its way out as JSON, row by row.
pub(super) struct JsonRows<W> {
    out: W,
    rows: usize,
}

impl<W: Write> JsonRows<W> {
    pub(super) fn begin(mut out: W, head: Head<'_>) -> io::Result<Self> {
        let head = serde_json::to_string_pretty(&head)?;
        let (before, _) = head.rsplit_once("\n}").unwrap_or((&head, ""));
        write!(out, "{before},\n  \"signs\": [")?;
        Ok(Self { out, rows: 0 })
    }

    pub(super) fn add(&mut self, row: &SignRow<impl Serialize>) -> io::Result<()> {
        self.out.write_all(if self.rows == 0 { b"\n    " } else { b",\n    " })?;
        self.rows += 1;
        Ok(serde_json::to_writer(&mut self.out, row)?)
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        self.out.write_all(b"\n  ]\n}\n")
    }
}

fn count(files: &[FileFacts], signs: &[SignRow]) -> Counts {
    let codes: BTreeSet<&str> = signs.iter().map(|row| row.code.as_str()).collect();
    let plates: BTreeSet<(usize, usize)> = signs.iter().map(|row| (row.sheet, row.position)).collect();
    let sheets: BTreeSet<usize> = signs.iter().map(|row| row.sheet).collect();
    let pages: BTreeSet<(&str, usize)> = signs.iter().map(|row| (row.file.as_str(), row.page)).collect();
    Counts { signs: codes.len(), plates: plates.len(), sheets: sheets.len(), pages: pages.len(), files: files.len() }
}

/// A name of a file in the folder itself: nothing that leads elsewhere, or that `sha256sum` would write in another way.
fn is_plain_name(name: &str) -> bool {
    let plain = |one: char| !one.is_control() && !matches!(one, '/' | '\\' | ':');
    (1..=200).contains(&name.len()) && !name.starts_with('.') && name.trim() == name && name.chars().all(plain)
}

fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|one| matches!(one, b'0'..=b'9' | b'a'..=b'f'))
}

pub(super) fn shortened(text: &str) -> String {
    text.chars().filter(|one| !one.is_control()).take(60).collect()
}

/// The SHA-256 of these bytes, in hexadecimal digits.
#[must_use]
pub fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}
