//! What is counted of a scan, exactly; and that nothing is kept of whoever scanned.

use crate::kit::{BASE_URL, Operator, Product};
use actix_web::rt::net::TcpSocket;
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};
use tenpho::register::{CityDay, Role};
use tenpho::visit::recent::{Recent, SAME_SCAN};

/// What a phone calls itself.
pub const PHONE: &str =
    "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36";
/// Nobody else calls itself this.
const MARKER: &str = "dau-vet-7c1f09";

pub fn behind_a_proxy() -> Product {
    Product::start_with(Operator::new(), &["--base-url", BASE_URL, "--trusted-proxy", "127.0.0.1"])
}

/// A scan by whoever comes from this address behind the proxy.
pub fn scan(product: &Product, code: &str, from: &str, agent: &str) -> u16 {
    product.get_with(&format!("/{code}"), &[("user-agent", agent), ("x-forwarded-for", from)]).status
}

pub fn codes(product: &Product) -> Vec<String> {
    product.signs().into_iter().map(|(code, _)| code).collect()
}

/// The exported rows, each as its cells.
pub fn rows(operator: &Operator) -> Vec<Vec<String>> {
    let table = operator.done(&["export", "scans"]);
    csv::Reader::from_reader(table.as_bytes()).records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Counts by any column of the export.
fn by(operator: &Operator, column: usize) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for row in rows(operator) {
        *counts.entry(row[column].clone()).or_insert(0) += row[4].parse::<u64>().unwrap();
    }
    counts
}

fn counts(pairs: &[(&str, u64)]) -> BTreeMap<String, u64> {
    pairs.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect()
}

/// A whole request from a source of one's own, without any library that might forget to close it.
fn scan_from_source(address: &str, source: [u8; 4], path: &str) -> String {
    let target: SocketAddr = address.trim_start_matches("http://").parse().unwrap();
    let stream = actix_web::rt::System::new().block_on(async {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind(SocketAddr::from((source, 0))).unwrap();
        socket.connect(target).await.unwrap().into_std().unwrap()
    });
    stream.set_nonblocking(false).unwrap();
    answer_to(stream, &format!("GET {path} HTTP/1.1\r\nhost: x\r\nuser-agent: {MARKER} {PHONE}\r\nconnection: close\r\n\r\n"))
}

fn answer_to(mut stream: TcpStream, request: &str) -> String {
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).lines().next().unwrap_or_default().to_owned()
}

/// Every file of the operator's folder that holds one of these texts.
fn files_that_hold(operator: &Operator, texts: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(operator.folder.path()).unwrap().map(|entry| entry.unwrap()) {
        let bytes = if entry.path().is_file() { std::fs::read(entry.path()).unwrap() } else { Vec::new() };
        let bytes = String::from_utf8_lossy(&bytes).into_owned();
        found.extend(texts.iter().filter(|text| bytes.contains(text.as_str())).map(|text| format!("{text} in {:?}", entry.file_name())));
    }
    found
}

#[test]
fn a_thousand_scans_are_counted_exactly_and_nothing_is_left_of_who_scanned() {
    let mut product = behind_a_proxy();
    let codes = codes(&product);
    let mut texts = vec![MARKER.to_owned()];
    for number in 0..1_000 {
        let from = format!("127.{}.{}.{}", 77 + number % 3, number / 250 + 1, number % 250 + 1);
        assert_eq!(scan(&product, &codes[number % 10], &from, &format!("{MARKER} {PHONE}")), 200);
        texts.push(from);
    }
    for last in 2..52 {
        assert_eq!(scan_from_source(&product.address, [127, 9, 8, last], &format!("/{}", codes[10])), "HTTP/1.1 200 OK");
        texts.push(format!("127.9.8.{last}"));
    }
    let mut expected: BTreeMap<String, u64> = codes[..10].iter().map(|code| (code.clone(), 100)).collect();
    expected.insert(codes[10].clone(), 50);
    std::thread::sleep(Duration::from_secs(5));
    assert_eq!(files_that_hold(&product.operator, &texts), Vec::<String>::new(), "while it serves");
    assert!(product.operator.path("tenpho.db-wal").exists(), "the log of the database was looked at too");
    assert_eq!(product.stop(), 0);
    assert_eq!(by(&product.operator, 1), expected);
    assert_eq!(by(&product.operator, 3), counts(&[("person", 1_050)]));
    assert_eq!(files_that_hold(&product.operator, &texts), Vec::<String>::new(), "after it has ended");
}

