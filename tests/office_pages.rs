//! What an editor at a browser can rely on: every word that the office has taken in is there, whatever happens.

use crate::kit::{Answer, Product};
use crate::office_kit::{Staff, hidden};
use tenpho::register::{Lang, Place, PlaceKind, Role, Slug, Stage};

const TEXT: &str = "/office/street/an-chan/vi";

fn place() -> Place {
    Place { kind: PlaceKind::Street, slug: Slug::parse("an-chan").unwrap() }
}

/// Opens the text and sends it back with these words.
fn save(staff: &Staff<'_>, body: &str, then: &str) -> Answer {
    let page = staff.get(TEXT);
    let (based_on, draft, revision) = (hidden(&page.body, "based_on"), hidden(&page.body, "draft"), hidden(&page.body, "revision"));
    let fields = [
        ("based_on", based_on.as_str()),
        ("draft", &draft),
        ("revision", &revision),
        ("lead", "Tên một làng cũ."),
        ("body", body),
        ("review", "awaiting"),
        ("then", then),
    ];
    staff.post(TEXT, &fields)
}

fn keep(staff: &Staff<'_>, body: &str) -> serde_json::Value {
    let csrf = staff.csrf();
    let fields = [("csrf", csrf.as_str()), ("body", body), ("lead", ""), ("review", "awaiting")];
    let kept = staff.post_with(&format!("{TEXT}/draft"), &fields, &[("accept", "application/json")]);
    assert_eq!(kept.status, 200, "{}", kept.body);
    serde_json::from_str(&kept.body).unwrap()
}

fn version_of(staff: &Staff<'_>) -> String {
    let state = staff.product.store().text_state(&place(), Lang::Vi).unwrap();
    state.working.or(state.public).unwrap().id.to_string()
}

#[test]
fn what_was_typed_and_not_saved_is_there_again_and_nobody_else_sees_it() {
    let product = Product::start();
    let (editor, other) = (product.office(Role::Editor), product.office(Role::Reviewer));
    keep(&editor, "Một câu chưa lưu.");
    assert!(editor.get(TEXT).body.contains("Một câu chưa lưu."));
    assert!(editor.get("/office/").body.contains("/office/street/an-chan/vi?draft="), "the desk leads back to it");
    assert!(!other.get(TEXT).body.contains("Một câu chưa lưu."));
    assert_eq!(product.store().versions(&place(), Lang::Vi).unwrap().len(), 1, "a draft is no version beside the starter’s");
}

#[test]
fn a_draft_that_comes_in_behind_the_very_words_it_holds_makes_no_conflict_of_a_writer_with_herself() {
    let product = Product::start();
    let editor = product.office(Role::Editor);
    assert_eq!(save(&editor, "Đất làng xưa.", "").status, 200);
    // The page had closed while these words were on their way; they were begun from nothing.
    let csrf = editor.csrf();
    let late = [("csrf", csrf.as_str()), ("based_on", ""), ("lead", "Tên một làng cũ."), ("body", "Đất làng xưa."), ("review", "awaiting")];
    assert_eq!(editor.post_with(&format!("{TEXT}/draft"), &late, &[("accept", "application/json")]).status, 200);
    assert_eq!(save(&editor, "Đất làng xưa. Thuộc tổng An Dương.", "").status, 200);
    assert_eq!(product.store().versions(&place(), Lang::Vi).unwrap().len(), 3, "a conflict would have saved nothing");
    assert!(!editor.get("/office/").body.contains("/office/street/an-chan/vi?draft="), "nothing is left unsaved");
}

#[test]
fn a_text_goes_from_the_first_word_to_the_phone_and_off_it_again() {
    let product = Product::start();
    let (editor, reviewer) = (product.office(Role::Editor), product.office(Role::Reviewer));
    let path = "/vi/street/an-chan";
    let code = product.signs().into_iter().find(|(_, name)| name == "An Chân").unwrap().0;
    assert_eq!(save(&editor, "Đất làng xưa.", "submit").status, 303);
    let version = version_of(&editor);
    let own = editor.post(&format!("{TEXT}/publish"), &[("version", &version)]);
    assert_eq!(own.status, 403, "an editor publishes nothing");
    assert!(reviewer.get("/office/").body.contains("An Chân"));
    assert_eq!(reviewer.post(&format!("{TEXT}/publish"), &[("version", &version)]).status, 303);
    let page = product.get_when(path, |page| page.body.contains("Đất làng xưa."));
    assert!(page.body.contains("Đất làng xưa."));
    assert_eq!(reviewer.post(&format!("{TEXT}/withdraw"), &[("version", &version)]).status, 422, "a reason is asked for");
    assert_eq!(reviewer.post(&format!("{TEXT}/withdraw"), &[("version", &version), ("reason", "sai")]).status, 303);
    let page = product.get_when(path, |page| !page.body.contains("Đất làng xưa."));
    assert!(page.status == 200 && page.body.contains("tạm thời không hiển thị"), "a polite page");
    assert_eq!(product.get_with(&format!("/{code}"), &[("accept-language", "vi")]).status, 200, "the code still answers");
}

