//! A flood of reports: how much is taken in, from whom, and how little it costs.

use crate::kit::{BASE_URL, Operator, Product};
use crate::reports::{case_of, report};
use std::net::IpAddr;
use std::time::{Duration, Instant};
use tenpho::exchange;
use tenpho::register::{CaseNumber, CaseSeen, FaultKind, Filed, Lang, NewReport, PhotoFile, PhotoFormat, SignCode};
use tenpho::store::{Error, ReportError, Stamp, Store};
use tenpho::visit::{Limits, ReportDesk};
use tenpho::web::reports::{Keeper, Unkept};

const DAY: &str = "2027-05-13";

fn fresh(operator: &Operator) -> Store {
    let stamp = Stamp { who: "tenpho", at: "2027-05-13T00:00:00Z" };
    Store::open_or_make::<Box<dyn std::error::Error>>(&operator.path("tenpho.db"), stamp, || Ok(exchange::starter()?)).unwrap().0
}

/// Case numbers, each another.
fn numbers() -> impl FnMut() -> CaseNumber {
    loop_of(0)
}

fn loop_of(mut at: u64) -> impl FnMut() -> CaseNumber {
    move || loop {
        at += 1;
        let random = std::array::from_fn(|place| (at.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (8 * place)) as u8);
        if let Some(number) = CaseNumber::issue(random) {
            return number;
        }
    }
}

fn photo(bytes: usize) -> Vec<PhotoFile> {
    vec![PhotoFile { width: 1600, height: 1200, format: PhotoFormat::Webp, bytes: vec![7; bytes] }]
}

#[test]
fn ten_thousand_reports_do_not_fill_the_disk() {
    let operator = Operator::new();
    let mut store = fresh(&operator);
    let codes: Vec<SignCode> = store.read_register().unwrap().signs.iter().map(|sign| sign.code).collect();
    let (mut issue, began) = (numbers(), Instant::now());
    let (mut taken, mut full, mut photos_full) = (0, 0, 0);
    for at in 0..10_000_usize {
        let report = NewReport {
            code: codes[at % codes.len()],
            kind: FaultKind::ALL[at / codes.len() % FaultKind::ALL.len()],
            words: format!("{at} {}", "đ".repeat(900)),
            lang: Lang::Vi,
            photo: if at % 10 == 0 { photo(600_000) } else { Vec::new() },
        };
        match store.file_report(&format!("{DAY}T10:00:00Z"), &report, &mut issue) {
            Ok(_) => taken += 1,
            Err(Error::Report(ReportError::DayFull)) => full += 1,
            Err(Error::Report(ReportError::PhotosFull)) => photos_full += 1,
            Err(other) => panic!("{other}"),
        }
    }
    let bytes: u64 = std::fs::read_dir(operator.folder.path()).unwrap().map(|file| file.unwrap().metadata().unwrap().len()).sum();
    println!("{taken} taken, {full} and {photos_full} refused in {:?}; {} MiB", began.elapsed(), bytes >> 20);
    assert!((1_000..=2_100).contains(&taken) && photos_full > 0, "{taken} {photos_full}");
    assert!(bytes < 160 << 20, "{bytes}");
    assert!(began.elapsed() < Duration::from_secs(240), "{:?}", began.elapsed());
    let tomorrow = NewReport { code: codes[2_700], kind: FaultKind::Other, words: "x".to_owned(), lang: Lang::Vi, photo: photo(10) };
    assert!(store.file_report("2027-05-14T00:00:00Z", &tomorrow, &mut issue).is_ok(), "the next day begins anew");
}

#[test]
fn of_one_case_twenty_texts_and_six_photos_are_kept_and_every_report_is_counted() {
    let operator = Operator::new();
    let mut store = fresh(&operator);
    let code = store.read_register().unwrap().signs[0].code;
    let mut issue = numbers();
    let mut case = None;
    for at in 0..30 {
        let report = NewReport { code, kind: FaultKind::Missing, words: format!("text {at}"), lang: Lang::En, photo: photo(100) };
        let filed = store.file_report(&format!("{DAY}T10:00:{at:02}Z"), &report, &mut issue).unwrap();
        assert_eq!(filed.has_joined, at > 0);
        assert_eq!(*case.get_or_insert(filed.case), filed.case);
    }
    let kept = store.get_case(case.unwrap()).unwrap();
    assert_eq!((kept.count, kept.words.len(), kept.photos), (30, 20, 6));
    assert_eq!((kept.seen.first_at.as_str(), kept.last_at.as_str()), ("2027-05-13T10:00:00Z", "2027-05-13T10:00:29Z"));
}

#[test]
fn two_cases_never_get_one_number() {
    let operator = Operator::new();
    let mut store = fresh(&operator);
    let codes: Vec<SignCode> = store.read_register().unwrap().signs.iter().map(|sign| sign.code).collect();
    let bare = |code| NewReport { code, kind: FaultKind::Missing, words: String::new(), lang: Lang::En, photo: Vec::new() };
    let first = store.file_report("2027-05-13T00:00:00Z", &bare(codes[0]), &mut loop_of(0)).unwrap().case;
    let second = store.file_report("2027-05-13T00:00:00Z", &bare(codes[1]), &mut loop_of(0)).unwrap().case;
    assert_ne!(first, second, "the same chance again");
    let mut stuck = || first;
    assert!(matches!(store.file_report("2027-05-13T00:00:00Z", &bare(codes[2]), &mut stuck), Err(Error::NoCodeLeft)));
}

