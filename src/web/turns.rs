//! How many may send something large at once? So many in all, and so many of one network: that bounds memory.

use std::sync::{Mutex, PoisonError};

/// Large forms that are in work at the same time, of everybody and of one network: each may take 20 MB of memory.
const MOST_AT_ONCE: usize = 8;
const OF_ONE_AT_ONCE: usize = 3;

/// The places; `Who` tells one network from another.
pub struct Turns<Who> {
    taken: Mutex<Vec<Who>>,
}

/// A place among them; given back when it is dropped.
pub struct Turn<'a, Who: PartialEq + Copy> {
    taken: &'a Mutex<Vec<Who>>,
    who: Who,
}

impl<Who> Default for Turns<Who> {
    fn default() -> Self {
        Self { taken: Mutex::default() }
    }
}

impl<Who: PartialEq + Copy> Turns<Who> {
    /// A place; none where all are taken, or this network has its share of them.
    #[must_use]
    pub fn take(&self, who: Who) -> Option<Turn<'_, Who>> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let own = taken.iter().filter(|one| **one == who).count();
        if taken.len() >= MOST_AT_ONCE || own >= OF_ONE_AT_ONCE {
            return None;
        }
        taken.push(who);
        Some(Turn { taken: &self.taken, who })
    }
}

impl<Who: PartialEq + Copy> Drop for Turn<'_, Who> {
    fn drop(&mut self) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = taken.iter().position(|one| *one == self.who) {
            taken.swap_remove(own);
        }
    }
}
