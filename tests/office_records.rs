//! What the office can do with records: change, add, rename, retire them, and give signs their codes; nothing is lost by it.

use crate::exchange_kit::{codes, link, register};
use crate::kit::{Operator, Product, Staff};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::path::Path;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tenpho::edition::Edition;
use tenpho::exchange::{Kind, read, write_csv};
use tenpho::register::listed::line_of;
use tenpho::register::named::{line_of_names, parse_names};
use tenpho::register::record::{merge_fields, texts_of};
use tenpho::register::source::sources_of;
use tenpho::register::{
    Explained, FieldTexts, KnownDate, Lang, Line, Name, NamePeriod, Place, PlaceKind, Placement, Record, Role, Sign, SignState, Slug,
    Source, SourceKind, Survey,
};
use tenpho::store::{Error, RecordAsked, RecordSaved, RenameAsked, SignAsked, SignSaved, Stamp, Store};
use tenpho::web::sources::shown_source;
use tenpho::web::words::Words;

const AT: &str = "2027-05-13T00:00:00Z";
const EDITOR: i64 = 1;
const OTHER: i64 = 2;
const TRANSLATOR: i64 = 3;

/// A database with the small register, and three people in the office.
struct Desk {
    folder: TempDir,
    store: Store,
}

impl Desk {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("tenpho.db");
        let (store, _) = Store::open_or_make(&path, Stamp { who: "test", at: AT }, || Ok::<_, Error>(register())).unwrap();
        add_people(&path);
        Self { folder, store }
    }

    /// What a query finds, as text.
    fn sql(&self, query: &str) -> String {
        let database = rusqlite::Connection::open(self.folder.path().join("tenpho.db")).unwrap();
        database
            .query_row(query, [], |row| row.get::<_, rusqlite::types::Value>(0))
            .map_or_else(|error| error.to_string(), |value| format!("{value:?}"))
    }

    fn rename(&mut self, from: &Place, name: &str) -> Result<Place, Error> {
        rename(&mut self.store, from, name)
    }

    fn texts(&mut self, place: &Place) -> FieldTexts {
        self.store.get_record(place).unwrap().0.texts()
    }

    /// Changes fields as somebody who began from `base`.
    fn change(&mut self, by: i64, place: &Place, base: &FieldTexts, fields: &[(&str, &str)]) -> Result<RecordSaved, Error> {
        let record = Record::read(place.kind, &with(base, fields)).unwrap();
        self.store.change_record(by, AT, &RecordAsked { place, based_on: base, record: &record, gave_up: &[] })
    }
}

fn add_people(database: &Path) {
    let database = rusqlite::Connection::open(database).unwrap();
    for (id, login, role) in [(EDITOR, "lan", "editor"), (OTHER, "hung", "reviewer"), (TRANSLATOR, "mai", "translator")] {
        let insert = "INSERT INTO editor VALUES (?1, ?2, ?2, ?3, '', '', '', 0, 'active', '')";
        database.execute(insert, (id, login, role)).unwrap();
    }
}

fn rename(store: &mut Store, from: &Place, name: &str) -> Result<Place, Error> {
    let (name, decision) = (Name::parse(name).unwrap(), Line::parse("NQ 12").unwrap());
    let since = Some(KnownDate::parse("2021-12-10").unwrap());
    store.rename_place(
        EDITOR,
        AT,
        &RenameAsked { place: from, name: &name, since, decision: &decision, is_correction: false, is_another: false },
    )
}

fn street(slug: &str) -> Place {
    Place { kind: PlaceKind::Street, slug: Slug::parse(slug).unwrap() }
}

fn with(base: &FieldTexts, fields: &[(&str, &str)]) -> FieldTexts {
    let mut texts = base.clone();
    texts.extend(fields.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned())));
    texts
}

const PIECES: [&str; 19] = [
    ";",
    "|",
    "=",
    "kind=book",
    "name=",
    "a",
    "Phố Khách",
    "https://x.vn/a;b|c",
    "1954",
    "~1900",
    ",",
    "/",
    "''",
    "\u{37e}",
    "\u{338}",
    "đ",
    "title=x",
    "((",
    "—",
];

fn any_line(chance: &mut StdRng) -> Line {
    let pieces: Vec<&str> = (0..chance.random_range(0..5)).map(|_| PIECES[chance.random_range(0..PIECES.len())]).collect();
    Line::parse(&pieces.join(" ")).unwrap()
}

fn any_date(chance: &mut StdRng) -> Option<KnownDate> {
    let dates = ["", "1954", "1954-10", "13/10/1954", "~938", "10/1954"];
    KnownDate::parse(dates[chance.random_range(0..dates.len())]).ok()
}

fn line_of_sources(sources: &[Source]) -> String {
    line_of(sources.iter().map(Source::line))
}

