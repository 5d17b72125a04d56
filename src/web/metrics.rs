//! How is the program doing? Counts for the operator's monitoring, on an address of their own, never on the public one.

use actix_web::dev::ServiceResponse;
use actix_web::{HttpResponse, web};
use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};

/// Counts since the program started; no visitor is in them.
#[derive(Debug, Default)]
pub struct Metrics {
    answers: [AtomicU64; 5],
    editions: AtomicU64,
    faults: AtomicU64,
}

impl Metrics {
    /// Counts an answer by the first digit of its status.
    pub fn answered<B>(&self, answer: &ServiceResponse<B>) {
        let class = usize::from(answer.status().as_u16() / 100).clamp(1, 5) - 1;
        self.answers[class].fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a new edition.
    pub fn published(&self) {
        self.editions.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a database that could not be read.
    pub fn failed(&self) {
        self.faults.fetch_add(1, Ordering::Relaxed);
    }

    /// The counts in the text format of Prometheus.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::from("# TYPE tenpho_answers_total counter\n");
        for (class, count) in (1..).zip(&self.answers) {
            writeln!(text, "tenpho_answers_total{{status=\"{class}xx\"}} {}", count.load(Ordering::Relaxed)).expect("a string takes all");
        }
        let rest = [("tenpho_editions_total", &self.editions), ("tenpho_database_faults_total", &self.faults)];
        for (name, count) in rest {
            writeln!(text, "# TYPE {name} counter\n{name} {}", count.load(Ordering::Relaxed)).expect("a string takes all");
        }
        text
    }
}

/// The one address of the metrics server.
pub fn routes(config: &mut web::ServiceConfig) {
    config.route("/metrics", web::get().to(show_metrics));
}

async fn show_metrics(metrics: web::Data<Metrics>) -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(metrics.text())
}
