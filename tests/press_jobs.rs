//! What a print shop gets of a whole job: files, manifest, batches that come out the same years later, and reprints.

use crate::kit::{BASE_URL, Ended, Operator};
use serde_json::Value;
use std::path::Path;
use std::process::Stdio;

const PLATE: &str = include_str!("../data/plates/sub-180x120.toml");

fn print(operator: &Operator, arguments: &[&str]) -> Value {
    let told = operator.done(&[&["print", "--json", "--base-url", BASE_URL], arguments].concat());
    serde_json::from_str(&told).unwrap()
}

fn ended(operator: &Operator, arguments: &[&str]) -> Ended {
    operator.run(&[&["print", "--base-url", BASE_URL], arguments].concat())
}

fn refused(operator: &Operator, arguments: &[&str], sentence: &str) {
    let ended = ended(operator, arguments);
    assert_eq!(ended.code, 1, "{arguments:?}: {}{}", ended.out, ended.err);
    assert!(ended.err.contains(sentence), "{arguments:?}: {}", ended.err);
}

fn bytes(operator: &Operator, name: &str) -> Vec<u8> {
    std::fs::read(operator.path(name)).unwrap()
}

fn manifest(operator: &Operator, name: &str) -> Value {
    serde_json::from_slice(&bytes(operator, name)).unwrap()
}

