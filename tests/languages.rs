//! The six languages of a visitor: which one is chosen, what falls back to which, and how each writes dates and numbers.

use crate::kit::{BASE_URL, Product};
use regex::Regex;
use std::collections::BTreeSet;
use tenpho::edition::Edition;
use tenpho::register::{KnownDate, Lang, Namesake, NamesakeKind, PerLang, Role, Slug};
use tenpho::web::dates::spoken;
use tenpho::web::words::Words;
use tenpho::web::{layout, years};

/// Bytes of a page before compression.
const MOST_RAW: usize = 14_600;

/// The keys of all words.
fn keys() -> BTreeSet<String> {
    let file = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/texts/en.ftl")).unwrap();
    let key = Regex::new(r"(?m)^([a-z0-9-]+) = ").unwrap();
    key.captures_iter(&file).map(|found| found[1].to_owned()).collect()
}

/// Keys that stand where people read: text between tags, and what is read aloud or shared instead of it.
fn keys_shown(page: &str, keys: &BTreeSet<String>, texts: &Regex, word: &Regex) -> Vec<String> {
    let body = page.split_once("</style>").map_or(page, |(_, rest)| rest);
    let head = page.split_once("<style>").map_or("", |(head, _)| head);
    let mut shown = Vec::new();
    for found in [head, body].into_iter().flat_map(|part| texts.captures_iter(part)) {
        let text = found.iter().skip(1).flatten().next().map_or("", |text| text.as_str());
        // A single word is a key only where it stands alone; words joined by hyphens are one wherever they stand.
        shown.extend(word.find_iter(text).map(|word| word.as_str()).filter(|one| one.contains('-') || *one == text).map(str::to_owned));
    }
    shown.retain(|one| keys.contains(one));
    shown
}

