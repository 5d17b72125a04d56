//! What lies beside the artwork: a row a sign, hashes that can be checked by hand, and what is read where it hangs.

use crate::kit::tool;
use crate::print_kit::codes;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::Arc;
use tenpho::print::manifest::{COLUMNS, FileFacts, JobFacts, LONGEST, SignRow, rows};
use tenpho::print::sizing::{judge, smallest_plate_for};
use tenpho::print::{Error, Format, Grid, Hangs, Job, Manifest, ManifestFault, Plate, PlateText, PlateWords, Sheet, Warning, warnings};
use tenpho::qr::BaseUrl;
use tenpho::register::{Explained, Fault, SignCode};

const BASE: &str = "https://qr.haiphong.gov.vn";

pub fn job_of(plate: &str, count: usize, sheet: Option<Sheet>) -> Job {
    let base = BaseUrl::parse(BASE).unwrap();
    let names = ["Cầu Đất", "Lê Chân", "Xô Viết Nghệ Tĩnh", "Hoàng Văn Thụ"];
    let sign = |(at, code): (usize, SignCode)| PlateText {
        code,
        link: base.link(code),
        kind_word: Some("Phố".into()),
        name: names[at / 7 % names.len()].into(),
        number: u32::try_from(at % 7 + 1).ok(),
        place: format!("street/{}", at / 7).into(),
        ward: "Ngô Quyền".into(),
        hangs: Hangs::default(),
        warning: None,
    };
    let plate = Plate::get(plate).unwrap();
    let words =
        PlateWords { first: "Quét mã để tìm hiểu".to_owned(), second: "Scan to learn more".to_owned(), ..PlateWords::default() };
    Job {
        spots: Arc::new(plate.spots()),
        plate,
        sheet,
        words,
        signs: codes(count).into_iter().enumerate().map(sign).collect(),
        device: Grid::new(Some(600), 20).unwrap(),
        skip: 0,
        title: "Biển phụ".to_owned(),
        profile: None,
        dated: "2026-11-22T00:00:00Z".to_owned(),
    }
}

pub fn manifest_of(job: &Job, format: Format) -> Manifest {
    let rows = rows(job, format).unwrap();
    let mut names: Vec<&str> = rows.iter().map(|row| row.file.as_str()).collect();
    names.dedup();
    let files = names.iter().map(|name| FileFacts::of(name, name.as_bytes(), 1)).collect();
    let facts = JobFacts {
        batch: Some(12),
        base_url: BASE.to_owned(),
        bwr_um: 20,
        condition: "FOGRA39".to_owned(),
        cause: "Lần đầu".to_owned(),
        proven: true,
        ..JobFacts::of(job, format, &Plate::file(job.plate.name()).unwrap())
    };
    Manifest::new(facts, files, rows).unwrap()
}

#[test]
fn every_sign_has_a_row_with_its_place_and_its_size() {
    let job = Job { skip: 1, ..job_of("sub-180x120", 5, Some(Sheet::A3)) };
    let manifest = manifest_of(&job, Format::Pdf);
    let table = String::from_utf8(manifest.to_csv()).unwrap();
    let mut lines = table.lines();
    assert_eq!(lines.next().unwrap(), COLUMNS.join(","));
    assert_eq!(lines.count(), 5);
    let places: Vec<(usize, usize, usize)> = manifest.signs.iter().map(|row| (row.sheet, row.page, row.position)).collect();
    assert_eq!(places, [(1, 1, 2), (1, 1, 3), (1, 1, 4), (2, 2, 1), (2, 2, 2)]);
    let row = &manifest.signs[0];
    assert_eq!(row.address, job.signs[0].link.as_str());
    assert_eq!((row.width_mm, row.height_mm, row.version, row.level.as_str()), (180.0, 120.0, 3, "H"));
    assert_eq!(row.module_dots, Some(73), "whole dots of 600 dpi");
    assert!((row.module_mm * 29.0 - row.symbol_mm).abs() < 0.05 && row.reading_distance_m == 1.85, "{row:?}");
    assert!(row.symbol_x_mm > row.x_mm && row.symbol_y_mm > row.y_mm && row.reads);
    assert_eq!((row.mounting_m, row.needed_m), (Some(2.0), 1.8));
    assert_eq!(row.sha256, manifest.files[0].sha256);
    assert_eq!((manifest.job.counts.signs, manifest.job.counts.sheets, manifest.job.counts.pages), (5, 2, 2));
}

