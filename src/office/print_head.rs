//! Whose papers are the minutes? A small form on the print desk, for those who answer for what is printed.

use super::answer::Answer;
use super::asked::Asked;
use super::frame::csrf;
use super::print_list::list;
use super::route::{OpenTo, Route};
use super::{Error, Office};
use crate::register::{Act, Explained, Fault, OfficeHead};
use crate::store::Stamp;
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[Route::post("/office/print/head", OpenTo::WhoMay(Act::HeadPapers), save_head)];

/// The two names, each with the key of its label and that of an example.
const FIELDS: [(&str, &str, &str); 2] =
    [("above", "office-head-above", "office-head-above-like"), ("office", "office-head-office", "office-head-office-like")];

fn save_head(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let save = || {
        let head = OfficeHead::parse(&asked.form.get("above"), &asked.form.get("office"))?;
        office.store()?.set_office_head(&head, Stamp { who: asked.login_of_asker(), at: &asked.now })?;
        Ok(Answer::on_to("/office/print?done=head#head"))
    };
    match save() {
        Err(error) if Error::fault(&error) == Fault::Refused => list(office, asked, Some(&error)),
        done => done,
    }
}

/// The form; what was refused stays in it.
pub(super) fn head_card(asked: &Asked, head: &OfficeHead, refused: Option<&Error>) -> Markup {
    let words = asked.words;
    let known = |field: &str| if field == "above" { head.above() } else { head.office() }.to_owned();
    let text = |field: &str| asked.form.find(field).filter(|_| refused.is_some()).unwrap_or_else(|| known(field));
    let is_known = !head.above().is_empty() || !head.office().is_empty();
    let is_done = asked.query.get("done") == "head";
    html! {
        details.card id="head" open[refused.is_some() || is_done || !is_known] {
            summary { (words.say("office-head")) @if !head.office().is_empty() { ": " (head.office()) } }
            p.note { (words.say("office-head-help")) }
            @if let Some(refused) = refused { p.refused role="alert" { (words.tell(&refused.sentence())) } }
            @if is_done { p.done role="status" { (words.say("office-head-done")) } }
            form method="post" action="/office/print/head" {
                (csrf(asked.signed()))
                @for (name, label, example) in FIELDS {
                    div.field {
                        label for=(format!("head-{name}")) { (words.say(label)) }
                        small id=(format!("head-{name}-like")) { (words.say(example)) }
                        input id=(format!("head-{name}")) name=(name) value=(text(name)) autocomplete="off" aria-describedby=(format!("head-{name}-like"));
                    }
                }
                p { button { (words.say("office-head-save")) } }
            }
        }
    }
}
