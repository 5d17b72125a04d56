//! What would an order come to? How many, on how many sheets, what will not read where it hangs, and what has nothing to read behind it.

use super::answer::Answer;
use super::asked::Asked;
use super::chance::digest_of;
use super::frame::{self, Frame, csrf};
use super::press_room::job_to_look_at;
use super::print_parts::{plate_name, recipe_facts};
use super::print_plates::{Unready, module_of, sizing_of, unready};
use super::{Error, Office};
use crate::print::{self, Format, Sizing};
use crate::qr::BaseUrl;
use crate::register::{FieldTexts, Sentence};
use crate::store::{Batch, BatchSign};
use crate::web::words::Words;
use actix_web::http::StatusCode;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// Rows of a list of warnings at most.
const MOST_ROWS: usize = 40;
/// Plates whose codes an address of a picture holds at most.
const MOST_IN_PICTURE: usize = 60;

/// An order that was looked at and not made yet.
pub struct Looked {
    /// The order.
    pub batch: Batch,
    /// Pages of all files together.
    pub pages: usize,
    /// What the press should know of the whole job.
    pub warnings: Vec<Sentence>,
    /// What will not read where it hangs.
    pub short: Vec<(BatchSign, Sizing)>,
    /// What has nothing to read behind it, by the name of its place: which kind, and how many plates.
    pub unready: BTreeMap<(String, bool), usize>,
}

impl Looked {
    /// Looks at an order.
    ///
    /// # Errors
    /// Refuses what the press cannot make.
    pub fn at(office: &Office, batch: Batch) -> Result<Self, Error> {
        let (job, format) = job_to_look_at(&batch)?;
        let pages = print::page_count(&job, format)?;
        let warnings = print::warnings(&job).iter().map(print::Warning::sentence).collect();
        let (base, edition) = (BaseUrl::parse(&batch.base_url)?, office.edition());
        let module = module_of(&job.plate, &base, &job.device, &batch.signs);
        let judged = |sign: &BatchSign| Some((sign.clone(), sizing_of(&job.plate, module?, sign)?));
        let short = batch.signs.iter().filter_map(judged).collect();
        let mut lacking = BTreeMap::new();
        for sign in &batch.signs {
            if let Some(why) = unready(&edition, sign.code) {
                *lacking.entry((sign.name.clone(), why == Unready::Retired)).or_default() += 1;
            }
        }
        Ok(Self { batch, pages, warnings, short, unready: lacking })
    }

    /// What was seen: when it is sent back, nothing else is ordered than what was looked at.
    pub fn seen(&self) -> String {
        let Batch { recipe, signs, base_url, plate, .. } = &self.batch;
        digest_of(&format!("{base_url} {plate} {} {} {signs:?}", recipe.plate_file, recipe.sheet))
    }
}

/// The page with the button that orders.
pub fn review_page(asked: &Asked, texts: &FieldTexts, looked: &Looked, refused: Option<Sentence>) -> Answer {
    let words = asked.words;
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let content = html! {
        @if let Some(refused) = refused { p.refused role="alert" { (words.tell(&refused)) } }
        div.columns {
            div { (facts(words, looked)) (concerns(words, looked)) (decision(asked, texts, looked)) }
            div { (pictures(words, looked)) }
        }
    };
    let title = words.say("order-review");
    let above = [(words.say("office-print"), "/office/print".to_owned()), (words.say("order-new"), "/office/print/new".to_owned())];
    let frame = Frame { above: &above, is_wide: true, ..Frame::of(&title, "/office/print") };
    Answer::page_with(status, frame::page(asked, &frame, &content))
}

fn facts(words: &Words, looked: &Looked) -> Markup {
    let batch = &looked.batch;
    html! {
        p.large { (words.say_with("order-sum", &[("plates", &words.count(batch.signs.len())), ("pages", &words.count(looked.pages))])) }
        dl.entry {
            dt { (words.say("order-plate")) } dd { (plate_name(&batch.plate)) }
            dt { (words.say("order-cause")) } dd { (words.say(batch.terms.cause.key())) @if !batch.terms.note.is_empty() { " – " (batch.terms.note) } }
            (recipe_facts(words, batch))
        }
    }
}

