//! What the office can do with records: change, add, rename, retire them, and give signs their codes; nothing is lost by it.

use crate::exchange_kit::{codes, register};
use crate::office_kit::bare_sign;
use std::path::Path;
use tempfile::TempDir;
use tenpho::edition::Edition;
use tenpho::exchange::{Kind, read};
use tenpho::register::named::parse_names;
use tenpho::register::record::{merge_fields, texts_of};
use tenpho::register::{FieldTexts, KnownDate, Lang, Line, Name, Place, PlaceKind, Record, Sign, SignState, Slug};
use tenpho::store::{Error, RecordAsked, RecordSaved, RenameAsked, SignSaved, Stamp, Store};
use tenpho::web::words::Words;

pub const AT: &str = "2027-05-13T00:00:00Z";
pub const EDITOR: i64 = 1;
const OTHER: i64 = 2;
const TRANSLATOR: i64 = 3;

/// A database with the small register, and three people in the office.
pub struct Desk {
    pub folder: TempDir,
    pub store: Store,
}

impl Desk {
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("tenpho.db");
        let (store, _) = Store::open_or_make(&path, Stamp { who: "test", at: AT }, || Ok::<_, Error>(register())).unwrap();
        add_people(&path);
        Self { folder, store }
    }

    /// What a query finds, as text.
    pub fn sql(&self, query: &str) -> String {
        let database = rusqlite::Connection::open(self.folder.path().join("tenpho.db")).unwrap();
        database
            .query_row(query, [], |row| row.get::<_, rusqlite::types::Value>(0))
            .map_or_else(|error| error.to_string(), |value| format!("{value:?}"))
    }

    pub fn rename(&mut self, from: &Place, name: &str) -> Result<Place, Error> {
        rename(&mut self.store, from, name)
    }

    pub fn texts(&mut self, place: &Place) -> FieldTexts {
        self.store.get_record(place).unwrap().0.texts()
    }

    /// Changes fields as somebody who began from `base`.
    pub fn change(&mut self, by: i64, place: &Place, base: &FieldTexts, fields: &[(&str, &str)]) -> Result<RecordSaved, Error> {
        let record = Record::read(place.kind, &with(base, fields)).unwrap();
        self.store.change_record(by, AT, &RecordAsked { place, based_on: base, record: &record, gave_up: &[] })
    }
}

pub fn add_people(database: &Path) {
    let database = rusqlite::Connection::open(database).unwrap();
    for (id, login, role) in [(EDITOR, "lan", "editor"), (OTHER, "hung", "reviewer"), (TRANSLATOR, "mai", "translator")] {
        let insert = "INSERT INTO editor VALUES (?1, ?2, ?2, ?3, '', '', '', 0, 'active', '')";
        database.execute(insert, (id, login, role)).unwrap();
    }
}

pub fn rename(store: &mut Store, from: &Place, name: &str) -> Result<Place, Error> {
    let (name, decision) = (Name::parse(name).unwrap(), Line::parse("NQ 12").unwrap());
    let since = Some(KnownDate::parse("2021-12-10").unwrap());
    store.rename_place(
        EDITOR,
        AT,
        &RenameAsked { place: from, name: &name, since, decision: &decision, is_correction: false, is_another: false },
    )
}

pub fn street(slug: &str) -> Place {
    Place { kind: PlaceKind::Street, slug: Slug::parse(slug).unwrap() }
}

fn with(base: &FieldTexts, fields: &[(&str, &str)]) -> FieldTexts {
    let mut texts = base.clone();
    texts.extend(fields.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned())));
    texts
}

