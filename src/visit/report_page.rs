//! How does a visitor report a sign? With a form that needs no account and no script, and that asks for nobody's name.

use super::shelf::Shelf;
use super::{Doorway, asked_lang, lost_page, sign_page};
use crate::register::report::LONGEST_WORDS;
use crate::register::{FaultKind, SignCode, hex};
use crate::web::assets::asset_address;
use crate::web::form::Form;
use crate::web::layout::{self, Frame};
use crate::web::parts::{self, Plate};
use crate::web::press::{Pressed, Varies};
use crate::web::reports::kind_key;
use crate::web::words::Words;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use maud::{Markup, html};

/// Bytes of a photo at most, before it is made small.
pub const LARGEST_PHOTO: usize = 10 << 20;
/// The field that people do not see, and that machines fill in.
pub const TRAP: &str = "website";
/// The field of the random mark by which a form sent again is known.
pub const MARK: &str = "mark";

/// What stands in the form.
#[derive(Clone, Default)]
pub struct Filled {
    /// What is wrong; none where nothing is chosen yet.
    pub kind: Option<FaultKind>,
    /// In the visitor's words.
    pub words: String,
    /// The mark of this form.
    pub mark: String,
}

/// Why the form comes back.
pub struct Refusal {
    /// What is said, in the visitor's language.
    pub told: String,
    /// The field that it is about.
    pub field: Option<&'static str>,
    /// Must a photo be chosen again, since no page can put it back?
    pub had_photo: bool,
}

impl Filled {
    /// What was sent.
    #[must_use]
    pub fn of(form: &Form) -> Self {
        Self { kind: FaultKind::parse(&form.get("kind")).ok(), words: form.get("words"), mark: form.get(MARK) }
    }
}

/// The empty form, with what the address says already chosen.
pub async fn show_report(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    let (shelf, lang) = (doorway.shelf(), asked_lang(&request));
    let Some(code) = known_code(&shelf, &request) else {
        return lost_page::answer(&shelf, &request, lang, request.match_info().query("code"), Varies::ByCoding);
    };
    let asked = Form::of_body(request.query_string().as_bytes());
    let filled = Filled { kind: FaultKind::parse(&asked.get("kind")).ok(), ..Filled::default() };
    answer(&shelf, &request, StatusCode::OK, code, &filled, None)
}

/// The sign that the address names, where there is one.
pub fn known_code(shelf: &Shelf, request: &HttpRequest) -> Option<SignCode> {
    SignCode::parse(request.match_info().query("code")).ok().filter(|code| shelf.edition().find_sign(*code).is_some())
}

/// The form, empty or with what was sent in it.
pub fn answer(
    shelf: &Shelf,
    request: &HttpRequest,
    status: StatusCode,
    code: SignCode,
    filled: &Filled,
    refusal: Option<&Refusal>,
) -> HttpResponse {
    let words = Words::of(asked_lang(request));
    let mark = if filled.mark.is_empty() { hex(&rand::random::<[u8; 16]>()) } else { filled.mark.clone() };
    let page = report_page(shelf, code, &Filled { mark, ..filled.clone() }, refusal, words);
    Pressed::once(page, words.lang()).answer(request, status, Varies::ByCoding)
}

fn report_page(shelf: &Shelf, code: SignCode, filled: &Filled, refusal: Option<&Refusal>, words: &Words) -> String {
    let sign = sign_page::view_of(shelf.edition(), shelf.site(), code, words);
    let title = words.say("report-title");
    let frame = Frame {
        words,
        site: shelf.site(),
        title: format!("{title}: {}", sign.name),
        description: words.say("report-lead"),
        path: format!("/{code}/report"),
        canonical: None,
        shows_positions: false,
        is_text_first: false,
        head: style(),
    };
    let plate = Plate { above: sign.above.clone(), name: &sign.name, name_lang: sign.name_lang, below: sign.below.clone() };
    let content = html! {
        h2.title { (title) }
        @if let Some(refusal) = refusal { (refusal_markup(refusal, words)) }
        p { (words.say("report-lead")) }
        (form_markup(code, filled, refusal.and_then(|refusal| refusal.field), words))
        p { a href=(format!("/{}/{code}", words.lang())) { (words.say("case-to-sign")) } }
        p { a href=(format!("/{}/report", words.lang())) { (words.say("case-find")) } }
    };
    layout::page(&frame, &parts::plate(&plate), &content)
}

/// The style sheet of the pages about reports.
pub fn style() -> Markup {
    html! { link rel="stylesheet" href=(asset_address("report.css")); }
}

fn refusal_markup(refusal: &Refusal, words: &Words) -> Markup {
    html! {
        p.refused role="alert" {
            @if let Some(field) = refusal.field { a href=(format!("#{field}")) { (refusal.told) } } @else { (refusal.told) }
            @if refusal.had_photo { " " (words.say("report-photo-again")) }
        }
    }
}

fn form_markup(code: SignCode, filled: &Filled, wrong: Option<&str>, words: &Words) -> Markup {
    let invalid = |field: &str| (wrong == Some(field)).then_some("true");
    html! {
        form.report method="post" enctype="multipart/form-data" action=(format!("/{}/{code}/report", words.lang())) {
            input type="hidden" name=(MARK) value=(filled.mark);
            fieldset #kind .wrong[wrong == Some("kind")] {
                legend { (words.say("report-kind")) }
                @for kind in FaultKind::ALL {
                    label {
                        input type="radio" name="kind" value=(kind) required checked[filled.kind == Some(*kind)];
                        span { (words.say(kind_key(*kind))) @if *kind == FaultKind::Covered { small { (words.say("fault-covered-note")) } } }
                    }
                }
            }
            label for="words" { (words.say("report-words")) }
            textarea #words name="words" rows="4" maxlength=(LONGEST_WORDS) aria-describedby="words-hint" aria-invalid=[invalid("words")] { (filled.words) }
            small #words-hint { (words.say_with("report-words-hint", &[("most", &words.count(LONGEST_WORDS))])) }
            label for="photo" { (words.say("report-photo")) }
            input #photo name="photo" type="file" accept="image/jpeg,image/png,image/webp" aria-describedby="photo-hint" aria-invalid=[invalid("photo")];
            small #photo-hint { (words.say_with("report-photo-hint", &[("most", &(LARGEST_PHOTO >> 20))])) }
            p.trap aria-hidden="true" {
                label for=(TRAP) { (words.say("report-trap")) }
                input id=(TRAP) name=(TRAP) tabindex="-1" autocomplete="off";
            }
            p.note { (words.say("report-number-comes")) }
            button { (words.say("report-send")) }
        }
    }
}
