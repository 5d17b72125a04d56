//! What an order was made of: its recipe comes back, also from before, and what has changed since is told.

use crate::kit::{BASE_URL, Operator};
use crate::orders::{AT, BY, batch, opened, ordered, plate_of, step};
use rusqlite::Connection;
use tenpho::register::{Metres, OrderCause, PlateState, PlateStep, STARTER_DATED, Sign, SignCode};
use tenpho::store::{Batch, BatchSign, Error, OrderError, PlateChange, Plates, Recipe, Stamp, Store, Terms};

#[test]
fn a_run_that_repeats_the_newest_batch_is_that_batch_until_something_became_of_it() {
    let (operator, mut store) = opened();
    let first = batch(&mut store, 2);
    let id = store.add_batch(&first, BY).unwrap();
    let again = Batch { made_at: "2026-05-14T08:00:00Z".to_owned(), ..first.clone() };
    assert_eq!(store.add_batch(&again, Stamp { who: "lan", at: AT }).unwrap(), id);
    assert!(store.set_job_hash(id, "abc").unwrap() && store.set_job_hash(id, "abc").unwrap() && !store.set_job_hash(id, "def").unwrap());
    assert_eq!(store.add_batch(&again, BY).unwrap(), id, "the hash of what was made of it is none of the order");
    let other = Batch { recipe: Recipe { bwr: 30, ..first.recipe.clone() }, ..first.clone() };
    assert_eq!(store.add_batch(&other, BY).unwrap(), id + 1);
    step(&mut store, id + 1, Plates::All, PlateStep::Send).unwrap();
    assert_eq!(store.add_batch(&other, BY).unwrap(), id + 2);
    assert!(matches!(store.add_batch(&Batch { signs: Vec::new(), ..first }, BY), Err(Error::Order(OrderError::Empty))));
    assert_eq!(store.get_batch(id).unwrap().ordered_by, "hoa");
    let list = store.batches(7).unwrap();
    assert_eq!((list.count, list.pages, list.rows.iter().map(|row| row.id).collect::<Vec<_>>()), (3, 1, vec![id + 2, id + 1, id]));
    for spoilt in [
        "UPDATE print_batch SET base_url = 'https://x.vn'",
        "DELETE FROM print_batch",
        "UPDATE print_batch SET manifest_sha256 = 'x'",
        "UPDATE print_batch_sign SET name = 'X'",
        "DELETE FROM print_batch_sign",
        "UPDATE print_event SET who = 'x'",
        "DELETE FROM print_event",
        "INSERT OR REPLACE INTO print_event VALUES (1, 1, NULL, 'order', '', '', '')",
    ] {
        let refused = Connection::open(operator.path("tenpho.db")).unwrap().execute(spoilt, []);
        assert!(refused.is_err(), "{spoilt}");
    }
}

#[test]
fn every_part_of_a_recipe_comes_back_also_from_a_backup() {
    let (operator, mut store) = opened();
    let profile = store.add_profile("FOGRA39.icc", b"profile").unwrap();
    assert_eq!(store.add_profile("other name.icc", b"profile").unwrap(), profile);
    let first = batch(&mut store, 1);
    let parent = store.add_batch(&first, BY).unwrap();
    let whole = Batch {
        recipe: Recipe {
            plate_file: "name = \"x\"".to_owned(),
            fonts: "a\nb".to_owned(),
            profile_sha256: Some(profile.clone()),
            format: "tiff".to_owned(),
            sheet: "600x400".to_owned(),
            dpi: Some(1200),
            bwr: 35,
            skip: 3,
            spots: "cut=CutContour".to_owned(),
            dated: AT.to_owned(),
        },
        terms: Terms {
            cause: OrderCause::Damaged,
            reprint_of: Some(parent),
            reason: "lễ khánh thành".to_owned(),
            note: "giao thứ Sáu".to_owned(),
        },
        signs: vec![BatchSign {
            ward: "Gia Viên".to_owned(),
            mounting_m: Some(Metres::parse_mounting("2,25").unwrap()),
            distance_m: Some(Metres::parse_distance("1.5").unwrap()),
            ..first.signs[0].clone()
        }],
        ..first
    };
    let id = store.add_batch(&whole, BY).unwrap();
    drop(store);
    operator.done(&["backup", "copy.db"]);
    operator.done(&["--db", "again.db", "restore", "copy.db"]);
    let mut restored = Store::open(&operator.path("again.db")).unwrap();
    assert_eq!(restored.get_batch(id).unwrap(), Batch { id, ordered_by: "hoa".to_owned(), ..whole });
    assert_eq!(restored.find_profile(&profile).unwrap().unwrap().bytes, b"profile");
    assert_eq!(restored.profiles().unwrap(), [(profile, "FOGRA39.icc".to_owned())]);
}

