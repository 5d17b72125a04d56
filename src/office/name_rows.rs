//! How are names over time filled in? A row each, and two more for new ones.

use crate::register::listed::{clean, entries, entry_of, line_of, pairs};
use crate::web::form::Form;
use crate::web::words::Words;
use maud::{Markup, html};

/// Most rows of a form.
const MOST_ROWS: usize = 40;
/// Empty rows offered.
const BLANKS: usize = 2;
/// The parts of a row, each with the keys of its label and its example.
const PARTS: &[(&str, &str)] = &[("name", "names-name"), ("from", "names-from"), ("until", "names-until"), ("decision", "names-decision")];

/// The line that the rows of a form make, right or wrong: what reads it says what cannot be kept.
pub(super) fn read_rows(form: &Form) -> String {
    let rows = (0..MOST_ROWS).map_while(|at| Some((at, form.find(&format!("name-{at}-name"))?)));
    line_of(rows.map(|(at, name)| {
        let part = |part: &str| form.get(&format!("name-{at}-{part}"));
        let (from, until, decision) = (part("from"), part("until"), part("decision"));
        let rest = entry_of(&[("from", &from), ("until", &until), ("decision", &decision)]);
        if rest.is_empty() { clean(&name) } else { format!("name={} | {rest}", clean(&name)) }
    }))
}

/// Does the form carry rows at all?
pub(super) fn has_rows(form: &Form) -> bool {
    form.find("name-0-name").is_some()
}

/// The rows of a line, and two more.
pub(super) fn rows(words: &Words, line: &str) -> Markup {
    let mut rows: Vec<Vec<(String, String)>> = entries(line).iter().map(|entry| pairs(entry).unwrap_or_else(|| plain(entry))).collect();
    rows.resize_with(rows.len() + BLANKS, Vec::new);
    html! {
        @for (at, row) in rows.iter().enumerate() {
            fieldset.row {
                legend { (words.say_with("names-row", &[("number", &(at + 1))])) }
                @for (part, label) in PARTS {
                    @let name = format!("name-{at}-{part}");
                    @let value = row.iter().find(|(key, _)| key == part).map_or("", |(_, value)| value.as_str());
                    div {
                        label for=(name) { (words.say(label)) }
                        input id=(name) name=(name) value=(value) autocomplete="off";
                    }
                }
            }
        }
    }
}

fn plain(entry: &str) -> Vec<(String, String)> {
    vec![("name".to_owned(), entry.to_owned())]
}
