//! How do plates go a step further? All of an order that can, or those that are ticked; one may be ordered anew.

use super::answer::Answer;
use super::asked::Asked;
use super::frame::csrf;
use super::pages::pages;
use super::plates::plate_of;
use super::print_order::{OrderView, order_page};
use super::print_parts::{state_badge, state_key, step_key};
use super::print_plates::{module_of, sizing_of};
use super::route::{OpenTo, Route};
use super::{Error, Office};
use crate::print::Grid;
use crate::qr::BaseUrl;
use crate::register::{Act, Explained, Fault, PlateState, PlateStep, SignCode};
use crate::store::{BatchSign, Plates, Stamp};
use crate::web::words::Words;
use maud::{Markup, html};
use std::collections::BTreeSet;

pub(super) const ROUTES: &[Route] = &[Route::post(r"/office/print/{batch:\d+}/steps", OpenTo::WhoMay(Act::Print), save_step)];

/// Plates on a page of an order.
pub(super) const PLATES_A_PAGE: usize = 100;

/// What a button of the form says: a step, and whether it is for every plate that can take it.
const FOR_ALL: &str = "all-";
/// The button that orders the ticked plates anew.
const REPRINT: &str = "reprint";

fn save_step(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let id = asked.number("batch").ok_or(Error::NotThere)?;
    let act = asked.form.get("act");
    let codes: Vec<SignCode> = asked.form.all("codes").filter_map(|code| SignCode::parse(code).ok()).collect();
    if act == REPRINT {
        return reprint(office, asked, id, &codes);
    }
    let (plates, word) = match act.strip_prefix(FOR_ALL) {
        Some(step) => (Plates::All, step),
        None => (Plates::These(&codes), act.as_str()),
    };
    let step = PlateStep::parse(word)?;
    let stamp = Stamp { who: asked.login_of_asker(), at: &asked.now };
    let taken = office.store()?.take_plate_step(id, plates, step, &asked.form.get("cause"), stamp);
    match taken {
        Ok(_) => {
            office.has_published();
            Ok(Answer::on_to(&format!("/office/print/{id}?done=stepped{}", way_back(asked))))
        }
        Err(error) if error.fault() == Fault::Refused => refused(office, asked, &error.into()),
        Err(error) => Err(error.into()),
    }
}

/// Orders the ticked plates anew: the form of a new order, filled in.
fn reprint(office: &Office, asked: &Asked, id: i64, codes: &[SignCode]) -> Result<Answer, Error> {
    office.store()?.get_batch(id)?;
    if codes.is_empty() {
        let none = crate::store::OrderError::Step { step: PlateStep::Print, codes: Vec::new() };
        return refused(office, asked, &crate::store::Error::from(none).into());
    }
    let codes = codes.iter().map(|code| code.as_str()).collect::<Vec<_>>().join(" ");
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("which", "codes"), ("reprint_of", &id.to_string()), ("codes", &codes)])
        .finish();
    Ok(Answer::on_to(&format!("/office/print/new?{query}")))
}

fn refused(office: &Office, asked: &Asked, error: &Error) -> Result<Answer, Error> {
    let view = OrderView { refused: Some(error.sentence()), ..OrderView::of(office, asked)? };
    Ok(order_page(office, asked, &view))
}

/// The list as it was narrowed down, and the page of it.
fn way_back(asked: &Asked) -> String {
    let mut way = String::new();
    for name in ["state", "page"].into_iter().filter(|name| asked.form.has(name)) {
        way.push_str(&format!("&{name}={}", asked.form.get(name)));
    }
    way
}

/// The plates of an order with what may be done with them.
pub(super) fn plates_card(asked: &Asked, view: &OrderView) -> Markup {
    let words = asked.words;
    let (listed, page, last) = view.listed();
    let listed = table(asked, view, &listed);
    html! {
        (filters(words, view))
        @if asked.may(Act::Print) {
            (for_all(asked, view))
            form.row.steps method="post" action=(format!("/office/print/{}/steps", view.batch.id)) {
                (csrf(asked.signed()))
                (kept_way(view, page))
                (listed)
                (turning(words, view, page, last))
                (for_chosen(words, view))
            }
        } @else {
            (listed)
            (turning(words, view, page, last))
        }
    }
}

fn table(asked: &Asked, view: &OrderView, listed: &[&BatchSign]) -> Markup {
    let (words, may) = (asked.words, asked.may(Act::Print));
    let short = short_of(view, listed);
    html! {
        div.scroll { table.plates {
            thead { tr {
                @if may { th { input type="checkbox" data-ticks="codes" aria-label=(words.say("tick-all")); } }
                @for key in ["sign-code", "entries-name", "sign-number-label", "sign-ward", "sign-state"] { th scope="col" { (words.say(key)) } }
            } }
            tbody { @for sign in listed { (plate_row(words, sign, may, view, short.contains(&sign.code))) } }
        } }
    }
}

