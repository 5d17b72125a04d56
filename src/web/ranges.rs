//! Which bytes of a file are asked for? All of them, or one part where a browser goes on or jumps ahead.

use actix_web::http::header::{ByteRangeSpec, Range};

/// What of a file is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// All of it.
    Whole,
    /// From its first to its last byte, both among them.
    Part(u64, u64),
    /// Bytes that it does not have.
    Nothing,
}

/// One range is sent as asked; several, and what is no range of bytes, as the whole (RFC 9110, 14.2).
#[must_use]
pub fn rest_of(range: &str, bytes: u64) -> Rest {
    let Ok(Range::Bytes(ranges)) = range.parse::<Range>() else { return Rest::Whole };
    match ranges.as_slice() {
        [one] => ByteRangeSpec::to_satisfiable_range(one, bytes).map_or(Rest::Nothing, |(from, until)| Rest::Part(from, until)),
        _ => Rest::Whole,
    }
}
