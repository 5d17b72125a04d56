//! Where is everything? One sketch of where most places are, one of the whole city where some lie far out, and the list of them all.

use super::map_page::{caption, credits_of, figure, lines_of, numbered, street_row, streets_drawn, style};
use crate::edition::{Area, Edition, Entry, Spot};
use crate::register::{Lang, Place, PlaceKind, Position, StreetLine};
use crate::web::Site;
use crate::web::addresses::CITY_MAP;
use crate::web::layout::{self, Frame};
use crate::web::parts::{self, Plate, Row};
use crate::web::place_page;
use crate::web::sketch::Sketch;
use crate::web::sketch_view::View;
use crate::web::ways;
use crate::web::words::Words;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// A place so many times farther out than half of all places lies outside the middle of the city.
const FAR_OUT: f64 = 5.0;

/// A heading, and its language where that is not the page's.
type Heading = (String, Option<&'static str>);

/// The map, ready to print.
pub struct CityMapView {
    sketches: Vec<(Markup, Vec<String>)>,
    /// Landmarks by former district, each group with the number of its first.
    groups: Vec<(Heading, usize, Vec<Row>)>,
    /// Streets with a known position that no line shows.
    streets: Vec<Row>,
    drawn: Vec<Row>,
    credits: Vec<String>,
    shows_positions: bool,
    count: usize,
}

impl CityMapView {
    /// The map of an edition.
    pub fn of(edition: &Edition, words: &Words) -> Self {
        let groups = groups_of(edition, words);
        let places: Vec<(Place, Spot)> = groups.iter().flat_map(|(_, places)| places.iter().cloned()).collect();
        let points: Vec<(usize, Position)> = (1..).zip(places.iter().map(|(_, spot)| spot.at)).collect();
        let is_drawn = |place: &Place| place.kind == PlaceKind::Street && edition.find_line(&place.slug).is_some();
        let dots: Vec<&(Place, Spot)> = edition.spots().filter(|(place, _)| place.kind == PlaceKind::Street && !is_drawn(place)).collect();
        let signs: Vec<Position> = dots.iter().map(|(_, spot)| spot.at).collect();
        let (middle, whole) = areas_of(points.iter().map(|(_, at)| *at).chain(signs.iter().copied()));
        let mut lines: Vec<&StreetLine> = Vec::new();
        let mut sketches = Vec::new();
        for area in [middle, whole].into_iter().flatten() {
            let view = View::around(area);
            let here = lines_of(edition, &view, None);
            lines.extend(here.iter().filter(|line| !lines.iter().any(|other| other.street == line.street)).copied().collect::<Vec<_>>());
            let inner = middle.filter(|inner| *inner != area);
            let numbered = points.iter().filter(|(_, at)| area.holds(*at) && !inner.is_some_and(|inner| inner.holds(*at)));
            let sketch = Sketch {
                view,
                label: words
                    .say_with(if inner.is_some() { "city-map-far" } else { "city-map-picture" }, &[("count", &numbered.clone().count())]),
                north: words.say("map-north"),
                scale: ways::scale(view.scale(), words),
                own: None,
                own_line: None,
                lines: here,
                signs: signs.iter().copied().filter(|at| area.holds(*at) && inner.is_none()).collect(),
                numbered: numbered.copied().collect(),
                part: inner,
            };
            let mut under = caption(&view, false, words);
            under.extend(inner.map(|_| words.say("city-map-frame")));
            sketches.push((sketch.markup(), under));
        }
        let shows_positions = places.iter().any(|(_, spot)| spot.is_osm) || lines.iter().any(|line| line.is_odbl());
        let rows = |places: &[(Place, Spot)]| places.iter().filter_map(|(place, _)| row_of(edition, place, words)).collect::<Vec<_>>();
        let mut first = 1;
        let groups = groups.iter().map(|(heading, places)| {
            let rows = rows(places);
            first += rows.len();
            (heading.clone(), first - rows.len(), rows)
        });
        Self {
            groups: groups.collect(),
            streets: dots.iter().filter_map(|(place, _)| row_of(edition, place, words)).collect(),
            drawn: lines.iter().filter_map(|line| street_row(edition, line, words)).collect(),
            credits: credits_of(lines.iter().copied(), words),
            count: points.len(),
            sketches,
            shows_positions,
        }
    }
}

/// The landmarks with a position by the former district that they lie in; those without one come last.
fn groups_of(edition: &Edition, words: &Words) -> Vec<(Heading, Vec<(Place, Spot)>)> {
    let mut groups: BTreeMap<(bool, String), Vec<(Place, Spot)>> = BTreeMap::new();
    for (place, spot) in edition.spots() {
        let Some(Entry::Landmark(landmark)) = edition.find(place) else { continue };
        let district = landmark.districts.parts().next().unwrap_or_default().to_owned();
        groups.entry((district.is_empty(), district)).or_default().push((place.clone(), *spot));
    }
    let vietnamese = (words.lang() != Lang::Vi).then_some("vi");
    let heading =
        |(is_none, district): (bool, String)| if is_none { (words.say("city-map-elsewhere"), None) } else { (district, vietnamese) };
    groups.into_iter().map(|(key, places)| (heading(key), places)).collect()
}

/// The middle of the city, where most places are, and all of it; one of them where none lies far out, none where there is no place.
fn areas_of(points: impl Iterator<Item = Position>) -> (Option<Area>, Option<Area>) {
    let points: Vec<Position> = points.collect();
    let median = |mut all: Vec<f64>| {
        all.sort_by(f64::total_cmp);
        all.get(all.len() / 2).copied().unwrap_or_default()
    };
    let centre = Position::of(median(points.iter().map(|at| at.lon()).collect()), median(points.iter().map(|at| at.lat()).collect()));
    let Some(centre) = centre else { return (None, None) };
    let usual = median(points.iter().map(|at| centre.metres_to(*at)).collect());
    let (near, far): (Vec<Position>, Vec<Position>) = points.iter().partition(|at| centre.metres_to(**at) <= usual * FAR_OUT);
    let whole = Area::around(points.iter().copied()).filter(|_| !far.is_empty());
    (Area::around(near), whole)
}

fn row_of(edition: &Edition, place: &Place, words: &Words) -> Option<Row> {
    Some(Row { about: String::new(), ..place_page::row(edition.find(place)?, None, words) })
}

/// The page itself.
pub fn city_map_page(view: &CityMapView, site: &Site, words: &Words) -> String {
    let title = words.say("city-map");
    let frame = Frame {
        words,
        site,
        title: title.clone(),
        description: words.say_with("city-map-lead", &[("count", &view.count)]),
        path: CITY_MAP.to_owned(),
        canonical: Some(CITY_MAP.to_owned()),
        shows_positions: view.shows_positions,
        is_text_first: false,
        head: style(),
    };
    let content = html! {
        p.lead { (words.say_with("city-map-lead", &[("count", &view.count)])) }
        @for (sketch, caption) in &view.sketches { (figure(sketch, caption)) }
        @for ((heading, lang), first, rows) in &view.groups {
            h2 lang=[lang] { (heading) }
            (numbered(rows, *first))
        }
        (parts::rows(&words.say("city-map-streets"), &view.streets))
        (streets_drawn(&view.drawn, words))
        @for credit in &view.credits { p.note { (credit) } }
    };
    layout::page(&frame, &parts::plate(&Plate { above: None, name: &title, name_lang: None, below: None }), &content)
}
