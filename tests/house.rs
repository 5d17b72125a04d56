//! The rules of the house, as tests: who may use whom, where things live, how long a file may be.

use crate::kit::{leave_out, tool};
use regex::Regex;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use tenpho::register::SignCode;

/// Which rooms a room may use. Arrows only point down; change this table and the rooms together.
const MAY_USE: &[(&str, &[&str])] = &[
    ("register", &[]),
    ("store", &["register"]),
    ("edition", &["register"]),
    ("qr", &["register"]),
    ("exchange", &["register"]),
    ("print", &["register", "qr"]),
    ("web", &["register", "edition", "qr"]),
    ("visit", &["register", "edition", "web", "qr"]),
    ("office", &["register", "store", "edition", "qr", "exchange", "print", "web"]),
    ("cli", &["register", "store", "edition", "qr", "exchange", "print", "web", "visit", "office"]),
];

/// Lines of a file at most.
const WALL: usize = 400;

/// Names that say nothing, of files and of what stands in them.
const BANNED: &[&str] = &["util", "helper", "common", "misc", "manager", "service", "handler", "model", "data", "info", "item"];

/// Words of a format, by which whoever knows the format looks for the thing.
const TERMS: &[(&str, &str)] = &[("MODEL_SPACE", "the name in DXF of the space that is drawn in")];

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every source file with its path below `src` and its text.
pub fn sources() -> Vec<(String, String)> {
    rust_below("src")
}

/// Every file of Rust in a folder and below it, with its path from there and its text.
fn rust_below(top: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() { walk(&entry, found) } else { found.push(entry) }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(top), &mut found);
    found.sort();
    let rust = found.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    rust.map(|path| (path.strip_prefix(root().join(top)).unwrap().to_str().unwrap().to_owned(), std::fs::read_to_string(&path).unwrap()))
        .collect()
}

fn room_of(file: &str) -> Option<&str> {
    file.split_once('/').map(|(room, _)| room)
}

/// Without its comments, since a comment may name anything.
fn code_of(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// With every path out of the file's own room from the top: `super::super::room` of `web/page.rs` is `crate::room`.
fn from_the_top(file: &str, code: &str) -> String {
    let depth = file.trim_end_matches("/mod.rs").split('/').count();
    let upwards = Regex::new(r"\b(?:self::)?((?:super::)+)").unwrap();
    let from_top = |found: &regex::Captures<'_>| {
        let is_top = found[1].matches("super").count() >= depth;
        if is_top { "crate::".to_owned() } else { found[0].to_owned() }
    };
    upwards.replace_all(code, from_top).into_owned()
}

/// The rooms that a file uses: `crate::room`, also within braces, and `super::super::room`.
fn used_rooms(file: &str, text: &str) -> BTreeSet<String> {
    let path = Regex::new(r"crate::(\w+)").unwrap();
    let braces = Regex::new(r"crate::\{([^}]*(?:\{[^}]*\}[^}]*)*)\}").unwrap();
    let code = from_the_top(file, &code_of(text));
    let mut used: BTreeSet<String> = path.captures_iter(&code).map(|found| found[1].to_owned()).collect();
    for found in braces.captures_iter(&code) {
        let mut depth = 0;
        let inner: String = found[1]
            .chars()
            .filter(|letter| {
                depth += i32::from(*letter == '{') - i32::from(*letter == '}');
                depth == 0
            })
            .collect();
        used.extend(
            inner
                .split(',')
                .filter_map(|part| part.trim().split("::").next())
                .filter(|room| !room.is_empty())
                .map(|room| room.trim_end_matches('}').to_owned()),
        );
    }
    used
}

/// What is wrong with the arrows of these files; nothing in a house in order.
fn upward_arrows(files: &[(String, String)]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (file, text) in files {
        let Some(room) = room_of(file) else { continue };
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == room) else {
            wrong.push(format!("{file} is in a room that the table does not know"));
            continue;
        };
        for other in used_rooms(file, text).iter().filter(|other| MAY_USE.iter().any(|(name, _)| name == other)) {
            if other != room && !allowed.contains(&other.as_str()) {
                wrong.push(format!("{file} uses {other}: arrows point down"));
            }
        }
    }
    wrong
}

#[test]
fn arrows_only_point_down() {
    assert_eq!(upward_arrows(&sources()), Vec::<String>::new());
}

