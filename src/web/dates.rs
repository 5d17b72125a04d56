//! How does this language write a date as far as it is known, and how a name with the time that it was borne?

use super::words::Words;
use crate::register::{KnownDate, NamePeriod};

/// A date as a reader of this language writes it: `13/10/1954`, `13 octobre 1954`, `1954年10月`, `khoảng 1900`.
#[must_use]
pub fn spoken(date: KnownDate, words: &Words) -> String {
    let month = |month: i8| words.say_with("month-name", &[("month", &month)]);
    let plain = match (date.month(), date.day()) {
        (Some(in_month), Some(day)) => words.say_with("date-day", &[("day", &day), ("month", &month(in_month)), ("year", &date.year())]),
        (Some(in_month), None) => words.say_with("date-month", &[("month", &month(in_month)), ("year", &date.year())]),
        (None, _) => words.say_with("date-year", &[("year", &date.year())]),
    };
    if date.is_about() { words.say_with("about-year", &[("year", &plain)]) } else { plain }
}

/// A day in ISO 8601 as a reader of this language writes it; as it stands where it is none.
#[must_use]
pub fn spoken_day(day: &str, words: &Words) -> String {
    KnownDate::parse(day).map_or_else(|_| day.to_owned(), |date| spoken(date, words))
}

/// The names that a place bore before, each with its time.
#[must_use]
pub fn former_names(today: &str, names: &[NamePeriod], words: &Words) -> Vec<String> {
    names.iter().filter(|one| !is_todays(one, today)).map(|one| told(one, words)).collect()
}

/// Since when a place bears its name of today, and by which decision; empty where that is not known.
#[must_use]
pub fn name_since(today: &str, names: &[NamePeriod], words: &Words) -> String {
    let period = names.iter().rev().find(|one| is_todays(one, today));
    period.map(|one| with_decision(time_of(one, words), one, words)).unwrap_or_default()
}

/// Is it the name of today?
pub(super) fn is_todays(one: &NamePeriod, today: &str) -> bool {
    one.until.is_none() && one.name.as_str() == today
}

fn told(one: &NamePeriod, words: &Words) -> String {
    let time = time_of(one, words);
    let named = if time.is_empty() { one.name.to_string() } else { format!("{} — {time}", one.name) };
    with_decision(named, one, words)
}

fn with_decision(text: String, one: &NamePeriod, words: &Words) -> String {
    if one.decision.is_empty() {
        return text;
    }
    let decision = words.say_with("name-by-decision", &[("decision", &one.decision)]);
    format!("{text} {decision}").trim_start().to_owned()
}

/// The time in which a name was borne; empty where it is not known.
pub(super) fn time_of(one: &NamePeriod, words: &Words) -> String {
    let said = |key: &str, name: &str, date: KnownDate| words.say_with(key, &[(name, &spoken(date, words))]);
    match (one.from, one.until) {
        (None, None) => String::new(),
        (Some(from), None) => said(if from.day().is_some() { "name-from-day" } else { "name-from" }, "from", from),
        (None, Some(until)) => said(if until.day().is_some() { "name-until-day" } else { "name-until" }, "until", until),
        (Some(from), Some(until)) => words.say_with("name-from-until", &[("from", &spoken(from, words)), ("until", &spoken(until, words))]),
    }
}