#[test]
fn orders_from_before_keep_what_they_were() {
    let operator = Operator::new();
    let old = Connection::open(operator.path("tenpho.db")).unwrap();
    for step in [
        include_str!("../src/store/migrations/0001_register.sql"),
        include_str!("../src/store/migrations/0002_print_batches.sql"),
        include_str!("../src/store/migrations/0003_office.sql"),
    ] {
        old.execute_batch(step).unwrap();
    }
    old.pragma_update(None, "application_id", 0x546E_5068).unwrap();
    old.pragma_update(None, "user_version", 3).unwrap();
    old.execute_batch(
        "INSERT INTO place (id, kind, slug) VALUES (1, 'street', 'cu');
         INSERT INTO street VALUES (1, 'Cũ', '', '', NULL, 'confirmed', '', '', '', '', '', '', NULL, '', '', '');
         INSERT INTO ward VALUES (1, 'gia-vien', '11359', 'Gia Viên', '', '', '', '', '', '', '');
         INSERT INTO sign VALUES ('K7M2Q2', 1, 4, 1, 'planned', '', '', '');
         INSERT INTO print_batch VALUES (1, '2026-01-02T03:04:05Z', 'https://qr.haiphong.gov.vn', 'sub-180x120', '1.0.0');
         INSERT INTO print_batch_sign VALUES (1, 1, 'K7M2Q2', 'Phố', 'Cũ')",
    )
    .unwrap();
    drop(old);
    operator.done(&["doctor"]);
    let mut store = Store::open(&operator.path("tenpho.db")).unwrap();
    let batch = store.get_batch(1).unwrap();
    assert_eq!(
        (batch.recipe.dated.as_str(), batch.recipe.format.as_str(), batch.terms.cause),
        ("2026-01-02T03:04:05Z", "pdf", OrderCause::First)
    );
    let plate = &batch.signs[0];
    assert_eq!(
        (plate.state, plate.number, plate.place.as_str(), plate.ward.as_str()),
        (PlateState::Ordered, Some(4), "street/cu", "Gia Viên")
    );
    step(&mut store, 1, Plates::All, PlateStep::Send).unwrap();
    let kept = Connection::open(operator.path("tenpho.db.schema-3")).unwrap();
    assert_eq!(kept.query_row("SELECT count(*) FROM print_batch_sign", [], |row| row.get::<_, i64>(0)).unwrap(), 1);
}

/// What the plate of every sign would say today.
fn today(store: &mut Store, named: impl Fn(&Sign) -> String) -> Vec<BatchSign> {
    store.read_register().unwrap().signs.iter().map(|sign| plate_of(sign, &named(sign))).collect()
}

fn fields(changes: &[PlateChange]) -> Vec<(SignCode, Vec<&'static str>)> {
    changes.iter().map(|change| (change.code, change.differences.iter().map(|one| one.field.as_str()).collect())).collect()
}

#[test]
fn what_changed_since_a_batch_is_told_with_what_changed() {
    let (operator, mut store) = opened();
    let (id, codes) = ordered(&mut store, 3);
    let same = today(&mut store, |_| "Cầu Đất".to_owned());
    assert_eq!(store.changed_since(id, &same, BASE_URL).unwrap(), []);
    let renamed = codes[1];
    let now = today(&mut store, |sign| if sign.code == renamed { "Tên Mới".to_owned() } else { "Cầu Đất".to_owned() });
    let changes = store.changed_since(id, &now, BASE_URL).unwrap();
    assert_eq!(fields(&changes), [(renamed, vec!["name"])]);
    assert_eq!((changes[0].differences[0].was.as_str(), changes[0].differences[0].is.as_str()), ("Cầu Đất", "Tên Mới"));
    assert_eq!(store.changed_since(id, &same, "https://khac.vn").unwrap().len(), 3);

    operator.file("signs.csv", format!("code,place_kind,place,state\n,street,cau-dat,planned\n{},street,cau-dat,retired\n", codes[2]));
    operator.done(&["import", "signs", "signs.csv"]);
    let now = today(&mut store, |sign| if sign.code == renamed { "Tên Mới".to_owned() } else { "Cầu Đất".to_owned() });
    let changes = store.changed_since(id, &now, BASE_URL).unwrap();
    let mut told: Vec<&str> = changes.iter().map(|change| change.differences[0].field.as_str()).collect();
    told.sort_unstable();
    assert_eq!(told, ["name", "new", "retired"], "a sign that another file only touched is not new");
    assert_ne!(store.newest_change().unwrap(), STARTER_DATED);

    let reprint = Batch {
        signs: now.iter().filter(|plate| plate.code == renamed).cloned().collect(),
        terms: Terms { cause: OrderCause::Changed, reprint_of: Some(id), ..Terms::default() },
        ..batch(&mut store, 1)
    };
    let second = store.add_batch(&reprint, BY).unwrap();
    assert_eq!(
        store.changed_since(id, &now, BASE_URL).unwrap().iter().find(|change| change.code == renamed).unwrap().ordered_since,
        Some(second)
    );
    assert!(!store.changed_since(second, &now, BASE_URL).unwrap().iter().any(|change| change.code == renamed));
    let again = today(&mut store, |sign| if sign.code == renamed { "Tên Khác".to_owned() } else { "Cầu Đất".to_owned() });
    let changes = store.changed_since(id, &again, BASE_URL).unwrap();
    let due = |changes: &[PlateChange]| changes.iter().filter(|change| change.is_due()).map(|change| change.code).collect::<Vec<_>>();
    assert!(due(&changes).contains(&renamed), "a later plate that is wrong by now is no reason not to make another");
    assert!(!due(&store.changed_since(id, &now, BASE_URL).unwrap()).contains(&renamed));
}
