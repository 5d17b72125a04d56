//! Which status does a failure answer with? The only file that knows.

use super::words::Words;
use crate::register::{Fault, Lang};
use actix_web::error::InternalError;
use actix_web::http::StatusCode;

/// The status of a kind of failure.
#[must_use]
pub fn status_of(fault: Fault) -> StatusCode {
    match fault {
        Fault::NotThere => StatusCode::NOT_FOUND,
        Fault::Refused => StatusCode::UNPROCESSABLE_ENTITY,
        Fault::Broken => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// The answer to somebody whose page could not be made: in both languages, since which one was wanted is lost with the page.
#[must_use]
pub fn broken() -> InternalError<String> {
    let told = Lang::OFFICE.iter().map(|lang| Words::of(*lang).say("page-broken")).collect::<Vec<_>>().join("\n");
    InternalError::new(told, status_of(Fault::Broken))
}