fn short_of(view: &OrderView, listed: &[&BatchSign]) -> BTreeSet<SignCode> {
    let recipe = &view.batch.recipe;
    let (Ok(plate), Ok(base)) = (plate_of(&view.batch), BaseUrl::parse(&view.batch.base_url)) else { return BTreeSet::new() };
    let Ok(device) = Grid::new(recipe.dpi, recipe.bwr) else { return BTreeSet::new() };
    let Some(module) = module_of(&plate, &base, &device, &view.batch.signs) else { return BTreeSet::new() };
    let is_short = |sign: &&&BatchSign| sizing_of(&plate, module, sign).is_some();
    listed.iter().filter(is_short).map(|sign| sign.code).collect()
}

fn plate_row(words: &Words, sign: &BatchSign, may: bool, view: &OrderView, is_short: bool) -> Markup {
    let address = format!("/office/print/{}/plates/{}.png", view.batch.id, sign.code);
    html! {
        tr id=(sign.code) {
            @if may { td { input type="checkbox" name="codes" value=(sign.code) aria-label=(sign.code.grouped()); } }
            th scope="row" { a href=(address) { (sign.code.grouped()) } }
            td {
                @if !sign.kind_word.is_empty() { span.kind { (sign.kind_word) " " } } (sign.name)
                @if is_short { " " span.badge.stale { (words.say("plate-short")) } }
                @if view.retired.contains(&sign.code) { " " span.badge.withdrawn { (words.say("sign-state-retired")) } }
            }
            td { @if let Some(number) = sign.number { (number) } }
            td { (sign.ward) }
            td { (state_badge(words, sign.state)) }
        }
    }
}

fn filters(words: &Words, view: &OrderView) -> Markup {
    let (address, counts) = (format!("/office/print/{}", view.batch.id), view.batch.counts());
    html! {
        nav.tabs aria-label=(words.say("batch-states")) {
            a href=(address) aria-current=[view.only.is_none().then_some("page")] { (words.say("plates-all")) " " (words.count(counts.sum())) }
            @for state in PlateState::ALL.iter().filter(|state| counts.in_state(**state) > 0 || view.only == Some(**state)) {
                a href=(format!("{address}?state={state}")) aria-current=[(view.only == Some(*state)).then_some("page")] {
                    (words.say(state_key(*state))) " " (words.count(counts.in_state(*state)))
                }
            }
        }
    }
}

/// One button for every step that some plates can take, with how many it would move.
fn for_all(asked: &Asked, view: &OrderView) -> Markup {
    let (words, counts) = (asked.words, view.batch.counts());
    let next = PlateState::ALL.iter().filter_map(|state| Some((state.next()?, counts.in_state(*state)))).filter(|(_, count)| *count > 0);
    html! {
        form.row.all method="post" action=(format!("/office/print/{}/steps", view.batch.id)) {
            (csrf(asked.signed()))
            @for (step, count) in next {
                button name="act" value=(format!("{FOR_ALL}{step}")) {
                    (words.say_with("step-for-all", &[("step", &words.say(step_key(step))), ("count", &words.count(count))]))
                }
            }
        }
    }
}

fn kept_way(view: &OrderView, page: usize) -> Markup {
    html! {
        @if let Some(only) = view.only { input type="hidden" name="state" value=(only); }
        @if page > 1 { input type="hidden" name="page" value=(page); }
    }
}

fn for_chosen(words: &Words, view: &OrderView) -> Markup {
    let steps = [PlateStep::Send, PlateStep::Print, PlateStep::Receive, PlateStep::Install, PlateStep::Undo];
    let can = |step: &PlateStep| view.batch.signs.iter().any(|sign| sign.state.after(*step).is_ok());
    html! {
        div.acts.row {
            span { (words.say("plates-chosen")) }
            @for step in steps.iter().filter(|step| can(step)) { button name="act" value=(step) { (words.say(step_key(*step))) } }
            button name="act" value=(REPRINT) { (words.say("step-reprint")) }
            @if can(&PlateStep::Void) {
                label.cause { (words.say("void-cause")) input name="cause" maxlength="500" autocomplete="off"; }
                button.danger name="act" value=(PlateStep::Void) { (words.say(step_key(PlateStep::Void))) }
            }
        }
    }
}

fn turning(words: &Words, view: &OrderView, page: usize, last: usize) -> Markup {
    let state = view.only.map(|only| format!("&state={only}")).unwrap_or_default();
    pages(words, page, last, &|page| format!("/office/print/{}?page={page}{state}", view.batch.id))
}
