//! What a print shop can see and do at a terminal.

use crate::kit::{BASE_URL, Operator, Product, leave_out};
use std::path::Path;

/// Prints, and it must be done.
fn print(operator: &Operator, arguments: &[&str]) -> String {
    operator.done(&[&["print", "--base-url", BASE_URL], arguments].concat())
}

fn refused(operator: &Operator, arguments: &[&str], sentence: &str) {
    let ended = operator.run(&[&["print"], arguments].concat());
    assert_eq!(ended.code, 1, "{arguments:?}: {}{}", ended.out, ended.err);
    assert!(ended.err.contains(sentence), "{arguments:?}: {}", ended.err);
}

fn files_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn without_a_base_url_nothing_is_printed_and_the_way_is_told() {
    let operator = Operator::new();
    refused(&operator, &["--all", "--out", "sheets.pdf"], "--base-url");
    refused(&operator, &["--all", "--out", "sheets.pdf", "--base-url", "https://haiphong.gov.vn/qr"], "holds the path");
    assert!(!operator.path("sheets.pdf").exists());
}

#[test]
fn the_same_selection_gives_the_same_file_and_the_same_batch() {
    let (first, second) = (Operator::new(), Operator::new());
    assert!(print(&first, &["--street", "cau-dat", "le-chan", "--out", "a.pdf"]).contains("Batch 1"));
    assert!(print(&first, &["--street", "cau-dat", "le-chan", "--out", "b.pdf"]).contains("Batch 1"));
    assert!(print(&first, &["--street", "cau-dat", "--out", "c.pdf"]).contains("Batch 2"));
    print(&second, &["--street", "le-chan", "cau-dat", "--out", "a.pdf"]);
    let read = |operator: &Operator, name: &str| std::fs::read(operator.path(name)).unwrap();
    assert!(read(&first, "a.pdf") == read(&first, "b.pdf") && read(&first, "a.pdf") == read(&second, "a.pdf"));
    assert!(read(&first, "a.pdf") != read(&first, "c.pdf"));
}

#[test]
fn a_batch_is_printed_again_as_it_was_whatever_has_changed_since() {
    let operator = Operator::new();
    print(&operator, &["--street", "cau-dat", "--out", "first.pdf"]);
    operator.file("streets.csv", "slug,name\ncau-dat,Tên Mới\n");
    operator.done(&["import", "streets", "streets.csv"]);
    operator.done(&["print", "--batch", "1", "--base-url", "https://other.example", "--out", "again.pdf"]);
    assert!(std::fs::read(operator.path("first.pdf")).unwrap() == std::fs::read(operator.path("again.pdf")).unwrap());
    refused(&operator, &["--batch", "9", "--out", "x.pdf"], "no print batch 9");
}

#[test]
fn what_is_not_in_the_register_is_named_all_at_once() {
    let operator = Operator::new();
    let arguments = [
        "--base-url",
        BASE_URL,
        "--street",
        "cau-dat",
        "khong-co",
        "--sign",
        "K7M2Q2",
        "XXXXXX",
        "--ward",
        "11359",
        "99999",
        "--out",
        "x.pdf",
    ];
    refused(&operator, &arguments, "99999, K7M2Q2, XXXXXX, khong-co");
    refused(&operator, &["--base-url", BASE_URL, "--ward", "11311", "--out", "x.pdf"], "holds no sign");
    refused(&operator, &["--out", "x.pdf"], "required");
}

#[test]
fn a_ward_code_means_the_ward_of_today() {
    let operator = Operator::new();
    operator.file("signs.csv", "code,place_kind,place,number,ward\n,street,cau-dat,50,gia-vien\n,street,cau-dat,51,dang-giang-cu\n");
    operator.done(&["import", "signs", "signs.csv"]);
    // 11359 was Đằng Giang until 30 June 2025 and is Gia Viên since.
    assert!(print(&operator, &["--ward", "11359", "--out", "ward.pdf"]).contains("1 sign on 1 page,"));
}

#[test]
fn a_retired_sign_is_printed_only_when_it_is_named() {
    let operator = Operator::new();
    let signs = operator.done(&["export", "signs"]);
    let code = signs.lines().find(|line| line.contains(",street,cau-dat,")).unwrap()[..6].to_owned();
    operator.file("signs.csv", format!("code,state\n{code},retired\n"));
    operator.done(&["import", "signs", "signs.csv"]);
    assert!(print(&operator, &["--street", "cau-dat", "--out", "a.pdf"]).contains("6 signs"));
    assert!(print(&operator, &["--sign", &code.to_lowercase(), "--out", "b.pdf"]).contains("1 sign on 1 page,"));
}

