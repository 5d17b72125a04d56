//! A real browser and a real server: the visitor's journey, and the way of a text through the office.

use crate::browser::Browser;
use crate::kit::Product;
use crate::office_kit::code_of_phone;

#[test]
fn a_visitor_scans_in_each_language_switches_and_is_remembered() {
    let product = Product::start_with(crate::kit::Operator::new(), &[]);
    let signs = product.signs();
    let scanned = |name: &str| format!("{}/{}", product.address, signs.iter().find(|(_, place)| place == name).unwrap().0);
    let journeys = [
        ("vi-VN,vi", "vi", "en"),
        ("en-GB,en", "en", "fr"),
        ("fr-FR,fr", "fr", "zh"),
        ("zh-TW,zh", "zh", "ja"),
        ("ja", "ja", "ko"),
        ("ko-KR", "ko", "vi"),
    ];
    for (spoken, lang, picked) in journeys {
        let Some(phone) = Browser::phone(spoken, false) else { return };
        phone.open(&scanned("Cầu Đất"));
        assert!(phone.says("h1", "Cầu Đất"), "{lang}");
        assert_eq!(phone.attribute("html", "lang"), lang);
        phone.click(".top summary");
        phone.click(&format!("button[lang={picked}]"));
        let own_name = tenpho::register::Lang::parse(picked).unwrap().own_name();
        assert!(phone.says(".top button[aria-current]", own_name), "{picked}");
        assert_eq!(phone.attribute("html", "lang"), picked);
        assert!(phone.address().contains(&format!("/{picked}/")));
        phone.open(&scanned("Lê Chân"));
        assert_eq!(phone.attribute("html", "lang"), picked, "the choice is remembered at the next sign");
        let name_lang = if picked == "vi" { "" } else { "vi" };
        assert_eq!(phone.attribute("h1", "lang"), name_lang, "a name is read aloud as Vietnamese");
    }
}

#[test]
fn the_languages_are_reached_with_the_keyboard_and_large_enough_for_a_thumb() {
    let product = Product::start_with(crate::kit::Operator::new(), &[]);
    let Some(phone) = Browser::phone("ko-KR", true) else { return };
    phone.open(&format!("{}/", product.address));
    phone.ask("document.querySelector('.top summary').focus();return 1");
    phone.press("\u{e007}");
    assert!(phone.comes_true("return document.querySelector('.top details').open"), "Enter unfolds the languages");
    let sizes = "return [...document.querySelectorAll('.top summary,.top button')].every(e=>{let r=e.getBoundingClientRect();return r.height>=44&&r.width>=44&&r.left>=0&&r.right<=innerWidth})";
    for enlarged in [100, 200] {
        phone.ask(&format!("document.documentElement.style.fontSize='{enlarged}%';return 1"));
        assert!(phone.comes_true(sizes), "at {enlarged} %");
    }
    phone.press("\u{e004}");
    phone.press("\u{e004}");
    phone.press("\u{e007}");
    assert!(phone.comes_true("return document.documentElement.lang==='en'"), "Tab leads to the second language, Enter picks it");
}

#[test]
fn a_mistyped_code_leads_to_the_right_sign_in_one_tap() {
    let product = Product::start_with(crate::kit::Operator::new(), &[]);
    let (code, name) = product.signs().swap_remove(300);
    let wrong = format!("{}{}", &code[..5], if code.ends_with('5') { '6' } else { '5' });
    let Some(phone) = Browser::phone("vi", false) else { return };
    phone.open(&format!("{}/{wrong}", product.address));
    phone.click(&format!("a[href='/{code}']"));
    assert!(phone.says("h1", &name));
}

#[test]
fn a_street_is_found_without_its_marks() {
    let product = Product::start_with(crate::kit::Operator::new(), &[]);
    let Some(phone) = Browser::phone("en-GB,en", false) else { return };
    phone.open(&format!("{}/", product.address));
    phone.type_into("input[name=q]", "duong dien bien phu");
    phone.click(".find button");
    assert!(phone.says("h1", "Search"));
    phone.click(".rows a");
    assert!(phone.says("h1", "Điện Biên Phủ"));
}

#[test]
fn no_page_is_wider_than_a_phone_even_when_enlarged() {
    let product = Product::start_with(crate::kit::Operator::new(), &[]);
    let longest = product.signs().into_iter().max_by_key(|(_, name)| name.chars().count()).unwrap().0;
    let Some(phone) = Browser::phone("vi", true) else { return };
    for path in [
        "/vi/",
        "/vi/search?q=a",
        "/en/landmark/nha-hat-thanh-pho-hai-phong",
        "/fr/landmark/nha-hat-thanh-pho-hai-phong",
        "/zh/",
        "/ja/nowhere",
        "/ko/street/hoang-van-thu",
        "/vi/nowhere",
        "/vi/street/hoang-van-thu",
        &format!("/{longest}"),
    ] {
        phone.open(&format!("{}{path}", product.address));
        for enlarged in [100, 200] {
            let too_wide = phone.ask(&format!(
                "document.documentElement.style.fontSize='{enlarged}%';return document.documentElement.scrollWidth-innerWidth"
            ));
            assert!(too_wide.as_i64().unwrap() <= 0, "{path} at {enlarged} %: {too_wide} px too wide");
        }
    }
}

