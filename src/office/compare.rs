//! What is the difference between two versions? Word by word; a translation beside what it was made from; and the way back to an older one.

use super::answer::Answer;
use super::asked::Asked;
use super::field_words;
use super::frame::{self, Frame};
use super::history_of_place::texts;
use super::route::{OpenTo, Route};
use super::{Error, Office, changes, clock, door};
use crate::register::compare::{compare, compare_words};
use crate::register::{Act, Explained, Fault, Lang, Place, Text, TextField, Version};
use crate::store::{self, SaveAsked, Saved, Store};
use crate::web::words::Words;
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/{kind:street|landmark|namesake}/{slug}/{lang:vi|en|fr|zh|ja|ko}/compare", OpenTo::WhoMay(Act::Read), show_compared),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/{lang:vi|en|fr|zh|ja|ko}/restore", OpenTo::WhoMay(Act::Write), restore),
];

/// Two versions, and all those that one can choose from.
struct Pair {
    place: Place,
    name: String,
    lang: Lang,
    texts: Vec<(Lang, Vec<Version>)>,
    from: Version,
    to: Version,
    /// The version to go on writing from; none where there is none, such as after the only one was given up.
    current: Option<i64>,
    /// What pictures show, by number.
    shown: Vec<(i64, String)>,
}

fn show_compared(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let chosen = |side: &str| asked.query.find(side).map(|id| id.parse().map_err(|_| Error::NotThere)).transpose();
    let pair = Pair::read(&mut *office.store()?, asked, (chosen("from")?, chosen("to")?))?;
    Ok(Answer::page(whole(asked, &pair, None)))
}

/// Makes an older version the newest again: as a new one, so that nothing in between is lost.
fn restore(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let version = asked.form.get("version").parse().map_err(|_| Error::NotThere)?;
    let mut store = office.store()?;
    let pair = Pair::read(&mut store, asked, (Some(version), None))?;
    match bring_back(&mut store, asked, &pair) {
        Ok(()) => Ok(Answer::on_to(&pair.path())),
        Err(error) if error.fault() == Fault::Refused => Ok(Answer::page_with(door::status(&error), whole(asked, &pair, Some(&error)))),
        Err(error) => Err(error),
    }
}

fn bring_back(store: &mut Store, asked: &Asked, pair: &Pair) -> Result<(), Error> {
    if asked.form.get("seen") != pair.current_as_text() {
        return Err(store::Error::Changed.into());
    }
    let wanted = SaveAsked {
        place: &pair.place,
        lang: pair.lang,
        based_on: pair.current,
        text: &pair.from.text,
        gave_up: &[],
        source: None,
        restored_from: Some(pair.from.id),
    };
    match store.save_text(asked.who().id, &asked.now, &wanted)? {
        Saved::Kept(_) => Ok(()),
        Saved::Unchanged => Err(Error::SameAlready),
        Saved::Conflict { .. } => Err(store::Error::Changed.into()),
    }
}

impl Pair {
    /// The two versions asked for. Where none is named: the newest one, and the one before it.
    fn read(store: &mut Store, asked: &Asked, (from, to): (Option<i64>, Option<i64>)) -> Result<Self, Error> {
        let place = asked.place().ok_or(Error::NotThere)?;
        let lang = asked.lang().ok_or(Error::NotThere)?;
        let name = store.name_of(&place)?;
        let texts = texts(store, &place)?;
        let shown = store.shown_in_photos(&place, asked.words.lang())?;
        let all = || texts.iter().flat_map(|(_, versions)| versions);
        let get = |id: i64| all().find(|version| version.id == id).cloned().ok_or(Error::NotThere);
        let newest = || all().find(|version| version.lang == lang).cloned().ok_or(Error::NotThere);
        let to = to.map_or_else(newest, get)?;
        let before = || all().find(|older| older.lang == to.lang && older.number < to.number).unwrap_or(&to).clone();
        let from = from.map(get).transpose()?.unwrap_or_else(before);
        let current = store.text_state(&place, lang)?.newest().map(|newest| newest.id);
        Ok(Self { place, name, lang, from, to, current, texts, shown })
    }

    fn current_as_text(&self) -> String {
        self.current.map(|id| id.to_string()).unwrap_or_default()
    }

    fn path(&self) -> String {
        format!("/office/{}/{}/{}", self.place.kind, self.place.slug, self.lang)
    }
}

fn whole(asked: &Asked, pair: &Pair, error: Option<&Error>) -> String {
    let words = asked.words;
    let title = words.say_with("compare-title", &[("name", &pair.name)]);
    let history = format!("/office/{}/{}/history", pair.place.kind, pair.place.slug);
    let above = [(words.say("office-history"), "/office/history".to_owned()), (pair.name.clone(), history)];
    let content = html! {
        @if let Some(error) = error { p.refused role="alert" { (words.tell(&error.sentence())) } }
        (choice_form(words, pair))
        @if pair.from.lang == pair.to.lang { (word_by_word(words, pair)) } @else { (side_by_side(words, pair)) }
        (restore_form(asked, pair))
    };
    frame::page(asked, &Frame { above: &above, is_wide: true, ..Frame::of(&title, "/office/history") }, &content)
}

