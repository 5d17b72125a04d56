//! What visitors report of signs: from the form to the office, and back to whoever knows the number.

use crate::kit::{Answer, BASE_URL, Operator, Product, check};
use crate::photo_kit::{HIDDEN, encoded, holds, hostile, jpeg_with_secrets, two_halves};
use image::ImageFormat;
use regex::Regex;
use std::path::Path;
use tenpho::register::{CaseNumber, CaseState, CaseStep, FaultKind, Lang, PerLang, Role, SignCode};
use tenpho::store::Error;

/// Names and values, of fields or of headers.
type Pairs<'a> = &'a [(&'a str, &'a str)];

/// A visitor's browser that sends the form of a report: its fields, and a photo where there is one.
pub fn report(product: &Product, code: &str, fields: &[(&str, &str)], photo: Option<&[u8]>, headers: &[(&str, &str)]) -> Answer {
    report_in(product, Lang::En, code, fields, photo, headers)
}

fn report_in(product: &Product, lang: Lang, code: &str, fields: &[(&str, &str)], photo: Option<&[u8]>, headers: &[(&str, &str)]) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--kit\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
    }
    // A browser sends the field of a file also where none is chosen.
    body.extend(b"--kit\r\ncontent-disposition: form-data; name=\"photo\"; filename=\"IMG_0001.jpg\"\r\ncontent-type: image/jpeg\r\n\r\n");
    body.extend_from_slice(photo.unwrap_or_default());
    body.extend(b"\r\n--kit--\r\n");
    product.send(&format!("/{lang}/{code}/report"), "multipart/form-data; boundary=kit", &body, headers)
}

/// The number that a report got.
pub fn case_of(answer: &Answer) -> CaseNumber {
    assert_eq!(answer.status, 303, "{}", answer.body);
    let path = answer.header("location").split('?').next().unwrap();
    CaseNumber::parse(path.rsplit('/').next().unwrap()).unwrap()
}

fn first_code(product: &Product) -> String {
    product.signs().swap_remove(7).0
}

