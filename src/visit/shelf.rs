//! Where are the ready-made pages? On a shelf that belongs to one edition: each made and compressed once, in bounded memory.

use super::presser::{BySize, MOST_BYTES, PAGES, Presser};
use super::{city_map_page, home_page, map_page, sign_page, where_page};
use crate::edition::Edition;
use crate::register::{Lang, Place, SignCode};
use crate::web::Site;
use crate::web::addresses::place_path;
use crate::web::place_page;
use crate::web::press::{Made, Pressed};
use crate::web::words::Words;
use std::convert::Infallible;
use std::fmt::Write;
use std::sync::Arc;

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
    /// Where a code leads, without going there.
    Where(SignCode),
    /// `robots.txt`.
    Robots,
    /// `sitemap.xml`.
    Sitemap,
}

/// One edition and the pages made of it so far.
pub struct Shelf {
    edition: Arc<Edition>,
    site: Site,
    pages: quick_cache::sync::Cache<(PageOf, Lang), Arc<Pressed>, BySize>,
    presser: Presser,
}

impl Shelf {
    /// An empty shelf for this edition, whose pages are pressed harder by `presser` when there is time.
    #[must_use]
    pub fn new(edition: Arc<Edition>, site: Site, presser: Presser) -> Self {
        Self { edition, site, pages: quick_cache::sync::Cache::with_weighter(PAGES, MOST_BYTES, BySize), presser }
    }

    /// The edition that the pages are made of.
    #[must_use]
    pub fn edition(&self) -> &Edition {
        &self.edition
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

    fn make(&self, of: &PageOf, lang: Lang) -> Made {
        let (edition, site, words) = (&self.edition, &self.site, Words::of(lang));
        let html = match of {
            PageOf::Home => home_page::home_page(&home_page::HomeView::of(edition, words), site, words),
            PageOf::Place(place) => place_page::place_page(&place_page::view_of(edition, place, words), site, words),
            PageOf::Map(place) => map_page::map_page(&map_page::MapView::of(edition, place, words), site, words),
            PageOf::CityMap => city_map_page::city_map_page(&city_map_page::CityMapView::of(edition, words), site, words),
            PageOf::Sign(code) => place_page::place_page(&sign_page::view_of(edition, site, *code, words), site, words),
            PageOf::Where(code) => where_page::where_page(&where_page::WhereView::of(edition, site, *code, words), site, words),
            PageOf::Robots => return Made::text(self.robots(), "text/plain; charset=utf-8"),
            PageOf::Sitemap => return Made::text(self.sitemap(), "application/xml; charset=utf-8"),
        };
        Made::page(html, lang)
    }

    fn robots(&self) -> String {
        format!("User-agent: *\nDisallow: /office/\nSitemap: {}\n", self.site.absolute("/sitemap.xml"))
    }

    fn sitemap(&self) -> String {
        let mut map = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
             xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
        );
        let paths = std::iter::once("/".to_owned()).chain(self.edition.places().map(|place| place_path(&place)));
        for path in paths {
            for lang in Lang::ALL {
                let address = |lang: &Lang| self.site.absolute(&format!("/{lang}{path}"));
                let others: String = Lang::ALL
                    .iter()
                    .map(|other| format!("<xhtml:link rel=\"alternate\" hreflang=\"{other}\" href=\"{}\"/>", address(other)))
                    .collect();
                writeln!(map, "<url><loc>{}</loc>{others}</url>", address(lang)).expect("writing to a string never fails");
            }
        }
        map + "</urlset>\n"
    }
}
