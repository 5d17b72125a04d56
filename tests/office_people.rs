//! How somebody comes to work in the office: invited, with a password and a second factor, and how they are kept.

use crate::kit::{Operator, Product};
use crate::office_kit::{Staff, TOTP_SECRET, code_of_phone, hash_of};
use tenpho::register::{Login, Password, PasswordError, Role};
use tenpho::store::Stamp;

pub const PASSWORD: &str = "bến cảng lúc bốn giờ sáng";

/// A moment so many seconds ago, as the store keeps it.
pub fn ago(seconds: i64) -> String {
    let moment = jiff::Timestamp::now() - jiff::SignedDuration::from_secs(seconds);
    moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Somebody at a browser that nobody has signed in with, and an account of this role with [`PASSWORD`].
pub fn somebody<'a>(product: &'a Product, login: &str, role: Role) -> Staff<'a> {
    let id = product.account(login, role, &hash_of(PASSWORD), &ago(0));
    product.visitor_of_office(id)
}

fn link_in(text: &str) -> String {
    let rest = text.split_once("/office/setup/").unwrap_or_else(|| panic!("{text}")).1;
    format!("/office/setup/{}", rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>())
}

fn secret_in(page: &str) -> String {
    let rest = page.split_once("class=\"secret\">").unwrap_or_else(|| panic!("{page}")).1;
    rest.split('<').next().unwrap().replace(' ', "")
}

fn codes_in(page: &str) -> Vec<String> {
    let list = page.split_once("class=\"codes\"").unwrap_or_else(|| panic!("{page}")).1;
    list.split("<code>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
}

/// An address of the table, with something in each of its parts.
pub fn filled(path: &str) -> String {
    let part = |found: &regex::Captures<'_>| match &found[1] {
        "kind" => "street",
        "slug" => "cau-dat",
        "lang" => "en",
        "login" => "operator",
        "ext" => "jpg",
        _ => "1",
    };
    regex::Regex::new(r"\{(\w+)[^}]*\}").unwrap().replace_all(path, part).into_owned()
}

pub fn count(product: &Product, table: &str) -> i64 {
    let database = rusqlite::Connection::open(product.operator.path("tenpho.db")).unwrap();
    database.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
}

pub fn is_in(staff: &Staff<'_>) -> bool {
    staff.get("/office/").status == 200
}

#[test]
fn a_password_is_long_and_hard_to_guess_and_nothing_else_is_asked_of_it() {
    let parse = |text: &str, has_factor| Password::parse(text, has_factor, &["lan.anh", "Phạm Thị Lan Anh"]).map(|_| ());
    let long = "mưa ".repeat(16) + "mưa";
    assert_eq!(parse(&format!("một con đường nhỏ {long}"), false), Ok(()), "64 characters and more, with marks and spaces");
    assert_eq!(parse(&("Đường ra biển ".to_owned() + &"xa".repeat(120)), false), Ok(()), "up to 256");
    assert_eq!(parse(&"Đường ra biển rất xa ".repeat(13), false), Err(PasswordError::TooLong));
    assert_eq!(parse("tre xanh bóng", false), Err(PasswordError::TooShortAlone));
    assert_eq!(parse("tre xanh bóng", true), Ok(()));
    assert_eq!(parse("tre xan", true), Err(PasswordError::TooShort));
    for common in ["password", "Mật Khẩu 123", "anhyeuem", "ANHYEUEM123", "12345678", "qwertyuiop", "iloveyou", "khongbiet", "minh1990"]
    {
        assert!(parse(common, true).is_err(), "{common}");
    }
    for name in ["lan.anh2026", "LAN.ANH!!!", "Phạm Thị Lan Anh", "haiphong225", "Hải Phòng 2026!", "tenpho2030!!!"] {
        assert!(matches!(parse(name, true), Err(PasswordError::OwnName | PasswordError::Common)), "{name}");
    }
    for simple in ["zzzzzzzzzzzzzzzz", "abababababababab", "lkjhgfdsapoiuytrewq", "456789012345678"] {
        assert!(matches!(parse(simple, false), Err(PasswordError::Simple | PasswordError::Common)), "{simple}");
    }
    let (composed, apart) =
        ("m\u{1b0}a r\u{e0}o b\u{ea}n s\u{f4}ng v\u{1eaf}ng", "m\u{75}\u{31b}a ra\u{300}o be\u{302}n so\u{302}ng va\u{306}\u{301}ng");
    let kept = |text| Password::parse(text, false, &[]).unwrap().as_str().to_owned();
    assert_eq!(kept(composed), composed, "kept unchanged");
    assert_eq!(kept(apart), composed, "the same from every keyboard");
    let list = include_str!("../assets/passwords/common.txt");
    let entries: Vec<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(entries.len() >= 3_000 && entries.iter().all(|entry| entry.chars().count() >= 8));
}

