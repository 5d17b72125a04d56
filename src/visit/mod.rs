//! For the visitor under a sign: every public page, from memory.

mod asker;
mod audio;
mod case_page;
mod choice;
mod city_map_page;
mod count;
mod feed;
mod files;
mod home_page;
mod home_screen;
mod legacy;
mod lost_page;
mod map_page;
mod places_page;
mod presser;
pub mod recent;
mod report_desk;
mod report_limits;
mod report_page;
mod report_send;
mod search_page;
mod shelf;
mod sign_page;
mod sitemap;
mod suggest;
mod walks_page;
mod where_page;

pub use count::Scans;
pub use report_desk::ReportDesk;
pub use report_limits::Limits;
pub use shelf::Shelf;
pub use sitemap::{part as sitemap_part, sitemap};

use crate::edition::Edition;
use crate::register::{Lang, Place, PlaceKind, ScanVia, Scanned, SignCode, Slug};
use crate::web::Site;
use crate::web::addresses::{map_path, place_path};
use crate::web::language::preferred;
use crate::web::press::{Pressed, Varies};
use actix_web::http::{Method, StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, guard, web};
use arc_swap::ArcSwap;
use jiff::civil::Date;
use presser::Presser;
use shelf::PageOf;
use std::sync::Arc;

/// Holds the shelf of the day; a new edition replaces it whole.
pub struct Doorway {
    shelf: ArcSwap<Shelf>,
    site: Site,
    presser: Presser,
    scans: Scans,
}

impl Doorway {
    /// Opens with this edition at this site, on this day in the city, and counts there.
    #[must_use]
    pub fn new(edition: Arc<Edition>, today: Date, site: Site, scans: Scans) -> Self {
        let presser = Presser::start();
        Self { shelf: ArcSwap::from_pointee(Shelf::new(edition, today, site.clone(), presser.clone())), site, presser, scans }
    }

    /// What has been counted and not yet been written down.
    #[must_use]
    pub fn scans(&self) -> &Scans {
        &self.scans
    }

    /// Puts a new edition, or the same one on a new day, in place of the old one, with one atomic swap.
    pub fn replace(&self, edition: Arc<Edition>, today: Date) {
        self.shelf.store(Arc::new(Shelf::new(edition, today, self.site.clone(), self.presser.clone())));
    }

    /// The day in the city that the pages are of.
    #[must_use]
    pub fn today(&self) -> Date {
        self.shelf().today()
    }

    /// Is the site served over TLS?
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.site.is_https()
    }

    fn shelf(&self) -> arc_swap::Guard<Arc<Shelf>> {
        self.shelf.load()
    }
}

/// The address that is asked for a thousand times as often as any other: a scan. It comes before all others, which are no codes.
pub fn scan_routes(config: &mut web::ServiceConfig) {
    let scans = guard::fn_guard(|asked| {
        let head = asked.head();
        matches!(head.method, Method::GET | Method::HEAD) && SignCode::parse(head.uri.path().trim_start_matches('/')).is_ok()
    });
    // No pattern: a regular expression would be a tenth of the work.
    config.service(web::scope("").guard(scans).default_service(web::to(show_scan)));
}

