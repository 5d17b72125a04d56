//! A walk on a phone without a network: saved in one tap, renewed, and small enough.

use crate::browser::Browser;
use crate::kit::{Operator, Product};
use crate::walks::stops_of;
use serde_json::json;
use tenpho::register::Role;

/// Taps the button of a walk once it is there and says this.
fn tap(phone: &Browser, label: &str) {
    assert!(phone.says(".keep button", label), "{label}");
    assert!(phone.comes_true("return !document.querySelector('.keep').hidden"));
    phone.click(".keep button");
}

/// What the caches of a phone hold, by address; none before the answer is there.
fn kept_on(phone: &Browser) -> Vec<String> {
    phone.ask(
        "window.found=null;(async()=>{let all=[];for(const name of await caches.keys())for(const one of await (await caches.open(name)).keys())\
         all.push(new URL(one.url).pathname);window.found=all})();return 1",
    );
    assert!(phone.comes_true("return window.found!==null"));
    phone.ask("return window.found").as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_walk_is_saved_in_one_tap_and_opens_without_a_network_to_the_last_stop() {
    let operator = Operator::new();
    operator.file("signs.csv", "code,place_kind,place,number\n,landmark,nha-hat-thanh-pho-hai-phong,1\n");
    operator.done(&["import", "signs", "signs.csv"]);
    let product = Product::start_with(operator, &[]);
    let (code, _) = product.signs().into_iter().find(|(_, name)| name == "Nhà hát thành phố Hải Phòng").unwrap();
    let at = product.address.clone();
    let Some(phone) = Browser::phone("en-GB,en", true) else { return };
    phone.open(&format!("{at}/en/walk/khu-pho-phap"));
    assert!(phone.says(".keep button", "Save for offline"));
    assert_eq!(phone.ask("return navigator.serviceWorker.controller"), json!(null), "nothing runs before it is asked for");
    tap(&phone, "Save for offline");
    assert!(phone.says(".keep button", "Remove from this device"), "{}", phone.ask("return document.querySelector('.keep').innerText"));
    assert!(phone.shows("Saved on this device"));
    let kept = kept_on(&phone);
    assert!(kept.contains(&format!("/en/{code}")) && kept.iter().all(|path| path != &format!("/{code}")), "saving scans no sign: {kept:?}");

    // The office is never kept, nor what was only looked at.
    phone.open(&format!("{at}/office/login"));
    phone.open(&format!("{at}/en/street/cau-dat"));
    assert!(phone.says("h1", "Cầu Đất"));
    assert!(kept_on(&phone).iter().all(|path| !path.starts_with("/office") && !path.contains("cau-dat")));

    // No network at all: the server is gone.
    let stops = stops_of(&product.get("/en/walk/khu-pho-phap").body);
    drop(product);
    phone.open(&format!("{at}/en/walk/khu-pho-phap"));
    assert!(phone.says("h1", "The French quarter"));
    assert!(phone.comes_true("return getComputedStyle(document.querySelector('.stops')).listStyleType==='none'"), "its style is there too");
    assert_eq!(stops.len(), 9);
    for stop in stops {
        phone.open(&format!("{at}/en/landmark/{stop}"));
        assert!(phone.comes_true("return !!document.querySelector('.plate h1')&&!!document.querySelector('.lead')"), "{stop}");
        assert_ne!(phone.ask("return document.querySelector('h1').textContent"), json!("No network"), "{stop}");
    }
    for typed in [format!("/{code}"), format!("/{}", code.to_lowercase()), format!("/{}-{}", &code[..3], &code[3..])] {
        phone.open(&format!("{at}{typed}"));
        assert!(phone.says("h1", "Hải Phòng Opera House"), "{typed}");
        assert_eq!(phone.attribute("html", "lang"), "en");
    }
    phone.open(&format!("{at}/en/street/le-loi"));
    assert!(phone.says("h1", "No network"));
    assert!(phone.comes_true("return document.querySelectorAll('.rows a').length===10"), "the walk and its nine stops are offered");
    assert!(phone.says(".rows a", "The French quarter"));
    phone.open(&format!("{at}/vi/"));
    assert!(phone.says("h1", "No network"), "in the language that was kept");
    phone.open(&format!("{at}/office/login"));
    assert!(phone.comes_true("return !document.querySelector('.plate')"), "nobody stands in front of the office");

    // A network that never answers is as good as none, after a moment.
    let silent = std::net::TcpListener::bind(at.trim_start_matches("http://")).unwrap();
    let asked = std::time::Instant::now();
    phone.open(&format!("{at}/en/walk/khu-pho-phap"));
    assert!(phone.says("h1", "The French quarter"));
    assert!((2..12).contains(&asked.elapsed().as_secs()), "{:?}", asked.elapsed());
    drop(silent);
    tap(&phone, "Remove from this device");
    assert!(phone.says(".keep button", "Save for offline"));
    assert_eq!(kept_on(&phone), Vec::<String>::new(), "nothing is left behind");
}

#[test]
fn what_a_phone_has_kept_is_renewed_when_it_is_opened_with_a_network() {
    let product = Product::start_with(Operator::new(), &[]);
    let Some(phone) = Browser::phone("vi", true) else { return };
    let walk = format!("{}/vi/walk/le-chan-va-den-chua", product.address);
    phone.open(&walk);
    tap(&phone, "Lưu để xem ngoại tuyến");
    assert!(phone.says(".keep button", "Xóa khỏi máy"));
    product.operator.edit("UPDATE landmark SET name = 'Đền Nghè An Biên' WHERE name = 'Đền Nghè'");
    product.get_when("/vi/landmark/den-nghe", |page| page.body.contains("Đền Nghè An Biên"));
    phone.open(&walk);
    let is_new = "(async()=>{window.fresh=(await (await caches.match('/vi/landmark/den-nghe')).text()).includes('An Biên</h1>')})();return window.fresh";
    assert!(phone.comes_true(is_new), "the stop is renewed with the walk, before anybody goes there");
}

#[test]
fn a_phone_keeps_five_megabytes_of_walks_at_most_and_says_so() {
    let product = Product::start_with(Operator::new(), &[]);
    let Some(phone) = Browser::phone("en", true) else { return };
    phone.open(&format!("{}/en/walk/khu-pho-phap", product.address));
    // Another walk takes all but 60 KB, and a cache of an older form lies there too.
    phone.ask(
        "window.put=0;(async()=>{const big=new Response('',{headers:{'x-size':String(5*1024*1024-60000)}});\
         await (await caches.open('walk-1:/en/walk/other')).put('/x',big);await caches.open('walk-0:/en/walk/old');window.put=1})();return 1",
    );
    assert!(phone.comes_true("return window.put===1"));
    tap(&phone, "Save for offline");
    assert!(phone.shows("The 5 MB are used up"));
    let kept = kept_on(&phone);
    assert!(
        kept.contains(&"/en/walk/khu-pho-phap".to_owned()) && !kept.contains(&"/en/landmark/buu-dien-trung-tam".to_owned()),
        "{kept:?}"
    );
    phone.ask("caches.keys().then(names=>window.names=names.join());return 1");
    assert!(phone.comes_true("return !!window.names&&!window.names.includes('walk-0:')&&window.names.includes('/other')"));
}

#[test]
fn the_picture_of_a_stop_is_kept_in_one_width_and_shown_in_any() {
    let product = Product::start_with(Operator::new(), &[]);
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_fn(1_000, 600, |x, y| image::Rgb([(x % 256) as u8, (y % 256) as u8, 90]));
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    let fields =
        [("kind", "photo"), ("author", "Ảnh"), ("licence", "CC BY 4.0"), ("source", "x"), ("alt_vi", "Đền"), ("alt_en", "A temple")];
    let sent = product.office(Role::Editor).upload("/office/landmark/den-nghe/photos", &fields, &[("files", "a", bytes.get_ref())]);
    assert_eq!(sent.status, 303, "{}", sent.body);
    let own = "lang = 'vi' AND place_id = (SELECT id FROM place WHERE kind = 'landmark' AND slug = 'den-nghe')";
    product.operator.edit(&format!(
        "INSERT INTO version SELECT (SELECT max(id) + 1 FROM version), place_id, lang, number + 1, lead, body, sources, review, author, '1',
            editor_id, based_on, restored_from, translated_from, made_at FROM version
         WHERE id = (SELECT public_version FROM story WHERE {own})"
    ));
    product.operator.edit(&format!("UPDATE story SET public_version = (SELECT max(id) FROM version) WHERE {own}"));
    assert!(product.get_when("/vi/landmark/den-nghe", |page| page.body.contains("<figure>")).body.contains("photo-1-800."));
    let (Some(phone), at) = (Browser::phone("vi", true), product.address.clone()) else { return };
    phone.open(&format!("{at}/vi/walk/le-chan-va-den-chua"));
    tap(&phone, "Lưu để xem ngoại tuyến");
    assert!(phone.says(".keep button", "Xóa khỏi máy"));
    let pictures: Vec<String> = kept_on(&phone).into_iter().filter(|path| path.contains("photo-")).collect();
    assert!(pictures.len() == 1 && pictures[0].starts_with("/assets/photo-1-800.") && pictures[0].ends_with(".webp"), "{pictures:?}");
    drop(product);
    phone.open(&format!("{at}/vi/landmark/den-nghe"));
    assert!(phone.comes_true("const one=document.querySelector('figure img');return !!one&&one.complete&&one.naturalWidth>0"));
    let other = pictures[0].replace("-800.", "-400.");
    assert!(phone.comes_true(&format!("fetch('{other}').then(one=>window.isThere=one.ok,()=>0);return window.isThere===true")), "{other}");
}

#[test]
fn no_page_of_a_walk_is_wider_than_a_phone() {
    let product = Product::start_with(Operator::new(), &[]);
    let Some(phone) = Browser::phone("vi", true) else { return };
    for path in
        ["/vi/walk", "/vi/walk/khu-pho-phap", "/ko/walk/song-tam-bac-va-cho-cu", "/fr/offline", "/en/landmark/truong-thpt-ngo-quyen"]
    {
        phone.open(&format!("{}{path}", product.address));
        for enlarged in [100, 200] {
            let wide = phone.ask(&format!(
                "document.documentElement.style.fontSize='{enlarged}%';return document.documentElement.scrollWidth-innerWidth"
            ));
            assert!(wide.as_i64().unwrap() <= 0, "{path} at {enlarged} %: {wide} px too wide");
        }
    }
    phone.open(&format!("{}/vi/walk/khu-pho-phap", product.address));
    assert!(phone.comes_true("return !document.querySelector('.keep').hidden"));
    let small = "return [...document.querySelectorAll('.stops a,.keep button')].filter(one=>one.getBoundingClientRect().height<44).length";
    assert_eq!(phone.ask(small), json!(0), "targets for thumbs");
}
