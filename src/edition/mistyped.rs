//! Which real codes are nearest to one that is mistyped?

use super::Edition;
use crate::register::SignCode;
use crate::register::code::{LENGTH, strip_typed};

/// Most slips of the finger that we guess at.
const SLIPS: usize = 2;

impl Edition {
    /// The real signs whose codes are nearest to what was typed, nearest first; none where it is too far from any.
    #[must_use]
    pub fn nearest_codes(&self, typed: &str, most: usize) -> Vec<SignCode> {
        let typed = strip_typed(typed);
        if typed.chars().count().abs_diff(LENGTH) > SLIPS {
            return Vec::new();
        }
        let mut near: Vec<(usize, SignCode)> = self
            .register
            .signs
            .iter()
            .filter(|sign| shares_symbols(sign.code.as_str(), &typed))
            .map(|sign| (strsim::osa_distance(sign.code.as_str(), &typed), sign.code))
            .filter(|(slips, _)| *slips <= SLIPS)
            .collect();
        near.sort_unstable();
        near.truncate(most);
        near.into_iter().map(|(_, code)| code).collect()
    }
}

/// Two slips leave at least four of six symbols in place or near it: a cheap look before the full comparison.
fn shares_symbols(code: &str, typed: &str) -> bool {
    code.bytes().filter(|symbol| typed.as_bytes().contains(symbol)).count() + SLIPS >= LENGTH
}
