//! What if two people changed the same field? Both are shown, one is chosen, and what is given up stays in the history.

use super::answer::Answer;
use super::asked::Asked;
use super::frame::{self, Frame};
use super::save_page::{Sent, nothing_is_lost};
use super::text_form::raw_of_text;
use super::text_page::{field_key, text_address};
use super::{Office, entry};
use crate::register::{Text, TextField, Version};
use crate::store::{Kept, RawFields};
use actix_web::http::StatusCode;
use maud::{Markup, html};

/// Takes over what was chosen on the page of a conflict, and gives back what was given up.
pub(super) fn chosen(asked: &Asked, raw: &mut RawFields) -> Vec<(TextField, String)> {
    let mut gave_up = Vec::new();
    for field in TextField::ALL {
        if asked.form.get(&format!("take-{field}")) == "theirs" {
            let mine = raw.insert(field.to_string(), asked.form.get(&format!("theirs-{field}"))).unwrap_or_default();
            gave_up.push((*field, mine));
        }
    }
    gave_up
}

/// The page of a conflict: every field that is in nobody's way goes along unseen.
pub(super) fn conflict(
    office: &Office,
    asked: &Asked,
    sent: &Sent,
    kept: Kept,
    theirs: &Version,
    merged: &Text,
    fields: &[TextField],
) -> Answer {
    let words = asked.words;
    let edition = office.edition();
    let name = entry::name_of(&edition, &sent.place, words.lang());
    let title = words.say_with("conflict-title", &[("name", &name)]);
    let above = entry::way_to(words, &sent.place, &name);
    let raw = raw_of_text(merged);
    let content = html! {
        p.refused role="alert" { (words.say_with("conflict-lead", &[("author", &theirs.author)])) }
        (nothing_is_lost(words))
        form method="post" action=(text_address(&sent.place, sent.lang)) {
            (frame::csrf(asked.signed()))
            input type="hidden" name="based_on" value=(theirs.id);
            input type="hidden" name="draft" value=(kept.id);
            input type="hidden" name="revision" value=(kept.revision);
            input type="hidden" name="then" value=(asked.form.get("then"));
            @if asked.form.has("source") { input type="hidden" name="source" value=(asked.form.get("source")); }
            @for ticked in asked.form.all("checked") { input type="hidden" name="checked" value=(ticked); }
            @for field in TextField::ALL {
                @let mine = raw.get(field.as_str()).map(String::as_str).unwrap_or_default();
                @if fields.contains(field) { (choice(asked, *field, mine, theirs)) } @else { (unseen(*field, mine)) }
            }
            div.row.acts { button.strong { (words.say("conflict-save")) } }
        }
    };
    let frame = Frame { title: &title, part: "/office/entries", above: &above, is_wide: true };
    Answer::page_with(StatusCode::CONFLICT, frame::page(asked, &frame, &content))
}

/// A field as the form of a text sends it.
fn unseen(field: TextField, value: &str) -> Markup {
    html! {
        @if field == TextField::Photos {
            @for photo in value.split_whitespace() { input type="hidden" name="photo" value=(photo); }
        } @else { input type="hidden" name=(field) value=(value); }
    }
}

fn choice(asked: &Asked, field: TextField, mine: &str, theirs: &Version) -> Markup {
    let words = asked.words;
    let name = if field == TextField::Photos { "photo" } else { field.as_str() };
    let other = theirs.text.field(field);
    let height = 3 + mine.chars().count().max(other.chars().count()) / 60;
    html! {
        fieldset.conflict {
            legend { (words.say(field_key(field))) }
            div.row.even {
                div.field {
                    label.choice { input type="radio" name=(format!("take-{field}")) value="mine" checked; " " (words.say("conflict-mine")) }
                    textarea name=(name) rows=(height) aria-label=(words.say("conflict-mine")) { (mine) }
                }
                div.field {
                    label.choice {
                        input type="radio" name=(format!("take-{field}")) value="theirs";
                        " " (words.say_with("conflict-theirs", &[("author", &theirs.author)]))
                    }
                    textarea name=(format!("theirs-{field}")) rows=(height) readonly
                        aria-label=(words.say_with("conflict-theirs", &[("author", &theirs.author)])) { (other) }
                }
            }
        }
    }
}
