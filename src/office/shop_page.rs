//! What does a print shop see that has no account? The files and the facts of one order, for a time; every look is told.

use super::answer::Answer;
use super::asked::Asked;
use super::download::Download;
use super::frame;
use super::press::Standing;
use super::print_files::{begin, list, told};
use super::print_parts::{grouped, plate_name, recipe_facts};
use super::route::{OpenTo, Route};
use super::{Error, Office, clock};
use crate::store::{Batch, Fetched, ShopLink, ShopLinkFound};
use crate::web::words::Words;
use actix_web::http::StatusCode;
use actix_web::http::header;
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/shop/{token}", OpenTo::Everybody, show_shop),
    Route::get("/office/shop/{token}/files/{name}", OpenTo::Everybody, show_file),
    Route::get("/office/shop/{token}/all.zip", OpenTo::Everybody, show_all),
];

/// A page that comes again by itself tells of no second look.
const AGAIN: &str = "again";

fn show_shop(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let (link, batch) = match admitted(office, asked)? {
        Ok(admitted) => admitted,
        Err(answer) => return Ok(answer),
    };
    if !asked.query.has(AGAIN) {
        office.store()?.tell_shop_use(&link, None, &asked.now)?;
    }
    let mut standing = office.press().standing(&batch);
    if standing == Standing::Absent {
        begin(office, batch.clone())?;
        standing = office.press().standing(&batch);
    }
    Ok(shop_page(asked, &link, &batch, &standing))
}

fn show_file(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    hand_over(office, asked, |office, batch| Ok(office.press().open(batch, asked.part("name"))))
}

fn show_all(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    hand_over(office, asked, |office, batch| office.press().open_all(batch))
}

fn hand_over(
    office: &Office,
    asked: &Asked,
    open: impl FnOnce(&Office, &Batch) -> Result<Option<Download>, Error>,
) -> Result<Answer, Error> {
    let (link, batch) = match admitted(office, asked)? {
        Ok(admitted) => admitted,
        Err(answer) => return Ok(answer),
    };
    let found = open(office, &batch)?.ok_or(Error::NotThere)?;
    let fetched = Fetched { file: &found.name, is_part: asked.wants_part };
    office.store()?.tell_shop_use(&link, Some(fetched), &asked.now)?;
    Ok(Answer::download(found))
}

/// The order that a good link opens; otherwise the one page that says why not.
fn admitted(office: &Office, asked: &Asked) -> Result<Result<(ShopLink, Batch), Answer>, Error> {
    let mut store = office.store()?;
    let (status, key) = match store.find_shop_link(asked.part("token"), &asked.now)? {
        ShopLinkFound::Good(link) => {
            let batch = store.get_batch(link.batch)?;
            return Ok(Ok((link, batch)));
        }
        ShopLinkFound::Gone(_) => (StatusCode::GONE, "shop-link-gone"),
        ShopLinkFound::Unknown => (StatusCode::NOT_FOUND, "shop-link-unknown"),
    };
    let words = asked.words;
    let content = html! { p.refused role="alert" { (words.say(key)) } };
    Ok(Err(Answer::page_with(status, frame::alone(words, &words.say("shop-title"), &content))))
}

fn shop_page(asked: &Asked, link: &ShopLink, batch: &Batch, standing: &Standing) -> Answer {
    let words = asked.words;
    let address = format!("/office/shop/{}", asked.part("token"));
    let content = html! {
        p.note { (words.say_with("shop-until", &[("until", &clock::in_words(&link.until, words))])) }
        section.card {
            h2 { (words.say("batch-files")) }
            p role="status" { (told(words, standing)) }
            @if let Standing::Making(done, all) = standing { progress value=(done) max=((*all).max(1)) {} }
            @if let Standing::Ready(made) = standing { (list(words, made, &address)) }
        }
        (facts(words, batch))
    };
    let title = words.say_with("shop-batch", &[("batch", &batch.id)]);
    let page = frame::alone(words, &title, &content);
    let answer = Answer::page(page);
    if standing.is_moving() { answer.with(header::REFRESH, format!("5; url={address}?{AGAIN}=yes")) } else { answer }
}

fn facts(words: &Words, batch: &Batch) -> Markup {
    html! {
        section.card {
            h2 { (words.say("shop-facts")) }
            dl.entry {
                dt { (words.say("history-field-plates")) } dd { (words.count(batch.signs.len())) }
                dt { (words.say("order-plate")) } dd { (plate_name(&batch.plate)) }
                dt { (words.say("batch-made")) } dd { (clock::shown(&batch.made_at, words)) }
                (recipe_facts(words, batch))
                @if !batch.terms.note.is_empty() { dt { (words.say("order-note")) } dd { (batch.terms.note) } }
                @if let Some(hash) = &batch.manifest_sha256 { dt { (words.say("batch-hash")) } dd { code.hash { (grouped(hash)) } } }
            }
        }
    }
}