#[test]
fn pictures_go_into_a_folder_one_file_a_sign() {
    let operator = Operator::new();
    for format in ["svg", "png"] {
        print(&operator, &["--street", "cau-dat", "--format", format, "--dpi", "100", "--out", format]);
        let names = files_in(&operator.path(format));
        let (artwork, beside): (Vec<&String>, Vec<&String>) = names.iter().partition(|name| name.ends_with(format));
        assert!(artwork.len() == 7 && artwork.iter().all(|name| name.len() == 10), "{names:?}");
        assert_eq!(beside, ["facts.pdf", "manifest.csv", "manifest.json"]);
        let checked = operator.done(&["check", format, "--base-url", BASE_URL]);
        assert!(checked.contains("7 symbols"), "{checked}");
    }
    print(&operator, &["--street", "cau-dat", "--format", "svg", "--sheet", "a3", "--out", "sheets"]);
    assert_eq!(files_in(&operator.path("sheets")).iter().filter(|name| name.ends_with(".svg")).count(), 2);
    print(&operator, &["--street", "cau-dat", "--sheet", "single", "--out", "single.pdf"]);
    assert!(operator.done(&["check", "single.pdf"]).contains("7 symbols on 7 pages"));
}

#[test]
fn a_path_of_the_wrong_kind_is_refused_before_any_work() {
    let operator = Operator::new();
    std::fs::create_dir(operator.path("folder")).unwrap();
    operator.file("file", "kept");
    refused(&operator, &["--all", "--base-url", BASE_URL, "--out", "folder"], "is a folder");
    refused(&operator, &["--all", "--base-url", BASE_URL, "--format", "svg", "--out", "file"], "is a file");
    refused(&operator, &["--all", "--base-url", BASE_URL, "--out", "nowhere/x.pdf"], "nowhere/x.pdf");
    refused(&operator, &["--all", "--base-url", BASE_URL, "--format", "png", "--dpi", "0", "--out", "png"], "dpi");
    refused(&operator, &["--all", "--base-url", BASE_URL, "--plate", "no-such", "--out", "x.pdf"], "no-such");
    assert_eq!(std::fs::read(operator.path("file")).unwrap(), b"kept");
}

#[test]
fn without_proof_there_is_no_batch_and_the_file_says_so() {
    let operator = Operator::new();
    let said = print(&operator, &["--street", "cau-dat", "--no-proof", "--out", "a.pdf"]);
    assert!(said.contains("NO symbol read back") && !said.contains("Batch"), "{said}");
    refused(&operator, &["--batch", "1", "--out", "x.pdf"], "no print batch 1");
    print(&operator, &["--street", "cau-dat", "--out", "b.pdf"]);
    assert!(std::fs::read(operator.path("a.pdf")).unwrap() != std::fs::read(operator.path("b.pdf")).unwrap());
}

#[test]
fn check_compares_any_file_with_the_register() {
    let (city, other) = (Operator::new(), Operator::new());
    other.file("signs.csv", "code,place_kind,place,number\n,street,cau-dat,70\n");
    other.done(&["import", "signs", "signs.csv"]);
    print(&other, &["--street", "cau-dat", "--out", "theirs.pdf"]);
    let path = other.path("theirs.pdf");
    let ended = city.run(&["check", path.to_str().unwrap(), "--base-url", BASE_URL]);
    assert_eq!(ended.code, 1);
    assert!(ended.out.contains("not in the register") && ended.out.contains("1 fault;"), "{}", ended.out);
    let ended = city.run(&["check", path.to_str().unwrap(), "--base-url", "https://other.example", "--json"]);
    let report: serde_json::Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!((report["symbols"].as_u64(), report["faults"].as_array().unwrap().len()), (Some(8), 8));
    city.file("broken.pdf", b"%PDF-1.7\nno more");
    city.file("not.pdf", b"hello");
    for name in ["broken.pdf", "not.pdf"] {
        let ended = city.run(&["check", name]);
        assert_eq!(ended.code, 1, "{name}: {}{}", ended.out, ended.err);
    }
    assert_eq!(city.run(&["check", "nowhere.pdf"]).code, 1);
    assert_eq!(city.run(&["check", "."]).code, 1);
}

#[test]
fn a_disk_that_fills_leaves_no_half_file() {
    let operator = Operator::new();
    let small = operator.path("small");
    std::fs::create_dir(&small).unwrap();
    let mount = std::process::Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(&small).status();
    if !mount.is_ok_and(|status| status.success()) {
        return leave_out("the right to make a small disk, which root has");
    }
    std::fs::write(small.join("sheets.pdf"), "the old one").unwrap();
    let ended = operator.run(&["print", "--base-url", BASE_URL, "--all", "--out", "small/sheets.pdf"]);
    let (left, old) = (files_in(&small), std::fs::read_to_string(small.join("sheets.pdf")).unwrap());
    let unmounted = std::process::Command::new("umount").arg(&small).status().unwrap().success();
    assert_eq!((ended.code, left.as_slice(), old.as_str()), (2, &["sheets.pdf".to_owned()][..], "the old one"), "{}", ended.err);
    assert!(ended.err.contains("sheets.pdf") && unmounted, "{}", ended.err);
}

#[test]
fn printing_goes_on_while_the_pages_are_served() {
    let product = Product::start();
    print(&product.operator, &["--street", "cau-dat", "--out", "a.pdf"]);
    assert_eq!(product.get("/vi/").status, 200);
}
