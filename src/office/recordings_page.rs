//! Which texts of a place are read aloud? Here a recording comes in, takes the place of an older one, and is withdrawn.

use super::answer::Answer;
use super::asked::Asked;
use super::clock;
use super::entry::tabs;
use super::frame::{self, Frame};
use super::photo_form::{OTHER, licence_options};
use super::photos_page::above;
use super::route::{OpenTo, Route};
use super::sound::{MOST_BYTES, UnfitSound, sound_of};
use super::{Error, Office, door};
use crate::edition::Edition;
use crate::register::{Act, Explained, Fault, Lang, Line, Place, RecordingFormat};
use crate::store::{KeptRecording, NewRecording};
use crate::web::photo_files::FILE_POLICY;
use crate::web::photos::licence_shown;
use crate::web::words::Words;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY};
use maud::{Markup, html};

pub(super) const ROUTES: &[Route] = &[
    Route::get("/office/{kind:street|landmark|namesake}/{slug}/recordings", OpenTo::WhoMay(Act::Read), show_recordings),
    Route::post("/office/{kind:street|landmark|namesake}/{slug}/recordings", OpenTo::WhoMay(Act::KeepRegister), save_recording)
        .of_most(MOST_BYTES + FIELDS),
    Route::post(
        r"/office/{kind:street|landmark|namesake}/{slug}/recordings/{id:\d+}/retire",
        OpenTo::WhoMay(Act::KeepRegister),
        save_retired,
    ),
    Route::get(r"/office/recording/{id:\d+}", OpenTo::WhoMay(Act::Read), show_file),
];

/// Bytes for the fields beside the file: a file that is a little too large gets its own answer.
const FIELDS: usize = 1 << 20;
/// Longest name of a speaker and of a licence, in characters.
const LONGEST: usize = 300;
/// What the office plays: nothing but sound of its own.
const PLAYING: &str = "private, max-age=3600";

/// What was sent and could not be kept; empty where nothing was.
#[derive(Default)]
struct Sent {
    lang: String,
    speaker: String,
    licence: String,
    other_licence: String,
    refused: Option<String>,
}

fn show_recordings(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    Ok(Answer::page(list_page(office, asked, &Sent::default())?))
}

fn save_recording(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let place = asked.place().ok_or(Error::NotThere)?;
    let field = |name: &str| asked.form.get(name);
    let sent = Sent {
        lang: field("lang"),
        speaker: field("speaker"),
        licence: field("licence"),
        other_licence: field("other_licence"),
        refused: None,
    };
    match take_in(office, asked, &place, &sent) {
        Ok(id) => {
            office.has_published();
            Ok(Answer::on_to(&format!("{}#recording-{id}", address(&place))))
        }
        Err(error) if error.fault() != Fault::Refused => Err(error),
        Err(error) => {
            let sent = Sent { refused: Some(asked.words.tell(&error.sentence())), ..sent };
            Ok(Answer::page_with(door::status(&error), list_page(office, asked, &sent)?))
        }
    }
}

fn take_in(office: &Office, asked: &Asked, place: &Place, sent: &Sent) -> Result<i64, Error> {
    let lang = Lang::parse(&sent.lang).map_err(|_| Error::NoLanguage)?;
    let speaker = Line::parse_up_to(&sent.speaker, LONGEST)?;
    let licence = if sent.licence == OTHER { &sent.other_licence } else { &sent.licence };
    let licence = Line::parse_up_to(licence, LONGEST)?;
    if speaker.is_empty() {
        return Err(UnfitSound::NoSpeaker.into());
    }
    if licence.is_empty() {
        return Err(UnfitSound::NoLicence.into());
    }
    let file = asked.form.uploads.first().map_or(&[][..], |file| &file.bytes);
    let sound = sound_of(file)?;
    let fresh = NewRecording {
        lang,
        digest: &sound.digest,
        format: sound.format,
        seconds: sound.seconds,
        speaker: &speaker,
        licence: &licence,
        bytes: &sound.bytes,
    };
    Ok(office.store()?.add_recording(asked.who().id, &asked.now, place, &fresh)?)
}

fn save_retired(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let (place, id) = asked.place().zip(asked.number("id")).ok_or(Error::NotThere)?;
    office.store()?.retire_recording(asked.who().id, &asked.now, &place, id)?;
    office.has_published();
    Ok(Answer::on_to(&address(&place)))
}

/// A recording, for the office to hear before anybody else does.
fn show_file(office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let id = asked.number("id").ok_or(Error::NotThere)?;
    let (format, bytes) = office.store()?.find_recording_file(id)?.ok_or(Error::NotThere)?;
    Ok(Answer::file(format.media_type(), bytes)
        .with(CACHE_CONTROL, PLAYING)
        .with(CONTENT_SECURITY_POLICY, FILE_POLICY)
        .with(CONTENT_DISPOSITION, format!("inline; filename=\"recording-{id}.{format}\"")))
}

