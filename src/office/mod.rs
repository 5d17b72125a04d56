//! For the people of the culture department: write, translate, check, publish, and never lose a word.

mod answer;
mod asked;
mod clock;
mod desk;
mod door;
mod error;
mod form;
mod frame;
mod photo_form;
mod photo_page;
mod photos_page;
pub mod picture;
pub mod picture_head;
mod picture_walk;
mod route;
mod state;

pub use error::Error;
pub use route::{Method, OpenTo, Route, routes};
pub use state::Office;

/// Every address of the office, with who may use it: the whole table. Nothing answers that has no row here.
#[must_use]
pub fn table() -> Vec<Route> {
    [desk::ROUTES, photos_page::ROUTES, photo_page::ROUTES].concat()
}
