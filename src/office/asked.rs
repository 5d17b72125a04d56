//! What does somebody want of the office, and who are they?

use crate::register::{Act, Editor, Lang, Login, Place, PlaceKind, Slug};
use crate::web::form::Form;
use crate::web::origin::Origin;
use crate::web::words::Words;
use std::collections::HashMap;
use std::net::IpAddr;

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub struct Signed {
    /// Who they are.
    pub editor: Editor,
    /// The number of their session.
    pub session: i64,
    /// What every form of theirs must carry, so that no other site can send one for them.
    pub csrf: String,
}

/// A request, read: everything that a page of the office decides by.
pub struct Asked {
    /// Who asks; none where nobody is signed in.
    pub signed: Option<Signed>,
    /// The language that the office speaks to them.
    pub words: &'static Words,
    /// The path as asked, with its query.
    pub address: String,
    /// The parts of the path, by the names in its row of the table.
    pub parts: HashMap<&'static str, String>,
    /// What stands after the question mark.
    pub query: Form,
    /// What was sent along.
    pub form: Form,
    /// Cookies, by name.
    pub cookies: HashMap<String, String>,
    /// Where the request comes from, as far as the proxies that we trust tell.
    pub from: IpAddr,
    /// What the browser says of the page that it was sent from.
    pub origin: Origin,
    /// What a script sends in place of the field `csrf`.
    pub csrf_of_script: String,
    /// What the browser calls itself, cut short.
    pub device: String,
    /// Is a part of a file asked for? A browser does so to go on where it left off.
    pub wants_part: bool,
    /// Does a script ask, which wants JSON?
    pub wants_json: bool,
    /// This moment in UTC, ISO 8601 to the second.
    pub now: String,
}

impl Asked {
    /// Who is signed in. The door lets nobody else through to a page that calls this.
    ///
    /// # Panics
    /// If the row of the table opens the page to everybody: a fault of ours, answered with 500.
    #[must_use]
    pub fn who(&self) -> &Editor {
        &self.signed().editor
    }

    /// The session of whoever is signed in.
    ///
    /// # Panics
    /// As [`Asked::who`].
    #[must_use]
    pub fn signed(&self) -> &Signed {
        self.signed.as_ref().expect("the table opens this page only to those who are signed in")
    }

    /// The login of whoever asks, empty where nobody is signed in.
    #[must_use]
    pub fn login_of_asker(&self) -> &str {
        self.signed.as_ref().map_or("", |signed| signed.editor.login.as_str())
    }

    /// May whoever asks do this?
    #[must_use]
    pub fn may(&self, act: Act) -> bool {
        self.signed.as_ref().is_some_and(|signed| signed.editor.role.may(act))
    }

    /// A part of the path, empty where there is none.
    #[must_use]
    pub fn part(&self, name: &str) -> &str {
        self.parts.get(name).map_or("", String::as_str)
    }

    /// The place that the path names, whether it exists or not.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        Some(Place { kind: PlaceKind::parse(self.part("kind")).ok()?, slug: Slug::parse(self.part("slug")).ok()? })
    }

    /// The language of a text that the path names.
    #[must_use]
    pub fn lang(&self) -> Option<Lang> {
        Lang::parse(self.part("lang")).ok()
    }

    /// The number that a part of the path is.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<i64> {
        self.part(name).parse().ok()
    }

    /// The login that the path names.
    #[must_use]
    pub fn login(&self) -> Option<Login> {
        Login::parse(self.part("login")).ok()
    }
}