/// The codes of a street's signs.
fn codes(operator: &Operator, street: &str) -> Vec<String> {
    let signs = operator.done(&["export", "signs"]);
    signs.lines().filter(|line| line.contains(&format!(",street,{street},"))).map(|line| line[..6].to_owned()).collect()
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_batch_comes_out_the_same_on_two_machines_restored_from_a_backup() {
    let city = Operator::new();
    let first = print(&city, &["--street", "cau-dat", "--dpi", "600", "--bwr", "40", "--sheet", "sra3", "--out", "first.pdf"]);
    city.done(&["backup", "copy.db"]);
    let hashes: Vec<(String, Vec<u8>)> = (0..2)
        .map(|_| {
            let other = Operator::new();
            std::fs::copy(city.path("copy.db"), other.path("copy.db")).unwrap();
            other.done(&["restore", "copy.db"]);
            let again = print(&other, &["--batch", "1", "--out", "again.pdf"]);
            (again["job_sha256"].as_str().unwrap().to_owned(), bytes(&other, "again.pdf"))
        })
        .collect();
    let whole = bytes(&city, "first.pdf");
    assert!(hashes.iter().all(|(hash, bytes)| !hash.is_empty() && *bytes == whole));
    assert_eq!(hashes[0].0, hashes[1].0);
    assert_eq!(first["job_sha256"].as_str().unwrap(), hashes[0].0, "whatever the file is called");
}

#[test]
fn every_plate_is_printed_and_found_in_its_manifest() {
    let operator = Operator::new();
    for plate in ["sub-180x120", "sub-150x200", "sticker-80x80", "name-750x400", "cutout"] {
        let out = format!("{plate}.pdf");
        let told = print(&operator, &["--street", "cau-dat", "--plate", plate, "--sheet", "roll-1300", "--out", &out]);
        assert_eq!(told["symbols_read_back"], 7, "{plate}: {told}");
        let manifest = manifest(&operator, &format!("{plate}.manifest.json"));
        assert_eq!(manifest["signs"].as_array().unwrap().len(), 7);
        assert_eq!(manifest["job"]["plate"], plate);
        assert_eq!(manifest["proof"]["clean"]["rxing"], 7, "{}", manifest["proof"]);
    }
    assert!(operator.done(&["check", "."]).contains("35 symbols"));
}

#[test]
fn a_folder_is_checked_by_its_manifest_without_the_database() {
    let operator = Operator::new();
    print(&operator, &["--street", "cau-dat", "--format", "svg", "--out", "job"]);

    let elsewhere = Operator::new();
    let checked = |folder: &str| elsewhere.run(&["check", operator.path(folder).to_str().unwrap(), "--json"]);
    let whole = checked("job");
    assert_eq!((whole.code, elsewhere.path("tenpho.db").exists()), (0, false), "{}{}", whole.out, whole.err);
    let report: Value = serde_json::from_str(&whole.out).unwrap();
    assert_eq!((report["symbols"].as_u64(), report["signs"].as_u64()), (Some(7), Some(7)));
    let faults = |ended: &Ended| -> Vec<String> {
        let report: Value = serde_json::from_str(&ended.out).unwrap();
        report["faults"].as_array().unwrap().iter().map(|fault| fault["key"].as_str().unwrap().to_owned()).collect()
    };
    let codes = codes(&operator, "cau-dat");
    let file = |code: &str| operator.path("job").join(format!("{code}.svg"));
    let (one, two) = (std::fs::read(file(&codes[0])).unwrap(), std::fs::read(file(&codes[1])).unwrap());
    // Two plates whose files were exchanged: every symbol reads, and every one is wrong.
    std::fs::write(file(&codes[0]), &two).unwrap();
    std::fs::write(file(&codes[1]), &one).unwrap();
    let found = faults(&checked("job"));
    assert!(found.contains(&"check-file-changed".to_owned()) && found.contains(&"check-other-payload".to_owned()), "{found:?}");
    std::fs::write(file(&codes[0]), &one).unwrap();
    std::fs::remove_file(file(&codes[1])).unwrap();
    assert_eq!(faults(&checked("job")), ["check-file-missing"]);
    std::fs::write(file(&codes[1]), &two).unwrap();
    std::fs::write(operator.path("job").join("stranger.svg"), &two).unwrap();
    assert_eq!(faults(&checked("job")), ["check-not-listed"]);
    std::fs::remove_file(operator.path("job").join("stranger.svg")).unwrap();
    let table = operator.path("job").join("manifest.csv");
    std::fs::write(&table, std::fs::read_to_string(&table).unwrap().replacen(",H,", ",L,", 1)).unwrap();
    assert_eq!(faults(&checked("job")), ["check-table"]);
    std::fs::write(operator.path("job").join("manifest.json"), "{\"manifest\": 1").unwrap();
    assert_eq!(checked("job").code, 1);
}

#[test]
fn one_plate_is_printed_again_as_it_was_with_its_code_and_a_cause() {
    let operator = Operator::new();
    print(&operator, &["--street", "cau-dat", "--plate", "sub-150x200", "--out", "all.pdf"]);
    operator.file("streets.csv", "slug,name\ncau-dat,Tên Mới\n");
    operator.done(&["import", "streets", "streets.csv"]);
    let code = codes(&operator, "cau-dat").remove(2);
    let told = print(&operator, &["--batch", "1", "--sign", &code, "--cause", "damaged", "--out", "one.pdf"]);
    assert_eq!((told["batch"].as_u64(), told["signs"].as_u64()), (Some(2), Some(1)));
    let manifest = manifest(&operator, "one.manifest.json");
    let row = &manifest["signs"][0];
    let whole: Value = serde_json::from_slice(&bytes(&operator, "all.manifest.json")).unwrap();
    assert_eq!(manifest["job"]["plate_sha256"], whole["job"]["plate_sha256"]);
    assert_eq!(
        (row["code"].as_str(), row["name"].as_str(), row["plate"].as_str()),
        (Some(code.as_str()), Some("Cầu Đất"), Some("sub-150x200"))
    );
    assert_eq!((manifest["job"]["cause"].as_str(), manifest["job"]["reprint_of"].as_u64()), (Some("damaged"), Some(1)));
    refused(&operator, &["--batch", "1", "--sign", &code, "K7M2Q2", "XYZ", "--out", "x.pdf"], "K7M2Q2, XYZ");
}

#[test]
fn what_changed_since_a_batch_is_printed_and_nothing_else() {
    let operator = Operator::new();
    print(&operator, &["--street", "cau-dat", "le-chan", "--out", "all.pdf"]);
    refused(&operator, &["--since", "1", "--out", "x.pdf"], "no sign");
    operator.file("streets.csv", "slug,name\nle-chan,Tên Mới\n");
    operator.done(&["import", "streets", "streets.csv"]);
    let told = print(&operator, &["--since", "1", "--out", "since.pdf"]);
    let (changed, le_chan) = (manifest(&operator, "since.manifest.json"), codes(&operator, "le-chan"));
    assert_eq!(told["signs"].as_u64(), Some(le_chan.len() as u64));
    assert!(changed["signs"].as_array().unwrap().iter().all(|row| row["name"] == "Tên Mới"));
    assert_eq!((changed["job"]["cause"].as_str(), changed["job"]["reprint_of"].as_u64()), (Some("changed"), Some(1)));
    refused(&operator, &["--since", "1", "--out", "x.pdf"], "no sign");
    let missing = print(&operator, &["--missing", "--no-proof", "--out", "rest.pdf"])["signs"].as_u64().unwrap();
    let all = operator.done(&["export", "signs"]).lines().count() as u64 - 1;
    assert_eq!(missing, all - le_chan.len() as u64 - 7);
}

#[test]
fn a_batch_with_a_sign_retired_meanwhile_is_printed_and_the_printer_told() {
    let operator = Operator::new();
    print(&operator, &["--street", "cau-dat", "--out", "all.pdf"]);
    let code = codes(&operator, "cau-dat").remove(0);
    operator.file("signs.csv", format!("code,state\n{code},retired\n"));
    operator.done(&["import", "signs", "signs.csv"]);
    let again = ended(&operator, &["--batch", "1", "--out", "again.pdf"]);
    assert_eq!(again.code, 0, "{}", again.err);
    assert!(
        again.err.contains(&format!("{}-{}", &code[..3], &code[3..])) && bytes(&operator, "all.pdf") == bytes(&operator, "again.pdf"),
        "{}",
        again.err
    );
}

#[test]
fn a_plate_of_ones_own_is_a_file_that_keeps_the_rules() {
    let operator = Operator::new();
    operator.file("mine.toml", PLATE.replace("name = \"sub-180x120\"", "name = \"mine\"").replace("width = 180.0", "width = 200.0"));
    print(&operator, &["--street", "cau-dat", "--plate", "mine.toml", "--out", "mine.pdf"]);
    std::fs::remove_file(operator.path("mine.toml")).unwrap();
    print(&operator, &["--batch", "1", "--out", "again.pdf"]);
    assert!(bytes(&operator, "mine.pdf") == bytes(&operator, "again.pdf"), "the batch keeps the plate's file");
    let plate = |change: (&str, &str), sentence: &str| {
        operator.file("bad.toml", PLATE.replacen(change.0, change.1, 1));
        refused(&operator, &["--street", "cau-dat", "--plate", "bad.toml", "--out", "x.pdf"], sentence);
    };
    plate(("bleed", "blood"), "blood");
    plate(("width = 180.0", "width = -180.0"), "negative");
    plate(("width = 180.0", "width = 1e9"), "2000 mm");
    plate(("pad = 0.5", "pad = 0.1"), "quiet zone");
    plate(("quiet = 115.0", "quiet = 130.0"), "quiet zone of four modules");
    refused(&operator, &["--street", "cau-dat", "--plate", "nowhere.toml", "--out", "x.pdf"], "nowhere.toml");
    operator.file("binary.toml", [0xff_u8, 0xfe, 0x00]);
    refused(&operator, &["--street", "cau-dat", "--plate", "binary.toml", "--out", "x.pdf"], "binary.toml");
}

#[test]
fn sheets_of_ones_own_are_filled_from_where_the_last_ones_ended() {
    let operator = Operator::new();
    let place = |arguments: &[&str]| {
        let told = print(&operator, &[&["--street", "cau-dat", "--out", "a.pdf"], arguments].concat());
        let manifest = manifest(&operator, "a.manifest.json");
        let rows = manifest["signs"].as_array().unwrap();
        (told["pages"].as_u64().unwrap(), rows[0]["position"].as_u64().unwrap(), rows[0]["sheet"].as_u64().unwrap())
    };
    assert_eq!(place(&[]), (2, 1, 1));
    assert_eq!(place(&["--skip", "2"]), (3, 3, 1));
    assert_eq!(place(&["--sheet", "roll-600"]).0, 1);
    assert_eq!(place(&["--sheet", "1000x700", "--skip", "1"]), (1, 2, 1));
    refused(&operator, &["--street", "cau-dat", "--skip", "4", "--out", "x.pdf"], "at most 3");
    refused(&operator, &["--street", "cau-dat", "--sheet", "100x100", "--out", "x.pdf"], "100x100");
    let wrong = operator.run(&["print", "--street", "cau-dat", "--sheet", "roll-9", "--out", "x.pdf"]);
    assert!(wrong.code == 1 && wrong.err.contains("roll-9"), "{} {}", wrong.code, wrong.err);
}

#[test]
fn a_plate_with_two_sides_is_printed_back_to_back() {
    let operator = Operator::new();
    operator.file("two.toml", PLATE.replace("safe = 5.0", "safe = 5.0\nsides = 2"));
    let told = print(&operator, &["--street", "cau-dat", "--plate", "two.toml", "--sheet", "a3", "--out", "two.pdf"]);
    assert_eq!((told["pages"].as_u64(), told["symbols_read_back"].as_u64(), told["signs"].as_u64()), (Some(4), Some(14), Some(7)));
    let manifest = manifest(&operator, "two.manifest.json");
    let rows = manifest["signs"].as_array().unwrap();
    let of = |page: u64| -> Vec<(f64, String)> {
        let on = rows.iter().filter(|row| row["page"] == page);
        on.map(|row| (row["x_mm"].as_f64().unwrap(), row["code"].as_str().unwrap().to_owned())).collect()
    };
    for ((front, code), (back, same)) in of(1).iter().zip(of(2)) {
        assert_eq!(*code, same);
        assert!((front + back + 180.0 - 420.0).abs() < 0.01, "{front} and {back} lie back to back");
    }
}

#[test]
fn a_shop_calls_its_inks_as_it_likes() {
    let operator = Operator::new();
    print(&operator, &["--street", "cau-dat", "--spot", "ground=PANTONE 2748 C", "cut=CutContour", "accent=", "--out", "a.pdf"]);
    let text = String::from_utf8_lossy(&bytes(&operator, "a.pdf")).into_owned();
    assert!(text.contains("/PANTONE#202748#20C") && text.contains("/CutContour") && !text.contains("Sign#20Red"));
    for wrong in ["ground", "sky=Blue", "ground=Cyan", "ground=Xanh đậm"] {
        refused(&operator, &["--street", "cau-dat", "--spot", wrong, "--out", "x.pdf"], "ground, accent, white, cut");
    }
}

#[test]
fn bad_numbers_and_profiles_are_refused_in_a_sentence() {
    let operator = Operator::new();
    let street = ["--street", "cau-dat", "--out", "x.pdf"];
    let with = |arguments: &[&str], sentence: &str| refused(&operator, &[&street[..], arguments].concat(), sentence);
    with(&["--dpi", "0"], "0 dpi");
    with(&["--dpi", "25"], "dots at 25 dpi");
    refused(&operator, &["--all", "--format", "svg", "--dpi", "25", "--out", "pages"], "dots at 25 dpi");
    assert!(!operator.path("pages").exists(), "refused before anything is made");
    with(&["--bwr", "5000"], "5000 µm");
    with(&["--icc", "nowhere.icc"], "nowhere.icc");
    operator.file("text.icc", "hello");
    with(&["--icc", "text.icc"], "profile");
    assert!(!operator.path("x.pdf").exists() && names_in(operator.folder.path()).iter().all(|name| !name.starts_with(".tenpho-")));
}

#[test]
fn one_unknown_code_among_five_hundred_is_named_and_nothing_is_printed() {
    let operator = Operator::new();
    let signs = operator.done(&["export", "signs"]);
    let mut codes: Vec<&str> = signs.lines().skip(1).take(499).map(|line| &line[..6]).collect();
    codes.insert(250, "K7M2Q2");
    let ended = ended(&operator, &[&["--out", "x.pdf", "--sign"], &codes[..]].concat());
    assert!(ended.code == 1 && ended.err.contains(": K7M2Q2."), "{}", ended.err);
}

#[test]
fn a_reader_that_goes_away_stops_nothing() {
    let operator = Operator::new();
    let arguments = ["print", "--json", "--base-url", BASE_URL, "--street", "cau-dat", "--out", "a.pdf"];
    let mut running = operator.command(&arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    drop(running.stdout.take());
    running.wait().unwrap();
    assert!(operator.done(&["check", "."]).contains("7 symbols"));
}

#[test]
fn two_runs_at_once_leave_one_whole_file_and_two_batches() {
    let operator = Operator::new();
    operator.done(&["export", "signs", "--out", "signs.csv"]);
    let runs: Vec<_> = ["cau-dat", "le-chan"]
        .map(|street| {
            let arguments = ["print", "--base-url", BASE_URL, "--street", street, "--out", "same.pdf"];
            operator.command(&arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .into_iter()
        .collect();
    for run in runs {
        let output = run.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    // Artwork and manifest are of one run: a folder whose hashes did not agree would be refused.
    operator.done(&["check", "."]);
    print(&operator, &["--batch", "1", "--out", "one.pdf"]);
    print(&operator, &["--batch", "2", "--out", "two.pdf"]);
    assert!(bytes(&operator, "one.pdf") != bytes(&operator, "two.pdf"));
}
