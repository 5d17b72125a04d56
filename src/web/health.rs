//! Is the program alive, and can it read its database? For the operator's watch, never for visitors.

use super::error::status_of;
use crate::register::Explained;
use crate::store::Store;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, ContentType};
use actix_web::{HttpResponse, web};
use std::sync::{Arc, Mutex};

/// The connection that the health check asks.
pub type Watched = Arc<Mutex<Store>>;

/// The addresses of the checks.
pub fn routes(config: &mut web::ServiceConfig) {
    config.route("/livez", web::get().to(show_alive)).route("/healthz", web::get().to(show_health));
}

async fn show_alive() -> HttpResponse {
    plain(StatusCode::OK, "ok\n")
}

async fn show_health(watched: web::Data<Watched>) -> HttpResponse {
    let watched = Watched::clone(&watched);
    let asked = web::block(move || watched.lock().map_or(Ok(0), |store| store.change_number())).await;
    match asked {
        Ok(Ok(_)) => plain(StatusCode::OK, "ok\n"),
        Ok(Err(error)) => {
            tracing::error!(error = &error as &dyn std::error::Error, "the database cannot be read");
            plain(status_of(error.fault()), "database\n")
        }
        Err(_) => plain(StatusCode::SERVICE_UNAVAILABLE, "busy\n"),
    }
}

fn plain(status: StatusCode, text: &'static str) -> HttpResponse {
    HttpResponse::build(status).insert_header((CACHE_CONTROL, "no-store")).content_type(ContentType::plaintext()).body(text)
}
