//! How is a page of a PDF found by its number, among tens of thousands, and which label does it bear?

use super::Error;
use super::pdf_objects::Objects;
use pdf_writer::{Dict, Finish, Name, Ref, TextStr};
use std::collections::HashMap;
use std::io::Write;

/// Most kids of a node, so that a page among tens of thousands is three steps away.
const MOST_KIDS: usize = 64;

/// The tree of pages, written node by node: of each level only the one node that is still open is kept.
#[derive(Default)]
pub(super) struct PageTree {
    levels: Vec<Node>,
    pages: usize,
}

struct Node {
    id: Ref,
    kids: Vec<Ref>,
    /// Pages below it.
    count: usize,
}

impl PageTree {
    /// Pages so far.
    pub(super) fn pages(&self) -> usize {
        self.pages
    }

    /// Hangs up the next page, and tells its parent.
    pub(super) fn add<W: Write>(&mut self, page: Ref, objects: &mut Objects<W>) -> Result<Ref, Error> {
        self.pages += 1;
        self.hang(0, page, 1, objects)
    }

    /// Hangs up a page or a node. A full node is written only when one more comes: the last one has no parent.
    fn hang<W: Write>(&mut self, level: usize, kid: Ref, pages: usize, objects: &mut Objects<W>) -> Result<Ref, Error> {
        if self.levels.len() == level {
            self.levels.push(Node::open(objects));
        }
        if self.levels[level].kids.len() >= MOST_KIDS {
            let full = std::mem::replace(&mut self.levels[level], Node::open(objects));
            let parent = self.hang(level + 1, full.id, full.count, objects)?;
            full.write(Some(parent), objects)?;
        }
        let node = &mut self.levels[level];
        node.kids.push(kid);
        node.count += pages;
        Ok(node.id)
    }

    /// Writes all that is still open, and tells the root.
    pub(super) fn finish<W: Write>(mut self, objects: &mut Objects<W>) -> Result<Ref, Error> {
        if self.levels.is_empty() {
            self.levels.push(Node::open(objects));
        }
        let mut level = 0;
        loop {
            let node = &mut self.levels[level];
            let last = Node { id: node.id, kids: std::mem::take(&mut node.kids), count: node.count };
            if level + 1 == self.levels.len() {
                last.write(None, objects)?;
                return Ok(last.id);
            }
            let parent = self.hang(level + 1, last.id, last.count, objects)?;
            last.write(Some(parent), objects)?;
            level += 1;
        }
    }
}

impl Node {
    fn open<W: Write>(objects: &mut Objects<W>) -> Self {
        Self { id: objects.reserve(), kids: Vec::with_capacity(MOST_KIDS), count: 0 }
    }

    fn write<W: Write>(&self, parent: Option<Ref>, objects: &mut Objects<W>) -> Result<(), Error> {
        objects.put(self.id, |chunk, id| {
            let mut written = chunk.pages(id);
            if let Some(parent) = parent {
                written.parent(parent);
            }
            written.kids(self.kids.iter().copied()).count(i32::try_from(self.count).unwrap_or(i32::MAX));
        })
    }
}

/// The labels of the pages: the street of the first plate on each, and a number within the street.
#[derive(Default)]
pub(super) struct Labels {
    /// Pages that bear each street's name so far.
    numbers: HashMap<String, i32>,
    /// Where another street begins: the page counted from 0, the name, and the number of the first one.
    ranges: Vec<(i32, String, i32)>,
}

impl Labels {
    /// Gives the next page its label.
    pub(super) fn add(&mut self, page: usize, street: &str) {
        let number = self.numbers.entry(street.to_owned()).or_default();
        *number += 1;
        if self.ranges.last().is_none_or(|(_, name, _)| name != street) {
            self.ranges.push((i32::try_from(page).unwrap_or(i32::MAX), street.to_owned(), *number));
        }
    }

    /// Writes the tree of labels, in which each range stands once.
    pub(super) fn write(&self, catalog: &mut Dict<'_>) {
        let mut tree = catalog.insert(Name(b"PageLabels")).dict();
        let mut numbers = tree.insert(Name(b"Nums")).array();
        for (page, street, first) in &self.ranges {
            numbers.item(*page);
            let mut label = numbers.push().dict();
            label.pair(Name(b"S"), Name(b"D"));
            if !street.is_empty() {
                label.pair(Name(b"P"), TextStr(&format!("{street} ")));
            }
            if *first > 1 {
                label.pair(Name(b"St"), *first);
            }
            label.finish();
        }
        numbers.finish();
        tree.finish();
    }
}
