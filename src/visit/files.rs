//! Which files do browsers and search engines ask for besides pages?

use super::audio::show_recording;
use super::shelf::PageOf;
use super::{Doorway, asked_lang, sitemap};
use crate::register::Lang;
use crate::web::assets;
use crate::web::photo_files::{FILE_POLICY, PhotoAsked, PhotoFiles};
use crate::web::press::Varies;
use crate::web::recording_files::{RecordingAsked, RecordingFiles};
use crate::web::share_pictures::{Drawn, SharePictures};
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CROSS_ORIGIN_RESOURCE_POLICY};
use actix_web::{HttpRequest, HttpResponse, web};

/// A file whose name carries its hash never changes.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// The icon keeps its name when it changes: a day.
const A_DAY: &str = "public, max-age=86400";

/// An asset under its hashed name.
pub async fn show_asset(
    request: HttpRequest,
    doorway: web::Data<Doorway>,
    files: web::Data<PhotoFiles>,
    shared: web::Data<SharePictures>,
    recordings: web::Data<RecordingFiles>,
) -> HttpResponse {
    let name = request.match_info().query("name");
    if let Some(drawn) = SharePictures::find(doorway.shelf().edition(), name) {
        return show_share_picture(drawn, shared).await;
    }
    if let Some(asked) = PhotoAsked::parse(name) {
        return show_photo(asked, &doorway, files).await;
    }
    if let Some(asked) = RecordingAsked::parse(name) {
        return show_recording(&request, asked, &doorway, recordings).await;
    }
    match assets::find_hashed(name) {
        Some((bytes, media_type)) => HttpResponse::Ok().insert_header((CACHE_CONTROL, FOR_EVER)).content_type(media_type).body(bytes),
        None => HttpResponse::NotFound().finish(),
    }
}

/// The plate of a place as a picture, for a message that shares its page.
async fn show_share_picture(drawn: Drawn, shared: web::Data<SharePictures>) -> HttpResponse {
    match web::block(move || shared.draw(&drawn)).await.ok().flatten() {
        // Messengers fetch it from their own sites, and show it there.
        Some(bytes) => HttpResponse::Ok()
            .insert_header((CACHE_CONTROL, FOR_EVER))
            .insert_header((CROSS_ORIGIN_RESOURCE_POLICY, "cross-origin"))
            .content_type("image/png")
            .body(bytes),
        None => HttpResponse::InternalServerError().finish(),
    }
}

/// A file of a picture, where a published story shows it.
async fn show_photo(asked: PhotoAsked, doorway: &Doorway, files: web::Data<PhotoFiles>) -> HttpResponse {
    if !doorway.shelf().edition().find_photo(asked.id).is_some_and(|photo| asked.is_of(photo)) {
        return HttpResponse::NotFound().finish();
    }
    let media_type = asked.format.media_type();
    let bytes = match files.find_kept(&asked) {
        Some(kept) => Some(kept),
        None => web::block(move || files.read(&asked)).await.ok().flatten(),
    };
    match bytes {
        Some(bytes) => HttpResponse::Ok()
            .insert_header((CACHE_CONTROL, FOR_EVER))
            .insert_header((CONTENT_SECURITY_POLICY, FILE_POLICY))
            .content_type(media_type)
            .body(bytes),
        None => HttpResponse::InternalServerError().finish(),
    }
}

/// The icon by its old name.
pub async fn show_favicon() -> HttpResponse {
    HttpResponse::Ok().insert_header((CACHE_CONTROL, A_DAY)).content_type("image/vnd.microsoft.icon").body(assets::favicon())
}

/// The worker that keeps walks on a phone. It may serve the whole site, since it lies at the top.
pub async fn show_worker(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    doorway.shelf().page(PageOf::Worker, Lang::Vi).answer(&request, StatusCode::OK, Varies::ByCoding)
}

/// What a phone puts on its home screen.
pub async fn show_manifest(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    doorway.shelf().page(PageOf::Manifest, Lang::Vi).answer(&request, StatusCode::OK, Varies::ByCoding)
}

/// What search engines may read: everything public.
pub async fn show_robots(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    doorway.shelf().page(PageOf::Robots, Lang::Vi).answer(&request, StatusCode::OK, Varies::ByCoding)
}

/// Every page of every language, or one file of them.
pub async fn show_sitemap(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    let shelf = doorway.shelf();
    let page = match request.query_string().strip_prefix("part=").map(str::parse) {
        None => PageOf::Sitemap,
        Some(Ok(file)) if (1..=sitemap::files(shelf.edition())).contains(&file) => PageOf::SitemapPart(file),
        Some(_) => return HttpResponse::NotFound().finish(),
    };
    shelf.page(page, Lang::Vi).answer(&request, StatusCode::OK, Varies::ByCoding)
}

/// The newest stories.
pub async fn show_feed(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    doorway.shelf().page(PageOf::Feed, asked_lang(&request)).answer(&request, StatusCode::OK, Varies::ByCoding)
}
