//! How does a finished page travel? Compressed once lightly, once more hard, with the headers that the contract promises.

use crate::register::{Lang, hex};
use actix_web::body::BoxBody;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderValue};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use arc_swap::ArcSwap;
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::io::{Read, Write};
use std::sync::Arc;

/// Bytes of the digest in an ETag.
const ETAG_BYTES: usize = 12;

/// How hard brotli presses, and in a window of how many bits.
struct Press {
    level: i32,
    window: i32,
}

/// What is sent at once: in a window of 16 bits the quick levels follow chains of hashes, a quarter of a millisecond for a page and a
/// tenth less than the sixth level.
const AT_ONCE: Press = Press { level: 9, window: 16 };
/// What is kept, once there is time for it; the window holds all that is not large.
const KEPT: Press = Press { level: 11, window: 16 };
/// What is kept of more than [`LARGE_FROM`].
const LARGE: Press = Press { level: 9, window: 22 };
/// How hard gzip presses; more of it gains nothing.
const GZIP: u32 = 6;
/// From here on the last step of brotli takes longer than anybody waits.
const LARGE_FROM: usize = 64 << 10;

/// A page as it has been made, before it is pressed.
pub struct Made {
    plain: Vec<u8>,
    lang: Option<HeaderValue>,
    media_type: HeaderValue,
    etag: HeaderValue,
}

impl Made {
    /// An HTML page.
    #[must_use]
    pub fn page(html: String, lang: Lang) -> Self {
        Self::new(html.into_bytes(), Some(lang), "text/html; charset=utf-8")
    }

    /// A text that is in no language.
    #[must_use]
    pub fn text(text: String, media_type: &'static str) -> Self {
        Self::new(text.into_bytes(), None, media_type)
    }

    fn new(plain: Vec<u8>, lang: Option<Lang>, media_type: &'static str) -> Self {
        let etag = format!("W/\"{}\"", hex(&Sha256::digest(&plain)[..ETAG_BYTES]));
        Self {
            plain,
            lang: lang.map(|lang| HeaderValue::from_static(lang.as_str())),
            media_type: HeaderValue::from_static(media_type),
            etag: HeaderValue::try_from(etag).expect("hex digits and quotation marks make a header"),
        }
    }

    /// What tells this page from every other: its ETag.
    #[must_use]
    pub fn etag(&self) -> &HeaderValue {
        &self.etag
    }

    /// Presses it in every coding, lightly, to be kept.
    #[must_use]
    pub fn press(self) -> Pressed {
        let body = Body::Kept { brotli: ArcSwap::from_pointee(brotli(&self.plain, &AT_ONCE)), gzip: gzip(&self.plain) };
        Pressed { lang: self.lang, media_type: self.media_type, body, etag: self.etag }
    }
}

/// A page, ready to be sent in whichever coding a browser takes.
pub struct Pressed {
    /// The language of the page.
    lang: Option<HeaderValue>,
    media_type: HeaderValue,
    body: Body,
    /// Weak: the same page may be pressed anew, and better.
    etag: HeaderValue,
}

/// The bytes of a page, as they lie in memory.
enum Body {
    /// Pressed in every coding; the few who take none get it unpacked, so that memory holds no page in full.
    Kept { brotli: ArcSwap<Bytes>, gzip: Bytes },
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

/// How a body is coded (RFC 9110, 8.4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Coding {
    Brotli,
    Gzip,
    None,
}

impl Pressed {
    /// An HTML page that is sent once.
    #[must_use]
    pub fn once(html: String, lang: Lang) -> Self {
        let made = Made::page(html, lang);
        Self { lang: made.lang, media_type: made.media_type, body: Body::Once(made.plain.into()), etag: made.etag }
    }

    /// Presses a page that is kept as hard as it goes: some ten milliseconds' work, for whenever there is time.
    pub fn press_harder(&self) {
        if let Body::Kept { brotli: pressed, gzip } = &self.body {
            let plain = unpacked(gzip);
            let press = if plain.len() < LARGE_FROM { &KEPT } else { &LARGE };
            pressed.store(Arc::new(brotli(&plain, press)));
        }
    }

    /// Bytes that it takes up in memory.
    #[must_use]
    pub fn size(&self) -> usize {
        match &self.body {
            Body::Kept { brotli, gzip } => brotli.load().len() + gzip.len(),
            Body::Once(plain) => plain.len(),
        }
    }

