//! How does somebody take a second factor into their phone, and what must they keep? Shared by the first set-up and later ones.

use super::answer::Answer;
use super::asked::Signed;
use super::frame::{self, Frame};
use super::{Error, Office, second_factor};
use crate::qr::{Symbol, svg};
use crate::register::Login;
use crate::web::words::Words;
use maud::{Markup, PreEscaped, html};

/// The symbol to scan, the secret to type, and the field for the code that proves it was taken.
///
/// # Errors
/// Refuses a host so long that no symbol holds it.
pub fn enrolment(office: &Office, words: &Words, login: &Login, secret: &str) -> Result<Markup, Error> {
    let address = second_factor::address_of(secret, &words.say("product"), office.site().host(), login);
    let symbol = Symbol::of_text(&address)?;
    Ok(html! {
        ol.steps {
            li { (words.say("factor-step-app")) }
            li {
                (words.say("factor-step-scan"))
                div.symbol role="img" aria-label=(words.say("factor-symbol")) { (PreEscaped(svg::picture(&symbol))) }
                p.note { (words.say("factor-step-type")) " " code.secret { (second_factor::in_groups(secret).replace('-', " ")) } }
            }
            li { (words.say("factor-step-code")) }
        }
        div.field {
            label for="code" { (words.say("code-label")) }
            input #code name="code" required maxlength="20" inputmode="numeric" autocomplete="one-time-code" autofocus;
        }
    })
}

/// The page that shows the recovery codes, once.
#[must_use]
pub fn codes_page(words: &Words, signed: &Signed, codes: &[String], next: &str) -> Answer {
    let title = words.say("codes-title");
    let content = html! {
        p.done role="status" { (words.say("codes-explained")) }
        ol.codes { @for code in codes { li { code { (second_factor::in_groups(code)) } } } }
        form action=(next) {
            label.choice { input type="checkbox" required; " " (words.say("codes-kept")) }
            button.strong { (words.say("codes-go-on")) }
        }
    };
    Answer::page(frame::whole(words, Some(signed), &Frame::of(&title, ""), &content))
}
