//! Which photos and papers does a place have, and what do they still lack? Here more of them come in.

use super::answer::Answer;
use super::asked::Asked;
use super::entry;
use super::frame::{self, Frame};
use super::photo_form::{Filled, WrongField, fields_markup};
use super::route::{OpenTo, Route};
use super::{Error, Office, door};
use crate::register::{Act, Explained, Fault, PhotoFormat, PhotoKind, PhotoLack, Place};
use crate::store::{KeptPhoto, NewPhoto};
use crate::web::photos::{licence_shown, office_address, width_up_to};
use crate::web::picture::{Picture, picture_of};
use crate::web::picture_head::{UnfitPicture, head_of};
use crate::web::words::Words;
use actix_web::http::StatusCode;
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/{kind:street|landmark|namesake}/{slug}/photos", OpenTo::WhoMay(Act::Read), show_photos),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/photos", OpenTo::WhoMay(Act::KeepRegister), save_photos).of_most(MOST_SENT),
];

/// Most bytes of the files sent at once.
const MOST_SENT: usize = 20 << 20;
/// Most files sent at once.
const MOST_FILES: usize = 20;
/// How wide a picture is in the list.
const THUMBNAIL: u32 = 400;

fn show_photos(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    Ok(Answer::page(list_page(office, asked, &Sent::default())?))
}

