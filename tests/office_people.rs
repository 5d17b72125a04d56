//! What the people of the office can see and do at the entrance, and what nobody else can.

use crate::kit::{Answer, Operator, Product, Staff, TOTP_SECRET, code_of_phone, hash_of};
use std::net::IpAddr;
use std::time::{Duration, Instant};
use tenpho::office::misses::Misses;
use tenpho::office::{Method, table};
use tenpho::register::{Login, Password, PasswordError, Role};
use tenpho::store::Stamp;

const PASSWORD: &str = "bến cảng lúc bốn giờ sáng";

/// A moment so many seconds ago, as the store keeps it.
fn ago(seconds: i64) -> String {
    let moment = jiff::Timestamp::now() - jiff::SignedDuration::from_secs(seconds);
    moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Somebody at a browser that nobody has signed in with, and an account of this role with [`PASSWORD`].
fn somebody<'a>(product: &'a Product, login: &str, role: Role) -> Staff<'a> {
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
fn filled(path: &str) -> String {
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

fn count(product: &Product, table: &str) -> i64 {
    let database = rusqlite::Connection::open(product.operator.path("tenpho.db")).unwrap();
    database.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
}

fn is_in(staff: &Staff<'_>) -> bool {
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
fn the_session_is_a_cookie_that_nothing_else_reads_and_the_database_cannot_replay() {
    let product = Product::start();
    let lan = somebody(&product, "lan", Role::Editor);
    let entrance = lan.get("/office/login");
    assert!(entrance.header("set-cookie").starts_with("__Host-tenpho-entrance="));
    lan.set_cookie("__Host-tenpho", &"a".repeat(64));
    let before = lan.cookie("__Host-tenpho");
    let done = lan.post("/office/login", &[("login", "Lan"), ("password", PASSWORD)]);
    assert_eq!((done.status, done.header("location")), (303, "/office/"));
    let set = done.header("set-cookie");
    for part in ["__Host-tenpho=", "HttpOnly", "SameSite=Lax", "Path=/", "Secure"] {
        assert!(set.contains(part), "{part}: {set}");
    }
    assert!(!set.contains("Domain"));
    let token = lan.cookie("__Host-tenpho");
    assert!(token.len() >= 32 && token != before, "a new one of at least 128 bits");
    assert!(is_in(&lan));
    let other = product.visitor_of_office(lan.id);
    other.set_cookie("__Host-tenpho", &before);
    assert!(!is_in(&other), "a token that somebody else chose is nothing");
    let bytes = |name: &str| std::fs::read(product.operator.path(name)).unwrap_or_default();
    let dump = [bytes("tenpho.db"), bytes("tenpho.db-wal")].concat();
    assert!(!dump.windows(64).any(|piece| piece == token.as_bytes()));
    let database = rusqlite::Connection::open(product.operator.path("tenpho.db")).unwrap();
    let digest: String = database.query_row("SELECT digest FROM session WHERE editor_id = ?1", [lan.id], |row| row.get(0)).unwrap();
    other.set_cookie("__Host-tenpho", &digest);
    assert!(!is_in(&other), "what is kept does not open the door");
    let hash: String = database.query_row("SELECT password FROM editor WHERE id = ?1", [lan.id], |row| row.get(0)).unwrap();
    assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    assert_eq!(product.get("/vi/").header("set-cookie"), "", "a visitor gets no cookie");
    let plain = Product::start_with(Operator::new(), &[]);
    let lan = somebody(&plain, "lan", Role::Editor);
    let set = lan.sign_in("lan", PASSWORD).header("set-cookie").to_owned();
    assert!(set.starts_with("tenpho-office=") && !set.contains("Secure"), "{set}");
}

#[test]
fn a_sign_in_tells_nothing_of_who_works_here() {
    let product = Product::start_with(Operator::new(), &["--base-url", crate::kit::BASE_URL, "--trusted-proxy", "127.0.0.0/8"]);
    let hash = hash_of(PASSWORD);
    for number in 0..8 {
        product.account(&format!("lan{number}"), Role::Editor, &hash, &ago(0));
        product.account(&format!("gone{number}"), Role::Editor, &hash, &ago(0));
        let gone = Login::parse(&format!("gone{number}")).unwrap();
        product.store().disable_editor(Stamp { who: "kit", at: &ago(0) }, &gone).unwrap();
    }
    let at_browser = product.visitor_of_office(0);
    at_browser.get("/office/login");
    let (csrf, mut next) = (at_browser.csrf(), 0);
    let mut miss = |login: &str, password: &str| {
        next += 1;
        let (fields, from) = ([("login", login), ("password", password), ("csrf", &csrf)], format!("198.51.100.{next}"));
        let start = Instant::now();
        let page = at_browser.post_with("/office/login", &fields, &[("x-forwarded-for", &from)]);
        (start.elapsed(), page.status, page.body.replace(&format!("value=\"{login}\""), "WHO"))
    };
    // Side by side, and the best of many: the machine may have other work.
    let mut best = [Duration::MAX; 3];
    for round in 0..32 {
        let known = miss(&format!("lan{}", round % 8), "not it at all, sorry");
        let nobody = miss(&format!("nobody{round}"), "not it at all, sorry");
        let disabled = miss(&format!("gone{}", round % 8), PASSWORD);
        assert_eq!(known.1, 422);
        assert!((&known.1, &known.2) == (&nobody.1, &nobody.2) && (&known.1, &known.2) == (&disabled.1, &disabled.2));
        for (best, tried) in best.iter_mut().zip([known.0, nobody.0, disabled.0]) {
            *best = tried.min(*best);
        }
    }
    for other in [best[1], best[2]] {
        assert!((0.6..1.67).contains(&(other.as_secs_f64() / best[0].as_secs_f64())), "{best:?}");
    }
}

#[test]
fn the_sixth_miss_waits_whatever_address_is_claimed() {
    let product = Product::start();
    let lan = somebody(&product, "lan", Role::Editor);
    lan.get("/office/login");
    let attempt = |number: usize, password: &str| {
        let (csrf, from) = (lan.csrf(), format!("203.0.113.{number}"));
        lan.post_with("/office/login", &[("login", "lan"), ("password", password), ("csrf", &csrf)], &[("x-forwarded-for", &from)])
    };
    for number in 0..5 {
        assert_eq!(attempt(number, "không phải mật khẩu này").status, 422);
    }
    let sixth = attempt(6, PASSWORD);
    let wait: u64 = sixth.header("retry-after").parse().unwrap();
    assert!(sixth.status == 429 && (1..=31).contains(&wait) && sixth.body.contains("role=\"alert\""), "{wait}");
}

#[test]
fn waits_grow_are_forgotten_and_never_fill_the_memory() {
    let (misses, start) = (Misses::default(), Instant::now());
    let address = |number: u32| IpAddr::from((0xc633_6400 + number).to_be_bytes());
    let at = |seconds| start + Duration::from_secs(seconds);
    for number in 0..5 {
        assert_eq!(misses.wait("lan", address(number), start), None);
        misses.missed("lan", address(number), start);
    }
    assert_eq!(misses.wait(" LAN", address(9), start), Some(Duration::from_secs(30)), "from any address");
    assert_eq!(misses.wait("lan", address(9), at(30)), None);
    misses.missed("lan", address(10), at(30));
    assert_eq!(misses.wait("lan", address(9), at(30)), Some(Duration::from_secs(60)));
    for number in 0..20 {
        misses.missed("lan", address(100 + number), at(100));
    }
    assert_eq!(misses.wait("lan", address(9), at(100)), Some(Duration::from_secs(300)), "an account never waits longer than five minutes");
    misses.succeeded("Lan");
    assert_eq!(misses.wait("lan", address(9), at(100)), None);
    for number in 0..20 {
        misses.missed(&format!("login{number}"), address(50), at(100));
    }
    assert_eq!(misses.wait("else", address(50), at(100)), Some(Duration::from_secs(900)), "an address waits a quarter of an hour at most");
    misses.missed("else", address(50), at(2000));
    assert_eq!(misses.wait("else", address(50), at(2000)), None, "long past is forgotten");
    for number in 0..30_000 {
        misses.missed(&format!("many{number}"), address(1000 + number), at(2000));
    }
    let first: IpAddr = "2001:db8::1".parse().unwrap();
    let same: IpAddr = "2001:db8::ffff:2".parse().unwrap();
    (0..5).for_each(|number| misses.missed(&format!("six{number}"), first, at(2000)));
    assert!(misses.wait("else", same, at(2000)).is_some(), "a customer of IPv6 has many addresses");
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
fn a_form_that_is_not_of_ours_changes_nothing() {
    let product = Product::start();
    let operator = product.office(Role::Operator);
    let csrf = operator.csrf();
    let before = count(&product, "history");
    let posts: Vec<_> = table().into_iter().filter(|row| row.method == Method::Post).collect();
    assert!(posts.len() > 15);
    for row in posts {
        let path = filled(row.path);
        let forged =
            [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "null")];
        for header in forged {
            let answer = operator.post_with(&path, &[("csrf", &csrf)], &[header]);
            assert_eq!(answer.status, 403, "{path} {header:?}");
        }
        if path != "/office/language" {
            for fields in [&[][..], &[("csrf", "0000")]] {
                assert_eq!(operator.post_with(&path, fields, &[]).status, 403, "{path}");
            }
        }
    }
    assert_eq!(count(&product, "history"), before);
    assert!(is_in(&operator), "nor does anybody else's page sign them out");
    let script = operator.post_with("/office/me/name", &[("name", "Tên Mới")], &[("x-csrf", &csrf), ("origin", product.address.as_str())]);
    assert_eq!(script.status, 303, "a script of ours sends it in a header");
}

#[test]
fn nobody_is_sent_to_another_host_after_signing_in() {
    let product = Product::start();
    let lan = somebody(&product, "lan", Role::Editor);
    let go = |next: &str| {
        lan.get("/office/login");
        let done = lan.post("/office/login", &[("login", "lan"), ("password", PASSWORD), ("next", next)]);
        let to = done.header("location").to_owned();
        lan.get("/office/");
        assert_eq!(lan.post("/office/logout", &[]).status, 303);
        to
    };
    assert_eq!(go("/office/history?page=2"), "/office/history?page=2");
    let evil = [
        "//evil.example",
        "/\\evil.example",
        "https:evil.example",
        "https://evil.example",
        "/%09/evil.example",
        "/office/%09/evil",
        "\t//evil",
    ];
    for next in evil.into_iter().chain([
        "/office/..//evil.example",
        "/office//evil",
        "javascript:alert(1)",
        "/vi/",
        "/office/\r\nx: y",
        "/office/%2e%2e//evil",
    ]) {
        assert_eq!(go(next), "/office/", "{next}");
    }
}

/// Signs in on the page that was answered, as a browser does: every field that it carries goes along.
fn sign_in_on(staff: &Staff<'_>, page: &Answer, fields: &[(&str, &str)]) -> Answer {
    let carried = fields_in(&page.body);
    let all: Vec<(&str, &str)> =
        carried.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(fields.iter().copied()).collect();
    let action = page.body.split_once("method=\"post\" action=\"").unwrap().1.split('"').next().unwrap();
    staff.post_with(action, &all, &[])
}

/// The hidden fields of the first form of a page.
fn fields_in(page: &str) -> Vec<(String, String)> {
    let unescape = |text: &str| text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let form = page.split_once("<main").unwrap().1.split_once("<form").unwrap().1.split("</form>").next().unwrap();
    let hidden = form.split("type=\"hidden\" name=\"").skip(1);
    hidden
        .map(|rest| (rest.split('"').next().unwrap(), rest.split_once("value=\"").unwrap().1.split('"').next().unwrap()))
        .map(|(name, value)| (unescape(name), unescape(value)))
        .collect()
}

#[test]
fn what_was_typed_survives_the_end_of_a_session() {
    let product = Product::start();
    for (login, role) in [("lan", Role::Editor), ("thu", Role::Reviewer)] {
        let who = somebody(&product, login, role);
        who.get("/office/login");
        let name = "Trần \"Thị\" <b>Lan</b> & ký\r\ntự";
        let late =
            who.post_with("/office/me/name", &[("name", name), ("csrf", "of a session that is over"), ("more", "1"), ("more", "2")], &[]);
        assert!(late.status == 401 && late.body.contains("kept-fields"), "{}", late.body);
        let wrong = sign_in_on(&who, &late, &[("login", login), ("password", "sai mật khẩu rồi đó")]);
        assert!(wrong.status == 422 && wrong.body.contains("kept-fields"), "a slip of the finger loses nothing");
        let mut page = sign_in_on(&who, &wrong, &[("login", login), ("password", PASSWORD)]);
        if role == Role::Reviewer {
            page = sign_in_on(&who, &page, &[("code", &code_of_phone(TOTP_SECRET, 0))]);
        }
        assert!(page.body.contains("Chữ của bạn vẫn còn"), "{}", page.body);
        let fields = fields_in(&page.body);
        let value = |name: &str| fields.iter().filter(|(field, _)| field == name).map(|(_, value)| value.as_str()).collect::<Vec<_>>();
        assert_eq!((value("name"), value("more")), (vec!["Trần \"Thị\" <b>Lan</b> & ký\r\ntự"], vec!["1", "2"]));
        let sent = sign_in_on(&who, &page, &[]);
        assert_eq!((sent.status, sent.header("location")), (303, "/office/me?done=name"));
        assert!(who.get("/office/me").body.contains("&lt;b&gt;Lan&lt;/b&gt;"));
    }
    let nobody = product.visitor_of_office(0);
    let script = nobody.post_with("/office/me/name", &[("name", "x")], &[("accept", "application/json")]);
    assert!(script.status == 401 && script.body.contains("\"signed-out\""));
    let large = "x".repeat(1 << 20);
    assert!(!nobody.post_with("/office/me/name", &[("name", &large[100..])], &[]).body.is_empty());
}

#[test]
fn a_form_of_before_the_last_sign_in_is_offered_again() {
    let product = Product::start();
    let lan = product.office_as("lan", Role::Editor);
    let fields = [("name", "Lan Mới"), ("csrf", "of the session before")];
    let from_here = lan.post_with("/office/me/name", &fields, &[("sec-fetch-site", "same-origin")]);
    assert!(from_here.status == 403 && from_here.body.contains("Chữ của bạn vẫn còn"));
    assert_eq!(sign_in_on(&lan, &from_here, &[]).status, 303);
    let unknown = lan.post_with("/office/me/name", &fields, &[]);
    assert!(unknown.status == 403 && !unknown.body.contains("Chữ của bạn"), "nothing is offered where it may come from anywhere");
}

#[test]
fn a_session_ends_after_half_an_hour_of_silence_and_after_half_a_day() {
    let product = Product::start();
    let lan = somebody(&product, "lan", Role::Editor);
    let mut store = product.store();
    let alive = |store: &mut tenpho::store::Store, token: &str, at: &str| store.find_session(token, at).unwrap().is_some();
    store.begin_session(lan.id, "idle", "", &ago(31 * 60)).unwrap();
    assert!(!alive(&mut store, "idle", &ago(0)));
    store.begin_session(lan.id, "fresh", "", &ago(29 * 60)).unwrap();
    assert!(alive(&mut store, "fresh", &ago(0)));
    store.begin_session(lan.id, "long", "", &ago(12 * 3600)).unwrap();
    for minutes in (20..12 * 60).step_by(20) {
        assert!(alive(&mut store, "long", &ago(12 * 3600 - minutes * 60)), "{minutes}");
    }
    assert!(!alive(&mut store, "long", &ago(0)), "however busy it was");
    lan.set_cookie("__Host-tenpho", "long");
    assert!(!is_in(&lan));
    lan.set_cookie("__Host-tenpho", "fresh");
    assert!(is_in(&lan));
    store.begin_session(lan.id, "sweeps", "", &ago(0)).unwrap();
    assert_eq!(count(&product, "session"), 2, "what is over is swept away");
}

#[test]
fn a_session_ends_with_its_reason() {
    let product = Product::start();
    let operator = product.office(Role::Operator);
    let (one, other) = (product.office_as("lan", Role::Editor), product.office_as("lan", Role::Editor));
    operator.get("/office/people/lan");
    assert_eq!(operator.post("/office/people/lan/change", &[("role", "reviewer")]).status, 303);
    assert!(!is_in(&one) && !is_in(&other), "another role");
    let lan = product.office_as("lan", Role::Editor);
    assert_eq!(lan.get("/office/entries").header("location"), "/office/me/factor", "a reviewer needs a second factor first");
    assert_eq!(operator.post("/office/people/lan/disable", &[]).status, 303);
    assert!(!is_in(&lan), "disabled");
    assert_eq!(operator.post("/office/people/lan/enable", &[]).status, 303);
    let lan = product.office_as("lan", Role::Editor);
    let reset = operator.post("/office/people/lan/reset", &[]);
    assert!(reset.status == 200 && reset.body.contains("/office/setup/"));
    assert_eq!(lan.get("/office/me").status, 303, "reset");
    assert!(operator.get("/office/people/lan").body.contains("dl"));
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
fn many_who_sign_in_at_once_slow_no_visitor() {
    let product = Product::start();
    somebody(&product, "lan", Role::Editor);
    let pages = std::thread::scope(|scope| {
        let flood: Vec<_> = (0..50)
            .map(|number| {
                let product = &product;
                scope.spawn(move || {
                    let one = product.visitor_of_office(0);
                    one.sign_in(&format!("nobody{number}"), "not a password of anybody").status
                })
            })
            .collect();
        let mut times: Vec<Duration> = (0..60)
            .map(|_| {
                let start = Instant::now();
                assert_eq!(product.get("/vi/").status, 200);
                start.elapsed()
            })
            .collect();
        for one in flood {
            assert!(matches!(one.join().unwrap(), 422 | 429 | 503));
        }
        times.sort_unstable();
        times
    });
    assert!(pages[pages.len() * 95 / 100] < Duration::from_millis(500), "{pages:?}");
}

#[test]
fn the_log_tells_who_came_and_nothing_that_they_must_keep() {
    let product = Product::start_with(Operator::new(), &["--base-url", crate::kit::BASE_URL, "--trusted-proxy", "127.0.0.1"]);
    let lan = somebody(&product, "lan", Role::Editor);
    lan.get("/office/login");
    let csrf = lan.csrf();
    let from = [("x-forwarded-for", "10.0.0.1, 198.51.100.77")];
    lan.post_with("/office/login", &[("login", "x\r\nINFO forged \u{1b}[31m"), ("password", "wrong-Secret-9"), ("csrf", &csrf)], &from);
    lan.post_with("/office/login", &[("login", "lan"), ("password", PASSWORD), ("csrf", &csrf)], &from);
    assert_eq!(lan.get("/office/people").status, 403);
    let log = product.logged(|log| log.contains("refused"));
    let line = |what: &str| log.lines().find(|line| line.contains(what)).unwrap_or_else(|| panic!("{what}: {log}"));
    assert!(line("sign-in failed").contains("INFO forged"), "on one line");
    assert!(line("signed in").contains("lan") && line("signed in").contains("198.51.100.0") && line("signed in").starts_with("20"));
    assert!(line("refused").contains("/office/people"));
    for secret in ["wrong-Secret-9", PASSWORD, &lan.cookie("__Host-tenpho"), &csrf, "198.51.100.77", "\u{1b}[31m"] {
        assert!(!log.contains(secret), "{secret}");
    }
}

#[test]
fn a_session_of_ones_own_can_be_ended_from_another() {
    let product = Product::start();
    let (here, there, else_) =
        (product.office_as("lan", Role::Editor), product.office_as("lan", Role::Editor), product.office(Role::Editor));
    let page = here.get("/office/me").body;
    let session = page.split_once("name=\"session\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
    assert_eq!(else_.post("/office/me/sessions", &[("session", &session)]).status, 303);
    assert!(is_in(&there), "nobody ends a session of somebody else");
    here.post("/office/me/sessions", &[("session", &session)]);
    assert!(is_in(&here) && !is_in(&there) && is_in(&else_));
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
