//! For the people of the culture department: write, translate, check, publish, and never lose a word.

mod answer;
mod asked;
mod chance;
mod choice;
mod clock;
mod desk;
mod diary;
mod door;
mod error;
mod form;
mod frame;
mod gate;
mod hashing;
mod kept;
mod login;
pub mod misses;
mod origin;
mod photo_form;
mod photo_page;
mod photos_page;
pub mod picture;
pub mod picture_head;
mod picture_walk;
mod route;
mod second_factor;
mod session;
mod state;
mod unfinished;

pub use error::Error;
pub use route::{Method, OpenTo, Route, routes};
pub use state::Office;

/// Every address of the office, with who may use it: the whole table. Nothing answers that has no row here.
#[must_use]
pub fn table() -> Vec<Route> {
    [desk::ROUTES, login::ROUTES, choice::ROUTES, photos_page::ROUTES, photo_page::ROUTES].concat()
}
