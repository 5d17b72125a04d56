//! The pages of photos: what comes in through a form, and what is refused there.

use crate::kit::{BASE_URL, Operator, Product};
use crate::office_photos::{added, complete, line, place, published, staffed};
use crate::photo_kit::{encoded, hostile, jpeg_with_secrets, png_with_secrets, two_halves};
use image::ImageFormat;
use std::io::Write;
use std::time::Instant;
use tenpho::register::{Explained, Lang, Line, PhotoKind, Role};
use tenpho::web::words::Words;

const PAGE: &str = "/office/street/cau-dat/photos";

#[test]
fn whoever_keeps_the_register_brings_photos_in_and_everybody_in_the_office_sees_them() {
    let product = Product::start();
    let editor = product.office(Role::Editor);
    let files = [jpeg_with_secrets(&two_halves(900, 600), 6), png_with_secrets(&two_halves(500, 400), 1)];
    let fields =
        [("kind", "photo"), ("author", "Đỗ \"Ảnh\" <b>"), ("licence", "other"), ("other_licence", "Được đăng trên báo"), ("alt_vi", "Phố")];
    let named: Vec<(&str, &str, &[u8])> = [("files", "../../x", files[0].as_slice()), ("files", "a%00.html", files[1].as_slice())].to_vec();
    let sent = editor.upload(PAGE, &fields, &named);
    assert_eq!((sent.status, sent.header("location")), (303, "/office/street/cau-dat/photos#photo-1"), "{}", sent.body);
    for role in [Role::Editor, Role::Printer, Role::Translator] {
        let list = product.office(role).get(PAGE);
        assert_eq!(list.status, 200);
        assert!(list.body.contains("id=\"photo-1\"") && list.body.contains("id=\"photo-2\""));
        assert!(list.body.contains("Đỗ &quot;Ảnh&quot; &lt;b&gt; · Được đăng trên báo"), "{}", list.body);
        assert!(!list.body.contains("../x") && !list.body.contains(".html"));
        assert_eq!(list.body.contains("type=\"file\""), role == Role::Editor);
    }
    let file = editor.get("/office/photo/1/400.webp");
    assert_eq!((file.status, file.header("content-type")), (200, "image/webp"));
    assert_eq!(file.header("content-disposition"), "inline; filename=\"photo-1-400.webp\"");
    assert_eq!(file.header("content-security-policy"), "sandbox; default-src 'none'");
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    assert_eq!(file.header("cache-control"), "private, max-age=3600");
    for path in ["/office/photo/1/401.webp", "/office/photo/9/400.webp", "/office/photo/1/400.png", "/office/photo/1/99999999999.webp"] {
        assert_eq!(editor.get(path).status, 404, "{path}");
    }
    assert_ne!(product.get("/office/photo/1/400.webp").status, 200);
    assert_eq!(editor.get("/office/street/khong-co/photos").status, 404);
    assert_eq!(editor.get("/office/landmark/ga-hai-phong/photos/1").status, 404);
    let printer = product.office(Role::Printer);
    assert_eq!(printer.upload(PAGE, &fields, &[("files", "x", &files[0])]).status, 403);
    assert_eq!(printer.post(&format!("{PAGE}/1/retire"), &[]).status, 403);
}

#[test]
fn what_is_said_of_a_photo_is_changed_and_a_refused_form_comes_back_filled_in() {
    let product = Product::start();
    let editor = product.office(Role::Editor);
    let file = encoded(&two_halves(90, 60), ImageFormat::Png);
    assert_eq!(editor.upload(PAGE, &[("kind", "paper")], &[("files", "x", &file)]).status, 303);
    let own = format!("{PAGE}/1");
    let page = editor.get(&own).body;
    let seen = page.split_once("name=\"seen\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
    let long = "x".repeat(301);
    let wrong = editor.post(&own, &[("seen", &seen), ("author", "Ai đó"), ("source", &long)]);
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("role=\"alert\"") && wrong.body.contains("value=\"Ai đó\"") && wrong.body.contains(&long));
    let two = editor.post(&own, &[("seen", &seen), ("licence", "CC BY 4.0"), ("other_licence", "GFDL")]);
    assert!(two.status == 422 && two.body.contains("value=\"GFDL\""));
    let hidden = editor.post(&own, &[("seen", &seen), ("author", "Ai\u{202e}đó")]);
    assert_eq!(hidden.status, 422);
    let done = editor.post(&own, &[("seen", &seen), ("author", "Ai đó"), ("licence", "CC0 1.0"), ("taken", "khoảng 1930")]);
    assert_eq!((done.status, done.header("location")), (303, "/office/street/cau-dat/photos#photo-1"));
    let late = editor.post(&own, &[("seen", &seen), ("author", "Người khác")]);
    assert_eq!(late.status, 409);
    assert!(late.body.contains("value=\"Người khác\"") && late.body.contains("<dd>Ai đó</dd>"), "{}", late.body);
    assert_eq!(editor.post(&format!("{own}/retire"), &[]).status, 303);
    assert!(editor.get(&own).body.contains(&format!("{own}/revive")));
    assert_eq!(editor.post(&format!("{own}/revive"), &[]).status, 303);
    assert!(product.store().get_photo(&place(), 1).unwrap().retired_at.is_empty());
    assert_eq!(editor.post_with(&own, &[("seen", &seen), ("author", "x")], &[]).status, 403);
}

