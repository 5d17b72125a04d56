//! What do the texts of a register tell that the register, or another text, tells otherwise?

use super::mixed_language::foreign_sentence;
use super::name_index;
use super::told_years::{Day, days, lives, years};
use super::unusual::unusual;
use super::{AnniversaryKind, Lang, NameCheck, Namesake, NamesakeKind, Place, PlaceKind, Register, Review, Sentence, Slug, Stage, Story};
use std::collections::{BTreeSet, HashMap};

/// Most words of a story, counted by blanks: a museum label has no more. French needs a sixth more of them to say the same.
const MOST_WORDS: usize = 180;
const MOST_WORDS_FRENCH: usize = 210;
/// Nobody is known to have lived longer.
const LONGEST_LIFE: i32 = 110;
/// Years by which sources differ over a birth; a text may name the earlier one too.
const DISPUTED: i32 = 5;
/// Letters of a sentence that a finding quotes.
const QUOTED: usize = 60;

/// What was found about one text or record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextFinding {
    /// What it is about.
    pub place: Place,
    /// The language of the text; a record has none.
    pub lang: Option<Lang>,
    /// What is wrong with it.
    pub sentence: Sentence,
    /// A person may leave it as it is: it is long, or somebody who knows has confirmed the text.
    pub may_stand: bool,
}

/// A namesake's years as far as both are known.
struct Life<'a> {
    namesake: &'a Namesake,
    from: i32,
    until: i32,
}

struct TextCheck<'a> {
    register: &'a Register,
    names: NameCheck,
    persons: HashMap<&'a str, &'a Namesake>,
    lives: HashMap<&'a str, Vec<Life<'a>>>,
    found: Vec<TextFinding>,
}

/// Everything in the published texts and in the records behind them that somebody should look at, in the order of the register.
#[must_use]
pub fn text_findings(register: &Register) -> Vec<TextFinding> {
    let mut check = TextCheck {
        register,
        names: NameCheck::of(names_of(register)),
        persons: persons_of(register),
        lives: lives_of(register),
        found: Vec::new(),
    };
    for namesake in &register.namesakes {
        check.look_at_namesake(namesake);
    }
    check.look_at_anniversaries();
    let mut by_place: HashMap<&Place, Vec<&Story>> = HashMap::new();
    for story in register.stories.iter().filter(|story| story.stage == Stage::Published) {
        check.look_at_story(story);
        by_place.entry(&story.place).or_default().push(story);
    }
    let mut by_place: Vec<_> = by_place.into_iter().collect();
    by_place.sort_by_key(|(place, _)| *place);
    for (_, stories) in by_place {
        check.compare_languages(&stories);
    }
    check.look_at_links();
    check.found
}

impl<'a> TextCheck<'a> {
    fn note(&mut self, place: &Place, lang: Option<Lang>, may_stand: bool, sentence: Sentence) {
        self.found.push(TextFinding { place: place.clone(), lang, sentence, may_stand });
    }

