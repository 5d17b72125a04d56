//! What makes a PDF fit for a press: for which printing it is meant, and what it says of itself, twice and alike?
//!
//! With the shop's profile PDF/X-4 (ISO 15930-7); without one PDF/X-1a:2003 (ISO 15930-4), which every press reads.

use super::Error;
use super::pdf::Head;
use super::pdf_objects::{Objects, Sink};
use pdf_writer::types::{OutputIntentSubtype, TrappingStatus};
use pdf_writer::writers::{Catalog, DocumentInfo};
use pdf_writer::{Chunk, Filter, Finish, Name, Ref, Str, TextStr};
use std::fmt::Write as _;

/// Where conditions of printing are registered.
const REGISTRY: &str = "http://www.color.org";

/// The condition of coated paper on a sheet-fed press, as registered; shops of Asia and Europe know it.
pub(super) const CONDITION: &str = "FOGRA39";
const CONDITION_WORDS: &str = "Offset commercial and specialty printing according to ISO 12647-2:2004/Amd 1, OFCOM, paper type 1 or 2 = \
                               coated art, 115 g/m2, tone value increase curves A (CMY) and B (K)";

/// What a file is named that is meant for a condition that nobody has registered.
const CUSTOM: &str = "Custom";

/// Blank lines after the metadata, so that others may add to them in place (XMP specification, part 1, 7.3.2).
const PADDING: usize = 20;

/// Where no date was given, as in a job that no batch and no register stands behind.
const NO_DATE: [&str; 6] = ["1970", "01", "01", "00", "00", "00"];

/// The version of PDF that the standard stands on.
pub(super) fn version(head: &Head<'_>) -> &'static str {
    if head.profile.is_some() { "1.6" } else { "1.4" }
}

fn standard(head: &Head<'_>) -> &'static str {
    if head.profile.is_some() { "PDF/X-4" } else { "PDF/X-1a:2003" }
}

/// Writes what the catalog points to: the shop's profile, where there is one.
pub(super) fn write_profile<W: Sink>(objects: &mut Objects<W>, head: &Head<'_>) -> Result<Option<Ref>, Error> {
    let Some(profile) = head.profile else { return Ok(None) };
    let (id, packed) = (objects.reserve(), objects.pack(profile.bytes()));
    objects.put(id, |chunk, id| {
        chunk.icc_profile(id, &packed).n(4).filter(Filter::FlateDecode);
    })?;
    Ok(Some(id))
}

/// The one condition of printing that the file is meant for.
pub(super) fn output_intent(catalog: &mut Catalog<'_>, head: &Head<'_>, profile: Option<Ref>) {
    let mut intents = catalog.output_intents();
    let mut intent = intents.push();
    intent.subtype(OutputIntentSubtype::PDFX);
    match (head.profile, profile) {
        (Some(known), Some(id)) => {
            intent.output_condition_identifier(TextStr(CUSTOM)).output_condition(TextStr(known.name()));
            intent.info(TextStr(known.name())).dest_output_profile(id);
        }
        _ => {
            intent.output_condition_identifier(TextStr(CONDITION)).output_condition(TextStr(CONDITION_WORDS));
            intent.info(TextStr(CONDITION_WORDS)).registry_name(TextStr(REGISTRY));
        }
    }
}

/// What the file says of itself, to programs that read the old dictionary.
pub(super) fn write_about(chunk: &mut Chunk, id: Ref, head: &Head<'_>) {
    let mut about = chunk.indirect(id).start::<DocumentInfo<'_>>();
    about.title(TextStr(head.title)).creator(TextStr(CREATOR)).producer(TextStr(PRODUCER)).trapped(TrappingStatus::NotTrapped);
    if !head.subject.is_empty() {
        about.subject(TextStr(head.subject));
    }
    if !head.keywords.is_empty() {
        about.keywords(TextStr(head.keywords));
    }
    let dated = format!("D:{}Z", parts(head.dated).concat());
    about.pair(Name(b"CreationDate"), Str(dated.as_bytes())).pair(Name(b"ModDate"), Str(dated.as_bytes()));
    about.pair(Name(b"GTS_PDFXVersion"), Str(standard(head).as_bytes()));
    about.finish();
}

const CREATOR: &str = "Tên Phố";
const PRODUCER: &str = concat!("Tên Phố ", env!("CARGO_PKG_VERSION"));

/// What the file says of itself, to programs that read XMP: the same.
pub(super) fn metadata(head: &Head<'_>, fingerprint: [u8; 32]) -> String {
    let [year, month, day, hour, minute, second] = parts(head.dated);
    let dated = format!("{year}-{month}-{day}T{hour}:{minute}:{second}Z");
    let (title, standard) = (escaped(head.title), standard(head));
    let [document, instance] = [0, 16].map(|from| uuid(&fingerprint[from..from + 16]));
    let mut text = String::from("<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
    text.push_str("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
    text.push_str(
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"",
    );
    text.push_str(" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"");
    text.push_str(" xmlns:pdfx=\"http://ns.adobe.com/pdfx/1.3/\" xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">\n");
    text.push_str("<dc:format>application/pdf</dc:format>\n");
    push_words(&mut text, "dc:title", &title);
    if !head.subject.is_empty() {
        push_words(&mut text, "dc:description", &escaped(head.subject));
    }
    let key = if head.profile.is_some() { "pdfxid:GTS_PDFXVersion" } else { "pdfx:GTS_PDFXVersion" };
    let keywords = escaped(head.keywords);
    for (name, value) in [
        ("xmp:CreateDate", dated.as_str()),
        ("xmp:ModifyDate", &dated),
        ("xmp:MetadataDate", &dated),
        ("xmp:CreatorTool", CREATOR),
        ("pdf:Producer", PRODUCER),
        ("pdf:Keywords", &keywords),
        ("pdf:Trapped", "False"),
        ("xmpMM:DocumentID", &document),
        ("xmpMM:InstanceID", &instance),
        ("xmpMM:VersionID", "1"),
        ("xmpMM:RenditionClass", "default"),
        (key, standard),
    ] {
        if !value.is_empty() {
            writeln!(text, "<{name}>{value}</{name}>").expect("a string takes all");
        }
    }
    text.push_str("</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n");
    text.push_str(&format!("{:99}\n", "").repeat(PADDING));
    text.push_str("<?xpacket end=\"w\"?>");
    text
}

/// The words of a title, which are Vietnamese, and stand for every other language.
fn push_words(text: &mut String, name: &str, words: &str) {
    let alternatives = ["x-default", "vi"].map(|lang| format!("<rdf:li xml:lang=\"{lang}\">{words}</rdf:li>")).concat();
    writeln!(text, "<{name}><rdf:Alt>{alternatives}</rdf:Alt></{name}>").expect("a string takes all");
}

/// Year, month, day, hour, minute and second of a date in UTC.
fn parts(dated: &str) -> [&str; 6] {
    let at = |from: usize, to: usize| dated.get(from..to).filter(|part| part.bytes().all(|one| one.is_ascii_digit()));
    let found = [at(0, 4), at(5, 7), at(8, 10), at(11, 13), at(14, 16), at(17, 19)];
    if found.contains(&None) { NO_DATE } else { found.map(Option::unwrap_or_default) }
}

/// An identifier of our own making (RFC 9562, 5.8).
fn uuid(bytes: &[u8]) -> String {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("uuid:{}-{}-8{}-9{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..])
}

fn escaped(text: &str) -> String {
    let plain: String = text.chars().filter(|one| !one.is_control()).collect();
    plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