    /// The answer to a request: 304 where the browser has this very page, else the page in the best coding.
    #[must_use]
    pub fn answer(&self, request: &HttpRequest, status: StatusCode, varies: Varies) -> HttpResponse {
        let known = status == StatusCode::OK && self.is_known(request.headers());
        let mut answer = HttpResponse::new(if known { StatusCode::NOT_MODIFIED } else { status });
        let headers = answer.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        headers.insert(header::VARY, varies.header());
        if status == StatusCode::OK {
            headers.insert(header::ETAG, self.etag.clone());
        }
        if let Some(lang) = &self.lang {
            headers.insert(header::CONTENT_LANGUAGE, lang.clone());
        }
        if known {
            return answer;
        }
        headers.insert(header::CONTENT_TYPE, self.media_type.clone());
        let coding = best_coding(request.headers());
        if let Some(coding) = coding.header() {
            headers.insert(header::CONTENT_ENCODING, coding);
        }
        answer.set_body(BoxBody::new(self.body.coded(coding)))
    }

    fn is_known(&self, headers: &HeaderMap) -> bool {
        let opaque = |tag: &str| tag.trim_start_matches("W/").to_owned();
        let Some(known) = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()) else { return false };
        let mine = self.etag.to_str().map(opaque).unwrap_or_default();
        known.split(',').map(str::trim).any(|one| one == "*" || opaque(one) == mine)
    }
}

impl Body {
    fn coded(&self, coding: Coding) -> Bytes {
        match (self, coding) {
            (Self::Kept { brotli, .. }, Coding::Brotli) => Bytes::clone(&brotli.load()),
            (Self::Kept { gzip, .. }, Coding::Gzip) => gzip.clone(),
            (Self::Kept { gzip, .. }, Coding::None) => unpacked(gzip),
            (Self::Once(plain), Coding::Brotli) => brotli(plain, &AT_ONCE),
            (Self::Once(plain), Coding::Gzip) => gzip(plain),
            (Self::Once(plain), Coding::None) => plain.clone(),
        }
    }
}

impl Coding {
    fn header(self) -> Option<HeaderValue> {
        match self {
            Self::Brotli => Some(HeaderValue::from_static("br")),
            Self::Gzip => Some(HeaderValue::from_static("gzip")),
            Self::None => None,
        }
    }
}

impl Varies {
    fn header(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::ByCoding => "Accept-Encoding",
            Self::ByCodingAndLanguage => "Accept-Encoding, Accept-Language, Cookie",
        })
    }
}

/// The best coding that the request accepts (RFC 9110, 12.5.3), brotli before gzip before none.
fn best_coding(headers: &HeaderMap) -> Coding {
    let (mut brotli, mut gzip, mut any) = (None, None, None);
    let accepted = headers.get_all(header::ACCEPT_ENCODING).filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(','));
    for one in accepted {
        let mut parts = one.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let quality = parts.find_map(|part| part.strip_prefix("q=")).map_or(1.0, |q| q.parse::<f32>().unwrap_or(0.0));
        let place = match name {
            "*" => &mut any,
            name if name.eq_ignore_ascii_case("br") => &mut brotli,
            name if name.eq_ignore_ascii_case("gzip") => &mut gzip,
            _ => continue,
        };
        place.get_or_insert(quality);
    }
    let takes = |quality: Option<f32>| quality.or(any).is_some_and(|quality| quality > 0.0);
    match (takes(brotli), takes(gzip)) {
        (true, _) => Coding::Brotli,
        (false, true) => Coding::Gzip,
        (false, false) => Coding::None,
    }
}

fn brotli(plain: &[u8], press: &Press) -> Bytes {
    let params = BrotliEncoderParams { quality: press.level, lgwin: press.window, size_hint: plain.len(), ..Default::default() };
    let mut pressed = Vec::new();
    brotli::BrotliCompress(&mut &*plain, &mut pressed, &params).expect("writing to memory never fails");
    kept(&pressed)
}

fn gzip(plain: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(GZIP));
    kept(&encoder.write_all(plain).and_then(|()| encoder.finish()).expect("writing to memory never fails"))
}

/// Bytes in memory of just their size: what a vector has to spare would be kept with every page.
fn kept(pressed: &[u8]) -> Bytes {
    Bytes::copy_from_slice(pressed)
}

fn unpacked(gzip: &[u8]) -> Bytes {
    let mut plain = Vec::new();
    GzDecoder::new(gzip).read_to_end(&mut plain).expect("it was packed by us and has not left memory since");
    plain.into()
}