#[test]
fn nobody_is_in_before_the_first_operator_and_the_link_on_the_terminal_works_once() {
    let product = Product::start_with(Operator::new(), &[]);
    let link = link_in(&product.said(|said| said.contains("/office/setup/")));
    let me = product.visitor_of_office(0);
    for login in ["admin", "root", "tenpho", "operator"] {
        assert_eq!(me.sign_in(login, login).status, 422);
    }
    assert_eq!(me.get("/office/setup/0000").status, 422);
    assert_eq!(me.get(&link).status, 200);
    let who = [("login", "huong"), ("name", "Vũ Thu Hương")];
    let try_password = |one: &str, two: &str| {
        me.get(&link);
        me.post(&link, &[&who[..], &[("new-password", one), ("new-password-again", two)]].concat())
    };
    for (one, two) in [("short", "short"), ("password123", "password123"), ("huong1990", "huong1990"), (PASSWORD, "another one")] {
        let page = try_password(one, two);
        assert!(
            page.status == 422 && page.body.contains("value=\"Vũ Thu Hương\"") && page.body.contains("role=\"alert\""),
            "{one}: {}",
            page.body
        );
        assert!(!page.body.contains(&format!("value=\"{one}\"")));
    }
    let page = try_password("tám ký tự", "tám ký tự");
    let secret = secret_in(&page.body);
    assert_eq!(me.post(&link, &[("code", "000000")]).status, 422);
    assert_eq!(secret_in(&me.get(&link).body), secret, "the step is still there");
    let done = me.post(&link, &[("code", &code_of_phone(&secret, 0))]);
    assert_eq!((done.status, codes_in(&done.body).len()), (200, 10));
    assert!(is_in(&me));
    assert_eq!(me.get(&link).status, 422, "a link works once");
    assert!(product.operator.done(&["editor", "list"]).starts_with("huong\tVũ Thu Hương\toperator\tactive"));
    assert!(!product.operator.done(&["doctor"]).contains("set-up link"));
}

#[test]
fn a_new_link_for_the_first_operator_replaces_the_one_before_it() {
    let operator = Operator::new();
    let first = Product::start_with(operator, &[]);
    let old = link_in(&first.said(|said| said.contains("/office/setup/")));
    first.store().invite_first("another", &ago(0)).unwrap();
    let visitor = first.visitor_of_office(0);
    assert_eq!((visitor.get(&old).status, visitor.get("/office/setup/another").status), (422, 200));
    first.office(Role::Editor);
    assert_eq!(visitor.get("/office/setup/another").status, 422, "somebody can sign in by now");
}

#[test]
fn somebody_invited_sets_a_password_and_comes_in() {
    let product = Product::start();
    let operator = product.office(Role::Operator);
    operator.get("/office/people");
    let add = |fields: &[(&str, &str)]| operator.post("/office/people", fields);
    let wrong = add(&[("name", "Đỗ Minh"), ("login", "1"), ("role", "editor")]);
    assert!(wrong.status == 422 && wrong.body.contains("Đỗ Minh") && wrong.body.contains("role=\"alert\""), "{}", wrong.body);
    assert_eq!(add(&[("name", "Đỗ Minh"), ("login", "minh"), ("role", "translator")]).status, 422, "no language");
    assert_eq!(add(&[("name", "Đỗ Minh"), ("login", "operator"), ("role", "editor")]).status, 422, "taken");
    let added = add(&[("name", "Đỗ Minh"), ("login", "minh"), ("role", "translator"), ("langs", "en")]);
    assert!(added.body.contains("https://qr.haiphong.gov.vn/office/setup/"));
    let (link, minh) = (link_in(&added.body), product.visitor_of_office(0));
    assert!(minh.get(&link).body.contains("value=\"minh\""));
    let in_now = minh.post(&link, &[("new-password", PASSWORD), ("new-password-again", PASSWORD)]);
    assert_eq!(in_now.status, 303, "a long password stands alone: {}", in_now.body);
    assert!(is_in(&minh));
    assert!(operator.get("/office/people").body.contains("Đỗ Minh"));
    let short = product.visitor_of_office(0);
    let added = add(&[("name", "Short"), ("login", "short"), ("role", "editor")]);
    let link = link_in(&added.body);
    short.get(&link);
    let factor = short.post(&link, &[("new-password", "gió mùa đông"), ("new-password-again", "gió mùa đông")]);
    secret_in(&factor.body);
    assert!(!is_in(&short), "a short one needs a second factor");
    assert_eq!(count(&product, "history WHERE act = 'add-editor' AND who = 'operator'"), 2);
    assert_eq!(count(&product, "history WHERE payload LIKE '%argon2%' OR payload LIKE '%secret%'"), 0);
}

