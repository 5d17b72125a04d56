//! The pages of the history: who did what, word by word, and what is brought back or erased.

use crate::kit::Product;
use crate::office_history::{newest, place, rows, save, step};
use tenpho::register::{HistoryAct, Lang, Place, Role, Slug, Step};

const ENTRY: &str = "/office/street/cau-dat";

/// A served office in which somebody has saved two versions of a text; gives their numbers.
fn served() -> (Product, i64, i64) {
    let product = Product::start();
    let writer = product.office(Role::Editor).id;
    let mut store = product.store();
    let first = save(&mut store, writer, "Câu mở đầu.", "Phố mang tên cầu Đẫt.\n\n<script>alert(1)</script>");
    let second = save(&mut store, writer, "Câu mở đầu.", "Phố mang tên cầu Đất.\n\n<script>alert(1)</script>");
    (product, first, second)
}

#[test]
fn the_pages_of_the_history_tell_who_did_what_and_show_every_changed_word() {
    let (product, first, second) = served();
    let reader = product.office(Role::Printer);
    let all = reader.get("/office/history");
    assert_eq!(all.status, 200, "{}", all.body);
    for told in ["Nguyễn editor lưu bản 3 của bài «Cầu Đất» (Tiếng Việt).", "bắt đầu lịch sử", "13/05/2027 07:00", "Bài giới thiệu"]
    {
        assert!(all.body.contains(told), "{told}: {}", all.body);
    }
    let only =
        reader.get("/office/history?subject=C%E1%BA%A7u+%C4%90%E1%BA%A5t&act=save&who=editor&lang=vi&from=2027-05-13&until=2027-05-13");
    assert!(only.body.contains("2 thay đổi."), "{}", only.body);
    assert!(reader.get("/office/history?from=2027-05-14").body.contains("value=\"2027-05-14\""));
    let saved = rows(&mut product.store()).into_iter().find(|row| row.act == Some(HistoryAct::Save)).unwrap();
    let row = reader.get(&format!("/office/history/{}", saved.id));
    let marked = "cầu <del><span class=\"unseen\">[bỏ: </span>Đẫt<span class=\"unseen\">]</span></del>\
                  <ins><span class=\"unseen\">[thêm: </span>Đất<span class=\"unseen\">]</span></ins>.";
    assert!(row.body.contains(marked), "{}", row.body);
    let compared = reader.get(&format!("{ENTRY}/vi/compare?from={first}&to={second}"));
    assert!(compared.body.contains(marked), "{}", compared.body);
    assert!(compared.body.contains("&lt;script&gt;") && !compared.body.contains("<script>"), "{}", compared.body);
    assert!(!compared.body.contains("/restore"), "a printer brings nothing back");
    assert!(reader.get(&format!("{ENTRY}/vi/compare")).body.contains(marked), "the newest and the one before it");
    let entry = reader.get(&format!("{ENTRY}/history"));
    assert!(entry.body.contains("Bản 1 đang công bố") && entry.body.contains("3 bản"), "{}", entry.body);
    let english = reader.get_with(&format!("{ENTRY}/history"), &[("accept-language", "en")]);
    assert!(english.body.contains("saved version 3 of the text on “Cầu Đất”"), "{}", english.body);
}

#[test]
fn a_translation_stands_beside_what_it_was_made_from() {
    let (product, first, _) = served();
    let english = product.store().versions(&place(), Lang::En).unwrap().remove(0);
    let page = product.office(Role::Translator).get(&format!("{ENTRY}/en/compare?from={first}&to={}", english.id));
    assert!(page.body.contains("<td lang=\"vi\">Phố mang tên cầu Đẫt.</td>"), "{}", page.body);
    assert!(page.body.contains("<td lang=\"en\">"), "{}", page.body);
}

