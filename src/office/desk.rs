//! What waits for me? The front page of the office.

use super::answer::Answer;
use super::asked::Asked;
use super::entries_page::{missing_in, narrowing, narrowing_name};
use super::frame::{self, Frame};
use super::route::{OpenTo, Route};
use super::text_page::text_address;
use super::{Error, Office, clock, entries_page, history_list, reports_page, search_page, work_parts};
use crate::register::{Act, Editor, Lang};
use crate::store::{AtWork, Draft, HistoryRow, Narrowed};
use crate::web::words::Words;
use maud::{Markup, html};

const MAY_READ: OpenTo = OpenTo::WhoMay(Act::Read);

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/", MAY_READ, show_desk),
    Route::get("/office", MAY_READ, show_slash),
    Route::get("/office/entries", MAY_READ, entries_page::show_entries),
    Route::get("/office/languages", MAY_READ, entries_page::show_languages),
    Route::get("/office/search", MAY_READ, search_page::show_search),
];

/// Rows of each list on the desk.
const ROWS: usize = 12;
/// A list: the key of its heading, of what it says when it is empty, and the page of a text that it leads to.
const WAITING: (&str, &str, &str) = ("desk-waiting", "desk-waiting-none", "/review");
const WRITING: (&str, &str, &str) = ("desk-writing", "desk-writing-none", "");
/// Seconds of a week.
const WEEK: i64 = 7 * 24 * 60 * 60;

/// The desk of one person, ready to print.
struct DeskView {
    waiting: Vec<AtWork>,
    writing: Vec<AtWork>,
    unsaved: Vec<Draft>,
    scheduled: Vec<AtWork>,
    /// What is missing, and how many.
    missing: Vec<(Narrowed, usize)>,
    /// Reports of visitors that wait.
    reports: u32,
    /// How much has changed this week, and the newest of it.
    week: (usize, Vec<HistoryRow>),
}

impl DeskView {
    fn of(office: &Office, who: &Editor, now: &str) -> Result<Self, Error> {
        let mut store = office.store()?;
        let mut missing = Vec::new();
        for narrowed in missing_for(who) {
            let count = store.count_entries(None, narrowed)?;
            if count > 0 {
                missing.push((narrowed, count));
            }
        }
        let is_reviewer = who.role.may(Act::Review);
        Ok(Self {
            waiting: if is_reviewer { store.waiting_for(who.id, ROWS)? } else { Vec::new() },
            writing: store.writing_of(who.id, ROWS)?,
            unsaved: store.all_drafts_of(who.id, ROWS)?,
            scheduled: store.scheduled(ROWS)?,
            missing,
            reports: store.count_open_cases()?,
            week: store.changes_since(&clock::after(now, -WEEK), ROWS)?,
        })
    }
}

/// What somebody is asked to fill in: translators in their languages, everybody else everywhere.
fn missing_for(who: &Editor) -> Vec<Narrowed> {
    let written = Lang::ALL.iter().copied().filter(|lang| who.may_write(*lang));
    let mut missing: Vec<Narrowed> = written.flat_map(missing_in).collect();
    if who.role.may(Act::KeepRegister) {
        let kept = [Narrowed::NoPhoto, Narrowed::NoSource, Narrowed::NoWard, Narrowed::NoNamesake, Narrowed::Awaiting];
        missing.extend(kept);
    }
    missing
}

fn show_desk(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let view = DeskView::of(office, asked.who(), &asked.now)?;
    Ok(Answer::page(desk_page(office, asked, &view)))
}

fn show_slash(_: &Office, _: &Asked) -> Result<Answer, Error> {
    Ok(Answer::on_to("/office/"))
}

fn desk_page(office: &Office, asked: &Asked, view: &DeskView) -> String {
    let words = asked.words;
    let title = words.say("office-desk");
    let content = html! {
        div.columns {
            div {
                @if asked.may(Act::Review) {
                    (list(words, WAITING, &view.waiting))
                }
                @if asked.may(Act::Write) {
                    (unsaved(office, words, &view.unsaved))
                    (list(words, WRITING, &view.writing))
                }
                (scheduled(words, &view.scheduled))
                section.card {
                    h2 { (words.say_with("desk-week", &[("count", &words.count(view.week.0))])) }
                    (history_list::rows(words, &view.week.1))
                    p { a href="/office/history" { (words.say("desk-all-changes")) } }
                }
            }
            div {
                (reports_page::on_the_desk(words, view.reports))
                @if !view.missing.is_empty() {
                    section.card {
                        h2 { (words.say("desk-missing")) }
                        ul.plain.counts { @for (narrowed, count) in &view.missing {
                            li { a href=(format!("/office/entries?only={}", narrowing(*narrowed))) { (narrowing_name(*narrowed, words)) } " " b { (words.count(*count)) } }
                        } }
                    }
                }
                @if asked.may(Act::KeepRegister) { p { a.button href="/office/new" { (words.say("desk-new")) } } }
            }
        }
    };
    frame::page(asked, &Frame { title: &title, part: "/office/", above: &[], is_wide: true }, &content)
}

fn list(words: &Words, (heading, none, page): (&str, &str, &str), all: &[AtWork]) -> Markup {
    html! {
        section.card {
            h2 { (words.say(heading)) }
            @if all.is_empty() { p.help { (words.say(none)) } } @else {
                ul.plain.works { @for work in all {
                    li {
                        a href=(format!("{}{page}", text_address(&work.place, work.lang))) { (work.name) } " "
                        small { (work.lang.own_name()) " · " (work.author) " · " (clock::shown(&work.changed_at, words)) }
                        @if !work.returned_because.is_empty() { p.note { (words.say("text-returned")) " " (work.returned_because) } }
                    }
                } }
            }
        }
    }
}

fn scheduled(words: &Words, all: &[AtWork]) -> Markup {
    html! {
        @if !all.is_empty() {
            section.card {
                h2 { (words.say("desk-scheduled")) }
                ul.plain.works { @for work in all {
                    li {
                        a href=(format!("{}/review", text_address(&work.place, work.lang))) { (work.name) } " "
                        small { (work.lang.own_name()) " · " b.scheduled { (work_parts::scheduled(words, &work.publish_at)) } }
                    }
                } }
            }
        }
    }
}

fn unsaved(office: &Office, words: &Words, drafts: &[Draft]) -> Markup {
    let edition = office.edition();
    html! {
        @if !drafts.is_empty() {
            section.card {
                h2 { (words.say("desk-unsaved")) }
                ul.plain.works { @for draft in drafts {
                    @let name = super::entry::name_of(&edition, &draft.place, words.lang());
                    li {
                        a href=(format!("/office/{}/{}/{}?draft={}", draft.place.kind, draft.place.slug, draft.part, draft.id)) { (name) } " "
                        small {
                            @if let Ok(lang) = Lang::parse(&draft.part) { (lang.own_name()) " · " }
                            (clock::shown(&draft.saved_at, words))
                        }
                    }
                } }
            }
        }
    }
}
