//! What becomes of a form that comes in too late? It is carried along, and sent again with one press of a button.

use super::answer::Answer;
use super::asked::{Asked, Signed};
use super::frame;
use crate::web::words::Words;
use actix_web::http::StatusCode;
use maud::{Markup, html};

/// Most bytes carried along.
const MOST: usize = 1 << 20;
/// The fields that carry them.
const ADDRESS: &str = "kept-address";
const FIELDS: &str = "kept-fields";

/// A form that was sent and not taken.
pub struct Kept {
    address: String,
    fields: Vec<(String, String)>,
}

impl Kept {
    /// The form that was just sent; none where it has files or is too much to carry.
    #[must_use]
    pub fn of_refused(asked: &Asked) -> Option<Self> {
        let fields: Vec<_> = asked.form.fields().iter().filter(|(name, _)| name != "csrf").cloned().collect();
        let bytes: usize = fields.iter().map(|(name, value)| name.len() + value.len()).sum();
        let address = own_path(&asked.address).filter(|_| asked.form.uploads.is_empty() && bytes < MOST)?;
        Some(Self { address, fields })
    }

    /// The form that is carried along by this one.
    #[must_use]
    pub fn of_form(asked: &Asked) -> Option<Self> {
        let address = own_path(&asked.form.get(ADDRESS))?;
        let fields = serde_json::from_str(&asked.form.find(FIELDS)?).ok()?;
        Some(Self { address, fields })
    }

    /// It, as fields of another form.
    #[must_use]
    pub fn carried(&self) -> Markup {
        let fields = serde_json::json!(self.fields).to_string();
        html! {
            input type="hidden" name=(ADDRESS) value=(self.address);
            input type="hidden" name=(FIELDS) value=(fields);
        }
    }

    /// The page with the button that sends it again.
    #[must_use]
    pub fn page(&self, status: StatusCode, words: &Words, signed: &Signed) -> Answer {
        let title = words.say("kept-title");
        let content = html! {
            p.done role="status" { (words.say("kept-explained")) }
            form method="post" action=(self.address) {
                (frame::csrf(signed))
                @for (name, value) in &self.fields { input type="hidden" name=(name) value=(value); }
                button.strong autofocus { (words.say("kept-send")) }
            }
        };
        Answer::page_with(status, frame::alone(words, &title, &content))
    }
}

/// A path of the office that a browser may be sent to; none for anything that a browser could take for another host.
#[must_use]
pub fn own_path(text: &str) -> Option<String> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let lower = text.to_ascii_lowercase();
    let is_straight = !["//", "/.", "%0", "%1", "%5c", "%2f", "%2e"].iter().any(|trick| path_of(&lower).contains(trick));
    (text.starts_with("/office/") && is_plain && is_straight).then(|| text.to_owned())
}

fn path_of(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or_default()
}
