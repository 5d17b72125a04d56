//! Which files has an order, how far are they, and how are they fetched? Made on demand, handed over from where a browser left off.

use super::answer::Answer;
use super::asked::Asked;
use super::download::Download;
use super::frame::csrf;
use super::press::Standing;
use super::press_shelf::Made;
use super::print_order::OrderView;
use super::print_parts::grouped;
use super::route::{OpenTo, Route};
use super::{Error, Office, clock};
use crate::register::Act;
use crate::store::{Batch, Fetched, Stamp};
use crate::web::assets::asset_address;
use crate::web::words::Words;
use actix_web::http::StatusCode;
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[
    Route::post(r"/office/print/{batch:\d+}/make", OpenTo::WhoMay(Act::Print), make),
    Route::post(r"/office/print/{batch:\d+}/stop", OpenTo::WhoMay(Act::Print), stop),
    Route::get(r"/office/print/{batch:\d+}/progress", OpenTo::WhoMay(Act::Read), show_progress),
    Route::get(r"/office/print/{batch:\d+}/files/{name}", OpenTo::WhoMay(Act::Read), show_file),
    Route::get(r"/office/print/{batch:\d+}/all.zip", OpenTo::WhoMay(Act::Read), show_all),
];

/// Files listed one by one; the others are in the archive of all.
const MOST_LISTED: usize = 40;

fn batch_of(office: &Office, asked: &Asked) -> Result<Batch, Error> {
    Ok(office.store()?.get_batch(asked.number("batch").ok_or(Error::NotThere)?)?)
}

fn make(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let batch = batch_of(office, asked)?;
    let id = batch.id;
    begin(office, batch)?;
    Ok(Answer::on_to(&format!("/office/print/{id}")))
}

/// Has the files of an order made.
///
/// # Errors
/// Refuses when too many wait already.
pub(super) fn begin(office: &Office, batch: Batch) -> Result<(), Error> {
    let profile = batch.recipe.profile_sha256.as_ref().map(|sha256| office.store()?.find_profile(sha256)).transpose()?.flatten();
    office.press().begin(batch, profile)
}

fn stop(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let batch = batch_of(office, asked)?;
    office.press().stop(&batch);
    Ok(Answer::on_to(&format!("/office/print/{}", batch.id)))
}

/// How far the files are, for a script: a number while they are made, and whether to load the page again.
fn show_progress(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let standing = office.press().standing(&batch_of(office, asked)?);
    let (done, all) = if let Standing::Making(done, all) = &standing { (*done, *all) } else { (0, 0) };
    let facts = serde_json::json!({ "moves": standing.is_moving(), "text": told(asked.words, &standing), "done": done, "all": all });
    Ok(Answer::json(StatusCode::OK, &facts))
}

fn show_file(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let batch = batch_of(office, asked)?;
    let found = office.press().open(&batch, asked.part("name"));
    hand_over(office, asked, &batch, found)
}

fn show_all(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let batch = batch_of(office, asked)?;
    let found = office.press().open_all(&batch)?;
    hand_over(office, asked, &batch, found)
}

fn hand_over(office: &Office, asked: &Asked, batch: &Batch, found: Option<Download>) -> Result<Answer, Error> {
    let found = found.ok_or(Error::NotThere)?;
    let fetched = Fetched { file: &found.name, is_part: asked.wants_part };
    office.store()?.tell_download(batch.id, fetched, Stamp { who: asked.login_of_asker(), at: &asked.now })?;
    Ok(Answer::download(found))
}

/// How far the files of an order are, in words.
pub(super) fn told(words: &Words, standing: &Standing) -> String {
    match standing {
        Standing::Absent => words.say("files-absent"),
        Standing::Waiting(before) => words.say_with("files-waiting", &[("count", before)]),
        Standing::Making(done, all) => words.say_with("files-making", &[("percent", &(done * 100 / (*all).max(1)))]),
        Standing::Ready(made) => {
            words.say_with("files-ready", &[("count", &words.count(made.files.len())), ("size", &words.size(made.bytes()))])
        }
        Standing::Stopped => words.say("press-stopped"),
        Standing::Failed(why) => words.say_with("files-failed", &[("why", &words.tell(why))]),
    }
}

/// The files of an order on its page.
pub(super) fn files_card(asked: &Asked, view: &OrderView) -> Markup {
    let (words, id) = (asked.words, view.batch.id);
    let moves = view.standing.is_moving();
    html! {
        section.card id="files" {
            h2 { (words.say("batch-files")) }
            p data-progress=[moves.then(|| format!("/office/print/{id}/progress"))] { output { (told(words, &view.standing)) } }
            // Where no script looks, the page comes again by itself until the files are there.
            @if moves { noscript { meta http-equiv="refresh" content=(format!("5; url=/office/print/{id}")); } }
            @if let Standing::Making(done, all) = &view.standing { progress value=(done) max=((*all).max(1)) {} }
            @if let Standing::Ready(made) = &view.standing {
                (list(words, made, &format!("/office/print/{id}")))
                p { small { (words.say_with("files-log", &[("began", &clock::shown(&made.began, words)), ("ended", &clock::shown(&made.ended, words))])) } }
            }
            @if asked.may(Act::Print) { (buttons(asked, view, moves)) }
            p {
                (words.say("batch-papers")) " "
                a href=(format!("/office/print/{id}/handover.pdf")) { (words.say("batch-handover")) } ", "
                a href=(format!("/office/print/{id}/acceptance.pdf")) { (words.say("batch-acceptance")) }
            }
            figure {
                a href=(format!("/office/print/{id}/sheets/1.png")) {
                    img src=(format!("/office/print/{id}/sheets/1.png")) alt=(words.say("order-first-sheet")) loading="lazy";
                }
                figcaption { (words.say("order-first-sheet")) }
            }
            script src=(asset_address("office.js")) defer {}
        }
    }
}

fn buttons(asked: &Asked, view: &OrderView, moves: bool) -> Markup {
    let (words, id) = (asked.words, view.batch.id);
    let (path, key) = if moves { ("stop", "files-stop") } else { ("make", "files-make") };
    html! {
        @if !matches!(view.standing, Standing::Ready(_)) {
            form method="post" action=(format!("/office/print/{id}/{path}")) { (csrf(asked.signed())) button { (words.say(key)) } }
        }
    }
}

/// What lies ready, with sizes and digests.
pub(super) fn list(words: &Words, made: &Made, address: &str) -> Markup {
    html! {
        p { a.button.strong href=(format!("{address}/all.zip")) { (words.say("files-all")) } }
        ul.plain.works.files {
            @for file in made.files.iter().take(MOST_LISTED) {
                li {
                    a href=(format!("{address}/files/{}", file.name)) { (file.name) } " " small { (words.size(file.bytes)) }
                    details { summary { (words.say("files-digest")) } code.hash { (grouped(&file.sha256)) } }
                }
            }
        }
        @if made.files.len() > MOST_LISTED { p { (words.say_with("and-more", &[("count", &words.count(made.files.len() - MOST_LISTED))])) } }
    }
}
