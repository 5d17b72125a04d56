//! What is around a place? A sketch, a list that says all that the sketch shows, and the way into the phone's own map.

use crate::edition::{Area, Edition};
use crate::register::{Place, PlaceKind, Position, StreetLine};
use crate::web::Site;
use crate::web::addresses::{map_path, place_address, place_path};
use crate::web::assets::asset_address;
use crate::web::layout::{self, Frame};
use crate::web::map_link::coordinates;
use crate::web::parts::{self, Plate, Row};
use crate::web::place_page;
use crate::web::sketch::Sketch;
use crate::web::sketch_view::View;
use crate::web::ways;
use crate::web::words::Words;
use maud::{Markup, html};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Most other places on a sketch.
const NEAR: usize = 10;
/// So many are shown however far they are; others only where they are not much farther than these, or within a walk.
const NEAREST: usize = 3;
const WALK: f64 = 1_500.0;
const FARTHER: f64 = 3.0;
/// Nothing farther than this is near, in metres.
const FARTHEST: f64 = 30_000.0;
/// Most streets drawn besides; the longest in view.
const STREETS: usize = 80;
/// Most credits of lines told one by one.
const CREDITS: usize = 5;

/// A map, ready to print.
pub struct MapView {
    title: String,
    plate: (Option<String>, String, Option<&'static str>),
    canonical: String,
    path: String,
    place: Row,
    at: Position,
    sketch: Markup,
    caption: Vec<String>,
    near: Vec<Row>,
    streets: Vec<Row>,
    legend: Legend,
    credits: Vec<String>,
    shows_positions: bool,
}

/// Which marks are on the sketch besides the numbers.
struct Legend {
    own: bool,
    line: bool,
    signs: usize,
}

impl MapView {
    /// The map of a place whose position is known.
    ///
    /// # Panics
    /// If it is not: addresses are looked up before pages are made.
    pub fn of(edition: &Edition, place: &Place, words: &Words) -> Self {
        let entry = edition.find(place).expect("the address was looked up in this edition before its page is made");
        let spot = edition.find_spot(place).expect("a place without a position has no map");
        let around = place_page::view_of(edition, place, words);
        let own_line = Some(place).filter(|place| place.kind == PlaceKind::Street).and_then(|place| edition.find_line(&place.slug));
        let from = |at: Position| own_line.and_then(|line| line.nearest_to(at)).unwrap_or(spot.at);
        let near = near_of(edition, place, from, own_line);
        let signs = edition.sign_spots(place);
        let shown = near.iter().map(|(_, at)| *at).chain(signs.iter().copied()).chain([spot.at]);
        let area = Area::around(shown.chain(own_line.into_iter().flat_map(|line| line.parts.iter().flatten().copied())));
        let view = View::around(area.unwrap_or(Area { west: 0.0, south: 0.0, east: 0.0, north: 0.0 }));
        let lines = lines_of(edition, &view, own_line);
        let name = around.name.clone();
        let own = Some(spot.at).filter(|_| own_line.is_none() && !signs.contains(&spot.at));
        let legend = Legend { own: own.is_some(), line: own_line.is_some(), signs: signs.len() };
        let osm = near.iter().filter_map(|(place, _)| edition.find_spot(place)).chain([spot]).any(|spot| spot.is_osm);
        let drawn = || own_line.into_iter().chain(lines.iter().copied());
        let sketch = Sketch {
            view,
            label: label(&name, near.len(), words),
            north: words.say("map-north"),
            scale: ways::scale(view.scale(), words),
            own,
            own_line,
            lines: lines.clone(),
            signs,
            numbered: (1..).zip(near.iter().map(|(_, at)| *at)).collect(),
            part: None,
        };
        Self {
            title: words.say_with("map-of", &[("name", &around.title)]),
            plate: (around.above, name, around.name_lang),
            canonical: place_path(place),
            path: map_path(place),
            place: place_page::row(entry, None, words),
            at: spot.at,
            sketch: sketch.markup(),
            caption: caption(&view, own.is_some(), words),
            near: near.iter().filter_map(|(other, at)| near_row(edition, other, from(*at), *at, words)).collect(),
            streets: lines.iter().filter_map(|line| street_row(edition, line, words)).collect(),
            legend,
            credits: credits_of(drawn(), words),
            shows_positions: osm || drawn().any(StreetLine::is_odbl),
        }
    }
}

/// The places near, by distance from the line of a street or from where the place is: those that the place's own page names, else those
/// nearest to it.
fn near_of(edition: &Edition, place: &Place, from: impl Fn(Position) -> Position, line: Option<&StreetLine>) -> Vec<(Place, Position)> {
    let named = edition.neighbours(place, NEAR).into_iter().filter(|one| one.way.is_some() && line.is_none()).map(|one| one.place);
    let mut near: Vec<(Place, Position)> = named.filter_map(|other| Some((other.clone(), edition.find_spot(&other)?.at))).collect();
    if near.is_empty() {
        near = edition.nearest_spots(place, NEAR).into_iter().map(|(other, at)| (other.clone(), at)).collect();
    }
    let metres = |at: Position| from(at).metres_to(at);
    near.sort_by(|one, other| metres(one.1).total_cmp(&metres(other.1)));
    let third = near.get(NEAREST - 1).map_or(0.0, |(_, at)| metres(*at));
    near.retain(|(_, at)| metres(*at) <= WALK.max(third * FARTHER).min(FARTHEST));
    near
}

/// The other streets in view, longest first where there are more than can be drawn.
pub(super) fn lines_of<'a>(edition: &'a Edition, view: &View, own: Option<&StreetLine>) -> Vec<&'a StreetLine> {
    let mut lines = edition.lines_in(view.area());
    lines.retain(|line| own.is_none_or(|own| own.street != line.street));
    if lines.len() > STREETS {
        let mut measured: Vec<(f64, &StreetLine)> = lines.iter().map(|line| (line.metres(), *line)).collect();
        measured.sort_by(|one, other| other.0.total_cmp(&one.0));
        lines = measured.into_iter().take(STREETS).map(|(_, line)| line).collect();
        lines.sort_by(|one, other| one.street.cmp(&other.street));
    }
    lines
}

