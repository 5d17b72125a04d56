//! Where does an address lead that stood on plates before there were codes?

use crate::register::legacy::{decoded_path, query_set};
use crate::register::{LegacyLink, LegacyTarget};
use std::collections::HashMap;

/// Old addresses by path, then by query.
#[derive(Default)]
pub(super) struct Legacy(HashMap<String, HashMap<String, LegacyTarget>>);

impl Legacy {
    pub(super) fn of(links: Vec<LegacyLink>) -> Self {
        let mut all: HashMap<String, HashMap<String, LegacyTarget>> = HashMap::new();
        for LegacyLink { address, target } in links {
            all.entry(address.path().to_owned()).or_default().insert(address.query().to_owned(), target);
        }
        Self(all)
    }

    /// What a path and a query as they were asked for lead to. Where the plates have a path without any query, no query changes
    /// what it means: somebody on the way has hung one on.
    pub(super) fn find(&self, path: &str, query: &str) -> Option<&LegacyTarget> {
        if self.0.is_empty() {
            return None;
        }
        let by_query = self.0.get(&decoded_path(path)?)?;
        by_query.get(&query_set(query)).or_else(|| by_query.get("").filter(|_| by_query.len() == 1))
    }
}
