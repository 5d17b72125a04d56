//! How do numbers, dates and hashes stand in a Vietnamese paper?

use crate::register::Sentence;

/// Tells a sentence in Vietnamese.
pub type Say<'a> = &'a dyn Fn(&Sentence) -> String;

/// The words of the papers.
#[derive(Clone, Copy)]
pub(super) struct Wording<'a>(pub(super) Say<'a>);

impl Wording<'_> {
    pub(super) fn say(&self, key: &'static str) -> String {
        (self.0)(&Sentence::new(key))
    }

    pub(super) fn tell(&self, sentence: &Sentence) -> String {
        (self.0)(sentence)
    }

    pub(super) fn all<const COUNT: usize>(&self, keys: [&'static str; COUNT]) -> [String; COUNT] {
        keys.map(|key| self.say(key))
    }
}

/// 2.800.
pub(super) fn counted(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap_or_default()).collect();
    groups.join(".")
}

pub(super) fn count(number: usize) -> String {
    counted(number as u64)
}

/// With a comma, and so many digits after it at most.
pub(super) fn decimal(number: f64, digits: usize) -> String {
    let written = format!("{number:.digits$}");
    let plain = if written.contains('.') { written.trim_end_matches('0').trim_end_matches('.') } else { &written };
    plain.replace('.', ",")
}

/// A number and its unit, which no line parts.
pub(super) fn measure(number: f64, digits: usize, unit: &str) -> String {
    format!("{}\u{a0}{unit}", decimal(number, digits))
}

/// 180 × 120 mm, which no line parts.
pub(super) fn size((width, height): (f64, f64)) -> String {
    format!("{}\u{a0}×\u{a0}{}", decimal(width, 1), measure(height, 1, "mm"))
}

/// 22/11/2026, of `2026-11-22T00:00:00Z`; anything else as it is.
pub(super) fn date(dated: &str) -> String {
    let parts: Vec<&str> = dated.get(..10).unwrap_or_default().split('-').collect();
    match parts[..] {
        [year, month, day] if dated.len() >= 10 => format!("{day}/{month}/{year}"),
        _ => dated.to_owned(),
    }
}

/// In groups of eight, as it can be read out.
pub(super) fn grouped(hash: &str) -> String {
    let letters: Vec<char> = hash.chars().collect();
    letters.chunks(8).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