#[test]
fn a_page_asked_for_again_counts_once_and_another_phone_or_sign_counts_anew() {
    let mut product = behind_a_proxy();
    let codes = codes(&product);
    for _ in 0..5 {
        scan(&product, &codes[0], "198.51.100.7", PHONE);
        scan(&product, &codes[0].to_lowercase(), "198.51.100.7", PHONE);
    }
    let etag = product.get(&format!("/{}", codes[1])).header("etag").to_owned();
    let headers = [("user-agent", PHONE), ("x-forwarded-for", "198.51.100.7"), ("if-none-match", etag.as_str())];
    assert_eq!(product.get_with(&format!("/{}", codes[1]), &headers).status, 304);
    scan(&product, &codes[0], "2001:db8::7", PHONE);
    scan(&product, &codes[0], "198.51.100.7", &PHONE.replace("126", "127"));
    product.stop();
    let counted: Vec<Vec<String>> = rows(&product.operator).into_iter().filter(|row| row[3] == "person").collect();
    let of = |code: &str| counted.iter().filter(|row| row[1] == code).map(|row| row[4].parse::<u64>().unwrap()).sum::<u64>();
    assert_eq!((of(&codes[0]), of(&codes[1])), (3, 1), "a page that a browser still has is a scan too");
}

#[test]
fn who_was_here_is_forgotten_after_ten_minutes_and_never_kept_in_unbounded_number() {
    let start = Instant::now();
    let mut recent = Recent::new(start);
    let here: [&[u8]; 2] = [b"somebody", b"K7M2Q2"];
    assert!(!recent.was_here(&here, start));
    assert!(recent.was_here(&here, start + SAME_SCAN - Duration::from_secs(1)));
    assert!(!recent.was_here(&here, start + SAME_SCAN), "ten minutes after the scan that was counted");
    assert!(recent.was_here(&here, start + 2 * SAME_SCAN - Duration::from_secs(1)), "under the key of before");
    assert!(!recent.was_here(&[b"some", b"bodyK7M2Q2"], start + 2 * SAME_SCAN), "other parts are somebody else");
    for number in 0..100_000_u32 {
        recent.was_here(&[&number.to_le_bytes()], start + 2 * SAME_SCAN);
    }
    assert!(!recent.was_here(&here, start + 2 * SAME_SCAN), "the oldest have gone");
    assert!(recent.was_here(&[&99_999_u32.to_le_bytes()], start + 2 * SAME_SCAN));
}

#[test]
fn only_the_printed_address_counts_and_by_get_alone() {
    let mut product = behind_a_proxy();
    let code = codes(&product)[0].clone();
    product.head(&format!("/{code}"));
    product.post(&format!("/vi/{code}"));
    let others = [
        format!("/{code}+"),
        format!("/vi/{code}"),
        format!("/en/{code}"),
        "/K7M2Q3".to_owned(),
        "/".to_owned(),
        "/vi/street/cau-dat".to_owned(),
    ];
    for path in others {
        product.get_with(&path, &[("user-agent", PHONE)]);
    }
    product.get_with(&format!("/{code}"), &[("user-agent", PHONE), ("accept-language", "ja")]);
    product.get_with(&format!("/{code}"), &[("user-agent", "another phone"), ("cookie", "lang=ko"), ("accept-language", "ja")]);
    product.stop();
    assert_eq!(by(&product.operator, 2), counts(&[("ja", 1), ("ko", 1)]), "the language that was answered");
}