/// The whole text of a page, as somebody reads it.
fn text_of(page: &str) -> String {
    Regex::new("<[^>]*>").unwrap().replace_all(page, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_report_goes_from_the_form_to_the_office_and_back_to_whoever_knows_its_number() {
    let product = Product::start();
    let code = first_code(&product);
    assert!(product.get(&format!("/en/{code}")).body.contains(&format!("/en/{code}/report?kind=different")));
    let form = product.get(&format!("/en/{code}/report?kind=covered"));
    assert_eq!((form.status, form.header("set-cookie")), (200, ""));
    assert!(form.body.contains("value=\"covered\" required checked"));
    let photo = jpeg_with_secrets(&two_halves(900, 600), 1);
    let sent = report(&product, &code, &[("kind", "covered"), ("words", "A sticker\r\nwith another code")], Some(&photo), &[]);
    let case = case_of(&sent);
    assert_eq!(sent.header("location"), format!("/en/report/{case}?sent=new"));
    assert_eq!(sent.header("set-cookie"), "");
    let page = product.get(sent.header("location"));
    assert!(page.body.contains("Your report is in") && page.body.contains(&case.grouped()), "{}", page.body);
    assert!(page.body.contains("Received, not yet looked at") && !page.body.contains("A sticker with"));

    let editor = product.office(Role::Editor);
    assert!(text_of(&editor.get("/office/").body).contains("1 báo cáo chờ xử lý"));
    assert!(editor.get("/office/reports").body.contains(&case.grouped()));
    let seen = editor.get(&format!("/office/reports/{case}"));
    assert!(seen.body.contains("A sticker\nwith another code") && seen.body.contains(&code), "{}", seen.body);
    let file = format!("/office/reports/{case}/photos/0/400.webp");
    assert!(seen.body.contains(&file));
    let shown = editor.get(&file);
    assert_eq!((shown.status, shown.header("content-type")), (200, "image/webp"));
    assert!(product.visitor_of_office(0).get(&file).header("location").starts_with("/office/login"), "photos are for the office only");
    assert!(product.visitor_of_office(0).get(&format!("/office/reports/{case}")).header("location").starts_with("/office/login"));

    let address = format!("/office/reports/{case}");
    assert_eq!(editor.post(&address, &[("step", "take"), ("sentence", ""), ("sentence_en", "")]).status, 303);
    assert!(product.get(&format!("/en/report/{case}")).body.contains("Being looked at"));
    let printer = product.office(Role::Printer);
    let said = [("step", "mend"), ("sentence", "Đã bóc tem dán đè."), ("sentence_en", "The sticker is off.")];
    assert_eq!(printer.post(&address, &said).status, 303);
    for (lang, words) in [("vi", "Đã bóc tem dán đè."), ("en", "The sticker is off."), ("fr", "lang=\"en\">The sticker is off.")] {
        let page = product.get(&format!("/{lang}/report/{}", case.grouped().to_lowercase()));
        assert!(page.body.contains(words), "{lang}: {}", page.body);
        assert!(!page.body.contains("Nguyễn printer") && !page.body.contains("Nguyễn editor"), "never who");
    }
    assert_eq!(printer.post(&address, &said).status, 422, "what is mended is not mended again");
    let page = printer.get(&address).body;
    assert!(page.contains("Nguyễn editor") && page.contains("Nguyễn printer"), "the office knows who");
    assert!(text_of(&editor.get("/office/history?act=report-step").body).contains(&case.grouped()));
    assert!(!text_of(&editor.get("/office/").body).contains("báo cáo chờ xử lý"));
}

#[test]
fn a_sign_is_marked_as_damaged_in_one_tap_by_whoever_keeps_the_register() {
    let product = Product::start();
    let code = first_code(&product);
    let case = case_of(&report(&product, &code, &[("kind", "damaged")], None, &[]));
    let printer = product.office(Role::Printer);
    assert!(!printer.get(&format!("/office/reports/{case}")).body.contains("/damaged\""));
    assert_eq!(printer.post(&format!("/office/reports/{case}/damaged"), &[]).status, 403);
    let editor = product.office(Role::Editor);
    assert!(editor.get(&format!("/office/reports/{case}")).body.contains("/damaged\""));
    assert_eq!(editor.post(&format!("/office/reports/{case}/damaged"), &[]).status, 303);
    let signs = product.operator.done(&["export", "signs"]);
    assert!(signs.lines().find(|line| line.starts_with(&code)).unwrap().contains(",damaged,"));
    assert!(editor.get(&format!("/office/reports/{case}")).body.contains("đang được ghi là hư hỏng"));
}

#[test]
fn a_translator_reads_reports_and_takes_no_step() {
    let product = Product::start();
    let case = case_of(&report(&product, &first_code(&product), &[("kind", "missing")], None, &[]));
    let translator = product.office(Role::Translator);
    let page = translator.get(&format!("/office/reports/{case}"));
    assert_eq!(page.status, 200);
    assert!(!page.body.contains("name=\"step\""));
    assert_eq!(translator.post(&format!("/office/reports/{case}"), &[("step", "take")]).status, 403);
    let refused = product.store().step_case(translator.id, "2027-05-13T00:00:00Z", case, CaseStep::Take, &PerLang::default());
    assert!(matches!(refused, Err(Error::MayNot(_))), "the store itself refuses");
}

#[test]
fn a_second_report_of_the_same_fault_joins_the_first_and_one_sent_twice_counts_once() {
    let product = Product::start();
    let code = first_code(&product);
    let send =
        |mark: &str, kind: &str, words: &str| report(&product, &code, &[("mark", mark), ("kind", kind), ("words", words)], None, &[]);
    let first = case_of(&send("one", "missing", "Gone."));
    assert_eq!(case_of(&send("one", "missing", "Gone.")), first, "the browser has sent it again");
    let joined = send("two", "missing", "Gone since Monday.");
    assert_eq!(joined.header("location"), format!("/en/report/{first}?sent=joined"));
    assert_eq!(case_of(&send("three", "missing", "Gone.")), first, "the same words from somebody else");
    assert_ne!(case_of(&send("one", "covered", "Gone.")), first, "another fault of the same sign");
    let case = product.store().get_case(first).unwrap();
    assert_eq!(case.count, 3);
    assert_eq!(case.words.iter().map(|one| one.words.as_str()).collect::<Vec<_>>(), ["Gone.", "Gone since Monday."]);
    let reviewer = product.office(Role::Reviewer);
    assert_eq!(reviewer.post(&format!("/office/reports/{first}"), &[("step", "dismiss")]).status, 303);
    let again = case_of(&send("four", "missing", "Gone again."));
    assert_ne!(again, first, "what is closed is not joined");
    assert_eq!(product.store().get_case(first).unwrap().seen.state, CaseState::NoFault);
}

#[test]
fn what_was_acknowledged_is_there_after_the_plug_was_pulled() {
    let mut product = Product::start();
    let code = first_code(&product);
    let case = case_of(&report(&product, &code, &[("kind", "other"), ("words", "Leans.")], None, &[]));
    product.kill_and_start_again();
    assert!(product.get(&format!("/en/report/{case}")).body.contains("Something else"));
    assert_eq!(product.store().get_case(case).unwrap().words[0].words, "Leans.");
}

#[test]
fn a_report_that_is_not_taken_brings_the_form_back_as_it_was_filled_in() {
    let product = Product::start();
    let code = first_code(&product);
    let long = "x".repeat(1_001);
    let own = "Nothing <b>typed</b> is lost & gone";
    let photo = encoded(&two_halves(30, 20), ImageFormat::Jpeg);
    let cases: [(Pairs<'_>, Pairs<'_>, u16, &str); 6] = [
        (&[("words", own)], &[], 422, "Please choose what is wrong"),
        (&[("kind", "elsewhere"), ("words", own)], &[], 422, "Please choose what is wrong"),
        (&[("kind", "missing"), ("words", &long)], &[], 422, "1,001 characters"),
        (&[("kind", "missing"), ("words", own), ("website", "http://spam.example")], &[], 422, "to stay empty"),
        (&[("kind", "missing"), ("words", own)], &[("origin", "https://elsewhere.example")], 403, "another site"),
        (&[("kind", "missing"), ("words", own)], &[("sec-fetch-site", "cross-site")], 403, "another site"),
    ];
    for (fields, headers, status, told) in cases {
        let answer = report(&product, &code, fields, Some(&photo), headers);
        assert_eq!(answer.status, status, "{fields:?}");
        assert!(answer.body.contains(told) && answer.body.contains("<form class=\"report\""), "{told}: {}", answer.body);
        if status == 422 {
            let kept = if fields.contains(&("words", &long)) {
                long.clone()
            } else {
                own.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
            };
            assert!(answer.body.contains(&kept), "{told}");
            assert!(answer.body.contains("choose the photo again"), "{told}");
        }
    }
    let bare = report(&product, &code, &[("kind", "other")], None, &[]);
    assert!(bare.status == 422 && bare.body.contains("in a few words") && !bare.body.contains("choose the photo again"));
    let broken = product.send(&format!("/en/{code}/report"), "multipart/form-data; boundary=kit", b"--kit\r\nno form", &[]);
    assert!(broken.status == 400 && broken.body.contains("did not arrive whole"));
    assert_eq!(product.store().count_open_cases().unwrap(), 0);
    assert_eq!(report(&product, "K7M2Q3", &[("kind", "missing")], None, &[]).status, 404);
}

#[test]
fn hostile_files_are_refused_with_the_words_kept_and_nothing_else() {
    let product = Product::start_with(Operator::new(), &["--base-url", BASE_URL, "--trusted-proxy", "127.0.0.1"]);
    let code = first_code(&product);
    for (at, (name, bytes, _)) in hostile().into_iter().enumerate() {
        let from = format!("203.0.113.{at}");
        let headers = [("x-forwarded-for", from.as_str())];
        let answer = report(&product, &code, &[("kind", "different"), ("words", "These words stay.")], Some(&bytes), &headers);
        assert_eq!(answer.status, 422, "{name}");
        assert!(answer.body.contains("These words stay.") && answer.body.contains("href=\"#photo\""), "{name}: {}", answer.body);
    }
    assert_eq!(product.store().count_open_cases().unwrap(), 0);
}

/// Every file below a folder that holds this.
fn files_with(folder: &Path, needle: &str) -> Vec<String> {
    let mut found = Vec::new();
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(files_with(&path, needle));
        } else if holds(&std::fs::read(&path).unwrap(), needle) {
            found.push(path.display().to_string());
        }
    }
    found
}

