//! The history: nothing in it can be changed unseen, and everything in it can be read.

use crate::kit::{Operator, Product};
use rusqlite::Connection;
use std::path::Path;
use tenpho::register::compare::{Compared, Run, compare, compare_words};
use tenpho::register::{HistoryAct, Lang, Line, Place, PlaceKind, Role, Slug, Step, Text};
use tenpho::store::{Error, HistoryAsked, HistoryRow, SaveAsked, Saved, StepAsked, Store};

const WRITER: i64 = 1;
const REVIEWER: i64 = 2;
const KEEPER: i64 = 3;

/// An operator whose office has three people and some work done: two versions of a text, the second one published.
fn office() -> (Operator, Store) {
    let operator = Operator::new();
    operator.done(&["doctor"]);
    let people = "INSERT INTO editor VALUES
        (1, 'lan', 'Nguyễn Thị Lan', 'editor', '', '', '', 0, 'active', ''), (2, 'minh', 'Trần Minh', 'reviewer', '', '', '', 0, 'active', ''),
        (3, 'hai', 'Phạm Hải', 'operator', '', '', '', 0, 'active', '')";
    operator.edit(people);
    let mut store = Store::open(&operator.path("tenpho.db")).unwrap();
    let first = save(&mut store, WRITER, "Câu mở đầu.", "Phố mang tên cầu Đẫt.");
    step(&mut store, WRITER, Step::Submit, first).unwrap();
    step(&mut store, REVIEWER, Step::Publish, first).unwrap();
    save(&mut store, WRITER, "Câu mở đầu.", "Phố mang tên cầu Đất.");
    (operator, store)
}

fn place() -> Place {
    Place { kind: PlaceKind::Street, slug: Slug::parse("cau-dat").unwrap() }
}

fn text(lead: &str, body: &str) -> Text {
    Text { lead: Line::parse(lead).unwrap(), body: body.to_owned(), ..Text::default() }
}

fn newest(store: &mut Store) -> Option<i64> {
    store.text_state(&place(), Lang::Vi).unwrap().newest().map(|version| version.id)
}

fn save(store: &mut Store, by: i64, lead: &str, body: &str) -> i64 {
    let (based_on, text) = (newest(store), text(lead, body));
    let asked = SaveAsked { place: &place(), lang: Lang::Vi, based_on, text: &text, gave_up: &[], source: None, restored_from: None };
    match store.save_text(by, "2027-05-13T00:00:00Z", &asked).unwrap() {
        Saved::Kept(id) => id,
        other => panic!("{other:?}"),
    }
}

fn step(store: &mut Store, by: i64, step: Step, version: i64) -> Result<(), Error> {
    let asked = StepAsked { place: &place(), lang: Lang::Vi, version, step, reason: "", publish_at: "" };
    store.take_step(by, "2027-05-13T01:00:00Z", &asked)
}

fn rows(store: &mut Store) -> Vec<HistoryRow> {
    store.history(&HistoryAsked { page: 1, ..HistoryAsked::default() }).unwrap().rows
}

/// Changes a database by hand, with every trigger out of the way.
fn tamper(path: &Path, sql: &str) {
    let database = Connection::open(path).unwrap();
    let triggers: Vec<String> = database
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for trigger in triggers {
        database.execute_batch(&format!("DROP TRIGGER {trigger}")).unwrap();
    }
    database.pragma_update(None, "foreign_keys", "OFF").unwrap();
    database.execute_batch(sql).unwrap();
}

