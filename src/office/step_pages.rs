//! How is a text sent on, returned, published, given a time, or taken down?

use super::answer::Answer;
use super::asked::Asked;
use super::doubts::doubts;
use super::entry::{name_of, place_of, way_to};
use super::frame::{self, Frame};
use super::text_form::raw_of_version;
use super::text_page::{doubt_list, text_address};
use super::{Error, Office, clock};
use crate::register::{Lang, Place, Sentence, Stage, Step};
use crate::store::StepAsked;
use crate::web::words::Words;
use actix_web::http::StatusCode;
use maud::{Markup, html};

/// Sends a text to the reviewers. What deserves a second look is shown once more first.
pub(super) fn submit(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let (place, lang) = text_asked(office, asked)?;
    let state = office.store()?.text_state(&place, lang)?;
    if !asked.form.has("seen") && !doubts(office, &raw_of_version(state.working.as_ref())).is_empty() {
        return Ok(doubts_before_submitting(office, asked, &place, lang, version(asked)));
    }
    take(office, asked, Step::Submit, "")?;
    Ok(Answer::on_to(&format!("{}/review", text_address(&place, lang))))
}

/// What deserves a second look, with the way back to the text and the way on.
pub(super) fn doubts_before_submitting(office: &Office, asked: &Asked, place: &Place, lang: Lang, version: i64) -> Answer {
    let words = asked.words;
    let newest = office.store().ok().and_then(|mut store| store.text_state(place, lang).ok()).unwrap_or_default();
    let found = doubts(office, &raw_of_version(newest.working.as_ref()));
    let address = text_address(place, lang);
    let content = html! {
        p { (words.say("doubts-lead")) }
        (doubt_list(words, &found))
        form.row method="post" action=(format!("{address}/submit")) {
            (frame::csrf(asked.signed()))
            input type="hidden" name="version" value=(version);
            input type="hidden" name="seen" value="1";
            a.button.strong href=(address) { (words.say("doubts-back")) }
            button { (words.say("doubts-submit")) }
        }
    };
    page(office, asked, place, "doubts-title", &content)
}

/// Takes a text back from the reviewers, to go on writing.
pub(super) fn recall(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    take(office, asked, Step::Recall, "")?;
    to_the_text(office, asked)
}

/// Opens a text again that was taken down.
pub(super) fn reopen(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    take(office, asked, Step::Reopen, "")?;
    to_the_text(office, asked)
}

/// Gives up what is being worked on.
pub(super) fn discard(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let (place, lang) = text_asked(office, asked)?;
    office.store()?.discard_text(asked.who().id, &asked.now, &place, lang, version(asked))?;
    to_the_text(office, asked)
}

/// Returns a text to its author, with a reason.
pub(super) fn give_back(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    take(office, asked, Step::Return, "")?;
    Ok(Answer::on_to("/office/"))
}

/// Publishes a text now.
pub(super) fn publish(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    take(office, asked, Step::Publish, "")?;
    office.has_published();
    to_the_text(office, asked)
}

/// Takes the time away again.
pub(super) fn unschedule(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    take(office, asked, Step::Unschedule, "")?;
    let (place, lang) = text_asked(office, asked)?;
    Ok(Answer::on_to(&format!("{}/review", text_address(&place, lang))))
}

/// Takes a text down, in one language or in all of them.
pub(super) fn withdraw(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let (place, lang) = text_asked(office, asked)?;
    let reason = asked.form.get("reason");
    let step = |lang, version| StepAsked { place: &place, lang, version, step: Step::Withdraw, reason: &reason, publish_at: "" };
    let mut steps = vec![step(lang, version(asked))];
    let mut store = office.store()?;
    for other in Lang::ALL.iter().copied().filter(|other| *other != lang && asked.form.has("everywhere")) {
        let state = store.text_state(&place, other)?;
        if let (Some(Stage::Published), Some(public)) = (state.public_stage, state.public) {
            steps.push(step(other, public.id));
        }
    }
    store.take_steps(asked.who().id, &asked.now, &steps)?;
    drop(store);
    office.has_published();
    to_the_text(office, asked)
}

