//! Who counts as a person, and who as a program?

use crate::scans::{PHONE, behind_a_proxy, codes, rows, scan};
use std::collections::BTreeMap;

/// Browsers that people hold in their hands, also inside an app.
const PEOPLE: &[&str] = &[
    PHONE,
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Zalo iOS/561",
    "Mozilla/5.0 (Linux; Android 13; vi) AppleWebKit/537.36 Version/4.0 Chrome/119 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/430.0]",
    "Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/118 Chrome/112 Mobile Safari/537.36",
    "Opera/9.80 (Android; Opera Mini/36.2/119.132; U; vi) Presto/2.12.423 Version/12.16",
    "MARKER-OF-NOBODY",
];

/// Programs, and previews of shared links.
const PROGRAMS: &[&str] = &[
    "",
    "curl/8.5.0",
    "Wget/1.21",
    "python-requests/2.31.0",
    "Go-http-client/2.0",
    "okhttp/4.12.0",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Mozilla/5.0 (compatible; ZaloBot/1.0)",
    "Zalo/1.0",
    "TelegramBot (like TwitterBot)",
    "WhatsApp/2.23.20.0 A",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "Twitterbot/1.0",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
    "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) AppleWebKit/537.36 Chrome/126 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
    "Mozilla/5.0 (compatible; Baiduspider/2.0)",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/126 Safari/537.36",
    "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
];

/// What a browser says when nobody has asked yet.
const AHEAD: &[(&str, &str)] = &[
    ("sec-purpose", "prefetch"),
    ("sec-purpose", "prefetch;prerender"),
    ("purpose", "prefetch"),
    ("x-purpose", "preview"),
    ("x-moz", "prefetch"),
    ("sec-fetch-dest", "image"),
];

#[test]
fn only_people_count_as_people() {
    let mut product = behind_a_proxy();
    let codes = codes(&product);
    let mut from = (1..250).map(|last| format!("198.51.100.{last}"));
    let mut ask = |at: usize, headers: &[(&str, &str)]| {
        let address = from.next().unwrap();
        let headers = [headers, &[("x-forwarded-for", address.as_str())]].concat();
        assert_eq!(product.get_with(&format!("/{}", codes[at]), &headers).status, 200, "{headers:?}");
    };
    PEOPLE.iter().for_each(|agent| ask(0, &[("user-agent", agent)]));
    PROGRAMS.iter().for_each(|agent| ask(1, &[("user-agent", agent)]));
    AHEAD.iter().for_each(|header| ask(2, &[("user-agent", PHONE), *header]));
    let crew = ["__Host-tenpho=whatever", "lang=vi; tenpho-crew=1"];
    crew.iter().for_each(|cookie| ask(3, &[("user-agent", PHONE), ("cookie", cookie)]));
    ask(4, &[("user-agent", PHONE), ("cookie", "lang=en; tenpho-office=x")]);
    // What a browser reads ahead must not hide the visit that follows.
    product.get_with(&format!("/{}", codes[5]), &[("user-agent", PHONE), ("x-forwarded-for", "203.0.113.1"), ("sec-purpose", "prefetch")]);
    scan(&product, &codes[5], "203.0.113.1", PHONE);
    product.stop();
    let found: BTreeMap<(String, String), u64> =
        rows(&product.operator).into_iter().map(|row| ((row[1].clone(), row[3].clone()), row[4].parse().unwrap())).collect();
    let expected = [
        (0, "person", PEOPLE.len()),
        (1, "robot", PROGRAMS.len()),
        (2, "robot", AHEAD.len()),
        (3, "crew", crew.len()),
        (4, "person", 1),
        (5, "person", 1),
        (5, "robot", 1),
    ];
    let expected = expected.map(|(at, class, count)| ((codes[at].clone(), class.to_owned()), u64::try_from(count).unwrap()));
    assert_eq!(found, BTreeMap::from(expected), "over TLS the session's cookie has another name");
}
