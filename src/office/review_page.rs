//! Is this fit to be public? A second pair of eyes reads it paragraph by paragraph, and decides.

use super::answer::Answer;
use super::asked::Asked;
use super::doubts::doubts;
use super::frame::{self, Frame};
use super::text_page::{TextView, doubt_list, text_address};
use super::{Error, Office, clock, entry, step_pages, work_parts};
use crate::register::source::sources_of;
use crate::register::{Act, Stage, Version};
use crate::store::Comment;
use crate::web::sources::shown_source;
use crate::web::words::Words;
use maud::{Markup, html};

/// A text before a reviewer, ready to print.
struct ReviewView {
    text: TextView,
    version: Version,
    comments: Vec<Comment>,
    /// Paragraphs that are not in what visitors read now.
    fresh: Vec<usize>,
}

/// Shows a text that waits for a reviewer.
pub(super) fn show_review(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let mut text = TextView::of(office, asked)?;
    let Some(version) = text.state.working.clone() else { return Ok(Answer::on_to(&text.address())) };
    let comments = office.store()?.comments_on(version.id)?;
    text.doubts = doubts(office, &super::text_form::raw_of_version(Some(&version)));
    let public = text.state.public.as_ref().map(|public| public.text.paragraphs()).unwrap_or_default();
    let fresh = crate::register::paragraphs::stale(&version.text.paragraphs(), &public, &[]);
    let view = ReviewView { text, version, comments, fresh };
    Ok(Answer::page(review_page(asked, &view)))
}

/// Says something about a paragraph.
pub(super) fn save_comment(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let place = entry::place_of(office, asked)?;
    let lang = asked.lang().ok_or(Error::NotThere)?;
    let number = |name: &str| asked.form.get(name).parse().unwrap_or_default();
    let paragraph = asked.form.get("paragraph").parse().unwrap_or_default();
    office.store()?.add_comment(asked.who().id, &asked.now, number("version"), paragraph, &asked.form.get("comment"))?;
    Ok(Answer::on_to(&format!("{}/review#paragraph-{paragraph}", text_address(&place, lang))))
}

/// Notes that what was said has been dealt with.
pub(super) fn settle_comment(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let place = entry::place_of(office, asked)?;
    let lang = asked.lang().ok_or(Error::NotThere)?;
    office.store()?.settle_comment(asked.who().id, &asked.now, asked.number("comment").ok_or(Error::NotThere)?)?;
    Ok(Answer::on_to(&format!("{}/review", text_address(&place, lang))))
}

fn review_page(asked: &Asked, view: &ReviewView) -> String {
    let words = asked.words;
    let name = entry::name_of(&view.text.edition, &view.text.place, words.lang());
    let title = words.say_with("review-title", &[("name", &name), ("language", &view.text.lang.own_name())]);
    let above = entry::way_to(words, &view.text.place, &name);
    let content = html! {
        (entry::tabs(words, &view.text.place, view.text.lang.as_str()))
        (work_parts::stage_line(words, &view.text))
        div.reading {
            div.pen {
                p.note { (words.say("review-lead")) }
                (doubt_list(words, &view.text.doubts))
                ol.paragraphs start="0" { @for (at, paragraph) in (0..).zip(view.version.text.paragraphs()) { (paragraph_markup(asked, view, at, &paragraph)) } }
                (sources(words, &view.version))
                (decision(asked, view))
            }
            aside.glass aria-label=(words.say("text-as-on-the-phone")) {
                iframe title=(words.say("text-as-on-the-phone")) src=(format!("{}/preview", view.text.address())) {}
            }
        }
    };
    frame::page(asked, &Frame { title: &title, part: "/office/entries", above: &above, is_wide: true }, &content)
}

