//! What does a plate of before there were codes show? The very page, at the address that stands on it.

use super::Doorway;
use super::shelf::PageOf;
use crate::register::{LegacyTarget, ScanVia, Scanned};
use crate::web::language::preferred;
use crate::web::press::Varies;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};

/// The answer to an address that stood on plates before; none where this one never did.
pub fn find_answer(doorway: &Doorway, request: &HttpRequest) -> Option<HttpResponse> {
    let shelf = doorway.shelf();
    let (page, of) = match shelf.edition().find_legacy(request.uri().path(), request.query_string())? {
        LegacyTarget::Sign(code) => (PageOf::Sign(*code), Scanned::Sign(*code)),
        LegacyTarget::Place(place) => (PageOf::Place(place.clone()), Scanned::Place(place.clone())),
    };
    let lang = preferred(request);
    doorway.scans.count(request, &doorway.site, of, lang, ScanVia::Legacy);
    Some(shelf.page(page, lang).answer(request, StatusCode::OK, Varies::ByCodingAndLanguage))
}