#[test]
fn a_plate_of_two_sides_has_two_rows_a_sign() {
    let file = Plate::file("sub-180x120").unwrap().replacen("bleed = 3.0", "bleed = 3.0\nsides = 2", 1);
    let job = Job { plate: Plate::parse("two", &file).unwrap(), ..job_of("sub-180x120", 2, Some(Sheet::A3)) };
    let manifest = manifest_of(&job, Format::Pdf);
    assert_eq!(manifest.signs.iter().map(|row| row.page).collect::<Vec<_>>(), [1, 1, 2, 2]);
    assert_eq!((manifest.job.counts.signs, manifest.job.counts.plates, manifest.job.counts.pages), (2, 2, 2));
    let backs = manifest_of(&Job { sheet: None, ..job }, Format::Svg);
    assert_eq!(backs.files.len(), 4);
    assert!(backs.signs[1].file.ends_with("-back.svg") && backs.signs[1].page == 1, "{:?}", backs.signs[1]);
}

#[test]
fn the_rows_name_the_files_that_are_written() {
    for (format, sheet) in [(Format::Pdf, None), (Format::Svg, None), (Format::Svg, Some(Sheet::A3)), (Format::Png, None)] {
        let job = job_of("sub-180x120", 5, sheet);
        let job = Job { device: Grid::new(Some(60), 0).unwrap(), ..job };
        let mut written = Vec::new();
        tenpho::print::write::<Error>(&job, format, |file| {
            written.extend(file.links.concat().iter().map(|link| (file.name.clone(), link.code().to_string())));
            Ok(())
        })
        .unwrap();
        let told: Vec<(String, String)> = rows(&job, format).unwrap().into_iter().map(|row| (row.file, row.code)).collect();
        assert_eq!(told, written, "{format}");
    }
}

#[test]
fn a_manifest_comes_back_from_its_json_as_it_was() {
    let mut manifest = manifest_of(&job_of("sticker-80x80", 40, None), Format::Svg);
    manifest.proof = serde_json::json!({"clean": {"rqrr": 40, "rxing": 40}, "note": [1.5, -2, true, null]}).into();
    let json = manifest.to_json();
    assert!(json.ends_with(b"}\n"));
    let read = Manifest::parse(&json).unwrap();
    assert_eq!(read, manifest);
    assert!(read.to_json() == json && read.proof.value()["clean"]["rxing"] == 40);
}

#[test]
fn the_hash_of_a_job_is_what_sha256sum_gives() {
    let Some(summer) = tool("sha256sum") else { return };
    let folder = tempfile::tempdir().unwrap();
    let files = [("sheet-001.svg", "one"), ("a b.svg", "hai"), ("Phố.svg", "")];
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let facts = files.iter().map(|(name, text)| FileFacts::of(name, text.as_bytes(), 1)).collect();
    let manifest = Manifest::new(JobFacts::default(), facts, Vec::new()).unwrap();
    let by_hand =
        Command::new("sh").args(["-c", "sha256sum * | cut -c1-64 | LC_ALL=C sort | sha256sum"]).current_dir(folder.path()).output();
    let by_hand = String::from_utf8(by_hand.unwrap().stdout).unwrap();
    assert_eq!(by_hand.split(' ').next().unwrap(), manifest.job_hash());
    let mut listed = Command::new(summer).args(["--check", "--status"]).current_dir(folder.path()).stdin(Stdio::piped()).spawn().unwrap();
    for file in &manifest.files {
        writeln!(listed.stdin.as_mut().unwrap(), "{}  {}", file.sha256, file.name).unwrap();
    }
    assert!(listed.wait().unwrap().success());
}

#[test]
fn a_cell_never_starts_a_formula() {
    let mut job = job_of("sub-180x120", 2, None);
    job.signs[0].name = "=1+1".into();
    job.signs[1].ward = "@Ngô Quyền".into();
    let table = String::from_utf8(manifest_of(&job, Format::Svg).to_csv()).unwrap();
    assert!(table.contains(",'=1+1,") && table.contains(",'@Ngô Quyền,"), "{table}");
}

fn refused(json: &[u8], fault: impl Fn(&ManifestFault) -> bool) {
    match Manifest::parse(json) {
        Err(Error::Manifest(found)) => {
            assert!(fault(&found), "{found:?}");
            assert_eq!(Error::Manifest(found).fault(), Fault::Refused);
        }
        other => panic!("{:?}", other.map(|read| read.job)),
    }
}

