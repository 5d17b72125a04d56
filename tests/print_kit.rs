//! Jobs to print, and how the tests look into the files.

use std::sync::Arc;
use tenpho::print::{Format, Grid, Job, PageRead, Plate, PlateText, PlateWords, Proof, Sheet, read_back};
use tenpho::qr::BaseUrl;
use tenpho::register::SignCode;

pub const BASE: &str = "https://qr.haiphong.gov.vn";

/// Codes in a fixed order, all true ones.
pub fn codes(count: usize) -> Vec<SignCode> {
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        u8::try_from((seed >> 33) % 31).unwrap()
    };
    std::iter::repeat_with(|| SignCode::issue(std::array::from_fn(|_| next()))).flatten().take(count).collect()
}

/// A job of these names, with codes in a fixed order.
pub fn job_of(base: &str, names: &[(&str, &str)], sheet: Option<Sheet>) -> Job {
    let base = BaseUrl::parse(base).unwrap();
    let sign = |(code, (kind, name)): (SignCode, &(&str, &str))| PlateText {
        code,
        link: base.link(code),
        kind_word: Some((*kind).into()).filter(|kind: &Arc<str>| !kind.is_empty()),
        name: (*name).into(),
        number: Some(1),
        place: (*name).into(),
        ward: "".into(),
        hangs: tenpho::print::Hangs::default(),
        warning: None,
    };
    let plate = Plate::get("sub-180x120").unwrap();
    Job {
        spots: Arc::new(plate.spots()),
        plate,
        sheet,
        words: PlateWords {
            first: "Quét mã để tìm hiểu".to_owned(),
            second: "Scan to learn more".to_owned(),
            mounting: "treo cao đến 2,0 m".to_owned(),
            ..PlateWords::default()
        },
        signs: codes(names.len()).into_iter().zip(names).map(sign).collect(),
        device: Grid::new(None, 0).unwrap(),
        skip: 0,
        title: "Biển phụ".to_owned(),
        dated: "2026-11-22T00:00:00Z".to_owned(),
        profile: None,
    }
}

pub fn five() -> Job {
    let names = [("Phố", "Cầu Đất"), ("Phố", "Cầu Đất"), ("Đường", "Võ Nguyên Giáp"), ("", "Cách mạng Tháng Tám"), ("Phố", "Ngõ Cấm")];
    job_of(BASE, &names, None)
}

pub fn read(bytes: &[u8], format: Format) -> Vec<PageRead> {
    read_back(bytes.to_vec(), format, Proof::Clean, &|_, _| true).unwrap().pages
}

/// Every stream of the file, inflated where it is packed.
pub fn streams(bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = bytes;
    while let Some(at) = find(rest, b"stream\n") {
        let body = &rest[at + 7..];
        let end = find(body, b"\nendstream").unwrap();
        let mut text = Vec::new();
        let unpacked = std::io::Read::read_to_end(&mut flate2::read::ZlibDecoder::new(&body[..end]), &mut text);
        if unpacked.is_ok() {
            found.push(String::from_utf8_lossy(&text).into_owned());
        }
        rest = &body[end + 10..];
    }
    found
}

pub fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

/// The content streams: those that paint.
pub fn contents(bytes: &[u8]) -> Vec<String> {
    streams(bytes).into_iter().filter(|text| text.contains(" re\n") || text.contains("\nBT\n")).collect()
}
