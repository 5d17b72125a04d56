//! Photos and scans of papers: what comes in, what is kept of it, and who sees it.

use crate::kit::{BASE_URL, Operator, Product};
use crate::photo_kit::{HIDDEN, encoded, holds, hostile, jpeg_with_secrets, png_chunk, png_with_secrets, two_halves, webp_with_secrets};
use image::{DynamicImage, GenericImageView, ImageFormat, RgbImage};
use std::io::Cursor;
use std::time::Instant;
use tenpho::exchange;
use tenpho::register::record::texts_of;
use tenpho::register::{
    Explained, Fault, Lang, Line, PerLang, PhotoFormat, PhotoKind, PhotoLack, PhotoWords, Place, PlaceKind, Review, Slug, Step, Text,
};
use tenpho::store::{Error, NewPhoto, SaveAsked, Saved, Stamp, StepAsked, Store, photo_words_seen};
use tenpho::web::picture::picture_of;
use tenpho::web::picture_head::UnfitPicture;

const NOW: &str = "2027-05-13T00:00:00Z";

pub fn place() -> Place {
    Place { kind: PlaceKind::Street, slug: Slug::parse("cau-dat").unwrap() }
}

/// A new database with an editor (1), a reviewer (2) and a printer (3).
pub fn staffed(operator: &Operator) -> Store {
    let stamp = Stamp { who: "tenpho", at: NOW };
    let (store, _) =
        Store::open_or_make::<Box<dyn std::error::Error>>(&operator.path("tenpho.db"), stamp, || Ok(exchange::starter()?)).unwrap();
    operator.edit(
        "INSERT INTO editor (id, login, name, role, langs, password, totp_secret, totp_step, state, made_at) VALUES
            (1, 'hoa', 'Hoa', 'editor', '', '', '', 0, 'active', ''), (2, 'lan', 'Lan', 'reviewer', '', '', '', 0, 'active', ''),
            (3, 'in', 'In', 'printer', '', '', '', 0, 'active', '')",
    );
    store
}

pub fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

pub fn complete() -> PhotoWords {
    PhotoWords {
        author: line("Đỗ Văn Ảnh"),
        licence: line("CC BY 4.0"),
        source: line("https://www.example.org/anh/1"),
        taken: line("1955"),
        alt: PerLang { vi: line("Phố Cầu Đất buổi sáng"), en: line("Cầu Đất street in the morning") },
    }
}

pub fn added(store: &mut Store, bytes: &[u8], kind: PhotoKind, words: &PhotoWords) -> Result<i64, Error> {
    let picture = picture_of(bytes).unwrap();
    let fresh = NewPhoto { kind, words, digest: &picture.digest, files: &picture.files };
    store.add_photos(1, NOW, &place(), &[fresh]).map(|ids| ids[0])
}

/// Saves the text of the place with these pictures, and gives its version.
fn text_with(store: &mut Store, lang: Lang, photos: &[i64]) -> i64 {
    let text = Text {
        lead: line("Phố Cầu Đất."),
        body: "Một đoạn.".to_owned(),
        sources: line("Sách"),
        review: Review::Awaiting,
        photos: photos.to_vec(),
    };
    let based_on = store.text_state(&place(), lang).unwrap().newest().map(|version| version.id);
    let asked = SaveAsked { place: &place(), lang, based_on, text: &text, gave_up: &[], source: None, restored_from: None };
    match store.save_text(1, NOW, &asked).unwrap() {
        Saved::Kept(version) => version,
        other => panic!("{other:?}"),
    }
}

fn step(store: &mut Store, by: i64, lang: Lang, version: i64, step: Step) -> Result<(), Error> {
    store.take_step(by, NOW, &StepAsked { place: &place(), lang, version, step, reason: "vì thế", publish_at: "" })
}

