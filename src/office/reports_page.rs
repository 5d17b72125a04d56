//! What have visitors reported, and what of it waits? The open cases first, by kind, ward, count and age.

use super::answer::Answer;
use super::asked::Asked;
use super::frame::{self, Frame};
use super::history_list::pages;
use super::route::{OpenTo, Route};
use super::{Error, Office, clock};
use crate::exchange;
use crate::register::{Act, Case, FaultKind, Slug};
use crate::store::{CasePage, CasesAsked, CasesOrder};
use crate::web::reports::{kind_key, state_key};
use crate::web::words::Words;
use actix_web::http::header;
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/reports", OpenTo::WhoMay(Act::Read), show_reports),
    Route::get("/office/reports.csv", OpenTo::WhoMay(Act::Read), show_table),
];

/// What the list is narrowed and ordered by.
const FIELDS: [&str; 4] = ["state", "kind", "ward", "order"];
/// The choices of a state and of an order, each with the key of its words.
const STATES: [(&str, &str); 2] = [("open", "reports-only-open"), ("closed", "reports-only-closed")];
const ORDERS: [(&str, &str); 3] = [("", "reports-newest"), ("oldest", "reports-oldest"), ("often", "reports-often")];

fn show_reports(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let mut store = office.store()?;
    let (found, wards) = (store.cases(&narrowed(asked))?, store.wards()?);
    let mut wards: Vec<(String, String)> =
        wards.iter().filter(|ward| ward.until.is_empty()).map(|ward| (ward.slug.to_string(), ward.name.to_string())).collect();
    wards.sort_by(|one, other| one.1.cmp(&other.1));
    Ok(Answer::page(page(asked, &found, &wards)))
}

fn show_table(office: &Office, _: &Asked) -> Result<Answer, Error> {
    let cases = office.store()?.all_cases()?;
    let link = |code| office.base().map(|base| base.link(code).as_str().to_owned()).unwrap_or_default();
    let answer = Answer::file("text/csv; charset=utf-8", exchange::write_reports_csv(&cases, &link));
    Ok(answer.with(header::CONTENT_DISPOSITION, "attachment; filename=\"reports.csv\""))
}

fn narrowed(asked: &Asked) -> CasesAsked {
    let query = &asked.query;
    CasesAsked {
        is_open: match query.get("state").as_str() {
            "open" => Some(true),
            "closed" => Some(false),
            _ => None,
        },
        kind: FaultKind::parse(&query.get("kind")).ok(),
        ward: Slug::parse(&query.get("ward")).ok(),
        order: match query.get("order").as_str() {
            "oldest" => CasesOrder::Oldest,
            "often" => CasesOrder::Count,
            _ => CasesOrder::Newest,
        },
        page: query.get("page").parse().unwrap_or(1),
    }
}

fn page(asked: &Asked, found: &CasePage, wards: &[(String, String)]) -> String {
    let words = asked.words;
    let title = words.say("office-reports");
    let content = html! {
        p.note { (words.say("reports-explained")) }
        (choice_form(asked, wards))
        p.row role="status" {
            (words.say_with("reports-found", &[("count", &words.count(found.count as usize))]))
            a href="/office/reports.csv" { (words.say("reports-file")) }
        }
        @if found.rows.is_empty() { p { (words.say("reports-none")) } } @else { (table(words, &found.rows)) }
        (pages(asked, found.pages as usize, &FIELDS))
    };
    frame::page(asked, &Frame { is_wide: true, ..Frame::of(&title, "/office/reports") }, &content)
}

fn choice_form(asked: &Asked, wards: &[(String, String)]) -> Markup {
    let words = asked.words;
    let said = |choices: &[(&str, &str)]| choices.iter().map(|(value, key)| ((*value).to_owned(), words.say(key))).collect::<Vec<_>>();
    let kinds: Vec<(String, String)> = FaultKind::ALL.iter().map(|kind| (kind.to_string(), words.say(kind_key(*kind)))).collect();
    let all = Some("reports-all");
    html! {
        form.row action="/office/reports" role="search" {
            (select(asked, ("state", "reports-state"), all, &said(&STATES)))
            (select(asked, ("kind", "reports-kind"), all, &kinds))
            (select(asked, ("ward", "reports-ward"), all, wards))
            (select(asked, ("order", "reports-order"), None, &said(&ORDERS)))
            button { (words.say("reports-show")) }
        }
    }
}

fn select(asked: &Asked, (name, key): (&str, &str), all: Option<&str>, choices: &[(String, String)]) -> Markup {
    let chosen = asked.query.get(name);
    html! {
        label {
            (asked.words.say(key))
            select name=(name) {
                @if let Some(all) = all { option value="" { (asked.words.say(all)) } }
                @for (value, shown) in choices { option value=(value) selected[*value == chosen] { (shown) } }
            }
        }
    }
}

fn table(words: &Words, cases: &[Case]) -> Markup {
    html! {
        div.scroll { table {
            thead { tr {
                @for key in ["case-number", "reports-state", "reports-kind", "case-sign", "reports-ward", "report-count", "report-photos", "report-age", "report-last"] {
                    th scope="col" { (words.say(key)) }
                }
            } }
            tbody { @for case in cases { (row(words, case)) } }
        } }
    }
}

fn row(words: &Words, case: &Case) -> Markup {
    let seen = &case.seen;
    html! {
        tr {
            td.number { a href=(case_address(case)) { (seen.case.grouped()) } }
            td { (state_badge(words, case)) }
            td { (words.say(kind_key(seen.kind))) }
            td { (case.place_name) " " small { (seen.code.grouped()) } }
            td { (case.ward) }
            td { (words.count(case.count as usize)) }
            td { @if case.photos > 0 { (words.count(case.photos as usize)) } }
            td { time datetime=(seen.first_at) { (clock::shown(&seen.first_at, words)) } }
            td { time datetime=(case.last_at) { (clock::shown(&case.last_at, words)) } }
        }
    }
}

/// The page of a case.
pub(super) fn case_address(case: &Case) -> String {
    format!("/office/reports/{}", case.seen.case)
}

/// How far a case has come, as a mark that is seen from afar.
pub(super) fn state_badge(words: &Words, case: &Case) -> Markup {
    let state = case.seen.state;
    html! { span.badge.missing[state.is_open()].published[!state.is_open()] { (words.say(state_key(state))) } }
}

/// What the desk says of reports that wait; nothing where none does.
pub(super) fn on_the_desk(words: &Words, open: u32) -> Markup {
    html! {
        @if open > 0 {
            section.card {
                h2 { (words.say("office-reports")) }
                p { a href="/office/reports?state=open&order=oldest" { (words.say_with("reports-open", &[("count", &words.count(open as usize))])) } }
            }
        }
    }
}
