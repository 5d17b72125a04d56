//! The papers of a job: its facts for the shop, and minutes that both sides sign.

use crate::kit::tool;
use crate::manifest::{job_of, manifest_of};
use crate::print_kit::codes;
use std::io::Write;
use std::process::{Command, Stdio};
use tenpho::print::manifest::FileFacts;
use tenpho::print::papers::{Minutes, MinutesSign, acceptance, facts, handover};
use tenpho::print::{Error, Format, Hangs, Plate, Sheet};
use tenpho::register::{Explained, Fault, Lang, Sentence};
use tenpho::web::words::Words;

fn say(sentence: &Sentence) -> String {
    Words::of(Lang::Vi).tell(sentence)
}

/// The text of a PDF with one blank between words; none where nothing here reads it.
pub fn text_of(pdf: &[u8]) -> Option<String> {
    let mut reader = Command::new(tool("pdftotext")?);
    let mut reader = reader.args(["-layout", "-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = reader.stdin.take().unwrap();
    let bytes = pdf.to_vec();
    let writer = std::thread::spawn(move || input.write_all(&bytes));
    let read = reader.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    Some(String::from_utf8(read.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Keeps the paper where it can be looked at, if asked to.
fn keep(name: &str, pdf: &[u8]) {
    if let Some(folder) = std::env::var_os("PAPERS") {
        std::fs::write(std::path::Path::new(&folder).join(name), pdf).unwrap();
    }
}

fn minutes(plates: usize, name: &str) -> Minutes {
    let installed = plates / 3;
    let sign = |(at, code): (usize, tenpho::register::SignCode)| MinutesSign {
        code: code.to_string(),
        name: if plates > 500 { format!("{name} {}", at / 7) } else { name.to_owned() },
        number: u32::try_from(at % 7 + 1).ok(),
        ward: "Ngô Quyền".to_owned(),
        state: if at < installed { "Đã lắp" } else { "Đã nhận" }.to_owned(),
    };
    Minutes {
        office_head: Some(("Ủy ban nhân dân thành phố Hải Phòng".to_owned(), "Sở Văn hóa, Thể thao và Du lịch".to_owned())),
        batch: 12,
        dated: "2026-11-22T00:00:00Z".to_owned(),
        plate: Plate::get("sub-180x120").unwrap(),
        base_url: "https://qr.haiphong.gov.vn".to_owned(),
        counts: vec![("Đã đặt".to_owned(), 0), ("Đã nhận".to_owned(), plates - installed), ("Đã lắp".to_owned(), installed)],
        job_hash: Some("0123456789abcdef".repeat(4)),
        files: vec![FileFacts::of("sheets.pdf", b"sheets", 700)],
        signs: codes(plates).into_iter().enumerate().map(sign).collect(),
    }
}

#[test]
fn the_facts_name_what_is_printed_with_its_counts_and_its_hash() {
    let mut job = job_of("sub-180x120", 60, Some(Sheet::A3));
    for sign in &mut job.signs[..50] {
        sign.hangs = Hangs { mounting_m: Some(3.0), distance_m: None };
    }
    let mut manifest = manifest_of(&job, Format::Pdf);
    manifest.proof = serde_json::json!({"clean": {"rqrr": 60, "rxing": 60}, "covered": {"rqrr": 59, "rxing": 60}}).into();
    let pdf = facts(&manifest, &say).unwrap();
    keep("facts.pdf", &pdf);
    assert!(pdf == facts(&manifest, &say).unwrap(), "the same job, the same bytes");
    let Some(text) = text_of(&pdf) else { return };
    let hash = manifest.job_hash();
    for told in ["PHIẾU THÔNG TIN LỆNH IN", "đợt in số 12", "60 biển, 60 tấm, 15 tờ, 15 trang, 1 tệp", "FOGRA39", "Sign Blue", "22/11/2026"]
    {
        assert!(text.contains(told), "{told}: {text}");
    }
    assert!(text.contains(&hash[..8]) && text.contains(&hash[56..]), "{text}");
    assert!(text.contains("60 (100 %)") && text.contains("59 (98,3 %)"), "{text}");
    assert!(text.contains("50 biển sẽ không đọc được") && text.contains("và 10 biển nữa") && text.contains("mẫu name-750x400"), "{text}");
}

#[test]
fn facts_without_a_proof_say_so() {
    let mut manifest = manifest_of(&job_of("sticker-80x80", 1, None), Format::Svg);
    manifest.job.proven = false;
    manifest.job.batch = None;
    let pdf = facts(&manifest, &say).unwrap();
    keep("facts-one.pdf", &pdf);
    let Some(text) = text_of(&pdf) else { return };
    assert!(text.contains("CHƯA đọc lại") && text.contains("không thuộc đợt in nào") && text.contains("«CutContour» chỉ để bế"), "{text}");
}

#[test]
fn minutes_hold_the_counts_the_hash_and_every_plate() {
    let minutes = minutes(30, "Cầu Đất");
    for (name, pdf) in [("handover.pdf", handover(&minutes, &say).unwrap()), ("acceptance.pdf", acceptance(&minutes, &say).unwrap())] {
        keep(name, &pdf);
        let Some(text) = text_of(&pdf) else { return };
        for told in
            ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Đã nhận 20", "Đã lắp 10", "Cộng 30", "01234567 89abcdef"]
        {
            assert!(text.contains(told), "{name}: {told}: {text}");
        }
        assert!(minutes.signs.iter().all(|sign| text.contains(&format!("{}-{}", &sign.code[..3], &sign.code[3..]))), "{name}: {text}");
    }
}

#[test]
fn many_plates_are_listed_by_street() {
    let minutes = minutes(2800, "Nguyễn Bỉnh Khiêm");
    let pdf = acceptance(&minutes, &say).unwrap();
    keep("acceptance-2800.pdf", &pdf);
    let Some(text) = text_of(&pdf) else { return };
    assert!(text.contains("2.800 TẤM BIỂN") && text.contains("Nguyễn Bỉnh Khiêm 399 7 7 đã nhận"), "{text}");
    assert!(!text.contains(&minutes.signs[5].code[..3].to_owned().repeat(2)));
}

#[test]
fn what_is_unknown_stays_blank_and_what_is_long_is_broken() {
    let long = "Đường nối từ ngã tư Nguyễn Bỉnh Khiêm đến Khu công nghiệp và đô thị Tràng Duệ giai đoạn hai".to_owned();
    let mut minutes = Minutes { office_head: None, job_hash: None, files: Vec::new(), ..minutes(1, &long) };
    minutes.signs[0].ward = "Đặc khu Bạch Long Vĩ và các đảo phụ cận".to_owned();
    let pdf = handover(&minutes, &say).unwrap();
    keep("handover-one.pdf", &pdf);
    let Some(text) = text_of(&pdf) else { return };
    assert!(text.contains("..........................................") && text.contains("Chưa có tệp in"), "{text}");
    assert!(text.contains("Tràng Duệ") && text.contains("phụ cận"), "{text}");
}

#[test]
fn minutes_whose_counts_do_not_add_up_are_refused() {
    let sound = minutes(30, "Cầu Đất");
    let refused = |change: &dyn Fn(&mut Minutes)| {
        let mut minutes = sound.clone();
        change(&mut minutes);
        let error = handover(&minutes, &say).unwrap_err();
        assert!(matches!(error, Error::MinutesCounts { .. }) && error.fault() == Fault::Refused, "{error}");
        assert!(acceptance(&minutes, &say).is_err());
    };
    refused(&|minutes| minutes.counts[1].1 += 1);
    refused(&|minutes| "Hủy".clone_into(&mut minutes.signs[0].state));
    refused(&|minutes| (minutes.counts[1].1, minutes.counts[2].1) = (10, 20));
    refused(&|minutes| minutes.counts.clear());
    assert!(handover(&sound, &say).is_ok());
}

#[test]
fn a_letter_that_the_font_lacks_is_named() {
    let mut minutes = minutes(1, "Cầu Đất");
    minutes.signs[0].name.push('街');
    assert!(matches!(handover(&minutes, &say), Err(Error::MissingGlyph { character: '街', .. })));
}

/// The keys of a plate's file, those of its tables with the table's name before them.
fn keys(table: &toml::Table, above: &str, found: &mut Vec<String>) {
    for (key, value) in table {
        found.push(format!("{above}{key}"));
        match value {
            toml::Value::Table(inner) => keys(inner, "", found),
            toml::Value::Array(list) => list.iter().filter_map(toml::Value::as_table).for_each(|inner| keys(inner, "", found)),
            _ => {}
        }
    }
}

#[test]
fn every_key_of_a_plate_is_explained_in_both_languages() {
    let notes = include_str!("../data/README.md");
    let source = include_str!("../src/print/plate.rs");
    let mut names: Vec<String> = source
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pub(super) ")?.split_once(": "))
        .map(|(key, _)| key.to_owned())
        .collect();
    names.retain(|key| key.bytes().all(|one| one.is_ascii_lowercase() || one == b'_'));
    assert!(names.len() > 50 && names.iter().any(|key| key == "condensed_up_to"), "{names:?}");
    for name in Plate::names() {
        keys(&Plate::file(&name).unwrap().parse().unwrap(), "", &mut names);
    }
    let (vietnamese, english) = notes.split_once("## English").unwrap();
    for (language, text) in [("vi", vietnamese), ("en", english)] {
        let plates = &text[text.find("`plates/*.toml`").unwrap()..];
        for key in &names {
            let written = [format!("`{key}`"), format!("`[{key}]`"), format!("`[[{key}]]`")];
            assert!(written.iter().any(|one| plates.contains(one)), "{language}: {key} is not explained");
        }
    }
}

#[test]
fn the_plate_in_the_notes_is_a_plate() {
    let notes = include_str!("../data/README.md");
    let mut examples = notes.split("```toml\n").skip(1).map(|rest| rest.split_once("```").unwrap().0).peekable();
    assert!(examples.peek().is_some());
    for example in examples {
        Plate::parse("example", example).unwrap();
    }
}