#[test]
fn nothing_that_tells_who_sent_a_report_is_in_any_file() {
    let product = Product::start_with(Operator::new(), &["--base-url", BASE_URL, "--trusted-proxy", "127.0.0.1"]);
    let code = first_code(&product);
    let photo = jpeg_with_secrets(&two_halves(500, 400), 6);
    let headers = [("x-forwarded-for", "198.51.100.77"), ("user-agent", "MARKED-BROWSER"), ("cookie", "id=MARKED-COOKIE")];
    let answer = report(&product, &code, &[("kind", "damaged"), ("words", "KEPT-WORDS")], Some(&photo), &headers);
    let case = case_of(&answer);
    product.get_with(&format!("/en/report/{case}"), &headers);
    let mut store = product.store();
    let file = store.find_case_photo(case, 0, 400).unwrap().unwrap();
    for tag in [HIDDEN, "Exif", "EXIF", "http://ns.adobe", "ICC_PROFILE", "ICCP", "XMP ", "106.6822"] {
        assert!(!holds(&file, tag), "{tag}");
    }
    drop(store);
    let folder = product.operator.folder.path();
    assert!(!files_with(folder, "KEPT-WORDS").is_empty(), "the files are looked into");
    for needle in ["198.51.100.77", "MARKED-BROWSER", "MARKED-COOKIE", HIDDEN, "IMG_0001"] {
        assert_eq!(files_with(folder, needle), Vec::<String>::new(), "{needle}");
    }
}

