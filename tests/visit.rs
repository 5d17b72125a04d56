//! What a visitor under a sign can see and do.

use crate::kit::{BASE_URL, Operator, Product, check};
use tenpho::register::{Lang, SignCode};

/// Bytes of a page with its headers, compressed.
const MOST_RAW: usize = 14_600;
const MOST_SENT: usize = 4_096;
/// Places whose pages are weighed: those with the most HTML.
const HEAVIEST: usize = 40;

#[test]
fn only_the_visitors_own_pick_sets_the_cookie_and_it_holds_the_language() {
    let product = Product::start();
    for path in ["/en/", "/en/street/cau-dat", "/vi/search?q=a"] {
        let page = product.get(path);
        assert_eq!((page.header("set-cookie"), page.header("vary")), ("", "Accept-Encoding"), "{path}");
    }
    let picked = product.post("/en/street/cau-dat?x=1");
    assert_eq!((picked.status, picked.header("location")), (303, "/en/street/cau-dat?x=1"));
    let cookie = picked.header("set-cookie");
    for part in ["lang=en", "HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age="] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
}

#[test]
fn a_page_that_a_browser_has_is_not_sent_again() {
    let product = Product::start();
    let code = product.signs().swap_remove(9).0;
    let tags: Vec<String> = ["br", "gzip", "identity"]
        .into_iter()
        .map(|coding| {
            let first = product.get_with(&format!("/{code}"), &[("accept-encoding", coding)]);
            assert_eq!(first.header("cache-control"), "no-cache");
            let again = product.get_with(&format!("/{code}"), &[("accept-encoding", coding), ("if-none-match", first.header("etag"))]);
            assert_eq!((again.status, again.body.as_str()), (304, ""));
            first.header("etag").to_owned()
        })
        .collect();
    assert!(
        tags.iter().all(|tag| tag.starts_with("W/\"") && *tag == tags[0]),
        "the tag is the page's, whichever way it is coded: {tags:?}"
    );
    let other = product.get_with(&format!("/{code}"), &[("accept-language", "en"), ("if-none-match", &tags[2])]);
    assert_eq!(other.status, 200);
    let head = product.head(&format!("/{code}"));
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert_eq!(product.get_with("/", &[("accept-encoding", "br;q=0, gzip;q=0.2")]).header("content-encoding"), "gzip");
}

#[test]
fn a_sign_page_is_light_enough_for_a_roaming_phone_in_every_language() {
    let product = Product::start();
    let mut places: std::collections::BTreeMap<String, (usize, String)> = std::collections::BTreeMap::new();
    for (code, name) in product.signs() {
        places.entry(name).or_insert_with(|| {
            let raw = product.get_with(&format!("/{code}"), &[("accept-encoding", "identity")]).body.len();
            (raw, code)
        });
    }
    let mut heaviest: Vec<(usize, String)> = places.into_values().collect();
    heaviest.sort();
    let mut found = Vec::new();
    for (_, code) in heaviest.iter().rev().take(HEAVIEST) {
        for lang in Lang::ALL {
            let plain = product.get_with(&format!("/{lang}/{code}"), &[("accept-encoding", "identity")]);
            assert!(plain.body.len() <= MOST_RAW, "{code}, {lang}: {} bytes of HTML", plain.body.len());
            let page = product.get_with(&format!("/{code}"), &[("accept-encoding", "br"), ("accept-language", lang.as_str())]);
            assert_eq!((page.header("content-encoding"), page.header("content-language")), ("br", lang.as_str()));
            let sent: usize = page.header("content-length").parse::<usize>().unwrap() + page.header_bytes();
            found.push((sent, page.header_bytes(), plain.body.len(), *lang, code.clone()));
        }
    }
    found.sort();
    let most = found.last().unwrap();
    println!("the heaviest page: {} bytes with {} of headers, {} of HTML ({}, {})", most.0, most.1, most.2, most.3, most.4);
    assert!(most.0 <= MOST_SENT, "{most:?}");
}

