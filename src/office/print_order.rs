//! What has become of one order? Its plates and their states, its files, who was let at them, and what would be otherwise today.

use super::answer::Answer;
use super::asked::Asked;
use super::frame::{self, Frame};
use super::plates::is_made_alike;
use super::press::Standing;
use super::print_files::files_card;
use super::print_links::{events_card, links_card};
use super::print_parts::{counts, grouped, plate_name, recipe_facts};
use super::print_plates::plates_today;
use super::print_steps::{PLATES_A_PAGE, plates_card};
use super::route::{OpenTo, Route};
use super::{Error, Office, clock};
use crate::register::order::PlateField;
use crate::register::{Act, PlateState, Sentence, SignCode, SignState};
use crate::store::{Batch, OrderEvent, PlateChange, ShopLink};
use crate::web::words::Words;
use actix_web::http::StatusCode;
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[
    Route::get(r"/office/print/{batch:\d+}", OpenTo::WhoMay(Act::Read), show_order),
    Route::get(r"/office/print/{batch:\d+}/changes", OpenTo::WhoMay(Act::Read), show_changes),
];

/// Events shown on the page; the history has all.
const MOST_EVENTS: usize = 30;

/// What the page of an order shows.
pub(super) struct OrderView {
    pub batch: Batch,
    pub standing: Standing,
    pub links: Vec<ShopLink>,
    pub events: Vec<OrderEvent>,
    /// Signs of it that are retired by now.
    pub retired: Vec<SignCode>,
    /// Only plates in this state are listed.
    pub only: Option<PlateState>,
    pub page: usize,
    pub refused: Option<Sentence>,
    /// A link just made: it is shown this once.
    pub fresh_link: Option<String>,
}

impl OrderView {
    /// The order that the path names, as it stands.
    pub fn of(office: &Office, asked: &Asked) -> Result<Self, Error> {
        let id = asked.number("batch").ok_or(Error::NotThere)?;
        let (batch, links, events) = {
            let mut store = office.store()?;
            (store.get_batch(id)?, store.shop_links(id)?, store.order_events(id, MOST_EVENTS)?)
        };
        let edition = office.edition();
        let is_retired = |code: &SignCode| edition.find_sign(*code).is_none_or(|sign| sign.state == SignState::Retired);
        let retired = batch.signs.iter().map(|sign| sign.code).filter(is_retired).collect();
        let given = |name: &str| if asked.form.has(name) { asked.form.get(name) } else { asked.query.get(name) };
        Ok(Self {
            standing: office.press().standing(&batch),
            links,
            events,
            retired,
            only: PlateState::parse(&given("state")).ok(),
            page: given("page").parse().unwrap_or(1),
            refused: None,
            fresh_link: None,
            batch,
        })
    }

    /// The plates listed, which page of them, and how many pages there are.
    pub fn listed(&self) -> (Vec<&crate::store::BatchSign>, usize, usize) {
        let all: Vec<_> = self.batch.signs.iter().filter(|sign| self.only.is_none_or(|only| sign.state == only)).collect();
        let last = all.len().div_ceil(PLATES_A_PAGE).max(1);
        let page = self.page.clamp(1, last);
        (all.into_iter().skip(PLATES_A_PAGE * (page - 1)).take(PLATES_A_PAGE).collect(), page, last)
    }
}

fn show_order(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    Ok(order_page(office, asked, &OrderView::of(office, asked)?))
}

/// The page of an order.
pub(super) fn order_page(office: &Office, asked: &Asked, view: &OrderView) -> Answer {
    let words = asked.words;
    let Batch { id, .. } = view.batch;
    let content = html! {
        (told(asked, view))
        div.columns.order {
            div { (plates_card(asked, view)) }
            div {
                (facts_card(words, view))
                (files_card(asked, view))
                @if asked.may(Act::Print) { (links_card(office, asked, view)) }
                (events_card(words, view))
            }
        }
    };
    let title = words.say_with("batch-named", &[("batch", &id)]);
    let above = [(words.say("office-print"), "/office/print".to_owned())];
    let frame = Frame { above: &above, is_wide: true, ..Frame::of(&title, "/office/print") };
    let status = if view.refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Answer::page_with(status, frame::page(asked, &frame, &content))
}

