//! How does this language write when somebody lived or something happened?

use super::words::Words;
use crate::register::{Namesake, NamesakeKind};

/// The years of a namesake, `1908–1932`; none where neither is known.
pub fn years(namesake: &Namesake, words: &Words) -> Option<String> {
    let (from, until) = (namesake.from.as_str(), namesake.until.as_str());
    let person = namesake.kind == NamesakeKind::Person;
    match (from.is_empty(), until.is_empty()) {
        (true, true) => None,
        (false, false) if from == until => Some(year(from, words)),
        (false, false) => Some(format!("{}–{}", year(from, words), year(until, words))),
        (false, true) if person => Some(words.say_with("born", &[("year", &year(from, words))])),
        (true, false) if person => Some(words.say_with("died", &[("year", &year(until, words))])),
        (false, true) => Some(year(from, words)),
        (true, false) => Some(words.say_with("until", &[("year", &year(until, words))])),
    }
}

/// One year: `~` is about, `-` before it is before our era.
fn year(written: &str, words: &Words) -> String {
    let (about, number) = written.strip_prefix('~').map_or((false, written), |rest| (true, rest));
    let number = match number.strip_prefix('-') {
        Some(before) => words.say_with("before-our-era", &[("year", &Plain(before))]),
        None => number.to_owned(),
    };
    if about { words.say_with("about-year", &[("year", &Plain(&number))]) } else { number }
}

/// A year is a name, not a quantity: no thousands separator is put in.
struct Plain<'a>(&'a str);

impl std::fmt::Display for Plain<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.0)
    }
}