#[test]
fn a_link_is_good_for_three_days() {
    let product = Product::start();
    let operator = product.office(Role::Operator);
    let mut store = product.store();
    let login = Login::parse("editor").unwrap();
    product.office(Role::Editor);
    store.reset_editor(Stamp { who: "kit", at: &ago(72 * 3600 - 60) }, &login, "fresh").unwrap();
    assert!(store.find_invitation("fresh", &ago(0)).unwrap().is_some());
    store.reset_editor(Stamp { who: "kit", at: &ago(72 * 3600 + 1) }, &login, "stale").unwrap();
    assert!(store.find_invitation("fresh", &ago(0)).unwrap().is_none(), "the one before is good no more");
    assert!(store.find_invitation("stale", &ago(0)).unwrap().is_none());
    assert_eq!(operator.get("/office/setup/stale").status, 422);
}

#[test]
fn a_code_of_the_second_factor_is_good_once_and_near_its_time_only() {
    let product = Product::start();
    let thu = somebody(&product, "thu", Role::Reviewer);
    let owe = |password| {
        let page = thu.sign_in("thu", password);
        assert!(page.status == 200 && page.body.contains("one-time-code"), "{}", page.body);
        assert!(!is_in(&thu), "a password alone is not enough");
        thu.get("/office/login/code");
    };
    let enter = |code: &str| thu.post("/office/login/code", &[("code", code)]);
    owe(PASSWORD);
    assert_eq!(enter(&code_of_phone(TOTP_SECRET, -3)).status, 422, "too old");
    let early = code_of_phone(TOTP_SECRET, -1);
    let halfway = thu.cookie("__Host-tenpho-entrance");
    assert_eq!(enter(&early).status, 303, "a phone may be a step behind");
    assert_ne!(thu.cookie("__Host-tenpho"), halfway);
    let leave = || {
        assert!(is_in(&thu));
        assert_eq!(thu.post("/office/logout", &[]).status, 303);
    };
    leave();
    owe(PASSWORD);
    assert_eq!(enter(&early).status, 422, "a code is good once");
    assert_eq!(enter(&code_of_phone(TOTP_SECRET, 1)).status, 303, "or a step ahead");
    leave();
    owe(PASSWORD);
    assert_eq!(enter(&code_of_phone(TOTP_SECRET, 0)).status, 422, "and none before one that was taken");
    assert_eq!(enter("aaaa-bbbb cccc-dddd").status, 303, "a recovery code stands in");
    leave();
    owe(PASSWORD);
    assert_eq!(enter("AAAABBBBCCCCDDDD").status, 422, "once");
    let answers: Vec<u16> = (0..4).map(|_| enter("000000").status).collect();
    assert_eq!(answers, [422, 422, 422, 429], "five wrong ones wait");
    let more = enter(&code_of_phone(TOTP_SECRET, 2));
    assert!(more.status == 429 && !more.header("retry-after").is_empty());
    assert_eq!(count(&product, "recovery_code WHERE length(digest) <> 64"), 0);
}

#[test]
fn a_password_changes_with_the_old_one_only_and_ends_every_other_session() {
    let product = Product::start();
    let lan = somebody(&product, "lan", Role::Editor);
    let elsewhere = product.visitor_of_office(lan.id);
    assert_eq!((lan.sign_in("lan", PASSWORD).status, elsewhere.sign_in("lan", PASSWORD).status), (303, 303));
    let change = |old: &str, new: &str| {
        lan.get("/office/me");
        lan.post("/office/me/password", &[("password", old), ("new-password", new), ("new-password-again", new)])
    };
    let new = "  một câu khác, dài hơn  ";
    assert_eq!(change("không phải", new).status, 422);
    assert_eq!(change(PASSWORD, "tre xanh bóng").status, 422, "too short without a second factor");
    assert_eq!(change(PASSWORD, "matkhau123456789").status, 422);
    assert!(is_in(&elsewhere));
    let done = change(PASSWORD, new);
    assert_eq!(done.header("location"), "/office/me?done=password", "{}", done.body);
    assert!(is_in(&lan) && !is_in(&elsewhere));
    assert_eq!(elsewhere.sign_in("lan", PASSWORD).status, 422);
    assert_eq!(elsewhere.sign_in("lan", new.trim()).status, 422, "not a blank of it is lost");
    assert_eq!(elsewhere.sign_in("lan", new).status, 303);
    lan.get("/office/me");
    lan.post("/office/me/sessions", &[("session", "others")]);
    assert!(is_in(&lan) && !is_in(&elsewhere));
}

