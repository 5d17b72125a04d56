//! What a survey found out about a sign: in files, in the office, and on the card of the sign.

use crate::kit::{BASE_URL, Operator, Product};
use tenpho::register::record::texts_of;
use tenpho::register::survey::parse_check_day;
use tenpho::register::{Line, PerLang, PhotoKind, PhotoWords, Place, PlaceKind, Role, SignCode, Slug};
use tenpho::store::{Error, NewPhoto, Store};
use tenpho::web::picture::picture_of;

const NOW: &str = "2027-05-13T00:00:00Z";

fn cau_dat() -> Place {
    Place { kind: PlaceKind::Street, slug: Slug::parse("cau-dat").unwrap() }
}

fn code_of(store: &mut Store) -> SignCode {
    store.signs_of(&cau_dat()).unwrap()[0].code
}

/// A picture of a place; `author` is empty where the public may not see it yet.
fn photo(store: &mut Store, by: i64, place: &Place, author: &str, shade: u8) -> i64 {
    let picture = image::RgbImage::from_pixel(40, 30, image::Rgb([shade, 40, 90]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    let picture = picture_of(&bytes.into_inner()).unwrap();
    let line = |text: &str| Line::parse(text).unwrap();
    let words = PhotoWords {
        author: line(author),
        licence: line("CC BY 4.0"),
        source: line("haiphong.gov.vn"),
        taken: line("2027"),
        alt: PerLang { vi: line("Biển phố Cầu Đất"), en: line("The sign of Cầu Đất") },
    };
    let new = NewPhoto { kind: PhotoKind::Photo, words: &words, digest: &picture.digest, files: &picture.files };
    store.add_photos(by, NOW, place, &[new]).unwrap()[0]
}

#[test]
fn a_survey_goes_out_and_comes_back_and_shows_on_the_card_of_its_sign() {
    let product = Product::start_with(Operator::new(), &["--base-url", BASE_URL]);
    let (mut store, editor) = (product.store(), product.account("lan", Role::Reviewer, "mật khẩu đủ dài 7", NOW));
    let (code, picture) = (code_of(&mut store), photo(&mut store, editor, &cau_dat(), "Lan", 10));
    let bare = product.get(&format!("/en/{code}")).body;
    for silent in ["Last checked", "At the corner", "On the", "numbers", "not surveyed", "<figure"] {
        assert!(!card(&bare).contains(silent), "{silent} without a survey: {}", card(&bare));
    }
    let file = format!(
        "code,side,corner,end_a,end_a_m,end_b,end_b_m,checked_on,photo,placement\n\
         {code},even,street/hoang-van-thu,street/le-loi,1250,đầu cầu,40,22/11/2026,{picture},cột điện số 3\n"
    );
    product.operator.file("survey.csv", file);
    product.operator.done(&["import", "signs", "survey.csv"]);
    let told = product.get_when(&format!("/en/{code}"), |page| page.body.contains("Last checked")).body;
    for said in [
        "<p>At the corner of ",
        "Hoàng Văn Thụ.</p>",
        "<p>On the side of the even numbers.</p>",
        "<p>1.3\u{a0}km to ",
        "Lê Lợi · 40\u{a0}m to đầu cầu</p>",
        "<p>cột điện số 3</p>",
        "<p>Last checked on 22 November 2026.</p>",
        "alt=\"The sign of Cầu Đất\"",
        &format!("/en/{code}/report?kind=different"),
        &format!("{BASE_URL}/{code}"),
    ] {
        assert!(card(&told).contains(said), "{said}: {}", card(&told));
    }
    let digest = card(&told).split("/assets/photo-").nth(1).and_then(|rest| rest.split([' ', '"']).next()).unwrap().to_owned();
    assert_eq!(product.get(&format!("/assets/photo-{digest}")).status, 200, "a picture that a sign shows is public");
    let first = product.operator.done(&["export", "signs"]);
    assert!(first.contains(",even,street/hoang-van-thu,street/le-loi,1250,đầu cầu,40,2026-11-22,"), "{first}");
    product.operator.file("signs.csv", first.clone());
    product.operator.done(&["import", "signs", "signs.csv"]);
    assert_eq!(product.operator.done(&["export", "signs"]), first);
    product.operator.file("less.csv", format!("code,state\n{code},installed\n"));
    product.operator.done(&["import", "signs", "less.csv"]);
    assert!(product.operator.done(&["export", "signs"]).contains(",even,street/hoang-van-thu,"), "what a file leaves out stays");
}

#[test]
fn a_survey_that_cannot_be_right_is_refused_by_its_column() {
    let operator = Operator::new();
    operator.done(&["export", "signs"]);
    let mut store = Store::open(&operator.path("tenpho.db")).unwrap();
    let code = code_of(&mut store);
    for (column, text) in [
        ("corner", "street/khong-co"),
        ("end_a", "landmark/khong-co"),
        ("end_a_m", "-3"),
        ("end_b_m", "100001"),
        ("end_b_m", "12.5"),
        ("checked_on", "2026-11"),
        ("checked_on", "~2026-11-22"),
        ("checked_on", "2026-02-30"),
        ("photo", "1"),
        ("photo", "x"),
        ("side", "a\u{202e}b"),
    ] {
        operator.file("bad.csv", format!("code,{column}\n{code},{text}\n"));
        let ended = operator.run(&["import", "signs", "bad.csv"]);
        assert_eq!(ended.code, 1, "{column} {text}");
        assert!(format!("{}{}", ended.out, ended.err).contains(column), "{column} {text}: {}{}", ended.out, ended.err);
    }
}

#[test]
fn only_a_public_picture_of_the_same_place_stands_with_a_sign() {
    let product = Product::start();
    let (mut store, editor) = (product.store(), product.account("lan", Role::Reviewer, "mật khẩu đủ dài 7", NOW));
    let code = code_of(&mut store);
    let elsewhere = Place { kind: PlaceKind::Street, slug: Slug::parse("le-loi").unwrap() };
    let [fine, nameless, foreign] = [
        photo(&mut store, editor, &cau_dat(), "Lan", 1),
        photo(&mut store, editor, &cau_dat(), "", 2),
        photo(&mut store, editor, &elsewhere, "Lan", 3),
    ];
    let name = |store: &mut Store, id: i64| {
        let sign = store.get_sign(code).unwrap();
        let base = texts_of(&sign);
        let mut named = sign;
        named.survey.photo = Some(id);
        store.change_sign(editor, NOW, &base, &named, &[])
    };
    for unfit in [nameless, foreign, 999] {
        assert!(matches!(name(&mut store, unfit), Err(Error::PhotoNotHere(id)) if id == unfit), "{unfit}");
    }
    assert!(name(&mut store, fine).is_ok());
    assert!(matches!(store.retire_photo(editor, NOW, &cau_dat(), fine), Err(Error::PhotoOnSign(sign)) if sign == code));
    // Out of use from before signs kept their pictures, it is on no page; the sign stays as it is, and can be changed.
    product.operator.edit(&format!("UPDATE photo SET retired_at = '{NOW}' WHERE id = {fine}"));
    let page = product.get_when(&format!("/en/{code}"), |page| !page.body.contains("<figure")).body;
    assert!(!page.contains("<figure"));
    let sign = store.get_sign(code).unwrap();
    let base = texts_of(&sign);
    let checked = parse_check_day("2027-05-13").unwrap();
    let mut later = sign;
    later.survey.checked_on = Some(checked);
    assert!(store.change_sign(editor, NOW, &base, &later, &[]).is_ok());
}

#[test]
fn a_corner_keeps_up_with_a_renaming() {
    let product = Product::start();
    let mut store = product.store();
    let code = code_of(&mut store);
    product.operator.file("corner.csv", format!("code,corner\n{code},street/le-loi\n"));
    product.operator.done(&["import", "signs", "corner.csv"]);
    product.operator.edit("UPDATE place SET slug = 'le-thai-to' WHERE kind = 'street' AND slug = 'le-loi'");
    assert!(product.operator.done(&["export", "signs"]).contains(",street/le-thai-to,"));
}

#[test]
fn the_office_fills_a_survey_in_and_is_told_what_is_wrong_with_it() {
    let product = Product::start();
    let editor = product.office(Role::Reviewer);
    let code = code_of(&mut product.store());
    let path = format!("/office/sign/{code}");
    let form = editor.get(&path).body;
    for field in ["side", "corner", "end_a", "end_a_m", "end_b", "end_b_m", "checked_on", "photo"] {
        assert!(form.contains(&format!("name=\"{field}\"")), "{field}");
    }
    let based_on = |store: &mut Store| serde_json::json!(texts_of(&store.get_sign(code).unwrap())).to_string();
    let saved = based_on(&mut product.store());
    let saved = editor.post(
        &path,
        &[
            ("based-on", &saved),
            ("side", "odd"),
            ("corner", "street/le-loi"),
            ("end_a", "sông"),
            ("end_a_m", "70"),
            ("checked_on", "1/5/2027"),
        ],
    );
    assert_eq!(saved.status, 303, "{}", saved.body);
    let survey = product.store().get_sign(code).unwrap().survey;
    assert_eq!(survey.texts().map(|(_, text)| text), ["odd", "street/le-loi", "sông", "70", "", "", "2027-05-01", ""].map(str::to_owned));
    for (field, text) in
        [("corner", "street/khong-co"), ("end_b", "street/khong-co"), ("photo", "77"), ("checked_on", "hôm qua"), ("end_a_m", "xa")]
    {
        let refused = editor.post(&path, &[("based-on", &based_on(&mut product.store())), (field, text)]);
        assert_eq!(refused.status, 422, "{field}");
        assert!(refused.body.contains(&format!("href=\"#field-{field}\"")), "{field}");
    }
}

/// The card of the sign on a page.
fn card(page: &str) -> &str {
    let from = page.find("<section class=\"sign\">").unwrap();
    &page[from..from + page[from..].find("</section>").unwrap()]
}
