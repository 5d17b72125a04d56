//! Which pages shall search engines read? Every place in every language; beyond what one file may hold, in several files.

use crate::edition::Edition;
use crate::register::Lang;
use crate::web::Site;
use crate::web::addresses::{place_path, walk_path};
use crate::web::layout::unasked_path;
use std::fmt::Write;

/// Paths in one file: each stands there once a language, and a file holds at most 50,000 addresses (sitemaps.org).
const PATHS_IN_A_FILE: usize = 50_000 / Lang::ALL.len();

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const XMLNS: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// `robots.txt`: everything public may be read, save the forms.
#[must_use]
pub fn robots(site: &Site) -> String {
    format!("User-agent: *\nDisallow: /office/\nDisallow: /*/report$\nSitemap: {}\n", site.absolute("/sitemap.xml"))
}

/// `sitemap.xml`: the addresses themselves, or the list of the files that hold them.
#[must_use]
pub fn sitemap(edition: &Edition, site: &Site) -> String {
    let files = files(edition);
    if files <= 1 {
        return addresses(paths(edition), site);
    }
    let mut map = format!("{HEAD}<sitemapindex {XMLNS}>\n");
    for file in 1..=files {
        let address = site.absolute(&format!("/sitemap.xml?part={file}"));
        writeln!(map, "<sitemap><loc>{address}</loc></sitemap>").expect("writing to a string never fails");
    }
    map + "</sitemapindex>\n"
}

/// How many files it takes.
#[must_use]
pub fn files(edition: &Edition) -> usize {
    paths(edition).count().div_ceil(PATHS_IN_A_FILE)
}

/// One of several files, from 1; none where there is no such file.
#[must_use]
pub fn part(edition: &Edition, site: &Site, file: usize) -> Option<String> {
    let before = file.checked_sub(1)?.checked_mul(PATHS_IN_A_FILE)?;
    let mut mine = paths(edition).skip(before).take(PATHS_IN_A_FILE).peekable();
    mine.peek()?;
    Some(addresses(mine, site))
}

/// The paths after `/{lang}`.
fn paths(edition: &Edition) -> impl Iterator<Item = String> + '_ {
    let walks = edition.walks().iter().map(|walk| walk_path(&walk.slug));
    ["/", "/walk"].map(str::to_owned).into_iter().chain(walks).chain(edition.places().map(|place| place_path(&place)))
}

fn addresses(paths: impl Iterator<Item = String>, site: &Site) -> String {
    let mut map = format!("{HEAD}<urlset {XMLNS} xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    for path in paths {
        let address = |lang: &Lang| site.absolute(&format!("/{lang}{path}"));
        let others = Lang::ALL.iter().map(|other| alternate(other.as_str(), &address(other)));
        let others: String = others.chain([alternate("x-default", &site.absolute(&unasked_path(&path)))]).collect();
        for lang in Lang::ALL {
            writeln!(map, "<url><loc>{}</loc>{others}</url>", address(lang)).expect("writing to a string never fails");
        }
    }
    map + "</urlset>\n"
}

fn alternate(lang: &str, address: &str) -> String {
    format!("<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{address}\"/>")
}
