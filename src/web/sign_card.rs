//! Is this the sign in front of the visitor? Its code, its picture, where it stands, and the way to say that something is wrong.

use super::addresses::report_address;
use super::dates;
use super::photos::{Figure, figure_markup};
use super::street_page::word_on_the_sign;
use super::words::Words;
use super::{Site, ways};
use crate::edition::{Edition, Entry};
use crate::register::{Crossing, End, FaultKind, Placement, Side, Sign};
use maud::{Markup, html};

/// What is said about the very sign that was scanned.
pub struct SignView {
    /// The code in two groups.
    pub code: String,
    /// The printed address, as a browser shows it.
    pub address: String,
    /// Which sign of the place it is, and where it stands if that is known.
    pub about: Vec<String>,
    /// The sign itself.
    pub figure: Option<Figure>,
    /// Where to say that the sign looks different.
    pub different: String,
}

impl SignView {
    /// What is said about this sign; what has not been surveyed is not shown as noise.
    #[must_use]
    pub fn of(edition: &Edition, site: &Site, sign: &Sign, words: &Words) -> Self {
        let code = sign.code;
        Self {
            code: code.grouped(),
            address: site.absolute(&format!("/{code}")),
            about: about(edition, sign, words),
            figure: edition.photo_of_sign(sign).map(|photo| Figure::of(photo, words)),
            different: report_address(code, FaultKind::Different, words.lang()),
        }
    }
}

/// The card.
#[must_use]
pub fn sign_card(sign: &SignView, words: &Words) -> Markup {
    html! {
        section.sign {
            h2 { (words.say("this-sign")) }
            p.code { (sign.code) }
            @if let Some(figure) = &sign.figure { (figure_markup(figure, Some("lazy"))) }
            @for line in &sign.about { p { (line) } }
            p { (words.say("compare")) }
            p.address { (sign.address) }
            p { a.act href=(sign.different) { (words.say("looks-different")) } }
        }
    }
}

/// Ward, corner, side, ends, the words of the survey, and when somebody last looked.
fn about(edition: &Edition, sign: &Sign, words: &Words) -> Vec<String> {
    let survey = &sign.survey;
    let ward = sign.ward.as_ref().and_then(|slug| edition.find_ward(slug));
    let ward = ward.map(|ward| words.say_with("stands-in", &[("ward", &ward.name)]));
    let corner = survey.corner.as_ref().and_then(|corner| name_of(edition, corner, words));
    let corner = corner.map(|corner| words.say_with("stands-at-corner", &[("crossing", &corner)]));
    let side = survey.side.as_ref().map(|side| side_told(side, words));
    let ends: Vec<String> = survey.ends.iter().filter_map(|end| end_told(edition, end, words)).collect();
    let ends = Some(ends.join(" · ")).filter(|ends| !ends.is_empty());
    let placement = match &sign.placement {
        Placement::NotSurveyed => None,
        Placement::Surveyed(line) => Some(line.to_string()),
    };
    let checked = survey.checked_on.map(|day| words.say_with("last-checked", &[("date", &dates::spoken(day, words))]));
    [ward, corner, side, ends, placement, checked].into_iter().flatten().collect()
}

fn side_told(side: &Side, words: &Words) -> String {
    match side {
        Side::Even => words.say("side-even"),
        Side::Odd => words.say("side-odd"),
        Side::Left => words.say("side-left"),
        Side::Right => words.say("side-right"),
        Side::Words(line) => line.to_string(),
    }
}

/// How far it is to an end of the street; nothing where only one of the two is known.
fn end_told(edition: &Edition, end: &End, words: &Words) -> Option<String> {
    let crossing = name_of(edition, end.crossing.as_ref()?, words)?;
    let distance = ways::distance(usize::try_from(end.metres?).ok()?, words);
    Some(words.say_with("metres-to", &[("distance", &distance), ("crossing", &crossing)]))
}

/// What a crossing is called: a street with the word on its sign.
fn name_of(edition: &Edition, crossing: &Crossing, words: &Words) -> Option<String> {
    let place = match crossing {
        Crossing::Words(line) => return Some(line.to_string()),
        Crossing::Place(place) => edition.find_renamed(place).unwrap_or(place),
    };
    Some(match edition.find(place)? {
        Entry::Street(street) => match street.kind {
            Some(kind) => format!("{} {}", word_on_the_sign(kind), street.name),
            None => street.name.to_string(),
        },
        other => other.name(words.lang()).to_owned(),
    })
}
