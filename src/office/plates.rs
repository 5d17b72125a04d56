//! What does an order print? From what the order keeps and from nothing else, so that it is made again years later as it was.

use crate::print::fonts::hashes;
use crate::print::manifest::JobFacts;
use crate::print::{self, Format, Grid, Hangs, Job, Plate, PlateText, PlateWords, Profile, Sheet, Spots, sizing};
use crate::qr::{BaseUrl, Symbol};
use crate::register::{Explained, Fault, Lang, Metres, Place, PlateState, Register, Sentence, Sign};
use crate::store::{Batch, BatchSign, Recipe};
use crate::web::street_page::word_on_the_sign;
use crate::web::words::Words;
use std::collections::HashMap;
use std::sync::Arc;

/// Why an order cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum PlateError {
    /// What it says cannot be printed.
    #[error(transparent)]
    Print(#[from] print::Error),
    /// Its base URL is none.
    #[error(transparent)]
    BaseUrl(#[from] crate::qr::Error),
    /// Its format is none.
    #[error(transparent)]
    Format(#[from] crate::register::UnknownToken),
    /// The colour profile that it was made with is not kept any more.
    #[error("the profile {0} is not kept")]
    NoProfile(String),
}

impl Explained for PlateError {
    fn fault(&self) -> Fault {
        match self {
            Self::Print(cause) => cause.fault(),
            Self::BaseUrl(cause) => cause.fault(),
            Self::Format(cause) => cause.fault(),
            Self::NoProfile(_) => Fault::Broken,
        }
    }

    fn sentence(&self) -> Sentence {
        match self {
            Self::Print(cause) => cause.sentence(),
            Self::BaseUrl(cause) => cause.sentence(),
            Self::Format(cause) => cause.sentence(),
            Self::NoProfile(digest) => Sentence::new("print-no-profile").with("digest", digest),
        }
    }
}

/// A sentence as papers tell it: in Vietnamese, whatever the office's own language.
#[must_use]
pub fn say(sentence: &Sentence) -> String {
    Words::of(Lang::Vi).tell(sentence)
}

/// What the plates of these signs say today. A sign whose place the register lacks has none.
#[must_use]
pub fn plates(signs: &[&Sign], register: &Register) -> Vec<BatchSign> {
    let names = names(register);
    let wards: HashMap<_, _> = register.wards.iter().map(|ward| (&ward.slug, ward.name.as_str())).collect();
    let plate = |sign: &&Sign| {
        let (kind_word, name) = names.get(&sign.place)?;
        Some(BatchSign {
            code: sign.code,
            kind_word: kind_word.clone(),
            name: (*name).to_owned(),
            number: sign.number,
            place: format!("{}/{}", sign.place.kind, sign.place.slug),
            ward: sign.ward.as_ref().and_then(|slug| wards.get(slug)).map(|name| (*name).to_owned()).unwrap_or_default(),
            mounting_m: sign.mounting_m,
            distance_m: sign.distance_m,
            state: PlateState::Ordered,
        })
    };
    signs.iter().filter_map(plate).collect()
}

/// The word above the name, and the name, of every place.
fn names(register: &Register) -> HashMap<Place, (String, &str)> {
    use crate::register::PlaceKind::{Landmark, Namesake, Street};
    let place = |kind, slug: &crate::register::Slug| Place { kind, slug: slug.clone() };
    let streets = register.streets.iter().map(|street| {
        let word = street.kind.map(word_on_the_sign).unwrap_or_default();
        (place(Street, &street.slug), (word, street.name.as_str()))
    });
    let landmarks = register.landmarks.iter().map(|one| (place(Landmark, &one.slug), (String::new(), one.name.as_str())));
    let namesakes = register.namesakes.iter().map(|one| (place(Namesake, &one.slug), (String::new(), one.name.as_str())));
    streets.chain(landmarks).chain(namesakes).collect()
}

/// The recipe of an order as it is given today: the plate's own file and the faces' digests are written into it.
#[must_use]
pub fn recipe_of_today(plate_file: String, recipe: Recipe) -> Recipe {
    Recipe { plate_file, fonts: hashes().iter().map(|(face, digest)| format!("{digest}  {face}\n")).collect(), ..recipe }
}

/// Would this program make the same bytes of the order as the one that made it first?
#[must_use]
pub fn is_made_alike(batch: &Batch) -> bool {
    let fonts = recipe_of_today(String::new(), Recipe::default()).fonts;
    batch.program == env!("CARGO_PKG_VERSION") && (batch.recipe.fonts.is_empty() || batch.recipe.fonts == fonts)
}

/// The file of the plate of an order: its own, or, of an order from before files were kept, the one of that name today.
///
/// # Errors
/// Refuses a plate that is no more.
pub fn plate_file_of(batch: &Batch) -> Result<String, print::Error> {
    if batch.recipe.plate_file.is_empty() { Plate::file(&batch.plate) } else { Ok(batch.recipe.plate_file.clone()) }
}

/// The plate of an order.
///
/// # Errors
/// Refuses a plate that is no more, and one that breaks a rule.
pub fn plate_of(batch: &Batch) -> Result<Plate, print::Error> {
    Plate::parse(&batch.plate, &plate_file_of(batch)?)
}

/// The job of an order. `profile` is what the store keeps under its recipe's digest.
///
/// # Errors
/// Refuses what cannot be printed.
pub fn job_of(batch: &Batch, profile: Option<Vec<u8>>, is_proven: bool) -> Result<(Job, Format), PlateError> {
    let recipe = &batch.recipe;
    let base = BaseUrl::parse(&batch.base_url)?;
    let plate = plate_of(batch)?;
    let device = Grid::new(recipe.dpi, recipe.bwr)?;
    let profile = match (&recipe.profile_sha256, profile) {
        (None, _) => None,
        (Some(digest), None) => return Err(PlateError::NoProfile(digest.clone())),
        (Some(_), Some(bytes)) => Some(Arc::new(Profile::parse(bytes)?)),
    };
    let signs = plate_texts(batch, &plate, &base, &device)?;
    let words = words(&plate, &device, is_proven);
    let vi = Words::of(Lang::Vi);
    let title = vi.tell(&Sentence::new("print-title").with("count", signs.len()).with("host", base.host()));
    let title = if is_proven { title } else { format!("{title} · {}", vi.say("print-not-proven")) };
    let job = Job {
        sheet: if recipe.sheet.is_empty() { None } else { Some(Sheet::parse(&recipe.sheet)?) },
        words,
        signs,
        device,
        skip: usize::try_from(recipe.skip).unwrap_or(usize::MAX),
        spots: Arc::new(Spots::chosen(&plate, &recipe.spots)?),
        profile,
        title,
        dated: recipe.dated.clone(),
        plate,
    };
    Ok((job, Format::parse(&recipe.format)?))
}

/// What the manifest of an order says of the whole job. `id` is its number; none where nothing was read back, which makes no batch.
///
/// # Errors
/// Refuses a plate that is no more.
pub fn facts(batch: &Batch, id: Option<i64>, job: &Job, format: Format) -> Result<JobFacts, print::Error> {
    Ok(JobFacts {
        batch: id,
        base_url: batch.base_url.clone(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        bwr_um: batch.recipe.bwr,
        cause: batch.terms.cause.to_string(),
        reprint_of: batch.terms.reprint_of,
        reason: batch.terms.reason.clone(),
        ..JobFacts::of(job, format, &plate_file_of(batch)?)
    })
}

fn plate_texts(batch: &Batch, plate: &Plate, base: &BaseUrl, device: &Grid) -> Result<Vec<PlateText>, PlateError> {
    // Every code is six characters long: one symbol's size is that of all.
    let Some(first) = batch.signs.first() else { return Ok(Vec::new()) };
    let modules = Symbol::of(&base.link(first.code))?.width();
    let module = device.module(plate.module(modules))?;
    let vi = Words::of(Lang::Vi);
    let mut texts = Texts::default();
    let text = |sign: &BatchSign| {
        let [mounting_m, distance_m] = [sign.mounting_m, sign.distance_m].map(|metres| metres.map(Metres::value));
        let hangs = Hangs { mounting_m, distance_m };
        // The plate's own height is judged once for the whole job; a sign is marked for what is known of itself.
        let is_known = mounting_m.is_some() || distance_m.is_some();
        let sentence = sizing::judge(plate, module, hangs).sentence().filter(|_| is_known);
        PlateText {
            code: sign.code,
            link: base.link(sign.code),
            kind_word: Some(texts.shared(0, &sign.kind_word)).filter(|word| !word.is_empty()),
            name: texts.shared(1, &sign.name),
            number: sign.number,
            place: texts.shared(2, &sign.place),
            ward: texts.shared(3, &sign.ward),
            hangs,
            warning: sentence.map(|sentence| vi.tell(&sentence)),
        }
    };
    Ok(batch.signs.iter().map(text).collect())
}

/// The latest texts of each sort: signs of one street follow each other.
#[derive(Default)]
struct Texts([Arc<str>; 4]);

impl Texts {
    /// A text, the same as the one before where the two are alike.
    fn shared(&mut self, sort: usize, text: &str) -> Arc<str> {
        let latest = &mut self.0[sort];
        if **latest != *text {
            *latest = text.into();
        }
        Arc::clone(latest)
    }
}

/// What stands on every plate and every sheet; plates speak the two languages of the street, whatever the office's own.
fn words(plate: &Plate, device: &Grid, is_proven: bool) -> PlateWords {
    let vi = Words::of(Lang::Vi);
    let [first, second] = [Lang::Vi, Lang::En].map(|lang| Words::of(lang).say("scan-to-learn"));
    let height = format!("{:.1}", plate.hangs_up_to_m()).replace('.', ",");
    let dots = device.dpi().map(|dpi| format!("{dpi} dpi"));
    let applied = device.applied_um();
    let narrowed = (applied > 0.0).then(|| vi.tell(&Sentence::new("print-narrowed").with("micrometres", format!("{applied:.0}"))));
    PlateWords {
        first,
        second,
        mounting: vi.tell(&Sentence::new("hang-up-to").with("metres", height)),
        device: [dots, narrowed].into_iter().flatten().collect::<Vec<_>>().join("  "),
        standing: if is_proven { String::new() } else { vi.say("print-not-proven") },
        front: vi.say("print-front"),
        back: vi.say("print-back"),
    }
}
