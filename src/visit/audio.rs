//! How does a recording go out? Whole, or the part that a player asks for; never changed, so kept for ever.

use super::Doorway;
use super::files::FOR_EVER;
use crate::web::photo_files::FILE_POLICY;
use crate::web::ranges::{Rest, rest_of};
use crate::web::recording_files::{RecordingAsked, RecordingFiles};
use actix_web::http::header::{self, HeaderName};
use actix_web::web::{self, Bytes};
use actix_web::{HttpRequest, HttpResponse};

/// A recording, where the text that it reads is public.
pub async fn show_recording(
    request: &HttpRequest,
    asked: RecordingAsked,
    doorway: &Doorway,
    files: web::Data<RecordingFiles>,
) -> HttpResponse {
    if !doorway.shelf().edition().has_recording(asked.id, &asked.digest, asked.format) {
        return HttpResponse::NotFound().finish();
    }
    let (tag, media_type) = (format!("\"{}\"", asked.digest), asked.format.media_type());
    let bytes = match files.find_kept(&asked) {
        Some(kept) => Some(kept),
        None => web::block(move || files.read(&asked)).await.ok().flatten(),
    };
    bytes.map_or_else(|| HttpResponse::InternalServerError().finish(), |bytes| answer(request, &bytes, &tag, media_type))
}

fn answer(request: &HttpRequest, bytes: &Bytes, tag: &str, media_type: &str) -> HttpResponse {
    let text = |name: HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok());
    let is_known =
        text(header::IF_NONE_MATCH).is_some_and(|known| known.split(',').any(|one| matches!(one.trim(), "*") || one.trim() == tag));
    // A player that began with other bytes (RFC 9110, 13.1.5) gets the whole of these.
    let is_same = text(header::IF_RANGE).is_none_or(|begun| begun.trim() == tag);
    let length = bytes.len() as u64;
    let rest = text(header::RANGE).filter(|_| is_same).map_or(Rest::Whole, |range| rest_of(range, length));
    let mut response = match rest {
        _ if is_known => HttpResponse::NotModified(),
        Rest::Whole => HttpResponse::Ok(),
        Rest::Part(..) => HttpResponse::PartialContent(),
        Rest::Nothing => HttpResponse::RangeNotSatisfiable(),
    };
    response.insert_header((header::ETAG, tag)).insert_header((header::ACCEPT_RANGES, "bytes"));
    response.insert_header((header::CACHE_CONTROL, FOR_EVER)).insert_header((header::CONTENT_SECURITY_POLICY, FILE_POLICY));
    match rest {
        _ if is_known => response.finish(),
        Rest::Whole => response.content_type(media_type).body(bytes.clone()),
        Rest::Part(from, until) => {
            response.insert_header((header::CONTENT_RANGE, format!("bytes {from}-{until}/{length}")));
            let part = usize::try_from(from).unwrap_or(0)..=usize::try_from(until).unwrap_or(0);
            response.content_type(media_type).body(bytes.slice(part))
        }
        Rest::Nothing => response
            .insert_header((header::CONTENT_RANGE, format!("bytes */{length}")))
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .finish(),
    }
}
