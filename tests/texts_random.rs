//! Two people write at random in one text, and no word is lost.

use crate::office_texts::{DAY, Desk, ask, street, text};
use rand::rngs::StdRng;
use rand::seq::IndexedMutRandom;
use rand::{RngExt, SeedableRng};
use std::collections::BTreeSet;
use tenpho::register::story::{parse_lead, parse_sources};
use tenpho::register::{Lang, Place, Role, Text, TextField};
use tenpho::store::{SaveAsked, Saved};

/// One person before a page: what they began from, and what they have made of it.
struct Page {
    who: i64,
    based_on: Option<i64>,
    text: Text,
}

#[test]
fn whatever_two_people_do_in_turn_no_word_is_lost() {
    let mut chance = StdRng::seed_from_u64(13_051_955);
    let mut desk = Desk::new();
    let people = [desk.person("one", Role::Editor, ""), desk.person("two", Role::Editor, "")];
    for round in 0..200 {
        let place = street(["an-chan", "an-da", "25-10", "1-4"][round % 4]);
        let (mut kept, mut gave_up) = (BTreeSet::new(), BTreeSet::new());
        let mut pages = people.map(|who| open(&mut desk, who, &place));
        for turn in 0..12 {
            let page = pages.choose_mut(&mut chance).unwrap();
            let word = format!("w{round}x{turn}");
            match chance.random_range(0..5) {
                0 => append(&mut page.text, TextField::Lead, &word),
                1 | 2 => append(&mut page.text, TextField::Body, &word),
                3 => append(&mut page.text, TextField::Sources, &word),
                _ => {
                    gave_up.extend(save(&mut desk, page, &place, &mut chance));
                    kept.extend(words(&page.text));
                    *page = open(&mut desk, page.who, &place);
                }
            }
        }
        for page in &mut pages {
            gave_up.extend(save(&mut desk, page, &place, &mut chance));
            kept.extend(words(&page.text));
        }
        let newest = desk.store.text_state(&place, Lang::Vi).unwrap().newest().unwrap().text.clone();
        let there = words(&newest);
        let lost: Vec<_> = kept.iter().filter(|word| !there.contains(*word) && !gave_up.contains(*word)).collect();
        assert_eq!(lost, Vec::<&String>::new(), "round {round}");
        let history = everything(&desk);
        assert!(gave_up.iter().all(|word| history.contains(word.as_str())), "round {round}: what was given up is in the history");
    }
}

fn open(desk: &mut Desk, who: i64, place: &Place) -> Page {
    let newest = desk.store.text_state(place, Lang::Vi).unwrap().newest().cloned();
    Page { who, based_on: newest.as_ref().map(|one| one.id), text: newest.map_or_else(|| text("đầu", "đầu"), |one| one.text) }
}

fn append(text: &mut Text, field: TextField, word: &str) {
    match field {
        TextField::Lead => text.lead = parse_sources(&format!("{} {word}", text.lead)).unwrap(),
        TextField::Sources => text.sources = parse_sources(&format!("{} {word}", text.sources)).unwrap(),
        _ => text.body = format!("{} {word}", text.body),
    }
    // Texts stay short enough for the limits: what is cut is cut by the person, before anything is saved.
    if text.lead.as_str().len() > 250 {
        text.lead = parse_lead("đầu").unwrap();
    }
}

fn words(text: &Text) -> BTreeSet<String> {
    let all = TextField::ALL.iter().map(|field| text.field(*field)).collect::<Vec<_>>().join(" ");
    all.split_whitespace().filter(|word| word.starts_with('w')).map(str::to_owned).collect()
}

/// Saves a page, and where the other has changed the same field chooses at random; gives back what was given up on purpose.
fn save(desk: &mut Desk, page: &mut Page, place: &Place, chance: &mut StdRng) -> BTreeSet<String> {
    let mut gave_up = BTreeSet::new();
    let base = page.based_on;
    let before = desk.store.versions(place, Lang::Vi).unwrap();
    if let Some(base) = before.iter().find(|version| Some(version.id) == base) {
        // What somebody deletes from the text they see, they delete on purpose.
        gave_up.extend(words(&base.text).difference(&words(&page.text)).cloned());
    }
    let mut told = Vec::new();
    loop {
        let asked = SaveAsked { based_on: page.based_on, gave_up: &told, ..ask(place, Lang::Vi, &page.text) };
        match desk.store.save_text(page.who, DAY, &asked).unwrap() {
            Saved::Kept(id) => {
                page.based_on = Some(id);
                return gave_up;
            }
            Saved::Unchanged => return gave_up,
            Saved::Conflict { theirs, merged, fields } => {
                let (mut chosen, mine) = (*merged, page.text.clone());
                told.clear();
                for field in fields {
                    let only = |one: &Text, other: &Text| {
                        let of = |text: &Text| text.field(field).split_whitespace().map(str::to_owned).collect::<BTreeSet<_>>();
                        of(one).difference(&of(other)).filter(|word| word.starts_with('w')).cloned().collect::<BTreeSet<_>>()
                    };
                    if chance.random_bool(0.5) {
                        gave_up.extend(only(&theirs.text, &mine));
                    } else {
                        gave_up.extend(only(&mine, &theirs.text));
                        told.push((field, mine.field(field)));
                        chosen.take(field, &theirs.text);
                    }
                }
                (page.text, page.based_on) = (chosen, Some(theirs.id));
            }
        }
    }
}

/// Every version and every row of the history, as one text.
fn everything(desk: &Desk) -> String {
    let database = rusqlite::Connection::open(desk.operator.path("tenpho.db")).unwrap();
    let one = |query: &str| database.query_row(query, [], |row| row.get::<_, String>(0)).unwrap();
    one("SELECT group_concat(payload, ' ') FROM history")
        + &one("SELECT group_concat(lead || ' ' || body || ' ' || sources, ' ') FROM version")
}