/// Takes the link of somebody invited, sets a password and where it is asked for a second factor; leads to the desk.
fn set_up(browser: &Browser, link: &str, password: &str, has_factor: bool) {
    browser.open(link);
    if browser.ask("return !!document.querySelector('input[name=name]')") == serde_json::json!(true) {
        browser.type_into("#login", "dung");
        browser.type_into("#name", "Phạm Việt Dũng");
    }
    browser.type_into("#new-password", password);
    browser.type_into("#new-password-again", password);
    browser.click("form.fields button");
    if has_factor {
        assert!(browser.comes_true("return !!document.querySelector('.secret')"));
        let secret = browser.ask("return document.querySelector('.secret').textContent");
        let secret: String = secret.as_str().unwrap().chars().filter(char::is_ascii_alphanumeric).collect();
        browser.type_into("#code", &code_of_phone(&secret, 0));
        browser.click("form.fields button");
        assert!(browser.comes_true("return document.querySelectorAll('.codes li').length===10"));
        browser.click("input[type=checkbox]");
        browser.click("main form button");
    }
    assert!(browser.says("h1", "Bàn làm việc"));
}

#[test]
fn a_text_is_written_through_a_lost_network_returned_mended_and_read_on_the_phone() {
    let product = Product::start_with(crate::kit::Operator::new(), &[]);
    let said = product.said(|said| said.contains("/office/setup/"));
    let first = said.split_whitespace().find(|word| word.contains("/office/setup/")).unwrap();
    let (Some(dung), Some(lan)) = (Browser::desk(), Browser::desk()) else { return };
    set_up(&dung, first, "chín chú chim chích", true);
    dung.open(&format!("{}/office/people", product.address));
    dung.type_into("#name", "Nguyễn Thị Lan");
    dung.type_into("#login", "lan");
    dung.click("form.fields button");
    let link = dung.attribute("#link", "value");
    set_up(&lan, &link, "mười hai con giáp đi chợ", false);

    // She writes; the network goes in the middle, and comes back.
    let text = format!("{}/office/street/an-chan/vi", product.address);
    lan.open(&text);
    lan.type_into("#lead", "An Chân là tên một làng cũ ở phía tây nội thành.");
    lan.type_into("#body", "Đất làng nay nằm trong phố.");
    assert!(lan.comes_true("return /\\d\\d:\\d\\d/.test(document.querySelector('.kept').textContent)"), "a draft is kept within seconds");
    lan.set_offline(true);
    lan.type_into("#body", " Câu này gõ khi mất mạng.");
    assert!(lan.shows("Mất kết nối"));
    lan.set_offline(false);
    assert!(lan.comes_true("return /Đã giữ/.test(document.querySelector('.kept').textContent)"), "what was typed meanwhile arrives");
    // What is still on its way when the page closes would stay behind as a draft of its own: she waits until all is kept.
    std::thread::sleep(std::time::Duration::from_secs(4));
    assert!(lan.comes_true("return /Đã giữ/.test(document.querySelector('.kept').textContent)"));
    lan.ask("window.onbeforeunload=null;return 1");
    lan.open("about:blank");
    lan.open(&text);
    assert!(lan.comes_true("return document.querySelector('#body').value.includes('Câu này gõ khi mất mạng.')"));
    lan.click("button[value=submit]");
    assert!(lan.says("h1", "Duyệt: An Chân · Tiếng Việt"));

    // A second person reads it, says something, and returns it.
    dung.open(&format!("{}/office/", product.address));
    dung.click(".works a[href$='/review']");
    dung.click("#paragraph-1 summary");
    dung.type_into("#comment-1", "Nên nói rõ làng ở đâu.");
    dung.click("#paragraph-1 form button");
    assert!(dung.shows("Nên nói rõ làng ở đâu."));
    dung.type_into("#return-reason", "Xin xem nhận xét ở đoạn 1.");
    dung.click("form[action$='/return'] button");
    assert!(dung.says("h1", "Bàn làm việc"));

    // She mends it; now it is published, and the phone has it within a second.
    lan.open(&text);
    assert!(lan.shows("Xin xem nhận xét ở đoạn 1."));
    lan.type_into("#body", " Làng thuộc tổng An Dương xưa.");
    lan.click("button[value=submit]");
    let is_sent = lan.comes_true("return location.pathname.endsWith('/review')||!!document.querySelector('input[name=seen]')");
    assert!(is_sent, "{} says {}", lan.address(), lan.ask("return document.querySelector('main').innerText.slice(0,600)"));
    if lan.ask("return !!document.querySelector('input[name=seen]')") == serde_json::json!(true) {
        lan.click("main form button");
    }
    assert!(lan.says("h1", "Duyệt: An Chân · Tiếng Việt"));
    dung.open(&format!("{text}/review"));
    dung.click("form[action$='/publish'] button");
    assert!(dung.says("h1", "An Chân · Tiếng Việt"));
    let asked = std::time::Instant::now();
    let page = product.get_when("/vi/street/an-chan", |page| page.body.contains("tổng An Dương xưa"));
    assert!(page.body.contains("tổng An Dương xưa") && page.body.contains("Câu này gõ khi mất mạng."));
    assert!(asked.elapsed() < std::time::Duration::from_secs(5), "{:?}", asked.elapsed());

    // The history tells all of it.
    dung.open(&format!("{}/office/street/an-chan/history", product.address));
    for told in ["Nguyễn Thị Lan", "dung", "Xin xem nhận xét ở đoạn 1."] {
        assert!(dung.shows(told), "{told}");
    }
}

