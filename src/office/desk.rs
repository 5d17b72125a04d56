//! What waits for me? The front page of the office.

use super::answer::Answer;
use super::asked::Asked;
use super::frame::{self, Frame};
use super::route::{OpenTo, Route};
use super::{Error, Office};
use crate::register::Act;
use maud::html;

pub(super) const ROUTES: &[Route] = &[Route::get("/office/", OpenTo::WhoMay(Act::Read), show_desk)];

fn show_desk(_office: &Office, asked: &Asked) -> Result<Answer, Error> {
    let title = asked.words.say("office-desk");
    Ok(Answer::page(frame::page(asked, &Frame::of(&title, "/office/"), &html! {})))
}