    /// The person whose place this is.
    fn person_at(&self, place: &Place) -> Option<&'a Namesake> {
        self.persons.get(place.slug.as_str()).copied().filter(|_| place.kind == PlaceKind::Namesake)
    }

    /// Born before they died, and within one life.
    fn look_at_namesake(&mut self, namesake: &Namesake) {
        let (Some(from), Some(until)) = (year_of(namesake.from.as_str()), year_of(namesake.until.as_str())) else { return };
        let is_too_long = namesake.kind == NamesakeKind::Person && until - from > LONGEST_LIFE;
        if until < from || is_too_long {
            let sentence = Sentence::new("text-years-order").with("from", &namesake.from).with("until", &namesake.until);
            self.note(&place_of(namesake), None, false, sentence);
        }
    }

    /// A birthday in the year of the birth, and no day of a life outside it.
    fn look_at_anniversaries(&mut self) {
        for day in &self.register.anniversaries {
            let year = i32::from(day.date.year());
            let honoured = day.shown_on.iter().filter_map(|place| self.person_at(place));
            for namesake in honoured.collect::<Vec<_>>() {
                let (from, until) = (year_of(namesake.from.as_str()), year_of(namesake.until.as_str()));
                let fits = match day.kind {
                    AnniversaryKind::Birth => from.is_none_or(|from| from == year),
                    AnniversaryKind::Death => until.is_none_or(|until| until == year),
                    AnniversaryKind::Event => from.is_none_or(|from| from <= year),
                };
                if !fits {
                    let sentence = Sentence::new("text-anniversary-year").with("day", &day.slug).with("year", year);
                    self.note(&place_of(namesake), None, false, sentence);
                }
            }
        }
    }

    fn look_at_story(&mut self, story: &Story) {
        let text = format!("{}\n\n{}", story.lead, story.body);
        let may_stand = story.review == Review::Sourced;
        let say = |check: &mut Self, may_stand, sentence| check.note(&story.place, Some(story.lang), may_stand, sentence);
        let words = story.body.split_whitespace().count();
        let most = if story.lang == Lang::Fr { MOST_WORDS_FRENCH } else { MOST_WORDS };
        if words > most {
            say(self, true, Sentence::new("text-long").with("words", words).with("most", most));
        }
        for one in unusual(&text) {
            say(self, may_stand, one.sentence());
        }
        for one in self.names.look(&text) {
            say(self, may_stand, one.sentence());
        }
        if let Some(sentence) = foreign_sentence(&text, story.lang) {
            say(self, false, Sentence::new("text-mixed").with("written", short(sentence)));
        }
        self.look_at_lives(story, &text, may_stand);
        self.look_before_birth(story, &text, may_stand);
    }

    /// The years in brackets behind a name are those of the record.
    fn look_at_lives(&mut self, story: &Story, text: &str, may_stand: bool) {
        for life in lives(text, story.lang) {
            let known = (1..=name_index::MOST_WORDS).rev().find_map(|words| self.lives.get(last_words(life.before, words)?));
            let Some(known) = known else { continue };
            let fits = |one: &Life<'_>| [one.from, one.until].iter().all(|year| life.years.contains(year));
            if !known.iter().any(fits) {
                let (of, years) = (&known[0].namesake, format!("{}–{}", known[0].namesake.from, known[0].namesake.until));
                let sentence = Sentence::new("text-life").with("name", &of.name).with("written", life.written).with("registered", years);
                self.note(&story.place, Some(story.lang), may_stand, sentence);
            }
        }
    }

    /// Nobody does anything before they are born. Told of a biography only: a street has a story of its own.
    fn look_before_birth(&mut self, story: &Story, text: &str, may_stand: bool) {
        let Some((namesake, from)) = self.person_at(&story.place).and_then(|one| Some((one, year_of(one.from.as_str())?))) else { return };
        if let Some(year) = years(text).into_iter().find(|year| *year < from - DISPUTED && !namesake.from.as_str().starts_with('~')) {
            let sentence = Sentence::new("text-before-birth").with("year", year).with("from", &namesake.from);
            self.note(&story.place, Some(story.lang), may_stand, sentence);
        }
    }

    /// One language says a year that another lacks, and the other says its neighbour: one of the two is a slip.
    fn compare_languages(&mut self, stories: &[&Story]) {
        let Some(first) = stories.iter().find(|story| story.lang == Lang::Vi) else { return };
        let told = |story: &Story| format!("{}\n\n{}", story.lead, story.body);
        let (own_years, own_days) = (years(&told(first)), days(&told(first), first.lang));
        for other in stories.iter().filter(|story| story.lang != Lang::Vi) {
            let (their_years, their_days) = (years(&told(other)), days(&told(other), other.lang));
            let slip =
                slip(&own_years, &their_years, |one, other| is_near(*one, *other)).map(|(one, other)| (one.to_string(), other.to_string()));
            let slip = slip.or_else(|| self::slip(&own_days, &their_days, is_near_day).map(|(one, other)| (iso(one), iso(other))));
            if let Some((own, theirs)) = slip {
                let may_stand = first.review == Review::Sourced && other.review == Review::Sourced;
                let sentence = Sentence::new("text-told-otherwise").with("vietnamese", own).with("other", theirs);
                self.note(&other.place, Some(other.lang), may_stand, sentence);
            }
        }
    }

    /// Links in texts, stops of walks and the pages of a day lead to what there is.
    fn look_at_links(&mut self) {
        let known: BTreeSet<Place> = places(self.register).collect();
        // An address of before a renaming leads on.
        let former: BTreeSet<&Place> = self.register.former_slugs.iter().map(|(old, _)| old).collect();
        let is_dead = |to: &&str| Place::parse(to).is_ok_and(|place| !known.contains(&place) && !former.contains(&place));
        let mut dead: Vec<(Place, Option<Lang>, String)> = Vec::new();
        for story in self.register.stories.iter().filter(|story| story.stage == Stage::Published) {
            dead.extend(links(&story.body).filter(is_dead).map(|to| (story.place.clone(), Some(story.lang), to.to_owned())));
        }
        for day in &self.register.anniversaries {
            let lost = day.shown_on.iter().filter(|place| !known.contains(*place));
            dead.extend(lost.map(|place| (place.clone(), None, day.slug.to_string())));
        }
        let honoured = self.register.streets.iter().map(|one| (PlaceKind::Street, &one.slug, one.namesake.as_ref()));
        let honoured = honoured.chain(self.register.landmarks.iter().map(|one| (PlaceKind::Landmark, &one.slug, one.namesake.as_ref())));
        for (kind, slug, namesake) in honoured.filter_map(|(kind, slug, namesake)| Some((kind, slug, namesake?))) {
            if !known.contains(&Place { kind: PlaceKind::Namesake, slug: namesake.clone() }) {
                dead.push((Place { kind, slug: slug.clone() }, None, format!("namesake/{namesake}")));
            }
        }
        for (place, lang, to) in dead {
            self.note(&place, lang, false, Sentence::new("text-dead-link").with("to", to));
        }
    }
}