/// Is there a script that is not a file of ours, put off until the page is there?
pub fn has_foreign_script(page: &str) -> bool {
    let own = regex::Regex::new(r#"<script defer src="/assets/[a-z]+\.[0-9a-f]{12}\.js"></script>"#).unwrap();
    let told = regex::Regex::new(r#"<script type="application/ld\+json">[^<]*</script>"#).unwrap();
    told.replace_all(&own.replace_all(page, ""), "").contains("<script")
}

#[test]
fn a_page_needs_nothing_from_elsewhere_and_no_script() {
    let product = Product::start();
    let code = product.signs().swap_remove(1_000).0;
    let loaded = regex::Regex::new(r#"(?:src|href)="(https?:)?//([^/"]+)"#).unwrap();
    let asking = regex::Regex::new(r#"type="(password|tel|email)""#).unwrap();
    for path in
        ["/", "/vi/", "/en/search", "/vi/street/cau-dat", "/en/landmark/ho-tam-bac", &format!("/{code}"), &format!("/{code}+"), "/nowhere"]
    {
        let page = product.get(path);
        assert!(!has_foreign_script(&page.body) && !page.body.contains("javascript:"), "{path}");
        for found in loaded.captures_iter(&page.body) {
            assert_eq!(&found[2], "qr.haiphong.gov.vn", "{path}");
        }
        assert!(!asking.is_match(&page.body), "{path}");
        let policy = page.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; ") && policy.contains("style-src 'self' 'sha256-"), "{path}: {policy}");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert!(page.header("strict-transport-security").contains("max-age=63072000"));
    }
}

#[test]
fn addresses_come_from_the_settings_and_never_from_the_request() {
    let product = Product::start();
    let page = product.get_with("/vi/street/cau-dat", &[("host", "evil.example"), ("x-forwarded-host", "evil.example")]);
    assert!(!page.body.contains("evil.example"));
    assert!(page.body.contains(&format!("<link rel=\"canonical\" href=\"{BASE_URL}/vi/street/cau-dat\">")));
    let code = product.signs().into_iter().find(|(_, name)| name == "Cầu Đất").unwrap().0;
    let scanned = product.get_with(&format!("/{code}"), &[("accept-language", "en")]);
    assert!(scanned.body.contains(&format!("<link rel=\"canonical\" href=\"{BASE_URL}/en/street/cau-dat\">")));
    assert!(scanned.body.contains(&format!("{BASE_URL}/{code}")));
}

#[test]
fn a_change_made_by_a_command_is_seen_within_two_seconds() {
    let product = Product::start();
    let code = product.signs().swap_remove(5).0;
    assert!(product.get("/vi/street/cau-dat").body.contains("610\u{a0}m"));
    product.operator.file("streets.csv", "slug,length_m\ncau-dat,611\n");
    product.operator.done(&["import", "streets", "streets.csv"]);
    let seen = (0..20).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(100));
        product.get("/vi/street/cau-dat").body.contains("611\u{a0}m")
    });
    assert!(seen);
    assert_eq!(product.get(&format!("/{code}")).status, 200);
}

#[test]
fn nothing_that_an_editor_pastes_can_run_or_lead_away() {
    let product = Product::start();
    let body = "[a](javascript:alert(1)) <javascript:alert(1)> [b](java&#115;cript:x) ![c](http://evil.example/p.png) <img src=x onerror=alert(1)>\n\n# Tiêu đề\n\n[d]: data:text/html,x\n\n[d] **đậm**";
    let row = format!(
        "place_kind,place,lang,stage,lead,body,sources,placement\nstreet,an-duong,vi,published,<script>x</script>,\"{body}\",<b>nguồn</b>\n"
    );
    product.operator.file("stories.csv", row.replace(",placement\n", "\n"));
    product.operator.done(&["import", "stories", "stories.csv"]);
    let page = product.get_when("/vi/street/an-duong", |page| page.body.contains("đậm")).body;
    assert!(page.contains("<strong>đậm</strong>") && page.contains("<p>Tiêu đề</p>"), "{page}");
    for live in ["href=\"javascript", "href=\"data", "evil.example/p.png\"", "<img", "<b>nguồn", "<h1>Tiêu"] {
        assert!(!page.contains(live), "{live}: {page}");
    }
    assert!(!has_foreign_script(&page), "{page}");
}

#[test]
fn a_sign_whose_place_is_gone_is_an_unknown_code_and_not_a_fault() {
    let product = Product::start();
    let code = product.signs().swap_remove(0).0;
    product.operator.edit("INSERT INTO place (id, kind, slug) VALUES (777777, 'street', 'ghost')");
    product.operator.edit(&format!("UPDATE sign SET place_id = 777777 WHERE code = '{code}'"));
    assert_eq!(product.get_when(&format!("/{code}"), |page| page.status == 404).status, 404);
    assert!(product.operator.run(&["doctor"]).out.contains(&code));
}

#[test]
fn the_watchdog_is_told_when_the_database_cannot_be_read() {
    let product = Product::start();
    assert_eq!((product.get("/healthz").body.as_str(), product.head("/livez").status), ("ok\n", 200));
    product.operator.edit("UPDATE street SET attestation = 'nonsense' WHERE place_id = (SELECT min(place_id) FROM street)");
    product.get_when("/healthz", |answer| answer.status == 503);
    assert_eq!((product.get("/healthz").status, product.get("/vi/street/cau-dat").status, product.get("/livez").status), (503, 200, 200));
    product.operator.edit("UPDATE street SET attestation = 'confirmed' WHERE attestation = 'nonsense'");
    assert_eq!(product.get_when("/healthz", |answer| answer.status == 200).status, 200);
}

#[test]
fn a_restored_database_is_seen_without_a_restart() {
    let product = Product::start();
    product.operator.done(&["backup", "copy.db"]);
    product.operator.file("streets.csv", "slug,length_m\ncau-dat,615\n");
    product.operator.done(&["--db", "copy.db", "import", "streets", "streets.csv"]);
    product.operator.done(&["--db", "copy.db", "backup", "next.db"]);
    std::fs::rename(product.operator.path("next.db"), product.operator.path("tenpho.db")).unwrap();
    assert!(product.get_when("/vi/street/cau-dat", |page| page.body.contains("615\u{a0}m")).body.contains("615\u{a0}m"));
}

#[test]
fn a_real_code_under_a_wrong_address_is_not_called_unknown() {
    let product = Product::start();
    let code = product.signs().swap_remove(3).0;
    for path in [format!("/{code}/"), format!("/en/{code}/"), format!("/EN/{code}")] {
        let page = product.get_with(&path, &[("accept-language", "en")]);
        assert_eq!(page.status, 404);
        assert!(page.body.contains("This code is real") && page.body.contains(&format!("href=\"/{code}\"")), "{path}");
    }
    assert_eq!(product.get(&format!("/{code}%2B")).status, 200);
    let page = product.get("/en/foo/C%E1%BA%A7u%20%C4%90%E1%BA%A5t").body;
    assert!(page.contains("/en/street/cau-dat") && page.contains("formaction=\"/vi/foo/C%E1%BA%A7u%20%C4%90%E1%BA%A5t\""), "{page}");
}

#[test]
fn a_draft_is_never_public() {
    let product = Product::start();
    product
        .operator
        .file("stories.csv", "place_kind,place,lang,stage,lead,body\nstreet,an-duong,vi,draft,Bản nháp kín.,Chưa ai được đọc.\n");
    product.operator.done(&["import", "stories", "stories.csv"]);
    std::thread::sleep(std::time::Duration::from_millis(1_500));
    assert!(!product.get("/vi/street/an-duong").body.contains("Bản nháp kín"));
}

#[test]
fn the_search_forgives_marks_tone_places_and_one_slip() {
    let product = Product::start();
    let cases = [
        ("duong dien bien phu", "/vi/street/dien-bien-phu"),
        ("ĐIỆN BIÊN PHỦ", "/vi/street/dien-bien-phu"),
        ("cau dat", "/vi/street/cau-dat"),
        ("Le Duan", "/vi/street/le-duan"),
        ("paul doumer", "/vi/street/cau-dat"),
        ("nguyen binh khiemm", "/vi/street/nguyen-binh-khiem"),
        ("nha hat", "/vi/landmark/nha-hat-thanh-pho-hai-phong"),
        ("pho le chan", "/vi/street/le-chan"),
    ];
    for (query, wanted) in cases {
        let asked: String = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", query).finish();
        let page = product.get(&format!("/vi/search?{asked}"));
        let rows: Vec<&str> = page.body.split("<li><a href=\"").skip(1).filter_map(|row| row.split('"').next()).take(3).collect();
        assert!(rows.contains(&wanted), "{query}: {rows:?}");
    }
    let code = product.signs().swap_remove(77).0;
    assert!(product.get(&format!("/en/search?q={}", code.to_lowercase())).body.contains(&format!("href=\"/{code}\"")));
}

#[test]
fn where_a_code_leads_is_told_without_going_there() {
    let product = Product::start();
    let (code, name) = product.signs().swap_remove(42);
    let page = product.get(&format!("/{code}+"));
    assert_eq!(page.status, 200);
    assert!(page.body.contains(&name) && page.body.contains(&format!("{BASE_URL}/{code}")));
}

#[test]
fn positions_from_openstreetmap_carry_their_line() {
    let product = Product::start();
    let line = "© OpenStreetMap contributors, ODbL";
    assert!(product.get("/vi/landmark/nha-hat-thanh-pho-hai-phong").body.contains(line));
    assert!(!product.get("/vi/street/an-duong").body.contains(line));
}

#[test]
fn no_page_leads_to_a_dead_end_of_our_own() {
    let product = Product::start();
    let link = regex::Regex::new(r#"href="(/[^"]*)""#).unwrap();
    let mut seen = std::collections::HashSet::new();
    let mut open: Vec<String> = ["vi", "ja"].iter().flat_map(|lang| [format!("/{lang}/search"), format!("/{lang}/")]).collect();
    while let Some(path) = open.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let page = product.get(&path);
        assert_eq!(page.status, 200, "{path}");
        open.extend(link.captures_iter(&page.body).map(|found| found[1].to_owned()).filter(|path| !seen.contains(path)));
    }
    assert!(seen.len() > 1_600, "only {} pages", seen.len());
}

#[test]
fn other_verbs_than_reading_change_nothing() {
    let product = Product::start();
    let answer = product.post("/street/cau-dat");
    assert_eq!((answer.status, answer.header("allow")), (405, "GET, HEAD"));
}

#[test]
fn pages_look_as_they_did() {
    let operator = Operator::new();
    operator.done(&["doctor"]);
    // What is remembered on the day of the test stands in no golden.
    operator.edit("DELETE FROM anniversary");
    let product = Product::start_with(operator, &["--base-url", BASE_URL]);
    let code = product.signs().into_iter().find(|(_, name)| name == "Cầu Đất").unwrap().0;
    for (name, path) in [
        ("sign", format!("/vi/{code}")),
        ("street", "/en/street/le-chan".into()),
        ("landmark", "/en/landmark/quan-hoa".into()),
        ("namesake", "/vi/namesake/nguyen-binh-khiem".into()),
        ("home", "/en/".into()),
        ("search", "/vi/search?q=le".into()),
        ("lost", "/vi/K7M2Q3".into()),
        ("where", format!("/en/{code}+")),
        ("untold", "/vi/street/an-duong".into()),
    ] {
        let page = product.get(&path);
        let (head, rest) = page.body.split_once("<style>").unwrap();
        let shown = format!("{head}<style>…{}", rest.split_once("</style>").unwrap().1);
        check(&format!("pages/{name}.html"), &shown.replace("><", ">\n<"));
    }
}

/// A well-formed code that no sign has.
pub fn unknown_code(product: &Product) -> SignCode {
    let signs = product.signs();
    let issued = (0..31_u8).filter_map(|number| SignCode::issue([number, 3, number, 4, 5]));
    issued.into_iter().find(|code| signs.iter().all(|(known, _)| known != code.as_str())).unwrap()
}

#[test]
fn what_is_remembered_today_is_said_today_and_gone_on_another_day() {
    let product = Product::start();
    // 07:00 in the city is midnight UTC: the day is the city's.
    let today = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(7))).date();
    let year_ago = |day: jiff::civil::Date| format!("1908-{:02}-{:02}", day.month(), day.day());
    let other = today.saturating_add(jiff::Span::new().days(3));
    let rows = format!(
        "slug,date,kind,shown_on,text,source\nsinh,{},birth,namesake/le-chan,,background\nhoi,{},event,,Hôm nay mở hội.,background\n\
         khac,{},event,,Ngày khác mở hội.,background\n",
        year_ago(today),
        year_ago(today),
        year_ago(other),
    );
    let file = product.operator.file("days.csv", rows);
    product.operator.done(&["import", "anniversaries", file.to_str().unwrap()]);
    let page = product.get_when("/vi/namesake/le-chan", |page| page.body.contains("Ngày này năm 1908, Lê Chân ra đời."));
    assert!(page.body.contains("Ngày này năm 1908, Lê Chân ra đời.") && page.body.contains("Hôm nay mở hội."));
    assert!(product.get("/en/street/le-chan").body.contains("On this day in 1908, Lê Chân was born."));
    let elsewhere = product.get("/en/street/cau-dat").body;
    assert!(elsewhere.contains("lang=\"vi\">Hôm nay mở hội.") && !elsewhere.contains("was born"));
    for page in ["/vi/", "/vi/street/cau-dat", "/vi/namesake/le-chan"] {
        assert!(!product.get(page).body.contains("Ngày khác mở hội."), "{page}");
    }
}