fn concerns(words: &Words, looked: &Looked) -> Markup {
    html! {
        @for warning in &looked.warnings { p.note { (words.tell(warning)) } }
        @if !looked.short.is_empty() {
            section.card {
                h2 { (words.say_with("order-short", &[("count", &words.count(looked.short.len()))])) }
                ul.plain.works { @for (sign, sizing) in looked.short.iter().take(MOST_ROWS) { li { (short_row(words, sign, sizing)) } } }
                (and_more(words, looked.short.len()))
            }
        }
    }
}

fn short_row(words: &Words, sign: &BatchSign, sizing: &Sizing) -> Markup {
    let told = sizing.sentence().map(|sentence| words.tell(&sentence)).unwrap_or_default();
    html! { b { (sign.code.grouped()) } " " (sign.name) @if let Some(number) = sign.number { " (" (number) ")" } " – " (told) }
}

fn and_more(words: &Words, all: usize) -> Markup {
    html! { @if all > MOST_ROWS { p { (words.say_with("and-more", &[("count", &words.count(all - MOST_ROWS))])) } } }
}

/// The reason where one is owed, and the buttons.
fn decision(asked: &Asked, texts: &FieldTexts, looked: &Looked) -> Markup {
    let words = asked.words;
    let plates: usize = looked.unready.values().sum();
    html! {
        form method="post" action="/office/print/new" {
            (csrf(asked.signed()))
            (carried(texts))
            input type="hidden" name="seen" value=(looked.seen());
            @if !looked.unready.is_empty() {
                section.card {
                    h2 { (words.say_with("order-unready", &[("plates", &words.count(plates)), ("places", &words.count(looked.unready.len()))])) }
                    ul.plain.works {
                        @for ((name, is_retired), count) in looked.unready.iter().take(MOST_ROWS) {
                            li { b { (name) } " · " (count) " – " (words.say(if *is_retired { "order-retired" } else { "order-unpublished" })) }
                        }
                    }
                    (and_more(words, looked.unready.len()))
                    label for="reason" { (words.say("order-reason")) }
                    textarea #reason name="reason" rows="2" maxlength="500" required aria-describedby="reason-help" { (looked.batch.terms.reason) }
                    p.help #reason-help { (words.say("order-reason-help")) }
                }
            }
            div.row {
                button.strong name="act" value="order" { (words.say_with("order-now", &[("plates", &words.count(looked.batch.signs.len()))])) }
                button name="act" value="change" formnovalidate { (words.say("order-change")) }
            }
        }
    }
}

/// Everything that was filled in, along with the next form.
fn carried(texts: &FieldTexts) -> Markup {
    html! {
        @for (name, text) in texts.iter().filter(|(name, _)| *name != "reason") {
            @if name == "places" || name == "wards" {
                @for one in text.split_whitespace() { input type="hidden" name=(name) value=(one); }
            } @else if !text.is_empty() {
                input type="hidden" name=(name) value=(text);
            }
        }
    }
}

fn pictures(words: &Words, looked: &Looked) -> Markup {
    let Batch { plate, recipe, signs, .. } = &looked.batch;
    let codes: Vec<&str> = signs.iter().take(MOST_IN_PICTURE).map(|sign| sign.code.as_str()).collect();
    let first = codes.first().copied().unwrap_or_default();
    let takes_sheets = !recipe.sheet.is_empty() || recipe.format == Format::Pdf.as_str();
    let sheet = if recipe.sheet.is_empty() { "a3" } else { recipe.sheet.as_str() };
    html! {
        figure {
            img.plate src=(format!("/office/print/picture.png?plate={plate}&codes={first}")) alt=(words.say("order-first-plate"));
            figcaption { (words.say("order-first-plate")) }
        }
        @if takes_sheets {
            figure {
                img.sheet src=(format!("/office/print/picture.png?plate={plate}&sheet={sheet}&skip={}&codes={}", recipe.skip, codes.join("."))) alt=(words.say("order-first-sheet"));
                figcaption { (words.say("order-first-sheet")) }
            }
        }
    }
}