#[test]
fn whatever_is_listed_in_one_line_is_read_back_as_it_was_written() {
    let mut chance = StdRng::seed_from_u64(1954);
    for _ in 0..20_000 {
        let source = |chance: &mut StdRng| Source {
            kind: SourceKind::ALL[chance.random_range(0..SourceKind::ALL.len())],
            title: any_line(chance),
            number: any_line(chance),
            date: any_date(chance),
            issuer: any_line(chance),
            page: any_line(chance),
            link: Line::parse(["", "https://haiphong.gov.vn/a?b=c", "http://x.vn"][chance.random_range(0..3)]).unwrap(),
            scan: Some(chance.random_range(1..99)).filter(|scan| scan % 2 == 0),
        };
        let sources: Vec<Source> = (0..chance.random_range(0..4)).map(|_| source(&mut chance)).collect();
        let line = line_of_sources(&sources);
        assert_eq!(line_of_sources(&sources_of(&line)), line);
        assert!(sources_of(&line).len() <= sources.len(), "{line}");
        let name = |chance: &mut StdRng| NamePeriod {
            name: Name::parse(&format!("{} x", any_line(chance))).unwrap(),
            from: any_date(chance),
            until: None,
            decision: any_line(chance),
        };
        let names: Vec<NamePeriod> = (0..chance.random_range(0..4)).map(|_| name(&mut chance)).collect();
        let line = line_of_names(&names);
        let again = parse_names(&line).unwrap_or_else(|error| panic!("{line}: {error}"));
        assert_eq!((again.len(), line_of_names(&again)), (names.len(), line));
    }
}

#[test]
fn a_plain_source_stays_letter_for_letter_what_it_was() {
    for plain in [
        "https://haiphong.gov.vn/a?b=c&d",
        "background",
        "Sách a=b, tr. 3",
        "data/HP.json, MIT) | x",
        "kind=book",
        "kind=zeppelin | title=x",
    ] {
        assert_eq!(Source::parse(plain).line(), plain);
        assert_eq!(line_of_sources(&sources_of(&format!("{plain} ; {plain}"))), format!("{plain} ; {plain}"));
    }
    assert_eq!(Source::parse("kind=website | link=javascript:alert(1)").link, Line::default());
    assert!(Source::read("kind=website | link=javascript:alert(1)").is_err());
}

#[test]
fn a_source_is_cited_as_its_readers_cite() {
    let line = "kind=decision | title=Nghị quyết | number=12/NQ-HĐND | date=2021-12-10 | issuer=HĐND thành phố | page=3";
    let source = Source::parse(line);
    assert_eq!(shown_source(&source, Words::of(Lang::Vi)), "Nghị quyết 12/NQ-HĐND ngày 10/12/2021 của HĐND thành phố, tr. 3");
    assert_eq!(shown_source(&source, Words::of(Lang::En)), "Nghị quyết 12/NQ-HĐND of 10 December 2021 by HĐND thành phố, p. 3");
    let book = Source::parse("kind=book | title=Địa chí Hải Phòng | date=1990 | issuer=NXB Hải Phòng | page=41");
    assert_eq!(shown_source(&book, Words::of(Lang::Vi)), "Địa chí Hải Phòng, NXB Hải Phòng, 1990, tr. 41");
    assert_eq!(shown_source(&Source::parse("https://www.haiphong.gov.vn/"), Words::of(Lang::En)), "haiphong.gov.vn");
}

#[test]
fn a_wrong_date_and_a_time_that_runs_backwards_are_refused() {
    for good in ["1954", "1954-10", "10/1954", "13/10/1954", "~1900", "29/2/2024", "938"] {
        let date = KnownDate::parse(good).unwrap();
        assert_eq!(KnownDate::parse(&date.to_string()), Ok(date), "{good}");
    }
    for wrong in [
        "",
        "54",
        "19545",
        "1954-13",
        "1954-02-30",
        "29/2/2023",
        "0",
        "0000",
        "9999",
        "-1954",
        "1954-10-13-1",
        "năm 1954",
        "1954\u{202e}",
        "١٩٥٤",
    ] {
        assert!(KnownDate::parse(wrong).is_err(), "{wrong}");
    }
    assert!(parse_names("name=A | from=1954-10 | until=1954").is_ok());
    for wrong in ["name=A | from=1955 | until=1954", "name=A | form=1955", "A | B", "name= | from=1954", "name=A\u{202e} | from=1954"] {
        assert!(parse_names(wrong).is_err(), "{wrong}");
    }
    assert!(parse_names(&"x ; ".repeat(5_000)).is_err());
}

#[test]
fn names_over_time_come_back_from_a_file() {
    let register = register();
    let file = "slug,names\ncau-dat,Phố Khách ; name=Avenue Paul Doumer | from=~1900 | until=1945 | decision=Nghị định\n";
    let found = read(Kind::Streets, file.as_bytes(), &register, &mut codes(1)).unwrap();
    let mut after = register.clone();
    found.records.put_into(&mut after);
    let written = write_csv(Kind::Streets, &after, &link);
    assert!(String::from_utf8_lossy(&written).contains("name=Avenue Paul Doumer | from=~1900 | until=1945 | decision=Nghị định"));
    let again = read(Kind::Streets, &written, &register, &mut codes(1)).unwrap();
    let mut twice = register;
    again.records.put_into(&mut twice);
    assert_eq!(write_csv(Kind::Streets, &twice, &link), written);
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
    let sign = SignAsked {
        place: &place,
        number: None,
        ward: None,
        state: SignState::Planned,
        placement: Placement::NotSurveyed,
        point: None,
        mounting_m: None,
        distance_m: None,
        survey: Survey::default(),
    };
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
    let sign = SignAsked {
        place: &place,
        number: None,
        ward: None,
        state: SignState::Planned,
        placement: Placement::NotSurveyed,
        point: None,
        mounting_m: None,
        distance_m: None,
        survey: Survey::default(),
    };
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

/// The value of a hidden field as a browser would send it back.
fn hidden(page: &str, name: &str) -> String {
    let value = page.split_once(&format!("name=\"{name}\" value=\"")).and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default();
    value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
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
