//! For the people of the culture department: write, translate, check, publish, and never lose a word.

mod answer;
mod asked;
mod changes;
mod clock;
mod compare;
mod desk;
mod door;
mod error;
mod field_words;
mod form;
mod frame;
mod history_list;
mod history_of_place;
mod history_row;
mod route;
mod state;
mod told;

pub use error::Error;
pub use route::{Method, OpenTo, Route, routes};
pub use state::Office;

/// Every address of the office, with who may use it: the whole table. Nothing answers that has no row here.
#[must_use]
pub fn table() -> Vec<Route> {
    [desk::ROUTES, history_list::ROUTES, history_row::ROUTES, history_of_place::ROUTES, compare::ROUTES].concat()
}
