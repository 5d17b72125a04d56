//! What is there to read about a place? The story where there is one, else truthfully what the register knows.

use super::addresses::place_address;
use super::listening::Listening;
use super::photos::{Figure, figure_markup};
use super::sources::shown_source;
use super::words::Words;
use super::years::years;
use crate::edition::{Edition, Entry};
use crate::register::source::sources_of;
use crate::register::{Lang, Namesake, Place, Review, Story};
use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Longest description for a shared link, in characters.
const DESCRIPTION: usize = 200;

/// Signs with the blank that French sets beside them, as it is typed and as it does not break.
const FRENCH_BLANKS: [(&str, &str); 6] =
    [("« ", "«\u{a0}"), (" »", "\u{a0}»"), (" :", "\u{a0}:"), (" ;", "\u{a0};"), (" !", "\u{a0}!"), (" ?", "\u{a0}?")];

/// The text of a place, ready to print.
pub struct Telling {
    /// The answer in one breath.
    pub lead: String,
    /// The story as HTML; empty where there is none.
    pub body: String,
    /// The language of lead and story, where it is not the page's.
    pub lang: Option<Lang>,
    /// Says in which language the text is, where it is not the page's; or that it has been taken down.
    pub fallback: Option<String>,
    /// What the text rests on, one source each.
    pub sources: Vec<String>,
    /// The label of a text that has not been confirmed.
    pub label: Option<String>,
    /// The pictures, behind the story.
    pub figures: Vec<Figure>,
    /// What there is to listen to.
    pub listening: Listening,
}

impl Telling {
    /// The telling of a place in the language of `words`: this story, or else what the register knows.
    pub fn of(edition: &Edition, entry: Entry<'_>, story: Option<&Story>, words: &Words) -> Self {
        story.map_or_else(|| Self::without_story(edition, entry, words), |story| Self::of_story(edition, story, words))
    }

    /// The first words of it, for a shared link.
    pub fn description(&self) -> String {
        if self.lead.chars().count() <= DESCRIPTION {
            return self.lead.clone();
        }
        let cut: String = self.lead.chars().take(DESCRIPTION).collect();
        cut.rsplit_once(' ').map_or(cut.clone(), |(whole, _)| format!("{whole}…"))
    }

    fn of_story(edition: &Edition, story: &Story, words: &Words) -> Self {
        Self {
            lead: typeset(story.lead.as_str(), story.lang),
            body: rendered(&typeset(&story.body, story.lang), edition, words.lang()),
            lang: words.other(story.lang),
            fallback: only_in(story.lang, words),
            sources: sources_of(story.sources.as_str())
                .iter()
                .map(|source| shown_source(source, words))
                .filter(|source| !source.is_empty())
                .collect(),
            label: (story.review == Review::Awaiting).then(|| words.say("awaiting-review")),
            figures: edition.photos_of(story).map(|photo| Figure::of(photo, words)).collect(),
            listening: Listening::of(edition.find_recording(&story.place, story.lang), words),
        }
    }

    fn without_story(edition: &Edition, entry: Entry<'_>, words: &Words) -> Self {
        let (lead, lang) = known_of(edition, entry, words);
        let label = Some(words.say("awaiting-review"));
        let withdrawn = edition.is_withdrawn(&entry.place(), words.lang()).then(|| words.say("withdrawn-note"));
        let notes: Vec<String> = withdrawn.into_iter().chain(only_in(lang, words)).collect();
        let fallback = Some(notes.join(" ")).filter(|notes| !notes.is_empty());
        Self {
            lead,
            body: String::new(),
            lang: words.other(lang),
            fallback,
            sources: Vec::new(),
            label,
            figures: Vec::new(),
            listening: Listening::of(None, words),
        }
    }
}

/// Says in which language a text is, where it is not the page's.
fn only_in(lang: Lang, words: &Words) -> Option<String> {
    words.other(lang).map(|lang| words.say_with("only-in", &[("language", &words.language(lang))]))
}

