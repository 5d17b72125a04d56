//! The sessions of the office: how they begin and end, and that nothing typed is lost with one.

use crate::kit::{Answer, Operator, Product};
use crate::office_kit::{Staff, TOTP_SECRET, code_of_phone};
use crate::office_people::{PASSWORD, ago, count, filled, is_in, somebody};
use tenpho::office::{Method, table};
use tenpho::register::Role;

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
