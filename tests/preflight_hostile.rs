//! A PDF that somebody has broken, or made to break us: it gets an answer, in bounded time and memory.

use crate::preflight::look;
use crate::preflight_kit::{Kind, Sample, sample};
use std::time::{Duration, Instant};
use tenpho::print::preflight::{Report, Rule};

/// Looks at hostile bytes: an answer in time, and not because a reader gave up in a panic.
fn hostile(bytes: Vec<u8>, what: &str) -> Report {
    let begun = Instant::now();
    let report = look(bytes);
    assert!(begun.elapsed() < Duration::from_secs(20), "{what} took {:?}", begun.elapsed());
    assert!(!report.findings.iter().any(|one| one.rule == Rule::Readable && one.detail == "?"), "{what} made it panic");
    report
}

#[test]
fn a_file_cut_off_anywhere_is_found_out() {
    for whole in [sample(Kind::X1a).bytes(), sample(Kind::X4).packed().bytes_with_table_stream()] {
        for part in 0..40 {
            let cut = whole[..whole.len() * part / 40].to_vec();
            assert!(!hostile(cut, &format!("cut at {part}/40")).is_fit(), "{part}");
        }
    }
}

#[test]
fn a_file_with_a_flipped_bit_gives_an_answer() {
    for whole in [sample(Kind::X1a).bytes(), sample(Kind::X4).packed().bytes_with_table_stream()] {
        for part in 0..200 {
            let mut flipped = whole.clone();
            let at = whole.len() * part / 200;
            flipped[at] ^= 1 << (part % 8);
            hostile(flipped, &format!("flipped at {at}"));
        }
    }
}

#[test]
fn a_hostile_file_gives_an_answer_in_bounded_time() {
    let sound = sample(Kind::X1a);
    let gets = |sample: Sample, rule: Rule| {
        let report = hostile(sample.bytes(), rule.as_str());
        assert!(report.findings.iter().any(|one| one.rule == rule), "{rule}: {:?}", report.findings);
    };
    gets(sound.with("/Count 2", "/Count 1000000"), Rule::PageTree);
    gets(sound.with("/Kids [3 0 R 4 0 R]", &format!("/Kids [{}]", "3 0 R ".repeat(1_000_000))), Rule::PageTree);
    gets(sound.with("(spare)", &"[".repeat(100_000)), Rule::Object);
    gets(sound.with("(spare)", &format!("[{}]", "1 ".repeat(3_000_000))), Rule::Object);
    gets(sound.with("60 60 40 20 re f", &"q ".repeat(100_000)), Rule::Limits);
    gets(sound.with("60 60 40 20 re f", &"1 ".repeat(100_000)), Rule::Content);
    gets(sound.with("60 60 40 20 re f", &"q Q ".repeat(1_100_000)).packed(), Rule::Limits);
    // Ten drawings, each of which draws the next ten times.
    let mut tower = sound.clone();
    let first = tower.objects.len() + 1;
    for floor in 0..10 {
        let next = first + floor + 1;
        let body = "/S1 Do ".repeat(10);
        let form = format!(
            "<< /Subtype /Form /Resources << /XObject << /S1 {next} 0 R >> >> /Length {} >>\nstream\n{body}\nendstream",
            body.len()
        );
        tower.objects.push(form.into_bytes());
    }
    tower.objects.push(b"<< /Subtype /Form /Length 3 >>\nstream\nq Q\nendstream".to_vec());
    gets(tower.with("/S1 9 0 R", &format!("/S1 {first} 0 R")), Rule::Limits);
    // Half a gigabyte of blanks in half a megabyte, as what a page draws and as the metadata.
    let bomb = bomb(512 << 20);
    for number in [5, 16] {
        let mut spoilt = sound.clone();
        let head = format!("<< /Filter /FlateDecode /Length {} >>\nstream\n", bomb.len());
        spoilt.objects[number - 1] = [head.as_bytes(), &bomb, b"\nendstream"].concat();
        gets(spoilt, Rule::Limits);
    }
}

fn bomb(size: usize) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let blanks = vec![b' '; 1 << 20];
    for _ in 0..size >> 20 {
        std::io::Write::write_all(&mut packer, &blanks).unwrap();
    }
    packer.finish().unwrap()
}
