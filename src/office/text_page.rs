//! Where is a text written? The form on the left, the page as visitors will see it on the right.

use super::answer::Answer;
use super::asked::Asked;
use super::doubts::{Doubt, doubts};
use super::entry::{address, name_of, place_of, tabs, way_to};
use super::frame::{self, Frame};
use super::source_rows::Paper;
use super::text_form::{field, numbers, raw_of_version, text_of};
use super::{Error, Office, clock, door, source_rows, translation_rows, work_parts};
use crate::edition::Edition;
use crate::register::paragraphs::paragraphs;
use crate::register::story::LONGEST_LEAD;
use crate::register::{Lang, Photo, PhotoFormat, PhotoKind, Place, Review, Sentence, Stage, TextField};
use crate::store::{Draft, RawFields, Store, TextState};
use crate::web::assets::asset_address;
use crate::web::photos::{office_address, width_up_to};
use crate::web::words::Words;
use actix_web::http::StatusCode;
use maud::{Markup, html};
use std::sync::Arc;

/// A text being written, ready to print.
pub struct TextView {
    /// What it is about.
    pub place: Place,
    /// The language of the text.
    pub lang: Lang,
    /// What is public.
    pub edition: Arc<Edition>,
    /// Where its versions stand.
    pub state: TextState,
    /// The fields as typed.
    pub raw: RawFields,
    /// The version that the fields were begun from.
    pub based_on: Option<i64>,
    /// The draft that the page goes on from.
    pub draft: Option<Draft>,
    /// Other drafts of theirs about this text, from other pages.
    pub asides: Vec<Draft>,
    /// Fields that are not right, with why.
    pub faults: Vec<(TextField, Sentence)>,
    /// The views of the place that the text can show.
    pub photos: Vec<Photo>,
    /// The scans of papers that its sources can name.
    pub(super) papers: Vec<Paper>,
    /// What deserves a second look.
    pub doubts: Vec<Doubt>,
    /// What has just happened.
    pub note: Option<Sentence>,
    /// May they write here?
    pub may_write: bool,
}

impl TextView {
    /// The text as somebody finds it: their own draft where they have one, else the newest version.
    ///
    /// # Errors
    /// Refuses a place or language that there is not.
    pub fn of(office: &Office, asked: &Asked) -> Result<Self, Error> {
        let (place, lang) = (place_of(office, asked)?, asked.lang().ok_or(Error::NotThere)?);
        let (state, mut drafts, photos) = {
            let mut store = office.store()?;
            let photos = photos_in_use(&mut store, &place)?;
            let state = store.text_state(&place, lang)?;
            let drafts = unsaved_drafts(&mut store, asked.who().id, (&place, lang), &state)?;
            (state, drafts, photos)
        };
        let wanted: Option<i64> = asked.query.get("draft").parse().ok();
        let chosen = drafts.iter().position(|draft| Some(draft.id) == wanted).unwrap_or(0);
        let draft = (!drafts.is_empty()).then(|| drafts.remove(chosen));
        let (raw, based_on) = match &draft {
            Some(draft) => (draft.fields.clone(), draft.based_on.parse().ok()),
            None => (raw_of_version(state.newest()), state.newest().map(|version| version.id)),
        };
        let mut view = Self {
            place,
            lang,
            edition: office.edition(),
            raw,
            based_on,
            draft,
            asides: drafts,
            faults: Vec::new(),
            papers: photos.iter().filter(|photo| photo.kind == PhotoKind::Paper).map(|photo| paper(asked.words, photo)).collect(),
            photos: photos.into_iter().filter(|photo| photo.kind == PhotoKind::Photo).collect(),
            doubts: Vec::new(),
            note: None,
            may_write: asked.who().may_write(lang),
            state,
        };
        view.doubts = doubts(office, &view.raw);
        Ok(view)
    }

    /// Is the text locked because a reviewer has it?
    #[must_use]
    pub fn is_in_review(&self) -> bool {
        self.state.working_stage == Some(Stage::InReview)
    }

