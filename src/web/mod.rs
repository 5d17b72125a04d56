//! What do the pages share? The frame, the words, the headers, the choice of language.

pub mod addresses;
pub mod assets;
pub mod crew;
pub mod dates;
pub mod error;
pub mod every_answer;
pub mod form;
pub mod former_names;
pub mod health;
pub mod kept_files;
pub mod landmark_page;
pub mod language;
pub mod layout;
pub mod listening;
pub mod map_link;
pub mod metrics;
pub mod namesake_page;
pub mod next_stop;
pub mod origin;
pub mod parts;
pub mod photo_files;
pub mod photos;
pub mod picture;
pub mod picture_head;
mod picture_walk;
pub mod place_page;
pub mod press;
pub mod proxies;
pub mod ranges;
pub mod recording_files;
pub mod remembered;
pub mod reports;
pub mod sent;
pub mod share_pictures;
pub mod sharing;
pub mod sign_card;
pub mod sketch;
pub mod sketch_numbers;
pub mod sketch_paths;
pub mod sketch_view;
pub mod sources;
pub mod street_page;
pub mod telling;
pub mod turns;
pub mod walk_page;
pub mod ways;
pub mod words;
pub mod years;

use crate::qr::BaseUrl;
use crate::register::SignCode;

/// The address that this installation answers to.
#[derive(Debug, Clone)]
pub struct Site {
    base: BaseUrl,
}

impl Site {
    /// The site at this base URL. It comes from the settings, never from a request.
    #[must_use]
    pub fn new(base: BaseUrl) -> Self {
        Self { base }
    }

    /// The absolute address of a path that begins with a slash.
    #[must_use]
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.base.as_str())
    }

    /// The host as people read it on the metal, with its port where it has one.
    #[must_use]
    pub fn host(&self) -> &str {
        self.base.as_str().split_once("://").map_or(self.base.as_str(), |(_, host)| host)
    }

    /// The printed address of a sign, in capitals.
    #[must_use]
    pub fn link(&self, code: SignCode) -> String {
        self.base.link(code).as_str().to_owned()
    }

    /// Is the site served over TLS?
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.base.is_https()
    }
}
