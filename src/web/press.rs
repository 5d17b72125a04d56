//! How does a finished page travel? Compressed once, with the headers that the contract promises.

use crate::register::Lang;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::io::Write;

/// Window that holds a whole page.
const BROTLI_WINDOW: i32 = 18;
/// Bytes of the digest in an ETag.
const ETAG_BYTES: usize = 12;

/// How hard to press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pressure {
    /// For a page that is kept and sent many times.
    Kept,
    /// For a page that is sent once.
    Once,
}

/// A page, ready to be sent in whichever coding a browser takes.
pub struct Pressed {
    /// The language of the page.
    lang: Option<Lang>,
    media_type: &'static str,
    plain: Bytes,
    brotli: Bytes,
    gzip: Bytes,
    digest: String,
}

/// What a request decided that another request might decide otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Varies {
    /// The coding only: the language stands in the address.
    ByCoding,
    /// The coding and the language.
    ByCodingAndLanguage,
}

impl Pressed {
    /// Presses an HTML page.
    #[must_use]
    pub fn page(html: String, lang: Lang, pressure: Pressure) -> Self {
        Self::new(html.into_bytes(), Some(lang), "text/html; charset=utf-8", pressure)
    }

    /// Presses a text that is in no language.
    #[must_use]
    pub fn text(text: String, media_type: &'static str, pressure: Pressure) -> Self {
        Self::new(text.into_bytes(), None, media_type, pressure)
    }

    fn new(plain: Vec<u8>, lang: Option<Lang>, media_type: &'static str, pressure: Pressure) -> Self {
        let digest: String = Sha256::digest(&plain).iter().take(ETAG_BYTES).map(|byte| format!("{byte:02x}")).collect();
        let (quality, level) = match pressure {
            Pressure::Kept => (9, 9),
            Pressure::Once => (4, 4),
        };
        let (brotli, gzip) = (brotli(&plain, quality).into(), gzip(&plain, level).into());
        Self { lang, media_type, plain: plain.into(), brotli, gzip, digest }
    }

    /// Bytes that it takes up in memory.
    #[must_use]
    pub fn size(&self) -> usize {
        self.plain.len() + self.brotli.len() + self.gzip.len()
    }

    /// The answer to a request: 304 where the browser has this very page, else the page in the best coding.
    #[must_use]
    pub fn answer(&self, request: &HttpRequest, status: StatusCode, varies: Varies) -> HttpResponse {
        let (coding, bytes) = match best_coding(request.headers()) {
            "br" => ("br", &self.brotli),
            "gzip" => ("gzip", &self.gzip),
            _ => ("", &self.plain),
        };
        let etag = format!("\"{}{}{coding}\"", self.digest, if coding.is_empty() { "" } else { "-" });
        let known = status == StatusCode::OK && is_known(request.headers(), &etag);
        let mut answer = HttpResponse::build(if known { StatusCode::NOT_MODIFIED } else { status });
        answer.insert_header((header::CACHE_CONTROL, "no-cache")).insert_header((header::VARY, varies.header()));
        if status == StatusCode::OK {
            answer.insert_header((header::ETAG, etag));
        }
        if let Some(lang) = self.lang {
            answer.insert_header((header::CONTENT_LANGUAGE, lang.as_str()));
        }
        if known {
            return answer.finish();
        }
        if !coding.is_empty() {
            answer.insert_header((header::CONTENT_ENCODING, coding));
        }
        answer.content_type(self.media_type).body(bytes.clone())
    }
}

impl Varies {
    fn header(self) -> &'static str {
        match self {
            Self::ByCoding => "Accept-Encoding",
            Self::ByCodingAndLanguage => "Accept-Encoding, Accept-Language, Cookie",
        }
    }
}

/// The best coding that the request accepts (RFC 9110, 12.5.3), brotli before gzip before none.
fn best_coding(headers: &HeaderMap) -> &'static str {
    let accepted: Vec<&str> = headers.get_all(header::ACCEPT_ENCODING).filter_map(|value| value.to_str().ok()).collect();
    let accepted = accepted.join(",");
    let takes = |coding: &str| {
        let quality = |wanted: &str| {
            accepted.split(',').find_map(|one| {
                let mut parts = one.split(';').map(str::trim);
                let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(wanted));
                let quality = parts.find_map(|part| part.strip_prefix("q=")).map_or(1.0, |q| q.parse::<f32>().unwrap_or(0.0));
                named.then_some(quality)
            })
        };
        quality(coding).or_else(|| quality("*")).is_some_and(|quality| quality > 0.0)
    };
    ["br", "gzip"].into_iter().find(|coding| takes(coding)).unwrap_or("")
}

fn is_known(headers: &HeaderMap, etag: &str) -> bool {
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    known.split(',').map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == etag)
}

fn brotli(plain: &[u8], quality: i32) -> Vec<u8> {
    let params = BrotliEncoderParams { quality, lgwin: BROTLI_WINDOW, size_hint: plain.len(), ..Default::default() };
    let mut pressed = Vec::new();
    brotli::BrotliCompress(&mut &*plain, &mut pressed, &params).expect("writing to memory never fails");
    pressed
}

fn gzip(plain: &[u8], level: u32) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(level));
    encoder.write_all(plain).and_then(|()| encoder.finish()).expect("writing to memory never fails")
}
