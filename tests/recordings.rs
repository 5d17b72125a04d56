//! Texts to listen to: what the office takes in, what visitors hear, and the device's own voice where there is no recording.

use crate::browser::Browser;
use crate::kit::{Operator, Product};
use tenpho::office::sound::{MOST_BYTES, UnfitSound, sound_of};
use tenpho::register::{RecordingFormat, Role};

const PAGE: &str = "/office/street/cau-dat/recordings";

/// So many frames of silence, 128 kbit a second at 44,100 samples.
fn mp3(frames: usize) -> Vec<u8> {
    [&[0xff, 0xfb, 0x90, 0x00][..], &[0; 413]].concat().repeat(frames)
}

/// An ID3v2 tag with something in it that nobody should hear of.
fn tagged(mp3: &[u8]) -> Vec<u8> {
    let content = b"PRIV HIDDEN-IN-THE-FILE";
    let tail = [&b"TAG"[..], &[b'x'; 125]].concat();
    [&b"ID3\x04\0\0\0\0\0"[..], &[u8::try_from(content.len()).unwrap()], content, mp3, &tail].concat()
}

fn ogg_page(granule: u64, content: &[u8]) -> Vec<u8> {
    let head = [&b"OggS\0\0"[..], &granule.to_le_bytes(), &[0; 12], &[1, u8::try_from(content.len()).unwrap()]].concat();
    [&head[..], content].concat()
}

fn opus(seconds: u64) -> Vec<u8> {
    [ogg_page(0, b"OpusHead\x01\x01\0\0\x80\xbb\0\0\0\0\0"), ogg_page(seconds * 48_000, &[7; 40])].concat()
}

fn m4a(handler: &[u8; 4], seconds: u32) -> Vec<u8> {
    let head = [&b"mvhd\0\0\0\0\0\0\0\0\0\0\0\0"[..], &1_000_u32.to_be_bytes(), &(seconds * 1_000).to_be_bytes(), &[0; 40]].concat();
    [&b"\0\0\0\x18ftypM4A \0\0\0\0M4A mp42\0\0\0\xc0moov"[..], &head, b"\0\0\0\x20hdlr\0\0\0\0\0\0\0\0", handler, &[0; 16]].concat()
}

#[test]
fn a_recording_is_told_by_its_bytes_and_how_long_it_takes() {
    for (bytes, format, seconds) in [
        (mp3(383), RecordingFormat::Mp3, Some(10)),
        (opus(75), RecordingFormat::Ogg, Some(75)),
        (m4a(b"soun", 61), RecordingFormat::M4a, Some(61)),
    ] {
        let sound = sound_of(&bytes).unwrap();
        assert_eq!((sound.format, sound.seconds, sound.digest.len()), (format, seconds, 12));
        assert_eq!(sound.bytes, bytes);
    }
    let mut counted = mp3(3);
    counted[36..48].copy_from_slice(b"Xing\0\0\0\x01\0\0\x03\xe8");
    assert_eq!(sound_of(&counted).unwrap().seconds, Some(26), "1,000 frames, as its table says");
    assert_eq!(sound_of(&tagged(&mp3(5))).unwrap().bytes, mp3(5), "no tag is kept");
}

#[test]
fn what_is_no_recording_is_refused() {
    let unfit = |bytes: &[u8]| sound_of(bytes).unwrap_err();
    assert_eq!(unfit(b""), UnfitSound::None);
    assert_eq!(unfit(&vec![0; MOST_BYTES + 1]), UnfitSound::TooLarge);
    let wave = [&b"RIFF\0\0\0\0WAVEfmt "[..], &[0; 64]].concat();
    let others: [&[u8]; 9] = [
        b"ID3",
        b"OggS",
        b"\0\0\0\x18ftyp",
        &[0xff, 0xfb],
        &wave,
        b"<html><script>",
        b"MZ\x90",
        &mp3(1),
        &ogg_page(0, b"\x80theora..........."),
    ];
    for bytes in others {
        assert_eq!(unfit(bytes), UnfitSound::OtherSort, "{bytes:x?}");
    }
    assert_eq!(unfit(&m4a(b"vide", 5)), UnfitSound::OtherSort, "a film is no recording");
    assert_eq!(unfit(&[&b"ID3\x04\0\0\x7f\x7f\x7f\x7f"[..], &[0; 100]].concat()), UnfitSound::OtherSort, "a tag longer than its file");
}

