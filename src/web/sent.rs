//! How is a form read that somebody sends? Under a limit of bytes; what is beyond it passes by and is kept nowhere.

use super::form::{Form, MOST_FIELDS, Upload, is_multipart};
use actix_multipart::Multipart;
use actix_web::web::Payload;
use actix_web::{FromRequest, HttpRequest, http::header};
use futures_util::{Stream, StreamExt};
use std::time::Duration;

/// Bytes beyond the limit that are let pass, so that a browser gets to hear why; whoever sends more is hung up on.
const MOST_PASSED: usize = 64 << 20;

/// How long a form may be on its way, over the slowest network that anybody has.
pub const PATIENCE: Duration = Duration::from_secs(5 * 60);

/// Why a form was not read.
#[derive(Debug)]
pub enum Unread {
    /// More was sent than is read; here are the fields that came before that.
    TooLarge(Form),
    /// It is no form.
    NoForm,
}

/// Reads a form of at most so many bytes.
///
/// # Errors
/// Gives back what is no form, and of a form that is too large its first fields.
pub async fn read_form(request: &HttpRequest, payload: Payload, most: usize) -> Result<Form, Unread> {
    if is_multipart(request.headers()) { read_multipart(request, payload, most).await } else { read_plain(request, payload, most).await }
}

/// The bytes that a request says it brings.
#[must_use]
pub fn announced(request: &HttpRequest) -> Option<usize> {
    request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok())
}

async fn read_plain(request: &HttpRequest, mut payload: Payload, most: usize) -> Result<Form, Unread> {
    let mut body = Vec::new();
    let mut is_too_large = announced(request).is_some_and(|bytes| bytes > most);
    while let Some(chunk) = if is_too_large { None } else { payload.next().await } {
        body.extend_from_slice(&chunk.map_err(|_| Unread::NoForm)?);
        is_too_large = body.len() > most;
    }
    if is_too_large {
        let_pass(request, payload).await;
        return Err(Unread::TooLarge(Form::default()));
    }
    Ok(Form::of_body(&body))
}

async fn read_multipart(request: &HttpRequest, payload: Payload, most: usize) -> Result<Form, Unread> {
    let is_announced_too_large = announced(request).is_some_and(|bytes| bytes > most);
    let mut parts = Multipart::from_request(request, &mut payload.into_inner()).await.map_err(|_| Unread::NoForm)?;
    let (mut fields, mut uploads, mut total) = (Vec::new(), Vec::new(), 0);
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|_| Unread::NoForm)?;
        let field = part.name().unwrap_or_default().to_owned();
        let is_file = part.content_disposition().is_some_and(|about| about.get_filename().is_some());
        let mut bytes = Vec::new();
        // A part may be empty, and there may be any number of them.
        if fields.len() + uploads.len() >= MOST_FIELDS {
            return Err(Unread::NoForm);
        }
        let mut is_too_large = is_file && is_announced_too_large;
        while let Some(chunk) = if is_too_large { None } else { part.next().await } {
            let chunk = chunk.map_err(|_| Unread::NoForm)?;
            total += chunk.len();
            is_too_large = total > most;
            bytes.extend_from_slice(&chunk);
        }
        if is_too_large {
            let_pass(request, part).await;
            return Err(Unread::TooLarge(Form::new(fields, Vec::new())));
        }
        match is_file {
            true if bytes.is_empty() => {}
            true => uploads.push(Upload { bytes }),
            false => fields.push((field, String::from_utf8(bytes).map_err(|_| Unread::NoForm)?)),
        }
    }
    Ok(Form::new(fields, uploads))
}

/// Takes the rest off the line without keeping any of it.
async fn let_pass<E>(request: &HttpRequest, mut rest: impl Stream<Item = Result<actix_web::web::Bytes, E>> + Unpin) {
    if announced(request).is_none_or(|bytes| bytes > MOST_PASSED) {
        return;
    }
    while let Some(Ok(_)) = rest.next().await {}
}