/// Every address that a visitor can ask for. They need a [`Doorway`] and a [`ReportDesk`] as `web::Data`.
pub fn routes(config: &mut web::ServiceConfig) {
    let read = || guard::Any(guard::Get()).or(guard::Head());
    config
        .service(web::resource("/").guard(read()).to(show_home))
        .service(web::resource("/robots.txt").guard(read()).to(files::show_robots))
        .service(web::resource("/sitemap.xml").guard(read()).to(files::show_sitemap))
        .service(web::resource("/favicon.ico").guard(read()).to(files::show_favicon))
        .service(web::resource("/sw.js").guard(read()).to(files::show_worker))
        .service(web::resource("/manifest.webmanifest").guard(read()).to(files::show_manifest))
        .service(web::resource("/assets/{name}").guard(read()).to(files::show_asset))
        .service(
            web::resource("/{lang:vi|en|fr|zh|ja|ko}/{code}/report")
                .guard(guard::All(guard::Post()).and(guard::fn_guard(report_send::brings_a_form)))
                .to(report_send::save_report),
        )
        .service(web::resource("/{lang:vi|en|fr|zh|ja|ko}/{rest:.*}").guard(guard::Post()).to(choice::save_choice))
        .service(web::resource("/{lang:vi|en|fr|zh|ja|ko}").guard(read()).to(choice::show_slash))
        .service(web::resource("/{lang:vi|en|fr|zh|ja|ko}/").guard(read()).to(show_home_in))
        .service(web::resource("/{lang:vi|en|fr|zh|ja|ko}/search").guard(read()).to(search_page::show_search))
        .service(web::resource("/{lang:vi|en|fr|zh|ja|ko}/feed.xml").guard(read()).to(files::show_feed))
        .service(web::resource("/{lang:vi|en|fr|zh|ja|ko}/suggest").guard(read()).to(suggest::show_suggestions))
        .service(web::resource("/{lang:vi|en|fr|zh|ja|ko}/{kind:street|landmark|namesake}/{slug}").guard(read()).to(show_place))
        .service(web::resource("/{lang:vi|en|fr|zh|ja|ko}/{code}/report").guard(read()).to(report_page::show_report))
        .service(web::resource("/{lang:vi|en|fr|zh|ja|ko}/report").guard(read()).to(case_page::show_find))
        .service(web::resource("/{lang:vi|en|fr|zh|ja|ko}/report/{case}").guard(read()).to(case_page::show_case))
        .service(web::resource("/{lang:vi|en|fr|zh|ja|ko}/walk").guard(read()).to(show_walks))
        .service(web::resource("/{lang:vi|en|fr|zh|ja|ko}/walk/{slug}").guard(read()).to(show_walk))
        .service(web::resource("/{lang:vi|en|fr|zh|ja|ko}/offline").guard(read()).to(show_offline))
        .service(web::resource("/{lang:vi|en|fr|zh|ja|ko}/map").guard(read()).to(show_city_map))
        .service(web::resource("/{lang:vi|en|fr|zh|ja|ko}/{kind:street|landmark}/{slug}/map").guard(read()).to(show_map))
        .service(web::resource("/{lang:vi|en|fr|zh|ja|ko}/{code}").guard(read()).to(show_sign_in))
        .service(web::resource("/{code}").guard(read()).to(show_sign))
        .default_service(web::to(lost_page::show_lost));
}

async fn show_home(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    if !request.query_string().is_empty()
        && let Some(answer) = legacy::find_answer(&doorway, &request)
    {
        return answer;
    }
    let page = doorway.shelf().page(PageOf::Home, preferred(&request));
    page.answer(&request, StatusCode::OK, Varies::ByCodingAndLanguage)
}

async fn show_home_in(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    doorway.shelf().page(PageOf::Home, asked_lang(&request)).answer(&request, StatusCode::OK, Varies::ByCoding)
}

async fn show_place(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    place_answer(&doorway.shelf(), &request, place_path, PageOf::Place, |_, _| true)
}

async fn show_map(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    place_answer(&doorway.shelf(), &request, map_path, PageOf::Map, |edition, place| edition.find_spot(place).is_some())
}

async fn show_city_map(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    doorway.shelf().page(PageOf::CityMap, asked_lang(&request)).answer(&request, StatusCode::OK, Varies::ByCoding)
}

/// The page of the place that an address names, where it has such a page; the way to today's address, where the place was renamed.
fn place_answer(
    shelf: &Shelf,
    request: &HttpRequest,
    path: fn(&Place) -> String,
    page: fn(Place) -> PageOf,
    has_page: fn(&Edition, &Place) -> bool,
) -> HttpResponse {
    let (lang, asked) = (asked_lang(request), request.match_info());
    let place = PlaceKind::parse(asked.query("kind")).ok().zip(Slug::parse(asked.query("slug")).ok());
    let place = place.map(|(kind, slug)| Place { kind, slug });
    if let Some(now) = place.as_ref().and_then(|place| shelf.edition().find_renamed(place)) {
        return moved(&format!("/{lang}{}", path(now)));
    }
    match place.filter(|place| shelf.edition().find(place).is_some() && has_page(shelf.edition(), place)) {
        Some(place) => shelf.page(page(place), lang).answer(request, StatusCode::OK, Varies::ByCoding),
        None => lost_page::answer(shelf, request, lang, asked.query("slug"), Varies::ByCoding),
    }
}

