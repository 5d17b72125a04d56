//! The print desk: what the printer of the office orders, follows and hands over, and what a print shop without an account sees.

use crate::kit::{Answer, BASE_URL, Operator, Product};
use crate::office_kit::{Staff, hidden};
use std::time::Duration;
use tenpho::register::{HistoryAct, PlateState, Role};
use tenpho::store::{HistoryAsked, HistoryRow};

/// The words of a page, cut short: what a failed test shows.
fn start(page: &Answer) -> String {
    let text = page.body.split_once("<h1>").map_or(page.body.as_str(), |(_, text)| text);
    format!("{} {}", page.status, text.chars().take(1500).collect::<String>())
}

/// The codes of a place's signs.
fn codes_of(product: &Product, name: &str) -> Vec<String> {
    product.signs().into_iter().filter(|(_, place)| place == name).map(|(code, _)| code).collect()
}

/// Looks at an order.
fn look(staff: &Staff<'_>, fields: &[(&str, &str)]) -> Answer {
    staff.post("/office/print/new", &[&[("act", "review")], fields].concat())
}

/// Orders, after a look; gives where one is sent then.
fn order(staff: &Staff<'_>, fields: &[(&str, &str)]) -> Answer {
    let seen = hidden(&look(staff, fields).body, "seen");
    staff.post("/office/print/new", &[&[("act", "order"), ("seen", seen.as_str())], fields].concat())
}

/// Orders the plates of these signs, whether there is anything to read behind them or not; gives the number of the batch.
fn ordered(staff: &Staff<'_>, codes: &[String], more: &[(&str, &str)]) -> i64 {
    let codes = codes.join("\n");
    let answer = order(staff, &[&[("which", "codes"), ("codes", codes.as_str()), ("reason", "thử nghiệm")], more].concat());
    assert_eq!(answer.status, 303, "{}", start(&answer));
    let address = answer.header("location").to_owned();
    address.trim_start_matches("/office/print/").split('?').next().unwrap().parse().unwrap()
}

