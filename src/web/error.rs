//! Which status does a failure answer with? The only file that knows.

use crate::register::Fault;
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
