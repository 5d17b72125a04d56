//! For the people of the culture department: write, translate, check, publish, and never lose a word.

mod answer;
mod asked;
mod chance;
mod changes;
mod choice;
pub mod clock;
mod compare;
mod conflict_page;
mod desk;
mod diary;
mod door;
mod doubts;
mod download;
mod entries_page;
mod entry;
mod error;
mod factor_parts;
mod field_words;
mod fields;
pub mod finished_file;
mod frame;
mod gate;
mod hashing;
mod history_list;
mod history_of_place;
mod history_row;
mod kept;
mod login;
mod me_factor;
mod me_page;
pub mod misses;
mod name_rows;
mod new_page;
mod pages;
mod people;
mod person_page;
mod photo_form;
mod photo_page;
mod photos_page;
pub mod plates;
mod press;
mod press_room;
mod press_shelf;
mod preview_page;
mod print_choice;
mod print_fields;
mod print_files;
mod print_form;
mod print_head;
mod print_links;
mod print_list;
mod print_minutes;
mod print_new;
mod print_order;
mod print_parts;
mod print_pictures;
mod print_plates;
mod print_review;
mod print_steps;
mod record_fields;
mod record_page;
mod recordings_page;
mod rename_page;
mod report_case_page;
mod reports_page;
mod retire_page;
mod review_page;
mod route;
mod save_page;
mod scans_page;
mod search_page;
mod second_factor;
mod session;
mod setup;
mod shop_page;
mod sign_form;
mod signs_page;
pub mod sound;
mod source_rows;
mod state;
mod step_pages;
mod text_form;
mod text_page;
mod texts;
mod told;
mod translation_rows;
mod unfinished;
mod unfit_picture;
mod walk_fields;
mod walk_form;
mod walks_list;
mod work_parts;

pub use chance::{issue_code, new_token};
pub use error::Error;
pub use route::{Method, OpenTo, Route, routes};
pub use state::Office;

/// Every address of the office, with who may use it: the whole table. Nothing answers that has no row here.
#[must_use]
pub fn table() -> Vec<Route> {
    [
        desk::ROUTES,
        login::ROUTES,
        choice::ROUTES,
        setup::ROUTES,
        me_page::ROUTES,
        me_factor::ROUTES,
        people::ROUTES,
        texts::ROUTES,
        history_list::ROUTES,
        history_row::ROUTES,
        history_of_place::ROUTES,
        compare::ROUTES,
        photos_page::ROUTES,
        photo_page::ROUTES,
        recordings_page::ROUTES,
        entry::ROUTES,
        record_page::ROUTES,
        new_page::ROUTES,
        rename_page::ROUTES,
        retire_page::ROUTES,
        signs_page::ROUTES,
        sign_form::ROUTES,
        walks_list::ROUTES,
        walk_form::ROUTES,
        print_list::ROUTES,
        print_new::ROUTES,
        print_order::ROUTES,
        print_steps::ROUTES,
        print_files::ROUTES,
        print_minutes::ROUTES,
        print_links::ROUTES,
        print_head::ROUTES,
        print_pictures::ROUTES,
        shop_page::ROUTES,
        scans_page::ROUTES,
        reports_page::ROUTES,
        report_case_page::ROUTES,
    ]
    .concat()
}