#[test]
fn changes_to_different_fields_are_both_kept_and_the_same_field_is_a_conflict() {
    let mut desk = Desk::new();
    let place = street("cau-dat");
    let began = desk.texts(&place);
    assert!(matches!(desk.change(EDITOR, &place, &began, &[("length_m", "500")]), Ok(RecordSaved::Kept)));
    assert!(matches!(desk.change(OTHER, &place, &began, &[("districts", "Ngô Quyền")]), Ok(RecordSaved::Kept)));
    let both = desk.texts(&place);
    assert_eq!((both["length_m"].as_str(), both["districts"].as_str()), ("500", "Ngô Quyền"));
    let rows = desk.sql("SELECT count FROM history_head");
    let conflict = desk.change(OTHER, &place, &began, &[("length_m", "600"), ("note", "mới")]).unwrap();
    let RecordSaved::Conflict { theirs, merged, fields } = conflict else { panic!("{conflict:?}") };
    assert_eq!((fields, merged["length_m"].as_str(), theirs.texts()["length_m"].as_str()), (vec!["length_m".to_owned()], "600", "500"));
    assert_eq!((desk.texts(&place), desk.sql("SELECT count FROM history_head")), (both.clone(), rows));
    assert!(matches!(desk.change(OTHER, &place, &both, &[("length_m", "600")]), Ok(RecordSaved::Kept)));
    assert!(matches!(
        desk.change(
            OTHER,
            &place,
            &FieldTexts::from([("slug".to_owned(), "cau-dat".to_owned())]),
            &[("name", "Cầu Đất"), ("attestation", "doubtful")]
        ),
        Ok(RecordSaved::Conflict { .. })
    ));
    assert!(desk.sql("SELECT payload FROM history ORDER BY id DESC LIMIT 1").contains("600"));
}

#[test]
fn nobody_gets_half_of_a_position_from_each_of_two() {
    let texts = |lat: &str, lon: &str| FieldTexts::from([("lat".to_owned(), lat.to_owned()), ("lon".to_owned(), lon.to_owned())]);
    let merged = merge_fields(&texts("20.1", "106.1"), &texts("20.2", "106.1"), &texts("20.1", "106.2"));
    assert_eq!((merged.conflicts.len(), merged.fields), (2, texts("20.2", "106.1")));
    assert_eq!(merge_fields(&texts("1", "1"), &texts("1", "1"), &texts("2", "2")).fields, texts("2", "2"));
}

#[test]
fn what_was_written_under_the_old_name_is_kept_under_the_new_one() {
    let mut desk = Desk::new();
    let place = street("cau-dat");
    let began = desk.texts(&place);
    let now = desk.rename(&place, "Hoàng Văn Thụ").unwrap();
    assert_eq!(now, street("hoang-van-thu"));
    assert!(matches!(desk.change(OTHER, &place, &began, &[("length_m", "500")]), Ok(RecordSaved::Kept)));
    let after = desk.texts(&place);
    assert_eq!((after["name"].as_str(), after["length_m"].as_str(), after["slug"].as_str()), ("Hoàng Văn Thụ", "500", "hoang-van-thu"));
    let names = parse_names(&after["names"]).unwrap();
    assert_eq!(
        (names[0].name.as_str(), names[0].until.unwrap().to_string(), names[1].decision.as_str()),
        ("Cầu Đất", "2021-12-10".to_owned(), "NQ 12")
    );
}

#[test]
fn old_addresses_lead_on_over_two_renamings_and_back() {
    let mut desk = Desk::new();
    let (first, mut now) = (street("cau-dat"), street("cau-dat"));
    for name in ["Hoàng Văn Thụ", "Trần Phú"] {
        now = desk.rename(&now, name).unwrap();
    }
    let edition = Edition::new(desk.store.read_register().unwrap());
    for old in ["cau-dat", "hoang-van-thu"] {
        assert_eq!(edition.find_renamed(&street(old)), Some(&street("tran-phu")));
    }
    assert_eq!(desk.rename(&now, "Cầu Đất").unwrap(), first);
    let edition = Edition::new(desk.store.read_register().unwrap());
    assert_eq!((edition.find_renamed(&first), edition.find_renamed(&street("tran-phu"))), (None, Some(&first)));
    assert_eq!(edition.signs_of(&first).count(), 2);
    // Nobody else gets an address that already leads somewhere.
    let record =
        Record::read(PlaceKind::Street, &with(&FieldTexts::new(), &[("slug", "new"), ("name", "Trần Phú"), ("attestation", "confirmed")]))
            .unwrap();
    assert_eq!(desk.store.add_place(EDITOR, AT, &record, false).unwrap(), street("tran-phu-2"));
}