#[test]
fn without_a_trusted_proxy_nobody_is_believed_about_where_they_come_from() {
    let mut product = Product::start();
    let code = codes(&product)[0].clone();
    for last in 1..20 {
        scan(&product, &code, &format!("198.51.100.{last}"), PHONE);
    }
    product.stop();
    assert_eq!(by(&product.operator, 1), counts(&[(&code, 1)]));
}

#[test]
fn a_pulled_plug_loses_five_seconds_at_most() {
    let mut product = behind_a_proxy();
    let code = codes(&product)[0].clone();
    for last in 1..100 {
        scan(&product, &code, &format!("198.51.100.{last}"), PHONE);
    }
    std::thread::sleep(Duration::from_millis(5_000));
    product.kill();
    assert_eq!(by(&product.operator, 1), counts(&[(&code, 99)]));
}

#[test]
fn a_locked_database_costs_no_scan_and_keeps_nobody_waiting() {
    let mut product = behind_a_proxy();
    let codes = codes(&product);
    let locked = rusqlite::Connection::open(product.operator.path("tenpho.db")).unwrap();
    locked.execute_batch("BEGIN IMMEDIATE").unwrap();
    let began = Instant::now();
    let mut slowest = Duration::ZERO;
    for number in 0..200 {
        let asked = Instant::now();
        assert_eq!(scan(&product, &codes[number % 7], &format!("198.51.{}.{}", number / 100, number % 100), PHONE), 200);
        slowest = slowest.max(asked.elapsed());
    }
    assert!(slowest < Duration::from_secs(2), "{slowest:?}");
    // One attempt to write has failed by now: it waits five seconds for the lock.
    product.logged(|log| log.contains("scans cannot be written down yet"));
    assert!(began.elapsed() < Duration::from_secs(30));
    product.tell_to_stop();
    std::thread::sleep(Duration::from_secs(3));
    assert_eq!(product.ended(), None, "it does not end while scans wait");
    locked.execute_batch("ROLLBACK").unwrap();
    assert_eq!(product.stop_when_told(), 0);
    assert_eq!(by(&product.operator, 1).values().sum::<u64>(), 200);
}

#[test]
fn a_flood_of_scans_is_answered_and_counted_to_the_last() {
    const WORKERS: usize = 4;
    const EACH: usize = 500;
    let mut product = behind_a_proxy();
    let codes = codes(&product);
    std::thread::scope(|scope| {
        for worker in 0..WORKERS {
            let (product, codes) = (&product, &codes);
            scope.spawn(move || {
                for number in 0..EACH {
                    let from = format!("10.{worker}.{}.{}", number / 250, number % 250);
                    assert_eq!(scan(product, &codes[number % 50], &from, PHONE), 200);
                }
            });
        }
    });
    product.stop();
    assert_eq!(by(&product.operator, 3), counts(&[("person", (WORKERS * EACH) as u64)]));
}

#[test]
fn scans_go_out_in_stable_columns_and_never_come_in() {
    let mut product = behind_a_proxy();
    let code = product.signs().into_iter().find(|(_, name)| name == "Cầu Đất").unwrap().0;
    scan(&product, &code, "198.51.100.1", PHONE);
    product.stop();
    let day = tenpho::register::CityDay::at(jiff::Timestamp::now().as_second());
    let csv = product.operator.done(&["export", "scans"]);
    assert_eq!(csv, format!("day,code,lang,class,count,via,place_kind,place\n{day},{code},vi,person,1,code,street,cau-dat\n"));
    let json = product.operator.done(&["export", "scans", "--format", "json"]);
    let wanted = format!(
        "[\n{{\"day\":\"{day}\",\"code\":\"{code}\",\"lang\":\"vi\",\"class\":\"person\",\"count\":1,\"via\":\"code\",\"place_kind\":\"street\",\"place\":\"cau-dat\"}}\n]\n"
    );
    assert_eq!(json, wanted);
    product.operator.file("scans.csv", &csv);
    let refused = product.operator.run(&["import", "scans", "scans.csv"]);
    assert_eq!((refused.code, refused.err.contains("cannot be imported")), (1, true), "{}", refused.err);
    let empty = Operator::new();
    assert_eq!(empty.done(&["export", "scans"]), "day,code,lang,class,count,via,place_kind,place\n");
    assert_eq!(empty.done(&["export", "scans", "--format", "json"]), "[]\n");
}