#[test]
fn every_sign_opens_in_six_languages_whole_and_labelled_where_it_falls_back() {
    let product = Product::start();
    let edition = Edition::new(product.store().read_register().unwrap());
    let texts = Regex::new(r#">([^<]+)<|(?:aria-label|alt|title|content)="([^"]*)""#).unwrap();
    let word = Regex::new("[a-z0-9]+(?:-[a-z0-9]+)*").unwrap();
    let keys = keys();
    assert_eq!(keys_shown("<style></style><p>home-lead</p><p>nearby</p><p>x nearby</p>", &keys, &texts, &word), ["home-lead", "nearby"]);
    assert_eq!(edition.signs().len(), 2_800);
    for (at, sign) in edition.signs().iter().enumerate() {
        let (code, typed) = (sign.code.as_str(), if at % 2 == 0 { sign.code.to_string() } else { sign.code.as_str().to_lowercase() });
        for lang in Lang::ALL {
            let words = Words::of(*lang);
            let page = product.get_with(&format!("/{typed}"), &[("accept-language", lang.as_str())]);
            assert_eq!((page.status, page.header("content-language")), (200, lang.as_str()), "{code}");
            assert!(page.body.starts_with(&format!("<!DOCTYPE html><html lang=\"{lang}\">")), "{code} {lang}");
            assert!(page.body.len() <= MOST_RAW, "{code} {lang} is {} bytes", page.body.len());
            if at == 0 || edition.signs()[at - 1].place != sign.place {
                assert_eq!(keys_shown(&page.body, &keys, &texts, &word), Vec::<String>::new(), "{code} {lang}");
            }
            let name = edition.find(&sign.place).unwrap().name(*lang);
            assert!(page.body.contains(&format!(">{name}</h1>")), "{code} {lang} does not name {name}");
            if let Some(story) = edition.find_story(&sign.place, *lang) {
                let label = words.say_with("only-in", &[("language", &words.language(story.lang))]);
                assert_eq!(page.body.contains(&label), story.lang != *lang, "{code} {lang}");
                let marked = format!("<p class=\"lead\" lang=\"{}\"", story.lang);
                let is_own = story.lang == *lang;
                assert!(page.body.contains(&marked) != is_own, "{code} {lang}: the lead is not marked as {}", story.lang);
            }
        }
    }
}

#[test]
fn the_language_is_the_one_picked_then_the_one_asked_for() {
    let product = Product::start();
    let code = product.signs().swap_remove(0).0;
    for (header, lang) in [("", "vi"), ("fr-CA, en;q=0.5", "fr"), ("de", "en"), ("zh-Hant-TW", "zh"), ("ko-KR,ko;q=0.9", "ko")] {
        let headers: &[(&str, &str)] = if header.is_empty() { &[] } else { &[("accept-language", header)] };
        for path in ["/", &format!("/{code}")] {
            let page = product.get_with(path, headers);
            assert_eq!(page.header("content-language"), lang, "{path} {header:?}");
            assert_eq!(page.header("vary"), "Accept-Encoding, Accept-Language, Cookie");
            assert_eq!(page.header("set-cookie"), "");
        }
    }
    let huge = "xx-yy;q=0.1,".repeat(600);
    assert_eq!(product.get_with("/", &[("accept-language", &huge)]).header("content-language"), "en");
    for picked in Lang::ALL.iter().map(|lang| lang.as_str()) {
        let cookie = format!("lang={picked}");
        let page = product.get_with(&format!("/{code}"), &[("cookie", &cookie), ("accept-language", "vi, en")]);
        assert_eq!(page.header("content-language"), picked);
    }
    assert_eq!(product.get_with(&format!("/{code}"), &[("cookie", "lang=../..")]).header("content-language"), "vi");
}

#[test]
fn a_text_that_a_reader_lacks_comes_in_the_language_that_is_most_likely_read() {
    let orders = [(Lang::Vi, "vi en fr"), (Lang::En, "en vi fr"), (Lang::Fr, "fr en vi"), (Lang::Ko, "ko en vi")];
    for (lang, wanted) in orders {
        let order: Vec<&str> = lang.reading_order().map(Lang::as_str).collect();
        assert!(order.join(" ").starts_with(wanted), "{order:?}");
        assert_eq!(order.iter().collect::<BTreeSet<_>>().len(), Lang::ALL.len());
    }
    let product = Product::start();
    product.operator.bring_untold_street();
    let head = "place_kind,place,lang,stage,lead,body,review\n";
    let told = |lang: &str, lead: &str| format!("street,pho-moi,{lang},published,{lead},Một đoạn <b>văn</b>.,awaiting\n");
    product.operator.file("stories.csv", format!("{head}{}", told("vi", "Câu mở đầu.")));
    product.operator.done(&["import", "stories", "stories.csv"]);
    let page = product.get_when("/fr/street/pho-moi", |page| page.body.contains("Câu mở đầu"));
    assert!(page.body.contains("Ce texte n’existe encore qu’en vietnamien."), "{}", page.body);
    assert!(page.body.contains("<p class=\"lead\" lang=\"vi\"") && page.body.contains("<section class=\"story\" lang=\"vi\">"));
    assert!(page.body.contains("Một đoạn &lt;b&gt;văn&lt;/b&gt;."));
    assert!(product.get("/en/street/pho-moi").body.contains("This text exists only in Vietnamese so far."));
    product.operator.file("more.csv", format!("{head}{}{}", told("en", "Opening."), told("ko", "첫 문장.")));
    product.operator.done(&["import", "stories", "more.csv"]);
    let page = product.get_when("/fr/street/pho-moi", |page| page.body.contains("Opening"));
    assert!(page.body.contains("Ce texte n’existe encore qu’en anglais.") && page.body.contains("<p class=\"lead\" lang=\"en\""));
    let page = product.get("/ko/street/pho-moi").body;
    assert!(page.contains("첫 문장.") && !page.contains("로만 제공됩니다"), "{page}");
    assert!(product.get("/ja/street/pho-moi").body.contains("この文章は現在、英語のみです。"));
}

#[test]
fn a_fact_worded_in_english_is_marked_and_labelled_for_readers_of_other_languages() {
    let product = Product::start();
    let page = product.get("/zh/namesake/hoang-hoa-tham").body;
    assert!(page.contains("本文目前只有英语版本。"), "{page}");
    assert!(page.contains("<p class=\"lead\" lang=\"en\""), "{page}");
    assert!(page.contains("<h1 lang=\"vi\">Hoàng Hoa Thám</h1>") && page.contains("约1858年–1913年"), "{page}");
    let page = product.get("/fr/landmark/nha-hat-thanh-pho-hai-phong").body;
    assert!(page.contains("<h1 lang=\"en\">") && page.contains("<dd lang=\"vi\">Nhà hát thành phố Hải Phòng</dd>"), "{page}");
    let page = product.get("/en/landmark/nha-hat-thanh-pho-hai-phong").body;
    assert!(page.contains("<h1>Hải Phòng Opera House</h1>"), "{page}");
    let page = product.get("/ja/street/cau-dat").body;
    assert!(page.contains("<h1 lang=\"vi\">Cầu Đất</h1>") && page.contains("610\u{a0}m"), "{page}");
    let fact = PerLang { vi: "Một câu.".parse_line(), en: "".parse_line() };
    assert_eq!(fact.worded(Lang::Ko).map(|(lang, _)| lang), Some(Lang::Vi));
    assert_eq!(PerLang::default().worded(Lang::Ko), None);
}

trait ParseLine {
    fn parse_line(&self) -> tenpho::register::Line;
}

impl ParseLine for str {
    fn parse_line(&self) -> tenpho::register::Line {
        tenpho::register::Line::parse(self).unwrap()
    }
}

#[test]
fn each_language_writes_dates_as_its_readers_do() {
    let cases = [
        ("1954-10-13", ["13/10/1954", "13 October 1954", "13 octobre 1954", "1954年10月13日", "1954年10月13日", "1954년 10월 13일"]),
        ("1945-08-01", ["1/8/1945", "1 August 1945", "1er août 1945", "1945年8月1日", "1945年8月1日", "1945년 8월 1일"]),
        ("1954-02", ["2/1954", "February 1954", "février 1954", "1954年2月", "1954年2月", "1954년 2월"]),
        ("938", ["938", "938", "938", "938年", "938年", "938년"]),
        ("~1900", ["khoảng 1900", "c. 1900", "vers 1900", "约1900年", "1900年頃", "1900년경"]),
    ];
    for (date, written) in cases {
        for (lang, written) in Lang::ALL.iter().zip(written) {
            assert_eq!(spoken(KnownDate::parse(date).unwrap(), Words::of(*lang)), written, "{date} {lang}");
        }
    }
    let months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
    for (month, name) in (1..).zip(months) {
        let date = KnownDate::parse(&format!("1954-{month:02}")).unwrap();
        assert_eq!(spoken(date, Words::of(Lang::Fr)), format!("{name} 1954"));
        let english = jiff::civil::date(1954, month, 1).strftime("%B 1954").to_string();
        assert_eq!(spoken(date, Words::of(Lang::En)), english);
    }
}

#[test]
fn each_language_writes_years_and_numbers_as_its_readers_do() {
    let namesake = |from: &str, until: &str| Namesake {
        slug: Slug::parse("x").unwrap(),
        name: tenpho::register::Name::parse("X").unwrap(),
        kind: NamesakeKind::Person,
        from: from.parse_line(),
        until: until.parse_line(),
        role: PerLang::default(),
        other_names: "".parse_line(),
        source: "".parse_line(),
        note: "".parse_line(),
    };
    let cases = [
        ("1908", "1932", ["1908–1932", "1908–1932", "1908–1932", "1908–1932年", "1908年～1932年", "1908년~1932년"]),
        ("1288", "1288", ["1288", "1288", "1288", "1288年", "1288年", "1288년"]),
        ("1900", "", ["sinh năm 1900", "born 1900", "naissance\u{202f}: 1900", "生于1900年", "1900年生", "1900년 출생"]),
        (
            "-257",
            "~-207",
            [
                "257 TCN\u{a0}– khoảng 207 TCN",
                "257 BCE\u{a0}– c. 207 BCE",
                "257 av.\u{a0}J.-C.\u{a0}– vers 207 av.\u{a0}J.-C.",
                "公元前257年–约公元前207年",
                "紀元前257年～紀元前207年頃",
                "기원전 257년~기원전 207년경",
            ],
        ),
    ];
    for (from, until, written) in cases {
        for (lang, written) in Lang::ALL.iter().zip(written) {
            assert_eq!(years::years(&namesake(from, until), Words::of(*lang)).as_deref(), Some(written), "{from} {until} {lang}");
        }
    }
    let built = ["1919 hoặc 1926", "1919 or 1926", "1919 ou 1926", "1919年或1926年", "1919年または1926年", "1919년 또는 1926년"];
    let counts = ["2.800", "2,800", "2\u{202f}800", "2,800", "2,800", "2,800"];
    for ((lang, built), count) in Lang::ALL.iter().zip(built).zip(counts) {
        assert_eq!(years::built("1919/1926", Words::of(*lang)), built);
        assert_eq!(Words::of(*lang).count(2_800), count);
        assert_eq!(Words::of(*lang).count(999), "999");
    }
    let found = |count: usize| Words::of(Lang::Fr).say_with("found", &[("count", &count), ("query", &"x")]);
    assert_eq!([found(0), found(1), found(2)].map(|said| said.contains("résultats")), [false, false, true], "0 is singular in French");
}

/// The addresses of a page in other languages, by language.
fn alternates(page: &str) -> Vec<(String, String)> {
    let link = Regex::new(r#"<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">"#).unwrap();
    link.captures_iter(page).map(|found| (found[1].to_owned(), found[2].to_owned())).collect()
}

#[test]
fn every_kind_of_page_names_its_siblings_in_six_languages_and_itself_as_the_right_one() {
    let product = Product::start();
    let code = product.signs().into_iter().find(|(_, name)| name == "Cầu Đất").unwrap().0;
    for path in ["/", "/search", "/street/cau-dat", "/landmark/ho-tam-bac", "/namesake/le-chan"] {
        for lang in Lang::ALL {
            let page = product.get(&format!("/{lang}{path}")).body;
            let mut wanted: Vec<_> = Lang::ALL.iter().map(|other| (other.to_string(), format!("{BASE_URL}/{other}{path}"))).collect();
            wanted.push(("x-default".to_owned(), if path == "/" { format!("{BASE_URL}/") } else { format!("{BASE_URL}/en{path}") }));
            assert_eq!(alternates(&page), wanted, "/{lang}{path}");
            assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{BASE_URL}/{lang}{path}\">")), "/{lang}{path}");
        }
    }
    let sign = product.get(&format!("/ja/{code}")).body;
    assert!(sign.contains(&format!("<link rel=\"canonical\" href=\"{BASE_URL}/ja/street/cau-dat\">")) && alternates(&sign).is_empty());
    for path in [format!("/fr/{code}+"), "/fr/search?q=a".to_owned(), "/fr/nowhere".to_owned()] {
        let page = product.get(&path).body;
        assert!(page.contains("content=\"noindex\"") && alternates(&page).is_empty() && !page.contains("canonical"), "{path}");
    }
    assert_eq!(layout::unasked_path("/street/a"), "/en/street/a");
}

