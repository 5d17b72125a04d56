//! How is the program doing? Counts for the operator's monitoring, on an address of their own, never on the public one.

use crate::register::ScanClass;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use std::fmt::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Counts since the program started; no visitor is in them.
#[derive(Debug, Default)]
pub struct Metrics {
    answers: [AtomicU64; 5],
    editions: AtomicU64,
    faults: AtomicU64,
    scans: Arc<ScanTotals>,
}

/// What has become of the scans since the program started.
#[derive(Debug, Default)]
pub struct ScanTotals {
    counted: [AtomicU64; ScanClass::ALL.len()],
    repeated: AtomicU64,
    written: AtomicU64,
    failed: AtomicU64,
}

impl ScanTotals {
    /// Counts a scan.
    pub fn counted(&self, class: ScanClass) {
        self.counted[class as usize].fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a page that was only asked for again.
    pub fn repeated(&self) {
        self.repeated.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts scans that are in the database.
    pub fn written(&self, scans: u64) {
        self.written.fetch_add(scans, Ordering::Relaxed);
    }

    /// Counts an attempt to write that failed.
    pub fn failed(&self) {
        self.failed.fetch_add(1, Ordering::Relaxed);
    }

    /// Scans that are not in the database yet.
    #[must_use]
    pub fn waiting(&self) -> u64 {
        let counted: u64 = self.counted.iter().map(|count| count.load(Ordering::Relaxed)).sum();
        counted.saturating_sub(self.written.load(Ordering::Relaxed))
    }

    fn write_text(&self, text: &mut String) {
        text.push_str("# TYPE tenpho_scans_total counter\n");
        for (class, count) in ScanClass::ALL.iter().zip(&self.counted) {
            writeln!(text, "tenpho_scans_total{{class=\"{class}\"}} {}", count.load(Ordering::Relaxed)).expect("a string takes all");
        }
        let rest = [
            ("tenpho_scans_repeated_total", "counter", self.repeated.load(Ordering::Relaxed)),
            ("tenpho_scans_waiting", "gauge", self.waiting()),
            ("tenpho_scan_write_failures_total", "counter", self.failed.load(Ordering::Relaxed)),
        ];
        for (name, sort, count) in rest {
            writeln!(text, "# TYPE {name} {sort}\n{name} {count}").expect("a string takes all");
        }
    }
}

impl Metrics {
    /// Counts an answer by the first digit of its status.
    pub fn answered(&self, status: StatusCode) {
        let class = usize::from(status.as_u16() / 100).clamp(1, 5) - 1;
        self.answers[class].fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a new edition.
    pub fn published(&self) {
        self.editions.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a database that could not be read, and a text that could not be published at its time.
    pub fn failed(&self) {
        self.faults.fetch_add(1, Ordering::Relaxed);
    }

    /// Where scans are counted.
    #[must_use]
    pub fn scans(&self) -> &Arc<ScanTotals> {
        &self.scans
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
        self.scans.write_text(&mut text);
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