#[test]
fn damaged_recordings_are_refused_or_kept_and_never_break_the_reader() {
    use rand::{RngExt, SeedableRng, rngs::StdRng};
    let mut chance = StdRng::seed_from_u64(11);
    for whole in [tagged(&mp3(4)), opus(9), m4a(b"soun", 9)] {
        for _ in 0..2_000 {
            let mut bytes = whole.clone();
            for _ in 0..chance.random_range(1..6) {
                let at = chance.random_range(0..bytes.len());
                bytes[at] = chance.random();
            }
            bytes.truncate(chance.random_range(1..=bytes.len()));
            if let Ok(sound) = sound_of(&bytes) {
                assert!(!sound.bytes.is_empty());
            }
        }
    }
}

const FIELDS: [(&str, &str); 4] = [("lang", "vi"), ("speaker", "Nguyễn Thị Lan"), ("licence", "CC BY 4.0"), ("other_licence", "")];

/// The address of the recording on a page, empty where there is none.
fn heard(product: &Product, page: &str) -> String {
    let page = product.get(page).body;
    page.split("<audio ").nth(1).and_then(|rest| rest.split("src=\"").nth(1)?.split('"').next()).unwrap_or_default().to_owned()
}

/// Status, headers asked for and bytes.
fn part(product: &Product, path: &str, headers: &[(&str, &str)]) -> (u16, ureq::http::HeaderMap, Vec<u8>) {
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let asked = headers.iter().fold(agent.get(format!("{}{path}", product.address)), |asked, (name, value)| asked.header(*name, *value));
    let mut answer = asked.call().unwrap();
    let headers = answer.headers().clone();
    (answer.status().as_u16(), headers, answer.body_mut().read_to_vec().unwrap())
}

#[test]
fn a_recording_is_heard_with_its_text_replaced_and_withdrawn() {
    let product = Product::start_with(Operator::new(), &[]);
    let editor = product.office_as("hoa", Role::Editor);
    assert!(product.get("/vi/street/cau-dat").body.contains("data-listen=\"Nghe|Tạm dừng|Dừng\""));
    let sent = editor.upload(PAGE, &FIELDS, &[("file", "lan.mp3", &tagged(&mp3(383)))]);
    assert_eq!((sent.status, sent.header("location")), (303, &*format!("{PAGE}#recording-1")), "{}", sent.body);
    let page = product.get_when("/vi/street/cau-dat", |page| page.body.contains("<audio"));
    assert!(page.body.contains("preload=\"none\"") && page.body.contains("Giọng đọc: Nguyễn Thị Lan. CC BY 4.0"), "{}", page.body);
    assert!(!page.body.contains("data-listen") && !page.body.contains("listen."), "the voice of the device is not offered beside it");
    assert!(product.get("/en/street/cau-dat").body.contains("data-listen"), "nobody reads the English text");
    let first = heard(&product, "/vi/street/cau-dat");
    let (status, headers, bytes) = part(&product, &first, &[]);
    assert_eq!(
        (status, &headers["content-type"], &headers["accept-ranges"]),
        (200, &"audio/mpeg".parse().unwrap(), &"bytes".parse().unwrap())
    );
    assert!(headers["cache-control"].to_str().unwrap().contains("immutable"));
    assert_eq!(bytes, mp3(383));
    let office = editor.get(PAGE).body;
    assert!(office.contains("0:10, MP3, 160 kB") && office.contains("Khách nghe được"), "{office}");

    let replaced = editor.upload(PAGE, &FIELDS, &[("file", "lan.opus", &opus(75))]);
    assert_eq!(replaced.header("location"), format!("{PAGE}#recording-2"));
    product.get_when("/vi/street/cau-dat", |page| page.body.contains("/assets/audio-2."));
    assert_eq!(product.get(&first).status, 404, "what was replaced is gone");
    assert_eq!(part(&product, &heard(&product, "/vi/street/cau-dat"), &[]).2, opus(75));
    assert_eq!(editor.post(&format!("{PAGE}/2/retire"), &[]).status, 303);
    product.get_when("/vi/street/cau-dat", |page| page.body.contains("data-listen"));
    assert_eq!(editor.post(&format!("{PAGE}/9/retire"), &[]).status, 404);
    let history = editor.get("/office/street/cau-dat/history").body;
    assert_eq!((history.matches("thêm bản ghi âm").count(), history.matches("thôi dùng một bản ghi âm").count()), (2, 1), "{history}");
    product.store().check().unwrap();
}

