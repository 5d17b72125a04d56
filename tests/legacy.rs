//! Plates of before there were codes: their addresses come in by a file, and each shows the very page for ever.

use crate::exchange_kit::{bring, refused};
use crate::kit::{BASE_URL, Operator, Product};
use tenpho::exchange::Kind;
use tenpho::register::LegacyAddress;

const PHONE: &str = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36";

fn same(one: &str, other: &str) -> bool {
    LegacyAddress::parse(one).unwrap() == LegacyAddress::parse(other).unwrap()
}

#[test]
fn an_old_address_is_the_same_however_it_was_written() {
    for (one, other) in [
        ("/qr/123", "/qr/123/"),
        ("/qr/123", "https://old.haiphong.gov.vn:8080/qr/123#top"),
        ("/qr/123", "HTTP://OLD.example/qr/123?utm_source=zalo&fbclid=x&zarsrc=1410"),
        ("/t%c3%aan-%C4%91", "/tên-đ"),
        ("/te\u{302}n", "/tên"),
        ("/a?b=2&a=1", "/a/?a=1&b=2&a=1"),
        ("/a?x=l%C3%AA+l%e1%bb%a3i", "/a?x=lê%20lợi"),
        ("/a?45", "/a?45="),
        ("/?id=45", "http://old.example?id=45"),
        ("/a%2520b", "/a%2520b/"),
    ] {
        assert!(same(one, other), "{one} {other}");
        let address = LegacyAddress::parse(one).unwrap();
        assert_eq!(LegacyAddress::parse(&address.to_string()).unwrap(), address, "{address} reads back as itself");
    }
    for (one, other) in
        [("/qr/123", "/qr/124"), ("/QR/123", "/qr/123"), ("/a?x=1", "/a?x=2"), ("/a?x=1", "/a?x=1&y=2"), ("/a%2520b", "/a%20b")]
    {
        assert!(!same(one, other), "{one} {other}");
    }
}

#[test]
fn an_old_address_that_is_wrong_ours_or_leads_nowhere_is_refused_with_its_line() {
    let rows = "address,place_kind,place,code\n,,,K7M2Q2\nqr/1,,,K7M2Q2\n/a%ff,,,K7M2Q2\n/,,,K7M2Q2\n/office/x,,,K7M2Q2\n/assets/,,,K7M2Q2\n\
                /vi/qr/1,,,K7M2Q2\n/k7m-2q2,,,5R2F8U\n/K7M2Q2+,,,5R2F8U\n/b,street,cau-dat,K7M2Q2\n/c,,,\n/d,,,K7M2Q3\n/e,,,22222A\n\
                /f,street,nowhere,\n/g,street,,\n/h,,,K7M2Q2\nhttp://x/h/,,,5R2F8U\n";
    assert_eq!(
        refused(Kind::LegacyLinks, rows),
        [
            "2 address legacy-empty",
            "3 address legacy-start",
            "4 address legacy-coding",
            "5 address legacy-ours",
            "6 address legacy-ours",
            "7 address legacy-ours",
            "8 address legacy-ours",
            "9 address legacy-ours",
            "10 address legacy-ours",
            "11 code legacy-both",
            "12 code legacy-neither",
            "13 code code-check",
            "14 code code-check",
            "15 place place-unknown",
            "16 place text-slug",
            "18 address row-twice",
        ]
    );
    // The code of no sign is a plate's like any other; the front page with a query is nobody's.
    let fresh = bring(Kind::LegacyLinks, "address,code\n/8A2A2Q,K7M2Q2\n/?id=45,K7M2Q2\n/qr/123,5R2F8U\n").unwrap();
    assert_eq!((fresh.report.added, fresh.report.changed), (2, 1));
    assert_eq!(bring(Kind::LegacyLinks, "address\n/qr/123\n").unwrap().report.unchanged, 1, "what the file leaves out stays");
}

