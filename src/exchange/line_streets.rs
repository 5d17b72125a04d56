//! Which street does a feature mean, by its slug or by its name?

use super::report::refusal;
use crate::register::spelling::nfc;
use crate::register::{PlaceKind, Register, Sentence, Slug};
use std::collections::{HashMap, HashSet};

/// The streets of the register, looked up as a file names them.
pub(super) struct Streets<'a> {
    slugs: HashSet<&'a str>,
    former: HashMap<&'a str, &'a Slug>,
    names: HashMap<&'a str, Vec<&'a Slug>>,
}

impl<'a> Streets<'a> {
    pub(super) fn of(register: &'a Register) -> Self {
        let mut names: HashMap<&str, Vec<&Slug>> = HashMap::new();
        for street in &register.streets {
            names.entry(street.name.as_str()).or_default().push(&street.slug);
        }
        let former = register.former_slugs.iter().filter(|(old, _)| old.kind == PlaceKind::Street);
        Self {
            slugs: register.streets.iter().map(|street| street.slug.as_str()).collect(),
            former: former.map(|(old, now)| (old.slug.as_str(), &now.slug)).collect(),
            names,
        }
    }

    /// The street of this slug.
    pub(super) fn by_slug(&self, text: &str) -> Result<Slug, Sentence> {
        let slug = Slug::parse(text)?;
        match self.former.get(slug.as_str()) {
            _ if self.slugs.contains(slug.as_str()) => Ok(slug),
            Some(now) => Err(Sentence::new("slug-former").with("given", &slug).with("now", now)),
            None => Err(refusal("line-street-unknown", text)),
        }
    }

    /// The one street of exactly this name.
    pub(super) fn by_name(&self, text: &str) -> Result<Slug, Sentence> {
        match self.names.get(nfc(text).as_str()).map(Vec::as_slice) {
            Some([only]) => Ok((*only).clone()),
            Some(several) => {
                let slugs: Vec<&str> = several.iter().map(|slug| slug.as_str()).collect();
                Err(refusal("line-name-ambiguous", text).with("slugs", slugs.join(", ")))
            }
            None => Err(refusal("line-name-unknown", text)),
        }
    }
}
