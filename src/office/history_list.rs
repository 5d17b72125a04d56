//! What has been changed in the office, by whom? All of it, the newest first, and as little of it as one wants to see.

use super::answer::Answer;
use super::asked::Asked;
use super::frame::{self, Frame};
use super::route::{OpenTo, Route};
use super::{Error, Office, clock, door, told};
use crate::register::{Act, Explained, Fault, HistoryAct, Lang, SignCode, fold};
use crate::store::{HistoryAsked, HistoryPage, HistoryRow};
use crate::web::words::Words;
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[Route::get("/office/history", OpenTo::WhoMay(Act::Read), show_history)];

/// Fields of the form, in its order; what is typed in them stays in the address.
const FIELDS: [&str; 6] = ["who", "act", "subject", "lang", "from", "until"];

fn show_history(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let mut store = office.store()?;
    let people = store.named_in_history()?;
    match Choice::of(asked).and_then(|choice| Ok(store.history(&choice.asked(asked))?)) {
        Ok(page) => Ok(Answer::page(whole(asked, &people, None, &page))),
        Err(error) if error.fault() != Fault::Refused => Err(error),
        Err(error) => Ok(Answer::page_with(door::status(&error), whole(asked, &people, Some(&error), &HistoryPage::default()))),
    }
}

/// What somebody has chosen, read.
struct Choice {
    act: Option<HistoryAct>,
    lang: Option<Lang>,
    who: String,
    subject: String,
    from: String,
    until: String,
}

impl Choice {
    fn of(asked: &Asked) -> Result<Self, Error> {
        let given = |field: &str| Some(asked.query.get(field)).filter(|given| !given.trim().is_empty());
        let day = |field: &str| given(field).map(|day| beginning_of(&day)).transpose().map(Option::unwrap_or_default);
        let until = day("until")?;
        Ok(Self {
            act: given("act").map(|act| HistoryAct::parse(&act)).transpose()?,
            lang: given("lang").map(|lang| Lang::parse(&lang)).transpose()?,
            who: asked.query.get("who").trim().to_owned(),
            subject: subject_of(&asked.query.get("subject")),
            from: day("from")?,
            until: if until.is_empty() { until } else { clock::after(&until, 24 * 60 * 60) },
        })
    }

    fn asked(&self, asked: &Asked) -> HistoryAsked<'_> {
        let page = asked.query.get("page").parse().unwrap_or(1);
        HistoryAsked {
            place: None,
            who: &self.who,
            act: self.act,
            subject: &self.subject,
            lang: self.lang,
            from: &self.from,
            until: &self.until,
            page,
        }
    }
}

/// The first moment of a day in the city.
fn beginning_of(day: &str) -> Result<String, Error> {
    clock::of_field(&format!("{}T00:00", day.trim())).ok_or_else(|| Error::NoDay(day.chars().take(40).collect()))
}

/// What was typed, as subjects are written: «Cầu Đất» is found in `street/cau-dat`, and `K7M-2Q2` in `sign/K7M2Q2`.
fn subject_of(typed: &str) -> String {
    match SignCode::parse(typed) {
        Ok(code) if typed.contains(|letter: char| letter.is_ascii_digit()) => code.as_str().to_owned(),
        _ => fold(typed).split_whitespace().collect::<Vec<_>>().join("-"),
    }
}

fn whole(asked: &Asked, people: &[String], error: Option<&Error>, page: &HistoryPage) -> String {
    let title = asked.words.say("office-history");
    let content = html! {
        @if let Some(error) = error { p.refused role="alert" { (asked.words.tell(&error.sentence())) } }
        (choice_form(asked, people))
        @if error.is_none() {
            p.note role="status" { (asked.words.say_with("history-found", &[("count", &asked.words.count(page.count))])) }
            (rows(asked.words, &page.rows))
            (pages(asked, page.pages, &FIELDS))
        }
    };
    frame::page(asked, &Frame { is_wide: true, ..Frame::of(&title, "/office/history") }, &content)
}

fn choice_form(asked: &Asked, people: &[String]) -> Markup {
    let words = asked.words;
    let given = |field: &str| asked.query.get(field);
    let people: Vec<(&str, String)> = people.iter().map(|who| (who.as_str(), who.clone())).collect();
    let acts: Vec<(&str, String)> = HistoryAct::ALL.iter().map(|act| (act.as_str(), told::act_name(words, *act))).collect();
    let langs: Vec<(&str, String)> = Lang::ALL.iter().map(|lang| (lang.as_str(), lang.own_name().to_owned())).collect();
    let of_person = select(words, ("who", "history-who"), &people, &given("who"));
    let of_act = select(words, ("act", "history-act"), &acts, &given("act"));
    let of_lang = select(words, ("lang", "history-lang"), &langs, &given("lang"));
    html! {
        form.row action="/office/history" role="search" {
            (of_person)
            (of_act)
            label { (words.say("history-subject")) input name="subject" type="search" maxlength="100" value=(given("subject")); }
            (of_lang)
            label { (words.say("history-from")) input name="from" type="date" value=(given("from")); }
            label { (words.say("history-until")) input name="until" type="date" value=(given("until")); }
            button { (words.say("history-show")) }
        }
    }
}

fn select(words: &Words, (name, key): (&str, &str), choices: &[(&str, String)], chosen: &str) -> Markup {
    html! {
        label {
            (words.say(key))
            select name=(name) {
                option value="" { (words.say("history-all")) }
                @for (value, shown) in choices { option value=(value) selected[*value == chosen] { (shown) } }
            }
        }
    }
}

/// Rows as sentences, each with the way to all that it tells.
pub(super) fn rows(words: &Words, rows: &[HistoryRow]) -> Markup {
    html! {
        ol.history {
            @for row in rows {
                li {
                    a href=(format!("/office/history/{}", row.id)) { time datetime=(row.at) { (clock::shown(&row.at, words)) } }
                    div {
                        p {
                            (told::sentence(words, row))
                            @if let Some((place, name)) = &row.place {
                                " "
                                a.quiet href=(format!("/office/{}/{}/history", place.kind, place.slug)) { (words.say_with("history-of", &[("name", name)])) }
                            }
                        }
                        @for (name, detail) in told::details(words, row) { p.note { @if !name.is_empty() { (name) ": " } (detail) } }
                    }
                }
            }
        }
    }
}

/// The way to the newer and the older pages; what was chosen stays chosen.
pub(super) fn pages(asked: &Asked, pages: usize, fields: &[&str]) -> Markup {
    let now = asked.query.get("page").parse::<usize>().unwrap_or(1).clamp(1, pages.max(1));
    let path = asked.address.split('?').next().unwrap_or_default();
    let address = |number: usize| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        for field in fields.iter().filter(|field| asked.query.has(field)) {
            query.append_pair(field, &asked.query.get(field));
        }
        format!("{path}?{}", query.append_pair("page", &number.to_string()).finish())
    };
    html! {
        @if pages > 1 {
            nav.row aria-label=(asked.words.say("history-pages")) {
                @if now > 1 { a rel="prev" href=(address(now - 1)) { (asked.words.say("history-newer")) } }
                span { (asked.words.say_with("history-page", &[("page", &now), ("pages", &pages)])) }
                @if now < pages { a rel="next" href=(address(now + 1)) { (asked.words.say("history-older")) } }
            }
        }
    }
}