pub fn published(store: &mut Store, lang: Lang, photos: &[i64]) -> i64 {
    let version = text_with(store, lang, photos);
    step(store, 1, lang, version, Step::Submit).unwrap();
    step(store, 2, lang, version, Step::Publish).unwrap();
    version
}

#[test]
fn nothing_hidden_in_a_file_is_kept() {
    let operator = Operator::new();
    let mut store = staffed(&operator);
    let picture = two_halves(900, 600);
    let sent = [jpeg_with_secrets(&picture, 1), png_with_secrets(&picture, 3), webp_with_secrets(&two_halves(900, 500), 1)];
    for bytes in &sent {
        assert!(holds(bytes, HIDDEN));
        added(&mut store, bytes, PhotoKind::Photo, &complete()).unwrap();
    }
    let kept = store.photos_of(&place()).unwrap();
    assert_eq!(kept.len(), 3);
    for photo in kept.iter().map(|kept| &kept.photo) {
        for (width, format) in [(900, PhotoFormat::Jpg), (800, PhotoFormat::Webp), (400, PhotoFormat::Jpg), (400, PhotoFormat::Webp)] {
            let file = store.find_photo_file(photo.id, width, format).unwrap().unwrap();
            let tags = ["Exif", "EXIF", "http://ns.adobe", "ICC_PROFILE", "ICCP", "XMP "];
            assert!(!holds(&file, HIDDEN) && tags.iter().all(|tag| !holds(&file, tag)), "{width}.{format}");
        }
    }
    drop(store);
    for name in ["tenpho.db", "tenpho.db-wal"] {
        let file = std::fs::read(operator.path(name)).unwrap_or_default();
        assert!(!holds(&file, HIDDEN) && !holds(&file, "106.6822"), "{name}");
    }
}

#[test]
fn a_picture_is_turned_upright() {
    let picture = two_halves(60, 40);
    let senders: [fn(&RgbImage, u8) -> Vec<u8>; 3] = [jpeg_with_secrets, png_with_secrets, webp_with_secrets];
    for send in senders {
        // Where the red half must be once the camera's word is followed: 3 is upside down, 6 and 8 lie on a side.
        for (orientation, size, red) in [(1, (60, 40), (5, 20)), (3, (60, 40), (55, 20)), (6, (40, 60), (20, 5)), (8, (40, 60), (20, 55))] {
            for file in picture_of(&send(&picture, orientation)).unwrap().files {
                let shown = image::load_from_memory(&file.bytes).unwrap();
                assert_eq!(shown.dimensions(), size, "{orientation} {}", file.format);
                let [r, _, b, _] = shown.get_pixel(red.0, red.1).0;
                assert!(r > 150 && b < 100, "{orientation} {}: {r} {b}", file.format);
            }
        }
    }
}

#[test]
fn a_picture_is_kept_in_three_widths_and_two_formats_and_never_enlarged() {
    for (sent, widths) in
        [((2_000, 1_000), vec![1_600, 800, 400]), ((1_600, 10), vec![1_600, 800, 400]), ((700, 700), vec![700, 400]), ((3, 2), vec![3])]
    {
        let picture = picture_of(&encoded(&two_halves(sent.0, sent.1), ImageFormat::Png)).unwrap();
        for format in [PhotoFormat::Webp, PhotoFormat::Jpg] {
            let files: Vec<_> = picture.files.iter().filter(|file| file.format == format).collect();
            assert_eq!(files.iter().map(|file| file.width).collect::<Vec<_>>(), widths);
            for file in files {
                let signature: &[u8] = if format == PhotoFormat::Webp { b"RIFF" } else { b"\xff\xd8\xff" };
                assert!(file.bytes.starts_with(signature));
                assert_eq!(image::load_from_memory(&file.bytes).unwrap().dimensions(), (file.width, file.height));
            }
        }
    }
    let scroll = picture_of(&encoded(&two_halves(800, 9_000), ImageFormat::Png)).unwrap();
    assert_eq!((scroll.files[0].width, scroll.files[0].height), (569, 6_400));
}