#[test]
fn a_file_from_before_a_renaming_makes_no_second_place() {
    let mut desk = Desk::new();
    desk.rename(&street("cau-dat"), "Hoàng Văn Thụ").unwrap();
    let register = desk.store.read_register().unwrap();
    let refused = read(Kind::Streets, b"slug,name\ncau-dat,C", &register, &mut codes(1)).unwrap_err();
    assert_eq!(refused.faults[0].reason.key, "slug-former");
    let made = read(Kind::Streets, "slug,name\n,Cầu Đất".as_bytes(), &register, &mut codes(1)).unwrap();
    assert!(format!("{:?}", made.records).contains("cau-dat-2"));
}

#[test]
fn a_name_that_exists_is_refused_unless_another_place_is_meant() {
    let mut desk = Desk::new();
    let refused = desk.rename(&street("cau-dat"), "Lê Lợi").unwrap_err();
    assert!(matches!(&refused, Error::NameTaken { place, .. } if *place == street("le-loi")), "{refused:?}");
    assert!(matches!(desk.rename(&street("cau-dat"), "Cầu Đất"), Err(Error::SameName(_))));
    assert!(matches!(desk.rename(&street("cau-dat"), "北京"), Err(Error::NoSlug(_))));
    let fields = with(&FieldTexts::new(), &[("slug", "new"), ("name", "LÊ LỢI"), ("attestation", "confirmed")]);
    let record = Record::read(PlaceKind::Street, &fields).unwrap();
    assert!(matches!(desk.store.add_place(EDITOR, AT, &record, false), Err(Error::NameTaken { .. })));
    assert_eq!(desk.sql("SELECT count(*) FROM street"), "Integer(2)");
    assert_eq!(desk.store.add_place(EDITOR, AT, &record, true).unwrap(), street("le-loi-2"));
    assert_eq!(desk.store.add_place(EDITOR, AT, &record, true).unwrap(), street("le-loi-3"));
}

#[test]
fn a_misspelling_that_is_mended_never_was_a_name() {
    let mut desk = Desk::new();
    let (name, decision) = (Name::parse("Cầu Đát").unwrap(), Line::default());
    let asked =
        RenameAsked { place: &street("cau-dat"), name: &name, since: None, decision: &decision, is_correction: true, is_another: false };
    assert_eq!(desk.store.rename_place(EDITOR, AT, &asked).unwrap(), street("cau-dat"));
    assert_eq!(
        (desk.texts(&street("cau-dat"))["names"].as_str(), desk.sql("SELECT count(*) FROM former_slug")),
        ("", "Integer(0)".to_owned())
    );
}

#[test]
fn every_act_is_in_the_history_and_none_is_done_by_who_may_not() {
    let mut desk = Desk::new();
    let place = street("cau-dat");
    let none = Line::default();
    let began = desk.texts(&place);
    let sign = bare_sign(&place);
    let refused = |result: Result<(), Error>| assert!(matches!(result, Err(Error::MayNot(_))), "{result:?}");
    refused(desk.change(TRANSLATOR, &place, &began, &[("note", "x")]).map(drop));
    refused(desk.store.retire_place(TRANSLATOR, AT, &place, "2025-07-01", &none).map(drop));
    refused(desk.store.add_sign(TRANSLATOR, AT, &sign, &mut codes(9)).map(drop));
    assert_eq!(desk.sql("SELECT count FROM history_head"), "Integer(1)");
    desk.change(EDITOR, &place, &began, &[("note", "x")]).unwrap();
    let now = desk.rename(&place, "Trần Phú").unwrap();
    desk.store.retire_place(EDITOR, AT, &place, "2025-07-01", &none).unwrap();
    assert!(matches!(desk.store.retire_place(EDITOR, AT, &now, "2025-07-01", &none), Err(Error::Changed)));
    desk.store.revive_place(EDITOR, AT, &now, &none).unwrap();
    desk.store.add_sign(EDITOR, AT, &sign, &mut codes(9)).unwrap();
    assert_eq!(
        desk.sql("SELECT group_concat(act, ' ') FROM (SELECT act FROM history ORDER BY id)"),
        "Text(\"start change rename retire revive add\")"
    );
    assert_eq!(desk.sql("SELECT count(DISTINCT place_id) FROM history WHERE place_id IS NOT NULL"), "Integer(1)");
}

