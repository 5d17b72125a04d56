//! How does a visitor pick a language? By a button, which is the only thing that ever sets the cookie.

use super::{Doorway, asked_lang};
use crate::web::language::remember;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, LOCATION};
use actix_web::{HttpRequest, HttpResponse, web};

/// Remembers the choice and shows the same page in that language. The way back is this very path, so it never leaves the site.
pub async fn save_choice(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    let back = request.uri().path_and_query().map_or("/", |path| path.as_str());
    HttpResponse::build(StatusCode::SEE_OTHER)
        .insert_header((LOCATION, back))
        .insert_header((CACHE_CONTROL, "no-store"))
        .cookie(remember(asked_lang(&request), doorway.site.is_https()))
        .finish()
}

/// `/vi` is `/vi/`.
pub async fn show_slash(request: HttpRequest) -> HttpResponse {
    HttpResponse::build(StatusCode::MOVED_PERMANENTLY).insert_header((LOCATION, format!("/{}/", asked_lang(&request)))).finish()
}