#[test]
fn what_is_transparent_becomes_white() {
    let clear = DynamicImage::new_rgba16(20, 20);
    let mut bytes = Cursor::new(Vec::new());
    clear.write_to(&mut bytes, ImageFormat::Png).unwrap();
    let file = &picture_of(bytes.get_ref()).unwrap().files[0];
    let [r, g, b, _] = image::load_from_memory(&file.bytes).unwrap().get_pixel(10, 10).0;
    assert!(r > 250 && g > 250 && b > 250);
}

#[test]
fn every_hostile_file_is_refused_within_a_second() {
    for (name, bytes, why) in hostile() {
        let began = Instant::now();
        let refused = picture_of(&bytes).unwrap_err();
        assert!(began.elapsed().as_millis() < 1_000, "{name} took {:?}", began.elapsed());
        assert_eq!(refused, why, "{name}");
        assert_eq!(refused.fault(), Fault::Refused);
    }
}

#[test]
fn a_picture_that_takes_too_much_memory_is_refused() {
    // 16-bit colours with transparency: few pixels, many bytes.
    let head = [&6_000_u32.to_be_bytes()[..], &6_000_u32.to_be_bytes(), &[16, 6, 0, 0, 0]].concat();
    let png = [&b"\x89PNG\r\n\x1a\n"[..], &png_chunk(b"IHDR", &head), &png_chunk(b"IDAT", &[]), &png_chunk(b"IEND", &[])].concat();
    assert_eq!(picture_of(&png).unwrap_err(), UnfitPicture::TooHeavy);
    let mut endless = encoded(&two_halves(64, 64), ImageFormat::Jpeg);
    let scan = endless.windows(2).position(|pair| pair == [0xff, 0xda]).unwrap();
    let tail = endless.split_off(scan);
    let many = [endless, tail[..tail.len() - 2].repeat(100), vec![0xff, 0xd9]].concat();
    assert_eq!(picture_of(&many).unwrap_err(), UnfitPicture::Damaged);
}

#[test]
fn random_damage_never_breaks_the_decoders() {
    use rand::{RngExt, SeedableRng, rngs::StdRng};
    let mut chance = StdRng::seed_from_u64(20);
    let picture = two_halves(90, 70);
    for sound in [jpeg_with_secrets(&picture, 6), png_with_secrets(&picture, 6), webp_with_secrets(&picture, 6)] {
        for _ in 0..200 {
            let mut bytes = sound.clone();
            for _ in 0..chance.random_range(1..6) {
                let at = chance.random_range(0..bytes.len());
                bytes[at] = chance.random();
            }
            if let Ok(picture) = picture_of(&bytes) {
                assert!(!picture.files.is_empty());
            }
        }
    }
}

#[test]
fn a_photo_without_what_the_public_is_owed_stops_publishing() {
    let operator = Operator::new();
    let mut store = staffed(&operator);
    let bare = added(&mut store, &encoded(&two_halves(50, 50), ImageFormat::Png), PhotoKind::Photo, &PhotoWords::default()).unwrap();
    let version = text_with(&mut store, Lang::Vi, &[bare]);
    let mut words = PhotoWords::default();
    type Mend = fn(&mut PhotoWords);
    let fill: [(PhotoLack, Mend); 4] = [
        (PhotoLack::Author, |words| words.author = complete().author),
        (PhotoLack::Licence, |words| words.licence = complete().licence),
        (PhotoLack::Source, |words| words.source = complete().source),
        (PhotoLack::Alt(Lang::Vi), |words| words.alt.vi = complete().alt.vi),
    ];
    for (lack, mend) in fill {
        match step(&mut store, 1, Lang::Vi, version, Step::Submit).unwrap_err() {
            Error::Photo(found) => assert_eq!((found, found.fault()), (lack, Fault::Refused)),
            other => panic!("{other:?}"),
        }
        let seen = photo_words_seen(&words);
        mend(&mut words);
        store.change_photo(1, NOW, &place(), bare, &seen, &words).unwrap();
    }
    step(&mut store, 1, Lang::Vi, version, Step::Submit).unwrap();
    step(&mut store, 2, Lang::Vi, version, Step::Publish).unwrap();
    // The Vietnamese text needs no words in English; an English one would.
    assert_eq!(store.get_photo(&place(), bare).unwrap().photo.lacks(), [PhotoLack::Alt(Lang::En)]);
    let seen = photo_words_seen(&words);
    words.author = Line::default();
    let refused = store.change_photo(1, NOW, &place(), bare, &seen, &words).unwrap_err();
    assert!(matches!(refused, Error::Photo(PhotoLack::Author)), "{refused:?}");
    assert_eq!(store.get_photo(&place(), bare).unwrap().photo.author, complete().author);
}

