//! Who can mend a failure, and which sentence tells them? Every room's `Error` answers both.

/// The three kinds of failure, sorted by who can act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is simply not here; nobody is to blame.
    NotThere,
    /// The asker can mend it, and the sentence says how.
    Refused,
    /// The operator must act; the asker learns only that it is logged.
    Broken,
}

/// A sentence for people, by its key in `assets/texts` and the values that it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The key of the sentence.
    pub key: &'static str,
    /// The values put into it, by name.
    pub values: Vec<(&'static str, String)>,
}

impl Sentence {
    /// The sentence with this key, as yet without values.
    #[must_use]
    pub fn new(key: &'static str) -> Self {
        Self { key, values: Vec::new() }
    }

    /// The same sentence with one more value put in.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl std::fmt::Display) -> Self {
        self.values.push((name, value.to_string()));
        self
    }
}

/// A failure that knows who can act on it and how to say so. `Display` stays the operator's log.
pub trait Explained: std::error::Error {
    /// Who can act.
    fn fault(&self) -> Fault;
    /// What to tell them.
    fn sentence(&self) -> Sentence;
}

impl<E: Explained> From<E> for Sentence {
    fn from(failure: E) -> Self {
        failure.sentence()
    }
}