/// What the register knows of a place, in the language in which it is worded for this reader.
fn known_of(edition: &Edition, entry: Entry<'_>, words: &Words) -> (String, Lang) {
    let honoured = match entry {
        Entry::Street(street) => street.namesake.as_ref().and_then(|slug| edition.find_namesake(slug)),
        Entry::Namesake(namesake) => Some(namesake),
        Entry::Landmark(_) => None,
    };
    let facts = match entry {
        Entry::Street(street) => [honoured.map(|one| &one.role), Some(&street.local_tie)],
        Entry::Namesake(_) | Entry::Landmark(_) => [entry.sentence(), None],
    };
    let lang = facts.iter().flatten().find_map(|fact| fact.worded(words.lang())).map_or(words.lang(), |(lang, _)| lang);
    let its = Words::of(lang);
    let introduction = match (entry, honoured) {
        (_, Some(honoured)) => introduced(honoured, its),
        (Entry::Landmark(landmark), None) if landmark.fact.in_lang(lang).is_empty() => its.say("untold-landmark"),
        (Entry::Landmark(landmark), None) => landmark.fact.in_lang(lang).to_string(),
        (Entry::Street(_) | Entry::Namesake(_), None) => its.say("untold-namesake"),
    };
    let tie = match entry {
        Entry::Street(street) => street.local_tie.in_lang(lang).as_str(),
        Entry::Namesake(_) | Entry::Landmark(_) => "",
    };
    (format!("{introduction} {tie}").trim().to_owned(), lang)
}

/// A namesake in one or two sentences: name, years, who or what it is.
pub fn introduced(namesake: &Namesake, words: &Words) -> String {
    let years = years(namesake, words).map(|years| format!(" ({years})")).unwrap_or_default();
    let role = namesake.role.in_lang(words.lang()).as_str().trim_end_matches('.');
    if role.is_empty() { format!("{}{years}.", namesake.name) } else { format!("{}{years}. {role}.", namesake.name) }
}

/// The lead and the story.
pub fn telling_markup(telling: &Telling) -> Markup {
    html! {
        @if let Some(note) = &telling.fallback { p.note { (note) } }
        p.lead lang=[telling.lang] data-listen=[telling.listening.labels()] { (telling.lead) }
        (telling.listening.markup())
        @if !telling.body.is_empty() {
            section.story lang=[telling.lang] { (PreEscaped(&telling.body)) }
        }
    }
}

/// The pictures, behind the story: whoever pays for every byte has read before they come.
pub fn figures_markup(telling: &Telling) -> Markup {
    html! { @for figure in &telling.figures { (figure_markup(figure, Some("lazy"))) } }
}

/// What the text rests on, small, under everything else.
pub fn sources_markup(telling: &Telling, words: &Words) -> Markup {
    html! {
        @if !telling.sources.is_empty() || telling.label.is_some() {
            section.sources {
                h2 { (words.say("sources")) }
                @if let Some(label) = &telling.label { p { (label) } }
                @if !telling.sources.is_empty() {
                    ul { @for source in &telling.sources { li { (source) } } }
                }
            }
        }
    }
}

/// A text as its language is set: French keeps its double signs on the line of their word.
fn typeset(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => FRENCH_BLANKS.iter().fold(text.to_owned(), |text, (plain, set)| text.replace(plain, set)),
        _ => text.to_owned(),
    }
}

/// Markdown as HTML: paragraphs, emphasis, lists, quotations, and links to places of the register, written as
/// `[Lê Chân](namesake/le-chan)`. Raw HTML is shown as text, and of other links, of pictures and headings only the words stay:
/// nothing that an editor pastes can run or lead away.
fn rendered(markdown: &str, edition: &Edition, lang: Lang) -> String {
    let mut leads = Vec::new();
    let events = Parser::new_ext(markdown, Options::empty()).filter_map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
        Event::Start(Tag::Heading { .. }) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::Heading(_)) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let address = place_named(edition, &dest_url).map(|place| place_address(&place, lang));
            leads.push(address.is_some());
            address.map(|address| Event::Start(Tag::Link { link_type, dest_url: address.into(), title, id }))
        }
        Event::End(TagEnd::Link) => leads.pop().unwrap_or(false).then_some(Event::End(TagEnd::Link)),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        other => Some(other),
    });
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events);
    html
}

/// The place that a link in a text names by its address of today or of before: `kind/slug`, and nothing else.
fn place_named(edition: &Edition, written: &str) -> Option<Place> {
    let place = Place::parse(written).ok()?;
    let now = edition.find_renamed(&place).unwrap_or(&place);
    edition.find(now).map(|_| now.clone())
}
