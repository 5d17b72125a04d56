//! How often are the signs scanned? By day, by sign, by place, by language; and of whoever scans, nothing.

use super::answer::Answer;
use super::asked::Asked;
use super::entry::address;
use super::frame::{self, Frame};
use super::route::{OpenTo, Route};
use super::{Error, Office, clock};
use crate::edition::Edition;
use crate::exchange::{Form, ScanTable};
use crate::register::{Act, CityDay, Lang, Place, ScanClass, ScanVia};
use crate::store::ScanSums;
use crate::web::words::Words;
use crate::web::{crew, dates};
use actix_web::http::header;
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/scans", OpenTo::WhoMay(Act::Read), show_scans),
    Route::get("/office/scans/days.csv", OpenTo::WhoMay(Act::Read), show_csv),
    Route::post("/office/scans/crew", OpenTo::WhoMay(Act::Read), save_mark),
];

/// Days shown where nobody asks for others.
const USUAL_DAYS: i32 = 30;
/// Most days shown, or put into one file; `tenpho export scans` has them all.
const MOST_DAYS: i32 = 366;

/// Days from one to another, both included.
#[derive(Clone, Copy)]
struct Period {
    from: CityDay,
    until: CityDay,
}

impl Period {
    /// What the query asks for: the last days up to now, or others, and never more than a year of them.
    fn of(asked: &Asked) -> Self {
        let day = |name: &str| CityDay::parse(&asked.query.get(name)).ok();
        let today = CityDay::parse(&clock::today()).unwrap_or_else(|_| CityDay::at(0));
        let until = day("until").unwrap_or(today).min(today);
        let from = day("from").filter(|from| *from <= until).unwrap_or_else(|| until.after(1 - USUAL_DAYS));
        Self { from: from.max(until.after(1 - MOST_DAYS)), until }
    }

    /// Its days, the last one first.
    fn days(self) -> impl Iterator<Item = CityDay> {
        (0..=self.until.days_since(self.from)).map(move |back| self.until.after(-back))
    }
}

/// What the page shows.
struct ScansView {
    period: Period,
    sums: ScanSums,
    is_marked: bool,
}

fn show_scans(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let period = Period::of(asked);
    let sums = office.store()?.scan_sums(period.from, period.until)?;
    let view = ScansView { period, sums, is_marked: crew::is_marked(asked.cookies.keys().map(String::as_str)) };
    Ok(Answer::page(scans_page(asked, &view, &office.edition())))
}

fn show_csv(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let Period { from, until } = Period::of(asked);
    let (mut table, mut bytes) = ScanTable::begin(Form::Csv);
    office.store()?.read_scans((Some(from), Some(until)), |scan| {
        bytes.extend(table.row(&scan));
        Ok::<_, Error>(())
    })?;
    let name = format!("attachment; filename=\"scans-{from}-{until}.csv\"");
    Ok(Answer::file("text/csv; charset=utf-8", bytes).with(header::CONTENT_DISPOSITION, name))
}

/// Marks this browser as the crew's, or takes the mark away.
fn save_mark(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let marked = asked.form.get("marked") == "1";
    Ok(Answer::on_to("/office/scans").with_cookie(crew::mark(office.site(), marked)))
}

fn scans_page(asked: &Asked, view: &ScansView, edition: &Edition) -> String {
    let (words, sums, Period { from, until }) = (asked.words, &view.sums, view.period);
    let content = html! {
        (period_form(words, view.period))
        (totals(words, sums))
        p.note { (words.say("scans-note")) }
        h2 { (words.say("scans-by-day")) }
        (days(words, view))
        p { a.button href=(format!("/office/scans/days.csv?from={from}&until={until}")) { (words.say("scans-download")) } }
        div.row.even {
            section { h2 { (words.say("scans-signs")) } (signs(words, sums, edition)) }
            section { h2 { (words.say("scans-places")) } (places(words, sums, edition)) }
        }
        div.row.even {
            section { h2 { (words.say("scans-langs")) } (table(words, "scans-lang", sums.langs.iter().map(|(lang, count)| (lang_name(*lang), *count)))) }
            section { h2 { (words.say("scans-vias")) } (table(words, "scans-via", sums.vias.iter().map(|(via, count)| (html! { (words.say(via_key(*via))) }, *count)))) }
        }
        (mark_form(asked, view.is_marked))
    };
    let title = words.say("office-scans");
    frame::page(asked, &Frame { is_wide: true, ..Frame::of(&title, "/office/scans") }, &content)
}

