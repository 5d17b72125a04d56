//! How fast is it? Ratios measured in one run; never a test.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};
use tenpho::print::{Error, Format, Grid, Job, Plate, PlateText, PlateWords, Proof, compare, read_back, write};
use tenpho::qr::{BaseUrl, Link, Symbol};
use tenpho::register::SignCode;

fn main() {
    println!("{:<44} {:>12}   at most", "what", "measured");
    search();
    if std::env::args().any(|argument| argument == "search") {
        return;
    }
    let signs = every_sign();
    // By name only, since it takes a minute: cargo bench -- scans
    if std::env::args().any(|asked| asked == "scans") {
        return scans(&signs);
    }
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

/// Every query of the list, in a register as it is and in one of 20,000 streets whose names are made of the syllables of the true ones.
fn search() {
    let list = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/search_queries.tsv");
    let list = std::fs::read_to_string(list).expect("the list of queries");
    let queries: Vec<&str> = list.lines().skip(1).filter_map(|line| line.split('\t').next()).collect();
    let small = tenpho::exchange::starter().expect("the starter register");
    for (streets, most) in [(small.streets.len(), "5.00"), (20_000, "50.0")] {
        let register = grown(&small, streets);
        let start = Instant::now();
        let edition = tenpho::edition::Edition::new(register);
        line(&format!("an edition of {streets} streets"), start.elapsed().as_secs_f64() * 1e3, "ms", "");
        line("  memory of its search index, about", edition.search_size() as f64 / 1e6, "MB", "");
        let mut times: Vec<f64> =
            (0..5).flat_map(|_| queries.iter().map(|query| milliseconds(|| edition.search(query, 30).len()))).collect();
        times.sort_by(f64::total_cmp);
        line("  a search, median", times[times.len() / 2], "ms", "");
        line("  a search, p95", times[times.len() * 95 / 100], "ms", most);
        line("  a search, worst", times[times.len() - 1], "ms", "");
    }
}

/// How long it takes by the clock.
fn milliseconds(what: impl Fn() -> usize) -> f64 {
    let start = Instant::now();
    std::hint::black_box(what());
    start.elapsed().as_secs_f64() * 1e3
}

/// A register with so many streets.
fn grown(small: &tenpho::register::Register, streets: usize) -> tenpho::register::Register {
    use tenpho::register::{Name, Slug};
    let mut register = small.clone();
    let syllables: Vec<&str> = small.streets.iter().flat_map(|street| street.name.as_str().split(' ')).collect();
    let mut chance = 20_u64;
    let mut next = || {
        // Knuth's multiplier: the same names in every run.
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(chance >> 33).expect("31 bits") % syllables.len()
    };
    for number in register.streets.len()..streets {
        let length = 2 + number % 2;
        let name: Vec<&str> = (0..length).map(|_| syllables[next()]).collect();
        let mut street = small.streets[number % small.streets.len()].clone();
        street.name = Name::parse(&name.join(" ")).expect("a name");
        street.slug = Slug::parse(&format!("street-{number}")).expect("a slug");
        register.streets.push(street);
    }
    register
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
        let mut product = Served::start(folder.path(), &[]);
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

/// A thousand scans a second for a minute, each by another phone: how long does one wait, and is one lost? A wait counts from the moment
/// in which the scan was due, so that a server that stands still is not spared the scans that were held up.
fn scans(signs: &[PlateText]) {
    const EACH_SECOND: u64 = 1_000;
    const SECONDS: u64 = 60;
    const WORKERS: u64 = 16;
    known_again();
    let folder = tempfile::TempDir::new().expect("a folder");
    let mut product = Served::start(folder.path(), &["--trusted-proxy", "127.0.0.1"]);
    let address = product.address.trim_start_matches("http://").to_owned();
    let start = Instant::now() + Duration::from_millis(200);
    let scan = |worker: u64| {
        let (address, mut waits, mut errors) = (address.clone(), Vec::new(), 0_u64);
        let mut stream = BufReader::new(TcpStream::connect(&address).expect("the program listens"));
        for number in (worker..EACH_SECOND * SECONDS).step_by(usize::try_from(WORKERS).expect("few")) {
            let due = start + Duration::from_micros(number * 1_000_000 / EACH_SECOND);
            std::thread::sleep(due.saturating_duration_since(Instant::now()));
            let code = signs[usize::try_from(number).expect("few").wrapping_mul(7_919) % signs.len()].code;
            if ask(&mut stream, code, number).is_err() {
                errors += 1;
                stream = BufReader::new(TcpStream::connect(&address).expect("the program listens"));
            }
            waits.push(due.elapsed().as_secs_f64() * 1e3);
        }
        (waits, errors)
    };
    let done: Vec<(Vec<f64>, u64)> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..WORKERS).map(|worker| scope.spawn(move || scan(worker))).collect();
        workers.into_iter().map(|worker| worker.join().expect("a worker")).collect()
    });
    let memory = product.memory_mib();
    let counted = product.stop_and_count(folder.path());
    let mut waits: Vec<f64> = done.iter().flat_map(|(waits, _)| waits.iter().copied()).collect();
    waits.sort_by(f64::total_cmp);
    let share = |share: f64| waits[((waits.len() - 1) as f64 * share) as usize];
    let errors: u64 = done.iter().map(|(_, errors)| errors).sum();
    println!("{} scans in {SECONDS} s", waits.len());
    line("scans: half of them within", share(0.5), "ms", "");
    line("  99 of 100 within", share(0.99), "ms", "50");
    line("  all within", share(1.0), "ms", "");
    line("  errors", errors as f64, "", "0");
    line("  counts lost", waits.len() as f64 - errors as f64 - counted as f64, "", "0");
    line("  memory", memory, "MiB", "120");
}

