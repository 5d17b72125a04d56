//! Which addresses does a text have in the office?

use super::route::{OpenTo, Route};
use super::{preview_page, review_page, save_page, step_pages, text_page};
use crate::register::Act;

const MAY_READ: OpenTo = OpenTo::WhoMay(Act::Read);
const MAY_WRITE: OpenTo = OpenTo::WhoMay(Act::Write);
const MAY_COMMENT: OpenTo = OpenTo::WhoMay(Act::Comment);
const MAY_REVIEW: OpenTo = OpenTo::WhoMay(Act::Review);

/// Most bytes of a text with everything around it: far more than a text may have, so that one that is too long comes back whole.
const MOST_BYTES: usize = 8 << 20;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/find", MAY_READ, save_page::find_places),
    Route::get("/office/{kind:street|landmark|namesake}/{slug}/{lang:vi|en|fr|zh|ja|ko}", MAY_READ, text_page::show_text),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/{lang:vi|en|fr|zh|ja|ko}", MAY_WRITE, save_page::save_text)
        .of_most(MOST_BYTES),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/{lang:vi|en|fr|zh|ja|ko}/draft", MAY_WRITE, save_page::save_draft)
        .of_most(MOST_BYTES),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/{lang:vi|en|fr|zh|ja|ko}/draft/drop", MAY_WRITE, save_page::drop_draft)
        .of_most(MOST_BYTES),
    Route::get("/office/{kind:street|landmark|namesake}/{slug}/{lang:vi|en|fr|zh|ja|ko}/preview", MAY_READ, preview_page::show_preview),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/{lang:vi|en|fr|zh|ja|ko}/preview", MAY_READ, preview_page::preview_typed)
        .of_most(MOST_BYTES),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/{lang:vi|en|fr|zh|ja|ko}/submit", MAY_WRITE, step_pages::submit),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/{lang:vi|en|fr|zh|ja|ko}/recall", MAY_WRITE, step_pages::recall),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/{lang:vi|en|fr|zh|ja|ko}/reopen", MAY_WRITE, step_pages::reopen),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/{lang:vi|en|fr|zh|ja|ko}/discard", MAY_WRITE, step_pages::discard),
    Route::get("/office/{kind:street|landmark|namesake}/{slug}/{lang:vi|en|fr|zh|ja|ko}/review", MAY_READ, review_page::show_review),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/{lang:vi|en|fr|zh|ja|ko}/comment", MAY_COMMENT, review_page::save_comment),
    Route::post(
        "/office/{kind:street|landmark|namesake}/{slug}/{lang:vi|en|fr|zh|ja|ko}/comment/{comment}/settle",
        MAY_COMMENT,
        review_page::settle_comment,
    ),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/{lang:vi|en|fr|zh|ja|ko}/return", MAY_REVIEW, step_pages::give_back),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/{lang:vi|en|fr|zh|ja|ko}/publish", MAY_REVIEW, step_pages::publish),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/{lang:vi|en|fr|zh|ja|ko}/schedule", MAY_REVIEW, step_pages::schedule),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/{lang:vi|en|fr|zh|ja|ko}/unschedule", MAY_REVIEW, step_pages::unschedule),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/{lang:vi|en|fr|zh|ja|ko}/withdraw", MAY_REVIEW, step_pages::withdraw),
];
