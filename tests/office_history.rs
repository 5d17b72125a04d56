//! The history: nothing in it can be changed unseen, and everything in it can be read.

use crate::kit::Operator;
use rusqlite::Connection;
use std::path::Path;
use tenpho::register::{HistoryAct, Lang, Line, Place, PlaceKind, Slug, Step, Text};
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

pub fn place() -> Place {
    Place { kind: PlaceKind::Street, slug: Slug::parse("cau-dat").unwrap() }
}

pub fn text(lead: &str, body: &str) -> Text {
    Text { lead: Line::parse(lead).unwrap(), body: body.to_owned(), ..Text::default() }
}

pub fn newest(store: &mut Store) -> Option<i64> {
    store.text_state(&place(), Lang::Vi).unwrap().newest().map(|version| version.id)
}

pub fn save(store: &mut Store, by: i64, lead: &str, body: &str) -> i64 {
    let (based_on, text) = (newest(store), text(lead, body));
    let asked = SaveAsked { place: &place(), lang: Lang::Vi, based_on, text: &text, gave_up: &[], source: None, restored_from: None };
    match store.save_text(by, "2027-05-13T00:00:00Z", &asked).unwrap() {
        Saved::Kept(id) => id,
        other => panic!("{other:?}"),
    }
}

pub fn step(store: &mut Store, by: i64, step: Step, version: i64) -> Result<(), Error> {
    let asked = StepAsked { place: &place(), lang: Lang::Vi, version, step, reason: "", publish_at: "" };
    store.take_step(by, "2027-05-13T01:00:00Z", &asked)
}

pub fn rows(store: &mut Store) -> Vec<HistoryRow> {
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
