//! Which paragraphs of a translation no longer follow their source?

use super::hex;
use sha2::{Digest, Sha256};
use std::collections::HashSet;

/// Bytes of a paragraph's digest: enough that no two paragraphs of a city share one.
const DIGEST_BYTES: usize = 8;

/// The paragraphs of a text, the lead first; paragraphs of the body are parted by empty lines.
#[must_use]
pub fn paragraphs(lead: &str, body: &str) -> Vec<String> {
    let mut found = vec![lead.trim().to_owned()];
    let mut lines: Vec<&str> = Vec::new();
    for line in body.lines().chain(std::iter::once("")) {
        if line.trim().is_empty() {
            if !lines.is_empty() {
                found.push(lines.join("\n"));
            }
            lines.clear();
        } else {
            lines.push(line.trim_end());
        }
    }
    found
}

/// The digest by which a paragraph is known once somebody has checked its translation.
#[must_use]
pub fn digest(paragraph: &str) -> String {
    hex(&Sha256::digest(paragraph)[..DIGEST_BYTES])
}

/// The paragraphs of `now`, by position, that were not in `then` and that nobody has checked since: a translation
/// of `then` does not follow these.
///
/// ```
/// use tenpho::register::paragraphs::stale;
/// let paragraphs = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
/// assert_eq!(stale(&paragraphs(&["a", "b2", "c"]), &paragraphs(&["a", "b", "c"]), &[]), [1]);
/// ```
#[must_use]
pub fn stale(now: &[String], then: &[String], checked: &[String]) -> Vec<usize> {
    let known: HashSet<&str> = then.iter().map(String::as_str).collect();
    let checked: HashSet<&str> = checked.iter().map(String::as_str).collect();
    let follows = |paragraph: &str| known.contains(paragraph) || checked.contains(digest(paragraph).as_str());
    (0..).zip(now).filter(|(_, paragraph)| !paragraph.is_empty() && !follows(paragraph)).map(|(at, _)| at).collect()
}