/// The sources of lines, each once.
pub(super) fn credits_of<'a>(lines: impl Iterator<Item = &'a StreetLine>, words: &Words) -> Vec<String> {
    let mut credits: Vec<String> = Vec::new();
    for line in lines.filter(|line| !(line.source.is_empty() && line.licence.is_empty())) {
        let parts = [line.source.as_str(), line.licence.as_str()];
        let credit = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        if !credits.contains(&credit) && credits.len() < CREDITS {
            credits.push(credit);
        }
    }
    credits.into_iter().map(|source| words.say_with("map-lines-from", &[("source", &source)])).collect()
}

/// What stands under a sketch: where north is, and how long its scale.
pub(super) fn caption(view: &View, has_rings: bool, words: &Words) -> Vec<String> {
    let scale = ways::scale(view.scale(), words);
    let key = if has_rings { "map-rings" } else { "map-scale" };
    vec![words.say("map-north-up"), words.say_with(key, &[("distance", &scale)])]
}

/// The row of a street that is drawn.
pub(super) fn street_row(edition: &Edition, line: &StreetLine, words: &Words) -> Option<Row> {
    let place = Place { kind: PlaceKind::Street, slug: line.street.clone() };
    edition.find(&place).map(|entry| place_page::row(entry, None, words))
}

fn label(name: &str, near: usize, words: &Words) -> String {
    if near == 0 {
        words.say_with("map-picture-alone", &[("name", &name)])
    } else {
        words.say_with("map-picture", &[("name", &name), ("count", &near)])
    }
}

