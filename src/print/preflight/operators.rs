//! Which operators may draw a page, and with which operands? One table (ISO 32000-1, Annex A).

use super::object::Object;

/// What an operator is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    State,
    Path,
    Paint,
    Colour,
    Text,
    Drawing,
    Mark,
    Inline,
    Glyph,
}

use Subject::{Colour, Drawing, Glyph, Inline, Mark, Paint, Path, State, Text};

/// The operands: `n` a number, `/` a name, `s` a text, `a` an array, `p` a name or a dictionary, `*` any of any number.
const TABLE: &[(&str, &str, Subject)] = &[
    ("q", "", State),
    ("Q", "", State),
    ("cm", "nnnnnn", State),
    ("w", "n", State),
    ("J", "n", State),
    ("j", "n", State),
    ("M", "n", State),
    ("d", "an", State),
    ("ri", "/", State),
    ("i", "n", State),
    ("gs", "/", State),
    ("m", "nn", Path),
    ("l", "nn", Path),
    ("c", "nnnnnn", Path),
    ("v", "nnnn", Path),
    ("y", "nnnn", Path),
    ("h", "", Path),
    ("re", "nnnn", Path),
    ("S", "", Paint),
    ("s", "", Paint),
    ("f", "", Paint),
    ("F", "", Paint),
    ("f*", "", Paint),
    ("B", "", Paint),
    ("B*", "", Paint),
    ("b", "", Paint),
    ("b*", "", Paint),
    ("n", "", Paint),
    ("W", "", Path),
    ("W*", "", Path),
    ("CS", "/", Colour),
    ("cs", "/", Colour),
    ("SC", "*", Colour),
    ("SCN", "*", Colour),
    ("sc", "*", Colour),
    ("scn", "*", Colour),
    ("G", "n", Colour),
    ("g", "n", Colour),
    ("RG", "nnn", Colour),
    ("rg", "nnn", Colour),
    ("K", "nnnn", Colour),
    ("k", "nnnn", Colour),
    ("BT", "", Text),
    ("ET", "", Text),
    ("Tc", "n", Text),
    ("Tw", "n", Text),
    ("Tz", "n", Text),
    ("TL", "n", Text),
    ("Tf", "/n", Text),
    ("Tr", "n", Text),
    ("Ts", "n", Text),
    ("Td", "nn", Text),
    ("TD", "nn", Text),
    ("Tm", "nnnnnn", Text),
    ("T*", "", Text),
    ("Tj", "s", Text),
    ("TJ", "a", Text),
    ("'", "s", Text),
    ("\"", "nns", Text),
    ("Do", "/", Drawing),
    ("sh", "/", Drawing),
    ("MP", "/", Mark),
    ("DP", "/p", Mark),
    ("BMC", "/", Mark),
    ("BDC", "/p", Mark),
    ("EMC", "", Mark),
    ("BX", "", Mark),
    ("EX", "", Mark),
    ("BI", "", Inline),
    ("d0", "nn", Glyph),
    ("d1", "nnnnnn", Glyph),
];

/// The operator and its subject, where it is one and its operands are as they must be.
pub(super) fn find(word: &[u8], operands: &[Object]) -> Option<(&'static str, Subject)> {
    let (name, wanted, subject) = TABLE.iter().find(|(name, ..)| name.as_bytes() == word)?;
    let fits = *wanted == "*" || (wanted.len() == operands.len() && wanted.chars().zip(operands).all(|(kind, one)| is_of(kind, one)));
    fits.then_some((*name, *subject))
}

fn is_of(kind: char, operand: &Object) -> bool {
    match kind {
        'n' => operand.number().is_some(),
        '/' => operand.name().is_some(),
        's' => matches!(operand, Object::Text(_)),
        'a' => matches!(operand, Object::Array(_)),
        _ => operand.name().is_some() || operand.dict().is_some(),
    }
}