#[test]
fn a_recording_waits_for_its_text_and_only_the_office_hears_it() {
    let product = Product::start_with(Operator::new(), &[]);
    let editor = product.office_as("hoa", Role::Editor);
    let waiting = "/office/street/an-chan/recordings";
    assert_eq!(editor.upload(waiting, &FIELDS, &[("file", "x", &opus(5))]).status, 303);
    assert!(editor.get(waiting).body.contains("chưa công bố"));
    assert_eq!(editor.get("/office/recording/1").header("content-type"), "audio/ogg");
    assert_eq!(heard(&product, "/vi/street/an-chan"), "");
    let digest = sound_of(&opus(5)).unwrap().digest;
    assert_eq!(product.get(&format!("/assets/audio-1.{digest}.ogg")).status, 404);
    for name in ["audio-1.ogg", "audio-01.x.ogg", "audio--1.x.mp3", "audio-1.x.exe", "audio-9999999999999999999.x.mp3"] {
        assert_eq!(product.get(&format!("/assets/{name}")).status, 404, "{name}");
    }
}

#[test]
fn a_recording_that_cannot_be_kept_is_refused_with_what_to_do() {
    let product = Product::start_with(Operator::new(), &[]);
    let editor = product.office_as("hoa", Role::Editor);
    let large = vec![0; MOST_BYTES + 1];
    let refused = |fields: &[(&str, &str)], file: &[u8], why: &str| {
        let answer = editor.upload(PAGE, fields, &[("file", "a.mp3", file)]);
        assert_eq!(answer.status, 422, "{why}");
        assert!(answer.body.contains(why), "{}", answer.body);
    };
    refused(&FIELDS, b"<html>", "không phải MP3");
    refused(&FIELDS, &large, "lớn hơn 8 MiB");
    refused(&FIELDS, b"", "Chưa chọn tệp");
    refused(&[("lang", "vi"), ("licence", "CC BY 4.0")], &mp3(3), "Chưa ghi ai đọc");
    refused(&[("lang", "vi"), ("speaker", "Lan"), ("licence", "other")], &mp3(3), "Chưa ghi giấy phép");
    let translator = product.office_as("an", Role::Translator);
    assert_eq!(translator.upload(PAGE, &FIELDS, &[("file", "a.mp3", &mp3(3))]).status, 403);
    assert!(!translator.get(PAGE).body.contains("type=\"file\""));
    assert!(editor.get(PAGE).body.contains("Chưa có bản ghi âm nào"));
}

