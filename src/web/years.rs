//! How does this language write when somebody lived or something happened?

use super::words::Words;
use crate::register::{Namesake, NamesakeKind};

/// The years of a namesake, `1908–1932`; none where neither is known.
pub fn years(namesake: &Namesake, words: &Words) -> Option<String> {
    let (from, until) = (namesake.from.as_str(), namesake.until.as_str());
    let person = namesake.kind == NamesakeKind::Person;
    match (from.is_empty(), until.is_empty()) {
        (true, true) => None,
        (false, false) => Some(span(from, until, words)),
        (false, true) if person => Some(words.say_with("born", &[("year", &year(from, words))])),
        (true, false) if person => Some(words.say_with("died", &[("year", &year(until, words))])),
        (false, true) => Some(year(from, words)),
        (true, false) => Some(words.say_with("until", &[("year", &year(until, words))])),
    }
}

/// When a landmark was built, as its record has it: `1919/1926` is either of them, `1904–1912` is a time.
pub fn built(written: &str, words: &Words) -> String {
    let one = |part: &str| match part.split_once('–') {
        Some((from, until)) => span(from, until, words),
        None if is_bare(part) => year(part, words),
        None => part.to_owned(),
    };
    written.split('/').map(one).collect::<Vec<_>>().join(&words.say("or"))
}

/// From one year to another; the dash stands close where both are bare numbers.
fn span(from: &str, until: &str, words: &Words) -> String {
    if from == until {
        return year(from, words);
    }
    if is_bare(from) && is_bare(until) {
        return words.say_with("year-range", &[("from", &from), ("until", &until)]);
    }
    words.say_with("range", &[("from", &year(from, words)), ("until", &year(until, words))])
}

/// One year: `~` is about, `-` before it is before our era.
fn year(written: &str, words: &Words) -> String {
    let (about, number) = written.strip_prefix('~').map_or((false, written), |rest| (true, rest));
    let told = match number.strip_prefix('-') {
        Some(before) => words.say_with("before-our-era", &[("year", &before)]),
        None => words.say_with("date-year", &[("year", &number)]),
    };
    if about { words.say_with("about-year", &[("year", &told)]) } else { told }
}

fn is_bare(written: &str) -> bool {
    !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit())
}