#[test]
fn a_hostile_manifest_is_refused() {
    let manifest = manifest_of(&job_of("sub-180x120", 3, None), Format::Svg);
    let text = String::from_utf8(manifest.to_json()).unwrap();
    let name = manifest.files[0].name.clone();
    let changed = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to).into_bytes()
    };
    for other in ["../x.svg", "/etc/passwd", "a\\\\b", "C:x", ".hidden", "", "a\\u0000b", "x ", &manifest.files[1].name] {
        refused(&changed(&name, other), |fault| matches!(fault, ManifestFault::Name(_)));
    }
    let hash = &manifest.files[0].sha256;
    for other in ["", "zz", &hash.to_uppercase()] {
        refused(&changed(hash, other), |fault| matches!(fault, ManifestFault::Hash(_)));
    }
    let row_hash = text.replacen(hash.as_str(), &hash.replace(['a', '1'], "0"), 1);
    refused(row_hash.as_bytes(), |fault| matches!(fault, ManifestFault::Row(_)));
    refused(&changed(&manifest.signs[0].code, "K7M2Q3"), |fault| matches!(fault, ManifestFault::Row(_)));
    refused(&changed("\"symbol_mm\":", "\"symbol_mm\":-"), |fault| matches!(fault, ManifestFault::Row(_)));
    refused(&changed("\"signs\": 3", "\"signs\": 4"), |fault| matches!(fault, ManifestFault::Counts));
    refused(&changed("\"manifest\": 1", "\"manifest\": 2"), |fault| matches!(fault, ManifestFault::Form(2)));
    let unreadable = |fault: &ManifestFault| matches!(fault, ManifestFault::Unreadable(_));
    for broken in [&b""[..], b"{", b"[]", b"\xff\xfe", &text.as_bytes()[..text.len() / 2]] {
        refused(broken, unreadable);
    }
    refused(&changed("\"preflight\": null", &format!("\"preflight\": [{}0]", "0,".repeat(200_000))), unreadable);
    refused(&changed("\"preflight\": null", &format!("\"preflight\": {}", "[".repeat(100_000))), unreadable);
    refused(&vec![b' '; LONGEST + 1], |fault| matches!(fault, ManifestFault::TooLong(_)));
    let row = SignRow { file: "no-such.svg".to_owned(), ..manifest.signs[0].clone() };
    let made = Manifest::new(JobFacts::default(), manifest.files.clone(), vec![row]);
    assert!(matches!(made, Err(Error::Manifest(ManifestFault::Row(_)))));
}

#[test]
fn a_sign_is_judged_by_where_it_hangs() {
    let at = |name: &str, mounting_m: f64| {
        let plate = Plate::get(name).unwrap();
        judge(&plate, plate.module(29), Hangs { mounting_m: Some(mounting_m), distance_m: None }).reads
    };
    let table = [
        ("sticker-80x80", [true, false, false, false, false]),
        ("sub-180x120", [true, true, false, false, false]),
        ("sub-150x200", [true, true, true, false, false]),
        ("name-750x400", [true, true, true, true, false]),
    ];
    for (plate, expected) in table {
        assert_eq!([1.4, 2.0, 2.4, 3.5, 4.0].map(|height| at(plate, height)), expected, "{plate}");
    }
}

#[test]
fn an_expected_distance_counts_for_more_than_a_height() {
    let plate = Plate::get("sub-180x120").unwrap();
    let module = plate.module(29);
    let near = judge(&plate, module, Hangs { mounting_m: Some(3.0), distance_m: Some(1.5) });
    assert!(near.reads && near.mounting_m == Some(3.0) && near.sentence().is_none());
    let far = judge(&plate, module, Hangs { mounting_m: None, distance_m: Some(2.5) });
    assert!(!far.reads && far.mounting_m.is_none() && far.sentence().unwrap().key == "sizing-too-far");
    let high = judge(&plate, module, Hangs { mounting_m: Some(3.0), distance_m: None }).sentence().unwrap();
    let told = tenpho::web::words::Words::of(tenpho::register::Lang::Vi).tell(&high);
    assert_eq!(told, "treo cao 3,0 m, chỉ đọc được trong tầm 1,9 m");
    assert!(judge(&plate, module, Hangs::default()).reads);
}

#[test]
fn the_advice_is_the_smallest_plate_that_reads() {
    let advised = |needed: f64| smallest_plate_for(needed, 29).map(|plate| plate.name().to_owned());
    assert_eq!(advised(1.8).as_deref(), Some("sub-180x120"));
    assert_eq!(advised(2.2).as_deref(), Some("sub-150x200"));
    assert_eq!(advised(3.0).as_deref(), Some("name-750x400"));
    assert_eq!(advised(5.0), None);
}

#[test]
fn a_plate_for_the_height_of_the_eyes_says_so() {
    let low = warnings(&job_of("sticker-80x80", 1, None));
    assert!(matches!(low[..], [Warning::EyeHeightOnly { metres: 1.4 }]), "{low:?}");
    assert_eq!(warnings(&job_of("sub-180x120", 1, None)), []);
}