/// The last so many words, as they stand.
fn last_words(text: &str, words: usize) -> Option<&str> {
    let from = text.rmatch_indices(char::is_whitespace).nth(words - 1).map_or(0, |(at, blank)| at + blank.len());
    let all = text.split_whitespace().rev().take(words).count();
    (all == words).then(|| text[from..].trim_start_matches(['(', '«', '“', '"']))
}

fn slip<'a, T: Ord>(own: &'a BTreeSet<T>, theirs: &'a BTreeSet<T>, is_near: impl Fn(&T, &T) -> bool) -> Option<(&'a T, &'a T)> {
    own.difference(theirs).find_map(|one| theirs.difference(own).find(|other| is_near(one, other)).map(|other| (one, other)))
}

/// Two years that differ in one figure, or in two neighbours that are swapped.
fn is_near(one: i32, other: i32) -> bool {
    let (one, other) = (one.to_string().into_bytes(), other.to_string().into_bytes());
    let apart: Vec<usize> = (0..one.len().min(other.len())).filter(|at| one[*at] != other[*at]).collect();
    let is_swap = matches!(apart[..], [first, second] if second == first + 1 && one[first] == other[second] && one[second] == other[first]);
    one.len() == other.len() && (apart.len() == 1 || is_swap)
}

/// Two days that differ in the day or in the month alone.
fn is_near_day(one: &Day, other: &Day) -> bool {
    one.0 == other.0 && (one.1 == other.1) != (one.2 == other.2)
}

fn iso((year, month, day): &Day) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

/// What the links of a text lead to, as `[words](kind/slug)` has it.
fn links(body: &str) -> impl Iterator<Item = &str> {
    body.split("](").skip(1).filter_map(|rest| rest.split(')').next())
}

fn short(sentence: &str) -> String {
    let cut: String = sentence.chars().take(QUOTED).collect();
    if cut.len() < sentence.len() { format!("{}…", cut.trim_end()) } else { cut }
}

fn year_of(written: &str) -> Option<i32> {
    written.trim_start_matches('~').parse().ok()
}

fn place_of(namesake: &Namesake) -> Place {
    Place { kind: PlaceKind::Namesake, slug: namesake.slug.clone() }
}

fn places(register: &Register) -> impl Iterator<Item = Place> {
    let of = |kind: PlaceKind| move |slug: &Slug| Place { kind, slug: slug.clone() };
    let streets = register.streets.iter().map(|one| &one.slug).map(of(PlaceKind::Street));
    let landmarks = register.landmarks.iter().map(|one| &one.slug).map(of(PlaceKind::Landmark));
    streets.chain(landmarks).chain(register.namesakes.iter().map(|one| &one.slug).map(of(PlaceKind::Namesake)))
}

fn persons_of(register: &Register) -> HashMap<&str, &Namesake> {
    let persons = register.namesakes.iter().filter(|one| one.kind == NamesakeKind::Person);
    persons.map(|one| (one.slug.as_str(), one)).collect()
}

/// The lives that are known from birth to death, by every name of whoever lived them.
fn lives_of(register: &Register) -> HashMap<&str, Vec<Life<'_>>> {
    let mut lives: HashMap<&str, Vec<Life<'_>>> = HashMap::new();
    for namesake in register.namesakes.iter().filter(|one| one.kind == NamesakeKind::Person) {
        let (Some(from), Some(until)) = (year_of(namesake.from.as_str()), year_of(namesake.until.as_str())) else { continue };
        for name in std::iter::once(namesake.name.as_str()).chain(namesake.other_names.parts()) {
            lives.entry(name).or_default().push(Life { namesake, from, until });
        }
    }
    lives
}

/// Every name that a text may rightly use.
#[must_use]
pub fn names_of(register: &Register) -> Vec<&str> {
    let mut names: Vec<&str> = register.wards.iter().map(|ward| ward.name.as_str()).collect();
    names.extend(register.streets.iter().map(|one| one.name.as_str()));
    names.extend(register.landmarks.iter().flat_map(|one| [one.name.as_str(), one.name_en.as_str()]));
    for namesake in &register.namesakes {
        names.push(namesake.name.as_str());
        names.extend(namesake.other_names.parts());
    }
    names
}
