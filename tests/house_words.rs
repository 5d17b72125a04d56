//! The rules of the house for words: what people read comes from the texts, in every language, and none lies unused.

use crate::house::{root, sources};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use tenpho::register::Lang;

/// The string literals of a text, each with what stands before it.
fn literals_of(text: &str) -> Vec<(&str, &str)> {
    let (mut found, mut from, mut inside, mut escaped) = (Vec::new(), 0, false, false);
    for (at, letter) in text.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' if inside => {
                found.push((text[..from - 1].trim_end(), &text[from..at]));
                inside = false;
            }
            '"' => (from, inside) = (at + 1, true),
            _ => {}
        }
    }
    found
}

/// Text of a string literal in markup that people would read, though no key gave it.
fn literal_words(text: &str, keys: &BTreeSet<&str>) -> Vec<String> {
    let word = Regex::new(r"[^\W\d_]{2,}").unwrap();
    let mut found = Vec::new();
    for (start, _) in text.match_indices("html! {") {
        let mut depth = 0;
        let inside = |letter: &char| {
            depth += i32::from(*letter == '{') - i32::from(*letter == '}');
            depth > 0
        };
        let body: String = text[start + 6..].chars().take_while(inside).collect();
        for (before, words) in literals_of(&body) {
            // In markup a text for people never stands behind these; a literal there is an argument.
            let is_argument = ['=', '(', ',', '['].iter().any(|sign| before.ends_with(*sign));
            if !is_argument && word.is_match(words) && !keys.contains(words) && !words.contains("OpenStreetMap") {
                found.push(words.to_owned());
            }
        }
    }
    found
}

#[test]
fn no_word_for_people_stands_in_a_page() {
    let all = keys_of(Lang::Vi);
    let keys: BTreeSet<&str> = all.keys().map(String::as_str).filter(|key| key.contains('-')).collect();
    for (file, text) in sources() {
        assert_eq!(literal_words(&text, &keys), Vec::<String>::new(), "{file}");
    }
    assert_eq!(literal_words("html! { p { \"Xin chào\" } }", &keys), ["Xin chào"]);
    assert!(literal_words("html! { p class=\"lead\" { (words.say(\"skip\")) } }", &keys).is_empty());
}

/// The keys of a language, each with the values that it names.
fn keys_of(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let text = std::fs::read_to_string(root().join(format!("assets/texts/{lang}.ftl"))).unwrap();
    let value = Regex::new(r"\$(\w+)").unwrap();
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut last = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((key, _)) = line.split_once(" = ").filter(|(key, _)| !key.starts_with([' ', '}', '*', '['])) {
            assert!(keys.insert(key.to_owned(), BTreeSet::new()).is_none(), "{lang}: {key} is there twice");
            key.clone_into(&mut last);
        }
        if !last.is_empty() {
            keys.get_mut(&last).unwrap().extend(value.captures_iter(line).map(|found| found[1].to_owned()));
        }
    }
    keys
}

#[test]
fn every_key_is_in_every_language_and_none_lies_unused() {
    let said = Regex::new(r#"(?:say|say_with|Sentence::new|refusal)\(\s*"([a-z0-9-]+)""#).unwrap();
    let quoted = Regex::new(r#""([a-z0-9]+(?:-[a-z0-9]+)*)""#).unwrap();
    let all: String = sources().into_iter().map(|(_, text)| text).collect();
    let literals: BTreeSet<&str> = quoted.captures_iter(&all).map(|found| found.get(1).unwrap().as_str()).collect();
    let first = keys_of(Lang::Vi);
    for lang in Lang::OFFICE {
        let keys = keys_of(*lang);
        for found in said.captures_iter(&all) {
            assert!(keys.contains_key(&found[1]), "{lang} lacks {}", &found[1]);
        }
        for (key, values) in &keys {
            assert!(literals.contains(key.as_str()), "{lang}: {key} lies unused");
            assert_eq!(Some(values), first.get(key), "{lang}: {key} names other values than vi");
        }
        assert_eq!(keys.len(), first.len(), "{lang} has another number of keys than vi");
    }
}

#[test]
fn every_key_that_a_visitor_can_meet_is_in_every_language_of_the_visitors() {
    let quoted = Regex::new(r#""([a-z0-9]+(?:-[a-z0-9]+)*)""#).unwrap();
    let first = keys_of(Lang::Vi);
    let met: String = sources().into_iter().filter(|(file, _)| is_met_by_visitors(file)).map(|(_, text)| text).collect();
    let met: BTreeSet<&str> = quoted.captures_iter(&met).map(|found| found.get(1).unwrap().as_str()).collect();
    let wanted: BTreeMap<&String, &BTreeSet<String>> = first.iter().filter(|(key, _)| met.contains(key.as_str())).collect();
    assert!(wanted.len() > 100, "{}", wanted.len());
    for lang in Lang::ALL.iter().filter(|lang| lang.of_office() != **lang) {
        let keys = keys_of(*lang);
        let lacking: Vec<_> = wanted.keys().filter(|key| !keys.contains_key(**key)).collect();
        assert!(lacking.is_empty(), "{lang} lacks {lacking:?}");
        for (key, values) in &keys {
            assert_eq!(Some(&values), wanted.get(key), "{lang}: {key} is met by no visitor, or names other values than vi");
        }
    }
}

/// Rooms whose words a visitor reads, and what the register answers to a code typed wrong.
fn is_met_by_visitors(file: &str) -> bool {
    ["visit/", "web/", "edition/", "register/code.rs"].iter().any(|start| file.starts_with(start))
}
