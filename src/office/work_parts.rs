//! Where does a text stand, and what can be done with it from here?

use super::asked::Asked;
use super::text_page::TextView;
use super::{clock, frame};
use crate::register::{Act, Stage};
use crate::web::words::Words;
use maud::{Markup, html};

/// The key of the name of a stage.
#[must_use]
pub fn stage_key(stage: Stage) -> &'static str {
    match stage {
        Stage::Draft => "stage-draft",
        Stage::InReview => "stage-in-review",
        Stage::Published => "stage-published",
        Stage::Withdrawn => "stage-withdrawn",
    }
}

/// A stage as a badge.
#[must_use]
pub fn badge(words: &Words, stage: Stage) -> Markup {
    html! { span class=(format!("badge {stage}")) { (words.say(stage_key(stage))) } }
}

/// What visitors read, what is being worked on, and when it will be public.
#[must_use]
pub fn stage_line(words: &Words, view: &TextView) -> Markup {
    let state = &view.state;
    html! {
        div.standing {
            @if let (Some(stage), Some(version)) = (state.public_stage, &state.public) {
                span { (badge(words, stage)) " " (words.say_with("version-number", &[("number", &version.number)])) }
            } @else { span.badge.missing { (words.say("stage-none-public")) } }
            @if let (Some(stage), Some(version)) = (state.working_stage, &state.working) {
                span { (badge(words, stage)) " " (words.say_with("version-by", &[("number", &version.number), ("author", &version.author)])) }
            }
            @if !state.publish_at.is_empty() { b.scheduled { (scheduled(words, &state.publish_at)) } }
        }
    }
}

/// «Hẹn đăng 13/05/2027 07:00», which nobody can take for «published».
#[must_use]
pub fn scheduled(words: &Words, at: &str) -> String {
    words.say_with("scheduled-for", &[("at", &clock::shown(at, words))])
}

/// The text while a reviewer has it.
#[must_use]
pub fn locked(asked: &Asked, view: &TextView) -> Markup {
    let words = asked.words;
    html! {
        p.note { (words.say("text-locked")) }
        div.row {
            a.button.strong href=(format!("{}/review", view.address())) { (words.say("text-to-review")) }
            @if view.may_write { (step_form(asked, view, "recall", "step-recall")) }
        }
        aside.glass.alone aria-label=(words.say("text-as-on-the-phone")) {
            iframe title=(words.say("text-as-on-the-phone")) src=(format!("{}/preview", view.address())) {}
        }
    }
}

/// Steps that are not part of writing: take down, write anew, give up.
#[must_use]
pub fn other_steps(asked: &Asked, view: &TextView) -> Markup {
    let (words, state) = (asked.words, &view.state);
    let is_public = state.public_stage == Some(Stage::Published);
    html! {
        section.more aria-label=(words.say("text-more")) {
            ul.plain {
                li { a href=(format!("{}/history", super::entry::address(&view.place))) { (words.say("text-history")) } }
                @if let (Some(public), Some(working)) = (&state.public, &state.working) {
                    li { a href=(format!("{}/compare?from={}&to={}", view.address(), public.id, working.id)) { (words.say("text-compare")) } }
                }
                @if is_public { li { a href=(format!("/{}/{}/{}", view.lang, view.place.kind, view.place.slug)) { (words.say("text-public-page")) } } }
            }
            @if asked.may(Act::Review) && is_public {
                details {
                    summary { (words.say("step-withdraw")) }
                    form.fields method="post" action=(format!("{}/withdraw", view.address())) {
                        (frame::csrf(asked.signed()))
                        input type="hidden" name="version" value=(state.public.as_ref().map_or(0, |version| version.id));
                        p { (words.say("withdraw-help")) }
                        div.field { label for="reason" { (words.say("reason")) } input #reason name="reason" required maxlength="1000"; }
                        label.choice { input type="checkbox" name="everywhere" value="1"; " " (words.say("withdraw-everywhere")) }
                        button.danger { (words.say("step-withdraw")) }
                    }
                }
            }
            @if view.may_write && state.public_stage == Some(Stage::Withdrawn) && state.working.is_none() {
                (step_form(asked, view, "reopen", "step-reopen"))
            }
            @if view.may_write && state.working_stage == Some(Stage::Draft) {
                details {
                    summary { (words.say("text-discard")) }
                    p { (words.say("discard-help")) }
                    (step_form(asked, view, "discard", "text-discard-now"))
                }
            }
        }
    }
}

/// A form of one button for a step.
#[must_use]
pub fn step_form(asked: &Asked, view: &TextView, step: &str, key: &str) -> Markup {
    let version = if step == "reopen" { &view.state.public } else { &view.state.working };
    html! {
        form method="post" action=(format!("{}/{step}", view.address())) {
            (frame::csrf(asked.signed()))
            input type="hidden" name="version" value=(version.as_ref().map_or(0, |version| version.id));
            button { (asked.words.say(key)) }
        }
    }
}
