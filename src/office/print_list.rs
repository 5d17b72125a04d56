//! Which orders of plates are there, and what is still to be ordered?

use super::answer::Answer;
use super::asked::Asked;
use super::door::status;
use super::frame::{self, Frame};
use super::pages::pages;
use super::print_head::head_card;
use super::print_parts::{counts, plate_name};
use super::print_plates::plates_today;
use super::route::{OpenTo, Route};
use super::{Error, Office, clock};
use crate::register::{Act, Explained, OfficeHead};
use crate::store::{BatchPage, BatchRow};
use crate::web::words::Words;
use actix_web::http::StatusCode;
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[Route::get("/office/print", OpenTo::WhoMay(Act::Read), show_list)];

/// What the list shows.
struct ListView {
    page: BatchPage,
    /// Signs in use that have no plate.
    without: usize,
    /// The newest order, and how many plates would be otherwise since.
    changed: Option<(i64, usize)>,
    /// Whose papers the minutes are.
    head: OfficeHead,
}

fn show_list(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    list(office, asked, None)
}

/// The list, and what was refused of the head of the office's papers.
///
/// # Errors
/// Fails where the store does.
pub(super) fn list(office: &Office, asked: &Asked, refused: Option<&Error>) -> Result<Answer, Error> {
    let mut store = office.store()?;
    let page = store.batches(asked.query.get("page").parse().unwrap_or(1))?;
    let without = store.signs_without_plate()?.len();
    let head = store.office_head()?;
    let newest = store.batches(1)?.rows.first().map(|row| row.id);
    let changed = match (newest, office.base()) {
        (Some(newest), Some(base)) => {
            drop(store);
            let today = plates_today(office)?;
            let changes = office.store()?.changed_since(newest, &today, base.as_str())?;
            Some((newest, changes.iter().filter(|change| change.is_due()).count()))
        }
        _ => None,
    };
    let page = list_page(office, asked, &ListView { page, without, changed, head }, refused);
    Ok(Answer::page_with(refused.map_or(StatusCode::OK, status), page))
}

fn list_page(office: &Office, asked: &Asked, view: &ListView, refused: Option<&Error>) -> String {
    let words = asked.words;
    let may = asked.may(Act::Print);
    let content = html! {
        @if office.base().is_none() { p.refused role="alert" { (words.tell(&Error::NoBaseUrl.sentence())) } }
        @else if may { p { a.button.strong href="/office/print/new" { (words.say("order-new")) } } }
        ul.plain.states.due {
            li { (to_do(words, "print-without", may.then_some("/office/print/new?which=without"))) " " b { (words.count(view.without)) } }
            @if let Some((newest, changed)) = view.changed {
                li { (to_do(words, "print-changed", Some(&format!("/office/print/{newest}/changes")))) " " b { (words.count(changed)) } }
            }
        }
        @if view.page.rows.is_empty() { p.note { (words.say("print-none")) } } @else { (table(words, &view.page.rows)) }
        (turning(asked, view.page.pages))
        @if asked.may(Act::HeadPapers) { (head_card(asked, &view.head, refused)) }
    };
    let title = words.say("office-print");
    frame::page(asked, &Frame { is_wide: true, ..Frame::of(&title, "/office/print") }, &content)
}

fn to_do(words: &Words, key: &str, address: Option<&str>) -> Markup {
    html! { @match address { Some(address) => a href=(address) { (words.say(key)) }, None => span { (words.say(key)) } } }
}

const COLUMNS: [&str; 5] = ["batch-number", "batch-made", "batch-plate", "batch-cause", "batch-states"];

fn table(words: &Words, rows: &[BatchRow]) -> Markup {
    html! {
        div.scroll { table.batches {
            thead { tr { @for key in COLUMNS { th scope="col" { (words.say(key)) } } } }
            tbody { @for row in rows { tr {
                th scope="row" { a href=(format!("/office/print/{}", row.id)) { (words.say_with("batch-named", &[("batch", &row.id)])) } }
                td { time datetime=(row.made_at) { (clock::shown(&row.made_at, words)) } @if !row.ordered_by.is_empty() { br; small { (row.ordered_by) } } }
                td { (plate_name(&row.plate)) br; small { (row.format.to_uppercase()) } }
                td { (words.say(row.cause.key())) }
                td.wide { (counts(words, &row.counts, None)) small { (words.say_with("batch-sum", &[("plates", &words.count(row.counts.sum()))])) } }
            } } }
        } }
    }
}

fn turning(asked: &Asked, last: usize) -> Markup {
    let page = asked.query.get("page").parse::<usize>().unwrap_or(1).clamp(1, last);
    pages(asked.words, page, last, &|page| format!("/office/print?page={page}"))
}
