//! What is said of one picture? Changed here, taken out of use, and taken into use again; and here its files are handed over.

use super::answer::Answer;
use super::asked::Asked;
use super::frame::{self, Frame};
use super::photo_form::{Filled, fields_markup};
use super::photos_page::{above, address, state_markup, title_key};
use super::route::{OpenTo, Route};
use super::{Error, Office, clock, door};
use crate::register::{Act, Explained, Fault, Photo, PhotoFormat, Place};
use crate::store::{self, KeptPhoto, photo_words_seen};
use crate::web::photo_files::FILE_POLICY;
use crate::web::photos::{licence_shown, office_address, width_up_to};
use crate::web::words::Words;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY};
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[
    Route::get(r"/office/{kind:street|landmark|namesake}/{slug}/photos/{id:\d+}", OpenTo::WhoMay(Act::Read), show_photo),
    Route::post(r"/office/{kind:street|landmark|namesake}/{slug}/photos/{id:\d+}", OpenTo::WhoMay(Act::KeepRegister), save_photo),
    Route::post(r"/office/{kind:street|landmark|namesake}/{slug}/photos/{id:\d+}/retire", OpenTo::WhoMay(Act::KeepRegister), save_retired),
    Route::post(r"/office/{kind:street|landmark|namesake}/{slug}/photos/{id:\d+}/revive", OpenTo::WhoMay(Act::KeepRegister), save_revived),
    Route::get(r"/office/photo/{id:\d+}/{width:\d+}.{ext:webp|jpg}", OpenTo::WhoMay(Act::Read), show_file),
];

/// How wide the picture is on its page.
const SHOWN: u32 = 800;
/// A file never changes; an hour is as long as a shared computer should remember what only the office may see.
const FOR_AN_HOUR: &str = "private, max-age=3600";

fn show_photo(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let (place, kept) = found(office, asked)?;
    let seen = photo_words_seen(&kept.photo.words());
    let form = Shown { filled: Filled::of_photo(&kept.photo), seen, refused: None, wrong: None, shows_theirs: false };
    Ok(Answer::page(photo_page(office, asked, &place, &kept, &form)))
}

fn save_photo(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let (place, kept) = found(office, asked)?;
    let filled = Filled::of_form(&asked.form);
    let (seen, id) = (asked.form.get("seen"), kept.photo.id);
    let said = match filled.words() {
        Ok(said) => said,
        Err(wrong) => {
            let form = Shown { filled, seen, refused: Some(wrong.told(asked.words)), wrong: Some(wrong.label), shows_theirs: false };
            let page = photo_page(office, asked, &place, &kept, &form);
            return Ok(Answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, page));
        }
    };
    let changed = office.store()?.change_photo(asked.who().id, &asked.now, &place, id, &seen, &said);
    if changed.is_ok() {
        office.has_published();
    }
    answer(office, asked, changed.map_err(Error::from), filled)
}

fn save_retired(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let (place, kept) = found(office, asked)?;
    let done = office.store()?.retire_photo(asked.who().id, &asked.now, &place, kept.photo.id);
    answer(office, asked, done.map_err(Error::from), Filled::of_photo(&kept.photo))
}

fn save_revived(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let (place, kept) = found(office, asked)?;
    let done = office.store()?.revive_photo(asked.who().id, &asked.now, &place, kept.photo.id);
    answer(office, asked, done.map_err(Error::from), Filled::of_photo(&kept.photo))
}

/// A file of a picture, under a name of ours.
fn show_file(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let (id, width) = asked.number("id").zip(asked.part("width").parse().ok()).ok_or(Error::NotThere)?;
    let format = PhotoFormat::parse(asked.part("ext"))?;
    let bytes = office.store()?.find_photo_file(id, width, format)?.ok_or(Error::NotThere)?;
    Ok(Answer::file(format.media_type(), bytes)
        .with(CACHE_CONTROL, FOR_AN_HOUR)
        .with(CONTENT_SECURITY_POLICY, FILE_POLICY)
        .with(CONTENT_DISPOSITION, format!("inline; filename=\"photo-{id}-{width}.{format}\"")))
}

/// The picture that the path names.
fn found(office: &Office, asked: &Asked) -> Result<(Place, KeptPhoto), Error> {
    let (place, id) = asked.place().zip(asked.number("id")).ok_or(Error::NotThere)?;
    let kept = office.store()?.get_photo(&place, id)?;
    Ok((place, kept))
}

