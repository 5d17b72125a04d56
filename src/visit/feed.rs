//! Which stories are new? The newest thirty of a language, as Atom (RFC 4287).

use crate::edition::Edition;
use crate::register::Story;
use crate::web::Site;
use crate::web::addresses::place_address;
use crate::web::words::Words;
use maud::html;
use std::fmt::Write;

/// Entries of a feed.
const MOST: usize = 30;
/// What a feed without a story is dated: the day on which the sources of the city's codes begin.
const BEFORE_ANY: &str = "2022-12-19T00:00:00Z";

/// The feed of a language.
#[must_use]
pub fn feed(edition: &Edition, site: &Site, words: &Words) -> String {
    let lang = words.lang();
    let newest: Vec<(&str, &Story)> = edition.newest_stories(lang).take(MOST).collect();
    let updated = newest.first().map_or(BEFORE_ANY, |(at, _)| at);
    let (home, own) = (site.absolute(&format!("/{lang}/")), site.absolute(&format!("/{lang}/feed.xml")));
    let mut feed = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n\
         <title>{}</title>\n<id>{home}</id>\n<link rel=\"self\" href=\"{own}\"/>\n<link href=\"{home}\"/>\n<updated>{updated}</updated>\n\
         <author><name>{}</name></author>\n",
        escaped(&words.say("feed-title")),
        escaped(&words.say("feed-author")),
    );
    for (at, story) in newest {
        let Some(entry) = edition.find(&story.place) else { continue };
        let address = site.absolute(&place_address(&story.place, lang));
        writeln!(
            feed,
            "<entry><title>{}</title><id>{address}</id><link href=\"{address}\"/><updated>{at}</updated><summary>{}</summary></entry>",
            escaped(entry.name(lang)),
            escaped(story.lead.as_str()),
        )
        .expect("writing to a string never fails");
    }
    feed + "</feed>\n"
}

/// Text as XML takes it.
fn escaped(text: &str) -> String {
    html! { (text) }.into_string()
}