#[test]
fn a_second_factor_is_set_up_and_replaced_with_the_password() {
    let product = Product::start();
    let lan = somebody(&product, "lan", Role::Editor);
    lan.sign_in("lan", PASSWORD);
    assert_eq!(lan.get("/office/me/factor").status, 200);
    assert_eq!(lan.post("/office/me/factor", &[("password", "không phải")]).status, 422);
    let page = lan.post("/office/me/factor", &[("password", PASSWORD)]);
    let secret = secret_in(&page.body);
    assert_eq!(lan.post("/office/me/factor/confirm", &[("code", "000000")]).status, 422);
    let codes = codes_in(&lan.post("/office/me/factor/confirm", &[("code", &code_of_phone(&secret, 0))]).body);
    let renewed = codes_in(&lan.post("/office/me/codes", &[("password", PASSWORD)]).body);
    assert!(codes.len() == 10 && renewed.len() == 10 && codes[0] != renewed[0]);
    lan.post("/office/logout", &[]);
    lan.sign_in("lan", PASSWORD);
    assert_eq!(lan.post("/office/login/code", &[("code", &codes[0])]).status, 422, "the old ones are good no more");
    assert_eq!(lan.post("/office/login/code", &[("code", &renewed[0])]).status, 303);
}

#[test]
fn the_office_never_loses_its_last_operator() {
    let product = Product::start();
    let operator = product.office(Role::Operator);
    operator.get("/office/people/operator");
    assert_eq!(operator.post("/office/people/operator/disable", &[]).status, 422);
    assert_eq!(operator.post("/office/people/operator/change", &[("role", "editor")]).status, 422);
    let ended = product.operator.run(&["editor", "disable", "operator"]);
    assert!(ended.code == 1 && ended.err.contains("last operator"), "{}", ended.err);
    product.office_as("second", Role::Operator);
    operator.get("/office/people/operator");
    assert_eq!(operator.post("/office/people/operator/disable", &[]).status, 303);
    assert_eq!(product.operator.run(&["editor", "disable", "second"]).code, 1);
}

#[test]
fn an_operator_keeps_the_people_at_a_terminal() {
    let operator = Operator::new();
    assert!(operator.done(&["editor", "list"]).contains("nobody in the office"));
    let add = ["editor", "add", "mai", "--name", "Ngô Mai", "--role", "translator"];
    assert_eq!(operator.run(&add).code, 1, "no language");
    assert!(operator.done(&[&add[..], &["--lang", "en"]].concat()).contains("One-time link, good for 72 hours: /office/setup/"));
    assert_eq!(operator.run(&[&add[..], &["--lang", "en"]].concat()).code, 1, "taken");
    for wrong in [["1x", "editor"], ["ok", "king"]] {
        assert_eq!(operator.run(&["editor", "add", wrong[0], "--name", "X", "--role", wrong[1]]).code, 1);
    }
    assert_eq!(operator.run(&["editor", "disable", "nobody"]).code, 1);
    operator.done(&["editor", "disable", "mai"]);
    assert!(operator.done(&["editor", "list"]).contains("mai\tNgô Mai\ttranslator en\tdisabled"));
    assert_eq!(operator.run(&["editor", "reset-password", "mai"]).code, 1, "disabled");
    operator.done(&["editor", "enable", "mai"]);
    let told = operator.done(&["editor", "reset-password", "mai", "--base-url", "https://a.vn", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert!(told["link"].as_str().unwrap().starts_with("https://a.vn/office/setup/"));
    let listed: serde_json::Value = serde_json::from_str(&operator.done(&["editor", "list", "--json"])).unwrap();
    assert_eq!(listed["editors"][0]["state"], "invited");
    assert!(operator.done(&["doctor"]).contains("Nobody can sign in"));
}

#[test]
fn the_language_of_the_office_is_chosen_from_any_page_and_leads_back_there() {
    let product = Product::start();
    let lan = product.office(Role::Editor);
    let choose = |page: &str| lan.post_with("/office/language", &[("lang", "en")], &[("referer", page)]);
    let here = |path: &str| format!("{}{path}", product.address);
    assert_eq!(choose(&here("/office/me?done=name")).header("location"), "/office/me?done=name");
    assert!(choose(&here("/office/me")).header("set-cookie").starts_with("lang=en"));
    assert_eq!(choose(&here("/office/me/password")).header("location"), "/office/", "where there is a page to read");
    assert_eq!(choose("https://evil.example/office/me").header("location"), "/office/");
    assert!(lan.get("/office/me").body.contains("Your account"));
}
