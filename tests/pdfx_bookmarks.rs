//! Labels and bookmarks: how a page of a long PDF is found.

use crate::pdfx::{between, many, pdf, text_of, words_of};
use crate::print_kit::five;

/// Pages and their labels: where each range begins, its name, and the number that it begins with.
fn labels(text: &str) -> Vec<(usize, String, usize)> {
    let tree = between(text, "/Nums[", "]")[0];
    let range = |one: &str| {
        let (page, label) = one.split_once("<<").unwrap();
        let first = between(label, "/St ", "/").first().map_or(1, |first| first.trim().parse().unwrap());
        let name = between(label, "/P", ">").first().map(|raw| words_of(raw.split(')').next().unwrap()));
        (page.trim_start_matches('>').trim().parse().unwrap(), name.unwrap_or_default(), first)
    };
    tree.split(">>").filter(|one| one.contains("<<")).map(range).collect()
}

#[test]
fn a_page_is_labelled_with_its_street_and_a_number_within_it() {
    let mut job = many(30);
    job.signs.iter_mut().skip(24).for_each(|sign| sign.name = "Phố số 0".into());
    let found = labels(&text_of(&pdf(&job)));
    let names: Vec<(usize, &str, usize)> = found.iter().map(|(page, name, first)| (*page, name.as_str(), *first)).collect();
    // Four plates a page: of the pages, the first two begin with street 0, and the last two again.
    assert_eq!(
        names,
        [(0, "Phố số 0 ", 1), (2, "Phố số 1 ", 1), (3, "Phố số 2 ", 1), (4, "Phố số 3 ", 1), (5, "Phố số 4 ", 1), (6, "Phố số 0 ", 3)]
    );
}

#[test]
fn the_labels_of_many_streets_stand_in_leaves_whose_limits_are_those_of_their_pages() {
    // Four plates a page, five signs a street: 240 streets on 300 pages.
    let text = text_of(&pdf(&many(1200)));
    let leaves: Vec<&str> = text.split("endobj").filter(|object| object.contains("/Limits[")).collect();
    assert!(leaves.len() > 1 && leaves.iter().all(|leaf| leaf.matches("/S/D").count() <= 64), "{}", leaves.len());
    let mut pages = Vec::new();
    for leaf in &leaves {
        let limits: Vec<usize> = between(leaf, "/Limits[", "]")[0].split(' ').map(|page| page.parse().unwrap()).collect();
        let of_leaf: Vec<usize> = labels(leaf).iter().map(|(page, ..)| *page).collect();
        assert_eq!(limits, [of_leaf[0], of_leaf[of_leaf.len() - 1]]);
        pages.extend(of_leaf);
    }
    assert!(pages[0] == 0 && pages.is_sorted_by(|one, next| one < next), "{pages:?}");
    let known = between(&text, "/PageLabels<</Kids[", "]");
    assert_eq!(known[0].matches(" R").count(), leaves.len());
}

/// Every bookmark: its title, and whether it has others below it.
fn bookmarks(text: &str) -> Vec<(String, bool)> {
    let entries = text.split("endobj").filter(|object| object.contains("/Dest[") && object.contains("/Title"));
    entries.map(|object| (words_of(between(object, "/Title", ">")[0].split(')').next().unwrap()), object.contains("/First"))).collect()
}

#[test]
fn bookmarks_lead_to_streets_below_their_wards_where_wards_are_known() {
    let mut job = five();
    assert_eq!(bookmarks(&text_of(&pdf(&job))).len(), 4, "four streets of five signs");
    for (sign, ward) in job.signs.iter_mut().zip(["Gia Viên", "Gia Viên", "Hồng Bàng", "Gia Viên", ""]) {
        sign.ward = ward.into();
    }
    let text = text_of(&pdf(&job));
    let tree: Vec<(String, bool)> = bookmarks(&text);
    let tree: Vec<(&str, bool)> = tree.iter().map(|(title, above)| (title.as_str(), *above)).collect();
    assert_eq!(
        tree,
        [
            ("Gia Viên", true),
            ("Cầu Đất", false),
            ("Cách mạng Tháng Tám", false),
            ("Hồng Bàng", true),
            ("Võ Nguyên Giáp", false),
            ("Ngõ Cấm", false)
        ]
    );
    assert!(text.contains("/Count -2") && text.contains("/Count 3"), "wards are closed, three entries stand open");
}