    /// The address of this text in the office.
    #[must_use]
    pub fn address(&self) -> String {
        text_address(&self.place, self.lang)
    }
}

/// What somebody has typed here and not saved, the newest first. A draft that came in late, behind the very words that it holds, says
/// nothing that is not saved; begun from what was there before them, it would only make a conflict of somebody with themselves.
fn unsaved_drafts(store: &mut Store, by: i64, (place, lang): (&Place, Lang), state: &TextState) -> Result<Vec<Draft>, Error> {
    let says_what_is_saved = |draft: &Draft| {
        field(&draft.fields, "checked").is_empty()
            && state.newest().is_some_and(|newest| text_of(&draft.fields).is_ok_and(|text| text == newest.text))
    };
    let (saved, unsaved): (Vec<Draft>, Vec<Draft>) = store.drafts_of(by, place, lang.as_str())?.into_iter().partition(says_what_is_saved);
    for draft in saved {
        store.drop_draft(by, draft.id)?;
    }
    Ok(unsaved)
}

/// The pictures of a place that are in use: views and papers.
pub(super) fn photos_in_use(store: &mut Store, place: &Place) -> Result<Vec<Photo>, Error> {
    let kept = store.photos_of(place)?.into_iter().filter(|kept| kept.retired_at.is_empty());
    Ok(kept.map(|kept| kept.photo).collect())
}

/// A scan as a source names it.
fn paper(words: &Words, photo: &Photo) -> Paper {
    let about = [photo.alt.vi.as_str(), photo.source.as_str()].into_iter().find(|about| !about.is_empty());
    let number = words.say_with("photo-number", &[("number", &photo.id)]);
    Paper { id: photo.id, about: about.map_or(number, str::to_owned) }
}

/// The address of a text in the office.
#[must_use]
pub fn text_address(place: &Place, lang: Lang) -> String {
    format!("{}/{lang}", address(place))
}

/// Shows a text to write, or to read for whoever may not write it.
pub(super) fn show_text(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    Ok(Answer::page(text_page(asked, &TextView::of(office, asked)?)))
}

/// The form again, with everything that was typed and what is not right about it.
pub(super) fn refused_text(asked: &Asked, view: &TextView, error: Option<&Error>) -> Answer {
    let status = error.map_or(StatusCode::UNPROCESSABLE_ENTITY, door::status);
    Answer::page_with(status, text_page(asked, view))
}

/// The page of a text.
#[must_use]
pub fn text_page(asked: &Asked, view: &TextView) -> String {
    let words = asked.words;
    let name = name_of(&view.edition, &view.place, words.lang());
    let title = words.say_with("text-title", &[("name", &name), ("language", &view.lang.own_name())]);
    let above = way_to(words, &view.place, &name);
    let content = html! {
        (tabs(words, &view.place, view.lang.as_str()))
        (work_parts::stage_line(words, view))
        (notices(words, view))
        @if view.is_in_review() { (work_parts::locked(asked, view)) } @else if view.may_write { (form(asked, view)) } @else {
            (readable(words, view))
        }
        (work_parts::other_steps(asked, view))
    };
    frame::page(asked, &Frame { title: &title, part: "/office/entries", above: &above, is_wide: true }, &content)
}

fn notices(words: &Words, view: &TextView) -> Markup {
    html! {
        div role="status" {
            @if let Some(note) = &view.note { p.done { (words.tell(note)) } }
            @if let Some(draft) = &view.draft {
                p.note { (words.say_with("text-from-draft", &[("at", &clock::shown(&draft.saved_at, words))])) }
            }
        }
        @if !view.state.returned_because.is_empty() {
            div.note.returned { p { b { (words.say("text-returned")) } } p { (view.state.returned_because) } }
        }
        @if !view.asides.is_empty() {
            div.note {
                p { (words.say_with("text-asides", &[("count", &view.asides.len())])) }
                ul { @for one in &view.asides {
                    li { a href=(format!("{}?draft={}", view.address(), one.id)) { (clock::shown(&one.saved_at, words)) } }
                } }
            }
        }
        @if !view.faults.is_empty() {
            div.refused role="alert" {
                p { (words.say("text-faults")) }
                ul { @for (field, why) in &view.faults {
                    li { a href=(format!("#{field}")) { (words.say(field_key(*field))) } ": " (words.tell(why)) }
                } }
            }
        }
    }
}

