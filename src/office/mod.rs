//! For the people of the culture department: write, translate, check, publish, and never lose a word.
//!
//! The order to read it in: first the entrance, then the subject at hand, each from its first file on.
//!
//! | subject | its files |
//! |---|---|
//! | **entrance**: how does a request come in, and from whom? | `route.rs` `door.rs` `asked.rs` `answer.rs` `error.rs` `state.rs` `session.rs` `gate.rs` `login.rs` `choice.rs` `second_factor.rs` `setup.rs` `factor_parts.rs` `hashing.rs` `misses.rs` `kept.rs` `unfinished.rs` `chance.rs` `clock.rs` `frame.rs` `fields.rs` `pages.rs` |
//! | **texts**: how is a text written, translated, checked and published? | `desk.rs` `entries_page.rs` `search_page.rs` `entry.rs` `texts.rs` `text_page.rs` `text_form.rs` `translation_rows.rs` `save_page.rs` `conflict_page.rs` `doubts.rs` `work_parts.rs` `preview_page.rs` `review_page.rs` `step_pages.rs` |
//! | **records**: how are streets, landmarks, namesakes, signs and walks kept? | `record_page.rs` `record_fields.rs` `field_words.rs` `name_rows.rs` `source_rows.rs` `new_page.rs` `rename_page.rs` `retire_page.rs` `signs_page.rs` `sign_form.rs` `walks_list.rs` `walk_form.rs` `walk_fields.rs` |
//! | **photos and sound**: what comes in as a file, and is it fit? | `photos_page.rs` `photo_page.rs` `photo_form.rs` `unfit_picture.rs` `recordings_page.rs` `sound.rs` |
//! | **print desk**: how are plates ordered, made, fetched and followed? | `print_list.rs` `print_new.rs` `print_form.rs` `print_fields.rs` `print_choice.rs` `print_review.rs` `print_plates.rs` `print_order.rs` `print_parts.rs` `print_steps.rs` `plates.rs` `press.rs` `press_room.rs` `press_shelf.rs` `finished_file.rs` `print_files.rs` `download.rs` `print_pictures.rs` `print_minutes.rs` `print_head.rs` `print_links.rs` `shop_page.rs` |
//! | **reports**: what do visitors report, and how often do they scan? | `reports_page.rs` `report_case_page.rs` `scans_page.rs` |
//! | **people and history**: who works here, and who did what? | `people.rs` `person_page.rs` `me_page.rs` `me_factor.rs` `diary.rs` `history_list.rs` `history_row.rs` `history_of_place.rs` `compare.rs` `changes.rs` `told.rs` |

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