#[test]
fn nobody_publishes_their_own_text_by_a_form_whatever_their_role() {
    let product = Product::start();
    for role in [Role::Editor, Role::Reviewer, Role::Operator] {
        let staff = product.office(role);
        assert_eq!(save(&staff, &format!("Lời của {role}."), "submit").status, 303, "{role}");
        let version = version_of(&staff);
        for step in ["publish", "schedule"] {
            let fields = [("version", version.as_str()), ("publish_at", "2099-01-01T07:00"), ("agreed", "1")];
            let refused = staff.post(&format!("{TEXT}/{step}"), &fields);
            assert!(matches!(refused.status, 403 | 422), "{role} {step}: {}", refused.status);
        }
        let state = product.store().text_state(&place(), Lang::Vi).unwrap();
        assert_eq!((state.working_stage, state.publish_at.as_str()), (Some(Stage::InReview), ""), "{role}");
        assert_eq!(staff.post(&format!("{TEXT}/recall"), &[("version", &version)]).status, 303);
    }
}

#[test]
fn of_two_who_changed_the_same_field_both_are_shown_and_one_is_chosen() {
    let product = Product::start();
    let (one, two) = (product.office(Role::Editor), product.office(Role::Reviewer));
    assert_eq!(save(&one, "Chung.", "stay").status, 200);
    let base = version_of(&one);
    let send = |staff: &Staff<'_>, lead: &str, body: &str, based_on: &str, more: &[(&str, &str)]| {
        staff.get("/office/");
        let fields = [("based_on", based_on), ("lead", lead), ("body", body), ("review", "awaiting"), ("then", "stay")];
        staff.post(TEXT, &[&fields, more].concat())
    };
    assert_eq!(send(&one, "Tên một làng cũ.", "Chung. Của một.", &base, &[]).status, 200);
    // The lead is changed by the second only: it goes in. The body by both: the second is asked.
    let asked = send(&two, "Mở đầu mới.", "Chung. Của hai.", &base, &[]);
    assert_eq!(asked.status, 409);
    assert!(asked.body.contains("Của một.") && asked.body.contains("Của hai."));
    let theirs = hidden(&asked.body, "based_on");
    let chosen = [("take-body", "theirs"), ("theirs-body", "Chung. Của một.")];
    assert_eq!(send(&two, "Mở đầu mới.", "Chung. Của hai.", &theirs, &chosen).status, 200);
    let text = product.store().text_state(&place(), Lang::Vi).unwrap().working.unwrap().text;
    assert_eq!((text.lead.as_str(), text.body.as_str()), ("Mở đầu mới.", "Chung. Của một."));
    let history = two.get("/office/street/an-chan/history");
    assert_eq!(history.status, 200);
}

#[test]
fn a_schedule_is_said_in_words_before_it_is_set() {
    let product = Product::start();
    let (editor, reviewer) = (product.office(Role::Editor), product.office(Role::Reviewer));
    save(&editor, "Đất làng xưa.", "submit");
    let version = version_of(&editor);
    let ask = |at: &str, agreed: &str| {
        reviewer.post(&format!("{TEXT}/schedule"), &[("version", version.as_str()), ("publish_at", at), ("agreed", agreed)])
    };
    for wrong in ["", "hôm nay", "2020-01-01T07:00", "2099-13-01T07:00"] {
        assert_eq!(ask(wrong, "1").status, 422, "{wrong}");
    }
    let words = ask("2099-05-13T07:00", "");
    assert!(words.body.contains("Thứ Tư, ngày 13/5/2099, lúc 07:00 giờ Việt Nam"), "{}", words.body);
    assert!(words.body.contains("CHƯA"));
    assert_eq!(product.store().text_state(&place(), Lang::Vi).unwrap().publish_at, "", "nothing is set yet");
    assert_eq!(ask("2099-05-13T07:00", "1").status, 303);
    assert_eq!(product.store().text_state(&place(), Lang::Vi).unwrap().publish_at, "2099-05-13T00:00:00Z");
}

#[test]
fn bad_input_gets_a_sentence_and_the_form_again_with_every_word_in_it() {
    let product = Product::start();
    let editor = product.office(Role::Editor);
    for hostile in ["một\u{0}hai", "một\u{202e}hai", "một\u{200b}hai", &"dài ".repeat(20_000)] {
        let answer = save(&editor, hostile, "stay");
        assert_eq!(answer.status, 422, "{hostile:.20}");
        assert!(answer.body.contains("role=\"alert\""));
        assert!(answer.body.contains("hai") || answer.body.contains("dài dài"));
        assert_eq!(product.store().versions(&place(), Lang::Vi).unwrap().len(), 1, "{hostile:.20}");
    }
    let five = save(&editor, &"x".repeat(5 << 20), "stay");
    assert_eq!(five.status, 422, "5 MB come back whole, with why they cannot be a story");
    let more = save(&editor, &"x".repeat(9 << 20), "stay");
    assert_eq!(more.status, 413);
    // One press takes out what nobody sees.
    let page = editor.get(TEXT);
    let fields = [
        ("lead", "Lời."),
        ("body", "một\u{200b}hai"),
        ("review", "awaiting"),
        ("clean", "1"),
        ("based_on", &hidden(&page.body, "based_on")),
    ];
    assert_eq!(editor.post(TEXT, &fields).status, 200);
    assert_eq!(product.store().text_state(&place(), Lang::Vi).unwrap().working.unwrap().text.body, "mộthai");
}

