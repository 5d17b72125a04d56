//! Which pages does the file have, and what does each inherit?

use super::file::File;
use super::notes::Notes;
use super::object::{Dict, Object};
use super::rule::Rule;
use std::collections::HashSet;
use std::sync::Arc;

/// Most pages of one file.
const MOST_PAGES: usize = 20_000;
/// Nodes within one another.
const DEEPEST: usize = 50;
/// What a page takes from the nodes above it (ISO 32000-1, 7.7.3.4).
const INHERITED: [&str; 4] = ["Resources", "MediaBox", "CropBox", "Rotate"];

/// A page.
pub(super) struct Page {
    /// Counted from 1.
    pub(super) number: usize,
    /// The object that it is.
    pub(super) object: u32,
    pub(super) dict: Arc<Dict>,
    inherited: [Object; 4],
}

impl Page {
    /// What stands under a key on the page, or on a node above where it may.
    pub(super) fn value(&self, file: &File, key: &str) -> Object {
        let own = file.value(&self.dict, key);
        let above = INHERITED.iter().position(|one| *one == key).filter(|_| own.is_null());
        above.map_or(own, |at| file.get(&self.inherited[at]))
    }
}

/// Every page in order; what is wrong with the tree is noted.
pub(super) fn read_pages(file: &File, notes: &mut Notes) -> Vec<Page> {
    let mut walk = Walk { file, pages: Vec::new(), seen: HashSet::new(), fault: None };
    let root = file.value(&file.trailer, "Root");
    let tree = root.dict().map_or(&Object::Null, |root| root.get("Pages")).clone();
    walk.node(&tree, [const { Object::Null }; 4], 0);
    let said = file.get(&tree).dict().and_then(|dict| file.value(dict, "Count").int());
    let Walk { pages, fault, .. } = walk;
    if let Some((rule, detail)) = fault {
        notes.note(None, rule, detail);
    } else if said != i64::try_from(pages.len()).ok() {
        notes.note(None, Rule::PageTree, format!("/Count {} ≠ {}", said.unwrap_or(0), pages.len()));
    } else if pages.is_empty() {
        notes.note(None, Rule::PageTree, "/Count 0");
    }
    pages
}

struct Walk<'a> {
    file: &'a File,
    pages: Vec<Page>,
    seen: HashSet<u32>,
    fault: Option<(Rule, String)>,
}

impl Walk<'_> {
    fn node(&mut self, node: &Object, mut inherited: [Object; 4], depth: usize) {
        let Object::Ref(number) = *node else { return self.stop(Rule::PageTree, "/Kids".to_owned()) };
        if depth > DEEPEST || !self.seen.insert(number) {
            return self.stop(Rule::PageTree, format!("/Kids {number} 0 R"));
        }
        let found = self.file.object(number);
        let Some(dict) = found.dict() else { return self.stop(Rule::PageTree, format!("{number} 0 R")) };
        match self.file.value(dict, "Type").name() {
            Some("Page") if self.pages.len() >= MOST_PAGES => self.stop(Rule::Limits, format!("/Pages > {MOST_PAGES}")),
            Some("Page") => self.pages.push(Page { number: self.pages.len() + 1, object: number, dict: Arc::clone(dict), inherited }),
            Some("Pages") => {
                for (at, key) in INHERITED.iter().enumerate().filter(|(_, key)| dict.has(key)) {
                    inherited[at] = dict.get(key).clone();
                }
                for kid in self.file.value(dict, "Kids").array() {
                    self.node(kid, inherited.clone(), depth + 1);
                    if matches!(self.fault, Some((Rule::Limits, _))) {
                        return;
                    }
                }
            }
            other => self.stop(Rule::PageTree, format!("{number} 0 obj /Type /{}", other.unwrap_or("?"))),
        }
    }

    fn stop(&mut self, rule: Rule, detail: String) {
        if self.fault.is_none() || rule == Rule::Limits {
            self.fault = Some((rule, detail));
        }
    }
}
