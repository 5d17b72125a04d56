//! Which bookmarks lead to the pages of a PDF: one a street, below its ward where wards are known?

use super::Error;
use super::pdf_objects::{Objects, Sink};
use pdf_writer::{Ref, TextStr};
use std::collections::HashMap;

/// Where a street's first plate lies.
#[derive(Clone, Copy)]
pub(super) struct Target {
    pub(super) page: Ref,
    /// In points from the bottom.
    pub(super) top: f32,
}

/// The bookmarks, in the order of the pages.
#[derive(Default)]
pub(super) struct Outline {
    tops: Vec<Branch>,
    /// Which of them is the ward of this name.
    wards: HashMap<String, usize>,
}

struct Branch {
    name: String,
    target: Target,
    /// The streets of a ward.
    streets: Vec<(String, Target)>,
}

/// An entry, and its neighbours in the tree.
struct Links {
    id: Ref,
    parent: Ref,
    before: Option<Ref>,
    after: Option<Ref>,
    /// First and last of those below it, and how many they are.
    below: Option<(Ref, Ref, usize)>,
}

impl Outline {
    /// Adds a street, below its ward where one is given.
    pub(super) fn add(&mut self, ward: &str, name: &str, target: Target) {
        let branch = |name: &str| Branch { name: name.to_owned(), target, streets: Vec::new() };
        if ward.is_empty() {
            self.tops.push(branch(name));
            return;
        }
        let at = self.wards.get(ward).copied().unwrap_or_else(|| {
            self.wards.insert(ward.to_owned(), self.tops.len());
            self.tops.push(branch(ward));
            self.tops.len() - 1
        });
        self.tops[at].streets.push((name.to_owned(), target));
    }

    /// Writes all entries, and tells the root; none where there are none.
    pub(super) fn write<W: Sink>(&self, objects: &mut Objects<W>) -> Result<Option<Ref>, Error> {
        if self.tops.is_empty() {
            return Ok(None);
        }
        let root = objects.reserve();
        let ids: Vec<Ref> = self.tops.iter().map(|_| objects.reserve()).collect();
        for (at, top) in self.tops.iter().enumerate() {
            let below: Vec<Ref> = top.streets.iter().map(|_| objects.reserve()).collect();
            write_entry(objects, &top.name, top.target, &links(&ids, at, root, &below))?;
            for (number, (name, target)) in top.streets.iter().enumerate() {
                write_entry(objects, name, *target, &links(&below, number, ids[at], &[]))?;
            }
        }
        objects.put(root, |chunk, id| {
            chunk.outline(id).first(ids[0]).last(ids[ids.len() - 1]).count(whole(ids.len()));
        })?;
        Ok(Some(root))
    }
}

fn links(ids: &[Ref], at: usize, parent: Ref, below: &[Ref]) -> Links {
    let below = below.first().zip(below.last()).map(|(first, last)| (*first, *last, below.len()));
    Links { id: ids[at], parent, before: at.checked_sub(1).map(|before| ids[before]), after: ids.get(at + 1).copied(), below }
}

fn write_entry<W: Sink>(objects: &mut Objects<W>, name: &str, target: Target, links: &Links) -> Result<(), Error> {
    objects.put(links.id, |chunk, id| {
        let mut entry = chunk.outline_item(id);
        entry.title(TextStr(name)).parent(links.parent);
        if let Some(before) = links.before {
            entry.prev(before);
        }
        if let Some(after) = links.after {
            entry.next(after);
        }
        if let Some((first, last, count)) = links.below {
            // Below nought: closed until somebody opens it.
            entry.first(first).last(last).count(-whole(count));
        }
        entry.dest().page(target.page).xyz(0.0, target.top, None);
    })
}

fn whole(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