fn paragraph_markup(asked: &Asked, view: &ReviewView, at: usize, paragraph: &str) -> Markup {
    let words = asked.words;
    let comments = view.comments.iter().filter(|comment| usize::try_from(comment.paragraph) == Ok(at));
    html! {
        li id=(format!("paragraph-{at}")) .fresh[view.text.state.public.is_some() && view.fresh.contains(&at)] {
            div.words lang=(view.text.lang) { (paragraph) }
            @for comment in comments { (comment_markup(asked, view, comment)) }
            @if asked.may(Act::Comment) {
                details {
                    summary { (words.say("comment-add")) }
                    form method="post" action=(format!("{}/comment", view.text.address())) {
                        (frame::csrf(asked.signed()))
                        input type="hidden" name="version" value=(view.version.id);
                        input type="hidden" name="paragraph" value=(at);
                        div.field {
                            label for=(format!("comment-{at}")) { (words.say("comment")) }
                            textarea id=(format!("comment-{at}")) name="comment" rows="2" required maxlength="2000" {}
                        }
                        button { (words.say("comment-send")) }
                    }
                }
            }
        }
    }
}

fn comment_markup(asked: &Asked, view: &ReviewView, comment: &Comment) -> Markup {
    let words = asked.words;
    html! {
        div.comment.settled[comment.is_settled] {
            p { b { (comment.by) } " · " (clock::shown(&comment.made_at, words)) @if comment.is_settled { " · " (words.say("comment-settled")) } }
            p { (comment.words) }
            @if !comment.is_settled && asked.may(Act::Comment) {
                form method="post" action=(format!("{}/comment/{}/settle", view.text.address(), comment.id)) {
                    (frame::csrf(asked.signed()))
                    button.quiet { (words.say("comment-settle")) }
                }
            }
        }
    }
}

fn sources(words: &Words, version: &Version) -> Markup {
    let listed: Vec<String> = sources_of(version.text.sources.as_str()).iter().map(|source| shown_source(source, words)).collect();
    html! {
        h2 { (words.say("sources")) }
        @if listed.is_empty() { p { (words.say("review-no-sources")) } } @else { ul { @for source in listed { li { (source) } } } }
        p { (words.say(if version.text.review == crate::register::Review::Sourced { "review-sourced" } else { "review-awaiting" })) }
    }
}

/// What a reviewer can do; whoever wrote any of it is told why not they.
fn decision(asked: &Asked, view: &ReviewView) -> Markup {
    let (words, state) = (asked.words, &view.text.state);
    if state.working_stage != Some(Stage::InReview) {
        return html! { p.note { (words.say("review-is-draft")) } p { a.button href=(view.text.address()) { (words.say("review-to-text")) } } };
    }
    let is_own = state.authors.contains(&asked.who().id);
    html! {
        section.decision aria-labelledby="decision" {
            h2 #decision { (words.say("review-decision")) }
            @if asked.may(Act::Review) && is_own { p.note { (words.say("step-own-text")) } }
            @if asked.may(Act::Review) && !is_own { (agreeing(asked, view)) }
            @if asked.may(Act::Review) { (returning(asked, view)) }
            @if view.text.may_write { (work_parts::step_form(asked, &view.text, "recall", "step-recall")) }
        }
    }
}

fn agreeing(asked: &Asked, view: &ReviewView) -> Markup {
    let (words, state) = (asked.words, &view.text.state);
    let address = view.text.address();
    html! {
        @if state.publish_at.is_empty() {
            form method="post" action=(format!("{address}/publish")) {
                (frame::csrf(asked.signed()))
                input type="hidden" name="version" value=(view.version.id);
                button.strong { (words.say("step-publish-now")) }
                p.help { (words.say("publish-help")) }
            }
            details { summary { (words.say("step-schedule-later")) } (step_pages::schedule_form(asked, &address, view.version.id, "")) }
        } @else {
            p.scheduled { b { (work_parts::scheduled(words, &state.publish_at)) } " " (words.say("schedule-not-yet")) }
            div.row {
                (work_parts::step_form(asked, &view.text, "unschedule", "step-unschedule"))
                (work_parts::step_form(asked, &view.text, "publish", "step-publish-now"))
            }
        }
    }
}

fn returning(asked: &Asked, view: &ReviewView) -> Markup {
    let words = asked.words;
    html! {
        form.fields method="post" action=(format!("{}/return", view.text.address())) {
            (frame::csrf(asked.signed()))
            input type="hidden" name="version" value=(view.version.id);
            div.field {
                label for="return-reason" { (words.say("return-reason")) }
                textarea #return-reason name="reason" rows="3" required maxlength="2000" {}
            }
            button { (words.say("step-return")) }
        }
    }
}