fn near_row(edition: &Edition, other: &Place, here: Position, there: Position, words: &Words) -> Option<Row> {
    let row = place_page::row(edition.find(other)?, None, words);
    Some(Row { address: place_address(other, words.lang()), about: ways::between(here, there, words), ..row })
}

/// The page itself.
pub fn map_page(view: &MapView, site: &Site, words: &Words) -> String {
    let (above, name, name_lang) = &view.plate;
    let frame = Frame {
        words,
        site,
        title: view.title.clone(),
        description: view.title.clone(),
        path: view.path.clone(),
        canonical: Some(view.canonical.clone()),
        shows_positions: view.shows_positions,
        is_text_first: false,
        head: style(),
    };
    let plate = Plate { above: above.clone(), name, name_lang: *name_lang, below: Some(words.say("map")) };
    let content = html! {
        (figure(&view.sketch, &view.caption))
        (legend(view, words))
        (ways_in(view, words))
        @if !view.near.is_empty() { h2 { (words.say("nearby")) } (numbered(&view.near, 1)) }
        (streets_drawn(&view.streets, words))
        ul.rows {
            li { a href=(view.place.address) { span { (words.say("map-back")) } small lang=[view.place.name_lang] { (view.place.name) } } }
            li { a href=(format!("/{}{}", words.lang(), crate::web::addresses::CITY_MAP)) { span { (words.say("city-map")) } } }
        }
        @for credit in &view.credits { p.note { (credit) } }
    };
    layout::page(&frame, &parts::plate(&plate), &content)
}

/// The style sheet of pages with a sketch.
pub(super) fn style() -> Markup {
    html! { link rel="stylesheet" href=(asset_address("map.css")); }
}

/// A sketch with what stands under it.
pub(super) fn figure(sketch: &Markup, caption: &[String]) -> Markup {
    html! { figure.map { (sketch) figcaption { @for line in caption { (line) " " } } } }
}

/// A list whose numbers are those of the dots, from `first` on.
pub(super) fn numbered(rows: &[Row], first: usize) -> Markup {
    html! {
        ol.rows.near.bare[rows.iter().all(|row| row.about.is_empty())] start=(first) {
            @for (number, row) in (first..).zip(rows) {
                li { a href=(row.address) { b { (number) } span lang=[row.name_lang] { (row.name) } small { (row.about) } } }
            }
        }
    }
}

/// The streets drawn thin, folded up: there may be many.
pub(super) fn streets_drawn(streets: &[Row], words: &Words) -> Markup {
    html! {
        @if !streets.is_empty() {
            details.ways {
                summary { i.way {} (words.say_with("map-other-streets", &[("count", &streets.len())])) }
                (parts::bare_rows(streets))
            }
        }
    }
}

fn legend(view: &MapView, words: &Words) -> Markup {
    let (name, lang) = (&view.place.name, view.place.name_lang);
    html! {
        ul.legend {
            @if view.legend.own { li { i.here {} span lang=[lang] { (name) } } }
            @if view.legend.line { li { i.line {} span lang=[lang] { (name) } } }
            @if view.legend.signs > 0 { li { i.post {} (words.say_with("map-signs", &[("count", &view.legend.signs)])) } }
        }
    }
}

/// The coordinates to copy, and the two links that phones open their own map by.
fn ways_in(view: &MapView, words: &Words) -> Markup {
    let (lat, lon) = (format!("{:.5}", view.at.lat()), format!("{:.5}", view.at.lon()));
    let name = utf8_percent_encode(&view.plate.1, NON_ALPHANUMERIC).to_string();
    html! {
        section.card {
            h2 { (words.say("map-coordinates")) }
            p.address { (coordinates(view.at, 5)) }
            ul.rows {
                li { a href=(format!("geo:{lat},{lon}?q={lat},{lon}({name})")) { (words.say("map-open")) } }
                li { a href=(format!("maps:?q={name}&ll={lat},{lon}")) { (words.say("map-open-apple")) } }
            }
        }
    }
}
