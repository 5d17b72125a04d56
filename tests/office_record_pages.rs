//! The pages of a record: what an editor can see and do there, and what a visitor sees of it.

use crate::exchange_kit::codes;
use crate::kit::{Operator, Product};
use crate::office_kit::{Staff, bare_sign, hidden};
use crate::office_records::{AT, Desk, EDITOR, add_people, rename, street};
use std::time::{Duration, Instant};
use tenpho::register::{Explained, Lang, Line, Role};
use tenpho::store::Store;
use tenpho::web::words::Words;

/// A served installation, and a second hand on its database.
fn served() -> (Product, Store) {
    let product = Product::start_with(Operator::new(), &["--base-url", crate::kit::BASE_URL]);
    let database = product.operator.path("tenpho.db");
    add_people(&database);
    (product, Store::open(&database).unwrap())
}

#[test]
fn a_visitor_at_an_old_address_is_led_to_that_of_today_in_the_same_language() {
    let (product, mut store) = served();
    let mut now = street("dien-bien-phu");
    for name in ["Đường Thử Một", "Đường Thử Hai"] {
        now = rename(&mut store, &now, name).unwrap();
    }
    let moved = product.get_when("/en/street/dien-bien-phu", |answer| answer.header("location").ends_with("hai"));
    assert_eq!((moved.status, moved.header("location")), (301, "/en/street/duong-thu-hai"));
    assert_eq!(product.get("/vi/street/duong-thu-mot").header("location"), "/vi/street/duong-thu-hai");
    let page = product.get("/vi/street/duong-thu-hai");
    assert!(page.body.contains("rel=\"canonical\" href=\"https://qr.haiphong.gov.vn/vi/street/duong-thu-hai\""));
    assert!(page.body.contains("<small>đến ngày 10/12/2021</small><b>Điện Biên Phủ</b>"), "{}", page.body);
    let (code, _) = product.signs().into_iter().find(|(_, name)| name == "Đường Thử Hai").unwrap();
    assert!(product.get(&format!("/{code}")).body.contains("/vi/street/duong-thu-hai"));
    rename(&mut store, &now, "Điện Biên Phủ").unwrap();
    let back = product.get_when("/vi/street/dien-bien-phu", |answer| answer.status == 200);
    assert_eq!((back.status, product.get("/vi/street/duong-thu-hai").header("location")), (200, "/vi/street/dien-bien-phu"));
}

#[test]
fn a_retired_place_says_so_and_its_codes_still_answer() {
    let (product, mut store) = served();
    let place = street("dien-bien-phu");
    store.retire_place(EDITOR, AT, &place, "2025-07-01", &Line::default()).unwrap();
    let page = product.get_when("/vi/street/dien-bien-phu", |answer| answer.body.contains("không còn dùng"));
    assert!(page.status == 200 && page.body.contains("Tên này không còn dùng từ 1/7/2025."));
    let sign = store.signs_of(&place).unwrap().swap_remove(0);
    let scanned = product.get(&format!("/en/{}", sign.code));
    assert!(scanned.status == 200 && scanned.body.contains("not been in use since 1 July 2025"));
    store.revive_place(EDITOR, AT, &place, &Line::default()).unwrap();
    let page = product.get_when("/vi/street/dien-bien-phu", |answer| !answer.body.contains("không còn dùng"));
    assert!(!page.body.contains("không còn dùng"));
}

#[test]
fn a_new_sign_answers_within_a_second() {
    let (product, mut store) = served();
    let place = street("dien-bien-phu");
    let sign = bare_sign(&place);
    let code = store.add_sign(EDITOR, AT, &sign, &mut codes(77)).unwrap();
    let began = Instant::now();
    let page = product.get_when(&format!("/{code}"), |answer| answer.status == 200);
    assert_eq!(page.status, 200);
    println!("a new sign answered after {:?}", began.elapsed());
    assert!(began.elapsed() < Duration::from_millis(2_000));
}

#[test]
fn a_refusal_of_the_store_says_what_to_do() {
    let mut desk = Desk::new();
    for refused in [desk.rename(&street("cau-dat"), "Lê Lợi").unwrap_err(), desk.rename(&street("khong-co"), "A").unwrap_err()] {
        let sentence = refused.sentence();
        assert_ne!(Words::of(Lang::Vi).tell(&sentence), sentence.key);
    }
}

const RECORD: &str = "/office/street/dien-bien-phu/record";

