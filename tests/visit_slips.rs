//! Whatever is typed or scanned wrong: nobody is led to another sign, and nobody is left with nothing.

use crate::kit::Product;
use crate::visit::{has_foreign_script, unknown_code};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use tenpho::register::code::SYMBOLS;

#[test]
fn no_slip_of_a_pen_leads_from_one_sign_to_another() {
    let product = Product::start();
    for (code, _) in product.signs().into_iter().step_by(14) {
        let right = code.as_bytes();
        let mut wrong: Vec<Vec<u8>> = Vec::new();
        for place in 0..6 {
            let other = SYMBOLS.iter().chain(b"01OIL").filter(|symbol| **symbol != right[place]);
            wrong.extend(other.map(|symbol| [&right[..place], &[*symbol], &right[place + 1..]].concat()));
            let swaps = (place + 1..6).filter(|other| right[*other] != right[place]);
            wrong.extend(swaps.map(|other| {
                let mut swapped = right.to_vec();
                swapped.swap(place, other);
                swapped
            }));
        }
        for typed in wrong.iter().map(|typed| std::str::from_utf8(typed).unwrap()) {
            assert_eq!(product.head(&format!("/{typed}")).status, 404, "{code} mistyped as {typed}");
        }
    }
}

#[test]
fn a_code_is_read_as_it_is_typed_into_an_address() {
    let product = Product::start();
    let (code, name) = product.signs().swap_remove(700);
    let (first, second) = code.split_at(3);
    for typed in [
        format!("{first}-{second}"),
        format!("{first}%20{second}"),
        format!("%{:02X}{}", code.as_bytes()[0], &code[1..]),
        code.to_lowercase(),
    ] {
        let page = product.get(&format!("/{typed}"));
        assert_eq!(page.status, 200, "{typed}");
        assert!(page.body.contains(&name), "{typed}");
    }
}

#[test]
fn a_mistyped_code_offers_the_nearest_real_ones() {
    let product = Product::start();
    for (code, _) in product.signs().into_iter().step_by(97) {
        let last = if code.ends_with('7') { "8" } else { "7" };
        let shorter = &code[..5];
        for typed in [format!("{}{last}", &code[..5]), shorter.to_owned(), format!("{code}5"), format!("0{}", &code[1..])] {
            let page = product.get(&format!("/vi/{typed}"));
            assert_eq!(page.status, 404, "{typed}");
            assert!(page.body.contains(&format!("href=\"/{code}\"")), "{typed} does not offer {code}");
        }
    }
}

#[test]
fn nobody_is_left_with_nothing() {
    let product = Product::start();
    let page = product.get("/en/street/dien-bien-pu");
    assert_eq!(page.status, 404);
    assert!(page.body.contains("/en/street/dien-bien-phu") && page.body.contains("role=\"search\""));
    let unknown = unknown_code(&product);
    let page = product.get(&format!("/vi/{unknown}"));
    assert_eq!(page.status, 404);
    assert!(page.body.contains("chưa được cấp") && page.body.contains("/vi/search"));
}

#[test]
fn ten_thousand_mangled_addresses_all_get_a_page() {
    let product = Product::start();
    let mut random = StdRng::seed_from_u64(2_800);
    for _ in 0..10_000 {
        let length = [5, 6, 6, 6, 7, 1, 40][random.random_range(0..7)];
        let typed: String =
            (0..length).map(|_| char::from(b"23456789ABCDEFGHJKMNPQRSTUVWXYZabcxyz01OIL-_.~+'"[random.random_range(0..48)])).collect();
        let page = product.get(&format!("/{typed}"));
        assert!(matches!(page.status, 200 | 404), "{typed}: {}", page.status);
        assert!(page.body.contains("</html>"), "{typed}: an empty page");
    }
}

#[test]
fn hostile_addresses_get_a_sentence_and_never_a_fault() {
    let product = Product::start();
    let long = format!("/{}", "A".repeat(4_000));
    let hostile = [
        "/%00",
        "/%FF%FE",
        "/%E2%80%AE",
        "/..%2F..%2Fetc%2Fpasswd",
        "/assets/..%2F..%2Fsecret.0.svg",
        "/assets/icon.000000000000.svg",
        "/vi/street/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "/vi/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/vi/search?q=%FF&q=2",
        "/vi/search?%00",
        "/vi/street/",
        "/vi/street/a/b",
        "/fr/",
        "//evil.example/",
        "/.git/config",
        "/.env",
        "/tenpho.db",
        "/metrics",
        "/office/wp-login.php",
        "/K7M2Q2%2B",
        &long,
    ];
    for path in hostile {
        let page = product.get(path);
        assert!(page.status < 500, "{path}: {}", page.status);
        assert!(!has_foreign_script(&page.body), "{path}");
        assert!(!page.body.contains("panicked"), "{path}");
    }
}