/// A product with old addresses of every sort: two codes of a sign, and places.
fn with_old_plates() -> (Product, String) {
    let operator = Operator::new();
    let signs = operator.done(&["export", "signs"]);
    let code = csv::Reader::from_reader(signs.as_bytes()).records().map(|row| row.unwrap()).find(|row| &row[3] == "cau-dat").unwrap()[0]
        .to_owned();
    let rows = format!(
        "address,place_kind,place,code\nhttps://cu.haiphong.gov.vn/qr/123,,,{code}\n/ten-duong?id=45,street,le-chan,\n/ten-duong?id=46,street,cau-dat,\n\
         /?p=7,landmark,cho-sat,\n/tượng-đài,namesake,le-chan,\n/456,,,{code}\n"
    );
    operator.file("old.csv", rows);
    operator.done(&["import", "legacy-links", "old.csv"]);
    (Product::start_with(operator, &["--base-url", BASE_URL]), code)
}

#[test]
fn each_old_plate_shows_the_very_page_at_once_and_in_the_readers_language() {
    let (product, code) = with_old_plates();
    let sign = product.get(&format!("/{code}"));
    for path in ["/qr/123", "/qr/123/", "/%71r/123?utm_medium=x", "/456", "/qr/123?whatever=1"] {
        let page = product.get(path);
        assert_eq!((page.status, &page.body), (200, &sign.body), "{path}");
        assert_eq!(page.header("vary"), "Accept-Encoding, Accept-Language, Cookie");
    }
    let english = product.get_with("/ten-duong?fbclid=1&id=45", &[("accept-language", "en")]);
    assert_eq!((english.status, english.header("content-language")), (200, "en"));
    assert_eq!(english.body, product.get("/en/street/le-chan").body);
    assert!(english.body.contains(&format!("rel=\"canonical\" href=\"{BASE_URL}/en/street/le-chan\"")));
    assert_eq!(product.get("/ten-duong?id=46").body, product.get("/vi/street/cau-dat").body);
    assert_eq!(product.get("/?p=7").body, product.get("/vi/landmark/cho-sat").body);
    assert_eq!(product.get("/t%C6%B0%E1%BB%A3ng-%C4%91%C3%A0i").body, product.get("/vi/namesake/le-chan").body);
    assert_eq!(product.head("/qr/123").status, 200);
    for path in ["/ten-duong", "/ten-duong?id=47", "/qr/124", "/qr", "/vi/qr/123", "/qr/%ff"] {
        assert_eq!(product.get(path).status, 404, "{path}");
    }
    assert_eq!(product.get("/?p=8").body, product.get("/").body, "the front page, whatever hangs on it");
}

#[test]
fn old_plates_are_counted_as_such() {
    let (mut product, code) = with_old_plates();
    let get = |path: &str, agent: &str| product.get_with(path, &[("user-agent", agent)]);
    get("/qr/123", PHONE);
    get("/qr/123", PHONE);
    get("/456", PHONE);
    get("/ten-duong?id=45", PHONE);
    get("/ten-duong?id=45", "curl/8");
    get("/qr/124", PHONE);
    product.head("/qr/123");
    get(&format!("/{code}"), "another phone");
    product.stop();
    let table = product.operator.done(&["export", "scans"]);
    let rows: Vec<&str> = table.lines().skip(1).map(|row| row.split_once(',').unwrap().1).collect();
    let expected = [
        ",vi,person,1,legacy,street,le-chan".to_owned(),
        ",vi,robot,1,legacy,street,le-chan".to_owned(),
        format!("{code},vi,person,1,code,street,cau-dat"),
        format!("{code},vi,person,1,legacy,street,cau-dat"),
    ];
    assert_eq!(rows, expected, "two old addresses of one sign are one sign");
}

#[test]
fn old_addresses_go_out_and_come_in_again_and_are_public_at_once() {
    let (product, code) = with_old_plates();
    for format in ["csv", "json"] {
        let table = product.operator.done(&["export", "legacy-links", "--format", format]);
        let other = Operator::new();
        other.file("table", &table);
        assert!(other.done(&["import", "legacy-links", "table"]).contains("6 new"));
        assert!(other.done(&["import", "legacy-links", "table"]).contains("6 as they were"));
        assert_eq!(other.done(&["export", "legacy-links", "--format", format]), table);
    }
    assert_eq!(product.get("/moi").status, 404);
    product.operator.file("more.csv", format!("address,code\n/moi,{code}\n"));
    product.operator.done(&["import", "legacy-links", "more.csv"]);
    assert_eq!(product.get_when("/moi", |page| page.status == 200).status, 200);
    let ended = product.operator.run(&["doctor"]);
    assert_eq!(ended.code, 0, "{}", ended.out);
}