#[test]
fn search_engines_find_every_place_in_every_language() {
    let product = Product::start();
    let map = product.get("/sitemap.xml").body;
    assert_eq!(map.matches("<loc>").count(), Lang::ALL.len() * (1 + 450 + 85 + 299 + 1 + 3));
    for lang in Lang::ALL.iter().map(|lang| lang.as_str()).chain(["x-default"]) {
        assert_eq!(map.matches(&format!("hreflang=\"{lang}\"")).count(), map.matches("<loc>").count(), "{lang}");
    }
    for address in map.split("<loc>").skip(1).filter_map(|rest| rest.split('<').next()).step_by(83) {
        assert_eq!(product.get(address.strip_prefix(BASE_URL).unwrap()).status, 200, "{address}");
    }
    assert!(product.get("/robots.txt").body.contains("Disallow: /office/"));
}

#[test]
fn every_page_offers_every_language_and_marks_its_own() {
    let product = Product::start();
    let code = product.signs().swap_remove(11).0;
    let button = Regex::new(r#"<button lang="(\w\w)"( aria-current="true")? formaction="([^"]+)">([^<]+)</button>"#).unwrap();
    for path in ["/".to_owned(), "/search?q=a".to_owned(), format!("/{code}"), format!("/{code}+"), "/nowhere".to_owned()] {
        let page = product.get(&format!("/ko{path}")).body;
        let offered: Vec<_> = button
            .captures_iter(&page)
            .map(|found| (found[1].to_owned(), found.get(2).is_some(), found[3].to_owned(), found[4].to_owned()))
            .collect();
        let wanted: Vec<_> = Lang::ALL
            .iter()
            .map(|lang| (lang.to_string(), *lang == Lang::Ko, format!("/{lang}{path}"), lang.own_name().to_owned()))
            .collect();
        assert_eq!(offered, wanted, "{path}");
        assert!(page.contains("<form method=\"post\">"), "{path}");
    }
    assert!(product.get("/zh/street/cau-dat").body.contains("aria-label=\"语言 – 中文\""));
}

#[test]
fn every_route_takes_every_language_and_no_other() {
    let pattern = Regex::new(r"\{lang:([^}]*)\}").unwrap();
    let all: Vec<&str> = Lang::ALL.iter().map(|lang| lang.as_str()).collect();
    for file in ["src/visit/mod.rs", "src/office/texts.rs"] {
        let text = std::fs::read_to_string(format!("{}/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let patterns: Vec<_> = pattern.captures_iter(&text).map(|found| found[1].to_owned()).collect();
        assert!(patterns.len() > 2, "{file}");
        assert!(patterns.iter().all(|one| *one == all.join("|")), "{file}: {patterns:?}");
    }
    for lang in all {
        assert!(tenpho::register::legacy::OURS.contains(&lang), "{lang}");
    }
}

#[test]
fn the_office_lists_what_is_missing_in_each_language_and_its_grid_has_them_all() {
    let product = Product::start();
    product.operator.bring_untold_street();
    product.get_when("/vi/street/pho-moi", |page| page.status == 200);
    let editor = product.office(Role::Editor);
    let desk = editor.get("/office/").body;
    for (lang, told) in [("fr", "Chưa có bài tiếng Pháp"), ("ko", "Chưa có bài tiếng Hàn")] {
        assert!(desk.contains(&format!("<a href=\"/office/entries?only=no-{lang}\">{told}</a>")), "{desk}");
        let list = editor.get(&format!("/office/entries?only=no-{lang}")).body;
        assert!(list.contains(&format!("<option value=\"no-{lang}\" selected>{told}</option>")), "{list}");
        assert!(list.contains("787"), "of 835 there are 48");
    }
    let grid = editor.get("/office/languages").body;
    for lang in Lang::ALL {
        assert!(grid.contains(&format!(">{}</th>", lang.as_str().to_uppercase())) && grid.contains(lang.own_name()), "{lang}");
    }
    let english = product.office(Role::Translator).get("/office/").body;
    assert!(english.contains("only=no-en") && !english.contains("only=no-fr"), "translators see their own languages only");
    assert!(product.operator.run(&["doctor"]).out.contains("fr 48, zh 48, ja 48, ko 48"));
}

#[test]
fn a_size_is_told_as_the_language_writes_numbers() {
    for (bytes, vi, en) in
        [(1, "1 kB", "1 kB"), (99_001, "100 kB", "100 kB"), (2_345_678, "2,3 MB", "2.3 MB"), (1_234_000_000, "1.234 MB", "1,234 MB")]
    {
        assert_eq!((Words::of(Lang::Vi).size(bytes), Words::of(Lang::En).size(bytes)), (vi.to_owned(), en.to_owned()));
    }
}
