//! How does a finished page travel? Compressed once, with the headers that the contract promises.

use crate::register::{Lang, hex};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::io::{Read, Write};

/// Window that holds a whole page.
const BROTLI_WINDOW: i32 = 18;
/// Bytes of the digest in an ETag.
const ETAG_BYTES: usize = 12;

/// How hard a page that is kept and sent many times is pressed in brotli, a large file that is kept, and what is sent once.
const KEPT: u32 = 11;
const LARGE: u32 = 9;
const ONCE: u32 = 4;
/// From here on the last step of brotli takes longer than anybody waits.
const LARGE_FROM: usize = 64 << 10;

/// How often a page is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pressure {
    /// It is kept: pressed hard, once, in every coding.
    Kept,
    /// It is sent once: pressed lightly, in the coding asked for.
    Once,
}

/// A page, ready to be sent in whichever coding a browser takes.
pub struct Pressed {
    /// The language of the page.
    lang: Option<Lang>,
    media_type: &'static str,
    body: Body,
    digest: String,
}

/// The bytes of a page, as they lie in memory.
enum Body {
    /// Pressed in every coding; the few who take none get it unpacked, so that memory holds no page in full.
    Kept { brotli: Bytes, gzip: Bytes },
    /// As made.
    Once(Bytes),
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
        let digest = hex(&Sha256::digest(&plain)[..ETAG_BYTES]);
        let body = match pressure {
            Pressure::Kept => {
                let level = if plain.len() < LARGE_FROM { KEPT } else { LARGE };
                Body::Kept { brotli: brotli(&plain, level), gzip: gzip(&plain, LARGE) }
            }
            Pressure::Once => Body::Once(plain.into()),
        };
        Self { lang, media_type, body, digest }
    }

    /// Bytes that it takes up in memory.
    #[must_use]
    pub fn size(&self) -> usize {
        match &self.body {
            Body::Kept { brotli, gzip } => brotli.len() + gzip.len(),
            Body::Once(plain) => plain.len(),
        }
    }

    /// The answer to a request: 304 where the browser has this very page, else the page in the best coding.
    #[must_use]
    pub fn answer(&self, request: &HttpRequest, status: StatusCode, varies: Varies) -> HttpResponse {
        let coding = best_coding(request.headers());
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
        answer.content_type(self.media_type).body(self.body.coded(coding))
    }
}

impl Body {
    fn coded(&self, coding: &str) -> Bytes {
        match (self, coding) {
            (Self::Kept { brotli, .. }, "br") => brotli.clone(),
            (Self::Kept { gzip, .. }, "gzip") => gzip.clone(),
            (Self::Kept { gzip, .. }, _) => unpacked(gzip),
            (Self::Once(plain), "br") => brotli(plain, ONCE),
            (Self::Once(plain), "gzip") => gzip(plain, ONCE),
            (Self::Once(plain), _) => plain.clone(),
        }
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

fn brotli(plain: &[u8], level: u32) -> Bytes {
    let quality = i32::try_from(level).unwrap_or(i32::MAX);
    let params = BrotliEncoderParams { quality, lgwin: BROTLI_WINDOW, size_hint: plain.len(), ..Default::default() };
    let mut pressed = Vec::new();
    brotli::BrotliCompress(&mut &*plain, &mut pressed, &params).expect("writing to memory never fails");
    pressed.into()
}

fn gzip(plain: &[u8], level: u32) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(level));
    encoder.write_all(plain).and_then(|()| encoder.finish()).expect("writing to memory never fails").into()
}

fn unpacked(gzip: &[u8]) -> Bytes {
    let mut plain = Vec::new();
    GzDecoder::new(gzip).read_to_end(&mut plain).expect("it was packed by us and has not left memory since");
    plain.into()
}
