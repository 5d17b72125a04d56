//! How will visitors see this? Drawn by the very code that draws their page.

use super::answer::Answer;
use super::asked::Asked;
use super::entry::place_of;
use super::save_page::Sent;
use super::text_form::{raw_of_version, shown_text};
use super::text_page::photos_in_use;
use super::{Error, Office};
use crate::register::{Lang, Line, PhotoKind, Place, Stage, Story};
use crate::store::RawFields;
use crate::web::photos::Figure;
use crate::web::place_page;
use crate::web::words::Words;

/// What the newest draft or version will look like.
pub(super) fn show_preview(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let (place, lang) = (place_of(office, asked)?, asked.lang().ok_or(Error::NotThere)?);
    let raw = {
        let mut store = office.store()?;
        let draft = match asked.query.get("draft").parse().ok() {
            Some(id) => store.find_draft(asked.who().id, id)?.filter(|draft| draft.place == place && draft.part == lang.as_str()),
            None => None,
        };
        match draft {
            Some(draft) => draft.fields,
            None => raw_of_version(store.text_state(&place, lang)?.newest()),
        }
    };
    preview(office, place, lang, &raw)
}

/// What the words typed so far will look like.
pub(super) fn preview_typed(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let sent = Sent::of(office, asked)?;
    preview(office, sent.place, sent.lang, &sent.raw)
}

fn preview(office: &Office, place: Place, lang: Lang, raw: &RawFields) -> Result<Answer, Error> {
    let (edition, words, text) = (office.edition(), Words::of(lang), shown_text(raw));
    let story = Story {
        place,
        lang,
        stage: Stage::Draft,
        lead: text.lead,
        body: text.body,
        sources: text.sources,
        review: text.review,
        author: Line::default(),
        photos: text.photos,
    };
    let photos = photos_in_use(&mut *office.store()?, &story.place)?;
    let chosen = story.photos.iter().filter_map(|id| photos.iter().find(|photo| photo.id == *id && photo.kind == PhotoKind::Photo));
    let mut view = place_page::view_with(&edition, &story.place, Some(&story), words);
    view.telling.figures = chosen.map(|photo| Figure::of(photo, words).through_the_office()).collect();
    Ok(Answer::page(place_page::place_page(&view, office.site(), words)))
}