#[test]
fn a_new_day_turns_the_pages_without_an_edit() {
    use actix_web::{App, test, web::Data};
    let register = tenpho::exchange::starter().unwrap();
    let site = tenpho::web::Site::new(tenpho::qr::BaseUrl::parse(BASE_URL).unwrap());
    let edition = std::sync::Arc::new(tenpho::edition::Edition::new(register));
    let day = |month, day| jiff::civil::Date::new(2027, month, day).unwrap();
    let scans = tenpho::visit::Scans::new(tenpho::web::proxies::Proxies::default(), std::sync::Arc::default());
    let doorway = Data::new(tenpho::visit::Doorway::new(edition.clone(), day(5, 12), site, scans));
    let read = async |doorway: &Data<tenpho::visit::Doorway>| {
        let app = test::init_service(App::new().app_data(doorway.clone()).configure(tenpho::visit::routes)).await;
        let answer = test::call_service(&app, test::TestRequest::get().uri("/vi/street/cau-dat").to_request()).await;
        let tag = answer.headers().get("etag").unwrap().to_str().unwrap().to_owned();
        (String::from_utf8(test::read_body(answer).await.to_vec()).unwrap(), tag)
    };
    actix_web::rt::System::new().block_on(async {
        let (eve, first) = read(&doorway).await;
        doorway.replace(edition.clone(), day(5, 13));
        let (the_day, second) = read(&doorway).await;
        doorway.replace(edition.clone(), day(5, 14));
        let (after, third) = read(&doorway).await;
        assert!(the_day.contains("ngày giải phóng thành phố, 13/5/1955"));
        assert_eq!(eve, after);
        assert!(!eve.contains("giải phóng thành phố") && first == third && first != second);
    });
}
