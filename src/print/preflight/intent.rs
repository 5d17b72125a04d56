//! For which press is the file made, and is the profile of that press in order?

use super::facts::{Conformance, Profile, Standard};
use super::file::File;
use super::notes::{Notes, readable};
use super::object::{Dict, Object};
use super::rule::Rule;
use sha2::{Digest, Sha256};

/// The registry of printing conditions that ISO 15930 names.
const REGISTRY: &str = "http://www.color.org";
/// Bytes of the head of a profile (ICC.1, 7.2).
const HEAD: usize = 128;

/// Looks at the one output intent for PDF/X.
pub(super) fn check(file: &File, standard: Standard, notes: &mut Notes) {
    let root = file.value(&file.trailer, "Root");
    let intents = root.dict().map_or(Object::Null, |root| file.value(root, "OutputIntents"));
    let intents: Vec<Object> = intents.array().iter().take(100).map(|one| file.get(one)).collect();
    let is_ours = |one: &&Object| one.dict().is_some_and(|dict| file.value(dict, "S").name() == Some("GTS_PDFX"));
    let ours: Vec<&Object> = intents.iter().filter(is_ours).collect();
    let [Some(intent)] = ours.iter().map(|one| one.dict()).collect::<Vec<_>>()[..] else {
        notes.note(None, Rule::OutputIntent, format!("GTS_PDFX × {}", ours.len()));
        return;
    };
    let identifier = file.value(intent, "OutputConditionIdentifier").text().filter(|text| !text.is_empty());
    if identifier.is_none() {
        notes.note(None, Rule::OutputIntent, "OutputConditionIdentifier");
    }
    notes.facts.output_condition = identifier.as_deref().map(readable);
    match file.value(intent, "DestOutputProfile") {
        Object::Null => check_registered(file, intent, standard, notes),
        profile => check_profile(file, &profile, notes),
    }
}

/// Without a profile, the name must be one that the registry knows.
fn check_registered(file: &File, intent: &Dict, standard: Standard, notes: &mut Notes) {
    if standard.0 == Some(Conformance::X4) {
        notes.note(None, Rule::OutputProfile, "DestOutputProfile");
        return;
    }
    let registry = file.value(intent, "RegistryName").text().unwrap_or_default();
    let name = notes.facts.output_condition.clone().unwrap_or_default();
    if registry.trim_end_matches('/') != REGISTRY || name.eq_ignore_ascii_case("custom") {
        notes.note(None, Rule::OutputCondition, format!("{name} ({registry})"));
    }
}

fn check_profile(file: &File, profile: &Object, notes: &mut Notes) {
    let Some((stream, bytes)) = profile.stream().and_then(|stream| Some((stream, file.unpack(stream).ok()?))) else {
        notes.note(None, Rule::OutputProfile, "DestOutputProfile");
        return;
    };
    let Some(head) = bytes.get(..HEAD) else {
        notes.note(None, Rule::OutputProfile, format!("{} < {HEAD}", bytes.len()));
        return;
    };
    let word = |from: usize| head[from..from + 4].escape_ascii().to_string();
    let said = head[..4].iter().fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte));
    let colours = file.value(&stream.dict, "N").int().unwrap_or(0);
    let wrong = [
        (colours != 4).then(|| format!("/N {colours}")),
        (word(12) != "prtr").then(|| format!("class {}", word(12))),
        (word(16) != "CMYK").then(|| format!("space {}", word(16))),
        (word(36) != "acsp").then(|| format!("signature {}", word(36))),
        (said != bytes.len()).then(|| format!("size {said} ≠ {}", bytes.len())),
        (head[8] < 2 || head[8] > 4).then(|| format!("version {}.{}", head[8], head[9] >> 4)),
    ];
    for detail in wrong.into_iter().flatten() {
        notes.note(None, Rule::OutputProfile, detail);
    }
    let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let version = format!("{}.{}", head[8], head[9] >> 4);
    notes.facts.profile = Some(Profile { class: word(12).trim().to_owned(), space: word(16).trim().to_owned(), version, sha256 });
}