async fn show_walks(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    doorway.shelf().page(PageOf::Walks, asked_lang(&request)).answer(&request, StatusCode::OK, Varies::ByCoding)
}

async fn show_walk(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    let (shelf, lang) = (doorway.shelf(), asked_lang(&request));
    let slug = request.match_info().query("slug");
    match Slug::parse(slug).ok().filter(|slug| shelf.edition().find_walk(slug).is_some()) {
        Some(walk) => shelf.page(PageOf::Walk(walk), lang).answer(&request, StatusCode::OK, Varies::ByCoding),
        None => lost_page::answer(&shelf, &request, lang, slug, Varies::ByCoding),
    }
}

async fn show_offline(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    doorway.shelf().page(PageOf::Offline, asked_lang(&request)).answer(&request, StatusCode::OK, Varies::ByCoding)
}

/// The way from an address that a place once had. A browser asks each time: the place may get its old name back.
fn moved(address: &str) -> HttpResponse {
    HttpResponse::MovedPermanently().insert_header((header::LOCATION, address)).insert_header((header::CACHE_CONTROL, "no-cache")).finish()
}

async fn show_scan(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    answer_code(&request, &doorway, request.path().trim_start_matches('/'))
}

async fn show_sign(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    answer_code(&request, &doorway, request.match_info().query("code"))
}

fn answer_code(request: &HttpRequest, doorway: &Doorway, typed: &str) -> HttpResponse {
    let (shelf, lang) = (doorway.shelf(), preferred(request));
    let show = |code, page: Arc<Pressed>| {
        doorway.scans.count(request, &doorway.site, Scanned::Sign(code), lang, ScanVia::Code);
        page.answer(request, StatusCode::OK, Varies::ByCodingAndLanguage)
    };
    // A page that is ready is a sign's: then there is no need to look for the sign.
    if let Ok(code) = SignCode::parse(typed)
        && let Some(page) = shelf.find_ready(PageOf::Sign(code), lang)
    {
        return show(code, page);
    }
    match asked_sign(&shelf, typed) {
        AskedSign::Page(code) => show(code, shelf.page(PageOf::Sign(code), lang)),
        AskedSign::Where(code) => shelf.page(PageOf::Where(code), lang).answer(request, StatusCode::OK, Varies::ByCodingAndLanguage),
        AskedSign::None(typed) => legacy::find_answer(doorway, request)
            .unwrap_or_else(|| lost_page::answer(&shelf, request, lang, typed, Varies::ByCodingAndLanguage)),
    }
}

async fn show_sign_in(request: HttpRequest, doorway: web::Data<Doorway>) -> HttpResponse {
    let (shelf, lang) = (doorway.shelf(), asked_lang(&request));
    match asked_sign(&shelf, request.match_info().query("code")) {
        AskedSign::Page(code) => shelf.page(PageOf::Sign(code), lang).answer(&request, StatusCode::OK, Varies::ByCoding),
        AskedSign::Where(code) => shelf.page(PageOf::Where(code), lang).answer(&request, StatusCode::OK, Varies::ByCoding),
        AskedSign::None(typed) => lost_page::answer(&shelf, &request, lang, typed, Varies::ByCoding),
    }
}

/// What an address that should end in a code asks for.
enum AskedSign<'a> {
    /// The page of a sign.
    Page(SignCode),
    /// Where its code leads.
    Where(SignCode),
    /// No sign that there is; what was typed.
    None(&'a str),
}

fn asked_sign<'a>(shelf: &Shelf, typed: &'a str) -> AskedSign<'a> {
    let where_to = typed.strip_suffix('+').or_else(|| typed.strip_suffix("%2B")).or_else(|| typed.strip_suffix("%2b"));
    match SignCode::parse(where_to.unwrap_or(typed)).ok().filter(|code| shelf.edition().find_sign(*code).is_some()) {
        Some(code) if where_to.is_some() => AskedSign::Where(code),
        Some(code) => AskedSign::Page(code),
        None => AskedSign::None(where_to.unwrap_or(typed)),
    }
}

/// The language that the address names; the route's pattern lets no other through.
fn asked_lang(request: &HttpRequest) -> Lang {
    Lang::parse(request.match_info().query("lang")).unwrap_or(Lang::Vi)
}