#[test]
fn a_day_begins_at_midnight_in_the_city() {
    let at = |moment: &str| CityDay::at(moment.parse::<jiff::Timestamp>().unwrap().as_second()).to_string();
    assert_eq!(at("2027-05-12T16:59:59Z"), "2027-05-12");
    assert_eq!(at("2027-05-12T17:00:00Z"), "2027-05-13");
    assert_eq!(CityDay::parse("2028-02-28").unwrap().after(2).to_string(), "2028-03-01");
    assert_eq!(CityDay::parse("2028-03-01").unwrap().days_since(CityDay::parse("2028-02-28").unwrap()), 2);
    assert!(CityDay::parse("2027-02-30").is_err());
}

#[test]
fn the_office_sees_what_is_scanned_and_can_take_it_along() {
    let product = behind_a_proxy();
    let signs = product.signs();
    let (code, name) = signs.iter().find(|(_, name)| name == "Cầu Đất").unwrap();
    for last in 1..=30 {
        scan(&product, code, &format!("198.51.100.{last}"), PHONE);
    }
    scan(&product, code, "198.51.100.1", "curl/8");
    let staff = product.office(Role::Translator);
    let mut page = staff.get("/office/scans").body;
    for _ in 0..60 {
        if page.contains("<b>30</b>") {
            break;
        }
        std::thread::sleep(Duration::from_millis(100));
        page = staff.get("/office/scans").body;
    }
    assert!(page.contains("<b>30</b>") && page.contains("<b>1</b>"), "{page}");
    assert!(page.contains(&format!("/office/sign/{code}")) && page.contains(name.as_str()) && page.contains("/office/street/cau-dat"));
    assert_eq!(page.matches("<time ").count(), 30);
    let file = staff.get("/office/scans/days.csv");
    assert!(file.header("content-disposition").starts_with("attachment; filename=\"scans-2"));
    assert_eq!(file.body, product.operator.done(&["export", "scans"]));
    assert!(staff.get("/office/scans?from=1900-01-01").body.matches("<time ").count() == 366, "a year at most");
    assert!(staff.get("/office/scans/days.csv?from=2001-01-01&until=2001-02-01").body.lines().count() == 1);
    assert_eq!(staff.post("/office/scans/crew", &[("marked", "1")]).status, 303);
    assert_eq!(staff.cookie("tenpho-crew"), "1");
    assert_eq!(staff.post("/office/scans/crew", &[]).status, 303);
    assert_eq!(staff.cookie("tenpho-crew"), "");
}

#[test]
fn the_metrics_tell_of_scans_by_class_and_of_those_that_wait() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let metrics = format!("127.0.0.1:{port}");
    let product = Product::start_with(Operator::new(), &["--base-url", BASE_URL, "--metrics-listen", &metrics]);
    let code = codes(&product)[0].clone();
    let told = || {
        let stream = TcpStream::connect(&metrics).unwrap();
        let mut answer = String::new();
        let mut stream = stream;
        stream.write_all(b"GET /metrics HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").unwrap();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    for agent in [PHONE, PHONE, "curl/8", "another phone"] {
        product.get_with(&format!("/{code}"), &[("user-agent", agent)]);
    }
    let text = told();
    for line in [
        "tenpho_scans_total{class=\"person\"} 2\n",
        "tenpho_scans_total{class=\"robot\"} 1\n",
        "tenpho_scans_total{class=\"crew\"} 0\n",
        "tenpho_scans_repeated_total 1\n",
        "tenpho_scan_write_failures_total 0\n",
    ] {
        assert!(text.contains(line), "{line}{text}");
    }
    let waits = |count: u64| format!("tenpho_scans_waiting {count}\n");
    assert!(text.contains(&waits(3)) || text.contains(&waits(0)), "{text}");
    std::thread::sleep(Duration::from_secs(5));
    assert!(told().contains(&waits(0)));
}
