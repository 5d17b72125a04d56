//! Who asks for a sign's page: somebody at a sign, a program, or the crew? Told by what the request says of itself, and then forgotten.

use crate::register::ScanClass;
use crate::web::Site;
use crate::web::crew::is_crew;
use actix_web::http::header::{HeaderMap, HeaderName, USER_AGENT};
use std::collections::HashSet;
use std::sync::LazyLock;

/// Bytes of a user agent looked at; browsers send about 150.
const LONGEST_AGENT: usize = 512;
/// Letters of one word looked at.
const LONGEST_WORD: usize = 24;

/// Headers by which a browser says that nobody has asked yet: it reads ahead, or draws a preview.
static AHEAD: [HeaderName; 4] = [
    HeaderName::from_static("sec-purpose"),
    HeaderName::from_static("purpose"),
    HeaderName::from_static("x-purpose"),
    HeaderName::from_static("x-moz"),
];
/// The header by which a browser says what it will do with the answer.
static FETCHED_FOR: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// Words that only programs call themselves, wherever in the user agent they stand. Besides these, every word that ends as a robot's
/// name does ([`ENDINGS`]): Googlebot, Twitterbot, Slackbot, TelegramBot, Zalobot, Baiduspider, SkypeUriPreview ….
static PROGRAMS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    HashSet::from([
        // Previews of shared links: Facebook and Messenger, iMessage, LINE, KakaoTalk, Slack, VK, Teams, Pinterest, Nextcloud.
        "facebookexternalhit",
        "facebookcatalog",
        "externalagent",
        "externalfetcher",
        "facebot",
        "poker",
        "scrap",
        "imgproxy",
        "vkshare",
        "embedly",
        "quora",
        "iframely",
        "opengraph",
        "cloudinary",
        "metainspector",
        // Search engines and archives that do not end in «bot».
        "slurp",
        "mediapartners",
        "inspectiontool",
        "googleother",
        "googleimageproxy",
        "feedfetcher",
        "yeti",
        "daumoa",
        "archiver",
        "archive",
        "nutch",
        "heritrix",
        "sogou",
        "anthropic",
        "perplexity",
        "openai",
        // What drives a browser without anybody in front of it.
        "headlesschrome",
        "headless",
        "phantomjs",
        "selenium",
        "puppeteer",
        "playwright",
        "lighthouse",
        "gtmetrix",
        "pagespeed",
        // Libraries and tools; an address in a user agent is a robot's visiting card.
        "http",
        "https",
        "httpclient",
        "okhttp",
        "libwww",
        "urllib",
        "aiohttp",
        "httpx",
        "scrapy",
        "reqwest",
        "ureq",
        "guzzle",
        "guzzlehttp",
        "curl",
        "libcurl",
        "wget",
        "winhttp",
        "postmanruntime",
        "insomnia",
        "httpie",
        "apachebench",
        "nagios",
        "zabbix",
        "pingdom",
        "statuscake",
        "site24x7",
        "datadog",
        "uptime",
        "blackbox",
        "prometheus",
        "nmap",
        "masscan",
        "zgrab",
        "nikto",
        "sqlmap",
        "nuclei",
        "censysinspect",
        "expanse",
    ])
});

/// Words that are a program's where they come first; further on they may name a phone or the browser inside an app.
static FIRST: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    HashSet::from([
        "python",
        "java",
        "ruby",
        "php",
        "perl",
        "go",
        "dart",
        "node",
        "axios",
        "got",
        "undici",
        "deno",
        "bun",
        "rust",
        "hyper",
        "lua",
        "wrk",
        "hey",
        "k6",
        "jakarta",
        "apache",
        "dalvik",
        "cfnetwork",
        "whatsapp",
        "viber",
        "telegram",
        "slack",
        "discord",
        "zalo",
        "line",
        "skype",
        "snapchat",
        "signal",
        "mattermost",
    ])
});

/// How the names of robots end.
const ENDINGS: [&str; 9] = ["bot", "bots", "spider", "crawler", "preview", "scraper", "fetcher", "monitor", "validator"];
/// Ends as a robot does, and is a phone.
const PHONES: [&str; 1] = ["cubot"];

/// The class that a request counts for.
#[must_use]
pub fn class_of(headers: &HeaderMap, site: &Site) -> ScanClass {
    if reads_ahead(headers) || is_embedded(headers) || is_program(agent(headers)) {
        return ScanClass::Robot;
    }
    if is_crew(headers, site) { ScanClass::Crew } else { ScanClass::Person }
}

/// What the browser calls itself, as far as it is looked at.
#[must_use]
pub fn agent(headers: &HeaderMap) -> &[u8] {
    let agent = headers.get(USER_AGENT).map_or(&[][..], |value| value.as_bytes());
    &agent[..agent.len().min(LONGEST_AGENT)]
}

fn reads_ahead(headers: &HeaderMap) -> bool {
    let says = |value: &str, word: &str| value.split([';', ',']).any(|part| part.trim().eq_ignore_ascii_case(word));
    AHEAD
        .iter()
        .filter_map(|name| headers.get(name)?.to_str().ok())
        .any(|text| ["prefetch", "prerender", "preview"].iter().any(|word| says(text, word)))
}

/// Is it asked for as a part of another page, as a picture or a script? A worker that fetches for its page says nothing.
fn is_embedded(headers: &HeaderMap) -> bool {
    let fetched_for = headers.get(&FETCHED_FOR).map_or(&b"document"[..], |value| value.as_bytes());
    !matches!(fetched_for, b"document" | b"empty" | b"")
}

/// Does a program name itself here? Whoever names nothing is one too.
fn is_program(agent: &[u8]) -> bool {
    let mut words = agent.split(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let Some(first) = words.next() else { return true };
    let mut lowered = [0; LONGEST_WORD];
    let first = lower(first, &mut lowered);
    if FIRST.contains(first) || names_program(first) {
        return true;
    }
    words.any(|word| {
        let mut lowered = [0; LONGEST_WORD];
        // A number of a version names nothing.
        !word[0].is_ascii_digit() && names_program(lower(word, &mut lowered))
    })
}

fn names_program(word: &str) -> bool {
    PROGRAMS.contains(word) || (ENDINGS.iter().any(|ending| word.ends_with(ending)) && !PHONES.contains(&word))
}

/// The end of a word in small letters; empty where it is no ASCII.
fn lower<'a>(word: &[u8], into: &'a mut [u8; LONGEST_WORD]) -> &'a str {
    let word = &word[word.len().saturating_sub(LONGEST_WORD)..];
    let lowered = &mut into[..word.len()];
    lowered.copy_from_slice(word);
    lowered.make_ascii_lowercase();
    std::str::from_utf8(lowered).unwrap_or_default()
}
