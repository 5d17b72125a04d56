//! Was this form sent from a page of ours? What browsers say of it, and no page can forge.

use crate::web::Site;
use actix_web::http::header::{self, HeaderMap, HeaderName};
use url::Url;

/// What the headers say of where a request comes from; empty where they say nothing.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    origin: String,
    site: String,
    host: String,
    page: String,
}

impl Origin {
    /// Reads the headers.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        Self {
            origin: text(header::ORIGIN),
            site: text(HeaderName::from_static("sec-fetch-site")),
            host: text(header::HOST),
            page: text(header::REFERER),
        }
    }

    /// Does any of them say that it comes from elsewhere?
    #[must_use]
    pub fn is_foreign(&self, site: &Site) -> bool {
        let is_foreign_site = !matches!(self.site.as_str(), "" | "same-origin" | "none");
        is_foreign_site || (!self.origin.is_empty() && !self.is_ours(&self.origin, site))
    }

    /// Does one of them say that it comes from here?
    #[must_use]
    pub fn is_surely_ours(&self, site: &Site) -> bool {
        !self.is_foreign(site) && (self.site == "same-origin" || !self.origin.is_empty())
    }

    /// The path of the page of ours that it was sent from.
    #[must_use]
    pub fn page(&self, site: &Site) -> Option<String> {
        let page = Url::parse(&self.page).ok()?;
        let query = page.query().map_or_else(String::new, |query| format!("?{query}"));
        self.is_ours(&page.origin().ascii_serialization(), site).then(|| format!("{}{query}", page.path()))
    }

    /// The address of the site, or the one that the browser itself has asked: no other page can choose that.
    fn is_ours(&self, origin: &str, site: &Site) -> bool {
        origin == site.absolute("") || origin.split_once("://").is_some_and(|(_, host)| !host.is_empty() && host == self.host)
    }
}
