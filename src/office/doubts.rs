//! What in a text deserves a second look before anybody else reads it?

use super::Office;
use super::text_form::field;
use crate::edition::Edition;
use crate::register::unusual::unusual;
use crate::register::{NameCheck, Sentence, TextField};
use crate::store::RawFields;
use std::sync::{Arc, Mutex, PoisonError};

/// Most doubts shown of one field.
const MOST_SHOWN: usize = 20;

/// Something in a field that may be a slip.
#[derive(Debug, Clone)]
pub struct Doubt {
    /// The field.
    pub field: TextField,
    /// The words in question.
    pub written: String,
    /// What may be wrong with them.
    pub sentence: Sentence,
}

/// The name check of the edition that is public, made anew when another one is.
#[derive(Default)]
pub struct Checked(Mutex<Option<(Arc<Edition>, Arc<NameCheck>)>>);

impl Checked {
    fn names(&self, edition: Arc<Edition>) -> Arc<NameCheck> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*kept {
            Some((of, names)) if Arc::ptr_eq(of, &edition) => names.clone(),
            _ => {
                let names = Arc::new(NameCheck::of(edition.names()));
                *kept = Some((edition, names.clone()));
                names
            }
        }
    }
}

/// Every doubt about a text as typed: names that differ from the register's by a mark or a letter, letters that only look right.
#[must_use]
pub fn doubts(office: &Office, raw: &RawFields) -> Vec<Doubt> {
    let names = office.checked().names(office.edition());
    let mut found = Vec::new();
    for at in [TextField::Lead, TextField::Body] {
        let text = field(raw, at.as_str());
        let odd = unusual(text).into_iter().map(|one| (one.written.clone(), one.sentence()));
        let misnamed = names.look(text).into_iter().map(|one| (one.written.clone(), one.sentence()));
        found.extend(odd.chain(misnamed).take(MOST_SHOWN).map(|(written, sentence)| Doubt { field: at, written, sentence }));
    }
    found
}
