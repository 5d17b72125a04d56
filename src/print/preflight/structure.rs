//! Is the file sound before anything on its pages is looked at: head, end, identifier, every object?

use super::facts::{Broken, Standard};
use super::file::{File, Trouble};
use super::filters::{Packed, filters_of};
use super::notes::{Notes, readable};
use super::object::{Object, Stream};
use super::rule::Rule;
use super::xref::Table;

/// What the tables tell of the file as a whole.
pub(super) struct Shape {
    faults: Vec<Broken>,
    has_table_stream: bool,
    tables: usize,
}

impl Shape {
    pub(super) fn of(table: &mut Table) -> Self {
        Self { faults: std::mem::take(&mut table.faults), has_table_stream: table.is_stream, tables: table.tables }
    }
}

/// Is there a header at all? What is wrong with it is noted.
pub(super) fn has_header(bytes: &[u8], notes: &mut Notes) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    let Some(at) = head.windows(5).position(|five| five == b"%PDF-") else {
        notes.note(None, Rule::Readable, "%PDF-");
        return false;
    };
    if at > 0 {
        notes.note(None, Rule::Header, format!("%PDF- @ {at}"));
    }
    let mut lines = head[at + 5..].splitn(3, |byte| *byte == b'\n' || *byte == b'\r');
    let version = lines.next().unwrap_or_default();
    let is_version = matches!(version, [b'1'..=b'2', b'.', b'0'..=b'9']);
    notes.facts.version = readable(&String::from_utf8_lossy(&version[..version.len().min(8)]));
    if !is_version {
        notes.note(None, Rule::Header, format!("%PDF-{}", notes.facts.version));
    }
    let mut second = lines.next().unwrap_or_default();
    if second.is_empty() {
        second = lines.next().unwrap_or_default();
    }
    // ISO 32000-1, 7.5.2: at least four bytes of 128 or more.
    if !(second.first() == Some(&b'%') && second.len() >= 5 && second[1..5].iter().all(|byte| *byte >= 128)) {
        notes.note(None, Rule::BinaryComment, "%");
    }
    true
}

/// Everything about the file as a whole.
pub(super) fn check(file: &File, shape: &Shape, standard: Standard, notes: &mut Notes) {
    for (rule, detail) in &shape.faults {
        notes.note(None, *rule, detail);
    }
    check_version(file, standard, notes);
    check_end(file, shape, notes);
    check_trailer(file, notes);
    if standard.is_x1a() && (shape.has_table_stream || file.has_object_streams()) {
        notes.note(None, Rule::ObjectStream, if shape.has_table_stream { "/XRef" } else { "/ObjStm" });
    }
    for number in file.numbers() {
        if !file.may_still(0) {
            break;
        }
        check_object(file, number, notes);
    }
}

fn check_version(file: &File, standard: Standard, notes: &mut Notes) {
    let root = file.value(&file.trailer, "Root");
    // The catalog may raise what the header says.
    if let Some(dict) = root.dict()
        && let Some(raised) = file.value(dict, "Version").name()
        && raised > notes.facts.version.as_str()
    {
        notes.facts.version = readable(raised);
    }
    let most = if standard.is_x1a() { "1.4" } else { "1.6" };
    let is_version = notes.facts.version.starts_with(|letter: char| letter.is_ascii_digit());
    if standard.0.is_some() && is_version && notes.facts.version.as_str() > most {
        let detail = format!("{} > {most}", notes.facts.version);
        notes.note(None, Rule::Version, detail);
    }
}

fn check_end(file: &File, shape: &Shape, notes: &mut Notes) {
    let mut end = file.bytes.as_slice();
    for blank in [b"\n".as_slice(), b"\r"] {
        end = end.strip_suffix(blank).unwrap_or(end);
    }
    if !end.ends_with(b"%%EOF") {
        notes.note(None, Rule::EndOfFile, "%%EOF");
    }
    let is_linear = file.numbers().iter().take(50).any(|number| file.object(*number).dict().is_some_and(|dict| dict.has("Linearized")));
    if shape.tables > 1 && !is_linear {
        notes.note(None, Rule::Update, format!("{} × xref", shape.tables));
    }
}

fn check_trailer(file: &File, notes: &mut Notes) {
    let id = file.value(&file.trailer, "ID");
    let parts = id.array().iter().filter(|one| matches!(file.get(one), Object::Text(bytes) if !bytes.is_empty())).count();
    if (parts, id.array().len()) != (2, 2) {
        notes.note(None, Rule::FileId, "/ID");
    }
    if file.trailer.has("Encrypt") {
        notes.note(None, Rule::Encryption, "/Encrypt");
    }
    let root = file.value(&file.trailer, "Root");
    if root.dict().is_none_or(|dict| file.value(dict, "Type").name() != Some("Catalog")) {
        notes.note(None, Rule::Object, "/Root");
    }
}

fn check_object(file: &File, number: u32, notes: &mut Notes) {
    let Some(found) = file.indirect(number) else { return };
    match found.trouble {
        Some(Trouble::Length) => notes.note(None, Rule::StreamLength, format!("{number} 0 obj")),
        Some(Trouble::Unread) => notes.note(None, Rule::Object, format!("{number} 0 obj")),
        Some(Trouble::NoEnd) => notes.note(None, Rule::Object, format!("{number} 0 obj … endobj")),
        None => {}
    }
    if let Some(stream) = found.object.stream().filter(|_| found.trouble.is_none()) {
        check_stream(file, number, stream, notes);
    }
    check_references(file, number, &found.object, notes);
}

fn check_stream(file: &File, number: u32, stream: &Stream, notes: &mut Notes) {
    match file.unpack(stream) {
        Err(Packed::Broken(why)) => notes.note(None, Rule::StreamPacked, format!("{number} 0 obj: {why}")),
        Err(Packed::TooMuch) => notes.note(None, Rule::Limits, format!("{number} 0 obj")),
        Err(Packed::Other(_)) | Ok(_) => {}
    }
    // The parameters of a filter that are told one by one must be as many.
    let told = file.value(&stream.dict, "DecodeParms");
    if !told.array().is_empty() && told.array().len() != filters_of(file, &stream.dict).len() {
        notes.note(None, Rule::StreamPacked, format!("{number} 0 obj: /DecodeParms"));
    }
}

/// Does every reference lead to something?
fn check_references(file: &File, number: u32, object: &Object, notes: &mut Notes) {
    match object {
        Object::Ref(to) if !file.holds(*to) => notes.note(None, Rule::Reference, format!("{number} 0 obj: {to} 0 R")),
        Object::Array(members) => members.iter().for_each(|one| check_references(file, number, one, notes)),
        Object::Dict(dict) => dict.0.values().for_each(|one| check_references(file, number, one, notes)),
        Object::Stream(stream) => stream.dict.0.values().for_each(|one| check_references(file, number, one, notes)),
        _ => {}
    }
}
