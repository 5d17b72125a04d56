//! What does a scan show? The place that the sign names, and that this is the sign in front of you.

use crate::edition::Edition;
use crate::register::SignCode;
use crate::web::Site;
use crate::web::place_page::{self, PlaceView};
use crate::web::sign_card::SignView;
use crate::web::words::Words;

/// The view of the place behind a sign of the edition, with the sign.
pub fn view_of(edition: &Edition, site: &Site, code: SignCode, words: &Words) -> PlaceView {
    let sign = edition.find_sign(code).expect("the code was looked up in this edition before its page is made");
    let mut view = place_page::view_at(edition, sign, words);
    view.below = Some(match sign.number {
        Some(number) => words.say_with("sign-number", &[("number", &number), ("code", &code.grouped())]),
        None => code.grouped(),
    });
    view.path = format!("/{code}");
    view.sign = Some(SignView::of(edition, site, sign, words));
    view
}
