//! What still knows a place after it was renamed: the days on which it is remembered, and the texts that lead to it.

use crate::exchange_kit::{codes, link, register};
use tempfile::TempDir;
use tenpho::edition::Edition;
use tenpho::exchange::{Kind, read, write_csv};
use tenpho::register::{Lang, Line, Name, Place, PlaceKind, Register, Slug, text_findings};
use tenpho::store::{Error, RenameAsked, Stamp, Store};
use tenpho::web::remembered::{remembered, remembered_markup};
use tenpho::web::telling::Telling;
use tenpho::web::words::Words;

const AT: &str = "2027-05-13T00:00:00Z";

fn street(slug: &str) -> Place {
    Place { kind: PlaceKind::Street, slug: Slug::parse(slug).unwrap() }
}

fn namesake(slug: &str) -> Place {
    Place { kind: PlaceKind::Namesake, slug: Slug::parse(slug).unwrap() }
}

/// The small register after somebody has given a place another name, and the place as it is called now.
fn after_renaming(place: &Place, name: &str) -> (Place, Register) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("tenpho.db");
    let (mut store, _) = Store::open_or_make(&path, Stamp { who: "test", at: AT }, || Ok::<_, Error>(register())).unwrap();
    let editor = "INSERT INTO editor VALUES (1, 'lan', 'lan', 'editor', '', '', '', 0, 'active', '')";
    rusqlite::Connection::open(&path).unwrap().execute(editor, []).unwrap();
    let (name, decision) = (Name::parse(name).unwrap(), Line::default());
    let asked = RenameAsked { place, name: &name, since: None, decision: &decision, is_correction: false, is_another: false };
    let now = store.rename_place(1, AT, &asked).unwrap();
    assert_ne!(now, *place);
    (now, store.read_register().unwrap())
}

#[test]
fn a_renaming_loses_no_day_that_is_remembered() {
    let (now, register) = after_renaming(&namesake("le-loi"), "Lê Thái Tổ");
    let edition = Edition::new(register.clone());
    let day = edition.remembered_on(10, 5).next().unwrap();
    assert_eq!(day.shown_on, [now.clone(), street("cau-dat")]);
    let today = jiff::civil::Date::new(2027, 10, 5).unwrap();
    for place in [Some(&now), Some(&street("le-loi")), Some(&street("cau-dat")), None] {
        let said = remembered_markup(&remembered(&edition, today, place, Words::of(Lang::Vi))).into_string();
        assert!(said.contains("Ngày này năm 1433, Lê Thái Tổ"), "{place:?}: {said}");
    }
    let written = write_csv(Kind::Anniversaries, &register, &link);
    let again = read(Kind::Anniversaries, &written, &register, &mut codes(1));
    assert!(again.is_ok(), "{:?}", again.err().map(|report| report.faults));
}

#[test]
fn days_of_a_database_from_before_lose_no_place_whatever_it_was_called_then() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("tenpho.db");
    let old = rusqlite::Connection::open(&path).unwrap();
    let mut steps: Vec<_> = std::fs::read_dir("src/store/migrations").unwrap().map(|file| file.unwrap().path()).collect();
    steps.sort();
    for step in &steps[..13] {
        old.execute_batch(&std::fs::read_to_string(step).unwrap()).unwrap();
    }
    old.pragma_update(None, "application_id", 0x546E_5068).unwrap();
    old.pragma_update(None, "user_version", 13).unwrap();
    old.execute_batch(
        "INSERT INTO place (id, kind, slug) VALUES (1, 'namesake', 'nay'), (2, 'street', 'hai');
         INSERT INTO former_slug VALUES ('namesake', 'xua', 1);
         INSERT INTO anniversary VALUES (1, 'ca-hai', '1433-10-05', 'event', 'namesake/xua ; street/hai', 'Ngày hội.', '', '', '', '', '', ''),
            (2, 'moi-noi', '1955-05-13', 'event', '', 'Ngày hội.', '', '', '', '', '', '')",
    )
    .unwrap();
    drop(old);
    let register = Store::open(&path).unwrap().read_register().unwrap();
    let shown: Vec<String> = register.anniversaries.iter().map(|day| format!("{:?}", day.shown_on)).collect();
    let both = [namesake("nay"), street("hai")];
    assert_eq!(shown, [format!("{both:?}"), "[]".to_owned()]);
}

#[test]
fn a_link_in_a_text_leads_on_to_a_place_that_was_renamed() {
    let (now, mut register) = after_renaming(&street("cau-dat"), "Hoàng Văn Thụ");
    register.stories[0].body = "Xem [phố ấy](street/cau-dat).".to_owned();
    let dead = text_findings(&register).into_iter().filter(|finding| finding.sentence.key == "text-dead-link").count();
    assert_eq!(dead, 0);
    let edition = Edition::new(register);
    let told = Telling::of(&edition, edition.find(&now).unwrap(), edition.find_story(&now, Lang::Vi), Words::of(Lang::Vi));
    assert!(told.body.contains("<a href=\"/vi/street/hoang-van-thu\">phố ấy</a>"), "{}", told.body);
}
