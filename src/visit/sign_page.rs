//! What does a scan show? The place that the sign names, and that this is the sign in front of you.

use crate::edition::Edition;
use crate::register::{Placement, Sign};
use crate::web::Site;
use crate::web::place_page::{self, PlaceView, SignView};
use crate::web::words::Words;

/// The view of the place behind a sign of the edition, with the sign.
pub fn view_of(edition: &Edition, site: &Site, sign: &Sign, words: &Words) -> PlaceView {
    let code = sign.code;
    let mut view = place_page::view_of(edition, &sign.place, words);
    view.below = Some(match sign.number {
        Some(number) => words.say_with("sign-number", &[("number", &number), ("code", &code.grouped())]),
        None => code.grouped(),
    });
    view.path = format!("/{code}");
    view.sign = Some(SignView { code: code.grouped(), address: site.absolute(&format!("/{code}")), about: about(edition, sign, words) });
    view
}

/// What is known of the place it stands at; what has not been surveyed is not shown as noise.
fn about(edition: &Edition, sign: &Sign, words: &Words) -> Vec<String> {
    let ward = sign.ward.as_ref().and_then(|slug| edition.find_ward(slug));
    let ward = ward.map(|ward| words.say_with("stands-in", &[("ward", &ward.name)]));
    let placement = match &sign.placement {
        Placement::NotSurveyed => None,
        Placement::Surveyed(line) => Some(line.to_string()),
    };
    ward.into_iter().chain(placement).collect()
}