#[test]
fn everything_acknowledged_is_there_after_the_plug_is_pulled() {
    let mut product = Product::start();
    let editor = product.office(Role::Editor);
    let cookie = editor.cookie(&product.session_cookie());
    let mut kept = Vec::new();
    let mut draft: Option<(i64, i64)> = None;
    drop(editor);
    for turn in 0..200 {
        let staff = product.office(Role::Editor);
        staff.set_cookie(&product.session_cookie(), &cookie);
        let (csrf, based_on) = (staff.csrf(), hidden(&staff.get(TEXT).body, "based_on"));
        let body = format!("câu số {turn}");
        let (id, revision) = draft.map_or((String::new(), String::new()), |(id, revision)| (id.to_string(), revision.to_string()));
        let fields = [
            ("csrf", csrf.as_str()),
            ("based_on", &based_on),
            ("body", &body),
            ("review", "awaiting"),
            ("draft", &id),
            ("revision", &revision),
        ];
        if turn % 10 == 9 {
            let saved = save(&staff, &body, "stay");
            assert_eq!(saved.status, 200);
            kept.push(body);
            draft = None;
        } else {
            let answer = staff.post_with(&format!("{TEXT}/draft"), &fields, &[("accept", "application/json")]);
            let facts: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
            draft = Some((facts["draft"].as_i64().unwrap(), facts["revision"].as_i64().unwrap()));
        }
        drop(staff);
        if turn % 20 == 14 {
            product.kill_and_start_again();
            let page = product.office(Role::Editor).get(TEXT).body;
            assert!(page.contains(&format!("câu số {turn}")), "turn {turn}: the draft that was acknowledged is there");
        }
    }
    let versions = product.store().versions(&place(), Lang::Vi).unwrap();
    for body in &kept {
        assert!(versions.iter().any(|version| version.text.body == *body), "{body}");
    }
    assert_eq!(product.operator.run(&["doctor"]).code, 0, "the history is whole");
}

#[test]
fn three_hundred_pages_that_save_at_once_all_keep_their_words() {
    let product = Product::start();
    let cookie = product.office(Role::Editor).cookie(&product.session_cookie());
    std::thread::scope(|scope| {
        for worker in 0..10 {
            let (product, cookie) = (&product, cookie.clone());
            scope.spawn(move || {
                let staff = product.visitor_of_office(0);
                staff.set_cookie(&product.session_cookie(), &cookie);
                for page in 0..30 {
                    keep(&staff, &format!("trang {worker}/{page}."));
                }
            });
        }
    });
    let mut store = product.store();
    let who = store.editors().unwrap()[0].id;
    let drafts = store.drafts_of(who, &place(), "vi").unwrap();
    assert_eq!(drafts.len(), 300);
    for at in 0..300 {
        let words = format!("trang {}/{}.", at / 30, at % 30);
        assert!(drafts.iter().any(|draft| draft.fields["body"] == words), "{words}");
    }
}

#[test]
fn what_looks_like_a_slip_is_pointed_out_before_anybody_reviews_it() {
    let product = Product::start();
    let editor = product.office(Role::Editor);
    let asked = save(&editor, "Phố gần tượng Lê Chấn.", "submit");
    assert_eq!(asked.status, 200);
    assert!(asked.body.contains("Lê Chấn") && asked.body.contains("Lê Chân"), "{}", asked.body);
    assert_eq!(product.store().text_state(&place(), Lang::Vi).unwrap().working_stage, Some(Stage::Draft), "saved, not sent");
    let on = editor.post(&format!("{TEXT}/submit"), &[("version", &version_of(&editor)), ("seen", "1")]);
    assert_eq!(on.status, 303);
    assert_eq!(product.store().text_state(&place(), Lang::Vi).unwrap().working_stage, Some(Stage::InReview));
}

#[test]
fn the_preview_is_the_page_itself() {
    let product = Product::start();
    let (editor, reviewer) = (product.office(Role::Editor), product.office(Role::Reviewer));
    let fields = [("lead", "Lời mở đầu."), ("body", "Một *đoạn* với [Lê Chân](namesake/le-chan)."), ("review", "awaiting")];
    let preview = editor.post(&format!("{TEXT}/preview"), &fields);
    assert_eq!(preview.status, 200);
    save(&editor, "Một *đoạn* với [Lê Chân](namesake/le-chan).", "submit");
    reviewer.post(&format!("{TEXT}/publish"), &[("version", &version_of(&editor))]);
    let page = product.get_when("/vi/street/an-chan", |page| page.body.contains("<em>đoạn</em>"));
    let story = |page: &str| page.split_once("<section class=\"story\"").unwrap().1.split_once("</section>").unwrap().0.to_owned();
    assert_eq!(story(&preview.body), story(&page.body));
    assert!(page.body.contains("<a href=\"/vi/namesake/le-chan\">"));
}
