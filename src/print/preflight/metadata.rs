//! Does the file say what it is, who made it and when, and do its two places for that agree?

use super::dates;
use super::facts::{Conformance, Standard};
use super::file::File;
use super::notes::{Notes, readable};
use super::object::{Dict, Object};
use super::rule::Rule;
use super::xmp::{self, Packet};
use std::sync::Arc;

/// The information dictionary, empty where there is none.
fn information(file: &File) -> Arc<Dict> {
    file.value(&file.trailer, "Info").dict().cloned().unwrap_or_default()
}

/// The XMP packet as text.
fn packet_text(file: &File) -> Option<String> {
    let root = file.value(&file.trailer, "Root");
    let metadata = file.value(root.dict()?, "Metadata");
    let bytes = file.unpack(metadata.stream()?).ok()?;
    String::from_utf8(bytes).ok()
}

/// Which standard the file declares: PDF/X-1a in its information, PDF/X-4 in XMP.
pub(super) fn declared(file: &File, notes: &mut Notes) -> Standard {
    let inside = file.value(&information(file), "GTS_PDFXVersion").text();
    let text = packet_text(file);
    let packet = text.as_deref().and_then(Packet::parse);
    let in_xmp = packet.as_ref().and_then(|packet| packet.property(xmp::PDFX_ID, "GTS_PDFXVersion"));
    let in_old_xmp = packet.as_ref().and_then(|packet| packet.property(xmp::PDFX, "GTS_PDFXVersion"));
    let said = in_xmp.clone().or_else(|| inside.clone());
    let found = Conformance::ALL.iter().copied().find(|one| said.as_deref() == Some(one.as_str()));
    notes.facts.conformance = said.as_deref().map(readable);
    if found.is_none() {
        notes.note(None, Rule::Conformance, said.as_deref().unwrap_or("GTS_PDFXVersion"));
    }
    for other in [inside, in_old_xmp].into_iter().flatten().filter(|other| said.as_ref().is_some_and(|said| said != other)) {
        notes.note(None, Rule::XmpAgrees, format!("GTS_PDFXVersion: {other} ≠ {}", said.as_deref().unwrap_or_default()));
    }
    Standard(found)
}

/// Everything that the file says of itself.
pub(super) fn check(file: &File, standard: Standard, notes: &mut Notes) {
    let inside = information(file);
    let text = packet_text(file);
    let packet = text.as_deref().and_then(Packet::parse);
    let root = file.value(&file.trailer, "Root");
    let metadata = root.dict().map_or(Object::Null, |root| file.value(root, "Metadata"));
    // ISO 15930-7 wants the packet; ISO 15930-4 lets it be.
    if packet.is_none() && (!metadata.is_null() || !standard.is_x1a()) {
        notes.note(None, Rule::Xmp, if metadata.is_null() { "/Metadata" } else { "rdf:RDF" });
    }
    if metadata.stream().is_some_and(|stream| stream.dict.has("Filter")) {
        notes.note(None, Rule::Xmp, "/Metadata /Filter");
    }
    // ISO 15930-4 wants all of it in the information dictionary; ISO 15930-7 in XMP.
    let wanted = Wanted { file, inside: &inside, packet: packet.as_ref(), in_xmp: !standard.is_x1a() };
    wanted.check_title(notes);
    wanted.check_dates(notes);
    wanted.check_producer(notes);
    wanted.check_trapped(notes);
    if let Some(packet) = packet.as_ref().filter(|_| standard.0 == Some(Conformance::X4)) {
        for name in ["DocumentID", "VersionID", "RenditionClass"] {
            if packet.property(xmp::XMP_MM, name).is_none_or(|value| value.is_empty()) {
                notes.note(None, Rule::XmpIdentity, format!("xmpMM:{name}"));
            }
        }
    }
}

/// What is wanted of one file.
struct Wanted<'a> {
    file: &'a File,
    inside: &'a Dict,
    packet: Option<&'a Packet<'a>>,
    in_xmp: bool,
}

impl Wanted<'_> {
    fn own(&self, key: &str) -> Option<String> {
        let value = self.file.value(self.inside, key);
        value.text().or_else(|| value.name().map(str::to_owned)).filter(|text| !text.is_empty())
    }

    fn xmp(&self, space: &str, name: &str) -> Option<String> {
        self.packet.and_then(|packet| packet.property(space, name)).filter(|text| !text.is_empty())
    }

    /// What must be there: in XMP for PDF/X-4, else in the information dictionary. Without a readable packet that alone is told.
    fn lacks(&self, own: Option<&String>, xmp: Option<&String>) -> bool {
        if self.in_xmp && self.packet.is_some() { xmp.is_none() } else { own.is_none() && !(self.in_xmp && self.packet.is_some()) }
    }

    fn agree(&self, key: &str, own: Option<&String>, xmp: Option<&String>, notes: &mut Notes) {
        if let (Some(own), Some(xmp)) = (own, xmp)
            && own != xmp
        {
            notes.note(None, Rule::XmpAgrees, format!("{key}: {own} ≠ {xmp}"));
        }
    }

    fn check_title(&self, notes: &mut Notes) {
        let (own, xmp) = (self.own("Title"), self.xmp(xmp::DC, "title"));
        if self.lacks(own.as_ref(), xmp.as_ref()) {
            notes.note(None, Rule::Title, "Title");
        }
        self.agree("Title", own.as_ref(), xmp.as_ref(), notes);
    }

    fn check_producer(&self, notes: &mut Notes) {
        let (own, xmp) = (self.own("Producer"), self.xmp(xmp::PDF, "Producer"));
        if self.lacks(own.as_ref(), xmp.as_ref()) {
            notes.note(None, Rule::Producer, "Producer");
        }
        self.agree("Producer", own.as_ref(), xmp.as_ref(), notes);
        self.agree("Creator", self.own("Creator").as_ref(), self.xmp(xmp::XMP, "CreatorTool").as_ref(), notes);
    }

    fn check_trapped(&self, notes: &mut Notes) {
        let (own, xmp) = (self.own("Trapped"), self.xmp(xmp::PDF, "Trapped"));
        let said = |text: Option<&String>| text.filter(|text| *text == "True" || *text == "False").cloned();
        let needed = if self.in_xmp { said(xmp.as_ref()).or_else(|| said(own.as_ref())) } else { said(own.as_ref()) };
        if needed.is_none() {
            notes.note(None, Rule::Trapped, format!("/Trapped {}", own.as_deref().unwrap_or("?")));
        } else {
            self.agree("Trapped", own.as_ref(), xmp.as_ref(), notes);
        }
    }

    fn check_dates(&self, notes: &mut Notes) {
        for (key, name) in [("CreationDate", "CreateDate"), ("ModDate", "ModifyDate")] {
            let (own, xmp) = (self.own(key), self.xmp(xmp::XMP, name));
            let (here, there) = (own.as_deref().and_then(dates::of_pdf), xmp.as_deref().and_then(dates::of_xmp));
            let broken = (own.is_some() && here.is_none()) || (xmp.is_some() && there.is_none());
            if broken || self.lacks(own.as_ref(), xmp.as_ref()) {
                notes.note(None, Rule::Date, format!("{key} {}", own.or(xmp).unwrap_or_default()));
            } else if here.is_some() && there.is_some() && here != there {
                notes.note(None, Rule::XmpAgrees, format!("{key}: {} ≠ {}", own.unwrap_or_default(), xmp.unwrap_or_default()));
            }
        }
    }
}
