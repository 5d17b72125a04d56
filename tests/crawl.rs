//! Where every link of a visitor's page leads: to a page that is there, of this site, and public.

use crate::kit::{BASE_URL, Product};
use regex::Regex;
use std::collections::{BTreeSet, VecDeque};

const DRAFT: &str = "Lời này chưa ai được đọc.";
/// Schemes that open the phone's own map.
const OF_THE_PHONE: [&str; 2] = ["geo:", "maps:"];
/// Fewest pages of two languages: every place, its signs' report and the rest.
const FEWEST: usize = 2_000;

#[test]
fn a_crawl_finds_no_draft_no_office_no_stranger_and_no_dead_end() {
    let product = Product::start();
    product.operator.bring_untold_street();
    product.operator.file("drafts.csv", format!("place_kind,place,lang,stage,lead,body\nstreet,pho-moi,vi,draft,{DRAFT},{DRAFT}\n"));
    product.operator.done(&["import", "stories", "drafts.csv"]);
    product.get_when("/vi/street/pho-moi", |page| page.status == 200);
    let sign = product.signs().remove(0).0;
    let link = Regex::new(r#" (?:href|src|action|formaction)="([^"]+)""#).unwrap();
    let mut waiting: VecDeque<String> = ["/vi/".to_owned(), format!("/{sign}")].into();
    let mut seen: BTreeSet<String> = waiting.iter().cloned().collect();
    while let Some(path) = waiting.pop_front() {
        let page = product.get(&path);
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.body.contains(DRAFT), "{path} shows a draft");
        if !page.header("content-type").starts_with("text/html") {
            continue;
        }
        for found in link.captures_iter(&page.body) {
            let to = found[1].replace("&amp;", "&");
            let to = to.strip_prefix(BASE_URL).unwrap_or(&to);
            let to = to.split('#').next().unwrap_or_default();
            if to.is_empty() || to.starts_with("data:") || OF_THE_PHONE.iter().any(|scheme| to.starts_with(scheme)) {
                continue;
            }
            assert!(to.starts_with('/') && !to.starts_with("//"), "{path} leads to {to}");
            assert!(!to.starts_with("/office"), "{path} leads to {to}");
            let is_other = ["/fr", "/zh", "/ja", "/ko"].iter().any(|lang| to.starts_with(lang));
            if !is_other && seen.insert(to.to_owned()) {
                waiting.push_back(to.to_owned());
            }
        }
    }
    assert!(seen.len() > FEWEST, "{} pages", seen.len());
}