#[test]
fn a_form_that_is_refused_comes_back_filled_in_and_nothing_is_stored() {
    let product = Product::start();
    let editor = product.office(Role::Editor);
    let before = product.operator.done(&["export", "streets"]);
    let based_on = hidden(&editor.get(RECORD).body, "based-on");
    let long = "x".repeat(10_001);
    let hostile = [
        ("note", long.as_str()),
        ("source", "trước\0sau"),
        ("districts", "trước\u{202e}sau"),
        ("length_m", "-1"),
        ("namesake", "Không Ai Cả"),
        ("name-0-name", "Tên Từng Có"),
        ("name-0-from", "1954-02-30"),
    ];
    let refused = editor.post(RECORD, &[&hostile[..], &[("based-on", &based_on), ("decision", "Giữ lại chữ này")]].concat());
    assert_eq!(refused.status, 422);
    for field in ["note", "source", "districts", "length_m", "namesake", "names"] {
        assert!(refused.body.contains(&format!("href=\"#field-{field}\"")), "{field} is not named");
        assert!(refused.body.contains(&format!("id=\"field-{field}")), "{field} is not there");
    }
    for typed in ["Giữ lại chữ này", "Không Ai Cả", "1954-02-30", "Tên Từng Có", long.as_str()] {
        assert!(refused.body.contains(typed), "{typed} is lost");
    }
    assert!(refused.body.contains("role=\"alert\"") && refused.body.contains("aria-invalid=\"true\""));
    for name in [long.as_str(), "a\0b", "a\u{202e}b", "", "北京"] {
        let refused =
            editor.post("/office/new", &[("kind-of-place", "street"), ("name", name), ("attestation", "confirmed"), ("note", "còn đây")]);
        assert!(refused.status == 422 && refused.body.contains("field-name-fault") && refused.body.contains("còn đây"), "{name:.20}");
    }
    let refused = editor.post("/office/new", &[("kind-of-place", "namesake"), ("name", "A"), ("kind", "person"), ("from", "19999")]);
    assert!(refused.status == 422 && refused.body.contains("field-from-fault") && refused.body.contains("19999"));
    let refused = editor.post("/office/street/dien-bien-phu/rename", &[("name", &long), ("since", "hôm qua")]);
    assert!(refused.status == 422 && refused.body.contains("hôm qua") && refused.body.contains(&long));
    let refused = editor.post("/office/street/dien-bien-phu/retire", &[("since", "2999-01-01"), ("reason", "vì sao")]);
    assert!(refused.status == 422 && refused.body.contains("vì sao"));
    let refused = editor.post("/office/street/dien-bien-phu/signs", &[("number", "1"), ("placement", "góc phố"), ("ward", "khong-co")]);
    assert!(refused.status == 422 && refused.body.contains("góc phố"));
    assert_eq!(product.operator.done(&["export", "streets"]), before);
}

#[test]
fn whoever_meets_another_in_a_field_sees_both_values_and_chooses() {
    let product = Product::start();
    let (lan, hung) = (product.office(Role::Editor), product.office(Role::Reviewer));
    let (first, second) = (hidden(&lan.get(RECORD).body, "based-on"), hidden(&hung.get(RECORD).body, "based-on"));
    assert_eq!(lan.post(RECORD, &[("based-on", &first), ("length_m", "501"), ("decision", "NQ một")]).status, 303);
    let typed = [("length_m", "602"), ("note", "ghi chú của Hùng")];
    let conflict = hung.post(RECORD, &[&typed[..], &[("based-on", &second)]].concat());
    assert_eq!(conflict.status, 409);
    assert!(
        conflict.body.contains("name=\"choice-length_m\"")
            && conflict.body.contains("<b>501</b>")
            && conflict.body.contains("value=\"602\"")
    );
    assert!(!conflict.body.contains("choice-decision") && conflict.body.contains("NQ một"));
    let again = hidden(&conflict.body, "based-on");
    let unchosen = hung.post(RECORD, &[&typed[..], &[("based-on", &again), ("conflict", "length_m")]].concat());
    assert!(unchosen.status == 409 && unchosen.body.contains("value=\"602\""));
    let chosen = [("based-on", again.as_str()), ("conflict", "length_m"), ("choice-length_m", "theirs")];
    assert_eq!(hung.post(RECORD, &[&typed[..], &chosen[..]].concat()).status, 303);
    let (record, _) = product.store().get_record(&street("dien-bien-phu")).unwrap();
    let texts = record.texts();
    assert_eq!([&texts["length_m"], &texts["note"], &texts["decision"]], ["501", "ghi chú của Hùng", "NQ một"]);
    let history = rusqlite::Connection::open(product.operator.path("tenpho.db")).unwrap();
    let told: String = history.query_row("SELECT payload FROM history ORDER BY id DESC LIMIT 1", [], |row| row.get(0)).unwrap();
    assert!(told.contains("gave_up") && told.contains("602"), "{told}");
}

#[test]
fn a_place_renamed_while_somebody_writes_takes_what_they_send_under_its_old_address() {
    let product = Product::start();
    let (lan, hung) = (product.office(Role::Editor), product.office(Role::Reviewer));
    let based_on = hidden(&lan.get(RECORD).body, "based-on");
    let renamed =
        hung.post("/office/street/dien-bien-phu/rename", &[("name", "Đường Thử"), ("since", "10/12/2021"), ("decision", "NQ 12")]);
    assert_eq!((renamed.status, renamed.header("location")), (303, "/office/street/duong-thu?done=renamed"));
    let sent = lan.post(RECORD, &[("based-on", &based_on), ("note", "viết dở")]);
    assert_eq!((sent.status, sent.header("location")), (303, "/office/street/duong-thu?done=saved"));
    assert_eq!(product.store().get_record(&street("duong-thu")).unwrap().0.texts()["note"], "viết dở");
    assert_eq!(lan.get("/office/street/dien-bien-phu/signs?x=1").header("location"), "/office/street/duong-thu/signs?x=1");
    assert!(lan.get("/office/street/duong-thu").body.contains("/vi/street/duong-thu"));
    assert_eq!(lan.get("/office/street/khong-co-dau").status, 404);
    let page = product.get_when("/vi/street/duong-thu", |answer| answer.status == 200);
    assert!(page.body.contains("<small>đến ngày 10/12/2021</small><b>Điện Biên Phủ</b>") && page.body.contains("NQ 12"), "{}", page.body);
}

