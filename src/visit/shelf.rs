//! Where are the ready-made pages? On a shelf that belongs to one edition: each made and compressed once, in bounded memory.

use super::presser::{BySize, MOST_BYTES, PAGES, Presser};
use super::{city_map_page, feed, home_page, home_screen, map_page, places_page, sign_page, sitemap, walks_page, where_page};
use crate::edition::Edition;
use crate::register::{Lang, Place, SignCode, Slug};
use crate::web::Site;
use crate::web::assets;
use crate::web::place_page::{self, PlaceView};
use crate::web::press::{Made, Pressed};
use crate::web::remembered::remembered;
use crate::web::sharing::{indexing, sharing};
use crate::web::walk_page::{self, WalkView};
use crate::web::words::Words;
use jiff::civil::Date;
use maud::html;
use std::convert::Infallible;
use std::sync::Arc;

const XML: &str = "application/xml; charset=utf-8";

/// What a ready-made page shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PageOf {
    /// The front page.
    Home,
    /// A place on its own.
    Place(Place),
    /// What is around a place.
    Map(Place),
    /// Where everything is.
    CityMap,
    /// A place, as seen from one of its signs.
    Sign(SignCode),
    /// Every street and sight, by its first letter.
    Places,
    /// Where a code leads, without going there.
    Where(SignCode),
    /// The list of walks.
    Walks,
    /// A walk.
    Walk(Slug),
    /// What a phone shows without a network.
    Offline,
    /// The worker that keeps walks on a phone.
    Worker,
    /// What a phone puts on its home screen.
    Manifest,
    /// `robots.txt`.
    Robots,
    /// `sitemap.xml`.
    Sitemap,
    /// One of the files that it lists, from 1.
    SitemapPart(usize),
    /// The newest stories.
    Feed,
}

/// One edition on one day, and the pages made of it so far.
pub struct Shelf {
    edition: Arc<Edition>,
    today: Date,
    site: Site,
    pages: quick_cache::sync::Cache<(PageOf, Lang), Arc<Pressed>, BySize>,
    presser: Presser,
}

impl Shelf {
    /// An empty shelf for this edition on this day, whose pages are pressed harder by `presser` when there is time.
    #[must_use]
    pub fn new(edition: Arc<Edition>, today: Date, site: Site, presser: Presser) -> Self {
        Self { edition, today, site, pages: quick_cache::sync::Cache::with_weighter(PAGES, MOST_BYTES, BySize), presser }
    }

    /// The edition that the pages are made of.
    #[must_use]
    pub fn edition(&self) -> &Edition {
        &self.edition
    }

    /// The day in the city that the pages are of.
    #[must_use]
    pub fn today(&self) -> Date {
        self.today
    }

    /// The site that the pages belong to.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The page, made now where nobody has asked for it before.
    #[must_use]
    pub fn page(&self, of: PageOf, lang: Lang) -> Arc<Pressed> {
        let page = (of, lang);
        let pressed = self.pages.get_or_insert_with(&page, || Ok::<_, Infallible>(self.presser.press(self.make(&page.0, lang))));
        match pressed {
            Ok(page) => page,
            Err(never) => match never {},
        }
    }

    /// The page, where it is ready.
    #[must_use]
    pub fn find_ready(&self, of: PageOf, lang: Lang) -> Option<Arc<Pressed>> {
        self.pages.get(&(of, lang))
    }

    fn make(&self, of: &PageOf, lang: Lang) -> Made {
        let (edition, site, words) = (&self.edition, &self.site, Words::of(lang));
        let html = match of {
            PageOf::Home => home_page::home_page(&home_page::HomeView::of(edition, self.today, words), site, words),
            PageOf::Place(place) => {
                let mut view = place_page::view_of(edition, place, words);
                if let Some(entry) = edition.find(place) {
                    view.head = indexing(entry, &view.telling.description(), site, words);
                }
                self.place_page(view, place, words)
            }
            PageOf::Map(place) => map_page::map_page(&map_page::MapView::of(edition, place, words), site, words),
            PageOf::CityMap => city_map_page::city_map_page(&city_map_page::CityMapView::of(edition, words), site, words),
            PageOf::Sign(code) => {
                let sign = edition.find_sign(*code).expect("the code was looked up in this edition before its page is made");
                self.place_page(sign_page::view_of(edition, site, *code, words), &sign.place, words)
            }
            PageOf::Where(code) => where_page::where_page(&where_page::WhereView::of(edition, site, *code, words), site, words),
            PageOf::Places => places_page::places_page(&places_page::PlacesView::of(edition, words), site, words),
            PageOf::Walks => walks_page::walks_page(edition, site, words),
            PageOf::Walk(slug) => {
                let walk = edition.find_walk(slug).expect("the walk was looked up in this edition before its page is made");
                walk_page::walk_page(&WalkView::of(edition, walk, words), site, words)
            }
            PageOf::Offline => walks_page::offline_page(site, words),
            PageOf::Worker => return Made::text(assets::worker(), "text/javascript; charset=utf-8"),
            PageOf::Manifest => return Made::text(home_screen::manifest(), "application/manifest+json"),
            PageOf::Robots => return Made::text(sitemap::robots(site), "text/plain; charset=utf-8"),
            PageOf::Sitemap => return Made::text(sitemap::sitemap(edition, site), XML),
            PageOf::SitemapPart(file) => return Made::text(sitemap::part(edition, site, *file).unwrap_or_default(), XML),
            PageOf::Feed => return Made::text(feed::feed(edition, site, words), "application/atom+xml; charset=utf-8"),
        };
        Made::page(html, lang)
    }

    fn place_page(&self, mut view: PlaceView, place: &Place, words: &Words) -> String {
        view.remembered = remembered(&self.edition, self.today, Some(place), words);
        if let Some(entry) = self.edition.find(place) {
            view.head = html! { (sharing(entry, &self.site)) (view.head) };
        }
        place_page::place_page(&view, &self.site, words)
    }
}