#[test]
fn a_sign_keeps_the_photo_that_it_shows() {
    let operator = Operator::new();
    let mut store = staffed(&operator);
    let photo = added(&mut store, &encoded(&two_halves(50, 50), ImageFormat::Png), PhotoKind::Photo, &complete()).unwrap();
    let (sign, kept) = (store.signs_of(&place()).unwrap().remove(0), store.get_photo(&place(), photo).unwrap().photo.words());
    let mut set = |shown: Option<i64>| {
        let now = store.get_sign(sign.code).unwrap();
        let mut fresh = now.clone();
        fresh.survey.photo = shown;
        store.change_sign(1, NOW, &texts_of(&now), &fresh, &[]).unwrap();
        let bare = PhotoWords { author: Line::default(), ..kept.clone() };
        let changed = store.change_photo(1, NOW, &place(), photo, &photo_words_seen(&kept), &bare);
        (changed, store.retire_photo(1, NOW, &place(), photo))
    };
    let (changed, retired) = set(Some(photo));
    assert!(matches!(changed, Err(Error::PhotoOnSign(code)) if code == sign.code), "{changed:?}");
    assert!(matches!(retired, Err(Error::PhotoOnSign(code)) if code == sign.code), "{retired:?}");
    let (changed, retired) = set(None);
    assert!(changed.is_ok() && retired.is_ok(), "{changed:?} {retired:?}");
}

#[test]
fn a_shown_photo_is_not_taken_out_of_use() {
    let operator = Operator::new();
    let mut store = staffed(&operator);
    let photo = added(&mut store, &encoded(&two_halves(50, 50), ImageFormat::Png), PhotoKind::Photo, &complete()).unwrap();
    let draft = text_with(&mut store, Lang::En, &[photo]);
    let refused = store.retire_photo(1, NOW, &place(), photo).unwrap_err();
    assert!(matches!(refused, Error::PhotoShown { lang: Lang::En, .. }), "{refused:?}");
    store.discard_text(1, NOW, &place(), Lang::En, draft).unwrap();
    let public = published(&mut store, Lang::Vi, &[photo]);
    assert_eq!(store.get_photo(&place(), photo).unwrap().shown_in, [(Lang::Vi, true)]);
    assert!(store.retire_photo(1, NOW, &place(), photo).is_err());
    step(&mut store, 2, Lang::Vi, public, Step::Withdraw).unwrap();
    store.retire_photo(1, NOW, &place(), photo).unwrap();
    assert_eq!(store.get_photo(&place(), photo).unwrap().retired_at, NOW);
    store.revive_photo(1, NOW, &place(), photo).unwrap();
    assert_eq!(store.get_photo(&place(), photo).unwrap().retired_at, "");
}

