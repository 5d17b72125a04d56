//! Sources and names over time: several stand in one line and are read back as they were written.

use crate::exchange_kit::{codes, link, register};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use tenpho::exchange::{Kind, read, write_csv};
use tenpho::register::listed::line_of;
use tenpho::register::named::{line_of_names, parse_names};
use tenpho::register::source::sources_of;
use tenpho::register::{KnownDate, Lang, Line, Name, NamePeriod, Source, SourceKind};
use tenpho::web::sources::shown_source;
use tenpho::web::words::Words;

const PIECES: [&str; 19] = [
    ";",
    "|",
    "=",
    "kind=book",
    "name=",
    "a",
    "Phố Khách",
    "https://x.vn/a;b|c",
    "1954",
    "~1900",
    ",",
    "/",
    "''",
    "\u{37e}",
    "\u{338}",
    "đ",
    "title=x",
    "((",
    "—",
];

fn any_line(chance: &mut StdRng) -> Line {
    let pieces: Vec<&str> = (0..chance.random_range(0..5)).map(|_| PIECES[chance.random_range(0..PIECES.len())]).collect();
    Line::parse(&pieces.join(" ")).unwrap()
}

fn any_date(chance: &mut StdRng) -> Option<KnownDate> {
    let dates = ["", "1954", "1954-10", "13/10/1954", "~938", "10/1954"];
    KnownDate::parse(dates[chance.random_range(0..dates.len())]).ok()
}

fn line_of_sources(sources: &[Source]) -> String {
    line_of(sources.iter().map(Source::line))
}

#[test]
fn whatever_is_listed_in_one_line_is_read_back_as_it_was_written() {
    let mut chance = StdRng::seed_from_u64(1954);
    for _ in 0..20_000 {
        let source = |chance: &mut StdRng| Source {
            kind: SourceKind::ALL[chance.random_range(0..SourceKind::ALL.len())],
            title: any_line(chance),
            number: any_line(chance),
            date: any_date(chance),
            issuer: any_line(chance),
            page: any_line(chance),
            link: Line::parse(["", "https://haiphong.gov.vn/a?b=c", "http://x.vn"][chance.random_range(0..3)]).unwrap(),
            scan: Some(chance.random_range(1..99)).filter(|scan| scan % 2 == 0),
        };
        let sources: Vec<Source> = (0..chance.random_range(0..4)).map(|_| source(&mut chance)).collect();
        let line = line_of_sources(&sources);
        assert_eq!(line_of_sources(&sources_of(&line)), line);
        assert!(sources_of(&line).len() <= sources.len(), "{line}");
        let name = |chance: &mut StdRng| NamePeriod {
            name: Name::parse(&format!("{} x", any_line(chance))).unwrap(),
            from: any_date(chance),
            until: None,
            decision: any_line(chance),
        };
        let names: Vec<NamePeriod> = (0..chance.random_range(0..4)).map(|_| name(&mut chance)).collect();
        let line = line_of_names(&names);
        let again = parse_names(&line).unwrap_or_else(|error| panic!("{line}: {error}"));
        assert_eq!((again.len(), line_of_names(&again)), (names.len(), line));
    }
}

#[test]
fn a_plain_source_stays_letter_for_letter_what_it_was() {
    for plain in [
        "https://haiphong.gov.vn/a?b=c&d",
        "background",
        "Sách a=b, tr. 3",
        "data/HP.json, MIT) | x",
        "kind=book",
        "kind=zeppelin | title=x",
    ] {
        assert_eq!(Source::parse(plain).line(), plain);
        assert_eq!(line_of_sources(&sources_of(&format!("{plain} ; {plain}"))), format!("{plain} ; {plain}"));
    }
    assert_eq!(Source::parse("kind=website | link=javascript:alert(1)").link, Line::default());
    assert!(Source::read("kind=website | link=javascript:alert(1)").is_err());
}

#[test]
fn a_source_is_cited_as_its_readers_cite() {
    let line = "kind=decision | title=Nghị quyết | number=12/NQ-HĐND | date=2021-12-10 | issuer=HĐND thành phố | page=3";
    let source = Source::parse(line);
    assert_eq!(shown_source(&source, Words::of(Lang::Vi)), "Nghị quyết 12/NQ-HĐND ngày 10/12/2021 của HĐND thành phố, tr. 3");
    assert_eq!(shown_source(&source, Words::of(Lang::En)), "Nghị quyết 12/NQ-HĐND of 10 December 2021 by HĐND thành phố, p. 3");
    let book = Source::parse("kind=book | title=Địa chí Hải Phòng | date=1990 | issuer=NXB Hải Phòng | page=41");
    assert_eq!(shown_source(&book, Words::of(Lang::Vi)), "Địa chí Hải Phòng, NXB Hải Phòng, 1990, tr. 41");
    assert_eq!(shown_source(&Source::parse("https://www.haiphong.gov.vn/"), Words::of(Lang::En)), "haiphong.gov.vn");
}

#[test]
fn a_wrong_date_and_a_time_that_runs_backwards_are_refused() {
    for good in ["1954", "1954-10", "10/1954", "13/10/1954", "~1900", "29/2/2024", "938"] {
        let date = KnownDate::parse(good).unwrap();
        assert_eq!(KnownDate::parse(&date.to_string()), Ok(date), "{good}");
    }
    for wrong in [
        "",
        "54",
        "19545",
        "1954-13",
        "1954-02-30",
        "29/2/2023",
        "0",
        "0000",
        "9999",
        "-1954",
        "1954-10-13-1",
        "năm 1954",
        "1954\u{202e}",
        "١٩٥٤",
    ] {
        assert!(KnownDate::parse(wrong).is_err(), "{wrong}");
    }
    assert!(parse_names("name=A | from=1954-10 | until=1954").is_ok());
    for wrong in ["name=A | from=1955 | until=1954", "name=A | form=1955", "A | B", "name= | from=1954", "name=A\u{202e} | from=1954"] {
        assert!(parse_names(wrong).is_err(), "{wrong}");
    }
    assert!(parse_names(&"x ; ".repeat(5_000)).is_err());
}

#[test]
fn names_over_time_come_back_from_a_file() {
    let register = register();
    let file = "slug,names\ncau-dat,Phố Khách ; name=Avenue Paul Doumer | from=~1900 | until=1945 | decision=Nghị định\n";
    let found = read(Kind::Streets, file.as_bytes(), &register, &mut codes(1)).unwrap();
    let mut after = register.clone();
    found.records.put_into(&mut after);
    let written = write_csv(Kind::Streets, &after, &link);
    assert!(String::from_utf8_lossy(&written).contains("name=Avenue Paul Doumer | from=~1900 | until=1945 | decision=Nghị định"));
    let again = read(Kind::Streets, &written, &register, &mut codes(1)).unwrap();
    let mut twice = register;
    again.records.put_into(&mut twice);
    assert_eq!(write_csv(Kind::Streets, &twice, &link), written);
}
