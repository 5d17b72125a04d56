//! What machines get that share, index or follow the pages.

use crate::kit::{Operator, Product};
use regex::Regex;
use serde_json::{Value, json};
use tenpho::edition::Edition;
use tenpho::print::share_picture::{HEIGHT, WIDTH, write};
use tenpho::register::Lang;

/// The linked data of a page.
fn linked_data(page: &str) -> Value {
    let found = Regex::new(r#"<script type="application/ld\+json">(.*?)</script>"#).unwrap();
    serde_json::from_str(&found.captures(page).expect("linked data")[1]).unwrap()
}

/// Red, green and blue of a dot.
fn dot(picture: &image::RgbImage, x: u32, y: u32) -> [u8; 3] {
    picture.get_pixel(x, y).0
}

/// Rows between the kind and the city that hold white ink inside the column, outside the white line.
fn rows_with_ink(picture: &image::RgbImage) -> Vec<u32> {
    (180..505).filter(|y| (80..WIDTH - 80).any(|x| dot(picture, x, *y) == [255, 255, 255])).collect()
}

#[test]
fn the_picture_of_a_shared_page_is_the_plate() {
    let product = Product::start();
    let page = product.get("/en/street/cau-dat").body;
    let address = Regex::new(r#"property="og:image" content="https://[^/]+(/assets/plate-street-cau-dat\.[0-9a-f]{12}\.png)""#).unwrap();
    let path = address.captures(&page).expect("a picture")[1].to_owned();
    let bytes = product.get_bytes(&path);
    assert!(bytes.len() < 60_000, "{} bytes", bytes.len());
    let picture = image::load_from_memory(&bytes).unwrap().to_rgb8();
    assert_eq!(picture.dimensions(), (WIDTH, HEIGHT));
    assert!(!rows_with_ink(&picture).is_empty());
    let answer = product.get(&path);
    assert!(answer.header("cache-control").contains("immutable") && answer.header("content-type") == "image/png");
    for wrong in
        ["plate-street-cau-dat.000000000000.png", "plate-street-nowhere.000000000000.png", "plate-x.png", "plate-street-cau-dat.png"]
    {
        assert_eq!(product.get(&format!("/assets/{wrong}")).status, 404, "{wrong}");
    }
}

#[test]
fn every_name_of_the_register_fits_its_picture_with_all_its_marks() {
    let register = tenpho::exchange::starter().unwrap();
    let streets = register.streets.iter().map(|one| one.name.to_string());
    let names = streets.chain(register.landmarks.iter().map(|one| one.name.to_string()));
    let mut longest: Vec<String> = names.collect();
    longest.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
    longest.truncate(12);
    longest.extend(["Nguyễn Thị Minh Khai", "Ẩẫ Ữỗ Ặệ", "Đại lộ Võ Nguyên Giáp", "A"].map(str::to_owned));
    for name in longest {
        let picture = image::load_from_memory(&write(Some("Phố"), &name, "Hải Phòng").unwrap()).unwrap().to_rgb8();
        let rows = rows_with_ink(&picture);
        let (first, last) = (rows[0], rows[rows.len() - 1]);
        assert!(first >= 188 && last <= 490, "{name}: ink from {first} to {last}");
        let touches_the_line = (150..520).any(|y| (62..75).chain(WIDTH - 75..WIDTH - 62).any(|x| dot(&picture, x, y) == [255, 255, 255]));
        assert!(!touches_the_line, "{name} runs into the white line");
    }
    assert!(write(None, "街", "").is_err(), "a character that the faces lack is refused");
}

#[test]
fn pages_say_in_the_words_of_schema_org_what_they_are_about() {
    let product = Product::start();
    let street = linked_data(&product.get("/vi/street/cau-dat").body);
    assert_eq!((&street["@type"], &street["name"]), (&json!("Place"), &json!("Cầu Đất")));
    assert_eq!(street["url"], json!("https://qr.haiphong.gov.vn/vi/street/cau-dat"));
    let landmark = linked_data(&product.get("/en/landmark/bao-tang-hai-phong").body);
    assert_eq!(landmark["@type"], json!("LandmarksOrHistoricalBuildings"));
    assert_eq!((&landmark["name"], &landmark["alternateName"]), (&json!("Hải Phòng Museum"), &json!(["Bảo tàng Hải Phòng"])));
    assert_eq!(landmark["geo"]["latitude"], json!("20.86197"));
    let person = linked_data(&product.get("/ja/namesake/nguyen-duc-canh").body);
    assert_eq!((&person["@type"], &person["birthDate"], &person["deathDate"]), (&json!("Person"), &json!("1908"), &json!("1932")));
    let unsure = linked_data(&product.get("/vi/namesake/le-chan").body);
    assert!(unsure.get("birthDate").is_none(), "a year that is not certain is not told to machines");
    let code = product.signs().swap_remove(3).0;
    let scanned = product.get(&format!("/{code}")).body;
    assert!(scanned.contains("og:image") && !scanned.contains("ld+json"), "engines keep the page of the street, and the scan is spared it");
}

#[test]
fn nothing_in_a_name_ends_the_linked_data() {
    let operator = Operator::new();
    let file = operator.file("streets.csv", "slug,name\ncau-dat,Cầu </script><script>alert(1)</script>\n");
    operator.done(&["import", "streets", file.to_str().unwrap()]);
    let product = Product::start_with(operator, &[]);
    let page = product.get("/vi/street/cau-dat").body;
    assert!(!page.contains("<script>alert"));
    assert!(linked_data(&page)["name"].as_str().unwrap().contains("</script>"));
}

#[test]
fn a_feed_tells_the_newest_stories_of_each_language() {
    let product = Product::start();
    let row =
        "place_kind,place,lang,stage,lead,body,sources,review\nstreet,an-chan,vi,published,Một làng cũ & <mới>.,Thân bài.,,awaiting\n";
    let file = product.operator.file("stories.csv", row);
    product.operator.done(&["import", "stories", file.to_str().unwrap()]);
    product.get_when("/vi/street/an-chan", |page| page.body.contains("Một làng cũ"));
    let answer = product.get("/vi/feed.xml");
    assert!(answer.header("content-type").starts_with("application/atom+xml"));
    let feed = roxmltree::Document::parse(&answer.body).unwrap();
    let text = |name: &str| feed.descendants().find(|one| one.has_tag_name(("http://www.w3.org/2005/Atom", name))).unwrap().text().unwrap();
    assert!(text("updated").ends_with('Z'));
    assert_eq!(text("summary"), "Một làng cũ & <mới>.", "the newest comes first, and its words stay what they are");
    let entries = feed.descendants().filter(|one| one.has_tag_name(("http://www.w3.org/2005/Atom", "entry"))).count();
    assert!((2..=30).contains(&entries), "{entries}");
    let again = product.get_with("/vi/feed.xml", &[("if-none-match", answer.header("etag"))]);
    assert_eq!(again.status, 304);
    for lang in Lang::ALL {
        roxmltree::Document::parse(&product.get(&format!("/{lang}/feed.xml")).body).unwrap();
    }
}

#[test]
fn a_large_city_has_a_sitemap_of_several_files() {
    let mut register = tenpho::exchange::starter().unwrap();
    let first = register.streets[0].clone();
    for at in 0..20_000 {
        let slug = tenpho::register::Slug::parse(&format!("pho-so-{at}")).unwrap();
        register.streets.push(tenpho::register::Street { slug, ..first.clone() });
    }
    let edition = Edition::new(register);
    let site = tenpho::web::Site::new(tenpho::qr::BaseUrl::parse("https://qr.haiphong.gov.vn").unwrap());
    let index = tenpho::visit::sitemap(&edition, &site);
    let files = index.matches("<sitemap>").count();
    assert!(index.contains("<sitemapindex") && files > 1);
    let mut seen = 0;
    for file in 1..=files {
        let map = tenpho::visit::sitemap_part(&edition, &site, file).unwrap();
        let here = map.matches("<url>").count();
        assert!(here <= 50_000 && map.len() < 50_000_000, "{here} addresses, {} bytes", map.len());
        roxmltree::Document::parse(&map).unwrap();
        seen += here;
    }
    assert_eq!(seen, (edition.places().count() + 1 + 1 + edition.walks().len()) * Lang::ALL.len());
    assert!(tenpho::visit::sitemap_part(&edition, &site, files + 1).is_none());
}
