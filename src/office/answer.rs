//! What does the office answer? A page, a way on, a file, or a few facts for a script.

use super::download::Download;

use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};

/// An answer that can be made on any thread.
pub struct Answer {
    status: StatusCode,
    headers: Vec<(HeaderName, String)>,
    cookies: Vec<Cookie<'static>>,
    body: Body,
}

/// What an answer carries.
enum Body {
    Bytes(Vec<u8>),
    /// A file on the disk, sent piece by piece, and from where a browser left off.
    File(Download),
}

impl Answer {
    /// A page.
    #[must_use]
    pub fn page(html: String) -> Self {
        Self::of(StatusCode::OK, "text/html; charset=utf-8", html.into_bytes())
    }

    /// A page with a status that tells browsers and proxies what went wrong.
    #[must_use]
    pub fn page_with(status: StatusCode, html: String) -> Self {
        Self::of(status, "text/html; charset=utf-8", html.into_bytes())
    }

    /// A file.
    #[must_use]
    pub fn file(media_type: &str, bytes: Vec<u8>) -> Self {
        Self::of(StatusCode::OK, media_type, bytes)
    }

    /// A file of any size from the disk.
    #[must_use]
    pub fn download(file: Download) -> Self {
        let name = format!("attachment; filename=\"{}\"", file.name);
        let answer = Self { body: Body::File(file), ..Self::of(StatusCode::OK, "application/octet-stream", Vec::new()) };
        answer.with(header::CONTENT_DISPOSITION, name).with(header::CACHE_CONTROL, "private, no-cache")
    }

    /// Facts for a script.
    #[must_use]
    pub fn json(status: StatusCode, facts: &serde_json::Value) -> Self {
        Self::of(status, "application/json", facts.to_string().into_bytes())
    }

    /// On to another page of ours, after something was done: reloading that page does nothing twice.
    #[must_use]
    pub fn on_to(path: &str) -> Self {
        let mut answer = Self::of(StatusCode::SEE_OTHER, "text/plain", Vec::new());
        answer.headers.push((header::LOCATION, path.to_owned()));
        answer
    }

    /// The same answer with one more header.
    #[must_use]
    pub fn with(mut self, name: HeaderName, value: impl std::fmt::Display) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self.headers.push((name, value.to_string()));
        self
    }

    /// The same answer, and the browser is to keep a cookie.
    #[must_use]
    pub fn with_cookie(mut self, cookie: Cookie<'static>) -> Self {
        self.cookies.push(cookie);
        self
    }

    fn of(status: StatusCode, media_type: &str, body: Vec<u8>) -> Self {
        Self { status, headers: vec![(header::CONTENT_TYPE, media_type.to_owned())], cookies: Vec::new(), body: Body::Bytes(body) }
    }

    /// The answer as it goes out.
    #[must_use]
    pub fn into_response(self, request: &HttpRequest) -> HttpResponse {
        let mut response: HttpResponseBuilder = HttpResponse::build(self.status);
        for (name, value) in self.headers {
            if let Ok(value) = HeaderValue::from_bytes(value.as_bytes()) {
                response.insert_header((name, value));
            }
        }
        for cookie in self.cookies {
            response.cookie(cookie);
        }
        match self.body {
            Body::Bytes(bytes) => response.body(bytes),
            Body::File(file) => file.answer(response, request.headers()),
        }
    }
}