#[test]
fn what_was_typed_into_a_record_and_never_sent_is_offered_again() {
    let product = Product::start_with(crate::kit::Operator::new(), &[]);
    let editor = product.office(tenpho::register::Role::Editor);
    let Some(desk) = Browser::desk() else { return };
    let record = format!("{}/office/street/an-chan/record", product.address);
    desk.open(&format!("{}/office/login", product.address));
    let name = product.session_cookie();
    desk.ask(&format!("document.cookie='{name}={}; path=/';return 1", editor.cookie(&name)));
    desk.open(&record);
    desk.type_into("[name=decision]", "NQ 12/NQ-HĐND");
    desk.open("about:blank");
    desk.open(&record);
    assert!(desk.shows("chưa gửi được"));
    desk.click("main p.note button");
    assert!(desk.comes_true("return document.querySelector('[name=decision]').value==='NQ 12/NQ-HĐND'"));
}

#[test]
fn a_report_filed_on_a_phone_without_scripts_is_found_in_the_office_and_its_end_on_the_phone() {
    let product = Product::start_with(crate::kit::Operator::new(), &[]);
    let (code, name) = product.signs().swap_remove(40);
    let photo = image::RgbImage::from_fn(640, 480, |x, _| image::Rgb([20, if x < 320 { 40 } else { 200 }, 90]));
    let file = product.operator.path("photo.jpg");
    photo.save(&file).unwrap();
    let Some(phone) = Browser::phone("en-GB,en", false) else { return };
    phone.open(&format!("{}/{code}", product.address));
    phone.click("section.sign a[href*='/report']");
    assert!(phone.says("h1", &name) && phone.says("h2.title", "Report this sign"));
    phone.click("input[value=covered]");
    phone.type_into("#words", "Somebody pasted another code over it.");
    phone.type_into("#photo", file.to_str().unwrap());
    phone.click("form.report button");
    assert!(phone.shows("Thank you. Your report is in."));
    let case = phone.ask("return document.querySelector('.code').textContent");
    let case = case.as_str().unwrap().to_owned();
    let too_wide = phone.ask("return document.documentElement.scrollWidth-innerWidth");
    assert!(too_wide.as_i64().unwrap() <= 0);

    let editor = product.office(tenpho::register::Role::Editor);
    let Some(desk) = Browser::desk() else { return };
    desk.open(&format!("{}/office/login", product.address));
    let cookie = product.session_cookie();
    desk.ask(&format!("document.cookie='{cookie}={}; path=/';return 1", editor.cookie(&cookie)));
    desk.open(&format!("{}/office/", product.address));
    desk.click("a[href^='/office/reports?']");
    desk.click(&format!("a[href='/office/reports/{}']", case.replace('-', "")));
    assert!(desk.shows("Somebody pasted another code over it."));
    assert!(desk.comes_true("let i=document.querySelector('.photos img');return !!i&&i.complete&&i.naturalWidth===400"));
    desk.type_into("#sentence_en", "The sticker is off. Thank you.");
    desk.click("button[value=mend]");
    assert!(desk.comes_true("return !!document.querySelector('button[value=reopen]')"));

    phone.open(&format!("{}/en/report", product.address));
    phone.type_into("#case", &case.to_lowercase());
    phone.click("form.find button");
    assert!(phone.shows("Put right") && phone.shows("The sticker is off. Thank you."));
    phone.click(".top summary");
    phone.click("button[lang=ko]");
    assert!(phone.shows("조치 완료") && phone.shows("The sticker is off. Thank you."));
}