/// What it costs to tell whether a phone was here of late: the larger part of counting.
fn known_again() {
    let now = Instant::now();
    let mut recent = tenpho::visit::recent::Recent::new(now);
    let agent = [b'x'; 150];
    let mut round = || {
        let start = Instant::now();
        for number in 0..100_000_u32 {
            std::hint::black_box(recent.was_here(&[b"person", b"", b"K7M2Q2", &(number % 5_000).to_be_bytes(), &agent], now));
        }
        start.elapsed().as_secs_f64() * 10.0
    };
    let mut rounds: Vec<f64> = (0..9).map(|_| round()).collect();
    rounds.sort_by(f64::total_cmp);
    line("to know a phone again", rounds[4], "µs", "2");
}

/// One scan by the phone of this number.
fn ask(stream: &mut BufReader<TcpStream>, code: SignCode, number: u64) -> std::io::Result<()> {
    let [_, second, third, fourth] = u32::try_from(number).unwrap_or(0).to_be_bytes();
    let request = format!(
        "GET /{code} HTTP/1.1\r\nhost: x\r\naccept-encoding: br\r\naccept-language: en\r\nx-forwarded-for: 10.{second}.{third}.{fourth}\r\n\
         user-agent: Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36\r\n\r\n"
    );
    stream.get_mut().write_all(request.as_bytes())?;
    let (mut head, mut length) = (String::new(), 0);
    let bad = || std::io::Error::from(std::io::ErrorKind::InvalidData);
    stream.read_line(&mut head)?;
    if !head.starts_with("HTTP/1.1 200") {
        return Err(bad());
    }
    while head.trim_end() != "" {
        head.clear();
        stream.read_line(&mut head)?;
        if let Some(given) = head.strip_prefix("content-length: ") {
            length = given.trim().parse().map_err(|_| bad())?;
        }
    }
    stream.read_exact(&mut vec![0; length])
}

/// A program that serves on a port of its own.
struct Served {
    child: std::process::Child,
    address: String,
    agent: ureq::Agent,
}

impl Served {
    fn start(folder: &std::path::Path, more: &[&str]) -> Self {
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_tenpho"))
            .args(["--listen", "127.0.0.1:0", "--base-url", "https://qr.haiphong.gov.vn"])
            .args(more)
            .current_dir(folder)
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("the program");
        let mut said = String::new();
        BufReader::new(child.stdout.as_mut().expect("piped")).read_line(&mut said).expect("a line");
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

    /// Tells it to end, waits for it, and gives the scans of people that its database has.
    fn stop_and_count(&mut self, folder: &std::path::Path) -> u64 {
        let told = std::process::Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().expect("kill");
        assert!(told.success() && self.child.wait().expect("an end").success(), "it ends in order");
        let export = std::process::Command::new(env!("CARGO_BIN_EXE_tenpho")).args(["export", "scans"]).current_dir(folder).output();
        let table = export.expect("the table").stdout;
        let rows = csv::Reader::from_reader(table.as_slice()).into_records().map(|row| row.expect("a row"));
        rows.filter(|row| &row[3] == "person").map(|row| row[4].parse::<u64>().expect("a count")).sum()
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
