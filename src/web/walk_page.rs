//! What does the page of a walk show? Its stops in order, how far each is from the one before, and the way to each.

use super::Site;
use super::addresses::{place_address, walk_path};
use super::assets::asset_address;
use super::layout::{self, Frame};
use super::parts::{self, Plate};
use super::place_page::name_lang;
use super::sources::shown_source;
use super::words::Words;
use crate::edition::{Edition, Leg, RouteStop};
use crate::register::source::sources_of;
use crate::register::{Lang, Line, Place, Walk};
use maud::{Markup, html};

/// A text with the language that it is in, where that is not the page's.
pub struct Said {
    /// The text.
    pub text: String,
    /// Its language.
    pub lang: Option<&'static str>,
}

/// A stop, ready to print.
struct StopView {
    address: String,
    name: Said,
    text: Said,
    /// How far it is from the stop before; none at the first.
    leg: Option<String>,
}

/// The page of a walk, ready to print.
pub struct WalkView {
    path: String,
    name: Said,
    lead: Said,
    summary: String,
    stops: Vec<StopView>,
    sources: Vec<String>,
    /// Every page that is wanted where there is no network.
    kept: Vec<String>,
}

impl WalkView {
    /// The view of a walk of the edition, or of one that is only being written.
    #[must_use]
    pub fn of(edition: &Edition, walk: &Walk, words: &Words) -> Self {
        let route = edition.route_of(walk);
        let path = walk_path(&walk.slug);
        Self {
            name: said(walk.name.in_lang(words.lang()), words),
            lead: said(walk.lead.in_lang(words.lang()), words),
            summary: summary(edition, walk, words),
            stops: route.iter().filter_map(|stop| stop_view(edition, stop, words)).collect(),
            sources: sources_of(walk.source.as_str()).iter().map(|source| shown_source(source, words)).collect(),
            kept: pages_to_keep(edition, &path, &route, words),
            path,
        }
    }

    /// The same view of a walk that no phone is to keep: it is only being written.
    #[must_use]
    pub fn not_to_keep(self) -> Self {
        Self { kept: Vec::new(), ..self }
    }
}

/// A walk in a few words: stops, metres, minutes.
#[must_use]
pub fn summary(edition: &Edition, walk: &Walk, words: &Words) -> String {
    let route = edition.route_of(walk);
    let Leg { metres, minutes } = whole(&route);
    words.say_with("walk-summary", &[("stops", &route.len()), ("metres", &words.count(metres)), ("minutes", &words.count(minutes))])
}

/// As [`summary`], in fewer words yet: metres and minutes.
#[must_use]
pub fn length(edition: &Edition, walk: &Walk, words: &Words) -> String {
    leg_said(whole(&edition.route_of(walk)), words)
}

/// The way from the first stop to the last.
fn whole(route: &[RouteStop<'_>]) -> Leg {
    let legs = route.iter().filter_map(|stop| stop.leg);
    legs.fold(Leg { metres: 0, minutes: 0 }, |sum, leg| Leg { metres: sum.metres + leg.metres, minutes: sum.minutes + leg.minutes })
}

fn leg_said(leg: Leg, words: &Words) -> String {
    words.say_with("walk-leg", &[("metres", &words.count(leg.metres)), ("minutes", &words.count(leg.minutes))])
}

fn said((lang, line): (Lang, &Line), words: &Words) -> Said {
    Said { text: line.to_string(), lang: words.other(lang).map(Lang::as_str) }
}

fn stop_view(edition: &Edition, route: &RouteStop<'_>, words: &Words) -> Option<StopView> {
    let entry = edition.find(&route.place)?;
    Some(StopView {
        address: place_address(&route.place, words.lang()),
        name: Said { text: entry.name(words.lang()).to_owned(), lang: name_lang(entry, words) },
        text: said(route.stop.text.in_lang(words.lang()), words),
        leg: route.leg.map(|leg| leg_said(leg, words)),
    })
}

/// The walk first, then what is shown offline in place of the rest, the stops, and last the pages of their signs.
fn pages_to_keep(edition: &Edition, path: &str, route: &[RouteStop<'_>], words: &Words) -> Vec<String> {
    let lang = words.lang();
    let mut places: Vec<&Place> = Vec::new();
    for stop in route {
        if !places.contains(&&stop.place) {
            places.push(&stop.place);
        }
    }
    let signs = places.iter().flat_map(|place| edition.signs_of(place)).map(|sign| format!("/{lang}/{}", sign.code));
    let stops = places.iter().map(|place| place_address(place, lang));
    [format!("/{lang}{path}"), format!("/{lang}/offline")].into_iter().chain(stops).chain(signs).collect()
}

/// What the pages of walks need in their head: their style sheet, the script that keeps them, and what a phone puts on its home screen.
#[must_use]
pub fn head() -> Markup {
    html! {
        link rel="stylesheet" href=(asset_address("walk.css"));
        link rel="manifest" href="/manifest.webmanifest";
        script defer src=(asset_address("walk.js")) {}
    }
}

/// The page itself.
#[must_use]
pub fn walk_page(view: &WalkView, site: &Site, words: &Words) -> String {
    let frame = Frame {
        words,
        site,
        title: view.name.text.clone(),
        description: view.lead.text.clone(),
        path: view.path.clone(),
        canonical: Some(view.path.clone()),
        shows_positions: true,
        is_text_first: false,
        head: head(),
    };
    let above = Some(words.say("walk")).filter(|_| words.lang() == Lang::Vi);
    let plate = Plate { above, name: &view.name.text, name_lang: view.name.lang, below: Some(view.summary.clone()) };
    layout::page(&frame, &parts::plate(&plate), &content(view, words))
}

fn content(view: &WalkView, words: &Words) -> Markup {
    html! {
        p.lead lang=[view.lead.lang] { (view.lead.text) }
        @if !view.kept.is_empty() { (keeping(view, words)) }
        ol.stops {
            @for stop in &view.stops {
                li {
                    @if let Some(leg) = &stop.leg { p.leg { (leg) } }
                    h2 { a href=(stop.address) lang=[stop.name.lang] { (stop.name.text) } }
                    @if !stop.text.text.is_empty() { p lang=[stop.text.lang] { (stop.text.text) } }
                }
            }
        }
        p.note { (words.say("walk-figures")) }
        p { a href=(format!("/{}/walk", words.lang())) { (words.say("walks-all")) } }
        section.sources {
            h2 { (words.say("sources")) }
            @if view.sources.is_empty() { p { (words.say("awaiting-review")) } }
            @else { ul { @for source in &view.sources { li { (source) } } } }
        }
    }
}

/// What the script shows where the browser can keep pages; nothing is seen of it before but the room that it takes, so that nothing moves.
fn keeping(view: &WalkView, words: &Words) -> Markup {
    // The script fills in what stands in braces.
    let numbers: [(&str, &dyn std::fmt::Display); 2] = [("done", &"{done}"), ("of", &"{of}")];
    let saved = words.say_with("walk-saved", &[("size", &"{size}")]);
    html! {
        section.keep hidden data-keep=(view.kept.join(" ")) data-save=(words.say("walk-save")) data-hint=(words.say("walk-save-hint"))
            data-saving=(words.say_with("walk-saving", &numbers)) data-saved=(saved)
            data-full=(words.say_with("walk-full", &numbers)) data-failed=(words.say("walk-failed")) data-remove=(words.say("walk-remove")) {
            button type="button" { (words.say("walk-save")) }
            p role="status" { (words.say("walk-save-hint")) }
        }
    }
}
