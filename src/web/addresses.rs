//! Under which path does a visitor find a thing?

use crate::register::{FaultKind, Lang, Place, SignCode, Slug};

/// The path of a place after `/{lang}`.
pub fn place_path(place: &Place) -> String {
    format!("/{}/{}", place.kind, place.slug)
}

/// The path of a place in a language.
pub fn place_address(place: &Place, lang: Lang) -> String {
    format!("/{lang}{}", place_path(place))
}

/// The path of a walk after `/{lang}`.
pub fn walk_path(walk: &Slug) -> String {
    format!("/walk/{walk}")
}

/// The path of a place's map after `/{lang}`.
pub fn map_path(place: &Place) -> String {
    format!("{}/map", place_path(place))
}

/// The path of the map of the whole city after `/{lang}`.
pub const CITY_MAP: &str = "/map";

/// The path of the form that reports this about a sign or what its page says.
pub fn report_address(code: SignCode, kind: FaultKind, lang: Lang) -> String {
    format!("/{lang}/{code}/report?kind={kind}")
}

/// The path that a sign's symbol leads to.
#[must_use]
pub fn sign_address(code: SignCode) -> String {
    format!("/{code}")
}