fn save_photos(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let place = asked.place().ok_or(Error::NotThere)?;
    let kind = PhotoKind::parse(&asked.form.get("kind")).unwrap_or(PhotoKind::Photo);
    let mut sent = Sent { filled: Filled::of_form(&asked.form), kind: Some(kind), ..Sent::default() };
    let (told, status) = match take_in(office, asked, &place, kind, &sent.filled) {
        Ok(first) => return Ok(Answer::on_to(&format!("{}#photo-{first}", address(&place)))),
        Err(Unkept::Field(wrong)) => {
            sent.wrong = Some(wrong.label);
            (wrong.told(asked.words), StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(Unkept::Other(error)) if error.fault() == Fault::Broken => return Err(error),
        Err(Unkept::Other(error)) => (asked.words.tell(&error.sentence()), door::status(&error)),
    };
    sent.refused = Some(told);
    Ok(Answer::page_with(status, list_page(office, asked, &sent)?))
}

/// What was sent and could not be kept; empty where nothing was.
#[derive(Default)]
struct Sent {
    filled: Filled,
    kind: Option<PhotoKind>,
    refused: Option<String>,
    wrong: Option<&'static str>,
}

/// Why nothing was kept.
enum Unkept {
    Field(WrongField),
    Other(Error),
}

impl<E: Into<Error>> From<E> for Unkept {
    fn from(error: E) -> Self {
        Self::Other(error.into())
    }
}

/// Keeps every file that was sent, or none; gives the number of the first.
fn take_in(office: &Office, asked: &Asked, place: &Place, kind: PhotoKind, filled: &Filled) -> Result<i64, Unkept> {
    let said = filled.words().map_err(Unkept::Field)?;
    let pictures = pictures_of(office, asked)?;
    let fresh: Vec<NewPhoto<'_>> =
        pictures.iter().map(|one| NewPhoto { kind, words: &said, digest: &one.digest, files: &one.files }).collect();
    let ids = office.store()?.add_photos(asked.who().id, &asked.now, place, &fresh)?;
    ids.first().copied().ok_or(Unkept::Other(Error::NoPicture))
}

/// The pictures sent. All are looked at before the first is decoded, and only one is decoded at a time, whoever sends it.
fn pictures_of(office: &Office, asked: &Asked) -> Result<Vec<Picture>, Error> {
    let files = &asked.form.uploads;
    if files.is_empty() {
        return Err(Error::NoPicture);
    }
    if files.len() > MOST_FILES {
        return Err(Error::TooManyPictures(MOST_FILES));
    }
    let unfit = |at: usize| move |why: UnfitPicture| Error::Picture { at: at + 1, of: files.len(), why };
    files.iter().enumerate().try_for_each(|(at, file)| head_of(&file.bytes).map(drop).map_err(unfit(at)))?;
    let _turn = office.picture_turn();
    files.iter().enumerate().map(|(at, file)| picture_of(&file.bytes).map_err(unfit(at))).collect()
}

/// The address of this page.
pub(super) fn address(place: &Place) -> String {
    format!("/office/{}/{}/photos", place.kind, place.slug)
}

/// The pages above those of a place's pictures.
pub(super) fn above(office: &Office, place: &Place, words: &Words) -> Vec<(String, String)> {
    let name = place_name(office, place, words);
    vec![(words.say("office-entries"), "/office/entries".to_owned()), (name, format!("/office/{}/{}", place.kind, place.slug))]
}

fn place_name(office: &Office, place: &Place, words: &Words) -> String {
    office.edition().find(place).map_or_else(|| place.slug.to_string(), |entry| entry.name(words.lang()).to_owned())
}

fn list_page(office: &Office, asked: &Asked, sent: &Sent) -> Result<String, Error> {
    let place = asked.place().ok_or(Error::NotThere)?;
    let kept = office.store()?.photos_of(&place)?;
    let words = asked.words;
    let title = words.say_with("photos-of", &[("place", &place_name(office, &place, words))]);
    let (used, retired): (Vec<&KeptPhoto>, Vec<&KeptPhoto>) = kept.iter().partition(|one| one.retired_at.is_empty());
    let content = html! {
        (entry::tabs(words, &place, "photos"))
        @if let Some(refused) = &sent.refused { p.refused role="alert" { (refused) } }
        @if used.is_empty() { p.note { (words.say("photos-none")) } }
        (grid(&used, words))
        @if asked.may(Act::KeepRegister) { (upload_form(asked, &place, sent)) }
        @if !retired.is_empty() { h2 { (words.say("photos-retired")) } (grid(&retired, words)) }
    };
    let frame = Frame { above: &above(office, &place, words), is_wide: true, ..Frame::of(&title, "/office/entries") };
    Ok(frame::page(asked, &frame, &content))
}

fn grid(photos: &[&KeptPhoto], words: &Words) -> Markup {
    html! {
        @if !photos.is_empty() { ul.photos { @for one in photos { li id=(format!("photo-{}", one.photo.id)) { (card(one, words)) } } } }
    }
}

fn card(kept: &KeptPhoto, words: &Words) -> Markup {
    let photo = &kept.photo;
    let own = format!("{}/{}", address(&photo.place), photo.id);
    html! {
        a href=(own) {
            img src=(office_address(photo, width_up_to(photo, THUMBNAIL), PhotoFormat::Webp)) width=(photo.width) height=(photo.height)
                loading="lazy" alt="";
            (words.say_with(title_key(photo.kind), &[("id", &photo.id)]))
        }
        @if !photo.alt.in_lang(words.lang()).is_empty() { p { (photo.alt.in_lang(words.lang())) } }
        @if !photo.author.is_empty() { p { (photo.author) " · " (licence_shown(photo.licence.as_str(), words)) } }
        (state_markup(kept, words))
    }
}

/// What a picture is called: by its number, since no name of a file is kept.
pub(super) const fn title_key(kind: PhotoKind) -> &'static str {
    match kind {
        PhotoKind::Photo => "photo-title",
        PhotoKind::Paper => "paper-title",
    }
}

/// What a picture still lacks, and which texts show it.
pub(super) fn state_markup(kept: &KeptPhoto, words: &Words) -> Markup {
    let lacks = kept.photo.lacks();
    html! {
        @if kept.photo.kind == PhotoKind::Paper {
            p { (words.say("paper-for-the-office")) }
        } @else if lacks.is_empty() {
            p { (words.say("photo-complete")) }
        } @else {
            p.lacks { (words.say("photo-lacks")) " " (lacks.iter().map(|lack| words.say(lack_key(*lack))).collect::<Vec<_>>().join(", ")) }
        }
        @for (lang, is_public) in &kept.shown_in {
            p { (words.say_with(if *is_public { "photo-shown-public" } else { "photo-shown" }, &[("language", &lang.own_name())])) }
        }
    }
}

const fn lack_key(lack: PhotoLack) -> &'static str {
    use crate::register::Lang;
    match lack {
        PhotoLack::Author => "photo-author",
        PhotoLack::Licence => "photo-licence",
        PhotoLack::Source => "photo-source",
        PhotoLack::Alt(Lang::Vi) => "photo-alt-vi",
        PhotoLack::Alt(_) => "photo-alt-en",
    }
}

fn upload_form(asked: &Asked, place: &Place, sent: &Sent) -> Markup {
    let words = asked.words;
    let kinds = [(PhotoKind::Photo, "photo-kind-photo"), (PhotoKind::Paper, "photo-kind-paper")];
    html! {
        h2 id="add" { (words.say("photos-add")) }
        form.fields method="post" action=(address(place)) enctype="multipart/form-data" {
            (frame::csrf(asked.signed()))
            label for="files" { (words.say("photo-files")) }
            input id="files" name="files" type="file" multiple required accept="image/jpeg,image/png,image/webp" aria-describedby="files-hint";
            small id="files-hint" { (words.say_with("photo-files-hint", &[("most", &(MOST_SENT >> 20))])) }
            fieldset {
                legend { (words.say("photo-kind")) }
                @for (kind, key) in kinds {
                    label { input type="radio" name="kind" value=(kind) checked[kind == sent.kind.unwrap_or(PhotoKind::Photo)]; " " (words.say(key)) }
                }
            }
            p.note { (words.say("photos-later")) }
            (fields_markup(&sent.filled, sent.wrong, words))
            button.strong { (words.say("photos-send")) }
        }
    }
}
