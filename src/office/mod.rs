//! For the people of the culture department: write, translate, check, publish, and never lose a word.

mod answer;
mod asked;
mod chance;
mod clock;
mod desk;
mod door;
mod entry;
mod error;
mod fields;
mod form;
mod frame;
mod name_rows;
mod new_page;
mod record_fields;
mod record_page;
mod rename_page;
mod retire_page;
mod route;
mod sign_form;
mod signs_page;
mod source_rows;
mod state;

pub use chance::issue_code;
pub use error::Error;
pub use route::{Method, OpenTo, Route, routes};
pub use state::Office;

/// Every address of the office, with who may use it: the whole table. Nothing answers that has no row here.
#[must_use]
pub fn table() -> Vec<Route> {
    [
        desk::ROUTES,
        entry::ROUTES,
        record_page::ROUTES,
        new_page::ROUTES,
        rename_page::ROUTES,
        retire_page::ROUTES,
        signs_page::ROUTES,
        sign_form::ROUTES,
    ]
    .concat()
}