fn choice_form(words: &Words, pair: &Pair) -> Markup {
    let select = |name: &str, key: &str, chosen: i64| {
        html! {
            label {
                (words.say(key))
                select name=(name) {
                    @for (lang, versions) in &pair.texts {
                        optgroup label=(lang.own_name()) {
                            @for version in versions {
                                option value=(version.id) selected[version.id == chosen] { (called(words, version)) }
                            }
                        }
                    }
                }
            }
        }
    };
    let (of_older, of_newer) = (select("from", "compare-from", pair.from.id), select("to", "compare-to", pair.to.id));
    html! {
        form.row action=(format!("{}/compare", pair.path())) {
            (of_older)
            (of_newer)
            button { (words.say("compare-now")) }
        }
    }
}

/// A version as one chooses it: number, language, time and author.
fn called(words: &Words, version: &Version) -> String {
    let number = words.say_with("compare-version", &[("number", &version.number), ("language", &version.lang.own_name())]);
    let rest = [clock::shown(&version.made_at, words), version.author.to_string()];
    std::iter::once(number).chain(rest.into_iter().filter(|part| !part.is_empty())).collect::<Vec<_>>().join(" · ")
}

fn word_by_word(words: &Words, pair: &Pair) -> Markup {
    let (was, is) = (&pair.from.text, &pair.to.text);
    html! {
        @if was == is { p.note role="status" { (words.say("compare-same")) } }
        @for field in TextField::ALL {
            section lang=[is_prose(*field).then_some(pair.to.lang)] {
                h2 lang=(words.lang()) { (field_words::name_of(words, field.as_str())) }
                @if was.field(*field) == is.field(*field) {
                    p.note lang=(words.lang()) { (words.say("compare-field-same")) }
                } @else {
                    (field_compared(words, pair, *field))
                }
            }
        }
    }
}

fn is_prose(field: TextField) -> bool {
    matches!(field, TextField::Lead | TextField::Body)
}

fn field_compared(words: &Words, pair: &Pair, field: TextField) -> Markup {
    let (was, is) = (&pair.from.text, &pair.to.text);
    match field {
        TextField::Body => changes::paragraphs(words, &compare(&was.body, &is.body)),
        TextField::Lead => html! { p.compared { (changes::runs(words, &compare_words(was.lead.as_str(), is.lead.as_str()))) } },
        TextField::Sources => {
            let lines = |text: &Text| text.sources.as_str().replace(" ; ", "\n\n");
            changes::paragraphs(words, &compare(&lines(was), &lines(is)))
        }
        TextField::Review => html! { p.compared { (changes::replaced(words, &label(words, was), &label(words, is))) } },
        TextField::Photos => {
            let list = |text: &Text| text.photos.iter().map(|id| picture(words, pair, *id)).collect::<Vec<_>>();
            changes::list(words, &list(was), &list(is))
        }
    }
}

fn label(words: &Words, text: &Text) -> String {
    words.say(match text.review {
        crate::register::Review::Sourced => "compare-sourced",
        crate::register::Review::Awaiting => "awaiting-review",
    })
}

fn picture(words: &Words, pair: &Pair, id: i64) -> String {
    let shown = pair.shown.iter().find(|(known, _)| *known == id).map_or("", |(_, shown)| shown);
    words.say_with("compare-picture", &[("number", &id), ("shown", &shown)]).trim().trim_end_matches(':').to_owned()
}

/// A text beside its translation: paragraph by paragraph, since no word of theirs is the same.
fn side_by_side(words: &Words, pair: &Pair) -> Markup {
    let [from, to] = [&pair.from, &pair.to].map(|version| version.text.paragraphs());
    let at = |paragraphs: &[String], row: usize| paragraphs.get(row).cloned().unwrap_or_default();
    html! {
        table.beside {
            caption.unseen { (words.say("compare-beside")) }
            thead { tr { @for version in [&pair.from, &pair.to] { th scope="col" { (called(words, version)) } } } }
            tbody {
                @for row in 0..from.len().max(to.len()) {
                    tr {
                        td lang=(pair.from.lang) { (at(&from, row)) }
                        td lang=(pair.to.lang) { (at(&to, row)) }
                    }
                }
            }
        }
    }
}

/// The way back to whichever of the two is not the current one of its text.
fn restore_form(asked: &Asked, pair: &Pair) -> Markup {
    let can_be = |version: &&Version| version.lang == pair.lang && Some(version.id) != pair.current;
    let mut older: Vec<&Version> = [&pair.from, &pair.to].into_iter().filter(can_be).collect();
    older.dedup_by_key(|version| version.id);
    if !asked.who().may_write(pair.lang) {
        older.clear();
    }
    html! {
        @for version in &older {
            form method="post" action=(format!("{}/restore", pair.path())) {
                (frame::csrf(asked.signed()))
                input type="hidden" name="version" value=(version.id);
                input type="hidden" name="seen" value=(pair.current_as_text());
                button { (asked.words.say_with("compare-restore", &[("number", &version.number)])) }
            }
        }
        @if !older.is_empty() { p.note { (asked.words.say("compare-restore-note")) } }
    }
}
