//! How fast is it? Ratios measured in one run; never a test.

use std::time::Instant;
use tenpho::print::{Error, Format, Job, Plate, PlateText, PlateWords, compare, read_back, write};
use tenpho::qr::{BaseUrl, Link, Symbol};
use tenpho::register::SignCode;

fn main() {
    let signs = every_sign();
    println!("{:<44} {:>12}   at most", "what", "measured");
    // First: the peak of memory is the process's own, from its start.
    print_all(&signs);
    symbols(&signs);
}

fn line(what: &str, measured: f64, unit: &str, most: &str) {
    println!("{what:<44} {measured:>8.2} {unit:<5} {most}");
}

/// Every sign of the starter register, as it is printed.
fn every_sign() -> Vec<PlateText> {
    let base = BaseUrl::parse("https://qr.haiphong.gov.vn").expect("a base URL");
    let streets: std::collections::HashMap<String, (String, Option<String>)> = rows("streets.csv")
        .map(|row| (row[0].to_owned(), (row[1].to_owned(), Some("Phố".to_owned()).filter(|_| &row[2] == "pho"))))
        .collect();
    rows("signs.csv")
        .map(|row| {
            let code = SignCode::parse(&row[0]).expect("a code");
            let (name, kind_word) = streets[&row[2]].clone();
            PlateText { code, link: base.link(code), kind_word, name, number: row[3].parse().ok(), place: row[2].to_owned() }
        })
        .collect()
}

fn rows(file: &str) -> impl Iterator<Item = csv::StringRecord> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(file);
    csv::Reader::from_path(path).expect("the starter register").into_records().map(|row| row.expect("a row"))
}

/// The sheets of all signs as PDF, and what their symbols say when the file is read back.
fn print_all(signs: &[PlateText]) {
    let words = PlateWords { first: "Quét mã để tìm hiểu".to_owned(), second: "Scan to learn more".to_owned() };
    let plate = Plate::get("sub-180x120").expect("a plate");
    let job = Job { plate, sheet: None, words, signs: signs.to_vec(), dpi: 300, title: "Biển phụ".to_owned() };
    let (start, cpu) = (Instant::now(), cpu_seconds());
    let mut finished = None;
    write::<Error>(&job, Format::Pdf, |file| {
        finished = Some(file);
        Ok(())
    })
    .expect("a file");
    let file = finished.expect("one file");
    line(&format!("PDF of {} plates, A3, CPU", signs.len()), cpu_seconds() - cpu, "s", "1.00");
    line("  the same, by the clock", start.elapsed().as_secs_f64(), "s", "");
    line("  peak memory of the process", peak_mib(), "MiB", "32");
    line("  size", file.bytes.len() as f64 / 1e6, "MB", "1.90");
    let start = Instant::now();
    let pages = read_back(file.bytes, Format::Pdf, &|_, _| {}).expect("the file read back");
    assert!(compare(&pages, &file.links).is_empty(), "every symbol reads back");
    line("  read back, by the clock", start.elapsed().as_secs_f64(), "s", "20");
}

/// Our choice of mask against the crate's own.
fn symbols(signs: &[PlateText]) {
    let links: Vec<&Link> = signs.iter().map(|sign| &sign.link).collect();
    let ours = microseconds(&links, |link| u32::from(Symbol::of(link).expect("a symbol").mask()));
    let theirs = microseconds(&links[..links.len().min(300)], |link| {
        let code = qrcode::QrCode::with_error_correction_level(link.as_str(), qrcode::EcLevel::H).expect("a symbol");
        u32::try_from(code.width()).unwrap_or(0)
    });
    line("a symbol", ours, "µs", "25");
    line("  the crate's QrCode::new for the same link", theirs, "µs", "");
    line("  ratio", theirs / ours, "×", "");
}

/// The median of nine rounds.
fn microseconds(links: &[&Link], make: impl Fn(&Link) -> u32) -> f64 {
    let mut rounds: Vec<f64> = (0..9)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(links.iter().map(|link| make(link)).sum::<u32>());
            start.elapsed().as_secs_f64() * 1e6 / links.len() as f64
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    rounds[4]
}

/// User and system time of this process; Linux counts them in hundredths of a second.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    after_name.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

fn peak_mib() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap_or(0.0) / 1024.0
}