/// The key of the name of a field.
#[must_use]
pub fn field_key(field: TextField) -> &'static str {
    match field {
        TextField::Lead => "field-lead",
        TextField::Body => "field-body",
        TextField::Sources => "sources",
        TextField::Review => "field-review",
        TextField::Photos => "field-photos",
    }
}

fn form(asked: &Asked, view: &TextView) -> Markup {
    let (words, address) = (asked.words, view.address());
    html! {
        form.writing method="post" action=(address) data-keep=(format!("{address}/draft")) data-preview=(format!("{address}/preview"))
            data-place=(address) {
            script src=(asset_address("office.js")) defer {}
            (frame::csrf(asked.signed()))
            (begun_from(view))
            div.pen {
                @if view.lang == Lang::Vi { (plain_fields(words, view)) } @else { (translation_rows::rows(words, view)) }
                (sources(words, view))
                (review_choice(words, view))
                (photo_choice(words, view))
                (doubt_list(words, &view.doubts))
                (buttons(words, view))
            }
            (glass(words, view))
        }
    }
}

/// What the form was begun from, so that nothing of somebody else's is written over.
fn begun_from(view: &TextView) -> Markup {
    html! {
        input type="hidden" name="based_on" value=(view.based_on.map(|id| id.to_string()).unwrap_or_default());
        input type="hidden" name="draft" value=(view.draft.as_ref().map(|draft| draft.id.to_string()).unwrap_or_default());
        input type="hidden" name="revision" value=(view.draft.as_ref().map(|draft| draft.revision.to_string()).unwrap_or_default());
        @if let Some(source) = &view.state.source { input type="hidden" name="source" value=(source.id); }
    }
}

fn plain_fields(words: &Words, view: &TextView) -> Markup {
    let body = field(&view.raw, "body");
    html! {
        (lead_field(words, view))
        div.field {
            label for="body" { (words.say("field-body")) }
            (toolbar(words))
            textarea #body name="body" rows="16" lang=(view.lang) spellcheck="true" aria-describedby="body-help" { (body) }
            p.help #body-help { (words.say("help-body")) }
        }
    }
}

/// The lead, with how many characters it may still have.
#[must_use]
pub fn lead_field(words: &Words, view: &TextView) -> Markup {
    let lead = field(&view.raw, "lead");
    let fault = view.faults.iter().any(|(field, _)| *field == TextField::Lead);
    html! {
        div.field {
            label for="lead" { (words.say("field-lead")) }
            textarea #lead name="lead" rows="4" lang=(view.lang) spellcheck="true" data-most=(LONGEST_LEAD) aria-describedby="lead-help"
                aria-invalid=[fault.then_some("true")] { (lead) }
            p.help #lead-help {
                (words.say("help-lead")) " "
                output.count data-for="lead" { (lead.chars().count()) "/" (LONGEST_LEAD) }
            }
        }
    }
}

/// Marks that a text may have; shown where scripts run.
fn toolbar(words: &Words) -> Markup {
    let marks = [("bold", "mark-bold"), ("italic", "mark-italic"), ("quote", "mark-quote"), ("list", "mark-list")];
    html! {
        div.toolbar role="toolbar" aria-label=(words.say("marks")) aria-controls="body" hidden {
            @for (mark, key) in marks { button type="button" data-mark=(mark) { (words.say(key)) } }
            label { (words.say("mark-link")) input type="search" list="places" data-mark="link" autocomplete="off"; }
            datalist #places {}
        }
    }
}

fn review_choice(words: &Words, view: &TextView) -> Markup {
    let chosen = field(&view.raw, "review");
    let choices = [(Review::Awaiting, "review-awaiting"), (Review::Sourced, "review-sourced")];
    html! {
        fieldset #review {
            legend { (words.say("field-review")) }
            @for (review, key) in choices {
                label.choice { input type="radio" name="review" value=(review) checked[chosen == review.as_str()]; " " (words.say(key)) }
            }
        }
    }
}

