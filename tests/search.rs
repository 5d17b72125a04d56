//! What a visitor types, and what the search makes of it.

use std::collections::HashMap;
use std::path::Path;
use tenpho::edition::Edition;
use tenpho::exchange::starter;

fn edition() -> Edition {
    Edition::new(starter().unwrap())
}

/// The first places that a query finds, as `kind/slug`.
fn found(edition: &Edition, query: &str, most: usize) -> Vec<String> {
    edition.search(query, most).iter().map(|hit| format!("{}/{}", hit.place.kind, hit.place.slug)).collect()
}

#[test]
fn each_of_the_listed_queries_finds_what_it_means_among_the_first_three() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/search_queries.tsv");
    let list = std::fs::read_to_string(path).unwrap();
    let edition = edition();
    let (mut wrong, mut firsts, mut asked) = (Vec::new(), HashMap::new(), 0);
    for line in list.lines().skip(1) {
        let [query, wanted, why] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let hits = found(&edition, query, 3);
        let at = hits.iter().position(|hit| hit == wanted);
        *firsts.entry(at).or_insert(0) += 1;
        asked += 1;
        if at.is_none() {
            wrong.push(format!("{query} ({why}): {wanted} is not in {hits:?}"));
        }
    }
    println!("{firsts:?}");
    assert!(asked >= 300, "{asked} queries");
    assert!(wrong.is_empty(), "{} of {asked}:\n{}", wrong.len(), wrong.join("\n"));
}
