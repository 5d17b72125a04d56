//! How do several little records stand in one line? Parted by ` ; `, each plain or as `key=value | key=value`.

use super::spelling::nfc;
use unicode_normalization::char::is_combining_mark;

/// Parts two entries of a line; a word of its own.
const BETWEEN: &str = ";";
/// Parts two pairs of an entry; a word of its own.
const WITHIN: &str = "|";

/// The entries of a line, none of them empty.
///
/// ```
/// use tenpho::register::listed::entries;
/// assert_eq!(entries("Phố Khách ; name=Avenue Paul Doumer | until=1945"), ["Phố Khách", "name=Avenue Paul Doumer | until=1945"]);
/// ```
#[must_use]
pub fn entries(line: &str) -> Vec<String> {
    parted(&nfc(line), BETWEEN)
}

/// The line of these entries; empty ones are left out.
#[must_use]
pub fn line_of(entries: impl IntoIterator<Item = String>) -> String {
    let entries: Vec<String> = entries.into_iter().filter(|entry| !entry.is_empty()).collect();
    entries.join(" ; ")
}

/// The pairs of an entry that has at least two; none where it is plain.
#[must_use]
pub fn pairs(entry: &str) -> Option<Vec<(String, String)>> {
    let parts = parted(entry, WITHIN);
    if parts.len() < 2 {
        return None;
    }
    let pair = |part: &String| {
        let (key, value) = part.split_once('=')?;
        let (key, value) = (key.trim(), value.trim());
        let good = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase());
        good.then(|| (key.to_owned(), value.to_owned()))
    };
    parts.iter().map(pair).collect()
}

/// The entry of these pairs, those without a value left out.
#[must_use]
pub fn entry_of(pairs: &[(&str, &str)]) -> String {
    let pairs = pairs.iter().map(|(key, value)| (key, clean(value))).filter(|(_, value)| !value.is_empty());
    pairs.map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join(" | ")
}

/// A value without what would part it: a semicolon that stands alone becomes a comma, a bar a slash. A mark without a letter before it
/// is taken off, since it would settle on the sign that stands there.
#[must_use]
pub fn clean(value: &str) -> String {
    let value = nfc(value);
    let value = value.trim_start_matches(|letter: char| letter.is_whitespace() || is_combining_mark(letter));
    let words = value.split_whitespace().map(|word| match word {
        BETWEEN => ",",
        WITHIN => "/",
        word => word,
    });
    words.collect::<Vec<_>>().join(" ")
}

fn parted(text: &str, sign: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.split(|word| *word == sign).map(|part| part.join(" ")).filter(|part| !part.is_empty()).collect()
}
