//! What becomes of the database when something comes in between: a log left over, a disk that refuses, a reader or a writer in the way.

use crate::kit::{BASE_URL, Operator};
use rusqlite::Connection;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tenpho::store::{Error, Store};

fn database(operator: &Operator) -> Connection {
    let database = Connection::open(operator.path("tenpho.db")).unwrap();
    database.busy_timeout(Duration::from_secs(5)).unwrap();
    database
}

#[test]
fn nothing_is_put_beside_the_log_of_a_database_that_is_gone() {
    let operator = Operator::new();
    operator.done(&["doctor"]);
    operator.done(&["backup", "copy.db"]);
    // As after a power cut: the log stays, and then somebody moves the database out of the way.
    let open = database(&operator);
    open.execute("UPDATE street SET name = 'Tên trong nhật ký' WHERE name = 'Cầu Đất'", ()).unwrap();
    std::fs::copy(operator.path("tenpho.db-wal"), operator.path("kept-wal")).unwrap();
    drop(open);
    std::fs::remove_file(operator.path("tenpho.db")).unwrap();
    std::fs::rename(operator.path("kept-wal"), operator.path("tenpho.db-wal")).unwrap();
    for arguments in [&["restore", "copy.db"][..], &["export", "streets"], &["--db", "copy.db", "backup", "tenpho.db"]] {
        let ended = operator.run(arguments);
        assert_eq!(ended.code, 1, "{arguments:?}: {}{}", ended.out, ended.err);
        assert!(ended.err.contains("tenpho.db-wal"), "{arguments:?}: {}", ended.err);
        assert!(!operator.path("tenpho.db").exists());
    }
    std::fs::remove_file(operator.path("tenpho.db-wal")).unwrap();
    operator.done(&["restore", "copy.db"]);
    assert!(!operator.done(&["export", "streets"]).contains("Tên trong nhật ký"));
}

#[test]
fn a_backup_comes_to_an_end_while_others_write_without_a_pause() {
    let operator = Operator::new();
    operator.done(&["doctor"]);
    database(&operator)
        .execute_batch(
            "CREATE TABLE ballast (at INTEGER PRIMARY KEY, bytes BLOB); INSERT INTO ballast VALUES (1, zeroblob(60000000)), (2, '')",
        )
        .unwrap();
    let done = AtomicBool::new(false);
    std::thread::scope(|threads| {
        threads.spawn(|| {
            let writer = database(&operator);
            let mut written = 0;
            while !done.load(Ordering::Relaxed) {
                written += writer.execute("UPDATE ballast SET bytes = randomblob(9) WHERE at = 2", ()).unwrap_or_default();
                std::thread::sleep(Duration::from_millis(2));
            }
            assert!(written > 3, "nobody wrote meanwhile");
        });
        let backing_up = threads.spawn(|| {
            let ended = operator.run(&["backup", "copy.db"]);
            done.store(true, Ordering::Relaxed);
            ended
        });
        for _ in 0..600 {
            std::thread::sleep(Duration::from_millis(100));
            if backing_up.is_finished() {
                break;
            }
        }
        let is_over = done.swap(true, Ordering::Relaxed);
        let ended = backing_up.join().unwrap();
        assert!(is_over && ended.code == 0, "{}{}", ended.out, ended.err);
    });
}

#[test]
fn the_file_before_each_migration_is_kept_beside_those_before_it() {
    let operator = Operator::new();
    operator.done(&["doctor"]);
    let downgrade = |name: &str| {
        let old = database(&operator);
        old.execute_batch("DROP TABLE anniversary_place; DROP TABLE anniversary; PRAGMA user_version = 12").unwrap();
        old.execute("UPDATE street SET name = ?1 WHERE name LIKE 'Cầu Đất%'", [name]).unwrap();
    };
    for name in ["Cầu Đất thứ nhất", "Cầu Đất thứ hai"] {
        downgrade(name);
        operator.done(&["export", "streets"]);
    }
    for (file, name) in [("tenpho.db.schema-12", "Cầu Đất thứ nhất"), ("tenpho.db.schema-12.2", "Cầu Đất thứ hai")] {
        let kept = Connection::open(operator.path(file)).unwrap();
        let found: i64 = kept.query_row("SELECT count(*) FROM street WHERE name = ?1", [name], |row| row.get(0)).unwrap();
        assert_eq!(found, 1, "{file}");
    }
}

#[test]
fn a_migration_that_fails_again_and_again_does_not_fill_the_disk() {
    let operator = Operator::new();
    operator.done(&["doctor"]);
    database(&operator).execute_batch("PRAGMA user_version = 12").unwrap();
    for _ in 0..3 {
        assert_eq!(operator.run(&["export", "streets"]).code, 2, "the table is there already");
    }
    let kept = std::fs::read_dir(operator.folder.path())
        .unwrap()
        .filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().contains("schema-12"));
    assert_eq!(kept.count(), 0);
}

#[test]
fn plates_whose_papers_could_not_be_written_are_not_booked_and_nothing_of_them_is_kept() {
    let operator = Operator::new();
    std::fs::create_dir(operator.path("sheets.manifest.json")).unwrap();
    std::fs::create_dir_all(operator.path("plates/manifest.json")).unwrap();
    let of = ["--base-url", BASE_URL, "print", "--street", "cau-dat", "--proof", "clean"];
    for how in [&["--out", "sheets.pdf"][..], &["--format", "svg", "--out", "plates"]] {
        let ended = operator.run(&[&of[..], how].concat());
        assert_eq!(ended.code, 1, "{}{}", ended.out, ended.err);
    }
    let left: Vec<_> = std::fs::read_dir(operator.folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().ends_with(".pdf")), "{left:?}");
    assert_eq!(std::fs::read_dir(operator.path("plates")).unwrap().count(), 1);
    assert_eq!(Store::open(&operator.path("tenpho.db")).unwrap().batches(1).unwrap().count, 0);
    std::fs::remove_dir(operator.path("sheets.manifest.json")).unwrap();
    let done = operator.done(&[&of[..], &["--out", "sheets.pdf", "--json"]].concat());
    assert!(done.contains("\"batch\":1"), "{done}");
}

#[test]
fn whoever_erases_is_told_when_a_reader_keeps_the_log_from_being_emptied() {
    let operator = Operator::new();
    operator.done(&["doctor"]);
    operator.edit("INSERT INTO editor VALUES (1, 'hai', 'Phạm Hải', 'operator', '', '', '', 0, 'active', '')");
    let mut store = Store::open(&operator.path("tenpho.db")).unwrap();
    let reader = database(&operator);
    reader.execute_batch("BEGIN; SELECT count(*) FROM street").unwrap();
    let erase = |store: &mut Store| store.erase_history(1, "2027-05-14T00:00:00Z", 1, "Điều 5");
    assert!(matches!(erase(&mut store), Err(Error::LogStands)));
    reader.execute_batch("COMMIT").unwrap();
    assert!(matches!(erase(&mut store), Err(Error::ErasedBefore(1))));
    assert_eq!(std::fs::metadata(operator.path("tenpho.db-wal")).unwrap().len(), 0, "asked for once more, the log is emptied");
}