#[test]
fn the_form_speaks_six_languages_and_the_choice_of_one_is_no_report() {
    let product = Product::start();
    let code = first_code(&product);
    let key = Regex::new(">(report|case|fault)-[a-z-]+<").unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for lang in Lang::ALL {
        let page = product.get(&format!("/{lang}/{code}/report"));
        assert_eq!((page.status, page.header("content-language")), (200, lang.as_str()));
        assert!(page.body.contains("/assets/report.") && page.body.contains("noindex"));
        for kind in FaultKind::ALL {
            assert!(page.body.contains(&format!("value=\"{kind}\"")), "{lang} {kind}");
        }
        assert!(!key.is_match(&page.body), "{lang}: a key that nobody has put into words");
        let asks = page.body.split("<legend>").nth(1).unwrap().split('<').next().unwrap().to_owned();
        assert!(seen.insert(asks), "{lang} says what another language says");
        let case = case_of(&report_in(&product, *lang, &code, &[("kind", "unreadable")], None, &[]));
        let page = product.get(&format!("/{lang}/report/{case}?sent=new"));
        assert!(page.status == 200 && !key.is_match(&page.body), "{lang}");
        assert!(!key.is_match(&product.get(&format!("/{lang}/report")).body), "{lang}");
        let chosen = product.send(&format!("/{lang}/{code}/report"), "application/x-www-form-urlencoded", b"", &[]);
        assert_eq!((chosen.status, chosen.header("location")), (303, format!("/{lang}/{code}/report").as_str()));
        assert!(chosen.header("set-cookie").starts_with(&format!("lang={lang}")));
    }
}

#[test]
fn the_form_and_the_page_of_a_case_are_these_files() {
    let product = Product::start();
    let code = product.signs().into_iter().find(|(_, place)| place == "Cầu Đất").unwrap().0;
    let shown = |page: &str| {
        let (head, rest) = page.split_once("<style>").unwrap();
        let page = format!("{head}<style>…{}", rest.split_once("</style>").unwrap().1);
        page.replace("><", ">\n<").replace(&code, "CODE").replace(&grouped(&code), "CO-DE")
    };
    let masked = |page: &str, pattern: &str, by: &str| Regex::new(pattern).unwrap().replace_all(page, by).into_owned();
    let form = product.get(&format!("/vi/{code}/report")).body;
    check("pages/report.html", &shown(&masked(&masked(&form, "[0-9a-f]{32}", "MARK"), "report\\.[0-9a-f]{12}", "report.HASH")));
    let case = case_of(&report_in(&product, Lang::Vi, &code, &[("kind", "covered")], None, &[]));
    let page = product.get(&format!("/vi/report/{case}?sent=new")).body;
    let page = masked(&page.replace(case.as_str(), "CASE").replace(&case.grouped(), "CA-SE"), "report\\.[0-9a-f]{12}", "report.HASH");
    check("pages/report_case.html", &shown(&masked(&page, r"<dd>\d+/\d+/\d+</dd>", "<dd>DAY</dd>")));
}

fn grouped(code: &str) -> String {
    SignCode::parse(code).unwrap().grouped()
}

#[test]
fn a_number_is_looked_up_as_it_is_typed_and_a_slip_is_told() {
    let product = Product::start();
    let case = case_of(&report(&product, &first_code(&product), &[("kind", "wrong-place")], None, &[]));
    let typed = case.grouped().to_lowercase().replace('-', "%20");
    let found = product.get(&format!("/en/report?case={typed}"));
    assert_eq!((found.status, found.header("location")), (303, format!("/en/report/{case}").as_str()));
    for unknown in ["22222222", "K7M2Q2", "%3Cb%3E", "nonsense"] {
        let answer = product.get(&format!("/en/report/{unknown}"));
        assert!(answer.status == 404 && answer.body.contains("no report with the number"), "{unknown}: {}", answer.status);
        assert!(!answer.body.contains("<b>\""), "{unknown}");
    }
    assert_eq!(product.get("/en/report").status, 200);
}

