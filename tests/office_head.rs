//! Whose papers the minutes are: said once on the print desk, by those who answer for what is printed, and borne by every paper.

use crate::kit::Product;
use crate::office_kit::Staff;
use crate::papers::text_of;
use tenpho::register::{HistoryAct, OfficeHead, Role};
use tenpho::store::{HistoryAsked, Stamp};

const ABOVE: &str = "Ủy ban nhân dân thành phố Hải Phòng";
const OFFICE: &str = "Sở Văn hóa, Thể thao và Du lịch";
const DOTS: &str = "..........................................";

/// Orders one plate; gives the address of the batch.
fn ordered(product: &Product) -> String {
    let code = product.signs().remove(0).0;
    let mut store = product.store();
    let register = store.read_register().unwrap();
    let signs: Vec<_> = register.signs.iter().filter(|sign| sign.code.to_string() == code).collect();
    let batch = tenpho::store::Batch {
        id: 0,
        made_at: "2026-11-22T00:00:00Z".to_owned(),
        ordered_by: "hoa".to_owned(),
        base_url: "https://qr.haiphong.gov.vn".to_owned(),
        plate: "sub-180x120".to_owned(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        recipe: tenpho::store::Recipe { format: "pdf".to_owned(), ..tenpho::store::Recipe::default() },
        terms: tenpho::store::Terms::default(),
        manifest_sha256: None,
        signs: tenpho::office::plates::plates(&signs, &register),
    };
    let id = store.add_batch(&batch, Stamp { who: "hoa", at: "2026-11-22T00:00:00Z" }).unwrap();
    format!("/office/print/{id}")
}

fn minutes(staff: &Staff<'_>, batch: &str, paper: &str) -> Option<String> {
    let answer = staff.get(&format!("{batch}/{paper}.pdf"));
    assert_eq!(answer.status, 200, "{}", answer.body);
    text_of(&answer.bytes)
}

#[test]
fn the_minutes_bear_the_head_that_the_office_has_set() {
    let product = Product::start();
    let (batch, printer) = (ordered(&product), product.office(Role::Printer));
    if let Some(text) = minutes(&printer, &batch, "handover") {
        assert!(text.matches(DOTS).count() >= 2 && !text.contains("HẢI PHÒNG"), "nobody has said whose papers they are: {text}");
    }
    let saved = printer.post("/office/print/head", &[("above", ABOVE), ("office", &format!("  {OFFICE} "))]);
    assert_eq!((saved.status, saved.header("location")), (303, "/office/print?done=head#head"));
    let page = printer.get("/office/print?done=head");
    assert!(page.body.contains(&format!("value=\"{ABOVE}\"")) && page.body.contains(&format!("value=\"{OFFICE}\"")), "{}", page.body);
    for paper in ["handover", "acceptance"] {
        let Some(text) = minutes(&printer, &batch, paper) else { return };
        assert!(text.contains("SỞ VĂN HÓA, THỂ THAO") && text.contains("ỦY BAN NHÂN DÂN"), "{paper}: {text}");
        assert!(text.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") && text.contains("Độc lập - Tự do - Hạnh phúc"), "{paper}: {text}");
    }
}

#[test]
fn a_body_that_is_not_known_stays_a_dotted_line() {
    let product = Product::start();
    let (batch, reviewer) = (ordered(&product), product.office(Role::Reviewer));
    assert_eq!(reviewer.post("/office/print/head", &[("above", ""), ("office", OFFICE)]).status, 303);
    let Some(text) = minutes(&reviewer, &batch, "handover") else { return };
    assert!(text.contains("SỞ VĂN HÓA") && text.contains(DOTS) && !text.contains("ỦY BAN"), "{text}");
}

#[test]
fn a_change_of_the_head_is_told_and_a_refused_one_changes_nothing() {
    let product = Product::start();
    let printer = product.office(Role::Printer);
    for _ in 0..2 {
        assert_eq!(printer.post("/office/print/head", &[("above", ABOVE), ("office", OFFICE)]).status, 303);
    }
    let refused = printer.post("/office/print/head", &[("above", ABOVE), ("office", &"Sở ".repeat(80))]);
    assert!(refused.status == 422 && refused.body.contains("role=\"alert\""), "{} {}", refused.status, refused.body);
    assert!(refused.body.contains(&"Sở ".repeat(80)), "what was typed stays in the form");
    let mut store = product.store();
    assert_eq!(store.office_head().unwrap(), OfficeHead::parse(ABOVE, OFFICE).unwrap());
    let told = store.history(&HistoryAsked { act: Some(HistoryAct::OfficeHead), page: 1, ..HistoryAsked::default() }).unwrap().rows;
    assert_eq!(told.len(), 1, "saying the same again is no change");
    assert_eq!(told[0].payload["after"]["head-office"], OFFICE);
}

#[test]
fn who_only_reads_or_writes_cannot_say_whose_papers_they_are() {
    let product = Product::start();
    let editor = product.office(Role::Editor);
    assert!(!editor.get("/office/print").body.contains("/office/print/head"));
    assert_eq!(editor.post("/office/print/head", &[("above", ABOVE), ("office", OFFICE)]).status, 403);
    assert_eq!(product.store().office_head().unwrap(), OfficeHead::default());
}
