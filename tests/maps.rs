//! What is promised of maps: drawn of known positions alone, the list says all that the sketch shows, and nothing comes from elsewhere.

use crate::browser::Browser;
use crate::kit::{Answer, Operator, Product};
use regex::Regex;
use roxmltree::{Document, Node};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use tenpho::edition::{Area, Edition};
use tenpho::exchange::starter;
use tenpho::register::street_line::parse_shape;
use tenpho::register::{Lang, Line, Place, PlaceKind, Point, Position, Register, Slug, StreetLine};
use tenpho::web::sketch_view::{View, WIDTH};

/// The sketches of a page, each a document of its own.
fn sketches(page: &Answer) -> Vec<&str> {
    let parts = page.body.split("<svg").skip(1);
    parts.map(|part| &page.body[part.as_ptr() as usize - page.body.as_ptr() as usize - 4..][..part.find("</svg>").unwrap() + 10]).collect()
}

fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}

fn of_class<'a, 'input>(document: &'a Document<'input>, class: &'a str) -> impl Iterator<Item = Node<'a, 'input>> {
    document.descendants().filter(move |node| node.attribute("class") == Some(class))
}

/// The numbers that stand on a sketch.
fn numbers_on(document: &Document<'_>) -> Vec<usize> {
    document.descendants().filter(|node| node.has_tag_name("text")).filter_map(|node| node.text()?.parse().ok()).collect()
}

/// The numbers of the list, with the address and the words beside each.
fn numbers_in_list(page: &Answer) -> Vec<(usize, String, String)> {
    static ROW: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#"<a href="([^"]*)"><b>(\d+)</b><span[^>]*>[^<]*</span><small>([^<]*)</small>"#).unwrap());
    ROW.captures_iter(&page.body).map(|row| (row[2].parse().unwrap(), row[1].to_owned(), row[3].to_owned())).collect()
}

fn landmarks() -> Vec<(String, Position)> {
    let point = |point: &Point| Position::of(point.lon().parse().unwrap(), point.lat().parse().unwrap()).unwrap();
    let register = starter().unwrap();
    register.landmarks.iter().filter_map(|one| Some((one.slug.to_string(), point(one.point.as_ref()?)))).collect()
}

/// Lines for the first streets of the register: a grid of crooked ways over the city, invented for the test alone.
fn grid(count: usize, points: usize, licence: &str) -> Vec<StreetLine> {
    let streets = starter().unwrap().streets;
    let line = |(at, street): (usize, &tenpho::register::Street)| {
        let across = at as f64 / count as f64 * 0.06;
        let part = (0..points).map(|step| {
            let along = step as f64 / points as f64 * 0.06;
            let bend = ((step * 7 + at * 13) % 11) as f64 * 0.000_03;
            let (east, north) = if at % 2 == 0 { (along, across + bend) } else { (across + bend, along) };
            Position::of(106.65 + east, 20.83 + north).unwrap()
        });
        StreetLine {
            street: street.slug.clone(),
            parts: vec![part.collect()],
            source: Line::parse("Sở Xây dựng").unwrap(),
            licence: Line::parse(licence).unwrap(),
        }
    };
    streets.iter().take(count).enumerate().map(line).collect()
}

/// An installation into which these lines were brought.
fn with_lines(lines: Vec<StreetLine>) -> Product {
    let operator = Operator::new();
    let register = Register { street_lines: lines, ..Register::default() };
    operator.file("lines.geojson", tenpho::exchange::write_lines(&register));
    operator.done(&["import", "lines", "lines.geojson"]);
    Product::start_with(operator, &["--base-url", crate::kit::BASE_URL])
}