#[test]
fn a_case_number_with_one_wrong_sign_or_two_swapped_is_none() {
    let issued: Vec<CaseNumber> = (0_u64..4_000)
        .filter_map(|at| CaseNumber::issue(std::array::from_fn(|place| (at.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (8 * place)) as u8)))
        .take(60)
        .collect();
    assert_eq!(issued.len(), 60);
    for number in issued {
        let symbols: Vec<char> = number.as_str().chars().collect();
        assert!(SignCode::parse(number.as_str()).is_err());
        assert_eq!(CaseNumber::parse(&number.grouped().to_lowercase()), Ok(number));
        for at in 0..symbols.len() {
            for other in "23456789ABCDEFGHJKMNPQRSTUVWXYZ".chars().filter(|other| *other != symbols[at]) {
                let mut wrong = symbols.clone();
                wrong[at] = other;
                assert!(CaseNumber::parse(&wrong.iter().collect::<String>()).is_err());
            }
            for other in at + 1..symbols.len() {
                let mut swapped = symbols.clone();
                swapped.swap(at, other);
                assert!(symbols[at] == symbols[other] || CaseNumber::parse(&swapped.iter().collect::<String>()).is_err());
            }
        }
    }
}

#[test]
fn the_steps_of_a_case_are_this_table() {
    use CaseState::{Mended, NoFault, Received, Taken};
    let allowed: Vec<(CaseState, CaseStep, CaseState)> =
        CaseState::ALL.iter().flat_map(|from| from.steps().map(|step| (*from, step, from.after(step).unwrap()))).collect();
    assert_eq!(
        allowed,
        [
            (Received, CaseStep::Take, Taken),
            (Received, CaseStep::Mend, Mended),
            (Received, CaseStep::Dismiss, NoFault),
            (Taken, CaseStep::Mend, Mended),
            (Taken, CaseStep::Dismiss, NoFault),
            (Mended, CaseStep::Reopen, Taken),
            (NoFault, CaseStep::Reopen, Taken),
        ]
    );
}

#[test]
fn the_crew_takes_a_table_along_that_no_spreadsheet_runs() {
    let product = Product::start();
    let code = first_code(&product);
    let case = case_of(&report(&product, &code, &[("kind", "wrong-text"), ("words", "=HYPERLINK(\"http://evil\")")], None, &[]));
    let table = product.operator.done(&["export", "reports", "--base-url", BASE_URL]);
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    assert_eq!(rows.headers().unwrap().iter().take(5).collect::<Vec<_>>(), ["case", "state", "fault", "count", "first_at"]);
    let row = rows.records().next().unwrap().unwrap();
    assert_eq!((&row[0], &row[1], &row[2], &row[3]), (case.as_str(), "received", "wrong-text", "1"));
    assert!(table.contains(&format!("{}/{code}", BASE_URL.to_uppercase())) && table.contains("'=HYPERLINK"));
    let editor = product.office(Role::Editor);
    let file = editor.get("/office/reports.csv");
    assert_eq!((file.body.as_str(), file.header("content-type")), (table.as_str(), "text/csv; charset=utf-8"));
    let json = product.operator.done(&["export", "reports", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&json[0]["case"], &json[0]["count"]), (&case.as_str().into(), &1.into()));
}

#[test]
fn the_list_of_the_office_is_narrowed_by_kind_and_state_and_the_open_ones_stand_first() {
    let product = Product::start();
    let signs = product.signs();
    let send = |at: usize, kind: &str| case_of(&report(&product, &signs[at].0, &[("kind", kind)], None, &[]));
    let (closed, often, last) = (send(0, "missing"), send(1, "missing"), send(2, "covered"));
    send(1, "missing");
    let editor = product.office(Role::Editor);
    editor.post(&format!("/office/reports/{closed}"), &[("step", "mend")]);
    let listed = |query: &str| {
        let page = editor.get(&format!("/office/reports{query}")).body;
        let found = Regex::new("/office/reports/([0-9A-Z]{8})\"").unwrap();
        found.captures_iter(&page).map(|found| CaseNumber::parse(&found[1]).unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(listed("").last(), Some(&closed));
    assert_eq!(listed("?order=often"), [often, last, closed]);
    assert_eq!(listed("?order=oldest"), [often, last, closed]);
    assert_eq!(listed("?kind=covered"), [last]);
    assert_eq!(listed("?state=closed"), [closed]);
    assert_eq!(listed("?state=open&kind=missing"), [often]);
    assert_eq!(listed("?ward=nowhere"), []);
}
