//! Where does this code lead? For whoever wants to know before going there; never counted as a scan.

use crate::edition::Edition;
use crate::register::SignCode;
use crate::web::Site;
use crate::web::layout::{self, Frame};
use crate::web::parts::{self, Plate, Row};
use crate::web::place_page;
use crate::web::words::Words;
use maud::{Markup, html};

/// The answer, ready to print.
pub struct WhereView {
    code: String,
    path: String,
    address: String,
    row: Option<Row>,
}

impl WhereView {
    /// The answer for a code.
    pub fn of(edition: &Edition, site: &Site, code: SignCode, words: &Words) -> Self {
        let entry = edition.find_sign(code).and_then(|sign| edition.find(&sign.place));
        let row = entry.map(|entry| Row { address: format!("/{code}"), ..place_page::row(entry, None, words) });
        Self { code: code.grouped(), path: format!("/{code}+"), address: site.absolute(&format!("/{code}")), row }
    }
}

/// The page itself.
pub fn where_page(view: &WhereView, site: &Site, words: &Words) -> String {
    let title = words.say_with("where-title", &[("code", &view.code)]);
    let frame = Frame {
        words,
        site,
        description: title.clone(),
        title: title.clone(),
        path: view.path.clone(),
        canonical: None,
        shows_positions: false,
        is_text_first: false,
        head: Markup::default(),
    };
    let plate = Plate { above: None, name: &view.code, name_lang: None, below: None };
    let content = html! {
        p.lead { (words.say("where-lead")) }
        (parts::bare_rows(view.row.as_slice()))
        section.sign {
            p { (words.say("where-address")) }
            p.address { (view.address) }
        }
    };
    layout::page(&frame, &parts::plate(&plate), &content)
}
