//! Who may use which address of the office: the whole table, as a file, and held against every answer.

use crate::kit::{Product, check};
use std::fmt::Write;
use tenpho::office::{Method, OpenTo, table};
use tenpho::register::Role;

/// A path as it stands in the table, without the patterns of its parts.
fn plain(path: &str) -> String {
    let mut plain = String::new();
    let (mut depth, mut skips) = (0, false);
    for letter in path.chars() {
        match letter {
            '{' => depth += 1,
            ':' if depth == 1 => skips = true,
            '}' => {
                depth -= 1;
                skips = skips && depth > 0;
            }
            _ => {}
        }
        if !skips || letter == '}' && depth == 0 {
            plain.push(letter);
        }
    }
    plain
}

/// An address to ask for: every part of the path filled in.
fn filled(path: &str) -> String {
    let parts = [
        ("{kind}", "street"),
        ("{slug}", "an-chan"),
        ("{lang}", "en"),
        ("{token}", "unknown"),
        ("{comment}", "999"),
        ("{login}", "nobody"),
        ("{code}", "K7M2Q2"),
        ("{id}", "999"),
        ("{width}", "400"),
        ("{ext}", "jpg"),
        ("{batch}", "999"),
        ("{name}", "sheets.pdf"),
        ("{link}", "9"),
        ("{number}", "1"),
        ("{case}", "22222222"),
        ("{position}", "0"),
    ];
    let filled = parts.iter().fold(path.to_owned(), |path, (part, value)| path.replace(part, value));
    assert!(!filled.contains('{'), "{path} has a part that nobody fills in");
    filled
}

fn word_of(method: Method) -> &'static str {
    match method {
        Method::Get => "GET",
        Method::Post => "POST",
    }
}

#[test]
fn the_table_of_who_may_use_what_is_this_file() {
    let mut rows: Vec<(String, Method, String)> = Vec::new();
    for row in table() {
        let who = match row.open_to {
            OpenTo::Everybody => "everybody".to_owned(),
            OpenTo::WhoMay(act) => Role::ALL.iter().filter(|role| role.may(act)).map(|role| role.as_str()).collect::<Vec<_>>().join(" "),
        };
        rows.push((plain(row.path), row.method, who));
    }
    rows.sort_by(|one, other| (&one.0, word_of(one.1)).cmp(&(&other.0, word_of(other.1))));
    let twice = rows.windows(2).find(|two| two[0].0 == two[1].0 && two[0].1 == two[1].1);
    assert!(twice.is_none(), "two rows for one address: {twice:?}");
    let mut written = String::new();
    for (path, method, who) in rows {
        writeln!(written, "{:<4} {path:<60} {who}", word_of(method)).unwrap();
    }
    check("office_routes.txt", &written);
}

/// The rows of the file: method, path and the roles, none where everybody may.
fn rows_of_the_file() -> Vec<(bool, String, Option<Vec<Role>>)> {
    let file = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expected/office_routes.txt")).unwrap();
    let row = |line: &str| {
        let mut words = line.split_whitespace();
        let (method, path) = (words.next().unwrap(), words.next().unwrap().to_owned());
        let who: Vec<&str> = words.collect();
        (method == "POST", path, (who != ["everybody"]).then(|| who.iter().map(|role| Role::parse(role).unwrap()).collect()))
    };
    file.lines().map(row).collect()
}

#[test]
fn every_role_gets_through_where_the_file_says_so_and_nowhere_else() {
    let product = Product::start();
    for (is_post, path, who) in rows_of_the_file() {
        let Some(who) = who else { continue };
        let address = filled(&path);
        for role in Role::ALL.iter().copied() {
            // A new session each time: some of these addresses end the one that asks.
            let staff = product.office(role);
            let csrf = staff.csrf();
            let answer = if is_post { staff.post_with(&address, &[("csrf", &csrf)], &[]) } else { staff.get(&address) };
            let is_through = !matches!(answer.status, 401 | 403) && !answer.header("location").starts_with("/office/login?");
            assert_eq!(is_through, who.contains(&role), "{role} {path}: {}", answer.status);
            assert!(answer.status < 500, "{role} {path}: {}", answer.status);
        }
    }
}

#[test]
fn nobody_gets_through_signed_out_or_with_a_form_of_another_site() {
    let product = Product::start();
    for (is_post, path, who) in rows_of_the_file() {
        let address = filled(&path);
        let visitor = product.visitor_of_office(0);
        if let Some(who) = &who {
            let answer = if is_post { visitor.post_with(&address, &[], &[]) } else { visitor.get(&address) };
            let is_sent_away = matches!(answer.status, 401 | 403) || answer.header("location").starts_with("/office/login");
            assert!(is_sent_away, "signed out at {path}: {}", answer.status);
            if is_post {
                let staff = product.office(who[0]);
                let csrf = staff.csrf();
                for (fields, headers) in [
                    (vec![], vec![]),
                    (vec![("csrf", "0")], vec![]),
                    (vec![("csrf", csrf.as_str())], vec![("origin", "https://elsewhere.example")]),
                    (vec![("csrf", csrf.as_str())], vec![("sec-fetch-site", "cross-site")]),
                ] {
                    let answer = staff.post_with(&address, &fields, &headers);
                    assert_eq!(answer.status, 403, "{path} {fields:?} {headers:?}");
                }
            }
        } else if is_post {
            let answer = visitor.post_with(&address, &[], &[("sec-fetch-site", "cross-site")]);
            assert_eq!(answer.status, 403, "{path} from another site");
        }
    }
}

#[test]
fn reading_every_page_of_the_office_changes_nothing() {
    let product = Product::start();
    let staff = product.office(Role::Operator);
    staff.get("/office/");
    let digest = || {
        let database = rusqlite::Connection::open(product.operator.path("tenpho.db")).unwrap();
        let tables = ["version", "story", "draft", "history", "editor", "photo", "place", "street", "sign", "comment", "publication"];
        let count = |table: &str| database.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get::<_, i64>(0)).unwrap();
        let head: String = database.query_row("SELECT hash FROM history_head", [], |row| row.get(0)).unwrap();
        (tables.map(count), head)
    };
    let before = digest();
    let key = regex::Regex::new(r">\s*([a-z]+(?:-[a-z]+)+)\s*<").unwrap();
    assert!(staff.get("/office/entries?kind=namesake").body.contains(">đối tượng được đặt tên</td>"));
    for (_, path, _) in rows_of_the_file().into_iter().filter(|(is_post, _, _)| !is_post) {
        let page = staff.get(&filled(&path));
        let bare: Vec<&str> = key.captures_iter(&page.body).map(|found| found.get(1).unwrap().as_str()).collect();
        assert_eq!(bare, Vec::<&str>::new(), "{path} shows the key of a sentence instead of the sentence");
    }
    assert_eq!(digest(), before);
}
