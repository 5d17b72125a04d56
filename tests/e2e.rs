//! A real browser and a real server: the visitor's journey.

use crate::browser::Browser;
use crate::kit::Product;

#[test]
fn a_visitor_scans_switches_the_language_and_is_remembered() {
    let product = Product::start_with(crate::kit::Operator::new(), &[]);
    let signs = product.signs();
    let code = |name: &str| signs.iter().find(|(_, place)| place == name).unwrap().0.clone();
    let phone = Browser::phone("vi-VN,vi", false);
    phone.open(&format!("{}/{}", product.address, code("Cầu Đất")));
    assert!(phone.says("h1", "Cầu Đất"));
    assert_eq!(phone.attribute("html", "lang"), "vi");
    phone.click("button[lang=en]");
    assert!(phone.says(".home + form button[aria-current]", "English"));
    assert_eq!(phone.attribute("html", "lang"), "en");
    assert!(phone.address().contains("/en/"));
    phone.open(&format!("{}/{}", product.address, code("Lê Chân")));
    assert_eq!(phone.attribute("html", "lang"), "en", "the choice is remembered at the next sign");
    assert_eq!(phone.attribute("h1", "lang"), "vi", "a name stays Vietnamese for a screen reader");
}

#[test]
fn a_mistyped_code_leads_to_the_right_sign_in_one_tap() {
    let product = Product::start_with(crate::kit::Operator::new(), &[]);
    let (code, name) = product.signs().swap_remove(300);
    let wrong = format!("{}{}", &code[..5], if code.ends_with('5') { '6' } else { '5' });
    let phone = Browser::phone("vi", false);
    phone.open(&format!("{}/{wrong}", product.address));
    phone.click(&format!("a[href='/{code}']"));
    assert!(phone.says("h1", &name));
}

#[test]
fn a_street_is_found_without_its_marks() {
    let product = Product::start_with(crate::kit::Operator::new(), &[]);
    let phone = Browser::phone("en-GB,en", false);
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
    let phone = Browser::phone("vi", true);
    for path in [
        "/vi/",
        "/vi/search?q=a",
        "/en/landmark/nha-hat-thanh-pho-hai-phong",
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