fn sources(words: &Words, view: &TextView) -> Markup {
    html! {
        section #sources aria-labelledby="sources-heading" {
            h2 #sources-heading { (words.say("sources")) }
            (source_rows::rows(words, field(&view.raw, "sources"), &view.papers))
        }
    }
}

fn photo_choice(words: &Words, view: &TextView) -> Markup {
    let chosen: Vec<i64> = numbers(&view.raw, "photos");
    let mut photos: Vec<&Photo> = view.photos.iter().collect();
    photos.sort_by_key(|photo| chosen.iter().position(|id| *id == photo.id).unwrap_or(usize::MAX));
    html! {
        fieldset #photos {
            legend { (words.say("field-photos")) }
            @if photos.is_empty() { p.help { (words.say("text-no-photos")) } }
            @for photo in photos {
                label.choice {
                    input type="checkbox" name="photo" value=(photo.id) checked[chosen.contains(&photo.id)];
                    img src=(office_address(photo, width_up_to(photo, 400), PhotoFormat::Jpg)) alt="" width="96" loading="lazy";
                    " " (photo_name(words, photo, view.lang))
                }
            }
            p.help { a href=(format!("{}/photos", address(&view.place))) { (words.say("text-photos-here")) } }
        }
    }
}

fn photo_name(words: &Words, photo: &Photo, lang: Lang) -> String {
    let alt = photo.alt.in_lang(lang);
    if alt.is_empty() { words.say_with("photo-number", &[("number", &photo.id)]) } else { alt.to_string() }
}

/// What deserves a second look, nothing where nothing does.
#[must_use]
pub fn doubt_list(words: &Words, doubts: &[Doubt]) -> Markup {
    html! {
        @if !doubts.is_empty() {
            section.doubts aria-labelledby="doubts" {
                h2 #doubts { (words.say("text-doubts")) }
                ul { @for doubt in doubts { li { b { (words.say(field_key(doubt.field))) } ": " (words.tell(&doubt.sentence)) } } }
            }
        }
    }
}

fn buttons(words: &Words, view: &TextView) -> Markup {
    html! {
        div.row.acts {
            button name="then" value="stay" accesskey="s" { (words.say("text-save")) }
            button.strong name="then" value="submit" { (words.say("text-save-and-submit")) }
            @if super::text_form::has_invisible(&view.raw) { button name="clean" value="1" { (words.say("text-clean")) } }
            button.quiet formaction=(format!("{}/preview", view.address())) formtarget="preview" accesskey="p" { (words.say("text-preview")) }
            @if view.draft.is_some() {
                button.quiet.danger formaction=(format!("{}/draft/drop", view.address())) { (words.say("text-drop-draft")) }
            }
            output.kept role="status" data-kept=(words.say("text-kept")) data-keeping=(words.say("text-keeping"))
                data-offline=(words.say("text-offline")) data-signed-out=(words.say("text-signed-out")) data-aside=(words.say("text-aside"))
                data-back=(words.say("text-back")) data-take=(words.say("text-take-back")) data-leave=(words.say("text-leave-it")) {}
        }
    }
}

/// The page as a visitor's phone shows it.
fn glass(words: &Words, view: &TextView) -> Markup {
    let from = view.draft.as_ref().map(|draft| format!("?draft={}", draft.id)).unwrap_or_default();
    html! {
        aside.glass aria-label=(words.say("text-as-on-the-phone")) {
            iframe name="preview" title=(words.say("text-as-on-the-phone")) src=(format!("{}/preview{from}", view.address())) {}
        }
    }
}

/// The text to read, for whoever does not write in this language.
fn readable(words: &Words, view: &TextView) -> Markup {
    html! {
        p.note { (words.say("text-not-yours")) }
        div.paper lang=(view.lang) {
            @for paragraph in paragraphs(field(&view.raw, "lead"), field(&view.raw, "body")) { p { (paragraph) } }
        }
    }
}
