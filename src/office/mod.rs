//! For the people of the culture department: write, translate, check, publish, and never lose a word.

mod answer;
mod asked;
mod chance;
mod choice;
mod clock;
mod conflict_page;
mod desk;
mod diary;
mod door;
mod doubts;
mod entries_page;
mod entry;
mod error;
mod factor_parts;
mod form;
mod frame;
mod gate;
mod hashing;
mod kept;
mod login;
mod me_factor;
mod me_page;
pub mod misses;
mod origin;
mod people;
mod person_page;
mod preview_page;
mod review_page;
mod route;
mod save_page;
mod search_page;
mod second_factor;
mod session;
mod setup;
mod source_rows;
mod state;
mod step_pages;
mod text_form;
mod text_page;
mod texts;
mod translation_rows;
mod unfinished;
mod work_parts;

pub use chance::new_token;
pub use error::Error;
pub use route::{Method, OpenTo, Route, routes};
pub use state::Office;

/// Every address of the office, with who may use it: the whole table. Nothing answers that has no row here.
#[must_use]
pub fn table() -> Vec<Route> {
    [desk::ROUTES, login::ROUTES, choice::ROUTES, setup::ROUTES, me_page::ROUTES, me_factor::ROUTES, people::ROUTES, texts::ROUTES].concat()
}