/// Gives a text a time. First the time is said in words, and that nothing is public yet; only then is it set.
pub(super) fn schedule(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let (place, lang) = text_asked(office, asked)?;
    let field = asked.form.get("publish_at");
    let Some(at) = clock::of_field(&field) else { return Ok(time_again(office, asked, &place, lang, "schedule-no-time")) };
    if at <= asked.now {
        return Ok(time_again(office, asked, &place, lang, "store-time-is-past"));
    }
    if !asked.form.has("agreed") {
        return Ok(schedule_in_words(office, asked, &place, lang, &at));
    }
    take(office, asked, Step::Schedule, &at)?;
    Ok(Answer::on_to(&format!("{}/review", text_address(&place, lang))))
}

fn schedule_in_words(office: &Office, asked: &Asked, place: &Place, lang: Lang, at: &str) -> Answer {
    let words = asked.words;
    let address = text_address(place, lang);
    let content = html! {
        p.large { (clock::in_words(at, words)) }
        p { (words.say("schedule-not-yet")) }
        p { (words.say_with("schedule-wait", &[("wait", &clock::wait(&asked.now, at, words))])) }
        form.row method="post" action=(format!("{address}/schedule")) {
            (frame::csrf(asked.signed()))
            input type="hidden" name="version" value=(version(asked));
            input type="hidden" name="publish_at" value=(asked.form.get("publish_at"));
            input type="hidden" name="agreed" value="1";
            button.strong { (words.say_with("schedule-agree", &[("at", &clock::shown(at, words))])) }
            a.button.quiet href=(format!("{address}/review")) { (words.say("schedule-back")) }
        }
    };
    page(office, asked, place, "schedule-title", &content)
}

fn time_again(office: &Office, asked: &Asked, place: &Place, lang: Lang, why: &str) -> Answer {
    let words = asked.words;
    let content = html! {
        p.refused role="alert" { (words.say(why)) }
        (schedule_form(asked, &text_address(place, lang), version(asked), &asked.form.get("publish_at")))
    };
    let html = page_html(office, asked, place, "schedule-title", &content);
    Answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, html)
}

/// The form that asks for a time.
pub(super) fn schedule_form(asked: &Asked, address: &str, version: i64, given: &str) -> Markup {
    let words = asked.words;
    html! {
        form.fields method="post" action=(format!("{address}/schedule")) {
            (frame::csrf(asked.signed()))
            input type="hidden" name="version" value=(version);
            div.field {
                label for="publish_at" { (words.say("schedule-at")) }
                input #publish_at type="datetime-local" name="publish_at" value=(given) min=(clock::as_field(&asked.now)) required
                    aria-describedby="schedule-help";
                p.help #schedule-help { (words.say("schedule-help")) }
            }
            button { (words.say("step-schedule")) }
        }
    }
}

/// Takes the step that the form asks for.
fn take(office: &Office, asked: &Asked, step: Step, publish_at: &str) -> Result<(), Error> {
    let (place, lang) = text_asked(office, asked)?;
    let reason = asked.form.get("reason");
    let step = StepAsked { place: &place, lang, version: version(asked), step, reason: &reason, publish_at };
    Ok(office.store()?.take_step(asked.who().id, &asked.now, &step)?)
}

fn text_asked(office: &Office, asked: &Asked) -> Result<(Place, Lang), Error> {
    Ok((place_of(office, asked)?, asked.lang().ok_or(Error::NotThere)?))
}

/// The version that the form was made for.
fn version(asked: &Asked) -> i64 {
    asked.form.get("version").parse().unwrap_or_default()
}

fn to_the_text(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let (place, lang) = text_asked(office, asked)?;
    Ok(Answer::on_to(&text_address(&place, lang)))
}

fn page(office: &Office, asked: &Asked, place: &Place, title: &'static str, content: &Markup) -> Answer {
    Answer::page(page_html(office, asked, place, title, content))
}

fn page_html(office: &Office, asked: &Asked, place: &Place, title: &'static str, content: &Markup) -> String {
    let edition = office.edition();
    let words: &Words = asked.words;
    let name = name_of(&edition, place, words.lang());
    let title = words.tell(&Sentence::new(title).with("name", &name));
    let above = way_to(words, place, &name);
    frame::page(asked, &Frame { title: &title, part: "/office/entries", above: &above, is_wide: false }, content)
}