#[test]
fn every_hostile_upload_is_refused_in_time_and_in_bounded_memory_and_nothing_is_kept() {
    let product = Product::start();
    let editor = product.office(Role::Editor);
    editor.get(PAGE);
    let before = product.peak_memory();
    let sound = encoded(&two_halves(90, 60), ImageFormat::Jpeg);
    for (name, bytes, why) in hostile() {
        let began = Instant::now();
        let answer =
            editor.upload(PAGE, &[("kind", "photo"), ("author", "Ai đó")], &[("files", "x.png", &sound), ("files", "y.jpg", &bytes)]);
        assert!(began.elapsed().as_millis() < 1_000, "{name} took {:?}", began.elapsed());
        assert_eq!(answer.status, 422, "{name}: {}", answer.body);
        let told = Words::of(Lang::Vi).tell(&why.sentence().with("file", 2).with("of", 2));
        let told_en = Words::of(Lang::En).tell(&why.sentence().with("file", 2).with("of", 2));
        assert!(answer.body.contains(&told) || answer.body.contains(&told_en), "{name}: {}", answer.body);
        assert!(answer.body.contains("value=\"Ai đó\""), "{name}");
    }
    assert_eq!(editor.upload(PAGE, &[("kind", "photo")], &[]).status, 422);
    assert!(product.store().photos_of(&place()).unwrap().is_empty());
    let grown = product.peak_memory() - before;
    assert!(grown < 200, "grew by {grown} MiB");
}

#[test]
fn thirty_mebibytes_are_refused_before_they_are_read() {
    use std::io::Read;
    let product = Product::start();
    let editor = product.office(Role::Editor);
    let began = Instant::now();
    let mut line = std::net::TcpStream::connect(product.address.trim_start_matches("http://")).unwrap();
    let cookie = format!("{}={}", product.session_cookie(), editor.cookie(&product.session_cookie()));
    let head = format!(
        "POST {PAGE} HTTP/1.1\r\nhost: x\r\ncookie: {cookie}\r\ncontent-type: multipart/form-data; boundary=kit\r\ncontent-length: {}\r\n\r\n",
        30 << 20
    );
    line.write_all(head.as_bytes()).unwrap();
    line.write_all(b"--kit\r\n").unwrap();
    let mut answer = [0; 12];
    line.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 413");
    assert!(began.elapsed().as_millis() < 1_000);
}

#[test]
fn a_large_photo_is_taken_in_within_bounded_memory() {
    let product = Product::start();
    let editor = product.office(Role::Editor);
    editor.get(PAGE);
    let before = product.peak_memory();
    let photo = encoded(&two_halves(8_000, 6_000), ImageFormat::Jpeg);
    let began = Instant::now();
    let answer = editor.upload(PAGE, &[("kind", "photo")], &[("files", "x", &photo)]);
    println!("48 megapixels: {} bytes in {:?}, grew by {} MiB", photo.len(), began.elapsed(), product.peak_memory() - before);
    assert_eq!(answer.status, 303, "{}", answer.body);
    assert!(product.peak_memory() - before < 300);
}

#[test]
fn a_description_in_another_language_says_so() {
    let operator = Operator::new();
    let mut store = staffed(&operator);
    let mut words = complete();
    (words.alt.en, words.licence) = (Line::default(), line("public-domain"));
    let photo = added(&mut store, &encoded(&two_halves(50, 50), ImageFormat::Png), PhotoKind::Photo, &words).unwrap();
    published(&mut store, Lang::Vi, &[photo]);
    operator.edit("DELETE FROM story WHERE lang = 'en'");
    let product = Product::start_with(operator, &["--base-url", BASE_URL]);
    let page = product.get("/en/street/cau-dat").body;
    assert!(page.contains("alt=\"Phố Cầu Đất buổi sáng\" lang=\"vi\""), "{page}");
    assert!(page.contains("Photo: Đỗ Văn Ảnh. Public domain. Source: example.org/anh/1"), "{page}");
}
