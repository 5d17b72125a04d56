//! What does every answer say to a browser, whatever has become of the request?

use super::assets;
use super::error;
use super::metrics::Metrics;
use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::ServiceResponse;
use actix_web::error::InternalError;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::web::Data;
use futures_util::FutureExt;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

/// Headers and their values.
pub type Headers = Arc<[(HeaderName, HeaderValue)]>;

/// The answer with its headers, counted. A fault in one page is one answer of 500, not a torn connection.
///
/// # Errors
/// What no page came of goes out as an error, which holds its whole answer.
pub async fn finished<B: MessageBody>(
    answer: impl Future<Output = Result<ServiceResponse<B>, Error>>,
    headers: Headers,
    counts: Data<Metrics>,
) -> Result<ServiceResponse<B>, Error> {
    let mut answered = AssertUnwindSafe(answer).catch_unwind().await.unwrap_or_else(|_| Err(error::broken().into()));
    match &mut answered {
        Ok(answer) => {
            protect(answer.headers_mut(), &headers);
            counts.answered(answer.status());
            answered
        }
        Err(error) => {
            let mut answer = error.error_response();
            protect(answer.headers_mut(), &headers);
            counts.answered(answer.status());
            Err(InternalError::from_response(error.to_string(), answer).into())
        }
    }
}

/// Adds what every answer says, save what this one says itself.
fn protect(said: &mut HeaderMap, headers: &Headers) {
    for (name, value) in headers.iter() {
        if !said.contains_key(name) {
            said.insert(name.clone(), value.clone());
        }
    }
}

/// What every answer says to a browser: nothing from elsewhere, no script that is not a file of ours, no frame around it.
#[must_use]
pub fn headers(https: bool) -> Headers {
    let style = assets::STYLE_HASH.as_str();
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-{style}'; img-src 'self' data:; media-src 'self'; \
         connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    let mut headers = vec![
        // Kept for good: a copy of what is static costs nothing.
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy.leak())),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
        (header::PERMISSIONS_POLICY, HeaderValue::from_static("geolocation=(), camera=(), microphone=()")),
        (header::CROSS_ORIGIN_OPENER_POLICY, HeaderValue::from_static("same-origin")),
        (header::CROSS_ORIGIN_RESOURCE_POLICY, HeaderValue::from_static("same-origin")),
    ];
    if https {
        headers.push((header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000; includeSubDomains")));
    }
    headers.into()
}