/// Back to the pictures of the place; or, where it was refused, the page again with why, filled in.
fn answer(office: &Office, asked: &Asked, done: Result<(), Error>, filled: Filled) -> Result<Answer, Error> {
    let (place, kept) = found(office, asked)?;
    match done {
        Ok(()) => Ok(Answer::on_to(&format!("{}#photo-{}", address(&place), kept.photo.id))),
        Err(error) if error.fault() == Fault::Broken => Err(error),
        Err(error) => {
            // What is kept now has been seen once this page is read: sent again, it is what they want.
            let seen = photo_words_seen(&kept.photo.words());
            let shows_theirs = matches!(error, Error::Store(store::Error::Changed));
            let form = Shown { filled, seen, refused: Some(asked.words.tell(&error.sentence())), wrong: None, shows_theirs };
            Ok(Answer::page_with(door::status(&error), photo_page(office, asked, &place, &kept, &form)))
        }
    }
}

/// What the form shows.
struct Shown {
    filled: Filled,
    seen: String,
    refused: Option<String>,
    wrong: Option<&'static str>,
    /// Has somebody else changed it meanwhile? Then what they made of it stands above the form.
    shows_theirs: bool,
}

fn photo_page(office: &Office, asked: &Asked, place: &Place, kept: &KeptPhoto, form: &Shown) -> String {
    let words = asked.words;
    let title = words.say_with(title_key(kept.photo.kind), &[("id", &kept.photo.id)]);
    let mut above = above(office, place, words);
    above.push((words.say("photos"), address(place)));
    let content = html! {
        @if let Some(refused) = &form.refused { p.refused role="alert" { (refused) } }
        (picture_markup(asked, kept))
        @if asked.may(Act::KeepRegister) { (forms(asked, place, kept, form)) }
    };
    frame::page(asked, &Frame { above: &above, ..Frame::of(&title, "/office/entries") }, &content)
}

fn picture_markup(asked: &Asked, kept: &KeptPhoto) -> Markup {
    let (words, photo) = (asked.words, &kept.photo);
    html! {
        img.photo src=(office_address(photo, width_up_to(photo, SHOWN), PhotoFormat::Webp)) width=(photo.width) height=(photo.height)
            alt=(photo.alt.in_lang(words.lang()));
        p { a href=(office_address(photo, photo.width, PhotoFormat::Jpg)) { (words.say_with("photo-largest", &[("width", &photo.width), ("height", &photo.height)])) } }
        p { (words.say_with("photo-added", &[("when", &clock::shown(&kept.made_at, words))])) }
        @if !kept.retired_at.is_empty() { p.note { (words.say_with("photo-retired", &[("when", &clock::shown(&kept.retired_at, words))])) } }
        (state_markup(kept, words))
    }
}

fn forms(asked: &Asked, place: &Place, kept: &KeptPhoto, form: &Shown) -> Markup {
    let (words, own) = (asked.words, format!("{}/{}", address(place), kept.photo.id));
    let (act, key, class) =
        if kept.retired_at.is_empty() { ("retire", "photo-retire", "danger") } else { ("revive", "photo-revive", "quiet") };
    html! {
        h2 { (words.say("photo-words")) }
        @if form.shows_theirs { (theirs_markup(&kept.photo, words)) }
        form.fields method="post" action=(own) {
            (frame::csrf(asked.signed()))
            input type="hidden" name="seen" value=(form.seen);
            (fields_markup(&form.filled, form.wrong, words))
            button.strong { (words.say("photo-save")) }
        }
        @if kept.shown_in.is_empty() {
            form method="post" action=(format!("{own}/{act}")) { (frame::csrf(asked.signed())) button class=(class) { (words.say(key)) } }
        }
    }
}

/// What is kept now, word for word.
fn theirs_markup(photo: &Photo, words: &Words) -> Markup {
    let said = [
        ("photo-author", photo.author.to_string()),
        ("photo-licence", licence_shown(photo.licence.as_str(), words)),
        ("photo-source", photo.source.to_string()),
        ("photo-taken", photo.taken.to_string()),
        ("photo-alt-vi", photo.alt.vi.to_string()),
        ("photo-alt-en", photo.alt.en.to_string()),
    ];
    html! {
        h3 { (words.say("photo-kept-now")) }
        dl { @for (label, text) in said { dt { (words.say(label)) } dd { (text) } } }
    }
}