#[test]
fn the_map_of_every_landmark_with_a_position_has_its_own_dot_in_view_and_a_list_that_agrees() {
    let product = Product::start();
    let all = landmarks();
    assert!(all.len() >= 28);
    for (slug, at) in &all {
        let page = product.get(&format!("/en/landmark/{slug}/map"));
        assert_eq!(page.status, 200, "{slug}");
        let [sketch] = sketches(&page)[..] else { panic!("{slug}") };
        let document = Document::parse(sketch).unwrap();
        let root = document.root_element();
        let size: Vec<f64> = root.attribute("viewBox").unwrap().split(' ').map(|word| word.parse().unwrap()).collect();
        assert_eq!((root.attribute("role"), size[0], size[1], size[2]), (Some("img"), 0.0, 0.0, WIDTH));
        let own: Vec<(f64, f64)> = of_class(&document, "here").map(|dot| (number(dot, "cx"), number(dot, "cy"))).collect();
        let [own] = own[..] else { panic!("{slug}: {} own dots", own.len()) };
        assert!(own.0 > 0.0 && own.0 < size[2] && own.1 > 0.0 && own.1 < size[3], "{slug}");
        let listed = numbers_in_list(&page);
        assert_eq!(numbers_on(&document), listed.iter().map(|(number, ..)| *number).collect::<Vec<_>>(), "{slug}");
        assert_eq!(listed.iter().map(|(number, ..)| *number).collect::<Vec<_>>(), (1..=listed.len()).collect::<Vec<_>>());
        for (number, address, words) in &listed {
            let other = address.strip_prefix("/en/landmark/").unwrap();
            let there = all.iter().find(|(one, _)| one == other).unwrap().1;
            assert_ne!(there, *at);
            let north = there.lat() > at.lat();
            assert!(!(words.contains("north") && !north || words.contains("south") && north), "{slug} {number}: {words}");
        }
    }
}

#[test]
fn every_number_stands_on_its_dot_or_is_led_to_it() {
    let product = Product::start();
    let all = landmarks();
    for (slug, at) in &all {
        let page = product.get(&format!("/vi/landmark/{slug}/map"));
        let document = Document::parse(sketches(&page)[0]).unwrap();
        let listed = numbers_in_list(&page);
        let discs: Vec<(f64, f64)> = of_class(&document, "disc").map(|disc| (number(disc, "cx"), number(disc, "cy"))).collect();
        let leads: Vec<Vec<f64>> = of_class(&document, "lead")
            .map(|lead| lead.attribute("d").unwrap().split(['M', 'L', ' ']).filter_map(|word| word.parse().ok()).collect())
            .collect();
        let dots: Vec<(f64, f64)> = discs
            .iter()
            .map(|disc| leads.iter().find(|lead| (lead[2], lead[3]) == *disc).map_or(*disc, |lead| (lead[0], lead[1])))
            .collect();
        assert_eq!(of_class(&document, "dot").count(), leads.len(), "{slug}");
        // All positions by one projection: where the dots are on the ground and on the sketch differs by one scale.
        let own = of_class(&document, "here").map(|dot| (number(dot, "cx"), number(dot, "cy"))).next().unwrap();
        let ground: Vec<Position> =
            listed.iter().map(|(_, address, _)| all.iter().find(|(one, _)| address.ends_with(&format!("/{one}"))).unwrap().1).collect();
        let far = ground.last().map_or(1.0, |last| at.metres_to(*last));
        let scale = dots.last().map_or(1.0, |last| (last.0 - own.0).hypot(last.1 - own.1)) / far;
        for (dot, there) in dots.iter().zip(&ground) {
            let units = (dot.0 - own.0).hypot(dot.1 - own.1);
            assert!((units - at.metres_to(*there) * scale).abs() < 6.0, "{slug}: {units}");
            assert!((dot.1 < own.1) == (there.lat() > at.lat()) || (dot.1 - own.1).abs() < 2.0, "{slug}: north is not up");
        }
        for (one, other) in discs.iter().enumerate().flat_map(|(at, one)| discs[..at].iter().map(move |other| (one, other))) {
            assert!((one.0 - other.0).hypot(one.1 - other.1) > 48.0, "{slug}: two numbers cover each other");
        }
    }
}

