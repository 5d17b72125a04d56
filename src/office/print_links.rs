//! How is a print shop let at one order, and what has become of the order? A link for some days, and the log of everything.

use super::answer::Answer;
use super::asked::Asked;
use super::chance::new_token;
use super::frame::csrf;
use super::print_order::{OrderView, order_page};
use super::print_parts::step_key;
use super::route::{OpenTo, Route};
use super::{Error, Office, clock};
use crate::register::order::Deed;
use crate::register::{Act, PlateStep};
use crate::store::{OrderEvent, ShopLink, Stamp};
use crate::web::words::Words;
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[
    Route::post(r"/office/print/{batch:\d+}/links", OpenTo::WhoMay(Act::Print), save_link),
    Route::post(r"/office/print/{batch:\d+}/links/{link:\d+}/revoke", OpenTo::WhoMay(Act::Print), revoke_link),
];

/// Days that a link may be good for, and how many it usually is.
const DAYS: [i64; 4] = [1, 7, 14, 30];
const USUAL_DAYS: i64 = 7;
const SECONDS_A_DAY: i64 = 24 * 3600;

fn save_link(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let id = asked.number("batch").ok_or(Error::NotThere)?;
    let days = asked.form.get("days").parse::<i64>().ok().filter(|days| DAYS.contains(days)).unwrap_or(USUAL_DAYS);
    let until = clock::after(&asked.now, days * SECONDS_A_DAY);
    let token = new_token();
    office.store()?.add_shop_link(id, &token, &until, Stamp { who: asked.login_of_asker(), at: &asked.now })?;
    let link = office.site().absolute(&format!("/office/shop/{token}"));
    let view = OrderView { fresh_link: Some(link), ..OrderView::of(office, asked)? };
    Ok(order_page(office, asked, &view))
}

fn revoke_link(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let (id, link) = asked.number("batch").zip(asked.number("link")).ok_or(Error::NotThere)?;
    office.store()?.revoke_shop_link(id, link, Stamp { who: asked.login_of_asker(), at: &asked.now })?;
    Ok(Answer::on_to(&format!("/office/print/{id}?done=revoked")))
}

/// The links of an order, and the form of a new one.
pub(super) fn links_card(_office: &Office, asked: &Asked, view: &OrderView) -> Markup {
    let (words, id) = (asked.words, view.batch.id);
    html! {
        section.card id="links" {
            h2 { (words.say("shop-links")) }
            @if let Some(link) = &view.fresh_link {
                p.done role="status" { (words.say("shop-link-made")) }
                div.field { label for="link" { (words.say("link-label")) } input #link readonly value=(link) autofocus; }
            }
            @if !view.links.is_empty() { ul.plain.works { @for link in &view.links { li { (link_row(asked, id, link)) } } } }
            form.row method="post" action=(format!("/office/print/{id}/links")) {
                (csrf(asked.signed()))
                label { (words.say("shop-link-days"))
                    select name="days" { @for days in DAYS { option value=(days) selected[days == USUAL_DAYS] { (words.say_with("days", &[("count", &days)])) } } }
                }
                button { (words.say("shop-link-make")) }
            }
        }
    }
}

fn link_row(asked: &Asked, batch: i64, link: &ShopLink) -> Markup {
    let words = asked.words;
    let is_good = link.revoked_at.is_empty() && asked.now < link.until;
    let until = clock::shown(&link.until, words);
    html! {
        (words.say_with("shop-link-named", &[("link", &link.id)])) " "
        @if is_good { span.badge.published { (words.say_with("shop-link-until", &[("until", &until)])) } }
        @else if link.revoked_at.is_empty() { span.badge.missing { (words.say("shop-link-expired")) } }
        @else { span.badge.withdrawn { (words.say("shop-link-revoked")) } }
        " " small { (link.made_by) ", " (clock::shown(&link.made_at, words)) }
        @if is_good {
            form method="post" action=(format!("/office/print/{batch}/links/{}/revoke", link.id)) {
                (csrf(asked.signed()))
                button.quiet { (words.say("shop-link-revoke")) }
            }
        }
    }
}

/// What has become of an order, the newest first.
pub(super) fn events_card(words: &Words, view: &OrderView) -> Markup {
    html! {
        section.card {
            h2 { (words.say("batch-log")) }
            ul.plain.works {
                @for (event, count) in gathered(&view.events) {
                    li {
                        small { time datetime=(event.at) { (clock::shown(&event.at, words)) } " · " (who(words, event)) }
                        br;
                        (words.say(deed_key(event.deed)))
                        @if let Some(code) = event.code {
                            @if count > 1 { " – " (words.say_with("batch-sum", &[("plates", &words.count(count))])) } @else { " – " (code.grouped()) }
                        }
                        @if !event.cause.is_empty() && event.deed != Deed::Order { ": " (event.cause) }
                    }
                }
            }
            p { a href=(format!("/office/history?subject=batch%2F{}", view.batch.id)) { (words.say("batch-history")) } }
        }
    }
}

/// One line for one act, however many plates it moved.
fn gathered(events: &[OrderEvent]) -> Vec<(&OrderEvent, usize)> {
    let mut lines: Vec<(&OrderEvent, usize)> = Vec::new();
    for event in events {
        match lines.last_mut() {
            Some((last, count)) if event.code.is_some() && (&last.at, &last.who, last.deed) == (&event.at, &event.who, event.deed) => {
                *count += 1
            }
            _ => lines.push((event, 1)),
        }
    }
    lines
}

fn who(words: &Words, event: &OrderEvent) -> String {
    match event.who.strip_prefix("shop-link ") {
        Some(link) => words.say_with("history-shop", &[("link", &link)]),
        None => event.who.clone(),
    }
}

fn deed_key(deed: Deed) -> &'static str {
    match deed {
        Deed::Order => "deed-order",
        Deed::Link => "deed-link",
        Deed::Revoke => "deed-revoke",
        Deed::Visit => "deed-visit",
        Deed::Download => "deed-download",
        Deed::Send => step_key(PlateStep::Send),
        Deed::Print => step_key(PlateStep::Print),
        Deed::Receive => step_key(PlateStep::Receive),
        Deed::Install => step_key(PlateStep::Install),
        Deed::Void => step_key(PlateStep::Void),
        Deed::Undo => step_key(PlateStep::Undo),
    }
}
