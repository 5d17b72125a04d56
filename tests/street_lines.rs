//! What is promised of the lines of streets: nothing lost on the way in and out, all or nothing, and every fault named where it stands.

use crate::exchange_kit::{bring_lines as bring, faults_of, register};
use crate::kit::{Operator, Product};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::time::{Duration, Instant};
use tenpho::exchange::{MOST_LINE_BYTES, Records, licence_of_lines, read_lines, starter, write_lines};
use tenpho::register::street_line::parse_shape;
use tenpho::register::{Line, Place, PlaceKind, Position, Register, Slug, StreetLine};

fn slug(text: &str) -> Slug {
    Slug::parse(text).unwrap()
}

fn line(street: &str, shape: &str, source: &str, licence: &str) -> StreetLine {
    let words = |text| Line::parse(text).unwrap();
    StreetLine { street: slug(street), parts: parse_shape(shape).unwrap(), source: words(source), licence: words(licence) }
}

/// A file of one feature for Cầu Đất with this geometry.
fn drawn(geometry: &str) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{"street":"cau-dat"}},"geometry":{geometry}}}]}}"#)
}

/// A file of one feature with these properties and a line that is good.
fn named(properties: &str) -> String {
    format!(
        r#"{{"type":"Feature","properties":{properties},"geometry":{{"type":"LineString","coordinates":[[106.68,20.85],[106.69,20.86]]}}}}"#
    )
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn lines_go_out_and_come_back_with_the_same_bytes() {
    let mut register = register();
    register.street_lines = vec![
        line("le-loi", "106.68,20.85 106.681234567,20.86;106.7,20.9 106.8,20.95", "", ""),
        line("cau-dat", "106.6827,20.86197 106.69,20.87", "Sở Xây dựng \"2025\"", "ODbL 1.0"),
    ];
    let first = write_lines(&register);
    assert_eq!(
        text(&first),
        "{\"type\":\"FeatureCollection\",\"features\":[\n\
         {\"type\":\"Feature\",\"properties\":{\"street\":\"cau-dat\",\"name\":\"Cầu Đất\",\"source\":\"Sở Xây dựng \\\"2025\\\"\",\"licence\":\"ODbL 1.0\"},\
         \"geometry\":{\"type\":\"LineString\",\"coordinates\":[[106.6827,20.86197],[106.69,20.87]]}},\n\
         {\"type\":\"Feature\",\"properties\":{\"street\":\"le-loi\",\"name\":\"Lê Lợi\",\"source\":null,\"licence\":null},\
         \"geometry\":{\"type\":\"MultiLineString\",\"coordinates\":[[[106.68,20.85],[106.681234567,20.86]],[[106.7,20.9],[106.8,20.95]]]}}\n]}\n"
    );
    let again = read_lines(&first, &register).unwrap();
    assert_eq!((again.records.len(), again.report.rows, again.report.unchanged), (0, 2, 2));
    let mut fresh = Register { street_lines: Vec::new(), ..register.clone() };
    read_lines(&first, &fresh).unwrap().records.put_into(&mut fresh);
    assert_eq!(text(&write_lines(&fresh)), text(&first));
    assert_eq!(licence_of_lines(&fresh).unwrap().key, "licence-lines");
    assert_eq!(text(&write_lines(&Register::default())), "{\"type\":\"FeatureCollection\",\"features\":[]}\n");
    assert!(licence_of_lines(&Register::default()).is_none());
}

#[test]
fn any_lines_come_back_as_they_were() {
    let mut chance = StdRng::seed_from_u64(20_250_701);
    let mut register = register();
    for _ in 0..300 {
        register.street_lines.clear();
        for street in ["cau-dat", "le-loi"] {
            let parts = (0..chance.random_range(1..4)).map(|_| {
                let points = chance.random_range(2..40);
                let mut part: Vec<Position> = (0..points)
                    .map(|_| Position::of(chance.random_range(-180.0..=180.0), chance.random_range(-90.0..=90.0)).unwrap())
                    .collect();
                part[0] = Position::of(106.0, 20.0).unwrap();
                part
            });
            let parts = parts.collect();
            let nasty = ["", "OpenStreetMap", "\"", "\\", "</script>", "Đường", "ODbL"];
            let mut word = || Line::parse(nasty[chance.random_range(0..nasty.len())]).unwrap();
            register.street_lines.push(StreetLine { street: slug(street), parts, source: word(), licence: word() });
        }
        // Positions anywhere on earth: nothing is known of where the city lies.
        let mut empty = Register { landmarks: Vec::new(), signs: Vec::new(), ..register.clone() };
        let file = write_lines(&empty);
        empty.street_lines.clear();
        read_lines(&file, &empty).unwrap().records.put_into(&mut empty);
        assert_eq!(empty.street_lines, register.street_lines);
        for one in &register.street_lines {
            assert_eq!(parse_shape(&one.shape()).unwrap(), one.parts);
        }
    }
}

#[test]
fn a_street_is_found_by_its_slug_or_its_exact_name() {
    let brought = |properties: &str| match bring(&named(properties)) {
        Ok(found) => found.records,
        Err(report) => panic!("{properties}: {:?}", report.faults),
    };
    for properties in [
        r#"{"street":"cau-dat","name":"Tên khác"}"#,
        r#"{"name":"Cầu Đất"}"#,
        "{\"name\":\"Ca\u{302}\u{300}u Đa\u{302}\u{301}t\"}",
        r#"{"street":null,"name":"Cầu Đất","highway":"residential"}"#,
    ] {
        let Records::Lines(lines) = brought(properties) else { panic!() };
        assert_eq!((lines[0].street.as_str(), lines[0].points()), ("cau-dat", 2), "{properties}");
    }
}

#[test]
fn what_a_file_leaves_out_stays_and_null_takes_a_line_away() {
    let mut register = register();
    register.street_lines = vec![line("cau-dat", "106,20 107,21", "Sở Xây dựng", "CC BY 4.0"), line("le-loi", "106,20 107,21", "", "")];
    let change = named(r#"{"street":"cau-dat","licence":null}"#);
    let Records::Lines(lines) = read_lines(change.as_bytes(), &register).unwrap().records else { panic!() };
    assert_eq!(lines, [line("cau-dat", "106.68,20.85 106.69,20.86", "Sở Xây dựng", "")]);
    let gone = read_lines(drawn("null").as_bytes(), &register).unwrap();
    assert_eq!((gone.report.added, gone.report.changed, gone.report.unchanged), (0, 1, 0));
    gone.records.put_into(&mut register);
    assert_eq!(register.street_lines, [line("le-loi", "106,20 107,21", "", "")]);
    let again = read_lines(drawn("null").as_bytes(), &register).unwrap();
    assert_eq!((again.records.len(), again.report.unchanged), (0, 1));
}

#[test]
fn several_features_of_one_street_are_parts_of_one_line() {
    let feature = named(r#"{"street":"cau-dat","source":"OSM"}"#);
    let file = format!(r#"{{"type":"FeatureCollection","features":[{feature},{feature}]}}"#);
    let found = bring(&file).unwrap();
    let Records::Lines(lines) = found.records else { panic!() };
    assert_eq!((lines.len(), lines[0].parts.len(), found.report.rows, found.report.added), (1, 2, 2, 1));
}

#[test]
fn what_is_let_go_or_lies_far_away_is_told() {
    let notes = |file: &str| bring(file).unwrap().report.notes.iter().map(|note| note.key).collect::<Vec<_>>();
    assert_eq!(notes(&named(r#"{"street":"cau-dat","highway":"residential"}"#)), ["line-properties-let-go"]);
    assert_eq!(notes(&drawn(r#"{"type":"LineString","coordinates":[[106.68,20.85,3],[106.69,20.86,3.5]]}"#)), ["line-heights-let-go"]);
    assert_eq!(notes(&drawn(r#"{"type":"LineString","coordinates":[[2.35,48.85],[2.36,48.86]]}"#)), ["line-far-away"]);
    assert_eq!(notes(r#"{"type":"FeatureCollection","features":[]}"#), ["geojson-nothing"]);
    let good = r#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"features":[]}"#;
    assert!(bring(good).is_ok());
}

#[test]
fn each_bad_file_is_refused_with_its_own_sentence_where_the_fault_stands() {
    let two = |first: &str, second: &str| format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{first},\n{second}\n]}}");
    let line_of = |coordinates: &str| drawn(&format!(r#"{{"type":"LineString","coordinates":{coordinates}}}"#));
    let parts_of = |coordinates: &str| drawn(&format!(r#"{{"type":"MultiLineString","coordinates":{coordinates}}}"#));
    let empty = r#"{"type":"Feature","properties":{"street":"cau-dat"},"geometry":null}"#;
    let at = "features[0].geometry";
    let cases: Vec<(String, String)> = vec![
        (String::new(), "0 - file-empty".into()),
        ("street,lat,lon\ncau-dat,1,2\n".into(), "1 - geojson-other".into()),
        ("[[106.68,20.85]]".into(), "1 - geojson-other".into()),
        ("{\"type\":\"FeatureCollection\",\n\"features\":[\n".into(), "3 - geojson-broken".into()),
        (format!("{}x", named(r#"{"street":"cau-dat"}"#)), "1 - geojson-broken".into()),
        (r#"{"type":"Feature","type":"Feature"}"#.into(), "1 - geojson-broken".into()),
        (r#"{"type":"LineString","coordinates":[[106.68,20.85],[106.69,20.86]]}"#.into(), "1 type geojson-type".into()),
        (r#"{"type":"Topology","objects":{}}"#.into(), "1 type geojson-type".into()),
        ("{}".into(), "1 type geojson-type".into()),
        (r#"{"type":"FeatureCollection"}"#.into(), "1 features geojson-no-features".into()),
        (r#"{"type":"FeatureCollection","features":{"a":1}}"#.into(), "1 features geojson-no-features".into()),
        (
            "{\"type\":\"FeatureCollection\",\n\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::9210\"}},\"features\":[]}".into(),
            "2 crs geojson-crs".into(),
        ),
        (two(&named(r#"{"street":"cau-dat"}"#), "7"), "3 features[1] feature-other".into()),
        (r#"{"type":"FeatureCollection","features":[{"type":"Street"}]}"#.into(), "1 features[0].type feature-other".into()),
        (r#"{"type":"Feature","geometry":null}"#.into(), "1 properties line-no-street".into()),
        (named("null"), "1 properties line-no-street".into()),
        (named("{}"), "1 properties line-no-street".into()),
        (named("[1]"), "1 properties feature-properties".into()),
        (named(r#"{"street":7}"#), "1 properties.street feature-not-text".into()),
        (named(r#"{"street":"cau-dat","licence":["ODbL"]}"#), "1 properties.licence feature-not-text".into()),
        (named(r#"{"street":"cau-dat","source":"a\u0007b"}"#), "1 properties.source text-invisible".into()),
        (named(r#"{"street":"Cầu Đất"}"#), "1 properties.street text-slug".into()),
        (named(r#"{"street":"dau-do"}"#), "1 properties.street line-street-unknown".into()),
        (named(r#"{"street":"cau-gio"}"#), "1 properties.street slug-former".into()),
        (named(r#"{"name":"phố Cầu Đất"}"#), "1 properties.name line-name-unknown".into()),
        (named(r#"{"name":"Hai Nơi"}"#), "1 properties.name line-name-ambiguous".into()),
        (r#"{"type":"Feature","properties":{"street":"cau-dat"}}"#.into(), "1 geometry line-no-geometry".into()),
        (drawn("[]"), format!("1 {at} line-no-geometry")),
        (drawn(r#"{"type":"Polygon","coordinates":[]}"#), format!("1 {at}.type line-geometry")),
        (drawn(r#"{"type":"GeometryCollection","geometries":[]}"#), format!("1 {at}.type line-geometry")),
        (drawn(r#"{"type":"LineString"}"#), format!("1 {at}.coordinates line-coordinates")),
        (line_of("[[\"106.68\",\"20.85\"],[106.69,20.86]]"), format!("1 {at}.coordinates line-coordinates")),
        (line_of("[[106.68],[106.69,20.86]]"), format!("1 {at}.coordinates line-coordinates")),
        (line_of("[\n[106.68,20.85],\n[1e999,20.86]]"), format!("3 {at}.coordinates line-coordinates")),
        (line_of("[[[106.68,20.85],[106.69,20.86]]]"), format!("1 {at}.coordinates line-coordinates")),
        (parts_of("[]"), format!("1 {at}.coordinates line-empty")),
        (line_of("[[106.68,20.85]]"), format!("1 {at}.coordinates line-too-short")),
        (parts_of("[[[106.68,20.85],[106.69,20.86]],[]]"), format!("1 {at}.coordinates[1] line-too-short")),
        (line_of("[[106.68,20.85],[106.68,20.85]]"), format!("1 {at}.coordinates line-no-length")),
        (line_of("[[20.85,106.68],[20.86,106.69]]"), format!("1 {at}.coordinates[0] line-swapped")),
        (line_of("[[106.68,20.85],[593000.5,2308000.1]]"), format!("1 {at}.coordinates[1] line-in-metres")),
        (line_of("[[106.68,20.85],[200,120]]"), format!("1 {at}.coordinates[1] line-outside")),
        (two(empty, empty), "3 features[1] line-twice".into()),
        (two(&named(r#"{"street":"cau-dat"}"#), empty), "3 features[1] line-twice".into()),
        (two(&named(r#"{"street":"cau-dat","source":"a"}"#), &named(r#"{"street":"cau-dat","source":"b"}"#)), "3 features[1] line-two-sources".into()),
    ];
    for (file, fault) in cases {
        let report = bring(&file).unwrap_err();
        assert_eq!(faults_of(&report), [fault], "{file}");
        assert_eq!((report.added, report.changed), (0, 0));
    }
}

#[test]
fn swapped_coordinates_are_seen_where_both_could_be_right_by_what_the_register_knows() {
    let mut register = register();
    // A city at 60° east and 20° north: both numbers could be latitudes.
    register.landmarks[0].point = tenpho::register::Point::parse("20.5", "60.5").unwrap();
    register.signs.clear();
    let file = |first, second| drawn(&format!(r#"{{"type":"LineString","coordinates":[[{first},{second}],[{first}.1,{second}.1]]}}"#));
    let refused = read_lines(file(20, 60).as_bytes(), &register).unwrap_err();
    assert_eq!(refused.faults[0].reason.key, "line-swapped");
    assert!(read_lines(file(60, 20).as_bytes(), &register).is_ok());
}

#[test]
fn a_hostile_file_costs_little_and_is_refused() {
    let began = Instant::now();
    let many = |count: usize| vec!["[106.68,20.85]"; count].join(",");
    let cases = [
        (vec![b'['; 4 << 20], "geojson-other"),
        ([b"{\"type\":\"Feature\",\"a\":".to_vec(), vec![b'['; 4 << 20]].concat(), "geojson-broken"),
        (drawn(&format!(r#"{{"type":"LineString","coordinates":[{}]}}"#, many(200_001))).into_bytes(), "line-too-many-points"),
        (
            drawn(&format!(r#"{{"type":"MultiLineString","coordinates":[{}]}}"#, "[],".repeat(900_000) + "[]")).into_bytes(),
            "line-too-many-points",
        ),
        (
            drawn(&format!(r#"{{"type":"LineString","coordinates":[[{}106.68,20.85],[1,2]]}}"#, "[".repeat(100_000))).into_bytes(),
            "geojson-broken",
        ),
        (vec![b' '; MOST_LINE_BYTES + 1], "file-too-large"),
        (format!("{{{}}}", (0..600).map(|at| format!("\"a{at}\":1")).collect::<Vec<_>>().join(",")).into_bytes(), "geojson-broken"),
        (b"{\"type\":\"Feature\",\"properties\":{\"name\":\"C\xe1\xba\xa7u \xc4\x90\xff\"}}".to_vec(), "file-broken-utf8"),
    ];
    for (file, key) in cases {
        let report = read_lines(&file, &register()).unwrap_err();
        assert_eq!(report.faults[0].reason.key, key);
    }
    assert!(began.elapsed() < Duration::from_secs(60), "{:?}", began.elapsed());
    let wide = drawn(&format!(r#"{{"type":"LineString","coordinates":[{},[106.7,20.9]]}}"#, many(199_999)));
    assert!(bring(&wide).is_ok());
}

#[test]
fn files_cut_short_or_changed_anywhere_never_break_the_reader() {
    let register = register();
    let good = write_lines(&Register { street_lines: vec![line("cau-dat", "106,20 107,21;1,2 3,4", "a", "b")], ..register.clone() });
    let mut chance = StdRng::seed_from_u64(7946);
    for end in 0..good.len() {
        assert!(end + 2 > good.len() || read_lines(&good[..end], &register).is_err());
    }
    for _ in 0..3_000 {
        let mut bad = good.clone();
        for _ in 0..chance.random_range(1..4) {
            let at = chance.random_range(0..bad.len());
            bad[at] = chance.random();
        }
        if let Ok(found) = read_lines(&bad, &register) {
            let Records::Lines(lines) = found.records else { panic!() };
            assert!(lines.iter().all(|line| line.parts.iter().all(|part| part.len() > 1)));
        }
    }
}

#[test]
fn an_operator_brings_lines_and_gets_them_back() {
    let operator = Operator::new();
    let file = operator.file("lines.geojson", named(r#"{"name":"Cầu Đất","source":"Khảo sát","licence":"ODbL"}"#));
    let file = file.to_str().unwrap();
    let empty = "{\"type\":\"FeatureCollection\",\"features\":[]}\n";
    assert!(operator.done(&["import", "lines", file, "--dry-run"]).contains("1 new"));
    assert_eq!(operator.done(&["export", "lines"]), empty);
    operator.done(&["import", "lines", file]);
    let out = operator.run(&["export", "lines", "--format", "geojson"]);
    assert!(out.out.contains("\"street\":\"cau-dat\"") && out.err.contains("OpenStreetMap contributors"));
    operator.file("again.geojson", &out.out);
    assert!(operator.done(&["import", "lines", "again.geojson"]).contains("0 new, 0 changed, 1 as"));
    operator.file("gone.geojson", drawn("null"));
    assert!(operator.done(&["import", "lines", "gone.geojson"]).contains("1 changed"));
    assert_eq!(operator.done(&["export", "lines"]), empty);
    for refused in [["export", "lines", "--format", "csv"], ["export", "streets", "--format", "geojson"]] {
        assert_eq!(operator.run(&refused).code, 1, "{refused:?}");
    }
    let unknown = operator.run(&["import", "line", "lines.geojson"]);
    assert!(unknown.err.contains("lines"), "{}", unknown.err);
    operator.file("bad.geojson", drawn(r#"{"type":"LineString","coordinates":[[20.85,106.68],[20.86,106.69]]}"#));
    let refused = operator.run(&["import", "lines", "bad.geojson"]);
    assert!(refused.code == 1 && refused.err.contains("features[0].geometry.coordinates[0]") && refused.err.contains("swapped"));
    assert!(operator.done(&["doctor"]).contains("in order"));
}

#[test]
fn a_line_stands_in_the_history_of_its_street_and_goes_with_it_when_it_is_renamed() {
    let product = Product::start();
    let file = product.operator.file("lines.geojson", named(r#"{"street":"cau-dat"}"#));
    product.operator.done(&["import", "lines", file.to_str().unwrap()]);
    let staff = product.office(tenpho::register::Role::Reviewer);
    assert!(staff.get("/office/street/cau-dat/history").body.contains("Đường nét"));
    let mut register = product.store().read_register().unwrap();
    assert_eq!(register.street_lines.remove(0), line("cau-dat", "106.68,20.85 106.69,20.86", "", ""));
    let mut other = starter().unwrap();
    other
        .former_slugs
        .push((Place { kind: PlaceKind::Street, slug: slug("duong-cu") }, Place { kind: PlaceKind::Street, slug: slug("cau-dat") }));
    let refused = read_lines(named(r#"{"street":"duong-cu"}"#).as_bytes(), &other).unwrap_err();
    assert_eq!(refused.faults[0].reason.key, "slug-former");
}
