//! What a visitor types, and what the search makes of it.

use crate::browser::Browser;
use crate::kit::{Operator, Product};
use std::collections::HashMap;
use std::path::Path;
use tenpho::edition::{Edition, Entry};
use tenpho::exchange::starter;
use tenpho::register::Place;

fn edition() -> Edition {
    Edition::new(starter().unwrap())
}

/// The first places that a query finds, as `kind/slug`.
fn found(edition: &Edition, query: &str, most: usize) -> Vec<String> {
    edition.search(query, most).iter().map(|hit| format!("{}/{}", hit.place.kind, hit.place.slug)).collect()
}

#[test]
fn each_of_the_listed_queries_finds_what_it_means_among_the_first_three() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/search_queries.tsv");
    let list = std::fs::read_to_string(path).unwrap();
    let edition = edition();
    let (mut wrong, mut firsts, mut asked) = (Vec::new(), HashMap::new(), 0);
    for line in list.lines().skip(1) {
        let [query, wanted, why] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let hits = found(&edition, query, 3);
        let at = hits.iter().position(|hit| hit == wanted);
        *firsts.entry(at).or_insert(0) += 1;
        asked += 1;
        if at.is_none() {
            wrong.push(format!("{query} ({why}): {wanted} is not in {hits:?}"));
        }
    }
    println!("{firsts:?}");
    assert!(asked >= 300, "{asked} queries");
    assert!(wrong.is_empty(), "{} of {asked}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn marks_come_first_then_names_then_beginnings_and_streets_before_whom_they_honour() {
    let edition = edition();
    assert_eq!(found(&edition, "Vạn Hóa", 2), ["street/van-hoa-2", "street/van-hoa"]);
    assert_eq!(found(&edition, "Vạn Hoa", 2), ["street/van-hoa", "street/van-hoa-2"]);
    assert_eq!(found(&edition, "Trần Phú", 2), ["street/tran-phu", "namesake/tran-phu"]);
    assert_eq!(found(&edition, "minh kha", 3)[..2], ["street/minh-kha", "street/minh-khai"]);
    assert_eq!(found(&edition, "Lý Công Uẩn", 2), ["street/ly-thai-to", "namesake/ly-thai-to"]);
    assert_eq!(found(&edition, "le ho", 1), ["street/le-hong-phong"]);
    // Of many that begin so, those with a story come first.
    let told = |hit: &String| {
        edition.find_story(&edition.search(hit.split('/').nth(1).unwrap(), 1)[0].place, tenpho::register::Lang::Vi).is_some()
    };
    let first = &found(&edition, "tran", 4);
    assert!(first.iter().all(told), "{first:?}");
}

#[test]
fn what_nothing_answers_is_guessed_at_and_said_to_be_a_guess() {
    let edition = edition();
    let hits = edition.search("nhà hát lớn bờ hồ", 3);
    assert!(hits[0].is_guess() && hits[0].place.slug.as_str() == "nha-hat-thanh-pho-hai-phong", "{hits:?}");
    assert!(!edition.search("nha hat", 1)[0].is_guess());
    for nonsense in ["", "   ", "?!", "qqqqqqqq", "🎵", "\u{301}\u{301}", "ཨོཾ"] {
        assert_eq!(edition.search(nonsense, 5), [], "{nonsense:?}");
    }
}

#[test]
fn a_district_lists_its_places_and_tells_streets_of_one_name_apart() {
    let edition = edition();
    let hits = found(&edition, "quận Kiến An", 100);
    assert!(hits.contains(&"street/le-duan".to_owned()), "{hits:?}");
    let is_there = |place: &String| {
        let place = Place::parse(place).unwrap();
        match edition.find(&place).unwrap() {
            Entry::Street(street) => street.districts.parts().any(|one| one == "Kiến An"),
            Entry::Landmark(landmark) => landmark.districts.parts().any(|one| one == "Kiến An"),
            Entry::Namesake(_) => false,
        }
    };
    assert!(hits[..30].iter().all(is_there), "{hits:?}");
    let ranks = |query: &str| edition.search(query, 1)[0].cost;
    assert!(ranks("Trần Phú Ngô Quyền") < ranks("Trần Phú Đồ Sơn"));
}

#[test]
fn the_search_answers_whatever_is_typed() {
    use rand::{RngExt, SeedableRng, rngs::StdRng};
    const PIECES: [&str; 24] = [
        "le", "Lợi", "ng", "đ", " ", "/", "1", "30", "街", "통", "ー", "\u{301}", "\u{323}", "'", "🎵", "ß", "İ", "ﬁ", "½", "-", "q",
        "quận", "\u{0}", "zz",
    ];
    let edition = edition();
    let mut chance = StdRng::seed_from_u64(7);
    for _ in 0..1_500 {
        let length = chance.random_range(0..30);
        let query: String = (0..length).map(|_| PIECES[chance.random_range(0..PIECES.len())]).collect();
        let hits = edition.search(&query, 8);
        assert!(hits.len() <= 8 && hits.windows(2).all(|two| two[0].cost <= two[1].cost), "{query:?}: {hits:?}");
    }
}

