//! Every test of the product, in one binary: one link.
#![allow(missing_docs, reason = "a test's name is its documentation")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod browser;
mod cli;
mod code;
mod e2e;
mod exchange;
mod exchange_kit;
mod exchange_random;
mod formats;
mod formats_outside;
mod house;
mod kit;
mod legacy;
mod manifest;
mod maps;
mod office_history;
mod office_pages;
mod office_people;
mod office_photos;
mod office_print;
mod office_records;
mod office_routes;
mod office_texts;
mod orders;
mod page_checks;
mod papers;
mod pdfx;
mod preflight;
mod preflight_kit;
mod press;
mod press_jobs;
mod print;
mod proof;
mod qr;
mod readers;
mod scans;
mod sharing;
mod street_lines;
mod visit;
mod words_check;
