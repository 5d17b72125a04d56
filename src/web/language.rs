//! Which language does this visitor read? The one picked before, else what the browser asks for.

use crate::register::Lang;
use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::http::header::{ACCEPT_LANGUAGE, COOKIE as COOKIE_HEADER};

/// The only cookie that a visitor ever gets, and it holds nothing but the language picked.
const COOKIE: &str = "lang";
/// How long a choice is remembered.
const REMEMBERED: Duration = Duration::days(365);
/// Most tags looked at: a header of 8 KB is nobody's reading list.
const MOST_TAGS: usize = 40;

/// The language of a page whose address does not name one.
#[must_use]
pub fn preferred(request: &HttpRequest) -> Lang {
    // A first scan carries no cookie: nothing is parsed then.
    let has_cookie = request.headers().contains_key(COOKIE_HEADER);
    let picked = has_cookie.then(|| request.cookie(COOKIE)).flatten();
    if let Some(picked) = picked.and_then(|cookie| Lang::parse(cookie.value()).ok()) {
        return picked;
    }
    best_of(request.headers().get_all(ACCEPT_LANGUAGE).filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(',')))
}

/// The language that the parts of an `Accept-Language` header (RFC 9110, 12.5.4) lead to: the best that we have,
/// English where only languages that we lack are named, Vietnamese where none is.
fn best_of<'a>(wanted: impl Iterator<Item = &'a str>) -> Lang {
    let mut named = false;
    let mut best: Option<(f32, Lang)> = None;
    for wanted in wanted.take(MOST_TAGS) {
        let mut parts = wanted.split(';').map(str::trim);
        let tag = parts.next().unwrap_or_default();
        let quality = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
        let quality = quality.map_or(1.0, |text| text.parse::<f32>().ok().filter(|q| (0.0..=1.0).contains(q)).unwrap_or(0.0));
        if tag.is_empty() || tag == "*" || quality == 0.0 {
            continue;
        }
        named = true;
        if let Some(lang) = Lang::of_tag(tag)
            && best.is_none_or(|(so_far, _)| quality > so_far)
        {
            best = Some((quality, lang));
        }
    }
    match best {
        Some((_, lang)) => lang,
        None if named => Lang::En,
        None => Lang::Vi,
    }
}

/// The cookie that remembers what a visitor picked.
#[must_use]
pub fn remember(lang: Lang, secure: bool) -> Cookie<'static> {
    Cookie::build(COOKIE, lang.as_str()).path("/").max_age(REMEMBERED).same_site(SameSite::Lax).http_only(true).secure(secure).finish()
}

#[cfg(test)]
mod tests {
    use super::best_of;
    use crate::register::Lang;

    #[test]
    fn whatever_a_browser_asks_for_leads_to_a_language() {
        let negotiated = |header: &str| best_of(header.split(','));
        let cases = [
            ("", "vi"),
            ("*", "vi"),
            ("*;q=0.5, *", "vi"),
            ("vi", "vi"),
            ("vi-VN,en;q=0.5", "vi"),
            ("en-GB", "en"),
            ("EN_us", "en"),
            ("fr", "fr"),
            ("de-DE,de;q=0.9", "en"),
            ("de, *;q=0.1", "en"),
            ("fr,vi;q=0.3,en;q=0.2", "fr"),
            ("de,ja;q=0.3,en;q=0.2", "ja"),
            ("en;q=0,vi", "vi"),
            ("ko;q=0", "vi"),
            ("vi;q=0.1,en;q=0.9", "en"),
            ("fr;q=0.8,ja;q=0.8", "fr"),
            ("x;q=abc", "vi"),
            ("fr;q=abc,ja;q=0.001", "ja"),
            ("fr;q=-1,ja;q=0.1", "ja"),
            ("fr;q=1.5,ja;q=0.1", "ja"),
            ("fr;q=NaN,ja;q=0.1", "ja"),
            ("fr;q=inf,ja;q=0.1", "ja"),
            ("fr;Q=0.2;x=y,ja;q=0.3", "ja"),
            (";;;,,,", "vi"),
            (";q=1,fr", "fr"),
            ("zh", "zh"),
            ("zh-Hant", "zh"),
            ("zh-TW", "zh"),
            ("zh-Hant-HK,en;q=0.1", "zh"),
            ("france", "en"),
            ("i-klingon", "en"),
            ("\u{1F600}", "en"),
        ];
        for (header, lang) in cases {
            assert_eq!(negotiated(header).as_str(), lang, "{header:?}");
        }
        assert_eq!(negotiated(&format!("{}ja", "de;q=0.1,".repeat(20))), Lang::Ja);
        assert_eq!(negotiated(&"fr;".repeat(4_000)), Lang::Fr);
        assert_eq!(negotiated(&"a".repeat(8_192)), Lang::En);
    }
}