fn told(asked: &Asked, view: &OrderView) -> Markup {
    let words = asked.words;
    let done = match asked.query.get("done").as_str() {
        "ordered" => Some("order-done"),
        "stepped" => Some("step-done"),
        "revoked" => Some("link-revoked"),
        _ => None,
    };
    let is_other_version = !is_made_alike(&view.batch);
    html! {
        @if let Some(refused) = &view.refused { p.refused role="alert" { (words.tell(refused)) } }
        @if let Some(done) = done { p.done role="status" { (words.say(done)) } }
        @if is_other_version { p.note { (words.say_with("print-other-version", &[("version", &view.batch.program)])) } }
        @if !view.retired.is_empty() {
            p.note { (words.say_with("batch-retired", &[("codes", &view.retired.iter().map(|code| code.grouped()).collect::<Vec<_>>().join(", "))])) }
        }
    }
}

fn facts_card(words: &Words, view: &OrderView) -> Markup {
    let batch = &view.batch;
    let (now, address) = (batch.counts(), format!("/office/print/{}", batch.id));
    html! {
        section.card {
            h2 { (words.say("batch-states")) }
            (counts(words, &now, Some(&address)))
            p { (words.say_with("batch-adds-up", &[("plates", &words.count(now.sum()))])) }
            dl.entry {
                dt { (words.say("batch-made")) }
                dd { time datetime=(batch.made_at) { (clock::shown(&batch.made_at, words)) } @if !batch.ordered_by.is_empty() { " · " (batch.ordered_by) } }
                dt { (words.say("batch-cause")) }
                dd {
                    (words.say(batch.terms.cause.key()))
                    @if let Some(of) = batch.terms.reprint_of { " · " a href=(format!("/office/print/{of}")) { (words.say_with("batch-named", &[("batch", &of)])) } }
                }
                @if !batch.terms.note.is_empty() { dt { (words.say("order-note")) } dd { (batch.terms.note) } }
                @if !batch.terms.reason.is_empty() { dt { (words.say("order-reason-short")) } dd { (batch.terms.reason) } }
                dt { (words.say("order-plate")) } dd { (plate_name(&batch.plate)) }
                (recipe_facts(words, batch))
                @if let Some(hash) = &batch.manifest_sha256 { dt { (words.say("batch-hash")) } dd { code.hash { (grouped(hash)) } } }
            }
            p { a href=(format!("{address}/changes")) { (words.say("batch-changes")) } }
        }
    }
}

fn show_changes(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let id = asked.number("batch").ok_or(Error::NotThere)?;
    let base = office.base().ok_or(Error::NoBaseUrl)?;
    let today = plates_today(office)?;
    let changes = office.store()?.changed_since(id, &today, base.as_str())?;
    let words = asked.words;
    let count = changes.iter().filter(|change| change.is_due()).count();
    let content = html! {
        @if changes.is_empty() { p.note { (words.say("changes-none")) } }
        @if count > 0 && asked.may(Act::Print) {
            p { a.button.strong href=(format!("/office/print/new?which=changed&since={id}&cause=changed")) {
                (words.say_with("changes-order", &[("count", &words.count(count))]))
            } }
        }
        @if !changes.is_empty() {
            div.scroll { table {
                thead { tr { @for key in ["sign-code", "entries-name", "changes-what", "changes-ordered"] { th scope="col" { (words.say(key)) } } } }
                tbody { @for change in &changes { (change_row(words, change)) } }
            } }
        }
    };
    let title = words.say_with("changes-since", &[("batch", &id)]);
    let above = [
        (words.say("office-print"), "/office/print".to_owned()),
        (words.say_with("batch-named", &[("batch", &id)]), format!("/office/print/{id}")),
    ];
    Ok(Answer::page(frame::page(asked, &Frame { above: &above, ..Frame::of(&title, "/office/print") }, &content)))
}

fn change_row(words: &Words, change: &PlateChange) -> Markup {
    html! {
        tr {
            th scope="row" { a href=(format!("/office/sign/{}", change.code)) { (change.code.grouped()) } }
            td { (change.name) }
            td {
                @for one in &change.differences {
                    p.compared {
                        (words.say(field_key(one.field)))
                        @if !matches!(one.field, PlateField::New | PlateField::Retired) { ": " del { (one.was) } " → " ins { (one.is) } }
                    }
                }
            }
            td { @if let Some(batch) = change.ordered_since { a href=(format!("/office/print/{batch}")) { (words.say_with("batch-named", &[("batch", &batch)])) } } }
        }
    }
}

const fn field_key(field: PlateField) -> &'static str {
    match field {
        PlateField::KindWord => "changes-kind-word",
        PlateField::Name => "changes-name",
        PlateField::Number => "changes-number",
        PlateField::BaseUrl => "changes-base-url",
        PlateField::New => "changes-new",
        PlateField::Retired => "changes-retired",
    }
}