/// What somebody with the file in hand may do to the third of five rows, and what the doctor says of it then.
const TAMPERED: &[(&str, &str)] = &[
    ("UPDATE history SET payload = replace(payload, 'in-review', 'published') WHERE id = 3", "row 3 (2027-05-13T01:00:00Z, lan, submit, street/cau-dat)"),
    ("UPDATE history SET who = 'minh' WHERE id = 3", "row 3 (2027-05-13T01:00:00Z, minh"),
    ("UPDATE history SET at = '2027-05-13T01:00:01Z' WHERE id = 3", "row 3 (2027-05-13T01:00:01Z"),
    ("UPDATE history SET act = 'recall' WHERE id = 3", "row 3 ("),
    ("UPDATE history SET subject = 'street/an-duong' WHERE id = 3", "row 3 ("),
    ("UPDATE history SET version_id = 1 WHERE id = 3", "row 3 ("),
    ("UPDATE history SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE id = 3", "row 3 ("),
    ("UPDATE history SET digest = replace(digest, substr(digest, 1, 1), 'x') WHERE id = 3", "row 3 ("),
    ("UPDATE history SET payload = '', erased = 1 WHERE id = 3", "content of row 3 ("),
    ("DELETE FROM history WHERE id = 3", "rows 3 to 3 are missing"),
    ("DELETE FROM history WHERE id = 1", "rows 1 to 1 are missing"),
    ("UPDATE history SET id = 9 WHERE id = 3; UPDATE history SET id = 3 WHERE id = 4; UPDATE history SET id = 4 WHERE id = 9", "row 4 ("),
    ("DELETE FROM history WHERE id = 5", "there are 4 rows, but 5"),
    ("UPDATE version SET body = replace(body, 'ẫ', 'ẩ') WHERE id = (SELECT version_id FROM history WHERE id = 3)", "row 2 (2027-05-13T00:00:00Z, lan, save"),
    ("UPDATE version SET editor_id = 2 WHERE id = (SELECT version_id FROM history WHERE id = 5)", "row 5 ("),
    ("UPDATE version SET lead = lead || '!' WHERE id = 1", "row 1 ("),
    ("DELETE FROM version WHERE id = (SELECT version_id FROM history WHERE id = 5); UPDATE story SET working_version = NULL, working_stage = ''
        WHERE working_version NOT IN (SELECT id FROM version); UPDATE history SET version_id = NULL WHERE id = 5", "row 5 ("),
    ("INSERT INTO version SELECT 9999, place_id, lang, 99, lead, 'Khác.', sources, review, author, photos, editor_id, based_on, restored_from,
        translated_from, made_at FROM version WHERE id = 1", "version number 9999"),
];

#[test]
fn whatever_is_changed_in_the_file_the_doctor_names_the_row() {
    let (operator, store) = office();
    drop(store);
    for (sql, named) in TAMPERED {
        std::fs::remove_file(operator.path("spoilt.db")).unwrap_or_default();
        operator.done(&["--db", "spoilt.db", "restore", copy(&operator)]);
        assert_eq!(operator.run(&["--db", "spoilt.db", "doctor"]).code, 0);
        tamper(&operator.path("spoilt.db"), sql);
        let ended = operator.run(&["--db", "spoilt.db", "doctor"]);
        assert_eq!(ended.code, 1, "{sql}: {}{}", ended.out, ended.err);
        assert!(ended.out.contains(named), "{sql}: {}", ended.out);
    }
}

/// A backup, taken once.
fn copy(operator: &Operator) -> &'static str {
    if !operator.path("copy.db").exists() {
        operator.done(&["backup", "copy.db"]);
    }
    "copy.db"
}

#[test]
fn whatever_is_changed_in_a_backup_shows_when_it_is_checked() {
    let (operator, store) = office();
    drop(store);
    let whole = std::fs::read(operator.path(copy(&operator))).unwrap();
    for (sql, named) in TAMPERED {
        operator.file("spoilt.db", &whole);
        assert_eq!(operator.run(&["restore", "spoilt.db", "--check"]).code, 0);
        tamper(&operator.path("spoilt.db"), sql);
        let ended = operator.run(&["restore", "spoilt.db", "--check"]);
        assert_eq!(ended.code, 1, "{sql}: {}{}", ended.out, ended.err);
        assert!(ended.err.contains(named), "{sql}: {}", ended.err);
    }
}

/// Cuts the last row off and makes the head fit.
const CUT: &str =
    "DELETE FROM history WHERE id = 5; UPDATE story SET working_version = NULL, working_stage = '' WHERE working_stage = 'draft';
    DELETE FROM version WHERE id > (SELECT max(version_id) FROM history);
    UPDATE history_head SET count = 4, hash = (SELECT hash FROM history WHERE id = 4)";

#[test]
fn a_tail_that_is_cut_off_shows_against_the_seal_of_a_backup_even_if_the_head_is_made_to_fit() {
    let (operator, store) = office();
    drop(store);
    operator.done(&["backup", "copy.db"]);
    for file in ["tenpho.db", "copy.db"] {
        tamper(&operator.path(file), CUT);
    }
    let ended = operator.run(&["doctor"]);
    assert_eq!(ended.code, 1, "{}", ended.out);
    assert!(ended.out.contains("saw 5 rows and another hash"), "{}", ended.out);
    let ended = operator.run(&["restore", "copy.db", "--check"]);
    assert_eq!(ended.code, 1, "{}", ended.out);
    assert!(ended.err.contains("saw 5 rows and another hash"), "{}", ended.err);
}

#[test]
fn a_backup_tells_what_it_sealed_and_saves_also_what_somebody_has_tampered_with() {
    let (operator, store) = office();
    drop(store);
    let report: serde_json::Value = serde_json::from_str(&operator.done(&["backup", "one.db", "--json"])).unwrap();
    let checked: serde_json::Value = serde_json::from_str(&operator.done(&["doctor", "--json"])).unwrap();
    assert_eq!(report["history"]["count"], 5);
    assert_eq!(report["history"], checked["history"]);
    tamper(&operator.path("tenpho.db"), "UPDATE history SET who = 'minh' WHERE id = 3");
    let ended = operator.run(&["backup", "two.db"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert!(ended.err.contains("Warning: The history was tampered with: row 3"), "{}", ended.err);
    assert_eq!(operator.run(&["--db", "three.db", "restore", "two.db"]).code, 0);
    assert!(operator.run(&["--db", "three.db", "doctor"]).out.contains("row 3 ("));
}

#[test]
fn no_statement_changes_deletes_or_replaces_what_is_kept_for_ever() {
    let (operator, mut store) = office();
    store.backup(&operator.path("copy.db"), "2027-05-13T02:00:00Z").unwrap();
    drop(store);
    let database = Connection::open(operator.path("tenpho.db")).unwrap();
    for sql in [
        "UPDATE history SET who = 'x' WHERE id = 3",
        "UPDATE history SET payload = '{}' WHERE id = 3",
        "UPDATE history SET payload = '', erased = 1, at = '' WHERE id = 3",
        "UPDATE history SET versions = '' WHERE id = 2",
        "DELETE FROM history",
        "INSERT OR REPLACE INTO history SELECT id, at, 'x', act, place_id, subject, lang, version_id, versions, payload, digest, hash, erased
            FROM history WHERE id = 3",
        "UPDATE version SET body = ''",
        "DELETE FROM version WHERE id = 1",
        "INSERT OR REPLACE INTO version SELECT id, place_id, lang, number, 'x', body, sources, review, author, photos, editor_id, based_on,
            restored_from, translated_from, made_at FROM version WHERE id = 1",
        "UPDATE backup_seal SET hash = ''",
        "DELETE FROM backup_seal",
    ] {
        assert!(database.execute(sql, ()).unwrap_err().to_string().contains("is never"), "{sql}");
    }
    drop(database);
    operator.done(&["doctor"]);
}

#[test]
fn what_is_erased_by_law_is_gone_from_the_file_and_the_history_stays_whole() {
    let (operator, mut store) = office();
    let marker = "Bà Chín Nghìn Không Trăm Linh Một";
    save(&mut store, WRITER, "Câu mở đầu.", &format!("{marker} kể."));
    let row = rows(&mut store)[0].clone();
    let at = "2027-05-14T00:00:00Z";
    assert!(matches!(store.erase_history(WRITER, at, row.id, "Điều 5"), Err(Error::MayNotErase)));
    assert!(matches!(store.erase_history(KEEPER, at, row.id, "  "), Err(Error::NoReason)));
    assert!(matches!(store.erase_history(KEEPER, at, 99, "Điều 5"), Err(Error::NoSuchHistory(99))));
    assert_eq!(rows(&mut store).len(), 6, "what was refused leaves no trace");
    store.erase_history(KEEPER, at, row.id, "Điều 5").unwrap();
    assert!(matches!(store.erase_history(KEEPER, at, row.id, "Điều 5"), Err(Error::ErasedBefore(_))));
    let told = rows(&mut store);
    assert_eq!((told[0].act, told[0].payload["reason"].as_str()), (Some(HistoryAct::Erase), Some("Điều 5")));
    assert_eq!((told[1].erased_at.as_deref(), &told[1].payload), (Some(at), &serde_json::Value::Null));
    drop(store);
    operator.done(&["doctor"]);
    let payload = Connection::open(operator.path("tenpho.db")).unwrap();
    let left: i64 = payload.query_row("SELECT count(*) FROM history WHERE payload LIKE '%Chín Nghìn%'", [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0);
}

#[test]
fn nothing_of_an_erased_payload_stays_in_the_file_or_its_log() {
    let (operator, mut store) = office();
    let marker = "0912-345-678-of-nobody".repeat(400);
    let version = newest(&mut store).unwrap();
    step(&mut store, WRITER, Step::Submit, version).unwrap();
    let asked = StepAsked { place: &place(), lang: Lang::Vi, version, step: Step::Return, reason: &marker, publish_at: "" };
    store.take_step(REVIEWER, "2027-05-13T03:00:00Z", &asked).unwrap();
    let row = rows(&mut store)[0].id;
    step(&mut store, WRITER, Step::Submit, version).unwrap();
    step(&mut store, WRITER, Step::Recall, version).unwrap();
    store.erase_history(KEEPER, "2027-05-14T00:00:00Z", row, "Điều 5").unwrap();
    for file in ["tenpho.db", "tenpho.db-wal"] {
        let bytes = std::fs::read(operator.path(file)).unwrap_or_default();
        assert!(!bytes.windows(22).any(|part| part == b"0912-345-678-of-nobody"), "{file}");
    }
}

#[test]
fn a_refused_step_leaves_no_trace_in_the_history() {
    let (operator, mut store) = office();
    let version = newest(&mut store).unwrap();
    let before = rows(&mut store).len();
    assert!(step(&mut store, REVIEWER, Step::Publish, version).is_err());
    step(&mut store, WRITER, Step::Submit, version).unwrap();
    assert!(step(&mut store, WRITER, Step::Publish, version).is_err());
    assert!(step(&mut store, REVIEWER, Step::Return, version).is_err());
    assert_eq!(rows(&mut store).len(), before + 1);
    drop(store);
    operator.done(&["doctor"]);
}

#[test]
fn a_version_brought_back_is_a_new_one_with_the_old_text() {
    let (operator, mut store) = office();
    let versions = store.versions(&place(), Lang::Vi).unwrap();
    let (now, old) = (&versions[0], &versions[1]);
    let asked = SaveAsked {
        place: &place(),
        lang: Lang::Vi,
        based_on: Some(now.id),
        text: &old.text,
        gave_up: &[],
        source: None,
        restored_from: Some(old.id),
    };
    let Saved::Kept(id) = store.save_text(WRITER, "2027-05-15T00:00:00Z", &asked).unwrap() else { panic!("not kept") };
    let since = store.versions(&place(), Lang::Vi).unwrap();
    let back = &since[0];
    assert_eq!((back.id, &back.text, back.restored_from, back.number), (id, &old.text, Some(old.id), now.number + 1));
    assert_eq!(since.len(), versions.len() + 1);
    let told = rows(&mut store).remove(0);
    assert_eq!((told.act, told.version), (Some(HistoryAct::Restore), Some((id, back.number))));
    assert!(told.payload["after"]["body"].as_str().unwrap().contains("Đẫt"));
    let elsewhere = store.versions(&Place { slug: Slug::parse("bach-dang").unwrap(), ..place() }, Lang::Vi).unwrap().remove(0);
    let foreign = SaveAsked { based_on: Some(id), restored_from: Some(elsewhere.id), text: &elsewhere.text, ..asked };
    assert!(store.save_text(WRITER, "2027-05-15T00:00:00Z", &foreign).is_err(), "a text of another place is none of its versions");
    drop(store);
    operator.done(&["doctor"]);
}

#[test]
fn an_import_tells_what_was_before_and_what_is_after() {
    let operator = Operator::new();
    operator.done(&["doctor"]);
    operator.file("streets.csv", "slug,length_m\ncau-dat,612\n");
    operator.done(&["import", "streets", "streets.csv"]);
    let mut store = Store::open(&operator.path("tenpho.db")).unwrap();
    let told = rows(&mut store).remove(0);
    assert_eq!((told.act, told.subject.as_str()), (Some(HistoryAct::Import), "street/cau-dat"));
    assert_eq!(told.payload["after"]["length_m"], "612");
    assert_ne!(told.payload["before"]["length_m"], "612");
}

#[test]
fn the_history_of_a_database_from_before_the_office_begins_with_what_it_held() {
    let operator = Operator::new();
    let old = Connection::open(operator.path("tenpho.db")).unwrap();
    old.execute_batch(include_str!("../src/store/migrations/0001_register.sql")).unwrap();
    old.execute_batch(include_str!("../src/store/migrations/0002_print_batches.sql")).unwrap();
    old.pragma_update(None, "application_id", 0x546E_5068).unwrap();
    old.pragma_update(None, "user_version", 2).unwrap();
    old.execute_batch(
        "INSERT INTO place VALUES (1, 'street', 'cu'); INSERT INTO street VALUES (1, 'Cũ', '', '', NULL, 'confirmed', '', '', '', '', '', '', NULL, '', '');
         INSERT INTO story (id, place_id, lang, stage, lead, body, sources, review, author) VALUES (1, 1, 'vi', 'published', 'Câu.', '', '', 'awaiting', '')",
    )
    .unwrap();
    drop(old);
    operator.done(&["doctor"]);
    operator.file("stories.csv", "place_kind,place,lang,lead\nstreet,cu,vi,Câu khác.\n");
    operator.done(&["import", "stories", "stories.csv"]);
    let mut store = Store::open(&operator.path("tenpho.db")).unwrap();
    let told = rows(&mut store);
    assert_eq!(told.iter().map(|row| row.act).collect::<Vec<_>>(), [Some(HistoryAct::Import), Some(HistoryAct::Start)]);
    assert_eq!(told[0].payload["before"]["lead"], "Câu.");
    drop(store);
    operator.done(&["doctor"]);
    tamper(&operator.path("tenpho.db"), "UPDATE version SET lead = 'Câu giả.' WHERE id = 1");
    assert!(operator.run(&["doctor"]).out.contains("Version number 1 is not what it was"));
}

#[test]
fn the_history_is_found_by_who_what_where_and_when() {
    let (_operator, mut store) = office();
    let count = |store: &mut Store, asked: HistoryAsked<'_>| store.history(&asked).unwrap().count;
    let all = HistoryAsked::default;
    assert_eq!(count(&mut store, all()), 5);
    assert_eq!(count(&mut store, HistoryAsked { who: "minh", ..all() }), 1);
    assert_eq!(count(&mut store, HistoryAsked { act: Some(HistoryAct::Save), ..all() }), 2);
    assert_eq!(count(&mut store, HistoryAsked { place: Some(&place()), ..all() }), 4);
    assert_eq!(count(&mut store, HistoryAsked { subject: "CAU-DAT", lang: Some(Lang::Vi), ..all() }), 4);
    assert_eq!(count(&mut store, HistoryAsked { subject: "' OR 1=1--", ..all() }), 0);
    assert_eq!(count(&mut store, HistoryAsked { from: "2027-05-13T00:30:00Z", until: "2027-05-14T00:00:00Z", ..all() }), 2);
    assert_eq!(store.changes_since("2027-05-13T00:00:00Z", 2).map(|(count, rows)| (count, rows.len())).unwrap().1, 2);
    let public = store.publications(&place()).unwrap();
    assert_eq!((public[0].until.as_str(), public[0].from.as_str()), ("", "2027-05-13T01:00:00Z"));
}

fn side(compared: &[Compared], wanted: fn(&Run) -> Option<&String>) -> String {
    compared
        .iter()
        .map(|runs| runs.iter().filter_map(wanted).cloned().collect::<String>())
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join("\n\n")
}

fn old_side(run: &Run) -> Option<&String> {
    if let Run::Same(text) | Run::Gone(text) = run { Some(text) } else { None }
}

fn new_side(run: &Run) -> Option<&String> {
    if let Run::Same(text) | Run::New(text) = run { Some(text) } else { None }
}

#[test]
fn a_comparison_holds_both_texts_whole_and_marks_whole_words() {
    let old = "Lê Chân là nữ tướng.\n\nĐoạn giữa nói về biển.\n\nĐoạn cuối còn nguyên.";
    let new = "Đoạn mới đứng đầu.\n\nLê Chân là một nữ tướng.\n\nĐoạn cuối còn nguyên.";
    let compared = compare(old, new);
    assert_eq!((side(&compared, old_side).as_str(), side(&compared, new_side).as_str()), (old, new));
    assert!(compared.contains(&vec![Run::Same("Đoạn cuối còn nguyên.".to_owned())]));
    assert!(compared.contains(&vec![Run::Gone("Đoạn giữa nói về biển.".to_owned())]));
    let marked = compare_words("Hoà bình, cầu Đẫt", "Hòa bình, cầu Đất");
    let changed: Vec<&Run> = marked.iter().filter(|run| !matches!(run, Run::Same(_))).collect();
    assert_eq!(changed, [&Run::Gone("Hoà".into()), &Run::New("Hòa".into()), &Run::Gone("Đẫt".into()), &Run::New("Đất".into())]);
}

#[test]
fn two_texts_of_forty_thousand_letters_are_compared_in_no_time() {
    let words = |step: usize| (0..8_000).map(|at| format!("w{}", at * step % 997)).collect::<Vec<_>>();
    let cases = [
        (words(1).join(" "), words(7).join(" ")),
        (words(1).join("\n\n"), words(7).join("\n\n")),
        (words(1).join(". "), words(7).join(". ")),
        (
            words(1).chunks(40).map(|chunk| chunk.join(" ")).collect::<Vec<_>>().join("\n\n"),
            words(7).chunks(40).map(|chunk| chunk.join(" ")).collect::<Vec<_>>().join("\n\n"),
        ),
        ("a ".repeat(20_000), "b ".repeat(20_000)),
        ("ab".repeat(20_000), "ba".repeat(20_000)),
    ];
    for (old, new) in cases {
        let began = std::time::Instant::now();
        let compared = compare(&old, &new);
        let took = began.elapsed();
        assert!(took.as_millis() < 1_500, "{took:?} for {}", &old[..20]);
        assert_eq!(side(&compared, new_side).trim(), new.trim());
    }
}

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
fn a_place_that_is_not_in_the_register_has_no_page_in_the_office() {
    let product = Product::start();
    let editor = product.office(Role::Editor);
    for page in ["", "/history", "/photos", "/record", "/recordings", "/rename", "/retire", "/signs", "/vi", "/vi/compare", "/vi/review"] {
        let path = format!("/office/street/khong-co{page}");
        assert_eq!(editor.get(&path).status, 404, "{path}");
    }
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
