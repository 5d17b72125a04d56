//! How does one field of a form look? Its label, a line of help, what is wrong with it, and what somebody else has put there meanwhile.

use crate::register::{FieldFault, FieldTexts};
use crate::web::words::Words;
use maud::{Markup, html};

/// The fields of a form as they stand, right or wrong.
pub(super) struct Sheet<'a> {
    /// The language of the page.
    pub words: &'a Words,
    /// What stands in them.
    pub texts: &'a FieldTexts,
    /// What is wrong with them.
    pub faults: &'a [FieldFault],
    /// The fields that somebody else has changed too, with what stands there now.
    pub conflicts: &'a [(String, String)],
}

/// A field of a form.
#[derive(Clone, Copy)]
pub(super) struct Field {
    /// Its name in the form and in the record.
    pub name: &'static str,
    /// The key of its label.
    pub label: &'static str,
    /// The key of its line of help.
    pub help: &'static str,
}

impl Sheet<'_> {
    /// What stands in a field.
    pub fn text(&self, name: &str) -> &str {
        self.texts.get(name).map_or("", String::as_str)
    }

    /// One line to fill in.
    pub fn line(&self, field: Field) -> Markup {
        self.listed(field, None)
    }

    /// One line to fill in, with proposals of the list of this id.
    pub fn listed(&self, field: Field, list: Option<&str>) -> Markup {
        let (id, invalid, described) = self.ids(field);
        self.around(
            field,
            &html! {
                input id=(id) name=(field.name) value=(self.text(field.name)) list=[list] autocomplete="off"
                    aria-describedby=(described) aria-invalid=[invalid];
            },
        )
    }

    /// Several lines to fill in, which are kept as one.
    pub fn long(&self, field: Field) -> Markup {
        let (id, invalid, described) = self.ids(field);
        self.around(
            field,
            &html! {
                textarea id=(id) name=(field.name) rows="3" aria-describedby=(described) aria-invalid=[invalid] { (self.text(field.name)) }
            },
        )
    }

    /// One of a list; what stands there and is not on it is kept as it is.
    pub fn choice(&self, field: Field, options: &[(String, String)]) -> Markup {
        let (id, invalid, described) = self.ids(field);
        let now = self.text(field.name);
        let is_known = options.iter().any(|(value, _)| value == now);
        self.around(
            field,
            &html! {
                select id=(id) name=(field.name) aria-describedby=(described) aria-invalid=[invalid] {
                    @if !is_known { option value=(now) selected { (now) } }
                    @for (value, label) in options { option value=(value) selected[value == now] { (label) } }
                }
            },
        )
    }

    /// A box to tick.
    pub fn tick(&self, name: &str, label: &str) -> Markup {
        html! {
            p.tick {
                input id=(format!("field-{name}")) type="checkbox" name=(name) value="yes" checked[!self.text(name).is_empty()];
                label for=(format!("field-{name}")) { (self.words.say(label)) }
            }
        }
    }

    /// A label, its help and what is wrong, around whatever is filled in.
    pub fn around(&self, field: Field, control: &Markup) -> Markup {
        let (id, ..) = self.ids(field);
        html! {
            div.field {
                label for=(id) { (self.words.say(field.label)) }
                (self.notes(field))
                (control)
            }
        }
    }

    /// What stands between a label and its control.
    pub fn notes(&self, field: Field) -> Markup {
        let id = format!("field-{}", field.name);
        html! {
            @if !field.help.is_empty() { p.help id=(format!("{id}-help")) { (self.words.say(field.help)) } }
            @if let Some(fault) = self.fault(field.name) { p.refused id=(format!("{id}-fault")) { (self.words.tell(&fault.reason)) } }
            (self.conflict(field))
        }
    }

    /// All that is wrong, with the way to each field: what somebody hears first after sending a form in vain.
    pub fn summary(&self, label_of: &dyn Fn(&str) -> Option<&'static str>) -> Markup {
        let words = self.words;
        html! {
            @if !self.faults.is_empty() {
                div.refused role="alert" {
                    p { (words.say_with("form-refused", &[("count", &self.faults.len())])) }
                    ul {
                        @for fault in self.faults {
                            li {
                                @match label_of(&fault.field) {
                                    Some(label) => { a href=(format!("#field-{}", fault.field)) { (words.say(label)) } ": " }
                                    None => {}
                                }
                                (words.tell(&fault.reason))
                            }
                        }
                    }
                }
            }
            @if !self.conflicts.is_empty() {
                div.refused role="alert" { p { (words.say_with("form-conflict", &[("count", &self.conflicts.len())])) } }
            }
        }
    }

    fn fault(&self, name: &str) -> Option<&FieldFault> {
        self.faults.iter().find(|fault| fault.field == name)
    }

    fn conflict(&self, field: Field) -> Markup {
        let Some((_, theirs)) = self.conflicts.iter().find(|(name, _)| name == field.name) else { return html! {} };
        let (words, choice) = (self.words, format!("choice-{}", field.name));
        let ways = [("mine", words.say("conflict-keep-mine")), ("theirs", words.say("conflict-take-theirs"))];
        html! {
            fieldset.conflict {
                legend { (words.say_with("conflict-about", &[("field", &words.say(field.label))])) }
                input type="hidden" name="conflict" value=(field.name);
                p { (words.say("conflict-others")) " " b { @if theirs.is_empty() { (words.say("conflict-nothing")) } @else { (theirs) } } }
                @for (value, label) in ways {
                    label { input type="radio" name=(choice) value=(value) required; " " (label) }
                }
            }
        }
    }

    /// The id of a field, whether it is refused, and what describes it.
    fn ids(&self, field: Field) -> (String, Option<&'static str>, String) {
        let id = format!("field-{}", field.name);
        let invalid = self.fault(field.name).map(|_| "true");
        let help = if field.help.is_empty() { String::new() } else { format!("{id}-help") };
        let described = if invalid.is_some() { format!("{help} {id}-fault") } else { help };
        (id, invalid, described.trim().to_owned())
    }
}

