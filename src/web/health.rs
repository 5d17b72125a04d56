//! Is the program alive, and does it still see its database? For the operator's watch, never for visitors.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, ContentType};
use actix_web::{HttpResponse, guard, web};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Without a look at the database for this long, whoever looks is gone.
const OVERDUE: Duration = Duration::from_secs(15);

/// When the database was last looked at, and whether it could be read.
pub struct Health {
    since: Instant,
    last_look: AtomicU64,
    well: AtomicBool,
}

impl Health {
    /// Well, as of this moment.
    #[must_use]
    pub fn new(now: Instant) -> Self {
        Self { since: now, last_look: AtomicU64::new(0), well: AtomicBool::new(true) }
    }

    /// Notes a look at the database.
    pub fn looked(&self, well: bool) {
        self.last_look.store(self.since.elapsed().as_secs(), Ordering::Relaxed);
        self.well.store(well, Ordering::Relaxed);
    }

    /// Could the database be read at the last look?
    #[must_use]
    pub fn is_well(&self) -> bool {
        self.well.load(Ordering::Relaxed)
    }

    fn is_overdue(&self) -> bool {
        self.since.elapsed().saturating_sub(Duration::from_secs(self.last_look.load(Ordering::Relaxed))) > OVERDUE
    }
}

/// The addresses of the checks.
pub fn routes(config: &mut web::ServiceConfig) {
    let read = || guard::Any(guard::Get()).or(guard::Head());
    config.service(web::resource("/livez").guard(read()).to(show_alive));
    config.service(web::resource("/healthz").guard(read()).to(show_health));
}

async fn show_alive() -> HttpResponse {
    plain(StatusCode::OK, "ok\n")
}

async fn show_health(health: web::Data<Health>) -> HttpResponse {
    match (health.is_well(), health.is_overdue()) {
        (true, false) => plain(StatusCode::OK, "ok\n"),
        (false, false) => plain(StatusCode::SERVICE_UNAVAILABLE, "database\n"),
        (_, true) => plain(StatusCode::SERVICE_UNAVAILABLE, "watch\n"),
    }
}

fn plain(status: StatusCode, text: &'static str) -> HttpResponse {
    HttpResponse::build(status).insert_header((CACHE_CONTROL, "no-store")).content_type(ContentType::plaintext()).body(text)
}