#[test]
fn pictures_come_in_all_or_none_and_the_same_one_only_once() {
    let operator = Operator::new();
    let mut store = staffed(&operator);
    let pictures: Vec<_> = [50, 60].map(|side| picture_of(&encoded(&two_halves(side, side), ImageFormat::Png)).unwrap()).into();
    let words = PhotoWords::default();
    let fresh = |at: usize| NewPhoto { kind: PhotoKind::Paper, words: &words, digest: &pictures[at].digest, files: &pictures[at].files };
    assert!(matches!(store.add_photos(1, NOW, &place(), &[fresh(0), fresh(1), fresh(0)]).unwrap_err(), Error::SamePhoto(1)));
    assert_eq!(store.photos_of(&place()).unwrap().len(), 0);
    assert!(matches!(store.add_photos(3, NOW, &place(), &[fresh(0)]).unwrap_err(), Error::MayNot(_)));
    assert_eq!(store.add_photos(1, NOW, &place(), &[fresh(0), fresh(1)]).unwrap(), [1, 2]);
    let other = Place { kind: PlaceKind::Street, slug: Slug::parse("tran-phu").unwrap() };
    assert!(matches!(store.get_photo(&other, 1).unwrap_err(), Error::NoSuchPhoto(1)));
    assert!(matches!(store.retire_photo(1, NOW, &other, 1).unwrap_err(), Error::NoSuchPhoto(1)));
}

#[test]
fn what_somebody_else_said_of_a_photo_is_not_written_over() {
    let operator = Operator::new();
    let mut store = staffed(&operator);
    let photo = added(&mut store, &encoded(&two_halves(50, 50), ImageFormat::Png), PhotoKind::Photo, &PhotoWords::default()).unwrap();
    let seen = photo_words_seen(&PhotoWords::default());
    store.change_photo(1, NOW, &place(), photo, &seen, &complete()).unwrap();
    let mine = PhotoWords { author: line("Ai đó"), ..PhotoWords::default() };
    assert!(matches!(store.change_photo(2, NOW, &place(), photo, &seen, &mine).unwrap_err(), Error::Changed));
    assert_eq!(store.get_photo(&place(), photo).unwrap().photo.words(), complete());
    store.change_photo(2, NOW, &place(), photo, &photo_words_seen(&complete()), &mine).unwrap();
}

#[test]
fn every_change_of_a_photo_is_in_the_history() {
    let operator = Operator::new();
    let mut store = staffed(&operator);
    let photo = added(&mut store, &encoded(&two_halves(50, 50), ImageFormat::Png), PhotoKind::Photo, &PhotoWords::default()).unwrap();
    let seen = photo_words_seen(&PhotoWords::default());
    store.change_photo(2, NOW, &place(), photo, &seen, &complete()).unwrap();
    store.change_photo(2, NOW, &place(), photo, "", &complete()).unwrap();
    store.retire_photo(1, NOW, &place(), photo).unwrap();
    store.retire_photo(1, NOW, &place(), photo).unwrap();
    store.revive_photo(1, NOW, &place(), photo).unwrap();
    let database = rusqlite::Connection::open(operator.path("tenpho.db")).unwrap();
    let mut rows = database.prepare("SELECT who || ' ' || act || ' ' || subject, payload FROM history ORDER BY id").unwrap();
    let rows: Vec<(String, String)> = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect();
    let told: Vec<&str> = rows.iter().skip(1).map(|(told, _)| told.as_str()).collect();
    let subject = "street/cau-dat";
    assert_eq!(
        told,
        [
            format!("hoa add-photo {subject}"),
            format!("lan change-photo {subject}"),
            format!("hoa retire-photo {subject}"),
            format!("hoa revive {subject}")
        ]
    );
    let changed: serde_json::Value = serde_json::from_str(&rows[2].1).unwrap();
    assert_eq!((changed["photo"].as_i64(), changed["before"]["author"].as_str()), (Some(photo), Some("")));
    assert_eq!(changed["after"]["author"].as_str(), Some("Đỗ Văn Ảnh"));
}