#[test]
fn one_network_and_one_sign_have_their_share_and_ten_minutes_later_a_new_one() {
    let now = Instant::now();
    let sign = |at: usize| {
        SignCode::issue([u8::try_from(at / 31).unwrap(), u8::try_from(at % 31).unwrap(), 0, 1, 2])
            .unwrap_or(SignCode::parse("K7M2Q2").unwrap())
    };
    let ip = |text: &str| text.parse::<IpAddr>().unwrap();
    let mut limits = Limits::new(now, [1; 32]);
    let admitted = (0..100).filter(|at| limits.admit(ip("203.0.113.7"), sign(*at), now, [2; 32]).is_ok()).count();
    assert_eq!(admitted, 15);
    assert!(limits.admit(ip("203.0.113.8"), sign(0), now, [2; 32]).is_ok(), "another network");
    let wait = limits.admit(ip("203.0.113.7"), sign(0), now + Duration::from_secs(60), [2; 32]).unwrap_err();
    assert_eq!(wait, Duration::from_secs(540));
    assert!(limits.admit(ip("203.0.113.7"), sign(0), now + Duration::from_secs(600), [2; 32]).is_ok(), "ten minutes later");

    let mut limits = Limits::new(now, [1; 32]);
    let of_one_sign = (0..100).filter(|at| limits.admit(ip(&format!("203.0.113.{at}")), sign(3), now, [2; 32]).is_ok()).count();
    assert_eq!(of_one_sign, 40);

    let mut limits = Limits::new(now, [1; 32]);
    let neighbours = (0..100).filter(|at| limits.admit(ip(&format!("2001:db8:1:2::{at}")), sign(*at), now, [2; 32]).is_ok()).count();
    assert_eq!(neighbours, 15, "a customer of IPv6 has a whole /64");

    let mut limits = Limits::new(now, [1; 32]);
    let of_all = (0..10_000_usize)
        .filter(|at| limits.admit(ip(&format!("10.{}.{}.1", at / 250, at % 250)), sign(at % 900), now, [2; 32]).is_ok())
        .count();
    assert_eq!(of_all, 600);
}

#[test]
fn a_flood_from_one_address_is_answered_with_when_to_come_back_and_the_words_are_not_lost() {
    let product = Product::start_with(Operator::new(), &["--base-url", BASE_URL]);
    let signs = product.signs();
    let mut refused = 0;
    for (at, (code, _)) in signs.iter().take(200).enumerate() {
        // Nobody believes the header of whoever is no proxy of ours.
        let from = format!("203.0.113.{at}");
        let answer = report(&product, code, &[("kind", "missing"), ("words", "My words")], None, &[("x-forwarded-for", from.as_str())]);
        match answer.status {
            303 => drop(case_of(&answer)),
            429 => {
                refused += 1;
                assert!(answer.header("retry-after").parse::<u64>().unwrap() <= 600);
                assert!(answer.body.contains("Please try again in") && answer.body.contains("My words"), "{}", answer.body);
            }
            other => panic!("{other}: {}", answer.body),
        }
    }
    assert_eq!(refused, 185);
    assert_eq!(product.store().count_open_cases().unwrap(), 15);
    let scanned = product.get(&format!("/{}", signs[0].0));
    assert_eq!(scanned.status, 200, "who only reads is not held up");
}

#[test]
fn fifty_megabytes_are_refused_without_being_held_and_the_words_come_back() {
    let product = Product::start();
    let code = product.signs().swap_remove(3).0;
    product.get(&format!("/en/{code}/report"));
    let before = product.peak_memory();
    let large = vec![0xff; 50 << 20];
    let answer = report(&product, &code, &[("kind", "missing"), ("words", "Still here")], Some(&large), &[]);
    assert_eq!(answer.status, 413);
    assert!(answer.body.contains("larger than 10 MB") && answer.body.contains("Still here"), "{}", answer.body);
    let plain = product.send(&format!("/en/{code}/report"), "application/x-www-form-urlencoded", &large, &[]);
    assert_eq!(plain.status, 413);
    let grown = product.peak_memory() - before;
    println!("grew by {grown} MiB");
    assert!(grown < 16, "{grown} MiB");
    assert_eq!(product.store().count_open_cases().unwrap(), 0);
}

/// Keeps nothing, and says so.
struct FullDisk;

impl Keeper for FullDisk {
    fn file(&self, _: &NewReport) -> Result<Filed, Unkept> {
        Err(Unkept::Broken)
    }

    fn find(&self, _: CaseNumber) -> Result<Option<CaseSeen>, Unkept> {
        Err(Unkept::Broken)
    }
}

#[test]
fn eight_photos_are_in_work_at_once_three_of_one_network_and_what_was_not_kept_gets_no_number() {
    let desk = ReportDesk::new(Box::new(FullDisk), tenpho::web::proxies::Proxies::default());
    let ip = |text: &str| text.parse::<IpAddr>().unwrap();
    let mut turns: Vec<_> = (0..5).filter_map(|_| desk.turn(ip("203.0.113.7"))).collect();
    assert_eq!(turns.len(), 3);
    turns.extend((0..20).filter_map(|at| desk.turn(ip(&format!("203.0.113.{}", 100 + at)))));
    assert_eq!(turns.len(), 8);
    turns.truncate(2);
    assert!(desk.turn(ip("203.0.113.7")).is_some() && desk.turn(ip("203.0.113.200")).is_some());
    let code = SignCode::parse("K7M2Q2").unwrap();
    let report = NewReport { code, kind: FaultKind::Missing, words: String::new(), lang: Lang::En, photo: Vec::new() };
    for _ in 0..2 {
        assert!(desk.take(report.clone(), None, "mark").is_err());
    }
}
