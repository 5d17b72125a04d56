//! Which years, days and lives does a text tell of, in whichever language it is?

use super::Lang;
use std::collections::BTreeSet;

/// What counts as a year where four figures stand alone: no text tells of a later one, and of the earlier ones three figures say nothing.
const YEARS: std::ops::RangeInclusive<i32> = 1000..=2099;
/// Words before a year that make a decade of it.
const DECADES: [&str; 4] = ["những năm", "thập niên", "thập kỷ", "années"];
/// What may stand in brackets before the first year of a life; any other word makes it a reign, a dynasty, a term of office.
const BEFORE_A_LIFE: [&str; 10] = ["khoảng", "khoảng năm", "c.", "ca.", "about", "vers", "约", "約", "약", "?"];
/// What stands between two years of a span: in Chinese the long dash, in Japanese and Korean the wave.
const SPANS: [char; 5] = ['–', '—', '～', '〜', '~'];
/// Months by their names, where a language does not number them; Vietnamese, Chinese, Japanese and Korean do.
const ENGLISH_MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const FRENCH_MONTHS: [&str; 12] =
    ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

/// A day that a text names in full: year, month, day.
pub(super) type Day = (i32, i32, i32);

/// A stretch of figures.
struct Figures {
    from: usize,
    to: usize,
    value: i32,
}

/// Two spans of life in brackets behind a name: «Lê Lợi (1385–1433)».
pub(super) struct Life<'a> {
    /// The text up to the bracket.
    pub before: &'a str,
    /// What stands in the brackets.
    pub written: &'a str,
    /// The years in it; the first two are birth and death, others are what another source says.
    pub years: Vec<i32>,
}

/// The years of a text, those of decades and those in brackets (a gloss on a dynasty, a reign) left out.
pub(super) fn years(text: &str) -> BTreeSet<i32> {
    let is_year = |one: &Figures| {
        one.to - one.from == 4
            && YEARS.contains(&one.value)
            && !is_part_of_number(text, one)
            && !is_decade(text, one)
            && !is_in_brackets(text, one.from)
    };
    figures(text).into_iter().filter(is_year).map(|one| one.value).collect()
}

/// The days of a text that are named in full.
pub(super) fn days(text: &str, lang: Lang) -> BTreeSet<Day> {
    let all = figures(text);
    let between = |from: &Figures, to: &Figures| text[from.to..to.from].trim().to_owned();
    let named =
        |months: &[&str; 12], words: &str| months.iter().position(|month| *month == words).and_then(|at| i32::try_from(at + 1).ok());
    let day = |found: &[Figures]| match (lang, found) {
        (Lang::Vi, [day, month, year, ..]) => {
            (between(day, month) == "tháng" && between(month, year) == "năm").then_some((year.value, month.value, day.value))
        }
        (Lang::En, [day, year, ..]) => Some((year.value, named(&ENGLISH_MONTHS, &between(day, year))?, day.value)),
        (Lang::Fr, [day, year, ..]) => Some((year.value, named(&FRENCH_MONTHS, &between(day, year))?, day.value)),
        (Lang::Zh | Lang::Ja, [year, month, day, ..]) => {
            (between(year, month) == "年" && between(month, day) == "月").then_some((year.value, month.value, day.value))
        }
        (Lang::Ko, [year, month, day, ..]) => {
            (between(year, month) == "년" && between(month, day) == "월").then_some((year.value, month.value, day.value))
        }
        _ => None,
    };
    (0..all.len()).filter_map(|at| day(&all[at..])).filter(|(year, ..)| YEARS.contains(year)).collect()
}

/// The lives that a text gives in brackets.
pub(super) fn lives(text: &str, lang: Lang) -> Vec<Life<'_>> {
    let brackets = text.match_indices(['(', '（']).filter_map(|(at, open)| {
        let inside = &text[at + open.len()..];
        let written = &inside[..inside.find([')', '）'])?];
        let found = figures(written);
        let (first, second) = (found.first()?, found.get(1)?);
        let between = &written[first.to..second.from];
        let is_span = between.contains(SPANS) && between.chars().count() <= 12;
        // Where names are written in another script, the name as the register has it stands in the brackets too.
        let name = written[..first.from].rfind([',', '，', '、']).filter(|_| matches!(lang, Lang::Zh | Lang::Ja | Lang::Ko));
        let (before, lead) = match name {
            Some(comma) => (&written[..comma], written[comma..first.from].trim_start_matches([',', '，', '、'])),
            None => (&text[..at], &written[..first.from]),
        };
        let lead = lead.trim().to_lowercase();
        let is_life = is_span && (lead.is_empty() || BEFORE_A_LIFE.contains(&lead.as_str()));
        is_life.then(|| Life { before: before.trim_end(), written, years: found.iter().map(|one| one.value).collect() })
    });
    brackets.collect()
}

fn figures(text: &str) -> Vec<Figures> {
    let mut found: Vec<Figures> = Vec::new();
    for (at, digit) in text.char_indices().filter_map(|(at, letter)| Some((at, i32::try_from(letter.to_digit(10)?).ok()?))) {
        match found.last_mut().filter(|last| last.to == at) {
            Some(last) => (last.to, last.value) = (at + 1, last.value.saturating_mul(10).saturating_add(digit)),
            None => found.push(Figures { from: at, to: at + 1, value: digit }),
        }
    }
    found
}

/// «2.800», «1,5», «10/2021»: figures with a sign and more figures are no year of their own.
fn is_part_of_number(text: &str, one: &Figures) -> bool {
    let joins = |sign: Option<char>, next: Option<char>| matches!(sign, Some('.' | ',')) && next.is_some_and(|next| next.is_ascii_digit());
    let (mut before, mut behind) = (text[..one.from].chars().rev(), text[one.to..].chars());
    joins(before.next(), before.next()) || joins(behind.next(), behind.next())
}

fn is_decade(text: &str, one: &Figures) -> bool {
    let before = text[..one.from].trim_end().to_lowercase();
    text[one.to..].starts_with('s')
        || text[one.to..].starts_with("年代")
        || text[one.to..].starts_with("년대")
        || DECADES.iter().any(|word| before.ends_with(word))
}

fn is_in_brackets(text: &str, at: usize) -> bool {
    let depth = |signs: [char; 2]| text[..at].matches(signs).count();
    depth(['(', '（']) > depth([')', '）'])
}
