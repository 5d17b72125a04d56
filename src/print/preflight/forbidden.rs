//! Does the file hold what no file for the press may: programs, actions, attachments, fields, layers, foreign filters?

use super::facts::Standard;
use super::file::File;
use super::filters::filters_of;
use super::notes::Notes;
use super::object::{Dict, Object};
use super::pages::Page;
use super::rule::{Rule, Severity};
use std::collections::HashMap;

/// Types of actions (ISO 32000-1, 12.6.4).
const ACTIONS: &[&str] = &[
    "GoTo",
    "GoToR",
    "GoToE",
    "Launch",
    "Thread",
    "URI",
    "Sound",
    "Movie",
    "Hide",
    "Named",
    "SubmitForm",
    "ResetForm",
    "ImportData",
    "SetOCGState",
    "Rendition",
    "Trans",
    "GoTo3DView",
    "RichMediaExecute",
];

/// Looks at every object of the file, whether a page uses it or not.
pub(super) fn check(file: &File, pages: &[Page], standard: Standard, notes: &mut Notes) {
    let page_of: HashMap<u32, usize> = pages.iter().map(|page| (page.object, page.number)).collect();
    for number in file.numbers() {
        if !file.may_still(0) {
            break;
        }
        let mut search = Search { file, standard, page: page_of.get(&number).copied(), notes };
        search.walk(&file.object(number), number);
    }
}

struct Search<'a> {
    file: &'a File,
    standard: Standard,
    page: Option<usize>,
    notes: &'a mut Notes,
}

impl Search<'_> {
    fn walk(&mut self, object: &Object, number: u32) {
        match object {
            Object::Array(members) => members.iter().for_each(|one| self.walk(one, number)),
            Object::Dict(dict) => {
                self.judge(dict, number);
                dict.0.values().for_each(|one| self.walk(one, number));
            }
            Object::Stream(stream) => {
                self.judge(&stream.dict, number);
                self.judge_stream(&stream.dict, number);
                stream.dict.0.values().for_each(|one| self.walk(one, number));
            }
            _ => {}
        }
    }

    fn judge(&mut self, dict: &Dict, number: u32) {
        let mut found = |rule: Rule, what: &str| self.notes.note(self.page, rule, format!("{number} 0 obj {what}"));
        let kind = dict.get("S").name().unwrap_or_default();
        let is_action = dict.get("Type").is_null() || dict.is("Type", "Action");
        if kind == "JavaScript" || dict.has("JS") || dict.has("JavaScript") {
            found(Rule::Script, "/JavaScript");
        } else if is_action && ACTIONS.contains(&kind) {
            found(Rule::Action, &format!("/{kind}"));
        }
        if dict.has("AA") {
            found(Rule::Action, "/AA");
        }
        if ["EF", "EmbeddedFiles", "AF"].iter().any(|key| dict.has(key)) || dict.is("Type", "EmbeddedFile") {
            found(Rule::Attachment, "/EmbeddedFile");
        }
        if dict.is("Type", "Catalog") && dict.has("AcroForm") {
            found(Rule::FormField, "/AcroForm");
        }
        if dict.has("OPI") {
            found(Rule::External, "/OPI");
        }
        if dict.is("Type", "Catalog") && dict.has("OCProperties") {
            // ISO 15930-7 lets layers be; a sign never has any.
            let severity = if self.standard.is_x1a() { Severity::Fault } else { Severity::Warning };
            self.notes.note_as(severity, self.page, Rule::Layer, format!("{number} 0 obj /OCProperties"));
        }
    }

    fn judge_stream(&mut self, dict: &Dict, number: u32) {
        let filters = filters_of(self.file, dict);
        let mut found = |rule: Rule, what: &str| self.notes.note(self.page, rule, format!("{number} 0 obj {what}"));
        if ["F", "FFilter", "FDecodeParms"].iter().any(|key| dict.has(key)) {
            found(Rule::External, "/F");
        }
        for (filter, _) in &filters {
            let allowed = match filter.as_str() {
                "FlateDecode" | "ASCIIHexDecode" | "ASCII85Decode" | "RunLengthDecode" | "CCITTFaxDecode" | "DCTDecode" => true,
                // JBIG2 is of PDF 1.4, but ISO 15930-4 leaves it out; JPEG 2000 is of PDF 1.5.
                "JBIG2Decode" | "JPXDecode" => !self.standard.is_x1a(),
                _ => false,
            };
            if !allowed {
                found(Rule::Filter, &format!("/{filter}"));
            }
        }
        if dict.is("Subtype", "PS") || dict.is("Subtype2", "PS") || (dict.has("PS") && dict.is("Subtype", "Form")) {
            found(Rule::PostScript, "/PS");
        }
        if dict.has("Alternates") {
            found(Rule::ImageAlternate, "/Alternates");
        }
        if dict.has("Ref") && dict.is("Subtype", "Form") {
            found(Rule::External, "/Ref");
        }
    }
}
