//! How does a large file go out? Piece by piece, whole or from where a browser left off.

use crate::web::ranges::{Rest, rest_of};
use actix_web::body::SizedStream;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName};
use actix_web::web::{self, Bytes};
use actix_web::{HttpResponse, HttpResponseBuilder};
use futures_util::stream::try_unfold;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

/// Bytes read at a time.
const PIECE: usize = 64 << 10;

/// A file to be sent. Its digest is its name for ever: what a browser has begun goes on only with the very same bytes.
#[derive(Debug)]
pub struct Download {
    /// What a browser calls it: letters, digits, dots and hyphens.
    pub name: String,
    /// The digest of its bytes, in hex.
    pub sha256: String,
    /// How many they are.
    pub bytes: u64,
    /// The file, opened: whoever removes its name meanwhile takes nothing away.
    pub file: File,
}

impl Download {
    /// The answer: all of it, the rest that is asked for, or that nothing has changed.
    pub fn answer(mut self, mut response: HttpResponseBuilder, asked: &HeaderMap) -> HttpResponse {
        let text = |name: HeaderName| asked.get(name).and_then(|value| value.to_str().ok());
        let tag = format!("\"{}\"", self.sha256);
        response.insert_header((header::ETAG, tag.clone())).insert_header((header::ACCEPT_RANGES, "bytes"));
        response.insert_header((header::CONTENT_TYPE, media_type(&self.name)));
        if text(header::IF_NONE_MATCH)
            .is_some_and(|known| known.split(',').any(|one| matches!(one.trim(), all if all == tag || all == "*")))
        {
            return response.status(StatusCode::NOT_MODIFIED).finish();
        }
        if text(header::IF_MATCH).is_some_and(|wanted| !wanted.split(',').any(|one| matches!(one.trim(), all if all == tag || all == "*")))
        {
            return response.status(StatusCode::PRECONDITION_FAILED).finish();
        }
        // A browser that began with other bytes (RFC 9110, 13.1.5) gets the whole of these.
        let is_same = text(header::IF_RANGE).is_none_or(|begun| begun.trim() == tag);
        let (from, until) = match text(header::RANGE).filter(|_| is_same).map(|range| rest_of(range, self.bytes)) {
            Some(Rest::Part(from, until)) => {
                let range = format!("bytes {from}-{until}/{}", self.bytes);
                response.status(StatusCode::PARTIAL_CONTENT).insert_header((header::CONTENT_RANGE, range));
                (from, until)
            }
            Some(Rest::Nothing) => {
                response.insert_header((header::CONTENT_RANGE, format!("bytes */{}", self.bytes)));
                return response.status(StatusCode::RANGE_NOT_SATISFIABLE).finish();
            }
            Some(Rest::Whole) | None => (0, self.bytes.saturating_sub(1)),
        };
        let length = if self.bytes == 0 { 0 } else { until - from + 1 };
        match self.file.seek(SeekFrom::Start(from)) {
            Ok(_) => response.body(SizedStream::new(length, pieces(self.file, length))),
            Err(_) => HttpResponse::InternalServerError().finish(),
        }
    }
}

fn pieces(file: File, length: u64) -> impl futures_util::Stream<Item = Result<Bytes, std::io::Error>> {
    try_unfold((file, length), |(mut file, left)| async move {
        if left == 0 {
            return Ok(None);
        }
        let read = web::block(move || {
            let mut piece = vec![0; PIECE.min(usize::try_from(left).unwrap_or(PIECE))];
            let read = file.read(&mut piece)?;
            piece.truncate(read);
            // A file that was cut short meanwhile must not look whole.
            if read == 0 { Err(std::io::Error::from(std::io::ErrorKind::UnexpectedEof)) } else { Ok((file, piece)) }
        });
        let (file, piece) = read.await.map_err(std::io::Error::other)??;
        let left = left - piece.len() as u64;
        Ok(Some((Bytes::from(piece), (file, left))))
    })
}

/// What a file is, by its ending.
fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "pdf" => "application/pdf",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "tiff" | "tif" => "image/tiff",
        "eps" => "application/postscript",
        "dxf" => "image/vnd.dxf",
        "csv" => "text/csv; charset=utf-8",
        "json" => "application/json",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}