/// What was chosen where two had changed the same field: the texts with the other's value taken over where that is wished, what is
/// given up by it, and the fields where nobody has chosen yet.
pub(super) struct Chosen {
    pub texts: FieldTexts,
    pub gave_up: Vec<(String, String)>,
    pub open: Vec<(String, String)>,
}

/// Reads the choices that a form carries.
pub(super) fn chosen(form: &crate::web::form::Form, mut texts: FieldTexts, base: &FieldTexts) -> Chosen {
    let (mut gave_up, mut open) = (Vec::new(), Vec::new());
    for field in form.all("conflict") {
        let (Some(own), Some(theirs)) = (texts.get(field).cloned(), base.get(field).cloned()) else { continue };
        match form.get(&format!("choice-{field}")).as_str() {
            "theirs" => {
                // A position is taken over whole.
                let halves: &[&str] = if field == "lat" { &["lat", "lon"] } else { &[field] };
                for half in halves {
                    texts.insert((*half).to_owned(), base.get(*half).cloned().unwrap_or_default());
                }
                gave_up.push((field.to_owned(), own));
            }
            "mine" => {}
            _ => open.push((field.to_owned(), theirs)),
        }
    }
    Chosen { texts, gave_up, open }
}

/// The conflicts as a form shows them: each field with what stands there now; a position once.
pub(super) fn shown_conflicts(fields: &[String], theirs: &FieldTexts) -> Vec<(String, String)> {
    let value = |field: &str| theirs.get(field).cloned().unwrap_or_default();
    let has_lat = fields.iter().any(|field| field == "lat");
    let shown = fields.iter().filter(|field| !(has_lat && *field == "lon"));
    shown
        .map(|field| match field.as_str() {
            "lat" => ("lat".to_owned(), [value("lat"), value("lon")].join(" ")),
            other => (other.to_owned(), value(other)),
        })
        .collect()
}