#[test]
fn a_planted_upward_arrow_is_found() {
    let planted = |text: &str| vec![("register/street.rs".to_owned(), text.to_owned())];
    assert_eq!(upward_arrows(&planted("use crate::store::Store;")).len(), 1);
    assert_eq!(upward_arrows(&planted("use crate::{print::Plate, register::Slug, visit};")).len(), 2);
    assert_eq!(upward_arrows(&planted("fn f() { crate::web::parts::rows(); }")).len(), 1);
    assert_eq!(upward_arrows(&planted("//! crate::web is not meant")).len(), 0);
    assert_eq!(upward_arrows(&planted("use super::super::{store, visit::Doorway};")).len(), 2);
    assert_eq!(upward_arrows(&[("web/mod.rs".to_owned(), "use super::visit::Doorway;".to_owned())]).len(), 1);
    assert_eq!(upward_arrows(&[("print/papers/flow.rs".to_owned(), "use super::super::store::Store;".to_owned())]).len(), 0);
    assert_eq!(upward_arrows(&[("print/papers/flow.rs".to_owned(), "use super::super::super::store::Store;".to_owned())]).len(), 1);
    assert_eq!(upward_arrows(&[("helpers/x.rs".to_owned(), String::new())]).len(), 1);
}

#[test]
fn no_arm_of_a_match_holds_the_store_that_it_may_ask_for_again() {
    // What stands between `match` and its arms is kept until the last of them: a second `store()` there would wait for ever.
    let held = Regex::new(r"(?:\bmatch|\blet\s[^{;]*?=|\bfor\s[^{;]*?\sin)\s(?:[^{;&]|&[^&])*\.store\(\)\?\.[^{;]*\{\n").unwrap();
    for planted in [
        "match office.store()?.take_step(id) {\n",
        "if let Some(one) = office.store()?.find(id)? {\n",
        "for one in &office.store()?.all()? {\n",
    ] {
        assert!(held.is_match(planted), "{planted}");
    }
    for (file, text) in sources() {
        assert!(!held.is_match(&code_of(&text)), "{file}: let first, then match");
    }
}

