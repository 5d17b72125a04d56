//! What has become of one entry? Its versions in every language, when each was public, and everything that was ever done to it.

use super::answer::Answer;
use super::asked::Asked;
use super::entry;
use super::frame::{self, Frame};
use super::history_list::{pages, rows};
use super::route::{OpenTo, Route};
use super::{Error, Office, clock};
use crate::register::{Act, Lang, Place, Version};
use crate::store::{HistoryAsked, HistoryPage, Publication, Store};
use crate::web::words::Words;
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] =
    &[Route::get("/office/{kind:street|landmark|namesake}/{slug}/history", OpenTo::WhoMay(Act::Read), show_history)];

/// The story of an entry, ready to print.
struct Told {
    place: Place,
    name: String,
    /// The versions of each text, the newest first.
    texts: Vec<(Lang, Vec<Version>)>,
    publications: Vec<Publication>,
    page: HistoryPage,
}

fn show_history(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let place = asked.place().ok_or(Error::NotThere)?;
    let mut store = office.store()?;
    let page = asked.query.get("page").parse().unwrap_or(1);
    let told = Told {
        name: store.name_of(&place)?,
        texts: texts(&mut store, &place)?,
        publications: store.publications(&place)?,
        page: store.history(&HistoryAsked { place: Some(&place), page, ..HistoryAsked::default() })?,
        place,
    };
    Ok(Answer::page(whole(asked, &told)))
}

/// The versions of the text in each language that has any, the newest first.
pub(super) fn texts(store: &mut Store, place: &Place) -> Result<Vec<(Lang, Vec<Version>)>, Error> {
    let mut texts = Vec::new();
    for lang in Lang::ALL {
        let versions = store.versions(place, *lang)?;
        if !versions.is_empty() {
            texts.push((*lang, versions));
        }
    }
    Ok(texts)
}

fn whole(asked: &Asked, told: &Told) -> String {
    let words = asked.words;
    let title = words.say_with("history-of", &[("name", &told.name)]);
    let above = [
        (words.say("office-history"), "/office/history".to_owned()),
        (told.name.clone(), format!("/office/{}/{}", told.place.kind, told.place.slug)),
    ];
    let content = html! {
        (entry::tabs(words, &told.place, "history"))
        @for (lang, versions) in &told.texts { (text(words, told, *lang, versions)) }
        section {
            h2 { (words.say("history-all-changes")) }
            @if told.page.rows.is_empty() { p.note { (words.say("history-nothing")) } }
            (rows(words, &told.page.rows))
            (pages(asked, told.page.pages, &[]))
        }
    };
    frame::page(asked, &Frame { above: &above, ..Frame::of(&title, "/office/history") }, &content)
}

fn text(words: &Words, told: &Told, lang: Lang, versions: &[Version]) -> Markup {
    let public = told.publications.iter().filter(|one| one.lang == lang);
    html! {
        section {
            h2 { (words.say_with("history-text-in", &[("language", &lang.own_name())])) }
            ul.plain { @for publication in public { li { (spoken(words, publication)) } } }
            details {
                summary { (words.say_with("history-versions", &[("count", &versions.len())])) }
                ol.history { @for version in versions { (row(words, told, version, versions)) } }
            }
        }
    }
}

fn row(words: &Words, told: &Told, version: &Version, versions: &[Version]) -> Markup {
    let address = format!("/office/{}/{}/{}/compare?to={}", told.place.kind, told.place.slug, version.lang, version.id);
    let restored = version.restored_from.and_then(|id| versions.iter().find(|older| older.id == id));
    html! {
        li {
            time datetime=(version.made_at) { (clock::shown(&version.made_at, words)) }
            div {
                p {
                    (words.say_with("history-version-by", &[("number", &version.number), ("author", &version.author)])) " "
                    a href=(address) { (words.say("history-compare-version")) }
                }
                @if let Some(older) = restored {
                    p.note { (words.say_with("history-restored-from", &[("number", &older.number)])) }
                }
            }
        }
    }
}

/// When a version was public, in a sentence.
fn spoken(words: &Words, publication: &Publication) -> String {
    let (from, until) = (clock::shown(&publication.from, words), clock::shown(&publication.until, words));
    let number = &publication.number;
    match (from.is_empty(), until.is_empty()) {
        (false, false) => words.say_with("history-public-span", &[("number", number), ("from", &from), ("until", &until)]),
        (false, true) => words.say_with("history-public-since", &[("number", number), ("from", &from)]),
        (true, false) => words.say_with("history-public-until", &[("number", number), ("until", &until)]),
        (true, true) => words.say_with("history-public-always", &[("number", number)]),
    }
}