#[test]
fn parts_of_a_recording_are_sent_as_asked() {
    let product = Product::start_with(Operator::new(), &[]);
    let editor = product.office_as("hoa", Role::Editor);
    let whole: Vec<u8> = mp3(30).into_iter().enumerate().map(|(at, byte)| if at % 417 < 4 { byte } else { (at % 251) as u8 }).collect();
    editor.upload(PAGE, &FIELDS, &[("file", "lan.mp3", &whole)]);
    product.get_when("/vi/street/cau-dat", |page| page.body.contains("<audio"));
    let path = heard(&product, "/vi/street/cau-dat");
    let tag = part(&product, &path, &[]).1["etag"].to_str().unwrap().to_owned();
    let length = whole.len();
    for (range, from, until) in [
        ("bytes=0-99", 0, 99),
        ("bytes=100-", 100, length - 1),
        ("bytes=-5", length - 5, length - 1),
        ("bytes=12000-999999", 12_000, length - 1),
    ] {
        let (status, headers, bytes) = part(&product, &path, &[("range", range)]);
        assert_eq!((status, headers["content-range"].to_str().unwrap()), (206, &*format!("bytes {from}-{until}/{length}")), "{range}");
        assert_eq!(bytes, whole[from..=until], "{range}");
    }
    for range in ["bytes=99999999-", "bytes=-0"] {
        let (status, headers, _) = part(&product, &path, &[("range", range)]);
        assert_eq!((status, headers["content-range"].to_str().unwrap()), (416, &*format!("bytes */{length}")), "{range}");
    }
    for range in ["bytes=0-1,5-6", "lines=1-2", "bytes=x-y", "bytes=9-3"] {
        let (status, _, bytes) = part(&product, &path, &[("range", range)]);
        assert!(status == 200 && bytes == whole, "{range}: {status}");
    }
    assert_eq!(part(&product, &path, &[("range", "bytes=0-9"), ("if-range", &tag)]).0, 206);
    assert_eq!(part(&product, &path, &[("range", "bytes=0-9"), ("if-range", "\"other\"")]).0, 200);
    assert_eq!(part(&product, &path, &[("if-none-match", &tag)]).0, 304);
    assert_eq!(product.head(&path).header("content-length"), length.to_string());
}

/// A device with one voice, which notes what it is given to read.
const ONE_VOICE: &str = "window.read=[];window.last=null;window.SpeechSynthesisUtterance=function(text){this.text=text};
Object.defineProperty(window,'speechSynthesis',{value:{getVoices:()=>[{lang:'LANG',name:'x'}],
speak(words){read.push([words.lang,words.text]);window.last=words},cancel(){},pause(){read.push('pause')},resume(){read.push('resume')},
addEventListener(){}}});";

#[test]
fn the_page_is_read_aloud_where_the_device_has_a_voice_and_no_button_stands_there_otherwise() {
    let product = Product::start_with(Operator::new(), &[]);
    let address = format!("{}/vi/street/cau-dat", product.address);
    let Some(silent) = Browser::phone("vi", true) else { return };
    silent.command("Page.addScriptToEvaluateOnNewDocument", &serde_json::json!({ "source": ONE_VOICE.replace("LANG", "en-US") }));
    silent.open(&address);
    assert!(silent.comes_true("return document.readyState==='complete'"));
    assert_eq!(silent.ask("return document.querySelectorAll('main button:not(.find button)').length"), 0, "no voice for Vietnamese");

    let Some(phone) = Browser::phone("vi", true) else { return };
    phone.command("Page.addScriptToEvaluateOnNewDocument", &serde_json::json!({ "source": ONE_VOICE.replace("LANG", "vi-VN") }));
    phone.open(&address);
    let press = |at: usize| phone.click(&format!(".lead + p button:nth-child({at})"));
    assert!(phone.says(".lead + p button", "Nghe"));
    press(1);
    assert!(phone.says(".lead + p button", "Tạm dừng"));
    assert_eq!(phone.ask("return read[0]"), serde_json::json!(["vi", "Cầu Đất"]));
    let lead = phone.ask("last.onend();return read[1][1]===document.querySelector('.lead').textContent");
    assert_eq!(lead, true, "paragraph by paragraph");
    press(1);
    assert!(phone.says(".lead + p button", "Nghe"));
    press(1);
    assert_eq!(phone.ask("return read.slice(2)"), serde_json::json!(["pause", "resume"]));
    press(2);
    assert!(phone.comes_true("return document.querySelector('.lead + p button:nth-child(2)').hidden"));
    press(1);
    phone.ask("for(let i=0;i<99&&last;i++){let words=last;last=null;words.onend()}return 1");
    assert!(phone.says(".lead + p button", "Nghe"), "after the last paragraph it may begin again");
    // A text in another language is read in its own.
    phone.open(&format!("{}/en/landmark/nha-hat-thanh-pho-hai-phong", product.address));
    assert_eq!(phone.ask("return document.querySelectorAll('.lead + p button').length"), 0, "the one voice speaks no English");
}