#[test]
fn a_name_that_exists_is_asked_about_once_more() {
    let product = Product::start();
    let editor = product.office(Role::Editor);
    let fields = [("kind-of-place", "street"), ("name", "Điện Biên Phủ"), ("attestation", "confirmed")];
    let refused = editor.post("/office/new", &fields);
    assert!(refused.status == 422 && refused.body.contains("name=\"is-another\"") && refused.body.contains("street/dien-bien-phu"));
    let added = editor.post("/office/new", &[&fields[..], &[("is-another", "yes")]].concat());
    assert_eq!((added.status, added.header("location")), (303, "/office/street/dien-bien-phu-2?done=added"));
    assert_eq!(product.get_when("/en/street/dien-bien-phu-2", |answer| answer.status == 200).status, 200);
}

#[test]
fn a_sign_added_in_the_office_answers_within_a_second() {
    let product = Product::start();
    let editor = product.office(Role::Editor);
    let page = editor.get("/office/street/dien-bien-phu/signs");
    let next = hidden(&page.body, "number");
    assert!(next.parse::<u32>().unwrap() > 1, "{next}");
    let added = editor.post("/office/street/dien-bien-phu/signs", &[("number", &next), ("state", "installed"), ("placement", "góc phố")]);
    assert_eq!(added.status, 303, "{}", added.body);
    let began = Instant::now();
    let code = added.header("location").split_once('#').unwrap().1.to_owned();
    assert_eq!(product.get_when(&format!("/{code}"), |answer| answer.status == 200).status, 200);
    assert!(began.elapsed() < Duration::from_secs(1), "{:?}", began.elapsed());
    let sign = format!("/office/sign/{code}");
    let based_on = hidden(&editor.get(&sign).body, "based-on");
    let taken = editor.post(&sign, &[("based-on", &based_on), ("number", "1")]);
    assert!(taken.status == 422 && taken.body.contains("field-number-fault"));
    assert_eq!(editor.post(&sign, &[("based-on", &based_on), ("state", "retired")]).status, 303);
    assert_eq!((product.get(&format!("/{code}")).status, editor.get("/office/sign/AAAAAA").status), (200, 404));
}

#[test]
fn whoever_may_not_keep_the_register_sees_it_and_changes_nothing() {
    let product = Product::start();
    for role in [Role::Translator, Role::Printer] {
        let staff = product.office(role);
        for page in [RECORD, "/office/street/dien-bien-phu", "/office/street/dien-bien-phu/signs"] {
            let shown = staff.get(page);
            assert!(shown.status == 200 && !shown.body.contains("name=\"note\"") && !shown.body.contains("name=\"placement\""), "{page}");
        }
        for page in ["record", "rename", "retire", "revive", "signs"] {
            assert_eq!(staff.post(&format!("/office/street/dien-bien-phu/{page}"), &[("note", "x")]).status, 403, "{page}");
        }
        assert_eq!((staff.get("/office/new").status, staff.post("/office/new", &[("name", "x")]).status), (403, 403));
    }
}

#[test]
fn everything_to_fill_in_has_a_label() {
    let product = Product::start();
    let editor = product.office(Role::Editor);
    let control = regex::Regex::new(r#"<(?:input|select|textarea) ([^>]*)>"#).unwrap();
    for page in ["record", "rename", "retire", "signs"].map(|part| format!("/office/street/dien-bien-phu/{part}")) {
        labelled(&editor, &page, &control);
    }
    for page in ["/office/new?kind=landmark", "/office/new?kind=namesake", "/office/landmark/nha-hat-thanh-pho-hai-phong/record"] {
        labelled(&editor, page, &control);
    }
}

fn labelled(staff: &Staff<'_>, page: &str, control: &regex::Regex) {
    let shown = staff.get(page);
    assert_eq!(shown.status, 200, "{page}");
    let main = shown.body.split_once("<main").unwrap().1;
    for found in control.captures_iter(main) {
        let about = &found[1];
        if about.contains("type=\"hidden\"") || about.contains("type=\"radio\"") {
            continue;
        }
        let id = about.split_once("id=\"").unwrap_or_else(|| panic!("{page}: {about}")).1.split('"').next().unwrap();
        assert!(main.contains(&format!("for=\"{id}\"")), "{page}: {id} has no label");
        if let Some((_, described)) = about.split_once("aria-describedby=\"") {
            for one in described.split('"').next().unwrap().split(' ').filter(|one| !one.is_empty()) {
                assert!(main.contains(&format!("id=\"{one}\"")), "{page}: {one} is not there");
            }
        }
    }
}