fn period_form(words: &Words, period: Period) -> Markup {
    html! {
        form.row action="/office/scans" {
            div.field { label for="from" { (words.say("scans-from")) } input #from name="from" type="date" value=(period.from); }
            div.field { label for="until" { (words.say("scans-until")) } input #until name="until" type="date" value=(period.until); }
            button { (words.say("entries-show")) }
        }
    }
}

fn sum_of(sums: &ScanSums, class: ScanClass) -> u64 {
    sums.days.iter().filter(|(_, one, _)| *one == class).map(|(_, _, count)| count).sum()
}

fn totals(words: &Words, sums: &ScanSums) -> Markup {
    html! {
        ul.plain.states.due {
            @for class in ScanClass::ALL { li { (words.say(class_key(*class))) " " b { (shown(words, sum_of(sums, *class))) } } }
        }
    }
}

fn days(words: &Words, view: &ScansView) -> Markup {
    let count = |day: CityDay, class: ScanClass| {
        view.sums.days.iter().find(|(one, of, _)| (*one, *of) == (day, class)).map_or(0, |(_, _, count)| *count)
    };
    let most = view.sums.days.iter().filter(|(_, class, _)| *class == ScanClass::Person).map(|(_, _, count)| *count).max().unwrap_or(0);
    html! {
        div.scroll tabindex="0" role="region" aria-label=(words.say("scans-by-day")) {
            table.scans {
                thead { tr {
                    th scope="col" { (words.say("scans-day")) }
                    @for class in ScanClass::ALL {
                        th.number scope="col" { (words.say(class_key(*class))) }
                        @if *class == ScanClass::Person { th.wide aria-hidden="true" {} }
                    }
                } }
                tbody { @for day in view.period.days() { tr {
                    th scope="row" { time datetime=(day) { (dates::spoken_day(&day.to_string(), words)) } }
                    @for class in ScanClass::ALL {
                        td.number { (shown(words, count(day, *class))) }
                        @if *class == ScanClass::Person { td.wide aria-hidden="true" { (bar(count(day, *class), most)) } }
                    }
                } } }
            }
        }
    }
}

/// A bar as long as its share of the most.
fn bar(count: u64, most: u64) -> Markup {
    const WIDTH: u64 = 1_000;
    let width = count.saturating_mul(WIDTH).checked_div(most).unwrap_or(0);
    html! { @if width > 0 { svg.bar viewBox=(format!("0 0 {WIDTH} 10")) preserveAspectRatio="none" { rect width=(width) height="10"; } } }
}

fn signs(words: &Words, sums: &ScanSums, edition: &Edition) -> Markup {
    let row = |(code, place, count): &(crate::register::SignCode, Option<Place>, u64)| {
        let name = place.as_ref().and_then(|place| edition.find(place)).map(|entry| entry.name(words.lang()).to_owned());
        (html! { a href=(format!("/office/sign/{code}")) { (code.grouped()) } @if let Some(name) = name { " · " (name) } }, *count)
    };
    table(words, "scans-sign", sums.signs.iter().map(row))
}

fn places(words: &Words, sums: &ScanSums, edition: &Edition) -> Markup {
    let row = |(place, count): &(Place, u64)| {
        let name = edition.find(place).map_or_else(|| place.slug.to_string(), |entry| entry.name(words.lang()).to_owned());
        (html! { a href=(address(place)) { (name) } }, *count)
    };
    table(words, "scans-place", sums.places.iter().map(row))
}

/// What was scanned most, most first.
fn table(words: &Words, what: &'static str, rows: impl Iterator<Item = (Markup, u64)>) -> Markup {
    let rows: Vec<(Markup, u64)> = rows.collect();
    let most = rows.iter().map(|(_, count)| *count).max().unwrap_or(0);
    html! {
        @if rows.is_empty() { p.note { (words.say("scans-none")) } } @else {
            table.scans {
                thead { tr { th scope="col" { (words.say(what)) } th.number scope="col" { (words.say("scans-people")) } th.wide aria-hidden="true" {} } }
                tbody { @for (name, count) in rows { tr {
                    th scope="row" { (name) }
                    td.number { (shown(words, count)) }
                    td.wide aria-hidden="true" { (bar(count, most)) }
                } } }
            }
        }
    }
}

fn mark_form(asked: &Asked, is_marked: bool) -> Markup {
    let words = asked.words;
    let (sentence, button) = if is_marked { ("scans-marked", "scans-unmark") } else { ("scans-unmarked", "scans-mark") };
    html! {
        h2 { (words.say("scans-crew")) }
        form method="post" action="/office/scans/crew" {
            (frame::csrf(asked.signed()))
            @if !is_marked { input type="hidden" name="marked" value="1"; }
            p { (words.say(sentence)) }
            button { (words.say(button)) }
        }
    }
}

fn lang_name(lang: Lang) -> Markup {
    html! { span lang=(lang) { (lang.own_name()) } }
}

fn shown(words: &Words, count: u64) -> String {
    words.count(usize::try_from(count).unwrap_or(usize::MAX))
}

fn class_key(class: ScanClass) -> &'static str {
    match class {
        ScanClass::Person => "scans-people",
        ScanClass::Robot => "scans-robots",
        ScanClass::Crew => "scans-crew",
    }
}

fn via_key(via: ScanVia) -> &'static str {
    match via {
        ScanVia::Code => "scans-via-code",
        ScanVia::Legacy => "scans-via-legacy",
    }
}
