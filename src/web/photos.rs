//! How does a page show a picture? In the width that the screen needs, with words for whoever cannot see it, and with its credit.

use super::photo_files::PhotoAsked;
use super::sources::bare;
use super::words::Words;
use crate::register::photo::{BY_PERMISSION, PUBLIC_DOMAIN, widths};
use crate::register::{Lang, Photo, PhotoFormat};
use maud::{Markup, html};

/// How wide a picture is shown: the column of text, or the phone without its margins.
const SIZES: &str = "(min-width:38rem) 36rem,94vw";

/// The width of the file for browsers that choose for themselves from nothing.
const USUAL_WIDTH: u32 = 800;

/// A picture, ready to print.
pub struct Figure {
    /// The picture.
    photo: Photo,
    /// What it shows.
    alt: String,
    /// The language of that, where it is not the page's.
    alt_lang: Option<Lang>,
    /// Who is to be named for it.
    credit: String,
    /// Is it shown to the office, which may see what is not public?
    is_for_the_office: bool,
}

impl Figure {
    /// A public picture on a page in the language of `words`.
    #[must_use]
    pub fn of(photo: &Photo, words: &Words) -> Self {
        let alt = photo.alt.worded(words.lang());
        let source = bare(photo.source.as_str());
        let credit: [(&str, &dyn std::fmt::Display); 3] =
            [("author", &photo.author), ("licence", &licence_shown(photo.licence.as_str(), words)), ("source", &source)];
        Self {
            photo: photo.clone(),
            alt: alt.map(|(_, alt)| alt.to_string()).unwrap_or_default(),
            alt_lang: alt.and_then(|(lang, _)| words.other(lang)),
            credit: words.say_with("photo-credit", &credit),
            is_for_the_office: false,
        }
    }

    /// The same picture under its address in the office, where it can be seen before it is public.
    #[must_use]
    pub fn through_the_office(self) -> Self {
        Self { is_for_the_office: true, ..self }
    }

    fn address(&self, width: u32, format: PhotoFormat) -> String {
        if self.is_for_the_office { office_address(&self.photo, width, format) } else { public_address(&self.photo, width, format) }
    }
}

/// Where visitors find a file of a picture.
#[must_use]
pub fn public_address(photo: &Photo, width: u32, format: PhotoFormat) -> String {
    format!("/assets/{}", PhotoAsked { id: photo.id, digest: photo.digest.clone(), width, format }.name())
}

/// Where the office finds it.
#[must_use]
pub fn office_address(photo: &Photo, width: u32, format: PhotoFormat) -> String {
    format!("/office/photo/{}/{width}.{format}", photo.id)
}

/// The widest file of a picture that is not wider than this, or else its narrowest.
#[must_use]
pub fn width_up_to(photo: &Photo, most: u32) -> u32 {
    widths(photo.width).find(|width| *width <= most).unwrap_or(photo.width)
}

/// A licence as a reader of this language knows it.
#[must_use]
pub fn licence_shown(licence: &str, words: &Words) -> String {
    match licence {
        PUBLIC_DOMAIN => words.say("licence-public-domain"),
        BY_PERMISSION => words.say("licence-by-permission"),
        other => other.to_owned(),
    }
}

/// The picture with its credit; `loading` is what a browser is told about when to fetch it.
#[must_use]
pub fn figure_markup(figure: &Figure, loading: Option<&str>) -> Markup {
    let photo = &figure.photo;
    let of = |width| format!("{} {width}w", figure.address(width, PhotoFormat::Webp));
    let all: Vec<String> = widths(photo.width).map(of).collect();
    let usual = width_up_to(photo, USUAL_WIDTH);
    html! {
        figure {
            picture {
                source type="image/webp" srcset=(all.join(",")) sizes=(SIZES);
                img src=(figure.address(usual, PhotoFormat::Jpg)) width=(photo.width) height=(photo.height) loading=[loading]
                    alt=(figure.alt) lang=[figure.alt_lang];
            }
            figcaption { (figure.credit) }
        }
    }
}