/// What is told of the files of a batch, as soon as nothing moves any more.
fn made(staff: &Staff<'_>, batch: i64) -> String {
    for _ in 0..1800 {
        let answer = staff.get_with(&format!("/office/print/{batch}/progress"), &[("accept", "application/json")]);
        let facts: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        if facts["moves"] == false {
            return facts["text"].as_str().unwrap().to_owned();
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("batch {batch} is never made");
}

fn history(product: &Product, act: HistoryAct) -> Vec<HistoryRow> {
    product.store().history(&HistoryAsked { act: Some(act), page: 1, ..HistoryAsked::default() }).unwrap().rows
}

#[test]
fn plates_are_ordered_made_and_read_back_in_one_go() {
    let product = Product::start();
    let printer = product.office(Role::Printer);
    let codes = codes_of(&product, "Cầu Đất");
    let page = look(&printer, &[("which", "street"), ("places", "street/cau-dat")]);
    assert!(page.status == 200 && page.body.contains("7 biển, 2 trang"), "{}", start(&page));
    let answer = order(&printer, &[("which", "street"), ("places", "street/cau-dat"), ("note", "giao thứ Sáu")]);
    assert_eq!(answer.header("location"), "/office/print/1?done=ordered");
    assert!(made(&printer, 1).contains("Mọi mã đã được đọc lại"));
    let batch = product.store().get_batch(1).unwrap();
    assert_eq!(batch.signs.iter().map(|sign| sign.code.to_string()).collect::<Vec<_>>(), codes);
    assert_eq!((batch.base_url.as_str(), batch.ordered_by.as_str(), batch.terms.note.as_str()), (BASE_URL, "printer", "giao thứ Sáu"));
    assert!(!batch.recipe.plate_file.is_empty() && batch.manifest_sha256.is_some());
    let page = printer.get("/office/print/1");
    for told in ["sheets.pdf", "manifest.csv", "manifest.json", "Tổng cộng 7 biển", "giao thứ Sáu", &codes[0][..3]] {
        assert!(page.body.contains(told), "{told}: {}", start(&page));
    }
    assert!(printer.get("/office/print").body.contains("Đợt in số 1"));
    let answer = order(&printer, &[("which", "street"), ("places", "street/cau-dat"), ("note", "giao thứ Sáu")]);
    assert_eq!(answer.header("location"), "/office/print/1?done=ordered", "a second click is no second order");
}

#[test]
fn plates_with_nothing_to_read_behind_them_are_ordered_only_for_a_reason_that_is_told() {
    let product = Product::start();
    let printer = product.office(Role::Printer);
    product.operator.bring_untold_street();
    // The sign comes after its street, by another command: whoever asks between the two finds nothing amiss with it.
    product.get_when(&format!("/{}", codes_of(&product, "Phố Mới")[0]), |page| page.status == 200);
    let fields = [("which", "street"), ("places", "street/pho-moi")];
    let page = look(&printer, &fields);
    assert!(page.body.contains("Phố Mới") && page.body.contains("chưa có bài nào được công bố"), "{}", start(&page));
    let refused = order(&printer, &fields);
    assert!(refused.status == 422 && refused.body.contains("Hãy ghi lý do"), "{}", start(&refused));
    assert_eq!(product.store().batches(1).unwrap().count, 0);
    let answer = order(&printer, &[&fields[..], &[("reason", "lễ gắn biển ngày mai")]].concat());
    assert_eq!(answer.status, 303, "{}", start(&answer));
    assert_eq!(history(&product, HistoryAct::Order)[0].payload["reason"], "lễ gắn biển ngày mai");
}

#[test]
fn every_unknown_code_of_a_long_list_is_named_at_once_and_nothing_typed_is_lost() {
    let product = Product::start();
    let printer = product.office(Role::Printer);
    let mut lines: Vec<String> = product.signs().into_iter().take(498).map(|(code, _)| format!("{}-{}", &code[..3], &code[3..])).collect();
    lines.insert(250, "K7M2Q2".to_owned());
    lines.push("khong-co".to_owned());
    let list = lines.join("\n");
    let answer = look(&printer, &[("which", "codes"), ("codes", &list), ("note", "gấp"), ("dpi", "600")]);
    assert_eq!(answer.status, 422);
    for kept in ["K7M2Q2, khong-co", &lines[400], "gấp", "value=\"600\""] {
        assert!(answer.body.contains(kept), "{kept}");
    }
    for (fields, told) in [
        (&[("which", "street")][..], "không có biển nào"),
        (&[("which", "changed"), ("since", "9")], "đợt in số 9"),
        (&[("which", "changed")], "chọn một đợt in"),
        (&[("which", "all"), ("sheet", "own"), ("own_width", "60"), ("own_height", "60")], "60x60"),
        (&[("which", "all"), ("dpi", "9")], "9"),
        (&[("which", "all"), ("skip", "99")], "99"),
        (&[("which", "all"), ("plate", "none")], "none"),
        (&[("which", "all"), ("spots", "gold=Gold")], "gold=Gold"),
        (&[("which", "all"), ("profile", "abc")], "abc"),
    ] {
        let answer = look(&printer, fields);
        assert!(answer.status == 422 && answer.body.contains(told), "{fields:?}: {}", answer.status);
    }
    let no_profile = printer.upload("/office/print/new", &[("act", "review"), ("which", "all")], &[("icc", "x.icc", b"no profile")]);
    assert_eq!(no_profile.status, 422, "{}", start(&no_profile));
    assert_eq!(product.store().batches(1).unwrap().count, 0);
}

#[test]
fn without_a_base_url_nothing_is_ordered_and_the_way_is_told() {
    let product = Product::start_with(Operator::new(), &[]);
    let printer = product.office(Role::Printer);
    for page in ["/office/print", "/office/print/new"] {
        assert!(printer.get(page).body.contains("--base-url"), "{page}");
    }
    let answer = look(&printer, &[("which", "all")]);
    assert!(answer.status == 422 && answer.body.contains("--base-url"), "{}", start(&answer));
}

#[test]
fn plates_go_step_by_step_and_the_counts_add_up() {
    let product = Product::start();
    let printer = product.office(Role::Printer);
    let codes = codes_of(&product, "Cầu Đất");
    let batch = ordered(&printer, &codes, &[]);
    let address = format!("/office/print/{batch}");
    let step = |fields: &[(&str, &str)]| printer.post(&format!("{address}/steps"), fields);
    assert_eq!(step(&[("act", "all-send")]).status, 303);
    assert_eq!(step(&[("act", "print"), ("codes", &codes[0]), ("codes", &codes[1])]).status, 303);
    let page = printer.get(&address);
    for told in ["Đã gửi nhà in 5", "Đã in 2", "Tổng cộng 7 biển"] {
        assert!(page.body.replace("</a> <b>", " ").replace("</a> ", " ").contains(told), "{told}: {}", start(&page));
    }
    let only = printer.get(&format!("{address}?state=printed")).body;
    assert!(only.contains(&format!("id=\"{}\"", codes[0])) && !only.contains(&format!("id=\"{}\"", codes[2])));
    let refused = step(&[("act", "install"), ("codes", &codes[0]), ("codes", &codes[3])]);
    assert!(refused.status == 422 && refused.body.contains("chưa biển nào được cập nhật"), "{}", start(&refused));
    assert_eq!(step(&[("act", "void"), ("codes", &codes[0])]).status, 422, "to void needs a cause");
    assert_eq!(step(&[("act", "void"), ("codes", &codes[0]), ("cause", "in lệch")]).status, 303);
    assert_eq!(step(&[("act", "undo"), ("codes", &codes[1])]).status, 303);
    let counts = product.store().get_batch(batch).unwrap().counts();
    assert_eq!([PlateState::Sent, PlateState::Void].map(|state| counts.in_state(state)), [6, 1]);
    assert!(printer.get(&address).body.contains("in lệch"));
    let again = step(&[("act", "reprint"), ("codes", &codes[0])]);
    let form = printer.get(again.header("location"));
    assert!(form.body.contains(&codes[0]) && hidden(&form.body, "reprint_of") == batch.to_string(), "{}", start(&form));
    assert_eq!(step(&[("act", "reprint")]).status, 422);
    let second = ordered(&printer, &codes[..1], &[("cause", "misprint"), ("reprint_of", &batch.to_string())]);
    let reprint = product.store().get_batch(second).unwrap();
    assert_eq!((reprint.signs[0].code.as_str(), reprint.terms.reprint_of), (codes[0].as_str(), Some(batch)));
}

#[test]
fn a_download_goes_on_where_it_broke_off_and_only_with_the_same_bytes() {
    let product = Product::start();
    let printer = product.office(Role::Printer);
    let batch = ordered(&printer, &codes_of(&product, "Cầu Đất")[..1], &[]);
    made(&printer, batch);
    let address = format!("/office/print/{batch}/files/manifest.csv");
    let whole = printer.get(&address);
    let tag = whole.header("etag").to_owned();
    assert!(whole.status == 200 && tag.len() == 66 && !tag.starts_with("W/"), "{tag}");
    assert!(whole.header("content-disposition").contains("manifest.csv") && whole.header("accept-ranges") == "bytes");
    let rest = printer.get_with(&address, &[("range", "bytes=10-"), ("if-range", &tag)]);
    assert_eq!((rest.status, rest.body.as_bytes()), (206, &whole.body.as_bytes()[10..]));
    assert_eq!(rest.header("content-range"), format!("bytes 10-{}/{}", whole.body.len() - 1, whole.body.len()));
    assert_eq!(printer.get_with(&address, &[("range", "bytes=-5")]).body.len(), 5);
    assert_eq!(printer.get_with(&address, &[("range", "bytes=10-"), ("if-range", "\"other\"")]).status, 200);
    let beyond = printer.get_with(&address, &[("range", "bytes=99999999-")]);
    assert_eq!((beyond.status, beyond.header("content-range")), (416, format!("bytes */{}", whole.body.len()).as_str()));
    assert_eq!(printer.get_with(&address, &[("if-none-match", &tag)]).status, 304);
    assert_eq!(printer.get_with(&address, &[("range", "bytes=0-1,5-6")]).status, 200);
    let told = |file: &str| history(&product, HistoryAct::Download).iter().filter(|row| row.payload["file"] == file).count();
    assert_eq!(told("manifest.csv"), 2, "the whole one, and the question whether it has changed; parts are of the whole one");
    for part in ["bytes=00-", "bytes=-99999999", "bytes=1-"] {
        assert_eq!(printer.get_with(&format!("/office/print/{batch}/files/facts.pdf"), &[("range", part)]).status, 206, "{part}");
    }
    assert_eq!(told("facts.pdf"), 1, "whoever begins with a part has fetched it all the same");
    for name in ["..%2f..%2ftenpho.db", "made.json", "manifest.pdf"] {
        assert_eq!(printer.get(&format!("/office/print/{batch}/files/{name}")).status, 404, "{name}");
    }
    let archive = printer.get(&format!("/office/print/{batch}/all.zip"));
    let again = printer.get(&format!("/office/print/{batch}/all.zip"));
    assert!(archive.status == 200 && archive.header("etag") == again.header("etag") && archive.body.starts_with("PK"));
}

#[test]
fn the_same_order_gives_the_same_files_on_two_databases_of_one_backup() {
    let first = Operator::new();
    first.done(&["doctor"]);
    first.done(&["backup", "copy.db"]);
    let second = Operator::new();
    second.file("copy.db", std::fs::read(first.path("copy.db")).unwrap());
    second.done(&["restore", "copy.db"]);
    let tags = [first, second].map(|operator| {
        let product = Product::start_with(operator, &["--base-url", BASE_URL]);
        let printer = product.office(Role::Printer);
        let batch = ordered(&printer, &codes_of(&product, "Cầu Đất"), &[]);
        made(&printer, batch);
        let tag = |path: &str| printer.get(&format!("/office/print/{batch}/{path}")).header("etag").to_owned();
        let hash = product.store().get_batch(batch).unwrap().manifest_sha256;
        (tag("files/sheets.pdf"), tag("files/manifest.json"), tag("all.zip"), hash)
    });
    assert_eq!(tags[0], tags[1]);
    assert!(tags[0].0.len() == 66 && tags[0].3.is_some());
}

#[test]
fn a_shop_sees_one_order_by_its_link_until_that_is_taken_back() {
    let product = Product::start();
    let printer = product.office(Role::Printer);
    let codes = codes_of(&product, "Cầu Đất");
    let batch = ordered(&printer, &codes[..1], &[]);
    let other = ordered(&printer, &codes[1..2], &[]);
    made(&printer, batch);
    made(&printer, other);
    let page = printer.post(&format!("/office/print/{batch}/links"), &[("days", "7")]);
    let link = hidden_link(&page);
    let shop = product.visitor_of_office(0);
    let opened = shop.get(&link);
    assert!(
        opened.status == 200 && opened.body.contains("sheets.pdf") && opened.body.contains(&format!("Đợt in số {batch}")),
        "{}",
        opened.body
    );
    assert!(!opened.body.contains("/office/print") && !opened.body.contains("csrf"), "{}", start(&opened));
    let file = shop.get(&format!("{link}/files/sheets.pdf"));
    assert_eq!((file.status, file.header("etag")), (200, printer.get(&format!("/office/print/{batch}/files/sheets.pdf")).header("etag")));
    assert_eq!(shop.get(&format!("{link}/all.zip")).status, 200);
    assert_eq!(shop.get_with(&format!("{link}/files/sheets.pdf"), &[("range", "bytes=100-")]).status, 206);
    assert_eq!(shop.get(&format!("/office/print/{other}")).header("location"), format!("/office/login?next=%2Foffice%2Fprint%2F{other}"));
    assert_eq!(history(&product, HistoryAct::ShopVisit).len(), 1);
    let fetched: Vec<_> = history(&product, HistoryAct::Download).into_iter().filter(|row| row.who.starts_with("shop-link")).collect();
    assert_eq!(fetched.len(), 2, "going on with a file is no second download");
    let told = product.operator.done(&["doctor"]);
    assert!(told.contains("Everything is in order"), "{told}");
    assert_eq!(printer.post(&format!("/office/print/{batch}/links/1/revoke"), &[]).status, 303);
    for path in [link.clone(), format!("{link}/files/sheets.pdf"), format!("{link}/all.zip")] {
        let gone = shop.get(&path);
        assert!(gone.status == 410 && gone.body.contains("đã hết hạn hoặc đã bị thu hồi"), "{path}: {}", gone.status);
    }
    assert_eq!(shop.get(&format!("/office/shop/{}", "0".repeat(64))).status, 404);
    assert_eq!(history(&product, HistoryAct::ShopVisit).len(), 1, "a link that is not good opens nothing, and tells of nothing");
}

/// The path of the link on the page that shows it.
fn hidden_link(page: &Answer) -> String {
    let link = page.body.split_once("id=\"link\" readonly value=\"").unwrap().1.split('"').next().unwrap();
    link.strip_prefix(BASE_URL).unwrap().to_owned()
}

#[test]
fn a_link_past_its_time_opens_nothing() {
    let product = Product::start();
    let printer = product.office(Role::Printer);
    let batch = ordered(&printer, &codes_of(&product, "Cầu Đất")[..1], &[]);
    let link = hidden_link(&printer.post(&format!("/office/print/{batch}/links"), &[("days", "1")]));
    product.operator.edit("UPDATE shop_link SET until = '2026-01-01T00:00:00Z'");
    assert_eq!(product.visitor_of_office(0).get(&link).status, 410);
}

#[test]
fn the_office_reads_what_only_the_printer_may_do() {
    let product = Product::start();
    let printer = product.office(Role::Printer);
    let codes = codes_of(&product, "Cầu Đất");
    let batch = ordered(&printer, &codes[..1], &[]);
    made(&printer, batch);
    let editor = product.office(Role::Editor);
    for path in ["/office/print", &format!("/office/print/{batch}"), &format!("/office/print/{batch}/changes")] {
        let page = editor.get(path);
        assert!(page.status == 200 && !page.body.contains("action=\"/office/print"), "{path}: {}", page.status);
    }
    assert_eq!(editor.get(&format!("/office/print/{batch}/files/sheets.pdf")).status, 200);
    assert_eq!(editor.get("/office/print/new").status, 403);
    assert_eq!(editor.post(&format!("/office/print/{batch}/steps"), &[("act", "all-send")]).status, 403);
}

#[test]
fn an_order_on_the_press_can_be_stopped_and_made_after_all() {
    let product = Product::start();
    let printer = product.office(Role::Printer);
    let all: Vec<String> = product.signs().into_iter().map(|(code, _)| code).collect();
    let [long, other, short] = [&all[..1200], &all[1200..2400], &all[2400..2402]].map(|codes| ordered(&printer, codes, &[]));
    // Two are made at once, and the third waits for them.
    let page = printer.get(&format!("/office/print/{short}")).body;
    assert!(page.contains("Đang chờ đến lượt, còn 2 đợt ở trước"));
    for batch in [short, long, other] {
        assert_eq!(printer.post(&format!("/office/print/{batch}/stop"), &[]).status, 303);
        assert!(made(&printer, batch).contains("Đã dừng"));
        assert_eq!(printer.get(&format!("/office/print/{batch}/files/sheets.pdf")).status, 404);
    }
    assert_eq!(printer.post(&format!("/office/print/{short}/make"), &[]).status, 303);
    assert!(made(&printer, short).contains("Mọi mã đã được đọc lại"));
}

#[test]
fn what_a_killed_program_left_half_made_is_never_offered_and_made_anew() {
    let mut product = Product::start();
    let all: Vec<String> = product.signs().into_iter().map(|(code, _)| code).take(60).collect();
    let batch = ordered(&product.office(Role::Printer), &all, &[]);
    product.kill_and_start_again();
    let printer = product.office(Role::Printer);
    assert!(made(&printer, batch).contains("Chưa tạo tệp"));
    assert_eq!(printer.get(&format!("/office/print/{batch}/files/sheets.pdf")).status, 404);
    printer.post(&format!("/office/print/{batch}/make"), &[]);
    assert!(made(&printer, batch).contains("Mọi mã đã được đọc lại"));
}

#[test]
fn the_desk_shows_pictures_of_plates_and_sheets() {
    let product = Product::start();
    let printer = product.office(Role::Printer);
    let codes = codes_of(&product, "Cầu Đất");
    let batch = ordered(&printer, &codes, &[]);
    for path in [
        "/office/print/picture.png?plate=sub-180x120".to_owned(),
        format!("/office/print/picture.png?plate=sticker-80x80&sheet=a4&codes={}", codes.join(".")),
        format!("/office/print/{batch}/plates/{}.png", codes[3]),
        format!("/office/print/{batch}/sheets/1.png"),
        format!("/office/print/{batch}/sheets/2.png"),
    ] {
        let picture = printer.get(&path);
        assert!(picture.status == 200 && picture.header("content-type") == "image/png", "{path}: {}", picture.status);
    }
    for path in ["sheets/3.png", "sheets/0.png", "plates/K7M2Q2.png"] {
        assert_eq!(printer.get(&format!("/office/print/{batch}/{path}")).status, 404, "{path}");
    }
    assert_eq!(printer.get("/office/print/picture.png?plate=none").status, 404);
    assert_eq!(printer.get("/office/print/picture.png?plate=sub-180x120&sheet=60x60").status, 422);
}

#[test]
fn a_renaming_shows_among_what_changed_and_is_ordered_from_there() {
    let product = Product::start();
    let printer = product.office(Role::Printer);
    let codes = codes_of(&product, "Cầu Đất");
    let batch = ordered(&printer, &codes, &[]);
    product.operator.file("streets.csv", "slug,name\ncau-dat,Cầu Mới\n");
    product.operator.done(&["import", "streets", "streets.csv"]);
    let page = printer.get(&format!("/office/print/{batch}/changes"));
    assert!(page.body.contains("Cầu Mới") && page.body.contains("Đặt in 7 biển này"), "{}", start(&page));
    let fields = [("which", "changed"), ("since", &batch.to_string()), ("cause", "changed")].map(|(name, value)| (name, value.to_owned()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = order(&printer, &[&fields[..], &[("reason", "đổi tên phố")]].concat());
    assert_eq!(answer.status, 303, "{}", start(&answer));
    assert!(!printer.get(&format!("/office/print/{batch}/changes")).body.contains("Đặt in 7 biển này"));
    assert_eq!(product.store().get_batch(batch + 1).unwrap().signs[0].name, "Cầu Mới");
}

#[test]
fn what_hangs_too_high_is_marked_before_and_after_it_is_ordered() {
    let product = Product::start();
    let printer = product.office(Role::Printer);
    let codes = codes_of(&product, "Cầu Đất");
    product.operator.file("signs.csv", format!("code,mounting_m\n{},3.5\n", codes[0]));
    product.operator.done(&["import", "signs", "signs.csv"]);
    let page = look(&printer, &[("which", "street"), ("places", "street/cau-dat")]);
    assert!(page.body.contains("1 biển khó quét ở chỗ treo") && page.body.contains("3,5"), "{}", start(&page));
    let batch = ordered(&printer, &codes, &[]);
    assert_eq!(printer.get(&format!("/office/print/{batch}")).body.matches("khó quét ở chỗ treo").count(), 1);
}
