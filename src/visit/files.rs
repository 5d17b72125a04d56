//! Which files do browsers and search engines ask for besides pages?

use super::Doorway;
use super::shelf::PageOf;
use crate::register::Lang;
use crate::web::assets;
use crate::web::press::Varies;
use actix_web::http::StatusCode;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, web};

/// A file whose name carries its hash never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// The icon keeps its name when it changes: a day.
const A_DAY: &str = "public, max-age=86400";

/// An asset under its hashed name.
pub async fn show_asset(request: HttpRequest) -> HttpResponse {
    match assets::find_hashed(request.match_info().query("name")) {
        Some((bytes, media_type)) => HttpResponse::Ok().insert_header((CACHE_CONTROL, FOR_EVER)).content_type(media_type).body(bytes),
        None => HttpResponse::NotFound().finish(),
    }
}

/// The icon by its old name.
pub async fn show_favicon() -> HttpResponse {
    HttpResponse::Ok().insert_header((CACHE_CONTROL, A_DAY)).content_type("image/vnd.microsoft.icon").body(assets::favicon())
}

/// What search engines may read: everything public.
pub async fn show_robots(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    doorway.shelf().page(PageOf::Robots, Lang::Vi).answer(&request, StatusCode::OK, Varies::ByCoding)
}

/// Every page of every language.
pub async fn show_sitemap(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    doorway.shelf().page(PageOf::Sitemap, Lang::Vi).answer(&request, StatusCode::OK, Varies::ByCoding)
}