#[test]
fn an_older_version_is_brought_back_unless_somebody_was_quicker_or_it_is_in_review() {
    let (product, first, second) = served();
    let (writer, reader) = (product.office(Role::Editor), product.office(Role::Printer));
    let (version, seen) = (first.to_string(), second.to_string());
    let restore = format!("{ENTRY}/vi/restore");
    assert_eq!(reader.post(&restore, &[("version", &version), ("seen", &seen)]).status, 403);
    assert_eq!(writer.post(&restore, &[("version", "x"), ("seen", &seen)]).status, 404);
    let late = writer.post(&restore, &[("version", &version), ("seen", &version)]);
    assert_eq!(late.status, 409);
    assert!(late.body.contains("role=\"alert\"") && late.body.contains("vừa được người khác thay đổi"), "{}", late.body);
    let same = writer.post(&restore, &[("version", &seen), ("seen", &seen)]);
    assert!(same.body.contains("không có gì để lấy lại"), "{}", same.body);
    let page = writer.get(&format!("{ENTRY}/vi/compare?from={first}&to={second}"));
    assert!(page.body.contains("Lấy lại bản 2"), "{}", page.body);
    let done = writer.post(&restore, &[("version", &version), ("seen", &seen)]);
    assert_eq!((done.status, done.header("location")), (303, "/office/street/cau-dat/vi"));
    assert!(writer.get(&format!("{ENTRY}/history")).body.contains("Lấy lại từ bản 2."));
    let mut store = product.store();
    let back = newest(&mut store).unwrap();
    step(&mut store, writer.id, Step::Submit, back).unwrap();
    let locked = writer.post(&restore, &[("version", &seen), ("seen", &back.to_string())]);
    assert!((400..500).contains(&locked.status) && locked.body.contains("đang chờ duyệt"), "{}", locked.body);
    assert_eq!(store.versions(&place(), Lang::Vi).unwrap().len(), 4);
    product.operator.done(&["doctor"]);
}

#[test]
fn only_an_operator_erases_and_only_with_a_reason() {
    let (product, ..) = served();
    let row = rows(&mut product.store())[0].id;
    let (page, erase) = (format!("/office/history/{row}"), format!("/office/history/{row}/erase"));
    let writer = product.office(Role::Editor);
    assert!(!writer.get(&page).body.contains("/erase"));
    assert_eq!(writer.post(&erase, &[("reason", "Điều 5")]).status, 403);
    let keeper = product.office(Role::Operator);
    assert!(keeper.get(&page).body.contains("/erase"));
    let without = keeper.post(&erase, &[("reason", " ")]);
    assert!((400..500).contains(&without.status) && without.body.contains("Hãy ghi lý do."), "{}", without.body);
    assert!(keeper.get(&page).body.contains("Đẫt"));
    assert_eq!(keeper.post(&erase, &[("reason", "Luật 91/2025, điều 5")]).status, 303);
    let erased = keeper.get(&page);
    assert!(erased.body.contains("Nội dung đã xóa theo luật ngày") && !erased.body.contains("Đẫt"), "{}", erased.body);
    let all = keeper.get("/office/history");
    assert!(
        all.body.contains(&format!("xóa nội dung của dòng {row} theo luật")) && all.body.contains("Luật 91/2025, điều 5"),
        "{}",
        all.body
    );
    product.operator.done(&["doctor"]);
}

#[test]
fn wrong_and_hostile_questions_to_the_history_get_a_sentence_or_a_404() {
    let (product, first, _) = served();
    let reader = product.office(Role::Reviewer);
    for (query, told) in [("from=gestern", "không phải là một ngày"), ("act=burn", "burn"), ("until=99999-01-01", "99999")] {
        let answer = reader.get(&format!("/office/history?{query}"));
        assert!((400..500).contains(&answer.status), "{query}: {}", answer.status);
        assert!(answer.body.contains("role=\"alert\"") && answer.body.contains(told) && answer.body.contains("<select"), "{}", answer.body);
    }
    for query in ["page=99999999999999999999", "page=-1", "subject=%27%20OR%201%3D1--", "who=%00", "subject=%3Cscript%3E", "page=999999"] {
        let answer = reader.get(&format!("/office/history?{query}"));
        assert!(answer.status == 200 && !answer.body.contains("<script>"), "{query}: {}", answer.status);
    }
    let elsewhere = product.store().versions(&Place { slug: Slug::parse("bach-dang").unwrap(), ..place() }, Lang::Vi).unwrap()[0].id;
    for path in [
        "/office/history/0".to_owned(),
        "/office/history/99999999999999999999".to_owned(),
        "/office/street/nowhere/history".to_owned(),
        "/office/street/nowhere/vi/compare".to_owned(),
        format!("{ENTRY}/vi/compare?from={first}&to={elsewhere}"),
        format!("{ENTRY}/vi/compare?from=x"),
    ] {
        assert_eq!(reader.get(&path).status, 404, "{path}");
    }
}

#[test]
fn a_place_that_is_not_in_the_register_has_no_page_in_the_office() {
    let product = Product::start();
    let editor = product.office(Role::Editor);
    for page in ["", "/history", "/photos", "/record", "/recordings", "/rename", "/retire", "/signs", "/vi", "/vi/compare", "/vi/review"] {
        let path = format!("/office/street/khong-co{page}");
        assert_eq!(editor.get(&path).status, 404, "{path}");
    }
}
