//! Walks: what a visitor sees of them, and how the office keeps them.

use crate::kit::{Operator, Product};
use tenpho::exchange::starter;
use tenpho::register::{Lang, Role};

/// The starter's three walks.
const WALKS: [&str; 3] = ["khu-pho-phap", "le-chan-va-den-chua", "song-tam-bac-va-cho-cu"];

/// The stops of a walk's page, by the slugs of their landmarks.
pub fn stops_of(page: &str) -> Vec<String> {
    let stop = regex::Regex::new(r#"<h2><a href="/\w\w/landmark/([a-z-]+)""#).unwrap();
    stop.captures_iter(page).map(|found| found[1].to_owned()).collect()
}

/// The form of a walk as a browser would send it: every field that the page holds, by name.
fn fields_of(page: &str) -> Vec<(String, String)> {
    let plain = |text: &str| text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let form = page.split_once("class=\"fields\"").unwrap().1.split_once("</form>").unwrap().0;
    let input = regex::Regex::new(r#"<input[^>]* name="([^"]+)"[^>]*? value="([^"]*)""#).unwrap();
    let area = regex::Regex::new(r#"(?s)<textarea[^>]* name="([^"]+)"[^>]*>(.*?)</textarea>"#).unwrap();
    let chosen = regex::Regex::new(r#"(?s)<select[^>]* name="([^"]+)".*?<option value="([^"]*)" selected"#).unwrap();
    let all = [input, area, chosen];
    let found = all.iter().flat_map(|one| one.captures_iter(form).map(|found| (found[1].to_owned(), plain(&found[2]))).collect::<Vec<_>>());
    found.filter(|(name, _)| name != "csrf" && name != "lang").collect()
}

pub fn with<'a>(fields: &'a [(String, String)], changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    kept.filter(|(name, _)| changed.iter().all(|(other, _)| other != name)).chain(changed.iter().copied()).collect()
}

#[test]
fn the_starter_walks_say_little_lead_somewhere_and_are_named_in_every_language() {
    let register = starter().unwrap();
    assert_eq!(register.walks.iter().map(|walk| walk.slug.as_str()).collect::<Vec<_>>(), WALKS);
    let edition = tenpho::edition::Edition::new(register.clone());
    for walk in &register.walks {
        assert_eq!(edition.route_of(walk).len(), walk.stops.len(), "{}: every stop has a position", walk.slug);
        assert!(Lang::ALL.iter().all(|lang| !walk.name.get(*lang).is_empty() && !walk.lead.get(*lang).is_empty()), "{}", walk.slug);
        assert!(!walk.source.is_empty(), "{}", walk.slug);
        for stop in &walk.stops {
            for lang in Lang::OFFICE {
                let words = stop.text.get(*lang).as_str().split_whitespace().count();
                assert!((1..=40).contains(&words), "{} {lang}: {words} words", stop.at);
            }
        }
    }
}

#[test]
fn metres_are_straight_and_rounded_and_minutes_count_the_detour() {
    let edition = tenpho::edition::Edition::new(starter().unwrap());
    let route = edition.route_of(&edition.walks()[0]);
    // The flower kiosks and the square are 94 m apart, the cinema and the cathedral 377 m.
    let leg = |at: usize| route[at].leg.map(|leg| (leg.metres, leg.minutes));
    assert_eq!((leg(0), leg(1), leg(4)), (None, Some((100, 2)), Some((400, 7))));
    for leg in route.iter().filter_map(|stop| stop.leg) {
        assert_eq!((leg.metres % 50, leg.minutes), (0, (leg.metres * 13).div_ceil(750)));
    }
}

#[test]
fn a_walk_is_read_in_six_languages_with_the_way_to_every_stop() {
    let product = Product::start();
    let key = regex::Regex::new(r">\s*(walks?|offline)-[a-z-]+").unwrap();
    for lang in Lang::ALL {
        let list = product.get(&format!("/{lang}/walk"));
        assert_eq!((list.status, list.header("content-language")), (200, lang.as_str()));
        for slug in WALKS {
            assert!(list.body.contains(&format!("href=\"/{lang}/walk/{slug}\"")));
            let page = product.get(&format!("/{lang}/walk/{slug}"));
            assert_eq!((page.status, page.header("content-language")), (200, lang.as_str()));
            assert!(page.body.contains(&format!("<link rel=\"canonical\" href=\"{}/{lang}/walk/{slug}\">", crate::kit::BASE_URL)));
            for other in Lang::ALL {
                assert!(page.body.contains(&format!("hreflang=\"{other}\"")), "{lang} {slug}");
            }
            assert!(!key.is_match(&page.body), "{lang} {slug} shows a key");
            let stops = stops_of(&page.body);
            assert!(stops.len() >= 4, "{lang} {slug}");
            for stop in stops {
                assert_eq!(product.get(&format!("/{lang}/landmark/{stop}")).status, 200);
            }
        }
    }
    assert!(product.get("/fr/walk/khu-pho-phap").body.contains("lang=\"en\">Five flower stalls"), "what is lacking is labelled");
    assert!(product.get("/vi/").body.contains("href=\"/vi/walk/khu-pho-phap\""));
    let map = product.get("/sitemap.xml").body;
    assert!(map.contains("/ko/walk/khu-pho-phap</loc>") && map.contains("/vi/walk</loc>"));
    let lost = product.get("/ja/walk/khong-co");
    assert!(lost.status == 404 && lost.body.contains("role=\"search\""));
}

#[test]
fn a_stop_tells_where_each_walk_goes_on_to() {
    let product = Product::start();
    let page = product.get("/en/landmark/quan-hoa").body;
    let line = "<a href=\"/en/walk/khu-pho-phap\">The French quarter</a> · next stop: \
                <a href=\"/en/landmark/quang-truong-nha-hat-thanh-pho\">Opera House Square</a> · about 100\u{a0}m";
    assert!(page.contains(line), "{page}");
    assert!(product.get("/en/landmark/ngan-hang-nha-nuoc-chi-nhanh-hai-phong").body.contains("the walk ends here"));
    assert!(!product.get("/en/street/cau-dat").body.contains("next stop"));
    product.operator.file("signs.csv", "code,place_kind,place,number\n,landmark,quan-hoa,1\n");
    product.operator.done(&["import", "signs", "signs.csv"]);
    let (code, _) = product.signs().into_iter().find(|(_, name)| name == "Quán hoa").unwrap();
    let sign = product.get_when(&format!("/en/{code}"), |page| page.status == 200);
    assert!(sign.body.contains(line), "the page of its sign tells it too");
}

#[test]
fn a_stop_that_is_retired_or_lost_its_position_is_passed_by() {
    let product = Product::start();
    let stops = stops_of(&product.get("/vi/walk/le-chan-va-den-chua").body);
    assert_eq!(stops, ["tuong-dai-nu-tuong-le-chan", "den-nghe", "chua-du-hang", "dinh-hang-kenh"]);
    product.operator.edit("UPDATE place SET retired_on = '2026-01-01' WHERE slug = 'den-nghe'");
    product.operator.edit("UPDATE landmark SET lat = '', lon = '' WHERE place_id = (SELECT id FROM place WHERE slug = 'dinh-hang-kenh')");
    let page = product.get_when("/vi/walk/le-chan-va-den-chua", |page| stops_of(&page.body).len() == 2);
    assert_eq!(stops_of(&page.body), ["tuong-dai-nu-tuong-le-chan", "chua-du-hang"]);
    assert!(page.body.contains("2 điểm dừng · khoảng 1.000\u{a0}m · khoảng 18\u{a0}phút"), "the way is measured anew");
    assert!(product.get("/vi/landmark/tuong-dai-nu-tuong-le-chan").body.contains("/vi/landmark/chua-du-hang"));
    product.operator.edit("UPDATE place SET retired_on = '2026-01-01' WHERE slug = 'chua-du-hang'");
    assert_eq!(product.get_when("/vi/walk/le-chan-va-den-chua", |page| page.status == 404).status, 404, "one stop is no walk");
}

#[test]
fn the_worker_and_the_manifest_lie_at_the_top_and_are_asked_for_anew() {
    let product = Product::start();
    let worker = product.get("/sw.js");
    assert_eq!((worker.status, worker.header("cache-control")), (200, "no-cache"));
    assert!(worker.header("content-type").starts_with("text/javascript"));
    assert_eq!(product.get_with("/sw.js", &[("if-none-match", worker.header("etag"))]).status, 304);
    let manifest = product.get("/manifest.webmanifest");
    assert_eq!(manifest.header("content-type"), "application/manifest+json");
    let told: serde_json::Value = serde_json::from_str(&manifest.body).unwrap();
    assert_eq!((told["lang"].as_str(), told["short_name"].as_str(), told["start_url"].as_str()), (Some("vi"), Some("Tên Phố"), Some("/")));
    for icon in told["icons"].as_array().unwrap() {
        let answer = product.get(icon["src"].as_str().unwrap());
        assert_eq!((answer.status, Some(answer.header("content-type"))), (200, icon["type"].as_str()));
    }
    for (path, has_one) in [("/vi/", true), ("/vi/walk/khu-pho-phap", true), ("/vi/landmark/quan-hoa", false)] {
        assert_eq!(product.get(path).body.contains("rel=\"manifest\""), has_one, "{path}");
    }
}

#[test]
fn a_walk_is_made_in_the_office_stop_by_stop_without_a_script() {
    let product = Product::start();
    let editor = product.office(Role::Editor);
    let mut page = editor.get("/office/walks/new").body;
    // By its name, by its address, by the code of a sign of a street that nobody knows the position of.
    let (code, _) = product.signs().into_iter().find(|(_, name)| name == "Cầu Đất").unwrap();
    for typed in ["nha ken", "landmark/ga-hai-phong", &code] {
        let fields = fields_of(&page);
        page = editor.post("/office/walks/new", &with(&fields, &[("add", typed), ("act", "add"), ("name", "Dạo thử")])).body;
    }
    let at = |page: &str| fields_of(page).into_iter().filter(|(name, _)| name.starts_with("stop-") && name.len() == 6).map(|(_, at)| at);
    assert_eq!(at(&page).collect::<Vec<_>>(), ["landmark/nha-ken", "landmark/ga-hai-phong", &code]);
    let fields = fields_of(&page);
    let unknown = editor.post("/office/walks/new", &with(&fields, &[("add", "qwertz"), ("act", "add")])).body;
    assert!(unknown.contains("Trong sổ không có nơi hay biển “qwertz”"));
    page = editor.post("/office/walks/new", &with(&fields, &[("stop-2-vi", "Ga cuối."), ("act", "up-2")])).body;
    assert_eq!(at(&page).collect::<Vec<_>>(), ["landmark/ga-hai-phong", "landmark/nha-ken", &code]);
    assert!(fields_of(&page).contains(&("stop-1-vi".to_owned(), "Ga cuối.".to_owned())), "its words go with it");
    let fields = fields_of(&page);
    let refused = editor.post("/office/walks/new", &with(&fields, &[("act", "save")]));
    assert!(refused.status == 422 && refused.body.contains("Dạo thử"), "English is lacking, and nothing typed is lost");
    let whole = [("name_en", "A test"), ("lead", "Lời."), ("lead_en", "Lead."), ("state", "open")];
    let mut sent = with(&fields, &whole);
    let preview = editor.post("/office/walks/preview", &[sent.as_slice(), &[("lang", "en")]].concat());
    assert!(preview.status == 200 && preview.body.contains("<html lang=\"en\">") && preview.body.contains("A test"));
    assert!(!preview.body.contains("data-keep"), "what is only being written is kept on no phone");
    assert_eq!(product.get("/vi/walk/dao-thu").status, 404, "looking is not saving");
    sent.push(("act", "save"));
    let saved = editor.post("/office/walks/new", &sent);
    assert_eq!((saved.status, saved.header("location")), (303, "/office/walk/dao-thu?done=added"));
    let public = product.get_when("/vi/walk/dao-thu", |page| page.status == 200);
    assert_eq!(stops_of(&public.body), ["ga-hai-phong", "nha-ken"], "the sign without a position is passed by");
    let again = editor.post("/office/walks/new", &sent);
    assert_eq!(again.header("location"), "/office/walk/dao-thu-2?done=added", "no walk is written over another");
    assert!(editor.get("/office/history?subject=walk/dao-thu").body.contains("walk/dao-thu"));
}

#[test]
fn two_who_change_one_walk_do_not_write_over_each_other_unseen() {
    let product = Product::start();
    let (one, other) = (product.office(Role::Editor), product.office(Role::Reviewer));
    let address = "/office/walk/khu-pho-phap";
    let (first, second) = (fields_of(&one.get(address).body), fields_of(&other.get(address).body));
    assert_eq!(one.post(address, &with(&first, &[("name", "Khu phố Tây"), ("act", "save")])).status, 303);
    let mine = with(&second, &[("name", "Khu phố cũ"), ("act", "save")]);
    let overtaken = other.post(address, &mine);
    assert!(overtaken.status == 409 && overtaken.body.contains("Khu phố cũ"));
    assert!(product.get_when("/vi/walk/khu-pho-phap", |page| page.body.contains("Khu phố Tây")).body.contains("Khu phố Tây"));
    let knowingly = fields_of(&overtaken.body);
    assert_eq!(other.post(address, &with(&knowingly, &[("act", "save")])).status, 303);
    assert!(product.get_when("/vi/walk/khu-pho-phap", |page| page.body.contains("Khu phố cũ")).body.contains("Khu phố cũ"));
    let same = fields_of(&other.get(address).body);
    assert_eq!(other.post(address, &with(&same, &[("act", "save")])).header("location"), "/office/walk/khu-pho-phap?done=unchanged");
    let closed = with(&same, &[("state", "closed"), ("act", "save")]);
    assert_eq!(other.post(address, &closed).status, 303);
    assert_eq!(product.get_when("/vi/walk/khu-pho-phap", |page| page.status == 404).status, 404);
    assert!(!product.get("/vi/walk").body.contains("khu-pho-phap") && !product.get("/vi/landmark/quan-hoa").body.contains("/vi/walk/"));
}

#[test]
fn who_may_not_keep_the_register_reads_a_walk_and_changes_nothing() {
    let product = Product::start();
    let printer = product.office(Role::Printer);
    let page = printer.get("/office/walk/khu-pho-phap");
    assert!(page.status == 200 && !page.body.contains("name=\"act\""));
    assert_eq!(printer.post("/office/walk/khu-pho-phap", &[("act", "save")]).status, 403);
}

#[test]
fn a_walk_goes_out_into_a_file_and_comes_back_without_loss() {
    let first = Operator::new();
    for format in ["csv", "json"] {
        let table = first.done(&["export", "walks", "--format", format]);
        let second = Operator::new();
        second.file("walks", &table);
        second.done(&["export", "walks", "--out", "before.csv"]);
        for rows in ["walk_stop_text", "walk_stop", "walk_wording", "walk"] {
            second.edit(&format!("DELETE FROM {rows}"));
        }
        let told = second.done(&["import", "walks", "walks"]);
        assert!(told.contains('3'), "{told}");
        assert_eq!(second.done(&["export", "walks", "--format", format]), table);
        assert!(
            second.done(&["import", "walks", "walks"]).contains("0 new, 0 changed, 3 as they were"),
            "what says nothing new changes nothing"
        );
        assert_eq!(second.run(&["doctor"]).code, 0);
    }
}
