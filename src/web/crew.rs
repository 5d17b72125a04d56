//! Is it one of those who work with the signs who scans? Their browser says so, by a cookie of the office; visitors have none of these.
//!
//! A cookie is enough, whatever stands in it: whoever makes one up only takes their own scans out of the count of people.

use super::Site;
use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::http::header::{COOKIE, HeaderMap};

/// The cookie of a browser whose scans are the crew's, signed in or not.
const MARK: &str = "tenpho-crew";
/// How long a browser stays marked.
const MARKED: Duration = Duration::days(365);

/// The cookie of somebody signed in to the office. Over TLS its name binds it to this host (RFC 6265bis, 4.1.3.2).
#[must_use]
pub fn session_cookie(site: &Site) -> &'static str {
    if site.is_https() { "__Host-tenpho" } else { "tenpho-office" }
}

/// Does this request come from the crew's browser? Looks at names alone, without a look at the store.
#[must_use]
pub fn is_crew(headers: &HeaderMap, site: &Site) -> bool {
    let cookies = headers.get_all(COOKIE).filter_map(|value| value.to_str().ok()).flat_map(|line| line.split(';'));
    let mut names = cookies.filter_map(|cookie| cookie.split_once('=')).map(|(name, _)| name.trim());
    names.any(|name| name == MARK || name == session_cookie(site))
}

/// Is the browser with these cookies marked?
#[must_use]
pub fn is_marked<'a>(mut names: impl Iterator<Item = &'a str>) -> bool {
    names.any(|name| name == MARK)
}

/// The cookie that marks a browser, or takes the mark away.
#[must_use]
pub fn mark(site: &Site, marked: bool) -> Cookie<'static> {
    let (value, age) = if marked { ("1", MARKED) } else { ("", Duration::ZERO) };
    Cookie::build(MARK, value).path("/").max_age(age).http_only(true).same_site(SameSite::Lax).secure(site.is_https()).finish()
}
