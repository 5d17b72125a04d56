//! Which addresses has the office, and who may use each? One table; the door reads it for every request.

use super::answer::Answer;
use super::asked::Asked;
use super::{Error, Office, door, table};
use crate::register::Act;
use actix_web::{guard, web};

/// Reading, or changing something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// GET and HEAD: changes nothing.
    Get,
    /// POST: may change something, and needs a form of ours.
    Post,
}

/// Who may use an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OpenTo {
    /// Whoever knows it: the ways to sign in.
    Everybody,
    /// Whoever is signed in and may do this.
    WhoMay(Act),
}

/// How an address answers: on a thread that may wait for the store.
pub(super) type Page = fn(&Office, &Asked) -> Result<Answer, Error>;

/// One row of the table.
#[derive(Clone, Copy)]
pub struct Route {
    /// Reading or changing.
    pub method: Method,
    /// The path, with its parts in braces.
    pub path: &'static str,
    /// Who may use it.
    pub open_to: OpenTo,
    /// Most bytes that may be sent to it.
    pub most_bytes: usize,
    pub(super) page: Page,
}

/// Most bytes of an ordinary form.
const ORDINARY_FORM: usize = 1 << 20;

impl Route {
    /// A page to read.
    pub(super) const fn get(path: &'static str, open_to: OpenTo, page: Page) -> Self {
        Self { method: Method::Get, path, open_to, most_bytes: 0, page }
    }

    /// A form to send.
    pub(super) const fn post(path: &'static str, open_to: OpenTo, page: Page) -> Self {
        Self { method: Method::Post, path, open_to, most_bytes: ORDINARY_FORM, page }
    }

    /// The same row for more bytes.
    pub(super) const fn of_most(self, most_bytes: usize) -> Self {
        Self { most_bytes, ..self }
    }
}

/// Every address of the office. They need an [`Office`] as `web::Data`.
pub fn routes(config: &mut web::ServiceConfig) {
    for row in table() {
        let resource = web::resource(row.path);
        let resource = match row.method {
            Method::Get => resource.guard(guard::Any(guard::Get()).or(guard::Head())),
            Method::Post => resource.guard(guard::Post()),
        };
        config.service(resource.to(move |request, payload, office| door::answer(row, request, payload, office)));
    }
    config.service(web::scope("/office").default_service(web::to(door::lost)));
}
