//! What is there about one street, landmark or namesake, and where does one go on from here?

use super::answer::Answer;
use super::asked::Asked;
use super::frame::{self, Frame};
use super::route::{OpenTo, Route};
use super::{Error, Office};
use crate::edition::Edition;
use crate::register::{Act, Lang, Line, Place, PlaceKind, Record, Stage};
use crate::store::TextState;
use crate::web::addresses::place_address;
use crate::web::dates::spoken_day;
use crate::web::street_page::word_on_the_sign;
use crate::web::words::Words;
use maud::{Markup, html};
use std::fmt::Display;

pub(super) const ROUTES: &[Route] = &[Route::get("/office/{kind:street|landmark|namesake}/{slug}", OpenTo::WhoMay(Act::Read), show_entry)];

/// The place that the path names, as it is called today. Whoever opens a page by an address of before is sent to that of today;
/// what was sent to one is taken as sent to today's, so that nothing typed is lost to a renaming.
///
/// # Errors
/// Refuses a place that never was in the register.
pub(super) fn place_of(office: &Office, asked: &Asked) -> Result<Place, Error> {
    let place = asked.place().ok_or(Error::NotThere)?;
    let now = office.store()?.find_place(&place)?.ok_or(Error::NotThere)?;
    let is_read = asked.form.fields().is_empty() && asked.form.uploads.is_empty();
    if now == place || !is_read {
        return Ok(now);
    }
    Err(Error::Moved(asked.address.replacen(&address(&place), &address(&now), 1)))
}

/// The name of a place by what is public, or its slug where nothing of it is yet.
pub(super) fn name_of(edition: &Edition, place: &Place, lang: Lang) -> String {
    edition.find(place).map_or_else(|| place.slug.to_string(), |entry| entry.name(lang).to_owned())
}

/// The address of an entry.
pub(super) fn address(place: &Place) -> String {
    format!("/office/{}/{}", place.kind, place.slug)
}

/// The name of a place as its pages are headed: with the word before it that the sign bears.
pub(super) fn title_of(record: &Record) -> String {
    match record {
        Record::Street(street) => {
            let word = street.kind.map(word_on_the_sign).unwrap_or_default();
            format!("{word} {}", street.name).trim().to_owned()
        }
        other => other.name().to_string(),
    }
}

/// The way down to the pages of an entry.
pub(super) fn way_to(words: &Words, place: &Place, name: impl Display) -> [(String, String); 2] {
    [(words.say("office-entries"), "/office/entries".to_owned()), (name.to_string(), address(place))]
}

/// The key of the word for a kind of place.
pub(super) fn kind_key(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Street => "kind-street",
        PlaceKind::Landmark => "kind-landmark",
        PlaceKind::Namesake => "entry-kind-namesake",
    }
}

/// The pages of an entry, with the one that is open marked: a language, `record`, `photos`, `signs` or `history`.
pub(super) fn tabs(words: &Words, place: &Place, open: &str) -> Markup {
    let texts = Lang::ALL.iter().map(|lang| (lang.as_str(), words.say_with("entry-text", &[("language", &lang.own_name())])));
    let rest = [
        ("record", "entry-record"),
        ("photos", "entry-photos"),
        ("recordings", "entry-recordings"),
        ("signs", "entry-signs"),
        ("history", "entry-history"),
    ];
    let tabs = texts.chain(rest.into_iter().map(|(part, key)| (part, words.say(key))));
    html! {
        nav.tabs aria-label=(words.say("entry-pages")) {
            @for (part, label) in tabs {
                a href=(format!("{}/{part}", address(place))) aria-current=[(part == open).then_some("page")] { (label) }
            }
        }
    }
}

/// Says that something has been done, where the address says so.
pub(super) fn done(asked: &Asked) -> Markup {
    let key = match asked.query.get("done").as_str() {
        "saved" => "done-saved",
        "unchanged" => "done-unchanged",
        "added" => "done-added",
        "renamed" => "done-renamed",
        "retired" => "done-retired",
        "revived" => "done-revived",
        _ => return html! {},
    };
    html! { p.note.done role="status" { (asked.words.say(key)) } }
}

/// What an entry shows.
struct EntryView {
    place: Place,
    record: Record,
    retired: Line,
    texts: Vec<(Lang, TextState)>,
    signs: usize,
}

fn show_entry(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let place = place_of(office, asked)?;
    let mut store = office.store()?;
    let (record, retired) = store.get_record(&place)?;
    let mut texts = Vec::new();
    for lang in Lang::ALL {
        texts.push((*lang, store.text_state(&place, *lang)?));
    }
    let signs = store.signs_of(&place)?.len();
    let view = EntryView { place, record, retired, texts, signs };
    let title = title_of(&view.record);
    let above = [(asked.words.say("office-entries"), "/office/entries".to_owned())];
    let frame = Frame { above: &above, ..Frame::of(&title, "/office/entries") };
    Ok(Answer::page(frame::page(asked, &frame, &entry_markup(asked, office, &view))))
}

fn entry_markup(asked: &Asked, office: &Office, view: &EntryView) -> Markup {
    let (words, place) = (asked.words, &view.place);
    let public = place_address(place, words.lang());
    let own = address(place);
    html! {
        (done(asked))
        (tabs(words, place, ""))
        dl.entry {
            dt { (words.say("field-kind")) } dd { (words.say(kind_key(place.kind))) }
            dt { (words.say("entry-state")) }
            dd {
                @if view.retired.is_empty() { (words.say("entry-in-use")) }
                @else { (words.say_with("entry-retired-since", &[("date", &spoken_day(view.retired.as_str(), words))])) }
            }
            dt { (words.say("entry-public")) } dd { a href=(public) { (office.site().absolute(&public)) } }
            dt { (words.say("entry-signs")) } dd { a href=(format!("{own}/signs")) { (words.count(view.signs)) } }
        }
        (texts_markup(words, view))
        @if asked.may(Act::KeepRegister) {
            h2 { (words.say("entry-acts")) }
            ul.acts {
                li { a href=(format!("{own}/record")) { (words.say("act-change")) } }
                li { a href=(format!("{own}/rename")) { (words.say("act-rename")) } }
                @if view.retired.is_empty() {
                    li { a href=(format!("{own}/retire")) { (words.say("act-retire")) } }
                } @else {
                    li { a href=(format!("{own}/revive")) { (words.say("act-revive")) } }
                }
            }
        }
    }
}

fn texts_markup(words: &Words, view: &EntryView) -> Markup {
    html! {
        h2 { (words.say("entry-texts")) }
        table {
            thead { tr { th scope="col" { (words.say("entry-language")) } th scope="col" { (words.say("entry-stage")) } } }
            tbody {
                @for (lang, state) in &view.texts {
                    tr {
                        th scope="row" { a href=(format!("{}/{lang}", address(&view.place))) lang=(lang) { (lang.own_name()) } }
                        td { (stages(words, state)) }
                    }
                }
            }
        }
    }
}

/// The stages of a text in words: what the public sees, and what is being worked on.
fn stages(words: &Words, state: &TextState) -> String {
    let stages = [state.public_stage, state.working_stage].into_iter().flatten().map(|stage| words.say(stage_key(stage)));
    let stages: Vec<String> = stages.collect();
    if stages.is_empty() { words.say("entry-no-text") } else { stages.join("; ") }
}

fn stage_key(stage: Stage) -> &'static str {
    match stage {
        Stage::Draft => "entry-stage-draft",
        Stage::InReview => "entry-stage-in-review",
        Stage::Published => "entry-stage-published",
        Stage::Withdrawn => "entry-stage-withdrawn",
    }
}