#[test]
fn a_place_whose_position_nobody_knows_has_no_map_and_no_link_to_one() {
    let product = Product::start();
    let register = starter().unwrap();
    let blank = register.landmarks.iter().find(|one| one.point.is_none()).unwrap();
    for (path, place) in [
        (format!("/vi/landmark/{}", blank.slug), "landmark"),
        ("/vi/street/cau-dat".to_owned(), "street"),
        ("/en/namesake/le-loi".to_owned(), "namesake"),
    ] {
        let page = product.get(&path);
        assert!(page.status == 200 && !page.body.contains(&format!("{path}/map\"")), "{place}");
        assert_eq!(product.get(&format!("{path}/map")).status, 404, "{place}");
    }
    assert!(product.get("/vi/landmark/quan-hoa").body.contains("<dd><a href=\"/vi/landmark/quan-hoa/map\">20.8564, 106.6814</a></dd>"));
    assert_eq!(product.get("/vi/landmark/khong-co/map").status, 404);
}

#[test]
fn the_phone_is_led_to_its_own_map_and_to_nobody_elses() {
    let product = Product::start();
    let page = product.get("/vi/landmark/quan-hoa/map").body;
    assert!(page.contains("href=\"geo:20.85637,106.68138?q=20.85637,106.68138(Qu%C3%A1n%20hoa)\""));
    assert!(page.contains("href=\"maps:?q=Qu%C3%A1n%20hoa&amp;ll=20.85637,106.68138\""));
    assert!(page.contains(">20.85637, 106.68138<") && !page.contains("<script") && !page.contains(" style="));
    assert!(page.contains("© OpenStreetMap contributors, ODbL"));
    let other = Regex::new(r#"(?:href|src)="(https?:)?//([^"/]*)"#).unwrap();
    for found in other.captures_iter(&page) {
        assert_eq!(&found[2], "qr.haiphong.gov.vn");
    }
    assert!(page.contains("<link rel=\"canonical\" href=\"https://qr.haiphong.gov.vn/vi/landmark/quan-hoa\">"));
    assert!(!product.get("/sitemap.xml").body.contains("quan-hoa/map"));
}

#[test]
fn maps_speak_every_language_of_the_visitors() {
    let product = with_lines(grid(6, 20, "ODbL"));
    let keys = Regex::new(r">[^<]*\b(?:map|city-map)-[a-z]+").unwrap();
    let mut seen = BTreeSet::new();
    for lang in Lang::ALL {
        for path in ["landmark/cho-sat/map", "street/1-4/map", "map"] {
            let page = product.get(&format!("/{lang}/{path}"));
            assert_eq!((page.status, page.header("content-language")), (200, lang.as_str()), "{path}");
            assert!(page.body.contains(&format!("<html lang=\"{lang}\">")));
            assert_eq!(keys.find(&page.body).map(|found| found.as_str()), None, "{lang} {path}");
            for sketch in sketches(&page) {
                let document = Document::parse(sketch).unwrap();
                assert!(seen.insert(format!("{path} {}", document.root_element().attribute("aria-label").unwrap())), "{lang} {path}");
            }
        }
    }
}

#[test]
fn the_map_of_the_city_numbers_every_landmark_once_and_lists_it_under_that_number() {
    let product = Product::start();
    assert!(product.get("/vi/").body.contains("href=\"/vi/map\""));
    let page = product.get("/vi/map");
    let drawn: Vec<usize> = sketches(&page).iter().flat_map(|sketch| numbers_on(&Document::parse(sketch).unwrap())).collect();
    let listed = numbers_in_list(&page);
    assert_eq!(drawn.iter().copied().collect::<BTreeSet<_>>(), (1..=landmarks().len()).collect::<BTreeSet<_>>());
    assert_eq!(drawn.len(), listed.len());
    assert_eq!(listed.iter().map(|(number, ..)| *number).collect::<Vec<_>>(), (1..=listed.len()).collect::<Vec<_>>());
    let addresses: BTreeSet<&str> = listed.iter().map(|(_, address, _)| address.as_str()).collect();
    let wanted: Vec<String> = landmarks().iter().map(|(slug, _)| format!("/vi/landmark/{slug}")).collect();
    assert_eq!(addresses, wanted.iter().map(String::as_str).collect());
}

#[test]
fn a_street_with_a_line_is_drawn_and_credited_and_every_other_line_in_view_is_listed() {
    let product = with_lines(grid(30, 60, "ODbL 1.0"));
    let street = starter().unwrap().streets[0].slug.clone();
    let page = product.get(&format!("/vi/street/{street}/map"));
    let document = Document::parse(sketches(&page)[0]).unwrap();
    assert_eq!((of_class(&document, "own").count(), of_class(&document, "way").count(), of_class(&document, "here").count()), (1, 1, 0));
    assert!(page.body.contains("Sở Xây dựng, ODbL 1.0") && page.body.contains("© OpenStreetMap contributors, ODbL"));
    assert!(product.get(&format!("/vi/street/{street}")).body.contains(&format!("href=\"/vi/street/{street}/map\"")));
    let ways = page.body.split("<details").nth(2).unwrap().split("</details>").next().unwrap();
    let in_view = ways.matches("<li>").count();
    assert!((15..30).contains(&in_view), "{in_view}");
    let city = product.get("/vi/map");
    assert_eq!(city.body.split("<details").nth(2).unwrap().split("</details>").next().unwrap().matches("<li>").count(), 30);
    let free = with_lines(grid(2, 5, ""));
    let page = free.get(&format!("/vi/street/{street}/map")).body;
    assert!(page.contains("Sở Xây dựng."));
}

#[test]
fn a_sketch_of_a_whole_city_of_lines_stays_small() {
    let lines = grid(450, 140, "");
    assert_eq!(lines.iter().map(StreetLine::points).sum::<usize>(), 63_000);
    let product = with_lines(lines);
    let street = starter().unwrap().streets[0].slug.clone();
    for path in [format!("/vi/street/{street}/map"), "/vi/landmark/quan-hoa/map".to_owned(), "/vi/map".to_owned()] {
        let page = product.get(&path);
        for sketch in sketches(&page) {
            let mut pressed = Vec::new();
            let params = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
            brotli::BrotliCompress(&mut sketch.as_bytes(), &mut pressed, &params).unwrap();
            assert!(pressed.len() <= 6 * 1024, "{path}: {} bytes", pressed.len());
        }
        let document = Document::parse(sketches(&page)[0]).unwrap();
        assert!(of_class(&document, "way").next().unwrap().attribute("d").unwrap().len() > 1_000, "{path}");
    }
}

#[test]
fn surveyed_signs_place_their_street() {
    let operator = Operator::new();
    operator.done(&["export", "signs", "--out", "signs.csv"]);
    let signs = std::fs::read_to_string(operator.path("signs.csv")).unwrap();
    let codes: Vec<&str> = signs.lines().filter(|row| row.contains(",street,cau-dat,")).map(|row| row.split(',').next().unwrap()).collect();
    operator.file("survey.csv", format!("code,lat,lon\n{},20.8570,106.6840\n{},20.8580,106.6845\n", codes[0], codes[1]));
    operator.done(&["import", "signs", "survey.csv"]);
    let product = Product::start_with(operator, &[]);
    let page = product.get("/vi/street/cau-dat/map");
    let document = Document::parse(sketches(&page)[0]).unwrap();
    assert_eq!((of_class(&document, "post").count(), of_class(&document, "here").count()), (2, 0));
    assert!(!numbers_in_list(&page).is_empty() && page.body.contains("2 biển"));
    assert!(product.get(&format!("/vi/{}", codes[2])).body.contains("href=\"/vi/street/cau-dat/map\""));
    assert!(product.get("/vi/map").body.contains("href=\"/vi/street/cau-dat\""));
}

#[test]
fn a_map_keeps_every_position_in_view_with_north_up_and_metres_alike_in_every_direction() {
    use rand::{RngExt, SeedableRng};
    let mut chance = rand::rngs::StdRng::seed_from_u64(6);
    for _ in 0..2_000 {
        let (lon, lat) = (chance.random_range(-179.0..179.0), chance.random_range(-80.0..80.0_f64));
        let reach: f64 = 10_f64.powf(chance.random_range(-6.0..-0.5));
        let points: Vec<Position> = (0..chance.random_range(1..12))
            .map(|_| Position::of(lon + chance.random_range(-reach..reach), lat + chance.random_range(-reach..reach)).unwrap())
            .collect();
        let view = View::around(Area::around(points.iter().copied()).unwrap());
        for at in &points {
            let (x, y) = view.place(*at);
            assert!(
                (60.0..=WIDTH - 60.0).contains(&x) && (60.0..=view.height() - 60.0).contains(&y),
                "{at} at {x} {y} of {}",
                view.height()
            );
            let north = Position::of(at.lon(), at.lat() + 1e-4).unwrap();
            assert!(view.place(north).1 < y && (view.place(north).0 - x).abs() < 1e-6);
        }
        assert!((0.74..1.16).contains(&(view.height() / WIDTH)));
        let scale = view.units(view.scale());
        assert!((WIDTH * 0.1..=WIDTH * 0.31).contains(&scale), "{scale}");
        assert!(view.area().holds(points[0]));
    }
}

#[test]
fn lines_are_found_where_they_run() {
    let mut register = starter().unwrap();
    register.street_lines = grid(200, 30, "");
    // One as long as the country, and one whose street is not in the register.
    register.street_lines[7].parts = parse_shape("102,8 109,23").unwrap();
    register.street_lines[8].street = Slug::parse("khong-co").unwrap();
    let lines = register.street_lines.clone();
    let edition = Edition::new(register);
    for step in 0..60 {
        let (west, south) = (106.63 + f64::from(step) * 0.001_5, 20.81 + f64::from(step * 7 % 60) * 0.001_5);
        let area = Area { west, south, east: west + 0.004, north: south + 0.004 };
        let found: BTreeSet<&Slug> = edition.lines_in(area).into_iter().map(|line| &line.street).collect();
        let passes = |line: &&StreetLine| line.parts.iter().flatten().any(|at| area.holds(*at));
        for line in lines.iter().filter(|line| line.street.as_str() != "khong-co").filter(passes) {
            assert!(found.contains(&line.street), "{}", line.street);
        }
    }
    assert!(edition.lines_in(Area { west: 0.0, south: -50.0, east: 10.0, north: -40.0 }).is_empty());
    assert_eq!(edition.lines_in(Area { west: -180.0, south: -90.0, east: 180.0, north: 90.0 }).len(), 199);
    let theatre = Place { kind: PlaceKind::Landmark, slug: Slug::parse("nha-hat-thanh-pho-hai-phong").unwrap() };
    let near = edition.nearest_spots(&theatre, 3);
    assert_eq!(near[0].0.slug.as_str(), "quang-truong-nha-hat-thanh-pho");
}

#[test]
fn a_keyboard_goes_through_a_map_in_the_order_of_its_numbers() {
    let product = Product::start();
    let Some(phone) = Browser::phone("vi-VN,vi", false) else { return };
    phone.open(&format!("{}/vi/landmark/quan-hoa/map", product.address));
    let order = "return JSON.stringify([...document.querySelectorAll('main a')].map(a=>[a.tabIndex,a.getBoundingClientRect().top,a.getBoundingClientRect().height]))";
    let links: Vec<(i32, f64, f64)> = serde_json::from_str(phone.ask(order).as_str().unwrap()).unwrap();
    assert!(links.len() > 12);
    assert!(links.iter().all(|(index, _, height)| *index == 0 && *height >= 44.0), "{links:?}");
    assert!(links.windows(2).all(|pair| pair[0].1 < pair[1].1), "{links:?}");
    let fits = "return document.documentElement.scrollWidth<=document.documentElement.clientWidth";
    assert_eq!(phone.ask(fits), serde_json::json!(true));
    assert_eq!(phone.ask("return document.querySelector('svg').querySelectorAll('a,[tabindex]').length"), serde_json::json!(0));
}
