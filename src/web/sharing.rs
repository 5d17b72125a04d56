//! What does the page of a place say to machines that read or share it? schema.org in JSON-LD, and the picture of Open Graph.

use super::Site;
use super::addresses::place_address;
use super::share_pictures::{SIZE, picture_address};
use super::words::Words;
use crate::edition::Entry;
use crate::register::{Landmark, NamePeriod, Namesake, NamesakeKind};
use maud::{Markup, PreEscaped, html};
use serde_json::{Map, Value, json};

/// The lines for the head of a page about this place, for whoever shares it.
#[must_use]
pub fn sharing(entry: Entry<'_>, site: &Site) -> Markup {
    let picture = site.absolute(&picture_address(entry));
    html! {
        meta property="og:image" content=(picture);
    }
}

/// The lines for the head of the page of this place, for search engines and for sites that show shared links. They keep that page, so that
/// a page of a sign is spared them.
#[must_use]
pub fn indexing(entry: Entry<'_>, description: &str, site: &Site, words: &Words) -> Markup {
    html! {
        meta property="og:image:width" content=(SIZE.0);
        meta property="og:image:height" content=(SIZE.1);
        meta name="twitter:card" content="summary_large_image";
        script type="application/ld+json" { (PreEscaped(written(&schema_org(entry, description, site, words)))) }
    }
}

/// JSON that can stand in a script element: no `<` in it ends the element or begins another.
fn written(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

/// The place in the words of schema.org; only what is known for certain.
#[must_use]
pub fn schema_org(entry: Entry<'_>, description: &str, site: &Site, words: &Words) -> Value {
    let url = site.absolute(&place_address(&entry.place(), words.lang()));
    let mut told = Map::from_iter([
        ("@context".to_owned(), json!("https://schema.org")),
        ("@type".to_owned(), json!(kind_of(entry))),
        ("name".to_owned(), json!(entry.name(words.lang()))),
        ("url".to_owned(), json!(url)),
        ("description".to_owned(), json!(description)),
    ]);
    match entry {
        Entry::Street(street) => tell_other_names(&mut told, former(&street.names, street.name.as_str())),
        Entry::Landmark(landmark) => tell_landmark(&mut told, landmark, words),
        Entry::Namesake(namesake) => tell_namesake(&mut told, namesake),
    }
    Value::Object(told)
}

const fn kind_of(entry: Entry<'_>) -> &'static str {
    match entry {
        Entry::Street(_) => "Place",
        Entry::Landmark(_) => "LandmarksOrHistoricalBuildings",
        Entry::Namesake(namesake) => match namesake.kind {
            NamesakeKind::Person => "Person",
            NamesakeKind::Event => "Event",
            NamesakeKind::Place => "Place",
            NamesakeKind::Word => "DefinedTerm",
        },
    }
}

fn tell_landmark(told: &mut Map<String, Value>, landmark: &Landmark, words: &Words) {
    let mut others = former(&landmark.names, landmark.name.as_str());
    others.extend([landmark.name.as_str(), landmark.name_en.as_str()].into_iter().filter(|name| !name.is_empty()).map(str::to_owned));
    others.retain(|name| name != Entry::Landmark(landmark).name(words.lang()));
    tell_other_names(told, others);
    if let Some(point) = &landmark.point {
        let geo = json!({ "@type": "GeoCoordinates", "latitude": point.lat(), "longitude": point.lon() });
        told.insert("geo".to_owned(), geo);
    }
}

fn tell_namesake(told: &mut Map<String, Value>, namesake: &Namesake) {
    tell_other_names(told, namesake.other_names.parts().map(str::to_owned).collect());
    let (from, until) = match namesake.kind {
        NamesakeKind::Person => ("birthDate", "deathDate"),
        NamesakeKind::Event => ("startDate", "endDate"),
        NamesakeKind::Place | NamesakeKind::Word => return,
    };
    for (key, year) in [(from, namesake.from.as_str()), (until, namesake.until.as_str())] {
        // ISO 8601 writes four digits; a year that is not certain is not told.
        if !year.is_empty() && year.bytes().all(|digit| digit.is_ascii_digit()) {
            told.insert(key.to_owned(), json!(format!("{year:0>4}")));
        }
    }
}

fn tell_other_names(told: &mut Map<String, Value>, names: Vec<String>) {
    if !names.is_empty() {
        told.insert("alternateName".to_owned(), json!(names));
    }
}

fn former(names: &[NamePeriod], today: &str) -> Vec<String> {
    names.iter().map(|one| one.name.to_string()).filter(|name| name != today).collect()
}
