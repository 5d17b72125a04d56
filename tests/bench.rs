//! How fast is it? Ratios measured in one run; never a test.

use std::time::Instant;
use tenpho::print::{Error, Format, Grid, Job, Plate, PlateText, PlateWords, Proof, compare, read_back, write};
use tenpho::qr::{BaseUrl, Link, Symbol};
use tenpho::register::SignCode;

fn main() {
    let signs = every_sign();
    println!("{:<44} {:>12}   at most", "what", "measured");
    // First: the peak of memory is the process's own, from its start.
    print_all(&signs);
    symbols(&signs);
    serve(&signs);
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
            PlateText {
                code,
                link: base.link(code),
                kind_word: kind_word.map(Into::into),
                name: name.into(),
                number: row[3].parse().ok(),
                place: row[2].into(),
                ward: "".into(),
                hangs: tenpho::print::Hangs::default(),
                warning: None,
            }
        })
        .collect()
}

fn rows(file: &str) -> impl Iterator<Item = csv::StringRecord> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(file);
    csv::Reader::from_path(path).expect("the starter register").into_records().map(|row| row.expect("a row"))
}

/// The sheets of all signs as PDF, and what their symbols say when the file is read back.
fn print_all(signs: &[PlateText]) {
    let words = PlateWords {
        first: "Quét mã để tìm hiểu".to_owned(),
        second: "Scan to learn more".to_owned(),
        mounting: "treo cao đến 2,0 m".to_owned(),
        ..PlateWords::default()
    };
    let plate = Plate::get("sub-180x120").expect("a plate");
    let job = Job {
        spots: std::sync::Arc::new(plate.spots()),
        plate,
        sheet: None,
        words,
        signs: signs.to_vec(),
        device: Grid::new(None, 0).expect("no device"),
        skip: 0,
        title: "Biển phụ".to_owned(),
        dated: "2026-11-22T00:00:00Z".to_owned(),
        profile: None,
    };
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
    let reading = read_back(file.bytes.clone(), Format::Pdf, Proof::Clean, &|_, _| true).expect("the file read back");
    assert!(compare(&reading.pages, &file.links).is_empty(), "every symbol reads back");
    line("  read back by both decoders, by the clock", start.elapsed().as_secs_f64(), "s", "10");
    let (start, cpu) = (Instant::now(), cpu_seconds());
    let shares = read_back(file.bytes, Format::Pdf, Proof::Damaged, &|_, _| true).expect("the file read back").shares;
    line("  the same with the damage set, by the clock", start.elapsed().as_secs_f64(), "s", "120");
    line("  the same, CPU", cpu_seconds() - cpu, "s", "");
    println!("  {}", serde_json::to_string(&shares).expect("numbers"));
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

/// The program on an empty folder, and again on the database that it made there: how soon is a page there, and what does it weigh?
fn serve(signs: &[PlateText]) {
    let folder = tempfile::TempDir::new().expect("a folder");
    let code = signs.iter().find(|sign| &*sign.name == "Cầu Đất").expect("the street is in the register").code;
    for (what, most) in [("empty folder to the first page", "2.00"), ("later start to the first page", "0.50")] {
        let start = Instant::now();
        let mut product = Served::start(folder.path());
        let page = product.page(code, "br");
        line(what, start.elapsed().as_secs_f64(), "s", most);
        line("  memory at rest", product.memory_mib(), "MiB", "120");
        line("  a sign page in brotli, with its headers", page as f64 / 1e3, "kB", "4.10");
        line("  the same page as it is", product.page(code, "identity") as f64 / 1e3, "kB", "14.60");
        if most == "0.50" {
            let made = Instant::now();
            let sent: usize = signs.iter().map(|sign| product.page(sign.code, "br")).sum();
            line("  all signs together", sent as f64 / 1e6, "MB", "");
            line("  all signs, each page made once", made.elapsed().as_secs_f64() * 1e3 / signs.len() as f64, "ms", "");
            let kept = Instant::now();
            assert_eq!(sent, signs.iter().map(|sign| product.page(sign.code, "br")).sum::<usize>(), "the shelf gives the same pages");
            line("  all signs again, from the shelf", kept.elapsed().as_secs_f64() * 1e3 / signs.len() as f64, "ms", "");
            line("  memory with all of them made", product.memory_mib(), "MiB", "120");
        }
    }
}

/// A program that serves on a port of its own.
struct Served {
    child: std::process::Child,
    address: String,
    agent: ureq::Agent,
}

impl Served {
    fn start(folder: &std::path::Path) -> Self {
        use std::io::BufRead;
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_tenpho"))
            .args(["--listen", "127.0.0.1:0", "--base-url", "https://qr.haiphong.gov.vn"])
            .current_dir(folder)
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("the program");
        let mut said = String::new();
        std::io::BufReader::new(child.stdout.as_mut().expect("piped")).read_line(&mut said).expect("a line");
        let address = said.split_whitespace().find(|word| word.starts_with("http")).expect("its address").trim_end_matches('/').to_owned();
        Self { child, address, agent: ureq::Agent::new_with_defaults() }
    }

    /// Bytes of a sign page with its headers in this coding.
    fn page(&mut self, code: SignCode, coding: &str) -> usize {
        let asked = self.agent.get(format!("{}/{code}", self.address)).header("accept-encoding", coding);
        let mut answer = asked.call().expect("a page");
        let headers: usize = answer.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
        headers + 17 + answer.body_mut().read_to_vec().expect("its bytes").len()
    }

    fn memory_mib(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let kib = status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.split_whitespace().next()?.parse::<f64>().ok());
        kib.unwrap_or_default() / 1024.0
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