#[test]
fn sql_is_written_in_the_store_only() {
    let sql = Regex::new(r#""\s*(SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|ALTER|DROP)\s"#).unwrap();
    for (file, text) in sources() {
        let code = code_of(&text);
        assert!(file.starts_with("store/") || !(sql.is_match(&code) || code.contains("rusqlite")), "{file} holds SQL");
    }
}

#[test]
fn only_the_rooms_that_may_read_the_clock_and_chance() {
    let clock = Regex::new(r"SystemTime::now|Instant::now|Timestamp::now|Zoned::now|rand::").unwrap();
    for (file, text) in sources() {
        let may = ["cli/", "visit/", "office/"].iter().any(|room| file.starts_with(room));
        assert!(may || !clock.is_match(&code_of(&text)), "{file} reads the clock or chance");
    }
}

#[test]
fn every_file_answers_a_question_and_none_is_past_the_wall() {
    for (file, text) in sources() {
        assert!(text.starts_with("//! "), "{file} does not open with //!");
        assert!(text.lines().count() <= WALL, "{file} has {} lines", text.lines().count());
        let stem = Path::new(&file).file_stem().unwrap().to_str().unwrap();
        assert!(!says_nothing(stem), "{file} has a name that says nothing");
        assert_eq!(empty_names(&code_of(&text)), Vec::<String>::new(), "{file}");
        assert!(
            !text.contains("TODO") && !text.contains("FIXME") && !text.contains("todo!(") && !text.contains("unimplemented!("),
            "{file} is unfinished"
        );
    }
}

#[test]
fn a_file_of_tests_tells_what_it_is_about_and_none_is_past_the_wall() {
    for (file, text) in rust_below("tests") {
        assert!(text.starts_with("//! "), "{file} does not open with //!");
        assert!(text.lines().count() <= WALL, "{file} has {} lines: split it by subject", text.lines().count());
    }
}

/// The paths that a text names between backticks or leads to by a link: a folder with its slash, or a file of the project.
fn named_paths(text: &str) -> BTreeSet<String> {
    let path = Regex::new(r"(?:`|\]\()([\w-][\w./-]*(?:/|\.(?:rs|md|toml|csv|tsv|txt|ftl|sql|css|py|png)))[`)]").unwrap();
    path.captures_iter(text).map(|found| found[1].to_owned()).collect()
}

#[test]
fn every_path_that_a_map_names_is_there() {
    let maps = sources().into_iter().filter(|(file, _)| file == "lib.rs" || file.ends_with("mod.rs"));
    let notes = ["README.md", "data/README.md"].map(|file| (file.to_owned(), std::fs::read_to_string(root().join(file)).unwrap()));
    let mut named = 0;
    for (file, text) in maps.map(|(file, text)| (format!("src/{file}"), text)).chain(notes) {
        let beside = Path::new(&file).parent().unwrap();
        for path in named_paths(&text) {
            let is_there = [Path::new(""), Path::new("src"), beside].iter().any(|from| root().join(from).join(&path).exists());
            assert!(is_there, "{file} names {path}, which is not there");
            named += 1;
        }
    }
    assert!(named > 100, "{named}");
    let text = "`visit/street_page.rs`, [picture](assets/a.png), `data/`, but `/vi/walk`, `street/le-loi`, `history.hash` and `plates/*.toml` are none";
    assert_eq!(named_paths(text).into_iter().collect::<Vec<_>>(), ["assets/a.png", "data/", "visit/street_page.rs"]);
}

#[test]
fn the_order_of_reading_the_office_names_every_file_of_it_once() {
    let map = std::fs::read_to_string(root().join("src/office/mod.rs")).unwrap();
    for (file, _) in rust_below("src/office").iter().filter(|(file, _)| file != "mod.rs") {
        assert_eq!(map.matches(&format!("`{file}`")).count(), 1, "{file}");
    }
}

/// Is one of the words of a name banned, also in the plural?
fn says_nothing(name: &str) -> bool {
    let word = Regex::new(r"[A-Z]?[a-z0-9]+|[A-Z]+").unwrap();
    let banned = |word: &str| BANNED.iter().any(|banned| *banned == word || word.strip_suffix('s') == Some(banned));
    word.find_iter(name).any(|word| banned(&word.as_str().to_lowercase()))
}

/// What a text calls by a name that says nothing.
fn empty_names(text: &str) -> Vec<String> {
    let named = Regex::new(r"\b(?:(?:const )?fn|struct|enum|trait|type|const|static|mod) (\w+)").unwrap();
    let names = named.captures_iter(text).map(|found| found[1].to_owned());
    names.filter(|name| says_nothing(name) && !TERMS.iter().any(|(term, _)| term == name)).collect()
}

#[test]
fn a_name_that_says_nothing_is_found_wherever_it_is_given() {
    let text = "const MODEL: u8 = 1; const fn street_items() {} struct SignInfo; mod util {} enum Handlers {} fn information() {} static DATABASE: u8 = 0;";
    assert_eq!(empty_names(text), ["MODEL", "street_items", "SignInfo", "util", "Handlers"]);
}

#[test]
fn no_other_address_can_be_taken_for_a_sign_code() {
    let route = Regex::new(r#"(?:resource|route|scope)\("/([^"/{]*)"#).unwrap();
    let mut seen = 0;
    for (file, text) in sources() {
        for found in route.captures_iter(&text) {
            let first = &found[1];
            assert!(
                first.is_empty() || tenpho::register::legacy::OURS.contains(&first),
                "{file}: /{first} is not in the list of top-level addresses"
            );
            seen += 1;
        }
    }
    assert!(seen > 5);
    for name in tenpho::register::legacy::OURS {
        assert!(SignCode::parse(name).is_err(), "/{name} is a sign code");
    }
}

#[test]
fn the_top_level_of_the_project_is_the_one_agreed() {
    let allowed = ["Cargo.toml", "Cargo.lock", "src", "data", "assets", "tests", "README.md", "LICENSE-MIT", "LICENSE-APACHE"];
    let Some(git) = tool("git") else { return };
    let listed = std::process::Command::new(git).arg("ls-files").current_dir(root()).output().unwrap();
    if !listed.status.success() {
        return leave_out("a clone: git knows no files here");
    }
    for path in String::from_utf8(listed.stdout).unwrap().lines() {
        let top = path.split('/').next().unwrap();
        assert!(top.starts_with('.') || allowed.contains(&top), "{top} does not belong at the top");
    }
}

#[test]
fn a_missing_tool_is_named_and_a_failure_where_every_tool_is_to_be_there() {
    let left_out = |tools: &str| {
        let mut tests = std::process::Command::new(std::env::current_exe().unwrap());
        tests
            .args(["--test-threads", "2", "--exact", "papers::facts_without_a_proof_say_so"])
            .current_dir(root())
            .env("PATH", "/nowhere")
            .env("TENPHO_TOOLS", tools);
        let ended = tests.output().unwrap();
        (ended.status.success(), String::from_utf8([ended.stdout, ended.stderr].concat()).unwrap())
    };
    let (passes, said) = left_out("");
    assert!(passes && said.contains("left out: papers::facts_without_a_proof_say_so, for want of pdftotext"), "{said}");
    let (passes, said) = left_out("all");
    assert!(!passes && said.contains("pdftotext is missing"), "{said}");
}
