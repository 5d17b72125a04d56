//! How is a page of a PDF found by its number, among tens of thousands, and which label does it bear?

use super::Error;
use super::pdf_objects::{Objects, Sink};
use pdf_writer::{Dict, Name, Ref, TextStr};
use std::collections::HashMap;

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
    pub(super) fn add<W: Sink>(&mut self, page: Ref, objects: &mut Objects<W>) -> Result<Ref, Error> {
        self.pages += 1;
        self.hang(0, page, 1, objects)
    }

    /// Hangs up a page or a node. A full node is written only when one more comes: the last one has no parent.
    fn hang<W: Sink>(&mut self, level: usize, kid: Ref, pages: usize, objects: &mut Objects<W>) -> Result<Ref, Error> {
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
    pub(super) fn finish<W: Sink>(mut self, objects: &mut Objects<W>) -> Result<Ref, Error> {
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
    fn open<W: Sink>(objects: &mut Objects<W>) -> Self {
        Self { id: objects.reserve(), kids: Vec::with_capacity(MOST_KIDS), count: 0 }
    }

    fn write<W: Sink>(&self, parent: Option<Ref>, objects: &mut Objects<W>) -> Result<(), Error> {
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
/// Of the tree that they stand in, only the leaf that is still open is kept.
#[derive(Default)]
pub(super) struct Labels {
    /// Pages that bear each street's name so far.
    numbers: HashMap<String, i32>,
    /// Where another street begins: the page counted from 0, the name, and the number of the first one.
    ranges: Vec<(i32, String, i32)>,
    /// The leaves that are written.
    leaves: Vec<Ref>,
}

impl Labels {
    /// Gives the next page its label.
    pub(super) fn add<W: Sink>(&mut self, page: usize, street: &str, objects: &mut Objects<W>) -> Result<(), Error> {
        if let Some(number) = self.numbers.get_mut(street) {
            *number += 1;
        } else {
            self.numbers.insert(street.to_owned(), 1);
        }
        if self.ranges.last().is_none_or(|(_, name, _)| name != street) {
            if self.ranges.len() >= MOST_KIDS {
                self.write_leaf(objects)?;
            }
            let number = self.numbers.get(street).copied().unwrap_or(1);
            self.ranges.push((i32::try_from(page).unwrap_or(i32::MAX), street.to_owned(), number));
        }
        Ok(())
    }

    /// Writes what is left, unless it stands in the root of the tree.
    pub(super) fn write_last<W: Sink>(&mut self, objects: &mut Objects<W>) -> Result<(), Error> {
        if self.leaves.is_empty() { Ok(()) } else { self.write_leaf(objects) }
    }

    /// Writes the root of the tree, in which each range stands once.
    pub(super) fn write(&self, catalog: &mut Dict<'_>) {
        let mut tree = catalog.insert(Name(b"PageLabels")).dict();
        if self.leaves.is_empty() {
            write_ranges(&mut tree, &self.ranges);
        } else {
            tree.insert(Name(b"Kids")).array().items(self.leaves.iter().copied());
        }
    }

    fn write_leaf<W: Sink>(&mut self, objects: &mut Objects<W>) -> Result<(), Error> {
        let ranges = std::mem::take(&mut self.ranges);
        let (Some((first, ..)), Some((last, ..))) = (ranges.first(), ranges.last()) else { return Ok(()) };
        let id = objects.reserve();
        self.leaves.push(id);
        objects.put(id, |chunk, id| {
            let mut leaf = chunk.indirect(id).dict();
            leaf.insert(Name(b"Limits")).array().items([*first, *last]);
            write_ranges(&mut leaf, &ranges);
        })
    }
}

fn write_ranges(tree: &mut Dict<'_>, ranges: &[(i32, String, i32)]) {
    let mut numbers = tree.insert(Name(b"Nums")).array();
    for (page, street, first) in ranges {
        numbers.item(*page);
        let mut label = numbers.push().dict();
        label.pair(Name(b"S"), Name(b"D"));
        if !street.is_empty() {
            label.pair(Name(b"P"), TextStr(&format!("{street} ")));
        }
        if *first > 1 {
            label.pair(Name(b"St"), *first);
        }
    }
}