#[test]
fn visitors_see_the_photos_of_a_published_text_and_no_others() {
    let operator = Operator::new();
    let mut store = staffed(&operator);
    let mut words = complete();
    words.alt.en = Line::default();
    let (first, second) = (encoded(&two_halves(1_000, 500), ImageFormat::Png), encoded(&two_halves(500, 600), ImageFormat::Png));
    let first = added(&mut store, &first, PhotoKind::Photo, &words).unwrap();
    let second = added(&mut store, &second, PhotoKind::Photo, &complete()).unwrap();
    let unshown = added(&mut store, &encoded(&two_halves(70, 70), ImageFormat::Png), PhotoKind::Photo, &complete()).unwrap();
    let paper = added(&mut store, &encoded(&two_halves(80, 80), ImageFormat::Png), PhotoKind::Paper, &complete()).unwrap();
    let refused = text_with(&mut store, Lang::Vi, &[paper]);
    assert!(matches!(step(&mut store, 1, Lang::Vi, refused, Step::Submit).unwrap_err(), Error::PhotoNotHere(_)));
    published(&mut store, Lang::Vi, &[first, second]);
    let digests: Vec<String> = store.photos_of(&place()).unwrap().into_iter().map(|kept| kept.photo.digest).collect();
    let product = Product::start_with(operator, &["--base-url", BASE_URL]);
    let page = product.get("/vi/street/cau-dat").body;
    let (lead, body) = (page.find("class=\"lead\"").unwrap(), page.find("class=\"story\"").unwrap());
    let figures: Vec<usize> = page.match_indices("<figure>").map(|(at, _)| at).collect();
    assert!(figures.len() == 2 && lead < body && body < figures[0], "{page}");
    assert!(page.contains("Ảnh: Đỗ Văn Ảnh. CC BY 4.0. Nguồn: example.org/anh/1"), "{page}");
    assert!(page.contains("alt=\"Phố Cầu Đất buổi sáng\"") && page.contains("width=\"1000\" height=\"500\""));
    assert_eq!(page.matches("loading=\"lazy\"").count(), 2);
    // The English page tells the story in English from the starter register, or in Vietnamese with its pictures.
    for name in
        [format!("photo-1-1000.{}.jpg", digests[0]), format!("photo-1-800.{}.webp", digests[0]), format!("photo-2-400.{}.webp", digests[1])]
    {
        let file = product.get(&format!("/assets/{name}"));
        assert_eq!(file.status, 200, "{name}");
        assert_eq!(file.header("content-type"), if name.ends_with("jpg") { "image/jpeg" } else { "image/webp" });
        assert_eq!(file.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(
            ["content-security-policy", "x-content-type-options"].map(|name| file.header(name)),
            ["sandbox; default-src 'none'", "nosniff"]
        );
        assert_eq!(product.get(&format!("/assets/{name}")).body, file.body);
    }
    for name in [
        format!("photo-{unshown}-70.{}.jpg", digests[2]),
        format!("photo-{paper}-80.{}.jpg", digests[3]),
        format!("photo-1-800.{}.jpg", digests[1]),
        format!("photo-1-801.{}.jpg", digests[0]),
        format!("photo-01-800.{}.jpg", digests[0]),
        format!("photo-1-800.{}.png", digests[0]),
        "photo-1-800..webp".to_owned(),
        "photo-99999999999999999999-1.x.webp".to_owned(),
        "photo-".to_owned(),
    ] {
        assert_eq!(product.get(&format!("/assets/{name}")).status, 404, "{name}");
    }
    let mut store = Store::open(&product.operator.path("tenpho.db")).unwrap();
    let public = store.text_state(&place(), Lang::Vi).unwrap().public.unwrap().id;
    step(&mut store, 2, Lang::Vi, public, Step::Withdraw).unwrap();
    assert_eq!(product.get_when(&format!("/assets/photo-1-800.{}.webp", digests[0]), |answer| answer.status == 404).status, 404);
}