#[test]
fn suggestions_are_a_few_in_the_order_of_the_search_page_and_kept_for_a_minute() {
    let product = Product::start();
    let answer = product.get("/en/suggest?q=dien%20bien");
    assert_eq!((answer.status, answer.header("cache-control")), (200, "public, max-age=60"));
    assert_eq!(answer.header("content-type"), "application/json");
    let told: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    let first = &told["rows"][0];
    assert_eq!((first["name"].as_str(), first["lang"].as_str()), (Some("Điện Biên Phủ"), Some("vi")));
    assert_eq!(first["address"], "/en/street/dien-bien-phu");
    assert!(!first["kind"].as_str().unwrap().is_empty());
    let page = product.get("/en/search?q=dien%20bien").body;
    let mut at = 0;
    for row in told["rows"].as_array().unwrap() {
        at += page[at..].find(&format!("href=\"{}\"", row["address"].as_str().unwrap())).expect("in this order on the page");
    }
    for (lang, said) in [("vi", "8 gợi ý"), ("en", "8 suggestions"), ("ja", "候補 8 件")] {
        let told: serde_json::Value = serde_json::from_str(&product.get(&format!("/{lang}/suggest?q=nguyen")).body).unwrap();
        assert_eq!((told["said"].as_str(), told["rows"].as_array().unwrap().len()), (Some(said), 8));
    }
    let code = product.signs().swap_remove(5).0;
    let told: serde_json::Value = serde_json::from_str(&product.get(&format!("/vi/suggest?q={}", code.to_lowercase())).body).unwrap();
    assert_eq!(told["rows"][0]["address"], format!("/{code}"));
}

#[test]
fn suggestions_withstand_what_nobody_types() {
    let product = Product::start();
    let long = "le%20".repeat(1_600);
    for query in [long.as_str(), "%00%01%1b%7f", "%F0%9F%8E%B5%F0%9F%8F%99", "%ff%fe%c3", "%", "q=q&q=r", "%22%3E%3Cscript%3E", "+%2B+", ""]
    {
        let answer = product.get(&format!("/vi/suggest?q={query}"));
        assert_eq!(answer.status, 200, "{query:.60}");
        let told: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        assert!(told["rows"].as_array().unwrap().len() <= 8);
    }
    assert_eq!(product.get("/vi/suggest").status, 200);
    assert_eq!(product.get("/de/suggest?q=le").status, 404);
}

#[test]
fn a_page_without_hits_offers_the_nearest_in_every_language() {
    let product = Product::start();
    for (lang, said) in [("vi", "Gần nhất"), ("en", "nearest"), ("fr", "approche"), ("zh", "最接近"), ("ja", "近い"), ("ko", "가까운")]
    {
        let page = product.get(&format!("/{lang}/search?q=nha%20hat%20lon%20bo%20ho")).body;
        assert!(page.contains(said) && page.contains(&format!("href=\"/{lang}/landmark/nha-hat-thanh-pho-hai-phong\"")), "{lang}: {page}");
        assert!(page.contains(&format!("href=\"/{lang}/search\"")), "{lang}");
        let nothing = product.get(&format!("/{lang}/search?q=qqqqqqqq")).body;
        assert!(nothing.contains(&format!("href=\"/{lang}/search\"")) && !nothing.contains(said), "{lang}");
    }
}

#[test]
fn every_place_is_under_its_letter() {
    let product = Product::start();
    let page = product.get("/vi/search").body;
    let section = |letter: &str| {
        let from = page.find(&format!("\">{letter}</h2>")).unwrap_or_else(|| panic!("no {letter}"));
        page[from..].split("<h2").next().unwrap()
    };
    assert!(section("Â").contains("Ấp Bắc") && section("Đ").contains("Đà Nẵng") && section("D").contains("Dân Lập"));
    assert!(section("0–9").contains("1/4"));
    assert!(!section("D").contains("Đà Nẵng"));
    let (streets, landmarks) = (450, 85);
    assert_eq!(page.matches("<li>").count(), streets + landmarks);
    for letter in page.match_indices("href=\"#letter-").map(|(at, _)| page[at + 7..].split('"').next().unwrap()) {
        assert!(page.contains(&format!("id=\"{letter}\"")), "{letter} leads nowhere");
    }
}

#[test]
fn a_street_is_found_by_the_keyboard_alone() {
    const DOWN: &str = "\u{e015}";
    const ENTER: &str = "\u{e007}";
    const ESCAPE: &str = "\u{e00c}";
    let product = Product::start_with(Operator::new(), &[]);
    let Some(phone) = Browser::phone("vi", true) else { return };
    phone.open(&format!("{}/vi/", product.address));
    let waits_for = |count: usize| phone.comes_true(&format!("return document.querySelectorAll('#hints li').length==={count}"));
    assert_eq!(phone.attribute("#q", "role"), "combobox");
    phone.type_into("#q", "duong dien bien");
    assert!(phone.comes_true("return document.querySelector('#q').getAttribute('aria-expanded')==='true'"));
    assert!(phone.comes_true("return /gợi ý/.test(document.querySelector('[role=status]').textContent)"), "the count is said");
    assert_eq!(phone.attribute("#q", "aria-activedescendant"), "");
    phone.type_into("#q", DOWN);
    assert_eq!(phone.attribute("#q", "aria-activedescendant"), "hint-0");
    assert_eq!(phone.attribute("#hint-0", "aria-selected"), "true");
    phone.type_into("#q", ESCAPE);
    assert_eq!(phone.attribute("#q", "aria-expanded"), "false");
    assert!(phone.comes_true("return document.querySelector('#q').value==='duong dien bien'"), "what was typed stays");
    phone.type_into("#q", " phu");
    assert!(phone.comes_true("return document.querySelector('#q').getAttribute('aria-expanded')==='true'"));
    phone.type_into("#q", DOWN);
    phone.type_into("#q", ENTER);
    assert!(phone.says("h1", "Điện Biên Phủ"));
    // Without a choice, Enter asks the search page.
    phone.open(&format!("{}/vi/search", product.address));
    phone.type_into("#q", "le loi");
    assert!(phone.comes_true("return !!document.querySelector('#hint-0')") && !waits_for(0));
    phone.type_into("#q", ENTER);
    assert!(phone.comes_true("return location.search==='?q=le+loi'"), "{}", phone.address());
}