fn address(place: &Place) -> String {
    format!("/office/{}/{}/recordings", place.kind, place.slug)
}

fn list_page(office: &Office, asked: &Asked, sent: &Sent) -> Result<String, Error> {
    let place = asked.place().ok_or(Error::NotThere)?;
    let kept = office.store()?.recordings_of(&place)?;
    let (words, edition) = (asked.words, office.edition());
    let above = above(office, &place, words);
    let name = above.last().map(|(name, _)| name.clone()).unwrap_or_default();
    let title = words.say_with("recordings-of", &[("place", &name)]);
    let (used, retired): (Vec<&KeptRecording>, Vec<&KeptRecording>) = kept.iter().partition(|one| one.retired_at.is_empty());
    let content = html! {
        (tabs(words, &place, "recordings"))
        @if let Some(refused) = &sent.refused { p.refused role="alert" { (refused) } }
        @if used.is_empty() { p.note { (words.say("recordings-none")) } }
        @for one in &used { (card(asked, &edition, &place, one)) }
        @if asked.may(Act::KeepRegister) { (upload_form(asked, &place, sent)) }
        @if !retired.is_empty() {
            h2 { (words.say("recordings-retired")) }
            @for one in &retired { (card(asked, &edition, &place, one)) }
        }
    };
    Ok(frame::page(asked, &Frame { above: &above, ..Frame::of(&title, "/office/entries") }, &content))
}

fn card(asked: &Asked, edition: &Edition, place: &Place, kept: &KeptRecording) -> Markup {
    let (words, one) = (asked.words, &kept.recording);
    let is_used = kept.retired_at.is_empty();
    let label = words.say_with("recording-named", &[("id", &one.id), ("language", &words.language(one.lang))]);
    html! {
        section id=(format!("recording-{}", one.id)) {
            h3 { (label) }
            audio controls preload="none" src=(format!("/office/recording/{}", one.id)) aria-label=(label) {}
            p { (one.speaker) " · " (licence_shown(one.licence.as_str(), words)) " · " (told_size(one.format, one.size, one.seconds, words)) }
            p { (words.say_with("recording-added", &[("when", &clock::shown(&kept.made_at, words))])) }
            @if is_used {
                p { (words.say(if edition.find_recording(place, one.lang).is_some() { "recording-public" } else { "recording-waits" })) }
                @if asked.may(Act::KeepRegister) {
                    form method="post" action=(format!("{}/{}/retire", address(place), one.id)) {
                        (frame::csrf(asked.signed()))
                        button.danger { (words.say("recording-retire")) }
                    }
                }
            } @else {
                p { (words.say_with("recording-retired", &[("when", &clock::shown(&kept.retired_at, words))])) }
            }
        }
    }
}

/// How long it takes, how it is encoded and how large it is.
fn told_size(format: RecordingFormat, size: u32, seconds: Option<u32>, words: &Words) -> String {
    let kilobytes = words.count(usize::try_from(size.div_ceil(1000)).unwrap_or(usize::MAX));
    let length = seconds.map(|seconds| format!("{}:{:02}, ", seconds / 60, seconds % 60)).unwrap_or_default();
    format!("{length}{}, {kilobytes} kB", format.as_str().to_uppercase())
}

fn upload_form(asked: &Asked, place: &Place, sent: &Sent) -> Markup {
    let words = asked.words;
    html! {
        h2 id="add" { (words.say("recordings-add")) }
        form.fields method="post" action=(address(place)) enctype="multipart/form-data" {
            (frame::csrf(asked.signed()))
            p.note { (words.say("recordings-note")) }
            label for="lang" { (words.say("recording-language")) }
            select id="lang" name="lang" {
                @for lang in Lang::ALL { option value=(lang) selected[lang.as_str() == sent.lang] { (words.language(*lang)) } }
            }
            label for="file" { (words.say("recording-file")) }
            input id="file" name="file" type="file" required accept=".mp3,.ogg,.opus,.oga,.m4a,audio/mpeg,audio/ogg,audio/mp4" aria-describedby="file-hint";
            small id="file-hint" { (words.say_with("recording-file-hint", &[("most", &(MOST_BYTES >> 20))])) }
            label for="speaker" { (words.say("recording-speaker")) }
            input id="speaker" name="speaker" required maxlength="300" autocomplete="off" value=(sent.speaker);
            (licence_markup(words, sent))
            button.strong { (words.say("recordings-send")) }
        }
    }
}

fn licence_markup(words: &Words, sent: &Sent) -> Markup {
    html! {
        label for="licence" { (words.say("photo-licence")) }
        select id="licence" name="licence" {
            (licence_options(words, &sent.licence, sent.licence == OTHER))
        }
        label for="other_licence" { (words.say("photo-other-licence")) }
        input id="other_licence" name="other_licence" maxlength="300" autocomplete="off" value=(sent.other_licence);
    }
}