#[test]
fn two_who_change_a_sign_keep_both_changes_or_are_asked() {
    let mut desk = Desk::new();
    let sign = desk.store.signs_of(&street("cau-dat")).unwrap().swap_remove(0);
    let base = texts_of(&sign);
    let damaged = Sign { state: SignState::Damaged, ..sign.clone() };
    let numbered = Sign { number: Some(7), ..sign.clone() };
    assert!(matches!(desk.store.change_sign(EDITOR, AT, &base, &damaged, &[]), Ok(SignSaved::Kept)));
    assert!(matches!(desk.store.change_sign(OTHER, AT, &base, &numbered, &[]), Ok(SignSaved::Kept)));
    let now = desk.store.get_sign(sign.code).unwrap();
    assert_eq!((now.state, now.number), (SignState::Damaged, Some(7)));
    let retired = Sign { state: SignState::Retired, ..sign.clone() };
    assert!(matches!(desk.store.change_sign(OTHER, AT, &base, &retired, &[]), Ok(SignSaved::Conflict { .. })));
    let taken = Sign { number: Some(2), ..now.clone() };
    assert!(matches!(desk.store.change_sign(OTHER, AT, &texts_of(&now), &taken, &[]), Err(Error::NumberTaken { number: 2, .. })));
}

#[test]
fn what_a_search_compares_follows_every_change() {
    let mut desk = Desk::new();
    let folded = "SELECT folded FROM place WHERE kind = 'street' AND slug LIKE '%-%' ORDER BY id LIMIT 1";
    assert!(desk.sql(folded).contains("cau dat"));
    desk.rename(&street("cau-dat"), "Hoàng Văn Thụ").unwrap();
    assert!(desk.sql(folded).contains("hoang van thu") && desk.sql(folded).contains("cau dat"));
    assert_eq!(desk.sql("SELECT count(*) FROM place WHERE folded = ''"), "Integer(0)");
}

#[test]
fn hostile_values_are_refused_field_by_field() {
    let base = Desk::new().texts(&street("cau-dat"));
    let long = "x".repeat(10_001);
    let hostile = [
        ("name", long.as_str()),
        ("note", long.as_str()),
        ("source", "a\0b"),
        ("districts", "a\u{202e}b"),
        ("length_m", "-1"),
        ("kind", "motorway"),
        ("namesake", "../x"),
        ("names", "name=A | from=1954-02-30"),
    ];
    for (field, text) in hostile {
        let faults = Record::read(PlaceKind::Street, &with(&base, &[(field, text)])).unwrap_err();
        assert_eq!(faults.iter().map(|fault| fault.field.as_str()).collect::<Vec<_>>(), [field]);
        assert_ne!(Words::of(Lang::Vi).tell(&faults[0].reason), faults[0].reason.key);
    }
    let all = Record::read(PlaceKind::Street, &with(&base, &hostile)).unwrap_err();
    assert_eq!(all.len(), hostile.len());
    let person = [("slug", "a"), ("name", "A"), ("kind", "person"), ("from", "19999"), ("until", "x")];
    assert_eq!(Record::read(PlaceKind::Namesake, &with(&FieldTexts::new(), &person)).unwrap_err().len(), 2);
}
