//! A backup is whole or it is refused, and what is there is never overwritten.

use crate::kit::{Operator, Product};

#[test]
fn a_backup_is_taken_while_serving_and_restored_to_a_new_file_only() {
    let product = Product::start();
    let operator = &product.operator;
    assert!(operator.done(&["backup", "copy.db"]).contains("2800 signs"));
    assert_eq!(product.get("/vi/").status, 200);
    let again = operator.run(&["backup", "copy.db"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("exists already"), "{}", again.err);
    assert!(operator.done(&["restore", "copy.db", "--check"]).contains("sound"));
    assert_eq!(operator.run(&["restore", "copy.db"]).code, 1, "the database in use is never overwritten");
    operator.done(&["--db", "new.db", "restore", "copy.db"]);
    assert_eq!(operator.done(&["--db", "new.db", "export", "signs"]), operator.done(&["export", "signs"]));
    assert_eq!(operator.run(&["--db", "x.db", "restore", "nowhere.db"]).code, 1);
    assert!(!operator.path("x.db").exists());
}

#[test]
fn a_damaged_backup_is_not_restored() {
    let operator = Operator::new();
    operator.done(&["backup", "copy.db"]);
    let mut bytes = std::fs::read(operator.path("copy.db")).unwrap();
    for byte in &mut bytes[40_960..61_440] {
        *byte ^= 0x5a;
    }
    operator.file("copy.db", &bytes);
    for arguments in [&["restore", "copy.db", "--check"][..], &["--db", "new.db", "restore", "copy.db"]] {
        let ended = operator.run(arguments);
        assert_eq!(ended.code, 2, "{}{}", ended.out, ended.err);
        assert!(ended.err.contains("damaged"), "{}", ended.err);
    }
    assert!(!operator.path("new.db").exists());
}

#[test]
fn the_file_before_a_migration_is_kept() {
    let operator = Operator::new();
    let old = rusqlite::Connection::open(operator.path("tenpho.db")).unwrap();
    old.execute_batch(include_str!("../src/store/migrations/0001_register.sql")).unwrap();
    old.pragma_update(None, "application_id", 0x546E_5068).unwrap();
    old.pragma_update(None, "user_version", 1).unwrap();
    old.execute_batch("INSERT INTO place VALUES (1, 'street', 'cu'); INSERT INTO street VALUES (1, 'Cũ', '', '', NULL, 'confirmed', '', '', '', '', '', '', NULL, '', '')").unwrap();
    drop(old);
    assert!(operator.done(&["export", "streets"]).contains("cu,Cũ"));
    let kept = rusqlite::Connection::open(operator.path("tenpho.db.schema-1")).unwrap();
    assert_eq!(kept.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).unwrap(), 1);
}

#[test]
fn a_backup_that_was_cut_off_is_not_sound() {
    let operator = Operator::new();
    operator.done(&["backup", "copy.db"]);
    let whole = std::fs::read(operator.path("copy.db")).unwrap();
    for cut in [1, 100, 5_000] {
        operator.file("cut.db", &whole[..whole.len() - cut]);
        assert_eq!(operator.run(&["restore", "cut.db", "--check"]).code, 2, "{cut} bytes less");
        assert_eq!(operator.run(&["--db", "new.db", "restore", "cut.db"]).code, 2);
        assert!(!operator.path("new.db").exists());
    }
}
